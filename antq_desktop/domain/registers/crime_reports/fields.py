"""The fields of R01 in the order of the book (TT 28/2020/TT-BCA Đ5)."""

from __future__ import annotations

from antq_desktop.domain.fields import Code, Field, Kind, Label, Travel
from antq_desktop.domain.register import Section
from antq_desktop.domain.registers.crime_reports.codes import (
    CHANNELS,
    HELPED,
    OFFENCE_FIELDS,
    ORIGIN_GROUPS,
    OUTCOMES,
    PERSON_ROLES,
    SCENE_ACTIONS,
    SECRECY,
    SOURCE_KINDS,
    URGENCIES,
)

#: From classification on: what decides limits and figures must be known.
CLASSIFIED = frozenset(
    {
        "classified",
        "verifying",
        "forwarded",
        "to_administrative",
        "guided",
        "filed_resolved",
        "outcome_known",
        "resumed",
        "closed",
        "archived",
    }
)
FORWARDED = frozenset({"forwarded"})


def _shared(
    name: str,
    kind: Kind,
    vi: str,
    en: str,
    *,
    codes: tuple[Code, ...] = (),
    required: bool = False,
    required_in: frozenset[str] = frozenset(),
    basis: str = "",
) -> Field:
    return Field(
        name=name,
        kind=kind,
        label=Label(vi, en),
        travel=Travel.SHARED,
        codes=codes,
        required=required,
        required_in=required_in,
        basis=basis,
    )


def _private(
    name: str, kind: Kind, vi: str, en: str, *, required: bool = False, basis: str = ""
) -> Field:
    return Field(name=name, kind=kind, label=Label(vi, en), required=required, basis=basis)


RECEPTION = Section(
    Label("Tiếp nhận", "Reception"),
    (
        _shared(
            "received_at",
            Kind.MOMENT,
            "Thời gian tiếp nhận",
            "Received at",
            required=True,
            basis="TTLT 01/2017 Đ8.5: thời hạn tính từ giờ, phút này",
        ),
        _private("received_by", Kind.OFFICER, "Cán bộ tiếp nhận", "Received by", required=True),
        _shared(
            "source_kind",
            Kind.CHOICE,
            "Loại nguồn tin",
            "Kind of source",
            codes=SOURCE_KINDS,
            required=True,
            basis="BLTTHS Đ143, 144; công an xã tiếp nhận tố giác, tin báo (Đ145.2)",
        ),
        _shared(
            "channel",
            Kind.CHOICE,
            "Hình thức tiếp nhận",
            "Channel",
            codes=CHANNELS,
            required=True,
            basis="TT 28/2020/TT-BCA Đ5",
        ),
        _shared(
            "origin_group",
            Kind.CHOICE,
            "Nguồn gốc tin",
            "Origin",
            codes=ORIGIN_GROUPS,
            required=True,
        ),
    ),
)

INFORMANT = Section(
    Label("Người cung cấp tin", "Informant"),
    (
        Field(
            name="informant",
            kind=Kind.PERSON,
            label=Label("Người tố giác, báo tin", "Informant"),
            travel=Travel.CONFIDENTIAL,
            help=Label(
                "Được niêm phong khi lưu: chỉ chỉ huy xem được, phải ghi lý do.",
                "Sealed when saved: only the head can read it, with a reason.",
            ),
            basis="TT 28/2020/TT-BCA Đ5.3a; BLTTHS Đ56.1a, 57",
        ),
        _shared(
            "identity_refused",
            Kind.FLAG,
            "Từ chối cung cấp thông tin cá nhân",
            "Refused to give identity",
            basis="TT 28/2020/TT-BCA Đ5.1, 5.3",
        ),
        _private("refusal_reason", Kind.TEXT, "Lý do từ chối", "Reason of refusal"),
        _shared(
            "secrecy_request",
            Kind.CHOICE,
            "Yêu cầu giữ bí mật, bảo vệ",
            "Secrecy or protection",
            codes=SECRECY,
            required=True,
            basis="BLTTHS Đ56.1a",
        ),
        _shared(
            "anonymous_letter",
            Kind.FLAG,
            "Đơn không ghi tên, không chữ ký",
            "Anonymous letter",
            basis="TT 28/2020/TT-BCA Đ5.7",
        ),
    ),
)

