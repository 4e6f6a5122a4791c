"""Cases: full records that were handed over to another body, and those that it handed over to us.

What came in lies in tables of its own and is in no register, search or figure. Its confidential
parts do not lie among our own either: nobody outside can put one in place of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from antq_desktop.domain.record import Revision, header_from
from antq_desktop.store.kept_rows import KeptRows
from antq_desktop.store.revisions import from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCase:
    """A case that was signed here; ``bundle`` is its digest, ``unit`` the key of who receives it.

    ``workspaces`` (canonical JSON) may answer it. ``answer`` is "taken" or "refused" once it came,
    ``answered_by`` the person and unit that signed it.
    """

    bundle: str
    bundle_id: str
    unit: str
    unit_name: str
    workspaces: str
    number: str | None
    reason: str
    at: str
    answer: str | None = None
    answered_at: str | None = None
    answer_text: str | None = None
    answered_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRecord:
    """A record of a case that went: up to which revision, and how many sealed parts with it."""

    bundle: str
    record: str
    number: int
    whole: int
    sealed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedCase:
    """A case that came in; ``body`` is what its manifest says (canonical JSON).

    ``unit`` and ``workspace`` are the sender's, ``person`` and ``unit_name`` the signer's as his
    certificate names them. ``answer`` is "taken" or "refused" once the head has decided.
    """

    bundle: str
    bundle_id: str
    unit: str
    unit_name: str
    workspace: str
    person: str
    serial: str
    sha256: str
    created_at: str
    received_at: str
    body: str
    answer: str | None = None
    answered_at: str | None = None
    answer_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """An attachment that came with a case: ``file`` in the folder of attachments, of its seal.

    ``id`` and ``digest`` are those by which the record names it.
    """

    bundle: str
    id: str
    digest: str
    file: str
    size: int
    sha256: str


class Cases(KeptRows):
    """Reads and writes both sides of handing records over."""

    # Sent ---------------------------------------------------------------------------------------

    def add_sent(self, case: SentCase, records: Iterable[SentRecord]) -> None:
        """Keep that records were signed over to another body."""
        self._add("cases_sent", case)
        for one in records:
            self._add("cases_sent_records", one)

    def sent(self) -> list[SentCase]:
        """Return the cases that were signed here, oldest first."""
        return list(self._all(SentCase, "cases_sent", "ORDER BY rowid", []))

    def sent_records(self, bundle: str) -> list[SentRecord]:
        """Return the records of a case that was signed here."""
        rest = "WHERE bundle = ? ORDER BY record"
        return list(self._all(SentRecord, "cases_sent_records", rest, [bundle]))

    def sent_of(self, record: str) -> list[SentCase]:
        """Return the cases in which a record was handed over, oldest first."""
        rest = (
            "WHERE bundle IN (SELECT bundle FROM cases_sent_records WHERE record = ?)"
            " ORDER BY rowid"
        )
        return list(self._all(SentCase, "cases_sent", rest, [record]))

    def answered(self, case: SentCase) -> None:
        """Keep what the receiver answered; a later answer stands in place of an earlier one."""
        self._database.execute(
            "UPDATE cases_sent SET answer = ?, answered_at = ?, answer_text = ?, answered_by = ?"
            " WHERE bundle = ?",
            [case.answer, case.answered_at, case.answer_text, case.answered_by, case.bundle],
        )

    # Received -----------------------------------------------------------------------------------

    def add_received(self, case: ReceivedCase) -> None:
        """Keep a case that came in."""
        self._add("cases_received", case)

    def received(self) -> list[ReceivedCase]:
        """Return the cases that came in, oldest first."""
        return list(self._all(ReceivedCase, "cases_received", "ORDER BY rowid", []))

    def case(self, bundle: str) -> ReceivedCase | None:
        """Return a case that came in, by the digest of its bundle."""
        rest = "WHERE bundle = ?"
        return next(self._all(ReceivedCase, "cases_received", rest, [bundle]), None)

    def decide(self, case: ReceivedCase) -> None:
        """Keep whether a case was taken over or refused."""
        self._database.execute(
            "UPDATE cases_received SET answer = ?, answered_at = ?, answer_text = ?"
            " WHERE bundle = ?",
            [case.answer, case.answered_at, case.answer_text, case.bundle],
        )

    def add_revisions(self, bundle: str, revisions: Iterable[Revision]) -> None:
        """Keep the revisions of a case."""
        self._database.conn.executemany(
            "INSERT INTO case_revisions (bundle, record, number, digest, register, header,"
            " shared, private) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    bundle,
                    one.header.record,
                    one.header.number,
                    one.digest,
                    one.header.register,
                    to_text(one.header.as_json()),
                    to_text(one.shared),
                    to_text(one.private),
                )
                for one in revisions
            ),
        )

    def revisions(self, bundle: str, record: str) -> list[Revision]:
        """Return the revisions of a record in a case, oldest first."""
        rows = self._database.execute(
            "SELECT header, digest, shared, private FROM case_revisions"
            " WHERE bundle = ? AND record = ? ORDER BY number",
            [bundle, record],
        )
        return [
            Revision(header_from(from_text(header)), digest, from_text(shared), from_text(private))
            for header, digest, shared, private in rows.fetchall()
        ]

    def add_form(self, bundle: str, record: str, pdf: bytes) -> None:
        """Keep the printed transfer form of a record."""
        self._database.execute(
            "INSERT INTO case_forms (bundle, record, pdf) VALUES (?, ?, ?)", [bundle, record, pdf]
        )

    def form(self, bundle: str, record: str) -> bytes | None:
        """Return the printed transfer form of a record as it came."""
        row = self._database.execute(
            "SELECT pdf FROM case_forms WHERE bundle = ? AND record = ?", [bundle, record]
        ).fetchone()
        return bytes(row[0]) if row else None

    # Sealed parts and files ---------------------------------------------------------------------

    def put_sealed(self, bundle: str, digest: str, recipient: str, blob: bytes) -> None:
        """Keep a confidential part of a case as one recipient can open it ("": as it came)."""
        self._database.execute(
            "INSERT OR REPLACE INTO case_sealed (bundle, digest, recipient, blob)"
            " VALUES (?, ?, ?, ?)",
            [bundle, digest, recipient, blob],
        )

    def sealed(self, bundle: str, digest: str) -> dict[str, bytes]:
        """Return a confidential part by who can open it; "" is as it came."""
        rows = self._database.execute(
            "SELECT recipient, blob FROM case_sealed WHERE bundle = ? AND digest = ?"
            " ORDER BY recipient",
            [bundle, digest],
        )
        return {str(recipient): bytes(blob) for recipient, blob in rows.fetchall()}

    def add_file(self, file: CaseFile) -> None:
        """Keep that an attachment of a case is here; one that was lost and came again anew."""
        self._database.execute(
            "DELETE FROM case_files WHERE bundle = ? AND id = ? AND digest = ?",
            [file.bundle, file.id, file.digest],
        )
        self._add("case_files", file)

    def files(self) -> list[CaseFile]:
        """Return all attachments of cases that ought to be in the folder."""
        return list(self._all(CaseFile, "case_files", "ORDER BY file", []))

    def file(self, bundle: str, key: tuple[str, str]) -> CaseFile | None:
        """Return an attachment of a case by id and digest; None where it did not come with it."""
        rest = "WHERE bundle = ? AND id = ? AND digest = ?"
        return next(self._all(CaseFile, "case_files", rest, [bundle, *key]), None)


def with_answer(case: ReceivedCase, answer: str, at: str, text: str | None) -> ReceivedCase:
    """Return a case with what was decided about it."""
    return replace(case, answer=answer, answered_at=at, answer_text=text)
