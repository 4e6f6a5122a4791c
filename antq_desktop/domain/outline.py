"""The outline of a period report (domain.md D.4), and how each figure is worded in it.

Vietnamese, as the report is. What a figure means is said in `domain/registers`, not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Section(Enum):
    """A section of the outline: its code, level (1 or 2) and heading."""

    SITUATION = ("situation", 1, "Tình hình, đặc điểm")
    LEADERSHIP = ("leadership", 1, "Công tác lãnh đạo, chỉ đạo")
    RESULTS = ("results", 1, "Kết quả")
    PROPAGANDA = ("propaganda", 2, "Công tác tuyên truyền, vận động Nhân dân")
    CASES = ("cases", 2, "Tiếp nhận, giải quyết tin báo, vụ việc; quản lý đối tượng")
    MODELS = ("models", 2, "Xây dựng, nhân rộng mô hình")
    STANDARD = ("standard", 2, "Xây dựng tiêu chuẩn “An toàn về an ninh, trật tự”")
    FORCES = ("forces", 2, "Xây dựng lực lượng")
    COORDINATION = ("coordination", 2, "Công tác phối hợp; địa bàn trọng điểm")
    AWARDS = ("awards", 2, "Công tác khen thưởng")
    SHORTCOMINGS = ("shortcomings", 1, "Tồn tại, nguyên nhân")
    DIRECTIONS = ("directions", 1, "Phương hướng, nhiệm vụ")

    def __init__(self, code: str, level: int, heading: str) -> None:
        self.code = code
        self.level = level
        self.heading = heading

    @property
    def has_text(self) -> bool:
        """Whether an officer may write here: a heading over others has no text of its own."""
        return self is not Section.RESULTS


def section_of(code: str) -> Section | None:
    """Return the section with a code, None without one."""
    return next((one for one in Section if one.code == code), None)


def numbered(sections: Sequence[Section]) -> list[str]:
    """Return the headings with their numbers: "I. …" of level 1, "1. …" below."""
    found: list[str] = []
    upper = lower = 0
    for one in sections:
        if one.level == 1:
            upper, lower = upper + 1, 0
            found.append(f"{_ROMAN[upper]}. {one.heading.upper()}")
        else:
            lower += 1
            found.append(f"{lower}. {one.heading}")
    return found


_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@dataclass(frozen=True, slots=True)
class Wording:
    """How one figure is worded; gaps are for numbers.

    ``words`` is the line that tells it, "" where only the sentences of the article do; ``name``
    what is counted, as it stands behind "số", "tỷ lệ" and "không có"; ``share`` that x/y is told
    and compared in percentage points; ``parts`` what is told of its parts, and ``beside`` of those
    that are not in the number. ``within`` is the figure that it is a part of: where that is 0,
    it is not said again that there is none.
    """

    code: str
    words: str
    name: str
    share: bool = False
    parts: tuple[tuple[str, str], ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    within: str = ""


_STANDARD = "đạt tiêu chuẩn “An toàn về ANTT”"

WORDINGS: Mapping[Section, tuple[Wording, ...]] = {
    Section.LEADERSHIP: (
        Wording(
            "B11.1",
            "Ban Chỉ đạo 138 ban hành {} văn bản",
            "văn bản của Ban Chỉ đạo 138",
            parts=(
                ("kind.plan", "{} kế hoạch"),
                ("kind.report", "{} báo cáo"),
            ),
            beside=(
                ("tasks.done_in_time", "{} nhiệm vụ hoàn thành đúng hạn"),
                ("tasks.overdue", "{} nhiệm vụ quá hạn chưa hoàn thành"),
            ),
        ),
        Wording(
            "B11.2",
            "Ban Chỉ đạo 138 họp {} cuộc",
            "cuộc họp Ban Chỉ đạo 138",
            beside=(
                ("inspections", "kiểm tra {} cuộc"),
                ("recommendations_fixed", "{} kiến nghị sau kiểm tra đã được khắc phục"),
            ),
        ),
    ),
    Section.PROPAGANDA: (
        Wording(
            "B9.1",
            "Tổ chức {} buổi tuyên truyền",
            "buổi tuyên truyền",
            beside=(("attendees", "{} lượt người tham gia"),),
        ),
        Wording(
            "B9.2",
            "Tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc tại {} điểm",
            "điểm tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc",
            beside=(
                ("attendees", "{} lượt người tham gia"),
                ("awards", "{} tập thể, cá nhân được khen thưởng tại Ngày hội"),
            ),
        ),
        Wording(
            "B9.3",
            "Vận động {} lượt hộ, người ký cam kết",
            "hộ, người ký cam kết",
            beside=(
                ("articles", "đăng {} tin, bài"),
                ("broadcasts", "phát thanh {} lượt"),
            ),
        ),
    ),
    Section.CASES: (
        Wording(
            "B1.1",
            "Tiếp nhận {} tố giác, tin báo về tội phạm",
            "tố giác, tin báo về tội phạm",
        ),
        Wording(
            "B1.2",
            "Nhân dân cung cấp {} tin",
            "tin do Nhân dân cung cấp",
            within="B1.1",
        ),
        Wording("B1.3", "Đã xử lý {} tin", "tố giác, tin báo đã xử lý", share=True),
        Wording(
            "B1.4",
            "Chuyển cơ quan có thẩm quyền đúng hạn {} tin",
            "tin chuyển cơ quan có thẩm quyền đúng hạn",
            share=True,
        ),
        Wording(
            "B1.5",
            "Đã có {} kết quả giải quyết",
            "kết quả giải quyết",
            parts=(
                ("outcome.prosecuted", "khởi tố vụ án hình sự {}"),
                ("outcome.not_prosecuted", "không khởi tố {}"),
                ("outcome.suspended", "tạm đình chỉ {}"),
                ("outcome.transferred", "chuyển cơ quan có thẩm quyền {}"),
                ("outcome.administrative_penalty", "chuyển xử phạt vi phạm hành chính {}"),
            ),
            beside=(("outcome.pending", "đang giải quyết {} tin"),),
        ),
        Wording(
            "B1.6",
            "Có {} tin giúp khởi tố, bắt giữ hoặc xử phạt",
            "tin giúp khởi tố, bắt giữ hoặc xử phạt",
            within="B1.1",
        ),
        Wording(
            "B2.1",
            "Phải giải quyết {} vụ mâu thuẫn, khiếu kiện trong nội bộ Nhân dân",
            "vụ mâu thuẫn, khiếu kiện phải giải quyết",
            parts=(
                ("carried_over", "kỳ trước chuyển sang {}"),
                ("opened", "phát sinh trong kỳ {}"),
            ),
        ),
        Wording(
            "B2.2",
            "Đã giải quyết ổn định {} vụ",
            "vụ mâu thuẫn, khiếu kiện được giải quyết ổn định",
            share=True,
        ),
        Wording(
            "B2.3",
            "Có {} vụ phức tạp, kéo dài hoặc là điểm nóng",
            "vụ phức tạp, kéo dài, điểm nóng",
            within="B2.1",
        ),
        Wording(
            "B3.1",
            "Lập {} hồ sơ đề nghị đưa người vào cơ sở giáo dục, cơ sở cai nghiện bắt buộc",
            "hồ sơ đề nghị đưa người vào cơ sở giáo dục, cơ sở cai nghiện bắt buộc",
        ),
        Wording(
            "B3.2",
            "Lập {} hồ sơ đề nghị đưa người vào trường giáo dưỡng",
            "hồ sơ đề nghị đưa người vào trường giáo dưỡng",
        ),
        Wording(
            "B3.3",
            "Tòa án quyết định áp dụng biện pháp đối với {} hồ sơ",
            "hồ sơ được Tòa án quyết định áp dụng biện pháp",
        ),
        Wording(
            "B4.1",
            "Đưa {} người vào diện giáo dục tại xã, phường, thị trấn",
            "người được đưa vào diện giáo dục tại xã, phường, thị trấn",
        ),
        Wording(
            "B4.2",
            "Cuối kỳ có {} hồ sơ đang chấp hành giáo dục tại xã, phường, thị trấn",
            "hồ sơ đang chấp hành giáo dục tại xã, phường, thị trấn",
        ),
        Wording(
            "B4.4",
            "Đang quản lý {} người sử dụng trái phép chất ma túy",
            "người sử dụng trái phép chất ma túy đang quản lý",
        ),
        Wording("B5.3", "", "đối tượng truy nã bị bắt, ra đầu thú"),
        Wording("B5.1", "Bắt {} đối tượng truy nã", "đối tượng truy nã bị bắt"),
        Wording(
            "B5.2",
            "Có {} đối tượng truy nã ra đầu thú",
            "đối tượng truy nã ra đầu thú",
        ),
        Wording(
            "B5.4",
            "Còn {} đối tượng truy nã liên quan địa bàn",
            "đối tượng truy nã còn lại liên quan địa bàn",
        ),
    ),
    Section.MODELS: (
        Wording(
            "B6.1",
            "Duy trì hoạt động hiệu quả {} mô hình",
            "mô hình hoạt động hiệu quả",
        ),
        Wording(
            "B6.2",
            "Xây dựng, triển khai mới {} mô hình",
            "mô hình xây dựng, triển khai mới",
        ),
        Wording("B6.3", "Nhân rộng {} mô hình", "mô hình được nhân rộng"),
        Wording("B6.4", "", "mô hình được Bộ Công an ghi nhận, thông báo kinh nghiệm"),
        Wording(
            "B6.5",
            "Có {} điểm mô hình đang hoạt động",
            "điểm mô hình đang hoạt động",
            beside=(("groups", "{} tổ"), ("members", "{} thành viên")),
        ),
    ),
    Section.STANDARD: (
        Wording("B7.1", "", f"khu dân cư {_STANDARD}", share=True),
        Wording("B7.2", "", f"xã, phường, thị trấn {_STANDARD}", share=True),
        Wording("B7.3", "", f"cơ quan {_STANDARD}", share=True),
        Wording("B7.4", "", f"doanh nghiệp {_STANDARD}", share=True),
        Wording("B7.5", "", f"cơ sở giáo dục {_STANDARD}", share=True),
        Wording(
            "B7.6",
            "Có {} đơn vị đăng ký phấn đấu đạt tiêu chuẩn",
            "đơn vị đăng ký phấn đấu đạt tiêu chuẩn",
            share=True,
        ),
    ),
    Section.FORCES: (
        Wording("B8.1", "", "xã, thị trấn đã bố trí Công an chính quy", share=True),
        Wording(
            "B8.2",
            "Có {} cán bộ Công an chính quy tại xã, thị trấn",
            "cán bộ Công an chính quy tại xã, thị trấn",
        ),
        Wording(
            "B8.3",
            "Có {} tổ bảo vệ an ninh, trật tự",
            "tổ bảo vệ an ninh, trật tự",
            beside=(("members", "{} thành viên"),),
        ),
        Wording(
            "B8.4",
            "Có {} người trong các lực lượng khác tham gia bảo vệ an ninh, trật tự",
            "người trong các lực lượng khác",
        ),
    ),
    Section.COORDINATION: (
        Wording(
            "B12.1",
            "Có {} chương trình phối hợp đang hiệu lực",
            "chương trình phối hợp đang hiệu lực",
            beside=(
                ("signed", "ký mới {} chương trình"),
                ("activities", "tổ chức {} hoạt động chung"),
            ),
        ),
        Wording(
            "B13.1",
            "Đang quản lý {} địa bàn trọng điểm, không gồm danh sách mật",
            "địa bàn trọng điểm đang quản lý",
            beside=(
                ("new", "đưa vào danh sách {} địa bàn"),
                ("converted", "chuyển hóa {} địa bàn"),
                ("relapsed", "{} địa bàn phức tạp trở lại"),
            ),
        ),
    ),
    Section.AWARDS: (
        Wording(
            "B10.1",
            "Khen thưởng {} lượt tập thể, cá nhân, hộ gia đình",
            "tập thể, cá nhân, hộ gia đình được khen thưởng",
        ),
    ),
}
"""The figures of each section in the order in which they are told."""

LEADS: Mapping[Section, tuple[str, ...]] = {
    Section.CASES: ("S1", "S2", "S3"),
    Section.MODELS: ("S4",),
    Section.STANDARD: ("S6",),
    Section.FORCES: ("S5",),
    Section.AWARDS: ("S7",),
}
"""The sentences of the article that a section says (B.4)."""
