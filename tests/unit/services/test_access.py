"""What the table of roles lets each user see, write, print: through the services themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.roles import Access, Role, access_of, may_print
from antq_desktop.errors import Refusal
from antq_desktop.services.attachments import attachments_of
from antq_desktop.services.comparing import compare, lines_behind
from antq_desktop.services.editing import form_of
from antq_desktop.services.listing import Wanted, open_list
from antq_desktop.services.looking import history, list_records, search, show_record
from antq_desktop.services.papers import compose, forms
from antq_desktop.services.sample import Sample
from antq_desktop.services.sample_cases import disputes
from antq_desktop.services.saving import add_records, change_record, void_record
from antq_desktop.services.users import add_user, set_role
from tests.unit.services.conftest import COMMUNE, World, model

if TYPE_CHECKING:
    from antq_desktop.services.workspace import Workspace

NAME, SECRET = "Sùng A Thử", "another one"
YEAR = parse_period("DL-2023")


def refused(why: str) -> pytest.RaisesExc[Refusal]:
    """Expect a refusal."""
    return pytest.raises(Refusal, match=rf"users\.{why}")


def test_the_table_divides_the_registers(world: World) -> None:
    """Who is in command and who keeps all books gets everywhere; others as domain.md A.14 says."""
    names = [one.name for one in world.catalogue.registers]
    for role in (Role.HEAD, Role.DEPUTY, Role.OFFICER):
        assert {access_of(role, name) for name in names} == {Access.WRITE}
    duty = {name for name in names if access_of(Role.DUTY_OFFICER, name) is Access.WRITE}
    assert {"crime_reports", "disputes", "wanted_persons"} < duty
    assert not {"drug_user_management", "movement_models", "awards", "key_areas"} & duty
    assert access_of(Role.MOVEMENT_OFFICER, "crime_reports") is Access.NUMBERS
    assert access_of(Role.MEASURES_OFFICER, "drug_user_management") is Access.WRITE
    assert access_of(Role.AREA_OFFICER, "disputes") is Access.OWN
    assert may_print(Role.DUTY_OFFICER, "tt119-01")
    assert not may_print(Role.DUTY_OFFICER, "tt119-03")


def _entered(world: World) -> tuple[str, str]:
    """Let the head enter a dispute and a model, and add an area officer."""
    with world.open(COMMUNE) as workspace:
        register = world.catalogue.by_name["disputes"]
        raw = next(disputes(Sample(workspace.unit, 2023, 1, 1)))
        (dispute,) = add_records(workspace, register, [raw])
        models = world.catalogue.by_name["movement_models"]
        (other,) = add_records(workspace, models, [model()])
        add_user(workspace, NAME, Role.AREA_OFFICER, SECRET)
    return dispute.record, other.record


def _sees_nothing_of(workspace: Workspace, record: str) -> None:
    """Every way to a record of another's is closed, and none changes it."""
    register = workspace.catalogue.by_name["disputes"]
    before = workspace.store.revisions.history(record)
    for way in (
        lambda: show_record(workspace, record),
        lambda: history(workspace, record),
        lambda: attachments_of(workspace, record),
        lambda: form_of(workspace, "disputes", record),
        lambda: change_record(workspace, record, {"parties": None}, reason="Thử"),
        lambda: void_record(workspace, record, reason="Thử"),
        lambda: compose(workspace, "record-slip", record=record),
        lambda: compose(workspace, "register-book", register="disputes", period=YEAR),
    ):
        with refused("no_access"):
            way()
    title = workspace.store.queries.line(record)
    assert title is not None
    assert record not in [one.record for one in search(workspace, title.title)]
    assert record not in [one.record for one in list_records(workspace, register)]
    assert workspace.store.revisions.history(record) == before


def test_an_area_officer_sees_what_he_entered(world: World) -> None:
    """Of a book that is his in part he sees his own records; the figures count all the same."""
    dispute, other = _entered(world)
    with world.open(COMMUNE, NAME, SECRET) as workspace:
        _sees_nothing_of(workspace, dispute)
        register = world.catalogue.by_name["disputes"]
        raw = next(disputes(Sample(workspace.unit, 2023, 1, 2)))
        own, draft = (
            add_records(workspace, register, [raw])[0].record,
            add_records(workspace, register, [{}], draft=True)[0].record,
        )
        assert [one.record for one in list_records(workspace, register)] == [own, draft]
        listed = open_list(workspace, Wanted(register="disputes"))
        assert listed is not None
        assert len(listed) == 2
        assert form_of(workspace, "disputes", own).writable
        assert compose(workspace, "record-slip", record=own).pages
        counted = compare(workspace, YEAR)
        behind = {
            line.record for one in counted for line in lines_behind(workspace, one.now.records)
        }
        assert behind == {own, other}
        ours = [one.now for one in counted if one.register is register]
        assert {dispute, own} in [{one.record for one in figure.records} for figure in ours]
        # What he may only read, he reads.
        assert not form_of(workspace, "awards", None).writable
        with refused("no_writing"):
            add_records(workspace, world.catalogue.by_name["awards"], [{}], draft=True)


def test_numbers_alone_and_nothing(world: World) -> None:
    """A role that has the numbers of a book has no list of it; the forms follow the role."""
    dispute, _ = _entered(world)
    with world.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        set_role(workspace, NAME, Role.MOVEMENT_OFFICER)
        for fixed in (("Lò Thị Mẫu", Role.OFFICER), (NAME, Role.HEAD)):
            with refused("command_fixed"):
                set_role(workspace, *fixed)
        with refused("unknown"):
            set_role(workspace, "Không Có", Role.OFFICER)
    with world.open(COMMUNE, NAME, SECRET) as workspace:
        assert show_record(workspace, dispute).line.record == dispute
        for name in ("crime_reports", "drug_user_management"):
            with refused("no_access"):
                list_records(workspace, world.catalogue.by_name[name])
            with refused("no_access"):
                open_list(workspace, Wanted(register=name))
        assert "tt119-01" not in {one.code for one in forms(workspace)}
        with refused("head_only"):
            set_role(workspace, NAME, Role.OFFICER)
    with world.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        set_role(workspace, NAME, Role.DUTY_OFFICER)
    with world.open(COMMUNE, NAME, SECRET) as workspace:
        assert {one.code for one in forms(workspace)} >= {"tt119-01", "tt119-214"}
        with refused("no_printing"):
            compose(workspace, "record-slip", record=dispute)
