"""The one place where an error becomes words; the window shows them in its message bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.problems import Finding, ProblemsFound
from antq_desktop.errors import Refusal
from antq_desktop.logs import log_fault
from antq_desktop.messages import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from antq_desktop.messages import Language

    Tone = Literal["done", "info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Told:
    """What the message bar says: a sentence, what to do, and lines that are folded at first.

    ``tone`` is "error" for what is ours, "warning" for what the person can act on, "done" and
    "info" for good news.
    """

    text: str
    action: str = ""
    details: tuple[str, ...] = ()
    tone: Tone = "info"


class Failures(QObject):
    """Turns errors into words and hands them, with other short news, to whoever shows them."""

    told = Signal(object)
    """A `Told`."""

    over = Signal()
    """What was told last is over: the person has begun something else."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language

    def show(self, error: BaseException) -> None:
        """Say an error in the message bar; one that is ours goes to the log as well."""
        self.told.emit(told(error, self.language))

    def say(self, text: str, tone: Tone = "done") -> None:
        """Say something that is no error: what was done, where a file lies."""
        self.told.emit(Told(text, tone=tone))


def told(error: BaseException, language: Language) -> Told:
    """Return the words of an error; of one that is ours, the reference of its line in the log."""
    if isinstance(error, Refusal):
        said = words(error.message_id, language, error.values)
        details = tuple(_details(error, language)) if isinstance(error, ProblemsFound) else ()
        return Told(said.text, said.action, details, "warning")
    said = words("fault.told", language, {"reference": log_fault(error)})
    return Told(said.text, said.action, (), "error")


def _details(error: ProblemsFound, language: Language) -> Iterator[str]:
    for finding in error.findings:
        for problem in finding.problems:
            said = words(problem.rule, language, problem.values)
            yield f"{_place(finding, problem.field)}{said.text} {said.action}"


def _place(finding: Finding, field: str) -> str:
    line = f"{finding.line}: " if finding.line is not None else ""
    return f"{line}{field}: " if field else line
