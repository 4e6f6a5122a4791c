"""What the unlock screen does: reads who may unlock, tries a passphrase, says what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui.common.asking_paper import PaperKeyPresenter
from antq_desktop.gui.failures import told
from antq_desktop.gui.unlock.dialogs import NewPassphraseDialog
from antq_desktop.gui.unlock.keyless import KeylessPresenter
from antq_desktop.services.clock import Clock
from antq_desktop.services.overview import failed_attempts, user_names
from antq_desktop.services.recovering import check_recovery, recover_workspace, recovery_set
from antq_desktop.services.workspace import user_name

if TYPE_CHECKING:
    from datetime import datetime

    from antq_desktop.gui.session import About, Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.gui.unlock.view import UnlockView
    from antq_desktop.messages import Language
    from antq_desktop.paths import Paths

    Known = tuple[tuple[str, ...], tuple[datetime, ...]]


class UnlockPresenter(QObject):
    """Connects the form with the session."""

    unlocked = Signal(object)
    """The workspace is open: its `About`."""

    recovered = Signal(object)
    """The workspace is open by the recovery paper, its `About`: a new certificate is next."""

    def __init__(
        self, view: UnlockView, session: Session, paths: Paths, language: Language, theme: Theme
    ) -> None:
        super().__init__()
        self._view = view
        self._session = session
        self._paths = paths
        self._language = language
        self._theme = theme
        self._clock = Clock()
        self._names: tuple[str, ...] = ()
        view.asked.connect(self.unlock)
        view.forgot.connect(self._forgot)
        view.backups_asked.connect(self._look_at_backups)

    def begin(self, last_user: str | None) -> None:
        """Read the users; those of a key file that cannot be read are told in the form."""

        def known(found: Known) -> None:
            names, attempts = found
            self._names = names
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

    def _look_at_backups(self) -> None:
        KeylessPresenter(
            self._view, self._theme, self._session, self._paths, self._language
        ).begin()

    def _forgot(self) -> None:
        """Ask for the recovery paper, then for the new passphrase."""
        self._session.run(lambda: recovery_set(self._paths), self._ask_paper, self._failed)

    def _ask_paper(self, share_set: int | None) -> None:
        asked = PaperKeyPresenter(
            self._view,
            self.tr("Vào sổ bằng phiếu hoặc mảnh khôi phục"),
            self.tr("Lấy phiếu, hoặc hai trong ba mảnh, từ nơi cất. Xong thì niêm phong lại."),
            self._language,
            share_set=share_set,
        )

        def given(secret: str) -> None:
            self._session.run(
                lambda: check_recovery(self._paths, secret, self._clock),
                lambda _: self._fits(asked, secret),
                asked.refuse,
            )

        asked.given.connect(given)
        asked.begin()

    def _fits(self, asked: PaperKeyPresenter, secret: str) -> None:
        asked.done()
        dialog = NewPassphraseDialog(self._view, self._names)

        def answered(name: str, passphrase: str) -> None:
            def work() -> str:
                user = user_name(name)
                recover_workspace(
                    self._paths, secret, user, passphrase, load_catalogue(), self._clock
                )
                return user

            def done(user: str) -> None:
                dialog.accept()
                self._session.open(self._paths, user, passphrase, self._in_again, self._failed)

            def failed(error: BaseException) -> None:
                said = told(error, self._language)
                dialog.show_problem(f"{said.text} {said.action}".strip())

            self._session.run(work, done, failed)

        dialog.answered.connect(answered)
        dialog.open()

    def _in_again(self, about: About) -> None:
        self._view.clear()
        self.recovered.emit(about)

    def _opened(self, about: About) -> None:
        self._view.set_busy(busy=False)
        self._view.clear()
        self.unlocked.emit(about)

    def _failed(self, error: BaseException) -> None:
        self._view.set_busy(busy=False)
        said = told(error, self._language)
        self._view.show_problem(f"{said.text} {said.action}".strip())
