"""``calendar``: what an office corrects in the working days, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.cli.driver import World

NOTICE = ("--source", "Thông báo số 01/TB (mẫu)")


def test_an_office_corrects_lists_and_takes_back(world: World) -> None:
    added = world.office(
        "calendar", "add", "2026-11-24", "--kind", "holiday", "--verified", *NOTICE
    )
    assert (added.code, added.document["verified"]) == (0, True)
    assert ", corrected " in added.document["version"]
    listed = world.office("calendar", "list", "--year", "2026").document
    assert listed["version"] == added.document["version"]
    assert {one["day"] for one in listed["days"] if not one["verified"]} == {
        "2026-01-02",
        "2026-01-10",
    }
    assert {
        "day": "2026-11-24",
        "working": False,
        "kind": "holiday",
        "source": NOTICE[1],
        "verified": True,
    } in listed["days"]
    assert world.office("calendar", "confirm", "2027", *NOTICE).code == 0
    listed = world.office("calendar", "list").document
    assert (listed["official_to"], listed["sent_by"]) == ("2027-12-31", None)
    assert listed["notices"] == [{"year": 2027, "source": NOTICE[1]}]
    assert world.office("calendar", "unconfirm", "2027").code == 0
    assert world.office("calendar", "remove", "2026-11-24").code == 0
    said = world.at("347", "calendar", "list", "--year", "2026").out
    assert "Theo thông báo chính thức đến ngày 31/12/2026" in said
    (line,) = (one for one in said.splitlines() if one.startswith("24/11/2026"))
    assert line.split("  ")[1].strip() == "Thứ Ba"
    assert line.endswith("chưa xác minh")


@pytest.mark.parametrize(
    ("arguments", "code", "refused"),
    [
        (("add", "2026-11-24", "--kind", "holiday", "--source", " "), 3, "calendar.source_needed"),
        (("add", "2026-10-06", "--kind", "worked", *NOTICE), 3, "calendar.same_already"),
        (("add", "2051-01-02", "--kind", "holiday", *NOTICE), 3, "calendar.unknown_year"),
        (("confirm", "2029", *NOTICE), 3, "calendar.year_order"),
        (("unconfirm", "2029"), 3, "calendar.not_confirmed"),
        (("remove", "2026-10-06"), 3, "calendar.not_corrected"),
        (("add", "24/11/2026", "--kind", "holiday", *NOTICE), 2, None),
        (("add", "2026-11-24", "--kind", "feast", *NOTICE), 2, None),
        (("add", "2026-11-24", "--kind", "holiday"), 2, None),
    ],
)
def test_what_is_no_correction_is_refused(
    first_world: World, arguments: tuple[str, ...], code: int, refused: str | None
) -> None:
    answer = first_world.office("calendar", *arguments)
    assert answer.code == code
    assert refused is None or answer.document["refused"] == refused


def test_a_commune_corrects_nothing(first_world: World) -> None:
    answer = first_world.commune("calendar", "add", "2026-11-24", "--kind", "holiday", *NOTICE)
    assert answer.document["refused"] == "workspace.office_only"
    listed = first_world.commune("calendar", "list", "--year", "2026").document
    assert listed["sent_by"] == "Thành phố Phủ Lý"
