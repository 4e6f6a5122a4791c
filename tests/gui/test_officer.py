"""A scripted officer types reports from paper with real keys; what the keys cost is counted.

A stroke that puts no character of the paper into the form is overhead: Tab, arrows, Space, Ins, the
jumps. A choice is typed as far as it must be, a date without its dividing strokes; what is saved
so is counted apart and not set against the overhead.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.forms import found_codes
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.register import MOVES
from antq_desktop.domain.values import Reader
from antq_desktop.domain.vietnamese import fold
from antq_desktop.gui import entry
from antq_desktop.services.looking import show_record
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from tests.gui.conftest import COMMUNE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.forms import Hand
    from antq_desktop.domain.register import Register
    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.paths import Paths
    from antq_desktop.services.looking import Shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

UNITS = load_units()
LAST = date(2024, 12, 31)
DAILY = ("crime_reports", "disputes", "documents", "propaganda", "awards", "drug_user_management")
ALLOWED = 15
"""Strokes beside the characters of the paper, in percent of these."""
NOT_ON_PAPER = frozenset({Kind.REFERENCE})
MOST_TABS = 60
MANY = 9
"""How many reports of each register a long run types: more than 50 together."""


@dataclass
class Count:
    """What was typed: characters on paper, characters typed, strokes beside them."""

    paper: int = 0
    typed: int = 0
    beside: int = 0

    @property
    def percent(self) -> float:
        """The overhead."""
        return 100 * self.beside / max(self.paper, 1)

    def add(self, other: Count) -> None:
        """Count what was typed elsewhere as well."""
        self.paper += other.paper
        self.typed += other.typed
        self.beside += other.beside


def papers(name: str, many: int) -> list[dict[str, object]]:
    """Return invented records of a register, as they are stored, those with least fields last."""
    unit = UNITS.resolve(f"{COMMUNE}@{LAST}", LAST)
    sample = Sample(unit, LAST.year, 4 * many, seed=2, saved={})
    register = load_catalogue().by_name[name]
    reader = Reader(UNITS, LAST)
    found = [reader.read_all(register.fields, one)[0] for one in SAMPLES[name](sample)]
    return sorted(found, key=len, reverse=True)[:many]


class Officer:
    """Types one record after another into the form, with keys alone."""

    def __init__(self, screen: EntryScreen) -> None:
        self.screen = screen
        self.count = Count()

    def key(
        self,
        key: Qt.Key,
        text: str = "",
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the keyboard is."""
        target = self.screen.widget.focusWidget()
        assert target is not None
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))
        self.count.beside += 1

    def command(self, keys: str) -> None:
        """Press the keys of an act of the form: shortcuts are not heard by events sent straight."""
        page = self.screen.widget
        acts = [one for owner in page.findChildren(QWidget) for one in owner.actions()]
        next(one for one in acts if one.shortcut().toString() == keys).trigger()
        self.count.beside += 1

    def text(self, text: str) -> None:
        """Type a text as it stands on paper."""
        target = self.screen.widget.focusWidget()
        assert target is not None
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, event)
        self.count.typed += len(text)

    def write(self, register: Register, values: Mapping[str, object], hand: Hand) -> None:
        """Type a record; what the form filled in by itself is left as it is."""
        for one in register.fields:
            if (
                one.name in values
                and one.kind not in NOT_ON_PAPER
                and self.is_open(one, values, hand)
            ):
                self.reach(register, one)
                self.field(one, values[one.name], hand)

    def is_open(self, one: Field, values: Mapping[str, object], hand: Hand) -> bool:
        """Say whether a field still has to be typed: the dated states may be there already."""
        typed = self.screen.widget.typed().get(one.name)
        return one.name != MOVES or typed != hand.show(one, values[MOVES])

    def reach(self, register: Register, one: Field) -> None:
        """Go to a field the shortest way: from Tab to Tab, by sections, or to what is needed."""
        here, _ = self.screen.widget.focused()
        names = [each.name for each in register.fields]
        if here == one.name:
            return
        at = names.index(here) if here in names else 0
        between = register.fields[at + 1 : names.index(one.name)]
        needed = [
            each
            for each in between
            if each.required and each.name not in self.screen.widget.typed()
        ]
        far = len(between) + (here in names and register.fields[at].kind is Kind.PERSON) * 9
        if one.required and not needed and far:
            self.command("F3")
        else:
            for _ in range(self._section(register, one.name) - self._section(register, here)):
                self.command("Ctrl+Down")
        for _ in range(MOST_TABS):
            if self.screen.widget.focused()[0] == one.name:
                return
            self.key(Qt.Key.Key_Tab, "\t")
        raise AssertionError(one.name)

    def _section(self, register: Register, name: str) -> int:
        parts = [[one.name for one in each.fields] for each in register.sections]
        return next(
            (n for n, part in enumerate(parts) if name in part), len(parts) if name == MOVES else 0
        )

    def field(self, one: Field, value: object, hand: Hand) -> None:
        """Type the value of a field that has the keyboard."""
        if one.kind is Kind.PERSON:
            self.inner(PERSON_FIELDS, cast("Mapping[str, object]", value), hand)
        elif one.kind is Kind.ROWS:
            for row in cast("list[Mapping[str, object]]", value):
                self.command_rows(one.name)
                self.inner(one.columns, row, hand)
        elif one.kind is Kind.FLAG:
            self.key(Qt.Key.Key_Space, " ")
            if not value:
                self.key(Qt.Key.Key_Space, " ")
            self.count.paper += 1
        elif one.kind is Kind.CHOICES:
            self.boxes(one, cast("Sequence[str]", value), hand)
        else:
            self.line(one, str(hand.show(one, value)))

    def command_rows(self, name: str) -> None:
        """Begin a row: Ins, wherever the keyboard is in the rows."""
        self.screen.widget.rows(name).add_row()
        self.count.beside += 1

    def inner(self, fields: Sequence[Field], values: Mapping[str, object], hand: Hand) -> None:
        """Type what a person or a row has, from field to field."""
        for one in fields:
            if one.name not in values or one.kind in NOT_ON_PAPER:
                continue
            for _ in range(MOST_TABS):
                if self.screen.widget.focused()[1] == one.name:
                    break
                self.key(Qt.Key.Key_Tab, "\t")
            if one.kind is Kind.PERSON:
                self.inner(PERSON_FIELDS, cast("Mapping[str, object]", values[one.name]), hand)
            else:
                self.field(one, values[one.name], hand)

    def boxes(self, one: Field, chosen: Sequence[str], hand: Hand) -> None:
        """Tick boxes: the first letter of a word goes to the next box that has one."""
        for code in one.codes:
            if code.code not in chosen:
                continue
            words = code.text(hand.language)
            for _ in one.codes:
                box = self.screen.widget.focusWidget()
                if isinstance(box, QCheckBox) and box.text() == words:
                    break
                self.key(Qt.Key(0), fold(words)[0])
            self.key(Qt.Key.Key_Space, " ")
            self.count.paper += len(words)

    def line(self, one: Field, shown: str) -> None:
        """Type into a line: of a choice as much as it takes, of a date the digits."""
        self.count.paper += len(shown)
        if one.kind is Kind.CHOICE:
            self.text(shortest(one, shown))
        elif "date" in one.kind or "moment" in one.kind:
            whole = shown.count("/") == len("//")  # 072024 would be no month, but a day
            self.text(shown.replace("/", "").replace(":", "") if whole else shown)
        else:
            self.text(shown)


