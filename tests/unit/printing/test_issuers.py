"""Who issues a document, by the kind of unit and the day."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.units import KIND_LABELS, Unit, UnitKey, UnitTree, parse_units_csv
from antq_desktop.printing.form import Body
from antq_desktop.printing.issuers import issuer_of

TREE = UnitTree(
    parse_units_csv(
        "code,name,kind,level,parent,valid_from,valid_to,remote\n"
        "35,Tỉnh Hà Nam,tinh,1,,,,0\n"
        "353,Huyện Lý Nhân,huyen,2,35,,2025-07-01,0\n"
        "347,Thành phố Phủ Lý,thanh-pho,2,35,,2025-07-01,0\n"
        "01,Thành phố Hà Nội,thanh-pho,1,,,,0\n"
        "13600,Xã Bắc Lý,xa,3,353,,2025-07-01,0\n"
        "13285,Phường Quang Trung,phuong,3,347,,2025-07-01,0\n"
        "13286,Phường 1,phuong,3,347,,2025-07-01,0\n"
        "13601,Thị trấn Vĩnh Trụ,thi-tran,3,353,,2025-07-01,0\n"
        "13700,Xã Bắc Lý,xa,2,35,2025-07-01,,0\n"
    ),
    "test",
    "test",
)
OLD, BETWEEN, NEW = date(2023, 12, 31), date(2025, 4, 1), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("code", "day", "superior", "name"),
    [
        ("13600", OLD, "CÔNG AN HUYỆN LÝ NHÂN", "CÔNG AN XÃ BẮC LÝ"),
        ("13600", date(2025, 2, 28), "CÔNG AN HUYỆN LÝ NHÂN", "CÔNG AN XÃ BẮC LÝ"),
        ("13600", BETWEEN, "CÔNG AN TỈNH HÀ NAM", "CÔNG AN XÃ BẮC LÝ"),
        ("13700", NEW, "CÔNG AN TỈNH HÀ NAM", "CÔNG AN XÃ BẮC LÝ"),
        ("13601", OLD, "CÔNG AN HUYỆN LÝ NHÂN", "CÔNG AN THỊ TRẤN VĨNH TRỤ"),
        ("353", OLD, "CÔNG AN TỈNH HÀ NAM", "CÔNG AN HUYỆN LÝ NHÂN"),
        ("347", OLD, "CÔNG AN TỈNH HÀ NAM", "CÔNG AN THÀNH PHỐ PHỦ LÝ"),
        ("35", NEW, "BỘ CÔNG AN", "CÔNG AN TỈNH HÀ NAM"),
        ("01", NEW, "BỘ CÔNG AN", "CÔNG AN THÀNH PHỐ HÀ NỘI"),
    ],
)
def test_the_district_police_stand_above_until_their_last_day(
    code: str, day: date, superior: str, name: str
) -> None:
    issuer = issuer_of(TREE.resolve(code, day), TREE, day)
    assert (issuer.superior, issuer.name) == (superior, name)


@pytest.mark.parametrize(
    ("code", "place", "sentence"),
    [
        ("13600", "Bắc Lý", "Công an xã Bắc Lý"),
        ("13285", "Phường Quang Trung", "Công an phường Quang Trung"),
        ("13286", "Phường 1", "Công an phường 1"),
        ("347", "Phủ Lý", "Công an thành phố Phủ Lý"),
    ],
)
def test_places_named_after_persons_and_numbers_keep_their_kind(
    code: str, place: str, sentence: str
) -> None:
    issuer = issuer_of(TREE.resolve(code, OLD), TREE, OLD)
    assert (issuer.place, issuer.unit) == (place, sentence)


@pytest.mark.parametrize(
    ("body", "superior", "name", "unit", "signer", "symbol"),
    [
        (
            Body.POLICE,
            "CÔNG AN HUYỆN LÝ NHÂN",
            "CÔNG AN XÃ BẮC LÝ",
            "Công an xã Bắc Lý",
            "TRƯỞNG CÔNG AN XÃ",
            "CAX",
        ),
        (
            Body.PEOPLE,
            "",
            "ỦY BAN NHÂN DÂN XÃ BẮC LÝ",
            "Ủy ban nhân dân xã Bắc Lý",
            "CHỦ TỊCH",
            "UBND",
        ),
        (
            Body.COMMITTEE,
            "ỦY BAN NHÂN DÂN XÃ BẮC LÝ",
            "BAN CHỈ ĐẠO PCTP, TNXH VÀ XDPT TDBVANTQ",
            (
                "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào Toàn dân"
                " bảo vệ an ninh Tổ quốc xã Bắc Lý"
            ),
            "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN",
            "BCĐ",
        ),
    ],
)
def test_each_body_of_a_commune_has_its_own_head(
    body: Body, superior: str, name: str, unit: str, signer: str, symbol: str
) -> None:
    issuer = issuer_of(TREE.resolve("13600", OLD), TREE, OLD, body)
    assert (issuer.superior, issuer.name, issuer.unit) == (superior, name, unit)
    assert (issuer.signer, issuer.symbol, issuer.territory) == (signer, symbol, "xã Bắc Lý")


def test_who_stands_above_is_named_in_a_sentence_or_not_at_all() -> None:
    commune = TREE.resolve("13600", OLD)
    assert issuer_of(commune, TREE, OLD).above == "Công an huyện Lý Nhân"
    assert issuer_of(commune, TREE, BETWEEN).above == "Công an tỉnh Hà Nam"
    province = TREE.resolve("35", OLD)
    assert issuer_of(province, TREE, OLD).above == "Bộ Công an"
    alone = Unit(UnitKey("1"), "Xã Mẫu", "xa", 1, None, None, remote=False)
    assert issuer_of(alone, UnitTree([alone], "test", "test"), OLD).above is None


def test_a_unit_that_is_gone_keeps_the_head_of_its_last_day() -> None:
    unit = TREE.resolve("13600", OLD)
    assert issuer_of(unit, TREE, NEW) == issuer_of(unit, TREE, date(2025, 6, 30))


def test_what_was_not_read_is_named() -> None:
    issuer = issuer_of(TREE.resolve("13600", OLD), TREE, OLD)
    assert issuer.symbol == "CAX"
    assert issuer.unverified == {"symbol", "place"}
    assert issuer_of(TREE.resolve("13601", OLD), TREE, OLD).symbol == ""


@pytest.mark.parametrize("kind", KIND_LABELS)
@pytest.mark.parametrize("day", [OLD, BETWEEN, NEW])
def test_every_kind_has_a_head_on_every_day(kind: str, day: date) -> None:
    unit = Unit(UnitKey("1"), "Đơn vị mẫu", kind, 1, None, None, remote=False)
    issuer = issuer_of(unit, UnitTree([unit], "test", "test"), day)
    assert issuer.name == "CÔNG AN ĐƠN VỊ MẪU"
    assert issuer.superior == ("BỘ CÔNG AN" if kind in {"tinh", "thanh-pho"} else "")
