"""What a restore does: reads the backup beside the empty home, then puts it in place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui.common.wording import moment, number
from antq_desktop.gui.failures import told
from antq_desktop.gui.restoring.dialog import BookRow, RestoringDialog
from antq_desktop.services.bringing_back import bring_back, give_up, look_into, people_in
from antq_desktop.services.clock import Clock
from antq_desktop.services.restoring import LastNumber

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.messages import Language
    from antq_desktop.paths import Paths
    from antq_desktop.services.bringing_back import Looked


class RestoringPresenter(QObject):
    """Leads from the backup to the restored books; `finished` gives who unlocks with what."""

    finished = Signal(str, str)

    def __init__(
        self, dialog: RestoringDialog, session: Session, paths: Paths, language: Language
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._session = session
        self._paths = paths
        self._language = language
        self._catalogue = load_catalogue()
        self._clock = Clock()
        dialog.file_chosen.connect(self._read)
        dialog.looked.connect(self._look)
        dialog.confirmed.connect(self._restore)
        dialog.rejected.connect(lambda: session.run(lambda: give_up(paths), lambda _: None))

    def _read(self, name: str) -> None:
        path, dialog = Path(name), self._dialog

        def failed(error: BaseException) -> None:
            self._show(dialog.show_no_backup, error)

        self._session.run(
            lambda: people_in(path), lambda names: dialog.show_people(names, path.name), failed
        )

    def _look(self, name: str, user: str, passphrase: str) -> None:
        catalogue, clock, paths = self._catalogue, self._clock, self._paths

        def work() -> Looked:
            return look_into(paths, Path(name), user, passphrase, catalogue, clock)

        self._session.run(work, self._found, partial(self._show, self._dialog.show_problem))

    def _found(self, found: Looked) -> None:
        if not isValid(self._dialog):
            return
        saved = moment(found.saved.isoformat()) if found.saved is not None else ""
        lines = [
            self.tr("Lưu gần nhất lúc {time}.").format(time=saved) if saved else "",
            self.tr("{count} hồ sơ.").format(count=number(found.records)),
            self.tr("Gói cuối đã ký: số {number}.").format(number=number(found.bundle))
            if found.bundle is not None
            else self.tr("Chưa ký gói nào."),
        ]
        if found.missing:
            text = self.tr(
                "Thiếu {count} tệp của gói hoặc tệp đính kèm: chép cả thư mục antq-kept cạnh bản"
                " sao lưu rồi làm lại, hoặc phục hồi không có các tệp đó."
            )
            lines.append(text.format(count=number(len(found.missing))))
        title = self.tr("Sổ của {unit}").format(unit=found.unit)
        self._dialog.show_found(title, [one for one in lines if one], list(self._books(found)))

    def _books(self, found: Looked) -> Iterator[BookRow]:
        """Yield a row for each book of this year, and for the last one before that has numbers."""
        for register in self._catalogue.registers:
            years = {year for name, year in found.books if name == register.name}
            for year in sorted({max(years, default=found.year), found.year}):
                name = f"{register.code} · {register.label.text(self._language)}, {year}"
                last = found.books.get((register.name, year), 0)
                yield BookRow(f"{register.name}/{year}", name, last)

    def _restore(self, receipt: str) -> None:
        dialog = self._dialog
        user, passphrase = dialog.user.currentText(), dialog.passphrase.text()
        parted = ((key.rpartition("/"), last) for key, last in dialog.books.items())
        books = [LastNumber(name, last, int(year)) for (name, _, year), last in parted]

        def work() -> None:
            bring_back(
                self._paths,
                user,
                passphrase,
                self._catalogue,
                self._clock,
                receipt=Path(receipt) if receipt else None,
                books=books,
            )

        def done(_: None) -> None:
            self.finished.emit(user, passphrase)
            dialog.accept()

        self._session.run(work, done, partial(self._show, dialog.show_problem))

    def _show(self, show: Callable[[str], object], error: BaseException) -> None:
        if isValid(self._dialog):
            said = told(error, self._language)
            show(f"{said.text} {said.action}".strip())


def open_restoring(
    parent: QWidget, theme: Theme, session: Session, paths: Paths, language: Language
) -> RestoringPresenter:
    """Ask for a backup over the first start, without waiting for it."""
    dialog = RestoringDialog(parent, theme)
    presenter = RestoringPresenter(dialog, session, paths, language)
    dialog.open()
    return presenter
