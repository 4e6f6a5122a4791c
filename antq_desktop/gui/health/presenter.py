"""What the self-check does: runs the checks on the worker, rebuilds, backs up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.errors import Refusal
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.media import serve_media
from antq_desktop.gui.common.wording import number
from antq_desktop.gui.failures import Told
from antq_desktop.gui.health.view import CheckRow
from antq_desktop.messages import shown_size, words
from antq_desktop.services.backing_up import newest_backup, order_backup
from antq_desktop.services.checking import self_check

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.health.view import HealthView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.checking import Check
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.backup import Backup

    Found = tuple[list[Check], datetime | None, datetime]


class HealthPresenter(QObject):
    """Connects the form with the services."""

    open_record = Signal(str)
    """No check is about one record; it is here because every screen of the stack has it."""

    def __init__(self, view: HealthView, context: Context) -> None:
        super().__init__()
        self.view = view
        self._context = context
        self._asking = Asking(context.session, view)
        view.check_asked.connect(self.refresh)
        view.rebuild_asked.connect(self._rebuild)
        view.backup_asked.connect(self._back_up)
        view.medium_asked.connect(lambda dialog: serve_media(dialog, context))

    @property
    def widget(self) -> QWidget:
        """The form."""
        return self.view

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Tự kiểm tra")

    def refresh(self) -> None:
        """Check everything."""
        self.view.set_busy(self.tr("Đang kiểm tra…"))
        self._asking.ask(_found, self._show, self._failed)

    def may_leave(self, then: Callable[[], None]) -> None:
        """Let the person go; what runs, runs on."""
        then()

    def _rebuild(self) -> None:
        self.view.set_busy(self.tr("Đang dựng lại danh sách…"))

        def rebuilt(found: Found) -> None:
            self._show(found)
            self._context.failures.say(self.tr("Đã dựng lại danh sách và tìm kiếm."))

        self._asking.change(
            lambda workspace: _found(workspace, rebuild=True), rebuilt, self._failed
        )

    def _back_up(self, folder: str) -> None:
        self.view.set_busy(self.tr("Đang sao lưu…"))

        def made(backup: Backup) -> None:
            text = self.tr("Đã sao lưu và kiểm tra lại: {name}")
            text = text.format(name=backup.path.name)
            if backup.left:
                lacks = self.tr(
                    "Sổ sách và khóa đã có đủ. {count} tệp của gói và tệp đính kèm không vừa: USB"
                    " cần thêm {size}, dùng USB lớn hơn rồi sao lưu lại."
                ).format(
                    count=number(backup.left),
                    size=shown_size(backup.short, self._context.language),
                )
                self._context.failures.told.emit(Told(text, lacks, tone="warning"))
            else:
                self._context.failures.say(text)
            self.refresh()

        def work(workspace: Workspace) -> Backup:
            target = Path(folder)
            if not target.is_dir():  # a stick that was pulled out; its folder is not to be made
                raise Refusal("medium.missing", name=target.name)
            return order_backup(workspace, target)

        self._asking.ask(work, made, self._failed)

    def _show(self, found: Found) -> None:
        checks, newest, now = found
        self.view.set_busy("")
        self.view.set_rows([self._row(check) for check in checks])
        if newest is None:
            age = self.tr("Chưa có bản sao lưu nào trên máy này.")
        else:
            days = (now - newest).days
            ago = self.tr("cách đây {days} ngày").format(days=days) if days > 0 else ""
            age = self.tr("Bản gần nhất trên máy này: {time} ({ago}).").format(
                time=newest.strftime("%H:%M %d/%m/%Y"), ago=ago or self.tr("trong 24 giờ qua")
            )
        self.view.set_backup_age(age)

    def _row(self, check: Check) -> CheckRow:
        said = words(check.message_id, self._context.language, check.values)
        action = said.action
        if check.name == "projections":
            action = self.tr("Bấm Dựng lại danh sách.")
        return CheckRow(self._name(check.name), check.ok, said.text, action)

    def _name(self, check: str) -> str:
        names = {
            "database": self.tr("Cơ sở dữ liệu"),
            "journal": self.tr("Nhật ký"),
            "projections": self.tr("Danh sách và tìm kiếm"),
            "fonts": self.tr("Phông chữ để in"),
            "clock": self.tr("Đồng hồ"),
            "space": self.tr("Chỗ trống"),
            "backup": self.tr("Sao lưu"),
            "recovery": self.tr("Khôi phục"),
            "lost": self.tr("Khóa ký đã mất"),
            "files": self.tr("Tệp của gói"),
            "certificate": self.tr("Chứng thư"),
            "token": self.tr("USB token"),
            "revocations": self.tr("Danh sách thu hồi"),
            "attachments": self.tr("Tệp đính kèm"),
        }
        return names[check]

    def _failed(self, error: BaseException) -> None:
        self.view.set_busy("")
        self._context.failures.show(error)


def _found(workspace: Workspace, *, rebuild: bool = False) -> Found:
    checks = self_check(workspace, rebuild=rebuild)
    return checks, newest_backup(workspace.paths), workspace.clock.now()
