"""Putting a widget beside another one that a compiled form has laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def put_beside(known: QWidget, new: QWidget) -> None:
    """Put a widget right after another one into the row or column in which that stands."""
    _put(known, new, 1)


def put_before(known: QWidget, new: QWidget) -> None:
    """Put a widget right before another one into the row or column in which that stands."""
    _put(known, new, 0)


def _put(known: QWidget, new: QWidget, offset: int) -> None:
    parent = known.parentWidget()
    outermost = parent.layout() if parent is not None else None
    for layout in _inside(outermost) if outermost is not None else ():
        at = layout.indexOf(known)
        if at >= 0 and isinstance(layout, QBoxLayout):
            layout.insertWidget(at + offset, new)
            return
    raise ValueError(known.objectName())


def _inside(layout: QLayout) -> Iterator[QLayout]:
    yield layout
    for at in range(layout.count()):
        item = layout.itemAt(at)
        below = item.layout() if item is not None else None
        if isinstance(below, QLayout):
            yield from _inside(below)
