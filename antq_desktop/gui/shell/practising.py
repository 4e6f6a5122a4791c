"""Into the practice class and out of it: the two places of the class, and what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui.common.files import begin_in
from antq_desktop.gui.shell.leaving import LeaveDialog, RemoveDialog
from antq_desktop.services.clock import Clock
from antq_desktop.services.leaving_practice import remove_practice
from antq_desktop.services.marking_practice import is_marked
from antq_desktop.services.practice_class import (
    COMMUNE,
    OFFICE,
    OPENED_BY,
    class_paths,
    make_class,
    remove_class,
    stick_folder,
)

if TYPE_CHECKING:
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.shell.window import Window
    from antq_desktop.gui.unlock.view import UnlockView
    from antq_desktop.paths import Paths
    from antq_desktop.services.practice_class import Post


class Practising(QObject):
    """Leads the window to one place of the class, to the other, and back to the real workspace."""

    def __init__(
        self, window: Window, session: Session, failures: Failures, computer: Paths
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._failures = window, session, failures
        self._computer = computer
        self._post: Post | None = None
        window.view.other_asked.connect(self.to_other)
        window.view.leave_asked.connect(self.ask_to_leave)

    @property
    def in_class(self) -> bool:
        """Whether the window stands at one of the two places of the class."""
        return self._post is not None

    def enter(self) -> None:
        """Go to the commune of the class, which is made and filled the first time."""
        self._failures.say(self.tr("Đang mở lớp tập huấn…"), "info")
        self._window.view.set_waiting(waiting=True)

        def failed(error: BaseException) -> None:
            self._window.view.set_waiting(waiting=False)
            self._failures.show(error)

        self._session.run(
            lambda: make_class(self._computer, load_catalogue(), Clock()),
            lambda made: self._begin(fill=made),
            failed,
        )

    def _begin(self, *, fill: bool) -> None:
        self._window.view.set_waiting(waiting=False)
        begin_in(str(stick_folder(self._computer)))
        self._go(COMMUNE, fill=fill)

    def to_other(self) -> None:
        """Go to the other place, once what is being done may be left."""
        other = COMMUNE if self._post is OFFICE else OFFICE
        self._window.leave(lambda: self._go(other))

    def _go(self, post: Post, *, fill: bool = False) -> None:
        self._post = post
        self._window.view.hide_message()
        self._window.turn_to(class_paths(self._computer, post), post.user, OPENED_BY, fill=fill)

    def ask_to_leave(self) -> None:
        """Ask what becomes of the class, or of a workspace for practice that is no part of it."""
        if self.in_class:
            dialog = LeaveDialog(self._window.view)
            dialog.kept.connect(lambda: self._window.leave(self._back))
            dialog.removed.connect(lambda: self._window.leave(self._remove_class))
            dialog.open()
        elif self._session.is_open:
            about = self._session.about
            question = RemoveDialog(self._window.view, about.unit.name)
            question.answered.connect(
                lambda passphrase: self._window.leave(lambda: self._remove(about.user, passphrase))
            )
            question.open()

    def _back(self) -> None:
        self._post = None
        begin_in("")
        self._window.turn_to(self._computer)

    def _remove_class(self) -> None:
        def removed(_: None) -> None:
            self._back()
            self._failures.say(self.tr("Đã xóa lớp tập huấn trên máy này."))

        def failed(error: BaseException) -> None:
            self._back()
            self._failures.show(error)

        self._session.run(lambda: remove_class(self._computer), removed, failed)

    def _remove(self, user: str, passphrase: str) -> None:
        def work() -> None:
            remove_practice(self._computer, user, passphrase, load_catalogue(), Clock())

        def removed(_: None) -> None:
            self._back()
            self._failures.say(self.tr("Đã xóa sổ thực hành trên máy này."))

        def failed(error: BaseException) -> None:
            self._back()
            self._failures.show(error)

        self._session.run(work, removed, failed)

    # What the unlock screen says of practice.

    def dress(self, view: UnlockView) -> None:
        """Mark the unlock screen of practice, and offer the way in or out."""
        if self._post is not None:
            words = self.tr("TẬP HUẤN – {name}. Mật khẩu của lớp: {passphrase}").format(
                name=self._post.user, passphrase=OPENED_BY
            )
            view.show_practice(words, self.tr("&Rời lớp tập huấn…"), other=True)
            view.class_asked.connect(self.ask_to_leave)
            view.other_asked.connect(self.to_other)
            return
        marked = is_marked(self._computer)
        words = self.tr("TẬP HUẤN – sổ thực hành") if marked else ""
        view.show_practice(words, self.tr("&Vào lớp tập huấn"), other=False)
        view.class_asked.connect(self.enter, Qt.ConnectionType.QueuedConnection)
