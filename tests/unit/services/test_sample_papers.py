"""Invented programmes point to the events that the same sample has held."""

from __future__ import annotations

from datetime import date
from typing import cast

from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample

DAY = date(2023, 12, 31)
RECORDS = 24

Rows = list[dict[str, object]]


def activities(saved: dict[str, dict[str, dict[str, object]]]) -> Rows:
    """Return the joint activities of some invented programmes."""
    unit = load_units().resolve(f"13285@{DAY}", DAY)
    made = SAMPLES["coordination_programmes"](Sample(unit, DAY.year, RECORDS, 1, saved))
    return [row for one in made for row in cast("Rows", one["activities"])]


def test_an_activity_is_an_event_of_its_day() -> None:
    unit = load_units().resolve(f"13285@{DAY}", DAY)
    events = list(SAMPLES["propaganda"](Sample(unit, DAY.year, RECORDS, 1)))
    ids = [f"00000000-0000-7000-8000-{number:012}" for number in range(RECORDS)]
    days = {record: event["held_on"] for record, event in zip(ids, events, strict=True)}
    found = activities({"propaganda": dict(zip(ids, events, strict=True))})
    assert found
    assert all(days[str(row["event"])] == row["held_on"] for row in found)


def test_without_events_an_activity_is_told_in_words() -> None:
    found = activities({})
    assert found
    assert all(row["summary"] for row in found)
    assert not any("event" in row for row in found)
