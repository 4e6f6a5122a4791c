"""What the unlock screen does: reads who may unlock, tries a passphrase, says what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.failures import told
from antq_desktop.services.overview import failed_attempts, user_names

if TYPE_CHECKING:
    from datetime import datetime

    from antq_desktop.gui.session import About, Session
    from antq_desktop.gui.unlock.view import UnlockView
    from antq_desktop.messages import Language
    from antq_desktop.paths import Paths

    Known = tuple[tuple[str, ...], tuple[datetime, ...]]


class UnlockPresenter(QObject):
    """Connects the form with the session."""

    unlocked = Signal(object)
    """The workspace is open: its `About`."""

    def __init__(
        self, view: UnlockView, session: Session, paths: Paths, language: Language
    ) -> None:
        super().__init__()
        self._view = view
        self._session = session
        self._paths = paths
        self._language = language
        view.asked.connect(self.unlock)

    def begin(self, last_user: str | None) -> None:
        """Read the users; those of a key file that cannot be read are told in the form."""

        def known(found: Known) -> None:
            names, attempts = found
            self._view.set_users(names, last_user)
            self._view.set_failed(attempts)

        self._view.clear()
        self._session.run(
            lambda: (user_names(self._paths), failed_attempts(self._paths)), known, self._failed
        )

    def unlock(self, user: str | None, passphrase: str) -> None:
        """Try a passphrase; Argon2id makes one try take about 0.2 s, so the form waits.

        Without a user (the list is still being read) the only one is meant.
        """
        self._view.set_busy(busy=True)
        self._session.open(self._paths, user or None, passphrase, self._opened, self._failed)

    def _opened(self, about: About) -> None:
        self._view.set_busy(busy=False)
        self._view.clear()
        self.unlocked.emit(about)

    def _failed(self, error: BaseException) -> None:
        self._view.set_busy(busy=False)
        said = told(error, self._language)
        self._view.show_problem(f"{said.text} {said.action}".strip())
