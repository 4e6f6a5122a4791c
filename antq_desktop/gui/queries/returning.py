"""Returning from wherever something wrong is seen: a bundle, new or judged before, or a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.wording import day, field_label, number, rule_words
from antq_desktop.gui.queries.dialog import Asking, Item, WriteDialog
from antq_desktop.gui.queries.typed_days import typed_day
from antq_desktop.services.looking import show_record
from antq_desktop.services.querying import Wanted, ask, usual_due
from antq_desktop.services.returning import BadRow, bad_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.screen import Context, ReturnWanted
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line
    from antq_desktop.store.returned import Query


@dataclass(frozen=True, slots=True)
class _Found:
    """What may be returned, the records as they are here, the usual last day, and today."""

    rows: Sequence[BadRow]
    lines: Sequence[Line | None]
    due: date | None
    today: date


def open_return(parent: QWidget, context: Context, wanted: ReturnWanted) -> None:
    """Show what may be returned, and keep what the person writes."""
    context.session.ask(
        lambda workspace: _find(workspace, wanted),
        lambda found: _show(parent, context, wanted, found),
    )


def _find(workspace: Workspace, wanted: ReturnWanted) -> _Found:
    rows: list[BadRow] = []
    if wanted.record is not None:
        line = show_record(workspace, wanted.record).line
        rows = [BadRow(line.record, line.register, 0, line.number, wanted.field, "")]
    elif wanted.source is not None:
        rows = bad_rows(workspace, wanted.source, wanted.reasons)
    return _Found(
        rows,
        [workspace.store.queries.line(row.record) for row in rows],
        usual_due(workspace, rows[0].register) if rows else None,
        workspace.clock.today(),
    )


def _show(parent: QWidget, context: Context, wanted: ReturnWanted, found: _Found) -> None:
    if not found.rows:
        text = QCoreApplication.translate("Queries", "Gói này không có hồ sơ nào để trả lại.")
        context.failures.say(text, "info")
        return
    items = tuple(
        _item(context, str(at), row, line)
        for at, (row, line) in enumerate(zip(found.rows, found.lines, strict=True))
    )
    asking = Asking(
        QCoreApplication.translate("Queries", "Trả lại để bổ sung, chỉnh lý"),
        QCoreApplication.translate(
            "Queries", "Đơn vị đọc nguyên văn nội dung này. Không ghi tên người cung cấp tin."
        ),
        QCoreApplication.translate("Queries", "&Trả lại"),
        items,
        day(found.due) if found.due is not None else "",
    )
    dialog = WriteDialog(parent, asking)
    dialog.confirmed.connect(lambda texts, typed: _keep(context, wanted, found, texts, typed))
    dialog.open()


def _item(context: Context, key: str, row: BadRow, line: Line | None) -> Item:
    """Return a record of the dialogue; what is wrong with it is offered as the text."""
    language = context.language
    register = context.session.about.catalogue.by_name[row.register]
    place = QCoreApplication.translate("Queries", "dòng {row}").format(row=number(row.row))
    if line is not None:
        place = QCoreApplication.translate("Queries", "số {book}").format(book=line.book or "")
        place = f"{place}, {line.title}"
    parts = [register.short_label.text(language), place]
    if row.field is not None:
        parts.append(field_label(register, row.field, language))
    reason = rule_words(row.rule, language)
    return Item(key, " \u00b7 ".join(parts), reason, "")


def _keep(
    context: Context,
    wanted: ReturnWanted,
    found: _Found,
    texts: Mapping[str, str],
    typed: str,
) -> None:
    due = typed_day(context, typed, found.today)
    if typed and due is None:
        return
    queries = [
        Wanted(
            record=found.rows[int(key)].record,
            text=text,
            field=found.rows[int(key)].field,
            rule=found.rows[int(key)].rule or None,
            due=due,
        )
        for key, text in texts.items()
    ]

    def kept(asked: list[Query]) -> None:
        text = QCoreApplication.translate(
            "Queries", "Đã lập {count} yêu cầu. Ghi ra USB ở Hồ sơ trả lại."
        )
        context.failures.say(text.format(count=number(len(asked))))

    context.session.change(lambda workspace: ask(workspace, queries, wanted.source), kept)
