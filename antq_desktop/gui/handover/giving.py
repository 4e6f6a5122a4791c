"""Handing the books over: to whom, what goes, signed, and written to a stick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from antq_desktop.gui.common.going_table import going_rows
from antq_desktop.gui.common.media import serve_media
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.wording import number
from antq_desktop.gui.handover.giving_dialog import GivingDialog, GoingShown
from antq_desktop.gui.handover.model import going_lines
from antq_desktop.messages import words
from antq_desktop.services.delivering import deliver, size_in_outbox
from antq_desktop.services.handing_books_over import hand_over, receivers
from antq_desktop.services.parting import PART_SIZE, deliver_parts
from antq_desktop.services.transfers import own_name, weigh_transfer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.screen import Context
    from antq_desktop.services.handing_books_over import Receiver
    from antq_desktop.services.transfers import Weighed
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing


class Giving(QObject):
    """Leads from the choice of a PC to the stick; `signed` says that the books are on their way."""

    signed = Signal()

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._parent = parent
        self._context = context

    def begin(self) -> None:
        """Ask to whom the books go; where the directory names nobody, say how it comes to."""

        def read(workspace: Workspace) -> tuple[list[Receiver], str]:
            return receivers(workspace), own_name(workspace)

        self._context.session.ask(read, lambda found: self._ask(*found))

    def _ask(self, found: Sequence[Receiver], own: str) -> None:
        if not found:
            said = words("transfer.no_receiver", self._context.language, {})
            self._context.failures.say(f"{said.text} {said.action}", "warning")
            return
        here = self.tr("Máy này: {name}").format(name=own)
        names = [one.name for one in found]
        dialog = GivingDialog(self._parent, names, here, self._context.theme)

        def look(at: int) -> None:
            self._context.session.ask(
                lambda workspace: weigh_transfer(workspace, found[at]),
                lambda weighed: self._show(dialog, at, weighed),
            )

        dialog.looked.connect(look)
        dialog.confirmed.connect(lambda at, close: self.sign(found[at], close=close))
        dialog.begin()

    def _show(self, dialog: GivingDialog, at: int, found: Weighed) -> None:
        if not isValid(dialog):
            return
        language = self._context.language
        drafts = self.tr(
            "Còn {count} bản nháp: hoàn thành hoặc bỏ các bản nháp rồi mới khóa sổ."
        ).format(count=number(found.drafts))
        dialog.show_going(
            at,
            GoingShown(
                tuple(going_rows(found.registers, language)),
                tuple(going_lines(found, language)),
                self._hindrance(found),
                found.closed,
                drafts if found.drafts else "",
                self.tr("Không có gì mới để bàn giao.") if found.empty else "",
            ),
        )

    def _hindrance(self, found: Weighed) -> str:
        language = self._context.language
        if found.hindrance is not None:
            said = words(found.hindrance.message_id, language, found.hindrance.values)
            return f"{said.text} {said.action}"
        if not found.to_settle:
            return ""
        registers = self._context.session.about.catalogue.by_name
        first = found.to_settle[0].line
        name = f"{registers[first.register].short_label.text(language)}, {first.book or ''}"
        text = self.tr("{count} hồ sơ còn lỗi phải sửa trước khi bàn giao, như {name}: {title}.")
        return text.format(
            count=number(len(found.to_settle)), name=name.rstrip(", "), title=first.title
        )

    def sign(self, to: Receiver, *, close: bool) -> None:
        """Sign, then ask for a stick; what is signed waits in the list if there is none."""

        def done(row: Outgoing) -> None:
            self.signed.emit()
            self.carry(row, self.tr("Ghi gói bàn giao sổ ra USB"))

        self._context.session.change(lambda workspace: hand_over(workspace, to, close=close), done)

    def carry(self, row: Outgoing, title: str) -> None:
        """Write a signed file to a stick and read it back; it can be tried again."""
        dialog = MediumDialog(self._parent, title, self._context.theme, offer_parts=True)

        def write(folder: str) -> None:
            self.write(row, Path(folder), in_parts=dialog.in_parts)

        dialog.chosen.connect(write)
        serve_media(dialog, self._context, lambda workspace: size_in_outbox(workspace, row))

    def write(self, row: Outgoing, folder: Path, *, in_parts: bool = False) -> None:
        """Write a signed file to a folder, whole or as parts with their list."""

        def done(path: Path) -> None:
            text = self.tr("Đã ghi {name}, đọc lại khớp. An toàn để rút USB.")
            if in_parts:
                text = self.tr(
                    "Đã ghi các phần và danh sách {name}, đọc lại khớp. Mang đủ đến máy nhận; thứ"
                    " tự nào cũng được."
                )
            self._context.failures.say(text.format(name=path.name))

        def work(workspace: Workspace) -> Path:
            if in_parts:
                return deliver_parts(workspace, row, folder, PART_SIZE)[-1]
            return deliver(workspace, row, folder)

        self._context.session.change(work, done)
