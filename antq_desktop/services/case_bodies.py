"""To whom a case can be handed over: the bodies whose keys the directories tell."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.bundle.names import SIGNATURE
from antq_desktop.bundle.refusals import Reason
from antq_desktop.domain.units import UnitKey, parse_unit_key
from antq_desktop.domain.vietnamese import fold
from antq_desktop.errors import Refusal
from antq_desktop.services.directory import Told, enrolled, told_receivers
from antq_desktop.services.signing import anchor_above, anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.workspace import Workspace

_HEADS = frozenset({"head", "office"})
_OVER_AN_OFFICE = 2
"""Certificates above a signer whom a lower office of ours certified."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body that can receive a case: its workspaces, their age keys, the keys of its heads.

    ``seals`` is empty where no head's key is known: then nothing confidential can go there.
    """

    unit: UnitKey
    name: str
    workspaces: tuple[str, ...]
    recipients: tuple[str, ...]
    seals: tuple[str, ...]


def bodies_of(workspace: Workspace) -> list[Body]:
    """Return the bodies that have a certificate as far as is known here, by name.

    A commune knows its office and what is below that; an office besides what it certified itself
    the office above and what is below that.
    """
    found: dict[str, dict[str, Told]] = defaultdict(dict)
    for one in _receivers(workspace):
        if one.workspace != workspace.place.id:
            found[one.unit][one.workspace] = one
    bodies = [_body(workspace, unit, list(of.values())) for unit, of in found.items()]
    return sorted(bodies, key=lambda body: (fold(body.name), body.unit.text))


def body_named(workspace: Workspace, text: str) -> Body:
    """Return the body that ``text`` means: its code, with or without day, or its whole name."""
    wanted = fold(text)
    found = [
        one
        for one in bodies_of(workspace)
        if text in (one.unit.text, one.unit.code) or fold(one.name) == wanted
    ]
    if len(found) != 1:
        raise Refusal("cases.unknown_body" if not found else "cases.several_bodies", name=text)
    return found[0]


def way_back(workspace: Workspace, maker: str) -> str:
    """Return the age key of the workspace that handed a case over; Refusal where none is known."""
    for one in _receivers(workspace):
        if one.workspace == maker:
            return one.recipient
    raise Refusal("cases.no_way_back")


def not_entitled(workspace: Workspace, bundle: OpenBundle) -> Reason | None:
    """Return why a signer may neither hand a case over to us nor answer one; None where he may.

    He is the head of a body, or an office, and an authority that we know issued his certificate
    itself. A unit below another office comes past that office: only the office itself may come over
    the certificate that its authority was given.
    """
    signer, unit = bundle.signer, bundle.manifest.sender.unit
    known = {anchor_of(workspace), anchor_above(workspace)}
    holder = signer.certificate.holder
    if holder is None or holder.role not in _HEADS:
        return Reason("signer_role", SIGNATURE)
    if signer.chain[-1].der not in known:
        return Reason("signer_office", SIGNATURE)
    if len(signer.chain) == 1:
        return None
    between = signer.chain[0].holder
    named = (between.unit_code, between.valid_from) if between is not None else None
    own_office = named == (unit.code, unit.valid_from) and holder.role == "office"
    if len(signer.chain) != _OVER_AN_OFFICE or not own_office:
        return Reason("signer_office", SIGNATURE)
    return None


def _receivers(workspace: Workspace) -> Iterator[Told]:
    yield from told_receivers(workspace)
    if workspace.place.role == "office":
        for issued in enrolled(workspace):
            if issued.role == "officer":
                continue  # nothing is sealed to him
            yield Told(issued.unit, issued.workspace, issued.age_recipient, issued.seal)


def _body(workspace: Workspace, unit: str, receivers: list[Told]) -> Body:
    key = parse_unit_key(unit)
    try:
        name = workspace.units.get(key).name
    except Refusal:
        name = key.text  # a newer tree may have dropped it: the code still names it
    return Body(
        key,
        name,
        tuple(sorted(one.workspace for one in receivers)),
        tuple(sorted({one.recipient for one in receivers})),
        tuple(sorted({one.seal for one in receivers if one.seal is not None})),
    )
