# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'entry.ui'
##
## Created by: Qt User Interface Compiler
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QListWidget, QListWidgetItem, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

class Ui_Entry(object):
    def setupUi(self, Entry: QWidget) -> None:
        if not Entry.objectName():
            Entry.setObjectName(u"Entry")
        self.outer = QVBoxLayout(Entry)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget(Entry)
        self.pages.setObjectName(u"pages")
        self.formPage = QWidget()
        self.formPage.setObjectName(u"formPage")
        self.formColumn = QVBoxLayout(self.formPage)
        self.formColumn.setSpacing(12)
        self.formColumn.setObjectName(u"formColumn")
        self.formColumn.setContentsMargins(0, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.words.setObjectName(u"words")
        self.titleRow = QHBoxLayout()
        self.titleRow.setSpacing(12)
        self.titleRow.setObjectName(u"titleRow")
        self.title = QLabel(self.formPage)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"title")

        self.titleRow.addWidget(self.title)


        self.words.addLayout(self.titleRow)

        self.subtitle = QLabel(self.formPage)
        self.subtitle.setObjectName(u"subtitle")
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self.subtitle.setProperty(u"role", u"muted")

        self.words.addWidget(self.subtitle)


        self.head.addLayout(self.words)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.gap = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.gap)

        self.help = QPushButton(self.formPage)
        self.help.setObjectName(u"help")
        self.help.setCheckable(True)
        self.help.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self.acts.addWidget(self.help)

        self.print = QPushButton(self.formPage)
        self.print.setObjectName(u"print")

        self.acts.addWidget(self.print)

        self.copy = QPushButton(self.formPage)
        self.copy.setObjectName(u"copy")

        self.acts.addWidget(self.copy)

        self.saveNext = QPushButton(self.formPage)
        self.saveNext.setObjectName(u"saveNext")

        self.acts.addWidget(self.saveNext)

        self.save = QPushButton(self.formPage)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")

        self.acts.addWidget(self.save)

        self.close = QPushButton(self.formPage)
        self.close.setObjectName(u"close")

        self.acts.addWidget(self.close)


        self.head.addLayout(self.acts)

        self.head.setStretch(0, 1)

        self.formColumn.addLayout(self.head)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(16)
        self.middle.setObjectName(u"middle")
        self.area = QScrollArea(self.formPage)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.body = QWidget()
        self.body.setObjectName(u"body")
        self.sections = QVBoxLayout(self.body)
        self.sections.setSpacing(16)
        self.sections.setObjectName(u"sections")
        self.sections.setContentsMargins(0, 0, 8, 8)
        self.area.setWidget(self.body)

        self.middle.addWidget(self.area)

        self.helpPanel = QFrame(self.formPage)
        self.helpPanel.setObjectName(u"helpPanel")
        self.helpPanel.setProperty(u"role", u"card")
        self.helpColumn = QVBoxLayout(self.helpPanel)
        self.helpColumn.setSpacing(12)
        self.helpColumn.setObjectName(u"helpColumn")
        self.helpColumn.setContentsMargins(16, 16, 16, 16)
        self.helpTitle = QLabel(self.helpPanel)
        self.helpTitle.setObjectName(u"helpTitle")
        self.helpTitle.setWordWrap(True)
        self.helpTitle.setProperty(u"role", u"section")

        self.helpColumn.addWidget(self.helpTitle)

        self.helpText = QLabel(self.helpPanel)
        self.helpText.setObjectName(u"helpText")
        self.helpText.setWordWrap(True)
        self.helpText.setTextFormat(Qt.TextFormat.PlainText)

        self.helpColumn.addWidget(self.helpText)

        self.helpTravel = QLabel(self.helpPanel)
        self.helpTravel.setObjectName(u"helpTravel")
        self.helpTravel.setWordWrap(True)
        self.helpTravel.setProperty(u"role", u"muted")

        self.helpColumn.addWidget(self.helpTravel)

        self.helpBasis = QLabel(self.helpPanel)
        self.helpBasis.setObjectName(u"helpBasis")
        self.helpBasis.setWordWrap(True)
        self.helpBasis.setTextFormat(Qt.TextFormat.PlainText)
        self.helpBasis.setProperty(u"role", u"muted")

        self.helpColumn.addWidget(self.helpBasis)

        self.helpGap = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.helpColumn.addItem(self.helpGap)


        self.middle.addWidget(self.helpPanel)


        self.formColumn.addLayout(self.middle)

        self.problemPanel = QFrame(self.formPage)
        self.problemPanel.setObjectName(u"problemPanel")
        self.problemColumn = QVBoxLayout(self.problemPanel)
        self.problemColumn.setSpacing(4)
        self.problemColumn.setObjectName(u"problemColumn")
        self.problemColumn.setContentsMargins(0, 0, 0, 0)
        self.problemTitle = QLabel(self.problemPanel)
        self.problemTitle.setObjectName(u"problemTitle")
        self.problemTitle.setProperty(u"role", u"section")

        self.problemColumn.addWidget(self.problemTitle)

        self.problems = QListWidget(self.problemPanel)
        self.problems.setObjectName(u"problems")

        self.problemColumn.addWidget(self.problems)


        self.formColumn.addWidget(self.problemPanel)

        self.state = QLabel(self.formPage)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"role", u"muted")

        self.formColumn.addWidget(self.state)

        self.pages.addWidget(self.formPage)
        self.unsavedPage = QWidget()
        self.unsavedPage.setObjectName(u"unsavedPage")
        self.unsavedColumn = QVBoxLayout(self.unsavedPage)
        self.unsavedColumn.setSpacing(12)
        self.unsavedColumn.setObjectName(u"unsavedColumn")
        self.unsavedColumn.setContentsMargins(24, 16, 24, 16)
        self.unsavedTitle = QLabel(self.unsavedPage)
        self.unsavedTitle.setObjectName(u"unsavedTitle")
        self.unsavedTitle.setProperty(u"role", u"title")

        self.unsavedColumn.addWidget(self.unsavedTitle)

        self.unsavedText = QLabel(self.unsavedPage)
        self.unsavedText.setObjectName(u"unsavedText")
        self.unsavedText.setWordWrap(True)
        self.unsavedText.setProperty(u"role", u"muted")

        self.unsavedColumn.addWidget(self.unsavedText)

        self.unsaved = QListWidget(self.unsavedPage)
        self.unsaved.setObjectName(u"unsaved")

        self.unsavedColumn.addWidget(self.unsaved)

        self.unsavedButtons = QHBoxLayout()
        self.unsavedButtons.setSpacing(8)
        self.unsavedButtons.setObjectName(u"unsavedButtons")
        self.resume = QPushButton(self.unsavedPage)
        self.resume.setObjectName(u"resume")
        self.resume.setProperty(u"kind", u"primary")

        self.unsavedButtons.addWidget(self.resume)

        self.discard = QPushButton(self.unsavedPage)
        self.discard.setObjectName(u"discard")

        self.unsavedButtons.addWidget(self.discard)

        self.later = QPushButton(self.unsavedPage)
        self.later.setObjectName(u"later")

        self.unsavedButtons.addWidget(self.later)

        self.unsavedGap = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.unsavedButtons.addItem(self.unsavedGap)


        self.unsavedColumn.addLayout(self.unsavedButtons)

        self.pages.addWidget(self.unsavedPage)

        self.outer.addWidget(self.pages)


        self.retranslateUi(Entry)
    # setupUi

    def retranslateUi(self, Entry: QWidget) -> None:
        self.help.setText(QCoreApplication.translate("Entry", u"Tr\u1ee3 gi\u00fap", None))
