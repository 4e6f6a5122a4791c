"""What the screen "Gốc tin cậy khác" does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from antq_desktop.gui.anchors.dialogs import AddAnchorDialog, AssignDialog
from antq_desktop.gui.anchors.listing import TrustRow
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.failures import told
from antq_desktop.services.anchoring import add_anchor, assign, look_at, remove_anchor, take_list
from antq_desktop.services.anchors_known import (
    assignable_units,
    assigned,
    further_anchors,
    leaving,
)
from antq_desktop.services.revoking import between
from antq_desktop.services.unit_tree import find_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.domain.units import Unit
    from antq_desktop.gui.anchors.dialogs import AssignedTo
    from antq_desktop.gui.anchors.view import AnchorsView
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.anchors_known import (
        Assigned,
        AssignedRole,
        FurtherAnchor,
        Leaving,
        Shown,
        Standing,
    )
    from antq_desktop.services.workspace import Workspace

_DAY = "%d/%m/%Y"


class AnchorsPresenter(ScreenPresenter):
    """Connects the screen with the further anchors."""

    def __init__(self, view: AnchorsView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._session = context.session
        view.set_may_change(head=self._session.about.head)
        view.root_chosen.connect(lambda chosen: self._look(Path(chosen)))
        view.list_chosen.connect(lambda chosen: self._take_list(Path(chosen)))
        view.signer_chosen.connect(lambda chosen: self._look_at_signer(Path(chosen)))
        view.removal_asked.connect(self._ask_removal)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Gốc tin cậy khác")

    def refresh(self) -> None:
        """Read what is trusted."""
        self._session.ask(
            lambda workspace: (further_anchors(workspace), assigned(workspace)), self._show
        )

    def _show(self, known: tuple[list[FurtherAnchor], list[Assigned]]) -> None:
        anchors, certificates = known
        self._view.roots.set_rows([self._anchor(one) for one in anchors])
        self._view.signers.set_rows([self._assigned(one) for one in certificates])

    def _anchor(self, one: FurtherAnchor) -> TrustRow:
        state, tone = self._state(one.standing)
        kind = self.tr("Gốc") if one.root else self.tr("Dưới gốc")
        cells = (one.shown.name, state, kind, one.shown.until.strftime(_DAY), self._list(one))
        hints: dict[Standing, str] = {
            "unlisted": self.tr(
                "Gói ký dưới gốc này được giữ lại chờ quyết định. Nạp danh sách thu hồi."
            ),
            "list_ended": self.tr(
                "Gói đến sau ngày quá hạn được giữ lại chờ quyết định. Nạp danh sách mới."
            ),
            "rootless": self.tr("Gốc ở trên đã bỏ: gói ký dưới cơ quan này bị từ chối."),
        }
        hint = hints.get(one.standing, "")
        return TrustRow(one.shown.fingerprint, cells, tone, hint, self._facts(one.shown))

    def _list(self, one: FurtherAnchor) -> str:
        if one.list_due is None:
            return self.tr("Chưa có")
        due = one.list_due.strftime(_DAY)
        if not one.list_days:
            return self.tr("Lập hôm nay, hạn {due}").format(due=due)
        text = self.tr("Lập cách đây {days} ngày, hạn {due}")
        return text.format(days=one.list_days, due=due)

    def _assigned(self, one: Assigned) -> TrustRow:
        state, tone = self._state(one.standing)
        role = self.tr("Chỉ huy") if one.role == "head" else self.tr("Cán bộ, ký lần 1")
        cells = (one.person, state, one.unit_name, role, one.shown.until.strftime(_DAY))
        hints: dict[Standing, str] = {
            "revoked": self.tr("Gói ký bằng chứng thư này bị từ chối. Người ký xin chứng thư mới."),
            "ended": self.tr("Gói ký bằng chứng thư này bị từ chối. Xin chứng thư mới rồi gắn."),
            "rootless": self.tr("Gốc ở trên đã bỏ: gói ký bằng chứng thư này bị từ chối."),
        }
        hint = hints.get(one.standing, "")
        return TrustRow(one.shown.fingerprint, cells, tone, hint, self._facts(one.shown))

    def _state(self, standing: Standing) -> tuple[str, Tone]:
        names: dict[Standing, tuple[str, Tone]] = {
            "good": (self.tr("Dùng được"), "done"),
            "unlisted": (self.tr("Chưa có danh sách"), "warning"),
            "list_ended": (self.tr("Danh sách quá hạn"), "warning"),
            "early": (self.tr("Chưa có hiệu lực"), "warning"),
            "ended": (self.tr("Hết hạn"), "error"),
            "revoked": (self.tr("Đã thu hồi"), "error"),
            "rootless": (self.tr("Không còn gốc"), "error"),
        }
        return names[standing]

    def _facts(self, shown: Shown) -> str:
        text = self.tr("Chủ thể: {subject}\nNơi cấp: {issuer}\nSố: {serial}\nHết hạn: {day}")
        return text.format(
            subject=shown.subject,
            issuer=shown.issuer,
            serial=shown.serial,
            day=shown.until.strftime(_DAY),
        )

    def _look(self, path: Path) -> None:
        self._session.ask(lambda _: look_at(path), lambda shown: self._ask_add(path, shown))

    def _ask_add(self, path: Path, shown: Shown) -> None:
        dialog = AddAnchorDialog(self._view, self._facts(shown))

        def add(fingerprint: str) -> None:
            text = self.tr("Đã thêm {name}. Nạp danh sách thu hồi, rồi gắn chứng thư với đơn vị.")
            self._change(
                dialog,
                lambda workspace: add_anchor(workspace, path, fingerprint),
                text.format(name=shown.name),
            )

        dialog.confirmed.connect(add)
        dialog.open()
        dialog.typed.setFocus()

    def _take_list(self, path: Path) -> None:
        text = self.tr("Đã nạp danh sách thu hồi của {name}, hạn {day}.")
        late = self.tr("Đã nạp danh sách thu hồi của {name}, nhưng đã quá hạn {day}.")
        more = self.tr("{text} Có gói đến trong lúc khóa đã mất: quyết ở Đơn vị và chứng thư.")

        def taken(outcome: tuple[FurtherAnchor, bool]) -> None:
            found, waiting = outcome
            day = found.list_due.strftime(_DAY) if found.list_due is not None else ""
            said = (late if found.ended else text).format(name=found.shown.name, day=day)
            if waiting:
                said = more.format(text=said)
            self._context.failures.say(said, "warning" if found.ended or waiting else "done")

        def work(workspace: Workspace) -> tuple[FurtherAnchor, bool]:
            found = take_list(workspace, path)
            theirs = [one for one in between(workspace) if not one.certified.workspace]
            return found, any(one.open for one in theirs)

        self._session.change(work, taken)

    def _look_at_signer(self, path: Path) -> None:
        def read(workspace: Workspace) -> tuple[Shown, tuple[Unit, ...]]:
            return look_at(path), assignable_units(workspace)

        self._session.ask(read, lambda found: self._ask_assign(path, *found))

    def _ask_assign(self, path: Path, shown: Shown, units: tuple[Unit, ...]) -> None:
        known = [(unit.key.text, f"{unit.name} ({unit.key.code})") for unit in units]
        dialog = AssignDialog(self._view, self._facts(shown), shown.name, known)

        def give(to: AssignedTo) -> None:
            def work(workspace: Workspace) -> Assigned:
                unit = find_unit(workspace, to.unit, workspace.clock.today())
                role: AssignedRole = "head" if to.role == "head" else "officer"
                return assign(workspace, path, unit, role, to.person)

            text = self.tr("Đã gắn chứng thư của {person}. Gói bị từ chối trước đó thì nhập lại.")
            self._change(dialog, work, text.format(person=to.person.strip()))

        dialog.confirmed.connect(give)
        dialog.open()
        dialog.unit.setFocus()

    def _change(
        self,
        dialog: AddAnchorDialog | AssignDialog,
        work: Callable[[Workspace], object],
        text: str,
    ) -> None:
        """Do what a dialogue asked for; it closes once that is done, else it says why not."""

        def done(_: object) -> None:
            dialog.accept()
            self._context.failures.say(text)

        def failed(error: BaseException) -> None:
            said = told(error, self._context.language)
            dialog.show_problem(f"{said.text} {said.action}".strip())

        Asking(self._session, dialog).change(work, done, failed)

    def _ask_removal(self, fingerprint: str) -> None:
        def asked(found: Leaving) -> None:
            ask_reason(
                self._view,
                self.tr("Bỏ {name}").format(name=found.shown.name),
                self._changes(found),
                self.tr("&Bỏ"),
                lambda reason: self._remove(fingerprint, reason),
            )

        self._session.ask(lambda workspace: leaving(workspace, fingerprint), asked)

    def _changes(self, found: Leaving) -> str:
        """Say what would change, a line each."""
        authority = self.tr("– Cơ quan chứng thực {name} không còn được tin.")
        signer = self.tr("– Gói mới do {person}, {unit}, ký bị từ chối.")
        lines = [authority.format(name=each.shown.name) for each in found.authorities]
        lines += [
            signer.format(person=one.person, unit=one.unit_name) for one in found.certificates
        ]
        if not lines:
            lines = [self.tr("– Không chứng thư nào đã gắn phải đổi.")]
        head = self.tr("Từ lúc bỏ:")
        return "\n".join([head, *lines, self.tr("Gói nhận trước đó vẫn đúng.")])

    def _remove(self, fingerprint: str, reason: str) -> None:
        text = self.tr("Đã bỏ. Gói nhận trước đó vẫn đúng.")
        self._session.change(
            lambda workspace: remove_anchor(workspace, fingerprint, reason),
            lambda _: self._context.failures.say(text),
        )
