"""Handing a record over from its form: what is asked, the paper seen before, the file written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.attachments import attached_of
from antq_desktop.domain.fields import Travel
from antq_desktop.gui.cases.dialog import Asked, BodyRow, Chosen, FileRow, HandingDialog
from antq_desktop.gui.common.files import choose_folder
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.messages import shown_size
from antq_desktop.services.case_bodies import bodies_of, body_named
from antq_desktop.services.case_paper import transfer_form
from antq_desktop.services.case_weighing import Wanted, weigh
from antq_desktop.services.delivering import deliver
from antq_desktop.services.handing_over import hand_over
from antq_desktop.services.looking import history
from antq_desktop.services.saving import own_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from antq_desktop.domain.attachments import Attached
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.case_bodies import Body
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

    Show = Callable[[PaperWanted], object]

_REPORTS = "crime_reports"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a record before it is handed over."""

    register: str
    book: str
    bodies: list[Body]
    files: tuple[Attached, ...]
    revisions: int
    confidential: bool
    forwarded: bool


def open_handing(parent: QWidget, context: Context, record: str, show: Show) -> None:
    """Ask to whom a record goes; ``show`` opens the transfer form before it is signed."""

    def read(workspace: Workspace) -> _Known:
        last = own_record(workspace, record)
        files = attached_of(last.shared, last.private)
        secret = any(one.travel is Travel.CONFIDENTIAL for one in files)
        return _Known(
            last.header.register,
            last.book,
            bodies_of(workspace),
            files,
            len(history(workspace, record)),
            secret or last.header.confidential is not None,
            "forward_at" in last.shared or last.header.register != _REPORTS,
        )

    context.session.ask(read, lambda known: _ask(parent, context, record, known, show))


def _ask(parent: QWidget, context: Context, record: str, known: _Known, show: Show) -> None:
    if not known.bodies:
        text = QCoreApplication.translate(
            "Cases", "Danh bạ chưa có nơi nhận nào. Cài danh bạ mới của cơ quan nhận."
        )
        context.failures.say(text, "warning")
        return
    dialog = HandingDialog(parent, _asked(context, known))
    dialog.preview_asked.connect(lambda chosen: show(_paper(record, chosen)))
    dialog.confirmed.connect(lambda chosen: _sign(parent, context, record, chosen))
    dialog.open()
    dialog.reason.setFocus()


def _asked(context: Context, known: _Known) -> Asked:
    translate, language = QCoreApplication.translate, context.language
    register = context.session.about.catalogue.by_name[known.register]
    name = translate("Cases", "{register}, số {book}").format(
        register=register.label.text(language), book=known.book
    )
    hint = ""
    if not known.forwarded:
        hint = translate(
            "Cases", "Hồ sơ chưa ghi ngày giờ và nơi chuyển nguồn tin: ghi vào sổ trước khi chuyển."
        )
    return Asked(
        translate("Cases", "Chuyển hồ sơ cho cơ quan khác"),
        name,
        [BodyRow(one.unit.text, one.name, bool(one.seals)) for one in known.bodies],
        [_file(context, one) for one in known.files],
        known.revisions,
        known.confidential,
        hint,
    )


def _file(context: Context, one: Attached) -> FileRow:
    sealed = one.travel is Travel.CONFIDENTIAL
    unnamed = QCoreApplication.translate("Cases", "Tệp niêm phong")
    size = shown_size(one.size, context.language)
    return FileRow(one.id, f"{one.name or unnamed} \u00b7 {size}", sealed)


def _wanted(workspace: Workspace, record: str, chosen: Chosen) -> Wanted:
    return Wanted(
        records=(record,),
        to=body_named(workspace, chosen.body),
        reason=chosen.reason,
        number=chosen.number,
        whole=chosen.whole,
        seal_reason=chosen.seal_reason,
        stay=chosen.stay,
    )


def _paper(record: str, chosen: Chosen) -> PaperWanted:
    def make(workspace: Workspace) -> Paper:
        wanted = _wanted(workspace, record, chosen)
        return transfer_form(workspace, weigh(workspace, wanted)[0], wanted)

    return PaperWanted("case-transfer", record, made=make)


def _sign(parent: QWidget, context: Context, record: str, chosen: Chosen) -> None:
    def done(row: Outgoing) -> None:
        title = QCoreApplication.translate("Cases", "Ghi gói chuyển hồ sơ vào thư mục")
        choose_folder(parent, title, lambda folder: write_out(context, row, Path(folder)))

    context.session.change(
        lambda workspace: hand_over(workspace, _wanted(workspace, record, chosen)), done
    )


def write_out(context: Context, row: Outgoing, folder: Path) -> None:
    """Write a signed file to a folder; one that fails is written again from the outbox."""

    def done(path: Path) -> None:
        text = QCoreApplication.translate(
            "Cases", "Đã ghi {name} và đọc lại khớp. An toàn để rút USB."
        )
        context.failures.say(text.format(name=path.name))

    context.session.change(lambda workspace: deliver(workspace, row, folder / row.file), done)
