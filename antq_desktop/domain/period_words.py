"""How a period is called in a document: "tháng 3 năm 2023", "6 tháng đầu năm 2023", "năm 2023"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.periods import CUSTOM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.periods import Period

_PARTS: Mapping[str, str] = {
    "Q1": "quý I",
    "Q2": "quý II",
    "Q3": "quý III",
    "Q4": "quý IV",
    "H1": "6 tháng đầu",
    "H2": "6 tháng cuối",
    "9T": "9 tháng",
}
_TWO_DIGITS = 3


def period_in_words(period: Period) -> str:
    """Return the name of a period; one that its family has no word for is named by its days."""
    if period.yearly:
        return f"năm {period.year}"
    if period.part in _PARTS:
        return f"{_PARTS[period.part]} năm {period.year}"
    if period.part.isdigit() and period.family != CUSTOM:
        month = int(period.part)
        # NĐ 30/2020: the months 1 and 2 have a leading zero.
        return (
            f"tháng {month:02} năm {period.year}"
            if month < _TWO_DIGITS
            else (f"tháng {month} năm {period.year}")
        )
    return f"từ ngày {period.first:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y}"
