"""Dialogs that open the authority: revoking a certificate, and renewing the revocation list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from antq_desktop.gui.common.days import day_of, past_day
from antq_desktop.gui.common.new_passphrase import passphrase_line
from antq_desktop.gui.common.pages import STYLE, label
from antq_desktop.gui.common.question import Question

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from antq_desktop.crypto.certificates import RevocationReason

_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Revocation:
    """What a person says of a revocation; ``since`` is None where it holds from now on."""

    reason: str
    passphrase: str
    since: date | None
    why: RevocationReason


class AuthorityDialog(Question):
    """Says what is about to happen and asks for the passphrase of the authority."""

    def __init__(self, parent: QWidget, title: str, hint: str, *, heading: str = "") -> None:
        super().__init__(parent, title, hint, heading=heading)
        self.passphrase = passphrase_line()
        self.passphrase.textChanged.connect(self._check)
        self.form = self._add_form(STYLE)

    def _open_with(self, act: str) -> None:
        """End with the passphrase and the button."""
        self.form.addRow(self.tr("&Mật khẩu khóa cấp chứng thư"), self.passphrase)
        back = self._end(_LETTERS, act, self.tr("&Bỏ qua"))
        self.act.setDefault(True)
        back.setAutoDefault(False)

    def _is_complete(self) -> bool:
        return bool(self.passphrase.text())

    def _answer(self) -> None:
        self._tell()
        self.accept()

    def _tell(self) -> None:
        raise NotImplementedError


class RenewListDialog(AuthorityDialog):
    """Asks for the passphrase, to make the revocation list anew."""

    confirmed = Signal(str)
    """The passphrase."""

    def __init__(self, parent: QWidget) -> None:
        text = self.tr("Danh sách mang ngày hôm nay; các đơn vị có qua danh bạ cấp lần sau.")
        super().__init__(parent, self.tr("Làm mới danh sách thu hồi"), text)
        self._open_with(self.tr("&Làm mới danh sách"))

    def _tell(self) -> None:
        self.confirmed.emit(self.passphrase.text())


class CertifyOwnDialog(AuthorityDialog):
    """Asks for the passphrase, to certify the head who is logged in."""

    confirmed = Signal(str)
    """The passphrase."""

    def __init__(self, parent: QWidget) -> None:
        text = self.tr("Gia hạn, hoặc cấp lần đầu cho chỉ huy mới. Khóa mới thay khóa đang dùng.")
        super().__init__(parent, self.tr("Cấp chứng thư cho chỉ huy cơ quan"), text)
        self._open_with(self.tr("&Cấp chứng thư"))

    def _tell(self) -> None:
        self.confirmed.emit(self.passphrase.text())


class RevokeDialog(AuthorityDialog):
    """Reason, day of the loss and passphrase; nothing happens before all are there."""

    confirmed = Signal(object)
    """A `Revocation`."""

    def __init__(self, who: str, today: date, parent: QWidget) -> None:
        text = self.tr("Từ nay gói ký bằng chứng thư này không được nhận.")
        super().__init__(parent, self.tr("Thu hồi chứng thư"), text, heading=who)
        self.reason, self.why = QLineEdit(), QComboBox()
        kinds: tuple[tuple[RevocationReason, str], ...] = (
            ("keyCompromise", self.tr("Mất máy, lộ hoặc mất khóa")),
            ("superseded", self.tr("Đã có chứng thư khác thay")),
            ("affiliationChanged", self.tr("Người giữ chuyển công tác")),
            ("cessationOfOperation", self.tr("Đơn vị kết thúc hoạt động")),
            ("unspecified", self.tr("Lý do khác")),
        )
        for code, text in kinds:
            self.why.addItem(text, code)
        self.lost = QCheckBox(self.tr("Khóa không còn an toàn &từ ngày"))
        self.since = past_day(today)
        self.since.setAccessibleName(self.tr("Ngày khóa không còn an toàn"))
        self.since.setEnabled(False)
        self.lost.toggled.connect(self.since.setEnabled)
        hint = self.tr("Gói đã đến từ ngày đó được liệt kê để đồng chí quyết định từng gói.")
        self.form.addRow(self.tr("L&oại lý do"), self.why)
        self.form.addRow(self.tr("Lý &do"), self.reason)
        self.form.addRow(self.lost, self.since)
        self.form.addRow(label(hint, "muted"))
        self.reason.textChanged.connect(self._check)
        self._open_with(self.tr("&Thu hồi chứng thư"))
        self.reason.setFocus()

    def _is_complete(self) -> bool:
        return bool(self.reason.text().strip()) and super()._is_complete()

    def _tell(self) -> None:
        since = day_of(self.since) if self.lost.isChecked() else None
        why: RevocationReason = self.why.currentData()
        self.confirmed.emit(
            Revocation(self.reason.text().strip(), self.passphrase.text(), since, why)
        )
