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

        self.summary = QLabel(Health)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        self.summary.setProperty(u"role", u"section")

        self.summaryRow.addWidget(self.summary)

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
        self.actionsRow = QHBoxLayout(self.actions)
        self.actionsRow.setSpacing(8)
        self.actionsRow.setObjectName(u"actionsRow")
        self.actionsRow.setContentsMargins(16, 16, 16, 16)
        self.backupWords = QVBoxLayout()
        self.backupWords.setSpacing(4)
        self.backupWords.setObjectName(u"backupWords")
        self.backupWords.setContentsMargins(0, 0, 0, 0)
        self.backupTitle = QLabel(self.actions)
        self.backupTitle.setObjectName(u"backupTitle")
        self.backupTitle.setWordWrap(True)
        self.backupTitle.setProperty(u"role", u"section")

        self.backupWords.addWidget(self.backupTitle)

        self.backupAge = QLabel(self.actions)
        self.backupAge.setObjectName(u"backupAge")
        self.backupAge.setWordWrap(True)
        self.backupAge.setProperty(u"role", u"muted")

        self.backupWords.addWidget(self.backupAge)


        self.actionsRow.addLayout(self.backupWords)

        self.rebuild = QPushButton(self.actions)
        self.rebuild.setObjectName(u"rebuild")

        self.actionsRow.addWidget(self.rebuild)

        self.backup = QPushButton(self.actions)
        self.backup.setObjectName(u"backup")
        self.backup.setProperty(u"kind", u"primary")

        self.actionsRow.addWidget(self.backup)

        self.actionsRow.setStretch(0, 1)

        self.outer.addWidget(self.actions)

        self.outer.setStretch(2, 1)
        QWidget.setTabOrder(self.check, self.rebuild)
        QWidget.setTabOrder(self.rebuild, self.backup)

        self.retranslateUi(Health)
    # setupUi

    def retranslateUi(self, Health: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Health", u"T\u1ef1 ki\u1ec3m tra", None))
        self.subtitle.setText(QCoreApplication.translate("Health", u"Ki\u1ec3m tra s\u1ed5, nh\u1eadt k\u00fd, \u0111\u1ed3ng h\u1ed3, ch\u1ed7 tr\u1ed1ng, b\u1ea3n sao l\u01b0u v\u00e0 ch\u1ee9ng th\u01b0 tr\u00ean m\u00e1y n\u00e0y.", None))
        self.check.setText(QCoreApplication.translate("Health", u"&Ki\u1ec3m tra l\u1ea1i", None))
#if QT_CONFIG(tooltip)
        self.check.setToolTip(QCoreApplication.translate("Health", u"Ki\u1ec3m tra l\u1ea1i (F5)", None))
#endif // QT_CONFIG(tooltip)
        self.backupTitle.setText(QCoreApplication.translate("Health", u"Sao l\u01b0u", None))
        self.rebuild.setText(QCoreApplication.translate("Health", u"&D\u1ef1ng l\u1ea1i danh s\u00e1ch", None))
        self.backup.setText(QCoreApplication.translate("Health", u"&Sao l\u01b0u ngay\u2026", None))
        pass
    # retranslateUi
