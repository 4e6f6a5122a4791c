# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'inbox.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QGridLayout,
    QHBoxLayout, QHeaderView, QLabel, QProgressBar,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QSplitter, QStackedWidget, QTabWidget, QTableView,
    QVBoxLayout, QWidget)

class Ui_Inbox(object):
    def setupUi(self, Inbox: QWidget) -> None:
        if not Inbox.objectName():
            Inbox.setObjectName(u"Inbox")
        self.outer = QVBoxLayout(Inbox)
        self.outer.setSpacing(12)
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
        self.title = QLabel(Inbox)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"role", u"title")

        self.words.addWidget(self.title)

        self.subtitle = QLabel(Inbox)
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

        self.files = QPushButton(Inbox)
        self.files.setObjectName(u"files")

        self.acts.addWidget(self.files)

        self.folder = QPushButton(Inbox)
        self.folder.setObjectName(u"folder")

        self.acts.addWidget(self.folder)

        self.receipts = QPushButton(Inbox)
        self.receipts.setObjectName(u"receipts")

        self.acts.addWidget(self.receipts)


        self.head.addLayout(self.acts)

        self.head.setStretch(0, 1)

        self.outer.addLayout(self.head)

        self.tabs = QTabWidget(Inbox)
        self.tabs.setObjectName(u"tabs")
        self.judged = QWidget()
        self.judged.setObjectName(u"judged")
        self.judgedColumn = QVBoxLayout(self.judged)
        self.judgedColumn.setSpacing(12)
        self.judgedColumn.setObjectName(u"judgedColumn")
        self.judgedColumn.setContentsMargins(12, 12, 12, 12)
        self.pages = QStackedWidget(self.judged)
        self.pages.setObjectName(u"pages")
        self.empty = QWidget()
        self.empty.setObjectName(u"empty")
        self.emptyColumn = QVBoxLayout(self.empty)
        self.emptyColumn.setSpacing(12)
        self.emptyColumn.setObjectName(u"emptyColumn")
        self.emptyColumn.setContentsMargins(0, 0, 0, 0)
        self.pages.addWidget(self.empty)
        self.work = QWidget()
        self.work.setObjectName(u"work")
        self.workColumn = QVBoxLayout(self.work)
        self.workColumn.setSpacing(12)
        self.workColumn.setObjectName(u"workColumn")
        self.workColumn.setContentsMargins(0, 0, 0, 0)
        self.split = QSplitter(self.work)
        self.split.setObjectName(u"split")
        self.split.setOrientation(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.queue = QTableView(self.split)
        self.queue.setObjectName(u"queue")
        self.split.addWidget(self.queue)
        self.detail = QFrame(self.split)
        self.detail.setObjectName(u"detail")
        self.detail.setProperty(u"role", u"card")
        self.detailColumn = QVBoxLayout(self.detail)
        self.detailColumn.setSpacing(12)
        self.detailColumn.setObjectName(u"detailColumn")
        self.detailColumn.setContentsMargins(16, 16, 16, 16)
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
        self.nameRow = QHBoxLayout()
        self.nameRow.setSpacing(8)
        self.nameRow.setObjectName(u"nameRow")
        self.nameRow.setContentsMargins(0, 0, 0, 0)
        self.name = QLabel(self.inside)
        self.name.setObjectName(u"name")
        self.name.setWordWrap(True)
        self.name.setProperty(u"role", u"section")

        self.nameRow.addWidget(self.name)

        self.chipPlace = QWidget(self.inside)
        self.chipPlace.setObjectName(u"chipPlace")
        self.chipRow = QHBoxLayout(self.chipPlace)
        self.chipRow.setSpacing(12)
        self.chipRow.setObjectName(u"chipRow")
        self.chipRow.setContentsMargins(0, 0, 0, 0)

        self.nameRow.addWidget(self.chipPlace)

        self.nameRow.setStretch(0, 1)

        self.insideColumn.addLayout(self.nameRow)

        self.content = QLabel(self.inside)
        self.content.setObjectName(u"content")
        self.content.setWordWrap(True)

        self.insideColumn.addWidget(self.content)

        self.signer = QLabel(self.inside)
        self.signer.setObjectName(u"signer")
        self.signer.setWordWrap(True)

        self.insideColumn.addWidget(self.signer)

        self.time = QLabel(self.inside)
        self.time.setObjectName(u"time")
        self.time.setWordWrap(True)
        self.time.setProperty(u"role", u"muted")

        self.insideColumn.addWidget(self.time)

        self.shiftsLabel = QLabel(self.inside)
        self.shiftsLabel.setObjectName(u"shiftsLabel")
        self.shiftsLabel.setWordWrap(True)
        self.shiftsLabel.setProperty(u"role", u"section")

        self.insideColumn.addWidget(self.shiftsLabel)

        self.shifts = QTableView(self.inside)
        self.shifts.setObjectName(u"shifts")

        self.insideColumn.addWidget(self.shifts)

        self.reasonsLabel = QLabel(self.inside)
        self.reasonsLabel.setObjectName(u"reasonsLabel")
        self.reasonsLabel.setWordWrap(True)
        self.reasonsLabel.setProperty(u"role", u"section")

        self.insideColumn.addWidget(self.reasonsLabel)

        self.reasons = QLabel(self.inside)
        self.reasons.setObjectName(u"reasons")
        self.reasons.setWordWrap(True)

        self.insideColumn.addWidget(self.reasons)

        self.space1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.insideColumn.addItem(self.space1)

        self.scroll.setWidget(self.inside)

        self.detailColumn.addWidget(self.scroll)

        self.decide = QGridLayout()
        self.decide.setSpacing(8)
        self.decide.setObjectName(u"decide")
        self.decide.setContentsMargins(0, 0, 0, 0)
        self.remove = QPushButton(self.detail)
        self.remove.setObjectName(u"remove")

        self.decide.addWidget(self.remove, 0, 0, 1, 1)

        self.hold = QPushButton(self.detail)
        self.hold.setObjectName(u"hold")

        self.decide.addWidget(self.hold, 0, 1, 1, 1)

        self.giveBack = QPushButton(self.detail)
        self.giveBack.setObjectName(u"giveBack")

        self.decide.addWidget(self.giveBack, 1, 0, 1, 1)

        self.accept = QPushButton(self.detail)
        self.accept.setObjectName(u"accept")

        self.decide.addWidget(self.accept, 1, 1, 1, 1)


        self.detailColumn.addLayout(self.decide)

        self.detailColumn.setStretch(0, 1)
        self.split.addWidget(self.detail)

        self.workColumn.addWidget(self.split)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.bottom.setContentsMargins(0, 0, 0, 0)
        self.progressText = QLabel(self.work)
        self.progressText.setObjectName(u"progressText")
        self.progressText.setWordWrap(False)
        self.progressText.setProperty(u"role", u"muted")

        self.bottom.addWidget(self.progressText)

        self.progress = QProgressBar(self.work)
        self.progress.setObjectName(u"progress")
        self.progress.setTextVisible(False)

        self.bottom.addWidget(self.progress)

        self.cancel = QPushButton(self.work)
        self.cancel.setObjectName(u"cancel")

        self.bottom.addWidget(self.cancel)

        self.space3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space3)

        self.acceptAll = QPushButton(self.work)
        self.acceptAll.setObjectName(u"acceptAll")
        self.acceptAll.setProperty(u"kind", u"primary")

        self.bottom.addWidget(self.acceptAll)

        self.bottom.setStretch(1, 1)
        self.bottom.setStretch(3, 1)

        self.workColumn.addLayout(self.bottom)

        self.workColumn.setStretch(0, 1)
        self.pages.addWidget(self.work)

        self.judgedColumn.addWidget(self.pages)

        self.tabs.addTab(self.judged, "")
        self.received = QWidget()
        self.received.setObjectName(u"received")
        self.receivedColumn = QVBoxLayout(self.received)
        self.receivedColumn.setSpacing(12)
        self.receivedColumn.setObjectName(u"receivedColumn")
        self.receivedColumn.setContentsMargins(12, 12, 12, 12)
        self.receivedSplit = QSplitter(self.received)
        self.receivedSplit.setObjectName(u"receivedSplit")
        self.receivedSplit.setOrientation(Qt.Orientation.Horizontal)
        self.receivedSplit.setChildrenCollapsible(False)
        self.history = QTableView(self.receivedSplit)
        self.history.setObjectName(u"history")
        self.receivedSplit.addWidget(self.history)
        self.historyDetail = QFrame(self.receivedSplit)
        self.historyDetail.setObjectName(u"historyDetail")
        self.historyDetail.setProperty(u"role", u"card")
        self.historyColumn = QVBoxLayout(self.historyDetail)
        self.historyColumn.setSpacing(8)
        self.historyColumn.setObjectName(u"historyColumn")
        self.historyColumn.setContentsMargins(16, 16, 16, 16)
        self.historyName = QLabel(self.historyDetail)
        self.historyName.setObjectName(u"historyName")
        self.historyName.setWordWrap(True)
        self.historyName.setProperty(u"role", u"section")

        self.historyColumn.addWidget(self.historyName)

        self.historyText = QLabel(self.historyDetail)
        self.historyText.setObjectName(u"historyText")
        self.historyText.setWordWrap(True)

        self.historyColumn.addWidget(self.historyText)

        self.historyReasons = QLabel(self.historyDetail)
        self.historyReasons.setObjectName(u"historyReasons")
        self.historyReasons.setWordWrap(True)

        self.historyColumn.addWidget(self.historyReasons)

        self.standing = QHBoxLayout()
        self.standing.setSpacing(8)
        self.standing.setObjectName(u"standing")
        self.standing.setContentsMargins(0, 0, 0, 0)
        self.takeHeld = QPushButton(self.historyDetail)
        self.takeHeld.setObjectName(u"takeHeld")

        self.standing.addWidget(self.takeHeld)

        self.putAside = QPushButton(self.historyDetail)
        self.putAside.setObjectName(u"putAside")

        self.standing.addWidget(self.putAside)

        self.undo = QPushButton(self.historyDetail)
        self.undo.setObjectName(u"undo")

        self.standing.addWidget(self.undo)

        self.space5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.standing.addItem(self.space5)


        self.historyColumn.addLayout(self.standing)

        self.space4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.historyColumn.addItem(self.space4)

        self.receivedSplit.addWidget(self.historyDetail)

        self.receivedColumn.addWidget(self.receivedSplit)

        self.policyRow = QHBoxLayout()
        self.policyRow.setSpacing(8)
        self.policyRow.setObjectName(u"policyRow")
        self.policyRow.setContentsMargins(0, 0, 0, 0)
        self.policyLabel = QLabel(self.received)
        self.policyLabel.setObjectName(u"policyLabel")

        self.policyRow.addWidget(self.policyLabel)

        self.policy = QComboBox(self.received)
        self.policy.setObjectName(u"policy")

        self.policyRow.addWidget(self.policy)

        self.space6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.policyRow.addItem(self.space6)


        self.receivedColumn.addLayout(self.policyRow)

        self.tabs.addTab(self.received, "")

        self.outer.addWidget(self.tabs)

        self.outer.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.policyLabel.setBuddy(self.policy)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Inbox)
    # setupUi

    def retranslateUi(self, Inbox: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Inbox", u"G\u00f3i \u0111\u1ebfn", None))
        self.subtitle.setText(QCoreApplication.translate("Inbox", u"Th\u1ea3 t\u1ec7p v\u00e0o \u0111\u00e2y ho\u1eb7c ch\u1ecdn t\u1ec7p; xem tr\u01b0\u1edbc k\u1ebft qu\u1ea3 r\u1ed3i m\u1edbi nh\u1eadn.", None))
        self.files.setText(QCoreApplication.translate("Inbox", u"Ch\u1ecdn &t\u1ec7p\u2026", None))
#if QT_CONFIG(tooltip)
        self.files.setToolTip(QCoreApplication.translate("Inbox", u"Ch\u1ecdn c\u00e1c t\u1ec7p g\u00f3i (Ctrl+O)", None))
#endif // QT_CONFIG(tooltip)
        self.folder.setText(QCoreApplication.translate("Inbox", u"Ch\u1ecdn t&h\u01b0 m\u1ee5c\u2026", None))
        self.receipts.setText(QCoreApplication.translate("Inbox", u"&K\u00fd bi\u00ean nh\u1eadn\u2026", None))
#if QT_CONFIG(accessibility)
        self.queue.setAccessibleName(QCoreApplication.translate("Inbox", u"C\u00e1c g\u00f3i \u0111ang x\u00e9t", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.shifts.setAccessibleName(QCoreApplication.translate("Inbox", u"S\u1ed1 li\u1ec7u thay \u0111\u1ed5i n\u1ebfu nh\u1eadn", None))
#endif // QT_CONFIG(accessibility)
        self.reasonsLabel.setText(QCoreApplication.translate("Inbox", u"L\u00fd do", None))
        self.remove.setText(QCoreApplication.translate("Inbox", u"&B\u1ecf ra", None))
        self.hold.setText(QCoreApplication.translate("Inbox", u"&Gi\u1eef l\u1ea1i\u2026", None))
        self.giveBack.setText(QCoreApplication.translate("Inbox", u"&Tr\u1ea3 l\u1ea1i\u2026", None))
        self.accept.setText(QCoreApplication.translate("Inbox", u"&Nh\u1eadn g\u00f3i n\u00e0y", None))
#if QT_CONFIG(accessibility)
        self.progress.setAccessibleName(QCoreApplication.translate("Inbox", u"Ti\u1ebfn \u0111\u1ed9", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("Inbox", u"&D\u1eebng", None))
        self.acceptAll.setText(QCoreApplication.translate("Inbox", u"Nh\u1eadn t\u1ea5t c\u1ea3 g\u00f3i h\u1ee3p l\u1ec7", None))
        self.tabs.setTabText(self.tabs.indexOf(self.judged), QCoreApplication.translate("Inbox", u"Page", None))
#if QT_CONFIG(accessibility)
        self.history.setAccessibleName(QCoreApplication.translate("Inbox", u"C\u00e1c g\u00f3i \u0111\u00e3 x\u00e9t", None))
#endif // QT_CONFIG(accessibility)
        self.takeHeld.setText(QCoreApplication.translate("Inbox", u"&Nh\u1eadn\u2026", None))
#if QT_CONFIG(tooltip)
        self.takeHeld.setToolTip(QCoreApplication.translate("Inbox", u"Nh\u1eadn g\u00f3i \u0111ang gi\u1eef, k\u00e8m l\u00fd do", None))
#endif // QT_CONFIG(tooltip)
        self.putAside.setText(QCoreApplication.translate("Inbox", u"Kh\u00f4n&g nh\u1eadn\u2026", None))
#if QT_CONFIG(tooltip)
        self.putAside.setToolTip(QCoreApplication.translate("Inbox", u"Kh\u00f4ng nh\u1eadn g\u00f3i \u0111ang gi\u1eef, k\u00e8m l\u00fd do", None))
#endif // QT_CONFIG(tooltip)
        self.undo.setText(QCoreApplication.translate("Inbox", u"&R\u00fat l\u1ea1i\u2026", None))
#if QT_CONFIG(tooltip)
        self.undo.setToolTip(QCoreApplication.translate("Inbox", u"R\u00fat l\u1ea1i l\u1ea7n nh\u1eadp g\u00f3i n\u00e0y; g\u00f3i v\u1eabn nh\u1eadp l\u1ea1i \u0111\u01b0\u1ee3c", None))
#endif // QT_CONFIG(tooltip)
        self.policyLabel.setText(QCoreApplication.translate("Inbox", u"G\u00f3i c\u00f3 &d\u00f2ng l\u1ed7i:", None))
        self.tabs.setTabText(self.tabs.indexOf(self.received), QCoreApplication.translate("Inbox", u"Page", None))
        pass
    # retranslateUi
