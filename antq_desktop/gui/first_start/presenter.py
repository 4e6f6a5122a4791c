"""What the first start does: finds the unit, makes the workspace, sees the sheet kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.units import KIND_LABELS, parse_unit_key
from antq_desktop.gui.failures import told
from antq_desktop.gui.first_start.model import UnitRow
from antq_desktop.paths import replace_file
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.papers import recovery_paper
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.unit_names import before
from antq_desktop.services.workspace import user_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from antq_desktop.domain.units import Unit, UnitTree
    from antq_desktop.gui.first_start.view import Entered, FirstStartView
    from antq_desktop.gui.session import Session
    from antq_desktop.messages import Language
    from antq_desktop.paths import Paths
    from antq_desktop.services.papers import Paper

ROLE, UNIT, PERSON, SHEET = 1, 2, 3, 4
LEAST = 12
"""Characters of a real passphrase."""

_CONFIRM = 4
_MOST = 50


@dataclass(frozen=True, slots=True)
class Finished:
    """The workspace is there: who unlocks it with what, and whether sample data is wanted."""

    user: str
    passphrase: str
    sample: bool


class FirstStartPresenter(QObject):
    """Leads through the steps."""

    finished = Signal(object)
    """A `Finished`."""
    sheet_asked = Signal(object)
    """A function that makes the recovery sheet (`Paper`); who shows it calls `sheet_kept`."""

    def __init__(
        self, view: FirstStartView, session: Session, paths: Paths, language: Language
    ) -> None:
        super().__init__()
        self._view = view
        self._session = session
        self._paths = paths
        self._language = language
        self._clock = Clock()
        self._step = ROLE
        self._tree: UnitTree | None = None
        self._typed = ""
        self._busy = False
        self._secret = ""
        self._saved = False
        self._finished = Finished("", "", sample=False)
        view.changed.connect(self._check)
        view.unit_typed.connect(self._find)
        view.next_asked.connect(self._next)
        view.back_asked.connect(self._back)
        view.save_chosen.connect(self._save)
        view.print_asked.connect(self._ask_sheet)

    @property
    def begun(self) -> bool:
        """Whether something was entered that another language would throw away."""
        return self._step > ROLE

    @property
    def secret(self) -> str:
        """The secret of the recovery sheet once there is one; only this form ever shows it."""
        return self._secret

    def sheet_kept(self) -> None:
        """Hear that the sheet was printed or saved: the person may go on."""
        self._saved = True
        self._view.show_problem("")
        self._view.show_printed()
        self._check()

    def begin(self) -> None:
        """Show the first step, and read the list of units meanwhile."""
        self._view.show_problem("")
        self._go(ROLE)
        self._session.run(load_units, self._loaded, self._failed)

    def _loaded(self, tree: UnitTree) -> None:
        self._tree = tree
        self._find(self._typed)

    def _go(self, step: int) -> None:
        self._step = step
        self._view.show_step(step, busy=self._busy)
        self._find(self._typed)
        self._check()

    def _back(self) -> None:
        self._view.show_problem("")
        self._go(self._step - 1)

    def _next(self) -> None:
        self._view.show_problem("")
        if self._step in (ROLE, UNIT):
            self._go(self._step + 1)
        elif self._step == PERSON:
            self._create()
        else:
            self._view.clear_passphrases()
            self.finished.emit(self._finished)

    # What is missing in each step.

    def _check(self) -> None:
        entered = self._view.entered
        self._view.set_kind(office=entered.office)
        least = self.tr("Ít nhất {least} ký tự; nên dùng vài từ dễ nhớ.").format(least=LEAST)
        practice = self.tr("Sổ thực hành: mật khẩu dài ngắn tùy ý.")
        self._view.set_length_hint(least if entered.kind == "real" else practice)
        self._view.set_need("" if self._busy else self._missing(entered))

    def _missing(self, entered: Entered) -> str:
        if self._step == ROLE:
            return "" if entered.no_secrets else self.tr("Đánh dấu lời cam đoan để tiếp tục.")
        if self._step == UNIT:
            return "" if entered.unit else self.tr("Chọn đơn vị để tiếp tục.")
        if self._step == SHEET:
            return self._unconfirmed(entered)
        return self._missing_person(entered)

    def _unconfirmed(self, entered: Entered) -> str:
        if not self._saved:
            return self.tr("In hoặc lưu phiếu trước.")
        right = entered.last.upper() == self._secret[-_CONFIRM:]
        return "" if right else self.tr("Nhập đúng 4 ký tự cuối.")

    def _missing_person(self, entered: Entered) -> str:
        least = LEAST if entered.kind == "real" else 1
        asked = [entered.passphrases]
        if entered.office:
            asked.append(entered.authority)
        if not entered.name.strip():
            return self.tr("Nhập họ và tên.")
        for first, second in asked:
            if len(first) < least:
                return self.tr("Mật khẩu còn ngắn.")
            if first != second:
                return self.tr("Hai lần nhập chưa giống nhau.")
        if entered.office and entered.kind == "real" and entered.authority == entered.passphrases:
            return self.tr("Hai mật khẩu phải khác nhau.")
        return ""

    # The unit.

    def _find(self, text: str) -> None:
        self._typed = text
        if self._tree is None or self._step != UNIT:
            return
        office = self._view.entered.office
        tree, today = self._tree, self._clock.today()
        every = tree.offered(text, today)
        found = [unit for unit in every if _fits(tree, unit, today, office=office)]
        rows = [UnitRow(unit.key.text, self._line(tree, unit, today)) for unit in found[:_MOST]]
        self._view.set_units(rows, self._hint(text, rows))

    def _hint(self, text: str, rows: Sequence[UnitRow]) -> str:
        if not text.strip():
            return self.tr("Gõ vài chữ của tên đơn vị.")
        if not rows:
            return self.tr("Không tìm thấy; thử gõ ít chữ hơn hoặc gõ mã đơn vị.")
        return self.tr("Chọn bằng phím mũi tên hoặc chuột.")

    def _line(self, tree: UnitTree, unit: Unit, today: date) -> str:
        day = _last_day(unit, today)
        above = tree.parent(unit.key, day)
        kind = KIND_LABELS[unit.kind]
        named = unit.name.startswith(kind["vi"]) and self._language == "vi"
        parts = [unit.name] if named else [unit.name, kind[self._language]]
        if above is not None:
            parts.append(above.name)
        parts.append(unit.key.code)
        parts.append(before(tree, unit.key, self._language))
        if unit.valid_to is not None and unit.valid_to <= today:
            parts.append(self.tr("đến {day}").format(day=day.strftime("%d/%m/%Y")))
        parts = list(filter(None, parts))
        return "  ·  ".join(parts)

    # The workspace.

    def _create(self) -> None:
        entered, tree = self._view.entered, self._tree
        if tree is None:
            return
        self._busy = True
        self._go(PERSON)

        def work() -> tuple[str, str]:
            name = user_name(entered.name)
            wanted = NewWorkspace(
                role="office" if entered.office else "commune",
                unit=tree.get(parse_unit_key(entered.unit)),
                user=name,
                passphrase=entered.passphrases[0],
                practice=entered.kind != "real",
                ca_passphrase=entered.authority[0] if entered.office else None,
            )
            secret = create_workspace(self._paths, wanted, tree, load_catalogue(), self._clock)
            return name, secret

        def made(result: tuple[str, str]) -> None:
            name, self._secret = result
            self._finished = Finished(name, entered.passphrases[0], sample=entered.kind == "sample")
            self._busy = False
            self._view.show_secret(self._secret)
            self._go(SHEET)

        self._session.run(work, made, self._failed)

    def _ask_sheet(self) -> None:
        entered, tree = self._view.entered, self._tree
        if tree is None:
            return
        unit, secret = tree.get(parse_unit_key(entered.unit)), self._secret
        practice = entered.kind != "real"
        user, day = self._finished.user, self._clock.today()

        def make() -> Paper:
            return recovery_paper(unit, tree, user, day, secret, practice=practice)

        self.sheet_asked.emit(make)

    def _save(self, chosen: str) -> None:
        entered, tree = self._view.entered, self._tree
        unit = "" if tree is None else tree.get(parse_unit_key(entered.unit)).name
        day = self._clock.today().strftime("%d/%m/%Y")
        text = self._view.sheet_text(unit, self._finished.user, day, self._secret)
        path = Path(chosen)

        def saved(_: None) -> None:
            self._saved = True
            self._view.show_problem("")
            self._view.show_saved(path.name)
            self._check()

        def failed(error: BaseException) -> None:
            if isinstance(error, OSError):
                self._view.show_problem(
                    self.tr("Không ghi được tệp này. Chọn nơi khác, ví dụ USB.")
                )
            else:
                self._failed(error)

        self._session.run(lambda: replace_file(path, text.encode()), saved, failed)

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        said = told(error, self._language)
        self._view.show_problem(f"{said.text} {said.action}".strip())
        self._go(self._step)


def _last_day(unit: Unit, today: date) -> date:
    """Return today, or the last day on which the unit was there."""
    if unit.valid_to is None or today < unit.valid_to:
        return today
    return unit.valid_to - today.resolution


def _fits(tree: UnitTree, unit: Unit, today: date, *, office: bool) -> bool:
    """Tell offices, which have units below them, from communes; the number of levels is data."""
    return bool(tree.children(unit.key, _last_day(unit, today))) == office
