"""The periods that a list offers, and the lines of a record's history."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.periods import make_period
from antq_desktop.domain.sharing import quoted
from antq_desktop.domain.typed import show_date, show_moment
from antq_desktop.gui.common.said import said, said_row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from antq_desktop.domain.forms import Hand
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.messages import Language
    from antq_desktop.services.case_records import Handed
    from antq_desktop.services.looking import Change

_QUARTER = 3


def periods_of(today: date) -> list[tuple[str, Period | None]]:
    """Return the periods that are offered, in words: all, and those around today."""
    month = make_period("DL", today.year, f"{today.month:02}")
    quarter = make_period("DL", today.year, f"Q{(today.month - 1) // _QUARTER + 1}")
    year = make_period("DL", today.year)
    return [
        (QCoreApplication.translate("Records", "Mọi thời gian"), None),
        (QCoreApplication.translate("Records", "Tháng này"), month),
        (QCoreApplication.translate("Records", "Tháng trước"), month.previous()),
        (QCoreApplication.translate("Records", "Quý này"), quarter),
        (QCoreApplication.translate("Records", "Quý trước"), quarter.previous()),
        (QCoreApplication.translate("Records", "Năm {year}").format(year=year.year), year),
        *(
            (QCoreApplication.translate("Records", "Năm {year}").format(year=before.year), before)
            for before in _years_before(year)
        ),
    ]


def _years_before(year: Period, many: int = 4) -> list[Period]:
    found = []
    for _ in range(many):
        year = year.previous()
        found.append(year)
    return found


def doubt_of(register: Register, *, unfinished: bool) -> str:
    """Return what stands behind the count of overdue records: from when their limits are in doubt.

    Where limits are still being made again, that is said instead: there may be more. Empty where
    every limit of the register is verified.
    """
    if unfinished:
        return QCoreApplication.translate("Records", " · chưa đủ: đang tính lại thời hạn")
    days = [one.unverified_from for one in register.deadlines if one.unverified_from is not None]
    if not days:
        return ""
    words = QCoreApplication.translate("Records", " · thời hạn tính từ {day} trở đi chưa xác minh")
    return words.format(day=show_date(min(days).isoformat()))


def change_lines(changes: list[Change], register: Register, hand: Hand) -> list[str]:
    """Return the revisions of a record in words, the last one first."""
    return [_change(change, register, hand) for change in reversed(changes)]


def handed_lines(handed: list[Handed]) -> list[str]:
    """Return to whom a record was handed over and what became of it, the last one first."""
    return [_handed(one) for one in reversed(handed)]


def _handed(one: Handed) -> str:
    translate, case = QCoreApplication.translate, one.case
    lines = [
        translate("Records", "Chuyển cho {unit} · {at}, đến bản {number}").format(
            unit=case.unit_name, at=show_moment(case.at), number=one.number
        )
    ]
    if case.answer is None:
        lines.append(translate("Records", "Nơi nhận chưa trả lời."))
    elif case.answer == "taken":
        words = translate("Records", "Đã tiếp nhận: {who}, {at}")
        lines.append(words.format(who=case.answered_by, at=show_moment(str(case.answered_at))))
    else:
        words = translate("Records", "Từ chối: {who}, {at}")
        lines.append(words.format(who=case.answered_by, at=show_moment(str(case.answered_at))))
    if case.answer_text:
        lines.append(quoted(case.answer_text))
    return "\n".join(lines)


def _change(change: Change, register: Register, hand: Hand) -> str:
    head = QCoreApplication.translate("Records", "Bản {number} · {at} · {author}").format(
        number=change.number, at=show_moment(change.at), author=change.author
    )
    lines = [head]
    if change.voided:
        lines.append(QCoreApplication.translate("Records", "Đã hủy hồ sơ"))
    if change.reason:
        words = QCoreApplication.translate("Records", "Lý do: {reason}")
        lines.append(words.format(reason=change.reason))
    if change.number > 1:
        lines += [_shift(register, name, change, hand) for name in change.changed]
        if change.sealed:
            lines.append(QCoreApplication.translate("Records", "Phần niêm phong đã sửa"))
    return "\n".join(lines)


def _shift(register: Register, path: str, change: Change, hand: Hand) -> str:
    """Return what became of a field, "Tên: cũ → mới"; of rows those that went and that came."""
    one = register.by_name.get(path)
    if one is None:  # the attachments, which are no field
        return QCoreApplication.translate("Records", "Đã sửa tệp đính kèm")
    name = one.label.text(hand.language)
    before, after = change.before[one.name], change.after[one.name]
    if one.kind is not Kind.ROWS:
        return f"{name}: {said(one, before, hand)} → {said(one, after, hand)}"
    rows = [cast("list[Mapping[str, object]]", each or []) for each in (before, after)]
    gone = [f"– {said_row(one, row, hand)}" for row in rows[0] if row not in rows[1]]
    came = [f"+ {said_row(one, row, hand)}" for row in rows[1] if row not in rows[0]]
    return "\n".join([f"{name}:", *gone, *came])


def states_of(register: Register, language: Language) -> list[tuple[str, str]]:
    """Return the states that a list can be narrowed to, drafts and voided records among them."""
    return [
        ("draft", QCoreApplication.translate("Records", "Nháp")),
        *((code.code, code.text(language)) for code in register.life_cycle.states),
        ("voided", QCoreApplication.translate("Records", "Đã hủy")),
    ]


def empty_words(*, filtered: bool) -> tuple[str, str]:
    """Return what an empty list says: what it is, and what to do."""
    translate = QCoreApplication.translate
    if not filtered:
        return (
            translate("Records", "Sổ này chưa có hồ sơ nào"),
            translate("Records", "Bấm “Thêm hồ sơ” hoặc Ctrl+N để nhập hồ sơ đầu tiên."),
        )
    return (
        translate("Records", "Không có hồ sơ nào khớp"),
        translate("Records", "Bỏ bớt điều kiện lọc hoặc gõ từ khác."),
    )
