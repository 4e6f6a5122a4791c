"""The time limits of a record in an answer; one whose text could not be read says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.cli.answers import shown_moment
from antq_desktop.domain.fields import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.cli.session import Session
    from antq_desktop.services.limits import Limit


def limit_name(session: Session, limit: Limit) -> str:
    """Return the name of a limit, with its mark of doubt."""
    name = limit.deadline.label.text(session.language)
    return marked(name, session.language, verified=limit.verified)


def limit_lines(session: Session, limits: Iterable[Limit]) -> Iterator[str]:
    """Yield a line a limit: its name, its last moment, how it stands."""
    for limit in limits:
        moment = shown_moment(limit.due.isoformat())
        yield session.label(_state(limit), limit=limit_name(session, limit), moment=moment)


def limit_documents(session: Session, limits: Iterable[Limit]) -> list[dict[str, object]]:
    """Return the limits as they stand in JSON."""
    return [
        {
            "code": one.deadline.code,
            "label": one.deadline.label.text(session.language),
            "basis": one.deadline.basis,
            "due": one.due.isoformat(timespec="minutes"),
            "met": one.met.isoformat(timespec="minutes") if one.met else None,
            "overdue": one.overdue,
            "verified": one.verified,
        }
        for one in limits
    ]


def _state(limit: Limit) -> str:
    if limit.met is not None:
        return "cli.limit_met"
    return "cli.limit_overdue" if limit.overdue else "cli.limit_open"
