"""``record duplicates | beside | decide | reopen``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.unit.domain.test_drug_user_management import file
from tests.unit.services.test_limits import tip

if TYPE_CHECKING:
    from tests.unit.cli.driver import World

AN = {"full_name": "Lò Văn Án", "born": "1990-05-01", "sex": "male", "id_number": "000090000001"}
BOOK = "drug_user_management"


def added(world: World, register: str, *values: dict[str, object]) -> list[str]:
    """Save records at the commune, and return their ids."""
    lines = "".join(f"{json.dumps(one)}\n" for one in values)
    result = world.commune("record", "add", register, stdin=lines)
    return [one["id"] for one in result.document["saved"]]


def test_a_pair_is_listed_compared_decided_and_taken_up_again(world: World) -> None:
    again = {**AN, "full_name": "Lò Văn An", "id_number": None}
    first, second = added(world, BOOK, file(person=AN), file(person=again))
    asked = ("record", "duplicates", "--register", BOOK)
    (pair,) = world.commune(*asked).document["pairs"]
    assert (pair["earlier"]["id"], pair["later"]["id"]) == (first, second)
    assert (pair["why"], pair["decision"]) == (["name"], None)
    told = world.at("13285", "record", "beside", second, first).out
    assert "cùng họ tên (bỏ dấu), năm sinh" in told
    assert "≠  Người bị quản lý: Số giấy tờ" in told
    fields = world.commune("record", "beside", first, second).document["fields"]
    differing = {one["field"] for one in fields if one["differs"]}
    assert differing == {"person.full_name", "person.id_number"}
    said = world.at("13285", "record", "decide", first, second, "--as", "double").out
    assert f"record void {second} --reason" in said
    assert world.commune(*asked).document["pairs"] == []
    (pair,) = world.commune(*asked, "--decided").document["pairs"]
    assert (pair["decision"], pair["by"], pair["reason"]) == ("double", "an", None)
    assert "Người quyết định: an" in world.at("13285", *asked, "--decided").out
    assert world.commune("record", "reopen", first, second).document["reopened"] == [first, second]
    assert len(world.commune(*asked).document["pairs"]) == 1


def test_a_book_that_can_name_the_other_record_keeps_both(world: World) -> None:
    suspects = [{"person": AN}]
    first, second = added(
        world, "R01", *(tip(day, suspects=suspects) for day in ("2023-05-05", "2023-05-06"))
    )
    said = world.at("13285", "record", "decide", first, second, "--as", "double").out
    assert f"Ghi mã {first} vào ô “Trùng với tin đã vào sổ” của hồ sơ {second}." in said


def test_what_cannot_be_is_refused_with_one_sentence(world: World) -> None:
    first, second, third = added(
        world, BOOK, file(person=AN), file(person=AN), file(person={**AN, "born": "1970"})
    )
    (other,) = added(world, "R01", tip("2023-05-05", suspects=[{"person": AN}]))

    def refused(*words: str) -> object:
        result = world.commune("record", *words)
        assert result.code == 3
        return result.document["refused"]

    assert refused("duplicates", "--register", "R98") == "records.unknown_register"
    assert refused("decide", first, "nobody", "--as", "both") == "records.unknown"
    for pair in ((first, first), (first, other)):
        assert refused("decide", *pair, "--as", "both") == "duplicates.no_pair"
    assert refused("reopen", first, second) == "duplicates.undecided"
    assert world.commune("record", "decide", first, second, "--as", "both").code == 0
    assert refused("decide", second, first, "--as", "different") == "duplicates.decided"
    assert world.commune("record", "decide", first, third, "--as", "perhaps").code == 2
