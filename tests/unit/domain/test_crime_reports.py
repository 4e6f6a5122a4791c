"""R01: each rule with its source, each limit at its edge, each indicator with a record moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.indicators import Books, Counted, Figure
from antq_desktop.domain.parts import split
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.register import Setting
from antq_desktop.domain.registers.crime_reports import REGISTER
from antq_desktop.domain.registers.crime_reports.limits import forward_limit, in_time
from antq_desktop.domain.rules import SEALED, check, missing
from antq_desktop.domain.units import UnitKey
from antq_desktop.domain.values import Reader

if TYPE_CHECKING:
    from antq_desktop.domain.problems import Problem
    from antq_desktop.domain.working_days import Calendar

TODAY = date(2023, 12, 31)
PERIOD = parse_period("DL-2023")
MODEL, OTHER = (f"0190a000-0000-7000-8000-00000000000{n}" for n in (1, 2))
INFORMANT = {"full_name": "Vàng A Thử", "id_number": "000190000001"}


def tip(**values: object) -> dict[str, object]:
    """Return the values of a classified tip of the people."""
    return {
        "received_at": "2023-05-05T08:00+07:00",
        "received_by": "Trực ban mẫu",
        "source_kind": "denunciation",
        "channel": "phone",
        "origin_group": "people",
        "informant": INFORMANT,
        "secrecy_request": "secrecy",
        "summary": "Kể lại sự việc",
        "offence_field": "social_order",
        "urgency": "ordinary",
        "moves": [
            {"state": "received", "on": "2023-05-05T08:00+07:00"},
            {"state": "classified", "on": "2023-05-05T09:00+07:00"},
        ],
        **values,
    }


def problems(**values: object) -> list[Problem]:
    return check(REGISTER, tip(**values), TODAY)


def test_a_complete_tip_has_no_problem_and_reads_back_as_it_is() -> None:
    assert problems() == []
    assert list(missing(REGISTER, tip())) == []
    values, found = Reader(None, TODAY).read_all(REGISTER.fields, tip())
    assert (values, found) == (tip(), [])


@pytest.mark.parametrize(
    ("values", "rule", "grave"),
    [
        # TT 28/2020 Đ5.1, 5.3
        ({"identity_refused": True}, "rules.identity_refused_but_given", True),
        ({"identity_refused": True, "informant": None}, "rules.refusal_reason", True),
        ({"informant": None}, "rules.informant_missing", False),
        # TTLT 01/2017 Đ8.5a, d
        ({"urgency": "caught_in_act"}, "rules.first_notice", False),
        # BLTTHS Đ145.2
        ({"source_kind": "prosecution_request"}, "rules.pass_on_at_once", False),
        ({"forward_at": "2023-05-05T07:59+07:00"}, "rules.before_reception", True),
        (
            {"outcomes": [{"outcome": "prosecuted", "on": "2023-05-04"}]},
            "rules.before_reception",
            True,
        ),
        ({"received_at": "2024-01-01T08:00+07:00"}, "rules.not_future", True),
        (
            {"moves": [{"state": "classified", "on": "2023-05-05T08:00+07:00"}]},
            "rules.move_first",
            True,
        ),
    ],
)
def test_each_rule_finds_what_it_is_for(
    values: dict[str, object], rule: str, *, grave: bool
) -> None:
    found = {one.rule: one for one in problems(**values)}
    assert rule in found
    assert found[rule].grave is grave


@pytest.mark.parametrize(
    "values",
    [
        {"informant": None, "anonymous_letter": True},  # TT 28/2020 Đ5.7: still received
        {"informant": None, "source_kind": "police_detected"},
        {"informant": None, "identity_refused": True, "refusal_reason": "Sợ bị trả thù"},
        {"urgency": "very_serious", "first_notice_at": "2023-05-05T08:05+07:00"},
    ],
)
def test_no_rule_finds_what_the_law_allows(values: dict[str, object]) -> None:
    assert problems(**values) == []


@pytest.mark.parametrize("field", ["corruption_office", "national_security"])
@pytest.mark.parametrize("informant", [INFORMANT, SEALED])
def test_who_reports_a_state_secret_is_not_stored(field: str, informant: object) -> None:
    (found,) = (one for one in problems(offence_field=field, informant=informant) if one.blocks)
    assert (found.field, found.rule) == ("informant", "rules.state_secret")
    assert not any(one.blocks for one in problems(offence_field=field, informant=None))


def test_class_and_addressee_are_demanded_from_the_state_that_needs_them() -> None:
    received = [{"state": "received", "on": "2023-05-05T08:00+07:00"}]
    assert not list(missing(REGISTER, tip(urgency=None, moves=received) | {"urgency": ""}))
    bare = tip()
    del bare["urgency"]
    assert [one.field for one in missing(REGISTER, bare)] == ["urgency"]
    forwarded = [*received, {"state": "forwarded", "on": "2023-05-05T10:00+07:00"}]
    lacking = {one.field for one in missing(REGISTER, tip(moves=forwarded))}
    assert lacking == {"forward_at", "forward_to"}


RECEIVED = datetime(2023, 5, 5, 8, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("urgency", "remote", "last"),
    [
        ("caught_in_act", False, RECEIVED + timedelta(hours=24)),
        ("caught_in_act", True, RECEIVED + timedelta(hours=48)),
        ("ordinary", False, datetime(2023, 5, 12, 23, 59, tzinfo=ZONE)),
        ("ordinary", True, datetime(2023, 5, 12, 23, 59, tzinfo=ZONE)),
    ],
)
def test_limits_run_by_the_clock_or_to_the_end_of_the_day(
    urgency: str, last: datetime, *, remote: bool
) -> None:
    limit = forward_limit(tip(urgency=urgency), remote=remote)
    assert limit == last
    assert in_time(last + timedelta(seconds=59), limit)
    assert not in_time(last + timedelta(minutes=1), limit)


def no_calendar() -> Calendar:
    pytest.fail("these limits know no working days")


NEAR = Setting(remote=False, calendar=no_calendar)
REMOTE = Setting(remote=True, calendar=no_calendar)


@pytest.mark.parametrize(
    ("closed", "last"),
    [("2023-05-31T23:59+07:00", "2023-06-30"), ("2023-05-31T17:00+00:00", "2023-07-01")],
)
def test_the_file_is_archived_within_a_month_of_its_end(closed: str, last: str) -> None:
    archive = REGISTER.deadlines[-1]
    ended = tip(moves=[{"state": "received", "on": closed}, {"state": "closed", "on": closed}])
    due = archive.due(ended, NEAR)
    assert due is not None
    assert due.isoformat() == f"{last}T23:59:00+07:00"
    assert archive.met(ended) is None
    moves = cast("list[object]", ended["moves"])
    put_away = {"state": "archived", "on": "2023-06-02T08:00+07:00"}
    met = archive.met({**ended, "moves": [*moves, put_away]})
    assert met == datetime(2023, 6, 2, 8, 0, tzinfo=ZONE)
    assert archive.due(tip(), NEAR) is None


def test_limits_are_unverified_from_the_reform_of_the_police_on() -> None:
    for deadline in REGISTER.deadlines:
        assert deadline.verified_for(tip(received_at="2025-02-28T23:59+07:00"))
        assert not deadline.verified_for(tip(received_at="2025-03-01T00:00+07:00"))


def test_what_is_not_forwarded_has_no_limit() -> None:
    for urgency in ("complaint", "civil_guidance", "administrative_violation", None):
        assert forward_limit(tip(urgency=urgency), remote=False) is None
    notice, forward, _archive = REGISTER.deadlines
    grave = tip(urgency="public_concern", first_notice_at="2023-05-05T08:03+07:00")
    assert notice.due(grave, REMOTE) == RECEIVED + timedelta(minutes=1)
    assert notice.met(grave) == RECEIVED + timedelta(minutes=3)
    assert notice.due(tip(), NEAR) is None
    assert forward.met(tip()) is None


def counted(number: int = 1, **values: object) -> Counted:
    shared = {name: value for name, value in tip(**values).items() if value is not None}
    return Counted(
        f"{number:04}",
        UnitKey("13285"),
        f"{number}/2023",
        1,
        "0" * 64,
        shared,
        seen_at="2023-12-31T23:00:00+07:00",
    )


def count(code: str, *rows: Counted) -> Figure:
    (indicator,) = (one for one in REGISTER.indicators if one.code == code)
    return indicator.count(Books(period=PERIOD, rows=rows))


OUTSIDE = "2022-12-31T23:59+07:00"


def test_b11_counts_what_came_in_the_period_by_its_kind_alone() -> None:
    good = counted(), counted(2, source_kind="crime_news", urgency="complaint")
    assert count("B1.1", *good).value == 2
    assert count("B1.1", *good).parts["urgency.complaint"] == 1
    for other in ({"source_kind": "confession"}, {"received_at": OUTSIDE}):
        assert count("B1.1", *good, counted(3, **other)).value == 2


def test_b12_counts_the_people_and_the_grassroots_force() -> None:
    rows = counted(), counted(2, origin_group="grassroots_force"), counted(3, origin_group="press")
    assert count("B1.2", *rows).value == 2


def test_b13_counts_what_was_handled_of_what_came() -> None:
    guided = [
        {"state": "received", "on": "2023-05-05T08:00+07:00"},
        {"state": "guided", "on": "2023-05-05T09:00+07:00"},
    ]
    rows = counted(), counted(2, moves=guided), counted(3, forward_at="2023-05-06T08:00+07:00")
    figure = count("B1.3", *rows)
    assert (figure.value, figure.denominator) == (2, 3)


def test_b13_leaves_out_a_state_that_was_put_right() -> None:
    by_mistake = [
        {"state": "received", "on": "2023-05-05T08:00+07:00"},
        {"state": "guided", "on": "2023-05-05T09:00+07:00"},
        {"state": "verifying", "on": "2023-05-05T09:00+07:00", "replaces": 2},
    ]
    assert count("B1.3", counted(moves=by_mistake)).value == 0


def test_b14_leaves_out_what_is_still_within_its_limit() -> None:
    good = counted(forward_at="2023-05-12T23:59+07:00")
    late = counted(2, forward_at="2023-05-13T00:00+07:00")
    never = counted(3)
    waiting = replace(counted(4), seen_at="2023-05-12T12:00:00+07:00")
    other = counted(5, urgency="complaint")
    figure = count("B1.4", good, late, never, waiting, other)
    assert (figure.value, figure.denominator) == (1, 3)
    assert figure.records == (good,)
    hours = counted(6, urgency="known_suspect", forward_at="2023-05-06T20:00+07:00")
    assert count("B1.4", hours).value == 0
    assert count("B1.4", replace(hours, remote=True)).value == 1


def test_b15_counts_outcomes_by_their_own_day_and_what_waits() -> None:
    suspended = {"outcome": "suspended", "on": "2023-06-01"}
    resumed = {"outcome": "prosecuted", "on": "2023-09-01"}
    old = counted(1, received_at=OUTSIDE, outcomes=[suspended, resumed])
    next_year = counted(2, outcomes=[{"outcome": "prosecuted", "on": "2024-01-02"}])
    pending = counted(3, outcomes=[{"outcome": "pending", "on": "2023-06-01"}])
    guided = counted(4, urgency="civil_guidance")
    figure = count("B1.5", old, next_year, pending, guided)
    assert figure.value == 2
    assert figure.parts["outcome.suspended"] == figure.parts["outcome.prosecuted"] == 1
    assert figure.parts["outcome.pending"] == 2
    assert [one.record for one in figure.records] == ["0001"]


@pytest.mark.parametrize(
    ("later", "waits"),
    [
        ({"moves": [{"state": "resumed", "on": "2023-12-31T08:00+07:00"}]}, 1),
        ({"moves": [{"state": "resumed", "on": "2024-01-01T08:00+07:00"}]}, 0),
        ({"more": {"outcome": "pending", "on": "2023-12-31"}}, 1),
        ({"more": {"outcome": "pending", "on": "2024-01-01"}}, 0),
        ({}, 0),
    ],
)
def test_b15_what_is_resumed_waits_again(later: dict[str, object], waits: int) -> None:
    suspended = {"outcome": "suspended", "on": "2023-06-01"}
    known = {"state": "outcome_known", "on": "2023-06-01T08:00+07:00"}
    moves = [known, *cast("list[object]", later.get("moves", []))]
    outcomes = [suspended, *([later["more"]] if "more" in later else [])]
    figure = count("B1.5", counted(1, outcomes=outcomes, moves=moves))
    assert (figure.value, figure.parts["outcome.suspended"]) == (1, 1)
    assert figure.parts["outcome.pending"] == waits


def test_b16_counts_tips_that_helped_and_those_of_the_people() -> None:
    rows = (
        counted(helped=["arrest", "prosecution"]),
        counted(2, origin_group="press", helped=["penalty"]),
        counted(3),
    )
    figure = count("B1.6", *rows)
    assert figure.value == 2
    assert figure.parts == {
        "helped.prosecution": 1,
        "helped.arrest": 1,
        "helped.penalty": 1,
        "people": 1,
    }


@pytest.mark.parametrize(
    ("event", "late"),
    [
        ("2023", False),
        ("2023-05", False),
        ("2023-05-05", False),
        ("2023-05-05T08:00+07:00", False),
        ("2023-05-05T08:01+07:00", True),
        ("2023-05-06", True),
        ("2023-06", True),
    ],
)
def test_an_event_is_not_later_than_its_report(event: str, *, late: bool) -> None:
    found = {one.rule: one.grave for one in problems(event_from=event)}
    assert found == ({"rules.event_after_report": False} if late else {})
    values, bad = Reader(None, TODAY).read_all(REGISTER.fields, tip(event_from=event))
    assert (values["event_from"], bad) == (event, [])


def test_a_report_names_a_model_once() -> None:
    rows = [{"model": MODEL}, {"model": MODEL}]
    assert [one.rule for one in problems(models=rows)] == ["rules.distinct"]


def test_b17_counts_a_tip_once_for_each_of_its_models() -> None:
    """Counting A16: links to R06 travel, other links do not."""
    linked = {"models": [{"model": MODEL}], "links": [{"linked": OTHER}]}
    of_two = {"models": [{"model": MODEL}, {"model": OTHER}]}
    tips = [counted(1, **linked), counted(2, **of_two), counted(3), counted(4, **of_two)]
    tips[3] = replace(tips[3], shared={**tips[3].shared, "source_kind": "confession"})
    travels = split(REGISTER.fields, tip(**linked))[Travel.SHARED]
    assert (travels["models"], "links" in travels) == (linked["models"], False)
    model = replace(counted(9), record=MODEL, shared={"field": "cyberspace"})
    books = Books(period=PERIOD, rows=tips, others={"movement_models": [model]})
    (indicator,) = (one for one in REGISTER.indicators if one.code == "B1.7")
    parts = indicator.count(books).parts
    shown = {name: number for name, number in parts.items() if "model" in name}
    assert shown == {
        "through_models": 2,
        "models": 2,
        "model_field.cyberspace": 2,
        # The other is in no book any more.
        "model_field.none": 1,
    }
    assert set(parts) <= set(indicator.part_labels)


def test_b17_groups_by_field_and_channel() -> None:
    figure = count("B1.7", counted(), counted(2, offence_field="drugs"))
    assert figure.parts["offence_field.drugs"] == 1
    assert figure.parts["channel.phone"] == 2
