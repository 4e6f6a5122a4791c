"""The person block: what a register may hold of a person (TT 28/2020/TT-BCA Đ5.3a).

Ethnicity and religion are sensitive and no form that is printed asks for them: they are not here.
"""

from __future__ import annotations

from antq_desktop.domain.fields import Field, Kind, Label, codes
from antq_desktop.domain.identity_papers import ID_KINDS

SEXES = codes(
    ("male", "Nam", "Male"), ("female", "Nữ", "Female"), ("unknown", "Không rõ", "Unknown")
)

#: The fields of a person value, in the order of the paper form.
PERSON_FIELDS = (
    Field(
        name="full_name",
        kind=Kind.TEXT,
        label=Label("Họ và tên khai sinh", "Full name"),
        required=True,
    ),
    Field(
        name="other_name",
        kind=Kind.TEXT,
        label=Label("Tên gọi khác, bí danh", "Other name, alias"),
    ),
    Field(
        name="born", kind=Kind.PARTIAL_DATE, label=Label("Ngày, tháng, năm sinh", "Date of birth")
    ),
    Field(name="sex", kind=Kind.CHOICE, label=Label("Giới tính", "Sex"), codes=SEXES),
    Field(
        name="id_kind",
        kind=Kind.CHOICE,
        label=Label("Loại giấy tờ", "Kind of paper"),
        codes=ID_KINDS,
        help=Label(
            "Để trống nếu là số định danh 12 số hoặc CMND 9 số.",
            "Leave it empty for a personal number of 12 digits or a CMND of 9.",
        ),
        basis="TT 28/2020/TT-BCA Đ5.3a; Luật Căn cước 26/2023/QH15 Đ12, 46",
    ),
    Field(
        name="id_number",
        kind=Kind.PAPER_NUMBER,
        label=Label("Số giấy tờ", "Number of the paper"),
        basis="Luật Căn cước 26/2023/QH15 Đ12",
    ),
    Field(name="id_issued_on", kind=Kind.DATE, label=Label("Ngày cấp", "Issued on")),
    Field(name="id_issued_by", kind=Kind.TEXT, label=Label("Nơi cấp", "Issued by")),
    Field(name="nationality", kind=Kind.TEXT, label=Label("Quốc tịch", "Nationality")),
    Field(name="occupation", kind=Kind.TEXT, label=Label("Nghề nghiệp", "Occupation")),
    Field(
        name="permanent_unit",
        kind=Kind.UNIT,
        label=Label("Xã, phường thường trú", "Commune of permanent residence"),
    ),
    Field(
        name="permanent_address",
        kind=Kind.TEXT,
        label=Label("Nơi thường trú", "Permanent residence"),
    ),
    Field(
        name="temporary_unit",
        kind=Kind.UNIT,
        label=Label("Xã, phường tạm trú", "Commune of temporary residence"),
    ),
    Field(
        name="temporary_address",
        kind=Kind.TEXT,
        label=Label("Nơi tạm trú", "Temporary residence"),
    ),
    Field(
        name="address_unit",
        kind=Kind.UNIT,
        label=Label("Xã, phường đang ở", "Commune of the present address"),
    ),
    Field(name="address", kind=Kind.TEXT, label=Label("Nơi ở hiện tại", "Present address")),
    Field(name="phone", kind=Kind.PHONE, label=Label("Số điện thoại", "Phone")),
)
