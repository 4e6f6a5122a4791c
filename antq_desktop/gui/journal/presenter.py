"""What the screen "Nhật ký" does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.typed import read_date
from antq_desktop.errors import Refusal
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.paged import PAGE
from antq_desktop.gui.common.paging import Paging
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
    page,
    people,
    reads_all,
)

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.journal.view import JournalView
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.journal_chain import ChainState
    from antq_desktop.services.reading_journal import Line
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.journal import Head

    Found = tuple[array[int], list[JournalRow], list[tuple[str, str]], bool]


class JournalPresenter(QObject):
    """Connects the screen with the journal of the workspace."""

    open_record = Signal(str)
    open_bundle = Signal(str)
    """The digest of a bundle that came in."""

    def __init__(self, view: JournalView, context: Context) -> None:
        super().__init__()
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._chain = ChainCheck()
        self._paging = Paging(view.model, self._asking, context.failures, view.show_page)
        self._checking = False
        view.set_kinds([(kind, kind_words(kind, context.language)) for kind in KINDS])
        view.filtered.connect(self._read)
        view.open_asked.connect(self._open)
        view.export_asked.connect(self._export)

    @property
    def widget(self) -> QWidget:
        """What is put into the stack."""
        return self._view

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

    def may_leave(self, then: Callable[[], None]) -> None:
        """Nothing is lost by leaving."""
        then()

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
        row = self._view.marked
        marked = row.n if row is not None else 0

        def work(workspace: Workspace) -> Found:
            numbers = line_numbers(workspace, asked)
            first = self._rows(workspace, page(workspace, asked, None, PAGE))
            return numbers, first, people(workspace), reads_all(workspace)

        self._asking.ask(work, lambda found: self._show(asked, marked, found))

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

    def _show(self, asked: Asked, marked: int, found: Found) -> None:
        numbers, first, accounts, all_of_them = found

        def read(workspace: Workspace, at: int) -> list[JournalRow]:
            below = numbers[at * PAGE] + 1
            return self._rows(workspace, page(workspace, asked, below, PAGE))

        self._paging.begin(read)
        self._view.set_people(accounts, all_of_them=all_of_them)
        words = self.tr("{count} dòng").format(count=number(len(numbers)))
        if asked != Asked():
            words += self.tr(" · đang lọc")
        at = next((at for at, n in enumerate(numbers[:PAGE]) if n == marked), 0)
        self._view.show_lines(len(numbers), first, words, at)

    def _rows(self, workspace: Workspace, lines: Sequence[Line]) -> list[JournalRow]:
        return [self._row(workspace, line) for line in lines]

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
