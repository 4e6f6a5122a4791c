# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'health.ui'
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
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_Health(object):
    def setupUi(self, Health: QWidget) -> None:
        if not Health.objectName():
            Health.setObjectName(u"Health")
        self.outer = QVBoxLayout(Health)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.words.setObjectName(u"words")
        self.words.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(Health)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"role", u"title")

        self.words.addWidget(self.title)

        self.subtitle = QLabel(Health)
        self.subtitle.setObjectName(u"subtitle")
        self.subtitle.setWordWrap(True)
        self.subtitle.setProperty(u"role", u"muted")

        self.words.addWidget(self.subtitle)


        self.head.addLayout(self.words)

        self.stop = QPushButton(Health)
        self.stop.setObjectName(u"stop")

        self.head.addWidget(self.stop)

        self.check = QPushButton(Health)
        self.check.setObjectName(u"check")

        self.head.addWidget(self.check)

        self.head.setStretch(0, 1)

        self.outer.addLayout(self.head)

        self.summaryRow = QHBoxLayout()
        self.summaryRow.setSpacing(8)
        self.summaryRow.setObjectName(u"summaryRow")
        self.summaryRow.setContentsMargins(0, 0, 0, 0)
        self.picture = QLabel(Health)
        self.picture.setObjectName(u"picture")

        self.summaryRow.addWidget(self.picture)

        self.summaryWords = QVBoxLayout()
        self.summaryWords.setSpacing(4)
        self.summaryWords.setObjectName(u"summaryWords")
        self.summaryWords.setContentsMargins(0, 0, 0, 0)
        self.summary = QLabel(Health)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        self.summary.setProperty(u"role", u"section")

        self.summaryWords.addWidget(self.summary)

        self.tested = QLabel(Health)
        self.tested.setObjectName(u"tested")
        self.tested.setWordWrap(True)
        self.tested.setProperty(u"role", u"muted")

        self.summaryWords.addWidget(self.tested)


        self.summaryRow.addLayout(self.summaryWords)

        self.paper = QPushButton(Health)
        self.paper.setObjectName(u"paper")

        self.summaryRow.addWidget(self.paper)

        self.help = QPushButton(Health)
        self.help.setObjectName(u"help")

        self.summaryRow.addWidget(self.help)

        self.summaryRow.setStretch(1, 1)

        self.outer.addLayout(self.summaryRow)

        self.area = QScrollArea(Health)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QWidget()
        self.list.setObjectName(u"list")
        self.listColumn = QVBoxLayout(self.list)
        self.listColumn.setSpacing(8)
        self.listColumn.setObjectName(u"listColumn")
        self.listColumn.setContentsMargins(0, 0, 0, 0)
        self.space1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.listColumn.addItem(self.space1)

        self.area.setWidget(self.list)

        self.outer.addWidget(self.area)

        self.actions = QFrame(Health)
        self.actions.setObjectName(u"actions")
        self.actions.setProperty(u"role", u"card")
        self.actionsColumn = QVBoxLayout(self.actions)
        self.actionsColumn.setSpacing(8)
        self.actionsColumn.setObjectName(u"actionsColumn")
        self.actionsColumn.setContentsMargins(12, 12, 12, 12)
        self.backupWords = QVBoxLayout()
        self.backupWords.setSpacing(4)
        self.backupWords.setObjectName(u"backupWords")
        self.backupWords.setContentsMargins(0, 0, 0, 0)
        self.backupAge = QLabel(self.actions)
        self.backupAge.setObjectName(u"backupAge")
        self.backupAge.setWordWrap(True)
        self.backupAge.setProperty(u"role", u"muted")

        self.backupWords.addWidget(self.backupAge)


        self.actionsColumn.addLayout(self.backupWords)

        self.actionsRow = QHBoxLayout()
        self.actionsRow.setSpacing(8)
        self.actionsRow.setObjectName(u"actionsRow")
        self.actionsRow.setContentsMargins(0, 0, 0, 0)
        self.backup = QPushButton(self.actions)
        self.backup.setObjectName(u"backup")
        self.backup.setProperty(u"kind", u"primary")

        self.actionsRow.addWidget(self.backup)

        self.prove = QPushButton(self.actions)
        self.prove.setObjectName(u"prove")

        self.actionsRow.addWidget(self.prove)

        self.rebuild = QPushButton(self.actions)
        self.rebuild.setObjectName(u"rebuild")

        self.actionsRow.addWidget(self.rebuild)

        self.space2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actionsRow.addItem(self.space2)


        self.actionsColumn.addLayout(self.actionsRow)


        self.outer.addWidget(self.actions)

        self.outer.setStretch(2, 1)
        QWidget.setTabOrder(self.check, self.stop)
        QWidget.setTabOrder(self.stop, self.paper)
        QWidget.setTabOrder(self.paper, self.help)
        QWidget.setTabOrder(self.help, self.backup)
        QWidget.setTabOrder(self.backup, self.prove)
        QWidget.setTabOrder(self.prove, self.rebuild)

        self.retranslateUi(Health)
    # setupUi

    def retranslateUi(self, Health: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Health", u"T\u1ef1 ki\u1ec3m tra", None))
        self.subtitle.setText(QCoreApplication.translate("Health", u"Ki\u1ec3m tra s\u1ed5, nh\u1eadt k\u00fd, \u0111\u1ed3ng h\u1ed3, ch\u1ed7 tr\u1ed1ng, b\u1ea3n sao l\u01b0u, ch\u1ee9ng th\u01b0 v\u00e0 token tr\u00ean m\u00e1y n\u00e0y.", None))
        self.stop.setText(QCoreApplication.translate("Health", u"D\u1eeb&ng", None))
#if QT_CONFIG(tooltip)
        self.stop.setToolTip(QCoreApplication.translate("Health", u"D\u1eebng ki\u1ec3m tra; kh\u00f4ng m\u1ea5t g\u00ec.", None))
#endif // QT_CONFIG(tooltip)
        self.check.setText(QCoreApplication.translate("Health", u"&Ki\u1ec3m tra l\u1ea1i", None))
#if QT_CONFIG(tooltip)
        self.check.setToolTip(QCoreApplication.translate("Health", u"Ki\u1ec3m tra l\u1ea1i (F5)", None))
#endif // QT_CONFIG(tooltip)
        self.paper.setText(QCoreApplication.translate("Health", u"&In\u2026", None))
#if QT_CONFIG(tooltip)
        self.paper.setToolTip(QCoreApplication.translate("Health", u"In k\u1ebft qu\u1ea3 tr\u00ean m\u1ed9t trang, kh\u00f4ng c\u00f3 d\u1eef li\u1ec7u c\u00e1 nh\u00e2n.", None))
#endif // QT_CONFIG(tooltip)
        self.help.setText(QCoreApplication.translate("Health", u"&Xu\u1ea5t cho n\u01a1i h\u1ed7 tr\u1ee3\u2026", None))
#if QT_CONFIG(tooltip)
        self.help.setToolTip(QCoreApplication.translate("Health", u"L\u01b0u k\u1ebft qu\u1ea3, phi\u00ean b\u1ea3n v\u00e0 ph\u1ea7n cu\u1ed1i c\u1ee7a nh\u1eadt k\u00fd l\u1ed7i; kh\u00f4ng c\u00f3 d\u1eef li\u1ec7u c\u00e1 nh\u00e2n.", None))
#endif // QT_CONFIG(tooltip)
        self.backup.setText(QCoreApplication.translate("Health", u"&Sao l\u01b0u ngay\u2026", None))
        self.prove.setText(QCoreApplication.translate("Health", u"&Th\u1eed kh\u00f4i ph\u1ee5c", None))
#if QT_CONFIG(tooltip)
        self.prove.setToolTip(QCoreApplication.translate("Health", u"Kh\u00f4i ph\u1ee5c b\u1ea3n sao l\u01b0u m\u1edbi nh\u1ea5t v\u00e0o ch\u1ed7 ri\u00eang, \u0111\u1ecdc th\u1eed r\u1ed3i x\u00f3a \u0111i; s\u1ed5 \u0111ang d\u00f9ng gi\u1eef nguy\u00ean.", None))
#endif // QT_CONFIG(tooltip)
        self.rebuild.setText(QCoreApplication.translate("Health", u"&D\u1ef1ng l\u1ea1i danh s\u00e1ch", None))
        pass
    # retranslateUi
