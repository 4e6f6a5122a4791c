"""What is said of two records that may be about one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.sharing import quoted
from antq_desktop.gui.common.said import said, said_row
from antq_desktop.gui.common.table import Row
from antq_desktop.gui.common.wording import moment
from antq_desktop.messages import label
from antq_desktop.services.duplicates import DECISION_WORDS, WHY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.domain.duplicates import Why
    from antq_desktop.domain.forms import Hand
    from antq_desktop.gui.theme import Tone
    from antq_desktop.messages import Language
    from antq_desktop.services.duplicates import Compared, Pair
    from antq_desktop.store.queries import Line


def why_words(why: Iterable[Why], language: Language) -> str:
    """Return what two records have in common; after a change they may have nothing."""
    words = ", ".join(label(WHY_WORDS[one], language) for one in why)
    return words or QCoreApplication.translate("Duplicates", "không còn dấu hiệu trùng")


def record_words(line: Line) -> str:
    """Return a record by its number and its title; what was struck through says so."""
    book = line.book or QCoreApplication.translate("Duplicates", "Nháp")
    gone = QCoreApplication.translate("Duplicates", "đã hủy")
    parts = [book, line.title, gone if line.voided else ""]
    return " \u00b7 ".join(part for part in parts if part)


def book_words(line: Line) -> str:
    """Return a record by its number alone, as the head of its column."""
    if line.draft:
        return QCoreApplication.translate("Duplicates", "Bản nháp")
    return QCoreApplication.translate("Duplicates", "Hồ sơ số {book}").format(book=line.book)


def decided_words(pair: Pair, language: Language) -> str:
    """Return what was decided, by whom, when and why; "" where nothing was."""
    one = pair.decided
    if one is None:
        return ""
    words = label(DECISION_WORDS[one.decision], language)
    parts = [words[:1].upper() + words[1:], pair.by, moment(one.at)]
    return " \u00b7 ".join([*parts, *([quoted(one.reason)] if one.reason else [])])


def pair_row(pair: Pair, language: Language) -> Row:
    """Return a pair as a row of the queue."""
    if pair.decided is None:
        state = QCoreApplication.translate("Duplicates", "Đang chờ")
    else:
        words = label(DECISION_WORDS[pair.decided.decision], language)
        state = words[:1].upper() + words[1:]
    cells = (
        pair.register.short_label.text(language),
        record_words(pair.earlier),
        record_words(pair.later),
        why_words(pair.why, language),
        state,
    )
    tone: Tone = "warning" if pair.decided is None else "done"
    told = [*cells[1:4], decided_words(pair, language)]
    return Row(" ".join(pair.key), cells, tone, "\n".join(one for one in told if one))


def compared_rows(rows: Iterable[Compared], hand: Hand) -> Iterator[Row]:
    """Yield the fields of two records, those that differ with a sign."""
    sign = QCoreApplication.translate("Duplicates", "≠ khác")
    for one in rows:
        name = one.field.label.text(hand.language)
        if one.within is not None:
            name = f"{one.within.label.text(hand.language)}: {name}"
        values = (_said(one, value, hand) for value in (one.earlier, one.later))
        yield Row(one.path, (sign if one.differs else "", name, *values), "warning")


def _said(one: Compared, value: object, hand: Hand) -> str:
    if one.field.kind is Kind.ROWS and isinstance(value, list):
        return "\n".join(said_row(one.field, row, hand) for row in value)
    return said(one.field, value, hand)
