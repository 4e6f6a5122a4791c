"""R09: meetings, broadcasts and other work to win the people, the festival of 19/8 included.

Basis: QĐ 521/QĐ-TTg of 13/06/2005 (19/8 is the festival "Toàn dân bảo vệ an ninh Tổ quốc"); NĐ
06/2014/NĐ-CP; TT 09/2024/TT-BCA. Only the unit that holds an event writes it (counting A39).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Code, Kind, Label, codes
from antq_desktop.domain.indicators import (
    Books,
    Counted,
    CountKind,
    Figure,
    Indicator,
    figure,
    stands,
    within,
)
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, not_future

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FESTIVAL, WARNING = "festival", "warning_talk"
FORMS = (
    *codes(
        ("meeting", "Hội nghị, họp dân", "Meeting"),
        ("loudspeaker", "Loa truyền thanh", "Loudspeakers"),
        ("household_visit", "Trực tiếp tại hộ", "Visit to households"),
        ("leaflets", "Phát tờ rơi", "Leaflets"),
        ("billboards", "Pano, khẩu hiệu", "Billboards, slogans"),
        ("mock_trial", "Phiên tòa giả định", "Mock trial"),
        ("contest", "Hội thi, diễn đàn", "Contest, forum"),
        ("social_media", "Mạng xã hội (Facebook, Zalo)", "Social networks (Facebook, Zalo)"),
        ("pledge", "Ký cam kết", "Signing of pledges"),
        (WARNING, "Gọi hỏi, răn đe", "Warning talk"),
    ),
    Code(
        FESTIVAL,
        Label("Ngày hội toàn dân bảo vệ ANTQ 19/8", "Festival of 19 August"),
        valid_from=date(2005, 6, 13),
    ),
)
TOPICS = codes(
    ("crime_prevention", "Phòng, chống tội phạm", "Crime prevention"),
    ("drugs", "Ma túy", "Drugs"),
    ("online_fraud", "Lừa đảo trên mạng", "Online fraud"),
    ("traffic", "Trật tự, an toàn giao thông", "Traffic"),
    ("fire_rescue", "Phòng cháy, chữa cháy", "Fire"),
    ("residence_identity", "Cư trú, căn cước, VNeID", "Residence, identity, VNeID"),
    ("weapons_fireworks", "Vũ khí, pháo", "Weapons, fireworks"),
    ("trafficking", "Mua bán người", "Trafficking"),
    ("school_violence", "Bạo lực học đường", "Violence at school"),
    ("land", "Đất đai", "Land"),
    ("religion", "Tôn giáo", "Religion"),
    ("other", "Khác", "Other"),
)
FESTIVAL_LEVELS = codes(
    ("area", "Khu dân cư", "Residential area"),
    ("inter_area", "Liên khu dân cư", "Several areas"),
    ("organization", "Cơ quan, doanh nghiệp, nhà trường", "Agency, enterprise, school"),
    ("commune", "Xã, phường, thị trấn", "Commune"),
    ("province", "Tỉnh", "Province"),
)
STATES = codes(
    ("planned", "Kế hoạch", "Planned"),
    ("done", "Đã thực hiện", "Done"),
    ("reported", "Đã báo cáo", "Reported"),
    ("cancelled", "Hoãn, hủy", "Postponed, cancelled"),
)
HELD = frozenset({"done", "reported"})
#: Of the festival alone.
FESTIVAL_FIELDS = (
    "festival_level",
    "pilot",
    "venues",
    "delegates",
    "ceremony",
    "festivities",
    "festival_awards",
    "gifts",
)
#: When practice holds the festival: June to August (domain.md B.1, TD19/8).
FESTIVAL_MONTHS = range(6, 9)

EVENT = Section(
    Label("Buổi tuyên truyền, vận động", "Event"),
    (
        shared("held_on", Kind.DATE, ("Ngày tổ chức", "Held on"), required=True),
        shared("form", Kind.CHOICE, ("Hình thức", "Form"), codes=FORMS, required=True),
        shared("topics", Kind.CHOICES, ("Chủ đề", "Topics"), codes=TOPICS, required=True),
        private("place", Kind.TEXT, ("Địa điểm", "Place"), required=True),
        shared("area", Kind.TEXT, ("Khu dân cư", "Residential area")),
        shared("organization", Kind.ORGANIZATION, ("Cơ quan, đơn vị", "Organisation")),
        private(
            "co_hosts",
            Kind.ROWS,
            ("Đơn vị phối hợp", "Held together with"),
            columns=(
                private("name", Kind.ORGANIZATION, ("Đơn vị", "Organisation"), required=True),
                private(
                    "programme",
                    Kind.REFERENCE,
                    ("Chương trình phối hợp", "Programme of cooperation"),
                    register="coordination_programmes",
                ),
            ),
        ),
    ),
)
RESULT = Section(
    Label("Kết quả", "Result"),
    (
        shared(
            "sessions",
            Kind.INTEGER,
            ("Số buổi", "Sessions"),
            required_in=HELD,
            minimum=1,
        ),
        shared("attendees", Kind.INTEGER, ("Lượt người tham gia", "Attendance"), required_in=HELD),
        shared("articles", Kind.INTEGER, ("Tin, bài", "Articles")),
        private("leaflets", Kind.INTEGER, ("Tờ rơi", "Leaflets")),
        shared("broadcasts", Kind.INTEGER, ("Lượt phát thanh", "Broadcasts")),
        shared("reach", Kind.INTEGER, ("Lượt tiếp cận trên mạng", "Reached online")),
        shared("commitments", Kind.INTEGER, ("Số hộ, người ký cam kết", "Pledges signed")),
        private(
            "tips_received",
            Kind.ROWS,
            ("Tin thu được sau tuyên truyền", "Tips received afterwards"),
            columns=(
                private(
                    "tip",
                    Kind.REFERENCE,
                    ("Nguồn tin đã vào sổ", "Report of crime"),
                    register="crime_reports",
                    required=True,
                ),
            ),
        ),
    ),
)
FESTIVAL_BLOCK = Section(
    Label("Ngày hội 19/8", "Festival of 19 August"),
    (
        shared(
            "festival_level",
            Kind.CHOICE,
            ("Cấp tổ chức", "Level"),
            codes=FESTIVAL_LEVELS,
            help=Label(
                "Các mục dưới đây chỉ ghi khi hình thức là Ngày hội.",
                "What follows is for the festival alone.",
            ),
            basis="QĐ 521/QĐ-TTg ngày 13/06/2005",
        ),
        shared("pilot", Kind.FLAG, ("Điểm chỉ đạo", "Model venue")),
        shared(
            "venues",
            Kind.INTEGER,
            ("Số điểm tổ chức", "Venues"),
            minimum=1,
            help=Label(
                "Chỉ đơn vị đứng ra tổ chức ghi sự kiện, để không tính hai lần.",
                "Only the unit that holds the event writes it, so that none counts twice.",
            ),
        ),
        private("delegates", Kind.INTEGER, ("Số đại biểu", "Delegates")),
        private("ceremony", Kind.TEXT, ("Phần lễ", "Ceremony")),
        private("festivities", Kind.TEXT, ("Phần hội", "Festivities")),
        shared(
            "festival_awards", Kind.INTEGER, ("Tập thể, cá nhân được khen", "Awards handed over")
        ),
        private("gifts", Kind.INTEGER, ("Số suất quà tặng", "Gifts")),
    ),
)
PAPERS = Section(
    Label("Hồ sơ kèm theo", "Papers"),
    (
        private("plan", Kind.TEXT, ("Số kế hoạch", "Number of the plan")),
        private("report", Kind.TEXT, ("Số báo cáo", "Number of the report")),
        private("photos", Kind.TEXT, ("Nơi lưu ảnh", "Where the photos are")),
    ),
)


def _held(seen: Seen, today: date) -> Iterator[Problem]:
    """Let a plan lie ahead, but nothing that is said to be done."""
    held_on = seen.text("held_on")
    if last_state(seen.rows("moves")) in HELD and held_on and held_on > today.isoformat():
        yield Problem("held_on", "rules.not_future")


def _festival(seen: Seen, _today: date) -> Iterator[Problem]:
    """Keep the block of the festival to the festival (QĐ 521/QĐ-TTg), and there ask for venues."""
    if seen.text("form") != FESTIVAL:
        for name in FESTIVAL_FIELDS:
            if seen.get(name):  # an empty flag is False, a number nobody typed may be 0
                yield Problem(name, "rules.festival_only")
    elif last_state(seen.rows("moves")) in HELD and seen.get("venues") is None:
        yield Problem("venues", "rules.festival_venues")


def _season(seen: Seen, _today: date) -> Iterator[Problem]:
    held_on = seen.text("held_on")
    if not held_on or seen.text("form") != FESTIVAL:
        return
    if date.fromisoformat(held_on).month not in FESTIVAL_MONTHS:
        yield Problem("held_on", "rules.festival_season", grave=False)


def _held_in(books: Books) -> list[Counted]:
    """Return what was held in the period; plans and what was called off are in no figure (A39)."""
    return [
        row
        for row in books.rows
        if within(books.period, row.day("held_on")) and last_state(row.rows("moves")) in HELD
    ]


def _sum(rows: Iterable[Counted], name: str) -> int:
    return sum(int(str(row.shared.get(name, 0))) for row in rows)


def _sessions(books: Books) -> Figure:
    """Add up sessions and attendance; warning talks stand apart, the festival is in (A39)."""
    held = _held_in(books)
    talks = [row for row in held if row.shared["form"] == WARNING]
    told = [row for row in held if row.shared["form"] != WARNING]
    parts = {"attendees": _sum(told, "attendees"), WARNING: _sum(talks, "sessions")}
    return Figure(_sum(told, "sessions"), figure(told).records, parts=parts)


def _festivals(books: Books) -> Figure:
    """Add up venues, beside the residential areas that there are at the end (domain.md B9.2)."""
    held = [row for row in _held_in(books) if row.shared["form"] == FESTIVAL]
    parts = {"attendees": _sum(held, "attendees"), "awards": _sum(held, "festival_awards")}
    areas = [
        row
        for row in books.of("residential_areas")
        if stands(books.period.last, row.day("valid_from"), row.day("valid_to"))
    ]
    return Figure(_sum(held, "venues"), figure(held).records, len(areas), parts)


def _output(books: Books) -> Figure:
    """Give pledges, and apart from them what cannot be added to them (A39)."""
    names = ("articles", "broadcasts", "reach")
    rows = [
        row
        for row in _held_in(books)
        if row.shared["form"] != WARNING and any(row.shared.get(n) for n in ("commitments", *names))
    ]
    parts = {name: _sum(rows, name) for name in names}
    return Figure(_sum(rows, "commitments"), figure(rows).records, parts=parts)


_ATTENDEES = Label("Lượt người tham gia", "Attendance")
INDICATORS = (
    Indicator(
        code="B9.1",
        label=Label("Buổi tuyên truyền", "Sessions held"),
        kind=CountKind.FLOW,
        rule="A39",
        counted_in=Label("buổi", "sessions"),
        count=_sessions,
        enters=_held_in,
        part_labels={
            "attendees": _ATTENDEES,
            WARNING: Label("Gọi hỏi, răn đe (tính riêng)", "Warning talks (apart)"),
        },
    ),
    Indicator(
        code="B9.2",
        label=Label(
            "Điểm tổ chức Ngày hội toàn dân bảo vệ ANTQ", "Venues of the festival of 19 August"
        ),
        kind=CountKind.FLOW,
        rule="A39",
        counted_in=Label("điểm", "venues"),
        count=_festivals,
        reads=("residential_areas",),
        part_labels={
            "attendees": _ATTENDEES,
            "awards": Label("Tập thể, cá nhân được khen", "Awards handed over"),
        },
    ),
    Indicator(
        code="B9.3",
        label=Label("Hộ, người ký cam kết", "Pledges signed"),
        kind=CountKind.FLOW,
        rule="A39",
        counted_in=Label("lượt", "pledges"),
        count=_output,
        part_labels={
            "articles": Label("Tin, bài", "Articles"),
            "broadcasts": Label("Lượt phát thanh", "Broadcasts"),
            "reach": Label("Lượt tiếp cận trên mạng", "Reached online"),
        },
    ),
)

REGISTER = Register(
    name="propaganda",
    code="R09",
    label=Label("Tuyên truyền, vận động; Ngày hội", "Work among the people; festival"),
    short=Label("Tuyên truyền, Ngày hội", "Propaganda, festival"),
    group=Group.MOVEMENT,
    basis="QĐ 521/QĐ-TTg ngày 13/06/2005; NĐ 06/2014/NĐ-CP; TT 09/2024/TT-BCA",
    sections=(EVENT, RESULT, FESTIVAL_BLOCK, PAPERS),
    life_cycle=LifeCycle(
        states=STATES,
        # What was put off may be planned anew.
        next=steps(planned="done cancelled", done="reported", cancelled="planned"),
        first=frozenset({"planned", "done", "reported"}),
    ),
    event_field="held_on",
    title=("form", "area", "organization"),
    columns=("held_on", "form", "area", "sessions", "attendees"),
    booked_by="held_on",
    rules=(
        Rule(fields=("held_on", "moves"), check=_held),
        not_future("moves.on"),
        Rule(
            fields=("form", "moves", *FESTIVAL_FIELDS),
            check=_festival,
            basis="QĐ 521/QĐ-TTg ngày 13/06/2005",
        ),
        Rule(fields=("form", "held_on"), check=_season),
    ),
    indicators=INDICATORS,
)
