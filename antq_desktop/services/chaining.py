"""The place of a submission in its chain, judged before its rows are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from antq_desktop.bundle.names import SECOND_SIGNATURE, SIGNATURE
from antq_desktop.bundle.refusals import Reason
from antq_desktop.crypto.certificates import common_name
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.services.signing import key_of
from antq_desktop.services.vouching import certified_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.crypto.signatures import ListWanted
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming

    Standing = Literal["free", "held", "held_gap", "held_newer", "same", "fork", "refused"]

_MANIFEST = "submission.json"
#: More holes than this are named by their ends alone.
_MOST_HOLES = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a submission stands: ``reasons`` say why it cannot simply be taken.

    ``notes`` are worth saying and change nothing.
    """

    standing: Standing
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()


def place_of(workspace: Workspace, bundle: OpenBundle, recipient: UnitKey) -> Place:
    """Judge signer, addressee, version and place in the chain, in that order."""
    manifest = bundle.manifest
    wrong = _wrong(workspace, bundle, recipient)
    if wrong is not None:
        return Place("refused", (wrong,))
    if workspace.store.exchanged.counted(bundle.digest) is not None:
        return Place("same")
    if not workspace.catalogue.reads(manifest.catalogue):
        return Place("held_newer", (Reason("newer_catalogue", _MANIFEST, field="$.catalogue"),))
    in_doubt = tuple(doubts_in(bundle))
    if in_doubt:
        return Place("held", in_doubt)
    if _is_fork(workspace, manifest, bundle.digest):
        return Place("fork", (Reason("chain_place", _MANIFEST, field="$.sequence"),))
    return _on_base(workspace, manifest)


def doubts_in(bundle: OpenBundle) -> Iterator[Reason]:
    """Yield why only a person can say whether the signers meant this.

    A key was in doubt from a day on, and nobody had told yet; or there is no list, or only one of
    before, by which to judge whoever was certified under a further anchor.
    """
    signers = {SIGNATURE: bundle.signer, SECOND_SIGNATURE: bundle.second}
    for file, signer in signers.items():
        if signer is not None and signer.doubted_since is not None:
            day = signer.doubted_since.astimezone(ZONE).strftime("%d/%m/%Y")
            yield Reason("signer_doubted", file, values={"day": day})
    for file, signer in signers.items():
        if signer is not None and signer.list_wanted is not None:
            yield _unlisted(signer.list_wanted, file)


def _unlisted(wanted: ListWanted, file: str) -> Reason:
    name = common_name(wanted.issuer)
    if wanted.due is None:
        return Reason("signer_unlisted", file, values={"name": name})
    day = wanted.due.astimezone(ZONE).strftime("%d/%m/%Y")
    return Reason("signer_list_ended", file, values={"name": name, "day": day})


def _wrong(workspace: Workspace, bundle: OpenBundle, recipient: UnitKey) -> Reason | None:
    manifest = bundle.manifest
    elsewhere = certified_elsewhere(workspace, bundle)
    if elsewhere is not None:
        return elsewhere
    if not is_addressed_to(workspace, manifest, recipient):
        return Reason("wrong_recipient", _MANIFEST, field="$.recipient")
    if manifest.chain is None or manifest.sequence is None:
        return Reason("chain", _MANIFEST, field="$.chain")
    return None


def is_addressed_to(workspace: Workspace, manifest: Manifest, recipient: UnitKey) -> bool:
    """Say whether a bundle is for a unit: by its own name, or that of one which it succeeds."""
    unit = manifest.recipient.unit if manifest.recipient is not None else None
    today = workspace.clock.today()
    names = workspace.units.succession.succeeded(recipient, today) | {recipient}
    return unit is not None and key_of(unit) in names


def _is_fork(workspace: Workspace, manifest: Manifest, digest: str) -> bool:
    """Say whether a counted bundle contradicts this one: at its place, or in what follows what.

    A branch goes on under the next numbers: it is known by the ``previous`` that both state.
    """
    chain, sequence = _chain_of(manifest)
    at_place = workspace.store.exchanged.at_place
    before, after = at_place(chain, sequence - 1), at_place(chain, sequence + 1)
    return (
        bool(at_place(chain, sequence))
        or (bool(before) and all(one.digest != manifest.previous for one in before))
        or (bool(after) and all(one.previous not in (digest, None) for one in after))
    )


def _on_base(workspace: Workspace, manifest: Manifest) -> Place:
    exchanged = workspace.store.exchanged
    chain, sequence = _chain_of(manifest)
    base = manifest.base
    if base is not None:
        known = exchanged.counted(base.digest)
        if known is None:
            missing = Reason(
                "base_missing", _MANIFEST, field="$.base", values={"sequence": base.sequence}
            )
            return Place("held_gap", (missing,))
        if (known.chain, known.sequence) != (chain, base.sequence):
            return Place("refused", (Reason("base_wrong", _MANIFEST, field="$.base"),))
    came = exchanged.came(chain)
    notes: list[Reason] = []
    if manifest.continues is not None and not came:
        number = manifest.continues.sequence
        notes.append(Reason("chain_continues", _MANIFEST, values={"sequence": number}))
    first = base.sequence + 1 if base is not None else 1
    holes = list(_holes({*came, first - 1, sequence}, first - 1, sequence))
    if holes:
        shown = ", ".join(holes if len(holes) <= _MOST_HOLES else [holes[0], "…", holes[-1]])
        values: dict[str, MessageValue] = {"missing": shown, "sequence": sequence}
        notes.append(Reason("hole", _MANIFEST, values=values))
    return Place("free", notes=tuple(notes))


def _holes(came: set[int], start: int, end: int) -> Iterator[str]:
    """Yield the places between two at which nothing came: "14" or "3-9"."""
    for before, after in pairwise(sorted(one for one in came if start <= one <= end)):
        first, last = before + 1, after - 1
        if first <= last:
            yield str(first) if first == last else f"{first}-{last}"


def _chain_of(manifest: Manifest) -> tuple[str, int]:
    return (manifest.chain.id if manifest.chain else "", manifest.sequence or 0)


def is_ripe(workspace: Workspace, held: Incoming) -> bool:
    """Say whether a bundle that waits for its base can be judged again.

    Its base is in now; or another bundle has taken its place, and people must be told.
    """
    exchanged = workspace.store.exchanged
    if held.base is not None and exchanged.counted(held.base) is not None:
        return True
    return bool(exchanged.at_place(str(held.chain), held.sequence or 0))
