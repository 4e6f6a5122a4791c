"""Looking at backups from the lock screen: nobody is asked for a passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from antq_desktop.gui.common.files import choose_folder
from antq_desktop.gui.common.table import Row
from antq_desktop.gui.failures import told
from antq_desktop.gui.unlock.dialogs import BackupsDialog
from antq_desktop.services.clock import Clock
from antq_desktop.services.keyless import check_without_key, copy_without_key, own_backups

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.messages import Language
    from antq_desktop.paths import Paths
    from antq_desktop.store.backup import Backup


class KeylessPresenter(QObject):
    """Connects the list of backups with the services; the dialog is its parent."""

    def __init__(
        self, parent: QWidget, theme: Theme, session: Session, paths: Paths, language: Language
    ) -> None:
        self.dialog = BackupsDialog(parent, theme)
        super().__init__(self.dialog)
        self._session, self._paths, self._language = session, paths, language
        self._clock = Clock()
        self.dialog.check_asked.connect(self._check)
        self.dialog.copy_asked.connect(self._copy)

    def begin(self) -> None:
        """Read the list, and show it."""
        self.dialog.set_rows([])
        self.dialog.open()
        self._session.run(lambda: own_backups(self._paths), self._show, self._failed)

    def _show(self, found: tuple[tuple[datetime, Path], ...]) -> None:
        if isValid(self.dialog):
            self.dialog.set_rows(
                [Row(str(path), (at.strftime("%H:%M %d/%m/%Y"), path.name)) for at, path in found]
            )

    def _check(self, path: str) -> None:
        words = self.tr("{name}: nguyên vẹn.")
        self._run(lambda: check_without_key(Path(path), self._paths, self._clock), words)

    def _copy(self, path: str) -> None:
        words = self.tr("Đã chép và đọc lại: {name}")

        def chosen(folder: str) -> None:
            self._run(
                lambda: copy_without_key(Path(path), self._paths, Path(folder), self._clock), words
            )

        choose_folder(self.dialog, self.tr("Chép bản sao lưu ra USB"), chosen)

    def _run(self, work: Callable[[], Backup], words: str) -> None:
        self.dialog.set_busy(busy=True)

        def done(found: Backup) -> None:
            if not isValid(self.dialog):
                return
            self.dialog.set_busy(busy=False)
            text = words.format(name=found.path.name)
            if found.missing:
                lacks = self.tr("Thiếu {count} tệp của gói cạnh bản này.")
                text = f"{text} {lacks.format(count=len(found.missing))}"
            self.dialog.show_result(text, "warning" if found.missing else "done")

        self._session.run(work, done, self._failed)

    def _failed(self, error: BaseException) -> None:
        if isValid(self.dialog):
            said = told(error, self._language)
            self.dialog.set_busy(busy=False)
            self.dialog.show_result(f"{said.text} {said.action}".strip(), "error")
