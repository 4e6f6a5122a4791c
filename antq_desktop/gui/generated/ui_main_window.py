# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'main_window.ui'
##
## Created by: Qt User Interface Compiler
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QAction, QBrush, QColor, QConicalGradient,
    QCursor, QFont, QFontDatabase, QGradient,
    QIcon, QImage, QKeySequence, QLinearGradient,
    QPainter, QPalette, QPixmap, QRadialGradient,
    QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QHBoxLayout, QLabel,
    QLineEdit, QListView, QMainWindow, QMenu,
    QMenuBar, QProgressBar, QSizePolicy, QSpacerItem,
    QSplitter, QStackedWidget, QStatusBar, QVBoxLayout,
    QWidget)

class Ui_MainWindow(object):
    def setupUi(self, MainWindow: QMainWindow) -> None:
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        MainWindow.resize(1366, 768)
        self.actionSearch = QAction(MainWindow)
        self.actionSearch.setObjectName(u"actionSearch")
#if QT_CONFIG(shortcut)
        self.actionSearch.setShortcut(u"Ctrl+K")
#endif // QT_CONFIG(shortcut)
        self.actionRefresh = QAction(MainWindow)
        self.actionRefresh.setObjectName(u"actionRefresh")
#if QT_CONFIG(shortcut)
        self.actionRefresh.setShortcut(u"F5")
#endif // QT_CONFIG(shortcut)
        self.actionKeys = QAction(MainWindow)
        self.actionKeys.setObjectName(u"actionKeys")
#if QT_CONFIG(shortcut)
        self.actionKeys.setShortcut(u"Ctrl+F1")
#endif // QT_CONFIG(shortcut)
        self.actionOther = QAction(MainWindow)
        self.actionOther.setObjectName(u"actionOther")
#if QT_CONFIG(shortcut)
        self.actionOther.setShortcut(u"Ctrl+Shift+M")
#endif // QT_CONFIG(shortcut)
        self.actionLeave = QAction(MainWindow)
        self.actionLeave.setObjectName(u"actionLeave")
        self.actionLock = QAction(MainWindow)
        self.actionLock.setObjectName(u"actionLock")
#if QT_CONFIG(shortcut)
        self.actionLock.setShortcut(u"Ctrl+L")
#endif // QT_CONFIG(shortcut)
        self.actionQuit = QAction(MainWindow)
        self.actionQuit.setObjectName(u"actionQuit")
#if QT_CONFIG(shortcut)
        self.actionQuit.setShortcut(u"Ctrl+Q")
