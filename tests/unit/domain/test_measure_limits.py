"""The limits of R03: each law at its edges, and the limitation of each measure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from antq_desktop.domain.registers.administrative_measures import REGISTER
from tests.unit.domain.books import deadline, last_day, rules_found
from tests.unit.domain.test_administrative_measures import DECIDED, MOVES, broken, file


@pytest.mark.parametrize(
    ("code", "values", "last"),
    [
        # 05 working days, 01/05/2023 is a day off: 24/04 is a Monday
        ("T1", {"detected_on": "2023-04-24"}, "2023-05-02"),
        ("T1", {"detected_on": "2023-04-24", "measure": "reform_school"}, None),
        # 03 to read and 01 to send
        ("T2-T3", {"notified_on": "2023-04-17"}, "2023-04-21"),
        ("T2-T3", {"notified_on": None}, None),
        ("T4", {"sent_on": "2023-04-21"}, "2023-04-25"),
        ("T4", {"sent_on": None}, None),
        (
            "T4",
            {"sent_on": "2023-04-21", "returned_on": "2023-04-24", "supplemented_on": "2023-04-26"},
            "2023-04-28",
        ),
        ("T4-BS", {"returned_on": "2023-04-28"}, "2023-05-03"),
        # T5 runs over the weekend and the holiday, too; it is of rehabilitation alone.
        ("T5", {"court_asked_on": "2023-04-28"}, "2023-05-03"),
        ("T5", {"court_asked_on": "2023-04-28", "measure": "compulsory_education"}, None),
        ("T5", {}, None),
        ("T4-BS", {}, None),
    ],
)
def test_limits_run_in_working_days_from_the_day_after(
    code: str, values: dict[str, object], last: str | None
) -> None:
    """NĐ 116/2021 Đ40, 42.3, 42.4, 43, 50; Luật XLVPHC Đ97.4, 99.3, 100.1, 103.2, 104.1."""
    assert last_day(REGISTER, code, file(**values)) == last


def test_nobody_waits_for_an_archived_file() -> None:
    moves = [*MOVES, {"state": "returned", "on": "2023-04-24"}]
    returned = {"returned_on": "2023-04-24"}
    archived = [*moves, {"state": "archived", "on": "2023-06-01"}]
    for code in ("T4", "T4-BS"):
        assert last_day(REGISTER, code, file(**returned, moves=moves)) is not None
        assert last_day(REGISTER, code, file(**returned, moves=archived)) is None


def test_the_next_body_acts_by_returning_or_by_passing_on() -> None:
    """Luật XLVPHC Đ100.1: a supplemented file waits for it again."""
    met = deadline(REGISTER, "T4").met
    assert met(file()) is None
    returned = file(returned_on="2023-04-24")
    assert str(met(returned)) == "2023-04-24 00:00:00+07:00"
    again = {**returned, "supplemented_on": "2023-04-26"}
    assert met(again) is None
    assert str(met({**again, "to_court_on": "2023-04-27"})) == "2023-04-27 00:00:00+07:00"
    assert str(met(file(**DECIDED))) == "2023-05-15 00:00:00+07:00"


def test_limits_are_unverified_from_ttlt_03_2025_on() -> None:
    for one in REGISTER.deadlines:
        assert one.verified_for({one.start: "2025-02-28"}) is (one.code != "T7-KXM")
        assert not one.verified_for({one.start: "2025-03-01"})


DECISION = {
    "decision": "applied",
    "decision_effective_on": "2023-05-20",
    "decision_received_on": "2023-05-22",
}


@pytest.mark.parametrize(
    ("code", "values", "last"),
    [
        # Đ107: 03 days from the day in force; Đ110.1: 05 days from the receipt; days off count.
        ("T6", {}, "2023-05-23"),
        ("T6", {"decision": "not_applied"}, None),
        ("T6", {"decision_effective_on": None}, None),
        ("T6-TH", {}, "2023-05-27"),
        ("T6-TH", {"decision_received_on": None}, None),
        # Luật PCMT 2021 Đ33.4: no administrative measure.
        ("T6-TH", {"measure": "compulsory_rehabilitation_minor"}, None),
        ("T7", {}, None),
        ("T7-KXM", {}, "2023-07-10"),
        ("T7-KXM", {"violations": None}, None),
    ],
)
def test_after_the_decision_limits_run_in_days(
    code: str, values: dict[str, object], last: str | None
) -> None:
    assert last_day(REGISTER, code, file(**{**DECISION, **values})) == last


@pytest.mark.parametrize(
    ("ground", "last"),
    [
        ("child_especially_serious", "2024-04-10"),
        ("minor_very_serious", "2024-04-10"),
        ("minor_after_education", "2023-10-10"),
        ("youth_after_education", "2023-10-10"),
    ],
)
def test_the_limitation_of_the_reform_school_luat_xlvphc_d6_2b(ground: str, last: str) -> None:
    values = {"measure": "reform_school", "ground": ground}
    assert last_day(REGISTER, "T7", file(**values)) == last
    assert last_day(REGISTER, "T7-KXM", file(**values)) is None
    end = date.fromisoformat(last)
    for day, late in ((end, False), (end + timedelta(days=1), True)):
        decided = file(**values, court_decision_date=day.isoformat())
        found = rules_found(REGISTER, decided, date(2024, 12, 31))
        assert found.get("rules.limitation") is (False if late else None)


def test_the_other_limitations_say_that_they_are_not_verified() -> None:
    found = broken(violations=[{"on": "2023-01-10", "act": "Sử dụng trái phép chất ma túy"}])
    assert found == {"rules.limitation_unverified": False}


def executed(*rows: tuple[str, str]) -> dict[str, object]:
    """Return a decided file with these acts of execution; its limit is 27 May 2023."""
    return file(**DECISION, executions=[{"kind": kind, "on": f"2023-{on}"} for kind, on in rows])


def test_only_who_was_sent_off_meets_the_limit_of_the_execution() -> None:
    """Counting A21: executed is "Đã đưa đi", and who has served the term was sent off before."""
    met = deadline(REGISTER, "T6-TH").met
    assert met(executed()) is None
    assert (
        met(executed(("postponed", "05-24"), ("exempted", "05-25"), ("absconded", "05-26"))) is None
    )
    both = executed(("completed", "11-26"), ("sent_off", "05-26"), ("postponed", "05-24"))
    assert str(met(both)) == "2023-05-26 00:00:00+07:00"
    assert str(met(executed(("completed", "11-26")))) == "2023-11-26 00:00:00+07:00"
    assert str(deadline(REGISTER, "T6").met(file(**DECISION))) == "2023-05-22 00:00:00+07:00"


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        # On the last day itself it still takes the limit away, a day later only while it lasts.
        ([("postponed", "05-27")], None),
        ([("exempted", "05-28")], None),
        ([("absconded", "05-24"), ("sent_off", "06-20")], None),
        ([("postponed", "05-28"), ("sent_off", "06-20")], "2023-05-27"),
        ([("sent_off", "05-26"), ("absconded", "05-27")], "2023-05-27"),
        ([("sent_off", "05-27")], "2023-05-27"),
    ],
)
def test_who_cannot_be_sent_off_has_no_limit(rows: list[tuple[str, str]], last: str | None) -> None:
    assert last_day(REGISTER, "T6-TH", executed(*rows)) == last
