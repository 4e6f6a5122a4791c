"""Rows of what changed since the last submission: registers, records, fields, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.fields import Kind
from antq_desktop.gui.common.said import said, said_row
from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import figure_text, number, period_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.forms import Hand
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.register import Register
    from antq_desktop.gui.theme import Tone
    from antq_desktop.messages import Language
    from antq_desktop.services.reviewing import ChangedRecord, ReviewedPeriod, ReviewedRegister

_NONE = "–"


def register_columns() -> tuple[Column, ...]:
    """Return the columns of the registers."""
    return (
        Column(QCoreApplication.translate("Submission", "Sổ")),
        Column(QCoreApplication.translate("Submission", "Mới"), "number"),
        Column(QCoreApplication.translate("Submission", "Thay đổi"), "number"),
        Column(QCoreApplication.translate("Submission", "Trong đó hủy"), "number"),
        Column(QCoreApplication.translate("Submission", "Gửi lại"), "number"),
        Column(QCoreApplication.translate("Submission", "Nháp ở lại"), "number"),
    )


def register_rows(found: Sequence[ReviewedRegister], language: Language) -> Iterator[Row]:
    """Yield the registers of which something goes or stays."""
    for one in found:
        numbers = (one.new, one.changed, one.voided, one.again, one.drafts)
        if any(numbers):
            name = f"{one.register.code} · {one.register.label.text(language)}"
            yield Row(one.register.name, (name, *map(number, numbers)))


def record_columns() -> tuple[Column, ...]:
    """Return the columns of the records of a register."""
    return (
        Column(QCoreApplication.translate("Submission", "Hồ sơ")),
        Column(QCoreApplication.translate("Submission", "Từ lần nộp trước"), "chip"),
    )


def record_rows(found: Sequence[ChangedRecord]) -> Iterator[Row]:
    """Yield a record a row; the key is its place."""
    names: Mapping[str, tuple[str, Tone]] = {
        "new": (QCoreApplication.translate("Submission", "Mới"), "info"),
        "changed": (QCoreApplication.translate("Submission", "Thay đổi"), "warning"),
        "voided": (QCoreApplication.translate("Submission", "Hủy"), "error"),
    }
    for at, one in enumerate(found):
        state, tone = names[one.what]
        yield Row(str(at), (f"{one.line.book or ''} {one.line.title}".strip(), state), tone)


def field_lines(one: ChangedRecord, register: Register, hand: Hand) -> Iterator[str]:
    """Yield what became of each field, "Tên: cũ → mới"; of rows those that went and that came."""
    for name in one.fields:
        field = register.by_name[name]
        label = field.label.text(hand.language)
        before, after = one.before.get(name), one.after.get(name)
        if field.kind is not Kind.ROWS:
            yield f"{label}: {said(field, before, hand)} → {said(field, after, hand)}"
            continue
        rows = [cast("list[Mapping[str, object]]", each or []) for each in (before, after)]
        yield f"{label}:"
        yield from (f"– {said_row(field, row, hand)}" for row in rows[0] if row not in rows[1])
        yield from (f"+ {said_row(field, row, hand)}" for row in rows[1] if row not in rows[0])


def figure_columns() -> tuple[Column, ...]:
    """Return the columns of the figures."""
    return (
        Column(QCoreApplication.translate("Submission", "Chỉ tiêu")),
        Column(QCoreApplication.translate("Submission", "Trước"), "number"),
        Column(QCoreApplication.translate("Submission", "Nay"), "number"),
    )


def figure_rows(
    periods: Sequence[ReviewedPeriod], catalogue: Catalogue, language: Language
) -> Iterator[Row]:
    """Yield each figure that changed below the name of its period."""
    for period in periods:
        yield Row(period.period.code, (_title(period), "", ""), kind="group")
        for one in period.figures:
            if not one.same and one.code in catalogue.indicators:
                _, indicator = catalogue.indicators[one.code]
                cells = (indicator.label.text(language), _shown(one.before), _shown(one.after))
                yield Row(f"{period.period.code}/{one.code}", cells)


def _title(period: ReviewedPeriod) -> str:
    name = period_name(period.period)
    if period.against is None:
        text = QCoreApplication.translate("Submission", "{period}: chưa có số liệu trước đó")
        return text.format(period=name)
    if period.against == period.period:
        text = QCoreApplication.translate("Submission", "{period}: so với bản {version} đã nộp")
        return text.format(period=name, version=number(period.version or 1))
    text = QCoreApplication.translate("Submission", "{period}: so với {against}")
    return text.format(period=name, against=period_name(period.against))


def _shown(figure: Figure | None) -> str:
    return figure_text(figure) if figure is not None else _NONE
