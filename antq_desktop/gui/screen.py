"""What a screen is, and what it is given. Every folder of a screen has ``build(context)``.

The shell connects screens; they never import each other. Beyond `Screen`, by agreement:

- ``records.build``: ``show_register(name)``; signals ``open_record(str)`` with the id of a record
  and ``new_record(str)`` with the name of a register;
- ``entry.build``: ``open(register, record_or_None)``; signals ``saved(str)`` and ``closed()``;
  ``offer()`` shows the forms that were being typed;
- ``inbox.build``: ``show_bundle(digest)``; ``reported.build``: signal ``open_bundle(str)`` with the
  digest of a bundle that came in;
- ``inbox.build``: ``working``, whether it has work that the session knows nothing of: the books are
  not locked by themselves before it ends;
- ``inbox.build``: signal ``request_asked(str)`` with the fingerprint of a request for a
  certificate, which ``authority.build`` shows: ``open_request(fingerprint)``;
- ``submission``, ``inbox``, ``figures``, ``health``: signal ``open_record(str)`` where a record can
  be opened; signal ``paper_asked(PaperWanted)`` where something can be printed;
- ``submission``: signal ``screen_asked(str)`` with the key of another screen;
- ``entry``, ``inbox``: signal ``return_asked(ReturnWanted)`` where an office can return records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from antq_desktop.bundle.refusals import Reason
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.messages import Language
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.reported import Asked
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """What every screen is built with. The session is open as long as the screen lives."""

    session: Session
    theme: Theme
    failures: Failures
    language: Language


@dataclass(frozen=True, slots=True)
class PaperWanted:
    """A form that a person wants to see, and what fills it, see `services.papers.compose`."""

    form: str
    record: str | tuple[str, ...] | None = None
    register: str | None = None
    period: Period | None = None
    bundle: Path | str | None = None
    blank: bool = False
    reveal_reason: str | None = None
    reported: Asked | None = None
    """What a form on who has reported shows, see `services.papers.compose_reported`."""
    unit: UnitKey | None = None
    """Whose report that came in is wanted, None for a paper that is made here."""
    made: Callable[[Workspace], Paper] | None = None
    """Makes the paper itself, where no form of the list does; such a paper is not signed here."""
    handing: bool = False
    """The records are to be handed over: who receives them is asked first."""


@dataclass(frozen=True, slots=True)
class ReturnWanted:
    """What a person wants to return: a bundle, rows that reasons name in it, or one record.

    ``source`` is a file, or the digest of a bundle that was judged before; ``field`` a path.
    ``whole``: the bundle itself may be returned; ``then`` is called when it was.
    """

    source: Path | str | None = None
    reasons: Sequence[Reason] = ()
    record: str | None = None
    field: str | None = None
    whole: bool = False
    then: Callable[[], object] = lambda: None


class Screen(Protocol):
    """A screen in the stack of the main window."""

    @property
    def widget(self) -> QWidget:
        """What is put into the stack."""
        ...

    @property
    def title(self) -> str:
        """The name of the screen as a person reads it now."""
        ...

    def refresh(self) -> None:
        """Read again what is shown; called when the screen comes up and when data changed."""
        ...

    def may_leave(self, then: Callable[[], None]) -> None:
        """Call ``then`` once the screen may be left: at once, or after the person decided."""
        ...
