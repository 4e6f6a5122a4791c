"""What is said of one bundle on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antq_desktop.gui.common.wording import number, reason_line, sentence, short_period
from antq_desktop.gui.inbox.model import can_return, change_rows, sender
from antq_desktop.gui.inbox.view import Detail

if TYPE_CHECKING:
    from antq_desktop.gui.inbox.model import Item
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.verdicts import Verdict


class Details(QObject):
    """Words for the right side of the desk."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def of(self, item: Item) -> Detail:
        """Say what is known of a bundle on the desk."""
        state, tone = item.state()
        name, file = sender(item), item.path.name
        if item.rehearsal is None:
            said = item.told
            words = (said.text, said.action, "") if said else (file, "", "")
            again = self.tr("&Xem lại gói này") if item.stage == "failed" else ""
            return Detail(name, state, tone, words, accept=again)
        if item.asks and item.rehearsal.verdict.good:
            return self._request(item, item.rehearsal.verdict)
        rehearsal, language = item.rehearsal, self._context.language
        verdict = rehearsal.verdict
        registers = self._context.session.about.catalogue.by_name
        said_besides = (*verdict.reasons, *verdict.notes)
        reasons = tuple(reason_line(one, language, registers) for one in said_besides)
        content = sentence(verdict.content, language)
        if item.good:
            content = self._would_be(verdict)
        elif verdict.verdict == "held":
            decide = self.tr("Nhận hay không: quyết định ở Đã xét.")
            content = f"{content} {decide}"
        changes = self._changes(item) if rehearsal.period is not None else ""
        return Detail(
            name,
            state,
            tone,
            (content, sentence(verdict.signer, language), sentence(verdict.time, language)),
            self._by_register(verdict),
            changes,
            tuple(change_rows(rehearsal, language)),
            self.tr("Lưu ý") if verdict.good else self.tr("Lý do"),
            reasons,
            self._accept_text(item),
            item.returnable or can_return(verdict.kind, verdict.reasons),
            item.good,
        )

    def _request(self, item: Item, verdict: Verdict) -> Detail:
        """Say what becomes of a request for a certificate: it is answered on another screen."""
        (state, tone), language = item.state(), self._context.language
        if item.told is not None:
            content = f"{item.told.text} {item.told.action}".strip()
        elif item.request:
            content = self.tr("Yêu cầu cấp chứng thư, đang chờ ở màn hình Đơn vị và chứng thư.")
        else:
            content = self.tr("Yêu cầu này đã được trả lời hoặc đã bỏ khỏi danh sách.")
        said = (content, sentence(verdict.signer, language), sentence(verdict.time, language))
        accept = self.tr("&Mở yêu cầu") if item.request else ""
        return Detail(sender(item), state, tone, said, accept=accept)

    def _by_register(self, verdict: Verdict) -> str:
        """Say what a bundle holds, a line for each register."""
        registers = self._context.session.about.catalogue.by_name
        names = (
            ("new", self.tr("{count} mới")),
            ("changed", self.tr("{count} sửa")),
            ("same", self.tr("{count} đã có")),
            ("refused", self.tr("{count} lỗi")),
        )
        lines: list[str] = []
        for name, counts in verdict.registers.items():
            said = [
                text.format(count=number(counts[kind])) for kind, text in names if counts.get(kind)
            ]
            if said and name in registers:
                label = registers[name].label.text(self._context.language)
                lines.append(f"{label}: {', '.join(said)}")
        return "\n".join(lines)

    def _would_be(self, verdict: Verdict) -> str:
        """Say what would be taken in: nothing has been yet."""
        return self.tr(
            "Có thể nhận: {new} hồ sơ mới, {changed} lần sửa, {same} dòng đã có. Chưa nhập gì."
        ).format(**{name: number(count) for name, count in verdict.counts.items()})

    def _changes(self, item: Item) -> str:
        rehearsal = item.rehearsal
        if rehearsal is None or rehearsal.period is None:
            return ""
        period = short_period(rehearsal.period)
        if not rehearsal.shifts:
            return self.tr("Số liệu {period} không thay đổi").format(period=period)
        if item.stage == "taken":
            return self.tr("Số liệu {period} đã thay đổi").format(period=period)
        return self.tr("Số liệu {period} sẽ thay đổi").format(period=period)

    def _accept_text(self, item: Item) -> str:
        if item.good:
            return self.tr("&Nhận gói này")
        if item.held and item.takable:
            return self.tr("&Giữ lại để chờ")
        return self.tr("&Ghi nhận từ chối để trả lời") if item.takable else ""
