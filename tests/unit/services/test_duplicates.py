"""Records that may be about one person: found, queued, decided; what ends and what hides a pair."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.duplicates import Decision, Why
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.services.duplicates import (
    beside,
    beside_form,
    decide,
    decided_pairs,
    likely,
    queue,
    reopen,
    waiting,
)
from antq_desktop.services.reading_journal import Asked, page
from antq_desktop.services.saving import add_records, change_record, void_record
from antq_desktop.services.users import add_user
from tests.unit.domain.test_drug_user_management import file
from tests.unit.services.conftest import COMMUNE
from tests.unit.services.test_limits import tip

if TYPE_CHECKING:
    from antq_desktop.services.workspace import Workspace
    from tests.unit.services.conftest import World

AN: dict[str, object] = {
    "full_name": "Lò Văn Án",
    "born": "1990-05-01",
    "sex": "male",
    "id_number": "000090000001",
}
NAMESAKE: dict[str, object] = {**AN, "full_name": "LÒ VĂN AN", "id_number": "000090000002"}
OTHER: dict[str, object] = {"full_name": "Vàng A Thử", "born": "1990", "sex": "male"}
BOOK = "drug_user_management"
NAME, SECRET = "Sùng A Thử", "another one"


def enter(workspace: Workspace, *persons: dict[str, object], draft: bool = False) -> list[str]:
    """Save a file of each person."""
    register = workspace.catalogue.by_name[BOOK]
    values = [file(person=one) for one in persons]
    return [one.record for one in add_records(workspace, register, values, draft=draft)]


def refused(message_id: str) -> pytest.RaisesExc[Refusal]:
    """Expect a refusal."""
    return pytest.raises(Refusal, match=re.escape(message_id))


def keys(workspace: Workspace) -> list[tuple[str, str]]:
    """Return the pairs that wait; after a rebuild they are the same."""
    found = [one.key for one in queue(workspace)]
    assert waiting(workspace) == len(found)
    before = workspace.store.projections.digest()
    with workspace.store.atomic():
        workspace.store.projections.rebuild()
    assert workspace.store.projections.digest() == before
    assert [one.key for one in queue(workspace)] == found
    return found


def test_pairs_follow_what_becomes_of_the_records(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        first, second, _ = enter(workspace, AN, NAMESAKE, OTHER)
        (draft,) = enter(workspace, AN, draft=True)
        assert keys(workspace) == [(second, draft), (first, draft), (first, second)]
        why = [one.why for one in queue(workspace)]
        assert why == [(Why.NAME,), (Why.NUMBER, Why.NAME), (Why.NAME,)]
        assert [one.key for one in queue(workspace, after=(second, draft), most=1)] == [
            (first, draft)
        ]
        assert queue(workspace)[0].double.record == draft
        void_record(workspace, draft, reason="nhầm")
        assert keys(workspace) == [(first, second)]
        change_record(workspace, second, {"person": OTHER}, reason="nhầm người")
        assert first not in {one for pair in keys(workspace) for one in pair}
        change_record(workspace, second, {"person": AN}, reason="đúng người")
        assert keys(workspace) == [(first, second)]
        void_record(workspace, first, reason="nhầm")
        assert keys(workspace) == []


def test_a_report_that_names_the_other_one_is_asked_about_no_more(world: World) -> None:
    """And another book is another matter: a person may stand in both."""
    with world.open(COMMUNE) as workspace:
        enter(workspace, AN)
        register = workspace.catalogue.by_name["crime_reports"]
        sealed = {"informant": {"full_name": "Lò Văn Án", "born": "1990"}}
        lines = [tip("2023-05-05", suspects=[{"person": AN}]), tip("2023-05-06", **sealed)]
        first, _ = (one.record for one in add_records(workspace, register, lines))
        assert keys(workspace) == []
        (again,) = add_records(workspace, register, [lines[0]])
        assert keys(workspace) == [(first, again.record)]
        change_record(workspace, again.record, {"duplicate_of": first}, reason="trùng")
        assert keys(workspace) == []


def test_a_form_is_told_what_it_looks_like_until_somebody_decided(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name[BOOK]
        first, namesake = enter(workspace, AN, NAMESAKE)
        typed = {"person": {**AN, "phone": "+84900000001"}}
        found = likely(workspace, register, typed, None)
        assert [(one.line.record, one.why) for one in found] == [
            (first, (Why.NUMBER, Why.NAME)),
            (namesake, (Why.NAME,)),
        ]
        assert likely(workspace, register, {"person": {"full_name": "Lò Văn Án"}}, None) == ()
        assert likely(workspace, register, {}, None) == ()
        assert [one.line.record for one in likely(workspace, register, typed, first)] == [namesake]
        compared = beside_form(workspace, register, typed, first)
        assert (compared.pair, compared.why) == (None, (Why.NUMBER, Why.NAME))
        differing = {one.path: one.later for one in compared.rows if one.differs}
        assert differing["person.phone"] == "+84900000001"
        assert not [
            path for path in differing if path.startswith("person.") and "phone" not in path
        ]
        decide(workspace, first, namesake, Decision.DIFFERENT)
        assert likely(workspace, register, typed, first) == ()
        assert len(likely(workspace, register, typed, None)) == 2


def test_a_decision_is_kept_with_who_when_and_why_and_can_be_taken_back(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        first, second = enter(workspace, AN, {**AN, "occupation": "Làm ruộng"})
        compared = beside(workspace, second, first)
        assert [(one.path, one.earlier, one.later) for one in compared.rows if one.differs] == [
            ("person.occupation", None, "Làm ruộng")
        ]
        pair = decide(workspace, second, first, Decision.BOTH, "  hai đợt   quản lý ")
        assert pair.decided is not None
        assert (pair.by, pair.decided.reason) == ("Lò Thị Mẫu", "hai đợt quản lý")
        assert (keys(workspace), [one.key for one in decided_pairs(workspace)]) == (
            [],
            [(first, second)],
        )
        with refused("duplicates.decided"):
            decide(workspace, first, second, Decision.DOUBLE)
        reopen(workspace, first, second)
        assert (keys(workspace), decided_pairs(workspace)) == ([(first, second)], [])
        with refused("duplicates.undecided"):
            reopen(workspace, first, second)
        lines = page(workspace, Asked(kind="records"), None, 50)
        acts = {one.act: one for one in lines if one.act.startswith("duplicate_")}
        assert set(acts) == {"duplicate_decided", "duplicate_reopened"}
        assert acts["duplicate_decided"].details["decision"] == "both"
        with refused("values"):
            decide(workspace, first, second, Decision.BOTH, "lý do\u0007")
        assert keys(workspace) == [(first, second)]


def test_what_is_voided_or_discarded_after_a_decision(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        first, second = enter(workspace, AN, AN)
        (draft,) = enter(workspace, AN, draft=True)
        decide(workspace, first, second, Decision.DOUBLE)
        decide(workspace, first, draft, Decision.DOUBLE)
        void_record(workspace, second, reason="trùng")
        void_record(workspace, draft, reason="trùng")
        (kept,) = decided_pairs(workspace)
        assert (kept.key, kept.why, kept.later.voided) == ((first, second), (), True)
        assert beside(workspace, first, second).pair == kept
        reopen(workspace, first, second)
        assert keys(workspace) == []


def test_who_sees_a_book_in_part_or_not_at_all_is_told_of_nothing_else(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        first, second = enter(workspace, AN, AN)
        third, fourth = (
            one.record
            for one in add_records(
                workspace,
                workspace.catalogue.by_name["crime_reports"],
                [tip(day, suspects=[{"person": AN}]) for day in ("2023-05-05", "2023-05-06")],
            )
        )
        decide(workspace, third, fourth, Decision.BOTH)
        add_user(workspace, NAME, Role.AREA_OFFICER, SECRET)
    with world.open(COMMUNE, NAME, SECRET) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        assert (queue(workspace), waiting(workspace), decided_pairs(workspace)) == ([], 0, [])
        values = {"suspects": [{"person": AN}]}
        assert likely(workspace, register, values, None) == ()
        for pair in ((first, second), (third, fourth)):
            with refused("users.no_access"):
                beside(workspace, *pair)
            with refused("users.no_access"):
                reopen(workspace, *pair)


def test_what_was_given_away_is_asked_about_where_it_is_now(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with world.open(COMMUNE) as workspace:
        first, second = enter(workspace, AN, AN)
        (new,) = enter(workspace, AN)
        monkeypatch.setattr(workspace.store.pens, "given_until", lambda: workspace.last_seq() - 1)
        assert queue(workspace) == []
        with refused("records.not_ours"):
            decide(workspace, first, new, Decision.BOTH)
        monkeypatch.undo()
        assert len(queue(workspace)) == len([(first, second), (first, new), (second, new)])
