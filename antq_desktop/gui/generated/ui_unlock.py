# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'unlock.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFormLayout,
    QFrame, QGridLayout, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_Unlock(object):
    def setupUi(self, Unlock: QWidget) -> None:
        if not Unlock.objectName():
            Unlock.setObjectName(u"Unlock")
        self.outer = QGridLayout(Unlock)
        self.outer.setObjectName(u"outer")
        self.above = QSpacerItem(20, 24, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.above, 0, 1, 1, 1)

        self.left = QSpacerItem(24, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.outer.addItem(self.left, 1, 0, 1, 1)

        self.card = QFrame(Unlock)
        self.card.setObjectName(u"card")
        self.card.setMinimumSize(QSize(440, 0))
        self.card.setProperty(u"role", u"card")
        self.column = QVBoxLayout(self.card)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.column.addWidget(self.title)

        self.practice = QLabel(self.card)
        self.practice.setObjectName(u"practice")
        self.practice.setWordWrap(True)
        self.practice.setTextFormat(Qt.TextFormat.PlainText)
        self.practice.setProperty(u"role", u"practice")

        self.column.addWidget(self.practice)

        self.about = QLabel(self.card)
        self.about.setObjectName(u"about")
        self.about.setWordWrap(True)
        self.about.setProperty(u"role", u"muted")

        self.column.addWidget(self.about)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(4)
        self.userLabel = QLabel(self.card)
        self.userLabel.setObjectName(u"userLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.userLabel)

        self.user = QComboBox(self.card)
        self.user.setObjectName(u"user")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.user)

        self.passphraseLabel = QLabel(self.card)
        self.passphraseLabel.setObjectName(u"passphraseLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.passphraseLabel)

        self.passphrase = QLineEdit(self.card)
        self.passphrase.setObjectName(u"passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.passphrase)


        self.column.addLayout(self.form)

        self.reveal = QCheckBox(self.card)
        self.reveal.setObjectName(u"reveal")

        self.column.addWidget(self.reveal)

        self.problem = QLabel(self.card)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"error")

        self.column.addWidget(self.problem)

        self.unlock = QPushButton(self.card)
        self.unlock.setObjectName(u"unlock")
        self.unlock.setProperty(u"kind", u"primary")

        self.column.addWidget(self.unlock)

        self.more = QHBoxLayout()
        self.more.setObjectName(u"more")
        self.forgot = QPushButton(self.card)
        self.forgot.setObjectName(u"forgot")
        self.forgot.setProperty(u"kind", u"link")

        self.more.addWidget(self.forgot)

        self.backups = QPushButton(self.card)
        self.backups.setObjectName(u"backups")
        self.backups.setProperty(u"kind", u"link")

        self.more.addWidget(self.backups)

        self.moreEnd = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.more.addItem(self.moreEnd)


        self.column.addLayout(self.more)

        self.classRow = QHBoxLayout()
        self.classRow.setObjectName(u"classRow")
        self.otherPost = QPushButton(self.card)
        self.otherPost.setObjectName(u"otherPost")
        self.otherPost.setProperty(u"kind", u"link")

        self.classRow.addWidget(self.otherPost)

        self.practiceClass = QPushButton(self.card)
        self.practiceClass.setObjectName(u"practiceClass")
        self.practiceClass.setProperty(u"kind", u"link")

        self.classRow.addWidget(self.practiceClass)

        self.classEnd = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.classRow.addItem(self.classEnd)


        self.column.addLayout(self.classRow)

        self.since = QLabel(self.card)
        self.since.setObjectName(u"since")
        self.since.setWordWrap(True)
        self.since.setProperty(u"role", u"muted")

        self.column.addWidget(self.since)


        self.outer.addWidget(self.card, 1, 1, 1, 1)

        self.right = QSpacerItem(24, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.outer.addItem(self.right, 1, 2, 1, 1)

        self.below = QSpacerItem(20, 24, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.below, 2, 1, 1, 1)

        self.outer.setRowStretch(0, 1)
        self.outer.setRowStretch(2, 2)
        self.outer.setColumnStretch(0, 1)
        self.outer.setColumnStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.userLabel.setBuddy(self.user)
        self.passphraseLabel.setBuddy(self.passphrase)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.user, self.passphrase)
        QWidget.setTabOrder(self.passphrase, self.reveal)
        QWidget.setTabOrder(self.reveal, self.unlock)
        QWidget.setTabOrder(self.unlock, self.forgot)
        QWidget.setTabOrder(self.forgot, self.backups)
        QWidget.setTabOrder(self.backups, self.otherPost)
        QWidget.setTabOrder(self.otherPost, self.practiceClass)

        self.retranslateUi(Unlock)

        self.unlock.setDefault(True)

    # setupUi

    def retranslateUi(self, Unlock: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Unlock", u"M\u1edf kh\u00f3a s\u1ed5", None))
        self.about.setText(QCoreApplication.translate("Unlock", u"S\u1ed5 \u0111\u01b0\u1ee3c m\u00e3 h\u00f3a tr\u00ean m\u00e1y n\u00e0y. Nh\u1eadp m\u1eadt kh\u1ea9u c\u1ee7a \u0111\u1ed3ng ch\u00ed \u0111\u1ec3 m\u1edf.", None))
        self.userLabel.setText(QCoreApplication.translate("Unlock", u"Ng\u01b0\u1eddi &d\u00f9ng", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("Unlock", u"Ng\u01b0\u1eddi d\u00f9ng", None))
#endif // QT_CONFIG(accessibility)
        self.passphraseLabel.setText(QCoreApplication.translate("Unlock", u"&M\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.passphrase.setAccessibleName(QCoreApplication.translate("Unlock", u"M\u1eadt kh\u1ea9u", None))
#endif // QT_CONFIG(accessibility)
        self.reveal.setText(QCoreApplication.translate("Unlock", u"&Hi\u1ec7n m\u1eadt kh\u1ea9u", None))
#if QT_CONFIG(accessibility)
        self.problem.setAccessibleName(QCoreApplication.translate("Unlock", u"L\u1ed7i", None))
#endif // QT_CONFIG(accessibility)
        self.unlock.setText(QCoreApplication.translate("Unlock", u"M\u1edf &kh\u00f3a", None))
        self.forgot.setText(QCoreApplication.translate("Unlock", u"&Qu\u00ean m\u1eadt kh\u1ea9u\u2026", None))
        self.backups.setText(QCoreApplication.translate("Unlock", u"&Ki\u1ec3m tra b\u1ea3n sao l\u01b0u\u2026", None))
        self.otherPost.setText(QCoreApplication.translate("Unlock", u"&Sang m\u00e1y kia", None))
        pass
    # retranslateUi
