"""The fields of R03 in the order in which a file grows."""

from __future__ import annotations

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label
from antq_desktop.domain.register import Section
from antq_desktop.domain.registers.administrative_measures.codes import (
    DECIDED,
    DECISIONS,
    DOCUMENTS,
    EXECUTIONS,
    FILED,
    GROUNDS,
    MANAGEMENT,
    MEASURES,
    NOTIFIED,
    SENT,
)
from antq_desktop.domain.violations import violations

FILE = Section(
    Label("Hồ sơ", "File"),
    (
        shared(
            "detected_on",
            Kind.DATE,
            ("Ngày phát hiện", "Detected on"),
            required=True,
            help=Label(
                "Ngày phát hiện hành vi là căn cứ lập hồ sơ. Hồ sơ cai nghiện bắt buộc phải lập"
                " trong 05 ngày làm việc kể từ ngày này.",
                "The day on which the act behind the file was detected. A file for compulsory"
                " rehabilitation is made within 05 working days of it.",
            ),
            basis="NĐ 116/2021/NĐ-CP Đ40, 50",
        ),
        shared(
            "measure",
            Kind.CHOICE,
            ("Biện pháp đề nghị", "Measure proposed"),
            codes=MEASURES,
            required=True,
            help=Label(
                "Từ 01/01/2026 chưa xác minh được trường giáo dưỡng có còn là biện pháp xử lý hành"
                " chính hay không: tạm không lập hồ sơ mới.",
                "Whether reform school is still an administrative measure from 01/01/2026 on could"
                " not be verified: no new files for now.",
            ),
            basis="Luật XLVPHC Đ92, 94, 96; Luật PCMT 2021 Đ32, 33; Luật 59/2024/QH15",
        ),
        shared(
            "ground",
            Kind.CHOICE,
            ("Căn cứ áp dụng", "Ground"),
            codes=GROUNDS,
            required_in=FILED,
            basis="Luật XLVPHC Đ92, 94, 96 (sửa đổi năm 2020); Luật PCMT 2021 Đ32, 33",
        ),
        shared(
            "stable_residence",
            Kind.FLAG,
            ("Có nơi cư trú ổn định", "Stable residence"),
            required_in=FILED,
            help=Label(
                "Thường xuyên sống tại nơi đăng ký cư trú, hoặc từ 30 ngày trở lên tại nơi ở hiện"
                " tại có xác nhận của Trưởng Công an xã.",
                "Lives where registered, or at the present place for 30 days or more as the head"
                " of the commune police confirms.",
            ),
            basis="NĐ 105/2021/NĐ-CP Đ41.2, 41.3",
        ),
        private("file_number", Kind.TEXT, ("Số hồ sơ", "File number"), required_in=FILED),
        shared("file_date", Kind.DATE, ("Ngày lập hồ sơ", "File made on"), required_in=FILED),
        private("compiled_by", Kind.OFFICER, ("Người lập hồ sơ", "Compiled by"), required_in=FILED),
    ),
)

SUBJECT = Section(
    Label("Người bị đề nghị, vi phạm", "Person and violations"),
    (
        private(
            "person", Kind.PERSON, ("Người bị đề nghị", "Person of the proposal"), required=True
        ),
        private(
            "guardian",
            Kind.PERSON,
            ("Cha mẹ, người giám hộ", "Parent or guardian"),
            help=Label("Bắt buộc với người dưới 18 tuổi.", "Demanded for those under 18."),
        ),
        violations(FILED, "Luật XLVPHC Đ90, 94 (sửa đổi năm 2020)"),
        private(
            "addiction_result",
            Kind.TEXT,
            ("Phiếu xác định tình trạng nghiện (số, ngày)", "Result on the addiction (number)"),
        ),
        private(
            "prior_education",
            Kind.REFERENCE,
            ("Hồ sơ giáo dục tại xã trước đó", "Commune education before"),
            register="commune_education",
        ),
        shared(
            "interim_management",
            Kind.CHOICE,
            ("Quản lý trong thời gian làm thủ tục", "Managed meanwhile by"),
            codes=MANAGEMENT,
            basis="Luật XLVPHC Đ131 (chưa xác minh)",
        ),
    ),
)