def shortest(one: Field, shown: str) -> str:
    """Return the beginning of a choice by which it is offered first."""
    folded = shown.lower()
    for length in range(1, len(folded)):
        offers = found_codes(one.codes, folded[:length])
        if offers and offers[0].text("vi") == shown:
            return folded[:length]
    return shown


@pytest.fixture
def screen(commune: Paths, context: Callable[[Paths], Context], qtbot: QtBot) -> EntryScreen:
    """Return the form of a workspace that is open, shown with the keyboard in it."""
    made = entry.build(context(commune))
    qtbot.addWidget(made.widget)
    made.widget.resize(1366, 768)
    with qtbot.waitActive(made.widget):
        made.widget.show()
        made.widget.activateWindow()
    return made


def enter(
    screen: EntryScreen, session: Session, qtbot: QtBot, name: str, values: dict[str, object]
) -> Count:
    """Open a form, type a record, save it, compare what is stored, and return what it cost."""
    before = screen.form
    screen.open(name, None)
    qtbot.waitUntil(lambda: screen.form is not None and screen.form is not before)
    form = screen.form
    assert form is not None
    # What is new in a layout is shown, and takes the keyboard, with the next turn of the loop.
    screen.widget.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    officer = Officer(screen)
    officer.write(form.register, values, form.hand)
    _, bad = form.read(screen.widget.typed())
    assert not bad, [(one.field, screen.widget.typed().get(one.field)) for one in bad]
    with qtbot.waitSignal(screen.saved) as heard:
        officer.command("Ctrl+S")
    assert heard.args is not None
    record = str(heard.args[0])
    shown: list[Shown] = []
    session.ask(lambda workspace: show_record(workspace, record), shown.append)
    qtbot.waitUntil(lambda: bool(shown))
    fields = form.register.by_name
    for field, value in shown[0].values.items():
        if fields[field].kind not in {Kind.ROWS, Kind.REFERENCE}:
            assert value == values[field], field
    assert not shown[0].line.draft
    return officer.count


def test_an_officer_types_a_day_of_reports_with_few_keys_beside(
    screen: EntryScreen, session: Session, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    many = 1 if request.config.getoption("--torture", default=None) is None else MANY
    counted: dict[str, tuple[int, Count]] = {}
    for name in DAILY:
        reports, sums = papers(name, many), Count()
        for values in reports:
            sums.add(enter(screen, session, qtbot, name, values))
        counted[name] = len(reports), sums
    total = Count()
    for _, sums in counted.values():
        total.add(sums)
    counted["total"] = sum(number for number, _ in counted.values()), total
    lines = [
        f"{name:22} {number:3} reports: {one.paper:6} on paper, {one.typed:6} typed,"
        f" {one.beside:5} beside = {one.percent:4.1f} %"
        for name, (number, one) in counted.items()
    ]
    sys.stdout.write("\n".join(["", *lines, ""]))  # pytest -s
    assert not [name for name, (_, one) in counted.items() if one.percent >= ALLOWED], lines
