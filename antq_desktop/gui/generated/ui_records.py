# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'records.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QHBoxLayout, QHeaderView, QLabel, QLineEdit,
    QListWidget, QListWidgetItem, QPushButton, QSizePolicy,
    QSpacerItem, QStackedWidget, QTableView, QToolButton,
    QVBoxLayout, QWidget)

class Ui_Records(object):
    def setupUi(self, Records: QWidget) -> None:
        if not Records.objectName():
            Records.setObjectName(u"Records")
        self.outer = QVBoxLayout(Records)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.words.setObjectName(u"words")
        self.title = QLabel(Records)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"title")

        self.words.addWidget(self.title)

        self.count = QLabel(Records)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"muted")

        self.words.addWidget(self.count)

        self.readOnly = QLabel(Records)
        self.readOnly.setObjectName(u"readOnly")
        self.readOnly.setWordWrap(True)
        self.readOnly.setProperty(u"role", u"muted")

        self.words.addWidget(self.readOnly)


        self.head.addLayout(self.words)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.gap = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.gap)

        self.export = QPushButton(Records)
        self.export.setObjectName(u"export")

        self.acts.addWidget(self.export)

        self.history = QPushButton(Records)
        self.history.setObjectName(u"history")
        self.history.setCheckable(True)

        self.acts.addWidget(self.history)

        self.hand = QPushButton(Records)
        self.hand.setObjectName(u"hand")

        self.acts.addWidget(self.hand)

        self.void_ = QPushButton(Records)
        self.void_.setObjectName(u"void_")

        self.acts.addWidget(self.void_)

        self.open = QPushButton(Records)
        self.open.setObjectName(u"open")

        self.acts.addWidget(self.open)

        self.many = QPushButton(Records)
        self.many.setObjectName(u"many")

        self.acts.addWidget(self.many)

        self.add = QPushButton(Records)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"kind", u"primary")

        self.acts.addWidget(self.add)


        self.head.addLayout(self.acts)

        self.head.setStretch(0, 1)

        self.outer.addLayout(self.head)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.text = QLineEdit(Records)
        self.text.setObjectName(u"text")
        self.text.setClearButtonEnabled(True)

        self.filters.addWidget(self.text)

        self.narrowing = QHBoxLayout()
        self.narrowing.setSpacing(8)
        self.narrowing.setObjectName(u"narrowing")
        self.unit = QComboBox(Records)
        self.unit.setObjectName(u"unit")
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMinimumContentsLength(16)

        self.narrowing.addWidget(self.unit)

        self.period = QComboBox(Records)
        self.period.setObjectName(u"period")
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

        self.narrowing.addWidget(self.period)

        self.state = QComboBox(Records)
        self.state.setObjectName(u"state")
        self.state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

        self.narrowing.addWidget(self.state)

        self.overdue = QCheckBox(Records)
        self.overdue.setObjectName(u"overdue")

        self.narrowing.addWidget(self.overdue)

        self.all = QPushButton(Records)
        self.all.setObjectName(u"all")

        self.narrowing.addWidget(self.all)

        self.stop = QPushButton(Records)
        self.stop.setObjectName(u"stop")

        self.narrowing.addWidget(self.stop)

        self.views = QToolButton(Records)
        self.views.setObjectName(u"views")
        self.views.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.views.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

        self.narrowing.addWidget(self.views)

        self.columns = QToolButton(Records)
        self.columns.setObjectName(u"columns")
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

        self.narrowing.addWidget(self.columns)


        self.filters.addLayout(self.narrowing)

        self.filters.setStretch(0, 1)

        self.outer.addLayout(self.filters)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(16)
        self.middle.setObjectName(u"middle")
        self.pages = QStackedWidget(Records)
        self.pages.setObjectName(u"pages")
        self.table = QTableView()
        self.table.setObjectName(u"table")
        self.pages.addWidget(self.table)

        self.middle.addWidget(self.pages)

        self.panel = QFrame(Records)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"role", u"card")
        self.panelColumn = QVBoxLayout(self.panel)
        self.panelColumn.setSpacing(8)
        self.panelColumn.setObjectName(u"panelColumn")
        self.panelColumn.setContentsMargins(16, 16, 16, 16)
        self.panelTitle = QLabel(self.panel)
        self.panelTitle.setObjectName(u"panelTitle")
        self.panelTitle.setProperty(u"role", u"section")

        self.panelColumn.addWidget(self.panelTitle)

        self.panelText = QLabel(self.panel)
        self.panelText.setObjectName(u"panelText")
        self.panelText.setWordWrap(True)
        self.panelText.setTextFormat(Qt.TextFormat.PlainText)
        self.panelText.setProperty(u"role", u"muted")

        self.panelColumn.addWidget(self.panelText)

        self.changes = QListWidget(self.panel)
        self.changes.setObjectName(u"changes")
        self.changes.setWordWrap(True)

        self.panelColumn.addWidget(self.changes)


        self.middle.addWidget(self.panel)


        self.outer.addLayout(self.middle)


        self.retranslateUi(Records)
    # setupUi

    def retranslateUi(self, Records: QWidget) -> None:
        self.readOnly.setText(QCoreApplication.translate("Records", u"H\u1ed3 s\u01a1 \u0111\u01a1n v\u1ecb g\u1eedi l\u00ean ch\u1ec9 \u0111\u1ec3 xem; sai th\u00ec m\u1edf ra v\u00e0 b\u1ea5m \u201cTr\u1ea3 l\u1ea1i \u0111\u01a1n v\u1ecb\u2026\u201d.", None))
        self.export.setText(QCoreApplication.translate("Records", u"Xu\u1ea5t\u2026", None))
