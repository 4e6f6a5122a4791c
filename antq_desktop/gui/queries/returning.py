"""Returning from wherever something wrong is seen: a bundle, new or judged before, or a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.wording import day, field_label, number, rule_words
from antq_desktop.gui.queries.dialog import Asking, Item, WriteDialog
from antq_desktop.gui.queries.typed_days import typed_day, wrong_day
from antq_desktop.services.looking import show_record
from antq_desktop.services.querying import Wanted, ask, usual_due
from antq_desktop.services.returning import BadRow, bad_rows
from antq_desktop.services.withholding import MOST_LISTED, return_bundle, rows_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.screen import Context, ReturnWanted
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line
    from antq_desktop.store.returned import Query

_BUNDLE = "bundle"
"""The key of the line for the bundle itself; records have numbers."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What may be returned, the records as they are here, the usual last day, and today.

    Of the rows the first ``wrong`` are; the others are there to be chosen.
    """

    rows: Sequence[BadRow]
    lines: Sequence[Line | None]
    due: date | None
    today: date
    wrong: int


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
    wrong = len(rows)
    if wanted.whole and wanted.source is not None:
        known = {row.record for row in rows}
        rows += (row for row in rows_in(workspace, wanted.source) if row.record not in known)
    return _Found(
        rows,
        [workspace.store.queries.line(row.record) for row in rows],
        usual_due(workspace, rows[0].register) if rows else None,
        workspace.clock.today(),
        wrong,
    )


def _show(parent: QWidget, context: Context, wanted: ReturnWanted, found: _Found) -> None:
    if not (found.rows or wanted.whole):
        text = QCoreApplication.translate("Queries", "Gói này không có hồ sơ nào để trả lại.")
        context.failures.say(text, "info")
        return
    items = [
        _item(context, str(at), row, line, chosen=at < found.wrong)
        for at, (row, line) in enumerate(zip(found.rows, found.lines, strict=True))
    ]
    if wanted.whole:
        items.insert(0, _whole(chosen=not found.wrong, listed=len(found.rows)))
    asking = Asking(
        QCoreApplication.translate("Queries", "Trả lại để bổ sung, chỉnh lý"),
        QCoreApplication.translate(
            "Queries", "Đơn vị đọc nguyên văn nội dung này. Không ghi tên người cung cấp tin."
        ),
        QCoreApplication.translate("Queries", "&Trả lại"),
        tuple(items),
        day(found.due) if found.due is not None else "",
    )
    dialog = WriteDialog(
        parent, asking, lambda typed: wrong_day(typed, found.today, context.language)
    )
    dialog.confirmed.connect(lambda texts, typed: _keep(context, wanted, found, texts, typed))
    dialog.open()


def _whole(*, chosen: bool, listed: int) -> Item:
    """Return the line for the bundle itself."""
    name = QCoreApplication.translate("Queries", "Trả lại cả gói, không nhập dòng nào")
    hint = QCoreApplication.translate(
        "Queries",
        "Lời này đi cùng biên nhận. Hồ sơ nào cần sửa thì đánh dấu ở dưới, viết một câu.",
    )
    more = QCoreApplication.translate("Queries", "Chỉ liệt kê {count} hồ sơ đầu của gói.")
    if listed >= MOST_LISTED:
        hint = f"{hint} {more.format(count=number(MOST_LISTED))}"
    return Item(_BUNDLE, name, hint, "", chosen)


def _item(context: Context, key: str, row: BadRow, line: Line | None, *, chosen: bool) -> Item:
    """Return a record of the dialogue; what is wrong with it is offered as the text."""
    language = context.language
    register = context.session.about.catalogue.by_name[row.register]
    book = QCoreApplication.translate("Queries", "số {book}")
    place = QCoreApplication.translate("Queries", "dòng {row}").format(row=number(row.row))
    if line is not None:
        place = f"{book.format(book=line.book or '')}, {line.title}"
    elif row.book:
        place = book.format(book=row.book)
    parts = [register.short_label.text(language), place]
    if row.field is not None:
        parts.append(field_label(register, row.field, language))
    reason = rule_words(row.rule, language)
    return Item(key, " \u00b7 ".join(parts), reason, "", chosen)


def _keep(
    context: Context,
    wanted: ReturnWanted,
    found: _Found,
    texts: Mapping[str, str],
    typed: str,
) -> None:
    due = typed_day(typed, found.today)
    queries = [
        Wanted(
            record=found.rows[int(key)].record,
            text=text,
            field=found.rows[int(key)].field,
            rule=found.rows[int(key)].rule or None,
            due=due,
        )
        for key, text in texts.items()
        if key != _BUNDLE
    ]
    source = wanted.source
    if _BUNDLE in texts and source is not None:
        _return_whole(context, wanted, texts[_BUNDLE], queries)
        return

    def kept(asked: list[Query]) -> None:
        text = QCoreApplication.translate(
            "Queries", "Đã lập {count} yêu cầu. Ghi ra USB ở Hồ sơ trả lại."
        )
        context.failures.say(text.format(count=number(len(asked))))

    context.session.change(lambda workspace: ask(workspace, queries, source), kept)


def _return_whole(
    context: Context, wanted: ReturnWanted, text: str, queries: Sequence[Wanted]
) -> None:
    def returned(verdict: Verdict) -> None:
        del verdict
        said = QCoreApplication.translate("Queries", "Đã trả lại gói. Ký biên nhận để báo đơn vị.")
        more = QCoreApplication.translate(
            "Queries", "Đã trả lại gói và lập {count} yêu cầu. Ký biên nhận, rồi ghi Hồ sơ trả lại."
        )
        context.failures.say(more.format(count=number(len(queries))) if queries else said)
        wanted.then()

    source = wanted.source or ""
    context.session.change(
        lambda workspace: return_bundle(workspace, source, text, queries), returned
    )
