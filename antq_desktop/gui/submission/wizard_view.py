"""The wizard on one page: steps at the left, the page of the step beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLabel

from antq_desktop.gui.common.figures_table import figure_columns
from antq_desktop.gui.common.going_table import going_columns
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.pages import label, set_kind
from antq_desktop.gui.common.period_picker import PeriodPicker
from antq_desktop.gui.common.table import TableModel, choose_key, chosen_key, dress_table
from antq_desktop.gui.submission.model import problem_columns
from antq_desktop.gui.theme import ICON

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Literal

    from PySide6.QtWidgets import QWidget

    from antq_desktop.domain.periods import Period
    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.generated.ui_submission import Ui_Submission
    from antq_desktop.gui.theme import Theme

    WriteState = Literal["none", "writing", "failed", "safe"]


class Step(IntEnum):
    """The steps, as the pages lie in the form."""

    PERIOD = 0
    GOING = 1
    PROBLEMS = 2
    FIGURES = 3
    SIGN = 4
    WRITE = 5


@dataclass(frozen=True, slots=True)
class SignPage:
    """What is said before signing; ``hindrance`` tells why it cannot be done."""

    signer: str
    certificate: str
    recipient: str
    covers: str
    hindrance: str


class WizardView(QObject):
    """Drives the widgets of the wizard; knows no service."""

    forward = Signal()
    back = Signal()
    left = Signal()
    period_changed = Signal()
    checked_again = Signal()
    record_opened = Signal(str)
    folder_chosen = Signal(str)
    retried = Signal()
    medium_asked = Signal(object)
    """A `MediumDialog` that is to be served."""
    cover_asked = Signal()

    def __init__(self, ui: Ui_Submission, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._ui = ui
        self._parent = parent
        self._theme = theme
        self._nil: dict[str, QCheckBox] = {}
        self.picker = PeriodPicker()
        ui.pickerColumn.addWidget(self.picker)
        self._parts = QCheckBox(self.tr("Chia thành các &phần 20 MB để gửi thư hoặc USB nhỏ"))
        self._parts.setObjectName("parts")
        ui.writeCardColumn.insertWidget(ui.writeCardColumn.count() - 1, self._parts)
        self._steps = self._make_steps()
        self._going = TableModel(going_columns(), self)
        self._problems = TableModel(problem_columns(), self)
        self._figures = TableModel(figure_columns(), self)
        dress_table(ui.going, self._going, theme)
        dress_table(ui.problems, self._problems, theme, wide=2)
        dress_table(ui.figures, self._figures, theme)
        for each in (ui.scroll.viewport(), ui.pages):
            each.setAutoFillBackground(False)  # the page behind shows through
        self._connect()

    def _make_steps(self) -> list[QLabel]:
        names = (
            self.tr("1. Kỳ báo cáo"),
            self.tr("2. Nội dung gói"),
            self.tr("3. Việc phải xử lý"),
            self.tr("4. Số liệu"),
            self.tr("5. Ký"),
            self.tr("6. Ghi ra USB"),
        )
        made = [label(name, wrap=False) for name in names]
        for at, each in enumerate(made):
            each.setProperty("role", "step")
            self._ui.stepsColumn.insertWidget(at, each)
        return made

    def _connect(self) -> None:
        ui = self._ui
        ui.forward.clicked.connect(self.forward)
        ui.back.clicked.connect(self.back)
        ui.leave.clicked.connect(self.left)
        ui.withPeriod.toggled.connect(self.picker.setEnabled)
        ui.withPeriod.toggled.connect(self.period_changed)
        self.picker.changed.connect(self.period_changed)
        ui.checkAgain.clicked.connect(self.checked_again)
        ui.openRecord.clicked.connect(self._open)
        ui.problems.activated.connect(self._open)
        ui.choose.clicked.connect(self._choose)
        ui.retry.clicked.connect(self.retried)
        ui.coverNow.clicked.connect(self.cover_asked)
        self._theme.dress(ui.coverNow, "print")

    def begin(self, today: date) -> None:
        """Start at the first step."""
        self.picker.set_today(today)
        self.set_with_period(chosen=True)
        self._ui.forward.setFocus()

    @property
    def period(self) -> Period | None:
        """The period that is chosen, None without figures or where the days make no sense."""
        return self.picker.period if self.with_period else None

    @property
    def with_period(self) -> bool:
        """Whether the figures of a period go too."""
        return self._ui.withPeriod.isChecked()

    def set_with_period(self, *, chosen: bool) -> None:
        """Choose whether the figures of a period go too."""
        (self._ui.withPeriod if chosen else self._ui.withoutPeriod).setChecked(True)

    @property
    def nil(self) -> list[str]:
        """The registers that are declared nil."""
        return [name for name, box in self._nil.items() if box.isChecked()]

    def show_step(self, step: Step, subtitle: str, forward: str, *, enabled: bool) -> None:
        """Show a step; ``forward`` is the text of its main button, "" hides it."""
        ui = self._ui
        came = ui.pages.currentIndex() != step  # who only chooses another period goes on doing so
        ui.pages.setCurrentIndex(step)
        ui.wizardSubtitle.setText(subtitle)
        for at, each in enumerate(self._steps):
            each.setProperty("current", at == step)
            each.setAccessibleName(each.text() + (self.tr(" (đang làm)") if at == step else ""))
            each.style().unpolish(each)
            each.style().polish(each)
        ui.forward.setText(forward)
        ui.forward.setVisible(bool(forward))
        ui.forward.setEnabled(enabled)
        ui.forward.setDefault(True)
        ui.leave.show()
        ui.back.setVisible(Step.PERIOD < step < Step.WRITE)
        ui.leave.setText(self.tr("Đón&g") if step is Step.WRITE else self.tr("Để sa&u"))
        if forward and enabled and came:
            ui.forward.setFocus()

    def set_period_note(self, text: str) -> None:
        """Say what is to be known of the period that is chosen."""
        self._ui.periodNote.setText(text)

    def set_going(self, rows: Sequence[Row], note: str, drafts: str, fields: Sequence[str]) -> None:
        """Show what goes, and what stays here and why."""
        self._going.set_rows(rows)
        self._ui.goingNote.setText(note)
        self._ui.homeDrafts.setText(drafts)
        self._ui.homeFields.setText("\n".join(fields))

    def set_nil(self, registers: Sequence[tuple[str, str]]) -> None:
        """Offer to declare registers nil, by name and label; none hides the question."""
        ticked = self.nil
        for box in self._nil.values():
            box.setParent(None)
            box.deleteLater()
        self._nil = {}
        for name, text in registers:
            box = QCheckBox(text)
            box.setChecked(name in ticked)
            self._nil[name] = box
            self._ui.nilColumn.addWidget(box)
        self._ui.nilPlace.setVisible(bool(registers))

    def set_problems(self, rows: Sequence[Row], note: str) -> None:
        """Show what is to be settled; nothing is good news."""
        self._problems.set_rows(rows)
        choose_key(self._ui.problems, self._problems, None)
        self._ui.problemsNote.setText(note)
        self._ui.problemsNote.setProperty("tone", "warning" if rows else "done")
        self._ui.problemsNote.style().polish(self._ui.problemsNote)
        for each in (self._ui.problems, self._ui.openRecord):
            each.setVisible(bool(rows))
        self._ui.problemsPageColumn.setStretch(2, 1 if rows else 0)
        self._ui.problemsPageColumn.setStretch(4, 0 if rows else 1)

    def set_figures(self, rows: Sequence[Row], note: str) -> None:
        """Show the figures that will be frozen."""
        self._figures.set_rows(rows)
        self._ui.figuresNote.setText(note)
        self._ui.figures.setVisible(bool(rows))

    def set_sign(self, page: SignPage) -> None:
        """Show who signs what for whom."""
        self._ui.signer.setText(page.signer)
        self._ui.certificate.setText(page.certificate)
        self._ui.recipient.setText(page.recipient)
        self._ui.covers.setText(page.covers)
        self._ui.hindrance.setText(page.hindrance)
        self._ui.hindrance.setVisible(bool(page.hindrance))

    def set_file(self, text: str) -> None:
        """Name the file that is to be carried."""
        self._ui.writeFile.setText(text)

    def show_write(self, state: WriteState, title: str, hint: str) -> None:
        """Show how the writing stands: nothing chosen, being written, failed, safe to pull out."""
        ui = self._ui
        icon, colour = {
            "none": ("usb", "muted"),
            "writing": ("usb", "accent"),
            "failed": ("warning", "warning"),
            "safe": ("check", "done"),
        }[state]
        ui.writePicture.setPixmap(self._theme.picture(icon, ICON, colour))
        ui.writeState.setText(title)
        ui.writeHint.setText(hint)
        ui.writeProgress.setVisible(state == "writing")
        ui.writeSteps.setVisible(state in {"writing", "safe"})
        ui.retry.setVisible(state == "failed")
        ui.coverNow.setVisible(state == "safe")
        ui.choose.setEnabled(state != "writing")
        self._parts.setEnabled(state != "writing")
        ui.leave.setEnabled(state != "writing")
        texts = {"none": self.tr("Chọn &nơi ghi…"), "safe": self.tr("Ghi thêm &bản nữa…")}
        ui.choose.setText(texts.get(state, self.tr("Chọn &nơi khác…")))
        set_kind(ui.choose, "plain" if state == "safe" else "primary")
        ui.leave.setVisible(state != "safe")
        ui.forward.setVisible(state == "safe")
        ui.forward.setEnabled(state == "safe")
        ui.forward.setText(self.tr("&Xong"))
        (ui.forward if state == "safe" else ui.choose).setFocus()

    @property
    def in_parts(self) -> bool:
        """Whether the file is to be carried in parts."""
        return self._parts.isChecked()

    def show_failure(self, told: Told) -> None:
        """Say why the medium did not take the file."""
        self.show_write("failed", told.text, told.action)

    def show_write_steps(self, done: Sequence[str], total: int) -> None:
        """Show which steps of the writing are done."""
        self._ui.writeProgress.setMaximum(total)
        self._ui.writeProgress.setValue(len(done))
        self._ui.writeSteps.setText("\n".join(f"✓ {step}" for step in done))

    def _open(self) -> None:
        key = chosen_key(self._ui.problems, self._problems)
        if key is not None:
            self.record_opened.emit(key.partition("/")[0])

    def _choose(self) -> None:
        dialog = MediumDialog(self._parent, self.tr("Ghi gói ra USB"), self._theme)
        dialog.chosen.connect(self.folder_chosen)
        self.medium_asked.emit(dialog)
