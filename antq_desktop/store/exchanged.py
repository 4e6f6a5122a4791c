"""What was sent and what came in: bundles, imports, reports, certificates."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from antq_desktop.store.revisions import ACTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.store.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A bundle that was signed here. ``periods``, ``counts``, ``reasons`` are canonical JSON."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A bundle that came in. ``outcome`` (its verdict) and ``trust`` are canonical JSON."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """A certificate that this office issued, and what came with its request."""

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


Row = Outgoing | Incoming | Certified | Report
R = TypeVar("R", Outgoing, Incoming, Certified, Report)


def _column(name: str) -> str:
    return "import" if name == "imported" else name


def _names(kind: type[Row]) -> str:
    return ", ".join(_column(one.name) for one in fields(kind))


class Exchanged:
    """Reads and writes the exchange with other offices."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def _add(self, table: str, row: Row) -> None:
        cells = astuple(row)
        marks = ", ".join("?" for _ in cells)
        self._database.execute(
            f"INSERT INTO {table} ({_names(type(row))}) VALUES ({marks})", list(cells)
        )

    def _all(self, kind: type[R], table: str, rest: str, values: list[object]) -> Iterator[R]:
        names = [one.name for one in fields(kind)]
        rows = self._database.execute(f"SELECT {_names(kind)} FROM {table} {rest}", values)
        for row in rows.fetchall():
            yield kind(**dict(zip(names, row, strict=True)))

    # Sent ---------------------------------------------------------------------------------------

    def add_outgoing(self, bundle: Outgoing) -> None:
        """Keep a bundle that was signed."""
        self._add("outgoing", bundle)

    def outgoing(self, kind: str | None = None) -> list[Outgoing]:
        """Return what was sent, oldest first, of one kind or of all."""
        where = "WHERE kind = ? " if kind else ""
        rest = where + "ORDER BY created_at, sequence"
        return list(self._all(Outgoing, "outgoing", rest, [kind] if kind else []))

    def last_in_chain(self, chain: str) -> Outgoing | None:
        """Return the newest bundle of a chain."""
        rest = "WHERE chain = ? ORDER BY sequence DESC LIMIT 1"
        return next(self._all(Outgoing, "outgoing", rest, [chain]), None)

    def last_acknowledged(self, chain: str) -> Outgoing | None:
        """Return the newest bundle of a chain whose receipt says that it is in: the next base."""
        rest = (
            "WHERE chain = ? AND verdict IN ('accepted', 'remarks') ORDER BY sequence DESC LIMIT 1"
        )
        return next(self._all(Outgoing, "outgoing", rest, [chain]), None)

    def written(self, digest: str, at: str, to: str) -> None:
        """Note that a bundle was written to a medium and read back equal."""
        self._database.execute(
            "UPDATE outgoing SET written_at = ?, written_to = ? WHERE digest = ?", [at, to, digest]
        )

    def answered(self, digest: str, verdict: str, at: str, reasons: str) -> bool:
        """Note the receiver's verdict; False if we never sent that bundle."""
        changed = self._database.execute(
            "UPDATE outgoing SET verdict = ?, receipt_at = ?, reasons = ? WHERE digest = ?",
            [verdict, at, reasons, digest],
        )
        return changed.rowcount > 0

    # Come in ------------------------------------------------------------------------------------

    def add_incoming(self, bundle: Incoming) -> None:
        """Keep a bundle that came in, with its verdict."""
        self._add("incoming", bundle)

    def incoming(self) -> list[Incoming]:
        """Return what came in, oldest first."""
        return list(self._all(Incoming, "incoming", "ORDER BY id", []))

    def counted(self, digest: str) -> Incoming | None:
        """Return the import of a digest that counts (accepted and not withdrawn), None without."""
        rest = f"WHERE digest = ? AND import IS NOT NULL AND {ACTIVE} ORDER BY id DESC LIMIT 1"
        return next(self._all(Incoming, "incoming", rest, [digest]), None)

    def at_place(self, chain: str, sequence: int) -> list[Incoming]:
        """Return the counted bundles at one place of a chain (more than one would be a fork)."""
        rest = f"WHERE chain = ? AND sequence = ? AND import IS NOT NULL AND {ACTIVE} ORDER BY id"
        return list(self._all(Incoming, "incoming", rest, [chain, sequence]))

    def taken(self) -> list[Incoming]:
        """Return the bundles that count, in the order in which they were taken in."""
        rest = f"WHERE import IS NOT NULL AND {ACTIVE} ORDER BY import, id"
        return list(self._all(Incoming, "incoming", rest, []))

    def unconfirmed(self, workspace: str) -> list[Incoming]:
        """Return the bundles of a workspace whose verdict it has not shown to know."""
        rest = (
            "WHERE workspace = ? AND kind IN ('submission', 'consolidated') AND confirmed = 0"
            " ORDER BY id"
        )
        return list(self._all(Incoming, "incoming", rest, [workspace]))

    def confirm(self, chain: str, sequence: int) -> None:
        """Note that the sender holds our verdicts of a chain up to a sequence."""
        self._database.execute(
            "UPDATE incoming SET confirmed = 1 WHERE chain = ? AND sequence <= ?", [chain, sequence]
        )

    def new_import(self, digest: str, at: str) -> int:
        """Begin an import and return its number."""
        row = self._database.execute(
            "INSERT INTO imports (digest, at) VALUES (?, ?) RETURNING id", [digest, at]
        ).fetchone()
        return int(row[0])

    # Reports ------------------------------------------------------------------------------------

    def add_report(self, report: Report) -> None:
        """Keep the figures of a period, in place of that version from an import withdrawn since."""
        self._database.execute(
            "DELETE FROM reports WHERE unit = ? AND workspace = ? AND period = ? AND version = ?"
            f" AND NOT {ACTIVE}",
            [report.unit, report.workspace, report.period, report.version],
        )
        self._add("reports", report)

    def reports(self) -> list[Report]:
        """Return all reports that count, in key order."""
        rest = f"WHERE {ACTIVE} ORDER BY unit, workspace, period, version"
        return list(self._all(Report, "reports", rest, []))

    def last_report(self, workspace: str, period: str) -> Report | None:
        """Return the newest version of a period's report that counts, None without."""
        rest = f"WHERE workspace = ? AND period = ? AND {ACTIVE} ORDER BY version DESC LIMIT 1"
        return next(self._all(Report, "reports", rest, [workspace, period]), None)

    # Certificates -------------------------------------------------------------------------------

    def add_certificate(self, certified: Certified) -> None:
        """Keep a certificate that was issued."""
        self._add("certificates", certified)

    def certificates(self) -> list[Certified]:
        """Return all certificates that were issued, oldest first."""
        return list(self._all(Certified, "certificates", "ORDER BY issued_at, serial", []))

    def revoke(self, serial: str, at: str, reason: str) -> bool:
        """Mark a certificate as revoked from a moment on; False if it is not ours or was before."""
        changed = self._database.execute(
            "UPDATE certificates SET revoked_at = ?, reason = ?"
            " WHERE serial = ? AND revoked_at IS NULL",
            [at, reason, serial],
        )
        return changed.rowcount > 0
