"""The list of cases that came as it behaves: read, reveal, save, take over or refuse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.sharing import quoted
from antq_desktop.gui.cases.handing import write_out
from antq_desktop.gui.cases.view import CaseDetail, CasesView
from antq_desktop.gui.common.files import choose_file, choose_folder
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.common.table import Row
from antq_desktop.gui.common.wording import day, moment, number, reason_line, sentence
from antq_desktop.gui.failures import Told
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.case_answering import answer_case, receipt_for
from antq_desktop.services.case_records import (
    body_of,
    form_of,
    lines_of,
    save_case_file,
    show_case_record,
    slip_of,
)
from antq_desktop.services.cases_between import doubted_cases
from antq_desktop.services.receiving import import_bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.case_records import CaseLine
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.cases import ReceivedCase
    from antq_desktop.store.exchange_rows import Outgoing

    Known = tuple[list[tuple[ReceivedCase, list[CaseLine]]], dict[str, datetime]]


class CasesPresenter(ScreenPresenter):
    """Shows the cases that came, and does what a person decides."""

    paper_asked = Signal(object)
    """A `PaperWanted`."""

    def __init__(self, context: Context) -> None:
        view = CasesView(context.theme)
        super().__init__(view)
        self._context = context
        self.view = view
        self._found: dict[str, tuple[ReceivedCase, list[CaseLine]]] = {}
        self._doubted: dict[str, datetime] = {}
        self.view.selected.connect(self._choose)
        self.view.acted.connect(self._act)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Hồ sơ nhận chuyển")

    def refresh(self) -> None:
        """Read the list again."""

        def read(workspace: Workspace) -> Known:
            came = reversed(workspace.store.cases.received())
            known = [(one, lines_of(workspace, one)) for one in came]
            return known, doubted_cases(workspace)

        self._context.session.ask(read, self._show)

    def _show(self, read: Known) -> None:
        known, self._doubted = read
        self._found = {case.bundle: (case, lines) for case, lines in known}
        rows: list[Row] = []
        for case, lines in known:
            state, tone = self._state(case)
            cells = (case.unit_name, moment(case.received_at), number(len(lines)), state)
            rows.append(Row(case.bundle, cells, tone))
        self.view.set_rows(rows)

    def _state(self, case: ReceivedCase) -> tuple[str, Tone]:
        if case.bundle in self._doubted and case.answer != "refused":
            return self.tr("Khóa ký đã mất"), "error"
        if case.answer == "taken":
            return self.tr("Đã tiếp nhận"), "done"
        if case.answer == "refused":
            return self.tr("Đã từ chối"), "neutral"
        return self.tr("Chờ trả lời"), "warning"

    def _choose(self, key: str) -> None:
        case, lines = self._found[key]
        state, tone = self._state(case)
        self.view.show_detail(
            CaseDetail(
                case.unit_name,
                state,
                tone,
                tuple(self._facts(case)),
                quoted(body_of(case).reason),
                tuple((one.record, self._line(one)) for one in lines),
                self._acts(case, lines),
            )
        )

    def _facts(self, case: ReceivedCase) -> Iterator[str]:
        body = body_of(case)
        form = self.tr("Phiếu chuyển số {number}, ngày {day}")
        yield form.format(number=body.number or "…", day=day(body.on))
        yield self.tr("Người ký: {name}").format(name=case.person)
        if (since := self._doubted.get(case.bundle)) is not None:
            lost = self.tr("Khóa của người ký mất từ {time}: hỏi lại nơi chuyển trước khi dùng.")
            yield lost.format(time=moment(since.isoformat()))
        yield self.tr("Nhận lúc {time}").format(time=moment(case.received_at))
        if case.answered_at is not None:
            yield self.tr("Trả lời lúc {time}").format(time=moment(case.answered_at))
        if case.answer_text:
            yield self.tr("Lời trả lời: {text}").format(text=quoted(case.answer_text))

    def _line(self, one: CaseLine) -> str:
        parts = [one.register.short_label.text(self._context.language), one.book]
        if one.files:
            parts.append(self.tr("{count} tệp").format(count=number(one.files)))
        if one.sealed:
            parts.append(self.tr("có phần mật"))
        if one.withheld:
            parts.append(self.tr("nơi chuyển giữ lại {count} phần").format(count=one.withheld))
        return " \u00b7 ".join(parts)

    def _acts(self, case: ReceivedCase, lines: list[CaseLine]) -> frozenset[str]:
        acts = {"show", "form"}
        head = self._context.session.about.head
        if any(one.files for one in lines):
            acts.add("files")
        if head:
            acts |= {"take", "refuse"} if case.answer is None else {"again"}
            acts |= {"reveal", "sealed_files"} if any(one.sealed for one in lines) else set()
        return frozenset(acts)

    def _act(self, name: str, case: str, record: str) -> None:
        match name:
            case "import":
                kinds = self.tr("Gói dữ liệu (*.antq)")
                choose_file(self.view, self.tr("Nhận gói chuyển hồ sơ"), kinds, self.take_in)
            case "show":
                self._paper(record, lambda workspace: self._slip(workspace, case, record))
            case "form":
                self._paper(record, lambda workspace: form_of(workspace, case, record))
            case "reveal":
                self._reveal(case, record)
            case "files":
                self._files(case, record)
            case "sealed_files":
                self._sealed_files(case, record)
            case "again":
                received = self._found[case][0]
                self._write(lambda w: receipt_for(w, received.workspace, received.unit))
            case _:
                self._answer(case, taken=name == "take")

    def _slip(self, workspace: Workspace, case: str, record: str) -> Paper:
        """Show a record to read; that it was opened is in the journal before."""
        show_case_record(workspace, case, record)
        return slip_of(workspace, case, record)

    def _paper(self, record: str, make: Callable[[Workspace], Paper]) -> None:
        self.paper_asked.emit(PaperWanted("record-slip", record, made=make))

    def _reveal(self, case: str, record: str) -> None:
        ask_reason(
            self.view,
            self.tr("Xem cả phần mật"),
            self.tr("Lần xem này và lý do được ghi vào nhật ký trước khi hiện nội dung."),
            self.tr("Xem hồ sơ"),
            lambda reason: self._paper(
                record, lambda workspace: slip_of(workspace, case, record, reason=reason)
            ),
        )

    def _files(self, case: str, record: str, reason: str | None = None) -> None:
        title = self.tr("Lưu tệp kèm theo vào thư mục")
        choose_folder(
            self.view, title, lambda folder: self.save_files(case, record, Path(folder), reason)
        )

    def _sealed_files(self, case: str, record: str) -> None:
        ask_reason(
            self.view,
            self.tr("Lưu cả tệp niêm phong"),
            self.tr("Lần mở này và lý do được ghi vào nhật ký trước khi lưu tệp."),
            self.tr("Chọn thư mục"),
            lambda reason: self._files(case, record, reason),
        )

    def save_files(self, case: str, record: str, folder: Path, reason: str | None = None) -> None:
        """Write the attachments of a record into a folder; the sealed ones only for a reason."""

        def work(workspace: Workspace) -> int:
            shown = show_case_record(workspace, case, record)
            ids = [
                one.attached.id
                for one in shown.files
                if reason is not None or one.attached.travel is not Travel.CONFIDENTIAL
            ]
            for one in ids:
                save_case_file(workspace, case, record, one, folder, reason=reason)
            return len(ids)

        def done(count: int) -> None:
            text = self.tr("Đã lưu {count} tệp.").format(count=number(count))
            self._context.failures.say(text)

        self._context.session.change(work, done)

    def _answer(self, case: str, *, taken: bool) -> None:
        if taken:
            title, act = self.tr("Tiếp nhận hồ sơ"), self.tr("&Ký, tiếp nhận")
            text = self.tr("Nơi chuyển đọc nguyên văn lời này trong biên nhận.")
        else:
            title, act = self.tr("Từ chối tiếp nhận"), self.tr("&Ký, từ chối")
            text = self.tr("Ghi rõ vì sao; nơi chuyển đọc nguyên văn trong biên nhận.")
        ask_reason(
            self.view, title, text, act, lambda said: self.answer(case, taken=taken, text=said)
        )

    def answer(self, case: str, *, taken: bool, text: str) -> None:
        """Sign the answer, then write its receipt to where the person says."""
        self._write(lambda workspace: answer_case(workspace, case, taken=taken, text=text))

    def _write(self, work: Callable[[Workspace], Outgoing]) -> None:
        def done(row: Outgoing) -> None:
            title = self.tr("Ghi biên nhận vào thư mục")
            choose_folder(
                self.view, title, lambda folder: write_out(self._context, row, Path(folder))
            )

        self._context.session.change(work, done)

    def take_in(self, name: str) -> None:
        """Take a file in, and say in three sentences what it is."""
        language = self._context.language
        registers = self._context.session.about.catalogue.by_name

        def done(verdict: Verdict) -> None:
            said = (verdict.content, verdict.signer, verdict.time)
            sentences = [sentence(one, language) for one in said]
            notes = (*verdict.reasons, *verdict.notes)
            lines = [reason_line(one, language, registers) for one in notes]
            self._context.failures.told.emit(
                Told(
                    sentences[0],
                    " ".join(sentences[1:]),
                    tuple(lines),
                    tone="done" if verdict.good else "warning",
                )
            )

        self._context.session.change(lambda workspace: import_bundle(workspace, Path(name)), done)
