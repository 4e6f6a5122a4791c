"""The coded values of R10, and which awards the law gives to whom and at which level."""

from __future__ import annotations

from datetime import date

from antq_desktop.domain.fields import Code, Label, codes

INDIVIDUAL, HOUSEHOLD = "individual", "household"
#: Whose name is that of a person: it never leaves the unit.
PERSONAL = frozenset({INDIVIDUAL, HOUSEHOLD})

RECIPIENT_KINDS = codes(
    (INDIVIDUAL, "Cá nhân", "Individual"),
    (HOUSEHOLD, "Hộ gia đình", "Household"),
    ("police_collective", "Tập thể – Công an", "Collective – police"),
    (
        "team_collective",
        "Tập thể – Tổ bảo vệ ANTT, bảo vệ dân phố",
        "Collective – security team, civil guard",
    ),
    ("area", "Khu dân cư", "Residential area"),
    ("agency", "Cơ quan", "Agency"),
    ("enterprise", "Doanh nghiệp", "Enterprise"),
    ("school", "Cơ sở giáo dục", "School"),
    ("model", "Mô hình", "Model"),
)
AWARDS = codes(
    ("government_flag", "Cờ thi đua của Chính phủ", "Emulation flag of the Government"),
    (
        "emulation_flag",
        "Cờ thi đua của Bộ, ban, ngành, tỉnh",
        "Emulation flag of a ministry or province",
    ),
    ("prime_minister_certificate", "Bằng khen của Thủ tướng", "Certificate of the Prime Minister"),
    ("certificate", "Bằng khen của Bộ, tỉnh", "Certificate of a ministry or province"),
    ("unit_of_victory", "Đơn vị quyết thắng", "Unit determined to win"),
    ("advanced_unit", "Đơn vị tiên tiến", "Advanced unit"),
    ("advanced_collective", "Tập thể lao động tiên tiến", "Advanced working collective"),
    ("advanced_soldier", "Chiến sĩ tiên tiến", "Advanced soldier"),
    ("emulation_soldier", "Chiến sĩ thi đua cơ sở", "Emulation soldier"),
    ("excellent_collective", "Tập thể lao động xuất sắc", "Excellent working collective"),
    ("exemplary_commune", "Xã, phường, thị trấn tiêu biểu", "Exemplary commune"),
    ("commendation", "Giấy khen", "Commendation"),
    ("advanced_worker", "Lao động tiên tiến", "Advanced worker"),
    ("cultured_family", "Gia đình văn hóa", "Cultured family"),
    (
        "security_medal",
        "Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”",
        "Medal for the protection of national security",
    ),
    ("other", "Hình thức khác", "Other"),
)
#: The district ended with its level of government; the code stands for awards until then.
LEVELS = (
    *codes(
        ("state", "Nhà nước", "State"),
        ("government", "Chính phủ, Thủ tướng", "Government, Prime Minister"),
        ("ministry", "Bộ Công an", "Ministry of Public Security"),
        ("province", "Tỉnh", "Province"),
        ("provincial_police", "Công an tỉnh", "Provincial police"),
    ),
    Code("district", Label("Huyện", "District"), valid_to=date(2025, 7, 1)),
    *codes(("commune", "Xã", "Commune")),
)
KINDS = codes(
    ("merit", "Công trạng", "Merit"),
    ("unplanned", "Đột xuất", "Unplanned"),
    ("emulation", "Phong trào thi đua (gồm chuyên đề)", "Emulation movement"),
    ("devotion", "Quá trình cống hiến", "Years of devotion"),
    ("seniority", "Niên hạn", "Seniority"),
    ("external", "Đối ngoại", "External relations"),
)
THEMES = codes(
    ("movement", "Phong trào toàn dân bảo vệ ANTQ", "The movement to protect security"),
    ("internal_protection", "Bảo vệ nội bộ", "Protection of the own ranks"),
    ("fighting_crime", "Đấu tranh phòng, chống tội phạm", "Fighting crime"),
    ("denouncing", "Tố giác, bắt cướp", "Denouncing, catching robbers"),
    ("model", "Mô hình", "Model"),
)
STATES = codes(
    ("proposed", "Đề nghị", "Proposed"),
    ("submitted", "Đã trình", "Submitted"),
    ("decided", "Có quyết định", "Decided"),
    ("not_awarded", "Không được khen", "Not awarded"),
    ("presented", "Đã trao", "Presented"),
)
DECIDED = frozenset({"decided", "presented"})

#: Awards for collectives alone, and for individuals alone (Luật 06/2022/QH15 Đ26, 27, 78-80). "Đơn
#: vị quyết thắng" is for collectives of every kind: civil guards were given it too.
FOR_COLLECTIVES = frozenset(
    {
        "government_flag",
        "emulation_flag",
        "unit_of_victory",
        "advanced_unit",
        "advanced_collective",
        "excellent_collective",
        "exemplary_commune",
    }
)
FOR_INDIVIDUALS = frozenset(
    {"advanced_soldier", "emulation_soldier", "advanced_worker", "security_medal"}
)
FOR_HOUSEHOLDS = frozenset({"cultured_family"})
#: The levels at which an award is decided (Luật 06/2022/QH15 Đ74, 78-80); others are left open.
LEVELS_OF = {
    "government_flag": frozenset({"government"}),
    "prime_minister_certificate": frozenset({"government"}),
    "emulation_flag": frozenset({"ministry", "province"}),
    "certificate": frozenset({"ministry", "province"}),
    "excellent_collective": frozenset({"province"}),
    "exemplary_commune": frozenset({"province"}),
    "advanced_worker": frozenset({"commune"}),
    "cultured_family": frozenset({"commune"}),
    "security_medal": frozenset({"ministry"}),
}
