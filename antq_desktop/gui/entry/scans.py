"""Taking scans from the scanner's folder into the record that is open.

The folder is often a share of a printer in the corridor: it is looked into by a thread of its own,
for one that hangs must hold up nothing. Pages of a PDF are drawn by the worker, as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from antq_desktop.errors import Fault, Refusal
from antq_desktop.gui.common.files import choose_folder
from antq_desktop.gui.common.wording import moment
from antq_desktop.gui.entry.scan_dialog import ScanDialog, ScanRow
from antq_desktop.gui.paper.pdf import Pages
from antq_desktop.messages import shown_size, words
from antq_desktop.services.scans import (
    MAY_GROW,
    SIDE,
    choose_scan_folder,
    glance,
    new_scans,
    scan_folder,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.entry.scan_dialog import ScanState
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.messages import Language
    from antq_desktop.services.scans import Glance, Scan, ScanFolder
    from antq_desktop.services.workspace import Workspace

LOOK_EVERY = 700
"""Milliseconds between two looks into the folder."""

_AT_ONCE = 4
"""How many files are read in one look: what was read of a PDF waits in memory to be drawn."""


@dataclass(frozen=True, slots=True)
class PickedScans:
    """What a person picked, and what he wants done with it."""

    scans: Sequence[Scan]
    join: bool
    remove: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is in a file that held still; ``picture`` is None until it is drawn."""

    refused: Refusal | None
    pages: int
    picture: QImage | None


@dataclass
class _Look:
    """What is known of the folder: the files of the last look, and what is in those seen."""

    chosen: ScanFolder
    scans: Sequence[Scan] = ()
    seen: dict[Scan, _Seen] = field(default_factory=dict)


class Scans(QObject):
    """Opens the dialogue over a form and keeps it up to date."""

    picked = Signal(object)
    """`PickedScans`."""
    failed = Signal(object)

    def __init__(
        self, parent: QObject, theme: Theme, session: Session, asking: Asking, language: Language
    ) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self._asking, self._language = asking, language
        self._look: _Look | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self.dialog: ScanDialog | None = None

    def begin(self, over: QWidget) -> None:
        """Show what is in the folder, over a widget; the first time ask which folder it is."""
        self._asking.ask(scan_folder, lambda chosen: self._known(over, chosen), self.failed.emit)

    def look(self) -> None:
        """Begin a look, unless one has not come back yet."""
        look = self._look
        if look is None or self._looking:
            return
        self._looking = True
        post, before = self._session.post, frozenset(look.scans)

        def work() -> None:
            try:
                scans = new_scans(look.chosen)
            except Refusal as refused:
                post(partial(self._refused, look, refused))
                return
            still = [one for one in scans if one in before and one not in look.seen]
            found = {one: glance(one, look.chosen.most) for one in still[:_AT_ONCE]}
            post(partial(self._looked, look, scans, found))

        # No worker of a pool: the program must be able to end while a share hangs.
        Thread(target=work, daemon=True).start()

    def _known(self, over: QWidget, chosen: ScanFolder) -> None:
        if chosen.folder is None:
            self._choose(over)
        else:
            self._open(over, chosen)

    def _choose(self, over: QWidget) -> None:
        def took(name: str) -> None:
            def choose(workspace: Workspace) -> ScanFolder:
                return choose_scan_folder(workspace, Path(name))

            self._asking.ask(choose, lambda now: self._open(over, now), self.failed.emit)

        choose_folder(over, self.tr("Chọn thư mục mà máy quét ghi vào"), took)

    def _open(self, over: QWidget, chosen: ScanFolder) -> None:
        self._look = _Look(chosen)
        if not isValid(over):
            return
        if self.dialog is None or not isValid(self.dialog):
            self.dialog = ScanDialog(over, self._theme)
            self.dialog.folder_asked.connect(lambda: self._choose(self._dialog()))
            self.dialog.chosen.connect(self._pick)
            self.dialog.finished.connect(self._end)
            self.dialog.open()
        self._dialog().show_rows((), self.tr("Đang đọc thư mục…"))
        self._looking = False
        self._timer.start()
        self.look()

    def _dialog(self) -> ScanDialog:
        if self.dialog is None:
            raise Fault("no scans are shown")
        return self.dialog

    def _end(self) -> None:
        self._timer.stop()
        self._look, self.dialog = None, None

    def _pick(self, names: Sequence[str]) -> None:
        look, dialog = self._look, self._dialog()
        if look is None:
            return
        scans = [one for one in look.scans if one.path.name in names]
        join = dialog.join.isChecked() and len(scans) > 1
        self.picked.emit(PickedScans(scans, join, dialog.remove.isChecked()))

    def _refused(self, look: _Look, refused: Refusal) -> None:
        if not self._is_now(look):
            return
        self._looking = False
        look.scans = ()
        said = words(refused.message_id, self._language, refused.values)
        self._dialog().show_rows((), f"{said.text} {said.action}")

    def _looked(self, look: _Look, scans: Sequence[Scan], found: Mapping[Scan, Glance]) -> None:
        if not self._is_now(look):
            return
        self._looking = False
        look.scans = scans
        for scan, one in found.items():
            picture = QImage.fromData(one.picture) if one.picture else None
            look.seen[scan] = _Seen(one.refused, one.pages, picture)
            if one.content:
                self._draw(look, scan, one.content)
        self._show(look)
        if found:
            self.look()  # there may be more than one look reads

    def _draw(self, look: _Look, scan: Scan, content: bytes) -> None:
        """Let the worker draw the first page of a PDF; one that it cannot draw has no picture."""

        def draw(_: Workspace) -> tuple[int, QImage]:
            pages = Pages(content)
            try:
                return len(pages.sizes), pages.picture(0, SIDE / max(pages.sizes[0]))
            finally:
                pages.close()

        def drawn(found: tuple[int, QImage]) -> None:
            look.seen[scan] = _Seen(None, *found)
            if self._is_now(look):
                self._show(look)

        self._asking.ask(draw, drawn, lambda _: None)

    def _is_now(self, look: _Look) -> bool:
        """Whether what came back is of the folder that is shown."""
        return isValid(self) and look is self._look and self.dialog is not None

    def _show(self, look: _Look) -> None:
        rows = [self._row(look, scan) for scan in look.scans]
        folder = look.chosen.folder
        if rows:
            said = self.tr("{folder}: đánh dấu tệp cần lấy (phím cách).")
        else:
            said = self.tr("{folder}: chưa có tệp mới. Quét xong, tệp hiện ra ở đây.")
        self._dialog().show_rows(rows, said.format(folder=folder))

    def _row(self, look: _Look, scan: Scan) -> ScanRow:
        size = shown_size(scan.mark.size, self._language)
        told = [size, moment(scan.at.isoformat())]
        seen = look.seen.get(scan)
        state: ScanState = "ready"
        if seen is None:
            state, told = "waiting", [self.tr("đang đọc, hoặc máy quét đang ghi")]
        elif seen.refused is not None:
            grows = seen.refused.message_id in MAY_GROW
            state, told = "waiting" if grows else "refused", [self._why(seen.refused)]
        elif seen.pages > 1:
            told.append(self.tr("{count} trang").format(count=seen.pages))
        name = scan.path.name
        picture = seen.picture if seen is not None else None
        return ScanRow(name, f"{name}\n{' · '.join(told)}", state, picture)

    def _why(self, refused: Refusal) -> str:
        if refused.message_id in MAY_GROW:
            return self.tr("máy quét chưa ghi xong, hoặc tệp hỏng")
        said = words(refused.message_id, self._language, refused.values)
        return f"{said.text} {said.action}"
