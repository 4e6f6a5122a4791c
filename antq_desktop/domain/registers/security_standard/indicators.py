"""The figures of R07, B7.1 to B7.8 (counting A34, A35, A37).

They are given for the years of TT 124/2021 alone. What counts is the year that the record names,
whatever the day of its decision. The denominators come from the registers of residential areas and
organisations and from the units, as they stood on the last day of the window (Đ8.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.indicators import CountKind, Figure, Indicator, figure, stands
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.registers.security_standard.criteria import (
    AGENCY,
    AREA,
    COMMUNE,
    ENTERPRISE,
    SCHOOL,
    SUBJECT_KINDS,
)
from antq_desktop.domain.registers.security_standard.fields import GRADES
from antq_desktop.domain.registers.security_standard.procedure import window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from antq_desktop.domain.indicators import Books, Counted, Entering

#: The kinds of unit that are a commune.
COMMUNE_UNITS = frozenset({"xa", "phuong", "thi-tran", "dac-khu"})
#: Whom a commune recognises, and whose registration XA4 demands (Đ5.4).
BELOW = (AREA, AGENCY, ENTERPRISE, SCHOOL)
LEAST_PERCENT = 70
"""How many of a hundred must be recognised (Đ5.4)."""

AREA_YEARS = frozenset({"TT124KDC", "TT124XA"})
YEARS = frozenset({"TT124XA"})


def _is_commune(books: Books) -> bool:
    return books.unit is not None and books.unit.kind in COMMUNE_UNITS


def files_of(books: Books, kind: str | None = None) -> list[Counted]:
    """Return the files of the year, all or those about one kind of subject."""
    year = f"{books.period.year:04}"
    return [
        row
        for row in books.rows
        if row.shared.get("year") == year and kind in (None, row.shared.get("subject_kind"))
    ]


def subject_of(row: Counted) -> str:
    """Return what a row is about: the id of an area or organisation, or "" for the unit itself."""
    shared = row.shared
    if shared.get("subject_kind") == COMMUNE:
        return ""
    name = "residential_area" if shared.get("subject_kind") == AREA else "organization"
    return str(shared.get(name, "?"))


def in_scope(books: Books, kind: str) -> frozenset[str]:
    """Return the subjects of a kind that the unit has to have recognised (y of A35)."""
    last = window(kind, books.period.year).last
    if books.unit is not None and not books.unit.valid_at(last):
        return frozenset()  # its successors have them

    def there(row: Counted) -> bool:
        return stands(last, row.day("valid_from"), row.day("valid_to"))

    found: Iterable[str]
    if kind == COMMUNE:
        found = [""] if _is_commune(books) else []
    elif kind == AREA:
        found = [row.record for row in books.of("residential_areas") if there(row)]
    else:
        # Rows of an office are its own: agencies that a level above the commune recognises.
        own = _is_commune(books)
        return frozenset(
            row.record
            for row in books.of("organizations")
            if there(row)
            and row.shared.get("kind") == kind
            and row.shared.get("in_scope") is True
            and (row.shared.get("level") == "commune") is own
        )
    left_out = {
        subject_of(row) for row in files_of(books, kind) if row.shared.get("in_scope") is False
    }
    return frozenset(found) - left_out


def is_standing(row: Counted) -> bool:
    """Say whether the standard was met and recognition was not taken back."""
    return row.shared.get("result") == "passed" and last_state(row.rows("moves")) != "revoked"


def of_kind(books: Books, kind: str, good: Callable[[Counted], bool]) -> list[Counted]:
    """Return the files of the year about subjects of a kind in scope that are good."""
    subjects = in_scope(books, kind)
    return [row for row in files_of(books, kind) if subject_of(row) in subjects and good(row)]


def number_of(rows: Iterable[Counted]) -> int:
    """Return how many subjects rows are about: one that stands twice counts once."""
    return len({(row.shared.get("subject_kind"), subject_of(row)) for row in rows})


def _met(kind: str) -> Callable[[Books], Figure]:
    def count(books: Books) -> Figure:
        rows = of_kind(books, kind, is_standing)
        return Figure(number_of(rows), figure(rows).records, denominator=len(in_scope(books, kind)))

    return count


def _entering(good: Callable[[Counted], bool], kind: str | None = None) -> Entering:
    """Return the rows of the year that are good, whoever is in scope."""

    def enters(books: Books) -> list[Counted]:
        return [row for row in files_of(books, kind) if good(row)]

    return enters


def is_registered(row: Counted) -> bool:
    """Say whether the subject registered."""
    return bool(row.day("registered_on"))


def _registration(books: Books) -> Figure:
    """Count the subjects under the unit that registered, and of each kind how many there are."""
    rows: list[Counted] = []
    parts: dict[str, int] = {}
    for kind in BELOW:
        registered = of_kind(books, kind, is_registered)
        rows += registered
        parts[kind] = number_of(registered)
        parts[f"{kind}_in_scope"] = len(in_scope(books, kind))
    total = sum(parts[f"{kind}_in_scope"] for kind in BELOW)
    return Figure(number_of(rows), figure(rows).records, denominator=total, parts=parts)


def _enough(books: Books) -> Figure:
    """Tell whether 70 % of those registered are recognised; of several units, how many (A01)."""
    last = window(COMMUNE, books.period.year).last
    if books.unit is None or not (_is_commune(books) and books.unit.valid_at(last)):
        return Figure(0)
    registered = [row for kind in BELOW for row in of_kind(books, kind, is_registered)]
    recognised = [row for row in registered if is_standing(row)]
    asked, got = number_of(registered), number_of(recognised)
    enough = asked > 0 and got * 100 >= asked * LEAST_PERCENT
    everybody = enough and asked == sum(len(in_scope(books, kind)) for kind in BELOW)
    parts = {"recognised": got, "registered": asked, "everybody": int(everybody)}
    return Figure(int(enough), figure(recognised).records, denominator=1, parts=parts)


def _graded(row: Counted) -> bool:
    return bool(row.shared.get("grade"))


def _grades(books: Books) -> Figure:
    """Count every row with a grade, by kind of subject and grade (A37)."""
    graded = [row for row in files_of(books) if _graded(row)]
    parts = dict.fromkeys(GRADE_LABELS, 0)
    for row in graded:
        kind = str(row.shared["subject_kind"])
        parts[kind] += 1
        parts[f"{kind}_{row.shared['grade']}"] += 1
    counted = figure(graded)
    return Figure(counted.value, counted.records, parts=parts)


def _grade_labels() -> dict[str, Label]:
    labels: dict[str, Label] = {}
    for kind in SUBJECT_KINDS:
        vi, en = kind.label.vi, kind.label.en
        labels[kind.code] = Label(f"{vi}: được phân loại", f"{en}: graded")
        for grade in GRADES:
            labels[f"{kind.code}_{grade.code}"] = Label(
                f"{vi}: {grade.label.vi.lower()}", f"{en}: {grade.label.en.lower()}"
            )
    return labels


GRADE_LABELS = _grade_labels()
_KIND_LABELS = {kind.code: kind.label for kind in SUBJECT_KINDS}
_COUNTED_IN = {
    AREA: Label("khu dân cư", "areas"),
    COMMUNE: Label("đơn vị", "units"),
    AGENCY: Label("cơ quan", "agencies"),
    ENTERPRISE: Label("doanh nghiệp", "enterprises"),
    SCHOOL: Label("cơ sở", "schools"),
}
_BOTH = ("residential_areas", "organizations")


def _standard(code: str, kind: str, vi: str, en: str) -> Indicator:
    reads = {AREA: ("residential_areas",), COMMUNE: ()}.get(kind, ("organizations",))
    return Indicator(
        code=code,
        label=Label(vi, en),
        kind=CountKind.FLOW,
        rule="A34, A35",
        counted_in=_COUNTED_IN[kind],
        count=_met(kind),
        enters=_entering(is_standing, kind),
        reads=reads,
        families=AREA_YEARS if kind == AREA else YEARS,
        every_unit=kind == COMMUNE,
    )


INDICATORS = (
    _standard("B7.1", AREA, "Khu dân cư đạt An toàn về ANTT", "Residential areas that meet it"),
    _standard("B7.2", COMMUNE, "Xã, phường, thị trấn đạt An toàn về ANTT", "Communes that meet it"),
    _standard("B7.3", AGENCY, "Cơ quan đạt An toàn về ANTT", "Agencies that meet it"),
    _standard("B7.4", ENTERPRISE, "Doanh nghiệp đạt An toàn về ANTT", "Enterprises that meet it"),
    _standard("B7.5", SCHOOL, "Cơ sở giáo dục đạt An toàn về ANTT", "Schools that meet it"),
    Indicator(
        code="B7.6",
        label=Label("Đối tượng đã đăng ký", "Subjects registered"),
        kind=CountKind.FLOW,
        rule="A34, A35",
        counted_in=Label("đơn vị", "subjects"),
        count=_registration,
        enters=_entering(is_registered),
        reads=_BOTH,
        families=YEARS,
        part_labels={
            name: Label(f"{_KIND_LABELS[kind].vi}: {vi}", f"{_KIND_LABELS[kind].en}: {en}")
            for kind in BELOW
            for name, vi, en in (
                (kind, "đã đăng ký", "registered"),
                (f"{kind}_in_scope", "thuộc diện xét", "in scope"),
            )
        },
    ),
    Indicator(
        code="B7.7",
        label=Label(
            "Xã có từ 70% đối tượng đăng ký được công nhận (XA4)",
            "Communes with 70% of the registered recognised (XA4)",
        ),
        kind=CountKind.FLOW,
        rule="A34, A35",
        counted_in=Label("đơn vị", "units"),
        count=_enough,
        late=False,
        reads=_BOTH,
        families=YEARS,
        every_unit=True,
        part_labels={
            "recognised": Label("Đối tượng được công nhận", "Subjects recognised"),
            "registered": Label("Đối tượng đã đăng ký", "Subjects registered"),
            "everybody": Label("Trong đó đăng ký đủ 100%", "Of these with all registered"),
        },
    ),
    Indicator(
        code="B7.8",
        label=Label("Đối tượng được phân loại phong trào", "Subjects graded"),
        kind=CountKind.FLOW,
        rule="A34, A37",
        counted_in=Label("đơn vị", "subjects"),
        count=_grades,
        enters=_entering(_graded),
        families=YEARS,
        part_labels=GRADE_LABELS,
    ),
)
