"""Looking at what an officer prepared, signing it second, or giving it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.forms import Hand
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.wording import labels, moment, number
from antq_desktop.gui.submission.review_model import (
    field_lines,
    figure_rows,
    record_rows,
    register_rows,
)
from antq_desktop.gui.submission.review_view import ReviewDialog, ReviewShown
from antq_desktop.services.preparing import countersign_prepared, send_back
from antq_desktop.services.reviewing import changed_records, review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.screen import Context
    from antq_desktop.services.reviewing import ChangedRecord, Review
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

    Work = Callable[[Workspace], Outgoing]
    Done = Callable[[Outgoing], None]


class Reviewing(QObject):
    """Leads from the list to the second signature."""

    ended = Signal()
    """It was signed, or given back: the list is to be read again."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._parent = parent
        self._context = context
        self._found: Sequence[ChangedRecord] = ()
        self._register = ""
        self._today: date | None = None
        self.dialog: ReviewDialog | None = None

    def begin(self, row: Outgoing) -> None:
        """Look at what changed, and show it."""

        def read(workspace: Workspace) -> tuple[Review, date]:
            return review(workspace, row), workspace.clock.today()

        def show(found: tuple[Review, date]) -> None:
            told, self._today = found
            dialog = ReviewDialog(self._parent, self._shown(told), self._context.theme)
            asking = Asking(self._context.session, dialog)
            dialog.register_chosen.connect(lambda name: self._choose(asking, row, name))
            dialog.record_chosen.connect(self._show_fields)
            dialog.signed.connect(lambda: self._sign(asking, row))
            dialog.given_back.connect(lambda text: self._give_back(asking, row, text))
            self.dialog = dialog
            dialog.begin()

        self._context.session.ask(read, show)

    def _shown(self, found: Review) -> ReviewShown:
        language, about = self._context.language, self._context.session.about
        title = self.tr("Gói số {number}, {person} lập và ký lần 1 lúc {time}").format(
            number=number(found.row.sequence),
            person=found.row.first_signer or "",
            time=moment(found.row.created_at),
        )
        hindrance = ""
        if not about.head:
            hindrance = self.tr("Chỉ huy đơn vị đăng nhập để ký lần 2 hoặc trả lại.")
        elif found.row.first_signer == about.user:
            hindrance = self.tr("Đồng chí đã ký lần 1: đề nghị chỉ huy khác ký lần 2.")
        return ReviewShown(
            title,
            tuple(self._notes(found)),
            tuple(register_rows(found.registers, language)),
            tuple(figure_rows(found.periods, about.catalogue, language)),
            "\n".join(
                f"{one.register.label.text(language)}: {labels(one.home, language)}."
                for one in found.registers
                if one.home and (one.new or one.changed)
            ),
            hindrance,
        )

    def _notes(self, found: Review) -> Iterator[str]:
        if found.last is None:
            yield self.tr("Chưa nộp gói nào trước đó: mọi hồ sơ trong gói đều mới.")
        else:
            text = self.tr("So với gói số {number} đã nộp.")
            yield text.format(number=number(found.last.sequence))
        if found.since:
            text = self.tr(
                "{count} hồ sơ thay đổi sau khi lập gói và không có trong gói này. Muốn gửi cả các "
                "hồ sơ đó thì trả lại để cán bộ lập gói mới."
            )
            yield text.format(count=number(found.since))

    def _choose(self, asking: Asking, row: Outgoing, name: str) -> None:
        register = self._context.session.about.catalogue.by_name[name]

        def show(found: list[ChangedRecord]) -> None:
            self._found, self._register = found, name
            if self.dialog is not None:
                self.dialog.show_records(tuple(record_rows(found)))

        asking.ask(lambda workspace: changed_records(workspace, row, register), show)

    def _show_fields(self, key: str) -> None:
        about = self._context.session.about
        if self.dialog is not None and self._today is not None and int(key) < len(self._found):
            hand = Hand(about.units, self._today, self._context.language)
            register = about.catalogue.by_name[self._register]
            self.dialog.show_fields(tuple(field_lines(self._found[int(key)], register, hand)))

    def _sign(self, asking: Asking, row: Outgoing) -> None:
        def done(signed: Outgoing) -> None:
            text = self.tr("Đã ký gói số {number} lần 2. Việc tiếp theo: chép gói ra USB.")
            self._end(text.format(number=number(signed.sequence)))

        self._change(asking, lambda workspace: countersign_prepared(workspace, row.digest), done)

    def _give_back(self, asking: Asking, row: Outgoing, text: str) -> None:
        def done(_: Outgoing) -> None:
            self._end(self.tr("Đã trả gói lại cho cán bộ. Hồ sơ vẫn chờ gửi."))

        self._change(asking, lambda workspace: send_back(workspace, row.digest, text=text), done)

    def _change(self, asking: Asking, work: Work, done: Done) -> None:
        def failed(error: BaseException) -> None:
            if self.dialog is not None:
                self.dialog.set_busy(busy=False)
            self._context.failures.show(error)

        if self.dialog is not None:
            self.dialog.set_busy(busy=True)
        asking.change(work, done, failed)

    def _end(self, text: str) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.accept()
        self._context.failures.say(text, "done")
        self.ended.emit()
