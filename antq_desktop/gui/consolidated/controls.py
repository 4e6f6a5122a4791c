"""The two controls of the table: signed reports counted again, possible doubles between units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import figure_text, number, short_period
from antq_desktop.gui.consolidated.dialogs import ListDialog
from antq_desktop.gui.consolidated.wording import NOTHING
from antq_desktop.services.doubled import find_doubles
from antq_desktop.services.signed_figures import compare_signed
from antq_desktop.services.unit_names import name_with_others

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.consolidated import Consolidated
    from antq_desktop.services.doubled import Double
    from antq_desktop.services.frozen import FrozenFigure
    from antq_desktop.services.signed_figures import SignedFigures, SignedLine

_MOST_NAMES = 8


class Controls(QObject):
    """Answers the buttons beside the table."""

    record_opened = Signal(str)

    def __init__(self, view: QWidget, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)

    def compare(self, period: Period | None) -> None:
        """Show where signed reports of a period and the records say different numbers."""
        if period is None:
            return

        def show(found: SignedFigures) -> None:
            columns = (
                Column(self.tr("Đơn vị")),
                Column(self.tr("Chỉ tiêu")),
                Column(self.tr("Đã ký"), "number"),
                Column(self.tr("Tính lại lúc ký"), "number", 1),
                Column(self.tr("Tính lại nay"), "number"),
                Column(self.tr("Nhận xét"), "chip"),
            )
            title = self.tr("Số đã ký và số tính lại: {period}")
            dialog = ListDialog(
                self._view,
                self._context.theme,
                title.format(period=short_period(period)),
                "\n".join(self._signed_text(found)),
                columns,
                [self._signed_row(line) for line in found.lines],
            )
            dialog.open()

        self._asking.ask(lambda workspace: compare_signed(workspace, period), show)

    def double(self, found: Consolidated | None) -> None:
        """Show what may be counted twice between units."""
        if found is None:
            return

        def show(doubles: tuple[Double, ...]) -> None:
            columns = (
                Column(self.tr("Số")),
                Column(self.tr("Đơn vị")),
            )
            dialog = ListDialog(
                self._view,
                self._context.theme,
                self.tr("Có thể trùng giữa các đơn vị"),
                self._doubles_text(doubles),
                columns,
                list(self._double_rows(doubles)),
                wide=0,
            )
            dialog.record_opened.connect(self.record_opened)
            dialog.open()

        self._asking.ask(lambda workspace: find_doubles(workspace, found), show)

    def _signed_text(self, found: SignedFigures) -> Iterator[str]:
        every = len(found.missing) + len(found.units)
        if not found.units:
            yield self.tr("Chưa có báo cáo đã ký nào của kỳ này.")
            return
        text = self.tr("{signed} trên {all} đơn vị có báo cáo đã ký của kỳ này.")
        yield text.format(signed=number(len(found.units)), all=number(every))
        if found.missing:
            names = [self._name(unit) for unit in found.missing[:_MOST_NAMES]]
            more = len(found.missing) - len(names)
            names += ["…"] if more else []
            yield self.tr("Chưa có của: {names}").format(names=", ".join(names))
        equal = sum(one.signed == one.recounted for one in found.sums)
        if found.sums:
            text = self.tr(
                "Cộng số đã ký của các đơn vị cơ sở: {equal} trên {all} chỉ tiêu bằng số tính lại."
            )
            yield text.format(equal=number(equal), all=number(len(found.sums)))
        if not found.lines:
            yield self.tr("Mọi số đã ký đều khớp.")

    def _signed_row(self, line: SignedLine) -> Row:
        known = self._context.session.about.catalogue.indicators.get(line.code)
        language = self._context.language
        name = f"{line.code} · {known[1].label.text(language)}" if known else line.code
        wrong = self.tr("Báo cáo sai số"), self.tr("Đổi sau khi ký")
        unit = name_with_others(self._context.session.about.units, line.unit, language)
        return Row(
            f"{line.unit.text} {line.code}",
            (
                self._name(line.unit),
                name,
                _stated(line.signed),
                _stated(line.recounted),
                _stated(line.now),
                wrong[0] if line.wrong else wrong[1],
            ),
            tone="error" if line.wrong else "warning",
            hint=f"{unit}: {name}",
        )

    def _doubles_text(self, doubles: tuple[Double, ...]) -> str:
        if not doubles:
            text = self.tr("Không thấy hồ sơ nào trùng.")
        else:
            text = self.tr(
                "Số liệu của nhiều đơn vị là tổng từng đơn vị, không trừ trùng: {count} chỗ dưới "
                "đây để đối chiếu. Enter để mở hồ sơ."
            ).format(count=number(len(doubles)))
        limit = self.tr(
            "Số định danh chỉ so được trong các đơn vị cùng một máy ghi: mã của mỗi máy dùng khóa "
            "riêng."
        )
        return f"{text}\n{limit}"

    def _double_rows(self, doubles: tuple[Double, ...]) -> Iterator[Row]:
        registers = self._context.session.about.catalogue.by_name
        for place, one in enumerate(doubles):
            register = registers[one.register].label.text(self._context.language)
            if one.reason == "decision":
                text = self.tr("{register}: quyết định truy nã số {number}")
                what = text.format(register=register, number=one.number)
            else:
                what = self.tr("{register}: cùng một số định danh").format(register=register)
            if one.counted:
                counted = self.tr("đang tính trong {codes}").format(codes=", ".join(one.counted))
            else:
                counted = self.tr("không nằm trong số nào của kỳ")
            yield Row(f"{place}", (f"{what} – {counted}",), kind="group")
            for twin in one.twins:
                yield Row(f"{place}/{twin.record}", (twin.book, self._name(twin.unit)))

    def _name(self, unit: UnitKey) -> str:
        return self._context.session.about.units.get(unit).name


def _stated(stated: FrozenFigure | None) -> str:
    if stated is None:
        return NOTHING
    late = stated.late
    told = f" (+ {figure_text(late)})" if late is not None and late.value else ""
    return f"{figure_text(stated.figure)}{told}"
