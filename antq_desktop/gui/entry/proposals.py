"""What the other books suggest for the criteria of the file that is open (R07).

The books propose, the person decides: results go into empty rows of the form, and nothing is saved.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal

from antq_desktop.domain.fields import TEXT_LIMIT, marked
from antq_desktop.domain.registers.security_standard import REGISTER
from antq_desktop.domain.registers.security_standard.criteria import BY_CODE, LOCAL
from antq_desktop.domain.registers.security_standard.fields import (
    CRITERION_RESULTS,
    GRADES,
    RESULTS,
)
from antq_desktop.domain.registers.security_standard.outcome import outcome_of
from antq_desktop.domain.typed import show_date
from antq_desktop.gui.entry.proposals_panel import ProposalLine, ProposalsPanel
from antq_desktop.messages import label, sentences
from antq_desktop.services.evidence import contradictions, evidence_of
from antq_desktop.services.standard_tables import import_added, import_thresholds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sized

    from antq_desktop.domain.fields import Code
    from antq_desktop.domain.problems import Problem
    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.entry.draft import OpenForm
    from antq_desktop.gui.entry.proposals_panel import Sign
    from antq_desktop.gui.entry.view import EntryView
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.messages import Language
    from antq_desktop.services.evidence import Evidence, Proposal
    from antq_desktop.services.workspace import Workspace

    Row = dict[str, object]

_CRITERIA = "criteria"
_OF_TABLE = ":"  # between LOCAL and the number of a criterion in the table of the province
_SIGNS: dict[str, Sign] = {"met": "check", "not_met": "error"}


class Proposals(QObject):
    """Offers what the books say of the file that is open, and fills in what the person takes."""

    record_asked = Signal(str)
    came = Signal()
    """Proposals came, so that what was entered may now differ from them."""
    failed = Signal(object)
    told = Signal(str)
    """What was done, in words."""

    def __init__(
        self, view: EntryView, theme: Theme, session: Session, asking: Asking, language: Language
    ) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._theme = theme
        self._asking = asking
        self._language = language
        self._form: OpenForm | None = None
        self._found: Evidence | None = None
        self.panel: ProposalsPanel | None = None
        """What stands below the criteria; None in other registers."""

    def offer(self, now: OpenForm) -> None:
        """Put the panel into the form of a file; one that has criteria is compared at once."""
        self._form, self._found, self.panel = now, None, None
        if now.register.name != REGISTER.name:
            return
        panel = ProposalsPanel(self._theme)
        layout = self._view.cell(_CRITERIA).layout()
        if layout is None:
            return
        layout.addWidget(panel)
        panel.set_writable(writable=now.data.writable)
        panel.asked.connect(lambda: self._ask(fill=True))
        panel.decided.connect(self._decide)
        panel.record_asked.connect(self.record_asked)
        panel.set_head(head=self._session.about.head)
        panel.criteria_brought.connect(partial(self._bring, import_added))
        panel.thresholds_brought.connect(partial(self._bring, import_thresholds))
        self.panel = panel
        if self._rows() or not now.data.writable:
            self._ask(fill=False)

    def problems(self, now: OpenForm) -> list[Problem]:
        """Return where the person said the opposite of the books, and show what stands there."""
        if self._found is None or self._form is not now:
            return []
        rows = self._values(now)
        against = list(contradictions(self._found.proposals, rows, self._why))
        self._show(self._found, rows, {one.field for one in against})
        return against

    def _ask(self, *, fill: bool) -> None:
        now = self._form
        if now is None:
            return
        values, _ = now.hand.read_all(now.register.fields, self._view.typed())
        unit = now.data.unit

        def done(found: Evidence) -> None:
            if now is not self._form:
                return
            self._found = found
            if fill:
                self._fill(now, found)
            self.came.emit()

        # What is compared without being asked for says nothing where it cannot be.
        told = self.failed.emit if fill else lambda _: None
        self._asking.ask(lambda workspace: evidence_of(workspace, values, unit), done, told)

    def _bring(self, take: Callable[[Workspace, Path], Sized], path: str) -> None:
        """Take a table in place of the one in use, and propose anew."""

        def done(rows: Sized) -> None:
            words = QCoreApplication.translate("Entry", "Đã nhập bảng có {count} dòng.")
            self.told.emit(words.format(count=len(rows)))
            if self._found is not None:
                self._ask(fill=False)

        self._asking.change(lambda workspace: take(workspace, Path(path)), done, self.failed.emit)

    def _fill(self, now: OpenForm, found: Evidence) -> None:
        """Give rows that have no result what the books suggest, with the sentence beside it."""
        rows = self._rows()
        for one in found.proposals:
            if one.result in _SIGNS:
                evidence = sentences(one.said, "vi")[:TEXT_LIMIT]
                value: Row = {"result": str(one.result), "evidence": evidence}
                rows = _with(now, rows, one.criterion, value, over=False)
        self._view.show_field(_CRITERIA, rows)

    def _decide(self, code: str, result: str) -> None:
        if self._form is not None:
            rows = _with(self._form, self._rows(), code, {"result": result}, over=True)
            self._view.show_field(_CRITERIA, rows)

    def _rows(self) -> list[Row]:
        """Return the criteria as they are typed."""
        typed = self._view.rows(_CRITERIA).typed()
        return [dict(row) for row in cast("list[Row]", typed)]

    def _values(self, now: OpenForm) -> list[Row]:
        """Return the criteria as they are meant, row by row."""
        return _read(now, self._rows())

    def _why(self, one: Proposal) -> str:
        return sentences(one.said, self._language)

    def _show(self, found: Evidence, rows: list[Row], against: set[str]) -> None:
        if self.panel is None:
            return
        places = {_code_of(row): number for number, row in enumerate(rows, 1)}
        lines = [
            self._line(one, found, rows, places.get(one.criterion, 0), against)
            for one in found.proposals
        ]
        for added in found.added:
            code = f"{LOCAL}{_OF_TABLE}{added.number}"
            short = QCoreApplication.translate("Entry", "Bổ sung {number}")
            lines.append(
                ProposalLine(
                    code=code,
                    short=short.format(number=added.number),
                    words=f"{added.name} ({added.legal_basis})",
                    sign="info",
                    proposed=label("evidence.to_be_judged", self._language),
                    own=self._own(rows, places.get(code, 0)),
                    why=added.name,
                    records=(),
                )
            )
        self.panel.show_lines(lines, self._steps(found), self._outcome(found, rows))

    def _line(
        self, one: Proposal, found: Evidence, rows: list[Row], place: int, against: set[str]
    ) -> ProposalLine:
        criterion = BY_CODE[one.criterion]
        return ProposalLine(
            code=one.criterion,
            short=criterion.shown,
            words=f"{criterion.label.text(self._language)} ({criterion.basis})",
            sign=_SIGNS.get(str(one.result), "info"),
            proposed=self._word(CRITERION_RESULTS, one.result),
            own=self._own(rows, place),
            why=self._why(one),
            records=tuple((record, found.titles[record]) for record in one.records),
            against=f"{_CRITERIA}[{place}].result" in against,
        )

    def _own(self, rows: list[Row], place: int) -> str:
        result = rows[place - 1].get("result") if place else None
        return self._word(CRITERION_RESULTS, result) if result else ""

    def _word(self, codes: Iterable[Code], code: object) -> str:
        found = next((one for one in codes if one.code == code), None)
        if found is None:
            return label("evidence.to_be_judged", self._language)
        return found.text(self._language)

    def _steps(self, found: Evidence) -> str:
        steps = found.steps
        words = QCoreApplication.translate(
            "Entry",
            "Kỳ xét {first} – {last}. Chủ trì họp: {chair}. Nơi nhận hồ sơ: {sent_to}."
            " Công nhận: {decides}, chậm nhất {day}.",
        ).format(
            first=show_date(steps.window.first.isoformat()),
            last=show_date(steps.window.last.isoformat()),
            chair=steps.chair.text(self._language),
            sent_to=steps.sent_to.text(self._language),
            decides=steps.decides.text(self._language),
            day=show_date(steps.decide_by.isoformat()),
        )
        return marked(words, self._language, verified=steps.verified)

    def _outcome(self, found: Evidence, rows: list[Row]) -> str:
        whole = [row for row in rows if row.get("criterion")]
        outcome = outcome_of(found.kind, whole, found.steps.window.last)
        result = QCoreApplication.translate("Entry", "Kết quả theo tiêu chí: {result}. {why}")
        grade = QCoreApplication.translate("Entry", "Phân loại phong trào (QĐ 510): {grade}. {why}")
        return "\n".join(
            (
                result.format(
                    result=self._word(RESULTS, outcome.result),
                    why=sentences([outcome.said], self._language),
                ),
                grade.format(
                    grade=self._word(GRADES, found.grade.grade),
                    why=sentences([found.grade.said], self._language),
                ),
            )
        )


def _with(now: OpenForm, rows: list[Row], code: str, value: Row, *, over: bool) -> list[Row]:
    """Return typed rows with a result in the row of a criterion, made where there is none.

    A result that is there stays, unless ``over``.
    """
    criterion, _, number = code.partition(_OF_TABLE)
    whole: Row = {"criterion": criterion, **value, **({"added": int(number)} if number else {})}
    typed = now.hand.show_all(now.register.by_name[_CRITERIA].columns, whole)
    codes = [_code_of(row) for row in _read(now, rows)]
    if code not in codes:
        return [*rows, typed]
    place = codes.index(code)
    there = {name: text for name, text in rows[place].items() if text not in ("", None)}
    if "result" in there and not over:
        return rows
    there.pop("result", None)
    return [*rows[:place], {**typed, **there}, *rows[place + 1 :]]


def _read(now: OpenForm, rows: list[Row]) -> list[Row]:
    return cast("list[Row]", now.hand.read(now.register.by_name[_CRITERIA], rows) or [])


def _code_of(row: Row) -> str:
    """Return the code of a criterion, with its number where the table of the province has it."""
    code, number = str(row.get("criterion") or ""), row.get("added")
    return code if number is None else f"{code}{_OF_TABLE}{number}"
