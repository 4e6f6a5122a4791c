"""The overview in words: its lines, each with the key that says where it leads.

A key is ``record:`` and an id, ``form:`` and the id of an unsaved form, ``overdue:`` and the name
of a register, or ``go:`` and the key of a screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.fields import UNVERIFIED
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.typed import show_date
from antq_desktop.gui.common.month_chart import Month
from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import (
    day,
    doubt_words,
    moment,
    number,
    short_period,
    verdict_name,
)
from antq_desktop.gui.entry.wording import unsaved_line
from antq_desktop.gui.queries.wording import due_text, duty_state, followed_state, record_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.theme import Tone
    from antq_desktop.messages import Language
    from antq_desktop.services.today import Course, Ending, Endings, Lately, Today
    from antq_desktop.services.today_office import OfficeDay
    from antq_desktop.store.queries import Line

RECORD, FORM, OVERDUE, GO = "record:", "form:", "overdue:", "go:"
_END_OF_DAY = "23:59"
_BOOKS = 3
"""How many books are offered where more is overdue; all have their number at the left."""
_NAMED = 4
"""How many units are named; the number says how many there are."""


def weekday(value: date) -> str:
    """Return the name of the day of the week."""
    translate = QCoreApplication.translate
    return (
        translate("Home", "Thứ Hai"),
        translate("Home", "Thứ Ba"),
        translate("Home", "Thứ Tư"),
        translate("Home", "Thứ Năm"),
        translate("Home", "Thứ Sáu"),
        translate("Home", "Thứ Bảy"),
        translate("Home", "Chủ nhật"),
    )[value.weekday()]


def unfinished_words() -> str:
    """Say that limits are still being made again, so that those shown are not all."""
    return QCoreApplication.translate(
        "Home",
        "Đang tính lại mọi thời hạn vì phần mềm, lịch làm việc hoặc danh mục đơn vị đã đổi. Các "
        "thời hạn dưới đây chưa đủ; dòng cuối cửa sổ cho biết đã tính đến đâu.",
    )


def limit_rows(found: Today, language: Language) -> Iterator[Row]:
    """Yield the limits in their three groups, what is overdue first."""
    translate = QCoreApplication.translate
    groups = (
        ("overdue", translate("Home", "Quá hạn: {count}"), found.overdue),
        ("today", translate("Home", "Hết hạn hôm nay: {count}"), found.today),
        ("week", translate("Home", "Trong 7 ngày tới: {count}"), found.week),
    )
    for key, title, endings in groups:
        yield Row(key, (title.format(count=number(endings.count)),), kind="group")
        yield from (_limit_row(key, one, language) for one in endings.shown)
        if endings.count > len(endings.shown):
            yield from _more(key, endings)


def _more(group: str, endings: Endings) -> Iterator[Row]:
    translate = QCoreApplication.translate
    left = endings.count - len(endings.shown)
    if group != "overdue":
        words = translate("Home", "và {count} hạn nữa, sau các hạn trên")
        yield Row(f"{GO}", (words.format(count=number(left)),), kind="part")


def overdue_rows(
    endings: Endings, registers: Mapping[str, Register], language: Language
) -> Iterator[Row]:
    """Yield the books with the most that is overdue, where more is than is shown."""
    shown = len(endings.shown)
    if endings.count <= shown:
        return
    every = QCoreApplication.translate("Home", "Xem mọi hồ sơ quá hạn")
    passed = QCoreApplication.translate("Home", "{count} hạn")
    most = sorted(endings.by_register.items(), key=lambda one: -one[1])
    for name, count in most[:_BOOKS]:
        register = registers[name].short_label.text(language)
        cells = (register, every, passed.format(count=number(count)))
        yield Row(OVERDUE + name, cells, "error", hint=f"{register}: {every}")


def _limit_row(group: str, one: Ending, language: Language) -> Row:
    moment = one.due.strftime("%d/%m/%Y")
    if group != "overdue" and one.due.strftime("%H:%M") != _END_OF_DAY:
        moment = one.due.strftime("%H:%M %d/%m/%Y")
    left, tone = days_left(one, overdue=group == "overdue")
    left = f"{moment} · {left}"
    what = one.deadline.label.text(language)
    if not one.verified:
        what = f"{what} ({UNVERIFIED.text(language)})"
    book = one.line.title or one.line.book or ""
    return Row(
        RECORD + one.line.record + f"#{one.deadline.code}",
        (book, what, left),
        tone,
        hint=f"{book}\n{rule_line(one, language)}",
    )


def days_left(one: Ending, *, overdue: bool) -> tuple[str, Tone]:
    """Return how long it is to a limit, or since it, with its tone."""
    translate = QCoreApplication.translate
    if overdue:
        if one.days == 0:
            return translate("Home", "quá hạn hôm nay"), "error"
        return translate("Home", "quá {days} ngày").format(days=number(-one.days)), "error"
    if one.days == 0:
        return translate("Home", "hôm nay"), "warning"
    return translate("Home", "còn {days} ngày").format(days=number(one.days)), "info"


def rule_line(one: Ending, language: Language) -> str:
    """Return by what a limit is set, and what of it is in doubt."""
    translate = QCoreApplication.translate
    words = translate("Home", "{limit}: theo {basis}, hạn {moment}.")
    said = words.format(
        limit=one.deadline.label.text(language),
        basis=one.deadline.basis,
        moment=one.due.strftime("%H:%M %d/%m/%Y"),
    )
    if one.verified:
        return said
    since = one.deadline.unverified_from
    doubt = translate("Home", "Chưa xác minh văn bản hoặc ngày nghỉ; đối chiếu trước khi làm theo.")
    if since is not None and since.year > 1:
        words = translate("Home", "Chưa xác minh văn bản áp dụng từ {day}, hoặc ngày nghỉ.")
        doubt = words.format(day=show_date(since.isoformat()))
    return f"{said} {doubt}"


def waiting_rows(
    found: Today, registers: Mapping[str, Register], language: Language
) -> Iterator[Row]:
    """Yield what waits: unsaved forms, tasks from the office, drafts, the submission, a backup."""
    translate = QCoreApplication.translate
    yield from _signing_rows(found)
    if found.office is not None:
        yield from desk_rows(found.office, registers, language)
    unsaved = translate("Home", "Nhập dở")
    for form in found.unsaved:
        name = registers[form.register].short_label.text(language)
        hint = unsaved_line(form, registers[form.register], language)
        yield Row(FORM + form.form, (name, unsaved), "warning", hint=hint)
    for duty in found.duties:
        name = record_name(duty.query, duty.line, registers, language)
        words = translate("Home", "Cơ quan nhận trả lại: {name}")
        state, tone = duty_state(duty)
        due = due_text(duty.query)
        if due and not duty.late:
            state = translate("Home", "Hạn {day}").format(day=due)
        yield Row(f"{GO}duties#{duty.query.id}", (words.format(name=name), state), tone)
    if found.duty_count > len(found.duties):
        words = translate("Home", "Mọi việc cần làm cho cơ quan nhận: {count}")
        yield Row(f"{GO}duties", (words.format(count=number(found.duty_count)), ""))
    yield from (_draft_row(one, registers, language) for one in found.drafts)
    if found.draft_count > len(found.drafts):
        words = translate("Home", "và {count} bản nháp cũ hơn: xem số nháp ở từng sổ")
        left = number(found.draft_count - len(found.drafts))
        yield Row(GO, (words.format(count=left), ""), kind="part")
    yield from _state_rows(found)


def _signing_rows(found: Today) -> Iterator[Row]:
    """Yield what waits for a second signature, and what was given back with its reason."""
    translate = QCoreApplication.translate
    if found.prepared is not None:
        words = translate("Home", "Gói số {number} của {person}, lập {time}").format(
            number=number(found.prepared.sequence),
            person=found.prepared.first_signer or "",
            time=moment(found.prepared.created_at),
        )
        state = translate("Home", "Chờ thủ trưởng ký")
        if found.signs:
            state = translate("Home", "Chờ đồng chí ký")
        tone: Tone = "warning" if found.signs else "info"
        yield Row(f"{GO}submission#prepared", (words, state), tone, hint=f"{words}: {state}")
    if found.back is not None:
        words = translate("Home", "{person} trả lại gói: {text}").format(
            person=found.back.by, text=found.back.text
        )
        state = translate("Home", "Sửa, lập lại")
        yield Row(f"{GO}submission#back", (words, state), "warning", hint=words)


def _draft_row(one: Line, registers: Mapping[str, Register], language: Language) -> Row:
    name = registers[one.register].short_label.text(language)
    text = f"{name} · {one.title}" if one.title else name
    return Row(RECORD + one.record, (text, QCoreApplication.translate("Home", "Nháp")), "neutral")


def _state_rows(found: Today) -> Iterator[Row]:
    translate = QCoreApplication.translate
    if not found.linked:
        words = translate("Home", "Kết nối với cơ quan nhận")
        state = translate("Home", "Chưa kết nối")
        yield Row(f"{GO}enrolment", (words, state), "neutral")
    elif found.sent is None:
        words, state = translate("Home", "Nộp báo cáo"), translate("Home", "Chưa nộp lần nào")
        yield Row(f"{GO}submission", (words, state), "neutral")
    else:
        state, tone = verdict_name(found.sent.state, found.sent.reasons)
        names = "; ".join(short_period(parse_period(one)) for one in found.sent.periods) or "–"
        words = translate("Home", "Lần nộp gần nhất, gói {number} ({periods})")
        text = words.format(number=number(found.sent.row.sequence), periods=names)
        yield Row(f"{GO}submission", (text, state), tone)
    if found.certificate is not None:
        words = translate("Home", "Chứng thư ký của đồng chí")
        yield Row(f"{GO}enrolment", (words, _until(found.certificate)), "warning")
    if found.drill_due:
        words = translate("Home", "Phiếu hoặc mảnh khôi phục")
        yield Row(f"{GO}recovery", (words, translate("Home", "Đến lúc thử")), "warning")
    words = translate("Home", "Bản sao lưu gần nhất")
    if found.backup is None:
        yield Row(f"{GO}health", (words, translate("Home", "Chưa có")), "neutral")
        return
    if not found.backup.sure:
        state = translate("Home", "Xem lại ngày giờ máy")
        yield Row(f"{GO}health", (words, state), "warning", hint=doubt_words(found.backup))
        return
    days = found.backup.days
    said = translate("Home", "{days} ngày trước").format(days=number(days))
    state = said if days > 0 else translate("Home", "Hôm nay")
    yield Row(f"{GO}health", (words, state), "warning" if found.backup_old else "done")


def _until(last: date) -> str:
    return QCoreApplication.translate("Home", "Hết hạn {day}").format(day=day(last))


def desk_rows(
    found: OfficeDay, registers: Mapping[str, Register], language: Language
) -> Iterator[Row]:
    """Yield what waits at an office."""
    translate = QCoreApplication.translate
    if found.queued:
        words = translate("Home", "Tệp đang xét, chưa quyết định")
        yield Row(f"{GO}inbox#queue", (words, number(found.queued)), "warning")
    if found.held:
        words = translate("Home", "Gói đang giữ, chờ quyết định")
        yield Row(f"{GO}inbox", (words, number(found.held)), "warning")
    if found.unanswered:
        words = translate("Home", "Gói đã xét, chưa ghi biên nhận")
        yield Row(f"{GO}inbox#receipts", (words, number(found.unanswered)), "info")
    if found.requests:
        words = translate("Home", "Yêu cầu cấp chứng thư, chờ đối chiếu")
        yield Row(f"{GO}authority#requests", (words, number(found.requests)), "warning")
    if found.due:
        yield _reported_row(found)
    for one in found.late:
        name = record_name(one.query, one.line, registers, language)
        words = translate("Home", "Đơn vị chưa trả lời: {name}")
        state, tone = followed_state(one)
        yield Row(f"{GO}queries#{one.query.id}", (words.format(name=name), state), tone)
    if found.late_count > len(found.late):
        words = translate("Home", "Mọi hồ sơ trả lại đã quá hạn: {count}")
        yield Row(f"{GO}queries", (words.format(count=number(found.late_count)), ""))
    for ending in found.expiring:
        words = translate("Home", "Chứng thư của {name}").format(name=ending.person)
        yield Row(
            f"{GO}authority#{ending.unit}{ending.person}", (words, _until(ending.until)), "warning"
        )
    if found.expiring_count > len(found.expiring):
        words = translate("Home", "Mọi chứng thư sắp hết hạn: {count}")
        yield Row(f"{GO}authority", (words.format(count=number(found.expiring_count)), ""))


def _reported_row(found: OfficeDay) -> Row:
    translate = QCoreApplication.translate
    words = translate("Home", "{period}: đã báo cáo {told}/{due} đơn vị").format(
        period=short_period(found.period), told=number(found.told), due=number(found.due)
    )
    if not found.missing:
        return Row(f"{GO}reported", (words, translate("Home", "Đủ")), "done")
    names = [unit.name for unit in found.missing]
    said = translate("Home", "Còn thiếu: {names}").format(names=", ".join(names))
    state = translate("Home", "Thiếu {count}").format(count=number(len(names)))
    shown = ", ".join([*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])
    return Row(f"{GO}reported", (f"{words}. {shown}", state), "warning", hint=f"{words}\n{said}")


def book_columns(found: Lately) -> tuple[Column, ...]:
    """Return the titles of the table of books."""
    translate = QCoreApplication.translate
    then = translate("Home", "Đến {day}").format(day=found.until.strftime("%d/%m"))
    return (
        Column(translate("Home", "Sổ")),
        Column(short_period(found.month), "number"),
        Column(then, "number"),
        Column(short_period(found.before), "number"),
    )


def book_rows(found: Lately, language: Language) -> Iterator[Row]:
    """Yield how much happened in each book."""
    for one in found.books:
        name = one.register.short_label.text(language)
        cells = (name, number(one.now), number(one.then), number(one.whole))
        yield Row(f"{GO}figures#{one.register.name}", cells, hint=one.register.label.text(language))


def course_of(found: Course, language: Language) -> tuple[str, list[Month]]:
    """Return the title and the columns of a chart; the last month goes on."""
    words = QCoreApplication.translate("Home", "{register} theo tháng")
    title = words.format(register=found.register.short_label.text(language))
    last = found.months[-1][0]
    return title, [
        Month(f"{int(code[5:])}/{code[:4]}", count, code == last) for code, count in found.months
    ]
