"""The indicator of R08b: teams, their members and their grades at the end of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import part_labels
from antq_desktop.domain.fields import Label
from antq_desktop.domain.indicators import (
    Books,
    Counted,
    CountKind,
    Figure,
    Indicator,
    figure,
    stands,
)
from antq_desktop.domain.registers.security_teams.fields import GRADES, TITLES

if TYPE_CHECKING:
    Row = dict[str, object]

UNGRADED = "not_graded"


def _stand(books: Books, row: Row) -> bool:
    start, end = str(row["started_on"]), str(row.get("ended_on") or "")
    return stands(books.period.last, start, end)


def _teams(books: Books) -> Figure:
    """Count the teams that exist, and their members; grades are of the year of the last day.

    Who has no line for that year is counted as not graded (counting A43).
    """
    last = books.period.last
    teams = [row for row in books.rows if stands(last, row.day("started_on"), row.day("ended_on"))]
    parts = {"members": 0}
    parts |= {f"title.{code.code}": 0 for code in TITLES}
    parts |= {f"{kind}.{code.code}": 0 for kind in ("team", "member") for code in GRADES}
    for team in teams:
        grades = _grades_of(team, last.year)
        parts[f"team.{grades.get(None, UNGRADED)}"] += 1
        for member in (row for row in team.rows("members") if _stand(books, row)):
            parts["members"] += 1
            parts[f"title.{member['title']}"] += 1
            parts[f"member.{grades.get(member['number'], UNGRADED)}"] += 1
    return Figure(len(teams), figure(teams).records, parts=parts)


def _grades_of(team: Counted, year: int) -> dict[object, str]:
    return {
        row.get("member"): str(row["grade"])
        for row in team.rows("grades")
        if row["year"] == str(year)
    }


INDICATORS = (
    Indicator(
        code="B8.3",
        label=Label("Tổ bảo vệ an ninh, trật tự", "Security teams"),
        kind=CountKind.STOCK,
        rule="A05, A43",
        counted_in=Label("tổ", "teams"),
        count=_teams,
        part_labels={
            "members": Label("Thành viên", "Members"),
            **part_labels("title", TITLES),
            **{
                f"team.{code.code}": Label(f"Tổ: {code.label.vi}", f"Team: {code.label.en}")
                for code in GRADES
            },
            **{
                f"member.{code.code}": Label(
                    f"Thành viên: {code.label.vi}", f"Member: {code.label.en}"
                )
                for code in GRADES
            },
        },
    ),
)
