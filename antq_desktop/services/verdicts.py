"""A verdict on a bundle: three sentences, the counts, the reasons, and what moved because of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antq_desktop.bundle.names import SIGNATURE
from antq_desktop.bundle.refusals import Reason
from antq_desktop.services.vouching import OLD_LIST, is_from_above

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.workspace import Workspace

Sentence = tuple[str, Mapping[str, "MessageValue"]]
GOOD = frozenset({"accepted", "remarks", "same"})
#: What is kept and waits: for a base, for a newer program, for a person.
HELD = frozenset({"held", "held_gap", "held_newer", "fork"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A verdict in three sentences (message id and values): content, signer, time.

    ``verdict`` is accepted, remarks, held, held_gap, held_newer, same, fork or refused;
    ``reasons`` name file, row, field and rule; ``notes`` are worth a look and change nothing.
    ``released`` are the verdicts on bundles that were held and that this import has moved.
    ``registers`` are the counts of each register, where its rows were looked at.
    """

    path: Path
    kind: str
    verdict: str
    content: Sentence
    signer: Sentence
    time: Sentence
    counts: Mapping[str, int] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    released: tuple[Verdict, ...] = ()
    registers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def good(self) -> bool:
        """Whether nothing has to be done about it."""
        return self.verdict in GOOD

    @property
    def all_good(self) -> bool:
        """Whether nothing has to be done about it, or about what moved with it."""
        return self.good and all(one.good for one in self.released)


def said(
    workspace: Workspace,
    path: Path,
    bundle: OpenBundle,
    verdict: str,
    content: Sentence,
    *,
    counts: Mapping[str, int] | None = None,
    reasons: tuple[Reason, ...] = (),
    notes: tuple[Reason, ...] = (),
) -> Verdict:
    """Return a verdict on an opened bundle, with who signed it and when it came."""
    manifest, signer = bundle.manifest, bundle.signer
    holder = signer.certificate.holder
    # The certificate names person and unit, not the manifest: that is what an office has compared.
    person = holder.person if holder is not None else ""
    unit = holder.unit_name if holder is not None else ""
    signer_words: Sentence = ("verdicts.signer", {"person": person, "unit": unit})
    if manifest.kind == "request":
        signer_words = ("verdicts.signer_self", {"person": person, "unit": unit})
    if bundle.second is not None and bundle.second.certificate.holder is not None:
        second = bundle.second.certificate.holder.person
        signer_words = ("verdicts.signer_two", {"person": person, "second": second, "unit": unit})
    if verdict in GOOD:
        notes = (*notes, *_old_list(workspace, bundle))
    return Verdict(
        path=path,
        kind=manifest.kind,
        verdict=verdict,
        content=content,
        signer=signer_words,
        time=_time(workspace, bundle),
        counts=counts or {},
        reasons=reasons,
        notes=notes,
    )


def _time(workspace: Workspace, bundle: OpenBundle) -> Sentence:
    """Say when it was made and came, and how old the list is by which its signer was judged."""
    now, listed = workspace.clock.now(), bundle.signer.list_issued_at
    values = {
        "created": bundle.manifest.created_at.strftime("%H:%M %d/%m/%Y"),
        "received": now.strftime("%H:%M %d/%m/%Y"),
    }
    if listed is None:
        return "verdicts.time", values
    day = listed.astimezone(now.tzinfo).strftime("%d/%m/%Y")
    return "verdicts.time_listed", {**values, "listed": day, "days": (now - listed).days}


def _old_list(workspace: Workspace, bundle: OpenBundle) -> tuple[Reason, ...]:
    """Say how old the list of the office above is by which its bundle was judged, where it is old.

    A commune that has no newer one cannot wait for it: what it has is taken, with this remark.
    """
    made = bundle.signer.list_issued_at
    if made is None or not is_from_above(workspace, bundle):
        return ()
    age = workspace.clock.now() - made
    return (Reason("list_old", SIGNATURE, values={"days": age.days}),) if age > OLD_LIST else ()


def refused(workspace: Workspace, path: Path, bundle: OpenBundle, *reasons: Reason) -> Verdict:
    """Return the refusal of an opened bundle."""
    content: Sentence = ("verdicts.refused", {"count": len(reasons)})
    return said(workspace, path, bundle, "refused", content, reasons=reasons)


def unopened(path: Path, verdict: str, content: str, *reasons: Reason) -> Verdict:
    """Return the verdict on what is not opened: nothing in it is believed."""
    return Verdict(
        path=path,
        kind="unknown",
        verdict=verdict,
        content=(content, {}),
        signer=("verdicts.signer_unknown", {}),
        time=("verdicts.time_unknown", {}),
        reasons=reasons,
    )
