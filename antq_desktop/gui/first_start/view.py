"""The four steps of the first start; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.pages import button as new_button
from antq_desktop.gui.common.pages import label
from antq_desktop.gui.first_start.model import UnitModel, UnitRow
from antq_desktop.gui.generated.ui_first_start import Ui_FirstStart
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from antq_desktop.gui.theme import Theme

Kind = Literal["real", "practice", "sample"]

_LETTERS = 130
"""How many letters wide the window must be for the steps to stand beside the page."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the form now."""

    office: bool
    kind: Kind
    no_secrets: bool
    unit: str
    name: str
    passphrases: tuple[str, str]
    authority: tuple[str, str]
    last: str


class FirstStartView(QWidget):
    """Role, unit, person, recovery sheet."""

    changed = Signal()
    unit_typed = Signal(str)
    next_asked = Signal()
    back_asked = Signal()
    save_chosen = Signal(str)
    print_asked = Signal()
    restore_asked = Signal()
    class_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ui = Ui_FirstStart()
        self._ui.setupUi(self)
        self._theme = theme
        self._units = UnitModel(self)
        self._ui.units.setModel(self._units)
        self._ui.secret.setTextFormat(Qt.TextFormat.PlainText)
        theme.dress(self._ui.saveSheet, "save")
        theme.dress(self._ui.printSheet, "print")
        self.restore = new_button(self.tr("Phục hồ&i từ bản sao lưu…"))
        self.restore.setObjectName("restore")
        theme.dress(self.restore, "import")
        self.restore.clicked.connect(self.restore_asked)
        theme.changed.connect(self._fold)
        self.practice_class = new_button(self.tr("&Vào lớp tập huấn"))
        self.practice_class.setObjectName("practiceClass")
        theme.dress(self.practice_class, "people")
        self.practice_class.clicked.connect(self.class_asked)
        hint = label(
            self.tr("Một xã và cơ quan nhận hư cấu trên máy này, tập từ nhập đến nộp."), "muted"
        )
        self._others = QWidget()
        self._ways = QVBoxLayout(self._others)
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._ways.setSpacing(S)
        for each in (self.restore, self.practice_class, hint):
            self._ways.addWidget(each)
        self._ui.steps.addWidget(self._others)
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Put the steps above the page where both do not fit side by side.

        The other ways to begin then have a line of their own between the two.
        """
        outer, steps, way = self._ui.outer, self._ui.steps, QBoxLayout.Direction
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS
        outer.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        for each in (steps, self._ways):
            each.setDirection(way.LeftToRight if narrow else way.TopToBottom)
        self._ways.setStretch(self._ways.count() - 1, int(narrow))  # the words
        if narrow == (steps.indexOf(self._others) >= 0):
            if narrow:
                outer.insertWidget(2, self._others)
            else:
                steps.addWidget(self._others)
        for at in (0, outer.count() - 1):
            outer.setStretch(at, 0 if narrow else 1)

    def _connect(self) -> None:
        ui = self._ui
        for button in (ui.commune, ui.office, ui.real, ui.practice, ui.sample, ui.secrets):
            button.toggled.connect(self._changed)
        for line in (ui.name, ui.first, ui.second, ui.authority, ui.authorityAgain, ui.last):
            line.textChanged.connect(self._changed)
            line.returnPressed.connect(self._next)
        ui.unit.textChanged.connect(self.unit_typed)
        ui.unit.returnPressed.connect(self._next)
        ui.units.selectionModel().currentChanged.connect(self._changed)
        ui.units.activated.connect(self._next)
        ui.next.clicked.connect(self._next)
        ui.back.clicked.connect(self.back_asked)
        ui.saveSheet.clicked.connect(self._choose_file)
        ui.printSheet.clicked.connect(self.print_asked)
        key_of(ui.printSheet, "Ctrl+P")

    @property
    def entered(self) -> Entered:
        """What stands in the form; the unit is the text of its key, empty without one."""
        ui = self._ui
        kind: Kind = "real"
        if not ui.real.isChecked():
            kind = "sample" if ui.sample.isChecked() else "practice"
        return Entered(
            ui.office.isChecked(),
            kind,
            ui.secrets.isChecked(),
            self._units.key_at(ui.units.currentIndex()),
            ui.name.text(),
            (ui.first.text(), ui.second.text()),
            (ui.authority.text(), ui.authorityAgain.text()),
            ui.last.text().strip(),
        )

    def show_step(self, step: int, *, busy: bool = False) -> None:
        """Show a step, 1 to 4; while busy nothing can be changed."""
        ui = self._ui
        ui.pages.setCurrentIndex(step - 1)
        ui.pages.setEnabled(not busy)
        self._others.setVisible(step == 1)
        ui.back.setVisible(step in (2, 3))
        ui.back.setEnabled(not busy)
        words = {3: self.tr("Tạo &sổ"), 4: self.tr("Mở &sổ")}
        ui.next.setText(self.tr("Đang tạo sổ…") if busy else words.get(step, self.tr("Tiế&p tục")))
        for number, shown in enumerate((ui.step1, ui.step2, ui.step3, ui.step4), 1):
            shown.setProperty("current", number == step)
            shown.style().polish(shown)
        first = (ui.commune, ui.unit, ui.name, ui.printSheet)[step - 1]
        first.setFocus()

    def set_kind(self, *, office: bool) -> None:
        """Show what only an office is asked; sample data is for communes."""
        ui = self._ui
        for each in (ui.authorityLabel, ui.authority, ui.authorityAgainLabel, ui.authorityAgain):
            each.setVisible(office)
        ui.sample.setVisible(not office)
        if office and ui.sample.isChecked():
            ui.practice.setChecked(True)

    def set_units(self, rows: Sequence[UnitRow], hint: str) -> None:
        """Show the units that were found; the best is chosen."""
        self._units.set_rows(rows)
        self._ui.unitHint.setText(hint)
        if rows:
            self._ui.units.setCurrentIndex(self._units.index(0))
        self.changed.emit()

    def set_need(self, text: str) -> None:
        """Say what is still missing; without it the next step can be asked for."""
        self._ui.need.setText(text)
        self._ui.next.setEnabled(not text)

    def set_length_hint(self, text: str) -> None:
        """Say how long a passphrase has to be."""
        self._ui.personProblem.setText(text)

    def show_problem(self, text: str) -> None:
        """Say what went wrong, or nothing."""
        self._ui.problem.setText(text)
        self._ui.problem.setVisible(bool(text))

    def show_secret(self, secret: str) -> None:
        """Show the secret of the recovery sheet: how it begins, then groups of four."""
        head, mark, body = secret.rpartition("-1")
        groups = [body[at : at + 4] for at in range(0, len(body), 4)]
        lines = [" ".join(groups[at : at + 8]) for at in range(0, len(groups), 8)]
        self._ui.secret.setText("\n".join([head + mark, *lines]))

    def show_saved(self, name: str) -> None:
        """Say that the sheet lies in a file."""
        self._ui.saved.setText(self.tr("Đã lưu: {name}").format(name=name))
        self._ui.last.setFocus()

    def show_printed(self) -> None:
        """Say that the sheet was printed or saved as it was seen."""
        self._ui.saved.setText(self.tr("Đã in hoặc lưu phiếu."))
        self._ui.last.setFocus()

    def sheet_text(self, unit: str, user: str, day: str, secret: str) -> str:
        """Return the sheet as it is saved."""
        words = self.tr(
            "PHIẾU KHÔI PHỤC SỔ ANTQ DESKTOP\n\nĐơn vị: {unit}\nNgười tạo: {user}\nNgày: {day}\n\n"
            "Mã khôi phục:\n{secret}\n\n"
            "Niêm phong và cất phiếu ở nơi an toàn của đơn vị.\n"
            "Ai có phiếu này đều mở được sổ; "
            "không có phiếu và quên mật khẩu thì không ai mở được.\n"
        )
        return words.format(unit=unit, user=user, day=day, secret=secret)

    def clear_passphrases(self) -> None:
        """Forget what was typed once it is no longer needed."""
        ui = self._ui
        for line in (ui.first, ui.second, ui.authority, ui.authorityAgain):
            line.clear()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Lưu phiếu khôi phục"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Văn bản (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("phieu-khoi-phuc.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_chosen)
        dialog.open()

    def _changed(self) -> None:
        self.changed.emit()

    def _next(self) -> None:
        QGuiApplication.inputMethod().commit()
        if self._ui.next.isEnabled():
            self.next_asked.emit()
