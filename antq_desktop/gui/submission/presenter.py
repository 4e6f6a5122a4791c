"""What the submission screen does: the list of bundles, receipts, copying again, the wizard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.common.media import serve_media
from antq_desktop.gui.common.new_chain import ask_new_chain
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.wording import moment, number, reason_line, sentence, verdict_name
from antq_desktop.gui.failures import Told
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.gui.submission.model import periods_text, sent_rows
from antq_desktop.gui.submission.reviewing import Reviewing
from antq_desktop.gui.submission.view import SentDetail
from antq_desktop.gui.submission.wizard import Wizard
from antq_desktop.messages import words
from antq_desktop.services.consolidating import due_above
from antq_desktop.services.delivering import deliver, size_in_outbox
from antq_desktop.services.duties import open_duties
from antq_desktop.services.parting import PART_SIZE, deliver_parts
from antq_desktop.services.preparing import sent_back
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.status import sent_bundles
from antq_desktop.services.submitting import has_office

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from antq_desktop.gui.common.media_dialog import MediumDialog
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.submission.view import SubmissionView
    from antq_desktop.services.preparing import SentBack
    from antq_desktop.services.status import Sent
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace

COVER = "bundle-cover"
"""The form that goes with a bundle."""


@dataclass(frozen=True, slots=True)
class _Home:
    """What the list tells: bundles, how many records go (None: to nobody), what is asked."""

    sent: Sequence[Sent] = ()
    going: int | None = None
    duties: int = 0
    back: SentBack | None = None


class SubmissionPresenter(ScreenPresenter):
    """Connects the list with the services; the wizard has a presenter of its own."""

    open_record = Signal(str)
    paper_asked = Signal(object)
    """A `PaperWanted`: the cover sheet of a bundle."""
    screen_asked = Signal(str)
    """The key of the screen on which books are handed over."""

    def __init__(self, view: SubmissionView, context: Context) -> None:
        super().__init__(view)
        self.view = view
        self._context = context
        self._sent: Mapping[str, Sent] = {}
        self._wizard = Wizard(view.wizard, context)
        self._wizard.open_record.connect(self.open_record)
        self._wizard.ended.connect(self._end)
        self._wizard.cover_asked.connect(self._cover)
        view.cover_asked.connect(lambda key: self._cover(self._sent[key].row.bundle_id))
        self.reviewing = Reviewing(view, context)
        self.reviewing.ended.connect(self.refresh)
        view.review_asked.connect(lambda key: self.reviewing.begin(self._sent[key].row))
        view.begun.connect(self._begin)
        view.new_chain_asked.connect(self._new_chain)
        view.offer_handover(offered=not context.session.about.office)
        view.handover_asked.connect(lambda: self.screen_asked.emit("handover"))
        view.receipt_chosen.connect(self.open_receipt)
        view.selected.connect(self._select)
        view.again_asked.connect(self._carry_again)
        view.parts_asked.connect(self._carry_parts)
        view.medium_asked.connect(self._serve)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Nộp báo cáo")

    def refresh(self) -> None:
        """Read the list again; in the wizard, look again at what would go."""
        if self.view.in_wizard:
            self._wizard.refresh()

        def read(workspace: Workspace) -> _Home:
            if not has_office(workspace):  # the first screen that a new unit sees
                return _Home()
            going = due_above(workspace)
            records = sum(one.new + one.changed for one in going.own.counts.values())
            return _Home(
                sent_bundles(workspace),
                records + len(going.bundles),
                open_duties(workspace),
                sent_back(workspace),
            )

        self._context.session.ask(read, self._show)

    def open_receipt(self, name: str) -> None:
        """Take in a receipt and say what the office found."""

        def done(verdict: Verdict) -> None:
            language = self._context.language
            text = sentence(verdict.content, language)
            if not verdict.good:
                registers = self._context.session.about.catalogue.by_name
                reasons = [reason_line(one, language, registers) for one in verdict.reasons]
                title = self.tr("Không nhận biên nhận này.")
                self._context.failures.told.emit(
                    Told(title, reasons[0] if reasons else text, tuple(reasons[1:]), "warning")
                )
            elif verdict.kind in {"receipt", "query"}:
                self._context.failures.say(text)
            else:
                title = self.tr("Tệp này không phải biên nhận.")
                action = self.tr("Chọn tệp biên nhận do cơ quan nhận gửi.")
                self._context.failures.told.emit(Told(title, action, tone="warning"))

        self._context.session.change(lambda workspace: import_bundle(workspace, Path(name)), done)

    def _show(self, found: _Home) -> None:
        self._sent = {one.row.digest: one for one in found.sent}
        going, duties = found.going, found.duties
        if going is None:
            text = self.tr("Chưa nộp được: làm bước Kết nối với cơ quan nhận trước.")
        elif going:
            text = self.tr("{count} hồ sơ mới hoặc thay đổi chưa được cơ quan nhận xác nhận.")
            if self._context.session.about.office:
                text = self.tr("{count} gói và hồ sơ chưa được cấp trên xác nhận.")
        else:
            text = self.tr("Cơ quan nhận đã có mọi hồ sơ của đơn vị.")
        said = text.format(count=number(going or 0))
        if duties:
            wanted = self.tr("Cơ quan nhận trả lại {count} việc: xem Việc cần làm.")
            said = f"{wanted.format(count=number(duties))} {said}"
        if found.back is not None:
            text = self.tr("{person} đã trả lại gói lúc {time}: {text}")
            values = {"person": found.back.by, "time": moment(found.back.at)}
            said = f"{text.format(**values, text=found.back.text)}\n{said}"
        self.view.set_sent(tuple(sent_rows(found.sent)), said)

    def _select(self, key: str) -> None:
        one = self._sent[key]
        state, tone = verdict_name(one.state, one.reasons)
        language = self._context.language
        registers = self._context.session.about.catalogue.by_name
        self.view.show_detail(
            SentDetail(
                self.tr("Gói số {number}").format(number=number(one.row.sequence)),
                state,
                tone,
                self._facts(one),
                self._next_step(one),
                tuple(reason_line(each, language, registers) for each in one.reasons),
                one.split,
                one.row.waits,
                self._context.session.about.head,
            )
        )

    def _facts(self, one: Sent) -> tuple[str, ...]:
        facts = [
            periods_text(one),
            self.tr("Ký lúc {time}").format(time=moment(one.row.created_at)),
        ]
        if one.row.second_signer is not None:
            text = self.tr("{first} ký trước, {second} ký sau")
            people = {"first": one.row.first_signer or "", "second": one.row.second_signer}
            facts.append(text.format(**people))
        elif one.row.waits:
            text = self.tr("{person} lập và ký lần 1")
            facts.append(text.format(person=one.row.first_signer or ""))
        if one.row.written_at is not None:
            text = self.tr("Ghi ra USB lúc {time}, đọc lại khớp")
            facts.append(text.format(time=moment(one.row.written_at)))
        if one.row.receipt_at is not None:
            text = self.tr("Cơ quan nhận xét lúc {time}")
            facts.append(text.format(time=moment(one.row.receipt_at)))
        facts.append(self.tr("Tệp {name}").format(name=one.row.file))
        return tuple(facts)

    def _next_step(self, one: Sent) -> str:
        if one.state == "signed":
            return self.tr("Việc tiếp theo: chép gói ra USB.")
        if one.state == "written":
            return self.tr(
                "Việc tiếp theo: mang đến cơ quan nhận, rồi mở biên nhận mang về. Mất USB thì bấm"
                " Chép lại gói này."
            )
        if one.step is not None:
            said = words(one.step, self._context.language, {})
            return f"{said.text} {said.action}"
        return self.tr("Đã xong.")

    def _serve(self, dialog: MediumDialog, key: str) -> None:
        row = self._sent[key].row
        serve_media(dialog, self._context, lambda workspace: size_in_outbox(workspace, row))

    def _carry_again(self, key: str, folder: str) -> None:
        row = self._sent[key].row
        said = self.tr("Đã ghi {name}, đọc lại khớp. An toàn để rút USB.")
        self._carry(lambda workspace: deliver(workspace, row, Path(folder) / row.file), said)

    def _carry_parts(self, key: str, folder: str) -> None:
        row = self._sent[key].row
        said = self.tr("Gửi đủ các phần và danh sách {name}; thứ tự nào cũng được.")
        self._carry(
            lambda workspace: deliver_parts(workspace, row, Path(folder), PART_SIZE)[-1], said
        )

    def _carry(self, work: Callable[[Workspace], Path], said: str) -> None:
        def done(path: Path) -> None:
            self._context.failures.say(said.format(name=path.name))

        self._context.session.change(work, done)

    def _cover(self, bundle: str) -> None:
        self.paper_asked.emit(PaperWanted(COVER, bundle=bundle))

    def _new_chain(self) -> None:
        told = self.tr("Đã bắt đầu chuỗi gói mới. Lập gói và nộp lại.")
        ask_new_chain(self.view, self._context, told)

    def _begin(self) -> None:
        self._wizard.begin(self.view.show_wizard)

    def _end(self) -> None:
        self.view.show_home()
        self.refresh()
