"""The entry form as it behaves: opening, keeping, checking, saving, closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from uuid_utils import uuid7

from antq_desktop.domain.forms import Hand
from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.domain.register import MOVES
from antq_desktop.domain.typed import show_moment
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.timers import after
from antq_desktop.gui.entry.alike import AlikeLine
from antq_desktop.gui.entry.asked import Asked
from antq_desktop.gui.entry.attachments import Attachments
from antq_desktop.gui.entry.copying import copied, differing
from antq_desktop.gui.entry.draft import OpenForm, remarks_of
from antq_desktop.gui.entry.finding import find_records
from antq_desktop.gui.entry.offers import Offers
from antq_desktop.gui.entry.papers import Papers
from antq_desktop.gui.entry.proposals import Proposals
from antq_desktop.gui.entry.repeating import Repeating
from antq_desktop.gui.entry.sealed import Sealed
from antq_desktop.gui.entry.spots import go_to, spot_of
from antq_desktop.gui.entry.tools import Tools
from antq_desktop.gui.entry.view import EntryView
from antq_desktop.gui.entry.wording import (
    ask_what_becomes,
    ask_why_changed,
    heading,
    tell_at_opening,
    told_of,
)
from antq_desktop.services.editing import form_of, look_at, save_form
from antq_desktop.services.last_values import keep_last
from antq_desktop.services.unsaved import drop_form, keep_form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from antq_desktop.domain.problems import Problem
    from antq_desktop.gui.screen import Context, PaperWanted
    from antq_desktop.services.editing import FormData
    from antq_desktop.services.limits import Limit
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.unsaved import UnsavedForm
    from antq_desktop.services.workspace import Workspace

    Form = Mapping[str, object]
    Limits = tuple[Limit, ...] | None

CHECK_AFTER = 300
"""Milliseconds from the last change until the rules run."""
KEEP_AFTER = 2000
"""Milliseconds from a change until it is kept."""


class EntryScreen(QObject):
    """A screen of the main window, see ``gui/screen.py``."""

    saved = Signal(str)
    """The id of a record that was saved."""
    opened = Signal(str)
    """The name of the register whose form came up."""
    closed = Signal()
    paper_asked = Signal(object)
    """A `PaperWanted`."""
    return_asked = Signal(object)
    """A `ReturnWanted`."""
    rows_wanted = Signal(object)
    """An `UnsavedForm`: a table that was being typed is gone on with."""
    open_record = Signal(str)
    """The id of a record that stands behind something in the form."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session, self._failures = context.session, context.failures
        self._theme, self._language = context.theme, context.language
        self.widget = EntryView(context.theme)
        self._asking = Asking(self._session, self.widget)
        self._open: OpenForm | None = None
        self._busy = self._filling = False
        self._check_timer = after(self.widget, CHECK_AFTER, self._check)
        self._keep_timer = after(self.widget, KEEP_AFTER, self._keep)
        self.offers = Offers(self.widget, self._session, self._asking, self._language)
        self._papers = Papers(self.widget, self._session, self._asking, self._language)
        self.asked = Asked(self.widget, self._theme, self._session, self._asking, self._language)
        self.alike = AlikeLine(self.widget, self._asking, self._language)
        self._repeating = Repeating(self.widget, self._asking)
        self._sealed = Sealed(self.widget, self._asking, lambda: self._open)
        self.attachments = Attachments(
            self.widget, self._theme, self._session, self._asking, self._language
        )
        self.proposals = Proposals(
            self.widget, self._theme, self._session, self._asking, self._language
        )
        self._connect()

    @property
    def title(self) -> str:
        """The name of the register whose form is open."""
        if self._open is None:
            return self.tr("Nhập hồ sơ")
        return self._open.register.label.text(self._language)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._open is not None and self.widget.typed() != self._open.began

    @property
    def form(self) -> OpenForm | None:
        """The form that is open."""
        return self._open

    @property
    def offered(self) -> int:
        """How many unsaved forms are offered."""
        return len(self.offers.forms)

    def refresh(self) -> None:
        """Leave the form alone: what is being typed is newer than what is stored."""
        self.alike.again()

    def open(self, register: str, record: str | None) -> None:
        """Open a record, a draft, or with None a new record of a register."""
        self._asking.ask(lambda workspace: form_of(workspace, register, record), self._show)

    def offer(self) -> None:
        """Show the forms that were being typed, to go on with them or discard them."""
        self.offers.offer()

    def may_leave(self, then: Callable[[], None], *, ask: bool = True) -> None:
        """Leave at once where nothing is unsaved; else keep it, or let the person decide."""
        self.widget.settle()
        if self._busy:
            return
        if not self.dirty:
            self._forget(then)
            return
        ask_what_becomes(
            self.widget if ask else None,
            keep=lambda: self._keep(lambda: self._end(then)),
            discard=lambda: self._forget(then),
        )

    def _forget(self, then: Callable[[], None]) -> None:
        if self._open is None or self._open.kept is None:
            self._end(then)
            return
        form = self._open.form
        self._asking.ask(lambda workspace: drop_form(workspace, form), lambda _: self._end(then))

    def _end(self, then: Callable[[], None]) -> None:
        self._check_timer.stop()
        self._keep_timer.stop()
        self._open = None
        then()

    def _show(self, data: FormData, unsaved: UnsavedForm | None = None) -> None:
        """Put a record on the screen, with what was being typed over it."""
        hand = Hand(self._session.about.units, data.today, self._language, data.titles)
        tools = Tools(hand, self._theme, partial(find_records, self._asking), data.officers)
        now = OpenForm(unsaved.form if unsaved else str(uuid7()), data, hand)
        now.sealed = data.shown is not None and data.shown.has_confidential
        now.strict = data.record is not None
        self._open = now
        self._filling = True
        self.widget.show_form(data.register, tools)
        self.widget.set_sealed(sealed=now.sealed, may_reveal=self._session.about.head)
        if data.shown is not None:
            self.widget.show_typed(hand.show_all(data.register.fields, data.shown.values))
        now.began = self.widget.typed()
        if unsaved is not None:
            now.kept = unsaved.typed
            if any(name in unsaved.typed for name in self._sealed.names()):
                self._sealed.unseal({})
            self.widget.show_typed(unsaved.typed)
        self._filling = False
        self.widget.set_writable(writable=data.writable)
        self.widget.set_head(*heading(data, self._language))
        self.widget.set_state("")
        self.widget.show_remarks([], [])
        self.widget.show_limits(data.limits)
        go_to(self.widget, unsaved.spot if unsaved is not None else None)
        self._papers.offer(data)
        self.asked.offer(data)
        self.alike.offer(now)
        self.proposals.offer(now)
        self.attachments.offer(now)
        self._repeating.learn(data.register)
        self.opened.emit(data.register.name)
        tell_at_opening(self._failures, data, unsaved)
        if data.record is not None or unsaved is not None:
            self._check()

    def _changed(self) -> None:
        if self._filling or self._open is None or not self._open.data.writable:
            return
        self._check_timer.start()
        if not self._keep_timer.isActive():
            self._keep_timer.start()

    def _left(self, name: str) -> None:
        now = self._open
        if now is None or self._filling:
            return
        now.visited.add(name)
        if now.data.registered or not now.data.writable or name == MOVES:
            return
        self._repeating.suggest(now)

    def _check(self) -> None:
        now = self._open
        if now is None or not now.data.writable:
            return
        raw, bad = now.read(self.widget.typed())
        self._asking.ask(
            lambda workspace: look_at(workspace, now.register, raw, now.data.record),
            lambda found: self._tell(now, [*bad, *found[0]], found[1]),
        )
        self.alike.look(now, raw)

    def _tell(self, now: OpenForm, problems: list[Problem], limits: Limits = None) -> None:
        if now is not self._open:
            return
        if limits is not None:
            self.widget.show_limits(limits)
        against = self.proposals.problems(now)
        self.widget.show_remarks(*now.told([*problems, *against], self._language))

    def _keep(self, then: Callable[[], object] | None = None) -> None:
        self._keep_timer.stop()
        now = self._open
        if now is None or self._busy:
            return
        self.widget.commit()
        self._keep_timer.stop()
        typed = self.widget.typed()
        if typed == (now.kept if now.kept is not None else now.began):
            if then is not None:
                then()
            return
        now.kept = typed
        one = now.unsaved(typed, spot_of(self.widget))

        def kept(at: str) -> None:
            if then is not None:
                then()
            elif now is self._open:
                clock = show_moment(at).split()[1]
                self.widget.set_state(self.tr("Đã giữ bản đang nhập lúc {at}").format(at=clock))

        self._asking.ask(lambda workspace: keep_form(workspace, one), kept)

    def _save(self, *, goes_on: bool = False) -> None:
        now = self._open
        if now is None or self._busy or not now.data.writable:
            return
        self.widget.settle()
        now.strict = True
        typed = self.widget.typed()
        raw, bad = now.read(typed)
        if bad:
            self._check()
            self.widget.jump(remarks_of(bad, now.register, self._language)[0])
            self._failures.say(self.tr("Có ô chưa đọc được: sửa rồi lưu lại."), "warning")
            return
        if not raw:
            self._failures.say(self.tr("Chưa có gì thay đổi để lưu."), "info")
            return
        if not now.data.registered:
            self._send(now, typed, raw, None, goes_on=goes_on)
            return
        ask_why_changed(
            self.widget, lambda reason: self._send(now, typed, raw, reason, goes_on=goes_on)
        )

    def _send(
        self, now: OpenForm, typed: Form, raw: Form, reason: str | None, *, goes_on: bool
    ) -> None:
        self._set_busy(busy=True)
        record, register = now.data.record, now.register

        def failed(error: BaseException) -> None:
            self._set_busy(busy=False)
            if isinstance(error, ProblemsFound):
                self._tell(now, [one for each in error.findings for one in each.problems])
            self._failures.show(error)

        def save(workspace: Workspace) -> Saved:
            saved = save_form(workspace, now.form, register, record, raw, reason=reason)
            keep_last(workspace, register, typed)
            return saved

        self._asking.change(
            save,
            lambda saved: self._saved(now, typed, saved, goes_on=goes_on),
            failed,
        )

    def _saved(self, now: OpenForm, typed: Form, saved: Saved, *, goes_on: bool) -> None:
        self._set_busy(busy=False)
        self._keep_timer.stop()
        self._repeating.remember(now.register, typed)
        now.began, now.kept = typed, None  # leaving before it is shown anew asks nothing
        told = told_of(saved, registered=now.data.registered)
        self._failures.say(told, "done" if saved.complete else "warning")
        self.saved.emit(saved.record)
        if now is self._open and goes_on:
            self.open(now.register.name, None)
        elif now is self._open:
            self._asking.ask(
                lambda workspace: form_of(workspace, now.register.name, saved.record),
                lambda data: self._go_on(now, typed, data),
            )

    def _go_on(self, now: OpenForm, saved: Form, data: FormData) -> None:
        """Show what was saved, with what was typed meanwhile over it, where the keyboard was."""
        if now is not self._open:
            return
        place, typed = self.widget.focused(), self.widget.typed()
        later = differing(saved, typed)
        sealed = self._sealed.names()
        self._show(data)
        if any(name in later for name in sealed):
            self._sealed.unseal({})  # the sealed part is one whole
            later += sealed
        for name in later:
            self.widget.show_field(name, typed.get(name))
        self.widget.focus(*place)

    def _want(self, wanted: PaperWanted) -> None:
        """Ask for a paper; it shows what is saved, so nothing may wait to be saved."""
        self.widget.settle()
        if self.dirty:
            self._failures.say(self.tr("Lưu trước khi in: bản in lấy nội dung đã lưu."), "warning")
        else:
            self.paper_asked.emit(wanted)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.widget.set_busy(busy=busy)

    def _copy(self) -> None:
        now = self._open
        if now is None:
            return
        self.widget.settle()
        typed = copied(now.register, self.widget.typed())

        def show(data: FormData) -> None:
            self._show(data)
            self.widget.show_typed(typed)
            self._left("")

        name = now.register.name
        self.may_leave(
            lambda: self._asking.ask(lambda workspace: form_of(workspace, name, None), show)
        )

    def _repeat(self) -> None:
        if self._open is not None:
            self._repeating.repeat(self._open)

    def _connect(self) -> None:
        view = self.widget
        view.changed.connect(self._changed)
        view.left.connect(self._left)
        view.save_asked.connect(self._save)
        view.next_asked.connect(lambda: self._save(goes_on=True))
        view.copy_asked.connect(self._copy)
        view.close_asked.connect(lambda: self.may_leave(self.closed.emit))
        view.repeat_asked.connect(self._repeat)
        self.offers.resumed.connect(self._show)
        self.offers.rows_resumed.connect(self.rows_wanted)
        self.offers.none_left.connect(self.closed)
        self.asked.returned.connect(self.return_asked)
        self._papers.wanted.connect(self._want)
        self.attachments.failed.connect(self._failures.show)
        self.attachments.told.connect(lambda words: self._failures.say(words, "done"))
        self.attachments.warned.connect(lambda words: self._failures.say(words, "warning"))
        self.attachments.saved.connect(self.saved)
        self._repeating.told.connect(lambda words: self._failures.say(words, "info"))
        self.proposals.record_asked.connect(self.open_record)
        self.proposals.came.connect(self._check)
        self.proposals.failed.connect(self._failures.show)
        self.proposals.told.connect(lambda words: self._failures.say(words, "done"))


def build(context: Context) -> EntryScreen:
    """Make the screen."""
    return EntryScreen(context)