CONTENT = Section(
    Label("Nội dung", "Content"),
    (
        Field(
            name="event_from",
            kind=Kind.PARTIAL_MOMENT,
            label=Label("Thời gian xảy ra", "Happened at"),
            travel=Travel.SHARED,
            help=Label(
                "Ghi ngày và giờ nếu biết; không rõ thì chỉ ghi ngày, tháng hoặc năm.",
                "Day and hour if known; otherwise the day, the month or the year alone.",
            ),
            basis="TT 28/2020/TT-BCA Đ5",
        ),
        _private("event_place", Kind.TEXT, "Địa điểm xảy ra", "Place"),
        _shared("event_unit", Kind.UNIT, "Xã, phường nơi xảy ra", "Commune of the event"),
        _shared("event_area", Kind.TEXT, "Khu dân cư nơi xảy ra", "Residential area of the event"),
        _private(
            "summary", Kind.LONG_TEXT, "Tóm tắt nội dung, diễn biến", "Summary", required=True
        ),
        _shared(
            "offence_field",
            Kind.CHOICE,
            "Lĩnh vực",
            "Field of offence",
            codes=OFFENCE_FIELDS,
            required=True,
        ),
        _private("offence_article", Kind.TEXT, "Dấu hiệu tội danh", "Article of the Penal Code"),
        Field(
            name="suspects",
            kind=Kind.ROWS,
            label=Label("Người bị tố giác", "Suspects"),
            columns=(
                Field(
                    name="person",
                    kind=Kind.PERSON,
                    label=Label("Người bị tố giác", "Suspect"),
                    required=True,
                ),
                _private("description", Kind.TEXT, "Đặc điểm, hướng bỏ chạy", "Description"),
            ),
            basis="TT 28/2020/TT-BCA Đ5.3d",
        ),
        Field(
            name="others",
            kind=Kind.ROWS,
            label=Label("Bị hại, người làm chứng, người liên quan", "Other persons"),
            columns=(
                Field(
                    name="role",
                    kind=Kind.CHOICE,
                    label=Label("Tư cách", "Role"),
                    required=True,
                    codes=PERSON_ROLES,
                ),
                Field(
                    name="person",
                    kind=Kind.PERSON,
                    label=Label("Họ tên, nhân thân", "Person"),
                    required=True,
                ),
            ),
        ),
        _private("means_damage", Kind.TEXT, "Công cụ, hậu quả, thiệt hại", "Means and damage"),
        _private("damage_amount", Kind.MONEY, "Thiệt hại (đồng)", "Damage (VND)"),
        _private(
            "knowledge_reason",
            Kind.TEXT,
            "Vì sao biết, ai cùng biết",
            "How it is known",
            basis="TT 28/2020/TT-BCA Đ5.3e",
        ),
    ),
)

