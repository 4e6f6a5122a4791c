"""Certificates that an office issued, and what people said of bundles signed with a lost key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.store.exchange_rows import Certified, Incoming
from antq_desktop.store.kept_rows import KeptRows

if TYPE_CHECKING:
    from collections.abc import Mapping


class CertifiedRows(KeptRows):
    """Reads and writes certificates."""

    def add_certificate(self, certified: Certified) -> None:
        """Keep a certificate that was issued."""
        self._add("certificates", certified)

    def certificates(self) -> list[Certified]:
        """Return all certificates that were issued, oldest first."""
        return list(self._all(Certified, "certificates", "ORDER BY rowid", []))

    def certificate(self, serial: str) -> Certified | None:
        """Return the certificate of a serial, None where it is not ours."""
        return next(self._all(Certified, "certificates", "WHERE serial = ?", [serial]), None)

    def revoke(self, serial: str, at: str, reason: str, *, since: str | None, why: str) -> bool:
        """Mark a certificate as revoked; False if it is not ours or was before.

        ``since`` is from when that holds where it is earlier than ``at``, ``why`` a reason of
        RFC 5280, ``reason`` the words of a person.
        """
        changed = self._database.execute(
            "UPDATE certificates SET revoked_at = ?, reason = ?, effective_from = ?, why = ?"
            " WHERE serial = ? AND revoked_at IS NULL",
            [at, reason, since, why, serial],
        )
        return changed.rowcount > 0

    def came_with(self, certified: Certified, since: str, until: str) -> list[Incoming]:
        """Return the last judgement of what came within a time under a certificate, oldest first.

        Whether its holder signed first or second makes no difference: both answer for the whole.

        Of an office below that is what it consolidated. Both moments are ISO 8601 in the zone of
        what is stored; both count.
        """
        signed = "?1 IN (json_extract(trust, '$.serial'), json_extract(trust, '$.second'))"
        if certified.role == "office":
            signed = "workspace = ?1 AND kind = 'consolidated'"
        key = certified.workspace if certified.role == "office" else certified.serial
        rest = (
            "WHERE id IN (SELECT max(id) FROM incoming GROUP BY digest"
            f" HAVING min(received_at) >= ?2 AND min(received_at) <= ?3) AND {signed} ORDER BY id"
        )
        return list(self._all(Incoming, "incoming", rest, [key, since, until]))

    def let_stand(self, digest: str, serial: str, at: str, user: str, reason: str) -> None:
        """Note that a person lets a bundle stand that came under a lost key."""
        self._database.execute(
            "INSERT OR REPLACE INTO left_standing (digest, serial, at, user, reason)"
            " VALUES (?, ?, ?, ?, ?)",
            [digest, serial, at, user, reason],
        )

    def left_standing(self, serial: str) -> Mapping[str, str]:
        """Return the bundles (digest) that a person lets stand under a serial, and why."""
        rows = self._database.execute(
            "SELECT digest, reason FROM left_standing WHERE serial = ?", [serial]
        )
        return {str(digest): str(reason) for digest, reason in rows}
