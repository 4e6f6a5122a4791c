"""The form of every register: all its fields are there, and what is typed is what is stored."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from uuid_utils import uuid7

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.fields import Kind, Travel
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.values import Reader
from antq_desktop.gui import entry
from antq_desktop.gui.entry.compound import PersonEditor, RowsEditor
from antq_desktop.services.looking import show_record
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from tests.gui.conftest import COMMUNE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.entry.draft import OpenForm
    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.paths import Paths
    from antq_desktop.services.looking import Shown

UNITS = load_units()
REGISTERS = load_catalogue().registers
MANY = 8
#: The end of the first year in which every book was kept.
LAST = date(2024, 12, 31)


def fullest(register: Register) -> dict[str, object]:
    """Return, of some invented records, the one with most fields, as it is stored."""
    # Some point to records of other registers; a form shows those that lie elsewhere by their id.
    unit = UNITS.resolve(f"{COMMUNE}@{LAST}", LAST)
    elsewhere: dict[str, dict[str, dict[str, object]]] = {}
    sample = Sample(unit, LAST.year, MANY, seed=2, saved=elsewhere)
    for name, made in SAMPLES.items():
        elsewhere[name] = {str(uuid7()): one for one in made(sample)}
    reader = Reader(UNITS, LAST)
    records = [reader.read_all(register.fields, one)[0] for one in SAMPLES[register.name](sample)]
    return max(records, key=len)


def lacking(screen: EntryScreen, register: Register) -> list[str]:
    """Return the fields and columns that the form does not show, or shows without a name."""
    found: list[str] = []
    for one in register.fields:
        cell = screen.widget.cell(one.name)
        if not cell.isVisibleTo(screen.widget) or not cell.editor.target().accessibleName():
            found.append(one.name)
        inner = PERSON_FIELDS if one.kind is Kind.PERSON else one.columns
        if inner:
            assert isinstance(cell.editor, PersonEditor | RowsEditor)
            below = cell.editor.grid.cells
            found += [each.name for each in inner if each.name not in below]
            persons = [each.name for each in inner if each.kind is Kind.PERSON]
            assert all(isinstance(below[name].editor, PersonEditor) for name in persons)
    return found


def assert_whole(screen: EntryScreen, qtbot: QtBot, register: Register) -> None:
    """Wait for all fields: a layout shows what is new in it with the next turn of the loop."""
    qtbot.waitUntil(lambda: not lacking(screen, register))


@pytest.fixture
def screen(commune: Paths, context: Callable[[Paths], Context], qtbot: QtBot) -> EntryScreen:
    """Return the form of a workspace that is open, shown in a window of a small laptop."""
    made = entry.build(context(commune))
    qtbot.addWidget(made.widget)
    made.widget.resize(1366, 768)
    made.widget.show()
    return made


def test_every_form_shows_its_fields_and_saves_what_is_typed(
    screen: EntryScreen, session: Session, qtbot: QtBot, subtests: pytest.Subtests
) -> None:
    for register in REGISTERS:
        with subtests.test(register=register.name):
            form, values = opened(screen, qtbot, register), fullest(register)
            assert_whole(screen, qtbot, register)
            typed = form.hand.show_all(register.fields, values)
            screen.widget.show_typed(typed)
            screen.widget.settle()
            with qtbot.waitSignal(screen.saved) as heard:
                screen.widget.save_asked.emit()
            qtbot.waitUntil(lambda: screen.form is not None and screen.form.data.registered)
            assert heard.args is not None
            assert_stored(session, qtbot, register, str(heard.args[0]), values)


def opened(screen: EntryScreen, qtbot: QtBot, register: Register) -> OpenForm:
    """Open a new record and return its form."""
    before = screen.form
    screen.open(register.name, None)
    qtbot.waitUntil(lambda: screen.form is not None and screen.form is not before)
    assert screen.form is not None
    return screen.form


def assert_stored(
    session: Session, qtbot: QtBot, register: Register, record: str, values: dict[str, object]
) -> None:
    """Check that a record was registered with these values, and that what is sealed is sealed."""
    shown: list[Shown] = []
    session.ask(lambda workspace: show_record(workspace, record), shown.append)
    qtbot.waitUntil(lambda: bool(shown))
    sealed = {one.name for one in register.fields if one.travel is Travel.CONFIDENTIAL}
    assert not shown[0].line.draft
    assert shown[0].values == {name: one for name, one in values.items() if name not in sealed}
    assert shown[0].has_confidential == bool(sealed & set(values))
