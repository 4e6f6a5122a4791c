"""What a form shows is read back as the same value, whatever the day."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given, strategies

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.fields import Field, Kind, Label
from antq_desktop.domain.forms import Hand
from antq_desktop.domain.units import UnitTree

DAYS = strategies.dates(date(1900, 1, 1), date(2200, 12, 31))
NO_UNITS = UnitTree([], "none", "none")


def hand(today: date, language: str = "vi") -> Hand:
    """Return a reader without units."""
    return Hand(NO_UNITS, today, language)


def field(kind: Kind) -> Field:
    """Return a field of a kind."""
    return Field(name="x", kind=kind, label=Label("x", "x"))


@given(DAYS, DAYS)
def test_a_date_comes_back(day: date, today: date) -> None:
    one = field(Kind.DATE)
    shown = hand(today).show(one, day.isoformat())
    assert hand(today).read(one, shown) == day.isoformat()


@given(DAYS, DAYS, strategies.sampled_from([4, 7, 10]))
def test_a_partial_date_comes_back(day: date, today: date, length: int) -> None:
    one, value = field(Kind.PARTIAL_DATE), day.isoformat()[:length]
    assert hand(today).read(one, hand(today).show(one, value)) == value


@given(DAYS, DAYS, strategies.sampled_from([4, 7, 10]))
def test_a_partial_moment_without_a_time_comes_back(day: date, today: date, length: int) -> None:
    one, value = field(Kind.PARTIAL_MOMENT), day.isoformat()[:length]
    assert hand(today).read(one, hand(today).show(one, value)) == value


@given(
    DAYS,
    DAYS,
    strategies.times(),
    strategies.sampled_from([Kind.MOMENT, Kind.PARTIAL_MOMENT]),
)
def test_a_moment_comes_back(day: date, today: date, time: object, kind: Kind) -> None:
    one = field(kind)
    value = f"{day}T{str(time)[:5]}+07:00"
    assert datetime.fromisoformat(value).utcoffset() == ZONE.utcoffset(None)
    assert hand(today).read(one, hand(today).show(one, value)) == value


@given(strategies.integers(0, 2**53 - 1), strategies.sampled_from(["vi", "en"]))
def test_a_number_comes_back(number: int, language: str) -> None:
    one, reader = field(Kind.MONEY), hand(date(2024, 1, 1), language)
    assert reader.read(one, reader.show(one, number)) == number


@given(strategies.text(max_size=12), DAYS)
def test_a_day_is_read_or_refused_and_never_anything_else(text: str, today: date) -> None:
    for kind in (Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT, Kind.PARTIAL_MOMENT, Kind.INTEGER):
        values, problems = hand(today).read_all([field(kind)], {"x": text})
        assert not (values and problems)