PASSING_ON = Section(
    Label("Thành phần, thông báo, gửi hồ sơ", "Documents, notice, sending"),
    (
        private(
            "documents",
            Kind.ROWS,
            ("Thành phần hồ sơ", "Documents"),
            required_in=FILED,
            help=Label(
                "Cai nghiện bắt buộc: mẫu 27, 29, 30, 31, 32, 38 của NĐ 116/2021/NĐ-CP. Mẫu của"
                " NĐ 140/2021/NĐ-CP chưa xác minh. Đánh bút lục, giữ lại một bộ sao.",
                "Compulsory rehabilitation: forms 27, 29, 30, 31, 32, 38 of NĐ 116/2021/NĐ-CP. The"
                " forms of NĐ 140/2021/NĐ-CP were not verified. Number the pages, keep a copy.",
            ),
            basis="NĐ 116/2021/NĐ-CP Đ42.4b, Phụ lục II",
            columns=(
                private(
                    "kind", Kind.CHOICE, ("Tài liệu", "Document"), codes=DOCUMENTS, required=True
                ),
                private("number", Kind.TEXT, ("Số, ký hiệu", "Number")),
                private("on", Kind.DATE, ("Ngày", "On")),
                private("pages", Kind.INTEGER, ("Số tờ", "Pages"), minimum=1),
            ),
        ),
        shared(
            "notified_on",
            Kind.DATE,
            ("Ngày thông báo cho người bị đề nghị", "Person notified on"),
            required_in=NOTIFIED,
            help=Label(
                "Người bị đề nghị có 03 ngày làm việc để đọc hồ sơ kể từ ngày này.",
                "From this day the person has 03 working days to read the file.",
            ),
            basis="Luật XLVPHC Đ97.4, 99.3, 101.3, 103.2; NĐ 116/2021/NĐ-CP Đ42.3",
        ),
        shared(
            "sent_on",
            Kind.DATE,
            ("Ngày gửi hồ sơ", "Sent on"),
            required_in=SENT,
            help=Label(
                "Trong 01 ngày làm việc kể từ khi hết thời hạn đọc hồ sơ.",
                "Within 01 working day after the time for reading has ended.",
            ),
            basis="Luật 67/2020/QH14; NĐ 116/2021/NĐ-CP Đ42.4",
        ),
        private("sent_to", Kind.ORGANIZATION, ("Nơi nhận hồ sơ", "Sent to"), required_in=SENT),
        shared(
            "returned_on",
            Kind.DATE,
            ("Ngày trả hồ sơ để bổ sung (lần cuối)", "Returned on (last time)"),
            help=Label(
                "Bổ sung trong 02 ngày làm việc kể từ ngày này.",
                "To be supplemented within 02 working days of it.",
            ),
            basis="Luật XLVPHC Đ100.1, 102.1, 104.1; NĐ 116/2021/NĐ-CP Đ43",
        ),
        shared(
            "supplemented_on",
            Kind.DATE,
            ("Ngày gửi lại hồ sơ đã bổ sung", "Supplemented file sent on"),
        ),
        shared(
            "to_court_on",
            Kind.DATE,
            ("Ngày hồ sơ được chuyển Tòa án", "Passed to the court on"),
            basis="Luật XLVPHC Đ100.1, 102.1, 104.1; NĐ 116/2021/NĐ-CP Đ43",
        ),
        shared(
            "court_asked_on",
            Kind.DATE,
            ("Ngày nhận yêu cầu của Tòa án", "Question of the court received on"),
            basis="NĐ 116/2021/NĐ-CP Đ43.3",
        ),
        shared(
            "court_answered_on",
            Kind.DATE,
            ("Ngày trả lời Tòa án", "Court answered on"),
            basis="NĐ 116/2021/NĐ-CP Đ43.3",
        ),
    ),
)

DECISION = Section(
    Label("Quyết định của Tòa án", "Decision of the court"),
    (
        private("court", Kind.ORGANIZATION, ("Tòa án", "Court")),
        private("court_decision_number", Kind.TEXT, ("Số quyết định", "Decision number")),
        shared(
            "court_decision_date",
            Kind.DATE,
            ("Ngày quyết định", "Decision date"),
            required_in=DECIDED,
        ),
        shared(
            "decision", Kind.CHOICE, ("Kết quả", "Decision"), codes=DECISIONS, required_in=DECIDED
        ),
        shared(
            "term_months",
            Kind.INTEGER,
            ("Thời hạn (tháng)", "Term (months)"),
            minimum=1,
            basis="Luật XLVPHC Đ91, 93, 95 (chưa xác minh); Luật PCMT 2021 Đ33",
        ),
        shared(
            "decision_effective_on",
            Kind.DATE,
            ("Ngày quyết định có hiệu lực", "Decision in force on"),
            help=Label(
                "Tòa án gửi quyết định trong 03 ngày kể từ ngày này.",
                "The court sends the decision within 03 days of it.",
            ),
            basis="Luật XLVPHC Đ107 (sửa đổi năm 2020)",
        ),
        shared(
            "decision_received_on",
            Kind.DATE,
            ("Ngày nhận quyết định", "Decision received on"),
            help=Label(
                "Tổ chức thi hành trong 05 ngày kể từ ngày này.",
                "Execution is organised within 05 days of it.",
            ),
            basis="Luật XLVPHC Đ110.1 (sửa đổi năm 2020)",
        ),
    ),
)

EXECUTION = Section(
    Label("Thi hành", "Execution"),
    (
        shared(
            "executions",
            Kind.ROWS,
            ("Thi hành quyết định", "Execution"),
            help=Label(
                "Mỗi lần đưa đi, hoãn, miễn, bỏ trốn, chấp hành xong ghi một dòng.",
                "A line for each time: sent off, postponed, exempted, absconded, completed.",
            ),
            columns=(
                shared("kind", Kind.CHOICE, ("Nội dung", "What"), codes=EXECUTIONS, required=True),
                shared("on", Kind.DATE, ("Ngày", "On"), required=True),
                private("note", Kind.TEXT, ("Ghi chú", "Note")),
            ),
        ),
    ),
)
