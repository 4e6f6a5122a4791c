"""What the window of a period's report does: reads the words, keeps what is written, prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.files import choose_target
from antq_desktop.gui.common.timers import after
from antq_desktop.gui.common.wording import number, short_period
from antq_desktop.gui.failures import Told, told
from antq_desktop.gui.paper import open_paper
from antq_desktop.gui.report_text.view import SectionRow
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.narrating import narrate
from antq_desktop.services.papers import save_paper
from antq_desktop.services.report_texts import write_text
from antq_desktop.services.reporting import standing_of
from antq_desktop.services.word_papers import compose_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from antq_desktop.domain.periods import Period
    from antq_desktop.gui.report_text.view import ReportDialog
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.narrating import Told as Narrated
    from antq_desktop.services.reporting import Standing
    from antq_desktop.services.workspace import Workspace

    Found = tuple[list[Narrated], Standing | None]

FORM = "period-report"
"""The form of the report of a period."""

KEEP_AFTER = 1500
"""Milliseconds without a key after which what was written is kept."""

T = TypeVar("T")


class ReportPresenter(QObject):
    """Connects one window with the report of one period."""

    ready = Signal()
    """The words are on the screen."""
    kept = Signal()
    """What was written is in the workspace."""

    def __init__(self, view: ReportDialog, context: Context, period: Period) -> None:
        super().__init__(view)
        self.view = view
        self._context = context
        self._period = period
        self._asking = Asking(context.session, view)
        self._saved: dict[str, str] = {}
        self._timer = after(view, KEEP_AFTER, self._keep)
        view.typed.connect(self._typed)
        view.section_left.connect(self._keep)
        view.close_asked.connect(self._close)
        view.print_asked.connect(self._print)
        view.word_asked.connect(self._word)

    def begin(self) -> None:
        """Show the window, and read the words meanwhile."""
        period = self._period
        self.view.set_title(
            self.tr("Báo cáo: {period}").format(period=short_period(period)), self._notes(None)
        )
        self.view.open()

        def work(workspace: Workspace) -> Found:
            return narrate(workspace, period), standing_of(workspace, period, workspace.unit.key)

        self._asking.ask(work, self._show, self._failed)

    def _show(self, found: Found) -> None:
        sections, standing = found
        title = self.tr("Báo cáo: {period}").format(period=short_period(self._period))
        self.view.set_title(title, self._notes(standing))
        self._saved = {one.section.code: one.own for one in sections}
        self.view.set_sections(self._rows(sections))
        self.ready.emit()

    @staticmethod
    def _rows(sections: Sequence[Narrated]) -> list[SectionRow]:
        return [
            SectionRow(one.section.code, one.heading, one.generated, one.own, one.section.has_text)
            for one in sections
        ]

    def _notes(self, standing: Standing | None) -> str:
        notes = [
            self.tr(
                "Lời viết ở đây được in và gửi kèm gói: không ghi họ tên, thông tin riêng của "
                "người dân, bí mật nhà nước."
            )
        ]
        if standing is not None:
            text = self.tr(
                "Số liệu đã chốt, bản {version}: bản in đã lập giữ nguyên; lời sửa từ nay vào "
                "bản điều chỉnh."
            )
            notes.append(text.format(version=number(standing.version)))
        return "\n".join(notes)

    def _typed(self) -> None:
        self.view.show_kept(self.tr("Chưa lưu…"))
        self._timer.start()

    def _keep(self) -> None:
        self._keep_then(lambda: None)

    def _keep_then(self, then: Callable[[], object]) -> None:
        """Keep what is written, then go on; where it is refused, say why and stay."""
        QGuiApplication.inputMethod().commit()
        self._timer.stop()
        section, text = self.view.current
        if not section or self._saved.get(section) == text:
            then()
            return
        period = self._period

        def kept(at: str) -> None:
            self._saved[section] = text
            moment = at[11:16]
            self.view.show_kept(self.tr("Đã lưu lúc {time}").format(time=moment))
            self.kept.emit()
            then()

        self._asking.ask(
            lambda workspace: write_text(workspace, period, section, text), kept, self._failed
        )

    def _print(self) -> None:
        wanted = PaperWanted(FORM, period=self._period)
        self._keep_then(lambda: open_paper(self.view, self._context, wanted))

    def _word(self) -> None:
        def ask() -> None:
            choose_target(
                self.view,
                self.tr("Lưu báo cáo thành tệp Word"),
                self.tr("Word (*.docx)"),
                f"{FORM}-{self._period.code}.docx",
                lambda name: self.save_word(Path(name)),
            )

        self._keep_then(ask)

    def save_word(self, path: Path) -> None:
        """Save the report for Word; the journal knows before."""
        period = self._period

        def saved(_: object) -> None:
            text = self.tr("Đã lưu {name}.").format(name=path.name)
            self.view.tell(Told(text, tone="done"))

        self._asking.ask(
            lambda workspace: save_paper(
                workspace, compose_word(workspace, period), path, overwrite=True
            ),
            saved,
            self._failed,
        )

    def _close(self) -> None:
        self._keep_then(lambda: QDialog.done(self.view, 0) if isValid(self.view) else None)

    def _failed(self, error: BaseException) -> None:
        self.view.tell(told(error, self._context.language))