#if QT_CONFIG(tooltip)
        self.export.setToolTip(QCoreApplication.translate("Records", u"Xu\u1ea5t c\u00e1c h\u1ed3 s\u01a1 \u0111\u00e3 ch\u1ecdn, ho\u1eb7c m\u1ecdi h\u1ed3 s\u01a1 \u0111ang l\u1ecdc, ra b\u1ea3ng Excel ho\u1eb7c CSV; c\u00f3 ghi nh\u1eadt k\u00fd (Ctrl+E)", None))
#endif // QT_CONFIG(tooltip)
        self.history.setText(QCoreApplication.translate("Records", u"L\u1ecbch s\u1eed", None))
#if QT_CONFIG(tooltip)
        self.history.setToolTip(QCoreApplication.translate("Records", u"C\u00e1c l\u1ea7n s\u1eeda c\u1ee7a h\u1ed3 s\u01a1 \u0111\u00e3 \u0111\u00e1nh d\u1ea5u (F6)", None))
#endif // QT_CONFIG(tooltip)
        self.hand.setText(QCoreApplication.translate("Records", u"Chuy\u1ec3n\u2026", None))
#if QT_CONFIG(tooltip)
        self.hand.setToolTip(QCoreApplication.translate("Records", u"Chuy\u1ec3n c\u00e1c h\u1ed3 s\u01a1 \u0111\u00e3 ch\u1ecdn cho c\u01a1 quan kh\u00e1c (Ctrl+T)", None))
#endif // QT_CONFIG(tooltip)
        self.void_.setText(QCoreApplication.translate("Records", u"H\u1ee7y", None))
#if QT_CONFIG(tooltip)
        self.void_.setToolTip(QCoreApplication.translate("Records", u"H\u1ee7y h\u1ed3 s\u01a1 \u0111\u00e3 \u0111\u00e1nh d\u1ea5u, c\u00f3 ghi l\u00fd do (Del)", None))
#endif // QT_CONFIG(tooltip)
        self.open.setText(QCoreApplication.translate("Records", u"M\u1edf", None))
