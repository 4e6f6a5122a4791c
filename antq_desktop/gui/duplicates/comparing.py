"""Opening two records side by side, and what follows what a person decides of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from antq_desktop.domain.duplicates import Decision
from antq_desktop.domain.forms import Hand
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.duplicates.dialog import BesideDialog, BesideShown
from antq_desktop.gui.duplicates.wording import (
    book_words,
    compared_rows,
    decided_words,
    why_words,
)
from antq_desktop.services.duplicates import beside, beside_form, decide, reopen
from antq_desktop.services.saving import void_record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.duplicates import Beside, Pair

    Show = Callable[[str], object]

_DUPLICATE_OF = "duplicate_of"


def open_pair(parent: QWidget, context: Context, first: str, second: str, show: Show) -> None:
    """Show two records side by side, to be decided of; ``show`` opens a record in its form."""
    Asking(context.session, parent).ask(
        lambda workspace: beside(workspace, first, second),
        lambda found: _open(parent, context, found, show),
    )


def open_form(
    parent: QWidget,
    context: Context,
    register: Register,
    values: Mapping[str, object],
    other: str,
) -> None:
    """Show a record beside what stands in the form of a new one: nothing to decide of yet."""
    Asking(context.session, parent).ask(
        lambda workspace: beside_form(workspace, register, values, other),
        lambda found: _open(parent, context, found, lambda _: None),
    )


def _open(parent: QWidget, context: Context, found: Beside, show: Show) -> None:
    dialog = BesideDialog(parent, context.theme, _shown(context, found))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    pair = found.pair
    if pair is not None:
        dialog.decided.connect(
            lambda code, reason: _decide(parent, context, pair, Decision(code), reason, show)
        )
        dialog.reopened.connect(lambda: take_back(parent, context, *pair.key))
    dialog.open()
    dialog.table.setFocus()


def _shown(context: Context, found: Beside) -> BesideShown:
    translate, language, about = QCoreApplication.translate, context.language, context.session.about
    hand = Hand(about.units, found.today, language, found.titles)
    pair = found.pair
    note = ""
    if pair is None:
        note = translate("Duplicates", "Nội dung đang nhập chưa lưu: cứ lưu, quyết định sau.")
    return BesideShown(
        why_words(found.why, language),
        (
            book_words(found.other),
            book_words(pair.later) if pair else translate("Duplicates", "Đang nhập"),
        ),
        list(compared_rows(found.rows, hand)),
        decided_words(pair, language) if pair else "",
        may_decide=pair is not None and found.writable,
        note=note,
    )


def take_back(parent: QWidget, context: Context, first: str, second: str) -> None:
    """Take back what was decided of a pair."""
    words = QCoreApplication.translate("Duplicates", "Đã bỏ quyết định; cặp hồ sơ chờ xét lại.")
    Asking(context.session, parent).change(
        lambda workspace: reopen(workspace, first, second),
        lambda _: context.failures.say(words),
    )


def _decide(
    parent: QWidget, context: Context, pair: Pair, decision: Decision, reason: str, show: Show
) -> None:
    def done(now: Pair) -> None:
        if decision is Decision.DOUBLE and not now.double.voided:
            _offer_to_void(parent, context, now, show)
        else:
            words = QCoreApplication.translate("Duplicates", "Đã ghi quyết định.")
            context.failures.say(words)

    Asking(context.session, parent).change(
        lambda workspace: decide(workspace, *pair.key, decision, reason), done
    )


def _offer_to_void(parent: QWidget, context: Context, pair: Pair, show: Show) -> None:
    """Offer what takes the double out of the figures: the usual acts, each with its reason."""
    translate, double = QCoreApplication.translate, pair.double
    field = pair.register.by_name.get(_DUPLICATE_OF)
    other = book_words(pair.earlier if double is pair.later else pair.later)
    if field is not None and not double.draft:
        words = translate("Duplicates", "Đã ghi quyết định. Chọn {other} ở ô “{field}” rồi lưu.")
        field_words = field.label.text(context.language)
        context.failures.say(words.format(other=other, field=field_words), "info")
        show(double.record)
        return
    title = translate("Duplicates", "Hủy {record}?").format(record=book_words(double).lower())
    text = translate("Duplicates", "Bị gạch ngang, giữ số, không vào số liệu nào.")
    if double.draft:
        text = translate("Duplicates", "Bản nháp mất hẳn; lý do được ghi vào nhật ký.")

    def void(reason: str) -> None:
        done = translate("Duplicates", "Đã hủy hồ sơ ghi trùng.")
        Asking(context.session, parent).change(
            lambda workspace: void_record(workspace, double.record, reason=reason),
            lambda _: context.failures.say(done),
        )

    dialog = ask_reason(parent, title, text, translate("Duplicates", "Hủy hồ sơ"), void)
    reason = translate("Duplicates", "Trùng với {other}").format(other=other.lower())
    dialog.reason.setPlainText(reason)
