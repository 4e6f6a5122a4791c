"""The code tables of R02 (domain.md A.2)."""

from __future__ import annotations

from antq_desktop.domain.fields import codes

DETECTED_BY = codes(
    ("petition", "Đơn của công dân", "Petition"),
    ("commune_police", "Công an xã", "Commune police"),
    ("security_team", "Tổ bảo vệ an ninh, trật tự", "Security team"),
    ("area_head", "Trưởng khu dân cư", "Head of the area"),
    ("mediation_team", "Tổ hòa giải", "Mediation team"),
    ("mass_organization", "Mặt trận Tổ quốc, đoàn thể", "Front, mass organisation"),
    ("peoples_committee", "Ủy ban nhân dân chuyển", "Passed on by the People's Committee"),
    ("other", "Khác", "Other"),
)
KINDS = codes(
    ("dispute", "Mâu thuẫn, tranh chấp", "Dispute"),
    ("complaint", "Khiếu nại", "Complaint"),
    ("denunciation", "Tố cáo", "Denunciation"),
    ("petition", "Kiến nghị, phản ánh", "Petition"),
    ("mass_gathering", "Tập trung đông người", "Mass gathering"),
    ("strike", "Đình công, lãn công", "Strike"),
)
SUBJECTS = codes(
    ("land", "Đất đai", "Land"),
    ("clearance", "Bồi thường, giải phóng mặt bằng", "Land clearance"),
    ("marriage_family", "Hôn nhân, gia đình", "Marriage, family"),
    ("domestic_violence", "Bạo lực gia đình", "Domestic violence"),
    ("neighbours", "Hàng xóm, lối đi, công trình", "Neighbours"),
    ("debt_civil", "Vay nợ, dân sự", "Debts, civil matters"),
    ("environment", "Môi trường", "Environment"),
    ("labour", "Lao động", "Labour"),
    ("religion_ethnicity", "Tôn giáo, dân tộc", "Religion, ethnicity"),
    ("social_policy", "Chế độ, chính sách", "Social policy"),
    ("inheritance", "Thừa kế", "Inheritance"),
    ("other", "Khác", "Other"),
)
SEVERITIES = codes(
    ("normal", "Bình thường", "Normal"),
    ("complex", "Phức tạp", "Complex"),
    ("complex_prolonged", "Phức tạp, kéo dài", "Complex, prolonged"),
    ("hotspot", "Điểm nóng", "Hot spot"),
)
PROLONGED = frozenset({"complex_prolonged", "hotspot"})
BODIES = codes(
    ("mediation_team", "Tổ hòa giải", "Mediation team"),
    ("commune_police", "Công an xã", "Commune police"),
    ("peoples_committee", "Ủy ban nhân dân xã", "People's Committee"),
    ("upper_body", "Cơ quan cấp trên", "Upper body"),
    ("court", "Tòa án", "Court"),
)
RESULTS = codes(
    ("mediated", "Hòa giải thành", "Mediated"),
    ("settled", "Giải quyết ổn định", "Settled"),
    ("mediation_failed", "Hòa giải không thành", "Mediation failed"),
    ("transferred", "Chuyển cơ quan có thẩm quyền", "Transferred"),
    ("administrative_penalty", "Chuyển xử lý vi phạm hành chính", "Administrative penalty"),
    ("became_crime_report", "Chuyển tố giác tội phạm", "Became a report of crime"),
    ("pending", "Đang giải quyết", "Pending"),
)
INSTANCES = codes(
    ("first", "Lần đầu", "First"),
    ("second", "Lần hai", "Second"),
)
GOOD = frozenset({"mediated", "settled"})
SESSION_RESULTS = codes(
    ("agreed", "Thành", "Agreed"),
    ("not_agreed", "Không thành", "Not agreed"),
    ("adjourned", "Hoãn", "Adjourned"),
)
STATES = codes(
    ("detected", "Mới phát hiện", "Detected"),
    ("monitoring", "Đang nắm tình hình", "Monitored"),
    ("resolving", "Đang hòa giải, giải quyết", "Being resolved"),
    ("settled", "Đã giải quyết ổn định", "Settled"),
    ("failed", "Không thành", "Failed"),
    ("transferred", "Đã chuyển", "Transferred"),
    ("follow_up", "Theo dõi sau giải quyết", "Followed up"),
    ("closed", "Kết thúc", "Closed"),
)
ENDED = frozenset({"settled", "failed", "transferred", "follow_up", "closed"})
