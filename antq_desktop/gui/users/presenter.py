"""What the screen "Người dùng" does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.roles import COMMANDING, ROLE_LABELS, Access, Role, access_of
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.common.table import Row
from antq_desktop.gui.failures import told
from antq_desktop.gui.users.dialogs import (
    AddDialog,
    PassphraseDialog,
    RenewDialog,
    RoleDialog,
)
from antq_desktop.messages import label
from antq_desktop.services.sealing_to import give_parts
from antq_desktop.services.users import (
    add_user,
    change_passphrase,
    disable_user,
    list_users,
    renew_user,
    set_role,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.users.view import UsersView
    from antq_desktop.store.keyfile import Slot


class UsersPresenter(ScreenPresenter):
    """Connects the screen with the people of the workspace."""

    def __init__(self, view: UsersView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._roles: dict[str, Role] = {}
        view.set_may_change(head=context.session.about.head)
        view.chosen.connect(self._show_rights)
        view.add_asked.connect(self._add)
        view.role_asked.connect(self._give_role)
        view.disable_asked.connect(self._disable)
        view.renew_asked.connect(self._renew)
        view.seal_asked.connect(self._give_parts)
        view.passphrase_asked.connect(self._change_passphrase)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Người dùng")

    def refresh(self) -> None:
        """Read who there is."""
        self._asking.ask(list_users, self._show)

    def _show(self, slots: tuple[Slot, ...]) -> None:
        self._roles = {slot.name: Role(slot.role) for slot in slots}
        own = self._context.session.about.user
        rows = [
            Row(name, (name, self._word(role), self.tr("Đang mở sổ") if name == own else ""))
            for name, role in sorted(self._roles.items())
        ]
        fixed = frozenset(name for name, role in self._roles.items() if role in COMMANDING)
        self._view.set_rows(rows, fixed, own)

    def _word(self, role: Role) -> str:
        return label(ROLE_LABELS[role], self._context.language)

    def _show_rights(self, name: str) -> None:
        role = self._roles.get(name)
        self._view.show_rights(self._rights(role) if role is not None else "")

    def _rights(self, role: Role) -> str:
        about, language = self._context.session.about, self._context.language
        if about.office or role is Role.OFFICER or role in COMMANDING:
            words = self.tr("Nhập, sửa, in mọi sổ.")
            more = self.tr(
                "Ký gói, ký biên nhận, mở phần niêm phong có ghi lý do, quản lý người dùng."
            )
            return f"{words} {more}" if role in COMMANDING else words
        levels = (
            (Access.WRITE, self.tr("Nhập và sửa: {books}.")),
            (Access.OWN, self.tr("Nhập, và chỉ xem hồ sơ tự nhập: {books}.")),
            (Access.READ, self.tr("Chỉ xem: {books}.")),
            (Access.NUMBERS, self.tr("Chỉ thấy số liệu: {books}.")),
            (Access.NONE, self.tr("Không xem: {books}.")),
        )
        lines: list[str] = []
        for level, words in levels:
            books = [
                one.short_label.text(language)
                for one in about.catalogue.registers
                if access_of(role, one.name) is level
            ]
            if books:
                lines.append(words.format(books="; ".join(books)))
        return "\n".join(lines)

    def _offered(self, *, command: bool) -> list[tuple[str, str]]:
        roles = [role for role in Role if command or role not in COMMANDING]
        return [(str(role), self._word(role)) for role in roles]

    def _add(self) -> None:
        dialog = AddDialog(self._view, self._offered(command=True))
        dialog.role.setCurrentIndex(dialog.role.findData(str(Role.OFFICER)))

        def answered(name: str, role: str, passphrase: str) -> None:
            self._asking.change(
                lambda workspace: add_user(workspace, name, Role(role), passphrase),
                lambda slot: self._done(dialog, self.tr("Đã thêm {name}.").format(name=slot.name)),
                lambda error: dialog.show_problem(self._said(error)),
            )

        dialog.answered.connect(answered)
        dialog.open()
        dialog.name.setFocus()

    def _give_role(self, name: str) -> None:
        dialog = RoleDialog(self._view, name, self._offered(command=False))
        dialog.role.setCurrentIndex(dialog.role.findData(str(self._roles[name])))

        def answered(role: str) -> None:
            self._asking.change(
                lambda workspace: set_role(workspace, name, Role(role)),
                lambda slot: self._done(
                    dialog,
                    self.tr("{name}: {role}.").format(
                        name=slot.name, role=self._word(Role(slot.role))
                    ),
                ),
                lambda error: dialog.show_problem(self._said(error)),
            )

        dialog.answered.connect(answered)
        dialog.open()

    def _disable(self, name: str) -> None:
        def then(reason: str) -> None:
            words = self.tr(
                "Đã bỏ {name}. Khi khóa sổ, dữ liệu được ghi lại bằng khóa mới; đề nghị cơ quan"
                " nhận thu hồi chứng thư nếu có."
            )

            def done(_: None) -> None:
                self._context.failures.say(words.format(name=name))
                self.refresh()

            self._asking.change(
                lambda workspace: disable_user(workspace, name, reason=reason), done
            )

        ask_reason(
            self._view,
            self.tr("Bỏ người dùng"),
            self.tr(
                "{name} không mở được sổ nữa; tên vẫn còn trong hồ sơ và nhật ký. Bản sao lưu làm"
                " trước đó vẫn mở được bằng mật khẩu cũ."
            ).format(name=name),
            self.tr("&Bỏ người dùng"),
            then,
        )

    def _renew(self, name: str) -> None:
        dialog = RenewDialog(self._view, name)

        def answered(passphrase: str) -> None:
            words = self.tr("Đã đặt lại mật khẩu cho {name}.").format(name=name)
            self._asking.change(
                lambda workspace: renew_user(workspace, name, passphrase),
                lambda _: self._done(dialog, words),
                lambda error: dialog.show_problem(self._said(error)),
            )

        dialog.answered.connect(answered)
        dialog.open()

    def _give_parts(self, name: str) -> None:
        self._asking.change(
            lambda workspace: give_parts(workspace, name),
            lambda _: self._context.failures.say(
                self.tr("Đang niêm phong lại cho {name}; cứ làm việc khác.").format(name=name),
                "info",
            ),
        )

    def _change_passphrase(self) -> None:
        dialog = PassphraseDialog(self._view)

        def answered(old: str, new: str) -> None:
            self._asking.change(
                lambda workspace: change_passphrase(workspace, new, old=old),
                lambda _: self._done(dialog, self.tr("Đã đổi mật khẩu.")),
                lambda error: dialog.show_problem(self._said(error)),
            )

        dialog.answered.connect(answered)
        dialog.open()
        dialog.old.setFocus()

    def _done(self, dialog: QDialog, words: str) -> None:
        dialog.accept()
        self._context.failures.say(words)
        self.refresh()

    def _said(self, error: BaseException) -> str:
        said = told(error, self._context.language)
        return f"{said.text} {said.action}".strip()
