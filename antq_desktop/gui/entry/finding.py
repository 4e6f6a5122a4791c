"""Finding the records that a reference may point to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services.editing import find_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.common.asking import Asking

_OFFERS = 20


def find_records(
    asking: Asking, register: str | None, text: str, found: Callable[[list[tuple[str, str]]], None]
) -> None:
    """Look for records by what was typed, and hand over (id, words) of the first.

    ``register`` None looks in every book.
    """
    asking.ask(lambda workspace: find_title(workspace, register, text, _OFFERS), found)
