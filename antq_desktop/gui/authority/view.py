"""The screen "Đơn vị và chứng thư"; knows no service."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QWidget,
)

from antq_desktop.gui.authority.between import BetweenCard
from antq_desktop.gui.authority.model import CertificateModel, CertificateRow
from antq_desktop.gui.authority.revoking import CertifyOwnDialog, RenewListDialog, RevokeDialog
from antq_desktop.gui.authority.waiting import WaitingCard
from antq_desktop.gui.common.chips import ChipDelegate
from antq_desktop.gui.common.files import choose_file
from antq_desktop.gui.common.fingerprints import grouped
from antq_desktop.gui.common.fitting import Fitting
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.pages import (
    PageHeader,
    button,
    card,
    fill,
    form_below,
    label,
    lay_out_page,
    section_row,
    set_kind,
)
from antq_desktop.gui.common.table import dress_plain
from antq_desktop.gui.theme import M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.theme import Theme

_ROWS_SEEN = 6


class AuthorityView(QWidget):
    """A request is opened, compared and answered; below, all certificates."""

    request_chosen = Signal(str)
    """The file of a request that a person opened."""
    print_asked = Signal()
    """The fingerprint of this authority is to be printed."""
    issue_asked = Signal(str, str)
    """The folder for the directory, and the passphrase of the authority."""
    directory_asked = Signal(str)
    """The folder for a new directory: what was corrected since goes down with it."""
    medium_asked = Signal(object)
    """A `MediumDialog` that is to be served."""

    revoke_asked = Signal(str, object)
    """The serial, and a `Revocation`."""
    own_asked = Signal(str)
    """The passphrase of the authority: it is to certify the head who is logged in."""
    renew_asked = Signal(str)
    """The passphrase of the authority: its revocation list is to be made anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._own = label(role="fingerprint")
        self._open = button(self.tr("&Mở tệp yêu cầu…"), "primary")
        self._print = button(self.tr("&In phiếu vân tay…"))
        self._who = label(role="section")
        self._theirs = label(role="fingerprint")
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._issue_hint = label(role="muted")
        self._issue = button(self.tr("&Khớp – cấp chứng thư…"), "primary")
        self._asked = QWidget()
        self._rows = CertificateModel(self)
        self._table = QTableView()
        self._revoke = button(self.tr("&Thu hồi…"))
        self._directory = button(self.tr("Cấp &danh bạ mới…"))
        self._today = date.min
        self._age = label(role="muted")
        self._renew = button(self.tr("&Làm mới danh sách thu hồi…"))
        self._certify = button(self.tr("&Cấp chứng thư cho tôi…"))
        self.between = BetweenCard(theme)
        self.waiting = WaitingCard(theme)
        for each in (self._own, self._theirs):
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.dress(self._open, "folder")
        theme.dress(self._print, "print")
        self._set_up_table()
        self._connect()
        self._lay_out()
        self.show_request("", "")

    def _connect(self) -> None:
        self._open.clicked.connect(self._pick)
        self._print.clicked.connect(self.print_asked)
        key_of(self._print, "Ctrl+P")
        self._issue.clicked.connect(self._target)
        self._passphrase.returnPressed.connect(self._target)
        self._passphrase.textChanged.connect(self._check)
        self._revoke.clicked.connect(self._ask_revoke)
        self._renew.clicked.connect(self._ask_renew)
        self._certify.clicked.connect(self._ask_own)
        self._directory.clicked.connect(self._choose_medium)
        self._table.selectionModel().currentRowChanged.connect(self._check)
        self._rows.modelReset.connect(self._check)
        self._theme.changed.connect(self._size_rows)

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self._rows)
        table.setItemDelegate(ChipDelegate(self._theme, table))
        table.setAccessibleName(self.tr("Chứng thư đã cấp"))
        dress_plain(table)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._fitting = Fitting(table, lambda: self._rows.columns)
        self._rows.modelReset.connect(self._fitting.fit)
        self._size_rows()

    def _size_rows(self) -> None:
        self._table.verticalHeader().setDefaultSectionSize(self._theme.row_height)
        self._table.setMinimumHeight(_ROWS_SEEN * self._theme.row_height)
        self._fitting.fit()

    def _lay_out(self) -> None:
        header = PageHeader(
            self.tr("Đơn vị và chứng thư"),
            self.tr("Cấp chứng thư cho đơn vị nộp, sau khi đối chiếu vân tay qua điện thoại."),
        )
        header.add_action(self._open)
        column = lay_out_page(self, header)
        column.addWidget(self._asked)
        column.addWidget(self.waiting)
        column.addWidget(self.between)
        column.addWidget(self._list_card(), stretch=1)
        column.addWidget(self._own_card())
        self._lay_out_request()

    def _lay_out_request(self) -> None:
        frame, inside = card()
        form = form_below()
        form.addRow(self.tr("Mật khẩu khóa cấp &chứng thư"), self._passphrase)
        for each in (self._who, self._theirs, self._issue_hint):
            inside.addWidget(each)
        inside.addLayout(form)
        inside.addWidget(self._issue)
        fill(self._asked, frame)

    def _own_card(self) -> QWidget:
        frame, inside = card()
        inside.setSpacing(S)
        inside.addWidget(label(self.tr("Vân tay của cơ quan"), "section"))
        inside.addWidget(self._own)
        hint = self.tr("Đọc cho đơn vị nộp qua điện thoại khi họ cài danh bạ.")
        inside.addWidget(label(hint, "muted"))
        inside.addWidget(self._print)
        return frame

    def _list_card(self) -> QWidget:
        frame, inside = card()
        title = self.tr("Chứng thư đã cấp")
        inside.addLayout(section_row(title, self._directory, self._revoke))
        inside.addWidget(self._table)
        below = QHBoxLayout()
        below.setSpacing(M)
        below.addWidget(self._age, stretch=1)
        below.addWidget(self._certify)
        below.addWidget(self._renew)
        inside.addLayout(below)
        return frame

    def set_may_change(self, *, head: bool) -> None:
        """Only the head issues, revokes and signs directories."""
        self._open.setEnabled(head)
        self._revoke.setVisible(head)
        self._directory.setVisible(head)
        self._renew.setVisible(head)
        self._certify.setVisible(head)
        self.between.set_may_change(head=head)
        self.waiting.set_may_change(head=head)

    def set_list(self, today: date, days: int, *, old: bool) -> None:
        """Say how many days ago the revocation list was made; an old one is to be renewed."""
        self._today = today
        text = self.tr("Danh sách thu hồi lập hôm nay.")
        if days < 0:
            text = self.tr("Danh sách thu hồi ghi ngày sau ngày máy: xem lại ngày giờ của máy.")
        elif days:
            text = self.tr("Danh sách thu hồi lập cách đây {days} ngày.").format(days=days)
        if old:
            text = self.tr("{text} Làm mới rồi cấp danh bạ cho các đơn vị.").format(text=text)
        self._age.setText(text)
        set_kind(self._renew, "primary" if old else "plain")

    def set_own(self, fingerprint: str) -> None:
        """Show the fingerprint of this authority."""
        self._own.setText(grouped(fingerprint))

    def set_rows(self, rows: Sequence[CertificateRow]) -> None:
        """Show the certificates."""
        self._rows.set_rows(rows)

    def show_request(
        self,
        who: str,
        fingerprint: str,
        text: str = "",
        *,
        vouched: bool = False,
    ) -> None:
        """Show a request to be compared, or with an empty fingerprint none.

        One that is ``vouched`` for has nothing to be compared; ``text`` says who stands for it.
        """
        self._who.setText(who)
        self._theirs.setText(grouped(fingerprint))
        self._theirs.setVisible(not vouched)
        self._issue_hint.setText(text)
        self._issue.setText(
            self.tr("Cấ&p chứng thư…") if vouched else self.tr("&Khớp – cấp chứng thư…")
        )
        self._passphrase.clear()
        self._asked.setVisible(bool(fingerprint))
        if fingerprint:
            self._passphrase.setFocus()

    def _check(self) -> None:
        self._issue.setEnabled(bool(self._passphrase.text()))
        row = self._rows.row_at(self._table.currentIndex())
        self._revoke.setEnabled(row is not None and row.may_revoke)

    def _pick(self) -> None:
        title = self.tr("Mở tệp yêu cầu")
        choose_file(self, title, "ANTQ (*.antq)", self.request_chosen.emit)

    def _target(self) -> None:
        QGuiApplication.inputMethod().commit()
        passphrase = self._passphrase.text()
        if passphrase:
            dialog = MediumDialog(self, self.tr("Ghi danh bạ ra USB cho đơn vị"), self._theme)
            dialog.chosen.connect(lambda path: self.issue_asked.emit(path, passphrase))
            self.medium_asked.emit(dialog)

    def _choose_medium(self) -> None:
        dialog = MediumDialog(self, self.tr("Ghi danh bạ ra USB cho các đơn vị"), self._theme)
        dialog.chosen.connect(self.directory_asked)
        self.medium_asked.emit(dialog)

    def _ask_revoke(self) -> None:
        row = self._rows.row_at(self._table.currentIndex())
        if row is None:
            return
        dialog = RevokeDialog(f"{row.cells[0]} – {row.cells[1]}", self._today, self)
        dialog.confirmed.connect(lambda said: self.revoke_asked.emit(row.serial, said))
        dialog.open()

    def _ask_renew(self) -> None:
        dialog = RenewListDialog(self)
        dialog.confirmed.connect(self.renew_asked)
        dialog.open()

    def _ask_own(self) -> None:
        dialog = CertifyOwnDialog(self)
        dialog.confirmed.connect(self.own_asked)
        dialog.open()
