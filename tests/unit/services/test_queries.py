"""Queries go down, duties arise, corrections come up and close them: the whole way by services."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace as with_fields

from antq_desktop.bundle.queries import AnswerItem, CorrectionBody
from antq_desktop.errors import Refusal
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import choose_policy
from antq_desktop.services.duties import all_duties, duties, duties_of, explain, open_duties
from antq_desktop.services.following import followed
from antq_desktop.services.posting import unwritten, write_queries
from antq_desktop.services.querying import (
    Wanted,
    accept_answer,
    ask,
    ask_again,
    choose_term,
    usual_due,
    withdraw,
)
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.returning import bad_rows
from antq_desktop.services.saving import void_record
from antq_desktop.services.submitting import submit
from antq_desktop.services.undoing import undo_import
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, OTHER_OFFICE, SECOND, coop
from tests.unit.services.exchange import (
    answer,
    back_up,
    change,
    exchange,
    hear,
    restore,
    rules,
    sign,
    take,
)
from tests.unit.services.forging import forge

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.bundle.bodies import ImportPolicy
    from antq_desktop.services.verdicts import Verdict
    from tests.unit.services.conftest import World

TEXT = "Đề nghị kiểm tra lại số gà."
NOBODY = "019754a0-6c00-7000-8000-000000000001"


def ask_about(world: World, *records: str, office: str = OFFICE, **more: Any) -> list[str]:
    """Return records to the communes; give the ids of the queries."""
    with world.open(office) as workspace:
        wanted = [Wanted(record=one, **({"text": TEXT} | more)) for one in records]
        return [one.id for one in ask(workspace, wanted)]


def post(world: World, *, code: str = COMMUNE, again: bool = False, office: str = OFFICE) -> Path:
    """Write the queries to a medium, and return the bundle for a commune."""
    world.later(minutes=1)
    with world.open(office) as workspace:
        rows = [one for one in write_queries(workspace, again=again) if one.recipient == code]
        return deliver(workspace, rows[-1], world.folder / f"{rows[-1].digest[:8]}-query.antq")


def told(world: World, path: Path, code: str = COMMUNE) -> Verdict:
    """Open a query at a commune."""
    world.later(minutes=1)
    with world.open(code) as workspace:
        return import_bundle(workspace, path)


def at_office(world: World) -> dict[str, str]:
    """Return how the queries stand at the office."""
    with world.open(OFFICE) as workspace:
        return {one.query.id: one.state for one in followed(workspace)}


def at_commune(world: World) -> dict[str, str]:
    """Return how the duties stand at the commune."""
    with world.open(COMMUNE) as workspace:
        return {one.query.id: one.state for one in duties(workspace)}


def deliver_signed(world: World) -> tuple[str, Path]:
    """Sign what is due and write it to a medium; return its kind and the file."""
    world.later(minutes=1)
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
        return row.kind, deliver(workspace, row, world.folder / f"{row.digest[:8]}.antq")


def test_a_query_is_answered_by_the_next_bundle(world: World) -> None:
    first, second = world.add(COMMUNE, coop(hens=1), coop(hens=2))
    exchange(world)
    (query,) = ask_about(world, first, field="hens", rule="row_rule", due=date(2024, 1, 25))
    assert at_office(world) == {query: "asked"}
    with world.open(OFFICE) as workspace:
        assert unwritten(workspace) == 1
    path = post(world)
    assert at_office(world) == {query: "written"}
    with world.open(OFFICE) as workspace:
        assert unwritten(workspace) == 0
        assert write_queries(workspace) == []
        assert len(write_queries(workspace, again=True)) == 1
    verdict = told(world, path)
    assert (verdict.verdict, verdict.content) == ("accepted", ("verdicts.query", {"count": 1}))
    assert told(world, path).verdict == "same"
    with world.open(COMMUNE) as workspace:
        (duty,) = duties(workspace)
        assert (duty.query.text, duty.query.field, duty.state) == (TEXT, "hens", "open")
        assert (duty.query.due, duty.query.rule) == ("2024-01-25", "row_rule")
        assert open_duties(workspace) == 1
        assert [one.query.id for one in duties_of(workspace, first)] == [query]
        assert duties_of(workspace, second) == []
    world.later(days=3)
    change(world, first, hens=4)
    assert at_commune(world) == {query: "answered"}
    kind, path = deliver_signed(world)
    assert kind == "correction"
    assert at_commune(world) == {query: "sent"}
    (verdict,) = take(world, path)
    assert (verdict.verdict, verdict.kind, verdict.notes) == ("accepted", "correction", ())
    assert verdict.counts["changed"] == 1
    with world.open(OFFICE) as workspace:
        (one,) = followed(workspace)
        assert (one.state, one.days, one.changed, one.answer) == ("closed", 3, True, None)
    hear(world, answer(world))
    assert at_commune(world) == {query: "closed"}
    world.add(COMMUNE, coop())
    assert deliver_signed(world)[0] == "submission"


def test_words_answer_where_the_record_stays(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    exchange(world)
    (query,) = ask_about(world, record)
    told(world, post(world))
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"queries\.text_needed"):
            explain(workspace, query, " \u200b\n ")
        explain(workspace, query, "Đã đối chiếu\nvới sổ giấy.")
    assert at_commune(world) == {query: "answered"}
    kind, path = deliver_signed(world)
    assert kind == "correction"
    take(world, path)
    with world.open(OFFICE) as workspace:
        (one,) = followed(workspace)
        assert (one.state, one.answer) == ("answered", "Đã đối chiếu với sổ giấy.")
        asked_again = ask_again(workspace, query, "Sổ giấy ghi khác.", None).id
    assert at_office(world) == {query: "again", asked_again: "asked"}
    hear(world, answer(world))
    told(world, post(world))
    assert at_commune(world) == {asked_again: "open", query: "again"}
    with world.open(COMMUNE) as workspace:
        void_record(workspace, record, reason="Ghi nhầm")
    take(world, deliver_signed(world)[1])
    assert at_office(world)[asked_again] == "closed"


def test_a_person_is_content_with_words_or_asks_no_more(world: World) -> None:
    first, second = world.add(COMMUNE, coop(), coop())
    exchange(world)
    one, other = ask_about(world, first, second)
    told(world, post(world))
    with world.open(COMMUNE) as workspace:
        explain(workspace, one, "Đúng như vậy.")
    take(world, deliver_signed(world)[1])
    with world.open(OFFICE) as workspace:
        with pytest.raises(Refusal, match=r"queries\.not_answered"):
            accept_answer(workspace, other)
        accept_answer(workspace, one)
        withdraw(workspace, other)
        withdraw(workspace, other)
        assert unwritten(workspace) == 1
    assert at_office(world) == {one: "closed", other: "withdrawn"}
    told(world, post(world))
    hear(world, answer(world))
    assert at_commune(world) == {one: "closed", other: "withdrawn"}
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match=r"queries\.settled"):
        explain(workspace, other, "Muộn rồi.")


def test_queries_come_in_any_order_and_after_the_correction(world: World) -> None:
    first, second = world.add(COMMUNE, coop(), coop())
    exchange(world)
    (one,) = ask_about(world, first)
    early = post(world)
    (other,) = ask_about(world, second)
    with world.open(OFFICE) as workspace:
        withdraw(workspace, one)
    late = post(world)
    change(world, second, hens=7)  # before the commune knows that it is asked
    told(world, late)
    told(world, early)
    assert at_commune(world) == {one: "withdrawn", other: "open"}
    with world.open(COMMUNE) as workspace:
        assert duties_of(workspace, second)[0].changed
    kind, path = deliver_signed(world)
    assert kind == "submission"
    take(world, path)
    with world.open(OFFICE) as workspace:
        standing = {each.query.id: each for each in followed(workspace)}
    # Changed, but by somebody who did not know of the question: a person decides.
    assert (standing[other].state, standing[other].changed) == ("written", True)
    with world.open(COMMUNE) as workspace:
        explain(workspace, other, "Đã sửa trước khi nhận được yêu cầu.")
    take(world, deliver_signed(world)[1])
    assert at_office(world)[other] == "answered"


def test_a_lost_correction_loses_no_answer_and_undoing_takes_it_back(world: World) -> None:
    first, second = world.add(COMMUNE, coop(), coop())
    exchange(world)
    one, other = ask_about(world, first, second)
    told(world, post(world))
    change(world, first, hens=3)
    deliver_signed(world)  # lost
    change(world, second, hens=3)
    kind, path = deliver_signed(world)
    (verdict,) = take(world, path)
    assert (kind, verdict.verdict) == ("correction", "accepted")
    assert set(at_office(world).values()) == {"closed"}
    with world.open(OFFICE) as workspace:
        digest = workspace.store.exchanged.incoming()[-1].digest
        undo_import(workspace, digest, "Nhầm")
    assert at_office(world) == {one: "written", other: "written"}
    hear(world, answer(world))
    assert at_commune(world) == {one: "answered", other: "answered"}
    # What is answered already is answered again, and nothing is counted twice.
    take(world, path, path)
    take(world, deliver_signed(world)[1])
    assert set(at_office(world).values()) == {"closed"}


def test_what_nobody_may_ask_is_refused(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    (foreign,) = world.add(FOREIGN, coop())
    exchange(world)
    for records, more, rule in (
        ((NOBODY,), {}, "no_record"),
        ((foreign,), {}, "no_record"),
        ((record,), {"field": "wings"}, "no_field"),
        ((record,), {"field": "hens[1]"}, "no_field"),
        ((record,), {"text": "x" * (1 << 20)}, "text_long"),
        ((record,), {"text": "x" * 501}, "text_long"),
        ((record,), {"text": "\u0000\u202e"}, "text_needed"),
        ((record,), {"due": date(2024, 1, 1)}, "due_past"),
        ((record, NOBODY), {}, "no_record"),
    ):
        with pytest.raises(Refusal, match=rf"queries\.{rule}"):
            ask_about(world, *records, **more)
    assert at_office(world) == {}  # all or none
    (own,) = world.add(OFFICE, coop())
    with pytest.raises(Refusal, match=r"queries\.own_record"):
        ask_about(world, own)
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"office_only"):
            ask(workspace, [Wanted(record=record, text=TEXT)])
        with pytest.raises(Refusal, match=r"queries\.unknown"):
            explain(workspace, NOBODY, TEXT)
    with world.open(OFFICE) as workspace, pytest.raises(Refusal, match=r"queries\.unknown"):
        withdraw(workspace, NOBODY)


def test_a_query_of_somebody_else_or_for_somebody_else_is_refused(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    (foreign,) = world.add(FOREIGN, coop())
    exchange(world)
    take(world, sign(world, code=FOREIGN), office=OTHER_OFFICE)
    ask_about(world, record)
    ask_about(world, foreign, office=OTHER_OFFICE)
    ours = post(world)
    theirs = post(world, code=FOREIGN, office=OTHER_OFFICE)
    for path, code in ((theirs, COMMUNE), (ours, SECOND), (ours, FOREIGN)):
        verdict = told(world, path, code)
        assert (verdict.verdict, rules(verdict.reasons)) == ("refused", {"not_for_us"})
    with world.open(OFFICE) as workspace:
        assert rules(verify_bundle(workspace, ours).reasons) == {"wrong_side"}
    assert at_commune(world) == {}


def test_answers_to_what_was_not_asked_change_nothing(world: World) -> None:
    first, second = world.add(COMMUNE, coop()), world.add(SECOND, coop())
    exchange(world)
    exchange(world, code=SECOND)
    (theirs,) = ask_about(world, *second)
    (ours,) = ask_about(world, *first)

    def answers(*ids: str) -> CorrectionBody:
        items = tuple(AnswerItem(query=one, text=None) for one in sorted(ids))
        return CorrectionBody(answers=items)

    body = answers(theirs, ours, NOBODY)
    path = forge(
        world, manifest=lambda found: with_fields(found, kind="correction", correction=body)
    )
    (verdict,) = take(world, path)
    assert verdict.verdict == "accepted"
    assert rules(verdict.notes) == {"answer_unknown", "answer_foreign", "answer_left_out"}
    assert set(at_office(world).values()) == {"asked"}


def test_a_restored_commune_answers_all_the_same(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    exchange(world)
    backup = back_up(world)
    (lost,) = world.add(COMMUNE, coop(hens=9))
    exchange(world)
    one, gone = ask_about(world, record, lost)
    told(world, post(world))
    receipt = answer(world)
    restore(world, backup, receipt=receipt)
    assert at_commune(world) == {}
    verdict = told(world, post(world, again=True))
    assert (verdict.verdict, rules(verdict.notes)) == ("accepted", {"query_record_missing"})
    assert at_commune(world) == {one: "open", gone: "open"}
    change(world, record, hens=2)
    with world.open(COMMUNE) as workspace:
        explain(workspace, gone, "Hồ sơ mất khi khôi phục, sẽ nhập lại.")
    take(world, deliver_signed(world)[1])
    assert at_office(world) == {one: "closed", gone: "answered"}


def test_terms_are_the_offices_own(world: World) -> None:
    with world.open(OFFICE) as workspace:
        assert usual_due(workspace, "hen_coops") is None
        assert choose_term(workspace, "", 10) == {"": 10}
        choose_term(workspace, "hen_coops", 3)
        assert usual_due(workspace, "hen_coops") == date(2024, 1, 18)
        assert usual_due(workspace, "disputes") == date(2024, 1, 25)
        assert choose_term(workspace, "hen_coops", None) == {"": 10}
        for days in (0, 367):
            with pytest.raises(Refusal, match=r"queries\.bad_term"):
                choose_term(workspace, "", days)


def test_an_answer_is_owed_until_its_day(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    exchange(world)
    (query,) = ask_about(world, record, due=date(2024, 1, 20))
    told(world, post(world))
    world.later(days=6)
    assert at_office(world) == {query: "overdue"}
    with world.open(COMMUNE) as workspace:
        assert duties(workspace)[0].late


def test_what_a_receipt_refuses_becomes_a_duty(world: World) -> None:
    """With ``rest`` row by row, with ``whole`` all that was wrong; a sound bundle settles both."""
    policies: tuple[ImportPolicy, ...] = ("whole", "rest")
    refusal = ("built_on", "row_rule.rules.not_future")
    for policy in policies:
        with world.open(OFFICE) as workspace:
            choose_policy(workspace, policy)
        world.later(days=60)
        good = world.add(COMMUNE, coop(hens=1), coop(hens=2))
        bad = world.add(COMMUNE, coop("2024-03-01" if policy == "whole" else "2024-05-01"))
        path = sign(world)
        world.later(days=-60)
        (verdict,) = take(world, path)
        assert verdict.verdict == ("refused" if policy == "whole" else "remarks")
        with world.open(OFFICE) as workspace:
            (row,) = bad_rows(workspace, path, verdict.reasons)
            assert (row.record, row.field, row.rule) == (*bad, *refusal)
            (query,) = ask(workspace, [Wanted(record=row.record, text=TEXT)], path)
            assert query.number == 1
        receipt = answer(world)
        world.later(days=60)
        for _ in range(2):
            hear(world, receipt)
        told(world, post(world))
        with world.open(COMMUNE) as workspace:
            # Asked about what was refused: one duty, not two.
            assert [one.query.origin for one in duties_of(workspace, bad[0])] == ["received"]
            assert open_duties(workspace) == 1
            found = [one for one in all_duties(workspace) if not one.settled]
            assert {one.query.origin for one in found} == {"refused", "received"}
            assert [one.query.record for one in found] == [*bad, *bad]
            refused = next(one for one in found if one.query.origin == "refused")
            assert (refused.query.field, refused.query.rule, refused.state) == (*refusal, "open")
            with pytest.raises(Refusal, match=r"queries\.correct_instead"):
                explain(workspace, refused.query.id, TEXT)
        change(world, bad[0], built_on="2024-01-02")
        assert set(at_commune(world).values()) <= {"answered", "closed"}
        kind, path = deliver_signed(world)
        assert kind == "correction"
        (verdict,) = take(world, path)
        assert not rules(verdict.notes) & {"answer_left_out", "answer_unknown"}
        assert set(at_office(world).values()) == {"closed"}
        hear(world, answer(world))
        assert set(at_commune(world).values()) == {"closed"}
        with world.open(OFFICE) as workspace:
            assert all(workspace.store.queries.line(one) for one in (*good, *bad))
