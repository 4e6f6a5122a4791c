# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_start.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QButtonGroup, QCheckBox,
    QFormLayout, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QListView, QPushButton, QRadioButton,
    QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

class Ui_FirstStart(object):
    def setupUi(self, FirstStart: QWidget) -> None:
        if not FirstStart.objectName():
            FirstStart.setObjectName(u"FirstStart")
        self.outer = QHBoxLayout(FirstStart)
        self.outer.setSpacing(24)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(24, 24, 24, 24)
        self.outerStart = QSpacerItem(24, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.outer.addItem(self.outerStart)

        self.steps = QVBoxLayout()
        self.steps.setSpacing(8)
        self.steps.setObjectName(u"steps")
        self.program = QLabel(FirstStart)
        self.program.setObjectName(u"program")
        self.program.setProperty(u"role", u"title")

        self.steps.addWidget(self.program)

        self.step1 = QLabel(FirstStart)
        self.step1.setObjectName(u"step1")
        self.step1.setProperty(u"role", u"step")

        self.steps.addWidget(self.step1)

        self.step2 = QLabel(FirstStart)
        self.step2.setObjectName(u"step2")
        self.step2.setProperty(u"role", u"step")

        self.steps.addWidget(self.step2)

        self.step3 = QLabel(FirstStart)
        self.step3.setObjectName(u"step3")
        self.step3.setProperty(u"role", u"step")

        self.steps.addWidget(self.step3)

        self.step4 = QLabel(FirstStart)
        self.step4.setObjectName(u"step4")
        self.step4.setProperty(u"role", u"step")

        self.steps.addWidget(self.step4)

        self.stepsEnd = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.steps.addItem(self.stepsEnd)


        self.outer.addLayout(self.steps)

        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.area = QScrollArea(FirstStart)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages = QStackedWidget()
        self.pages.setObjectName(u"pages")
        self.rolePage = QWidget()
        self.rolePage.setObjectName(u"rolePage")
        self.roleColumn = QVBoxLayout(self.rolePage)
        self.roleColumn.setSpacing(12)
        self.roleColumn.setObjectName(u"roleColumn")
        self.roleColumn.setContentsMargins(0, 0, 0, 0)
        self.roleTitle = QLabel(self.rolePage)
        self.roleTitle.setObjectName(u"roleTitle")
        self.roleTitle.setProperty(u"role", u"title")

        self.roleColumn.addWidget(self.roleTitle)

        self.roleBox = QFrame(self.rolePage)
        self.roleBox.setObjectName(u"roleBox")
        self.roleBox.setProperty(u"role", u"card")
        self.roleBoxColumn = QVBoxLayout(self.roleBox)
        self.roleBoxColumn.setSpacing(8)
        self.roleBoxColumn.setObjectName(u"roleBoxColumn")
        self.commune = QRadioButton(self.roleBox)
        self.roles = QButtonGroup(FirstStart)
        self.roles.setObjectName(u"roles")
        self.roles.addButton(self.commune)
        self.commune.setObjectName(u"commune")
        self.commune.setChecked(True)

        self.roleBoxColumn.addWidget(self.commune)

        self.office = QRadioButton(self.roleBox)
        self.roles.addButton(self.office)
        self.office.setObjectName(u"office")

        self.roleBoxColumn.addWidget(self.office)


        self.roleColumn.addWidget(self.roleBox)

        self.kindTitle = QLabel(self.rolePage)
        self.kindTitle.setObjectName(u"kindTitle")
        self.kindTitle.setProperty(u"role", u"section")

        self.roleColumn.addWidget(self.kindTitle)

        self.kindBox = QFrame(self.rolePage)
        self.kindBox.setObjectName(u"kindBox")
        self.kindBox.setProperty(u"role", u"card")
        self.kindBoxColumn = QVBoxLayout(self.kindBox)
        self.kindBoxColumn.setSpacing(8)
        self.kindBoxColumn.setObjectName(u"kindBoxColumn")
        self.real = QRadioButton(self.kindBox)
        self.kinds = QButtonGroup(FirstStart)
        self.kinds.setObjectName(u"kinds")
        self.kinds.addButton(self.real)
        self.real.setObjectName(u"real")
        self.real.setChecked(True)

        self.kindBoxColumn.addWidget(self.real)

        self.practice = QRadioButton(self.kindBox)
        self.kinds.addButton(self.practice)
        self.practice.setObjectName(u"practice")

        self.kindBoxColumn.addWidget(self.practice)

        self.sample = QRadioButton(self.kindBox)
        self.kinds.addButton(self.sample)
        self.sample.setObjectName(u"sample")

        self.kindBoxColumn.addWidget(self.sample)


        self.roleColumn.addWidget(self.kindBox)

        self.secrets = QCheckBox(self.rolePage)
        self.secrets.setObjectName(u"secrets")

        self.roleColumn.addWidget(self.secrets)

        self.secretsHint = QLabel(self.rolePage)
        self.secretsHint.setObjectName(u"secretsHint")
        self.secretsHint.setWordWrap(True)
        self.secretsHint.setProperty(u"role", u"muted")

        self.roleColumn.addWidget(self.secretsHint)

        self.roleEnd = QSpacerItem(20, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.roleColumn.addItem(self.roleEnd)

        self.pages.addWidget(self.rolePage)
        self.unitPage = QWidget()
        self.unitPage.setObjectName(u"unitPage")
        self.unitColumn = QVBoxLayout(self.unitPage)
        self.unitColumn.setSpacing(12)
        self.unitColumn.setObjectName(u"unitColumn")
        self.unitColumn.setContentsMargins(0, 0, 0, 0)
        self.unitTitle = QLabel(self.unitPage)
        self.unitTitle.setObjectName(u"unitTitle")
        self.unitTitle.setProperty(u"role", u"title")

        self.unitColumn.addWidget(self.unitTitle)

        self.unitLabel = QLabel(self.unitPage)
        self.unitLabel.setObjectName(u"unitLabel")

        self.unitColumn.addWidget(self.unitLabel)

        self.unit = QLineEdit(self.unitPage)
        self.unit.setObjectName(u"unit")
        self.unit.setClearButtonEnabled(True)

        self.unitColumn.addWidget(self.unit)

        self.units = QListView(self.unitPage)
        self.units.setObjectName(u"units")
        self.units.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.unitColumn.addWidget(self.units)

        self.unitHint = QLabel(self.unitPage)
        self.unitHint.setObjectName(u"unitHint")
        self.unitHint.setWordWrap(True)
        self.unitHint.setProperty(u"role", u"muted")

        self.unitColumn.addWidget(self.unitHint)

        self.pages.addWidget(self.unitPage)
        self.personPage = QWidget()
        self.personPage.setObjectName(u"personPage")
        self.personColumn = QVBoxLayout(self.personPage)
        self.personColumn.setSpacing(12)
        self.personColumn.setObjectName(u"personColumn")
        self.personColumn.setContentsMargins(0, 0, 0, 0)
        self.personTitle = QLabel(self.personPage)
        self.personTitle.setObjectName(u"personTitle")
        self.personTitle.setProperty(u"role", u"title")

        self.personColumn.addWidget(self.personTitle)

        self.personHint = QLabel(self.personPage)
        self.personHint.setObjectName(u"personHint")
        self.personHint.setWordWrap(True)
        self.personHint.setProperty(u"role", u"muted")

        self.personColumn.addWidget(self.personHint)

        self.personForm = QFormLayout()
        self.personForm.setObjectName(u"personForm")
        self.personForm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.personForm.setVerticalSpacing(4)
        self.nameLabel = QLabel(self.personPage)
        self.nameLabel.setObjectName(u"nameLabel")

        self.personForm.setWidget(0, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.name = QLineEdit(self.personPage)
        self.name.setObjectName(u"name")

        self.personForm.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.firstLabel = QLabel(self.personPage)
        self.firstLabel.setObjectName(u"firstLabel")

        self.personForm.setWidget(1, QFormLayout.ItemRole.LabelRole, self.firstLabel)

        self.first = QLineEdit(self.personPage)
        self.first.setObjectName(u"first")
        self.first.setEchoMode(QLineEdit.EchoMode.Password)

        self.personForm.setWidget(1, QFormLayout.ItemRole.FieldRole, self.first)

        self.secondLabel = QLabel(self.personPage)
        self.secondLabel.setObjectName(u"secondLabel")

        self.personForm.setWidget(2, QFormLayout.ItemRole.LabelRole, self.secondLabel)

        self.second = QLineEdit(self.personPage)
        self.second.setObjectName(u"second")
        self.second.setEchoMode(QLineEdit.EchoMode.Password)

        self.personForm.setWidget(2, QFormLayout.ItemRole.FieldRole, self.second)

        self.authorityLabel = QLabel(self.personPage)
        self.authorityLabel.setObjectName(u"authorityLabel")

        self.personForm.setWidget(3, QFormLayout.ItemRole.LabelRole, self.authorityLabel)

        self.authority = QLineEdit(self.personPage)
        self.authority.setObjectName(u"authority")
        self.authority.setEchoMode(QLineEdit.EchoMode.Password)

        self.personForm.setWidget(3, QFormLayout.ItemRole.FieldRole, self.authority)

        self.authorityAgainLabel = QLabel(self.personPage)
        self.authorityAgainLabel.setObjectName(u"authorityAgainLabel")

        self.personForm.setWidget(4, QFormLayout.ItemRole.LabelRole, self.authorityAgainLabel)

        self.authorityAgain = QLineEdit(self.personPage)
        self.authorityAgain.setObjectName(u"authorityAgain")
        self.authorityAgain.setEchoMode(QLineEdit.EchoMode.Password)

        self.personForm.setWidget(4, QFormLayout.ItemRole.FieldRole, self.authorityAgain)


        self.personColumn.addLayout(self.personForm)

        self.personProblem = QLabel(self.personPage)
        self.personProblem.setObjectName(u"personProblem")
        self.personProblem.setWordWrap(True)
        self.personProblem.setProperty(u"role", u"muted")

        self.personColumn.addWidget(self.personProblem)

        self.lost = QLabel(self.personPage)
        self.lost.setObjectName(u"lost")
        self.lost.setWordWrap(True)
        self.lost.setProperty(u"tone", u"warning")

        self.personColumn.addWidget(self.lost)

        self.personEnd = QSpacerItem(20, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.personColumn.addItem(self.personEnd)

        self.pages.addWidget(self.personPage)
        self.sheetPage = QWidget()
        self.sheetPage.setObjectName(u"sheetPage")
        self.sheetColumn = QVBoxLayout(self.sheetPage)
        self.sheetColumn.setSpacing(12)
        self.sheetColumn.setObjectName(u"sheetColumn")
        self.sheetColumn.setContentsMargins(0, 0, 0, 0)
        self.sheetTitle = QLabel(self.sheetPage)
        self.sheetTitle.setObjectName(u"sheetTitle")
        self.sheetTitle.setProperty(u"role", u"title")

        self.sheetColumn.addWidget(self.sheetTitle)

        self.sheetHint = QLabel(self.sheetPage)
        self.sheetHint.setObjectName(u"sheetHint")
        self.sheetHint.setWordWrap(True)
        self.sheetHint.setProperty(u"role", u"muted")

        self.sheetColumn.addWidget(self.sheetHint)

        self.secret = QLabel(self.sheetPage)
        self.secret.setObjectName(u"secret")
        self.secret.setWordWrap(True)
        self.secret.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.secret.setProperty(u"role", u"sheet")

        self.sheetColumn.addWidget(self.secret)

        self.saveRow = QHBoxLayout()
        self.saveRow.setSpacing(12)
        self.saveRow.setObjectName(u"saveRow")
        self.printSheet = QPushButton(self.sheetPage)
        self.printSheet.setObjectName(u"printSheet")

        self.saveRow.addWidget(self.printSheet)

        self.saveSheet = QPushButton(self.sheetPage)
        self.saveSheet.setObjectName(u"saveSheet")

        self.saveRow.addWidget(self.saveSheet)

        self.saved = QLabel(self.sheetPage)
        self.saved.setObjectName(u"saved")
        self.saved.setWordWrap(True)
        self.saved.setProperty(u"tone", u"done")

        self.saveRow.addWidget(self.saved)

        self.saveEnd = QSpacerItem(8, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.saveRow.addItem(self.saveEnd)


        self.sheetColumn.addLayout(self.saveRow)

        self.lastLabel = QLabel(self.sheetPage)
        self.lastLabel.setObjectName(u"lastLabel")

        self.sheetColumn.addWidget(self.lastLabel)

        self.last = QLineEdit(self.sheetPage)
        self.last.setObjectName(u"last")
        self.last.setMaximumSize(QSize(160, 16777215))

        self.sheetColumn.addWidget(self.last)

        self.sheetEnd = QSpacerItem(20, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sheetColumn.addItem(self.sheetEnd)

        self.pages.addWidget(self.sheetPage)
        self.area.setWidget(self.pages)

        self.column.addWidget(self.area)

        self.problem = QLabel(FirstStart)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"tone", u"error")

        self.column.addWidget(self.problem)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.back = QPushButton(FirstStart)
        self.back.setObjectName(u"back")

        self.buttons.addWidget(self.back)

        self.buttonsGap = QSpacerItem(40, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonsGap)

        self.need = QLabel(FirstStart)
        self.need.setObjectName(u"need")
        self.need.setProperty(u"role", u"muted")

        self.buttons.addWidget(self.need)

        self.next = QPushButton(FirstStart)
        self.next.setObjectName(u"next")
        self.next.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.next)


        self.column.addLayout(self.buttons)

        self.column.setStretch(0, 1)

        self.outer.addLayout(self.column)

        self.outerEnd = QSpacerItem(24, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.outer.addItem(self.outerEnd)

        self.outer.setStretch(0, 1)
        self.outer.setStretch(2, 6)
        self.outer.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.unitLabel.setBuddy(self.unit)
        self.nameLabel.setBuddy(self.name)
        self.firstLabel.setBuddy(self.first)
        self.secondLabel.setBuddy(self.second)
        self.authorityLabel.setBuddy(self.authority)
        self.authorityAgainLabel.setBuddy(self.authorityAgain)
        self.lastLabel.setBuddy(self.last)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FirstStart)

        self.next.setDefault(True)

    # setupUi

    def retranslateUi(self, FirstStart: QWidget) -> None:
        self.program.setText(QCoreApplication.translate("FirstStart", u"B\u1eaft \u0111\u1ea7u", None))
        self.step1.setText(QCoreApplication.translate("FirstStart", u"1. Vai tr\u00f2", None))
        self.step2.setText(QCoreApplication.translate("FirstStart", u"2. \u0110\u01a1n v\u1ecb", None))
        self.step3.setText(QCoreApplication.translate("FirstStart", u"3. M\u1eadt kh\u1ea9u", None))
        self.step4.setText(QCoreApplication.translate("FirstStart", u"4. Phi\u1ebfu kh\u00f4i ph\u1ee5c", None))
        self.roleTitle.setText(QCoreApplication.translate("FirstStart", u"M\u00e1y n\u00e0y d\u00f9ng \u1edf \u0111\u00e2u?", None))
        self.commune.setText(QCoreApplication.translate("FirstStart", u"C\u00f4ng an &x\u00e3, ph\u01b0\u1eddng, th\u1ecb tr\u1ea5n \u2013 ghi s\u1ed5 v\u00e0 n\u1ed9p b\u00e1o c\u00e1o", None))
        self.office.setText(QCoreApplication.translate("FirstStart", u"&C\u01a1 quan nh\u1eadn \u2013 nh\u1eadn g\u00f3i n\u1ed9p, t\u1ed5ng h\u1ee3p s\u1ed1 li\u1ec7u", None))
        self.kindTitle.setText(QCoreApplication.translate("FirstStart", u"D\u00f9ng \u0111\u1ec3 l\u00e0m g\u00ec?", None))
        self.real.setText(QCoreApplication.translate("FirstStart", u"D\u00f9ng &th\u1eadt", None))
        self.practice.setText(QCoreApplication.translate("FirstStart", u"Th\u1ef1c &h\u00e0nh \u2013 s\u1ed5 tr\u1ed1ng, c\u01a1 quan nh\u1eadn th\u1eadt kh\u00f4ng nh\u1eadn g\u00f3i n\u1ed9p", None))
        self.sample.setText(QCoreApplication.translate("FirstStart", u"Th\u1ef1c h\u00e0nh v\u1edbi d\u1eef li\u1ec7u &m\u1eabu \u2013 c\u00f3 s\u1eb5n h\u1ed3 s\u01a1 h\u01b0 c\u1ea5u \u0111\u1ec3 th\u1eed", None))
        self.secrets.setText(QCoreApplication.translate("FirstStart", u"T\u00f4i cam \u0111oan m\u00e1y n\u00e0y kh\u00f4ng ch\u1ee9a &b\u00ed m\u1eadt nh\u00e0 n\u01b0\u1edbc", None))
        self.secretsHint.setText(QCoreApplication.translate("FirstStart", u"Th\u00f4ng tin thu\u1ed9c b\u00ed m\u1eadt nh\u00e0 n\u01b0\u1edbc ph\u1ea3i ghi v\u00e0o s\u1ed5 m\u1eadt, kh\u00f4ng nh\u1eadp v\u00e0o ph\u1ea7n m\u1ec1m n\u00e0y.", None))
        self.unitTitle.setText(QCoreApplication.translate("FirstStart", u"\u0110\u01a1n v\u1ecb n\u00e0o?", None))
        self.unitLabel.setText(QCoreApplication.translate("FirstStart", u"&T\u00ean ho\u1eb7c m\u00e3 \u0111\u01a1n v\u1ecb, kh\u00f4ng c\u1ea7n g\u00f5 d\u1ea5u", None))
        self.unit.setPlaceholderText(QCoreApplication.translate("FirstStart", u"V\u00ed d\u1ee5: nguyen ly", None))
#if QT_CONFIG(accessibility)
        self.units.setAccessibleName(QCoreApplication.translate("FirstStart", u"\u0110\u01a1n v\u1ecb t\u00ecm th\u1ea5y", None))
#endif // QT_CONFIG(accessibility)
        self.personTitle.setText(QCoreApplication.translate("FirstStart", u"\u0110\u1ed3ng ch\u00ed l\u00e0 ai?", None))
        self.personHint.setText(QCoreApplication.translate("FirstStart", u"Ng\u01b0\u1eddi t\u1ea1o s\u1ed5 l\u00e0 ch\u1ec9 huy: k\u00fd g\u00f3i n\u1ed9p v\u00e0 qu\u1ea3n l\u00fd ng\u01b0\u1eddi d\u00f9ng.", None))
        self.nameLabel.setText(QCoreApplication.translate("FirstStart", u"&H\u1ecd v\u00e0 t\u00ean", None))
        self.firstLabel.setText(QCoreApplication.translate("FirstStart", u"&M\u1eadt kh\u1ea9u m\u1edf s\u1ed5", None))
        self.secondLabel.setText(QCoreApplication.translate("FirstStart", u"&Nh\u1eadp l\u1ea1i m\u1eadt kh\u1ea9u", None))
        self.authorityLabel.setText(QCoreApplication.translate("FirstStart", u"M\u1eadt kh\u1ea9u kh\u00f3a c\u1ea5p &ch\u1ee9ng th\u01b0 (kh\u00e1c m\u1eadt kh\u1ea9u m\u1edf s\u1ed5)", None))
        self.authorityAgainLabel.setText(QCoreApplication.translate("FirstStart", u"Nh\u1eadp &l\u1ea1i m\u1eadt kh\u1ea9u kh\u00f3a c\u1ea5p ch\u1ee9ng th\u01b0", None))
        self.lost.setText(QCoreApplication.translate("FirstStart", u"Qu\u00ean m\u1eadt kh\u1ea9u m\u00e0 kh\u00f4ng c\u00f3 phi\u1ebfu kh\u00f4i ph\u1ee5c th\u00ec kh\u00f4ng ai m\u1edf l\u1ea1i \u0111\u01b0\u1ee3c s\u1ed5.", None))
        self.sheetTitle.setText(QCoreApplication.translate("FirstStart", u"Phi\u1ebfu kh\u00f4i ph\u1ee5c", None))
        self.sheetHint.setText(QCoreApplication.translate("FirstStart", u"Ch\u1ec9 hi\u1ec7n m\u1ed9t l\u1ea7n. In, l\u01b0u ra t\u1ec7p ho\u1eb7c ch\u00e9p l\u1ea1i, ni\u00eam phong v\u00e0 c\u1ea5t \u1edf n\u01a1i an to\u00e0n c\u1ee7a \u0111\u01a1n v\u1ecb.", None))
#if QT_CONFIG(accessibility)
        self.secret.setAccessibleName(QCoreApplication.translate("FirstStart", u"M\u00e3 kh\u00f4i ph\u1ee5c", None))
#endif // QT_CONFIG(accessibility)
        self.printSheet.setText(QCoreApplication.translate("FirstStart", u"&In ho\u1eb7c l\u01b0u phi\u1ebfu\u2026", None))
        self.saveSheet.setText(QCoreApplication.translate("FirstStart", u"&L\u01b0u d\u1ea1ng ch\u1eef\u2026", None))
        self.lastLabel.setText(QCoreApplication.translate("FirstStart", u"Nh\u1eadp &4 k\u00fd t\u1ef1 cu\u1ed1i c\u1ee7a m\u00e3 tr\u00ean phi\u1ebfu \u0111\u00e3 l\u01b0u ho\u1eb7c ch\u00e9p", None))
#if QT_CONFIG(accessibility)
        self.problem.setAccessibleName(QCoreApplication.translate("FirstStart", u"L\u1ed7i", None))
#endif // QT_CONFIG(accessibility)
        self.back.setText(QCoreApplication.translate("FirstStart", u"&Quay l\u1ea1i", None))
        self.next.setText(QCoreApplication.translate("FirstStart", u"Ti\u1ebf&p t\u1ee5c", None))
        pass
    # retranslateUi
