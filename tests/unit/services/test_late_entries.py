"""What is entered after a report: told once, with the next one of its kind (counting A06)."""

from __future__ import annotations

import json
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reporting import changed_since, correct, versions_of
from antq_desktop.services.saving import add_records, change_record, void_record
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop
from tests.unit.services.reports import counted, frozen, records_of, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.services.workspace import Workspace

CODE = "X1.1"


def dispute(opened: str, **values: object) -> dict[str, object]:
    """Return the values of a complete dispute."""
    return {
        "opened_on": opened,
        "detected_by": "area_head",
        "kind": "dispute",
        "subject": "land",
        "parties": [{"name": "Hộ Giàng A Thử"}, {"name": "Hộ Vàng A Mẫu"}],
        "participants": 4,
        "area": "Thôn 1",
        "summary": "Tranh chấp ranh giới",
        "mediable": True,
        "severity": "normal",
        "risk": False,
        "resolving_body": "mediation_team",
        "moves": [{"state": "detected", "on": opened}],
        **values,
    }


def test_a_row_entered_after_the_month_is_told_once_with_the_next_month(world: World) -> None:
    world.add(COMMUNE, coop("2023-01-10"))
    with world.open(COMMUNE) as workspace:
        january = frozen(workspace, "DL-2023-01")
        assert told(january, CODE) == (1, 0)
    world.add(COMMUNE, coop("2023-01-20"), coop("2023-02-03"), coop("2023-02-04"))
    with world.open(COMMUNE) as workspace:
        # Shown before it is frozen: January as it was told, February with what it will tell.
        assert counted(workspace, "DL-2023-01", CODE).figure.value == 1
        now = counted(workspace, "DL-2023-02", CODE)
        assert (now.figure.value, now.late and now.late.value) == (2, 1)
        assert told(frozen(workspace, "DL-2023-02"), CODE) == (2, 1)
        assert told(frozen(workspace, "DL-2023-03"), CODE) == (0, 0)
        # Periods of another length that are not frozen count it as any row.
        for code in ("DL-2023-Q1", "DL-2023-H1", "DL-2023"):
            assert told(frozen(workspace, code), CODE) == (4, 0)
        # A custom period has no next one.
        custom = counted(workspace, "2023-01-01_2023-02-28", CODE)
        assert (custom.figure.value, custom.late) == (4, None)


def test_a_report_of_a_program_that_stated_no_spans_told_all_until_it_was_made(
    world: World,
) -> None:
    world.add(COMMUNE, coop("2023-01-10"))
    with world.open(COMMUNE) as workspace:
        report = frozen(workspace, "DL-2023-01")
        body = json.loads(report.body)
        del body["entered"]
        body["version"] = 2
        for line in body["indicators"]:
            line.pop("late", None)
        # As such a program left it: with no member "entered" at all.
        old = json.dumps(body, separators=(",", ":"), ensure_ascii=False, sort_keys=True)
        digest = sha256_hex(old.encode())
        with workspace.store.atomic():
            workspace.store.exchanged.add_report(
                replace(report, version=2, body=old, digest=digest)
            )
    world.add(COMMUNE, coop("2023-01-20"), coop("2023-02-03"))
    with world.open(COMMUNE) as workspace:
        assert counted(workspace, "DL-2023-01", CODE).figure.value == 1
        assert changed_since(workspace, parse_period("DL-2023-01"), workspace.unit.key) == []
        now = counted(workspace, "DL-2023-02", CODE)
        assert (now.figure.value, now.late and now.late.value) == (1, 1)
        assert told(frozen(workspace, "DL-2023-02"), CODE) == (1, 1)


def test_quarters_and_years_have_lines_of_their_own(world: World) -> None:
    world.add(COMMUNE, coop("2022-11-01"), coop("2023-02-01"))
    with world.open(COMMUNE) as workspace:
        for code, value in (("DL-2022", 1), ("DL-2023-Q1", 1), ("ND09-2023-Q1", 1)):
            assert told(frozen(workspace, code), CODE) == (value, 0)
    world.add(COMMUNE, coop("2022-12-20"), coop("2023-03-10"), coop("2023-03-20"))
    with world.open(COMMUNE) as workspace:
        assert told(frozen(workspace, "DL-2023"), CODE) == (3, 1)
        assert told(frozen(workspace, "DL-2023-Q2"), CODE) == (0, 2)
        # This quarter begins on 15/12: two rows are late in it, one is its own second quarter's.
        assert told(frozen(workspace, "ND09-2023-Q2"), CODE) == (1, 2)
        # A family that froze nothing before has nothing late.
        assert told(frozen(workspace, "CAND-2023-Q2"), CODE) == (2, 0)


