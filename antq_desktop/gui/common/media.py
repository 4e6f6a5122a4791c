"""What the list of sticks is filled with: the worker looks, the dialog shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from shiboken6 import isValid

from antq_desktop.gui.common.media_dialog import MediumRow
from antq_desktop.services.practice_class import media_for
from antq_desktop.services.submitting import known_senders

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.common.media_dialog import MediumDialog
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.workspace import Workspace

_SIZES = QLocale.DataSizeFormat.DataSizeTraditionalFormat


def serve_media(
    dialog: MediumDialog, context: Context, needed: Callable[[Workspace], int] = lambda _: 0
) -> None:
    """Answer a dialog's looks until it is closed; ``needed`` gives the bytes to be written."""
    asked = False
    locale = QLocale(context.language)

    def read(workspace: Workspace) -> tuple[MediumRow, ...]:
        size, known = needed(workspace), known_senders(workspace)
        return tuple(
            MediumRow(
                one.folder,
                one.name,
                locale.formattedDataSize(one.free, 1, _SIZES),
                one.standing(size, known).value,
            )
            for one in media_for(workspace)
        )

    def look() -> None:
        nonlocal asked
        if not asked:  # a slow stick must not pile up questions
            asked = True
            context.session.ask(read, show, failed)

    def show(rows: tuple[MediumRow, ...]) -> None:
        nonlocal asked
        asked = False
        if isValid(dialog):
            dialog.show_media(rows)

    def failed(_: BaseException) -> None:
        show(())

    dialog.look.connect(look)
    dialog.begin()
