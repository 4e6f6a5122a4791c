"""The coded values of R04, and which belong together (Luật XLVPHC Đ6.2a, 89, 90, 140, 140a)."""

from __future__ import annotations

from antq_desktop.domain.fields import Code, Label, codes

CLAUSES = codes(
    (
        "clause_1",
        "Khoản 1: đủ 12 đến dưới 14 tuổi, có dấu hiệu tội phạm rất nghiêm trọng do cố ý",
        "Clause 1: 12 to under 14, a very serious intentional crime",
    ),
    (
        "clause_2",
        "Khoản 2: đủ 14 đến dưới 16 tuổi, có dấu hiệu tội phạm nghiêm trọng do cố ý",
        "Clause 2: 14 to under 16, a serious intentional crime",
    ),
    (
        "clause_3",
        (
            "Khoản 3: đủ 14 đến dưới 16 tuổi, đã bị xử phạt 02 lần, bị lập biên bản lần thứ ba"
            " trong 06 tháng"
        ),
        "Clause 3: 14 to under 16, two sanctions and a third record in 06 months",
    ),
    (
        "clause_4",
        (
            "Khoản 4: đủ 16 đến dưới 18 tuổi, đã bị xử phạt 02 lần, bị lập biên bản lần thứ ba"
            " trong 06 tháng"
        ),
        "Clause 4: 16 to under 18, two sanctions and a third record in 06 months",
    ),
    (
        "clause_5",
        (
            "Khoản 5: đủ 14 tuổi trở lên, đã bị xử phạt 02 lần, bị lập biên bản lần thứ ba trong"
            " 06 tháng về sử dụng trái phép chất ma túy"
        ),
        "Clause 5: 14 and over, two sanctions and a third record of drug use in 06 months",
    ),
    (
        "clause_6",
        (
            "Khoản 6: đủ 18 tuổi trở lên, đã bị xử phạt 02 lần, bị lập biên bản lần thứ ba trong"
            " 06 tháng"
        ),
        "Clause 6: 18 and over, two sanctions and a third record in 06 months",
    ),
)
THRICE = frozenset({"clause_3", "clause_4", "clause_5", "clause_6"})
#: The least age of each clause, and the first that is too great.
AGES: dict[str, tuple[int, int | None]] = {
    "clause_1": (12, 14),
    "clause_2": (14, 16),
    "clause_3": (14, 16),
    "clause_4": (16, 18),
    "clause_5": (14, None),
    "clause_6": (18, None),
}
#: Months after the last act within which the measure may be applied (Luật XLVPHC Đ6.2a).
LIMITATIONS = {
    "clause_1": 12,
    "clause_2": 6,
    "clause_3": 6,
    "clause_4": 6,
    "clause_5": 3,
    "clause_6": 6,
}

ACTS = codes(
    (
        "very_serious_crime",
        "Dấu hiệu tội phạm rất nghiêm trọng do cố ý",
        "Signs of a very serious intentional crime",
    ),
    (
        "serious_crime",
        "Dấu hiệu tội phạm nghiêm trọng do cố ý",
        "Signs of a serious intentional crime",
    ),
    ("public_disorder", "Gây rối trật tự công cộng", "Public disorder"),
    ("theft", "Trộm cắp", "Theft"),
    ("gambling", "Đánh bạc", "Gambling"),
    ("fraud", "Lừa đảo", "Fraud"),
    ("illegal_racing", "Đua xe trái phép", "Illegal racing"),
    ("insult", "Xúc phạm nhân phẩm", "Insult"),
    ("injury", "Gây thương tích", "Injury"),
    ("unlawful_possession", "Chiếm giữ tài sản", "Unlawful possession"),
    ("property_damage", "Hủy hoại tài sản", "Damage to property"),
    ("drug_use", "Sử dụng trái phép chất ma túy", "Illegal use of drugs"),
    (
        "family_abuse",
        "Ngược đãi, hành hạ người thân",
        "Ill-treatment of relatives",
    ),
)
_CLAUSE_3 = frozenset({"public_disorder", "theft", "gambling", "fraud", "illegal_racing"})
_CLAUSE_4 = _CLAUSE_3 | {"insult", "injury", "unlawful_possession", "property_damage"}
ACTS_OF = {
    "clause_1": frozenset({"very_serious_crime"}),
    "clause_2": frozenset({"serious_crime"}),
    "clause_3": _CLAUSE_3,
    "clause_4": _CLAUSE_4,
    "clause_5": frozenset({"drug_use"}),
    "clause_6": _CLAUSE_4 | {"family_abuse"},
}

