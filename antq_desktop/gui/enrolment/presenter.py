"""What the screen "Kết nối với cơ quan nhận" does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.enrolment.view import Life
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.gui.tokens import choose_key
from antq_desktop.services.checking import SOON
from antq_desktop.services.enrolling import certified_until, make_request
from antq_desktop.services.installing import install_directory, show_authorities
from antq_desktop.services.renewing import hand_over_request, renew_request, successors
from antq_desktop.services.revocations import list_age_above
from antq_desktop.services.token_enrolling import certify_own_token, request_with_token
from antq_desktop.services.vouching import OLD_LIST

if TYPE_CHECKING:
    from antq_desktop.gui.enrolment.dialogs import HandingOver
    from antq_desktop.gui.enrolment.view import EnrolmentView
    from antq_desktop.gui.failures import Tone
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.enrolling import Asked
    from antq_desktop.services.installing import Installed
    from antq_desktop.services.token_enrolling import TokenChoice
    from antq_desktop.services.workspace import Workspace

MINUTES = "key-handover"
"""The form of the minutes that both holders sign by hand."""
FINGERPRINT = "fingerprint-sheet"
"""The form that shows a fingerprint."""


class EnrolmentPresenter(ScreenPresenter):
    """Connects the screen with requests and directories."""

    paper_asked = Signal(object)
    """A `PaperWanted`: the fingerprint of the request."""

    def __init__(self, view: EnrolmentView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._session = context.session
        self._request_file: Path | None = None
        self._directory: Path | None = None
        self._fingerprints: tuple[str, ...] = ()
        self._choice: TokenChoice | None = None
        self._seen = False
        view.set_may_change(head=self._session.about.head)
        view.request_asked.connect(self._request)
        view.directory_chosen.connect(self._look)
        view.install_asked.connect(self._install)
        view.print_asked.connect(self._print)
        view.token_asked.connect(self._choose_key)
        view.renew_asked.connect(self._renew)
        view.handover_asked.connect(self._hand_over)
        view.minutes_asked.connect(lambda chosen: self._print_minutes(Path(chosen)))
        view.lost_asked.connect(self._lost)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Kết nối với cơ quan nhận")

    def refresh(self) -> None:
        """Read the state of the certificate."""
        self._session.ask(_state, self._show)

    def _show(self, state: tuple[str, str, Life]) -> None:
        until, office, life = state
        if not self._seen:  # later the person's own tick counts
            self._seen = True
            self._view.on_token.setChecked(life.on_token)
        self._view.set_life(life)
        is_office = self._session.about.office
        if not until:
            text = self.tr("Chưa nộp được: gửi yêu cầu, rồi cài danh bạ do cơ quan nhận gửi về.")
            chip = self.tr("Chưa có chứng thư")
            if is_office:
                chip = self.tr("Chưa được cấp trên chứng nhận")
            # Most offices have nobody above them: no warning that is always there.
            self._view.set_state(chip, "neutral" if is_office else "warning", office, text)
            return
        last = date.fromisoformat(until).strftime("%d/%m/%Y")
        text = self.tr("Đã ký và nộp được. Khi cơ quan nhận gửi danh bạ mới, cài ở bước 2.")
        if life.ends_soon and not is_office:
            text = self.tr("Chứng thư sắp hết hạn: bấm Gia hạn, không phải đọc vân tay lại.")
            if not life.certified:
                text = self.tr("Chứng thư đã hết hạn: tạo tệp yêu cầu như lần đầu ở bước 1.")
            chip = self.tr("Có chứng thư đến {day}").format(day=last)
            self._view.set_state(chip, "warning", office, text)
            return
        chip = self.tr("Có chứng thư đến {day}").format(day=last)
        self._view.set_state(chip, "done", office, text)

    def _request(self, target: str, passphrase: str) -> None:
        path = Path(target)

        def made(asked: Asked) -> None:
            self._request_file = path
            self._view.show_request(asked.fingerprint)
            said = self.tr("Đã ghi tệp yêu cầu {name}.").format(name=path.name)
            self._context.failures.say(said)

        choice = self._choice if self._view.on_token.isChecked() else None

        def work(workspace: Workspace) -> Asked:
            if choice is not None:
                return request_with_token(workspace, path, choice)
            return make_request(workspace, path, ca_passphrase=passphrase)

        self._session.change(work, made)

    def _choose_key(self) -> None:
        choose_key(self._view, self._context, self._use_key)

    def _use_key(self, choice: TokenChoice, passphrase: str) -> None:
        """Ask for a certificate with the key; an office gives it one itself."""
        if not self._session.about.office:
            self._choice = choice
            self._view.on_token.setChecked(True)
            self._view.save()
            return

        def certified(_: object) -> None:
            self._context.failures.say(self.tr("Từ nay ký bằng khóa trên token."))

        self._session.change(
            lambda workspace: certify_own_token(workspace, choice, ca_passphrase=passphrase),
            certified,
        )

    def _renew(self, target: str) -> None:
        path = Path(target)
        text = self.tr("Đã ghi {name}. Chuyển cho cơ quan nhận; không phải đọc vân tay.")
        self._session.change(
            lambda workspace: renew_request(workspace, path),
            lambda _: self._context.failures.say(text.format(name=path.name)),
        )

    def _hand_over(self, target: str, said: HandingOver) -> None:
        path = Path(target)
        text = self.tr("Đã ghi {name}, hai người đã ký. {person} cài danh bạ gửi về là ký được.")

        def signed(asked: Asked) -> None:
            self._context.failures.say(text.format(name=path.name, person=asked.person))
            self._print_minutes(path)

        self._session.change(
            lambda workspace: hand_over_request(
                workspace, path, said.successor, said.passphrase, said.on
            ),
            signed,
        )

    def _print_minutes(self, path: Path) -> None:
        self.paper_asked.emit(PaperWanted(MINUTES, bundle=path))

    def _lost(self, target: str) -> None:
        path = Path(target)

        def made(asked: Asked) -> None:
            self._request_file = path
            self._view.show_request(asked.fingerprint)
            said = self.tr("Đã tạo khóa mới và ghi {name}. Gọi cơ quan nhận, đọc vân tay.")
            self._context.failures.say(said.format(name=path.name))

        self._session.change(lambda workspace: make_request(workspace, path, lost=True), made)

    def _print(self) -> None:
        if self._request_file is not None:
            self.paper_asked.emit(PaperWanted(FINGERPRINT, bundle=self._request_file))

    def _look(self, chosen: str) -> None:
        path = Path(chosen)

        def found(fingerprints: tuple[str, ...]) -> None:
            self._directory, self._fingerprints = path, fingerprints
            self._view.show_authority(fingerprints[0] if fingerprints else "")
            if not fingerprints:
                text = self.tr("Tệp này không phải danh bạ; chọn tệp khác.")
                self._context.failures.say(text, "warning")

        self._session.ask(lambda workspace: show_authorities(workspace, path), found)

    def _install(self) -> None:
        path, fingerprints = self._directory, self._fingerprints
        if path is None or not fingerprints:
            return

        def installed(result: Installed) -> None:
            self._view.show_authority("")
            self._context.failures.say(*self._outcome(result))

        self._session.change(
            lambda workspace: install_directory(workspace, path, fingerprint=fingerprints[0]),
            installed,
        )

    def _outcome(self, result: Installed) -> tuple[str, Tone]:
        version = str(result.version)
        if not result.certified:
            text = self.tr("Đã cài danh bạ số {version}, trong đó chưa có chứng thư của đồng chí.")
            if self._session.about.office:
                text = self.tr("Đã cài danh bạ số {version}; cơ quan chưa được chứng nhận.")
            return text.format(version=version), "warning"
        if not result.newer:
            return self.tr("Danh bạ này hoặc bản mới hơn đã được cài."), "info"
        return self.tr("Đã cài danh bạ số {version}.").format(version=version), "done"


def _state(workspace: Workspace) -> tuple[str, str, Life]:
    """Return the last day of the certificate in ISO form, the office above, what can be done."""
    office = str(workspace.document("directory").get("office_name", ""))
    until, today = certified_until(workspace), workspace.clock.today()
    last = date.fromisoformat(until) if until else None
    age = list_age_above(workspace)
    life = Life(
        certified=last is not None and last >= today,
        ends_soon=last is not None and last - today <= SOON,
        successors=tuple(successors(workspace)),
        today=today,
        list_age=age,
        list_old=age is not None and age > OLD_LIST.days,
        on_token=bool(workspace.opened.slot.tokens),
    )
    return until, office, life
