"""The screen "Kết nối với cơ quan nhận"; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.files import choose_file, choose_target
from antq_desktop.gui.common.fingerprints import grouped
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.pages import (
    PageHeader,
    button,
    card,
    form_below,
    label,
    lay_out_page,
    set_kind,
)
from antq_desktop.gui.enrolment.dialogs import HandOverDialog, LostDialog
from antq_desktop.gui.theme import M

if TYPE_CHECKING:
    from antq_desktop.gui.enrolment.dialogs import HandingOver
    from antq_desktop.gui.theme import Theme, Tone

_KINDS = "ANTQ (*.antq)"


@dataclass(frozen=True, slots=True)
class Life:
    """What the screen says of the own certificate and of the list of the office above.

    ``successors`` are the other heads by name; ``list_age`` is in days, None where no directory is
    installed; ``on_token`` says that a key of his lies on a token.
    """

    certified: bool
    ends_soon: bool
    successors: tuple[str, ...]
    today: date
    list_age: int | None
    list_old: bool
    on_token: bool


class EnrolmentView(QWidget):
    """State at the top, then the two steps: the request goes up, the directory comes down."""

    request_asked = Signal(str, str)
    """The file to write, and at an office the passphrase of its authority."""

    directory_chosen = Signal(str)
    install_asked = Signal()
    print_asked = Signal()
    """The fingerprint of the request that was just written is to be printed."""
    token_asked = Signal()
    """A key on a token is to be chosen: for the request, at an office for its head."""

    renew_asked = Signal(str)
    """The file to write: a request that the present key signs."""
    minutes_asked = Signal(str)
    """The file of a handover whose minutes are to be printed."""
    handover_asked = Signal(str, object)
    """The file to write, and a `HandingOver`."""
    lost_asked = Signal(str)
    """The file to write: the key is to be made anew."""

    def __init__(self, theme: Theme, *, office: bool = False) -> None:
        super().__init__()
        self._is_office = office
        self._head = False
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.textChanged.connect(self._check)
        self._chip = Chip(theme)
        self._state = label(role="muted")
        self._office = label()
        self._list_age = label(role="muted")
        self._successors: tuple[str, ...] = ()
        self._today = date.min
        self._certified = False
        self._renew = button(self.tr("&Gia hạn chứng thư…"))
        self._hand_over = button(self.tr("&Bàn giao quyền ký…"))
        self._lost = button(self.tr("Tôi mất khó&a…"))
        self._make = button(self.tr("&Tạo tệp yêu cầu…"), "primary")
        self.on_token = QCheckBox(self.tr("Khóa nằm trên &USB token"))
        self._token = button(self.tr("Chọn khóa trên t&oken…"))
        self._token.clicked.connect(self.token_asked)
        self._own = label(role="fingerprint")
        self._own_hint = label(role="muted")
        self._print = button(self.tr("&In phiếu vân tay…"))
        self._choose = button(self.tr("&Mở tệp danh bạ…"))
        self._theirs = label(role="fingerprint")
        self._theirs_hint = label(role="muted")
        self._install = button(self.tr("&Khớp – cài danh bạ"), "primary")
        for each in (self._own, self._theirs):
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._own.setAccessibleName(self.tr("Vân tay yêu cầu"))
        self._theirs.setAccessibleName(self.tr("Vân tay cơ quan nhận"))
        self._make.clicked.connect(self._ask)
        self._choose.clicked.connect(self._pick)
        self._install.clicked.connect(self.install_asked)
        self._print.clicked.connect(self.print_asked)
        self._renew.clicked.connect(self._save_renewal)
        self._hand_over.clicked.connect(self._ask_handover)
        self._lost.clicked.connect(self._ask_lost)
        key_of(self._print, "Ctrl+P")
        theme.dress(self._choose, "folder")
        theme.dress(self._print, "print")
        self._lay_out()
        self.show_request("")
        self.show_authority("")

    def _lay_out(self) -> None:
        header = PageHeader(
            self.tr("Kết nối với cơ quan nhận"),
            self.tr("Làm một lần: gửi yêu cầu, đối chiếu vân tay qua điện thoại, cài danh bạ."),
        )
        column = lay_out_page(self, header)
        column.addWidget(self._state_card())
        column.addWidget(self._request_card())
        column.addWidget(self._directory_card())
        if self._is_office:
            column.addWidget(self._token_card())
        column.addStretch(1)

    def _state_card(self) -> QWidget:
        frame, inside = card()
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self._chip)
        row.addWidget(self._office, stretch=1)
        inside.addLayout(row)
        inside.addWidget(self._state)
        inside.addWidget(self._list_age)
        acts = QHBoxLayout()
        acts.setSpacing(M)
        for each in (self._renew, self._hand_over, self._lost):
            acts.addWidget(each)
        acts.addStretch(1)
        inside.addLayout(acts)
        return frame

    def _request_card(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(self.tr("1. Gửi yêu cầu cấp chứng thư"), "section"))
        text = self.tr("Ghi tệp yêu cầu vào USB và chuyển cho cơ quan nhận.")
        inside.addWidget(label(text, "muted"))
        if self._is_office:
            form = form_below()
            form.addRow(self.tr("Mật khẩu khóa cấp &chứng thư"), self._passphrase)
            inside.addLayout(form)
        else:
            inside.addWidget(self.on_token)
            inside.addWidget(self._token)
        inside.addWidget(self._make)
        inside.addWidget(self._own)
        inside.addWidget(self._own_hint)
        inside.addWidget(self._print)
        return frame

    def _directory_card(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(self.tr("2. Cài danh bạ do cơ quan nhận gửi về"), "section"))
        text = self.tr("Danh bạ mang theo chứng thư của đơn vị và danh mục đơn vị.")
        inside.addWidget(label(text, "muted"))
        inside.addWidget(self._choose)
        inside.addWidget(self._theirs)
        inside.addWidget(self._theirs_hint)
        inside.addWidget(self._install)
        return frame

    def _token_card(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(self.tr("3. Ký bằng USB token"), "section"))
        text = self.tr("Cơ quan tự cấp chứng thư cho khóa trên token của người đứng đầu.")
        inside.addWidget(label(text, "muted"))
        inside.addWidget(self._token)
        return frame

    def set_state(self, chip: str, tone: Tone, office: str, text: str) -> None:
        """Say whether there is a certificate, whose office it is, and what to do next."""
        self._chip.show_state(chip, tone)
        self._office.setText(office)
        self._state.setText(text)
        set_kind(self._make, "plain" if tone == "done" or self._certified else "primary")

    def set_life(self, life: Life) -> None:
        """Say what can be done with the own key, and how old the revocation list is."""
        self._certified, self._today = life.certified, life.today
        self._successors = life.successors
        set_kind(self._renew, "primary" if life.ends_soon else "plain")
        text = ""
        if life.list_age is not None:
            text = self.tr("Danh sách thu hồi của cơ quan nhận: hôm nay.")
            if life.list_age > 0:
                text = self.tr("Danh sách thu hồi của cơ quan nhận: {days} ngày trước.")
            if life.list_old:
                text = self.tr("Danh sách thu hồi đã {days} ngày: xin cơ quan nhận danh bạ mới.")
            if life.list_age < 0:
                text = self.tr("Danh sách thu hồi ghi ngày sau ngày máy: xem lại ngày giờ của máy.")
            text = text.format(days=life.list_age)
        self._list_age.setText(text)
        self._list_age.setVisible(bool(text))
        self._check()

    def set_may_change(self, *, head: bool) -> None:
        """Everybody at a commune asks for his certificate; only the head installs a directory."""
        self._head = head or not self._is_office
        self._choose.setEnabled(head)
        self._token.setEnabled(head)
        self.on_token.setEnabled(head)
        self._passphrase.setEnabled(head)
        self._check()

    def _check(self) -> None:
        ready = not self._is_office or bool(self._passphrase.text())
        self._make.setEnabled(self._head and ready)
        own = self._head and not self._is_office
        for each in (self._renew, self._hand_over):
            each.setVisible(own and self._certified)
        self._lost.setVisible(own)

    def show_request(self, fingerprint: str) -> None:
        """Show what is read out on the telephone, or nothing."""
        self._own.setText(grouped(fingerprint))
        self._own_hint.setText(
            self.tr("Đọc vân tay này cho cơ quan nhận qua điện thoại để họ đối chiếu.")
        )
        for each in (self._own, self._own_hint, self._print):
            each.setVisible(bool(fingerprint))
        self._passphrase.clear()

    def show_authority(self, fingerprint: str) -> None:
        """Show the fingerprint that lies in a directory, to be compared before it is trusted."""
        self._theirs.setText(grouped(fingerprint))
        self._theirs_hint.setText(
            self.tr("Gọi cơ quan nhận, nghe họ đọc vân tay; chỉ cài khi từng nhóm đều khớp.")
        )
        for each in (self._theirs, self._theirs_hint, self._install):
            each.setVisible(bool(fingerprint))
        if fingerprint:
            self._install.setFocus()
            QTimer.singleShot(0, self._install, self._show_install)  # once it has its place

    def _show_install(self) -> None:
        for page in self.findChildren(QScrollArea):
            page.ensureWidgetVisible(self._install)

    def _ask(self) -> None:
        if self.on_token.isChecked():
            self.token_asked.emit()
        else:
            self.save()

    def save(self) -> None:
        """Let the person choose where the request is written, then ask for it."""
        QGuiApplication.inputMethod().commit()
        passphrase = self._passphrase.text()
        title = self.tr("Lưu tệp yêu cầu")
        choose_target(
            self,
            title,
            _KINDS,
            "yeu-cau.antq",
            lambda path: self.request_asked.emit(path, passphrase),
        )

    def _pick(self) -> None:
        choose_file(self, self.tr("Mở tệp danh bạ"), _KINDS, self.directory_chosen.emit)

    def _save_renewal(self) -> None:
        title = self.tr("Lưu tệp gia hạn")
        choose_target(self, title, _KINDS, "gia-han.antq", self.renew_asked.emit)

    def _ask_handover(self) -> None:
        dialog = HandOverDialog(self._successors, self._today, self)
        dialog.confirmed.connect(self._save_handover)
        dialog.minutes_asked.connect(self._pick_handover)
        dialog.open()

    def _pick_handover(self) -> None:
        title = self.tr("Mở tệp bàn giao đã ký")
        choose_file(self, title, _KINDS, self.minutes_asked.emit)

    def _save_handover(self, said: HandingOver) -> None:
        title = self.tr("Lưu tệp bàn giao")
        choose_target(
            self,
            title,
            _KINDS,
            "ban-giao.antq",
            lambda path: self.handover_asked.emit(path, said),
        )

    def _ask_lost(self) -> None:
        dialog = LostDialog(self)
        dialog.confirmed.connect(self._save_lost)
        dialog.open()

    def _save_lost(self) -> None:
        title = self.tr("Lưu tệp yêu cầu")
        choose_target(self, title, _KINDS, "yeu-cau.antq", self.lost_asked.emit)
