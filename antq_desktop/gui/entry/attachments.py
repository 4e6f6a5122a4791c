"""The files of the record that is open: attached, looked at, saved outside, taken off."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.attachments import MEDIA, default_travel
from antq_desktop.domain.fields import Travel
from antq_desktop.gui.common.files import choose_folder
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.entry.attachment_dialogs import AttachDialog, AttachmentDialog
from antq_desktop.gui.entry.attachments_panel import AttachmentsPanel, FileLine
from antq_desktop.gui.entry.scans import Scans
from antq_desktop.gui.entry.wording import ask_why_revealed, heading
from antq_desktop.messages import shown_size
from antq_desktop.services.attaching import Pasted, attach, detach
from antq_desktop.services.attachments import attachments_of, read_attachment, save_attachment
from antq_desktop.services.editing import form_of
from antq_desktop.services.scans import attach_scans

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.entry.draft import OpenForm
    from antq_desktop.gui.entry.scans import PickedScans
    from antq_desktop.gui.entry.view import EntryView
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme, Tone
    from antq_desktop.messages import Language
    from antq_desktop.services.attachments import Item
    from antq_desktop.services.editing import FormData
    from antq_desktop.services.scans import Attachment
    from antq_desktop.services.workspace import Workspace

    Sources = Sequence[Path | Pasted]

T = TypeVar("T")


class Attachments(QObject):
    """Keeps the panel below the fields; every act of it is saved by itself."""

    failed = Signal(object)
    told = Signal(str)
    warned = Signal(str)
    saved = Signal(str)
    """The id of a record whose files have changed."""

    def __init__(
        self, view: EntryView, theme: Theme, session: Session, asking: Asking, language: Language
    ) -> None:
        super().__init__(view)
        self._view, self._theme, self._session = view, theme, session
        self._asking, self._language = asking, language
        self._form: OpenForm | None = None
        self._items: dict[str, Item] = {}
        self.panel: AttachmentsPanel | None = None
        self.scans = Scans(self, theme, session, asking, language)
        self.scans.failed.connect(self.failed)
        self.scans.picked.connect(self._bring_scans)

    def offer(self, now: OpenForm) -> None:
        """Put the panel into a form; a record that was never saved has no files yet."""
        self._form, self._items = now, {}
        panel = AttachmentsPanel(self._theme)
        panel.files_brought.connect(lambda paths: self._bring([Path(one) for one in paths]))
        panel.picture_pasted.connect(self._paste)
        panel.scans_asked.connect(lambda: self.scans.begin(self._view))
        panel.open_asked.connect(self._open)
        panel.save_asked.connect(self._save)
        panel.detach_asked.connect(self._detach)
        self.panel = panel
        self._view.add_panel(self.tr("Tệp đính kèm"), panel)
        self._let(now)
        if now.data.record is not None:
            self._read(now)

    def _let(self, now: OpenForm) -> None:
        if self.panel is None:
            return
        if now.data.record is None:
            hint = self.tr("Lưu hồ sơ trước (bản nháp cũng được), rồi đính kèm ảnh hoặc PDF.")
        elif now.data.writable:
            hint = self.tr("Kéo thả ảnh hoặc PDF vào đây, dán ảnh (Ctrl+V), hoặc chọn tệp.")
        else:
            hint = ""
        writable = now.data.writable and now.data.record is not None
        self.panel.set_writable(writable=writable, hint=hint)

    def _read(self, now: OpenForm) -> None:
        record = now.data.record or ""
        self._asking.ask(
            lambda workspace: attachments_of(workspace, record),
            lambda found: self._show(now, found),
        )

    def _show(self, now: OpenForm, found: Sequence[Item]) -> None:
        if now is not self._form or self.panel is None:
            return
        self._items = {one.attached.id: one for one in found}
        self.panel.show_lines([self._line(one) for one in found])

    def _line(self, item: Item) -> FileLine:
        one = item.attached
        if one.name is not None:
            name = one.name
        elif one.travel is Travel.CONFIDENTIAL:
            name = self.tr("Tệp niêm phong {number}").format(number=item.place)
        else:
            name = self.tr("Tệp {number}").format(number=item.place) + MEDIA[one.media]
        travels = {
            Travel.SHARED: self.tr("Gửi lên cấp trên"),
            Travel.PRIVATE: self.tr("Ở lại đơn vị"),
            Travel.CONFIDENTIAL: self.tr("Niêm phong, không gửi"),
        }
        states: dict[str, tuple[str, Tone]] = {
            "here": (self.tr("Đủ"), "neutral"),
            "missing": (self.tr("Chưa có hoặc đã mất"), "warning"),
            "damaged": (self.tr("Hỏng: khôi phục từ sao lưu"), "error"),
        }
        size = shown_size(one.size, self._language)
        return FileLine(one.id, name, size, travels[one.travel], *states[item.state])

    def _bring(self, sources: Sources) -> None:
        self._ask_how(len(sources), partial(self._attach, sources))

    def _bring_scans(self, picked: PickedScans) -> None:
        count = 1 if picked.join else len(picked.scans)
        self._ask_how(count, partial(self._attach_scans, picked, count))

    def _ask_how(self, count: int, then: Callable[[OpenForm, Travel, str], object]) -> None:
        """Ask how files go and why they are added; ``then`` gets the answers."""
        now = self._form
        if now is None or now.data.record is None or not now.data.writable:
            return
        usual = default_travel(now.register)
        dialog = AttachDialog(self._view, count, usual, registered=now.data.registered)
        dialog.chosen.connect(lambda travel, reason: then(now, Travel(travel), reason))
        dialog.open()

    def _paste(self, content: bytes) -> None:
        self._bring([Pasted(self.tr("Ảnh dán") + ".png", content)])

    def _attach(self, sources: Sources, now: OpenForm, travel: Travel, reason: str) -> None:
        record = now.data.record or ""
        done = self.tr("Đã đính kèm {count} tệp.").format(count=len(sources))
        self._change(
            now,
            lambda workspace: attach(workspace, record, sources, travel, reason=reason or None),
            lambda _: self.told.emit(done),
        )

    def _attach_scans(
        self, picked: PickedScans, count: int, now: OpenForm, travel: Travel, reason: str
    ) -> None:
        record = now.data.record or ""

        def work(workspace: Workspace) -> Attachment:
            how = {"join": picked.join, "remove": picked.remove}
            return attach_scans(
                workspace, record, picked.scans, travel, reason=reason or None, **how
            )

        def done(made: Attachment) -> None:
            told = self.tr("Đã đính kèm {count} tệp.").format(count=count)
            if made.left:
                self.warned.emit(
                    self.tr("{told} Không xóa được bản gốc {names}: hãy tự xóa.").format(
                        told=told, names=", ".join(made.left)
                    )
                )
            elif picked.remove:
                self.told.emit(self.tr("{told} Đã xóa bản gốc trong thư mục.").format(told=told))
            else:
                self.told.emit(self.tr("{told} Bản gốc vẫn còn trong thư mục.").format(told=told))

        self._change(now, work, done)

    def _detach(self, attachment: str) -> None:
        now = self._form
        if now is None or now.data.record is None:
            return
        record = now.data.record
        if now.data.registered:
            kept = self.tr("Tệp vẫn còn trong các bản trước của hồ sơ. Lý do chỉ lưu ở đơn vị.")
        else:
            kept = self.tr("Hồ sơ còn là bản nháp: tệp bị xóa hẳn khỏi máy.")
        ask_reason(
            self._view,
            self.tr("Gỡ tệp đính kèm"),
            kept,
            self.tr("Gỡ tệp"),
            lambda reason: self._change(
                now,
                lambda workspace: detach(workspace, record, attachment, reason=reason),
                lambda _: self.told.emit(self.tr("Đã gỡ tệp đính kèm.")),
            ),
        )

    def _change(
        self, now: OpenForm, work: Callable[[Workspace], T], tell: Callable[[T], object]
    ) -> None:
        register, record = now.register.name, now.data.record or ""

        def changed(made: T) -> None:
            tell(made)
            self.saved.emit(record)
            self._asking.ask(
                lambda workspace: form_of(workspace, register, record),
                lambda data: self._changed(now, data),
            )

        self._asking.change(work, changed, self.failed.emit)

    def _changed(self, now: OpenForm, data: FormData) -> None:
        """Let the form stand on the new revision; what is being typed is left alone."""
        if now is self._form:
            now.data = data
            self._view.set_head(*heading(data, self._language))
            self._read(now)

    def _with_reason(self, attachment: str, then: Callable[[str | None], object]) -> None:
        """Ask why a sealed file is looked at; nothing is asked for the others."""
        item = self._items.get(attachment)
        if item is None:
            return
        if item.attached.travel is Travel.CONFIDENTIAL:
            ask_why_revealed(self._view, then)
        else:
            then(None)

    def _open(self, attachment: str) -> None:
        now = self._form
        if now is None or now.data.record is None:
            return
        record = now.data.record

        def run(reason: str | None) -> None:
            self._asking.change(
                lambda workspace: read_attachment(workspace, record, attachment, reason=reason),
                lambda found: self._preview(attachment, *found),
                self.failed.emit,
            )

        self._with_reason(attachment, run)

    def _preview(self, attachment: str, name: str, content: bytes) -> None:
        item = self._items.get(attachment)
        if item is not None:
            pdf = item.attached.media == "application/pdf"
            AttachmentDialog(self._view, self._asking, name, content, pdf=pdf).open()

    def _save(self, attachment: str) -> None:
        now = self._form
        if now is None or now.data.record is None:
            return
        record = now.data.record

        def run(reason: str | None) -> None:
            choose_folder(self._view, self.tr("Lưu bản sao vào"), partial(write, reason))

        def write(reason: str | None, folder: str) -> None:
            self._asking.change(
                lambda workspace: save_attachment(
                    workspace, record, attachment, Path(folder), reason=reason
                ),
                lambda path: self.told.emit(
                    self.tr("Đã lưu bản sao {name}; việc này có trong nhật ký.").format(
                        name=path.name
                    )
                ),
                self.failed.emit,
            )

        self._with_reason(attachment, run)
