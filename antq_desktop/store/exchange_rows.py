"""Rows of the exchange with other offices: bundles, certificates, reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A bundle that was signed here. ``periods``, ``counts``, ``reasons`` are canonical JSON.

    ``acknowledged`` is 1 where the receiver holds everything up to its end (but what was left out),
    as the receipt of ``told_at`` says: then the next bundle may build on it.
    ``versions`` are those of the reports by period; None in rows of before there were any.
    ``signatures`` says how many it is meant to have, the signers are named as their certificates
    name them; None in rows of before there were two.
    """

    digest: str
    bundle_id: str
    kind: str
    recipient: str
    chain: str | None
    sequence: int
    base: str | None
    seq_to: int | None
    periods: str
    counts: str
    file: str
    sha256: str
    created_at: str
    written_at: str | None = None
    written_to: str | None = None
    verdict: str | None = None
    receipt_at: str | None = None
    reasons: str | None = None
    acknowledged: int = 0
    told_at: str | None = None
    versions: str | None = None
    signatures: int = 1
    first_signer: str | None = None
    second_signer: str | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody has prepared it, and who is in command is still to sign it."""
        return self.signatures != 1 and self.second_signer is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A judgement of a bundle that came in: one more line each time it is judged.

    ``outcome`` (its verdict) and ``trust`` are canonical JSON; ``base`` and ``previous`` are the
    digests that its manifest states; ``answered`` is the number of the receipt that told of it.
    """

    digest: str
    bundle_id: str
    kind: str
    unit: str
    workspace: str
    chain: str | None
    sequence: int | None
    file: str
    sha256: str
    verdict: str
    outcome: str
    received_at: str
    trust: str
    imported: int | None = None
    confirmed: int = 0
    base: str | None = None
    previous: str | None = None
    answered: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """A certificate that this office issued, and what came with its request.

    ``seal`` is the age key of that person alone; None where an older program made the request.
    ``revoked_at`` is when it was revoked, ``effective_from`` since when that holds where the key
    was lost before (aware, ISO 8601), ``why`` a reason of RFC 5280.
    """

    serial: str
    der: bytes
    workspace: str
    unit: str
    person: str
    role: str
    age_recipient: str
    issued_at: str
    revoked_at: str | None = None
    reason: str | None = None
    seal: str | None = None
    effective_from: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The figures of a period as a unit signed them; ``body`` is canonical JSON."""

    unit: str
    workspace: str
    period: str
    version: int
    body: str
    digest: str
    imported: int | None = None


@dataclass(frozen=True, slots=True)
class ReportedPeriod:
    """That a unit reported a period, without the figures.

    ``was`` is the key of what the unit was on the last day of the period, ``imported`` the import
    that brought it, ``nil`` whether it declares registers empty.
    """

    unit: str
    was: str
    workspace: str
    period: str
    version: int
    imported: int
    nil: bool
