"""The screen "Gốc tin cậy khác"; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from antq_desktop.gui.anchors.listing import TrustCard
from antq_desktop.gui.common.files import choose_file
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.pages import PageHeader, button, label, lay_out_page
from antq_desktop.gui.common.room import keep_whole
from antq_desktop.gui.common.table import Column

if TYPE_CHECKING:
    from antq_desktop.gui.theme import Theme


class AnchorsView(QWidget):
    """The authorities that are trusted, and below them the certificates that were assigned."""

    root_chosen = Signal(str)
    """A file with the certificate of an authority that is to be trusted."""
    list_chosen = Signal(str)
    """A file with the revocation list of one of them."""
    signer_chosen = Signal(str)
    """A file with the certificate of somebody who signs."""
    removal_asked = Signal(str)
    """The fingerprint of what is to be trusted no more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._add = button(self.tr("&Thêm gốc từ tệp…"), "primary")
        self._load = button(self.tr("&Nạp danh sách thu hồi…"))
        self._remove = button(self.tr("&Bỏ gốc…"))
        self._assign = button(self.tr("&Gắn chứng thư…"))
        self._withdraw = button(self.tr("Bỏ &chứng thư…"))
        theme.dress(self._add, "add")
        theme.dress(self._load, "import")
        theme.dress(self._assign, "link")
        self.roots = TrustCard(
            theme,
            (
                self.tr("Gốc tin cậy"),
                self.tr(
                    "Chưa có gốc nào. Chỉ cần khi có chỉ huy ký bằng chứng thư của một trung tâm"
                    " chứng thực khác."
                ),
            ),
            (
                Column(self.tr("Cơ quan chứng thực")),
                Column(self.tr("Trạng thái"), "chip"),
                Column(self.tr("Loại")),
                Column(self.tr("Hết hạn")),
                Column(self.tr("Danh sách thu hồi")),
            ),
            (self._remove, self._load),
        )
        self.signers = TrustCard(
            theme,
            (
                self.tr("Chứng thư đã gắn với đơn vị"),
                self.tr("Chưa gắn chứng thư nào. Chứng thư chưa gắn thì gói bị từ chối."),
            ),
            (
                Column(self.tr("Người ký")),
                Column(self.tr("Trạng thái"), "chip"),
                Column(self.tr("Đơn vị")),
                Column(self.tr("Vai trò")),
                Column(self.tr("Hết hạn")),
            ),
            (self._withdraw, self._assign),
        )
        self._only = label(self.tr("Việc thêm, gắn, bỏ do chỉ huy cơ quan thực hiện."), "muted")
        self._lay_out()
        self._connect()
        self.set_may_change(head=False)

    def _lay_out(self) -> None:
        header = PageHeader(
            self.tr("Gốc tin cậy khác"),
            self.tr("Trung tâm chứng thực mà cơ quan này tin, ngoài chứng thư do mình cấp."),
        )
        header.add_action(self._add)
        column = lay_out_page(self, header)
        for each in (self._only, self.roots, self.signers):
            column.addWidget(each)
        column.addStretch(1)
        keep_whole(self)

    def _connect(self) -> None:
        self._add.clicked.connect(self._pick_root)
        key_of(self._add, "Ctrl+N")
        self._load.clicked.connect(self._pick_list)
        self._assign.clicked.connect(self._pick_signer)
        self._remove.clicked.connect(lambda: self.removal_asked.emit(self.roots.fingerprint))
        self._withdraw.clicked.connect(lambda: self.removal_asked.emit(self.signers.fingerprint))
        for each in (self.roots, self.signers):
            each.chosen.connect(self._check)

    def set_may_change(self, *, head: bool) -> None:
        """Only the head trusts, assigns and removes."""
        for each in (self._add, self._load, self._remove, self._assign, self._withdraw):
            each.setVisible(head)
        self._only.setVisible(not head)
        self._check()

    def _check(self) -> None:
        known = bool(self.roots.fingerprint)
        self._remove.setEnabled(known)
        self._load.setEnabled(known)  # before that there is no authority whose list it could be
        self._assign.setEnabled(known)
        self._withdraw.setEnabled(bool(self.signers.fingerprint))

    def _pick_root(self) -> None:
        choose_file(self, self.tr("Chọn chứng thư gốc"), _certificates(), self.root_chosen.emit)

    def _pick_list(self) -> None:
        title = self.tr("Chọn danh sách thu hồi")
        choose_file(self, title, "CRL (*.crl *.pem *.der);;* (*)", self.list_chosen.emit)

    def _pick_signer(self) -> None:
        title = self.tr("Chọn chứng thư của người ký")
        choose_file(self, title, _certificates(), self.signer_chosen.emit)


def _certificates() -> str:
    return "X.509 (*.cer *.crt *.pem *.der);;* (*)"
