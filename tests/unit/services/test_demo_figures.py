"""What the demonstration says of a figure that is not what another level counted or published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.fields import Label
from antq_desktop.domain.indicators import Counted, Figure
from antq_desktop.domain.units import UnitKey
from antq_desktop.services.demo_figures import Line, compare, differing
from antq_desktop.services.published import load_published, published_sentences

if TYPE_CHECKING:
    from antq_desktop.services.demo_figures import Lines

TABLE = load_published()


def lines(figure: Figure, code: str = "B2.1", period: str = "DL-2023") -> Lines:
    """Return the one figure of a level."""
    return {code: Line(code, period, Label("Vụ", "Cases"), figure)}


def row(digest: str) -> Counted:
    """Return a record behind a figure."""
    return Counted("00000000", UnitKey("13285"), "1/2023", 1, digest, {})


@pytest.mark.parametrize(
    "other",
    [
        Figure(4, (row("a"),), 5, {"opened": 3}),
        Figure(3, (row("a"),), 4, {"opened": 3}),
        Figure(3, (row("a"),), 5, {"opened": 2}),
        Figure(3, (row("b"),), 5, {"opened": 3}),
    ],
)
def test_value_denominator_parts_and_records_must_be_those_of_the_level_below(
    other: Figure,
) -> None:
    counted = Figure(3, (row("a"),), 5, {"opened": 3})
    assert differing(lines(counted), [lines(counted)]) == set()
    assert differing(lines(counted), [lines(other)]) == {"B2.1"}
    (compared,) = compare(lines(counted), {"B2.1"}, None)
    assert not compared.equal
    assert compared.published is None


def test_a_figure_that_one_level_alone_has_is_not_equal() -> None:
    one = Figure(1)
    assert differing(lines(one), []) == {"B2.1"}
    assert differing({}, [lines(one)]) == {"B2.1"}


@pytest.mark.parametrize(
    ("code", "good", "bad"),
    [
        ("B1.2", Figure(1001), Figure(1000)),
        ("B1.3", Figure(1500, denominator=1500), Figure(1499, denominator=1500)),
        ("B1.3", Figure(1, denominator=1), Figure(0, denominator=0)),
        ("B2.1", Figure(19), Figure(18)),
        ("B2.2", Figure(19, denominator=19), Figure(19, denominator=20)),
        ("B7.1", Figure(677, denominator=686), Figure(677, denominator=687)),
        ("B8.2", Figure(637), Figure(638)),
    ],
)
def test_a_figure_must_be_the_published_one(code: str, good: Figure, bad: Figure) -> None:
    period = TABLE[code].period
    for figure, equal in ((good, True), (bad, False)):
        (compared,) = compare(lines(figure, code, period), set(), TABLE)
        assert compared.published == TABLE[code]
        assert compared.equal is equal


def test_the_published_figure_of_another_period_is_another_figure() -> None:
    (compared,) = compare(lines(Figure(19), period="DL-2022"), set(), TABLE)
    assert not compared.equal


def test_what_was_published_is_shown_as_it_was() -> None:
    assert {code: TABLE[code].shown for code in ("B1.2", "B1.3", "B2.1")} == {
        "B1.2": ">1000",
        "B1.3": "100%",
        "B2.1": 19,
    }
    assert len(TABLE) == 18


def test_the_published_figures_read_as_the_article_does() -> None:
    assert published_sentences(TABLE) == [
        (
            "Nhân dân đã cung cấp trên 1 nghìn tin báo, tố giác tội phạm, giúp lực lượng chức năng"
            " giải quyết ổn định 19/19 vụ việc mâu thuẫn, khiếu kiện trong nội bộ nhân dân;"
        ),
        (
            "lập 93 hồ sơ đề nghị đưa người vào cơ sở giáo dục, cơ sở cai nghiện bắt buộc, đưa 89"
            " đối tượng vào diện giáo dục tại xã, phường, thị trấn;"
        ),
        (
            "bắt, vận động đầu thú 23 đối tượng có lệnh truy nã; tiếp nhận, xử lý 100% tố giác, tin"
            " báo về tội phạm."
        ),
        (
            "Duy trì hoạt động hiệu quả 87 mô hình, trong đó xây dựng, triển khai 7 mô hình; tổ"
            " chức nhân rộng 9 mô hình; có 3 mô hình được Bộ Công an ghi nhận, thông báo kinh"
            " nghiệm trong toàn quốc."
        ),
        "Bố trí 100% lực lượng công an xã chính quy tại 89/89 xã, thị trấn (637 đồng chí).",
        (
            "Kết quả có 677/686 khu dân cư, 109/109 xã, phường, thị trấn, 283/285 cơ quan, 192/196"
            " doanh nghiệp, 42/42 cơ sở giáo dục đạt tiêu chuẩn “An toàn về ANTT”."
        ),
    ]
    assert all(one.met_by(one.figure) for one in TABLE.values())
