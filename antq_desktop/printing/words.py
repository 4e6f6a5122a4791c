"""Dates, times, numbers and money as a Vietnamese document writes them.

Basis: NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4 (days below 10 and the months 1 and 2 with a leading
zero, other months without).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.periods import CUSTOM
from antq_desktop.domain.phrases import number, percentage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.periods import Period

__all__ = (
    "KINDS_OF_UNITS",
    "address",
    "day_in_words",
    "in_words",
    "inside",
    "moment_in_words",
    "money",
    "number",
    "partial_date",
    "partial_moment",
    "percentage",
    "period_head",
    "period_name",
    "place_and_day",
)

#: They begin with a small letter within a text (NĐ 30/2020, Phụ lục II).
KINDS_OF_UNITS = (
    "Tỉnh",
    "Thành phố",
    "Quận",
    "Huyện",
    "Thị xã",
    "Thị trấn",
    "Xã",
    "Phường",
    "Đặc khu",
)
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")
_BILLION = 10**9
_FIVE = 5
_LEADING_MONTH = 3
_LEADING_DAY = 10
_PARTS = {
    "": ("Cả năm", "năm"),
    "Q1": ("Quý I", "quý I năm"),
    "Q2": ("Quý II", "quý II năm"),
    "Q3": ("Quý III", "quý III năm"),
    "Q4": ("Quý IV", "quý IV năm"),
    "H1": ("6T đầu", "6 tháng đầu năm"),
    "H2": ("6T cuối", "6 tháng cuối năm"),
    "9T": ("9 tháng", "9 tháng đầu năm"),
}
"""The parts of a year that are no month: as a head, and before the year."""
_BLANK_DAY = "ngày ...... tháng ...... năm .........."


def inside(unit: str) -> str:
    """Return the name of a unit as it stands within a text: "xã Bắc Lý"."""
    return unit[0].lower() + unit[1:] if unit.startswith(KINDS_OF_UNITS) else unit


def address(*parts: str | None) -> str | None:
    """Return a place from its parts, from the smallest up; None where none is known."""
    known = [part for part in parts if part]
    return ", ".join([*known[:1], *map(inside, known[1:])]) or None


def day_in_words(day: date | None) -> str:
    """Return "ngày 05 tháng 3 năm 2024"; None leaves dots for the hand."""
    if day is None:
        return _BLANK_DAY
    month = f"{day.month:02}" if day.month < _LEADING_MONTH else str(day.month)
    number = f"{day.day:02}" if day.day < _LEADING_DAY else str(day.day)
    return f"ngày {number} tháng {month} năm {day.year}"


def place_and_day(place: str, day: date | None) -> str:
    """Return "Bắc Lý, ngày 05 tháng 3 năm 2024"."""
    return f"{place}, {day_in_words(day)}"


def moment_in_words(moment: datetime | None) -> str:
    """Return "14 giờ 30 phút, ngày 05 tháng 3 năm 2024", in the time of Việt Nam."""
    if moment is None:
        return f"...... giờ ...... phút, {_BLANK_DAY}"
    local = moment.astimezone(ZONE)
    return f"{local.hour:02} giờ {local.minute:02} phút, {day_in_words(local.date())}"


def moment(value: datetime) -> str:
    """Return "14 giờ 30 phút ngày 05/03/2024", in the time of Việt Nam."""
    local = value.astimezone(ZONE)
    return f"{local.hour:02} giờ {local.minute:02} phút ngày {local:%d/%m/%Y}"


def partial_date(value: str) -> str:
    """Return a stored date of any precision: "1990", "05/1990", "20/05/1990"."""
    return "/".join(reversed(value.split("-")))


def partial_moment(value: str) -> str:
    """Return a stored date of any precision, or a moment, in words."""
    return moment(datetime.fromisoformat(value)) if "T" in value else partial_date(value)


def period_head(period: Period) -> str:
    """Return the part of a year as the head of a narrow column: "T3", "Quý I", "6T đầu"."""
    if period.part.isdigit():
        return f"T{int(period.part)}"
    return period.code if period.family == CUSTOM else _PARTS[period.part][0]


def period_name(period: Period) -> str:
    """Return "tháng 3 năm 2024", "quý I năm 2024", "năm 2024"; from day to day its two days."""
    if period.family == CUSTOM:
        return f"từ ngày {period.first:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y}"
    if period.part.isdigit():
        return f"tháng {int(period.part)} năm {period.year}"
    return f"{_PARTS[period.part][1]} {period.year}"


def money(value: int) -> str:
    """Return "5.000.000 đồng (Bằng chữ: Năm triệu đồng)"."""
    return f"{number(value)} đồng (Bằng chữ: {in_words(value).capitalize()} đồng)"


def in_words(value: int) -> str:
    """Return a whole number in words, "hai mươi mốt nghìn không trăm linh năm"."""
    if value < 0:
        return f"âm {in_words(-value)}"
    if value >= _BILLION:
        billions, rest = divmod(value, _BILLION)
        head = f"{in_words(billions)} tỷ"
        return f"{head} {' '.join(_below_billion(rest, full=True))}" if rest else head
    return " ".join(_below_billion(value, full=False)) or _DIGITS[0]


def _below_billion(value: int, *, full: bool) -> Iterator[str]:
    """Yield the words of a number below a billion; ``full`` says that something stands before."""
    for place in (2, 1, 0):
        group = value // 1000**place % 1000
        if group == 0:
            continue
        yield from _group(group, full=full)
        if _SCALES[place]:
            yield _SCALES[place]
        full = True


def _group(group: int, *, full: bool) -> Iterator[str]:
    """Yield the words of 1 to 999; a full group names its hundreds even where there are none."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    if hundreds or full:
        yield f"{_DIGITS[hundreds]} trăm"
    if tens == 0:
        if ones:
            yield f"linh {_DIGITS[ones]}" if hundreds or full else _DIGITS[ones]
        return
    yield "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if ones == 1 and tens > 1:
        yield "mốt"
    elif ones == _FIVE:
        yield "lăm"
    elif ones:
        yield _DIGITS[ones]
