"""Saving records: what becomes a draft, what takes a number, what is refused and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.fields import LARGEST_INTEGER, LONG_TEXT_LIMIT
from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.errors import Refusal
from antq_desktop.services.looking import history, show_record
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, change_record, register_named, void_record
from antq_desktop.services.submitting import submit
from antq_desktop.services.unit_tree import list_units
from tests.unit.services.conftest import COMMUNE, DAY, OFFICE, World, coop, model

if TYPE_CHECKING:
    from antq_desktop.domain.register import Register


def coops(world: World) -> Register:
    return world.catalogue.by_name["hen_coops"]


def test_numbers_of_a_book_have_no_gaps_and_begin_anew_each_year(world: World) -> None:
    days = ("2022-12-31", "2023-01-01", "2023-02-02", "2022-01-01")
    with world.open(COMMUNE) as workspace:
        saved = add_records(workspace, coops(world), [coop(day) for day in days])
        assert [one.number for one in saved] == ["1/2022", "1/2023", "2/2023", "2/2022"]
        assert [one.revision for one in saved] == [1, 1, 1, 1]
        (entered,) = add_records(workspace, register_named(workspace, "R06"), [model()])
        assert entered.number == "1/2024"  # the year of entry, where the register names no other


def test_an_incomplete_record_is_a_draft_until_it_is_complete(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        (draft,) = add_records(workspace, coops(world), [{"hens": 3}])
        assert (draft.number, draft.state, draft.complete) == (None, "draft", False)
        assert {one.field for one in draft.problems} == {"built_on", "moves"}
        assert workspace.store.revisions.last_seq(workspace.place.id) == 0
        still = change_record(workspace, draft.record, {"built_on": "2023-01-02"}, reason=None)
        assert not still.complete
        done = change_record(
            workspace,
            draft.record,
            {"moves": [{"state": "built", "on": "2023-01-02"}]},
            reason=None,
        )
        assert (done.number, done.revision, done.record) == ("1/2023", 1, draft.record)
        assert show_record(workspace, done.record).values["hens"] == 3
        assert workspace.store.drafts.get(done.record) is None


def test_a_complete_record_stays_a_draft_if_so_wanted(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        (draft,) = add_records(workspace, coops(world), [coop()], draft=True)
        assert draft.number is None
        assert void_record(workspace, draft.record, reason="Nhập nhầm") is None
        with pytest.raises(Refusal, match=r"records\.unknown"):
            show_record(workspace, draft.record)


@pytest.mark.parametrize(
    ("values", "field", "rule"),
    [
        ({"colour": "red"}, "colour", "values.unknown_field"),
        ({"built_on": "2023-02-31"}, "built_on", "values.no_such_date"),
        ({"built_on": "31/02/2023"}, "built_on", "values.date"),
        ({"hens": LARGEST_INTEGER + 1}, "hens", "values.range"),
        ({"hens": True}, "hens", "values.type"),
        ({"hens": -1}, "hens", "values.range"),
        ({"story": "a\x00b"}, "story", "values.characters"),
        ({"story": "\u202eevil"}, "story", "values.characters"),
        ({"story": "ă" * (LONG_TEXT_LIMIT + 1)}, "story", "values.too_long"),
        ({"story": "x" * 10_000_000}, "story", "values.too_long"),
        ({"visits": [{"visitor": "a"}]}, "visits[1].on", "values.required"),
        ({"visits": [{"on": "2023-01-01"}] * 201}, "visits", "values.too_many_rows"),
        ({"visits": "none"}, "visits", "values.type"),
        (
            {"keeper": {"full_name": "A", "id_number": "00012345678"}},
            "keeper.id_number",
            "values.personal_number",
        ),
        ({"keeper": {"phone": "0912"}}, "keeper.phone", "values.phone"),
    ],
)
def test_bad_input_is_named_and_nothing_is_saved(
    world: World, values: dict[str, object], field: str, rule: str
) -> None:
    with world.open(COMMUNE) as workspace:
        before = workspace.store.digest()
        with pytest.raises(ProblemsFound) as caught:
            add_records(workspace, coops(world), [coop(), {**coop(), **values}])
        (finding,) = caught.value.findings
        assert finding.line == 2
        assert [(one.field, one.rule) for one in finding.problems] == [(field, rule)]
        assert workspace.store.digest() == before
        assert workspace.store.queries.records() == 0


def test_what_is_no_object_is_refused(world: World) -> None:
    with world.open(COMMUNE) as workspace, pytest.raises(ProblemsFound) as caught:
        add_records(workspace, coops(world), [["a"]])
    assert caught.value.findings[0].problems[0].rule == "values.not_an_object"


def test_text_is_kept_composed_and_found_without_marks(world: World) -> None:
    story = "Liêm Tuyền"  # decomposed below
    typed = "Lie\u0302m Tuye\u0302\u0300n"
    (record,) = world.add(COMMUNE, coop(story=typed))
    with world.open(COMMUNE) as workspace:
        assert show_record(workspace, record).values["story"] == story
        assert [line.record for line in workspace.store.queries.search("liem tuyen")] == [record]


def test_a_change_needs_a_reason_and_makes_a_revision(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(hens=3, story="Cũ"))
    with world.open(COMMUNE) as workspace:
        for reason in (None, " "):
            with pytest.raises(Refusal, match=r"records\.reason_needed"):
                change_record(workspace, record, {"hens": 4}, reason=reason)
        with pytest.raises(Refusal, match=r"values\.characters"):
            change_record(workspace, record, {"hens": 4}, reason="a\u202eb")
        with pytest.raises(Refusal, match=r"records\.unchanged"):
            change_record(workspace, record, {"hens": 3}, reason="Đếm lại")
        saved = change_record(workspace, record, {"hens": 4, "story": None}, reason="Đếm lại")
        assert saved.revision == 2
        first, second = history(workspace, record)
        assert second.reason == "Đếm lại"
        assert second.changed == ("hens", "story")
        assert (first.author, second.author) == ("Lò Thị Mẫu", "Lò Thị Mẫu")
        assert "story" not in show_record(workspace, record).values


def test_a_registered_record_stays_complete(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        with pytest.raises(ProblemsFound) as caught:
            change_record(workspace, record, {"built_on": None}, reason="Xóa")
        assert caught.value.findings[0].problems[0].rule == "values.required"
        assert len(history(workspace, record)) == 1


def test_moves_are_only_added_to(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        moves = [{"state": "built", "on": "2023-05-04"}]
        saved = change_record(workspace, record, {"moves": moves}, reason="Sửa ngày")
        assert "rules.moves_append_only" in {one.rule for one in saved.problems if one.grave}


def test_a_voided_record_keeps_its_number_and_cannot_be_changed(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"records\.reason_needed"):
            void_record(workspace, record, reason="")
        saved = void_record(workspace, record, reason="Nhập trùng")
        assert saved is not None
        assert (saved.number, saved.revision) == ("1/2023", 2)
        with pytest.raises(Refusal, match=r"records\.voided"):
            void_record(workspace, record, reason="Lại")
        with pytest.raises(Refusal, match=r"records\.voided"):
            change_record(workspace, record, {"hens": 1}, reason="Lại")
        (next_one,) = add_records(workspace, coops(world), [coop()])
        assert next_one.number == "2/2023"


def test_an_office_cannot_write_a_record_of_a_commune(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, world.home(COMMUNE) / "outbox" / row.file)
        with pytest.raises(Refusal, match=r"records\.not_ours"):
            change_record(workspace, record, {"hens": 1}, reason="Sửa hộ")


def test_a_record_that_is_too_large_is_refused(world: World) -> None:
    visits = [{"on": "2023-01-01", "visitor": "ệ" * 490} for _ in range(200)]
    story = "ệ" * 99_000
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match=r"records\.too_large"):
        add_records(workspace, coops(world), [coop(story=story, visits=visits)])


def test_a_reused_unit_code_is_understood_as_of_the_event(world: World) -> None:
    point = {
        "number": 1,
        "unit": "13285",
        "started_on": "2023-03-01",
        "groups": 1,
        "members": 5,
        "households": 9,
    }
    (record,) = world.add(COMMUNE, model(points=[point]), register="movement_models")
    with world.open(COMMUNE) as workspace:
        points = show_record(workspace, record).values["points"]
        assert points == [{**point, "unit": {"code": "13285", "valid_from": None}}]
        assert len(list_units(workspace, DAY)) == 116
        with pytest.raises(ProblemsFound) as caught:
            add_records(
                workspace,
                register_named(workspace, "movement_models"),
                [model(points=[{**point, "unit": "99999"}])],
            )
        assert caught.value.findings[0].problems[0].rule == "values.unit"


def test_an_unknown_register_is_refused(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        assert register_named(workspace, "X01").name == "hen_coops"
        with pytest.raises(Refusal, match=r"records\.unknown_register"):
            register_named(workspace, "R99")
