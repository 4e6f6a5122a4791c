"""What is refused is heard as it was meant: once, at any time, and never as an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services import hearing
from antq_desktop.services.arriving import opened
from antq_desktop.services.directory import choose_policy
from antq_desktop.services.duties import all_duties
from antq_desktop.services.hearing import hear_verdict
from tests.unit.services.conftest import COMMUNE, OFFICE, coop
from tests.unit.services.exchange import answer, change, exchange, hear, rules, sign, take
from tests.unit.services.test_queries import ask_about, at_office, deliver_signed, post, told

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.unit.services.conftest import World


def test_a_refused_revision_answers_nothing_though_an_older_one_is_in(world: World) -> None:
    """Changed before the question was known, and again because of it: the second is refused."""
    with world.open(OFFICE) as workspace:
        choose_policy(workspace, "rest")
    (record,) = world.add(COMMUNE, coop())
    exchange(world)
    (query,) = ask_about(world, record)
    change(world, record, hens=7)
    told(world, post(world))
    world.later(days=60)
    change(world, record, built_on="2024-03-01")
    kind, path = deliver_signed(world)
    world.later(days=-60)
    (verdict,) = take(world, path)
    assert kind == "correction"
    assert (verdict.counts["changed"], verdict.counts["refused"]) == (1, 1)
    assert "answer_left_out" in rules(verdict.notes)
    assert at_office(world) == {query: "written"}


def refused_row(world: World) -> tuple[str, Path]:
    """Let the office refuse a record of a day to come; return it and the receipt."""
    world.later(days=60)
    (record,) = world.add(COMMUNE, coop("2024-03-01"))
    path = sign(world)
    world.later(days=-60)
    take(world, path)
    return record, answer(world)


def test_a_refusal_is_heard_after_the_certificate_ran_out(world: World) -> None:
    record, receipt = refused_row(world)
    came = world.now
    world.later(days=4 * 365)
    with world.open(COMMUNE) as workspace:
        with opened(workspace, receipt, moment=came) as bundle:
            body = bundle.manifest.receipt
        assert body is not None
        row = workspace.store.exchanged.outgoing("submission")[-1]
        hear_verdict(workspace, body.verdicts[-1], row)
        (duty,) = all_duties(workspace)
        assert (duty.query.record, duty.query.field) == (record, "built_on")


def test_a_receipt_that_comes_again_does_not_unpack_the_bundle_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, receipt = refused_row(world)
    world.later(days=60)
    hear(world, receipt)
    unpacked: list[Path] = []
    monkeypatch.setattr(hearing, "opened", lambda _, path, **__: unpacked.append(path))
    hear(world, receipt)
    assert unpacked == []
