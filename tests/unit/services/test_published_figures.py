"""Every published figure follows its records: one struck through, one more, one that moves away.

The commune has a sample year; each case changes one record as an officer would and sees the figure
change by exactly what the counting rules say, and back again where they say so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.services.counting import count
from antq_desktop.services.looking import show_record
from antq_desktop.services.published import load_published
from antq_desktop.services.sample import Sample
from antq_desktop.services.sample_sorts import sort_of
from antq_desktop.services.sample_year import records_of_year
from antq_desktop.services.saving import add_records, change_record, void_record
from tests.unit.services.years import YEAR, Year, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from tests.unit.services.conftest import World

    Values = dict[str, object]
    Rows = list[dict[str, object]]

TABLE = load_published()
RURAL, REASON = "13306", "Ghi nhầm"
#: A person that no record of the sample is about.
OTHER = {"full_name": "Nguyễn Văn Ví Dụ", "born": "1990-02-03", "id_number": "000090999999"}
BOTH, VALUE, WHOLE, NOTHING = (1, 1), (1, 0), (0, 1), (0, 0)


@dataclass
class Book:
    """The open workspace, with what was entered."""

    workspace: Workspace
    year: Year
    used: set[str] = field(default_factory=set)

    def figure(self, code: str) -> tuple[int, int]:
        """Return value and denominator of a figure as it is now."""
        period = parse_period(TABLE[code].period)
        found = {one.indicator.code: one.figure for one in count(self.workspace, period)}
        return found[code].value, found[code].denominator or 0

    def take(self, register: str, fits: Callable[[Values], bool]) -> str:
        """Return a record that no case has had yet."""
        record = next(
            record
            for record, values in self.year[register].items()
            if record not in self.used and fits(values)
        )
        self.used.add(record)
        return record

    def add(self, register: str, values: Values) -> str:
        """Save one record more."""
        declared = self.workspace.catalogue.by_name[register]
        return add_records(self.workspace, declared, [values])[0].record

    def change(self, record: str, **values: object) -> None:
        """Correct a record."""
        change_record(self.workspace, record, values, reason=REASON)

    def void(self, record: str) -> None:
        """Strike a record through."""
        void_record(self.workspace, record, reason=REASON)


@pytest.fixture(scope="module")
def book(made: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """Let a commune fill its books once; every case leaves a figure that the next can work with."""
    world = type(made)(tmp_path_factory.mktemp("figures"), made.catalogue, made.now, {})
    world.create(RURAL)
    with world.open(RURAL) as workspace:
        yield Book(workspace, fill(workspace)[0])


def sort(register: str, *names: str) -> Callable[[Values], bool]:
    """Return what tells whether a record is of one of these sorts."""
    return lambda values: sort_of(register, values, YEAR) in names


def subject(kind: str) -> Callable[[Values], bool]:
    """Return what tells whether a file is about such a subject and was passed."""
    return lambda values: values["subject_kind"] == kind and values.get("result") == "passed"


@dataclass(frozen=True)
class Case:
    """Whose figure it is, what another record has, and the correction that takes one away.

    ``weight`` is what one record is in value and denominator.
    """

    register: str
    fits: Callable[[Values], bool]
    moved: Callable[[Values], Mapping[str, object]]
    more: Mapping[str, object] = field(default_factory=dict)
    weight: tuple[int, int] = VALUE


def review_later(values: Values) -> Mapping[str, object]:
    """Let the only review be of the year after."""
    return {"reviews": [{**cast("Rows", values["reviews"])[-1], "on": f"{YEAR + 1}-01-05"}]}


def points_before(values: Values) -> Mapping[str, object]:
    """Let every point have started when the model did."""
    points = cast("Rows", values["points"])
    return {"points": [{**one, "started_on": values["established_on"]} for one in points]}


def noted_before(values: Values) -> Mapping[str, object]:
    """Let the Ministry have noted the model on the last day of the year before."""
    rows = cast("Rows", values["recognitions"])
    return {"recognitions": [{**one, "on": f"{YEAR - 1}-12-31"} for one in rows]}


DAY_BEFORE = f"{YEAR - 1}-12-31"
WORKING = sort("movement_models", "kept", "new", "replicated", "noted")
CASES = {
    "B1.2": Case(
        "crime_reports",
        sort("crime_reports", "people"),
        lambda _: {"received_at": f"{DAY_BEFORE}T23:59+07:00"},
    ),
    "B1.3": Case(
        "crime_reports",
        sort("crime_reports", "people", "others"),
        lambda _: {"received_at": f"{DAY_BEFORE}T23:59+07:00"},
        weight=BOTH,
    ),
    "B2.1": Case(
        "disputes",
        sort("disputes", "settled"),
        lambda _: {"opened_on": DAY_BEFORE, "resolved_on": DAY_BEFORE},
    ),
    "B2.2": Case(
        "disputes",
        sort("disputes", "settled"),
        lambda _: {"opened_on": DAY_BEFORE, "resolved_on": DAY_BEFORE},
        weight=BOTH,
    ),
    "B3.1": Case(
        "administrative_measures",
        sort("administrative_measures", "proposed"),
        lambda _: {"file_date": DAY_BEFORE, "detected_on": DAY_BEFORE},
        {"person": OTHER},
    ),
    "B4.1": Case(
        "commune_education",
        sort("commune_education", "applied"),
        lambda _: {"decision_date": DAY_BEFORE, "meeting_on": DAY_BEFORE},
        {"person": OTHER},
    ),
    "B5.3": Case(
        "wanted_persons",
        sort("wanted_persons", "found"),
        lambda _: {"outcome_at": f"{DAY_BEFORE}T23:59+07:00"},
        {"person": OTHER},
    ),
    "B6.1": Case("movement_models", WORKING, review_later),
    "B6.2": Case(
        "movement_models",
        sort("movement_models", "new"),
        lambda _: {"established_on": DAY_BEFORE},
    ),
    "B6.3": Case("movement_models", sort("movement_models", "replicated"), points_before),
    "B6.4": Case("movement_models", sort("movement_models", "noted"), noted_before),
    "B8.2": Case(
        "police_officers",
        sort("police_officers", "serving"),
        lambda values: {
            "ended_on": f"{YEAR}-12-31",
            "moves": [
                *cast("Rows", values["moves"]),
                {"state": "ended", "on": f"{YEAR}-12-31"},
            ],
        },
        {"badge_no": "000-999"},
    ),
}
every = pytest.mark.parametrize("code", CASES)


def minus(first: tuple[int, int], second: tuple[int, int]) -> tuple[int, int]:
    """Return the difference of two figures."""
    return first[0] - second[0], first[1] - second[1]


@every
def test_one_struck_through_is_missing(book: Book, code: str) -> None:
    case, before = CASES[code], book.figure(code)
    book.void(book.take(case.register, case.fits))
    assert minus(before, book.figure(code)) == case.weight


@every
def test_one_more_is_counted_until_it_is_struck_through(book: Book, code: str) -> None:
    case, before = CASES[code], book.figure(code)
    like = next(one for one in book.year[case.register].values() if case.fits(one))
    added = book.add(case.register, {**like, **case.more})
    assert minus(book.figure(code), before) == case.weight
    book.void(added)
    assert book.figure(code) == before


@every
def test_one_that_moves_out_of_the_year_is_missing(book: Book, code: str) -> None:
    case, before = CASES[code], book.figure(code)
    record = book.take(case.register, case.fits)
    book.change(record, **case.moved(dict(show_record(book.workspace, record).values)))
    assert minus(before, book.figure(code)) == case.weight


def test_a_report_that_nobody_handled_is_in_the_denominator_alone(book: Book) -> None:
    before = book.figure("B1.3")
    like = next(one for one in book.year["crime_reports"].values() if "forward_at" in one)
    left = ("forward_at", "forward_to", "outcomes", "helped")
    raw = {name: value for name, value in like.items() if name not in left}
    raw["moves"] = cast("Rows", raw["moves"])[:2]
    book.void(book.add("crime_reports", raw))
    assert book.figure("B1.3") == before
    book.add("crime_reports", raw)
    assert minus(book.figure("B1.3"), before) == WHOLE
    value, whole = book.figure("B1.3")
    assert value < whole


def test_who_is_known_already_is_no_further_person(book: Book) -> None:
    """Counting A02: a second decision about the same person adds nobody."""
    for code, register in (("B4.1", "commune_education"), ("B5.3", "wanted_persons")):
        case, before = CASES[code], book.figure(code)
        record = book.take(register, case.fits)
        book.add(register, book.year[register][record])
        assert book.figure(code) == before


STANDARD = {
    "B7.1": ("residential_area", "residential_areas", "10-31", "11-01"),
    "B7.3": ("agency", "organizations", "11-15", "11-16"),
    "B7.4": ("enterprise", "organizations", "11-15", "11-16"),
    "B7.5": ("school", "organizations", "11-15", "11-16"),
}


def link(kind: str) -> str:
    """Return the field in which a file names its subject."""
    return "residential_area" if kind == "residential_area" else "organization"


@pytest.mark.parametrize("code", STANDARD)
def test_the_standard_follows_its_files_and_their_subjects(book: Book, code: str) -> None:
    """Counting A34, A35: x are files that stand, y the subjects there on the last day."""
    kind, register, gone, there = STANDARD[code]
    before = book.figure(code)
    file = book.take("security_standard", subject(kind))
    values = book.year["security_standard"][file]
    about = str(values[link(kind)])
    place = book.year[register][about]

    # Files: struck through, entered anew, entered twice, of another year.
    book.void(file)
    assert minus(before, book.figure(code)) == VALUE
    again = book.add("security_standard", values)
    assert book.figure(code) == before
    book.void(book.add("security_standard", values))
    assert book.figure(code) == before
    book.change(again, year=f"{YEAR - 1}", registered_on=f"{YEAR - 1}-02-01")
    assert minus(before, book.figure(code)) == VALUE
    book.change(again, year=f"{YEAR}", registered_on=values["registered_on"])

    # Subjects: one more, and one that is there no longer.
    added = book.add(register, place)
    assert minus(book.figure(code), before) == WHOLE
    book.add("security_standard", {**values, link(kind): added})
    assert minus(book.figure(code), before) == BOTH
    book.void(added)
    assert book.figure(code) == before
    ended = {"state": "ended", "on": f"{YEAR}-{there}"}
    book.change(about, valid_to=ended["on"], moves=[*cast("Rows", place["moves"]), ended])
    assert book.figure(code) == before
    book.change(about, valid_to=f"{YEAR}-{gone}")
    assert minus(before, book.figure(code)) == BOTH


def test_the_commune_itself_meets_the_standard_by_one_file(book: Book) -> None:
    before = book.figure("B7.2")
    file = book.take("security_standard", subject("commune"))
    values = book.year["security_standard"][file]
    assert before == BOTH
    second = book.add("security_standard", values)
    assert book.figure("B7.2") == before
    book.void(second)
    book.void(file)
    assert book.figure("B7.2") == WHOLE
    third = book.add("security_standard", values)
    assert book.figure("B7.2") == BOTH
    book.change(third, year=f"{YEAR - 1}", registered_on=f"{YEAR - 1}-02-01")
    assert book.figure("B7.2") == WHOLE


def test_a_commune_has_regular_police_as_long_as_one_officer_is_there(
    made: World, tmp_path: Path
) -> None:
    world = type(made)(tmp_path, made.catalogue, made.now, {})
    world.create(RURAL)
    with world.open(RURAL) as workspace:
        register = workspace.catalogue.by_name["police_officers"]
        sample = Sample(workspace.unit, YEAR, 0, 1)
        officers = records_of_year(register, sample, {"serving": 2})
        book = Book(workspace, {})
        assert book.figure("B8.1") == WHOLE
        first, second = (book.add("police_officers", one) for one in officers)
        assert book.figure("B8.1") == BOTH
        book.void(first)
        assert book.figure("B8.1") == BOTH
        book.change(second, **CASES["B8.2"].moved(officers[1]))
        assert book.figure("B8.1") == WHOLE
        book.void(book.add("police_officers", officers[0]))
        assert book.figure("B8.1") == WHOLE


def test_the_officers_of_a_ward_are_in_no_figure(made: World, book: Book, tmp_path: Path) -> None:
    """Counting A38: moved to a ward, an officer is in neither B8.1 nor B8.2."""
    values = next(iter(book.year["police_officers"].values()))
    world = type(made)(tmp_path, made.catalogue, made.now, {})
    world.create("13285")
    with world.open("13285") as ward:
        add_records(ward, ward.catalogue.by_name["police_officers"], [values])
        period = parse_period(TABLE["B8.2"].period)
        found = {one.indicator.code: one.figure for one in count(ward, period)}
    assert (found["B8.1"].value, found["B8.1"].denominator, found["B8.2"].value) == (0, 0, 0)


def test_every_published_figure_has_a_case() -> None:
    assert set(TABLE) == {*CASES, *STANDARD, "B7.2", "B8.1"}
