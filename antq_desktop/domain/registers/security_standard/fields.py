"""The fields of R07 in the order of a file: registration, criteria, meeting, decision."""

from __future__ import annotations

from functools import partial

from antq_desktop.domain.fields import Code, Field, Kind, Label, Travel, codes
from antq_desktop.domain.register import Section
from antq_desktop.domain.registers.organizations import EXCLUSIONS, LEVELS
from antq_desktop.domain.registers.security_standard.criteria import (
    CRITERION_CODES,
    SHORT_CODES,
    SUBJECT_KINDS,
)

CRITERION_RESULTS = codes(
    ("met", "Đạt", "Met"),
    ("not_met", "Chưa đạt", "Not met"),
    ("not_applicable", "Không áp dụng", "Not applicable"),
)
RESULTS = codes(("passed", "Đạt", "Met"), ("failed", "Chưa đạt", "Not met"))
#: The four grades of QĐ 510; the fourth was not found in a source.
GRADES = (
    *codes(("excellent", "Xuất sắc", "Excellent"), ("good", "Khá", "Good")),
    Code("average", Label("Trung bình", "Average")),
    Code("weak", Label("Yếu", "Weak"), verified=False),
)
STATES = codes(
    ("not_registered", "Chưa đăng ký", "Not registered"),
    ("registered", "Đã đăng ký", "Registered"),
    ("monitored", "Đang theo dõi", "Followed"),
    ("assessed", "Đã họp, tự đánh giá", "Meeting held, self-assessed"),
    ("submitted", "Đã nộp hồ sơ", "File submitted"),
    ("supplement_requested", "Yêu cầu bổ sung", "Supplement requested"),
    ("appraised", "Đã thẩm định", "Appraised"),
    ("passed", "Đạt", "Standard met"),
    ("failed", "Chưa đạt", "Standard not met"),
    ("certified", "Đã cấp giấy công nhận", "Certified"),
    ("revoked", "Thu hồi", "Revoked"),
)
RECOGNISED = frozenset({"passed", "certified", "revoked"})
DECIDED = RECOGNISED | {"failed"}
SUBMITTED = frozenset({"submitted", "supplement_requested", "appraised"}) | RECOGNISED
ASSESSED = SUBMITTED | {"assessed", "failed"}
REGISTERED = ASSESSED | {"registered", "monitored"}

_shared = partial(Field, travel=Travel.SHARED)

