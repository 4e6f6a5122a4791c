"""What the dialogues about tokens do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from antq_desktop.crypto.certificates import common_name, read_certificate
from antq_desktop.crypto.tokens import KeyKind
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.failures import told
from antq_desktop.gui.tokens.model import KeyRow, PinPage
from antq_desktop.gui.tokens.view import PinDialog, TokenDialog
from antq_desktop.messages import label
from antq_desktop.services.token_desk import SAID
from antq_desktop.services.token_enrolling import TokenChoice
from antq_desktop.services.tokens import (
    choose_module,
    chosen_module,
    plugged_in,
    suggested_modules,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from antq_desktop.crypto.tokens import FoundKey
    from antq_desktop.gui.pins import Pins
    from antq_desktop.gui.screen import Context
    from antq_desktop.messages import Language
    from antq_desktop.services.token_desk import PinAsked
    from antq_desktop.services.tokens import Plugged
    from antq_desktop.services.workspace import Workspace

_DAY = "%d/%m/%Y"


def show_pin(parent: QWidget, asked: PinAsked, pins: Pins, language: Language) -> PinDialog:
    """Ask for the PIN that the worker waits for; leaving the dialogue gives none."""
    until = asked.until.strftime(_DAY) if asked.until is not None else ""
    valid = QCoreApplication.translate("TokenPresenter", "Chứng thư có hiệu lực đến {day}")
    none = QCoreApplication.translate("TokenPresenter", "Khóa chưa có chứng thư")
    token = QCoreApplication.translate("TokenPresenter", "Token {name}, số {serial}")
    person = QCoreApplication.translate("TokenPresenter", "Người ký: {person}")
    page = PinPage(
        token.format(name=asked.label, serial=asked.serial),
        person.format(person=asked.person),
        valid.format(day=until) if until else none,
        label(SAID[asked.state], language) if asked.state in SAID else "",
        label("token.at_the_device", language, name=asked.label) if asked.pad else "",
    )
    dialog = PinDialog(parent, page)
    dialog.given.connect(pins.answer)
    dialog.rejected.connect(lambda: pins.answer(None))
    pins.withdrawn.connect(dialog.reject)
    dialog.open()
    dialog.begin()
    return dialog


class TokenPresenter(QObject):
    """Looks for tokens and hands over what was chosen; it goes with its dialogue."""

    def __init__(
        self, view: TokenDialog, context: Context, then: Callable[[TokenChoice, str], object]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._then = then
        self._asking = Asking(context.session, view)
        view.library_chosen.connect(self._choose_library)
        view.looked_again.connect(self._look)
        view.confirmed.connect(self._confirm)

    def begin(self) -> None:
        """Show the dialogue, and what is plugged in."""
        self._view.set_kinds(
            [
                (str(KeyKind.P256), self.tr("ECDSA P-256 (nên dùng)")),
                (str(KeyKind.P384), self.tr("ECDSA P-384")),
                (str(KeyKind.RSA2048), self.tr("RSA 2048")),
            ]
        )
        self._view.open()
        self._look()

    def _look(self) -> None:
        self._view.set_busy(self.tr("Đang tìm token…"))
        self._asking.ask(_libraries, self._show_libraries)
        self._asking.ask(lambda workspace: plugged_in(workspace.paths), self._show, self._failed)

    def _choose_library(self, path: str) -> None:
        self._view.set_busy(self.tr("Đang tìm token…"))
        self._asking.ask(
            lambda workspace: choose_module(workspace.paths, Path(path)), self._show, self._failed
        )
        self._asking.ask(_libraries, self._show_libraries)

    def _show_libraries(self, found: tuple[list[str], str | None]) -> None:
        self._view.set_libraries(*found)

    def _show(self, found: tuple[Plugged, ...]) -> None:
        rows = [row for one in found for row in self._rows(one)]
        note = "" if rows else self.tr("Chưa cắm token nào. Cắm token rồi bấm Tìm lại.")
        self._view.set_keys(rows, note)

    def _failed(self, error: BaseException) -> None:
        said = told(error, self._context.language)
        self._view.set_keys((), f"{said.text} {said.action}".strip())

    def _rows(self, found: Plugged) -> Iterator[KeyRow]:
        token = found.token
        where = self.tr("Token {name}, số {serial}")
        where = where.format(name=token.label, serial=token.serial)
        for key in found.keys:
            yield KeyRow(f"{self._key(key)}\n{where}", token.serial, key.id)
        yield KeyRow(self.tr("Tạo khóa mới") + f"\n{where}", token.serial, None)

    def _key(self, key: FoundKey) -> str:
        if key.certificate is None:
            return self.tr("Khóa {id}, chưa có chứng thư").format(id=key.id)
        until = read_certificate(key.certificate).not_after.strftime(_DAY)
        text = self.tr("Khóa của {person}, chứng thư đến {day}")
        return text.format(person=common_name(key.certificate), day=until)

    def _confirm(self, passphrase: str) -> None:
        row = self._view.chosen
        if row is not None:
            choice = TokenChoice(row.serial, row.key_id, KeyKind(self._view.kind))
            self._then(choice, passphrase)


def _libraries(workspace: Workspace) -> tuple[list[str], str | None]:
    """Return the libraries to offer, and the one that was chosen."""
    chosen = chosen_module(workspace.paths)
    found = [str(one) for one in suggested_modules()]
    if chosen is not None and str(chosen) not in found:
        found.insert(0, str(chosen))
    return found, str(chosen) if chosen is not None else None
