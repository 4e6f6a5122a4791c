"""The fields of R05 in the order of the decision and of what follows it."""

from __future__ import annotations

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label
from antq_desktop.domain.register import Section
from antq_desktop.domain.registers.wanted_persons.codes import (
    ENDED,
    FORCES,
    GROUPS,
    KINDS,
    MINUTES,
    OUTCOMES,
    TIES,
)

DECISION = Section(
    Label("Quyết định truy nã", "Decision"),
    (
        shared(
            "decision_number",
            Kind.TEXT,
            ("Số quyết định", "Decision number"),
            required=True,
            basis="TTLT 13/2012 Đ5, 6",
        ),
        shared("decision_date", Kind.DATE, ("Ngày quyết định", "Decision date"), required=True),
        shared(
            "decision_body",
            Kind.ORGANIZATION,
            ("Cơ quan ra quyết định", "Deciding body"),
            required=True,
        ),
        shared(
            "decision_kind",
            Kind.CHOICE,
            ("Loại quyết định", "Kind"),
            codes=KINDS,
            required=True,
            help=Label(
                "Truy tìm vào sổ để theo dõi, không tính vào chỉ tiêu truy nã.",
                "Tracing is kept in the book and counted in no figure of wanted persons.",
            ),
        ),
        private("decision_signer", Kind.TEXT, ("Người ký", "Signed by")),
        private("decision_address", Kind.TEXT, ("Địa chỉ cơ quan", "Address of the body")),
        private("decision_phone", Kind.PHONE, ("Điện thoại cơ quan", "Phone of the body")),
        shared("received_on", Kind.DATE, ("Ngày nhận", "Received on")),
        private("incoming_document", Kind.TEXT, ("Công văn đến", "Incoming document")),
    ),
)

WANTED = Section(
    Label("Người bị truy nã", "Wanted person"),
    (
        private(
            "person",
            Kind.PERSON,
            ("Người bị truy nã", "Wanted person"),
            required=True,
            help=Label(
                "Ghi nơi thường trú, nơi tạm trú và nơi ở hiện tại theo quyết định truy nã.",
                "Permanent, temporary and present residence as the decision has them.",
            ),
            basis="TTLT 13/2012 Đ5",
        ),
        private("features", Kind.LONG_TEXT, ("Đặc điểm nhận dạng", "Features")),
        private("photo", Kind.TEXT, ("Ảnh (nơi lưu)", "Photo (where it is kept)")),
        shared(
            "subject_group",
            Kind.CHOICE,
            ("Diện đối tượng", "Group"),
            codes=GROUPS,
            required=True,
            basis="TTLT 13/2012 Đ2",
        ),
        private("offence", Kind.TEXT, ("Tội danh", "Offence"), required=True),
        private("sentence", Kind.TEXT, ("Mức án", "Sentence")),
        shared(
            "tie",
            Kind.CHOICE,
            ("Liên quan địa bàn", "Tie to the commune"),
            codes=TIES,
            required=True,
            basis="TTLT 13/2012 Đ6",
        ),
        private(
            "persuasion",
            Kind.ROWS,
            ("Công tác vận động", "Persuasion"),
            help=Label(
                "Chỉ lưu ở đơn vị. Nội dung thuộc bí mật nhà nước thì ghi vào sổ mật, không nhập"
                " vào phần mềm này.",
                "Stays in the unit. What is a State secret goes into the secret book, not into this"
                " program.",
            ),
            columns=(
                private("on", Kind.DATE, ("Ngày", "On"), required=True),
                private("officer", Kind.OFFICER, ("Cán bộ", "Officer")),
                private("contacted", Kind.TEXT, ("Thân nhân gặp gỡ", "Relative contacted")),
                private("content", Kind.TEXT, ("Nội dung", "Content"), required=True),
                private("result", Kind.TEXT, ("Kết quả", "Result")),
            ),
        ),
    ),
)

OUTCOME = Section(
    Label("Kết quả, bàn giao", "Outcome and hand-over"),
    (
        shared("outcome", Kind.CHOICE, ("Kết quả", "Outcome"), codes=OUTCOMES, required_in=ENDED),
        shared(
            "outcome_at",
            Kind.MOMENT,
            ("Thời gian bắt, đầu thú", "Time of the outcome"),
            required_in=ENDED,
            help=Label(
                "Kỳ báo cáo tính theo ngày này. Sau khi bắt hoặc tiếp nhận đầu thú phải báo ngay"
                " cơ quan ra quyết định.",
                "This day decides the period. After an arrest or surrender the deciding body is"
                " told at once.",
            ),
            basis="BLTTHS Đ112, 152; TTLT 13/2012 Đ13, 16",
        ),
        shared(
            "outcome_unit", Kind.UNIT, ("Xã, phường nơi bắt, đầu thú", "Commune of the outcome")
        ),
        private("outcome_place", Kind.TEXT, ("Địa điểm", "Place")),
        shared("done_by", Kind.CHOICES, ("Lực lượng thực hiện", "Done by"), codes=FORCES),
        shared(
            "people_help",
            Kind.FLAG,
            ("Nhân dân tham gia, cung cấp tin", "The people helped"),
            help=Label(
                "Đánh dấu cả khi bắt theo tin của Nhân dân.",
                "Tick it also for an arrest on a tip of the people.",
            ),
        ),
        private(
            "tip",
            Kind.REFERENCE,
            ("Nguồn tin đã vào sổ", "The tip"),
            register="crime_reports",
        ),
        private(
            "minutes_form", Kind.CHOICE, ("Mẫu biên bản", "Form of the minutes"), codes=MINUTES
        ),
        private(
            "minutes_number",
            Kind.TEXT,
            ("Số biên bản", "Number of the minutes"),
            basis="TT 119/2021/TT-BCA",
        ),
        private("reported_to", Kind.ORGANIZATION, ("Cơ quan được báo", "Body told")),
        shared(
            "reported_at",
            Kind.MOMENT,
            ("Báo cơ quan ra quyết định lúc", "Deciding body told at"),
            basis="TTLT 13/2012 Đ13",
        ),
        shared(
            "handed_over_at",
            Kind.MOMENT,
            ("Bàn giao lúc", "Handed over at"),
            required_in=frozenset({"handed_over"}),
            help=Label(
                "Kèm biên bản bắt, lời khai, quyết định tạm giữ (nếu có).",
                "With the minutes, the statement, the decision on custody if there is one.",
            ),
            basis="TTLT 13/2012 Đ13",
        ),
        private(
            "handed_over_to",
            Kind.ORGANIZATION,
            ("Cơ quan nhận bàn giao", "Handed over to"),
            required_in=frozenset({"handed_over"}),
        ),
        private(
            "handover_minutes",
            Kind.TEXT,
            ("Biên bản bàn giao (mẫu 25, 72)", "Hand-over minutes (form 25, 72)"),
        ),
    ),
)