SUBJECT = Section(
    Label("Đối tượng xét", "Subject"),
    (
        _shared(
            name="year",
            kind=Kind.PARTIAL_DATE,
            label=Label("Năm xét", "Year"),
            required=True,
            help=Label(
                "Khu dân cư: 01/11 năm trước đến 31/10. Đối tượng khác: 16/11 năm trước đến 15/11.",
                "Residential areas: 1 November to 31 October. Others: 16 November to 15 November.",
            ),
            basis="TT 124/2021/TT-BCA Đ8.2",
        ),
        _shared(
            name="subject_kind",
            kind=Kind.CHOICE,
            label=Label("Loại đối tượng", "Kind of subject"),
            required=True,
            codes=SUBJECT_KINDS,
            basis="TT 124/2021/TT-BCA Đ1, 4-7",
        ),
        _shared(
            name="subject", kind=Kind.TEXT, label=Label("Tên đối tượng", "Subject"), required=True
        ),
        _shared(
            name="residential_area",
            kind=Kind.REFERENCE,
            label=Label("Khu dân cư trong sổ", "Residential area in its register"),
            register="residential_areas",
            help=Label(
                "Chọn trong sổ Khu dân cư: không chọn thì không được tính là đạt.",
                "Chosen from its register; without it, it is not counted as met.",
            ),
        ),
        _shared(
            name="organization",
            kind=Kind.REFERENCE,
            label=Label("Cơ quan, doanh nghiệp, trường trong sổ", "Organisation in its register"),
            register="organizations",
            help=Label(
                "Chọn trong sổ của cơ quan, doanh nghiệp, trường: không chọn thì không được tính.",
                "Chosen from its register; without it, it is not counted as met.",
            ),
        ),
        _shared(
            name="in_scope",
            kind=Kind.FLAG,
            label=Label("Thuộc diện xét", "In scope"),
            required=True,
            basis="TT 124/2021/TT-BCA Đ1.2b",
        ),
        _shared(
            name="exclusion",
            kind=Kind.CHOICE,
            label=Label("Lý do không xét", "Why not"),
            codes=EXCLUSIONS,
        ),
    ),
)
REGISTRATION = Section(
    Label("Đăng ký", "Registration"),
    (
        _shared(
            name="registered_on",
            kind=Kind.DATE,
            label=Label("Ngày đăng ký", "Registered on"),
            required_in=REGISTERED,
            help=Label("Trong quý I (đến 31/3).", "In the first quarter, up to 31 March."),
            basis="TT 124/2021/TT-BCA Đ4.1, 5.1, 6.1, 7.1",
        ),
        Field(
            name="registration_documents",
            kind=Kind.TEXT,
            label=Label("Hồ sơ đăng ký", "Registration file"),
            required_in=REGISTERED,
            help=Label(
                "Số nghị quyết của cấp ủy, kế hoạch, bản đăng ký.",
                "Numbers of the Party resolution, the plan, the registration.",
            ),
            basis="TT 124/2021/TT-BCA",
        ),
        _shared(
            name="households_total",
            kind=Kind.INTEGER,
            label=Label("Số hộ", "Households"),
            help=Label("Chỉ với khu dân cư.", "Of residential areas only."),
        ),
        _shared(
            name="households_registered",
            kind=Kind.INTEGER,
            label=Label("Số hộ đăng ký", "Households registered"),
            basis="TT 124/2021/TT-BCA Đ4.1",
        ),
    ),
)
CRITERIA = Section(
    Label("Kết quả từng tiêu chí", "Criteria"),
    (
        Field(
            name="subordinate_units",
            kind=Kind.INTEGER,
            label=Label("Số đầu mối trực thuộc", "Subordinate parts"),
            help=Label(
                "Chỉ với cơ quan, doanh nghiệp, trường: khoa, phòng, ban, phân xưởng, tổ.",
                "Of organisations only: faculties, offices, departments, teams.",
            ),
            basis="TT 124/2021/TT-BCA Đ6.5, 7.6",
        ),
        Field(
            name="good_subordinate_units",
            kind=Kind.INTEGER,
            label=Label("Số đầu mối hoàn thành tốt", "Of these did well"),
            help=Label(
                "Đạt Tập thể lao động tiên tiến hoặc hoàn thành tốt nhiệm vụ: từ 70% trở lên.",
                "Advanced collectives, or those that did their task well: 70% or more.",
            ),
            basis="TT 124/2021/TT-BCA Đ6.5, 7.6",
        ),
        Field(
            name="criteria",
            kind=Kind.ROWS,
            label=Label("Tiêu chí", "Criteria"),
            required_in=ASSESSED,
            help=Label(
                "Theo TT 124/2021/TT-BCA; nội dung TT 48/2025/TT-BCA sửa đổi chưa xác minh.",
                "By TT 124/2021/TT-BCA; what TT 48/2025/TT-BCA changed is not verified.",
            ),
            basis="TT 124/2021/TT-BCA Đ4-7, 8.1",
            columns=(
                _shared(
                    name="criterion",
                    kind=Kind.CHOICE,
                    label=Label("Tiêu chí", "Criterion"),
                    required=True,
                    codes=CRITERION_CODES,
                ),
                # A number and no name: what the province added is in its own table.
                _shared(
                    name="added",
                    kind=Kind.INTEGER,
                    label=Label("Số tiêu chí bổ sung", "Number of the added one"),
                    minimum=1,
                    help=Label(
                        "Chỉ với tiêu chí của tỉnh: số thứ tự trong bảng tiêu chí bổ sung.",
                        "Of criteria of the province only: the number in its table.",
                    ),
                    basis="TT 124/2021/TT-BCA Đ8.1",
                ),
                _shared(
                    name="result",
                    kind=Kind.CHOICE,
                    label=Label("Kết quả", "Result"),
                    required=True,
                    codes=CRITERION_RESULTS,
                ),
                _shared(
                    name="force_majeure",
                    kind=Kind.FLAG,
                    label=Label("Bất khả kháng", "Force majeure"),
                ),
                Field(name="evidence", kind=Kind.TEXT, label=Label("Tài liệu", "Evidence")),
                Field(name="note", kind=Kind.TEXT, label=Label("Ghi chú", "Note")),
            ),
        ),
    ),
)
FILE = Section(
    Label("Họp, nộp hồ sơ, thẩm định", "Meeting, file, appraisal"),
    (
        _shared(
            name="meeting_on",
            kind=Kind.DATE,
            label=Label("Ngày họp", "Meeting on"),
            required_in=ASSESSED,
            help=Label(
                "Khu dân cư: trưởng khu dân cư chủ trì. Xã: Thường trực Ban Chỉ đạo. "
                "Cơ quan, doanh nghiệp, trường: người đứng đầu chủ trì.",
                "Chaired by the head of the area, the steering committee of the commune, or the "
                "head of the organisation.",
            ),
            basis="TT 124/2021/TT-BCA Đ9.1",
        ),
        Field(
            name="minutes",
            kind=Kind.TEXT,
            label=Label("Biên bản họp", "Minutes"),
            basis="TT 124/2021/TT-BCA Đ9.2",
        ),
        _shared(
            name="submitted_on",
            kind=Kind.DATE,
            label=Label("Ngày gửi hồ sơ", "Submitted on"),
            required_in=SUBMITTED,
        ),
        Field(
            name="submission_document",
            kind=Kind.TEXT,
            label=Label("Số tờ trình", "Number of the proposal"),
            required_in=SUBMITTED,
            basis="TT 124/2021/TT-BCA Đ9.2",
        ),
        Field(name="appraised_by", kind=Kind.TEXT, label=Label("Nơi thẩm định", "Appraised by")),
        _shared(name="appraised_on", kind=Kind.DATE, label=Label("Ngày thẩm định", "Appraised on")),
        Field(name="appraisal", kind=Kind.LONG_TEXT, label=Label("Ý kiến thẩm định", "Appraisal")),
    ),
)
DECISION = Section(
    Label("Kết quả, công nhận", "Result and recognition"),
    (
        _shared(
            name="result",
            kind=Kind.CHOICE,
            label=Label("Kết quả", "Result"),
            required_in=DECIDED,
            codes=RESULTS,
            basis="TT 124/2021/TT-BCA Đ8.1",
        ),
        _shared(
            name="decision_number",
            kind=Kind.TEXT,
            label=Label("Số quyết định", "Decision number"),
            required_in=RECOGNISED,
            basis="TT 124/2021/TT-BCA Đ12.2",
        ),
        _shared(
            name="decision_on",
            kind=Kind.DATE,
            label=Label("Ngày quyết định", "Decision on"),
            required_in=RECOGNISED,
            help=Label(
                "Khu dân cư: trước 15/11. Đối tượng khác: trước 20/11.",
                "Residential areas: before 15 November. Others: before 20 November.",
            ),
            basis="TT 124/2021/TT-BCA Đ9.1",
        ),
        _shared(
            name="decision_level",
            kind=Kind.CHOICE,
            label=Label("Cấp quyết định", "Level"),
            required_in=RECOGNISED,
            codes=LEVELS,
            help=Label(
                "Khu dân cư: Chủ tịch UBND xã. Xã: Chủ tịch UBND cấp trên. Cơ quan, doanh nghiệp, "
                "trường: cấp có thẩm quyền hoặc được ủy quyền.",
                "Residential areas: the commune. Communes: the level above. Organisations: the "
                "competent level or the one it was delegated to.",
            ),
            basis="TT 124/2021/TT-BCA Đ10",
        ),
        _shared(
            name="delegated",
            kind=Kind.FLAG,
            label=Label("Theo ủy quyền", "Delegated"),
            basis="TT 124/2021/TT-BCA Đ10.5",
        ),
        Field(
            name="certificate_number",
            kind=Kind.TEXT,
            label=Label("Số Giấy công nhận", "Certificate number"),
            required_in=frozenset({"certified"}),
            basis="TT 124/2021/TT-BCA Đ12.2",
        ),
        _shared(
            name="fail_reasons",
            kind=Kind.CHOICES,
            label=Label("Tiêu chí chưa đạt", "Criteria not met"),
            required_in=frozenset({"failed"}),
            codes=SHORT_CODES,
        ),
    ),
)
GRADING = Section(
    Label("Phân loại phong trào (QĐ 510)", "Grading of the movement (QĐ 510)"),
    (
        _shared(
            name="grade",
            kind=Kind.CHOICE,
            label=Label("Phân loại", "Grade"),
            codes=GRADES,
            help=Label(
                "Khác với Đạt, Chưa đạt. Ghi theo văn bản phân loại: mức điểm chưa xác minh.",
                "Not the same as met or not met. As decided: the thresholds are not verified.",
            ),
            basis="QĐ 510/QĐ-BCA-V05 ngày 20/01/2022",
        ),
        _shared(
            name="graded_on",
            kind=Kind.DATE,
            label=Label("Ngày phân loại", "Graded on"),
            help=Label(
                "Khu dân cư: trước 20/11. Đối tượng khác: trước 30/11.",
                "Residential areas: before 20 November. Others: before 30 November.",
            ),
            basis="QĐ 510/QĐ-BCA-V05",
        ),
        Field(name="score_self", kind=Kind.TEXT, label=Label("Điểm tự chấm", "Own score")),
        Field(name="score_final", kind=Kind.TEXT, label=Label("Điểm thẩm định", "Final score")),
    ),
)
SECTIONS = (SUBJECT, REGISTRATION, CRITERIA, FILE, DECISION, GRADING)
