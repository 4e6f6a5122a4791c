# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'submission.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QProgressBar, QPushButton, QRadioButton,
    QScrollArea, QSizePolicy, QSpacerItem, QSplitter,
    QStackedWidget, QTableView, QVBoxLayout, QWidget)

class Ui_Submission(object):
    def setupUi(self, Submission: QWidget) -> None:
        if not Submission.objectName():
            Submission.setObjectName(u"Submission")
        self.outer = QVBoxLayout(Submission)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.screens = QStackedWidget(Submission)
        self.screens.setObjectName(u"screens")
        self.home = QWidget()
        self.home.setObjectName(u"home")
        self.homeColumn = QVBoxLayout(self.home)
        self.homeColumn.setSpacing(16)
        self.homeColumn.setObjectName(u"homeColumn")
        self.homeColumn.setContentsMargins(0, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.words.setObjectName(u"words")
        self.words.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(self.home)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"role", u"title")

        self.words.addWidget(self.title)

        self.subtitle = QLabel(self.home)
        self.subtitle.setObjectName(u"subtitle")
        self.subtitle.setWordWrap(True)
        self.subtitle.setProperty(u"role", u"muted")

        self.words.addWidget(self.subtitle)


        self.head.addLayout(self.words)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.receipt = QPushButton(self.home)
        self.receipt.setObjectName(u"receipt")

        self.acts.addWidget(self.receipt)

        self.begin = QPushButton(self.home)
        self.begin.setObjectName(u"begin")
        self.begin.setProperty(u"kind", u"primary")

        self.acts.addWidget(self.begin)


        self.head.addLayout(self.acts)

        self.head.setStretch(0, 1)

        self.homeColumn.addLayout(self.head)

        self.homePages = QStackedWidget(self.home)
        self.homePages.setObjectName(u"homePages")
        self.empty = QWidget()
        self.empty.setObjectName(u"empty")
        self.emptyColumn = QVBoxLayout(self.empty)
        self.emptyColumn.setSpacing(12)
        self.emptyColumn.setObjectName(u"emptyColumn")
        self.emptyColumn.setContentsMargins(0, 0, 0, 0)
        self.homePages.addWidget(self.empty)
        self.filled = QWidget()
        self.filled.setObjectName(u"filled")
        self.filledColumn = QVBoxLayout(self.filled)
        self.filledColumn.setSpacing(12)
        self.filledColumn.setObjectName(u"filledColumn")
        self.filledColumn.setContentsMargins(0, 0, 0, 0)
        self.split = QSplitter(self.filled)
        self.split.setObjectName(u"split")
        self.split.setOrientation(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.sent = QTableView(self.split)
        self.sent.setObjectName(u"sent")
        self.split.addWidget(self.sent)
        self.detail = QFrame(self.split)
        self.detail.setObjectName(u"detail")
        self.detail.setProperty(u"role", u"card")
        self.detailColumn = QVBoxLayout(self.detail)
        self.detailColumn.setSpacing(8)
        self.detailColumn.setObjectName(u"detailColumn")
        self.detailColumn.setContentsMargins(16, 16, 16, 16)
        self.nameRow = QHBoxLayout()
        self.nameRow.setSpacing(8)
        self.nameRow.setObjectName(u"nameRow")
        self.nameRow.setContentsMargins(0, 0, 0, 0)
        self.name = QLabel(self.detail)
        self.name.setObjectName(u"name")
        self.name.setWordWrap(True)
        self.name.setProperty(u"role", u"section")

        self.nameRow.addWidget(self.name)

        self.chipPlace = QWidget(self.detail)
        self.chipPlace.setObjectName(u"chipPlace")
        self.chipRow = QHBoxLayout(self.chipPlace)
        self.chipRow.setSpacing(12)
        self.chipRow.setObjectName(u"chipRow")
        self.chipRow.setContentsMargins(0, 0, 0, 0)

        self.nameRow.addWidget(self.chipPlace)

        self.nameRow.setStretch(0, 1)

        self.detailColumn.addLayout(self.nameRow)

        self.facts = QLabel(self.detail)
        self.facts.setObjectName(u"facts")
        self.facts.setWordWrap(True)

        self.detailColumn.addWidget(self.facts)

        self.next = QLabel(self.detail)
        self.next.setObjectName(u"next")
        self.next.setWordWrap(True)
        self.next.setProperty(u"role", u"muted")

        self.detailColumn.addWidget(self.next)

        self.reasonsLabel = QLabel(self.detail)
        self.reasonsLabel.setObjectName(u"reasonsLabel")
        self.reasonsLabel.setWordWrap(True)
        self.reasonsLabel.setProperty(u"role", u"section")

        self.detailColumn.addWidget(self.reasonsLabel)

        self.reasons = QLabel(self.detail)
        self.reasons.setObjectName(u"reasons")
        self.reasons.setWordWrap(True)

        self.detailColumn.addWidget(self.reasons)

        self.space1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.detailColumn.addItem(self.space1)

        self.carry = QVBoxLayout()
        self.carry.setSpacing(8)
        self.carry.setObjectName(u"carry")
        self.carry.setContentsMargins(0, 0, 0, 0)
        self.cover = QPushButton(self.detail)
        self.cover.setObjectName(u"cover")

        self.carry.addWidget(self.cover, 0, Qt.AlignRight)

        self.again = QPushButton(self.detail)
        self.again.setObjectName(u"again")

        self.carry.addWidget(self.again, 0, Qt.AlignRight)


        self.detailColumn.addLayout(self.carry)

        self.split.addWidget(self.detail)

        self.filledColumn.addWidget(self.split)

        self.homePages.addWidget(self.filled)

        self.homeColumn.addWidget(self.homePages)

        self.homeColumn.setStretch(1, 1)
        self.screens.addWidget(self.home)
        self.wizard = QWidget()
        self.wizard.setObjectName(u"wizard")
        self.wizardColumn = QVBoxLayout(self.wizard)
        self.wizardColumn.setSpacing(16)
        self.wizardColumn.setObjectName(u"wizardColumn")
        self.wizardColumn.setContentsMargins(0, 0, 0, 0)
        self.wizardWords = QVBoxLayout()
        self.wizardWords.setSpacing(4)
        self.wizardWords.setObjectName(u"wizardWords")
        self.wizardWords.setContentsMargins(0, 0, 0, 0)
        self.wizardTitle = QLabel(self.wizard)
        self.wizardTitle.setObjectName(u"wizardTitle")
        self.wizardTitle.setWordWrap(True)
        self.wizardTitle.setProperty(u"role", u"title")

        self.wizardWords.addWidget(self.wizardTitle)

        self.wizardSubtitle = QLabel(self.wizard)
        self.wizardSubtitle.setObjectName(u"wizardSubtitle")
        self.wizardSubtitle.setWordWrap(True)
        self.wizardSubtitle.setProperty(u"role", u"muted")

        self.wizardWords.addWidget(self.wizardSubtitle)


        self.wizardColumn.addLayout(self.wizardWords)

        self.body = QHBoxLayout()
        self.body.setSpacing(16)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.steps = QFrame(self.wizard)
        self.steps.setObjectName(u"steps")
        self.steps.setProperty(u"role", u"card")
        self.stepsColumn = QVBoxLayout(self.steps)
        self.stepsColumn.setSpacing(4)
        self.stepsColumn.setObjectName(u"stepsColumn")
        self.stepsColumn.setContentsMargins(12, 12, 12, 12)
        self.space3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.stepsColumn.addItem(self.space3)


        self.body.addWidget(self.steps)

        self.scroll = QScrollArea(self.wizard)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages = QStackedWidget()
        self.pages.setObjectName(u"pages")
        self.periodPage = QWidget()
        self.periodPage.setObjectName(u"periodPage")
        self.periodPageColumn = QVBoxLayout(self.periodPage)
        self.periodPageColumn.setSpacing(12)
        self.periodPageColumn.setObjectName(u"periodPageColumn")
        self.periodPageColumn.setContentsMargins(0, 0, 0, 0)
        self.periodTitle = QLabel(self.periodPage)
        self.periodTitle.setObjectName(u"periodTitle")
        self.periodTitle.setWordWrap(True)
        self.periodTitle.setProperty(u"role", u"section")

        self.periodPageColumn.addWidget(self.periodTitle)

        self.withPeriod = QRadioButton(self.periodPage)
        self.withPeriod.setObjectName(u"withPeriod")
        self.withPeriod.setChecked(True)

        self.periodPageColumn.addWidget(self.withPeriod)

        self.pickerPlace = QWidget(self.periodPage)
        self.pickerPlace.setObjectName(u"pickerPlace")
        self.pickerColumn = QVBoxLayout(self.pickerPlace)
        self.pickerColumn.setSpacing(12)
        self.pickerColumn.setObjectName(u"pickerColumn")
        self.pickerColumn.setContentsMargins(0, 0, 0, 0)

        self.periodPageColumn.addWidget(self.pickerPlace)

        self.withoutPeriod = QRadioButton(self.periodPage)
        self.withoutPeriod.setObjectName(u"withoutPeriod")

        self.periodPageColumn.addWidget(self.withoutPeriod)

        self.periodNote = QLabel(self.periodPage)
        self.periodNote.setObjectName(u"periodNote")
        self.periodNote.setWordWrap(True)
        self.periodNote.setProperty(u"role", u"muted")

        self.periodPageColumn.addWidget(self.periodNote)

        self.space4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.periodPageColumn.addItem(self.space4)

        self.pages.addWidget(self.periodPage)
        self.goingPage = QWidget()
        self.goingPage.setObjectName(u"goingPage")
        self.goingPageColumn = QVBoxLayout(self.goingPage)
        self.goingPageColumn.setSpacing(12)
        self.goingPageColumn.setObjectName(u"goingPageColumn")
        self.goingPageColumn.setContentsMargins(0, 0, 0, 0)
        self.goingTitle = QLabel(self.goingPage)
        self.goingTitle.setObjectName(u"goingTitle")
        self.goingTitle.setWordWrap(True)
        self.goingTitle.setProperty(u"role", u"section")

        self.goingPageColumn.addWidget(self.goingTitle)

        self.goingNote = QLabel(self.goingPage)
        self.goingNote.setObjectName(u"goingNote")
        self.goingNote.setWordWrap(True)

        self.goingPageColumn.addWidget(self.goingNote)

        self.going = QTableView(self.goingPage)
        self.going.setObjectName(u"going")

        self.goingPageColumn.addWidget(self.going)

        self.nilPlace = QFrame(self.goingPage)
        self.nilPlace.setObjectName(u"nilPlace")
        self.nilColumn = QVBoxLayout(self.nilPlace)
        self.nilColumn.setSpacing(4)
        self.nilColumn.setObjectName(u"nilColumn")
        self.nilColumn.setContentsMargins(0, 0, 0, 0)
        self.nilTitle = QLabel(self.nilPlace)
        self.nilTitle.setObjectName(u"nilTitle")
        self.nilTitle.setWordWrap(True)

        self.nilColumn.addWidget(self.nilTitle)


        self.goingPageColumn.addWidget(self.nilPlace)

        self.homeCard = QFrame(self.goingPage)
        self.homeCard.setObjectName(u"homeCard")
        self.homeCard.setProperty(u"role", u"card")
        self.homeCardColumn = QVBoxLayout(self.homeCard)
        self.homeCardColumn.setSpacing(8)
        self.homeCardColumn.setObjectName(u"homeCardColumn")
        self.homeCardColumn.setContentsMargins(16, 16, 16, 16)
        self.homeTitle = QLabel(self.homeCard)
        self.homeTitle.setObjectName(u"homeTitle")
        self.homeTitle.setWordWrap(True)
        self.homeTitle.setProperty(u"role", u"section")

        self.homeCardColumn.addWidget(self.homeTitle)

        self.homeDrafts = QLabel(self.homeCard)
        self.homeDrafts.setObjectName(u"homeDrafts")
        self.homeDrafts.setWordWrap(True)

        self.homeCardColumn.addWidget(self.homeDrafts)

        self.homeFields = QLabel(self.homeCard)
        self.homeFields.setObjectName(u"homeFields")
        self.homeFields.setWordWrap(True)
        self.homeFields.setProperty(u"role", u"muted")

        self.homeCardColumn.addWidget(self.homeFields)


        self.goingPageColumn.addWidget(self.homeCard)

        self.goingPageColumn.setStretch(2, 1)
        self.pages.addWidget(self.goingPage)
        self.problemsPage = QWidget()
        self.problemsPage.setObjectName(u"problemsPage")
        self.problemsPageColumn = QVBoxLayout(self.problemsPage)
        self.problemsPageColumn.setSpacing(12)
        self.problemsPageColumn.setObjectName(u"problemsPageColumn")
        self.problemsPageColumn.setContentsMargins(0, 0, 0, 0)
        self.problemsTitle = QLabel(self.problemsPage)
        self.problemsTitle.setObjectName(u"problemsTitle")
        self.problemsTitle.setWordWrap(True)
        self.problemsTitle.setProperty(u"role", u"section")

        self.problemsPageColumn.addWidget(self.problemsTitle)

        self.problemsNote = QLabel(self.problemsPage)
        self.problemsNote.setObjectName(u"problemsNote")
        self.problemsNote.setWordWrap(True)

        self.problemsPageColumn.addWidget(self.problemsNote)

        self.problems = QTableView(self.problemsPage)
        self.problems.setObjectName(u"problems")

        self.problemsPageColumn.addWidget(self.problems)

        self.problemsRow = QHBoxLayout()
        self.problemsRow.setSpacing(8)
        self.problemsRow.setObjectName(u"problemsRow")
        self.problemsRow.setContentsMargins(0, 0, 0, 0)
        self.openRecord = QPushButton(self.problemsPage)
        self.openRecord.setObjectName(u"openRecord")

        self.problemsRow.addWidget(self.openRecord)

        self.checkAgain = QPushButton(self.problemsPage)
        self.checkAgain.setObjectName(u"checkAgain")

        self.problemsRow.addWidget(self.checkAgain)

        self.space5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.problemsRow.addItem(self.space5)


        self.problemsPageColumn.addLayout(self.problemsRow)

        self.space6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.problemsPageColumn.addItem(self.space6)

        self.problemsPageColumn.setStretch(2, 1)
        self.pages.addWidget(self.problemsPage)
        self.figuresPage = QWidget()
        self.figuresPage.setObjectName(u"figuresPage")
        self.figuresPageColumn = QVBoxLayout(self.figuresPage)
        self.figuresPageColumn.setSpacing(12)
        self.figuresPageColumn.setObjectName(u"figuresPageColumn")
        self.figuresPageColumn.setContentsMargins(0, 0, 0, 0)
        self.figuresTitle = QLabel(self.figuresPage)
        self.figuresTitle.setObjectName(u"figuresTitle")
        self.figuresTitle.setWordWrap(True)
        self.figuresTitle.setProperty(u"role", u"section")

        self.figuresPageColumn.addWidget(self.figuresTitle)

        self.figuresNote = QLabel(self.figuresPage)
        self.figuresNote.setObjectName(u"figuresNote")
        self.figuresNote.setWordWrap(True)
        self.figuresNote.setProperty(u"role", u"muted")

        self.figuresPageColumn.addWidget(self.figuresNote)

        self.figures = QTableView(self.figuresPage)
        self.figures.setObjectName(u"figures")

        self.figuresPageColumn.addWidget(self.figures)

        self.figuresPageColumn.setStretch(2, 1)
        self.pages.addWidget(self.figuresPage)
        self.signPage = QWidget()
        self.signPage.setObjectName(u"signPage")
        self.signPageColumn = QVBoxLayout(self.signPage)
        self.signPageColumn.setSpacing(12)
        self.signPageColumn.setObjectName(u"signPageColumn")
        self.signPageColumn.setContentsMargins(0, 0, 0, 0)
        self.signTitle = QLabel(self.signPage)
        self.signTitle.setObjectName(u"signTitle")
        self.signTitle.setWordWrap(True)
        self.signTitle.setProperty(u"role", u"section")

        self.signPageColumn.addWidget(self.signTitle)

        self.signCard = QFrame(self.signPage)
        self.signCard.setObjectName(u"signCard")
        self.signCard.setProperty(u"role", u"card")
        self.signCardColumn = QVBoxLayout(self.signCard)
        self.signCardColumn.setSpacing(8)
        self.signCardColumn.setObjectName(u"signCardColumn")
        self.signCardColumn.setContentsMargins(16, 16, 16, 16)
        self.signer = QLabel(self.signCard)
        self.signer.setObjectName(u"signer")
        self.signer.setWordWrap(True)

        self.signCardColumn.addWidget(self.signer)

        self.certificate = QLabel(self.signCard)
        self.certificate.setObjectName(u"certificate")
        self.certificate.setWordWrap(True)
        self.certificate.setProperty(u"role", u"muted")

        self.signCardColumn.addWidget(self.certificate)

        self.recipient = QLabel(self.signCard)
        self.recipient.setObjectName(u"recipient")
        self.recipient.setWordWrap(True)

        self.signCardColumn.addWidget(self.recipient)


        self.signPageColumn.addWidget(self.signCard)

        self.covers = QLabel(self.signPage)
        self.covers.setObjectName(u"covers")
        self.covers.setWordWrap(True)

        self.signPageColumn.addWidget(self.covers)

        self.hindrance = QLabel(self.signPage)
        self.hindrance.setObjectName(u"hindrance")
        self.hindrance.setWordWrap(True)
        self.hindrance.setProperty(u"tone", u"error")

        self.signPageColumn.addWidget(self.hindrance)

        self.space7 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.signPageColumn.addItem(self.space7)

        self.pages.addWidget(self.signPage)
        self.writePage = QWidget()
        self.writePage.setObjectName(u"writePage")
        self.writePageColumn = QVBoxLayout(self.writePage)
        self.writePageColumn.setSpacing(12)
        self.writePageColumn.setObjectName(u"writePageColumn")
        self.writePageColumn.setContentsMargins(0, 0, 0, 0)
        self.writeTitle = QLabel(self.writePage)
        self.writeTitle.setObjectName(u"writeTitle")
        self.writeTitle.setWordWrap(True)
        self.writeTitle.setProperty(u"role", u"section")

        self.writePageColumn.addWidget(self.writeTitle)

        self.writeFile = QLabel(self.writePage)
        self.writeFile.setObjectName(u"writeFile")
        self.writeFile.setWordWrap(True)

        self.writePageColumn.addWidget(self.writeFile)

        self.writeCard = QFrame(self.writePage)
        self.writeCard.setObjectName(u"writeCard")
        self.writeCard.setProperty(u"role", u"card")
        self.writeCardColumn = QVBoxLayout(self.writeCard)
        self.writeCardColumn.setSpacing(8)
        self.writeCardColumn.setObjectName(u"writeCardColumn")
        self.writeCardColumn.setContentsMargins(16, 16, 16, 16)
        self.writeRow = QHBoxLayout()
        self.writeRow.setSpacing(8)
        self.writeRow.setObjectName(u"writeRow")
        self.writeRow.setContentsMargins(0, 0, 0, 0)
        self.writePicture = QLabel(self.writeCard)
        self.writePicture.setObjectName(u"writePicture")

        self.writeRow.addWidget(self.writePicture)

        self.writeState = QLabel(self.writeCard)
        self.writeState.setObjectName(u"writeState")
        self.writeState.setWordWrap(True)
        self.writeState.setProperty(u"role", u"section")

        self.writeRow.addWidget(self.writeState)

        self.writeRow.setStretch(1, 1)

        self.writeCardColumn.addLayout(self.writeRow)

        self.writeHint = QLabel(self.writeCard)
        self.writeHint.setObjectName(u"writeHint")
        self.writeHint.setWordWrap(True)

        self.writeCardColumn.addWidget(self.writeHint)

        self.writeProgress = QProgressBar(self.writeCard)
        self.writeProgress.setObjectName(u"writeProgress")
        self.writeProgress.setMaximum(3)
        self.writeProgress.setTextVisible(False)

        self.writeCardColumn.addWidget(self.writeProgress)

        self.writeSteps = QLabel(self.writeCard)
        self.writeSteps.setObjectName(u"writeSteps")
        self.writeSteps.setWordWrap(True)
        self.writeSteps.setProperty(u"role", u"muted")

        self.writeCardColumn.addWidget(self.writeSteps)

        self.writeButtons = QHBoxLayout()
        self.writeButtons.setSpacing(8)
        self.writeButtons.setObjectName(u"writeButtons")
        self.writeButtons.setContentsMargins(0, 0, 0, 0)
        self.choose = QPushButton(self.writeCard)
        self.choose.setObjectName(u"choose")
        self.choose.setProperty(u"kind", u"primary")

        self.writeButtons.addWidget(self.choose)

        self.retry = QPushButton(self.writeCard)
        self.retry.setObjectName(u"retry")

        self.writeButtons.addWidget(self.retry)

        self.coverNow = QPushButton(self.writeCard)
        self.coverNow.setObjectName(u"coverNow")

        self.writeButtons.addWidget(self.coverNow)

        self.space8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.writeButtons.addItem(self.space8)


        self.writeCardColumn.addLayout(self.writeButtons)


        self.writePageColumn.addWidget(self.writeCard)

        self.space9 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.writePageColumn.addItem(self.space9)

        self.pages.addWidget(self.writePage)
        self.scroll.setWidget(self.pages)

        self.body.addWidget(self.scroll)

        self.body.setStretch(1, 1)

        self.wizardColumn.addLayout(self.body)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.leave = QPushButton(self.wizard)
        self.leave.setObjectName(u"leave")

        self.buttons.addWidget(self.leave)

        self.space10 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.space10)

        self.back = QPushButton(self.wizard)
        self.back.setObjectName(u"back")

        self.buttons.addWidget(self.back)

        self.forward = QPushButton(self.wizard)
        self.forward.setObjectName(u"forward")
        self.forward.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.forward)


        self.wizardColumn.addLayout(self.buttons)

        self.wizardColumn.setStretch(1, 1)
        self.screens.addWidget(self.wizard)

        self.outer.addWidget(self.screens)


        self.retranslateUi(Submission)
    # setupUi

    def retranslateUi(self, Submission: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Submission", u"N\u1ed9p b\u00e1o c\u00e1o", None))
        self.receipt.setText(QCoreApplication.translate("Submission", u"&M\u1edf bi\u00ean nh\u1eadn\u2026", None))
#if QT_CONFIG(tooltip)
        self.receipt.setToolTip(QCoreApplication.translate("Submission", u"M\u1edf t\u1ec7p bi\u00ean nh\u1eadn c\u1ee7a c\u01a1 quan nh\u1eadn (Ctrl+O)", None))
#endif // QT_CONFIG(tooltip)
        self.begin.setText(QCoreApplication.translate("Submission", u"&L\u1eadp g\u00f3i m\u1edbi", None))
#if QT_CONFIG(tooltip)
        self.begin.setToolTip(QCoreApplication.translate("Submission", u"L\u1eadp g\u00f3i m\u1edbi (Ctrl+N)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.sent.setAccessibleName(QCoreApplication.translate("Submission", u"C\u00e1c g\u00f3i \u0111\u00e3 l\u1eadp", None))
#endif // QT_CONFIG(accessibility)
        self.reasonsLabel.setText(QCoreApplication.translate("Submission", u"L\u00fd do", None))
        self.cover.setText(QCoreApplication.translate("Submission", u"&In phi\u1ebfu giao nh\u1eadn\u2026", None))
#if QT_CONFIG(tooltip)
        self.cover.setToolTip(QCoreApplication.translate("Submission", u"Xem v\u00e0 in phi\u1ebfu giao nh\u1eadn c\u1ee7a g\u00f3i n\u00e0y (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
        self.again.setText(QCoreApplication.translate("Submission", u"&Ch\u00e9p l\u1ea1i g\u00f3i n\u00e0y\u2026", None))
        self.wizardTitle.setText(QCoreApplication.translate("Submission", u"L\u1eadp g\u00f3i n\u1ed9p", None))
        self.periodTitle.setText(QCoreApplication.translate("Submission", u"K\u1ef3 b\u00e1o c\u00e1o", None))
        self.withPeriod.setText(QCoreApplication.translate("Submission", u"&G\u1eedi h\u1ed3 s\u01a1 v\u00e0 s\u1ed1 li\u1ec7u c\u1ee7a m\u1ed9t k\u1ef3", None))
        self.withoutPeriod.setText(QCoreApplication.translate("Submission", u"Ch\u1ec9 g\u1eedi h\u1ed3 s\u01a1 m\u1edbi v\u00e0 thay \u0111\u1ed5i, &kh\u00f4ng k\u00e8m s\u1ed1 li\u1ec7u", None))
        self.goingTitle.setText(QCoreApplication.translate("Submission", u"N\u1ed9i dung g\u00f3i", None))
#if QT_CONFIG(accessibility)
        self.going.setAccessibleName(QCoreApplication.translate("Submission", u"H\u1ed3 s\u01a1 s\u1ebd g\u1eedi theo s\u1ed5", None))
#endif // QT_CONFIG(accessibility)
        self.nilTitle.setText(QCoreApplication.translate("Submission", u"S\u1ed5 kh\u00f4ng ph\u00e1t sinh trong k\u1ef3: \u0111\u00e1nh d\u1ea5u \u0111\u1ec3 khai b\u00e1o.", None))
        self.homeTitle.setText(QCoreApplication.translate("Submission", u"\u1ede l\u1ea1i m\u00e1y n\u00e0y", None))
        self.problemsTitle.setText(QCoreApplication.translate("Submission", u"Vi\u1ec7c ph\u1ea3i x\u1eed l\u00fd tr\u01b0\u1edbc khi k\u00fd", None))
#if QT_CONFIG(accessibility)
        self.problems.setAccessibleName(QCoreApplication.translate("Submission", u"V\u1ea5n \u0111\u1ec1 ph\u1ea3i x\u1eed l\u00fd", None))
#endif // QT_CONFIG(accessibility)
        self.openRecord.setText(QCoreApplication.translate("Submission", u"&M\u1edf h\u1ed3 s\u01a1", None))
        self.checkAgain.setText(QCoreApplication.translate("Submission", u"&Ki\u1ec3m tra l\u1ea1i", None))
        self.figuresTitle.setText(QCoreApplication.translate("Submission", u"S\u1ed1 li\u1ec7u c\u1ee7a k\u1ef3", None))
#if QT_CONFIG(accessibility)
        self.figures.setAccessibleName(QCoreApplication.translate("Submission", u"S\u1ed1 li\u1ec7u c\u1ee7a k\u1ef3", None))
#endif // QT_CONFIG(accessibility)
        self.signTitle.setText(QCoreApplication.translate("Submission", u"K\u00fd g\u00f3i", None))
        self.writeTitle.setText(QCoreApplication.translate("Submission", u"Ghi g\u00f3i ra USB", None))
#if QT_CONFIG(accessibility)
        self.writeProgress.setAccessibleName(QCoreApplication.translate("Submission", u"Ti\u1ebfn \u0111\u1ed9 ghi", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("Submission", u"Ch\u1ecdn &n\u01a1i ghi\u2026", None))
        self.retry.setText(QCoreApplication.translate("Submission", u"&Th\u1eed l\u1ea1i", None))
        self.coverNow.setText(QCoreApplication.translate("Submission", u"&In phi\u1ebfu giao nh\u1eadn\u2026", None))
        self.leave.setText(QCoreApplication.translate("Submission", u"\u0110\u00f3n&g", None))
        self.back.setText(QCoreApplication.translate("Submission", u"Quay &l\u1ea1i", None))
        self.forward.setText(QCoreApplication.translate("Submission", u"&Ti\u1ebfp t\u1ee5c", None))
        pass
    # retranslateUi
