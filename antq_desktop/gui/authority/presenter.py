"""What the screen "Đơn vị và chứng thư" does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.authority.between import BetweenRow
from antq_desktop.gui.authority.model import CertificateRow
from antq_desktop.gui.common.media import serve_media
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.table import Row
from antq_desktop.gui.common.wording import moment
from antq_desktop.gui.failures import told
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.authority import authority_fingerprint
from antq_desktop.services.clock import system_time
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import publish
from antq_desktop.services.enrolling import issue_certificate, own_certificate
from antq_desktop.services.issued import issued_certificates
from antq_desktop.services.renewing import certify_own
from antq_desktop.services.request_desk import (
    put_request_away,
    read_request_of,
    waiting_requests,
)
from antq_desktop.services.request_shelf import request_file
from antq_desktop.services.revocations import own_list_age, renew_revocations
from antq_desktop.services.revoking import (
    between,
    let_stand,
    revoke_certificate,
)
from antq_desktop.services.undoing import undo_import

if TYPE_CHECKING:
    from datetime import date

    from antq_desktop.gui.authority.revoking import Revocation
    from antq_desktop.gui.authority.view import AuthorityView
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.enrolling import Asked
    from antq_desktop.services.issued import Issued
    from antq_desktop.services.request_desk import Waiting
    from antq_desktop.services.revoking import Between, Revoked, State
    from antq_desktop.services.workspace import Workspace

FINGERPRINT = "fingerprint-sheet"
"""The form that shows a fingerprint."""

_DAY = "%d/%m/%Y"
_RENEWED = 60
"""Days after which the list is to be renewed: communes remark one of more than ninety."""


class AuthorityPresenter(ScreenPresenter):
    """Connects the screen with the authority."""

    paper_asked = Signal(object)
    """A `PaperWanted`: the fingerprint of this authority."""

    def __init__(self, view: AuthorityView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._session = context.session
        self._own_serial = ""
        self._request: tuple[Path | str, str | None] | None = None
        view.set_may_change(head=self._session.about.head)
        view.request_chosen.connect(lambda chosen: self._look(Path(chosen)))
        view.waiting.opened.connect(self.open_request)
        view.waiting.put_away.connect(self._put_away)
        view.issue_asked.connect(self._issue)
        view.directory_asked.connect(self._tell_all)
        view.medium_asked.connect(lambda dialog: serve_media(dialog, context))
        view.print_asked.connect(lambda: self.paper_asked.emit(PaperWanted(FINGERPRINT)))
        view.revoke_asked.connect(self._revoke)
        view.renew_asked.connect(self._renew)
        view.own_asked.connect(self._certify_own)
        view.between.stand_asked.connect(self._let_stand)
        view.between.undo_asked.connect(self._undo)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Đơn vị và chứng thư")

    def refresh(self) -> None:
        """Read the certificates."""
        self._session.ask(_known, self._show)

    def open_request(self, fingerprint: str) -> None:
        """Show a request that waits, to be compared and answered by who may."""
        if self._session.about.head:
            self._look(fingerprint)

    def _show(self, known: _Known) -> None:
        self._own_serial = known.serial
        self._view.set_own(known.fingerprint)
        self._view.set_list(known.today, known.list_age, old=known.list_age > _RENEWED)
        self._view.set_rows([self._row(one) for one in known.certificates])
        self._view.between.set_rows([self._between(one) for one in known.between])
        self._view.waiting.set_rows([self._waiting(one) for one in known.waiting])

    def _waiting(self, one: Waiting) -> Row:
        asked = one.asked
        tone: Tone
        state, tone = self.tr("Chờ đối chiếu"), "warning"
        if asked.voucher is not None:
            state, tone = self.tr("Có người ký xác nhận"), "done"
        elif asked.unproven:
            state, tone = self.tr("Xác nhận không tin được"), "error"
        cells = (asked.unit_name, self._person(asked), moment(one.came), state)
        return Row(asked.fingerprint, cells, tone)

    def _between(self, one: Between) -> BetweenRow:
        state, tone = self._decision(one.state)
        bundle = self.tr("Gói số {number}").format(number=one.row.sequence or 0)
        if one.row.kind == "case":
            bundle = self.tr("Hồ sơ chuyển")
        hint = one.reason
        if one.stays is not None and one.open:
            said = told(one.stays, self._context.language)
            hint = self.tr("Không rút lại được: {reason}").format(reason=said.text)
        elif one.state == "held":
            hint = self.tr("Gói đang giữ: nhận hoặc loại ở màn hình gói đến.")
            if one.row.kind == "case":
                hint = self.tr("Hồ sơ chưa trả lời: nhận hoặc từ chối ở Hồ sơ nhận chuyển.")
        return BetweenRow(
            one.certified.serial,
            one.row.digest,
            (f"{one.unit_name} – {one.certified.person}", bundle, moment(one.came), state),
            tone,
            hint,
            may_stand=one.state == "counts",
            may_undo=one.state in {"counts", "stands"} and one.stays is None,
        )

    def _decision(self, state: State) -> tuple[str, Tone]:
        names: dict[State, tuple[str, Tone]] = {
            "counts": (self.tr("Chờ quyết định"), "warning"),
            "held": (self.tr("Đang giữ"), "warning"),
            "stands": (self.tr("Giữ nguyên"), "done"),
            "withdrawn": (self.tr("Đã rút lại"), "neutral"),
            "refused": (self.tr("Không nhận"), "neutral"),
        }
        return names[state]

    def _row(self, one: Issued) -> CertificateRow:
        state, tone = self._state(one)
        person = self.tr("Cơ quan cấp dưới") if one.office else one.person
        cells = (one.unit, person, one.since.strftime(_DAY), one.until.strftime(_DAY), state)
        hint = ""
        if one.revoked is not None:
            since = one.effective or one.revoked
            hint = self.tr("Thu hồi từ {day}: {reason}").format(
                day=since.strftime(_DAY), reason=one.reason
            )
        may_revoke = one.serial != self._own_serial and one.revoked is None
        return CertificateRow(one.serial, cells, tone, hint, may_revoke)

    def _state(self, one: Issued) -> tuple[str, Tone]:
        if one.revoked is not None:
            return self.tr("Đã thu hồi"), "error"
        if one.until < system_time():
            return self.tr("Hết hạn"), "warning"
        if one.own:
            return self.tr("Của cơ quan"), "neutral"
        return self.tr("Có hiệu lực"), "done"

    def _look(self, source: Path | str) -> None:
        def read(asked: Asked) -> None:
            # Where somebody stands for it, nobody has compared the fingerprint.
            self._request = (source, None if asked.voucher is not None else asked.fingerprint)
            who = self.tr("{unit} – {person}").format(
                unit=asked.unit_name, person=self._person(asked)
            )
            text, vouched = self._vouched(asked)
            self._view.show_request(who, asked.fingerprint, text, vouched=vouched)

        self._session.ask(lambda workspace: read_request_of(workspace, source), read)

    def _person(self, asked: Asked) -> str:
        if asked.role == "office":
            return self.tr("Cơ quan cấp dưới")
        if asked.role == "officer":
            return self.tr("{person} (cán bộ, chỉ ký lần 1)").format(person=asked.person)
        return asked.person

    def _put_away(self, fingerprint: str, reason: str) -> None:
        text = self.tr("Đã bỏ yêu cầu khỏi danh sách.")

        def done(_: None) -> None:
            if self._request is not None and self._request[0] == fingerprint:
                self._request = None
                self._view.show_request("", "")
            self._context.failures.say(text)

        self._session.change(
            lambda workspace: put_request_away(workspace, fingerprint, reason), done
        )

    def _vouched(self, asked: Asked) -> tuple[str, bool]:
        """Return what is said of a request, and whether its fingerprint need not be compared."""
        voucher = asked.voucher
        if voucher is None:
            text = self.tr("Nghe đơn vị đọc vân tay; chỉ cấp khi từng nhóm đều khớp.")
            if asked.unproven:
                text = self.tr("Chữ ký xác nhận trong tệp không tin được: {text}").format(text=text)
            return text, False
        until, on = voucher.until.strftime(_DAY), voucher.on.strftime(_DAY)
        text = self.tr("Ký bằng chứng thư của {person}, còn hiệu lực đến {until}: khỏi đối chiếu.")
        if voucher.act == "handover":
            text = self.tr(
                "{person} ký bàn giao từ {on} bằng chứng thư còn hiệu lực đến {until}: không phải"
                " đối chiếu. Cấp xong, chứng thư đó bị thu hồi từ {on}."
            )
        return text.format(person=voucher.person, until=until, on=on), True

    def _issue(self, folder: str, passphrase: str) -> None:
        if self._request is None:
            return
        source, fingerprint = self._request

        def work(workspace: Workspace) -> str:
            with request_file(workspace, source) as path:
                _, written = issue_certificate(
                    workspace,
                    path,
                    Path(folder),
                    fingerprint=fingerprint,
                    ca_passphrase=passphrase,
                )
            return written.name

        def issued(name: str) -> None:
            self._request = None
            self._view.show_request("", "")
            text = self.tr("Đã cấp chứng thư. Chuyển tệp danh bạ {name} cho đơn vị.")
            self._context.failures.say(text.format(name=name))

        self._session.change(work, issued)

    def _tell_all(self, folder: str) -> None:
        """Sign a directory for all that are enrolled, without issuing anything."""
        text = self.tr("Đã cấp danh bạ mới. Chuyển tệp {name} cho các đơn vị.")
        self._session.change(
            lambda workspace: deliver(workspace, publish(workspace).row, Path(folder)).name,
            lambda name: self._context.failures.say(text.format(name=name)),
        )

    def _revoke(self, serial: str, said: Revocation) -> None:
        text = self.tr("Đã thu hồi chứng thư; danh bạ cấp lần sau sẽ báo cho các đơn vị.")
        more = self.tr("Đã thu hồi. {count} gói đến từ ngày đó chờ đồng chí quyết định ở trên.")

        def revoked(found: Revoked) -> None:
            if found.waiting:
                self._context.failures.say(more.format(count=found.waiting), "warning")
            else:
                self._context.failures.say(text)

        self._session.change(
            lambda workspace: revoke_certificate(
                workspace,
                serial,
                reason=said.reason,
                ca_passphrase=said.passphrase,
                since=said.since,
                why=said.why,
            ),
            revoked,
        )

    def _renew(self, passphrase: str) -> None:
        text = self.tr("Đã làm mới danh sách thu hồi; cấp danh bạ mới để các đơn vị có.")
        self._session.change(
            lambda workspace: renew_revocations(workspace, passphrase),
            lambda _: self._context.failures.say(text),
        )

    def _certify_own(self, passphrase: str) -> None:
        text = self.tr("Đã cấp chứng thư mới cho đồng chí; danh bạ mới báo cho các đơn vị.")
        self._session.change(
            lambda workspace: certify_own(workspace, passphrase),
            lambda _: self._context.failures.say(text),
        )

    def _let_stand(self, serial: str, digest: str, reason: str) -> None:
        text = self.tr("Đã giữ nguyên gói.")
        self._session.change(
            lambda workspace: let_stand(workspace, serial, digest, reason),
            lambda _: self._context.failures.say(text),
        )

    def _undo(self, digest: str, reason: str) -> None:
        text = self.tr("Đã rút lại gói; biên nhận lần sau báo cho đơn vị.")
        self._session.change(
            lambda workspace: undo_import(workspace, digest, reason),
            lambda _: self._context.failures.say(text),
        )


@dataclass(frozen=True, slots=True)
class _Known:
    """What the screen shows."""

    fingerprint: str
    certificates: list[Issued]
    between: list[Between]
    waiting: list[Waiting]
    list_age: int
    today: date
    serial: str
    """The certificate of the head who is logged in, which he does not revoke himself."""


def _known(workspace: Workspace) -> _Known:
    return _Known(
        authority_fingerprint(workspace),
        issued_certificates(workspace),
        between(workspace),
        waiting_requests(workspace),
        own_list_age(workspace),
        workspace.clock.today(),
        own_certificate(workspace).get("serial", ""),
    )
