"""What a submission made now would be: what goes, what stays, what is wrong, who signs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.services.access import sees
from antq_desktop.services.comparing import compare
from antq_desktop.services.consolidating import due_above, must_go_up, signed_above
from antq_desktop.services.controlling import control
from antq_desktop.services.enrolling import own_certificate
from antq_desktop.services.naming import answers_due
from antq_desktop.services.prepared import must_not_pass_over
from antq_desktop.services.reporting import standing_of
from antq_desktop.services.sending_files import NOTHING, Luggage
from antq_desktop.services.signature_policy import must_not_be_alone, signs_first
from antq_desktop.services.signing import own_signature
from antq_desktop.services.submitting import (
    grave_findings,
    must_be_the_office,
    office_of,
)
from antq_desktop.store.queries import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.domain.controls import Finding
    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.problems import Problem
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import Unit
    from antq_desktop.services.comparing import Compared
    from antq_desktop.services.reporting import Standing
    from antq_desktop.services.submitting import Due
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming, Outgoing
    from antq_desktop.store.queries import Line


@dataclass(frozen=True, slots=True)
class Going:
    """One register: records that go, drafts that stay, fields that never leave."""

    register: Register
    new: int
    changed: int
    voided: int
    drafts: int
    home: tuple[Field, ...]

    @property
    def total(self) -> int:
        """How many records go."""
        return self.new + self.changed


@dataclass(frozen=True, slots=True)
class ToSettle:
    """A record that may not go yet, and why."""

    line: Line
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Signer:
    """Who would sign: the person, the certificate's serial and last day."""

    person: str
    serial: str
    until: date


@dataclass(frozen=True, slots=True)
class Preview:
    """A submission before it is signed.

    ``empty`` are registers of which nothing happened in the periods: they may be declared nil.
    ``findings`` are those of the controls over the figures: a hard one lets none be frozen.
    ``standings`` are the periods whose figures are frozen already: those go as they are.
    ``hindrance`` says why this user cannot sign here and now. ``waiting`` is a bundle that holds
    just this, was signed before and is not answered: it is carried again, not signed again.
    ``bundles`` says how many of subordinates an office passes on, ``bundles_later`` how many go
    with the next one, ``stuck`` which are too large to be passed on; ``answers`` how many queries
    of the office are answered, ``luggage`` which attachments go. ``first`` says that somebody else
    signs after this user.
    """

    office: Unit
    registers: tuple[Going, ...]
    to_settle: tuple[ToSettle, ...]
    figures: tuple[tuple[Period, tuple[Compared, ...]], ...]
    findings: tuple[Finding, ...]
    standings: tuple[Standing, ...]
    empty: tuple[Register, ...]
    signer: Signer | None
    hindrance: Refusal | None
    waiting: Outgoing | None
    bundles: int = 0
    answers: int = 0
    luggage: Luggage = NOTHING
    bundles_later: int = 0
    stuck: tuple[Incoming, ...] = ()
    first: bool = False

    @property
    def sound(self) -> bool:
        """Whether the figures may be frozen, or are so already."""
        return not any(one.hard for one in self.findings)

    @property
    def total(self) -> int:
        """How many records go."""
        return sum(one.total for one in self.registers)


def preview(workspace: Workspace, periods: Sequence[Period]) -> Preview:
    """Return what ``send_up`` would sign; Refusal before the enrolment or for an open period."""
    office = workspace.units.get(office_of(workspace))
    for period in periods:
        if period.last > workspace.clock.today():
            raise Refusal("reports.period_open", period=period.code)
    above = due_above(workspace)
    found = above.own
    counts = workspace.store.queries.counts()
    going: list[Going] = []
    for register in workspace.catalogue.registers:
        one = found.counts.get(register.name)
        new, changed, voided = (one.new, one.changed, one.voided) if one else (0, 0, 0)
        drafts = counts.get(register.name, (0, 0, 0))[1]
        going.append(Going(register, new, changed, voided, drafts, home_fields(register)))
    signer, hindrance = _signer(workspace)
    standings = [standing_of(workspace, period, workspace.unit.key) for period in periods]
    frozen = tuple(one for one in standings if one is not None)
    open_ones = [one for one, standing in zip(periods, standings, strict=True) if standing is None]
    return Preview(
        office,
        tuple(going),
        tuple(to_settle(workspace, found)),
        tuple((period, tuple(compare(workspace, period))) for period in periods),
        tuple(one for period in open_ones for one in control(workspace, period).findings),
        frozen,
        tuple(_empty(workspace, periods)),
        signer,
        hindrance,
        signed_above(workspace, above, sorted({period.code for period in periods})),
        len(above.bundles),
        len(answers_due(workspace).items),
        found.luggage,
        len(above.later),
        above.stuck,
        signs_first(workspace),
    )


def home_fields(register: Register) -> tuple[Field, ...]:
    """Return the fields of which nothing leaves, columns of rows among them."""
    return tuple(one for _, one in register.paths() if one.travel is not Travel.SHARED)


def _empty(workspace: Workspace, periods: Sequence[Period]) -> Iterator[Register]:
    if workspace.place.role == "office":
        return  # it keeps few books itself: most of them are always empty
    for register in workspace.catalogue.registers:
        filters = [Filter(register.name, period) for period in periods]
        if filters and not any(workspace.store.queries.total(one) for one in filters):
            yield register


def to_settle(workspace: Workspace, found: Due) -> list[ToSettle]:
    """Return the records of what is due that have grave problems, with these."""
    settle: list[ToSettle] = []
    for finding in grave_findings(workspace, found):
        line = workspace.store.queries.line(finding.record or "")
        if line is not None:
            seen = sees(workspace, line.register, line.record)
            settle.append(ToSettle(line if seen else replace(line, title=""), finding.problems))
    return settle


def _signer(workspace: Workspace) -> tuple[Signer | None, Refusal | None]:
    try:
        must_not_pass_over(workspace)
        first = signs_first(workspace)
        own = own_signature(workspace, first=first)
        if first:
            must_not_be_alone(workspace)
        must_be_the_office(workspace)
        must_go_up(workspace)
    except Refusal as refusal:
        return None, refusal
    until = date.fromisoformat(own_certificate(workspace)["until"])
    return Signer(workspace.opened.slot.name, own.serial, until), None
