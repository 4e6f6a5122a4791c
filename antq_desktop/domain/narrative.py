"""The narrative of a period report: its outline (domain.md D.4), and what its figures say.

It is Vietnamese, as the report is. First stand the sentences of the article (B.4), then a line for
each figure with what it was before. Of what did not happen nothing is said, and no number is ever
invented; nothing is compared with a 0, or where the caller gives no earlier figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from antq_desktop.domain.phrases import change, number, percentage
from antq_desktop.domain.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.indicators import Figure, Indicator

SMALL = "dưới 3"
"""What a print for the public says for 1 and 2 where people could be recognised (B.2)."""

_SMALLEST = 3
#: Behind each number of these books stand people whom their neighbours know.
_OF_PEOPLE = ("B3.", "B4.", "B5.")


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
class Stated:
    """An indicator, its figure, and what was entered late of periods reported before."""

    indicator: Indicator
    figure: Figure
    late: Figure | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """Earlier figures by code, and how they are named: "năm 2022"."""

    name: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class _Line:
    """One figure as a line; ``words`` has a gap for the number.

    ``share`` says x/y and the percentage; ``parts`` names the parts that are told in brackets.
    """

    code: str
    words: str
    share: bool = False
    parts: tuple[str, ...] = ()


_LINES: Mapping[Section, tuple[_Line, ...]] = {
    Section.LEADERSHIP: (
        _Line("B11.1", "Ban Chỉ đạo 138 ban hành {} văn bản", parts=("kind.plan", "kind.report")),
        _Line(
            "B11.2",
            "Ban Chỉ đạo 138 họp {} cuộc",
            parts=("inspections", "recommendations_fixed"),
        ),
    ),
    Section.PROPAGANDA: (
        _Line("B9.1", "Tổ chức {} buổi tuyên truyền", parts=("attendees",)),
        _Line(
            "B9.2",
            "Tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc tại {} điểm",
            parts=("attendees", "awards"),
        ),
        _Line("B9.3", "Vận động {} lượt hộ, người ký cam kết", parts=("articles", "broadcasts")),
    ),
    Section.CASES: (
        _Line("B1.1", "Tiếp nhận {} tố giác, tin báo về tội phạm"),
        _Line("B1.2", "Tin do Nhân dân cung cấp: {} tin"),
        _Line("B1.3", "Đã xử lý {} tin", share=True),
        _Line("B1.4", "Chuyển đúng hạn {} tin", share=True),
        _Line(
            "B1.5",
            "Kết quả giải quyết: {} kết quả",
            parts=(
                "outcome.prosecuted",
                "outcome.not_prosecuted",
                "outcome.suspended",
                "outcome.transferred",
                "outcome.administrative_penalty",
                "outcome.pending",
            ),
        ),
        _Line("B1.6", "Tin có giá trị: {} tin"),
        _Line(
            "B2.1",
            "Vụ mâu thuẫn, khiếu kiện phải giải quyết: {} vụ",
            parts=("carried_over", "opened"),
        ),
        _Line("B2.2", "Đã giải quyết ổn định {} vụ", share=True),
        _Line("B2.3", "Vụ phức tạp, kéo dài và điểm nóng: {} vụ"),
        _Line("B3.1", "Lập {} hồ sơ đề nghị đưa vào cơ sở giáo dục, cơ sở cai nghiện bắt buộc"),
        _Line("B3.2", "Lập {} hồ sơ đề nghị đưa vào trường giáo dưỡng"),
        _Line("B3.3", "Tòa án quyết định áp dụng đối với {} hồ sơ"),
        _Line("B4.1", "Đưa {} người vào diện giáo dục tại xã, phường, thị trấn"),
        _Line("B4.2", "Đang chấp hành giáo dục tại xã cuối kỳ: {} hồ sơ"),
        _Line("B4.4", "Đang quản lý {} người sử dụng trái phép chất ma túy"),
        _Line("B5.1", "Bắt {} đối tượng truy nã"),
        _Line("B5.2", "Đối tượng truy nã ra đầu thú: {} người"),
        _Line("B5.4", "Còn {} đối tượng truy nã liên quan địa bàn"),
    ),
    Section.MODELS: (
        _Line("B6.1", "Duy trì hoạt động hiệu quả {} mô hình"),
        _Line("B6.2", "Xây dựng, triển khai mới {} mô hình"),
        _Line("B6.3", "Nhân rộng {} mô hình"),
        _Line("B6.5", "Có {} điểm mô hình đang hoạt động", parts=("groups", "members")),
    ),
    Section.STANDARD: (
        _Line("B7.1", "Khu dân cư đạt: {}", share=True),
        _Line("B7.2", "Xã, phường, thị trấn đạt: {}", share=True),
        _Line("B7.3", "Cơ quan đạt: {}", share=True),
        _Line("B7.4", "Doanh nghiệp đạt: {}", share=True),
        _Line("B7.5", "Cơ sở giáo dục đạt: {}", share=True),
        _Line("B7.6", "Đối tượng đã đăng ký: {}", share=True),
    ),
    Section.FORCES: (
        _Line("B8.2", "Có {} cán bộ Công an chính quy tại xã, thị trấn"),
        _Line("B8.3", "Có {} tổ bảo vệ an ninh, trật tự", parts=("members",)),
        _Line("B8.4", "Lực lượng khác: {} người"),
    ),
    Section.COORDINATION: (
        _Line(
            "B12.1",
            "Có {} chương trình phối hợp đang hiệu lực",
            parts=("signed", "activities"),
        ),
        _Line(
            "B13.1",
            "Đang quản lý {} địa bàn trọng điểm (không gồm danh sách mật)",
            parts=("new", "converted", "relapsed"),
        ),
    ),
    Section.AWARDS: (_Line("B10.1", "Khen thưởng {} lượt tập thể, cá nhân, hộ gia đình"),),
}

_LEADS: Mapping[Section, tuple[str, ...]] = {
    Section.CASES: ("S1", "S2", "S3"),
    Section.MODELS: ("S4",),
    Section.STANDARD: ("S6",),
    Section.FORCES: ("S5",),
    Section.AWARDS: ("S7",),
}
"""The sentences of the article that open a section."""

_SUMMED = ("B5.1", "B5.2")
"""Their sum stands in a sentence of its own: where one is kept back, the other is not told."""

NOTHING = "Trong kỳ không có số liệu phát sinh."
"""What stands where a section has figures and all are 0."""


@dataclass(frozen=True, slots=True)
class Narrator:
    """Says what figures say; ``public`` keeps back what could tell who somebody is."""

    stated: Mapping[str, Stated]
    bases: Sequence[Base]
    public: bool = False

    def outline(self) -> list[Section]:
        """Return the sections of this report: without figures of the year there is no B7."""
        has_standard = any(line.code in self.stated for line in _LINES[Section.STANDARD])
        return [one for one in Section if one is not Section.STANDARD or has_standard]

    def paragraphs(self, section: Section) -> list[str]:
        """Return what is generated for a section: the sentences of the article, then lines."""
        lines = _LINES.get(section, ())
        if not lines:
            return []
        lead = self._lead(section)
        told = [text for line in lines if (text := self._line(line))]
        found = [*([lead] if lead else []), *told]
        known = any(line.code in self.stated for line in lines)
        return found or ([NOTHING] if known else [])

    def number(self, code: str, value: int) -> str:
        """Return a number of an indicator in words."""
        return SMALL if self._hidden(code, value) else number(value)

    def _hidden(self, code: str, value: int) -> bool:
        return self.public and code.startswith(_OF_PEOPLE) and 0 < value < _SMALLEST

    def _gives_away(self, code: str) -> bool:
        """Say whether a number kept back could be reckoned from this one and their sum."""
        parts = [one for one in _SUMMED if one in self.stated]
        hidden = [one for one in parts if self._hidden(one, self.stated[one].figure.value)]
        return code in _SUMMED and bool(hidden) and code != hidden[0]

    def _lead(self, section: Section) -> str:
        figures = {code: one.figure for code, one in self.stated.items()}
        wanted = _LEADS.get(section, ())
        texts = [
            one.text for one in sentences(figures, self.number) if one.code in wanted and one.text
        ]
        joined = " ".join(texts)
        if joined.endswith(";"):
            joined = f"{joined[:-1]}."
        return joined[:1].upper() + joined[1:]

    def _line(self, line: _Line) -> str:
        stated = self.stated.get(line.code)
        if stated is None or self._gives_away(line.code):
            return ""
        figure = stated.figure
        if not (figure.value or (line.share and figure.denominator)):
            return self._ended(line, stated)
        text = line.words.format(self._value(line, figure))
        inside = [
            *self._share(line, figure),
            *self._parts(line, stated),
            *self._changes(line.code, stated),
        ]
        if inside:
            text += f" ({'; '.join(inside)})"
        return f"- {text}{self._late(line.code, stated)}."

    def _ended(self, line: _Line, stated: Stated) -> str:
        """Tell of what was there before and is no more; "" where there was nothing either."""
        changes = list(self._changes(line.code, stated))
        late = self._late(line.code, stated)
        if not (changes or late):
            return ""
        brackets = f" ({'; '.join(changes)})" if changes else ""
        return f"- {line.words.format('0')}{brackets}{late}."

    def _value(self, line: _Line, figure: Figure) -> str:
        if not line.share or not figure.denominator:
            return self.number(line.code, figure.value)
        return f"{number(figure.value)}/{number(figure.denominator)}"

    def _share(self, line: _Line, figure: Figure) -> Iterator[str]:
        if line.share and figure.denominator:
            yield percentage(figure.value, figure.denominator)

    def _parts(self, line: _Line, stated: Stated) -> Iterator[str]:
        labels = stated.indicator.part_labels
        if self.public and line.code.startswith(_OF_PEOPLE):
            return
        for name in line.parts:
            value = stated.figure.parts.get(name, 0)
            if value and name in labels:
                words = labels[name].vi
                yield f"{words[:1].lower()}{words[1:]}: {number(value)}"

    def _changes(self, code: str, stated: Stated) -> Iterator[str]:
        now = stated.figure.value
        for base in self.bases:
            before = base.figures.get(code)
            if before is None or self._hidden(code, now) or self._hidden(code, before.value):
                continue
            moved = change(now, before.value, stated.indicator.counted_in.vi)
            if moved:
                yield f"{moved} so với {base.name}"

    def _late(self, code: str, stated: Stated) -> str:
        """Say what was entered late of earlier periods: beside the figure, never in it."""
        late = stated.late
        if late is None or not late.value:
            return ""
        told = self.number(code, late.value)
        return f"; bổ sung kỳ trước {told} {stated.indicator.counted_in.vi}"
