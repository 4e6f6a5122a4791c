"""Asking how new files go, and showing one: a picture, or the pages of a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.domain.fields import Travel
from antq_desktop.gui.common.pages import button, label, scrolled
from antq_desktop.gui.common.question import Question
from antq_desktop.gui.paper.pdf import Pages
from antq_desktop.gui.theme import XL, XS, M, S

if TYPE_CHECKING:
    from antq_desktop.gui.common.asking import Asking

_LETTERS = 64
_POINTS_WIDE = 595
_LARGEST = (1000, 700)
_SHARE = 0.8


class AttachDialog(Question):
    """Asks whether files travel, and of a registered record why they are added."""

    chosen = Signal(str, str)
    """How they travel, and the reason; "" for a draft."""

    def __init__(self, parent: QWidget, count: int, travel: Travel, *, registered: bool) -> None:
        heading = self.tr("Đính kèm {count} tệp: gửi đi thế nào?").format(count=count)
        super().__init__(parent, self.tr("Đính kèm tệp"), heading=heading)
        self._registered = registered
        self.ways = QButtonGroup(self)
        self.reason = QLineEdit(self.tr("Bổ sung tệp đính kèm") if registered else "")
        self.reason.setAccessibleName(self.tr("Lý do"))
        for place, (way, words, more) in enumerate(self._words()):
            choice = QRadioButton(words)
            choice.setProperty("travel", str(way))
            choice.setAccessibleDescription(more)
            choice.setChecked(way is travel)
            self.ways.addButton(choice, place)
            words_below = label(more, "muted")
            words_below.setContentsMargins(XL, 0, 0, 0)
            together = QVBoxLayout()
            together.setSpacing(XS)
            together.addWidget(choice)
            together.addWidget(words_below)
            self.column.addLayout(together)
        if registered:
            asked = label(self.tr("&Lý do"), wrap=False)
            asked.setBuddy(self.reason)
            self.column.addWidget(asked)
            self.column.addWidget(self.reason)
            self.reason.textChanged.connect(self._check)
        self._end(_LETTERS, self.tr("Đính kèm"), self.tr("Quay lại"))

    def _is_complete(self) -> bool:
        return not self._registered or bool(self.reason.text().strip())

    def _words(self) -> tuple[tuple[Travel, str, str], ...]:
        return (
            (
                Travel.PRIVATE,
                self.tr("Ở lại đơn vị"),
                self.tr("Mọi người dùng của máy này xem được. Không vào gói nộp."),
            ),
            (
                Travel.SHARED,
                self.tr("Gửi lên cấp trên"),
                self.tr("Đi một lần cùng gói nộp sau. Tên tệp không gửi, nội dung thì có."),
            ),
            (
                Travel.CONFIDENTIAL,
                self.tr("Niêm phong"),
                self.tr("Chỉ chỉ huy mở được, có lý do và ghi nhật ký. Không bao giờ gửi."),
            ),
        )

    def _answer(self) -> None:
        chosen = self.ways.checkedButton()
        if chosen is not None:
            way = str(chosen.property("travel"))
            self.chosen.emit(way, " ".join(self.reason.text().split()))
        self.accept()


class AttachmentDialog(QDialog):
    """Shows a file that lies in memory; nothing of it is written to the disk."""

    def __init__(
        self, parent: QWidget, asking: Asking, name: str, content: bytes, *, pdf: bool
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self._asking, self._content, self._page, self._count = asking, content, 0, 1
        self.shown = QLabel()
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setAccessibleName(name)
        self.place = label(role="muted")
        self.back = button(self.tr("Trang trước"))
        self.next = button(self.tr("Trang sau"))
        close = button(self.tr("Đóng"))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(S)
        for each in (self.back, self.next, self.place):
            row.addWidget(each)
            each.setVisible(pdf)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, M, M)
        column.setSpacing(M)
        column.addWidget(scrolled(self.shown), 1)
        column.addLayout(row)
        room = parent.window().size() * _SHARE
        self.resize(min(room.width(), _LARGEST[0]), max(room.height(), _LARGEST[1] // 2))
        if pdf:
            self._turn(0)
        else:
            self._show(QImage.fromData(content))

    def _turn(self, step: int) -> None:
        page, content, wide = self._page + step, self._content, self._wide()

        def draw(_: object) -> tuple[int, QImage]:
            pages = Pages(content)
            try:
                size = pages.sizes[page]
                return len(pages.sizes), pages.picture(page, wide / size[0])
            finally:
                pages.close()

        def drawn(found: tuple[int, QImage]) -> None:
            self._page, (self._count, image) = page, found
            self._show(image)

        self._asking.ask(draw, drawn, lambda _: self._show(QImage()))

    def _wide(self) -> float:
        ratio = self.devicePixelRatioF()
        return max(self.width() - 4 * XL, _POINTS_WIDE // 2) * ratio

    def _show(self, image: QImage) -> None:
        if image.isNull():
            self.shown.setText(
                self.tr("Không vẽ được tệp này. Lưu bản sao rồi mở bằng phần mềm khác.")
            )
        else:
            ratio = self.devicePixelRatioF()
            wide = min(int(self._wide()), image.width())
            fitted = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            fitted.setDevicePixelRatio(ratio)
            self.shown.setPixmap(QPixmap.fromImage(fitted))
        self.place.setText(
            self.tr("Trang {page}/{count}").format(page=self._page + 1, count=self._count)
        )
        self.back.setEnabled(self._page > 0)
        self.next.setEnabled(self._page + 1 < self._count)
