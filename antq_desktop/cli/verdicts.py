"""Verdicts on bundles in words: three sentences, the counts, and each reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.cli.answers import Answer
from antq_desktop.services.reason_words import said_of
from antq_desktop.services.verdicts import unopened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from antq_desktop.bundle.refusals import Reason
    from antq_desktop.cli.session import Session
    from antq_desktop.errors import Refusal
    from antq_desktop.services.verdicts import Sentence, Verdict

VERDICTS = {
    "accepted": "cli.verdict_accepted",
    "remarks": "cli.verdict_remarks",
    "same": "cli.verdict_same",
    "refused": "cli.verdict_refused",
    "held": "cli.verdict_held",
    "held_gap": "cli.verdict_held_gap",
    "held_newer": "cli.verdict_held_newer",
    "fork": "cli.verdict_fork",
}
_COUNTS = ("new", "changed", "same", "refused")


UNREAD = {
    "bundles.cannot_read": "verdicts.cannot_read",
    "bundles.no_answer": "verdicts.no_answer",
    "bundle.too_large": "verdicts.too_large",
}
"""How a verdict says why one file could not be fetched; other refusals end the whole work."""


def unread(path: Path, refusal: Refusal) -> Verdict:
    """Return the verdict on a file that is not there, or that the medium does not give."""
    return unopened(path, "refused", UNREAD[refusal.message_id])


def verdict_answer(session: Session, verdicts: Sequence[Verdict]) -> Answer:
    """Return what is answered to verdicts: each is followed by those that moved because of it."""
    results: list[dict[str, object]] = []
    lines: list[str] = []
    for one in verdicts:
        results.append(verdict_document(session, one))
        lines += verdict_lines(session, one)
        for released in one.released:
            results.append(verdict_document(session, released))
            lines += [session.label("cli.released"), *verdict_lines(session, released)]
    good = all(one.all_good for one in verdicts)
    return Answer({"results": results}, lines, exit_code=0 if good else 3)


def verdict_document(session: Session, verdict: Verdict) -> dict[str, object]:
    """Return a verdict as ``--json`` shows it."""
    return {
        "path": str(verdict.path),
        "kind": verdict.kind,
        "verdict": verdict.verdict,
        "content": _sentence(session, verdict.content),
        "signer": _sentence(session, verdict.signer),
        "time": _sentence(session, verdict.time),
        "counts": {name: verdict.counts.get(name, 0) for name in _COUNTS},
        "reasons": [_reason(session, one) for one in verdict.reasons],
        "notes": [_reason(session, one) for one in verdict.notes],
    }


def _sentence(session: Session, sentence: Sentence) -> str:
    message_id, values = sentence
    return session.label(message_id, **values)


def _reason(session: Session, reason: Reason) -> dict[str, object]:
    return {
        "file": reason.file,
        "row": reason.row,
        "field": reason.field,
        "rule": reason.rule,
        "text": said_of(reason, session.language).text,
    }


def verdict_lines(session: Session, verdict: Verdict) -> Iterator[str]:
    """Yield a verdict for a person."""
    yield f"{verdict.path.name}: {session.label(VERDICTS[verdict.verdict])}"
    for sentence in (verdict.content, verdict.signer, verdict.time):
        yield f"  {_sentence(session, sentence)}"
    for reason in (*verdict.reasons, *verdict.notes):
        said = said_of(reason, session.language)
        row = session.label("cli.row", number=str(reason.row)) if reason.row else None
        where = ", ".join(part for part in (reason.file, row, reason.field) if part)
        yield f"  {where + ': ' if where else ''}{said.text} {said.action}"
