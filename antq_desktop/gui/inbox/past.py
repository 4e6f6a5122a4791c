"""What was judged before: why, what people decide about it, the receipts, the office's policy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.media import serve_media
from antq_desktop.gui.common.wording import (
    day,
    moment,
    number,
    reason_line,
    sentence,
    short_period,
)
from antq_desktop.gui.failures import Told
from antq_desktop.gui.inbox.model import can_return, history_rows, unit_name
from antq_desktop.gui.inbox.view import PastDetail
from antq_desktop.gui.screen import ReturnWanted
from antq_desktop.messages import words
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.deciding import is_officers, refuse_held, take_held
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import choose_policy, choose_signatures, policy_of
from antq_desktop.services.status import received_bundles
from antq_desktop.services.undoing import preview_undo, undo_import

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from antq_desktop.bundle.bodies import ImportPolicy, Policy
    from antq_desktop.gui.inbox.view import InboxView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.status import Received
    from antq_desktop.services.undoing import Undoing
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming

_MOST_FIGURES = 8


class PastPresenter(QObject):
    """Connects the list of judged bundles with the services."""

    return_asked = Signal(object)
    """A `ReturnWanted`: rows of a bundle that are wrong."""

    def __init__(self, view: InboxView, context: Context) -> None:
        super().__init__()
        self._view = view
        self._context = context
        self._received: Mapping[str, Received] = {}
        self._wanted: str | None = None
        view.history_selected.connect(self._choose)
        view.receipts_asked.connect(self._answer)
        view.medium_asked.connect(lambda dialog: serve_media(dialog, context))
        view.held_taken.connect(self._take)
        view.held_refused.connect(self._refuse)
        view.undo_asked.connect(self._preview)
        view.undone.connect(self._undo)
        view.past_give_back_asked.connect(self._return)
        view.policy_chosen.connect(self._choose_policy)
        view.signatures.chosen.connect(self._choose_signatures)

    def refresh(self) -> None:
        """Read again what was judged before, and the policy."""
        self._context.session.ask(received_bundles, self._show)
        self._context.session.ask(policy_of, self._show_policy)

    def show_bundle(self, digest: str) -> None:
        """Bring up one bundle by its digest, as soon as the list is read."""
        self._wanted = digest
        self.refresh()

    def _show(self, received: list[Received]) -> None:
        self._received = {one.row.digest: one for one in received}
        units = self._context.session.about.units
        waiting = sum(not one.answered for one in received)
        wanted = self._wanted if self._wanted in self._received else None
        self._wanted = None
        self._view.set_history(tuple(history_rows(received, units)), waiting, wanted)

    def _show_policy(self, policy: Policy) -> None:
        self._view.set_policy(policy.import_policy)
        since = ""
        if policy.since is not None:
            since = self.tr("bắt buộc từ ngày {day}").format(day=day(policy.since))
        self._view.signatures.show_wanted(policy.signatures, since)

    def _choose(self, key: str) -> None:
        one = self._received[key]
        about, language = self._context.session.about, self._context.language
        lines = [
            self.tr("Nhận lúc {time}.").format(time=moment(one.row.received_at)),
            self.tr("{new} hồ sơ mới, {changed} lần sửa, {same} dòng đã có.").format(
                **{name: number(one.counts.get(name, 0)) for name in ("new", "changed", "same")}
            ),
            self.tr("Đã ký biên nhận.") if one.answered else self.tr("Chưa ký biên nhận."),
        ]
        if one.step is not None:
            said = words(one.step, language, {})
            lines += ["", f"{said.text} {said.action}"]
        reasons = tuple(
            reason_line(each, language, about.catalogue.by_name)
            for each in (*one.reasons, *one.notes)
        )
        name = unit_name(one, about.units)
        self._view.show_history(
            PastDetail(
                name,
                "\n".join(lines),
                reasons,
                one.can_take,
                one.can_refuse,
                one.can_undo,
                self._may_return(one) or can_return(one.row.kind, one.reasons),
                is_officers(one.row),
            )
        )

    def _return(self, key: str) -> None:
        one = self._received[key]
        self.return_asked.emit(
            ReturnWanted(source=one.row.digest, reasons=one.reasons, whole=self._may_return(one))
        )

    def _may_return(self, one: Received) -> bool:
        """Say whether a bundle that was judged before may go back as a whole: it waits here."""
        return one.can_refuse and one.row.verdict != "held_newer"

    def _take(self, key: str, reason: str) -> None:

        def done(verdict: Verdict) -> None:
            text = sentence(verdict.content, self._context.language)
            self._context.failures.told.emit(Told(text, tone="done" if verdict.good else "warning"))

        self._context.session.change(lambda workspace: take_held(workspace, key, reason), done)

    def _refuse(self, key: str, reason: str) -> None:

        def done(row: Incoming) -> None:
            del row
            self._context.failures.say(self.tr("Đã ghi quyết định không nhận gói."))

        self._context.session.change(lambda workspace: refuse_held(workspace, key, reason), done)

    def _preview(self, key: str) -> None:
        self._context.failures.over.emit()
        self._context.session.ask(
            lambda workspace: preview_undo(workspace, key),
            lambda found: self._view.ask_to_undo(key, self._changes(found)),
        )

    def _changes(self, found: Undoing) -> str:
        """Say what taking an import back would change: records by register, then figures."""
        language = self._context.language
        registers = self._context.session.about.catalogue.by_name
        line = self.tr("{register}: {gone} hồ sơ không còn, {earlier} hồ sơ về lần ghi trước")
        lines = [
            line.format(
                register=registers[name].label.text(language),
                gone=number(found.gone.get(name, 0)),
                earlier=number(found.earlier.get(name, 0)),
            )
            for name in sorted({*found.gone, *found.earlier})
        ]
        if not lines:
            lines = [self.tr("Không hồ sơ nào thay đổi.")]
        if found.shifts:
            period = short_period(found.period)
            lines.append(self.tr("Số liệu {period} thay đổi:").format(period=period))
        for shift in found.shifts[:_MOST_FIGURES]:
            text, before, after = shift.indicator.label, number(shift.before), number(shift.after)
            lines.append(f"{text.text(language)}: {before} → {after}")
        if len(found.shifts) > _MOST_FIGURES:
            lines.append("…")
        lines.append(self.tr("Gói vẫn được giữ và nhập lại được; biên nhận sau báo cho đơn vị."))
        return "\n".join(lines)

    def _undo(self, key: str, reason: str) -> None:

        def done(found: Undoing) -> None:
            del found
            self._context.failures.say(self.tr("Đã rút lại. Ký biên nhận để báo đơn vị."))

        self._context.session.change(lambda workspace: undo_import(workspace, key, reason), done)

    def _choose_policy(self, name: ImportPolicy) -> None:
        def done(policy: Policy) -> None:
            self._show_policy(policy)
            self._context.failures.say(self.tr("Đã đổi cách nhận. Danh bạ sau báo cho các đơn vị."))

        def failed(error: BaseException) -> None:
            self._context.failures.show(error)
            self._context.session.ask(policy_of, self._show_policy)

        self._context.session.change(lambda workspace: choose_policy(workspace, name), done, failed)

    def _choose_signatures(self, count: Literal[1, 2]) -> None:
        def done(policy: Policy) -> None:
            self._show_policy(policy)
            self._context.failures.say(self.tr("Đã đổi số chữ ký. Danh bạ sau báo cho các đơn vị."))

        def failed(error: BaseException) -> None:
            self._context.failures.show(error)
            self._context.session.ask(policy_of, self._show_policy)

        self._context.session.change(
            lambda workspace: choose_signatures(workspace, count), done, failed
        )

    def _answer(self, folder: str) -> None:
        """Sign the receipts and write them; a medium that fails does not lose a signature."""

        def work(workspace: Workspace) -> int:
            signed = write_receipts(workspace)
            for one in signed:
                deliver(workspace, one.row, Path(folder) / one.row.file)
            return len(signed)

        def done(count: int) -> None:
            if count:
                text = self.tr("Đã ghi {count} biên nhận và đọc lại khớp.")
            else:
                text = self.tr("Không có gói nào chờ biên nhận.")
            self._context.failures.say(text.format(count=number(count)))
            self._view.show_received()

        self._context.session.change(work, done)
