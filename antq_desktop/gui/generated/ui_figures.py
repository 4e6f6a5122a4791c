# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'figures.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QSplitter, QTableView,
    QVBoxLayout, QWidget)

class Ui_Figures(object):
    def setupUi(self, Figures: QWidget) -> None:
        if not Figures.objectName():
            Figures.setObjectName(u"Figures")
        self.outer = QVBoxLayout(Figures)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.words.setObjectName(u"words")
        self.words.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(Figures)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"role", u"title")

        self.words.addWidget(self.title)

        self.subtitle = QLabel(Figures)
        self.subtitle.setObjectName(u"subtitle")
        self.subtitle.setWordWrap(True)
        self.subtitle.setProperty(u"role", u"muted")

        self.words.addWidget(self.subtitle)


        self.head.addLayout(self.words)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.actsSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.actsSpace)

        self.controls = QPushButton(Figures)
        self.controls.setObjectName(u"controls")

        self.acts.addWidget(self.controls, 0, Qt.AlignTop)

        self.sentences = QPushButton(Figures)
        self.sentences.setObjectName(u"sentences")

        self.acts.addWidget(self.sentences, 0, Qt.AlignTop)

        self.report = QPushButton(Figures)
        self.report.setObjectName(u"report")

        self.acts.addWidget(self.report, 0, Qt.AlignTop)

        self.print = QPushButton(Figures)
        self.print.setObjectName(u"print")

        self.acts.addWidget(self.print, 0, Qt.AlignTop)


        self.head.addLayout(self.acts)

        self.head.setStretch(0, 1)

        self.outer.addLayout(self.head)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.filters.setContentsMargins(0, 0, 0, 0)
        self.pickerPlace = QWidget(Figures)
        self.pickerPlace.setObjectName(u"pickerPlace")
        self.pickerRow = QHBoxLayout(self.pickerPlace)
        self.pickerRow.setSpacing(12)
        self.pickerRow.setObjectName(u"pickerRow")
        self.pickerRow.setContentsMargins(0, 0, 0, 0)

        self.filters.addWidget(self.pickerPlace)

        self.unitLabel = QLabel(Figures)
        self.unitLabel.setObjectName(u"unitLabel")
        self.unitLabel.setWordWrap(False)

        self.filters.addWidget(self.unitLabel)

        self.unit = QComboBox(Figures)
        self.unit.setObjectName(u"unit")

        self.filters.addWidget(self.unit)

        self.space1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filters.addItem(self.space1)


        self.outer.addLayout(self.filters)

        self.noteCard = QFrame(Figures)
        self.noteCard.setObjectName(u"noteCard")
        self.noteCard.setProperty(u"role", u"bar")
        self.noteCard.setProperty(u"tone", u"info")
        self.noteRow = QHBoxLayout(self.noteCard)
        self.noteRow.setSpacing(8)
        self.noteRow.setObjectName(u"noteRow")
        self.noteRow.setContentsMargins(8, 8, 8, 8)
        self.notePicture = QLabel(self.noteCard)
        self.notePicture.setObjectName(u"notePicture")

        self.noteRow.addWidget(self.notePicture)

        self.note = QLabel(self.noteCard)
        self.note.setObjectName(u"note")
        self.note.setWordWrap(True)

        self.noteRow.addWidget(self.note)

        self.correct = QPushButton(self.noteCard)
        self.correct.setObjectName(u"correct")

        self.noteRow.addWidget(self.correct, 0, Qt.AlignTop)

        self.noteRow.setStretch(1, 1)

        self.outer.addWidget(self.noteCard)

        self.split = QSplitter(Figures)
        self.split.setObjectName(u"split")
        self.split.setOrientation(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.table = QTableView(self.split)
        self.table.setObjectName(u"table")
        self.split.addWidget(self.table)
        self.detail = QFrame(self.split)
        self.detail.setObjectName(u"detail")
        self.detail.setProperty(u"role", u"card")
        self.frame = QVBoxLayout(self.detail)
        self.frame.setSpacing(12)
        self.frame.setObjectName(u"frame")
        self.frame.setContentsMargins(16, 16, 16, 16)
        self.scroll = QScrollArea(self.detail)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.insideColumn = QVBoxLayout(self.inside)
        self.insideColumn.setSpacing(8)
        self.insideColumn.setObjectName(u"insideColumn")
        self.insideColumn.setContentsMargins(0, 0, 0, 0)
        self.name = QLabel(self.inside)
        self.name.setObjectName(u"name")
        self.name.setWordWrap(True)
        self.name.setProperty(u"role", u"section")

        self.insideColumn.addWidget(self.name)

        self.valueRow = QHBoxLayout()
        self.valueRow.setSpacing(12)
        self.valueRow.setObjectName(u"valueRow")
        self.valueRow.setContentsMargins(0, 0, 0, 0)
        self.value = QLabel(self.inside)
        self.value.setObjectName(u"value")
        self.value.setWordWrap(False)
        self.value.setProperty(u"role", u"figure")

        self.valueRow.addWidget(self.value)

        self.before = QLabel(self.inside)
        self.before.setObjectName(u"before")
        self.before.setWordWrap(True)
        self.before.setProperty(u"role", u"muted")

        self.valueRow.addWidget(self.before)

        self.valueRow.setStretch(1, 1)

        self.insideColumn.addLayout(self.valueRow)

        self.rule = QLabel(self.inside)
        self.rule.setObjectName(u"rule")
        self.rule.setWordWrap(True)
        self.rule.setProperty(u"role", u"muted")

        self.insideColumn.addWidget(self.rule)

        self.unitsLabel = QLabel(self.inside)
        self.unitsLabel.setObjectName(u"unitsLabel")
        self.unitsLabel.setWordWrap(True)

        self.insideColumn.addWidget(self.unitsLabel)

        self.units = QTableView(self.inside)
        self.units.setObjectName(u"units")

        self.insideColumn.addWidget(self.units)

        self.recordsLabel = QLabel(self.inside)
        self.recordsLabel.setObjectName(u"recordsLabel")
        self.recordsLabel.setWordWrap(True)

        self.insideColumn.addWidget(self.recordsLabel)

        self.records = QTableView(self.inside)
        self.records.setObjectName(u"records")

        self.insideColumn.addWidget(self.records)

        self.insideColumn.setStretch(4, 1)
        self.insideColumn.setStretch(6, 2)
        self.scroll.setWidget(self.inside)

        self.frame.addWidget(self.scroll)

        self.split.addWidget(self.detail)

        self.outer.addWidget(self.split)

        self.outer.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.unitLabel.setBuddy(self.unit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Figures)
    # setupUi

    def retranslateUi(self, Figures: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Figures", u"S\u1ed1 li\u1ec7u", None))
        self.controls.setText(QCoreApplication.translate("Figures", u"&Ki\u1ec3m tra s\u1ed1 li\u1ec7u\u2026", None))
#if QT_CONFIG(tooltip)
        self.controls.setToolTip(QCoreApplication.translate("Figures", u"Nh\u1eefng \u0111i\u1ec3m kh\u00f4ng th\u1ec3 \u0111\u00fang ho\u1eb7c c\u1ea7n xem trong s\u1ed1 li\u1ec7u c\u1ee7a k\u1ef3", None))
#endif // QT_CONFIG(tooltip)
        self.sentences.setText(QCoreApplication.translate("Figures", u"C\u00e2&u cho b\u00e0i vi\u1ebft\u2026", None))
#if QT_CONFIG(tooltip)
        self.sentences.setToolTip(QCoreApplication.translate("Figures", u"C\u00e1c c\u00e2u s\u1ed1 li\u1ec7u c\u1ee7a k\u1ef3, \u0111\u1ec3 sao ch\u00e9p v\u00e0o b\u00e0i vi\u1ebft", None))
#endif // QT_CONFIG(tooltip)
        self.report.setText(QCoreApplication.translate("Figures", u"B\u00e1o c\u00e1&o c\u1ee7a k\u1ef3\u2026", None))
#if QT_CONFIG(tooltip)
        self.report.setToolTip(QCoreApplication.translate("Figures", u"Vi\u1ebft, xem v\u00e0 in b\u00e1o c\u00e1o c\u1ee7a k\u1ef3; \u1edf c\u01a1 quan, ch\u1ecdn m\u1ed9t \u0111\u01a1n v\u1ecb \u0111\u1ec3 xem b\u1ea3n in \u0111\u01a1n v\u1ecb \u0111\u00e3 g\u1eedi", None))
#endif // QT_CONFIG(tooltip)
        self.print.setText(QCoreApplication.translate("Figures", u"&In ph\u1ee5 l\u1ee5c\u2026", None))
#if QT_CONFIG(tooltip)
        self.print.setToolTip(QCoreApplication.translate("Figures", u"Xem v\u00e0 in ph\u1ee5 l\u1ee5c s\u1ed1 li\u1ec7u c\u1ee7a k\u1ef3 (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
        self.unitLabel.setText(QCoreApplication.translate("Figures", u"\u0110\u01a1n &v\u1ecb", None))
#if QT_CONFIG(accessibility)
        self.unit.setAccessibleName(QCoreApplication.translate("Figures", u"\u0110\u01a1n v\u1ecb", None))
#endif // QT_CONFIG(accessibility)
        self.correct.setText(QCoreApplication.translate("Figures", u"B\u00e1o c\u00e1o \u0111i\u1ec1u &ch\u1ec9nh\u2026", None))
#if QT_CONFIG(tooltip)
        self.correct.setToolTip(QCoreApplication.translate("Figures", u"L\u1eadp b\u1ea3n m\u1edbi c\u1ee7a b\u00e1o c\u00e1o \u0111\u00e3 ch\u1ed1t; b\u1ea3n c\u0169 gi\u1eef nguy\u00ean", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("Figures", u"B\u1ea3ng s\u1ed1 li\u1ec7u", None))
#endif // QT_CONFIG(accessibility)
        self.unitsLabel.setText(QCoreApplication.translate("Figures", u"Theo \u0111\u01a1n v\u1ecb", None))
#if QT_CONFIG(accessibility)
        self.units.setAccessibleName(QCoreApplication.translate("Figures", u"S\u1ed1 li\u1ec7u theo \u0111\u01a1n v\u1ecb", None))
#endif // QT_CONFIG(accessibility)
        self.recordsLabel.setText(QCoreApplication.translate("Figures", u"H\u1ed3 s\u01a1 \u0111\u01b0\u1ee3c \u0111\u1ebfm", None))
#if QT_CONFIG(accessibility)
        self.records.setAccessibleName(QCoreApplication.translate("Figures", u"H\u1ed3 s\u01a1 \u0111\u01b0\u1ee3c \u0111\u1ebfm", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
