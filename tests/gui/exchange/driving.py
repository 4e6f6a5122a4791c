"""A screen of the exchange as a person drives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from tests.gui.exchange.conftest import child, wait_idle

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.screen import Context

D = TypeVar("D", bound=QDialog)
V_co = TypeVar("V_co", bound=QWidget, covariant=True)


class Presenter(Protocol[V_co]):
    """What every screen has."""

    @property
    def view(self) -> V_co:
        """Its widgets."""

    def refresh(self) -> None:
        """Read again."""


P = TypeVar("P", bound=Presenter[QWidget])


class Driven(Generic[P]):
    """The presenter of a screen and the hands of a person; the tree of widgets is kept alive."""

    def __init__(self, build: Callable[[Context], P], context: Context, qtbot: QtBot) -> None:
        self.context, self.qtbot = context, qtbot
        self.presenter = build(context)
        qtbot.addWidget(self.presenter.view)
        context.session.changed.connect(self.presenter.refresh)  # as the main window does
        self.presenter.refresh()
        self.wait()

    def wait(self) -> None:
        """Wait until everything has come back."""
        wait_idle(self.context, self.qtbot)

    def press(self, name: str) -> None:
        """Press a button that can be pressed, and wait."""
        button = child(self.presenter.view, QPushButton, name)
        assert button.isEnabled()
        assert not button.isHidden()
        button.click()
        self.wait()

    def dialog(self, kind: type[D]) -> D:
        """Return the dialog that is open."""
        self.qtbot.waitUntil(lambda: bool(self._shown(kind)))
        return self._shown(kind)[-1]

    def _shown(self, kind: type[D]) -> list[D]:
        return [one for one in self.presenter.view.findChildren(kind) if one.isVisible()]
