"""What was sent and what came in: bundles, imports, reports, certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.store.certified import CertifiedRows
from antq_desktop.store.exchange_rows import (
    Incoming,
    Outgoing,
    Report,
    ReportedPeriod,
)
from antq_desktop.store.moments import MOMENTS
from antq_desktop.store.revisions import ACTIVE

if TYPE_CHECKING:
    from collections.abc import Iterable


#: A row is the last judgement of its bundle.
_LAST = (
    "NOT EXISTS (SELECT 1 FROM incoming AS later"
    " WHERE later.digest = incoming.digest AND later.id > incoming.id)"
)


class Exchanged(CertifiedRows):
    """Reads and writes the exchange with other offices."""

    # Sent ---------------------------------------------------------------------------------------

    def add_outgoing(self, bundle: Outgoing) -> None:
        """Keep a bundle that was signed."""
        self._add("outgoing", bundle)

    def outgoing(self, *kinds: str) -> list[Outgoing]:
        """Return what was sent, oldest first, of some kinds or of all.

        In the order in which it was signed: a clock may have run ahead and been set back.
        """
        where = f"WHERE kind IN ({', '.join('?' for _ in kinds)}) " if kinds else ""
        return list(self._all(Outgoing, "outgoing", where + "ORDER BY rowid", list(kinds)))

    def number_sent(self, kind: str, recipient: str) -> int:
        """Return how many bundles of a kind were signed for the unit of a code."""
        where = "kind = ? AND recipient = ?"
        return int(self._database["outgoing"].count_where(where, [kind, recipient]))

    def last_in_chain(self, chain: str) -> Outgoing | None:
        """Return the newest bundle of a chain."""
        rest = "WHERE chain = ? ORDER BY sequence DESC LIMIT 1"
        return next(self._all(Outgoing, "outgoing", rest, [chain]), None)

    def last_acknowledged(self, chain: str) -> Outgoing | None:
        """Return the newest bundle of a chain up to whose end the receiver has all: the base."""
        rest = "WHERE chain = ? AND acknowledged = 1 ORDER BY sequence DESC LIMIT 1"
        return next(self._all(Outgoing, "outgoing", rest, [chain]), None)

    def acknowledged_to(self, chain: str) -> int:
        """Return up to which ``seq`` the receiver of a chain has all; a bundle may bring none."""
        row = self._database.execute(
            "SELECT max(seq_to) FROM outgoing WHERE chain = ? AND acknowledged = 1", [chain]
        ).fetchone()
        return int(row[0] or 0)

    def written(self, digest: str, at: str, to: str) -> None:
        """Note that a bundle was written to a medium and read back equal."""
        self._database.execute(
            "UPDATE outgoing SET written_at = ?, written_to = ? WHERE digest = ?", [at, to, digest]
        )

    def answered(
        self, digest: str, verdict: str, at: str, reasons: str, *, acknowledged: bool, told_at: str
    ) -> bool:
        """Note the receiver's verdict; False if we never sent that bundle, or know it better.

        ``told_at`` is when the receipt was signed: an older one does not undo a newer one.
        """
        changed = self._database.execute(
            "UPDATE outgoing SET verdict = ?, receipt_at = ?, reasons = ?, acknowledged = ?,"
            " told_at = ? WHERE digest = ? AND (told_at IS NULL OR told_at <= ?)",
            [verdict, at, reasons, int(acknowledged), told_at, digest, told_at],
        )
        return changed.rowcount > 0

    def doubt(self, digest: str, told_at: str) -> None:
        """Build on nothing before a bundle of ours: the receiver lacks what it was built on."""
        self._database.execute(
            "UPDATE outgoing SET acknowledged = 0, told_at = ? WHERE (told_at IS NULL"
            " OR told_at <= ?) AND (chain, sequence) IN (SELECT older.chain, older.sequence"
            " FROM outgoing AS older JOIN outgoing AS held ON older.chain = held.chain"
            " AND older.sequence < held.sequence WHERE held.digest = ?)",
            [told_at, told_at, digest],
        )

    # Come in ------------------------------------------------------------------------------------

    def add_incoming(self, bundle: Incoming) -> None:
        """Keep a bundle that came in, with its verdict."""
        self._add("incoming", bundle)

    def incoming(self) -> list[Incoming]:
        """Return what came in, oldest first."""
        return list(self._all(Incoming, "incoming", "ORDER BY id", []))

    def standing(self) -> list[Incoming]:
        """Return the last judgement of each bundle that came in, oldest first."""
        rest = "WHERE id IN (SELECT max(id) FROM incoming GROUP BY digest) ORDER BY id"
        return list(self._all(Incoming, "incoming", rest, []))

    def waiting(self) -> list[Incoming]:
        """Return what waits for a base or a newer program, oldest first."""
        rest = f"WHERE verdict IN ('held_gap', 'held_newer') AND {_LAST} ORDER BY id"
        return list(self._all(Incoming, "incoming", rest, []))

    def waiting_for(self, bundle: Incoming) -> list[Incoming]:
        """Return what waits for one bundle as its base, or at its place, oldest first."""
        rest = (
            "WHERE chain = ?1 AND (base = ?2 OR sequence = ?3) AND verdict = 'held_gap'"
            f" AND {_LAST} ORDER BY id"
        )
        values: list[object] = [bundle.chain, bundle.digest, bundle.sequence]
        return list(self._all(Incoming, "incoming", rest, values))

    def standing_of(self, digest: str) -> Incoming | None:
        """Return the last judgement of a bundle, None if it never came."""
        rest = "WHERE digest = ? ORDER BY id DESC LIMIT 1"
        return next(self._all(Incoming, "incoming", rest, [digest]), None)

    def first_came(self, digest: str) -> str | None:
        """Return when a bundle came first: its signature is judged at that moment."""
        row = self._database.execute(
            "SELECT min(received_at) FROM incoming WHERE digest = ?", [digest]
        ).fetchone()
        return str(row[0]) if row[0] is not None else None

    def first_here(self, sha256: str) -> str | None:
        """Return when this very file came first, or was signed here; None where it never was."""
        row = self._database.execute(
            "SELECT min(at) FROM (SELECT first.received_at AS at FROM incoming AS found"
            " JOIN incoming AS first ON first.digest = found.digest WHERE found.sha256 = ?1"
            " UNION ALL SELECT created_at FROM outgoing WHERE sha256 = ?1)",
            [sha256],
        ).fetchone()
        return str(row[0]) if row[0] is not None else None

    def counted(self, digest: str) -> Incoming | None:
        """Return the import of a digest that counts (accepted and not withdrawn), None without."""
        rest = f"WHERE digest = ? AND import IS NOT NULL AND {ACTIVE} ORDER BY id DESC LIMIT 1"
        return next(self._all(Incoming, "incoming", rest, [digest]), None)

    def at_place(self, chain: str, sequence: int) -> list[Incoming]:
        """Return the counted bundles at one place of a chain (more than one is a fork)."""
        rest = f"WHERE chain = ? AND sequence = ? AND import IS NOT NULL AND {ACTIVE} ORDER BY id"
        return list(self._all(Incoming, "incoming", rest, [chain, sequence]))

    def came(self, chain: str) -> set[int]:
        """Return the places of a chain at which something came, whatever became of it."""
        rows = self._database.execute(
            "SELECT DISTINCT sequence FROM incoming WHERE chain = ?", [chain]
        )
        return {int(row[0]) for row in rows}

    def imports_over(self, workspace: str, number: int) -> list[Incoming]:
        """Return what was imported after an import, still counts and may hold the same rows.

        That is what came from the same workspace, or from one whose rows the import brought, or
        what brought rows of one of them inside.
        """
        theirs = (
            "SELECT ?1 UNION SELECT workspace FROM revisions WHERE import = ?2"
            " UNION SELECT workspace FROM inside WHERE import = ?2"
        )
        rest = (
            f"WHERE import > ?2 AND {ACTIVE} AND (workspace IN ({theirs}) OR import IN"
            f" (SELECT import FROM inside WHERE workspace IN ({theirs}))) ORDER BY id"
        )
        return list(self._all(Incoming, "incoming", rest, [workspace, number]))

    def last_imports(self) -> dict[str, int]:
        """Return for each workspace the last import that counts and may hold its rows."""
        rows = self._database.execute(
            "SELECT workspace, max(import) FROM (SELECT workspace, import FROM incoming"
            f" WHERE import IS NOT NULL AND {ACTIVE}"
            f" UNION ALL SELECT workspace, import FROM inside WHERE {ACTIVE}) GROUP BY workspace"
        )
        return {str(workspace): int(number) for workspace, number in rows}

    def taken(self) -> list[Incoming]:
        """Return the bundles that count, in the order in which they were taken in."""
        rest = f"WHERE import IS NOT NULL AND {ACTIVE} ORDER BY import, id"
        return list(self._all(Incoming, "incoming", rest, []))

    def unconfirmed(self, workspace: str) -> list[Incoming]:
        """Return the bundles of a workspace whose verdict it has not shown to know."""
        rest = (
            "WHERE workspace = ? AND confirmed = 0"
            " AND kind IN ('submission', 'correction', 'consolidated', 'transfer') ORDER BY id"
        )
        return list(self._all(Incoming, "incoming", rest, [workspace]))

    def tell(self, bundles: Iterable[str], number: int) -> None:
        """Note that the receipt of a number tells the verdicts on these bundles (digests)."""
        self._database.conn.executemany(
            "UPDATE incoming SET answered = coalesce(answered, ?)"
            " WHERE digest = ? AND confirmed = 0",
            [(number, digest) for digest in bundles],
        )

    def tell_again(self, digest: str) -> None:
        """Tell a verdict once more: who sends a bundle again may have lost the receipt."""
        self._database.execute(
            f"UPDATE incoming SET confirmed = 0, answered = NULL WHERE digest = ? AND {ACTIVE}"
            " AND import IS NOT NULL",
            [digest],
        )

    def confirm(self, workspace: str, base: str) -> None:
        """Note that a sender builds on a bundle: it holds the first receipt that told of it.

        That receipt told all that the sender had not confirmed then, and nothing that came later.
        """
        self._database.execute(
            "UPDATE incoming SET confirmed = 1 WHERE workspace = ? AND answered <="
            " (SELECT min(answered) FROM incoming WHERE digest = ? AND import IS NOT NULL)",
            [workspace, base],
        )

    def new_import(self, digest: str, at: str) -> int:
        """Begin an import and return its number."""
        row = self._database.execute(
            "INSERT INTO imports (digest, at) VALUES (?, ?) RETURNING id", [digest, at]
        ).fetchone()
        return int(row[0])

    def withdraw(self, number: int, at: str) -> None:
        """Take an import back: what it brought stays stored and counts nowhere."""
        self._database.execute("UPDATE imports SET withdrawn_at = ? WHERE id = ?", [at, number])

    def kept_as(self, digest: str, file: str, sha256: str) -> None:
        """Note that another file stands for a bundle: the same container, sealed anew."""
        self._database.execute(
            "UPDATE incoming SET file = ?, sha256 = ? WHERE digest = ?", [file, sha256, digest]
        )

    def not_after(self, now: str) -> None:
        """Let no moment that was noted here lie after ``now``: a clock that ran ahead noted it.

        What was signed with such a moment keeps it.
        """
        for table, column in MOMENTS:
            self._database.execute(f"UPDATE {table} SET {column} = ?1 WHERE {column} > ?1", [now])

    # Reports ------------------------------------------------------------------------------------

    def add_report(self, report: Report) -> None:
        """Keep the figures of a period, in place of that version from an import withdrawn since."""
        self._database.execute(
            "DELETE FROM reports WHERE unit = ? AND workspace = ? AND period = ? AND version = ?"
            f" AND digest = ? AND NOT {ACTIVE}",
            [report.unit, report.workspace, report.period, report.version, report.digest],
        )
        self._add("reports", report)

    def reports(self) -> list[Report]:
        """Return all reports that count, in key order."""
        rest = f"WHERE {ACTIVE} ORDER BY unit, workspace, period, version, digest"
        return list(self._all(Report, "reports", rest, []))

    def report(self, workspace: str, period: str, version: int) -> Report | None:
        """Return one version of a period's report, if it is here and counts."""
        rest = f"WHERE workspace = ? AND period = ? AND version = ? AND {ACTIVE}"
        return next(self._all(Report, "reports", rest, [workspace, period, version]), None)

    def versions(self, unit: str, period: str) -> list[Report]:
        """Return all versions of a unit's report that count, the oldest first.

        After a reform a workspace may have made the next version under another unit: it is among
        them.
        """
        rest = (
            "WHERE period = ? AND workspace IN (SELECT workspace FROM reports"
            f" WHERE unit = ? AND period = ? AND {ACTIVE}) AND {ACTIVE}"
            " ORDER BY version, workspace"
        )
        return list(self._all(Report, "reports", rest, [period, unit, period]))

    def versions_by(self, workspace: str, period: str) -> list[Report]:
        """Return all versions of a workspace's report that count, the oldest first."""
        rest = f"WHERE workspace = ? AND period = ? AND {ACTIVE} ORDER BY version, digest"
        return list(self._all(Report, "reports", rest, [workspace, period]))

    def spans(self) -> list[tuple[str, str, int, str | None, str]]:
        """Return (workspace, period, version, spans, "as of") of the newest of each report.

        The last two are JSON; reports of earlier programs have no spans. The figures of a hundred
        communes stay unread.
        """
        rows = self._database.execute(
            "SELECT workspace, period, max(version), json_extract(body, '$.entered'),"
            " json_extract(body, '$.as_of') FROM reports"
            f" WHERE {ACTIVE} GROUP BY workspace, period ORDER BY workspace, period"
        )
        return [
            (str(maker), str(period), int(n), None if body is None else str(body), str(as_of))
            for maker, period, n, body, as_of in rows
        ]

    def makers(self, period: str) -> set[str]:
        """Return the keys of the units that have a report of a period, this one among them."""
        where = f"SELECT DISTINCT unit FROM reports WHERE period = ? AND {ACTIVE}"
        return {str(row[0]) for row in self._database.execute(where, [period])}

    def told_periods(self) -> list[ReportedPeriod]:
        """Return the reports of others that count, without their figures, older versions first.

        Of a hundred communes and a year of months these are a thousand rows.
        """
        rows = self._database.execute(
            "SELECT unit, coalesce(json_extract(body, '$.unit.code')"
            " || coalesce('@' || json_extract(body, '$.unit.valid_from'), ''), unit),"
            " workspace, period, version, import, json_extract(body, '$.nil') <> '[]'"
            f" FROM reports WHERE import IS NOT NULL AND {ACTIVE} ORDER BY version, import"
        )
        return [
            ReportedPeriod(unit, was, workspace, period, version, imported, bool(nil))
            for unit, was, workspace, period, version, imported, nil in rows
        ]

    def first_comings(self) -> dict[str, str]:
        """Return when each bundle came first, by its digest."""
        rows = self._database.execute("SELECT digest, min(received_at) FROM incoming GROUP BY 1")
        return {str(digest): str(at) for digest, at in rows}

    def reports_of(self, workspace: str) -> list[Report]:
        """Return the reports of one workspace that count, in key order."""
        rest = f"WHERE workspace = ? AND {ACTIVE} ORDER BY unit, period, version, digest"
        return list(self._all(Report, "reports", rest, [workspace]))

    def last_report(self, workspace: str, period: str) -> Report | None:
        """Return the newest version of a period's report that counts, None without."""
        where = f"WHERE workspace = ? AND period = ? AND {ACTIVE}"
        rest = where + " ORDER BY version DESC, digest LIMIT 1"
        return next(self._all(Report, "reports", rest, [workspace, period]), None)

    def version_digests(self, workspace: str, period: str) -> dict[int, set[str]]:
        """Return the digests of each version of a period's report that counts; two are a fork."""
        found: dict[int, set[str]] = {}
        rest = f"WHERE workspace = ? AND period = ? AND {ACTIVE}"
        for report in self._all(Report, "reports", rest, [workspace, period]):
            found.setdefault(report.version, set()).add(report.digest)
        return found
