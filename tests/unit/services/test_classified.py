"""A key area that is classified is not kept: neither as a record nor as a draft (R13)."""

from __future__ import annotations

import pytest

from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.services.looking import list_records
from antq_desktop.services.saving import add_records, change_record
from tests.unit.services.conftest import COMMUNE, World

NAME = {"name": "Khu nhà trọ Mẫu"}


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("classification", ["confidential", "secret", "top_secret", None])
def test_nothing_of_it_is_stored(world: World, classification: str | None, *, draft: bool) -> None:
    values = NAME | ({"classification": classification} if classification else {})
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["key_areas"]
        before = workspace.store.digest(), workspace.store.projections.digest()
        with pytest.raises(ProblemsFound) as refused:
            add_records(workspace, register, [values], draft=draft)
        assert (workspace.store.digest(), workspace.store.projections.digest()) == before
        assert not list_records(workspace, register)
    [finding] = refused.value.findings
    assert [one.field for one in finding.problems] == ["classification"]


def test_a_draft_cannot_become_classified(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["key_areas"]
        [saved] = add_records(workspace, register, [NAME | {"classification": "not_classified"}])
        assert not saved.complete
        with pytest.raises(ProblemsFound):
            change_record(workspace, saved.record, {"classification": "secret"}, reason=None)