HANDLING = Section(
    Label("Phân loại, xử lý", "Classification and handling"),
    (
        _shared(
            "urgency",
            Kind.CHOICE,
            "Phân loại",
            "Class",
            codes=URGENCIES,
            required_in=CLASSIFIED,
            basis="TTLT 01/2017 Đ8.5 (sửa đổi bởi TTLT 01/2021); TT 28/2020 Đ7",
        ),
        _shared(
            "first_notice_at",
            Kind.MOMENT,
            "Báo ngay Cơ quan điều tra lúc",
            "First notice at",
            basis="TTLT 01/2017 Đ8.5a, d",
        ),
        _private("first_notice_by", Kind.TEXT, "Hình thức báo ngay", "First notice by"),
        _private("first_notice_to", Kind.TEXT, "Người nhận tin báo ngay", "First notice to"),
        Field(
            name="scene_actions",
            kind=Kind.CHOICES,
            label=Label("Biện pháp đã tiến hành", "Actions taken"),
            codes=SCENE_ACTIONS,
        ),
        Field(
            name="objects",
            kind=Kind.ROWS,
            label=Label("Đồ vật, tài liệu tạm giữ", "Objects held"),
            columns=(
                _private("name", Kind.TEXT, "Tên", "Name", required=True),
                Field(
                    name="quantity",
                    kind=Kind.INTEGER,
                    label=Label("Số lượng", "Quantity"),
                    required=True,
                ),
                _private("condition", Kind.TEXT, "Tình trạng", "Condition"),
                _private("minutes_number", Kind.TEXT, "Số biên bản", "Number of the minutes"),
                _private("handed_over_on", Kind.DATE, "Ngày bàn giao", "Handed over on"),
            ),
        ),
        _shared(
            "forward_at",
            Kind.MOMENT,
            "Chuyển nguồn tin lúc",
            "Forwarded at",
            required_in=FORWARDED,
            basis="TTLT 01/2017 Đ8.5a, b",
        ),
        _shared("forward_to", Kind.UNIT, "Chuyển đến", "Forwarded to", required_in=FORWARDED),
        _private("forward_number", Kind.TEXT, "Số Phiếu chuyển", "Number of the transfer slip"),
        _shared("handling_body", Kind.UNIT, "Cơ quan thụ lý", "Handling body"),
    ),
)

OUTCOME = Section(
    Label("Kết quả", "Outcome"),
    (
        Field(
            name="outcomes",
            kind=Kind.ROWS,
            label=Label("Kết quả giải quyết", "Outcomes"),
            basis="BLTTHS Đ147.1",
            columns=(
                _shared(
                    "outcome", Kind.CHOICE, "Kết quả", "Outcome", codes=OUTCOMES, required=True
                ),
                _shared("on", Kind.DATE, "Ngày", "On", required=True),
                _private("number", Kind.TEXT, "Số quyết định", "Decision number"),
            ),
        ),
        _shared(
            "informant_notified_on",
            Kind.DATE,
            "Ngày thông báo kết quả cho người tố giác",
            "Informant notified on",
        ),
        Field(
            name="models",
            kind=Kind.ROWS,
            label=Label("Tin đến qua mô hình", "Models that the report came through"),
            help=Label(
                "Mỗi mô hình một dòng; chỉ mã mô hình được gửi đi để tính số liệu theo mô hình.",
                "A line for each model; only the model's id is sent, to count by models.",
            ),
            columns=(
                Field(
                    name="model",
                    kind=Kind.REFERENCE,
                    label=Label("Mô hình", "Model"),
                    travel=Travel.SHARED,
                    required=True,
                    register="movement_models",
                ),
            ),
        ),
        Field(
            name="links",
            kind=Kind.ROWS,
            label=Label("Hồ sơ liên quan khác", "Other related records"),
            help=Label(
                "Người, vụ việc liên quan: chỉ lưu ở đơn vị, không gửi đi.",
                "Persons and cases: they stay in the unit and are never sent.",
            ),
            columns=(
                Field(
                    name="linked",
                    kind=Kind.REFERENCE,
                    label=Label("Hồ sơ", "Record"),
                    required=True,
                ),
            ),
        ),
        Field(
            name="helped",
            kind=Kind.CHOICES,
            label=Label("Tin giúp ích cho", "The tip helped"),
            travel=Travel.SHARED,
            codes=HELPED,
            help=Label(
                "Chọn nếu tin đã giúp khởi tố, bắt giữ hoặc xử phạt.",
                "Choose if the tip led to a prosecution, an arrest or a penalty.",
            ),
        ),
        Field(
            name="duplicate_of",
            kind=Kind.REFERENCE,
            label=Label("Trùng với tin đã vào sổ", "Duplicate of"),
            travel=Travel.SHARED,
            register="crime_reports",
        ),
    ),
)