def test_a_row_of_long_ago_is_told_by_the_next_report_that_is_made(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        for code in ("DL-2023-01", "DL-2023-02"):
            assert told(frozen(workspace, code), CODE) == (0, 0)
    world.add(COMMUNE, coop("2023-01-05"))
    with world.open(COMMUNE) as workspace:
        assert told(frozen(workspace, "DL-2023-04"), CODE) == (0, 1)
        # March was passed over: it tells nothing that April told already.
        assert told(frozen(workspace, "DL-2023-03"), CODE) == (0, 0)
        assert told(frozen(workspace, "DL-2023-05"), CODE) == (0, 0)


def test_a_result_that_is_entered_late_is_told_though_its_case_was_known(world: World) -> None:
    (case,) = world.add(COMMUNE, dispute("2022-12-05"), register="disputes")
    with world.open(COMMUNE) as workspace:
        january = frozen(workspace, "DL-2023-01")
        assert (told(january, "B2.1"), told(january, "B2.2")) == ((1, 0), (0, 0))
        change_record(
            workspace,
            case,
            {
                "result": "mediated",
                "resolved_on": "2023-01-30",
                "moves": [
                    {"state": "detected", "on": "2022-12-05"},
                    {"state": "settled", "on": "2023-01-30"},
                ],
            },
            reason="nhập kết quả",
        )
        february = frozen(workspace, "DL-2023-02")
        # The case itself was told in January: only its result comes late.
        assert (told(february, "B2.1"), told(february, "B2.2")) == ((0, 0), (0, 1))


def test_a_case_entered_late_stands_below_no_figure_of_before(world: World) -> None:
    (case,) = world.add(COMMUNE, dispute("2022-12-05"), register="disputes")
    with world.open(COMMUNE) as workspace:
        change_record(
            workspace,
            case,
            {
                "result": "mediated",
                "resolved_on": "2023-01-30",
                "moves": [
                    {"state": "detected", "on": "2022-12-05"},
                    {"state": "settled", "on": "2023-01-30"},
                ],
            },
            reason="lập biên bản hòa giải",
        )
        frozen(workspace, "DL-2023-01")
    world.add(COMMUNE, dispute("2023-01-10"), register="disputes")
    with world.open(COMMUNE) as workspace:
        settled = counted(workspace, "DL-2023-01", "B2.2").figure
        assert (settled.value, settled.denominator) == (1, 1)
        assert counted(workspace, "DL-2023-01", "B2.1").figure.value == 1
        # In February the case is carried over as any other.
        assert counted(workspace, "DL-2023-02", "B2.2").figure.denominator == 1


def test_a_case_that_is_carried_on_comes_late_once(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        frozen(workspace, "DL-2023-01")
        frozen(workspace, "DL-2023-02")
    world.add(COMMUNE, dispute("2023-01-20"), register="disputes")
    with world.open(COMMUNE) as workspace:
        march = counted(workspace, "DL-2023-03", "B2.1")
        assert march.figure.parts == {"carried_over": 1, "opened": 0}
        assert march.late is not None
        assert march.late.parts == {"carried_over": 0, "opened": 1}


def test_a_late_tip_comes_with_a_denominator_of_its_own(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        frozen(workspace, "DL-2023-01")
        handled = counted(workspace, "DL-2023-02", "B1.3").late
        assert handled is not None
        assert (handled.value, handled.denominator) == (0, 0)
        # What exists at the end is in the next stock by itself.
        assert counted(workspace, "DL-2023-02", "B6.1").late is None


def test_what_is_voided_or_a_duplicate_is_told_by_nobody(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        frozen(workspace, "DL-2023-01")
    (late,) = world.add(COMMUNE, coop("2023-01-05"))
    with world.open(COMMUNE) as workspace:
        void_record(workspace, late, reason="nhập nhầm")
        assert told(frozen(workspace, "DL-2023-02"), CODE) == (0, 0)


def test_a_new_version_is_made_on_order_and_tells_what_changed(world: World) -> None:
    first, second = world.add(COMMUNE, coop("2023-01-05"), coop("2023-01-06"))
    january = parse_period("DL-2023-01")
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"reports\.never_made"):
            correct(workspace, january, "chưa chốt")
        before = frozen(workspace, "DL-2023-01")
        with pytest.raises(Refusal, match=r"reports\.unchanged"):
            correct(workspace, january, "không có gì")
        assert changed_since(workspace, january, workspace.place.unit) == []
        void_record(workspace, first, reason="nhập nhầm")
        (changed,) = changed_since(workspace, january, workspace.place.unit)
        assert changed.before is not None
        assert changed.after is not None
        assert (changed.code, changed.before.figure.value, changed.after.figure.value) == (
            CODE,
            2,
            1,
        )
        assert frozen(workspace, "DL-2023-01") == before
        after = correct(workspace, january, "một hồ sơ nhập nhầm")
        assert (after.version, told(after, CODE)) == (2, (1, 0))
        assert workspace.store.exchanged.report(workspace.place.id, "DL-2023-01", 1) == before
        assert frozen(workspace, "DL-2023-01") == after
        one, two = versions_of(workspace, january, workspace.place.unit)
        assert (one.report, one.differences) == (before, ())
        assert [difference.code for difference in two.differences] == [CODE]
        assert records_of(workspace, after, CODE) == [second]


def test_a_new_version_takes_what_is_late_before_the_next_report_does(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        frozen(workspace, "DL-2023-01")
    world.add(COMMUNE, coop("2023-01-05"))
    with world.open(COMMUNE) as workspace:
        assert told(correct(workspace, parse_period("DL-2023-01"), "bổ sung"), CODE) == (1, 0)
        assert told(frozen(workspace, "DL-2023-02"), CODE) == (0, 0)


def test_a_new_version_leaves_to_the_next_report_what_that_told(world: World) -> None:
    world.add(COMMUNE, coop("2023-01-04"))
    with world.open(COMMUNE) as workspace:
        frozen(workspace, "DL-2023-01")
    (late,) = world.add(COMMUNE, coop("2023-01-05"))
    with world.open(COMMUNE) as workspace:
        february = frozen(workspace, "DL-2023-02")
        assert told(february, CODE) == (0, 1)
    world.add(COMMUNE, coop("2023-01-06"))
    with world.open(COMMUNE) as workspace:
        january = correct(workspace, parse_period("DL-2023-01"), "bổ sung")
        assert told(january, CODE) == (2, 0)
        assert told(frozen(workspace, "DL-2023-03"), CODE) == (0, 0)
        # The next report's own new version keeps what it told, and tells that it is void now.
        void_record(workspace, late, reason="nhập nhầm")
        assert told(correct(workspace, parse_period("DL-2023-02"), "hủy"), CODE) == (0, 0)


def test_the_office_counts_the_same_and_keeps_every_version(world: World) -> None:
    january, february = parse_period("DL-2023-01"), parse_period("DL-2023-02")
    (first,) = world.add(COMMUNE, coop("2023-01-10"))

    def carry(*codes: str) -> tuple[str, list[str]]:
        with world.open(COMMUNE) as workspace:
            row = submit(workspace, [parse_period(code) for code in codes], [])
        with world.open(OFFICE) as workspace:
            verdict = import_bundle(workspace, world.home(COMMUNE) / "outbox" / row.file)
            return verdict.verdict, [one.rule for one in verdict.reasons]

    assert carry("DL-2023-01") == ("accepted", [])
    world.add(COMMUNE, coop("2023-01-20"), coop("2023-02-03"))
    assert carry("DL-2023-02") == ("accepted", [])
    with world.open(OFFICE) as workspace:
        assert counted(workspace, "DL-2023-01", CODE).figure.value == 1
        now = counted(workspace, "DL-2023-02", CODE)
        assert (now.figure.value, now.late and now.late.value) == (1, 1)
        (unit,) = now.late_by_unit
        assert unit.code == COMMUNE
    with world.open(COMMUNE) as workspace:
        void_record(workspace, first, reason="nhập nhầm")
        assert correct(workspace, january, "hồ sơ nhập nhầm").version == 2
        # The bundle that was signed just now holds the first version.
        before = submit(workspace, [january], [])
        assert submit(workspace, [january], []) == before
    assert carry("DL-2023-01") == ("remarks", ["report_corrected"])
    with world.open(OFFICE) as workspace:
        versions = versions_of(workspace, january, unit)
        assert [one.report.version for one in versions] == [1, 2]
        assert [one.code for one in versions[1].differences] == [CODE]
        assert counted(workspace, "DL-2023-01", CODE).figure.value == 0
        assert changed_since(workspace, january, unit) == []
        assert changed_since(workspace, february, unit) == []


def test_a_version_signed_since_is_not_taken_for_the_one_before(world: World) -> None:
    (coop_id,) = world.add(COMMUNE, coop("2023-01-10"))
    january = parse_period("DL-2023-01")
    with world.open(COMMUNE) as workspace:
        submit(workspace, [january], [])
        void_record(workspace, coop_id, reason="nhập nhầm")
        old = submit(workspace, [january], [])
        correct(workspace, january, "hồ sơ nhập nhầm")
        assert submit(workspace, [january], []).sequence == old.sequence + 1


MONTHS = [f"DL-2023-{month:02}" for month in range(1, 7)]
_days = st.builds("2023-{:02}-{:02}".format, st.integers(1, 6), st.integers(1, 28))
_steps = st.one_of(
    st.tuples(st.just("enter"), _days, st.just(0)),
    st.tuples(st.just("move"), _days, st.integers(0, 9)),
    st.tuples(st.just("void"), st.just(""), st.integers(0, 9)),
    st.tuples(st.just("freeze"), st.just(""), st.integers(0, 5)),
    st.tuples(st.just("correct"), st.just(""), st.integers(0, 5)),
)


class _UndoneError(Exception):
    """Rolls an example back."""


@contextmanager
def _for_a_while(workspace: Workspace) -> Iterator[None]:
    """Take back all that was done."""
    with suppress(_UndoneError), workspace.store.atomic():
        yield
        raise _UndoneError


def _told_by(workspace: Workspace) -> list[str]:
    """Return the records that the newest versions tell, as often as they do."""
    reports = [
        workspace.store.exchanged.last_report(workspace.place.id, code)
        for code in (*MONTHS, "DL-2023-07")
    ]
    return [
        record for one in reports if one is not None for record in records_of(workspace, one, CODE)
    ]


def test_every_row_is_told_exactly_once(opened: Workspace) -> None:
    """Whatever is entered, moved, voided, frozen and corrected in whatever order."""

    @settings(max_examples=25, deadline=None)
    @given(steps=st.lists(_steps, min_size=4, max_size=16))
    def exactly_once(steps: list[tuple[str, str, int]]) -> None:
        with _for_a_while(opened):
            _check(opened, steps)

    exactly_once()


def _check(workspace: Workspace, steps: list[tuple[str, str, int]]) -> None:
    alive, touched = _live(workspace, steps)
    for code in (*MONTHS, "DL-2023-07"):
        frozen(workspace, code)
    told_now = _told_by(workspace)
    assert all(told_now.count(record) == 1 for record in set(alive) - touched)
    assert set(alive) <= set(told_now)
    for code in (*MONTHS, "DL-2023-07"):
        _correct(workspace, code)
    assert sorted(_told_by(workspace)) == sorted(alive)


def _live(workspace: Workspace, steps: list[tuple[str, str, int]]) -> tuple[list[str], set[str]]:
    """Do the steps; return the records that are left, and those changed after they were saved."""
    register = workspace.catalogue.by_name["hen_coops"]
    alive: list[str] = []
    touched: set[str] = set()
    for act, day, which in steps:
        record = alive[which % len(alive)] if alive else None
        if act == "enter":
            alive += [one.record for one in add_records(workspace, register, [coop(day)])]
        elif act == "move" and record is not None:
            with suppress(Refusal):  # it is that day already
                change_record(workspace, record, {"built_on": day}, reason="nhập nhầm ngày")
            touched.add(record)
        elif act == "void" and record is not None:
            void_record(workspace, record, reason="nhập nhầm")
            alive.remove(record)
        elif act == "freeze":
            frozen(workspace, MONTHS[which])
        elif act == "correct":
            _correct(workspace, MONTHS[which])
    return alive, touched


def _correct(workspace: Workspace, code: str) -> None:
    with suppress(Refusal):  # there is none yet, or nothing changed
        correct(workspace, parse_period(code), "điều chỉnh")
