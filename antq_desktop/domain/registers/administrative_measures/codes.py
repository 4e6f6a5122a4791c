"""The coded values of R03, and which belong together."""

from __future__ import annotations

from antq_desktop.domain.ages import MINORS_LAW
from antq_desktop.domain.fields import Code, Label, codes

# Whether "trường giáo dưỡng" is still an administrative measure under the law on minors was not
# verified: no new file for it is taken from that day on until somebody confirms it.
MEASURES = (
    Code(
        "reform_school",
        Label("Đưa vào trường giáo dưỡng", "Reform school"),
        valid_to=MINORS_LAW,
        verified=False,
    ),
    *codes(
        (
            "compulsory_education",
            "Đưa vào cơ sở giáo dục bắt buộc",
            "Compulsory education centre",
        ),
        (
            "compulsory_rehabilitation",
            "Đưa vào cơ sở cai nghiện bắt buộc",
            "Compulsory rehabilitation centre",
        ),
        (
            "compulsory_rehabilitation_minor",
            "Đưa vào cơ sở cai nghiện bắt buộc (đủ 12 đến dưới 18 tuổi)",
            "Compulsory rehabilitation centre (12 to under 18)",
        ),
    ),
)
REHABILITATION = frozenset({"compulsory_rehabilitation", "compulsory_rehabilitation_minor"})

GROUNDS = codes(
    (
        "child_especially_serious",
        "Đủ 12 đến dưới 14 tuổi: có dấu hiệu tội phạm đặc biệt nghiêm trọng",
        "12 to under 14: signs of an especially serious crime",
    ),
    (
        "minor_very_serious",
        (
            "Đủ 14 đến dưới 16 tuổi: có dấu hiệu tội phạm rất nghiêm trọng, đặc biệt nghiêm"
            " trọng (trừ các tội tại Điều 12.2 BLHS)"
        ),
        "14 to under 16: signs of a very or especially serious crime (Penal Code 12.2 apart)",
    ),
    (
        "minor_after_education",
        "Đủ 14 đến dưới 16 tuổi: hành vi tại Điều 90.2, 90.3, đã bị giáo dục tại xã",
        "14 to under 16: an act of Art. 90.2, 90.3, already under commune education",
    ),
    (
        "youth_after_education",
        "Đủ 16 đến dưới 18 tuổi: hành vi tại Điều 90.4, đã bị giáo dục tại xã",
        "16 to under 18: an act of Art. 90.4, already under commune education",
    ),
    (
        "third_violation_no_residence",
        (
            "Đủ 18 tuổi: đã bị xử phạt 02 lần, bị lập biên bản lần thứ ba trong 06 tháng (Điều"
            " 90.6), không có nơi cư trú ổn định"
        ),
        "18 and over: third violation in 06 months (Art. 90.6), no stable residence",
    ),
    (
        "adult_after_education",
        "Đủ 18 tuổi: hành vi tại Điều 90.6, đã bị giáo dục tại xã",
        "18 and over: an act of Art. 90.6, already under commune education",
    ),
    (
        "no_voluntary_treatment",
        "Không đăng ký, không thực hiện hoặc tự ý chấm dứt cai nghiện tự nguyện",
        "Did not register for, carry out, or left voluntary rehabilitation",
    ),
    (
        "use_during_treatment",
        "Bị phát hiện sử dụng trái phép chất ma túy trong thời gian cai nghiện tự nguyện",
        "Caught using drugs during voluntary rehabilitation",
    ),
    (
        "opioid_without_substitution",
        "Nghiện chất dạng thuốc phiện: không điều trị thay thế hoặc bị chấm dứt điều trị thay thế",
        "Opioid addiction: without substitution treatment, or expelled from it",
    ),
    (
        "relapse_after_treatment",
        "Tái nghiện trong thời gian quản lý sau cai nghiện",
        "Relapsed during management after rehabilitation",
    ),
)
#: Luật XLVPHC Đ92, 94, 96 (amended by Luật 67/2020/QH14); Luật PCMT 2021 Đ32, 33.
GROUNDS_OF = {
    "reform_school": frozenset(
        {
            "child_especially_serious",
            "minor_very_serious",
            "minor_after_education",
            "youth_after_education",
        }
    ),
    "compulsory_education": frozenset({"third_violation_no_residence", "adult_after_education"}),
    "compulsory_rehabilitation": frozenset(
        {
            "no_voluntary_treatment",
            "use_during_treatment",
            "opioid_without_substitution",
            "relapse_after_treatment",
        }
    ),
    "compulsory_rehabilitation_minor": frozenset(
        {"no_voluntary_treatment", "use_during_treatment", "opioid_without_substitution"}
    ),
}
#: The least age of each measure, and the first that is too great.
AGES: dict[str, tuple[int, int | None]] = {
    "reform_school": (12, 18),
    "compulsory_education": (18, None),
    "compulsory_rehabilitation": (18, None),
    "compulsory_rehabilitation_minor": (12, 18),
}
#: Months from the last act within which a measure may be decided. Luật XLVPHC Đ6.2b as amended in
#: 2020 for the reform school; the rest of Đ6.2 was not read, see VERIFIED_LIMITATIONS.
LIMITATIONS = {
    "child_especially_serious": 12,
    "minor_very_serious": 12,
    "minor_after_education": 6,
    "youth_after_education": 6,
    "third_violation_no_residence": 12,
    "adult_after_education": 12,
    "no_voluntary_treatment": 3,
    "use_during_treatment": 3,
    "opioid_without_substitution": 3,
    "relapse_after_treatment": 3,
}
#: The measures whose limitation stands in a text that was read.
VERIFIED_LIMITATIONS = frozenset({"reform_school"})
#: Not an administrative measure (Luật PCMT 2021 Đ33.4): the law on these knows no limit of it.
NO_MEASURE = frozenset({"compulsory_rehabilitation_minor"})
#: Months: Luật XLVPHC Đ91, 93, 95 (not verified); minors Luật PCMT 2021 Đ33.
TERMS = {
    "reform_school": (6, 24),
    "compulsory_education": (6, 24),
    "compulsory_rehabilitation": (12, 24),
    "compulsory_rehabilitation_minor": (6, 12),
}

