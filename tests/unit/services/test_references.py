"""References: a record never names itself, and one that leads nowhere is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.services.editing import find_title, form_of
from antq_desktop.services.saving import add_records, change_record
from tests.unit.services.conftest import COMMUNE, model
from tests.unit.services.test_looking import TIP

if TYPE_CHECKING:
    from tests.unit.services.conftest import World

NOWHERE = "01890000-0000-7000-8000-000000000000"


def test_a_record_is_no_duplicate_of_itself(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        declared = workspace.catalogue.by_name["crime_reports"]
        (saved,) = add_records(workspace, declared, [TIP])
        with pytest.raises(ProblemsFound) as refused:
            change_record(workspace, saved.record, {"duplicate_of": saved.record}, reason="Trùng")
        (finding,) = refused.value.findings
        assert [one.rule for one in finding.problems] == ["rules.refers_to_itself"]


def test_a_link_to_any_book_is_found_and_shown_with_the_code_of_its_book(world: World) -> None:
    (group,) = world.add(COMMUNE, model(name="Camera xóm Mẫu"), register="movement_models")
    (tip,) = world.add(COMMUNE, {**TIP, "links": [{"linked": group}]}, register="crime_reports")
    with world.open(COMMUNE) as workspace:
        words = "R06 · Camera xóm Mẫu · 1/2024"
        assert find_title(workspace, None, "camera mau", 20) == [(group, words)]
        assert find_title(workspace, "movement_models", "camera mau", 20) == [
            (group, "Camera xóm Mẫu · 1/2024")
        ]
        assert find_title(workspace, "crime_reports", "camera mau", 20) == []
        assert dict(form_of(workspace, "crime_reports", tip).titles) == {group: words}


def test_a_reference_to_nothing_is_told_in_rows_too(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        declared = workspace.catalogue.by_name["crime_reports"]
        (first,) = add_records(workspace, declared, [TIP])
        linked = {"links": [{"linked": first.record}, {"linked": NOWHERE}]}
        (saved,) = add_records(workspace, declared, [{**TIP, "duplicate_of": NOWHERE, **linked}])
    told = [one.field for one in saved.problems if one.rule == "rules.refers_to_nothing"]
    assert told == ["links[2].linked", "duplicate_of"]
    assert not any(one.grave for one in saved.problems if one.field in told)
