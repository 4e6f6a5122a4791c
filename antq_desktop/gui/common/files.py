"""Choosing files and folders without stopping the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_BEGIN = "filesBegin"


def begin_in(folder: str) -> None:
    """Let questions for a file begin in a folder; "" leaves it to the system again."""
    app = QApplication.instance()
    if app is not None:
        app.setProperty(_BEGIN, folder)


def _beginning() -> str:
    app = QApplication.instance()
    return "" if app is None else str(app.property(_BEGIN) or "")


def choose_file(parent: QWidget, title: str, kinds: str, chosen: Callable[[str], None]) -> None:
    """Let the person choose a file that is there; ``kinds`` as ``"Bundles (*.antq)"``."""
    dialog = QFileDialog(parent, title, _beginning(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, chosen)


def choose_files(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[list[str]], object]
) -> None:
    """Let the person choose files that are there, one or more."""
    dialog = QFileDialog(parent, title, _beginning(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(chosen)
    dialog.open()


def choose_target(
    parent: QWidget, title: str, kinds: str, name: str, chosen: Callable[[str], None]
) -> None:
    """Let the person choose where a file is written; ``name`` is offered, its ending kept.

    ``kinds`` may be several, with ";;" between; the chosen one gives the ending.
    """
    dialog = QFileDialog(parent, title, _beginning(), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))
    )
    dialog.selectFile(name)
    _open(dialog, chosen)


def choose_folder(parent: QWidget, title: str, chosen: Callable[[str], None]) -> None:
    """Let the person choose a folder, such as a USB stick."""
    dialog = QFileDialog(parent, title, _beginning())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, chosen)


def _open(dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
