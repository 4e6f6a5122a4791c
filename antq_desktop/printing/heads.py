"""The beginnings and ends that many forms share: heads, titles, who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.printing import words
from antq_desktop.printing.blocks import Closing, NationalHead, Signature, Style, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet

SEALED = "(Ký, ghi rõ họ tên, đóng dấu)"
"""How the head of a body signs."""
PRINTED = "(Ký tên hoặc điểm chỉ)"
"""How a citizen signs."""
_DOTS = "......"


def minutes_head(sheet: Sheet, mark: str | None = None) -> NationalHead:
    """Return the head of minutes: no number, no day; both stand in their text."""
    return NationalHead(sheet.issuer.superior, sheet.issuer.name, mark=mark)


def document_head(sheet: Sheet, kind: str, mark: str | None = None) -> NationalHead:
    """Return the head of a document with a number; ``kind`` is its abbreviation ("BC", "TTr")."""
    symbol = "-".join(part for part in (kind, sheet.issuer.symbol) if part)
    return NationalHead(
        sheet.issuer.superior,
        sheet.issuer.name,
        number=f"Số: {_DOTS}/{symbol}",
        dated=words.place_and_day(sheet.issuer.place, sheet.day),
        mark=mark,
    )


def paper_head(sheet: Sheet, mark: str | None = None) -> NationalHead:
    """Return the head of a paper that has a day but no number: an application, a list."""
    return NationalHead(
        sheet.issuer.superior,
        sheet.issuer.name,
        dated=words.place_and_day(sheet.issuer.place, sheet.day),
        mark=mark,
    )


def citizen_head(mark: str | None = None) -> NationalHead:
    """Return the head of a paper that a citizen writes: the national lines alone."""
    return NationalHead("", "", mark=mark)


def signer(sheet: Sheet) -> Signature:
    """Return the signature of the head of the body that issues the paper."""
    return Signature(sheet.issuer.signer, SEALED)


def closing(sheet: Sheet, *recipients: str) -> Closing:
    """Return "Nơi nhận" with the copy that is kept, and the signature of the head."""
    return Closing([*recipients, "Lưu: VT"], signer(sheet))


def grounds(*texts: str) -> Iterator[Block]:
    """Yield the legal grounds: each in italics on a line of its own."""
    last = len(texts) - 1
    for place, text in enumerate(texts):
        yield Text(f"{text}{'.' if place == last else ';'}", Style.GROUND)


def superior_of(sheet: Sheet) -> Sequence[str | None]:
    """Return whom the body reports to; a line for the hand where the tree has nobody above."""
    return [sheet.issuer.above]


def ended(copies: int = 2) -> Text:
    """Return the end of minutes: when they were closed, that they were read aloud, how many."""
    return Text(
        "Biên bản kết thúc hồi ...... giờ ...... phút cùng ngày, được lập thành"
        f" {copies:02} bản, đã đọc lại cho những người có tên trên nghe, công nhận đúng"
        " và cùng ký tên xác nhận dưới đây."
    )
