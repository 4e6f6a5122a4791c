"""What the screen "Đơn vị hành chính" does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.table import Row
from antq_desktop.messages import label
from antq_desktop.services.continuing import standing
from antq_desktop.services.own_unit import continue_as
from antq_desktop.services.unit_names import name_with_others

if TYPE_CHECKING:
    from antq_desktop.domain.succession import Link
    from antq_desktop.domain.units import Unit
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.units.view import UnitsView
    from antq_desktop.services.continuing import Choice, Standing

_DAY = "%d/%m/%Y"


class UnitsPresenter(ScreenPresenter):
    """Connects the screen with the units of the workspace."""

    def __init__(self, view: UnitsView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._choice: Choice | None = None
        view.part_chosen.connect(self._tell)
        view.continue_asked.connect(self._continue)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Đơn vị hành chính")

    def refresh(self) -> None:
        """Read the units."""
        self._asking.ask(standing, self._show)

    def _show(self, found: Standing) -> None:
        about = self._context.session.about
        self._view.set_own(name_with_others(about.units, found.unit.key, self._context.language))
        self._view.set_changes([self._row(link) for link in found.changes])
        if found.choice == self._choice:
            return  # what was picked meanwhile stays picked
        self._choice = found.choice
        if found.choice is None:
            self._view.hide_choice()
            return
        asked = self.tr("{name} được tách từ {day}. Sổ này đi tiếp với đơn vị nào?").format(
            name=found.choice.before.name, day=found.choice.on.strftime(_DAY)
        )
        parts = [(part.key.text, part.name) for part in found.choice.parts]
        self._view.show_choice(asked, parts, head=about.head)

    def _row(self, link: Link) -> Row:
        tree, language = self._context.session.about.units, self._context.language
        before, after = tree.get(link.before), tree.get(link.after)
        kind = label(f"succession.{link.kind.value}", language)
        cells = (
            self.tr("Đã xác minh") if link.verified else self.tr("Chưa xác minh địa bàn"),
            f"{before.name} ({before.key.code})",
            f"{after.name} ({after.key.code})",
            kind[:1].upper() + kind[1:],
            link.on.strftime(_DAY),
            link.basis or self.tr("Chưa có văn bản"),
        )
        return Row(
            f"{link.before.text} {link.after.text}",
            cells,
            "done" if link.verified else "warning",
            link.note,
        )

    def _part(self, key: str) -> Unit | None:
        parts = self._choice.parts if self._choice is not None else ()
        return next((part for part in parts if part.key.text == key), None)

    def _tell(self, key: str) -> None:
        """Say first what choosing this part changes."""
        part = self._part(key)
        if self._choice is None or part is None:
            self._view.tell(())
            return
        values = {
            "part": part.name,
            "before": self._choice.before.name,
            "day": self._choice.on.strftime(_DAY),
            "count": self._choice.records,
        }
        told = (
            self.tr("Hồ sơ có sự kiện từ ngày {day} thuộc {part}."),
            self.tr("{count} hồ sơ đã ghi vẫn thuộc {before}; không hồ sơ nào bị sửa."),
            self.tr("Số liệu của {before} không cộng vào {part}, vì chưa rõ hồ sơ thuộc phần nào."),
            self.tr("Chứng thư của {before} không ký được nữa: gửi yêu cầu cấp chứng thư mới."),
            self.tr("Đã chọn thì không đổi lại được."),
        )
        self._view.tell([text.format(**values) for text in told])

    def _continue(self, key: str) -> None:
        def done(chosen: Unit) -> None:
            text = self.tr("Sổ này đi tiếp với {name}. Hãy gửi yêu cầu cấp chứng thư mới.")
            self._context.failures.say(text.format(name=chosen.name))

        part = self._part(key)
        if part is not None:
            code = part.key.code
            self._asking.change(lambda workspace: continue_as(workspace, code), done)
