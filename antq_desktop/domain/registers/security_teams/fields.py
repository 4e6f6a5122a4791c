"""The fields of R08b: the team, its members, what they learned, how they were graded."""

from __future__ import annotations

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label, codes
from antq_desktop.domain.register import Section

LAW = "Luật 30/2023/QH15"

TITLES = codes(
    ("leader", "Tổ trưởng", "Leader"),
    ("deputy_leader", "Tổ phó", "Deputy leader"),
    ("member", "Tổ viên", "Member"),
)
LEAVING_REASONS = codes(
    ("resigned", "Có đơn xin thôi (điểm a)", "Resigned (point a)"),
    ("health", "Không bảo đảm sức khỏe (điểm b)", "Health (point b)"),
    ("breach", "Không chấp hành, không hoàn thành nhiệm vụ (điểm c)", "Breach of duty (point c)"),
    ("prosecuted", "Bị khởi tố, bị áp dụng biện pháp (điểm d)", "Prosecuted (point d)"),
    ("team_ended", "Tổ giải thể, sáp nhập thôn", "Team dissolved, hamlets merged"),
    ("moved", "Chuyển nơi ở", "Moved away"),
    ("died", "Chết", "Died"),
)
PREVIOUS_FORCES = codes(
    ("part_time_police", "Công an xã bán chuyên trách", "Part-time commune police"),
    ("civil_guard", "Bảo vệ dân phố", "Civil guard"),
    ("civil_defence", "Đội dân phòng", "Civil defence team"),
    ("new", "Mới", "New"),
)
GRADES = codes(
    ("excellent", "Hoàn thành xuất sắc nhiệm vụ", "Excellent"),
    ("good", "Hoàn thành tốt nhiệm vụ", "Good"),
    ("completed", "Hoàn thành nhiệm vụ", "Completed"),
    ("not_completed", "Không hoàn thành nhiệm vụ", "Not completed"),
    ("not_graded", "Chưa xếp loại", "Not graded"),
)
STATES = codes(
    ("proposed", "Đã đề nghị", "Proposed"),
    ("active", "Đang hoạt động", "Active"),
    ("dissolved", "Giải thể, sáp nhập", "Dissolved"),
)
ENDED = frozenset({"dissolved"})
DECIDED = frozenset({"active", "dissolved"})

_WHOLE_TEAM = Label(
    "Ghi số thứ tự của thành viên; để trống là cả tổ.",
    "The number of the member; leave it empty for the whole team.",
)

TEAM = Section(
    Label("Tổ và địa bàn", "Team and areas"),
    (
        shared("name", Kind.TEXT, ("Tên tổ", "Name of the team"), required=True),
        private("code", Kind.TEXT, ("Mã tổ", "Code of the team")),
        shared(
            "areas",
            Kind.ROWS,
            ("Địa bàn phụ trách", "Areas"),
            required=True,
            columns=(shared("area", Kind.TEXT, ("Khu dân cư", "Residential area"), required=True),),
            help=Label(
                "Mỗi thôn, tổ dân phố một dòng; một tổ có thể phụ trách nhiều nơi.",
                "A line for each hamlet or quarter; one team may cover several.",
            ),
            basis=f"{LAW} Đ14",
        ),
        shared(
            "proposed_on",
            Kind.DATE,
            ("Ngày Công an xã đề nghị", "Proposed on"),
            help=Label(
                "Hạn 05 ngày làm việc tính từ ngày này; chưa xác minh được hạn này thuộc bước nào.",
                "The limit of 5 working days runs from here; of which step could not be verified.",
            ),
            basis="TT 14/2024/TT-BCA, mẫu 05, 06",
        ),
        private(
            "decision",
            Kind.TEXT,
            ("Quyết định thành lập", "Decision of establishment"),
            required_in=DECIDED,
            help=Label(
                "Số quyết định của Chủ tịch Ủy ban nhân dân xã; được niêm yết công khai.",
                "The number of the Chairman's decision; it is posted publicly.",
            ),
            basis=f"{LAW} Đ14, 16.2; TT 14/2024/TT-BCA, mẫu 08",
        ),
        shared("decided_on", Kind.DATE, ("Ngày quyết định", "Decided on"), required_in=DECIDED),
        shared(
            "started_on",
            Kind.DATE,
            ("Hoạt động từ ngày", "Active from"),
            required_in=DECIDED,
            basis=f"{LAW}, có hiệu lực từ 01/07/2024",
        ),
        shared(
            "ended_on",
            Kind.DATE,
            ("Thôi hoạt động từ ngày", "No longer from"),
            required_in=ENDED,
            help=Label(
                "Ngày đầu tiên tổ không còn hoạt động.",
                "The first day on which the team no longer exists.",
            ),
        ),
    ),
)

