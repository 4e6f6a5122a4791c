"""What a check of a paper says, as messages: the same for the command and the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.messages import words
from antq_desktop.services.checking_paper import PaperState, RecordPaper, ReportPaper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.units import UnitTree
    from antq_desktop.errors import MessageValue
    from antq_desktop.messages import Language, Words
    from antq_desktop.services.checking_paper import PaperCheck

_OF_RECORD = {
    PaperState.EQUAL: "paper_check.record_equal",
    PaperState.OLDER: "paper_check.record_older",
    PaperState.VOIDED: "paper_check.record_voided",
}
_OF_REPORT = {
    PaperState.EQUAL: "paper_check.report_equal",
    PaperState.OLDER: "paper_check.report_older",
}


def paper_said(check: PaperCheck, units: UnitTree, language: Language) -> Words:
    """Return what a check found, in a sentence, and what to do."""
    message, values = _message(check, units, language)
    return words(message, language, {"code": check.code, **values})


def _message(
    check: PaperCheck, units: UnitTree, language: Language
) -> tuple[str, Mapping[str, MessageValue]]:
    paper = check.paper
    if isinstance(paper, RecordPaper):
        values: dict[str, MessageValue] = {
            "book": f"{paper.register.code}/{paper.book}",
            "register": paper.register.label.text(language),
            "unit": units.get(paper.unit).name,
            "number": paper.number,
            "now": paper.now,
        }
        return _OF_RECORD[check.state], values
    if isinstance(paper, ReportPaper):
        return _OF_REPORT[check.state], {
            "period": paper.period,
            "unit": units.get(paper.unit).name,
            "version": paper.version,
            "now": paper.now,
        }
    if check.state is PaperState.PRACTICE:
        return "paper_check.practice", {}
    return "paper_check.unknown", {}
