"""The coded values of U5 (kinds and abbreviations: NĐ 30/2020/NĐ-CP, Phụ lục III)."""

from __future__ import annotations

from antq_desktop.domain.fields import Code, Label, codes

OUTGOING, INCOMING = "outgoing", "incoming"
DIRECTIONS = codes(
    (OUTGOING, "Văn bản đi", "Outgoing"),
    (INCOMING, "Văn bản đến", "Incoming"),
)
COMMITTEE_138 = "committee_138"
SERIES = codes(
    ("police", "Công an xã", "Commune police"),
    (COMMITTEE_138, "Ban Chỉ đạo 138 (BCĐ138)", "Committee 138"),
)

_KINDS = (
    ("resolution", "NQ", "Nghị quyết", "Resolution"),
    ("decision", "QĐ", "Quyết định", "Decision"),
    ("directive", "CT", "Chỉ thị", "Directive"),
    ("regulation", "QC", "Quy chế", "Regulation"),
    ("rules", "QyĐ", "Quy định", "Rules"),
    ("communique", "TC", "Thông cáo", "Communiqué"),
    ("notice", "TB", "Thông báo", "Notice"),
    ("guidance", "HD", "Hướng dẫn", "Guidance"),
    ("programme", "CTr", "Chương trình", "Programme"),
    ("plan", "KH", "Kế hoạch", "Plan"),
    ("scheme", "PA", "Phương án", "Scheme"),
    ("proposal", "ĐA", "Đề án", "Proposal"),
    ("project", "DA", "Dự án", "Project"),
    ("report", "BC", "Báo cáo", "Report"),
    ("minutes", "BB", "Biên bản", "Minutes"),
    ("submission", "TTr", "Tờ trình", "Submission to a superior"),
    ("contract", "HĐ", "Hợp đồng", "Contract"),
    ("dispatch", "CĐ", "Công điện", "Dispatch"),
    ("memorandum", "BGN", "Bản ghi nhớ", "Memorandum"),
    ("agreement", "BTT", "Bản thỏa thuận", "Agreement"),
    ("authorization", "GUQ", "Giấy ủy quyền", "Authorisation"),
    ("invitation", "GM", "Giấy mời", "Invitation"),
    ("introduction", "GGT", "Giấy giới thiệu", "Letter of introduction"),
    ("leave", "GNP", "Giấy nghỉ phép", "Leave permit"),
    ("sending_slip", "PG", "Phiếu gửi", "Sending slip"),
    ("transfer_slip", "PC", "Phiếu chuyển", "Transfer slip"),
    ("notice_slip", "PB", "Phiếu báo", "Notice slip"),
)
#: What stands for the kind in the symbol of a document; công văn and thư công have nothing.
ABBREVIATIONS = {code: short for code, short, _, _ in _KINDS}
KINDS = (
    *(Code(code, Label(f"{vi} ({short})", en)) for code, short, vi, en in _KINDS),
    *codes(
        ("official_letter", "Công văn", "Official letter"),
        ("letter", "Thư công", "Letter"),
    ),
)

URGENCIES = codes(
    ("normal", "Thường", "Normal"),
    ("urgent", "Khẩn", "Urgent"),
    ("very_urgent", "Thượng khẩn", "Very urgent"),
    ("immediate", "Hỏa tốc", "Immediate"),
)
AT_ONCE = frozenset({"urgent", "very_urgent", "immediate"})

OPEN = "not_classified"
CLASSIFICATIONS = codes(
    (OPEN, "Không mật", "Not classified"),
    ("confidential", "Mật", "Confidential"),
    ("secret", "Tối mật", "Secret"),
    ("top_secret", "Tuyệt mật", "Top secret"),
)

STATES = codes(
    ("registered", "Đã đăng ký", "Registered"),
    ("passed_on", "Đã chuyển", "Passed on"),
    ("in_progress", "Đang giải quyết", "Being dealt with"),
    ("resolved", "Đã giải quyết", "Dealt with"),
    ("filed", "Đã lập hồ sơ", "Filed"),
)
