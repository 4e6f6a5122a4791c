"""What a restore does: reads the backup beside the empty home, then puts it in place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui.common.asking_paper import PaperKeyPresenter
from antq_desktop.gui.common.wording import moment, number
from antq_desktop.gui.failures import told
from antq_desktop.gui.restoring.dialog import BookRow, RestoringDialog
from antq_desktop.gui.unlock.dialogs import NewPassphraseDialog
from antq_desktop.services.bringing_back import (
    bring_back,
    check_paper,
    give_up,
    look_into,
    openers_of,
)
from antq_desktop.services.clock import Clock
from antq_desktop.services.restoring import LastNumber

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.messages import Language
    from antq_desktop.paths import Paths
    from antq_desktop.services.bringing_back import Looked, Openers


@dataclass(frozen=True, slots=True)
class _Key:
    """Who opens the backup with what; ``secret`` is the recovery key of whoever has that alone."""

    user: str
    passphrase: str
    secret: str | None = None


class RestoringPresenter(QObject):
    """Leads from the backup to the restored books."""

    finished = Signal(str, str)
    """Who unlocks with which passphrase."""
    recovered = Signal(str, str)
    """As `finished`, for who came in by the recovery paper: a new certificate is next."""

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
        self._openers: Openers | None = None
        self._key = _Key("", "")
        dialog.file_chosen.connect(self._read)
        dialog.looked.connect(
            lambda name, user, passphrase: self._look(name, _Key(user, passphrase))
        )
        dialog.paper_asked.connect(self._ask_paper)
        dialog.confirmed.connect(self._restore)
        dialog.rejected.connect(lambda: session.run(lambda: give_up(paths), lambda _: None))

    def _read(self, name: str) -> None:
        path, dialog = Path(name), self._dialog

        def failed(error: BaseException) -> None:
            self._show(dialog.show_no_backup, error)

        def known(openers: Openers) -> None:
            self._openers = openers
            if isValid(dialog):
                dialog.show_people(openers.names, path.name)

        self._session.run(lambda: openers_of(path), known, failed)

    def _look(self, name: str, key: _Key, asked: NewPassphraseDialog | None = None) -> None:
        def work() -> Looked:
            return look_into(
                self._paths,
                Path(name),
                key.user,
                key.passphrase,
                self._catalogue,
                self._clock,
                secret=key.secret,
            )

        def found(looked: Looked) -> None:
            self._key = replace(key, user=looked.user)
            if asked is not None:
                asked.accept()
            self._found(looked)

        say = self._dialog.show_problem if asked is None else asked.show_problem
        self._session.run(work, found, partial(self._show, say))

    def _ask_paper(self, name: str) -> None:
        """Ask for the sheet, or two shares, of the day of the backup."""
        if self._openers is None:
            return
        asked = PaperKeyPresenter(
            self._dialog,
            self.tr("Phục hồi bằng phiếu hoặc mảnh khôi phục"),
            self.tr("Phiếu, hoặc hai trong ba mảnh, có hiệu lực vào ngày sao lưu."),
            self._language,
            share_set=self._openers.share_set,
        )
        asked.given.connect(
            lambda secret: self._session.run(
                lambda: check_paper(Path(name), secret),
                lambda _: self._ask_passphrase(asked, name, secret),
                asked.refuse,
            )
        )
        asked.begin()

    def _ask_passphrase(self, paper: PaperKeyPresenter, name: str, secret: str) -> None:
        paper.done()
        names = self._openers.names if self._openers is not None else ()
        asked = NewPassphraseDialog(self._dialog, names, self.tr("&Xem bản sao lưu"))

        def answered(user: str, passphrase: str) -> None:
            asked.set_busy(busy=True)
            self._look(name, _Key(user, passphrase, secret), asked)

        asked.answered.connect(answered)
        asked.open()

    def _found(self, found: Looked) -> None:
        if not isValid(self._dialog):
            return
        saved = moment(found.saved.isoformat()) if found.saved is not None else ""
        moved = moment(found.moved.isoformat()) if found.moved is not None else ""
        closed = self.tr("Sổ đóng để chuyển máy lúc {time}; sau đó không ghi gì thêm.")
        lines = [
            closed.format(time=moved) if moved else "",
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
        dialog, key = self._dialog, self._key
        parted = ((key.rpartition("/"), last) for key, last in dialog.books.items())
        books = [LastNumber(name, last, int(year)) for (name, _, year), last in parted]

        def work() -> None:
            bring_back(
                self._paths,
                key.user,
                key.passphrase,
                self._catalogue,
                self._clock,
                receipt=Path(receipt) if receipt else None,
                books=books,
            )

        def done(_: None) -> None:
            then = self.finished if key.secret is None else self.recovered
            then.emit(key.user, key.passphrase)
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
