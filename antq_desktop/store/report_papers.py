"""The words of period reports: what officers wrote, and the papers that were drawn or came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.store.revisions import ACTIVE

if TYPE_CHECKING:
    from antq_desktop.store.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenText:
    """What officers of this workspace wrote into a section of a period's report."""

    section: str
    text: str
    user: str
    kept_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPaper:
    """The printed report of one version of a period's figures.

    ``report`` is the digest of those figures. ``body`` is what our own was drawn from (canonical
    JSON), None for one that came in; ``imported`` is the import that brought it.
    """

    report: str
    pdf: bytes
    body: str | None = None
    imported: int | None = None


class ReportPapers:
    """Reads and writes own texts and papers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, period: str, written: WrittenText) -> None:
        """Keep the text of a section over what was there before; an empty one takes it away."""
        if not written.text:
            self._database.execute(
                "DELETE FROM report_texts WHERE period = ? AND section = ?",
                [period, written.section],
            )
            return
        self._database.execute(
            "INSERT OR REPLACE INTO report_texts (period, section, body, user, kept_at)"
            " VALUES (?, ?, ?, ?, ?)",
            [period, written.section, written.text, written.user, written.kept_at],
        )

    def texts(self, period: str) -> list[WrittenText]:
        """Return what is written for a period, by section."""
        rows = self._database.execute(
            "SELECT section, body, user, kept_at FROM report_texts WHERE period = ?"
            " ORDER BY section",
            [period],
        )
        return [
            WrittenText(section=section, text=body, user=user, kept_at=at)
            for section, body, user, at in rows.fetchall()
        ]

    def add(self, paper: ReportPaper) -> None:
        """Keep the paper of a report; of two that came for the same figures the first stays."""
        if self.of_report(paper.report) is not None:
            return
        self._database.execute(
            "INSERT INTO report_papers (report, pdf, body, import) VALUES (?, ?, ?, ?)",
            [paper.report, paper.pdf, paper.body, paper.imported],
        )

    def of_report(self, report: str) -> ReportPaper | None:
        """Return the paper of a report by its digest, None where none counts here."""
        row = self._database.execute(
            f"SELECT report, pdf, body, import FROM report_papers WHERE report = ? AND {ACTIVE}"
            " ORDER BY id LIMIT 1",
            [report],
        ).fetchone()
        if row is None:
            return None
        return ReportPaper(report=row[0], pdf=row[1], body=row[2], imported=row[3])
