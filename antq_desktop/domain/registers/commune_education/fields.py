"""The fields of R04 in the order in which a file grows."""

from __future__ import annotations

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label
from antq_desktop.domain.register import Section
from antq_desktop.domain.registers.commune_education.codes import (
    ACTS,
    ALTERNATIVES,
    ATTENDEES,
    BEHAVIOURS,
    CLAUSES,
    DECIDED,
    DECISIONS,
    END_KINDS,
    ENDED,
    MET,
    NOTIFIED,
    PROPOSERS,
    SENT,
    SERVING,
)
from antq_desktop.domain.violations import violations

FILE = Section(
    Label("Hồ sơ", "File"),
    (
        private("file_number", Kind.TEXT, ("Số hồ sơ", "File number"), required=True),
        shared("file_date", Kind.DATE, ("Ngày lập hồ sơ", "File made on"), required=True),
        shared(
            "subject_clause",
            Kind.CHOICE,
            ("Khoản áp dụng (Điều 90)", "Clause of Art. 90"),
            codes=CLAUSES,
            required=True,
            basis="Luật XLVPHC Đ90 (sửa đổi bởi Luật 67/2020/QH14)",
        ),
        shared(
            "proposer",
            Kind.CHOICE,
            ("Cơ quan, người lập hồ sơ đề nghị", "Proposed by"),
            codes=PROPOSERS,
            required=True,
            basis="Luật XLVPHC Đ97",
        ),
        shared(
            "acts",
            Kind.CHOICES,
            ("Hành vi", "Acts"),
            codes=ACTS,
            required=True,
            basis="Luật XLVPHC Đ90 (sửa đổi bởi Luật 67/2020/QH14)",
        ),
    ),
)

SUBJECT = Section(
    Label("Người bị áp dụng, vi phạm", "Person and violations"),
    (
        private("person", Kind.PERSON, ("Người bị áp dụng", "Person concerned"), required=True),
        private(
            "guardian",
            Kind.PERSON,
            ("Cha mẹ, người giám hộ", "Parent or guardian"),
            help=Label("Bắt buộc với người dưới 18 tuổi.", "Demanded for those under 18."),
        ),
        violations(NOTIFIED, "Luật XLVPHC Đ6.2a, 90 (sửa đổi bởi Luật 67/2020/QH14)"),
    ),
)

MEETING = Section(
    Label("Thông báo, họp tư vấn", "Notice and advisory meeting"),
    (
        shared(
            "notified_on",
            Kind.DATE,
            ("Ngày thông báo cho người bị đề nghị", "Person notified on"),
            required_in=NOTIFIED,
            help=Label(
                "Người bị đề nghị có 03 ngày làm việc để đọc hồ sơ kể từ ngày này.",
                "From this day the person has 03 working days to read the file.",
            ),
            basis="Luật XLVPHC Đ97.4",
        ),
        shared(
            "sent_on",
            Kind.DATE,
            ("Ngày gửi hồ sơ", "File sent on"),
            required_in=SENT,
            help=Label(
                "Trong 01 ngày làm việc kể từ khi hết thời hạn đọc hồ sơ.",
                "Within 01 working day after the time for reading has ended.",
            ),
            basis="Luật XLVPHC Đ97.4",
        ),
        shared(
            "received_on",
            Kind.DATE,
            ("Ngày Ủy ban nhân dân nhận hồ sơ", "Received by the People's Committee on"),
            required_in=MET,
            help=Label(
                "Họp tư vấn trong 07 ngày làm việc kể từ ngày này.",
                "The advisory meeting is held within 07 working days of it.",
            ),
            basis="Luật XLVPHC Đ98.1",
        ),
        shared(
            "meeting_on",
            Kind.DATE,
            ("Ngày họp tư vấn", "Meeting on"),
            required_in=MET,
            help=Label(
                "Quyết định trong 02 ngày làm việc kể từ khi họp xong.",
                "The decision is made within 02 working days of the meeting.",
            ),
            basis="Luật XLVPHC Đ98.1, 98.2",
        ),
        private(
            "attendees",
            Kind.ROWS,
            ("Thành phần họp", "Attendees"),
            help=Label(
                "Chủ tịch Ủy ban nhân dân chủ trì; phải mời người bị đề nghị và cha mẹ, người giám"
                " hộ.",
                "The chairman presides; the person and the parents must be invited.",
            ),
            basis="Luật XLVPHC Đ98.1",
            columns=(
                private(
                    "role", Kind.CHOICE, ("Thành phần", "Role"), codes=ATTENDEES, required=True
                ),
                private("name", Kind.TEXT, ("Họ tên", "Name")),
                private("attended", Kind.FLAG, ("Có mặt", "Attended")),
            ),
        ),
        private("minutes", Kind.TEXT, ("Biên bản họp (số, ngày)", "Minutes (number, date)")),
    ),
)

