"""What the screen "Kiểm tra giấy" does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.wording import labels
from antq_desktop.gui.paper_check.view import Found
from antq_desktop.messages import label
from antq_desktop.services.checking_paper import (
    PaperState,
    RecordPaper,
    check_paper,
    check_picture,
)
from antq_desktop.services.paper_words import paper_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.paper_check.view import PaperCheckView
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.checking_paper import PaperCheck


class PaperCheckPresenter(ScreenPresenter):
    """Connects the screen with what is stored."""

    open_record = Signal(str)

    def __init__(self, view: PaperCheckView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)
        view.code_given.connect(self._check_code)
        view.picture_given.connect(self._check_picture)
        view.record_asked.connect(self.open_record)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Kiểm tra giấy")

    def refresh(self) -> None:
        """Keep what was found: it is the answer to a question, not a list."""

    def _check_code(self, text: str) -> None:
        self._asking.ask(lambda workspace: [check_paper(workspace, text)], self._show)

    def _check_picture(self, name: str) -> None:
        self._asking.ask(lambda workspace: check_picture(workspace, Path(name)), self._show)

    def _show(self, checks: Sequence[PaperCheck]) -> None:
        self._view.show_found([self._found(one) for one in checks])

    def _found(self, check: PaperCheck) -> Found:
        language = self._context.language
        said = paper_said(check, self._context.session.about.units, language)
        lines, record = [f"{said.text} {said.action}".rstrip()], None
        if isinstance(check.paper, RecordPaper):
            record, paper = check.paper.record, check.paper
            if paper.changed:
                names = labels([paper.register.by_name[name] for name in paper.changed], language)
                lines.append(label("paper_check.changed", language, fields=names))
            if paper.hidden:
                lines.append(label("paper_check.hidden", language))
        state, tone = self._state(check.state)
        code = "-".join(check.code[at : at + 4] for at in range(0, len(check.code), 4))
        return Found(code, state, tone, tuple(lines), record)

    def _state(self, state: PaperState) -> tuple[str, Tone]:
        names: dict[PaperState, tuple[str, Tone]] = {
            PaperState.EQUAL: (self.tr("Đúng bản đang lưu"), "done"),
            PaperState.OLDER: (self.tr("Bản cũ"), "warning"),
            PaperState.VOIDED: (self.tr("Hồ sơ đã hủy"), "error"),
            PaperState.UNKNOWN: (self.tr("Không có ở đây"), "warning"),
            PaperState.PRACTICE: (self.tr("Giấy tập huấn"), "error"),
        }
        return names[state]
