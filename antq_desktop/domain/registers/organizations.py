"""U3: agencies, enterprises and schools, and at which level each is recognised.

Basis: TT 124/2021/TT-BCA Đ1.2b (what it does not apply to), Đ10 (who recognises). The figures of
"An toàn về an ninh, trật tự" take their denominators from here (counting A35).
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Code, Field, Kind, Label, Travel, codes
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.registers.residential_areas import (
    EXISTENCE_RULES,
    LIFE_CYCLE,
    existence,
)
from antq_desktop.domain.rules import Rule, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_DISTRICTS = date(2025, 7, 1)
"""The first day without a district level of government."""

KINDS = codes(
    ("agency", "Cơ quan", "Agency"),
    ("enterprise", "Doanh nghiệp", "Enterprise"),
    ("school", "Cơ sở giáo dục", "School"),
)
EXCLUSIONS = codes(
    ("armed_forces", "Lực lượng vũ trang", "Armed forces"),
    ("small_enterprise", "Doanh nghiệp nhỏ, siêu nhỏ", "Small or micro enterprise"),
    ("primary_preschool", "Tiểu học, mầm non, nhà trẻ", "Primary school, kindergarten, crèche"),
    ("newly_established", "Mới thành lập", "Newly established"),
)
#: Which kind an exclusion can be said of; of the others each can.
EXCLUSION_OF = {"small_enterprise": "enterprise", "primary_preschool": "school"}

LEVELS = (
    Code("commune", Label("Cấp xã", "Commune")),
    Code("district", Label("Cấp huyện", "District"), valid_to=NO_DISTRICTS),
    Code("province", Label("Cấp tỉnh", "Province")),
    Code("ministry", Label("Bộ Công an", "Ministry of Public Security")),
)

_shared = partial(Field, travel=Travel.SHARED)

ORGANIZATION = Section(
    Label("Cơ quan, doanh nghiệp, cơ sở giáo dục", "Organisation"),
    (
        _shared(name="name", kind=Kind.ORGANIZATION, label=Label("Tên gọi", "Name"), required=True),
        _shared(
            name="kind", kind=Kind.CHOICE, label=Label("Loại", "Kind"), required=True, codes=KINDS
        ),
        Field(name="tax_code", kind=Kind.TEXT, label=Label("Mã số thuế", "Tax code")),
        Field(name="sector", kind=Kind.TEXT, label=Label("Ngành, lĩnh vực", "Sector")),
        Field(name="head", kind=Kind.TEXT, label=Label("Người đứng đầu", "Head")),
        Field(name="headcount", kind=Kind.INTEGER, label=Label("Số người", "Headcount")),
        _shared(
            name="has_protection_force",
            kind=Kind.FLAG,
            label=Label("Có lực lượng bảo vệ", "Has guards"),
        ),
    ),
)
STANDARD = Section(
    Label("Xét “An toàn về an ninh, trật tự”", "Security and order standard"),
    (
        _shared(
            name="in_scope",
            kind=Kind.FLAG,
            label=Label("Thuộc diện xét", "In scope"),
            required=True,
            help=Label(
                "Không xét: lực lượng vũ trang; doanh nghiệp nhỏ, siêu nhỏ; tiểu học, mầm non, "
                "nhà trẻ.",
                "Out of scope: armed forces; small and micro enterprises; primary schools, "
                "kindergartens, crèches.",
            ),
            basis="TT 124/2021/TT-BCA Đ1.2b",
        ),
        _shared(
            name="exclusion",
            kind=Kind.CHOICE,
            label=Label("Lý do không xét", "Why not"),
            codes=EXCLUSIONS,
        ),
        _shared(
            name="level",
            kind=Kind.CHOICE,
            label=Label("Cấp công nhận", "Recognised by"),
            required=True,
            codes=LEVELS,
            help=Label(
                "Được ủy quyền thì ghi cấp được ủy quyền; chỉ tiêu của xã chỉ tính cấp xã.",
                "If delegated, the level it was delegated to; figures of a commune count its own.",
            ),
            basis="TT 124/2021/TT-BCA Đ10",
        ),
    ),
)


def scope_problems(seen: Seen, kind: str | None) -> Iterator[Problem]:
    """Yield where scope and reason disagree, or the reason cannot be said of that kind."""
    reason = seen.text("exclusion")
    if seen.get("in_scope") is False and not reason:
        yield Problem("exclusion", "rules.exclusion_missing")
    if seen.get("in_scope") is True and reason:
        yield Problem("exclusion", "rules.exclusion_in_scope")
    if reason and kind and EXCLUSION_OF.get(reason, kind) != kind:
        yield Problem("exclusion", "rules.exclusion_of_other_kind")


def _scope(seen: Seen, _today: date) -> Iterator[Problem]:
    yield from scope_problems(seen, seen.text("kind"))


def _level(seen: Seen, today: date) -> Iterator[Problem]:
    """Say that what is there after the districts ended is recognised by another level."""
    end = seen.text("valid_to")
    lasts = today >= NO_DISTRICTS and (not end or end > NO_DISTRICTS.isoformat())
    if seen.text("level") == "district" and lasts:
        yield Problem("level", "rules.no_districts", grave=False)


REGISTER = Register(
    name="organizations",
    code="U3",
    label=Label("Cơ quan, doanh nghiệp, cơ sở giáo dục", "Organisations"),
    short=Label("Cơ quan, doanh nghiệp, trường", "Organisations"),
    group=Group.PLACES,
    basis="TT 124/2021/TT-BCA Đ1.2b, 10",
    sections=(
        ORGANIZATION,
        STANDARD,
        existence(
            Label("Hoạt động từ ngày", "Exists since"),
            Label("Không còn từ ngày", "No longer exists from"),
        ),
    ),
    life_cycle=LIFE_CYCLE,
    event_field="valid_from",
    title=("name",),
    columns=("name", "kind", "in_scope", "level"),
    rules=(
        *EXISTENCE_RULES,
        Rule(
            fields=("kind", "in_scope", "exclusion"),
            check=_scope,
            basis="TT 124/2021/TT-BCA Đ1.2b",
        ),
        Rule(fields=("level", "valid_to"), check=_level, basis="TT 124/2021/TT-BCA Đ10"),
    ),
)