MEMBERS = Section(
    Label("Thành viên", "Members"),
    (
        shared(
            "members",
            Kind.ROWS,
            ("Danh sách thành viên", "List of members"),
            required_in=DECIDED,
            columns=(
                shared("number", Kind.INTEGER, ("Số thứ tự", "Number"), required=True, minimum=1),
                private("person", Kind.PERSON, ("Họ và tên", "Name"), required=True),
                shared("title", Kind.CHOICE, ("Chức danh", "Title"), codes=TITLES, required=True),
                shared("started_on", Kind.DATE, ("Công nhận từ ngày", "From"), required=True),
                shared("ended_on", Kind.DATE, ("Cho thôi từ ngày", "No longer from")),
                private("decision_in", Kind.TEXT, ("Quyết định công nhận", "Decision (in)")),
                private("decision_out", Kind.TEXT, ("Quyết định cho thôi", "Decision (out)")),
                # With title and dates it could tell the office of somebody's health or prosecution.
                private(
                    "reason_out",
                    Kind.CHOICE,
                    ("Lý do thôi", "Reason of leaving"),
                    codes=LEAVING_REASONS,
                    basis=f"{LAW} Đ17.3",
                ),
                private(
                    "certificate_number", Kind.TEXT, ("Số Giấy chứng nhận", "Certificate number")
                ),
                shared(
                    "previous_force",
                    Kind.CHOICE,
                    ("Lực lượng trước", "Previous force"),
                    codes=PREVIOUS_FORCES,
                ),
            ),
            help=Label(
                "Đổi chức danh: ghi ngày thôi ở dòng cũ và thêm dòng mới. Tuổi từ đủ 18 đến 70,"
                " trên 70 do Chủ tịch Ủy ban nhân dân xã quyết định.",
                "For a new title end the old line and add one. Age 18 to 70; above 70 the Chairman"
                " decides.",
            ),
            basis=f"{LAW} Đ13, 16.1, 17.3",
        ),
    ),
)

WORK = Section(
    Label("Huấn luyện, xếp loại, trang bị", "Training, grades, equipment"),
    (
        private(
            "training",
            Kind.ROWS,
            ("Bồi dưỡng, huấn luyện", "Training"),
            columns=(
                private("on", Kind.DATE, ("Ngày", "On"), required=True),
                private("content", Kind.TEXT, ("Nội dung", "Content"), required=True),
                private("member", Kind.INTEGER, ("Thành viên số", "Member number"), minimum=1),
            ),
            help=_WHOLE_TEAM,
        ),
        shared(
            "grades",
            Kind.ROWS,
            ("Xếp loại hằng năm", "Yearly grades"),
            columns=(
                shared("year", Kind.PARTIAL_DATE, ("Năm", "Year"), required=True),
                shared("member", Kind.INTEGER, ("Thành viên số", "Member number"), minimum=1),
                shared("grade", Kind.CHOICE, ("Xếp loại", "Grade"), codes=GRADES, required=True),
            ),
            help=_WHOLE_TEAM,
            basis="HD 01/HD-BCA-V05 (2026): tính từ 15/11 năm trước đến 14/11",
        ),
        private(
            "equipment",
            Kind.ROWS,
            ("Công cụ hỗ trợ, trang bị", "Equipment"),
            columns=(
                private("item", Kind.TEXT, ("Tên", "Item"), required=True),
                private("quantity", Kind.INTEGER, ("Số lượng", "Quantity"), required=True),
                private("received_on", Kind.DATE, ("Ngày cấp", "Received on")),
            ),
            basis="NĐ 40/2024/NĐ-CP",
        ),
    ),
)
