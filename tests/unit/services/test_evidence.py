"""Evidence for R07 in real workspaces: what is read of whom, and that nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.services.evidence import evidence_of, look_into
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, preview
from antq_desktop.services.standard_tables import import_added, import_thresholds
from antq_desktop.services.submitting import submit
from antq_desktop.services.users import add_user
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.evidence import Evidence

WHOLE: dict[str, Any] = {
    "year": "2023",
    "subject_kind": "commune",
    "subject": "Xã Thử",
    "in_scope": True,
    "registered_on": "2023-02-01",
    "registration_documents": "Nghị quyết số 2-NQ/ĐU",
    "moves": [{"state": "registered", "on": "2023-02-01"}],
}
OFFICER: dict[str, Any] = {
    "officer": "Vàng A Thử",
    "badge_no": "123-456",
    "rank": "captain",
    "title": "officer",
    "decision": "1/QĐ",
    "started_on": "2021-01-01",
    "discipline": [{"on": "2023-03-01", "form": "Khiển trách"}],
    "moves": [{"state": "serving", "on": "2021-01-01"}],
}
DISPUTE: dict[str, Any] = {
    "opened_on": "2023-05-01",
    "detected_by": "petition",
    "kind": "dispute",
    "subject": "land",
    "parties": [{"name": "Hai hộ liền kề"}],
    "participants": 4,
    "area": "Thôn Trung",
    "summary": "Tranh chấp lối đi.",
    "mediable": True,
    "severity": "hotspot",
    "risk": False,
    "resolving_body": "mediation_team",
    "moves": [{"state": "resolving", "on": "2023-05-01"}],
}


def sent(world: World, code: str) -> Path:
    """Sign what a commune has for the year."""
    with world.open(code) as workspace:
        row = submit(workspace, [parse_period("DL-2023")], [])
        return world.home(code) / "outbox" / row.file


def proposed(found: Evidence) -> dict[str, str]:
    return {one.criterion: str(one.result) for one in found.proposals}


def test_discipline_is_read_in_the_unit_itself_alone(world: World) -> None:
    """TT 124/2021/TT-BCA Đ5.3: it is private, so the office leaves XA3 to be judged."""
    (record,) = world.add(COMMUNE, WHOLE, register="security_standard")
    (officer,) = world.add(COMMUNE, OFFICER, register="police_officers")
    with world.open(COMMUNE) as workspace:
        found, _ = look_into(workspace, record)
        assert proposed(found)["XA3"] == "not_met"
        (one,) = (one for one in found.proposals if one.criterion == "XA3")
        assert one.records == (officer,)
        assert found.titles[officer].startswith("R08a 1/")
    path = sent(world, COMMUNE)
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, path)
        found, _ = look_into(workspace, record)
        assert proposed(found)["XA3"] == "to_be_judged"


def test_what_another_unit_has_changes_nothing(world: World) -> None:
    (record,) = world.add(COMMUNE, WHOLE, register="security_standard")
    world.add(COMMUNE, {**DISPUTE, "severity": "normal"}, register="disputes")
    world.add(SECOND, DISPUTE, register="disputes")
    world.add(SECOND, {**WHOLE, "subject": "Xã Khác"}, register="security_standard")
    paths = [sent(world, code) for code in (COMMUNE, SECOND)]
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, paths[0])
        before, _ = look_into(workspace, record)
        import_bundle(workspace, paths[1])
        after, _ = look_into(workspace, record)
        assert after == before
        assert proposed(after)["KDC3e"] == "met"


def test_looking_writes_nothing_not_even_into_the_journal(world: World) -> None:
    (record,) = world.add(COMMUNE, WHOLE, register="security_standard")
    world.add(COMMUNE, DISPUTE, register="disputes")
    with world.open(COMMUNE) as workspace:
        before = workspace.store.journal.head(), workspace.store.revisions.by_workspace()
        found, values = look_into(workspace, record)
        assert proposed(found)["KDC3e"] == "not_met"
        assert evidence_of(workspace, values) == found
        assert (workspace.store.journal.head(), workspace.store.revisions.by_workspace()) == before


@pytest.mark.parametrize(
    "values", [{}, {"year": "2023"}, {"subject_kind": "commune"}, {**WHOLE, "year": "2023-11"}]
)
def test_year_and_kind_are_needed(world: World, values: dict[str, Any]) -> None:
    with (
        world.open(COMMUNE) as workspace,
        pytest.raises(Refusal, match=r"evidence\.year_and_kind"),
    ):
        evidence_of(workspace, values)


ADDED = (
    "number,subject_kinds,name,legal_basis,valid_from,valid_to\n"
    "7,commune,Camera an ninh,Quyết định thử số 1,2023-01-01,\n"
    "8,commune,Zalo,Quyết định thử số 1,2020-01-01,2022-01-01\n"
)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (7, {}),
        (8, {"rules.added_not_asked": False, "rules.added_missing": False}),
        (9, {"rules.added_unknown": True, "rules.added_missing": False}),
    ],
)
def test_numbers_of_added_criteria_are_those_of_the_table(
    world: World, number: int, told: dict[str, bool]
) -> None:
    """TT 124/2021/TT-BCA Đ8.1."""
    table = world.folder / "added.csv"
    table.write_text(ADDED, encoding="utf-8")
    values = {**WHOLE, "criteria": [{"criterion": "LOCAL", "added": number, "result": "met"}]}
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["security_standard"]
        assert len(import_added(workspace, table)) == 2
        found = {one.rule: one.grave for one in preview(workspace, register, values, None)}
        assert {name: found[name] for name in found if name.startswith("rules.added_")} == told
        # It is told and not refused: a form can be saved before the table is there.
        (saved,) = add_records(workspace, register, [values])
        assert saved.complete


def test_only_the_head_brings_tables_and_a_bad_file_changes_none(world: World) -> None:
    bad = world.folder / "bad.csv"
    bad.write_bytes(b"\xff\xfe\x00")
    with world.open(COMMUNE) as workspace:
        for take in (import_added, import_thresholds):
            with pytest.raises(Refusal, match=r"standard\.unreadable"):
                take(workspace, bad)
            with pytest.raises(Refusal, match=r"standard\.unreadable"):
                take(workspace, world.folder / "none.csv")
        add_user(workspace, "Cán bộ Mẫu", Role.OFFICER, "officer")
    with world.open(COMMUNE, "Cán bộ Mẫu", "officer") as workspace:
        for take in (import_added, import_thresholds):
            with pytest.raises(Refusal, match=r"users\.head_only"):
                take(workspace, bad)
