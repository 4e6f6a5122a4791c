"""What the screen "Ai đã báo cáo" does: reads the matrix, prints it, reminds, keeps due dates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.series import SERIES, series_named
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.wording import number, short_period
from antq_desktop.gui.reported.words import series_name, state_names
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.dues import due_dates, set_due
from antq_desktop.services.exporting_reported import save_reported
from antq_desktop.services.paper_reported import LETTER, MATRIX, REMINDERS
from antq_desktop.services.reported import (
    OWING,
    Asked,
    ReportState,
    newest_series,
    who_reported,
)

if TYPE_CHECKING:
    from antq_desktop.domain.due_dates import DueDates
    from antq_desktop.gui.reported.view import ReportedView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.reported import Matrix
    from antq_desktop.services.workspace import Workspace

    First = tuple[tuple[str, int], int]

_OWING = "owing"
_BACK, _AHEAD = 6, 2
"""Years before the newest that are offered, and after it."""


class ReportedPresenter(ScreenPresenter):
    """Connects the matrix with the services."""

    paper_asked = Signal(object)
    """A `PaperWanted`: the matrix, the reminder list, letters."""
    open_bundle = Signal(str)
    """The digest of a bundle that came in, to be shown where bundles are."""

    def __init__(self, view: ReportedView, context: Context) -> None:
        super().__init__(view)
        self.view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._begun = False
        self._read = 0
        self._matrix: Matrix | None = None
        view.asked.connect(self._ask)
        view.bundle_asked.connect(self.open_bundle)
        view.print_asked.connect(self._print)
        view.excel_asked.connect(self._save)
        view.reminders_asked.connect(lambda at: self._remind(REMINDERS, at, ""))
        view.letters_asked.connect(lambda at, unit: self._remind(LETTER, at, unit))
        view.dues_asked.connect(self._show_dues)
        view.due_set.connect(self._set_due)
        view.set_may_change(head=context.session.about.head)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Ai đã báo cáo")

    def refresh(self) -> None:
        """Read the matrix again; the first time with the newest period that was reported."""
        if self._begun:
            self._ask()
            return

        def work(workspace: Workspace) -> First:
            return newest_series(workspace), workspace.clock.today().year

        self._asking.ask(work, self._begin)

    def _begin(self, first: First) -> None:
        (series, year), this_year = first
        self._begun = True
        newest = max(year, this_year) + _AHEAD - 1
        names = state_names()
        states = [("", self.tr("Mọi trạng thái")), (_OWING, self.tr("Còn nợ báo cáo"))]
        states += [
            (state.value, names[state][0])
            for state in ReportState
            if state is not ReportState.NOT_DUE
        ]
        self.view.offer(
            [(one.code, series_name(one)) for one in SERIES.values()],
            range(newest, min(year, this_year) - _BACK, -1),
            states,
        )
        self.view.choose(series, year)
        self._ask()

    def _asked(self) -> Asked:
        office, state = self.view.office, self.view.state
        states = OWING if state == _OWING else frozenset({ReportState(state)} if state else ())
        return Asked(
            periods=series_named(self.view.series).of_year(self.view.year),
            office=parse_unit_key(office) if office else None,
            states=states,
        )

    def _ask(self) -> None:
        if not self._begun:
            return
        self._read += 1
        read, asked = self._read, self._asked()

        def done(matrix: Matrix) -> None:
            if read == self._read:  # otherwise something else was chosen meanwhile
                self._show(matrix)

        self._asking.ask(lambda workspace: who_reported(workspace, asked), done)

    def _show(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self.view.offer_offices([(one.key.text, one.name) for one in matrix.offices])
        self.view.show_matrix(matrix, self._legend(matrix))

    def _legend(self, matrix: Matrix) -> list[tuple[str, str]]:
        """Say how many cells have each state, and which letter stands for it."""
        counted = matrix.states()
        return [
            (letter, f"{name}: {number(counted[state])}")
            for state, (name, letter, _) in state_names().items()
            if counted[state] and state is not ReportState.NOT_DUE
        ]

    def _print(self) -> None:
        self.paper_asked.emit(PaperWanted(MATRIX, reported=self._asked()))

    def _remind(self, form: str, at: int, unit: str) -> None:
        asked = self._asked()
        units = frozenset({parse_unit_key(unit)}) if unit else frozenset()
        one = replace(asked, periods=asked.periods[at : at + 1], units=units)
        self.paper_asked.emit(PaperWanted(form, reported=one))

    def _save(self, name: str) -> None:
        asked, path = self._asked(), Path(name)

        def done(_: Matrix) -> None:
            self._context.failures.say(self.tr("Đã ghi bảng ra {name}.").format(name=path.name))

        # The person was asked by the file dialogue whether a file that is there may go.
        self._asking.ask(
            lambda workspace: save_reported(workspace, asked, path, overwrite=True), done
        )

    def _show_dues(self) -> None:
        self._asking.ask(due_dates, self._dues_known)

    def _dues_known(self, table: DueDates) -> None:
        choices = [(one.code, self._of(one.code)) for one in SERIES.values()]
        periods = self._matrix.asked.periods if self._matrix is not None else ()
        choices[:0] = [(one.code, self._of(one.code)) for one in periods]
        own = self.view.series
        choices.sort(key=lambda choice: choice[0] != own)  # what is looked at comes first
        rules = [(code, self._of(code), self._when(code, rule)) for code, rule in table.rules()]
        self.view.show_dues(choices, rules)

    def _of(self, code: str) -> str:
        if code in SERIES:
            return self.tr("Mọi kỳ: {series}").format(series=series_name(SERIES[code]))
        return short_period(parse_period(code))

    def _when(self, code: str, rule: str) -> str:
        if code in SERIES:
            return self.tr("{count} ngày sau khi hết kỳ").format(count=number(int(rule)))
        year, month, of_month = rule.split("-")
        return f"{of_month}/{month}/{year}"

    def _set_due(self, code: str, typed: str) -> None:
        when = None if not typed else (typed if code in SERIES else _iso(typed))

        def done(table: DueDates) -> None:
            self._dues_known(table)

        self._asking.change(lambda workspace: set_due(workspace, code, when), done)


def _iso(typed: str) -> str:
    """Return a day that was typed as 20/2/2024 in ISO form; anything else as it is."""
    parts = typed.replace("-", "/").replace(".", "/").split("/")
    if len(parts) == len(("day", "month", "year")) and all(one.isdigit() for one in parts):
        return f"{parts[2]:0>4}-{parts[1]:0>2}-{parts[0]:0>2}"
    return typed
