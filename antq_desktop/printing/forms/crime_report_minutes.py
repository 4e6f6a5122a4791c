"""Mẫu số 01 of TT 119/2021/TT-BCA: minutes of receiving a report of crime (R01).

Used for the purposes of that circular only (Điều 3): never for a civil matter or a complaint. The
issued form could not be read; its parts follow TT 28/2020/TT-BCA Điều 5.3.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.crime_reports.codes import CHANNELS, PERSON_ROLES, SECRECY
from antq_desktop.printing import tt119, words
from antq_desktop.printing.blocks import (
    Align,
    Choice,
    Column,
    Line,
    NationalHead,
    Row,
    Signature,
    Signatures,
    Style,
    Table,
    Text,
    Title,
)
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.people import person_in_a_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject

#: What is no source of crime news is not received on this form (TT 119/2021 Đ3).
_NO_CRIME = frozenset({"civil_guidance", "complaint"})
#: Who comes to confess or to surrender is received on mẫu 24 (TT 119/2021).
_OTHER_MINUTES = frozenset({"confession", "surrender"})
_BLANK_ROWS = 3


def _hindrance(record: RecordSubject) -> str | None:
    if record.values.get("urgency") in _NO_CRIME:
        return "paper.no_crime_report"
    other = record.values.get("source_kind") in _OTHER_MINUTES
    return "paper.form_24" if other else None


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    return [
        NationalHead(sheet.issuer.superior, sheet.issuer.name, mark=tt119.mark("01")),
        Title("BIÊN BẢN TIẾP NHẬN NGUỒN TIN VỀ TỘI PHẠM"),
        *_opening(sheet, record),
        Text("1. Người cung cấp nguồn tin về tội phạm", Style.HEADING),
        *tt119.informant(record),
        Text("2. Nội dung nguồn tin về tội phạm", Style.HEADING),
        *_content(record),
        Text("3. Tài liệu, đồ vật giao nộp", Style.HEADING),
        *_objects(record),
        Text("4. Yêu cầu của người cung cấp nguồn tin", Style.HEADING),
        Choice("", _secrecy(record)),
        *_closing(record),
    ]


def _opening(sheet: Sheet, record: RecordSubject | None) -> Iterator[Block]:
    received = record.text("received_at") if record else None
    at = words.moment_in_words(datetime.fromisoformat(received) if received else None)
    yield Text(f"Hồi {at}, tại {sheet.issuer.unit}.")
    yield Line("Cán bộ tiếp nhận", record.text("received_by") if record else None)
    yield Line("Chức vụ, đơn vị", None)
    if record is None:
        yield Choice("Hình thức tiếp nhận", [(code.label.vi, False) for code in CHANNELS])
    else:
        yield Line("Loại nguồn tin", record.coded("source_kind"))
        yield Line("Hình thức tiếp nhận", record.coded("channel"))
        yield Line("Số thứ tự vào sổ tiếp nhận", record.book)


def _content(record: RecordSubject | None) -> Iterator[Block]:
    happened = record.text("event_from") if record else None
    yield Line("Thời gian xảy ra", words.partial_moment(happened) if happened else None)
    yield Line("Địa điểm xảy ra", tt119.place(record))
    yield Line("Tóm tắt nội dung, diễn biến", record.text("summary") if record else None, 8)
    yield Line("Người bị tố giác", _suspects(record) if record else None, 3)
    yield Line("Bị hại, người làm chứng, người liên quan", _others(record) if record else None, 3)
    yield Line("Công cụ, hậu quả, thiệt hại", record.text("means_damage") if record else None, 2)
    amount = record.values.get("damage_amount") if record else None
    if record is None or isinstance(amount, int):
        yield Line("Giá trị thiệt hại", words.money(amount) if isinstance(amount, int) else None)
    reason = record.text("knowledge_reason") if record else None
    yield Line("Vì sao biết, ai cùng biết", reason, 2)


def _suspects(record: RecordSubject) -> str | None:
    texts = []
    for row in record.rows("suspects"):
        person = person_in_a_line(cast("Mapping[str, object]", row["person"]), record.unit)
        texts.append("; ".join(filter(None, (person, str(row.get("description") or "")))))
    return _listed(texts)


def _others(record: RecordSubject) -> str | None:
    roles = {code.code: code.label.vi for code in PERSON_ROLES}
    return _listed(
        [
            f"{roles[str(row['role'])]}: "
            + person_in_a_line(cast("Mapping[str, object]", row["person"]), record.unit)
            for row in record.rows("others")
        ]
    )


def _listed(texts: Sequence[str]) -> str | None:
    """Return one text as it is, several as numbered lines."""
    if len(texts) <= 1:
        return texts[0] if texts else None
    return "\n" + "\n".join(f"({place}) {text}" for place, text in enumerate(texts, 1))


def _objects(record: RecordSubject | None) -> Iterator[Block]:
    rows = record.rows("objects") if record else []
    if record is not None and not rows:
        yield Line("", None, 2)
        return
    columns = (
        Column("STT", 8, Align.CENTRE),
        Column("Tên tài liệu, đồ vật", 42),
        Column("Số lượng", 14, Align.RIGHT),
        Column("Đặc điểm, tình trạng", 36),
    )
    filled = [
        Row(
            (
                str(place),
                str(row["name"]),
                words.number(int(str(row["quantity"]))),
                str(row.get("condition") or ""),
            )
        )
        for place, row in enumerate(rows, 1)
    ]
    yield Table(columns, filled or [Row(("", "", "", ""))] * _BLANK_ROWS)


def _secrecy(record: RecordSubject | None) -> list[tuple[str, bool]]:
    chosen = record.values.get("secrecy_request") if record else None
    return [(code.label.vi, code.code == chosen) for code in SECRECY]


def _closing(record: RecordSubject | None) -> Iterator[Block]:
    yield Text(
        "Việc tiếp nhận kết thúc hồi ...... giờ ...... phút cùng ngày. Biên bản này được lập thành"
        " ...... bản, đã đọc lại cho những người có tên trên nghe, công nhận đúng và cùng ký tên"
        " xác nhận dưới đây."
    )
    officer = record.text("received_by") if record else None
    yield Signatures(
        (
            Signature("NGƯỜI CUNG CẤP NGUỒN TIN", "(Ký, ghi rõ họ tên hoặc điểm chỉ)"),
            Signature("CÁN BỘ TIẾP NHẬN", name=officer or ""),
        )
    )


FORM = Form(
    code="tt119-01",
    title=Label(
        "Biên bản tiếp nhận nguồn tin về tội phạm", "Minutes of receiving a report of crime"
    ),
    basis=f"{tt119.basis('01')}; TT 28/2020/TT-BCA Đ5",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("crime_reports",),
    seals=True,
    hindrance=_hindrance,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