DOCUMENTS = codes(
    ("violation_record", "Biên bản vi phạm", "Record of the violation"),
    ("proposal", "Văn bản đề nghị lập, chuyển hồ sơ", "Proposal to make or pass on the file"),
    ("background", "Bản tóm tắt lý lịch", "Summary of the background"),
    ("statement", "Bản tường trình", "Written statement"),
    ("addiction_result", "Phiếu kết quả xác định tình trạng nghiện", "Result on the addiction"),
    ("sanction_decision", "Quyết định xử phạt", "Sanction decision"),
    ("guardian_opinion", "Ý kiến cha mẹ, người giám hộ", "Opinion of parents or guardian"),
    ("notice", "Thông báo lập hồ sơ", "Notice of the file"),
    ("other", "Tài liệu khác", "Other document"),
)
MANAGEMENT = codes(
    ("family", "Giao gia đình", "Family"),
    ("peoples_committee", "Giao Ủy ban nhân dân cấp xã", "Commune People's Committee"),
    ("centre", "Giao trung tâm, cơ sở cai nghiện", "Centre"),
)
DECISIONS = codes(
    ("applied", "Áp dụng", "Applied"),
    ("not_applied", "Không áp dụng", "Not applied"),
    ("terminated", "Đình chỉ", "Terminated"),
    ("suspended", "Tạm đình chỉ", "Suspended"),
    ("file_returned", "Trả hồ sơ", "File returned"),
)
EXECUTIONS = codes(
    ("sent_off", "Đã đưa đi", "Sent off"),
    ("postponed", "Hoãn", "Postponed"),
    ("exempted", "Miễn", "Exempted"),
    ("absconded", "Bỏ trốn – truy tìm", "Absconded, being traced"),
    ("completed", "Chấp hành xong", "Completed"),
)
#: Which of them say that the person was there, and which that he cannot be sent off for now.
SENT_OFF = frozenset({"sent_off", "completed"})
HINDERED = frozenset({"postponed", "exempted", "absconded"})
STATES = codes(
    ("collecting", "Đang thu thập", "Being collected"),
    ("filed", "Đã lập hồ sơ", "File made"),
    ("notified", "Đã thông báo (chờ đọc hồ sơ)", "Notified (file open to be read)"),
    ("sent", "Đã gửi", "Sent"),
    ("returned", "Trả bổ sung", "Returned to be supplemented"),
    ("court_accepted", "Tòa án thụ lý", "Accepted by the court"),
    ("decided", "Có quyết định", "Decided"),
    ("executing", "Đang thi hành", "Being executed"),
    ("postponed", "Hoãn/miễn", "Postponed or exempted"),
    ("absconded", "Truy tìm", "Being traced"),
    ("completed", "Chấp hành xong", "Completed"),
    ("archived", "Nộp lưu", "Archived"),
)
#: States from which facts are demanded; an archived file may have ended before the court decided.
EXECUTED = frozenset({"executing", "postponed", "absconded", "completed"})
DECIDED = EXECUTED | {"decided"}
SENT = DECIDED | {"sent", "returned", "court_accepted", "archived"}
NOTIFIED = SENT | {"notified"}
FILED = NOTIFIED | {"filed"}
