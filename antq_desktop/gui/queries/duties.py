"""What a commune has to do for its office: the list, and the ways to do it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.domain.sharing import quoted
from antq_desktop.gui.common.files import choose_file
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import moment, reason_line, rule_words, sentence
from antq_desktop.gui.failures import Told
from antq_desktop.gui.queries.dialog import Asking, Item, WriteDialog
from antq_desktop.gui.queries.view import Act, Looks, QueriesView, QueryDetail
from antq_desktop.gui.queries.wording import (
    due_text,
    duty_state,
    field_name,
    record_name,
    what_is_wanted,
)
from antq_desktop.services.duties import duties, explain
from antq_desktop.services.receiving import import_bundle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.duties import Duty
    from antq_desktop.services.verdicts import Verdict


class DutiesPresenter(ScreenPresenter):
    """Connects the list with the services."""

    open_record = Signal(str)

    def __init__(self, context: Context) -> None:
        view = QueriesView(context.theme, self._looks())
        super().__init__(view)
        self._context = context
        self._duties: Mapping[str, Duty] = {}
        self.view = view
        self.view.set_header({"take": self.tr("&Mở tệp yêu cầu…")})
        self.view.selected.connect(self._choose)
        self.view.acted.connect(self._act)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Việc cần làm")

    def refresh(self) -> None:
        """Read the list again."""
        self._context.session.ask(duties, self._show)

    def take(self, path: Path) -> None:
        """Take in what the office asks."""

        def done(verdict: Verdict) -> None:
            language = self._context.language
            text = sentence(verdict.content, language)
            said = (*verdict.reasons, *verdict.notes)
            lines = [reason_line(one, language, self._registers) for one in said]
            action, details = lines[0] if lines else "", tuple(lines[1:])
            told = Told(text, action, details, "done" if verdict.good else "warning")
            self._context.failures.told.emit(told)

        self._context.session.change(lambda workspace: import_bundle(workspace, path), done)

    @property
    def _registers(self) -> Mapping[str, Register]:
        return self._context.session.about.catalogue.by_name

    def _looks(self) -> Looks:
        return Looks(
            self.tr("Việc cần làm"),
            self.tr("Hồ sơ mà cơ quan nhận trả lại hoặc từ chối. Sửa xong, lập gói mới để gửi."),
            (
                Column(self.tr("Hồ sơ")),
                Column(self.tr("Trạng thái"), "chip"),
                Column(self.tr("Hạn"), lesser=2),
                Column(self.tr("Cần xem"), lesser=1),
            ),
            0,
            "check",
            (
                self.tr("Không có việc nào chờ"),
                self.tr("Khi cơ quan nhận trả lại hồ sơ, bấm Mở tệp yêu cầu và chọn tệp trên USB."),
            ),
            (Act("take", "", "import"),),
            (
                Act("open", self.tr("&Mở hồ sơ")),
                Act("explain", self.tr("&Trả lời bằng lời…")),
            ),
        )

    def _show(self, found: list[Duty]) -> None:
        self._duties = {one.query.id: one for one in found}
        self.view.set_rows(tuple(self._rows(found)))

    def _rows(self, found: list[Duty]) -> Iterator[Row]:
        language, registers = self._context.language, self._registers
        for one in found:
            state, tone = duty_state(one)
            name = record_name(one.query, one.line, registers, language)
            cells = (name, state, due_text(one.query), field_name(one.query, registers, language))
            yield Row(one.query.id, cells, tone, hint=what_is_wanted(one.query, language))

    def _choose(self, key: str) -> None:
        one = self._duties[key]
        language = self._context.language
        state, tone = duty_state(one)
        self.view.show_detail(
            QueryDetail(
                record_name(one.query, one.line, self._registers, language),
                state,
                tone,
                tuple(self._facts(one)),
                tuple(self._quotes(one)),
                tuple(self._acts(one)),
                "open" if one.open else "",
            )
        )

    def _facts(self, one: Duty) -> Iterator[str]:
        language = self._context.language
        field = field_name(one.query, self._registers, language)
        if one.query.register is not None:
            yield self.tr("Cần xem: {field}").format(field=field)
        if one.query.due is not None:
            yield self.tr("Hạn trả lời: {day}").format(day=due_text(one.query))
        yield self.tr("Nhận lúc {time}").format(
            time=moment(one.query.came_at or one.query.asked_at)
        )
        if one.changed:
            yield self.tr("Hồ sơ đã được sửa trước khi yêu cầu đến; nếu đã đúng, trả lời bằng lời.")
        if one.state == "answered":
            yield self.tr("Việc tiếp theo: lập gói mới ở Nộp báo cáo.")
        if one.state == "sent":
            yield self.tr("Việc tiếp theo: mở biên nhận khi cơ quan nhận trả lời.")

    def _quotes(self, one: Duty) -> Iterator[tuple[str, str]]:
        language, query = self._context.language, one.query
        if query.text:
            rule = rule_words(query.rule, language)
            said = f"{quoted(query.text)}\n{rule}" if rule else quoted(query.text)
            yield self.tr("Cơ quan nhận viết:"), said
        else:
            yield self.tr("Biên nhận từ chối vì:"), rule_words(query.rule, language) or "–"
        if one.answer is not None:
            yield self.tr("Đơn vị trả lời:"), quoted(one.answer)

    def _acts(self, one: Duty) -> Iterator[str]:
        if one.line is not None:
            yield "open"
        if one.query.origin == "received" and not one.settled:
            yield "explain"

    def _act(self, name: str, key: str) -> None:
        if name == "take":
            title = self.tr("Mở tệp yêu cầu")
            choose_file(self.view, title, "ANTQ (*.antq)", lambda path: self.take(Path(path)))
        elif name == "open":
            self.open_record.emit(self._duties[key].query.record)
        else:
            self.explain(key)

    def explain(self, key: str) -> WriteDialog:
        """Ask for the words that answer a query."""
        one = self._duties[key]
        name = record_name(one.query, one.line, self._registers, self._context.language)
        item = Item(key, name, what_is_wanted(one.query, self._context.language), one.answer or "")
        asking = Asking(
            self.tr("Trả lời cơ quan nhận bằng lời"),
            self.tr(
                "Dùng khi hồ sơ đã đúng hoặc đã hủy. Nội dung đi cùng gói lên cơ quan nhận và cấp"
                " trên: không ghi tên, nơi ở của người cung cấp tin."
            ),
            self.tr("&Trả lời"),
            (item,),
        )
        dialog = WriteDialog(self.view, asking)
        dialog.confirmed.connect(lambda texts, _: self._explain(key, texts[key]))
        dialog.open()
        return dialog

    def _explain(self, key: str, text: str) -> None:
        said = self.tr("Đã ghi trả lời; gói nộp lần sau mang đi.")
        self._context.session.change(
            lambda workspace: explain(workspace, key, text),
            lambda _: self._context.failures.say(said),
        )
