"""Handing records over, one from its form or several of a list: what is asked, paper, file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.fields import Travel
from antq_desktop.gui.cases.dialog import (
    Asked,
    BodyRow,
    Chosen,
    FileRow,
    HandingDialog,
    RecordRow,
)
from antq_desktop.gui.common.files import choose_folder
from antq_desktop.gui.common.wording import number
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.messages import shown_size, words
from antq_desktop.services.case_bodies import bodies_of, body_named
from antq_desktop.services.case_choosing import candidates
from antq_desktop.services.case_paper import transfer_form
from antq_desktop.services.case_weighing import Wanted, weigh
from antq_desktop.services.delivering import deliver
from antq_desktop.services.handing_over import hand_over

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from antq_desktop.domain.attachments import Attached
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.case_bodies import Body
    from antq_desktop.services.case_choosing import Candidate
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

    Show = Callable[[PaperWanted], object]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known before records are handed over; ``goes`` are those that can go."""

    found: list[Candidate]
    bodies: list[Body]

    @property
    def goes(self) -> list[Candidate]:
        return [one for one in self.found if one.refusal is None]


def open_handing(parent: QWidget, context: Context, records: Sequence[str], show: Show) -> None:
    """Ask to whom records go; ``show`` opens the transfer form of one before it is signed."""

    def read(workspace: Workspace) -> _Known:
        return _Known(candidates(workspace, records), bodies_of(workspace))

    context.session.ask(read, lambda known: _ask(parent, context, known, show))


def _ask(parent: QWidget, context: Context, known: _Known, show: Show) -> None:
    if not known.bodies:
        text = QCoreApplication.translate(
            "Cases", "Danh bạ chưa có nơi nhận nào. Cài danh bạ mới của cơ quan nhận."
        )
        context.failures.say(text, "warning")
        return
    records = tuple(one.line.record for one in known.goes)
    dialog = HandingDialog(parent, _asked(context, known))
    dialog.preview_asked.connect(lambda chosen: show(_paper(records, chosen)))
    dialog.confirmed.connect(lambda chosen: _sign(parent, context, records, chosen))
    dialog.open()
    dialog.reason.setFocus()


def _asked(context: Context, known: _Known) -> Asked:
    translate, language = QCoreApplication.translate, context.language
    several = len(known.found) > 1
    first = known.found[0].line
    register = context.session.about.catalogue.by_name[first.register].label.text(language)
    title = translate("Cases", "Chuyển hồ sơ cho cơ quan khác")
    text = translate("Cases", "{register}, số {book}").format(register=register, book=first.book)
    hint = ""
    if several:
        title = translate("Cases", "Chuyển {count} hồ sơ cho cơ quan khác")
        title, text = title.format(count=number(len(known.goes))), register
    elif not known.found[0].forwarded:
        hint = _not_forwarded()
    return Asked(
        title,
        text,
        [BodyRow(one.unit.text, one.name, bool(one.seals)) for one in known.bodies],
        [_file(context, each, one, several=several) for each in known.goes for one in each.files],
        max((one.revisions for one in known.goes), default=0),
        any(one.confidential for one in known.goes),
        hint,
        [_record(context, one) for one in known.found] if several else [],
    )


def _not_forwarded() -> str:
    return QCoreApplication.translate(
        "Cases", "Hồ sơ chưa ghi ngày giờ và nơi chuyển nguồn tin: ghi vào sổ trước khi chuyển."
    )


def _record(context: Context, one: Candidate) -> RecordRow:
    draft = QCoreApplication.translate("Cases", "Bản nháp")
    name = " \u00b7 ".join(text for text in (one.line.book or draft, one.line.title) if text)
    why = ""
    if one.refusal is not None:
        why = words(one.refusal.message_id, context.language, one.refusal.values).text
    hint = "" if one.forwarded else _not_forwarded()
    return RecordRow(one.line.record, name, one.confidential, why, hint)


def _file(context: Context, each: Candidate, one: Attached, *, several: bool) -> FileRow:
    sealed = one.travel is Travel.CONFIDENTIAL
    unnamed = QCoreApplication.translate("Cases", "Tệp niêm phong")
    size = shown_size(one.size, context.language)
    text = f"{one.name or unnamed} \u00b7 {size}"
    if several:
        text = f"{each.line.book} \u00b7 {text}"
    return FileRow(one.id, text, sealed, each.line.record)


def _wanted(workspace: Workspace, records: Sequence[str], chosen: Chosen) -> Wanted:
    return Wanted(
        records=records,
        to=body_named(workspace, chosen.body),
        reason=chosen.reason,
        number=chosen.number,
        whole=chosen.whole,
        seal_reason=chosen.seal_reason,
        stay=chosen.stay,
    )


def _paper(records: Sequence[str], chosen: Chosen) -> PaperWanted:
    """Return the transfer form of the record that is marked among those that go."""
    record = next((one for one in records if one == chosen.marked), records[0])

    def make(workspace: Workspace) -> Paper:
        wanted = _wanted(workspace, records, chosen)
        going = {one.record: one for one in weigh(workspace, wanted)}
        return transfer_form(workspace, going[record], wanted)

    return PaperWanted("case-transfer", record, made=make)


def _sign(parent: QWidget, context: Context, records: Sequence[str], chosen: Chosen) -> None:
    def done(row: Outgoing) -> None:
        title = QCoreApplication.translate("Cases", "Ghi gói chuyển hồ sơ vào thư mục")
        choose_folder(parent, title, lambda folder: write_out(context, row, Path(folder)))

    context.session.change(
        lambda workspace: hand_over(workspace, _wanted(workspace, records, chosen)), done
    )


def write_out(context: Context, row: Outgoing, folder: Path) -> None:
    """Write a signed file to a folder; one that fails is written again from the outbox."""

    def done(path: Path) -> None:
        text = QCoreApplication.translate(
            "Cases", "Đã ghi {name} và đọc lại khớp. An toàn để rút USB."
        )
        context.failures.say(text.format(name=path.name))

    context.session.change(lambda workspace: deliver(workspace, row, folder / row.file), done)
