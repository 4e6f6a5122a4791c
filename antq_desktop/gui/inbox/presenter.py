"""What the office's desk does: rehearses files one by one, takes them in, signs receipts."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.errors import Refusal
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.wording import number
from antq_desktop.gui.failures import told
from antq_desktop.gui.inbox.details import Details
from antq_desktop.gui.inbox.fetcher import Fetcher
from antq_desktop.gui.inbox.kept import KeptQueue
from antq_desktop.gui.inbox.model import Item, queue_rows
from antq_desktop.gui.inbox.parts import Parts
from antq_desktop.gui.inbox.past import PastPresenter
from antq_desktop.gui.inbox.progress import Progress
from antq_desktop.gui.inbox.watched import WatchedFolder
from antq_desktop.gui.screen import ReturnWanted
from antq_desktop.services.batching import Batch
from antq_desktop.services.fetching import Stopped, discard
from antq_desktop.services.parting import is_of_parts
from antq_desktop.services.rehearsing import Rehearsal
from antq_desktop.services.request_desk import meet_request
from antq_desktop.services.withholding import hold_bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from antq_desktop.gui.inbox.view import InboxView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.enrolling import Asked
    from antq_desktop.services.verdicts import Verdict


class InboxPresenter(ScreenPresenter):
    """Connects the desk with the services; one file at a time, so that it can stop between two."""

    open_record = Signal(str)
    """No record is opened from here: a bundle's rows are not ours until it is taken in."""

    return_asked = Signal(object)
    """A `ReturnWanted`: rows of a bundle that are wrong."""

    request_asked = Signal(str)
    """The fingerprint of a request for a certificate that is to be answered."""

    def __init__(self, view: InboxView, context: Context) -> None:
        super().__init__(view)
        self.view = view
        self._context = context
        self._items: dict[str, Item] = {}
        self._chosen: str | None = None
        self._jobs: deque[Callable[[], None]] = deque()
        self._running = self._moved = self._changed = False
        self._progress = Progress()
        self._details = Details(context)
        self._fetcher = Fetcher(view, context)
        self._fetcher.moved.connect(self._show_reading)
        self._parts = Parts(self._fetcher, context, self._not_found)
        self._parts.joined.connect(self._joined)
        self._batch = self._new_batch()
        view.dropped.connect(self.bring)
        view.selected.connect(self._choose)
        view.accepted.connect(self._accept)
        view.all_accepted.connect(self._import_good)
        view.removed.connect(self._remove)
        view.cancelled.connect(self._cancel)
        self._past = PastPresenter(view, context)
        self._past.return_asked.connect(self.return_asked)
        view.give_back_asked.connect(self._return)
        view.hold_asked.connect(self._hold)
        self.watched = WatchedFolder(view.watch_bar, context)
        self.watched.offered.connect(lambda found: self.take(list(found), found, choose=False))
        self._kept = KeptQueue(view, context)
        self._kept.offered.connect(lambda paths: self.take(paths, choose=False))

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Gói đến")

    @property
    def working(self) -> bool:
        """Whether its queue runs: it reads from media beside the session, which knows nothing."""
        return self._running

    def refresh(self) -> None:
        """Read again what was judged before; the desk stays as it is."""
        self._show_queue()
        self._past.refresh()

    def show_bundle(self, digest: str) -> None:
        """Show what is known of a bundle that was judged before."""
        self._past.show_bundle(digest)

    def bring(self, paths: Sequence[Path]) -> None:
        """Look for bundles in files and folders that a person brought, and take them."""
        self._context.failures.over.emit()
        self._queue(partial(self._find, paths))

    def take(
        self,
        paths: Sequence[Path],
        copies: Mapping[Path, Path] | None = None,
        *,
        choose: bool = True,
        parts: tuple[Path, ...] = (),
    ) -> None:
        """Put files on the desk and rehearse them; one that lies there is looked at again.

        The first is selected, unless nobody asked for it now (``choose``). ``copies`` are those
        that were read from the medium already.
        """
        known = copies or {}
        brought = [path for path in paths if is_of_parts(path)]
        if brought:
            self._queue(partial(self._parts.fetch, brought))
        for path in paths:
            if path in brought:
                continue
            item = Item(path, copy=known.get(path), parts=parts)
            self._put_aside(self._items.get(item.key))
            self._items[item.key] = item
            self._queue(partial(self._look_at, item))
        self._show_queue(str(paths[0]) if choose and paths else None)
        self._kept.keep(self._items.values())

    def _find(self, paths: Sequence[Path]) -> None:
        """List what lies there, which is no bundle that would be counted."""

        def found(files: list[Path]) -> None:
            self._progress.drop(1)
            if not files:
                self._context.failures.say(self.tr("Không có tệp .antq nào ở đó."), "info")
            self.take(files)
            self._next()

        self.view.show_progress(self.tr("Đang tìm gói…"), 0, 1)
        self._fetcher.find(paths, found, self._not_found)

    def _not_found(self, error: BaseException) -> None:
        self._progress.drop(1)
        if not isinstance(error, Stopped):
            self._context.failures.show(error)
        self._next()

    def _joined(self, bundles: list[Path], parts: list[Path]) -> None:
        """Take what parts make; they are kept as the parts that they came as."""
        self._progress.drop(1)
        if bundles:
            self.take(bundles, {path: path for path in bundles}, parts=tuple(parts))
        self._next()

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
        self._kept.keep(self._items.values())
        self._past.refresh()
        if self._changed:
            # Once for all that came in: every screen reads anew.
            self._changed = False
            self._context.session.change(lambda _: None, lambda _: None)

    def _again(self, items: Iterable[Item]) -> None:
        """Look again at what waited for something, now that something came in."""
        for item in items:
            self._jobs.append(partial(self._look_at, item))
            self._progress.add()

    def _show_progress(self, rows: int = 0) -> None:
        if self._running:
            self.view.show_progress(self._progress.text(rows), *self._progress.counts)

    def _show_reading(self, read: int, size: int) -> None:
        if self._running:
            text = self._progress.reading(read, size)
            self.view.show_progress(text, *self._progress.counts)

    def _cancel(self) -> None:
        """Stop: nothing of the bundle in work is in, all that came in before it stays."""
        self._progress.drop(len(self._jobs))
        self._jobs.clear()
        self._batch.stop()
        self._fetcher.stop()

    def _look_at(self, item: Item) -> None:
        """Read a file from its medium, unless that was done before, and rehearse it."""
        if item.copy is not None and item.copy.is_file():
            self._rehearse(item)
            return

        def fetched(copy: Path) -> None:
            item.copy = copy
            self._rehearse(item)

        self._fetcher.fetch(item.path, fetched, lambda error: self._fail(item, error))

    def _rehearse(self, item: Item) -> None:
        def done(rehearsal: Rehearsal) -> None:
            item.rehearsal, item.stage = rehearsal, "judged"
            if item.asks and rehearsal.verdict.good:
                self._meet(item)
            else:
                self._end()

        path, batch = item.file, self._batch
        self._context.session.ask(
            lambda workspace: batch.rehearse(workspace, path),
            done,
            lambda error: self._fail(item, error),
        )

    def _meet(self, item: Item) -> None:
        """Keep a request for a certificate where requests wait to be answered."""

        def met(found: tuple[Asked, bool]) -> None:
            asked, waits = found
            item.request = asked.fingerprint if waits else ""
            self._end()

        def refused(error: BaseException) -> None:
            item.told = told(error, self._context.language)
            self._end()

        path = item.file
        self._context.session.change(lambda workspace: meet_request(workspace, path), met, refused)

    def _accept(self, key: str) -> None:
        """Take a bundle in; one that could not be read is looked at again, a request answered."""
        item = self._items.get(key)
        self._context.failures.over.emit()
        if item is not None and item.request:
            self.request_asked.emit(item.request)
        elif item is not None and item.stage == "failed":
            self._queue(partial(self._look_at, item))
        else:
            self._import([key])

    def _import(self, keys: Iterable[str]) -> None:
        for key in keys:
            item = self._items.get(key)
            if item is not None and item.takable:
                self._queue(partial(self._import_one, item))

    def _import_good(self) -> None:
        self._context.failures.over.emit()
        self._import([key for key, item in self._items.items() if item.good])

    def _import_one(self, item: Item) -> None:
        path, batch = item.file, self._batch

        def done(verdict: Verdict) -> None:
            self._changed = True
            before = item.rehearsal
            item.rehearsal = (
                Rehearsal(verdict, before.period, before.shifts)
                if before is not None and verdict.good
                else Rehearsal(verdict)
            )
            item.stage = "taken"
            self._put_aside(item)
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
            item.cause = error.message_id if isinstance(error, Refusal) else ""
            item.told = told(error, self._context.language)
        self._end()

    def _put_aside(self, item: Item | None) -> None:
        """Drop the copy of what leaves the desk; what is in has a copy of its own."""
        if item is not None and item.copy is not None:
            discard(item.copy)
            item.copy = None

    def _end(self) -> None:
        self._progress.end()
        self._show_queue()
        self._next()

    def _remove(self, key: str) -> None:
        self._put_aside(self._items.pop(key, None))
        self._show_queue()
        self._kept.keep(self._items.values())

    def _show_queue(self, chosen: str | None = None) -> None:
        items = list(self._items.values())
        self.view.set_queue(tuple(queue_rows(items)), chosen)
        good = sum(item.good for item in items)
        several = self.tr("Nhận tất cả {count} gói hợp lệ").format(count=number(good))
        self.view.offer_all(several if good > 1 else "")

    def _choose(self, key: str) -> None:
        item = self._items.get(key)
        if item is not None:
            self.view.show_detail(self._details.of(item))

    def _return(self, key: str) -> None:
        item = self._items.get(key)
        self._context.failures.over.emit()
        if item is not None and item.rehearsal is not None:
            reasons = item.rehearsal.verdict.reasons
            self.return_asked.emit(
                ReturnWanted(
                    source=item.file,
                    reasons=reasons,
                    whole=item.returnable,
                    then=lambda: self._queue(partial(self._look_at, item)),
                )
            )

    def _hold(self, key: str, reason: str) -> None:
        item = self._items.get(key)
        if item is None or not item.good:
            return

        def done(verdict: Verdict) -> None:
            del verdict
            self._context.failures.say(self.tr("Đã giữ gói lại. Ký biên nhận để báo đơn vị."))
            self._queue(partial(self._look_at, item))

        path = item.file
        self._context.session.change(lambda workspace: hold_bundle(workspace, path, reason), done)
