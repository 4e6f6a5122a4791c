"""The bundle that waits for its second signature: finished, or taken back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.store.exchange_rows import Outgoing
from antq_desktop.store.kept_rows import KeptRows

if TYPE_CHECKING:
    from collections.abc import Iterable

_WAITS = "signatures = 2 AND second_signer IS NULL"
_BESIDE = ("brought_along", "sent_again", "attachments_sent", "queries_named")
"""The tables that say more of a bundle of ours, by its digest."""


class Prepared(KeptRows):
    """Reads and changes the one bundle that is prepared."""

    def waiting(self) -> Outgoing | None:
        """Return the bundle that waits for its second signature, None without."""
        return next(
            self._all(Outgoing, "outgoing", f"WHERE {_WAITS} ORDER BY rowid DESC", []), None
        )

    def finish(self, digest: str, file: str, sha256: str, signer: str) -> None:
        """Keep who signed it second, and the file that came of it."""
        self._database.execute(
            f"UPDATE outgoing SET file = ?, sha256 = ?, second_signer = ?"
            f" WHERE digest = ? AND {_WAITS}",
            [file, sha256, signer, digest],
        )

    def discard(self, digest: str, workspace: str, frozen: Iterable[tuple[str, int]]) -> None:
        """Forget a bundle that was never signed the second time, as if it had not been prepared.

        ``frozen`` are period and version of the workspace's own reports that were made for it.
        """
        made = self._database.execute(
            f"DELETE FROM outgoing WHERE digest = ? AND {_WAITS}", [digest]
        )
        if not made.rowcount:
            return
        for table in _BESIDE:
            self._database.execute(f"DELETE FROM {table} WHERE bundle = ?", [digest])
        for period, version in frozen:
            own = "workspace = ? AND period = ? AND version = ? AND import IS NULL"
            values = [workspace, period, version]
            self._database.execute(
                "DELETE FROM report_papers WHERE import IS NULL AND report IN"
                f" (SELECT digest FROM reports WHERE {own})",
                values,
            )
            self._database.execute(f"DELETE FROM reports WHERE {own}", values)
