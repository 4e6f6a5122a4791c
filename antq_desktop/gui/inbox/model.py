"""A bundle on the desk: its file, its rehearsal, what became of it; and the rows that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import moment, number, verdict_name
from antq_desktop.services.verdicts import HELD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from antq_desktop.bundle.refusals import Reason
    from antq_desktop.domain.units import UnitTree
    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.theme import Tone
    from antq_desktop.messages import Language
    from antq_desktop.services.rehearsing import Rehearsal
    from antq_desktop.services.status import Received
    from antq_desktop.services.verdicts import Verdict

    Stage = Literal["waiting", "judged", "taken", "failed"]

TAKEN = frozenset({"submission", "correction", "consolidated"})
"""The kinds of bundle that an office takes in."""

NOT_OURS = "signer_office"
"""The rule of a bundle whose signer is certified by another office."""

COUNTS = ("new", "changed", "same", "refused")


@dataclass
class Item:
    """A file on the desk.

    ``copy`` is what was read of it, on a disk of ours: the medium may be gone. ``told`` says why it
    could not be read or taken in at all, ``cause`` is the message id of that, "" for a fault.
    ``request`` is the fingerprint of a request for a certificate that waits, "" where none does.
    ``parts`` are the files it was joined of, none where it came as one.
    """

    path: Path
    stage: Stage = "waiting"
    rehearsal: Rehearsal | None = None
    told: Told | None = None
    cause: str = ""
    copy: Path | None = None
    request: str = ""
    parts: tuple[Path, ...] = ()

    @property
    def undecided(self) -> bool:
        """Whether a person has still to do something about it, be it to look again."""
        return self.stage in {"waiting", "failed"} or self.takable

    @property
    def asks(self) -> bool:
        """Whether it is a request for a certificate, which is no bundle to be taken in."""
        return self.rehearsal is not None and self.rehearsal.verdict.kind == "request"

    @property
    def file(self) -> Path:
        """What is judged and taken in."""
        return self.copy or self.path

    @property
    def key(self) -> str:
        """What names it: a file lies on the desk once."""
        return str(self.path)

    @property
    def takable(self) -> bool:
        """Whether it can be taken in, or kept with its verdict so that the sender is told."""
        if self.returned:
            return False
        return self._submission("accepted", "remarks", "refused", *(HELD - {"held"}))

    @property
    def good(self) -> bool:
        """Whether it would be accepted."""
        return self._submission("accepted", "remarks")

    @property
    def returned(self) -> bool:
        """Whether an officer has returned it: it is kept, and its unit is told."""
        found = self.rehearsal
        return found is not None and found.verdict.content[0] == "verdicts.returned"

    @property
    def returnable(self) -> bool:
        """Whether the bundle as a whole may go back with a sentence: to a unit that is ours."""
        if self.rehearsal is None or self.returned:
            return False
        ours = all(one.rule != NOT_OURS for one in self.rehearsal.verdict.reasons)
        return ours and self._submission("accepted", "remarks", "refused", *HELD)

    @property
    def held(self) -> bool:
        """Whether it would be kept, and wait for a base, a newer program or a person."""
        return self._submission(*HELD)

    def _submission(self, *verdicts: str) -> bool:
        if self.stage != "judged" or self.rehearsal is None:
            return False
        verdict = self.rehearsal.verdict
        return verdict.kind in TAKEN and verdict.verdict in verdicts

    def state(self) -> tuple[str, Tone]:
        """Return where it stands, in words and a tone."""
        if self.stage == "waiting":
            return QCoreApplication.translate("Inbox", "Chờ xem"), "neutral"
        if self.rehearsal is None:
            return _failed(self.cause), "error"
        verdict = self.rehearsal.verdict
        if self.asks and verdict.good:
            return _asked(self)
        if self.stage == "taken" or verdict.verdict == "same" or self.returned:
            return verdict_name(verdict.verdict, verdict.reasons)
        return _judged(verdict)


def _failed(cause: str) -> str:
    """Name what stood in the way; nothing of the bundle is in then, and nothing is lost."""
    if cause == "store.disk_full":
        return QCoreApplication.translate("Inbox", "Ổ đĩa đầy")
    if cause == "bundles.no_answer":
        return QCoreApplication.translate("Inbox", "Không trả lời")
    if cause.startswith(("store.", "backup.")):
        return QCoreApplication.translate("Inbox", "Không ghi được")
    return QCoreApplication.translate("Inbox", "Không đọc được")


def _asked(item: Item) -> tuple[str, Tone]:
    """Name a request: it waits, or it is answered, or it is for another office."""
    if item.told is not None:
        return QCoreApplication.translate("Inbox", "Không nhận được"), "error"
    if item.request:
        return QCoreApplication.translate("Inbox", "Yêu cầu chứng thư"), "warning"
    return QCoreApplication.translate("Inbox", "Yêu cầu đã xử lý"), "neutral"


def _judged(verdict: Verdict) -> tuple[str, Tone]:
    """Say what an import would come to: nothing is in yet."""
    if verdict.verdict == "refused":
        return QCoreApplication.translate("Inbox", "Không nhận được"), "error"
    if verdict.kind not in TAKEN:
        return QCoreApplication.translate("Inbox", "Loại gói khác"), "info"
    if verdict.verdict == "remarks":
        return QCoreApplication.translate("Inbox", "Nhận được, có lưu ý"), "warning"
    if verdict.verdict in HELD:
        return verdict_name(verdict.verdict)
    return QCoreApplication.translate("Inbox", "Nhận được"), "accent"


def can_return(kind: str, reasons: Sequence[Reason]) -> bool:
    """Say whether a bundle came from a commune and has rows that are wrong."""
    return kind in {"submission", "correction"} and any(one.row is not None for one in reasons)


def queue_columns() -> tuple[Column, ...]:
    """Return the columns of the desk."""
    return (
        Column(QCoreApplication.translate("Inbox", "Gói")),
        Column(QCoreApplication.translate("Inbox", "Kết quả"), "chip"),
        Column(QCoreApplication.translate("Inbox", "Mới"), "number", 2),
        Column(QCoreApplication.translate("Inbox", "Sửa"), "number", 3),
        Column(QCoreApplication.translate("Inbox", "Đã có"), "number", 4),
        Column(QCoreApplication.translate("Inbox", "Lỗi"), "number", 1),
    )


def queue_rows(items: Sequence[Item]) -> Iterator[Row]:
    """Yield the bundles on the desk with their counts."""
    for item in items:
        state, tone = item.state()
        verdict = item.rehearsal.verdict if item.rehearsal else None
        counts = verdict.counts if verdict else {}
        cells = (number(counts[name]) if counts else "" for name in COUNTS)
        yield Row(item.key, (sender(item), state, *cells), tone, hint=item.path.name)


def sender(item: Item) -> str:
    """Return the unit that signed it; of a file that is not believed, the file's own name."""
    verdict = item.rehearsal.verdict if item.rehearsal else None
    unit = verdict.signer[1].get("unit") if verdict else None
    return str(unit) if unit else item.path.name


