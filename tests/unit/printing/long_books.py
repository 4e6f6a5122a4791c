"""Register books of any length: made of invented rows, and read back page by page.

What a page must say is reckoned here from the rows whose marks stand on it, not by the program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.periods import parse_period
from antq_desktop.printing.book_layout import book_named
from antq_desktop.printing.collection import form_named
from antq_desktop.printing.drawing.book import render_book
from antq_desktop.printing.subjects import Balance, BookSubject, RecordSubject
from tests.unit.printing.pages import SHEET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.printing.drawing.render import Drawn

YEAR = parse_period("DL-2023")
VOIDED_EVERY = 10
BEFORE, DONE = 7, 5
_CATALOGUE = load_catalogue()
_MARK = re.compile(r"\bM(\d{6})\b")


@dataclass(frozen=True, slots=True)
class Kept:
    """A book to be printed: its form, its register, and how its amounts are called in the sums."""

    form: str
    register: str
    summed: Mapping[str, str]
    balanced: bool = False


PLAIN = Kept(
    "register-book", "propaganda", {"sessions": "Số buổi", "attendees": "Lượt người tham gia"}
)
CRIME = Kept("tt119-294", "crime_reports", {}, balanced=True)
OUTGOING = Kept("nd30-di", "documents", {"copies": "Số lượng bản"})
KEPT = (PLAIN, CRIME, OUTGOING)


def draw(kept: Kept, rows: int) -> Drawn:
    """Draw a book with so many rows, every tenth struck through."""
    form, register = form_named(kept.form), _CATALOGUE.by_name[kept.register]
    balance = Balance(BEFORE, rows, DONE, BEFORE + rows - DONE) if kept.balanced else None
    subject = BookSubject(
        register,
        book_named(register, form.book),
        YEAR,
        (_record(kept, number) for number in range(1, rows + 1)),
        (rows, "0" * 64),
        balance,
    )
    return render_book(form, SHEET, subject, practice=False)


def _record(kept: Kept, number: int) -> RecordSubject:
    mark = f"M{number:06}"
    values: Mapping[str, Mapping[str, object]] = {
        "propaganda": {
            "held_on": f"2023-{number % 12 + 1:02}-05",
            "form": "meeting",
            "area": f"Tổ mẫu {mark}",
        },
        "crime_reports": {
            "received_at": f"2023-{number % 12 + 1:02}-05T08:00+07:00",
            "source_kind": "denunciation",
            "offence_field": "social_order",
            "urgency": "ordinary",
            "summary": f"Báo mất xe đạp {mark}",
        },
        "documents": {
            "symbol": f"{number}/KH-CAX",
            "document_on": "2023-05-04",
            "kind": "plan",
            "direction": "outgoing",
            "signer": "Lò Văn Ký",
            "summary": f"Kế hoạch tuần tra {mark}",
        },
    }
    return RecordSubject(
        _CATALOGUE.by_name[kept.register],
        f"{number}/2023",
        {**values[kept.register], **{name: _amount(name, number) for name in kept.summed}},
        {},
        voided="ghi trùng" if _is_voided(number) else None,
    )


def _is_voided(number: int) -> bool:
    return number % VOIDED_EVERY == 0


def _amount(name: str, number: int) -> int:
    return number % (len(name) + 1) + 1


def marks(text: str) -> list[int]:
    """Return which rows a page shows."""
    return [int(number) for number in _MARK.findall(text)]


def wrong(kept: Kept, rows: int, texts: Sequence[str]) -> Iterator[str]:
    """Yield what the pages of a book say wrong: each row once, in order, and every sum.

    ``texts`` are the pages in the order of their content, the closing page last.
    """
    *pages, closing = texts
    last = 0
    for page, text in enumerate(pages, 1):
        here = marks(text)
        upto = here[-1] if here else last
        if here != list(range(last + 1, upto + 1)):
            yield f"{page}: rows {here[:1]} to {here[-1:]} after {last}"
        carried = [f"Mang sang: {_sums(kept, 1, last)}"] if page > 1 else []
        foot = [
            f"Cộng trang này: {_sums(kept, last + 1, upto)}",
            f"Cộng dồn: {_sums(kept, 1, upto)}",
        ]
        for said in [*carried, *foot]:
            if f"{said} " not in f"{text} ":
                yield f"{page}: not {said}"
        last = upto
    if last != rows:
        yield f"the last row is {last}"
    yield from (f"not {said}" for said in _ending(kept, rows, pages) if said not in pages[-1])
    held = f"{_number(len(pages))} trang nội dung, đánh số từ trang 1"
    if held not in closing or f"{_number(rows)} dòng (bằng chữ" not in closing:
        yield f"closing: {closing}"


def _ending(kept: Kept, rows: int, pages: Sequence[str]) -> list[str]:
    if not kept.balanced:
        return []
    if f"Tồn kỳ trước chuyển sang: {BEFORE}" not in pages[0]:
        return ["the balance before"]
    left = _number(BEFORE + rows - DONE)
    taken, done = f"Tiếp nhận trong kỳ: {_number(rows)}", f"đã xong trong kỳ: {DONE}"
    return [f"{taken}; {done}; tồn chuyển kỳ sau: {left}"]


def _sums(kept: Kept, first: int, last: int) -> str:
    """Return the words of the sums of some rows; a struck row counts, its amounts do not."""
    numbers = range(first, last + 1)
    voided = sum(map(_is_voided, numbers))
    amounts = (
        f"{head}: {_number(sum(_amount(name, one) for one in numbers if not _is_voided(one)))}"
        for name, head in kept.summed.items()
    )
    struck = [f"trong đó hủy {_number(voided)}"] if voided else []
    return "; ".join([f"{_number(len(numbers))} dòng", *struck, *amounts])


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
