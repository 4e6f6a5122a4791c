"""What can be asked beside the figures: sentences, controls, and a new version of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.units import parse_unit_key
from antq_desktop.gui.common.findings import finding_rows
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.common.wording import number, short_period
from antq_desktop.gui.figures.dialogs import ControlsDialog, SentencesDialog
from antq_desktop.gui.report_text import open_report
from antq_desktop.gui.report_text.presenter import FORM as REPORT
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.controlling import control
from antq_desktop.services.reporting import correct
from antq_desktop.services.telling import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.domain.balances import Balance
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.sentences import Said
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.gui.figures.view import FiguresView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.controlling import Controlled
    from antq_desktop.store.exchange_rows import Report


class Beside(QObject):
    """Answers the buttons of the figures for the period and unit that are shown."""

    record_opened = Signal(str)
    paper_asked = Signal(object)
    """A `PaperWanted`: the printed report that a unit has sent."""

    def __init__(self, view: FiguresView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        view.sentences_asked.connect(self._say)
        view.controls_asked.connect(self._control)
        view.correction_asked.connect(self._correct)
        view.report_asked.connect(self._report)

    @property
    def _units(self) -> frozenset[UnitKey] | None:
        unit = self._view.unit
        return frozenset({parse_unit_key(unit)}) if unit else None

    def _report(self) -> None:
        """Open the report to be written; of another unit, the paper that came from it."""
        period, unit = self._view.picker.period, self._view.unit
        if period is None:
            return
        if unit and parse_unit_key(unit) != self._context.session.about.unit.key:
            wanted = PaperWanted(REPORT, period=period, unit=parse_unit_key(unit))
            self.paper_asked.emit(wanted)
        else:
            open_report(self._view, self._context, period)

    def _say(self) -> None:
        period, units = self._view.picker.period, self._units
        if period is None:
            return

        def show(said: list[Said]) -> None:
            missing = [code for one in said for code in one.missing]
            note = self.tr("Kỳ này không có số liệu {codes}: câu bỏ phần đó.").format(
                codes=", ".join(missing)
            )
            texts = [one.text for one in said if one.text]
            SentencesDialog(self._view, self._context.theme, texts, note if missing else "").open()

        self._context.session.ask(lambda workspace: tell(workspace, period, units=units), show)

    def _control(self) -> None:
        period, units = self._view.picker.period, self._units
        if period is None:
            return

        def show(found: Controlled) -> None:
            about = self._context.session.about
            language = self._context.language
            rows = finding_rows(found.findings, about.catalogue, about.units, language)
            dialog = ControlsDialog(
                self._view, self._context.theme, tuple(rows), self._balances(found.balances)
            )
            dialog.record_opened.connect(self.record_opened)
            dialog.open()

        self._context.session.ask(lambda workspace: control(workspace, period, units=units), show)

    def _balances(self, balances: Sequence[Balance]) -> str:
        """Return the line of each book: carried over, new, closed, remaining."""
        registers = self._context.session.about.catalogue.by_name
        text = self.tr(
            "{code}: chuyển sang {carried} + mới {new} {sign} "
            "đã xong {closed} + còn lại {remaining}"
        )
        return "\n".join(
            text.format(
                code=registers[one.register].code,
                carried=number(one.carried),
                new=number(one.new),
                sign="=" if one.even else "≠",
                closed=number(one.closed),
                remaining=number(one.remaining),
            )
            for one in balances
        )

    def _correct(self) -> None:
        period = self._view.picker.period
        if period is None:
            return
        title = self.tr("Lập báo cáo điều chỉnh {period}?").format(period=short_period(period))
        text = self.tr(
            "Bản mới tính lại số liệu từ hồ sơ hiện có; bản cũ giữ nguyên. Lý do chỉ ghi vào nhật "
            "ký ở máy này. Lập gói mới có kỳ này để gửi."
        )

        def make(reason: str) -> None:
            self._make(period, reason)

        ask_reason(self._view, title, text, self.tr("Lập bản mới"), make)

    def _make(self, period: Period, reason: str) -> None:
        def made(report: Report) -> None:
            text = self.tr("Đã lập báo cáo điều chỉnh, bản {version}.")
            self._context.failures.say(text.format(version=number(report.version)))

        self._context.session.change(lambda workspace: correct(workspace, period, reason), made)