#if QT_CONFIG(tooltip)
        self.open.setToolTip(QCoreApplication.translate("Records", u"M\u1edf h\u1ed3 s\u01a1 \u0111\u00e3 \u0111\u00e1nh d\u1ea5u (Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.many.setText(QCoreApplication.translate("Records", u"Nh\u1eadp b\u1ea3ng", None))
#if QT_CONFIG(tooltip)
        self.many.setToolTip(QCoreApplication.translate("Records", u"G\u00f5 ho\u1eb7c d\u00e1n nhi\u1ec1u h\u1ed3 s\u01a1, m\u1ed7i d\u00f2ng m\u1ed9t h\u1ed3 s\u01a1 (Ctrl+B)", None))
#endif // QT_CONFIG(tooltip)
        self.add.setText(QCoreApplication.translate("Records", u"Th\u00eam h\u1ed3 s\u01a1", None))
#if QT_CONFIG(tooltip)
        self.add.setToolTip(QCoreApplication.translate("Records", u"Nh\u1eadp h\u1ed3 s\u01a1 m\u1edbi (Ctrl+N ho\u1eb7c Insert)", None))
#endif // QT_CONFIG(tooltip)
        self.text.setPlaceholderText(QCoreApplication.translate("Records", u"T\u00ecm trong s\u1ed5 n\u00e0y, c\u00f3 d\u1ea5u hay kh\u00f4ng d\u1ea5u", None))
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("Records", u"T\u00ecm trong s\u1ed5 n\u00e0y", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.unit.setAccessibleName(QCoreApplication.translate("Records", u"\u0110\u01a1n v\u1ecb", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.unit.setToolTip(QCoreApplication.translate("Records", u"H\u1ed3 s\u01a1 c\u1ee7a \u0111\u01a1n v\u1ecb n\u00e0y v\u00e0 c\u1ea5p d\u01b0\u1edbi c\u1ee7a n\u00f3; g\u00f5 t\u00ean \u0111\u1ec3 t\u00ecm, c\u00f3 d\u1ea5u hay kh\u00f4ng d\u1ea5u", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.period.setAccessibleName(QCoreApplication.translate("Records", u"Th\u1eddi gian", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.state.setAccessibleName(QCoreApplication.translate("Records", u"Tr\u1ea1ng th\u00e1i", None))
#endif // QT_CONFIG(accessibility)
        self.overdue.setText(QCoreApplication.translate("Records", u"Qu\u00e1 h\u1ea1n", None))
        self.all.setText(QCoreApplication.translate("Records", u"B\u1ecf l\u1ecdc", None))
#if QT_CONFIG(tooltip)
        self.all.setToolTip(QCoreApplication.translate("Records", u"Xem l\u1ea1i m\u1ecdi h\u1ed3 s\u01a1 c\u1ee7a s\u1ed5 (Ctrl+R)", None))
#endif // QT_CONFIG(tooltip)
        self.stop.setText(QCoreApplication.translate("Records", u"D\u1eebng", None))
#if QT_CONFIG(tooltip)
        self.stop.setToolTip(QCoreApplication.translate("Records", u"D\u1eebng, xem l\u1ea1i danh s\u00e1ch tr\u01b0\u1edbc (Ctrl+.)", None))
#endif // QT_CONFIG(tooltip)
        self.views.setText(QCoreApplication.translate("Records", u"Ki\u1ec3u xem", None))
#if QT_CONFIG(tooltip)
        self.views.setToolTip(QCoreApplication.translate("Records", u"L\u01b0u c\u1ed9t, s\u1eafp x\u1ebfp v\u00e0 \u0111i\u1ec1u ki\u1ec7n l\u1ecdc \u0111ang d\u00f9ng; m\u1edf l\u1ea1i ki\u1ec3u xem \u0111\u00e3 l\u01b0u", None))
#endif // QT_CONFIG(tooltip)
        self.columns.setText(QCoreApplication.translate("Records", u"C\u1ed9t", None))
#if QT_CONFIG(tooltip)
        self.columns.setToolTip(QCoreApplication.translate("Records", u"Ch\u1ecdn c\u00e1c c\u1ed9t hi\u1ec7n trong danh s\u00e1ch", None))
#endif // QT_CONFIG(tooltip)
        self.panelTitle.setText(QCoreApplication.translate("Records", u"L\u1ecbch s\u1eed", None))
#if QT_CONFIG(accessibility)
        self.changes.setAccessibleName(QCoreApplication.translate("Records", u"C\u00e1c l\u1ea7n s\u1eeda", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
