"""Stored values in words, each on one line: in a history, and side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.fields import Kind
from antq_desktop.messages import shown_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.forms import Hand

NOTHING = "–"
"""What stands for no value."""


def said_row(one: Field, row: Mapping[str, object], hand: Hand) -> str:
    """Return a row of child rows in words, its cells one after the other."""
    cells = (said(column, row.get(column.name), hand) for column in one.columns)
    return ", ".join(cell for cell in cells if cell != NOTHING)


def said(one: Field, value: object, hand: Hand) -> str:
    """Return a value in words, those of a long text cut."""
    if value is None or value in ("", [], {}):
        return NOTHING
    if one.kind is Kind.FLAG:
        yes, no = (QCoreApplication.translate("Records", "Có"), NOTHING)
        return yes if value else no
    if one.kind is Kind.CHOICES:
        codes = [one.code(str(each)) for each in cast("list[str]", value)]
        return ", ".join(code.text(hand.language) for code in codes if code is not None)
    shown = hand.show(one, value)
    if isinstance(shown, dict):
        texts = [text for text in shown.values() if isinstance(text, str) and text]
        shown = texts[0] if one.kind is Kind.REFERENCE else ", ".join(texts)
    return shown_text(str(shown))
