"""A list of queries with what is known of the chosen one beside it; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.pages import (
    EmptyState,
    PageHeader,
    button,
    card,
    label,
    scrolled,
    set_kind,
)
from antq_desktop.gui.common.screen_area import keep_rows, share_room
from antq_desktop.gui.common.table import TableModel, choose_key, chosen_key, dress_table, show_rows
from antq_desktop.gui.theme import L, S

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QPushButton

    from antq_desktop.gui.common.table import Column, Row
    from antq_desktop.gui.theme import Theme, Tone

_BESIDE, _LEAST_ROWS = 43, 10
"""The letters that fit beside the list, and its least height."""


@dataclass(frozen=True, slots=True)
class Act:
    """A button: its name and words, and an icon if it never stands out."""

    name: str
    text: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """What the two lists have of their own; ``empty`` is a title and what to do."""

    title: str
    subtitle: str
    columns: tuple[Column, ...]
    wide: int
    icon: str
    empty: tuple[str, str]
    header: tuple[Act, ...]
    beside: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class QueryDetail:
    """What is said of one query, and which acts are possible; ``primary`` stands out.

    ``quotes`` are a heading and words of the other side; they are shown as such.
    """

    name: str
    state: str
    tone: Tone
    facts: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]
    acts: tuple[str, ...]
    primary: str = ""


class QueriesView(QWidget):
    """The list, the chosen query, and buttons."""

    selected = Signal(str)
    acted = Signal(str, str)
    """The name of an act, and the key of the chosen query; "" for an act of the header."""

    def __init__(self, theme: Theme, looks: Looks) -> None:
        super().__init__()
        self._theme = theme
        self._looks = looks
        self._header = PageHeader(looks.title, looks.subtitle)
        self._buttons: dict[str, QPushButton] = {}
        self._model = TableModel(looks.columns, self)
        self._table = QTableView()
        self._table.setObjectName("queries")
        self._table.setAccessibleName(looks.title)
        dress_table(self._table, self._model, theme, wide=looks.wide)
        self._table.selectionModel().currentRowChanged.connect(self._select)
        self._table.doubleClicked.connect(self._first_act)
        self._chip = Chip(theme)
        self._name, self._facts = label(role="section"), label(role="muted")
        self._quotes = [(label(role="muted"), label()) for _ in range(2)]
        self._pages = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._first = ""
        for act in looks.header:
            self._header.add_action(self._button(act, beside=False))
        self._lay_out()
        self.set_rows(())

    def _button(self, act: Act, *, beside: bool) -> QPushButton:
        made = button(act.text)
        made.setObjectName(act.name)
        if act.icon:
            self._theme.dress(made, act.icon)
        made.clicked.connect(lambda: self._act(act.name, beside=beside))
        self._buttons[act.name] = made
        return made

    def _lay_out(self) -> None:
        frame, inside = card()
        for each in (self._name, self._chip, self._facts):
            inside.addWidget(each)
        for heading, words in self._quotes:
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(heading)
            inside.addWidget(words)
        for act in self._looks.beside:
            inside.addWidget(self._button(act, beside=True))
        inside.setSpacing(S)
        inside.addStretch(1)
        self._split.addWidget(self._table)
        self._split.addWidget(scrolled(frame))
        share_room(self._split, _BESIDE)
        keep_rows(self._pages, _LEAST_ROWS)
        self._pages.addWidget(EmptyState(self._theme, self._looks.icon, *self._looks.empty))
        self._pages.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self._header)
        column.addWidget(self._pages, stretch=1)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the list shows."""
        return self._model.rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show the queries; what was chosen stays chosen."""
        show_rows(self._table, self._model, rows)
        self._pages.setCurrentIndex(1 if rows else 0)
        self._select()

    def choose(self, key: str) -> None:
        """Choose a query."""
        choose_key(self._table, self._model, key)

    def set_header(self, texts: Mapping[str, str], primary: str = "") -> None:
        """Show the acts of the header that have words; one may stand out."""
        for act in self._looks.header:
            made = self._buttons[act.name]
            made.setText(texts.get(act.name, ""))
            made.setVisible(act.name in texts)
            set_kind(made, "primary" if act.name == primary else "plain")

    def show_detail(self, detail: QueryDetail) -> None:
        """Show what is known of the chosen query."""
        self._name.setText(detail.name)
        self._chip.show_state(detail.state, detail.tone)
        self._facts.setText("\n".join(detail.facts))
        self._facts.setVisible(bool(detail.facts))
        for at, (heading, words) in enumerate(self._quotes):
            shown = at < len(detail.quotes)
            heading.setVisible(shown)
            words.setVisible(shown)
            if shown:
                heading.setText(detail.quotes[at][0])
                words.setText(detail.quotes[at][1])
        self._first = next(iter(detail.acts), "")
        for act in self._looks.beside:
            made = self._buttons[act.name]
            made.setVisible(act.name in detail.acts)
            set_kind(made, "primary" if act.name == detail.primary else "plain")

    def _select(self) -> None:
        key = chosen_key(self._table, self._model)
        if key is not None:
            self.selected.emit(key)

    def _first_act(self) -> None:
        if self._first:
            self._act(self._first, beside=True)

    def _act(self, name: str, *, beside: bool) -> None:
        key = chosen_key(self._table, self._model) if beside else ""
        if key is not None:
            self.acted.emit(name, key)
