"""What the self-check does: runs the checks on the worker, rebuilds, backs up."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from antq_desktop.errors import Refusal
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.media import serve_media
from antq_desktop.gui.common.wording import number
from antq_desktop.gui.failures import Told
from antq_desktop.gui.health.moving import Moving
from antq_desktop.gui.health.view import CheckRow
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.messages import label, shown_size, words
from antq_desktop.services.ages import age_of
from antq_desktop.services.backing_up import newest_backup, order_backup
from antq_desktop.services.check_sheet import check_name, check_paper
from antq_desktop.services.checking import examine, steadily
from antq_desktop.services.help_file import export_help
from antq_desktop.services.proving import prove_backup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.health.view import HealthView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.ages import Age
    from antq_desktop.services.checking import Check, Examined, GoOn
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.backup import Backup

    Found = tuple[Examined, Age | None]

_MOMENT = "%H:%M %d/%m/%Y"


class HealthPresenter(QObject):
    """Connects the form with the services."""

    open_record = Signal(str)
    """No check is about one record; it is here because every screen of the stack has it."""

    paper_asked = Signal(object)
    """A `PaperWanted`: the result of the test."""

    def __init__(self, view: HealthView, context: Context) -> None:
        super().__init__()
        self.view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._stop = Event()
        self._found: Found | None = None
        view.check_asked.connect(self.refresh)
        view.stop_asked.connect(self._halt)
        view.rebuild_asked.connect(self._rebuild)
        view.prove_asked.connect(self._prove)
        view.paper_asked.connect(self._print)
        view.help_asked.connect(self._export)
        view.backup_asked.connect(self._back_up)
        self._moving = Moving(view, context, self._asking, self.refresh)
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
        self.view.set_busy(self.tr("Đang kiểm tra…"), stops=True)
        self._stop = Event()
        go_on = self._going(self._stop)
        self._asking.ask(lambda workspace: _found(workspace, go_on=go_on), self._show, self._failed)

    def may_leave(self, then: Callable[[], None]) -> None:
        """Let the person go; a test that nobody looks at ends, and what writes goes on."""
        self._stop.set()
        then()

    def _halt(self) -> None:
        self._stop.set()

    def _going(self, stop: Event) -> GoOn:
        """Return what the worker asks at each step: it tells the window how far it is."""
        words = self.tr("Đang kiểm tra: {done}/{total}")

        def go_on(done: int, total: int) -> bool:
            text = words.format(done=number(done + 1), total=number(total))
            self._context.session.post(lambda: self._tell(text, stop))
            return not stop.is_set()

        return go_on

    def _tell(self, text: str, stop: Event) -> None:
        if isValid(self.view) and stop is self._stop and not stop.is_set():
            self.view.set_progress(text)

    def _rebuild(self) -> None:
        self.view.set_busy(self.tr("Đang dựng lại danh sách…"))

        def rebuilt(found: Found) -> None:
            self._show(found)
            self._context.failures.say(self.tr("Đã dựng lại danh sách và tìm kiếm."))

        self._asking.change(
            lambda workspace: _found(workspace, rebuild=True), rebuilt, self._failed
        )

    def _prove(self) -> None:
        self.view.set_busy(self.tr("Đang khôi phục thử…"))

        def proved(backup: Backup) -> None:
            language = self._context.language
            text = label("check.proved", language, revisions=backup.revisions)
            self._context.failures.say(text)
            self.refresh()

        self._asking.ask(prove_backup, proved, self._failed)

    def _print(self) -> None:
        found, language = self._found, self._context.language
        if found is not None:
            examined = found[0]
            self.paper_asked.emit(
                PaperWanted("", made=lambda workspace: check_paper(workspace, examined, language))
            )

    def _export(self, file: str) -> None:
        found, path = self._found, Path(file)
        if found is None:
            return

        def done(_: None) -> None:
            text = label("check.exported", self._context.language, name=path.name)
            self._context.failures.say(text)

        self._asking.ask(
            lambda workspace: export_help(workspace, found[0], path, overwrite=True), done
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
        self._found = found
        examined, newest = found
        self.view.set_rows([self._row(check) for check in examined.checks])
        self.view.set_busy("")
        moved = any(check.name == "moved" for check in examined.checks)
        self.view.set_moving(may=self._context.session.about.head, moved=moved)
        self.view.set_tested(self._tested(examined))
        if newest is None:
            age = self.tr("Chưa có bản sao lưu nào trên máy này.")
        else:
            time = newest.at.strftime(_MOMENT)
            ago = self.tr("cách đây {days} ngày").format(days=newest.days)
            if not newest.sure:
                ago = self.tr("xem lại ngày giờ của máy")
            elif newest.days == 0:
                ago = self.tr("hôm nay")
            age = self.tr("Bản gần nhất trên máy này: {time} ({ago}).").format(time=time, ago=ago)
        self.view.set_backup_age(age)

    def _tested(self, examined: Examined) -> str:
        language = self._context.language
        text = label("check.tested_at", language, at=examined.at.strftime(_MOMENT)) + "."
        if examined.before is None:
            return text
        return f"{text} {label('check.before', language, at=examined.before.strftime(_MOMENT))}"

    def _row(self, check: Check) -> CheckRow:
        said = words(check.message_id, self._context.language, check.values)
        action = said.action
        if check.name == "projections":
            action = self.tr("Bấm Dựng lại danh sách.")
        name = check_name(check.name, self._context.language)
        return CheckRow(name, check.ok, said.text, action)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal) and error.message_id == "check.stopped":
            self.view.set_stopped()
            return
        self.view.set_busy("")
        self._context.failures.show(error)


def _found(workspace: Workspace, *, rebuild: bool = False, go_on: GoOn = steadily) -> Found:
    examined = examine(workspace, rebuild=rebuild, go_on=go_on)
    newest = newest_backup(workspace.paths)
    return examined, None if newest is None else age_of(workspace.clock, newest)
