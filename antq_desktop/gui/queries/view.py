"""A list of queries with what is known of the chosen one beside it; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from antq_desktop.gui.common.list_beside import ListBeside
from antq_desktop.gui.common.pages import (
    EmptyState,
    PageHeader,
    button,
    label,
    set_kind,
)
from antq_desktop.gui.common.table import choose_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QPushButton

    from antq_desktop.gui.common.table import Column, Row
    from antq_desktop.gui.theme import Theme, Tone

_BESIDE = 43
"""The letters that fit beside the list."""


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


class QueriesView(ListBeside):
    """The list, the chosen query, and buttons."""

    acted = Signal(str, str)
    """The name of an act, and the key of the chosen query; "" for an act of the header."""

    def __init__(self, theme: Theme, looks: Looks) -> None:
        header, names = PageHeader(looks.title, looks.subtitle), ("queries", looks.title)
        super().__init__(theme, header, looks.columns, names, wide=looks.wide)
        self._looks = looks
        self._buttons: dict[str, QPushButton] = {}
        self._table.doubleClicked.connect(self._first_act)
        self._quotes = [(label(role="muted"), label()) for _ in range(2)]
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
        for heading, words in self._quotes:
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._inside.addWidget(heading)
            self._inside.addWidget(words)
        for act in self._looks.beside:
            self._inside.addWidget(self._button(act, beside=True))
        self._arrange(EmptyState(self._theme, self._looks.icon, *self._looks.empty), _BESIDE)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the list shows."""
        return self._model.rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show the queries; what was chosen stays chosen."""
        self._show_rows(rows)

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

    def _first_act(self) -> None:
        if self._first:
            self._act(self._first, beside=True)

    def _act(self, name: str, *, beside: bool) -> None:
        key = self._key() if beside else ""
        if key is not None:
            self.acted.emit(name, key)
