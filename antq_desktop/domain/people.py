"""The person block: what a register may hold of a person (TT 28/2020/TT-BCA Đ5.3a)."""

from __future__ import annotations

from antq_desktop.domain.fields import Field, Kind, Label, codes

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
        name="id_number",
        kind=Kind.PERSONAL_NUMBER,
        label=Label("Số định danh cá nhân/CMND", "Personal number"),
    ),
    Field(name="id_issued_on", kind=Kind.DATE, label=Label("Ngày cấp", "Issued on")),
    Field(name="id_issued_by", kind=Kind.TEXT, label=Label("Nơi cấp", "Issued by")),
    Field(name="nationality", kind=Kind.TEXT, label=Label("Quốc tịch", "Nationality")),
    Field(name="occupation", kind=Kind.TEXT, label=Label("Nghề nghiệp", "Occupation")),
    Field(name="address_unit", kind=Kind.UNIT, label=Label("Xã, phường", "Commune")),
    Field(name="address", kind=Kind.TEXT, label=Label("Nơi ở hiện tại", "Present address")),
    Field(name="phone", kind=Kind.PHONE, label=Label("Số điện thoại", "Phone")),
)
