"""What a report says: no number twice, what moved, and what the public print keeps back."""

from __future__ import annotations

import re

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.narrative import NOTHING, Base, Narrator, Stated
from antq_desktop.domain.outline import LEADS, WORDINGS, Section

CATALOGUE = load_catalogue()


def stated(figures: dict[str, Figure], **late: int) -> dict[str, Stated]:
    """Return figures with their declarations; ``late`` by code without its dot."""
    indicators = CATALOGUE.indicators
    return {
        code: Stated(
            indicators[code][1],
            figure,
            Figure(late[code.replace(".", "_")]) if code.replace(".", "_") in late else None,
        )
        for code, figure in figures.items()
    }


def test_what_the_article_told_is_compared_below_and_no_number_stands_twice() -> None:
    figures = {
        "B6.1": Figure(87),
        "B6.2": Figure(7),
        "B6.3": Figure(9),
        "B6.4": Figure(3),
        "B6.5": Figure(290, parts={"groups": 300, "members": 4_100}),
    }
    before = Base(
        "năm 2022",
        {"B6.1": Figure(80), "B6.2": Figure(7), "B6.3": Figure(12), "B6.5": Figure(240)},
    )
    told = Narrator(stated(figures, B6_3=2), [before]).paragraphs(Section.MODELS)
    assert told == [
        (
            "Duy trì hoạt động hiệu quả 87 mô hình, trong đó xây dựng, triển khai 7 mô hình; tổ"
            " chức nhân rộng 9 mô hình; có 3 mô hình được Bộ Công an ghi nhận, thông báo kinh"
            " nghiệm trong toàn quốc."
        ),
        (
            "So với năm 2022: số mô hình hoạt động hiệu quả tăng 7 mô hình, 8,8%; số mô hình xây"
            " dựng, triển khai mới không tăng, giảm; số mô hình được nhân rộng giảm 3 mô hình, 25%."
        ),
        "Bổ sung số liệu kỳ trước: 2 mô hình được nhân rộng.",
        (
            "- Có 290 điểm mô hình đang hoạt động (tăng 50 điểm, 20,8% so với năm 2022); 300 tổ;"
            " 4.100 thành viên."
        ),
    ]
    assert re.findall(r"\b87\b", " ".join(told)) == ["87"]


def test_shares_move_by_points_and_their_numbers_by_percent() -> None:
    figures = {
        "B1.1": Figure(120),
        "B1.3": Figure(117, denominator=120),
        "B1.4": Figure(110, denominator=117),
    }
    before = {
        "B1.1": Figure(100),
        "B1.3": Figure(95, denominator=100),
        "B1.4": Figure(94, denominator=100),
    }
    told = Narrator(stated(figures), [Base("năm 2022", before)]).paragraphs(Section.CASES)
    assert told == [
        "Tiếp nhận, xử lý 97,5% tố giác, tin báo về tội phạm.",
        "So với năm 2022: tỷ lệ tố giác, tin báo đã xử lý tăng 2,5 điểm phần trăm.",
        "- Tiếp nhận 120 tố giác, tin báo về tội phạm (tăng 20 tin, 20% so với năm 2022).",
        (
            "- Chuyển cơ quan có thẩm quyền đúng hạn 110/117 tin (94,0%; tỷ lệ tăng dưới 0,1 điểm"
            " phần trăm so với năm 2022)."
        ),
    ]


def test_what_ended_is_told_by_what_there_was_and_nothing_is_compared_with_nothing() -> None:
    figures = {"B2.1": Figure(0), "B2.2": Figure(0, denominator=0), "B2.3": Figure(0)}
    two = Figure(2, denominator=2)
    before = Base("năm 2022", {"B2.1": Figure(4), "B2.2": two, "B2.3": Figure(2)})
    # Of the parts and shares of nothing it is not said again that there is none.
    assert Narrator(stated(figures), [before]).paragraphs(Section.CASES) == [
        "- Không có vụ mâu thuẫn, khiếu kiện phải giải quyết (năm 2022: 4 vụ)."
    ]
    fewer = stated({**figures, "B2.1": Figure(1, parts={"opened": 1})})
    assert Narrator(fewer, [before]).paragraphs(Section.CASES) == [
        (
            "- Phải giải quyết 1 vụ mâu thuẫn, khiếu kiện trong nội bộ Nhân dân (phát sinh trong kỳ"
            " 1; giảm 3 vụ, 75% so với năm 2022)."
        ),
        "- Không có vụ phức tạp, kéo dài, điểm nóng (năm 2022: 2 vụ).",
    ]
    assert Narrator(stated(figures), []).paragraphs(Section.CASES) == [NOTHING]
    assert Narrator({}, []).paragraphs(Section.CASES) == []


def test_who_was_given_what_stands_behind_the_sum() -> None:
    parts = {"commendation.individual.commune": 4}
    told = Narrator(stated({"B10.1": Figure(4, parts=parts)}), []).paragraphs(Section.AWARDS)
    assert [text[:15] for text in told] == ["- Khen thưởng 4", "Có 4 cá nhân đư"]


def test_every_figure_of_the_article_has_a_wording_and_every_part_is_declared() -> None:
    worded = {one.code: one for section in WORDINGS.values() for one in section}
    assert len(worded) == sum(map(len, WORDINGS.values()))
    assert set(LEADS) <= set(WORDINGS)
    for code, one in worded.items():
        _, indicator = CATALOGUE.indicators[code]
        assert {name for name, _ in (*one.parts, *one.beside)} <= set(indicator.part_labels), code
        assert one.words.count("{}") == bool(one.words)


@pytest.mark.parametrize(
    ("caught", "came", "told"),
    [
        (1, 3, ["- Bắt dưới 3 đối tượng truy nã."]),
        (3, 1, ["- Có dưới 3 đối tượng truy nã ra đầu thú."]),
        (2, 2, ["- Bắt dưới 3 đối tượng truy nã."]),
        (
            3,
            4,
            ["- Bắt 3 đối tượng truy nã.", "- Có 4 đối tượng truy nã ra đầu thú."],
        ),
    ],
)
def test_beside_a_sum_one_part_alone_is_kept_back(caught: int, came: int, told: list[str]) -> None:
    figures = {
        "B5.1": Figure(caught),
        "B5.2": Figure(came),
        "B5.3": Figure(caught + came),
    }
    lines = Narrator(stated(figures), [], public=True).paragraphs(Section.CASES)
    assert [line for line in lines if line.startswith("- ")] == told


def test_what_the_public_print_keeps_back_is_not_compared_either() -> None:
    figures = {"B3.1": Figure(2), "B4.1": Figure(9)}
    before = Base("năm 2022", {"B3.1": Figure(5), "B4.1": Figure(1)})
    told = " ".join(Narrator(stated(figures), [before], public=True).paragraphs(Section.CASES))
    assert "lập dưới 3 hồ sơ" in told.lower()
    assert "So với" not in told
