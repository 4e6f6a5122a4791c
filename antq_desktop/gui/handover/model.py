"""Rows and words of books handed over: what goes, what came, where each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import moment, number, verdict_name
from antq_desktop.messages import shown_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.register import Register
    from antq_desktop.messages import Language
    from antq_desktop.services.pens import Away
    from antq_desktop.services.transfers import Arriving, Came, Given, Weighed

GIVEN, TAKEN = "given:", "taken:"
"""What the key of a row begins with; the digest of its bundle follows."""


def columns() -> tuple[Column, ...]:
    """Return the columns of what went and what came."""
    return (
        Column(QCoreApplication.translate("Handover", "Máy giao, máy nhận")),
        Column(QCoreApplication.translate("Handover", "Gói số"), "number"),
        Column(QCoreApplication.translate("Handover", "Lúc")),
        Column(QCoreApplication.translate("Handover", "Trạng thái"), "chip"),
    )


def rows(given: Sequence[Given], taken: Sequence[Came]) -> list[Row]:
    """Return what went and what came, the newest first."""
    dated = [(one.sent.row.created_at, row) for one, row in zip(given, _given(given), strict=True)]
    dated += [
        (one.received.row.received_at, row) for one, row in zip(taken, _taken(taken), strict=True)
    ]
    return [row for _, row in sorted(dated, key=lambda each: each[0], reverse=True)]


def _given(given: Sequence[Given]) -> Iterator[Row]:
    for one in given:
        words = QCoreApplication.translate("Handover", "Giao: {name}").format(name=one.to)
        state, tone = verdict_name(one.sent.state, one.sent.reasons)
        row = one.sent.row
        cells = (words, number(row.sequence), moment(row.created_at), state)
        yield Row(f"{GIVEN}{row.digest}", cells, tone, hint=row.file)


def _taken(taken: Sequence[Came]) -> Iterator[Row]:
    for one in taken:
        words = QCoreApplication.translate("Handover", "Nhận: {name}").format(name=one.giver)
        row = one.received.row
        state, tone = verdict_name(row.verdict, one.received.reasons)
        cells = (words, number(row.sequence or 0), moment(row.received_at), state)
        yield Row(f"{TAKEN}{row.digest}", cells, tone)


def going_lines(found: Weighed, language: Language) -> Iterator[str]:
    """Yield what goes besides the records, then what stays and why."""
    files = found.files
    if files.go:
        size = shown_size(files.size, language)
        words = QCoreApplication.translate("Handover", "Kèm {count} tệp đính kèm, {size}.")
        yield words.format(count=number(len(files.go)), size=size)
    if found.sealed:
        words = QCoreApplication.translate(
            "Handover", "Kèm {count} phần mật, niêm phong lại: chỉ chỉ huy ở máy nhận mở được."
        )
        yield words.format(count=number(found.sealed))
    if found.reports:
        words = QCoreApplication.translate("Handover", "Kèm số liệu đã chốt của {count} kỳ.")
        yield words.format(count=number(found.reports))
    if found.taken:
        yield QCoreApplication.translate("Handover", "Sổ máy này đã nhận từ máy khác cũng đi theo.")
    if found.drafts:
        words = QCoreApplication.translate(
            "Handover", "{count} bản nháp ở lại: chưa vào sổ nên không bàn giao."
        )
        yield words.format(count=number(found.drafts))
    if files.later:
        words = QCoreApplication.translate(
            "Handover", "{count} tệp không vừa một gói: bàn giao lần sau."
        )
        yield words.format(count=number(files.later))
    if files.gone:
        words = QCoreApplication.translate(
            "Handover", "{count} tệp không còn trên máy này nên không đi theo được."
        )
        yield words.format(count=number(files.gone))


def arriving_columns() -> tuple[Column, ...]:
    """Return the columns of what a file brings."""
    return (
        Column(QCoreApplication.translate("Handover", "Sổ")),
        Column(QCoreApplication.translate("Handover", "Mới"), "number"),
        Column(QCoreApplication.translate("Handover", "Sửa"), "number"),
        Column(QCoreApplication.translate("Handover", "Đã có"), "number"),
        Column(QCoreApplication.translate("Handover", "Lỗi"), "number"),
    )


def arriving_rows(
    found: Arriving, registers: Mapping[str, Register], language: Language
) -> Iterator[Row]:
    """Yield a register a row, in the order of the books."""
    counted = found.verdict.registers
    for name, register in registers.items():
        if name in counted:
            words = f"{register.code} · {register.label.text(language)}"
            one = counted[name]
            numbers = (one.get(key, 0) for key in ("new", "changed", "same", "refused"))
            yield Row(name, (words, *map(number, numbers)))


def arriving_lines(found: Arriving, language: Language) -> Iterator[str]:
    """Yield what taking it means, and what comes besides the records."""
    yield QCoreApplication.translate(
        "Handover", "Nhận xong, hồ sơ thuộc máy này: sửa tiếp và báo cáo cơ quan nhận."
    )
    if found.files:
        words = QCoreApplication.translate("Handover", "Kèm {count} tệp đính kèm, {size}.")
        yield words.format(count=number(found.files), size=shown_size(found.size, language))
    if found.sealed:
        words = QCoreApplication.translate(
            "Handover",
            "Kèm {count} phần mật: khi nhận, máy niêm phong lại cho các chỉ huy của máy này.",
        )
        yield words.format(count=number(found.sealed))
    if found.reports:
        words = QCoreApplication.translate("Handover", "Kèm số liệu đã chốt của {count} kỳ.")
        yield words.format(count=number(found.reports))
    if found.queries:
        words = QCoreApplication.translate(
            "Handover", "Kèm {count} yêu cầu của cơ quan nhận chưa trả lời xong."
        )
        yield words.format(count=number(found.queries))
    if found.closes:
        yield QCoreApplication.translate(
            "Handover", "Máy giao khóa sổ: số trong sổ ghi tiếp ở máy này."
        )


def away_words(gone: Away) -> str:
    """Say that the books of this PC lie elsewhere, and what is still done here."""
    if gone.closed:
        words = QCoreApplication.translate(
            "Handover", "Máy này đã khóa sổ và bàn giao cho {name}: chỉ xem. Ghi tiếp trên máy đó."
        )
    else:
        words = QCoreApplication.translate(
            "Handover",
            "Sổ máy này đã bàn giao cho {name}: hồ sơ đã giao chỉ xem. Ghi thêm thì bàn giao tiếp.",
        )
    return words.format(name=gone.name)
