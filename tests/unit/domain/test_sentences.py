"""The sentences of the article: the published year of the seed, and what they will not say."""

from __future__ import annotations

from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.sentences import sentences

SEED = {
    "B1.2": Figure(1234),
    "B1.3": Figure(1240, denominator=1240),
    "B2.2": Figure(19, denominator=19),
    "B3.1": Figure(93),
    "B4.1": Figure(89),
    "B5.3": Figure(23),
    "B6.1": Figure(87),
    "B6.2": Figure(7),
    "B6.3": Figure(9),
    "B6.4": Figure(3),
    "B7.1": Figure(677, denominator=686),
    "B7.2": Figure(109, denominator=109),
    "B7.3": Figure(283, denominator=285),
    "B7.4": Figure(192, denominator=196),
    "B7.5": Figure(42, denominator=42),
    "B8.1": Figure(89, denominator=89),
    "B8.2": Figure(637),
    "B10.1": Figure(
        4,
        parts={
            "recipient.area": 2,
            "certificate.collective.ministry": 2,
            "certificate.individual.ministry": 1,
            "commendation.household.commune": 1,
        },
    ),
}


def test_the_year_of_the_seed_reads_as_it_was_published() -> None:
    said = {one.code: one.text for one in sentences(SEED)}
    assert said == {
        "S1": "Nhân dân đã cung cấp trên 1 nghìn tin báo, tố giác tội phạm, giúp lực lượng chức"
        " năng giải quyết ổn định 19/19 vụ việc mâu thuẫn, khiếu kiện trong nội bộ nhân dân;",
        "S2": "lập 93 hồ sơ đề nghị đưa người vào cơ sở giáo dục, cơ sở cai nghiện bắt buộc, đưa"
        " 89 đối tượng vào diện giáo dục tại xã, phường, thị trấn;",
        "S3": "bắt, vận động đầu thú 23 đối tượng có lệnh truy nã; tiếp nhận, xử lý 100% tố giác,"
        " tin báo về tội phạm.",
        "S4": "Duy trì hoạt động hiệu quả 87 mô hình, trong đó xây dựng, triển khai 7 mô hình; tổ"
        " chức nhân rộng 9 mô hình; có 3 mô hình được Bộ Công an ghi nhận, thông báo kinh nghiệm"
        " trong toàn quốc.",
        "S5": "Bố trí 100% lực lượng công an xã chính quy tại 89/89 xã, thị trấn (637 đồng chí).",
        "S6": "Kết quả có 677/686 khu dân cư, 109/109 xã, phường, thị trấn, 283/285 cơ quan,"
        " 192/196 doanh nghiệp, 42/42 cơ sở giáo dục đạt tiêu chuẩn “An toàn về ANTT”.",
        "S7": "Có 2 tập thể, 1 cá nhân được tặng Bằng khen của Bộ, tỉnh (cấp khen thưởng: Bộ Công"
        " an); 1 hộ gia đình được tặng Giấy khen (cấp khen thưởng: Xã).",
    }
    assert not any(one.missing for one in sentences(SEED))


def test_a_figure_that_is_not_given_is_named_and_its_clause_left_out() -> None:
    figures = {code: one for code, one in SEED.items() if code not in {"B1.2", "B6.3", "B10.1"}}
    said = {one.code: one for one in sentences(figures)}
    assert said["S1"].missing == ("B1.2",)
    assert said["S1"].text.startswith("Lực lượng chức năng giải quyết ổn định 19/19")
    assert said["S4"].missing == ("B6.3",)
    assert "nhân rộng" not in said["S4"].text
    assert (said["S7"].text, said["S7"].missing) == ("", ("B10.1",))


def test_nothing_is_said_of_nothing() -> None:
    none = {code: Figure(0, denominator=0) for code in SEED}
    assert all((one.text, one.missing) == ("", ()) for one in sentences(none))
    assert all(one.text == "" and one.missing for one in sentences({}))
    one = {**none, "B1.2": Figure(3)}
    assert sentences(one)[0].text == "Nhân dân đã cung cấp 3 tin báo, tố giác tội phạm;"


def test_of_what_did_not_happen_nothing_is_said() -> None:
    nothing = Figure(0, denominator=5)
    said = {
        one.code: one.text
        for one in sentences({**SEED, "B2.2": nothing, "B1.3": nothing, "B8.1": nothing})
    }
    assert "0/5" not in "".join(said.values())
    assert said["S5"] == ""


def test_models_that_are_new_and_not_reviewed_are_no_part_of_the_kept_ones() -> None:
    said = {one.code: one.text for one in sentences({**SEED, "B6.1": Figure(0)})}
    assert said["S4"].startswith("Xây dựng, triển khai mới 7 mô hình; tổ chức nhân rộng")
    said = {one.code: one.text for one in sentences({**SEED, "B6.2": Figure(0)})}
    assert said["S4"].startswith("Duy trì hoạt động hiệu quả 87 mô hình; tổ chức nhân rộng")