#endif // QT_CONFIG(shortcut)
        self.actionSystem = QAction(MainWindow)
        self.actionSystem.setObjectName(u"actionSystem")
        self.actionSystem.setCheckable(True)
        self.actionLight = QAction(MainWindow)
        self.actionLight.setObjectName(u"actionLight")
        self.actionLight.setCheckable(True)
        self.actionDark = QAction(MainWindow)
        self.actionDark.setObjectName(u"actionDark")
        self.actionDark.setCheckable(True)
        self.actionVietnamese = QAction(MainWindow)
        self.actionVietnamese.setObjectName(u"actionVietnamese")
        self.actionVietnamese.setCheckable(True)
        self.actionVietnamese.setText(u"Ti\u1ebfng Vi\u1ec7t")
        self.actionEnglish = QAction(MainWindow)
        self.actionEnglish.setObjectName(u"actionEnglish")
        self.actionEnglish.setCheckable(True)
        self.actionEnglish.setText(u"English")
        self.centre = QWidget(MainWindow)
        self.centre.setObjectName(u"centre")
        self.outer = QVBoxLayout(self.centre)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget(self.centre)
        self.pages.setObjectName(u"pages")
        self.start = QWidget()
        self.start.setObjectName(u"start")
        self.startColumn = QVBoxLayout(self.start)
        self.startColumn.setSpacing(0)
        self.startColumn.setObjectName(u"startColumn")
        self.pages.addWidget(self.start)
        self.desk = QWidget()
        self.desk.setObjectName(u"desk")
        self.deskRow = QHBoxLayout(self.desk)
        self.deskRow.setSpacing(0)
        self.deskRow.setObjectName(u"deskRow")
        self.deskRow.setContentsMargins(0, 0, 0, 0)
        self.splitter = QSplitter(self.desk)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.side = QWidget(self.splitter)
        self.side.setObjectName(u"side")
        self.side.setProperty(u"role", u"navigation")
        self.sideColumn = QVBoxLayout(self.side)
        self.sideColumn.setSpacing(8)
        self.sideColumn.setObjectName(u"sideColumn")
        self.sideColumn.setContentsMargins(0, 12, 0, 12)
        self.whoColumn = QVBoxLayout()
        self.whoColumn.setSpacing(4)
        self.whoColumn.setObjectName(u"whoColumn")
        self.whoColumn.setContentsMargins(16, -1, 12, -1)
        self.unit = QLabel(self.side)
        self.unit.setObjectName(u"unit")
        self.unit.setWordWrap(True)
        self.unit.setTextFormat(Qt.TextFormat.PlainText)
        self.unit.setProperty(u"role", u"section")

        self.whoColumn.addWidget(self.unit)

        self.user = QLabel(self.side)
        self.user.setObjectName(u"user")
        self.user.setWordWrap(True)
        self.user.setTextFormat(Qt.TextFormat.PlainText)
        self.user.setProperty(u"role", u"muted")

        self.whoColumn.addWidget(self.user)

        self.practice = QLabel(self.side)
        self.practice.setObjectName(u"practice")
        self.practice.setWordWrap(True)
        self.practice.setProperty(u"role", u"practice")

        self.whoColumn.addWidget(self.practice)


        self.sideColumn.addLayout(self.whoColumn)

        self.navigation = QListView(self.side)
        self.navigation.setObjectName(u"navigation")
        self.navigation.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.navigation.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.navigation.setProperty(u"role", u"navigation")

        self.sideColumn.addWidget(self.navigation)

        self.splitter.addWidget(self.side)
        self.work = QWidget(self.splitter)
        self.work.setObjectName(u"work")
        self.workColumn = QVBoxLayout(self.work)
        self.workColumn.setSpacing(12)
        self.workColumn.setObjectName(u"workColumn")
        self.workColumn.setContentsMargins(16, 12, 16, 12)
        self.search = QLineEdit(self.work)
        self.search.setObjectName(u"search")
        self.search.setClearButtonEnabled(True)

        self.workColumn.addWidget(self.search)

        self.results = QListView(self.work)
        self.results.setObjectName(u"results")
        self.results.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.results.setProperty(u"role", u"results")

        self.workColumn.addWidget(self.results)

        self.screens = QStackedWidget(self.work)
        self.screens.setObjectName(u"screens")

        self.workColumn.addWidget(self.screens)

        self.splitter.addWidget(self.work)

        self.deskRow.addWidget(self.splitter)

        self.pages.addWidget(self.desk)
        self.closing = QWidget()
        self.closing.setObjectName(u"closing")
        self.closingColumn = QVBoxLayout(self.closing)
        self.closingColumn.setSpacing(12)
        self.closingColumn.setObjectName(u"closingColumn")
        self.closingColumn.setContentsMargins(24, -1, 24, -1)
        self.closingAbove = QSpacerItem(20, 40, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.closingColumn.addItem(self.closingAbove)

        self.closingTitle = QLabel(self.closing)
        self.closingTitle.setObjectName(u"closingTitle")
        self.closingTitle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.closingTitle.setProperty(u"role", u"section")

        self.closingColumn.addWidget(self.closingTitle)

        self.closingProgress = QProgressBar(self.closing)
        self.closingProgress.setObjectName(u"closingProgress")
        self.closingProgress.setMaximum(0)
        self.closingProgress.setTextVisible(False)

        self.closingColumn.addWidget(self.closingProgress)

        self.closingHint = QLabel(self.closing)
        self.closingHint.setObjectName(u"closingHint")
        self.closingHint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.closingHint.setProperty(u"role", u"muted")

        self.closingColumn.addWidget(self.closingHint)

        self.closingBelow = QSpacerItem(20, 40, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.closingColumn.addItem(self.closingBelow)

        self.pages.addWidget(self.closing)

        self.outer.addWidget(self.pages)

        MainWindow.setCentralWidget(self.centre)
        self.menus = QMenuBar(MainWindow)
        self.menus.setObjectName(u"menus")
        self.menuWork = QMenu(self.menus)
        self.menuWork.setObjectName(u"menuWork")
        self.menuGo = QMenu(self.menus)
        self.menuGo.setObjectName(u"menuGo")
        self.menuView = QMenu(self.menus)
        self.menuView.setObjectName(u"menuView")
        self.menuAppearance = QMenu(self.menuView)
        self.menuAppearance.setObjectName(u"menuAppearance")
        self.menuText = QMenu(self.menuView)
        self.menuText.setObjectName(u"menuText")
        self.menuLanguage = QMenu(self.menuView)
        self.menuLanguage.setObjectName(u"menuLanguage")
        MainWindow.setMenuBar(self.menus)
        self.status = QStatusBar(MainWindow)
        self.status.setObjectName(u"status")
        self.status.setSizeGripEnabled(False)
        MainWindow.setStatusBar(self.status)

        self.menus.addAction(self.menuWork.menuAction())
        self.menus.addAction(self.menuGo.menuAction())
        self.menus.addAction(self.menuView.menuAction())
        self.menuWork.addAction(self.actionSearch)
        self.menuWork.addAction(self.actionRefresh)
        self.menuWork.addAction(self.actionKeys)
        self.menuWork.addSeparator()
        self.menuWork.addAction(self.actionOther)
        self.menuWork.addAction(self.actionLeave)
        self.menuWork.addSeparator()
        self.menuWork.addAction(self.actionLock)
        self.menuWork.addAction(self.actionQuit)
        self.menuView.addAction(self.menuAppearance.menuAction())
        self.menuView.addAction(self.menuText.menuAction())
        self.menuView.addAction(self.menuLanguage.menuAction())
        self.menuAppearance.addAction(self.actionSystem)
        self.menuAppearance.addAction(self.actionLight)
        self.menuAppearance.addAction(self.actionDark)
        self.menuLanguage.addAction(self.actionVietnamese)
        self.menuLanguage.addAction(self.actionEnglish)

        self.retranslateUi(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow: QMainWindow) -> None:
        MainWindow.setWindowTitle(QCoreApplication.translate("MainWindow", u"ANTQ Desktop \u2013 S\u1ed5 s\u00e1ch phong tr\u00e0o to\u00e0n d\u00e2n b\u1ea3o v\u1ec7 an ninh T\u1ed5 qu\u1ed1c", None))
        self.actionSearch.setText(QCoreApplication.translate("MainWindow", u"&T\u00ecm\u2026", None))
        self.actionRefresh.setText(QCoreApplication.translate("MainWindow", u"\u0110\u1ecd&c l\u1ea1i", None))
        self.actionKeys.setText(QCoreApplication.translate("MainWindow", u"&Ph\u00edm t\u1eaft\u2026", None))
        self.actionOther.setText(QCoreApplication.translate("MainWindow", u"Sang &m\u00e1y kia c\u1ee7a l\u1edbp t\u1eadp hu\u1ea5n", None))
        self.actionLeave.setText(QCoreApplication.translate("MainWindow", u"&R\u1eddi l\u1edbp t\u1eadp hu\u1ea5n\u2026", None))
        self.actionLock.setText(QCoreApplication.translate("MainWindow", u"&Kh\u00f3a s\u1ed5", None))
        self.actionQuit.setText(QCoreApplication.translate("MainWindow", u"Th&o\u00e1t", None))
        self.actionSystem.setText(QCoreApplication.translate("MainWindow", u"&Theo m\u00e1y", None))
        self.actionLight.setText(QCoreApplication.translate("MainWindow", u"&S\u00e1ng", None))
        self.actionDark.setText(QCoreApplication.translate("MainWindow", u"T\u1ed1&i", None))
        self.practice.setText(QCoreApplication.translate("MainWindow", u"T\u1eacP HU\u1ea4N \u00b7 S\u1ed5 th\u1ef1c h\u00e0nh", None))
#if QT_CONFIG(tooltip)
        self.practice.setToolTip(QCoreApplication.translate("MainWindow", u"D\u1eef li\u1ec7u \u1edf \u0111\u00e2y ch\u1ec9 \u0111\u1ec3 t\u1eadp; c\u01a1 quan nh\u1eadn th\u1eadt kh\u00f4ng nh\u1eadn g\u00f3i n\u1ed9p.", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.navigation.setAccessibleName(QCoreApplication.translate("MainWindow", u"Danh m\u1ee5c m\u00e0n h\u00ecnh", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("MainWindow", u"T\u00ecm trong m\u1ecdi s\u1ed5, c\u00f3 d\u1ea5u ho\u1eb7c kh\u00f4ng d\u1ea5u (Ctrl+K)", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("MainWindow", u"T\u00ecm trong m\u1ecdi s\u1ed5", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.results.setAccessibleName(QCoreApplication.translate("MainWindow", u"K\u1ebft qu\u1ea3 t\u00ecm", None))
#endif // QT_CONFIG(accessibility)
        self.closingTitle.setText(QCoreApplication.translate("MainWindow", u"\u0110ang kh\u00f3a s\u1ed5 v\u00e0 l\u01b0u b\u1ea3n sao l\u01b0u\u2026", None))
#if QT_CONFIG(accessibility)
        self.closingProgress.setAccessibleName(QCoreApplication.translate("MainWindow", u"\u0110ang l\u01b0u b\u1ea3n sao l\u01b0u", None))
#endif // QT_CONFIG(accessibility)
        self.closingHint.setText(QCoreApplication.translate("MainWindow", u"Kh\u00f4ng t\u1eaft m\u00e1y l\u00fac n\u00e0y.", None))
        self.menuWork.setTitle(QCoreApplication.translate("MainWindow", u"&S\u1ed5", None))
        self.menuGo.setTitle(QCoreApplication.translate("MainWindow", u"\u0110i &t\u1edbi", None))
        self.menuView.setTitle(QCoreApplication.translate("MainWindow", u"&Hi\u1ec3n th\u1ecb", None))
        self.menuAppearance.setTitle(QCoreApplication.translate("MainWindow", u"&N\u1ec1n s\u00e1ng, t\u1ed1i", None))
        self.menuText.setTitle(QCoreApplication.translate("MainWindow", u"&C\u1ee1 ch\u1eef", None))
        self.menuLanguage.setTitle(QCoreApplication.translate("MainWindow", u"N&g\u00f4n ng\u1eef", None))
    # retranslateUi
