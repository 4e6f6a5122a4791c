"""The fields of U5: the columns of the books of NĐ 30/2020/NĐ-CP, Phụ lục IV, in one book."""

from __future__ import annotations

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label
from antq_desktop.domain.register import Section
from antq_desktop.domain.registers.documents.codes import (
    CLASSIFICATIONS,
    DIRECTIONS,
    KINDS,
    SERIES,
    URGENCIES,
)

SECRETS = (
    "Luật Bảo vệ bí mật nhà nước 29/2018/QH14 Đ5.5 (từ 01/03/2026: 117/2025/QH15);"
    " NĐ 30/2020/NĐ-CP Đ15"
)
ANNEX = "NĐ 30/2020/NĐ-CP, Phụ lục IV"

REGISTRATION = Section(
    Label("Đăng ký", "Registration"),
    (
        shared(
            "direction",
            Kind.CHOICE,
            ("Văn bản đi, đến", "Direction"),
            codes=DIRECTIONS,
            required=True,
        ),
        shared("series", Kind.CHOICE, ("Hệ thống số", "Series"), codes=SERIES, required=True),
        private(
            "number",
            Kind.INTEGER,
            ("Số", "Number"),
            required=True,
            minimum=1,
            help=Label(
                "Văn bản đi: số văn bản. Văn bản đến: số đến. Mỗi năm một dãy số liên tục từ"
                " 01/01 đến 31/12.",
                "Outgoing: the number of the document. Incoming: the number of its arrival. One"
                " unbroken series a year, from 01/01 to 31/12.",
            ),
            basis="NĐ 30/2020/NĐ-CP Đ15",
        ),
        shared(
            "registered_on",
            Kind.DATE,
            ("Ngày đăng ký (ngày đến)", "Registered (arrived) on"),
            required=True,
            basis=ANNEX,
        ),
        private(
            "symbol",
            Kind.TEXT,
            ("Số, ký hiệu", "Number and symbol"),
            required=True,
            help=Label(
                "Ghi như trên văn bản, ví dụ 05/BC-CAX: số nhỏ hơn 10 có số 0 đứng trước, không có"
                " dấu cách.",
                "As on the document, such as 05/BC-CAX: a zero before numbers below 10, no blanks.",
            ),
            basis="NĐ 30/2020/NĐ-CP, Phụ lục I",
        ),
        shared(
            "document_on", Kind.DATE, ("Ngày tháng văn bản", "Date of the document"), required=True
        ),
        shared(
            "kind",
            Kind.CHOICE,
            ("Tên loại", "Kind"),
            codes=KINDS,
            required=True,
            basis="NĐ 30/2020/NĐ-CP, Phụ lục III",
        ),
        shared(
            "classification",
            Kind.CHOICE,
            ("Độ mật", "Classification"),
            codes=CLASSIFICATIONS,
            required=True,
            help=Label(
                "Văn bản mật có sổ riêng và không được nhập vào máy này.",
                "Classified documents have a book of their own and may not be entered here.",
            ),
            basis=SECRETS,
        ),
        private("summary", Kind.TEXT, ("Trích yếu nội dung", "Summary"), required=True),
        shared("urgency", Kind.CHOICE, ("Mức độ khẩn", "Urgency"), codes=URGENCIES),
    ),
)
OUTGOING_PART = Section(
    Label("Văn bản đi", "Outgoing document"),
    (
        private("signer", Kind.TEXT, ("Người ký", "Signed by"), basis=ANNEX),
        private("recipients", Kind.TEXT, ("Nơi nhận", "Recipients"), basis=ANNEX),
        private(
            "copy_kept_by",
            Kind.TEXT,
            ("Đơn vị, người nhận bản lưu", "File copy kept by"),
            basis=ANNEX,
        ),
        private("copies", Kind.INTEGER, ("Số lượng bản", "Copies"), minimum=1, basis=ANNEX),
        private("envelopes", Kind.INTEGER, ("Số lượng bì", "Envelopes"), basis=ANNEX),
        private(
            "corrects",
            Kind.REFERENCE,
            ("Thay thế, đính chính văn bản", "Replaces or corrects"),
            register="documents",
            help=Label(
                "Sai nội dung: thay bằng văn bản tương đương. Sai thể thức: đính chính bằng công"
                " văn.",
                "Wrong content: replaced by an equal document. Wrong form: corrected by a letter.",
            ),
            basis="NĐ 30/2020/NĐ-CP Đ18.3",
        ),
    ),
)
INCOMING_PART = Section(
    Label("Văn bản đến", "Incoming document"),
    (
        private("author", Kind.ORGANIZATION, ("Tác giả", "Author"), basis=ANNEX),
        private("assignee", Kind.TEXT, ("Đơn vị hoặc người nhận", "Assigned to"), basis=ANNEX),
    ),
)
HANDLING = Section(
    Label("Chuyển giao, giải quyết", "Handling"),
    (
        shared(
            "passed_on",
            Kind.DATE,
            ("Ngày chuyển", "Passed on"),
            required_in=frozenset({"passed_on"}),
            basis=ANNEX,
        ),
        private("received_by", Kind.TEXT, ("Người ký nhận", "Received by"), basis=ANNEX),
        shared("due", Kind.DATE, ("Thời hạn", "Due"), basis=ANNEX),
        shared(
            "resolved_on",
            Kind.DATE,
            ("Ngày giải quyết xong", "Dealt with on"),
            required_in=frozenset({"resolved"}),
        ),
        private("progress", Kind.TEXT, ("Tiến độ", "Progress"), basis=ANNEX),
        private(
            "reply_symbol",
            Kind.TEXT,
            ("Số, ký hiệu văn bản trả lời", "Number and symbol of the reply"),
            basis=ANNEX,
        ),
        private("note", Kind.TEXT, ("Ghi chú", "Note"), basis=ANNEX),
    ),
)