#if QT_CONFIG(tooltip)
        self.help.setToolTip(QCoreApplication.translate("Entry", u"Gi\u1ea3i th\u00edch v\u00e0 c\u0103n c\u1ee9 c\u1ee7a \u00f4 \u0111ang nh\u1eadp (F1)", None))
#endif // QT_CONFIG(tooltip)
        self.print.setText(QCoreApplication.translate("Entry", u"In", None))
#if QT_CONFIG(tooltip)
        self.print.setToolTip(QCoreApplication.translate("Entry", u"Xem v\u00e0 in bi\u1ec3u m\u1eabu c\u1ee7a h\u1ed3 s\u01a1 n\u00e0y (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
        self.copy.setText(QCoreApplication.translate("Entry", u"Nh\u00e2n b\u1ea3n", None))
#if QT_CONFIG(tooltip)
        self.copy.setToolTip(QCoreApplication.translate("Entry", u"Ch\u00e9p c\u00e1c gi\u00e1 tr\u1ecb n\u00e0y sang m\u1ed9t bi\u1ec3u m\u1edbi (Ctrl+D)", None))
#endif // QT_CONFIG(tooltip)
        self.saveNext.setText(QCoreApplication.translate("Entry", u"L\u01b0u v\u00e0 nh\u1eadp ti\u1ebfp", None))
#if QT_CONFIG(tooltip)
        self.saveNext.setToolTip(QCoreApplication.translate("Entry", u"L\u01b0u r\u1ed3i m\u1edf bi\u1ec3u m\u1edbi c\u00f9ng s\u1ed5 (Ctrl+Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.save.setText(QCoreApplication.translate("Entry", u"L\u01b0u", None))
#if QT_CONFIG(tooltip)
        self.save.setToolTip(QCoreApplication.translate("Entry", u"L\u01b0u; \u0111\u1ee7 n\u1ed9i dung th\u00ec v\u00e0o s\u1ed5, ch\u01b0a \u0111\u1ee7 th\u00ec l\u00e0 b\u1ea3n nh\u00e1p (Ctrl+S)", None))
#endif // QT_CONFIG(tooltip)
        self.close.setText(QCoreApplication.translate("Entry", u"\u0110\u00f3ng", None))
#if QT_CONFIG(tooltip)
        self.close.setToolTip(QCoreApplication.translate("Entry", u"\u0110\u00f3ng bi\u1ec3u (Esc)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.problems.setAccessibleName(QCoreApplication.translate("Entry", u"Nh\u1eefng \u0111i\u1ec3m c\u1ea7n xem l\u1ea1i; Enter \u0111\u1ec3 t\u1edbi \u00f4", None))
#endif // QT_CONFIG(accessibility)
        self.unsavedText.setText(QCoreApplication.translate("Entry", u"Ph\u1ea7n m\u1ec1m \u0111\u00e3 gi\u1eef nguy\u00ean nh\u1eefng g\u00ec \u0111ang nh\u1eadp. M\u1edf t\u1eebng bi\u1ec3u \u0111\u1ec3 nh\u1eadp ti\u1ebfp, ho\u1eb7c b\u1ecf.", None))
#if QT_CONFIG(accessibility)
        self.unsaved.setAccessibleName(QCoreApplication.translate("Entry", u"Bi\u1ec3u \u0111ang nh\u1eadp d\u1edf", None))
#endif // QT_CONFIG(accessibility)
        self.resume.setText(QCoreApplication.translate("Entry", u"Nh\u1eadp ti\u1ebfp", None))
#if QT_CONFIG(tooltip)
        self.resume.setToolTip(QCoreApplication.translate("Entry", u"M\u1edf bi\u1ec3u \u0111\u00e3 \u0111\u00e1nh d\u1ea5u (Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.discard.setText(QCoreApplication.translate("Entry", u"B\u1ecf", None))
#if QT_CONFIG(tooltip)
        self.discard.setToolTip(QCoreApplication.translate("Entry", u"B\u1ecf n\u1ed9i dung \u0111ang nh\u1eadp d\u1edf (Del)", None))
#endif // QT_CONFIG(tooltip)
        self.later.setText(QCoreApplication.translate("Entry", u"\u0110\u1ec3 sau", None))
#if QT_CONFIG(tooltip)
        self.later.setToolTip(QCoreApplication.translate("Entry", u"Gi\u1eef l\u1ea1i v\u00e0 \u0111\u00f3ng (Esc)", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi
