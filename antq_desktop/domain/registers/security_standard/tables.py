"""Dated tables that an office brings: criteria of its province, thresholds of the grades.

TT 124/2021/TT-BCA Đ8.1 lets a province add criteria. The points from which QĐ 510/QĐ-BCA-V05 gives
a grade were found in no source: without a table no grade is proposed, and that is told.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from antq_desktop.domain.registers.security_standard.criteria import SUBJECT_KINDS
from antq_desktop.domain.registers.security_standard.fields import GRADES
from antq_desktop.domain.vietnamese import clean, forbidden_characters
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from antq_desktop.domain.fields import Code

Row = Mapping[str, str]

LONGEST = 300
"""Characters of a name or a legal basis."""
BETWEEN = ";"
"""What stands between several kinds of subject: their words have commas."""
_NUMBER = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)
_POINTS = re.compile(r"(?:100(?:[.,]0{1,2})?|[0-9]{1,2}(?:[.,][0-9]{1,2})?)", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d\d?)/(\d\d?)/(\d{4})", re.ASCII)


class _Dated(Protocol):
    @property
    def key(self) -> tuple[str, ...]:
        """What may stand once on a day."""
        ...

    @property
    def valid_from(self) -> date:
        """The first day on which it holds."""
        ...

    @property
    def valid_to(self) -> date | None:
        """The first day on which it no longer holds."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Valid:
    """From which day something holds, and the first day on which it no longer does."""

    legal_basis: str
    valid_from: date
    valid_to: date | None

    def valid_on(self, day: date) -> bool:
        """Say whether it holds on a day: that is the last of the window that is assessed."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def _dates(self) -> dict[str, str]:
        end = self.valid_to.isoformat() if self.valid_to else ""
        return {
            "legal_basis": self.legal_basis,
            "valid_from": self.valid_from.isoformat(),
            "valid_to": end,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedCriterion(_Valid):
    """A criterion of the province: its number in the table, whom it is asked of, its words."""

    number: int
    subject_kinds: frozenset[str]
    name: str

    @property
    def key(self) -> tuple[str, ...]:
        """What may stand once on a day."""
        return (str(self.number),)

    def as_row(self) -> dict[str, str]:
        """Return the row of its table."""
        kinds = BETWEEN.join(one.code for one in SUBJECT_KINDS if one.code in self.subject_kinds)
        return {
            "number": str(self.number),
            "subject_kinds": kinds,
            "name": self.name,
            **self._dates(),
        }

    @classmethod
    def from_row(cls, row: Row) -> Self:
        """Read a row; ValueError names the column that is wrong."""
        first, end = _validity(row)
        return cls(
            number=int(_whole(row, "number", _NUMBER)),
            subject_kinds=frozenset(
                _code(SUBJECT_KINDS, text.strip(), "subject_kinds")
                for text in row["subject_kinds"].split(BETWEEN)
            ),
            name=_words(row, "name"),
            legal_basis=_words(row, "legal_basis"),
            valid_from=first,
            valid_to=end,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(_Valid):
    """The points from which a kind of subject has a grade."""

    subject_kind: str
    grade: str
    min_points: Decimal

    @property
    def key(self) -> tuple[str, ...]:
        """What may stand once on a day."""
        return (self.subject_kind, self.grade)

    def as_row(self) -> dict[str, str]:
        """Return the row of its table."""
        return {
            "subject_kind": self.subject_kind,
            "grade": self.grade,
            "min_points": str(self.min_points),
            **self._dates(),
        }

    @classmethod
    def from_row(cls, row: Row) -> Self:
        """Read a row; ValueError names the column that is wrong."""
        first, end = _validity(row)
        return cls(
            subject_kind=_code(SUBJECT_KINDS, row["subject_kind"], "subject_kind"),
            grade=_code(GRADES, row["grade"], "grade"),
            min_points=points_of(_whole(row, "min_points", _POINTS)) or Decimal(0),
            legal_basis=_words(row, "legal_basis"),
            valid_from=first,
            valid_to=end,
        )


ADDED_COLUMNS = ("number", "subject_kinds", "name", "legal_basis", "valid_from", "valid_to")
THRESHOLD_COLUMNS = (
    *("subject_kind", "grade", "min_points"),
    *("legal_basis", "valid_from", "valid_to"),
)

T = TypeVar("T", bound=_Dated)


def parse_added(text: str) -> tuple[AddedCriterion, ...]:
    """Read the table of criteria that a province added; Refusal names the line that is wrong."""
    return _parse(text, ADDED_COLUMNS, AddedCriterion.from_row)


def parse_thresholds(text: str) -> tuple[Threshold, ...]:
    """Read the table of thresholds; Refusal names the line that is wrong."""
    return _parse(text, THRESHOLD_COLUMNS, Threshold.from_row)


def points_of(text: str) -> Decimal | None:
    """Return the points of a score as people write it, None for what is no score."""
    return Decimal(text.replace(",", ".")) if _POINTS.fullmatch(text) else None


def grade_of(
    thresholds: Iterable[Threshold], kind: str, points: Decimal, day: date
) -> Threshold | None:
    """Return the highest threshold that points reach on a day; None without one."""
    reached = [
        one
        for one in thresholds
        if one.subject_kind == kind and one.valid_on(day) and one.min_points <= points
    ]
    return max(reached, key=lambda one: one.min_points, default=None)


def _parse(text: str, columns: Sequence[str], read: Callable[[Row], T]) -> tuple[T, ...]:
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    rows = csv.reader(lines, strict=True)
    found: list[tuple[int, T]] = []
    try:
        if tuple(map(clean, next(rows, ()))) != tuple(columns):
            raise Refusal("standard.bad_header", columns=",".join(columns))
        found += (
            (rows.line_num, _read(cells, columns, read, rows.line_num))
            for cells in rows
            if any(map(str.strip, cells))
        )
    except csv.Error:
        raise Refusal("standard.bad_row", row=rows.line_num, column=columns[0]) from None
    for (_, one), (row, other) in combinations(found, 2):
        if one.key == other.key and _overlap(one, other):
            raise Refusal("standard.overlap", row=row)
    return tuple(one for _, one in found)


def _read(cells: Sequence[str], columns: Sequence[str], read: Callable[[Row], T], row: int) -> T:
    if len(cells) != len(columns):
        column = columns[min(len(cells), len(columns) - 1)]
        raise Refusal("standard.bad_row", row=row, column=column)
    try:
        return read(dict(zip(columns, map(clean, cells), strict=True)))
    except ValueError as wrong:
        raise Refusal("standard.bad_row", row=row, column=str(wrong)) from None


def _overlap(one: _Dated, other: _Dated) -> bool:
    return (one.valid_to is None or other.valid_from < one.valid_to) and (
        other.valid_to is None or one.valid_from < other.valid_to
    )


def _whole(row: Row, column: str, pattern: re.Pattern[str]) -> str:
    if not pattern.fullmatch(row[column]):
        raise ValueError(column)
    return row[column]


def _words(row: Row, column: str) -> str:
    text = row[column]
    if not text or len(text) > LONGEST or "\n" in text or forbidden_characters(text):
        raise ValueError(column)
    return text


def _code(codes: Iterable[Code], text: str, column: str) -> str:
    found = next((one.code for one in codes if one.means(text)), None)
    if found is None:
        raise ValueError(column)
    return found


def _day(row: Row, column: str) -> date | None:
    if not row[column]:
        return None
    found = _DAY.fullmatch(row[column])
    if found is None:
        raise ValueError(column)
    year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(column) from None


def _validity(row: Row) -> tuple[date, date | None]:
    first, end = _day(row, "valid_from"), _day(row, "valid_to")
    if first is None:
        raise ValueError("valid_from")
    if end is not None and end <= first:
        raise ValueError("valid_to")
    return first, end