#: Who proposes (Đ97): the details are from practice, the article was not read.
PROPOSERS = tuple(
    Code(code, Label(vi, en), verified=False)
    for code, vi, en in (
        ("commune_police_head", "Trưởng Công an xã", "Head of the commune police"),
        (
            "committee_chair",
            "Chủ tịch Ủy ban nhân dân xã",
            "Chairman of the commune People's Committee",
        ),
        ("other", "Cơ quan, người khác", "Other"),
    )
)
ATTENDEES = codes(
    ("chair", "Chủ tịch Ủy ban nhân dân xã (chủ trì)", "Chairman (presides)"),
    ("police_head", "Trưởng Công an xã", "Head of the commune police"),
    ("justice_officer", "Công chức tư pháp – hộ tịch", "Justice and civil status officer"),
    ("fatherland_front", "Mặt trận Tổ quốc", "Fatherland Front"),
    ("organization", "Tổ chức, đoàn thể", "Organisation"),
    ("residents", "Đại diện dân cư", "Residents"),
    ("person", "Người bị đề nghị", "The person"),
    ("guardian", "Cha mẹ, người giám hộ", "Parent or guardian"),
)
DECISIONS = codes(
    ("applied", "Áp dụng", "Applied"),
    ("not_applied", "Không áp dụng", "Not applied"),
)
FAMILY_MANAGEMENT, COMMUNITY_EDUCATION = "family_management", "community_education"
ALTERNATIVES = codes(
    (FAMILY_MANAGEMENT, "Quản lý tại gia đình", "Management in the family"),
    (COMMUNITY_EDUCATION, "Giáo dục dựa vào cộng đồng", "Education by the community"),
)
#: Months. Commune education: Luật XLVPHC Đ89.2 (not verified); by the community: Đ140a.
TERM = (3, 6)
TERM_OF = {COMMUNITY_EDUCATION: (6, 24)}

BEHAVIOURS = codes(
    ("progress", "Tiến bộ", "Progress"),
    ("no_progress", "Chưa tiến bộ", "No progress"),
    ("violated", "Vi phạm", "Violated"),
)
END_KINDS = codes(
    ("completed", "Chấp hành xong (giấy chứng nhận)", "Completed (certificate)"),
    ("exempted", "Miễn phần còn lại", "Exempted from the rest"),
    ("suspended", "Tạm đình chỉ", "Suspended"),
    ("converted", "Chuyển biện pháp khác", "Changed into another measure"),
    ("terminated", "Đình chỉ", "Terminated"),
    ("died", "Chết", "Died"),
    ("moved", "Chuyển nơi ở", "Moved away"),
)
STATES = codes(
    ("compiling", "Đang lập", "Being compiled"),
    ("notified", "Đã thông báo", "Notified"),
    ("sent", "Đã gửi Ủy ban nhân dân", "Sent to the People's Committee"),
    ("met", "Đã họp tư vấn", "Advisory meeting held"),
    ("decided", "Có quyết định", "Decided"),
    ("not_applied", "Không áp dụng", "Not applied"),
    ("serving", "Đang chấp hành", "Being served"),
    ("completed", "Chấp hành xong", "Completed"),
    ("converted", "Chuyển biện pháp khác", "Changed into another measure"),
    ("terminated", "Đình chỉ", "Terminated"),
)
ENDED = frozenset({"completed", "converted", "terminated"})
SERVING = ENDED | {"serving"}
DECIDED = SERVING | {"decided", "not_applied"}
MET = DECIDED | {"met"}
SENT = MET | {"sent"}
NOTIFIED = SENT | {"notified"}
