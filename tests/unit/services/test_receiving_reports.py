"""Reports in a submission: counted again, compared, refused where they are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.submitting import submit
from antq_desktop.store.revisions import Bare, Revisions
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop
from tests.unit.services.forging import forge, rules, unchanged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Line = dict[str, dict[str, object]]

PERIOD = parse_period("DL-2023")


def test_figures_that_do_not_come_out_are_a_remark(world: World) -> None:
    world.add(COMMUNE, coop())

    def more(body: dict[str, object]) -> None:
        indicators = cast("list[dict[str, object]]", body["indicators"])
        next(one for one in indicators if one["code"] == "X1.1")["value"] = 2

    path = forge(world, report=more)
    with world.open(OFFICE) as workspace:
        verdict = import_bundle(workspace, path)
        assert verdict.verdict == "remarks"
        assert [(one.rule, one.field) for one in verdict.reasons] == [("report_differs", "X1.1")]
        assert verdict.good


def test_what_two_reports_tell_is_a_remark(world: World) -> None:
    world.add(COMMUNE, coop("2022-05-05"))
    with world.open(COMMUNE) as workspace:
        before = submit(workspace, [parse_period("DL-2022")], [])
        place = workspace.place.id

    def tells_2022_again(body: dict[str, object]) -> None:
        entered = cast("dict[str, object]", body["entered"])
        entered["DL-2022"] = [{"after": {place: 0}, "until": body["as_of"]}]

    after = forge(world, report=tells_2022_again)
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, world.home(COMMUNE) / "outbox" / before.file).good
        verdict = import_bundle(workspace, after)
        # Counted by the spans that it states, its line of late entries is another one, too.
        assert [(one.rule, one.field) for one in verdict.reasons] == [
            ("report_told_twice", "$.entered.DL-2022"),
            ("report_differs", "X1.1"),
        ]


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("entered", [1]),
        ("entered", {"DL-2023": [{"after": {}}]}),
        ("switches", 1),
        ("period", "DL-2022"),
        ("as_of", {}),
        ("version", "1"),
        ("version", True),
        ("indicators", [1]),
        ("as_of", None),
        ("as_of", lambda body: dict.fromkeys(body["as_of"], "1")),
    ],
)
def test_a_report_that_is_none_is_refused(world: World, member: str, value: object) -> None:
    world.add(COMMUNE, coop())
    path = forge(
        world, report=lambda body: body.update({member: value(body) if callable(value) else value})
    )
    with world.open(OFFICE) as workspace, unchanged(workspace):
        assert rules(import_bundle(workspace, path)) == {"report_schema"}


def test_a_report_is_counted_again_from_the_rows_of_its_unit_alone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    to_count = Revisions.to_count

    def watched(
        self: Revisions, register: str, unit: str, as_of: Mapping[str, int] | None = None
    ) -> Iterator[Bare]:
        read.append(unit)
        return to_count(self, register, unit, as_of)

    files = []
    for code in (COMMUNE, SECOND):
        world.add(code, coop(hens=1))
        with world.open(code) as workspace:
            files.append(world.home(code) / "outbox" / submit(workspace, [PERIOD], []).file)
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, files[0]).verdict == "accepted"
        monkeypatch.setattr(Revisions, "to_count", watched)
        assert import_bundle(workspace, files[1]).verdict == "accepted"
        assert workspace.store.revisions.owners({}) == set()
    assert {unit.partition("@")[0] for unit in read} == {SECOND}
