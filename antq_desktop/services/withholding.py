"""Withholding: an officer returns a bundle to its unit with a sentence, or holds it for a reason.

The bundle is kept, nothing of it is in, and the next receipt tells its unit what was written.
Whether it is sound does not matter for a return; a bundle on hold is one that could be taken.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.domain.sharing import written_text
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import opened, refusal_of
from antq_desktop.services.considering import Withheld, consider, consider_again
from antq_desktop.services.querying import ask
from antq_desktop.services.returning import BadRow, book_of, read_source
from antq_desktop.services.vouching import TAKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.querying import Wanted
    from antq_desktop.services.returning import Source
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace

MOST_LISTED = 200
"""More records of one bundle than this are not listed to write about."""


def return_bundle(
    workspace: Workspace, source: Source, text: str, wanted: Sequence[Wanted] = ()
) -> Verdict:
    """Return a bundle to its unit: nothing of it is in, and the next receipt says why.

    ``wanted`` are records of it with a text each, which become queries; all is kept, or nothing.
    Refusal for a bundle that is in, for one that nobody could answer, and as `ask` does.
    """
    words = written_text(text)
    with workspace.store.atomic():
        verdict = _withhold(workspace, source, Withheld("return", words))
        if wanted:
            ask(workspace, wanted, source)
    return verdict


def hold_bundle(workspace: Workspace, source: Source, reason: str) -> Verdict:
    """Put a sound bundle on hold; `take_held` or `refuse_held` ends it.

    Refusal for a bundle that is in, or could not be taken anyway.
    """
    return _withhold(workspace, source, Withheld("hold", written_text(reason)))


def rows_in(workspace: Workspace, source: Source) -> list[BadRow]:
    """Return the records that a bundle from below brings, the first `MOST_LISTED` of them.

    Of each the last row, with no field and no rule: nothing is known to be wrong.
    """
    found: dict[str, BadRow] = {}

    def look(bundle: OpenBundle) -> None:
        for register in bundle.registers:
            if register not in workspace.catalogue.by_name:
                continue
            for line in bundle.records(register):
                record = str(line.header["record"])
                if record not in found and len(found) >= MOST_LISTED:
                    return
                number = cast("int", line.header["number"])
                book = book_of(line)
                found[record] = BadRow(record, register, line.row, number, None, "", book)

    read_source(workspace, source, look)
    return list(found.values())


def _withhold(workspace: Workspace, source: Source, withheld: Withheld) -> Verdict:
    workspace.require_role("office")
    if not isinstance(source, Path):
        row = workspace.store.exchanged.standing_of(source)
        if row is None:
            raise Refusal("bundles.unknown", name=source)
        return consider_again(workspace, row, withheld=withheld)
    try:
        with opened(workspace, source) as bundle:
            manifest = bundle.manifest
            if manifest.class_ != workspace.place.class_ or manifest.kind not in TAKEN:
                raise Refusal("decide.not_a_submission")
            return consider(workspace, source, bundle, kept=True, withheld=withheld)
    except BundleRefused as refused:
        raise refusal_of(refused) from None
