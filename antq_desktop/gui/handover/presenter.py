"""The screen of books handed over as it behaves: give, take, tell the giver, write again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.common.new_chain import ask_new_chain
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.common.wording import moment, number, reason_line, verdict_name
from antq_desktop.gui.handover.giving import Giving
from antq_desktop.gui.handover.model import GIVEN, TAKEN, rows
from antq_desktop.gui.handover.taking import Taking
from antq_desktop.gui.handover.view import HandoverDetail
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.messages import words
from antq_desktop.services.confirming import unanswered
from antq_desktop.services.transfers import given_transfers, own_name, taken_transfers
from antq_desktop.services.undoing import undo_import

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.bundle.refusals import Reason
    from antq_desktop.gui.handover.view import HandoverView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.transfers import Came, Given
    from antq_desktop.services.undoing import Undoing
    from antq_desktop.services.workspace import Workspace

    Found = tuple[str, list[Given], list[Came], int]

_COVER = "bundle-cover"


class HandoverPresenter(ScreenPresenter):
    """Connects the list with the services; giving and taking have presenters of their own."""

    paper_asked = Signal(object)
    """A `PaperWanted`: the cover sheet of a handover."""

    def __init__(self, view: HandoverView, context: Context) -> None:
        super().__init__(view)
        self.view = view
        self._context = context
        self._given: Mapping[str, Given] = {}
        self._taken: Mapping[str, Came] = {}
        self.giving = Giving(view, context)
        self.taking = Taking(view, context)
        view.begun.connect(self.giving.begin)
        view.files_chosen.connect(lambda names: self.taking.open(*names))
        view.confirm_asked.connect(self.taking.confirm)
        view.selected.connect(self._select)
        view.acted.connect(self._act)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Bàn giao sổ")

    def refresh(self) -> None:
        """Read again what went and what came."""

        def read(workspace: Workspace) -> Found:
            given, taken = given_transfers(workspace), taken_transfers(workspace)
            return own_name(workspace), given, taken, unanswered(workspace)

        self._context.session.ask(read, self._show)

    def _show(self, found: Found) -> None:
        own, given, taken, waiting = found
        self._given = {one.sent.row.digest: one for one in given}
        self._taken = {one.received.row.digest: one for one in taken}
        said = self.tr("Máy này: {name}").format(name=own)
        self.view.set_rows(rows(given, taken), said, waiting)

    def _select(self, key: str) -> None:
        detail = self._of_taken(key) if key.startswith(TAKEN) else self._of_given(key)
        self.view.show_detail(detail)

    def _of_given(self, key: str) -> HandoverDetail:
        one = self._given[key.removeprefix(GIVEN)]
        row, sent = one.sent.row, one.sent
        facts = [self.tr("Ký lúc {time}").format(time=moment(row.created_at))]
        if one.closes:
            facts.append(self.tr("Máy này khóa sổ từ gói này"))
        if row.written_at is not None:
            text = self.tr("Ghi ra USB lúc {time}, đọc lại khớp")
            facts.append(text.format(time=moment(row.written_at)))
        if row.receipt_at is not None:
            text = self.tr("Máy nhận trả lời lúc {time}")
            facts.append(text.format(time=moment(row.receipt_at)))
        facts.append(self.tr("Tệp {name}").format(name=row.file))
        state, tone = verdict_name(sent.state, sent.reasons)
        text = self.tr("Gói số {number} giao {name}")
        return HandoverDetail(
            text.format(number=number(row.sequence), name=one.to),
            state,
            tone,
            tuple(facts),
            self._next_of_given(one),
            tuple(self._reasons(sent.reasons)),
            frozenset({"cover", "again"} | ({"split"} if sent.split else set())),
        )

    def _next_of_given(self, one: Given) -> str:
        if one.sent.state == "signed":
            return self.tr("Việc tiếp theo: ghi gói ra USB và in phiếu giao nhận.")
        if one.sent.state == "written":
            return self.tr(
                "Việc tiếp theo: mang gói đến máy nhận, rồi mở biên nhận mang về. Chưa có biên nhận"
                " thì ghi lại gói này được."
            )
        if one.sent.step is not None:
            return self._step(one.sent.step)
        return self.tr("Đã xác nhận: máy nhận giữ sổ và báo cáo.")

    def _of_taken(self, key: str) -> HandoverDetail:
        one = self._taken[key.removeprefix(TAKEN)]
        row, received = one.received.row, one.received
        facts = [self.tr("Nhận lúc {time}").format(time=moment(row.received_at))]
        if received.answered:
            facts.append(self.tr("Đã ký biên nhận cho máy giao"))
        state, tone = verdict_name(row.verdict, received.reasons)
        following = self._step(received.step) if received.step is not None else ""
        if not (received.answered or following):
            following = self.tr("Việc tiếp theo: ghi biên nhận, mang về máy giao.")
        undo = received.can_undo and self._context.session.about.head
        text = self.tr("Gói số {number} của {name}")
        return HandoverDetail(
            text.format(number=number(row.sequence or 0), name=one.giver),
            state,
            tone,
            tuple(facts),
            following or self.tr("Máy này giữ sổ, sửa tiếp và báo cáo."),
            tuple(self._reasons((*received.reasons, *received.notes))),
            frozenset({"undo"}) if undo else frozenset(),
        )

    def _step(self, step: str) -> str:
        said = words(step, self._context.language, {})
        return f"{said.text} {said.action}"

    def _reasons(self, reasons: Iterable[Reason]) -> Iterator[str]:
        registers = self._context.session.about.catalogue.by_name
        for one in reasons:
            yield reason_line(one, self._context.language, registers)

    def _act(self, name: str, key: str) -> None:
        if name == "undo":
            self._undo(self._taken[key.removeprefix(TAKEN)])
            return
        if name == "split":
            told = self.tr("Đã bắt đầu chuỗi gói mới. Bàn giao lại.")
            ask_new_chain(self.view, self._context, told)
            return
        row = self._given[key.removeprefix(GIVEN)].sent.row
        if name == "cover":
            self.paper_asked.emit(PaperWanted(_COVER, bundle=row.bundle_id))
        else:
            self.giving.carry(row, self.tr("Ghi gói bàn giao sổ ra USB"))

    def _undo(self, one: Came) -> None:
        digest = one.received.row.digest

        def done(_: Undoing) -> None:
            text = self.tr("Đã rút lại: hồ sơ lại thuộc máy giao. Ghi biên nhận để báo máy đó.")
            self._context.failures.say(text)

        def undo(reason: str) -> None:
            self._context.session.change(
                lambda workspace: undo_import(workspace, digest, reason), done
            )

        ask_reason(
            self.view,
            self.tr("Rút lại việc nhận sổ?"),
            self.tr("Hồ sơ trong gói lại thuộc máy giao; gói vẫn được giữ và nhập lại được."),
            self.tr("&Rút lại"),
            undo,
        )
