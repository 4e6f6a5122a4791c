"""What the screen "Biểu mẫu" does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.table import Row
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.papers import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.forms.view import FormsView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.papers import FormInfo

_OF_REGISTERS = frozenset({"record", "records", "book"})
"""What a form is filled from, where a register and a period can stand for it."""

_OF_OFFICES = "reported"
"""What a form is filled from that only an office has."""


class FormsPresenter(ScreenPresenter):
    """Connects the list with the forms of the program."""

    paper_asked = Signal(object)
    """A `PaperWanted`."""

    def __init__(self, view: FormsView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._language = context.language
        self._office = context.session.about.office
        self._registers = context.session.about.catalogue.by_name
        self._asking = Asking(context.session, view)
        self._forms: dict[str, FormInfo] = {}
        self._all = list(self._registers)
        view.chosen.connect(self._choose)
        view.blank_asked.connect(self._ask_blank)
        view.period_asked.connect(self._ask_period)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Biểu mẫu")

    def refresh(self) -> None:
        """Read which forms are in use today."""
        self._asking.ask(forms, self._show)

    def _show(self, found: Sequence[FormInfo]) -> None:
        office = self._office
        found = [form for form in found if office or form.needs != _OF_OFFICES]
        here = sorted(
            found, key=lambda form: not form.blank
        )  # what can be printed here comes first
        self._forms = {form.code: form for form in here}
        self._view.set_forms([self._row(form) for form in here])

    def _row(self, form: FormInfo) -> Row:
        layout = "" if form.verified else self.tr("Tham khảo")
        cells = (form.title.text(self._language), self._from(form), layout)
        return Row(form.code, cells, "warning", hint=cells[0])

    def _from(self, form: FormInfo) -> str:
        """Say what a form is filled from."""
        if form.registers:
            labels = [self._registers[name].short_label for name in form.registers]
            return ", ".join(label.text(self._language) for label in labels)
        if form.needs in _OF_REGISTERS:
            return self.tr("Mọi sổ")
        names = {
            "period": self.tr("Số liệu"),
            "reported": self.tr("Ai đã báo cáo"),
            "bundle": self.tr("Gói nộp"),
            "fingerprint": self.tr("Chứng thư"),
            "handover": self.tr("Chứng thư"),
        }
        return names.get(form.needs, "")

    def _choose(self, code: str) -> None:
        form = self._forms[code]
        hints = {
            "record": self.tr(
                "Mẫu đã điền: mở hồ sơ đã vào sổ rồi bấm In (Ctrl+P), hoặc in mọi hồ sơ của một kỳ."
            ),
            "records": self.tr("Danh sách các hồ sơ của một kỳ, hoặc của hồ sơ đang mở."),
            "book": self.tr("In sổ của một kỳ, dòng đã hủy gạch ngang, có trang khóa sổ."),
            "period": self.tr("Mẫu đã điền: chọn kỳ ở màn hình Số liệu rồi bấm In (Ctrl+P)."),
            "reported": self.tr("Mẫu đã điền: mở màn hình Ai đã báo cáo, bấm In hoặc Nhắc nộp."),
            "bundle": self.tr("Mẫu đã điền: chọn gói ở màn hình Nộp báo cáo rồi bấm In (Ctrl+P)."),
            "handover": self.tr("Mẫu đã điền: màn hình kết nối, Bàn giao quyền ký, In biên bản."),
            "fingerprint": self.tr("In ở màn hình kết nối hoặc chứng thư, khi vân tay đang hiện."),
        }
        parts = [form.basis]
        if not form.verified:
            parts.append(self.tr("bố cục tham khảo, chưa đối chiếu mẫu ban hành"))
        self._view.show_form(
            form.title.text(self._language),
            "  ·  ".join(part for part in parts if part),
            hints.get(form.needs, ""),
            blank=form.blank,
        )
        of_registers = form.needs in _OF_REGISTERS
        names = (form.registers or self._all) if of_registers else ()
        self._view.offer_period(
            [(name, self._registers[name].short_label.text(self._language)) for name in names],
            offered=of_registers,
        )

    def _ask_blank(self, code: str, register: str) -> None:
        self.paper_asked.emit(PaperWanted(code, register=register or None, blank=True))

    def _ask_period(self, code: str, register: str) -> None:
        period = self._view.period
        if period is not None:
            self.paper_asked.emit(PaperWanted(code, register=register or None, period=period))
