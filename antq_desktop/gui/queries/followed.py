"""What an office returned: the list, the answers, and what is decided about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.domain.sharing import quoted
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.gui.common.files import choose_folder
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import moment, number
from antq_desktop.gui.queries.dialog import Asking, Item, WriteDialog
from antq_desktop.gui.queries.typed_days import typed_day, wrong_day
from antq_desktop.gui.queries.view import Act, Looks, QueriesView, QueryDetail
from antq_desktop.gui.queries.wording import (
    due_text,
    field_name,
    followed_state,
    record_name,
    what_is_wanted,
)
from antq_desktop.services.delivering import deliver
from antq_desktop.services.following import followed
from antq_desktop.services.posting import unwritten, write_queries
from antq_desktop.services.querying import accept_answer, ask_again, withdraw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.following import Followed
    from antq_desktop.services.workspace import Workspace

    Known = tuple[list[Followed], int, date]


class FollowedPresenter(ScreenPresenter):
    """Connects the list with the services."""

    open_record = Signal(str)

    def __init__(self, context: Context) -> None:
        view = QueriesView(context.theme, self._looks())
        super().__init__(view)
        self._context = context
        self._found: Mapping[str, Followed] = {}
        self._waiting = 0
        self._today = date.min  # until the list is read: there is nothing to ask again before
        self.view = view
        self.view.selected.connect(self._choose)
        self.view.acted.connect(self._act)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Hồ sơ trả lại")

    def refresh(self) -> None:
        """Read the list again."""

        def read(workspace: Workspace) -> Known:
            return followed(workspace), unwritten(workspace), workspace.clock.today()

        self._context.session.ask(read, self._show)

    @property
    def _registers(self) -> Mapping[str, Register]:
        return self._context.session.about.catalogue.by_name

    def _looks(self) -> Looks:
        return Looks(
            self.tr("Hồ sơ trả lại"),
            self.tr("Những gì đã hỏi các đơn vị, ai đã trả lời, ai còn chậm."),
            (
                Column(self.tr("Đơn vị"), lesser=1),
                Column(self.tr("Hồ sơ")),
                Column(self.tr("Trạng thái"), "chip"),
                Column(self.tr("Hạn"), lesser=2),
                Column(self.tr("Số ngày"), "number", 3),
            ),
            1,
            "undo",
            (
                self.tr("Chưa trả lại hồ sơ nào"),
                self.tr("Mở hồ sơ hoặc chọn gói có lỗi ở Gói đến, rồi bấm Trả lại."),
            ),
            (Act("write", ""),),
            (
                Act("accept", self.tr("&Chấp nhận trả lời")),
                Act("open", self.tr("&Mở hồ sơ")),
                Act("again", self.tr("&Hỏi lại…")),
                Act("withdraw", self.tr("&Rút yêu cầu")),
            ),
        )

    def _show(self, known: Known) -> None:
        found, self._waiting, self._today = known
        self._found = {one.query.id: one for one in found}
        self.view.set_rows(tuple(self._rows(found)))
        texts: dict[str, str] = {}
        if self._waiting:
            text = self.tr("&Ký, ghi ra USB ({count})…")
            texts["write"] = text.format(count=number(self._waiting))
        elif any(one.open for one in found):
            texts["write"] = self.tr("&Ghi lại ra USB…")
        self.view.set_header(texts, "write" if self._waiting else "")

    def _rows(self, found: list[Followed]) -> Iterator[Row]:
        language, registers = self._context.language, self._registers
        for one in found:
            state, tone = followed_state(one)
            cells = (
                self._unit(one),
                record_name(one.query, one.line, registers, language),
                state,
                due_text(one.query),
                number(one.days),
            )
            yield Row(one.query.id, cells, tone, hint=what_is_wanted(one.query, language))

    def _unit(self, one: Followed) -> str:
        units = self._context.session.about.units
        return units.get(parse_unit_key(one.query.unit)).name

    def _choose(self, key: str) -> None:
        one = self._found[key]
        state, tone = followed_state(one)
        language = self._context.language
        quotes = [(self.tr("Đã viết cho đơn vị:"), quoted(one.query.text))]
        if one.answer is not None:
            quotes.append((self.tr("Đơn vị trả lời:"), quoted(one.answer)))
        self.view.show_detail(
            QueryDetail(
                record_name(one.query, one.line, self._registers, language),
                state,
                tone,
                tuple(self._facts(one)),
                tuple(quotes),
                tuple(self._acts(one)),
                "accept" if one.state == "answered" else "",
            )
        )

    def _facts(self, one: Followed) -> Iterator[str]:
        yield self._unit(one)
        field = field_name(one.query, self._registers, self._context.language)
        yield self.tr("Cần xem: {field}").format(field=field)
        yield self.tr("Hỏi lúc {time}").format(time=moment(one.query.asked_at))
        if one.query.due is not None:
            yield self.tr("Hạn trả lời {day}").format(day=due_text(one.query))
        if one.open:
            yield self.tr("Đã chờ {days} ngày").format(days=number(one.days))
        if one.written_at is not None:
            yield self.tr("Ghi ra USB lúc {time}").format(time=moment(one.written_at))
        if one.answered_at is not None:
            yield self.tr("Trả lời sau {days} ngày").format(days=number(one.days))
        elif one.changed:
            yield self.tr("Hồ sơ đã được sửa sau lần xem, nhưng đơn vị chưa nói là để trả lời.")

    def _acts(self, one: Followed) -> Iterator[str]:
        if one.state == "answered":
            yield "accept"
        if one.line is not None:
            yield "open"
        if one.open or one.state in {"answered", "closed"}:
            yield "again"
        if one.open:
            yield "withdraw"

    def _act(self, name: str, key: str) -> None:
        session = self._context.session
        if name == "write":
            title = self.tr("Ghi yêu cầu vào thư mục")
            choose_folder(self.view, title, lambda folder: self.write(Path(folder)))
        elif name == "open":
            self.open_record.emit(self._found[key].query.record)
        elif name == "again":
            self.ask_again(key)
        elif name == "withdraw":
            said = self.tr("Đã rút; đơn vị được báo ở lần ghi yêu cầu sau.")
            session.change(
                lambda workspace: withdraw(workspace, key),
                lambda _: self._context.failures.say(said),
            )
        else:
            done = self.tr("Đã chấp nhận trả lời.")
            session.change(
                lambda workspace: accept_answer(workspace, key),
                lambda _: self._context.failures.say(done),
            )

    def write(self, folder: Path) -> None:
        """Sign the queries and write them; a medium that fails does not lose a signature."""
        again = not self._waiting

        def work(workspace: Workspace) -> int:
            rows = write_queries(workspace, again=again)
            for row in rows:
                deliver(workspace, row, folder / row.file)
            return len(rows)

        def done(count: int) -> None:
            text = self.tr("Đã ghi {count} gói yêu cầu và đọc lại khớp. An toàn để rút USB.")
            self._context.failures.say(text.format(count=number(count)))

        self._context.session.change(work, done)

    def ask_again(self, key: str) -> WriteDialog:
        """Ask for the words of a query that takes the place of this one."""
        one, language = self._found[key], self._context.language
        name = record_name(one.query, one.line, self._registers, language)
        answer = (
            quoted(one.answer) if one.answer is not None else what_is_wanted(one.query, language)
        )
        asking = Asking(
            self.tr("Hỏi lại đơn vị"),
            self.tr("Yêu cầu mới thay yêu cầu cũ. Không ghi tên người cung cấp tin."),
            self.tr("&Hỏi lại"),
            (Item(key, name, answer),),
            "",
        )
        today = self._today
        dialog = WriteDialog(self.view, asking, lambda typed: wrong_day(typed, today, language))
        dialog.confirmed.connect(lambda texts, typed: self._ask_again(key, texts[key], typed))
        dialog.open()
        return dialog

    def _ask_again(self, key: str, text: str, typed: str) -> None:
        due = typed_day(typed, self._today)
        said = self.tr("Đã lập yêu cầu mới. Ký, ghi ra USB để gửi đơn vị.")
        self._context.session.change(
            lambda workspace: ask_again(workspace, key, text, due),
            lambda _: self._context.failures.say(said),
        )
