"""The fields of R02: the case, and how it is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Field, Kind, Label, Travel
from antq_desktop.domain.register import Section
from antq_desktop.domain.registers.disputes.codes import (
    BODIES,
    DETECTED_BY,
    ENDED,
    INSTANCES,
    KINDS,
    RESULTS,
    SESSION_RESULTS,
    SEVERITIES,
    SUBJECTS,
)

if TYPE_CHECKING:
    from antq_desktop.domain.fields import Code


def _shared(
    name: str,
    kind: Kind,
    vi: str,
    en: str,
    *,
    values: tuple[Code, ...] = (),
    required: bool = False,
    required_in: frozenset[str] = frozenset(),
    basis: str = "",
) -> Field:
    return Field(
        name=name,
        kind=kind,
        label=Label(vi, en),
        travel=Travel.SHARED,
        codes=values,
        required=required,
        required_in=required_in,
        basis=basis,
    )


def _private(name: str, kind: Kind, vi: str, en: str, *, required: bool = False) -> Field:
    return Field(name=name, kind=kind, label=Label(vi, en), required=required)


CASE = Section(
    Label("Vụ việc", "Case"),
    (
        _shared("opened_on", Kind.DATE, "Ngày vào sổ", "Opened on", required=True),
        _shared(
            "detected_by",
            Kind.CHOICE,
            "Nguồn phát hiện",
            "Detected by",
            values=DETECTED_BY,
            required=True,
        ),
        _shared("kind", Kind.CHOICE, "Loại", "Kind", values=KINDS, required=True),
        _shared("subject", Kind.CHOICE, "Lĩnh vực", "Subject", values=SUBJECTS, required=True),
        Field(
            name="parties",
            kind=Kind.ROWS,
            label=Label("Các bên", "Parties"),
            required=True,
            basis="Luật Hòa giải ở cơ sở Đ2.3",
            columns=(
                _private("name", Kind.TEXT, "Cá nhân, gia đình, tổ chức", "Name", required=True),
                _private("address", Kind.TEXT, "Địa chỉ", "Address"),
                _private("phone", Kind.PHONE, "Điện thoại", "Phone"),
            ),
        ),
        Field(
            name="participants",
            kind=Kind.INTEGER,
            label=Label("Số người tham gia", "Participants"),
            travel=Travel.SHARED,
            required=True,
            minimum=1,
        ),
        _shared("area", Kind.TEXT, "Khu dân cư", "Residential area", required=True),
        _private("summary", Kind.LONG_TEXT, "Nội dung", "Summary", required=True),
    ),
)

RESOLUTION = Section(
    Label("Giải quyết", "Resolution"),
    (
        _shared(
            "mediable",
            Kind.FLAG,
            "Thuộc phạm vi hòa giải",
            "May be mediated",
            required=True,
            basis="Luật Hòa giải ở cơ sở Đ3.1",
        ),
        _private("not_mediable_reason", Kind.TEXT, "Lý do không hòa giải", "Why not mediable"),
        _private("mediation_team", Kind.TEXT, "Tổ hòa giải, hòa giải viên", "Mediation team"),
        Field(
            name="sessions",
            kind=Kind.ROWS,
            label=Label("Các lần hòa giải", "Sessions"),
            columns=(
                _private("on", Kind.DATE, "Ngày", "On", required=True),
                _private("place", Kind.TEXT, "Địa điểm", "Place"),
                Field(
                    name="result",
                    kind=Kind.CHOICE,
                    label=Label("Kết quả", "Result"),
                    required=True,
                    codes=SESSION_RESULTS,
                ),
                _private("minutes", Kind.TEXT, "Biên bản", "Minutes"),
            ),
        ),
        Field(
            name="accepted_on",
            kind=Kind.DATE,
            label=Label("Ngày thụ lý", "Accepted on"),
            travel=Travel.SHARED,
            help=Label(
                "Ngày thụ lý khiếu nại, tố cáo; thời hạn giải quyết tính từ ngày này.",
                "The day a complaint or denunciation was accepted; its limit runs from that day.",
            ),
            basis="Luật Khiếu nại 2011 Đ27; Luật Tố cáo 2018 Đ24",
        ),
        Field(
            name="instance",
            kind=Kind.CHOICE,
            label=Label("Lần giải quyết khiếu nại", "Instance of the complaint"),
            travel=Travel.SHARED,
            codes=INSTANCES,
            help=Label(
                "Để trống là lần đầu; lần hai có thời hạn dài hơn.",
                "Empty is the first; the second has a longer limit.",
            ),
            basis="Luật Khiếu nại 2011 Đ28, 36, 37",
        ),
        Field(
            name="contested_on",
            kind=Kind.DATE,
            label=Label("Ngày nhận, biết quyết định bị khiếu nại", "Contested decision known on"),
            help=Label(
                "Khiếu nại trong 90 ngày kể từ ngày này.",
                "A complaint is lodged within 90 days of it.",
            ),
            basis="Luật Khiếu nại 2011 Đ9",
        ),
        Field(
            name="extensions",
            kind=Kind.INTEGER,
            label=Label("Số lần gia hạn giải quyết tố cáo", "Extensions of the denunciation"),
            travel=Travel.SHARED,
            help=Label(
                "Mỗi lần thêm 30 ngày: vụ phức tạp 01 lần, đặc biệt phức tạp 02 lần. "
                "Không ghi thì thời hạn là 30 ngày.",
                "30 days more each: once for a complex case, twice for an especially complex one. "
                "Left empty, the limit is 30 days.",
            ),
            basis="Luật Tố cáo 2018 Đ30",
        ),
        _shared("severity", Kind.CHOICE, "Mức độ", "Severity", values=SEVERITIES, required=True),
        _shared(
            "risk",
            Kind.FLAG,
            "Nguy cơ bạo lực, mất trật tự công cộng",
            "Risk of violence",
            required=True,
            basis="Luật Hòa giải ở cơ sở Đ10.4",
        ),
        _shared(
            "resolving_body",
            Kind.CHOICE,
            "Cơ quan chủ trì giải quyết",
            "Resolving body",
            values=BODIES,
            required=True,
        ),
        _shared("result", Kind.CHOICE, "Kết quả", "Result", values=RESULTS, required_in=ENDED),
        _shared("resolved_on", Kind.DATE, "Ngày giải quyết", "Resolved on", required_in=ENDED),
        _private("agreement", Kind.TEXT, "Văn bản hòa giải thành", "Agreement"),
        Field(
            name="relapse_of",
            kind=Kind.REFERENCE,
            label=Label("Tái phát từ vụ", "Relapse of"),
            travel=Travel.SHARED,
            register="disputes",
            help=Label(
                "Tái phát ghi thành vụ mới và chỉ vụ trước; vụ trước giữ nguyên ngày.",
                "A relapse is a new case that names the first; the first keeps its date.",
            ),
        ),
    ),
)
