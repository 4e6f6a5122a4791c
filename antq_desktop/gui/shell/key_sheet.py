"""All keys of the program, screen by screen, as the screens themselves tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.keys import keys_in
from antq_desktop.services.key_sheet import KeyTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.common.keys import Key

    Lines = list[tuple[str, str]]


def key_table(
    menus: Iterable[Key],
    screens: Iterable[tuple[str, QWidget]],
    typing: Sequence[tuple[str, str]],
) -> KeyTable:
    """Return the sheet: the menus, what holds while typing, then every screen by its title."""
    translate = QCoreApplication.translate
    sections = [
        (translate("Keys", "Mọi màn hình"), _lines(menus)),
        (translate("Keys", "Khi nhập"), list(typing)),
        *((title, _lines(keys_in(widget))) for title, widget in screens),
    ]
    return KeyTable(
        translate("Keys", "Phím tắt"),
        translate("Keys", "Alt+S, K: giữ Alt rồi bấm S, sau đó bấm K"),
        (translate("Keys", "Phím"), translate("Keys", "Việc")),
        [(title, lines) for title, lines in sections if lines],
    )


def _lines(keys: Iterable[Key]) -> Lines:
    """Return each key with its words once, in their order."""
    return list(dict.fromkeys((one.keys, one.words) for one in keys if one.words))
