"""What the screen "Nhật ký" does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from shiboken6 import isValid

from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.typed import read_date
from antq_desktop.errors import Refusal
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.paged import PAGE
from antq_desktop.gui.common.paging import Paging
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.wording import number
from antq_desktop.gui.journal.rows import JournalRow
from antq_desktop.services.clock import system_time
from antq_desktop.services.exporting_journal import export_journal
from antq_desktop.services.journal_acts import KINDS
from antq_desktop.services.journal_chain import ChainCheck, Standing
from antq_desktop.services.journal_words import (
    act_words,
    chain_words,
    detail_words,
    kind_words,
    target_words,
)
from antq_desktop.services.reading_journal import (
    Asked,
    asked_text,
    line_numbers,
    lines_of,
    page,
    people,
    reads_all,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from antq_desktop.gui.journal.view import JournalView
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.journal_chain import ChainState
    from antq_desktop.services.reading_journal import Line
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.journal import Head

    Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """The numbers of the lines that were found, the first rows of them, and whose lines are read.

    ``accounts`` are (account, name), all there are where ``of_all`` is so.
    """

    numbers: Sequence[int]
    first: Sequence[JournalRow]
    accounts: Sequence[tuple[str, str]]
    of_all: bool


class JournalPresenter(ScreenPresenter):
    """Connects the screen with the journal of the workspace."""

    open_record = Signal(str)
    open_bundle = Signal(str)
    """The digest of a bundle that came in."""
    first_came = Signal(object)
    """A `Found` with the first of many lines; the number of all of them follows."""

    def __init__(self, view: JournalView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._chain = ChainCheck()
        self._paging = Paging(view.model, self._asking, context.failures, view.show_page)
        self._checking = False
        self._asked, self._early = 0, False
        self.first_came.connect(self._show_first)
        view.set_kinds([(kind, kind_words(kind, context.language)) for kind in KINDS])
        view.filtered.connect(self._read)
        view.open_asked.connect(self._open)
        view.export_asked.connect(self._export)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Nhật ký")

    def refresh(self) -> None:
        """Read the lines again, and check those of the chain that have come."""
        self._read()
        if not self._checking:
            self._checking = True
            self._view.show_state(self.tr("Đang kiểm tra chuỗi nhật ký…"), "", "info")
            self._check()

    def _check(self) -> None:
        self._asking.ask(self._chain.step, self._checked, self._check_failed)

    def _checked(self, state: ChainState | None) -> None:
        if state is None:
            self._check()
            return
        self._checking = False
        text, action = chain_words(state, self._context.language)
        bad = state.broken is not None or state.standing in {Standing.BEYOND, Standing.OTHER}
        tone: Tone = "done" if state.sound else "error" if bad else "warning"
        self._view.show_state(text, action, tone)

    def _check_failed(self, error: BaseException) -> None:
        self._checking = False
        self._context.failures.show(error)

    def _read(self) -> None:
        try:
            asked = self._what_is_asked()
        except BadValue as bad:
            self._context.failures.show(Refusal(bad.rule, **bad.values))
            return
        self._asked += 1
        number_of_this = self._asked

        def stale() -> bool:
            return number_of_this != self._asked

        def early(found: Found) -> None:
            self._context.session.post(lambda: None if stale() else self.first_came.emit(found))

        def done(found: Found | None) -> None:
            if found is not None and not stale():
                self._show(asked, found)

        self._early = False
        self._asking.ask(lambda workspace: self._find(workspace, asked, early, stale), done)

    def _find(
        self, workspace: Workspace, asked: Asked, early: Callable[[Found], None], stop: Stop
    ) -> Found | None:
        """Find lines, on the thread of the workspace; ``early`` hears of the first of many.

        To know how many fit, a filter reads every line. None where ``stop`` said to stop.
        """
        if stop():
            return None
        accounts, of_all = people(workspace), reads_all(workspace)

        def found(numbers: Sequence[int]) -> Found:
            return Found(numbers, self._rows(workspace, numbers[:PAGE]), accounts, of_all)

        newest = [line.n for line in page(workspace, asked, None, PAGE)]
        every = of_all and asked == Asked()
        if len(newest) < PAGE and not every:
            return found(newest)
        if not every:
            early(found(newest))
        numbers = line_numbers(workspace, asked, stop)
        return None if numbers is None else found(numbers)

    def _what_is_asked(self) -> Asked:
        filters, today = self._view.filters, system_time().date()
        about, text = asked_text(filters.text)
        return Asked(
            kind=filters.kind,
            user=filters.user,
            about=about,
            since=_day(filters.since, today),
            until=_day(filters.until, today),
            text=text,
        )

    def _show_first(self, found: Found) -> None:
        """Show the first lines of many while the others are being counted."""
        if isValid(self._view):
            self._early = True
            self._paging.begin(None)
            self._put(found, self.tr("Đang đếm…"))

    def _show(self, asked: Asked, found: Found) -> None:
        numbers = found.numbers

        def read(workspace: Workspace, at: int) -> list[JournalRow]:
            return self._rows(workspace, numbers[at * PAGE : (at + 1) * PAGE])

        self._paging.begin(read)
        words = self.tr("{count} dòng").format(count=number(len(numbers)))
        if asked != Asked():
            words += self.tr(" · đang lọc")
        if self._early:
            self._view.grow(len(numbers), words)
        else:
            self._put(found, words)

    def _put(self, found: Found, words: str) -> None:
        row = self._view.marked
        marked = row.n if row is not None else 0
        at = next((at for at, n in enumerate(found.numbers[:PAGE]) if n == marked), 0)
        self._view.set_people(found.accounts, all_of_them=found.of_all)
        self._view.show_lines(len(found.numbers), found.first, words, at)

    def _rows(self, workspace: Workspace, numbers: Sequence[int]) -> list[JournalRow]:
        lines = lines_of(workspace, numbers)
        return [
            self._row(workspace, line) if line else JournalRow(texts=self._missing(n), n=n)
            for n, line in zip(numbers, lines, strict=True)
        ]

    def _missing(self, n: int) -> tuple[str, ...]:
        return "", "", self.tr("Mất dòng số {n}").format(n=number(n)), "", ""

    def _row(self, workspace: Workspace, line: Line) -> JournalRow:
        language, target = self._context.language, line.target
        cells = (
            line.at.strftime("%H:%M:%S %d/%m/%Y"),
            line.who or "–",
            act_words(line.act, language),
            target_words(target, workspace.catalogue, language),
            detail_words(line, language),
        )
        if target is None or not target.opens:
            return JournalRow(texts=cells, n=line.n)
        return JournalRow(texts=cells, n=line.n, target=target.key, opens=target.kind)

    def _open(self, row: JournalRow) -> None:
        signal = self.open_record if row.opens == "record" else self.open_bundle
        signal.emit(row.target)

    def _export(self, target: str) -> None:
        def done(head: Head) -> None:
            text = self.tr("Đã xuất {count} dòng nhật ký.").format(count=number(head.length))
            self._context.failures.say(text)

        self._asking.change(
            lambda workspace: export_journal(workspace, Path(target), overwrite=True), done
        )


def _day(typed: str, today: date) -> date | None:
    return date.fromisoformat(read_date(typed, today)) if typed else None
