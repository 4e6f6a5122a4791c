"""What the office's desk does: rehearses files one by one, takes them in, signs receipts."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.wording import number, reason_line, sentence, short_period
from antq_desktop.gui.failures import Told, told
from antq_desktop.gui.inbox.model import (
    Item,
    can_return,
    change_rows,
    queue_rows,
    sender,
)
from antq_desktop.gui.inbox.past import PastPresenter
from antq_desktop.gui.inbox.progress import Progress
from antq_desktop.gui.inbox.view import Detail
from antq_desktop.gui.inbox.watched import WatchedFolder
from antq_desktop.gui.screen import ReturnWanted
from antq_desktop.services.batching import Batch, Stopped
from antq_desktop.services.parting import is_of_parts, join_parts
from antq_desktop.services.rehearsing import Rehearsal
from antq_desktop.services.withholding import hold_bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.inbox.view import InboxView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.parting import Brought
    from antq_desktop.services.verdicts import Verdict


class InboxPresenter(QObject):
    """Connects the desk with the services; one file at a time, so that it can stop between two."""

    open_record = Signal(str)
    """No record is opened from here: a bundle's rows are not ours until it is taken in."""

    return_asked = Signal(object)
    """A `ReturnWanted`: rows of a bundle that are wrong."""

    def __init__(self, view: InboxView, context: Context) -> None:
        super().__init__()
        self.view = view
        self._context = context
        self._items: dict[str, Item] = {}
        self._chosen: str | None = None
        self._jobs: deque[Callable[[], None]] = deque()
        self._running = self._moved = self._changed = False
        self._progress = Progress()
        self._batch = self._new_batch()
        view.dropped.connect(self.take)
        view.selected.connect(self._choose)
        view.accepted.connect(lambda key: self._import([key]))
        view.all_accepted.connect(self._import_good)
        view.removed.connect(self._remove)
        view.cancelled.connect(self._cancel)
        self._past = PastPresenter(view, context)
        self._past.return_asked.connect(self.return_asked)
        view.give_back_asked.connect(self._return)
        view.hold_asked.connect(self._hold)
        self.watched = WatchedFolder(view.watch_bar, context)
        self.watched.offered.connect(lambda paths: self.take(paths, choose=False))

    @property
    def widget(self) -> QWidget:
        """The form."""
        return self.view

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Gói đến")

    def refresh(self) -> None:
        """Read again what was judged before; the desk stays as it is."""
        self._show_queue()
        self._past.refresh()

    def may_leave(self, then: Callable[[], None]) -> None:
        """Let the person go; what is being looked at stays on the desk."""
        then()

    def show_bundle(self, digest: str) -> None:
        """Show what is known of a bundle that was judged before."""
        self._past.show_bundle(digest)

    def take(self, paths: Sequence[Path], *, choose: bool = True) -> None:
        """Put files on the desk and rehearse them; one that lies there is looked at again.

        The first is selected, unless nobody asked for it now (``choose``).
        """
        if not paths:
            self._context.failures.say(self.tr("Không có tệp .antq nào ở đó."), "info")
            return
        if any(is_of_parts(path) for path in paths):
            self._context.session.ask(lambda workspace: join_parts(workspace, paths), self._joined)
            return
        for path in paths:
            item = Item(path)
            self._items[item.key] = item
            self._queue(partial(self._rehearse, item))
        self._show_queue(str(paths[0]) if choose else None)

    def _joined(self, found: Brought) -> None:
        """Take what parts make, and say of the rest what is missing."""
        if found.verdicts:
            first, *more = (sentence(one.content, self._context.language) for one in found.verdicts)
            self._context.failures.told.emit(Told(first, "", tuple(more), "warning"))
        if found.bundles:
            self.take(found.bundles)

    def _new_batch(self) -> Batch:
        """Begin a batch: it tells how many rows of a bundle are done while it is looked at."""

        def told(rows: int) -> None:
            self._context.session.post(lambda: self._show_progress(rows))

        return Batch(told)

    def _queue(self, job: Callable[[], None]) -> None:
        if not self._running and not self._jobs:
            self._progress.begin()
            self._batch = self._new_batch()
        self._jobs.append(job)
        self._progress.add()
        if not self._running:
            self._next()
        else:
            self._show_progress()

    def _next(self) -> None:
        """Do the next piece of work, or say that all is done."""
        if not self._jobs and self._moved:
            self._moved = False
            self._again(item for item in self._items.values() if item.held)
        self._running = bool(self._jobs)
        if self._jobs:
            self._show_progress()
            self._jobs.popleft()()
            return
        self.view.show_progress("", 0, 0)
        self._show_queue()
        self._past.refresh()
        if self._changed:
            # Once for all that came in: every screen reads anew.
            self._changed = False
            self._context.session.change(lambda _: None, lambda _: None)

    def _again(self, items: Iterable[Item]) -> None:
        """Look again at what waited for something, now that something came in."""
        for item in items:
            self._jobs.append(partial(self._rehearse, item))
            self._progress.add()

    def _show_progress(self, rows: int = 0) -> None:
        if self._running:
            self.view.show_progress(self._progress.text(rows), *self._progress.counts)

    def _cancel(self) -> None:
        """Stop: nothing of the bundle in work is in, all that came in before it stays."""
        self._progress.drop(len(self._jobs))
        self._jobs.clear()
        self._batch.stop()

    def _rehearse(self, item: Item) -> None:
        def done(rehearsal: Rehearsal) -> None:
            item.rehearsal, item.stage = rehearsal, "judged"
            self._end()

        path, batch = item.path, self._batch
        self._context.session.ask(
            lambda workspace: batch.rehearse(workspace, path),
            done,
            lambda error: self._fail(item, error),
        )

    def _import(self, keys: Iterable[str]) -> None:
        for key in keys:
            item = self._items.get(key)
            if item is not None and item.takable:
                self._queue(partial(self._import_one, item))

    def _import_good(self) -> None:
        self._import([key for key, item in self._items.items() if item.good])

    def _import_one(self, item: Item) -> None:
        path, batch = item.path, self._batch

        def done(verdict: Verdict) -> None:
            self._changed = True
            before = item.rehearsal
            item.rehearsal = (
                Rehearsal(verdict, before.period, before.shifts)
                if before is not None and verdict.good
                else Rehearsal(verdict)
            )
            item.stage = "taken"
            self._look_again(verdict)
            self._end()

        self._context.session.ask(
            lambda workspace: batch.take(workspace, path),
            done,
            lambda error: self._fail(item, error),
        )

    def _look_again(self, verdict: Verdict) -> None:
        """Say what moved with an import, and look again at what waited for one."""
        if verdict.released:
            text = self.tr("{count} gói đang giữ đã được xét lại.")
            self._context.failures.say(text.format(count=number(len(verdict.released))), "info")
        self._moved = self._moved or verdict.good

    def _fail(self, item: Item, error: BaseException) -> None:
        if not isinstance(error, Stopped):  # then it is as it was before
            item.stage, item.rehearsal = "failed", None
            item.told = told(error, self._context.language)
        self._end()

    def _end(self) -> None:
        self._progress.end()
        self._show_queue()
        self._next()

    def _remove(self, key: str) -> None:
        self._items.pop(key, None)
        self._show_queue()

    def _show_queue(self, chosen: str | None = None) -> None:
        items = list(self._items.values())
        self.view.set_queue(tuple(queue_rows(items)), chosen)
        good = sum(item.good for item in items)
        several = self.tr("Nhận tất cả {count} gói hợp lệ").format(count=number(good))
        self.view.offer_all(several if good > 1 else "")

    def _choose(self, key: str) -> None:
        item = self._items.get(key)
        if item is not None:
            self.view.show_detail(self._detail(item))

    def _detail(self, item: Item) -> Detail:
        state, tone = item.state()
        name, file = sender(item), item.path.name
        if item.rehearsal is None:
            said = item.told
            words = (said.text, said.action, "") if said else (file, "", "")
            return Detail(name, state, tone, words)
        rehearsal, language = item.rehearsal, self._context.language
        verdict = rehearsal.verdict
        registers = self._context.session.about.catalogue.by_name
        said_besides = (*verdict.reasons, *verdict.notes)
        reasons = tuple(reason_line(one, language, registers) for one in said_besides)
        content = sentence(verdict.content, language)
        if item.good:
            content = self._would_be(verdict)
        changes = self._changes(item) if rehearsal.period is not None else ""
        return Detail(
            name,
            state,
            tone,
            (content, sentence(verdict.signer, language), sentence(verdict.time, language)),
            self._by_register(verdict),
            changes,
            tuple(change_rows(rehearsal, language)),
            self.tr("Lưu ý") if verdict.good else self.tr("Lý do"),
            reasons,
            self._accept_text(item),
            item.returnable or can_return(verdict.kind, verdict.reasons),
            item.good,
        )

    def _return(self, key: str) -> None:
        item = self._items.get(key)
        if item is not None and item.rehearsal is not None:
            reasons = item.rehearsal.verdict.reasons
            self.return_asked.emit(
                ReturnWanted(
                    source=item.path,
                    reasons=reasons,
                    whole=item.returnable,
                    then=lambda: self._queue(partial(self._rehearse, item)),
                )
            )

    def _hold(self, key: str, reason: str) -> None:
        item = self._items.get(key)
        if item is None or not item.good:
            return

        def done(verdict: Verdict) -> None:
            del verdict
            self._context.failures.say(self.tr("Đã giữ gói lại. Ký biên nhận để báo đơn vị."))
            self._queue(partial(self._rehearse, item))

        path = item.path
        self._context.session.change(lambda workspace: hold_bundle(workspace, path, reason), done)

    def _by_register(self, verdict: Verdict) -> str:
        """Say what a bundle holds, a line for each register."""
        registers = self._context.session.about.catalogue.by_name
        names = (
            ("new", self.tr("{count} mới")),
            ("changed", self.tr("{count} sửa")),
            ("same", self.tr("{count} đã có")),
            ("refused", self.tr("{count} lỗi")),
        )
        lines: list[str] = []
        for name, counts in verdict.registers.items():
            said = [
                text.format(count=number(counts[kind])) for kind, text in names if counts.get(kind)
            ]
            if said and name in registers:
                label = registers[name].label.text(self._context.language)
                lines.append(f"{label}: {', '.join(said)}")
        return "\n".join(lines)

    def _would_be(self, verdict: Verdict) -> str:
        """Say what would be taken in: nothing has been yet."""
        return self.tr(
            "Có thể nhận: {new} hồ sơ mới, {changed} lần sửa, {same} dòng đã có. Chưa nhập gì."
        ).format(**{name: number(count) for name, count in verdict.counts.items()})

    def _changes(self, item: Item) -> str:
        rehearsal = item.rehearsal
        if rehearsal is None or rehearsal.period is None:
            return ""
        period = short_period(rehearsal.period)
        if not rehearsal.shifts:
            return self.tr("Số liệu {period} không thay đổi").format(period=period)
        if item.stage == "taken":
            return self.tr("Số liệu {period} đã thay đổi").format(period=period)
        return self.tr("Số liệu {period} sẽ thay đổi").format(period=period)

    def _accept_text(self, item: Item) -> str:
        if item.good:
            return self.tr("&Nhận gói này")
        if item.held and item.takable:
            return self.tr("&Giữ lại để chờ")
        return self.tr("&Ghi nhận từ chối để trả lời") if item.takable else ""
