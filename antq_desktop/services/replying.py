"""Replying, as the office sees it: which of its queries an imported correction answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import Reason
from antq_desktop.services.pens import writers
from antq_desktop.store.returned import Answer

if TYPE_CHECKING:
    from collections.abc import Container

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.services.workspace import Workspace

_MANIFEST = "submission.json"


def take_answers(
    workspace: Workspace,
    manifest: Manifest,
    digest: str,
    imported: int,
    at: str,
    *,
    left_out: Container[str] = (),
) -> tuple[Reason, ...]:
    """Keep the answers of a bundle whose rows are in; they count as long as its import does.

    Returns what is worth saying: answers to what was not asked here, or asked of somebody else, and
    those whose record did not come, or of which a revision was refused (``left_out``, records):
    what an older revision changed answers nothing. ``at`` is when the bundle came (ISO 8601).
    """
    returned = workspace.store.returned
    found = {one.query: returned.get(one.query) for one in manifest.answers}
    records = {one.record or "" for one in found.values() if one is not None}
    numbers = workspace.store.revisions.last_numbers(records)
    notes: list[str] = []
    keepers = writers(manifest)
    for answer in manifest.answers:
        query = found[answer.query]
        if query is None or query.origin != "asked":
            notes.append("answer_unknown")
        elif query.workspace not in keepers:
            notes.append("answer_foreign")
        elif answer.text is None and (
            query.record in left_out or numbers.get(query.record or "", 0) <= query.number
        ):
            notes.append("answer_left_out")
        else:
            kept = Answer(query=query.id, text=answer.text, at=at, bundle=digest, imported=imported)
            returned.add_answer(kept)
    return tuple(
        Reason(rule, _MANIFEST, field="$.correction", values={"count": notes.count(rule)})
        for rule in dict.fromkeys(notes)
    )
