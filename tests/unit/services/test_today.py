"""The overview of the morning: limits in three groups, what waits, the months beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services.saving import add_records
from antq_desktop.services.today import MONTHS, MOST, today
from antq_desktop.services.unsaved import UnsavedForm, keep_form
from tests.unit.services.conftest import COMMUNE, OFFICE
from tests.unit.services.test_limits import tip

if TYPE_CHECKING:
    from tests.unit.services.conftest import World

# The world's clock shows 15/01/2024: what came in on the eighth has its seven days until tonight.
LATE, TODAY, SOON, LATER = "2023-12-28", "2024-01-08", "2024-01-11", "2024-01-15"


def test_limits_stand_in_three_groups_with_the_days_left(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        days = [*[LATE] * (MOST + 2), TODAY, SOON, LATER]
        add_records(workspace, register, [tip(day) for day in days])
        seen = today(workspace)
        assert (seen.overdue.count, len(seen.overdue.shown)) == (MOST + 2, MOST)
        assert dict(seen.overdue.by_register) == {"crime_reports": MOST + 2}
        assert {one.days for one in seen.overdue.shown} == {-11}
        (now,) = seen.today.shown
        assert (now.deadline.code, now.days, now.due.hour, now.verified) == ("T2-T3", 0, 23, True)
        assert [one.days for one in seen.week.shown] == [3, 7]
        world.later(days=1)
        moved = today(workspace)
        assert [moved.overdue.count, moved.today.count, moved.week.count] == [MOST + 3, 0, 2]
        assert moved.overdue.shown[0].line.record == now.line.record  # what passed last is first


def test_what_waits_at_a_commune(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["movement_models"]
        add_records(workspace, register, [{"name": f"Mẫu {n}"} for n in range(MOST + 1)])
        form = UnsavedForm(
            form="f", register=register.name, record=None, base=0, typed={"name": "A"}
        )
        keep_form(workspace, form)
        seen = today(workspace)
    assert (seen.draft_count, len(seen.drafts)) == (MOST + 1, MOST)
    assert seen.drafts[0].title == f"Mẫu {MOST}"  # the one begun last
    assert [one.form for one in seen.unsaved] == ["f"]
    assert (seen.linked, seen.sent, seen.duty_count, seen.office) == (True, None, 0, None)


def test_months_stand_beside_each_other_up_to_the_same_day(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        days = ["2024-01-02", "2024-01-15", "2023-12-15", "2023-12-16", "2023-02-01", "2023-01-31"]
        first, *_ = (one.record for one in add_records(workspace, register, list(map(tip, days))))
        again = tip("2024-01-03", duplicate_of=first)
        again["moves"] = [
            {"state": "received", "on": again["received_at"]},
            {"state": "filed_duplicate", "on": "2024-01-03T09:00+07:00"},
        ]
        (doubled,) = add_records(workspace, register, [again])
        assert doubled.complete
        seen = today(workspace).lately
    (book,) = (one for one in seen.books if one.register.name == "crime_reports")
    assert (book.now, book.then, book.whole) == (2, 1, 2)
    assert (seen.month.code, seen.before.code, seen.until.isoformat()) == (
        "DL-2024-01",
        "DL-2023-12",
        "2023-12-15",
    )
    (course,) = seen.courses
    assert len(course.months) == MONTHS
    assert course.months[0] == ("2023-02", 1)
    assert course.months[-2:] == (("2023-12", 2), ("2024-01", 2))


def test_what_waits_at_an_office(world: World) -> None:
    with world.open(OFFICE) as workspace:
        seen = today(workspace)
        assert seen.office is not None
        assert seen.office.period.code == "DL-2023-12"
        assert seen.office.due == len(seen.office.missing) > 1
        assert (seen.office.told, seen.office.held, seen.office.late_count) == (0, 0, 0)
        assert seen.office.expiring == ()
        assert seen.duties == ()
        world.later(days=3 * 365)
        ending = today(workspace).office
        assert ending is not None
        assert ending.expiring_count == len(ending.expiring) > 1