DECISION = Section(
    Label("Quyết định", "Decision"),
    (
        shared(
            "decision", Kind.CHOICE, ("Kết quả", "Decision"), codes=DECISIONS, required_in=DECIDED
        ),
        private("decision_number", Kind.TEXT, ("Số quyết định", "Decision number")),
        shared(
            "decision_date",
            Kind.DATE,
            ("Ngày quyết định", "Decision date"),
            required_in=DECIDED,
            basis="Luật XLVPHC Đ98.2: 02 ngày làm việc sau khi họp",
        ),
        shared(
            "alternative_measure",
            Kind.CHOICE,
            ("Biện pháp thay thế", "Alternative measure"),
            codes=ALTERNATIVES,
            help=Label(
                "Người được áp dụng biện pháp thay thế tính riêng, không tính vào số giáo dục"
                " tại xã.",
                "Persons under an alternative measure are counted apart.",
            ),
            basis="Luật XLVPHC Đ140, 140a (chưa xác minh)",
        ),
        shared(
            "term_months",
            Kind.INTEGER,
            ("Thời hạn (tháng)", "Term (months)"),
            required_in=SERVING,
            minimum=1,
            basis="Luật XLVPHC Đ89.2, 140a (chưa xác minh)",
        ),
        shared("term_from", Kind.DATE, ("Từ ngày", "From"), required_in=SERVING),
        shared(
            "term_to",
            Kind.DATE,
            ("Đến ngày", "Until"),
            required_in=SERVING,
            help=Label(
                "Ngày đầu tiên không còn chấp hành, nếu không kết thúc sớm hơn.",
                "The first day on which it is over, unless it ended earlier.",
            ),
        ),
        private(
            "supervisor_organization",
            Kind.ORGANIZATION,
            ("Tổ chức được giao giám sát, giáo dục", "Supervising organisation"),
            required_in=SERVING,
        ),
        private("supervisor", Kind.TEXT, ("Người được phân công giúp đỡ", "Helper")),
        private("commitment", Kind.TEXT, ("Bản cam kết (số, ngày)", "Commitment (number, date)")),
    ),
)

SERVICE = Section(
    Label("Chấp hành, kết thúc", "Service and end"),
    (
        shared(
            "monthly_reviews",
            Kind.ROWS,
            ("Nhận xét hằng tháng", "Monthly reviews"),
            columns=(
                shared("on", Kind.DATE, ("Ngày", "On"), required=True),
                shared(
                    "behaviour",
                    Kind.CHOICE,
                    ("Nhận xét", "Behaviour"),
                    codes=BEHAVIOURS,
                    required=True,
                ),
                private("note", Kind.TEXT, ("Ghi chú", "Note")),
            ),
        ),
        shared(
            "end_kind",
            Kind.CHOICE,
            ("Kết thúc", "How it ended"),
            codes=END_KINDS,
            required_in=ENDED,
        ),
        shared(
            "end_date",
            Kind.DATE,
            ("Ngày kết thúc", "Ended on"),
            required_in=ENDED,
            help=Label(
                "Từ ngày này không còn tính là đang chấp hành.",
                "From this day on it no longer counts as being served.",
            ),
        ),
        private(
            "converted_to",
            Kind.REFERENCE,
            ("Hồ sơ biện pháp xử lý hành chính tiếp theo", "Administrative measure that followed"),
            register="administrative_measures",
        ),
    ),
)
