"""The coded values of R01."""

from __future__ import annotations

from antq_desktop.domain.fields import codes

SOURCE_KINDS = codes(
    ("denunciation", "Tố giác về tội phạm", "Denunciation of a crime"),
    ("crime_news", "Tin báo về tội phạm", "News of a crime"),
    ("prosecution_request", "Kiến nghị khởi tố", "Request to prosecute"),
    ("confession", "Người phạm tội tự thú", "Confession"),
    ("surrender", "Người phạm tội đầu thú", "Surrender"),
    ("police_detected", "Công an trực tiếp phát hiện", "Detected by the police"),
)
CHANNELS = codes(
    ("in_person", "Trực tiếp đến trình báo", "In person"),
    ("written_in_person", "Trực tiếp gửi văn bản", "Written, handed in"),
    ("phone", "Điện thoại", "Phone"),
    ("post", "Bưu điện, giao liên", "Post"),
    ("mass_media", "Phương tiện thông tin đại chúng", "Mass media"),
    ("mailbox", "Hòm thư điện tử", "E-mail"),
    ("tip_box", "Hòm thư tố giác", "Tip box"),
    ("other_body", "Cơ quan, tổ chức khác chuyển đến", "Passed on by another body"),
    ("online", "VNeID, mạng xã hội", "VNeID, social networks"),
)
ORIGIN_GROUPS = codes(
    ("people", "Nhân dân", "The people"),
    (
        "grassroots_force",
        "Lực lượng tham gia bảo vệ ANTT ở cơ sở",
        "Grassroots security force",
    ),
    ("organization", "Cơ quan, tổ chức, doanh nghiệp", "Agency, organisation, enterprise"),
    ("press", "Báo chí", "Press"),
    ("police", "Lực lượng Công an", "Police"),
    ("other", "Khác", "Other"),
)
SECRECY = codes(
    ("none", "Không yêu cầu", "None"),
    ("secrecy", "Yêu cầu giữ bí mật", "Secrecy"),
    ("protection", "Yêu cầu bảo vệ", "Protection"),
)
OFFENCE_FIELDS = codes(
    ("national_security", "Xâm phạm an ninh quốc gia", "National security"),
    ("social_order", "Trật tự xã hội", "Social order"),
    ("economic", "Kinh tế", "Economic"),
    ("corruption_office", "Tham nhũng, chức vụ", "Corruption, office"),
    ("drugs", "Ma túy", "Drugs"),
    ("environment", "Môi trường", "Environment"),
    ("high_tech", "Công nghệ cao", "High technology"),
    ("trafficking", "Mua bán người", "Trafficking"),
    ("other", "Khác", "Other"),
)
#: Who reports such an offence is a State secret (QĐ 774/QĐ-TTg 05/06/2020, Luật BVBMNN).
SECRET_FIELDS = frozenset({"national_security", "corruption_office"})

URGENCIES = codes(
    ("caught_in_act", "Nhóm a: phạm tội quả tang", "Group a: caught in the act"),
    (
        "very_serious",
        "Nhóm a: rất nghiêm trọng, đặc biệt nghiêm trọng",
        "Group a: very or especially serious",
    ),
    ("public_concern", "Nhóm a: dư luận xã hội quan tâm", "Group a: public concern"),
    (
        "known_suspect",
        "Nhóm a: rõ người, cần ngăn chặn ngay",
        "Group a: known suspect, act at once",
    ),
    ("ordinary", "Nhóm b: thông thường", "Group b: ordinary"),
    ("administrative_violation", "Vi phạm hành chính", "Administrative violation"),
    ("civil_guidance", "Dân sự, hành chính: hướng dẫn", "Civil matter: guided"),
    ("complaint", "Khiếu nại, tố cáo", "Complaint, accusation"),
)
GROUP_A = frozenset({"caught_in_act", "very_serious", "public_concern", "known_suspect"})
GROUP_B = frozenset({"ordinary"})

OUTCOMES = codes(
    ("prosecuted", "Quyết định khởi tố vụ án hình sự", "Prosecuted"),
    ("not_prosecuted", "Quyết định không khởi tố", "Not prosecuted"),
    ("suspended", "Quyết định tạm đình chỉ", "Suspended"),
    ("transferred", "Chuyển cơ quan có thẩm quyền", "Transferred"),
    ("administrative_penalty", "Chuyển xử phạt vi phạm hành chính", "Administrative penalty"),
    ("pending", "Đang giải quyết", "Pending"),
)
HELPED = codes(
    ("prosecution", "Khởi tố", "Prosecution"),
    ("arrest", "Bắt giữ", "Arrest"),
    ("penalty", "Xử phạt vi phạm hành chính", "Administrative penalty"),
)
SCENE_ACTIONS = codes(
    ("scene_protected", "Bảo vệ hiện trường", "Scene protected"),
    ("first_aid", "Cấp cứu người bị nạn", "First aid"),
    ("arrested", "Bắt người phạm tội quả tang", "Arrest in the act"),
    ("statement", "Lấy lời khai", "Statement taken"),
    ("identity_checked", "Xác minh nhân thân", "Identity checked"),
    ("objects_held", "Tạm giữ đồ vật, tài liệu", "Objects held"),
    ("place_examined", "Kiểm tra, xác định nơi xảy ra", "Place examined"),
    ("sketch", "Vẽ sơ đồ", "Sketch"),
    ("recorded", "Ghi âm, ghi hình", "Recorded"),
)
PERSON_ROLES = codes(
    ("victim", "Bị hại", "Victim"),
    ("witness", "Người làm chứng", "Witness"),
    ("related", "Người liên quan", "Related person"),
)
STATES = codes(
    ("received", "Đã tiếp nhận", "Received"),
    ("classified", "Đã phân loại", "Classified"),
    ("verifying", "Đang xác minh sơ bộ", "Being verified"),
    ("forwarded", "Đã chuyển Cơ quan điều tra", "Forwarded"),
    ("to_administrative", "Chuyển xử lý vi phạm hành chính", "To administrative handling"),
    ("guided", "Đã hướng dẫn", "Guided elsewhere"),
    ("filed_duplicate", "Lưu: trùng", "Filed: duplicate"),
    ("filed_resolved", "Lưu: đã giải quyết", "Filed: resolved"),
    ("outcome_known", "Có kết quả", "Outcome known"),
    ("resumed", "Phục hồi", "Resumed"),
    ("closed", "Kết thúc", "Closed"),
    ("archived", "Nộp lưu", "Archived"),
)
