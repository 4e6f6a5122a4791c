"""Revoking: from which day a certificate holds no more, and what came before anybody knew.

Nothing is undone by itself: each bundle that came after a key was lost, and before that was told,
waits in a list until a person lets it stand or takes it back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from antq_desktop.crypto.certificates import RevocationReason
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.authority import open_authority, renew_list
from antq_desktop.services.cases_between import as_incoming, cases_between, why_case_stays
from antq_desktop.services.foreign_between import revoked_foreign
from antq_desktop.services.keeping import outcome_of
from antq_desktop.services.revocations import mark_revoked
from antq_desktop.services.saving import reason_text
from antq_desktop.services.undoing import why_not
from antq_desktop.services.verdicts import HELD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.cases import ReceivedCase
    from antq_desktop.store.exchange_rows import Certified, Incoming

    State = Literal["counts", "held", "stands", "withdrawn", "refused"]

WHY: Final = get_args(RevocationReason)
"""The reasons of RFC 5280 that can be given, the general one first."""

_OPEN: Final = frozenset({"counts", "held"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """A bundle that came while its signer's key may have been in other hands.

    ``state`` is ``counts`` (it is in, and a person has to decide), ``held`` (it waits, and nothing
    of it counts), ``stands`` (a person lets it stand, for ``reason``), ``withdrawn``, ``refused``.
    ``stays`` is why it cannot be taken back, None where it can or where it is not in.
    """

    row: Incoming
    certified: Certified
    unit_name: str
    came: str
    state: State
    reason: str = ""
    stays: Refusal | None = None

    @property
    def open(self) -> bool:
        """Whether a person still has to decide."""
        return self.state in _OPEN


@dataclass(frozen=True, slots=True)
class Revoked:
    """What was revoked: from when that holds, and how many bundles wait for a decision since."""

    since: datetime
    waiting: int


def revoke_certificate(
    workspace: Workspace,
    serial: str,
    *,
    reason: str,
    ca_passphrase: str,
    since: date | None = None,
    why: RevocationReason = "unspecified",
) -> Revoked:
    """Revoke a certificate from the beginning of a day, or from now on; the next directory tells.

    What comes from now on is refused; what came since that day is for `between`. Refusal without a
    reason, for a day to come, or for a certificate that is not ours or was revoked before.
    """
    workspace.require_head()
    workspace.require_role("office")
    if not reason.strip():
        raise Refusal("records.reason_needed")
    if since is not None and since > workspace.clock.today():
        raise Refusal("identity.revoke_ahead")
    authority = open_authority(workspace, ca_passphrase)
    with workspace.store.atomic():
        effective = mark_revoked(workspace, serial.lower(), reason, since, why)
        waiting = sum(one.open for one in between(workspace, serial))
        renew_list(workspace, authority)
    return Revoked(effective, waiting)


def between(workspace: Workspace, serial: str | None = None) -> list[Between]:
    """Return what came in between, of one certificate or of all; the oldest first.

    Refusal for a serial that this office never gave.
    """
    workspace.require_role("office")
    exchanged = workspace.store.exchanged
    if serial is None:
        given = (*exchanged.certificates(), *revoked_foreign(workspace))
        return [one for each in given for one in _between(workspace, each)]
    certified = exchanged.certificate(serial.lower())
    if certified is None:
        foreign = [one for one in revoked_foreign(workspace) if one.serial == serial.lower()]
        if foreign:
            return [one for each in foreign for one in _between(workspace, each)]
        raise Refusal("identity.never_issued", serial=serial)
    return list(_between(workspace, certified))


def _between(workspace: Workspace, certified: Certified) -> Iterator[Between]:
    since, known = certified.effective_from, certified.revoked_at
    if since is None or known is None:
        return
    exchanged = workspace.store.exchanged
    stand = exchanged.left_standing(certified.serial)
    for row in exchanged.came_with(certified, since, known):
        if not certified.workspace and row.unit != certified.unit:
            continue  # authorities of others number as they like: it is another one's serial
        came = str(exchanged.first_came(row.digest))
        state, reason = _state(workspace, row, stand)
        stays = why_not(workspace, row) if state in {"counts", "stands"} else None
        yield Between(
            row=row,
            certified=certified,
            unit_name=workspace.units.get(parse_unit_key(row.unit)).name,
            came=came,
            state=state,
            reason=reason,
            stays=stays,
        )
    for case in cases_between(workspace, certified, since, known):
        yield _case(workspace, certified, case, stand)


def _case(
    workspace: Workspace, certified: Certified, case: ReceivedCase, stand: Mapping[str, str]
) -> Between:
    states: dict[str | None, State] = {None: "held", "taken": "counts"}
    state = "stands" if case.bundle in stand else states.get(case.answer, "refused")
    return Between(
        row=as_incoming(case),
        certified=certified,
        unit_name=workspace.units.get(parse_unit_key(case.unit)).name,
        came=case.received_at,
        state=state,
        reason=stand.get(case.bundle, ""),
        stays=why_case_stays(case),
    )


def _state(workspace: Workspace, row: Incoming, stand: Mapping[str, str]) -> tuple[State, str]:
    if workspace.store.exchanged.counted(row.digest) is not None:
        # Whoever took it after the key was known to be lost has decided with that.
        if row.digest in stand:
            return "stands", stand[row.digest]
        return ("stands", "") if outcome_of(row).decided else ("counts", "")
    if row.verdict in HELD:
        return "held", ""
    return ("withdrawn", "") if row.verdict == "withdrawn" else ("refused", "")


def let_stand(workspace: Workspace, serial: str, digest: str, reason: str) -> None:
    """Let a bundle stand that came in between: the unit says that it is theirs.

    Refusal without a reason, or for what does not wait for this decision.
    """
    workspace.require_head()
    if not reason.strip():
        raise Refusal("records.reason_needed")
    found = {one.row.digest: one for one in between(workspace, serial)}
    if digest not in found or found[digest].state != "counts":
        raise Refusal("identity.not_between")
    at, why = workspace.clock.stamp(), reason_text(reason)
    with workspace.store.atomic():
        workspace.note("left_standing", digest=digest, serial=serial.lower(), reason=why)
        workspace.store.exchanged.let_stand(digest, serial.lower(), at, workspace.user, why)
