"""Looking at records, and at what is sealed."""

from __future__ import annotations

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.services.looking import (
    find_record,
    history,
    list_records,
    reveal,
    search,
    show_record,
)
from antq_desktop.services.saving import add_records, change_record, preview
from antq_desktop.services.users import add_user
from tests.unit.services.conftest import COMMUNE, World, coop

KEEPER = {"full_name": "Vàng A Thử", "id_number": "000190000001"}


def test_a_record_is_found_by_id_and_by_its_place_in_the_book(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        assert find_record(workspace, record) == record
        assert find_record(workspace, "X01/1/2023") == record
        assert find_record(workspace, "hen_coops/1/2023") == record
        for unknown in ("X01/2/2023", "nothing"):
            with pytest.raises(Refusal, match=r"records\.unknown"):
                find_record(workspace, unknown)


def test_confidential_fields_are_shown_only_to_the_head_with_a_reason(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(keeper=KEEPER))
    with world.open(COMMUNE) as workspace:
        shown = show_record(workspace, record)
        assert shown.has_confidential
        assert "keeper" not in shown.values
        with pytest.raises(Refusal, match=r"records\.reason_needed"):
            reveal(workspace, record, reason=" ")
        assert reveal(workspace, record, reason="Thông báo kết quả") == {"keeper": KEEPER}
        last = list(workspace.store.journal.entries())[-1]
        assert last["act"] == "reveal"
        assert last["details"] == {"record": record, "reason": "Thông báo kết quả"}
        add_user(workspace, "Cán bộ Mẫu", Role.OFFICER, "officer")
    with world.open(COMMUNE, "Cán bộ Mẫu", "officer") as workspace:
        typed = {"full_name": "Giàng Thị Thử"}
        (own,) = add_records(workspace, world.catalogue.by_name["hen_coops"], [coop(keeper=typed)])
        # Who typed it cannot read it back, and can change the rest without losing it.
        with pytest.raises(Refusal, match=r"users\.head_only"):
            reveal(workspace, own.record, reason="Xem lại")
        change_record(workspace, own.record, {"hens": 2}, reason="Bổ sung")
    with world.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        assert reveal(workspace, own.record, reason="Kiểm tra") == {"keeper": typed}


def test_a_head_who_came_later_sees_only_what_was_sealed_to_him(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(keeper=KEEPER))
    with world.open(COMMUNE) as workspace:
        add_user(workspace, "Phó Mẫu", Role.HEAD, "second head")
    with world.open(COMMUNE, "Phó Mẫu", "second head") as workspace:
        with pytest.raises(Refusal, match=r"records\.not_sealed_to_you"):
            reveal(workspace, record, reason="Kiểm tra")
        (later,) = add_records(
            workspace, world.catalogue.by_name["hen_coops"], [coop(keeper=KEEPER)]
        )
        assert reveal(workspace, later.record, reason="Kiểm tra") == {"keeper": KEEPER}


def test_a_draft_is_sealed_too_and_keeps_the_seal_when_it_is_completed(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = world.catalogue.by_name["hen_coops"]
        (draft,) = add_records(workspace, register, [{"keeper": KEEPER}])
        assert show_record(workspace, draft.record).has_confidential
        assert reveal(workspace, draft.record, reason="Kiểm tra") == {"keeper": KEEPER}
        change_record(workspace, draft.record, coop(), reason=None)
        assert reveal(workspace, draft.record, reason="Kiểm tra") == {"keeper": KEEPER}
        (bare,) = add_records(workspace, register, [coop()])
        with pytest.raises(Refusal, match=r"records\.nothing_sealed"):
            reveal(workspace, bare.record, reason="Kiểm tra")


def test_no_confidential_value_is_readable_in_the_open_database(world: World) -> None:
    world.add(COMMUNE, coop(keeper=KEEPER, story="Kể lại"))
    with world.open(COMMUNE) as workspace:
        database = workspace.store.database
        dump = "\n".join(
            repr(row) for name in database.table_names() for row in database[name].rows
        )
        assert "Kể lại" in dump
        for value in ("Vàng A Thử", "vang a thu", "000190000001"):
            assert value not in dump
        assert search(workspace, "Vàng A Thử") == []


def test_lists_are_narrowed_by_period_state_and_overdue(world: World) -> None:
    first, second = world.add(
        COMMUNE, coop("2023-05-05"), coop("2023-08-08", inspected_on="2023-08-20")
    )
    with world.open(COMMUNE) as workspace:
        register = world.catalogue.by_name["hen_coops"]
        add_records(workspace, register, [{"hens": 1}])
        period = parse_period("DL-2023-Q2")
        assert [one.record for one in list_records(workspace, register, period=period)] == [first]
        assert len(list_records(workspace, register)) == 3
        assert len(list_records(workspace, register, state="draft")) == 1
        overdue = list_records(workspace, register, overdue=True)
        assert [one.record for one in overdue] == [first]
        assert second not in {one.record for one in overdue}
        with pytest.raises(Refusal, match=r"records\.unknown_state"):
            list_records(workspace, register, state="flying")


def test_a_draft_has_no_history(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = world.catalogue.by_name["hen_coops"]
        (draft,) = add_records(workspace, register, [{"hens": 1}])
        with pytest.raises(Refusal, match=r"records\.no_history"):
            history(workspace, draft.record)


TIP: dict[str, object] = {
    "received_at": "2023-05-05T08:00+07:00",
    "received_by": "Trực ban mẫu",
    "source_kind": "denunciation",
    "channel": "phone",
    "origin_group": "people",
    "secrecy_request": "secrecy",
    "summary": "Kể lại sự việc",
    "offence_field": "social_order",
    "moves": [{"state": "received", "on": "2023-05-05T08:00+07:00"}],
}


def test_an_informant_is_sealed_and_the_rest_can_be_changed_without_him(world: World) -> None:
    register = world.catalogue.by_name["crime_reports"]
    with world.open(COMMUNE) as workspace:
        (saved,) = add_records(workspace, register, [{**TIP, "informant": KEEPER}])
        assert (saved.number, saved.problems) == ("1/2023", ())
        moves = [
            {"state": "received", "on": "2023-05-05T08:00+07:00"},
            {"state": "classified", "on": "2023-05-05T09:00+07:00"},
        ]
        changes = {"urgency": "ordinary", "moves": moves}
        again = change_record(workspace, saved.record, changes, reason="Phân loại")
        assert again.problems == ()
        assert reveal(workspace, saved.record, reason="Bảo vệ người tố giác") == {
            "informant": KEEPER
        }
        assert "informant" not in show_record(workspace, saved.record).values
        assert search(workspace, "Vang A Thu") == []
        (line,) = list_records(workspace, register, overdue=True)
        assert line.title == "Trật tự xã hội · Điện thoại"
        before = workspace.store.digest()
        with pytest.raises(ProblemsFound) as caught:
            change_record(
                workspace, saved.record, {"offence_field": "corruption_office"}, reason="Sửa"
            )
        assert caught.value.findings[0].problems[0].rule == "rules.state_secret"
        corrupt = {"offence_field": "corruption_office"}
        seen = preview(workspace, register, corrupt, saved.record)
        assert [one.rule for one in seen if one.blocks] == ["rules.state_secret"]
        for draft in (True, False):
            secret = {**TIP, "offence_field": "national_security", "informant": KEEPER}
            with pytest.raises(ProblemsFound):
                add_records(workspace, register, [secret], draft=draft)
        assert workspace.store.digest() == before
