"""Reads the recovery key that a person types from paper, and says at once what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.errors import Refusal
from antq_desktop.gui.common.paper_key import PaperKeyDialog
from antq_desktop.gui.failures import told
from antq_desktop.services.recovery_key import (
    SHARE_WORDS,
    all_words,
    check_share,
    known_word,
    secret_of,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from antq_desktop.messages import Language


_OTHER_PAPER = frozenset({"shares.twice", "shares.other_set", "shares.foreign"})
"""Refusals after which nothing of what was typed is of use."""


class PaperKeyPresenter(QObject):
    """Leads a person through a sheet or the shares of one set; the dialog is its parent."""

    given = Signal(str)
    """The recovery key."""
    shares_given = Signal(list)
    """All shares that were wanted, each as it was typed; for whoever checks each of them."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        hint: str,
        language: Language,
        *,
        share_set: int | None,
        wanted: int = 2,
    ) -> None:
        self.dialog = PaperKeyDialog(parent, title, hint, all_words(), known_word, SHARE_WORDS)
        super().__init__(self.dialog)
        self._language = language
        self._set, self._wanted = share_set, wanted
        self.dialog.word_wrong.connect(self._word)
        self.dialog.share_typed.connect(self._share)
        self.dialog.sheet_typed.connect(self.given)
        self.dialog.shares_taken.connect(self._all)

    def begin(self, *, fixed: bool = True) -> None:
        """Ask; by shares where the key is shared. ``fixed`` leaves no choice."""
        self.dialog.begin(shares=self._set is not None, wanted=self._wanted, fixed=fixed)

    def refuse(self, error: BaseException) -> None:
        """Say why the key is not taken."""
        text = self._said(error)
        if self._set is not None or self.dialog.taken:
            self.dialog.begin_again(text)
        else:
            self.dialog.show_problem(text)

    def done(self) -> None:
        """Close: the key was taken."""
        self.dialog.accept()

    def _said(self, error: BaseException) -> str:
        said = told(error, self._language)
        return f"{said.text} {said.action}".strip()

    def _word(self, error: object) -> None:
        self.dialog.show_problem(self._said(error) if isinstance(error, Refusal) else "")

    def _share(self, text: str) -> None:
        before = self.dialog.taken
        try:
            wanted = self._set
            if wanted is None and before:
                wanted = check_share(before[0], None).set
            share = check_share(text, wanted, before)
        except Refusal as refusal:
            other_paper = refusal.message_id in _OTHER_PAPER
            say = self.dialog.ask_another if other_paper else self.dialog.show_problem
            say(self._said(refusal))
            return
        self.dialog.take_share(text, share.number, share.set)

    def _all(self, shares: list[str]) -> None:
        self.shares_given.emit(shares)
        try:
            secret = secret_of(shares)
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.given.emit(secret)
