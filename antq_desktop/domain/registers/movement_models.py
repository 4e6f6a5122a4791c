"""R06: models of the movement "Toàn dân bảo vệ an ninh Tổ quốc" and the places that run them.

Basis: NĐ 06/2014/NĐ-CP Đ5.4, 9.3; HD 22/HD-BCA-V05 of 18/11/2022 (cited, text not read);
TT 124/2021/TT-BCA Đ5.1, 6.1, 7.1. A *model* is counted once, by its name; a *point* is a place
where it runs; each point has groups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Code, Field, Kind, Label, Travel, codes
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
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, distinct, in_order, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from antq_desktop.domain.periods import Period

FIELDS_OF_WORK = codes(
    ("crime_prevention", "Phòng ngừa tội phạm", "Crime prevention"),
    ("drugs", "Phòng, chống ma túy", "Drugs"),
    ("traffic", "Trật tự, an toàn giao thông", "Traffic"),
    ("fire_rescue", "Phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Fire and rescue"),
    ("rural_security", "An ninh nông thôn", "Rural security"),
    ("religion_ethnicity", "An ninh tôn giáo, dân tộc", "Religion and ethnicity"),
    ("workers", "An ninh công nhân", "Workers"),
    ("schools", "An ninh trường học", "Schools"),
    ("cyberspace", "Không gian mạng", "Cyberspace"),
    ("offender_support", "Quản lý, giáo dục người lầm lỗi", "Support of offenders"),
    ("mediation", "Hòa giải", "Mediation"),
    ("other", "Khác", "Other"),
)
SCOPES = codes(
    ("area", "Khu dân cư", "Residential area"),
    ("commune", "Xã, phường, thị trấn", "Commune"),
    ("organization", "Cơ quan, doanh nghiệp", "Agency or enterprise"),
    ("school", "Cơ sở giáo dục", "School"),
    ("inter_commune", "Liên xã", "Several communes"),
    ("province", "Tỉnh", "Province"),
)
LEADS = codes(
    ("police", "Công an", "Police"),
    ("fatherland_front", "Mặt trận Tổ quốc", "Fatherland Front"),
    ("womens_union", "Hội Phụ nữ", "Women's Union"),
    ("farmers_union", "Hội Nông dân", "Farmers' Union"),
    ("veterans", "Hội Cựu chiến binh", "Veterans"),
    ("youth_union", "Đoàn Thanh niên", "Youth Union"),
    ("trade_union", "Công đoàn", "Trade Union"),
    ("police_veterans", "Hội Cựu Công an nhân dân", "Police Veterans"),
    ("school", "Nhà trường", "School"),
    ("enterprise", "Doanh nghiệp", "Enterprise"),
    ("other", "Khác", "Other"),
)
STATES = codes(
    ("surveyed", "Khảo sát", "Surveyed"),
    ("proposed", "Đề xuất", "Proposed"),
    ("new", "Xây dựng mới", "New"),
    ("maintained", "Duy trì", "Maintained"),
    ("strengthened", "Củng cố", "Strengthened"),
    ("paused", "Tạm dừng", "Paused"),
    ("dissolved", "Giải thể", "Dissolved"),
)
REVIEW_RESULTS = codes(
    ("effective", "Hoạt động hiệu quả", "Effective"),
    ("ordinary", "Bình thường", "Ordinary"),
    ("weak", "Kém hiệu quả", "Weak"),
    ("inactive", "Không hoạt động", "Inactive"),
)
LEVELS = codes(
    ("commune", "Xã", "Commune"),
    ("province", "Tỉnh", "Province"),
    ("ministry", "Bộ Công an", "Ministry of Public Security"),
)
FORMS = codes(
    ("typical_model", "Công nhận điển hình", "Recognised as typical"),
    ("experience_notice", "Thông báo kinh nghiệm", "Notice of experience"),
    ("award", "Khen thưởng", "Award"),
)
RUNNING = frozenset({"new", "maintained", "strengthened"})


def _field(
    name: str,
    kind: Kind,
    label: tuple[str, str],
    *,
    required: bool = False,
    codes: tuple[Code, ...] = (),
    columns: tuple[Field, ...] = (),
) -> Field:
    return Field(
        name=name,
        kind=kind,
        label=Label(*label),
        travel=Travel.SHARED,
        required=required,
        codes=codes,
        columns=columns,
    )


DESCRIPTION = Section(
    Label("Mô hình", "Model"),
    (
        Field(
            name="name",
            kind=Kind.TEXT,
            label=Label("Tên mô hình", "Name of the model"),
            travel=Travel.SHARED,
            required=True,
            help=Label(
                "Ghi tên gọi chung của mô hình; mỗi nơi thực hiện ghi một dòng ở Điểm mô hình.",
                "The name of the model; each place that runs it is a line under Points.",
            ),
        ),
        _field("field", Kind.CHOICE, ("Lĩnh vực", "Field"), required=True, codes=FIELDS_OF_WORK),
        _field("scope", Kind.CHOICE, ("Phạm vi quản lý", "Scope"), required=True, codes=SCOPES),
        _field("lead", Kind.CHOICE, ("Chủ trì", "Lead"), required=True, codes=LEADS),
        _field("status", Kind.CHOICE, ("Trạng thái", "Status"), required=True, codes=STATES),
        _field("established_on", Kind.DATE, ("Ngày thành lập", "Established on"), required=True),
        Field(
            name="decision",
            kind=Kind.TEXT,
            label=Label("Quyết định thành lập", "Decision of establishment"),
        ),
        Field(
            name="replicated_from",
            kind=Kind.REFERENCE,
            label=Label("Nhân rộng từ mô hình", "Replicated from"),
            travel=Travel.SHARED,
            register="movement_models",
        ),
        Field(
            name="replicated_from_code",
            kind=Kind.UNIT,
            label=Label("Nhân rộng từ mô hình của đơn vị", "Replicated from a model of"),
            travel=Travel.SHARED,
            help=Label(
                "Đơn vị có mô hình gốc, nếu mô hình gốc ở nơi khác.",
                "The unit that has the first model, if it is elsewhere.",
            ),
        ),
    ),
)

POINTS = _field(
    "points",
    Kind.ROWS,
    ("Điểm mô hình", "Points"),
    columns=(
        _field("number", Kind.INTEGER, ("Số thứ tự", "Number"), required=True),
        _field("unit", Kind.UNIT, ("Xã, phường", "Commune"), required=True),
        _field("area", Kind.TEXT, ("Khu dân cư", "Residential area")),
        _field("organization", Kind.ORGANIZATION, ("Cơ quan, đơn vị", "Organisation")),
        _field("started_on", Kind.DATE, ("Ngày ra mắt", "Started on"), required=True),
        _field("ended_on", Kind.DATE, ("Ngày kết thúc", "Ended on")),
        _field("groups", Kind.INTEGER, ("Số tổ", "Groups"), required=True),
        _field("members", Kind.INTEGER, ("Số thành viên", "Members"), required=True),
        _field("households", Kind.INTEGER, ("Số hộ tham gia", "Households"), required=True),
        _field("budget_funds", Kind.MONEY, ("Kinh phí ngân sách (đồng)", "Budget funds (VND)")),
        _field("social_funds", Kind.MONEY, ("Kinh phí xã hội hóa (đồng)", "Social funds (VND)")),
        Field(
            name="rules_document",
            kind=Kind.TEXT,
            label=Label("Quy chế, quy ước hoạt động", "Rules of the point"),
        ),
    ),
)

REVIEWS = _field(
    "reviews",
    Kind.ROWS,
    ("Đánh giá", "Reviews"),
    columns=(
        _field("on", Kind.DATE, ("Ngày đánh giá", "On"), required=True),
        _field("result", Kind.CHOICE, ("Kết quả", "Result"), required=True, codes=REVIEW_RESULTS),
        _field("tips", Kind.INTEGER, ("Tin cung cấp", "Tips given")),
        _field("cases_found", Kind.INTEGER, ("Vụ việc phát hiện", "Cases found")),
        _field("mediated", Kind.INTEGER, ("Vụ hòa giải", "Mediated")),
    ),
)

RECOGNITIONS = _field(
    "recognitions",
    Kind.ROWS,
    ("Ghi nhận", "Recognitions"),
    columns=(
        _field("level", Kind.CHOICE, ("Cấp", "Level"), required=True, codes=LEVELS),
        _field("form", Kind.CHOICE, ("Hình thức", "Form"), required=True, codes=FORMS),
        _field("number", Kind.TEXT, ("Số văn bản", "Document number")),
        _field("on", Kind.DATE, ("Ngày", "On"), required=True),
    ),
)


def _reviewed(seen: Seen, _today: date) -> Iterator[Problem]:
    """Say that a running model without a review is in no stock (counting rule A30)."""
    if seen.text("status") in RUNNING - {"new"} and not seen.rows("reviews"):
        yield Problem("reviews", "rules.model_not_reviewed", grave=False)


def _points_after(seen: Seen, _today: date) -> Iterator[Problem]:
    established = seen.text("established_on")
    for number, row in enumerate(seen.rows("points"), 1):
        if established and str(row["started_on"]) < established:
            yield Problem(f"points[{number}].started_on", "rules.point_before_model", grave=False)


def running(model: Counted, period: Period) -> bool:
    """Say whether a model is at work at the end of a period (counting A30)."""
    return model.state_at(period.last) in RUNNING


def effective(model: Counted, period: Period) -> bool:
    """Say whether the last review until the end of a period found it effective (counting A30)."""
    until = period.last.isoformat()
    reviews = sorted((str(r["on"]), i) for i, r in enumerate(model.rows("reviews")))
    past = [place for on, place in reviews if on <= until]
    return bool(past) and model.rows("reviews")[past[-1]]["result"] == "effective"


def _maintained(books: Books) -> Figure:
    period = books.period
    return figure(m for m in books.rows if running(m, period) and effective(m, period))


def _established(books: Books) -> Figure:
    return figure(m for m in books.rows if within(books.period, m.day("established_on")))


def _replicated(books: Books) -> Figure:
    def again(model: Counted) -> bool:
        points = sorted((str(row["started_on"]), row["number"]) for row in model.rows("points"))
        return any(within(books.period, started) for started, _ in points[1:])

    return figure(m for m in books.rows if again(m))


def _noted(books: Books) -> Figure:
    def noted(model: Counted) -> bool:
        return any(
            row["level"] == "ministry" and within(books.period, str(row["on"]))
            for row in model.rows("recognitions")
        )

    return figure(m for m in books.rows if noted(m))


def _points(books: Books) -> Figure:
    day = books.period.last
    parts = {"groups": 0, "members": 0, "households": 0}
    total = 0
    behind = []
    for model in books.rows:
        if not running(model, books.period):
            continue
        rows = [
            row
            for row in model.rows("points")
            if stands(day, str(row["started_on"]), str(row.get("ended_on") or ""))
        ]
        total += len(rows)
        for name in parts:
            parts[name] += sum(int(str(row[name])) for row in rows)
        if rows:
            behind.append(model)
    return Figure(total, figure(behind).records, parts=parts)


INDICATORS = (
    Indicator(
        code="B6.1",
        label=Label("Mô hình duy trì hoạt động hiệu quả", "Models working effectively"),
        kind=CountKind.STOCK,
        rule="A30",
        count=_maintained,
        counted_in=Label("mô hình", "models"),
    ),
    Indicator(
        code="B6.2",
        label=Label("Mô hình xây dựng, triển khai mới", "Models newly built"),
        kind=CountKind.FLOW,
        rule="A31",
        count=_established,
        counted_in=Label("mô hình", "models"),
    ),
    Indicator(
        code="B6.3",
        label=Label("Mô hình được tổ chức nhân rộng", "Models replicated"),
        kind=CountKind.FLOW,
        rule="A32",
        count=_replicated,
        counted_in=Label("mô hình", "models"),
    ),
    Indicator(
        code="B6.4",
        label=Label(
            "Mô hình được Bộ Công an ghi nhận, thông báo kinh nghiệm",
            "Models noted by the Ministry of Public Security",
        ),
        kind=CountKind.FLOW,
        rule="A33",
        count=_noted,
        counted_in=Label("mô hình", "models"),
    ),
    Indicator(
        code="B6.5",
        label=Label("Điểm mô hình đang hoạt động", "Points at work"),
        kind=CountKind.STOCK,
        rule="A32, A33",
        count=_points,
        counted_in=Label("điểm", "points"),
        part_labels={
            "groups": Label("Số tổ", "Groups"),
            "members": Label("Số thành viên", "Members"),
            "households": Label("Số hộ tham gia", "Households"),
        },
    ),
)

REGISTER = Register(
    name="movement_models",
    code="R06",
    label=Label(
        "Mô hình phong trào toàn dân bảo vệ ANTQ", "Models of the movement to protect security"
    ),
    short=Label("Mô hình phong trào", "Models"),
    group=Group.MOVEMENT,
    basis="NĐ 06/2014/NĐ-CP Đ5.4, 9.3; HD 22/HD-BCA-V05 ngày 18/11/2022;"
    " TT 124/2021/TT-BCA Đ5.1, 6.1, 7.1",
    sections=(
        DESCRIPTION,
        Section(Label("Điểm mô hình", "Points"), (POINTS,)),
        Section(Label("Đánh giá và ghi nhận", "Reviews and recognitions"), (REVIEWS, RECOGNITIONS)),
    ),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            surveyed="proposed new dissolved",
            proposed="new dissolved",
            new="maintained strengthened paused dissolved",
            maintained="strengthened paused dissolved",
            strengthened="maintained paused dissolved",
            paused="maintained strengthened dissolved",
        ),
        # Most models exist when the book is begun: they enter it in the state they are in.
        first=frozenset(code.code for code in STATES),
    ),
    event_field="established_on",
    title=("name",),
    columns=("name", "field", "lead", "status", "established_on"),
    state_field="status",
    rules=(
        not_future("established_on", "points.started_on", "points.ended_on"),
        not_future("reviews.on", "recognitions.on", "moves.on"),
        in_order("points", "started_on", "ended_on"),
        distinct("points", "number"),
        Rule(fields=("status", "reviews"), check=_reviewed, basis="counting A30"),
        Rule(fields=("established_on", "points"), check=_points_after),
    ),
    indicators=INDICATORS,
)