def history_columns() -> tuple[Column, ...]:
    """Return the columns of what was judged before."""
    return (
        Column(QCoreApplication.translate("Inbox", "Đơn vị")),
        Column(QCoreApplication.translate("Inbox", "Gói số"), "number", 2),
        Column(QCoreApplication.translate("Inbox", "Nhận lúc"), lesser=3),
        Column(QCoreApplication.translate("Inbox", "Kết quả"), "chip"),
        Column(QCoreApplication.translate("Inbox", "Biên nhận"), lesser=1),
    )


def history_rows(received: Sequence[Received], units: UnitTree) -> Iterator[Row]:
    """Yield what was judged before, the newest first; the key is the digest.

    Bundles come in while a person thinks: a place in the list would then be that of another one.
    """
    signed = QCoreApplication.translate("Inbox", "Đã ký")
    waits = QCoreApplication.translate("Inbox", "Chờ ký")
    for one in received:
        state, tone = verdict_name(one.row.verdict, one.reasons)
        sequence = number(one.row.sequence) if one.row.sequence is not None else ""
        answer = signed if one.answered else waits
        name = unit_name(one, units)
        cells = (name, sequence, moment(one.row.received_at), state, answer)
        yield Row(one.row.digest, cells, tone)


def unit_name(received: Received, units: UnitTree) -> str:
    """Return the name of the sender, or its key where the unit is no longer known."""
    known = next((unit for unit in units.units if unit.key.text == received.row.unit), None)
    return known.name if known else received.row.unit


def change_rows(rehearsal: Rehearsal, language: Language) -> Iterator[Row]:
    """Yield the figures that would change."""
    for shift in rehearsal.shifts:
        code = shift.indicator.code
        cells = (shift.indicator.label.text(language), number(shift.before), number(shift.after))
        yield Row(code, cells)
