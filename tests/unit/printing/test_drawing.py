"""The page and the blocks as other programs see them: sizes, places, fonts, text, breaks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Refusal
from antq_desktop.printing.blocks import (
    Align,
    Choice,
    Code,
    Column,
    Groups,
    Line,
    NationalHead,
    Pair,
    Row,
    Signature,
    Signatures,
    Style,
    Table,
    Text,
    Title,
)
from antq_desktop.printing.drawing import measures
from antq_desktop.printing.drawing.fonts import alphabet
from antq_desktop.printing.drawing.render import render
from antq_desktop.printing.form import Layout
from antq_desktop.printing.remarks import UNVERIFIED
from tests.unit.printing.pages import drawn, form

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.printing.blocks import Block

MM = 72 / 25.4
LETTERS = "".join(sorted(letter for letter in alphabet() if letter.isalpha()))
HEAD = NationalHead(
    "CÔNG AN HUYỆN LÝ NHÂN",
    "CÔNG AN XÃ BẮC LÝ",
    number="Số: 05",
    dated="Bắc Lý, ngày 05 tháng 3 năm 2024",
)
LONG = "Nhân dân tích cực tham gia phong trào toàn dân bảo vệ an ninh Tổ quốc. " * 12


@pytest.mark.parametrize("decomposed", [False, True])
@pytest.mark.parametrize("style", list(Style))
def test_every_letter_comes_back_from_the_file(
    tmp_path: Path, style: Style, *, decomposed: bool
) -> None:
    typed = " ".join(LETTERS[at : at + 20] for at in range(0, len(LETTERS), 20))
    given = unicodedata.normalize("NFD", typed) if decomposed else typed
    read = drawn(tmp_path, Text(given, style), Line("Nhãn", given)).raw_text()
    assert unicodedata.is_normalized("NFC", read)
    assert read.count(typed) == 2


def test_the_file_is_sound_and_has_only_embedded_subsets(tmp_path: Path) -> None:
    pdf = drawn(
        tmp_path,
        HEAD,
        Title("BÁO CÁO", "Kết quả"),
        *(Text(LONG, style) for style in Style),
        Table([Column("A", 1)], [Row(["B"], strong=True)]),
        Signatures([Signature("NGƯỜI LẬP")]),
        practice=True,
        layout=Layout.REFERENCE,
    )
    pdf.run("qpdf", "--check", "{}")
    fonts = pdf.fonts()
    assert fonts
    assert not [name for name, embedded, subset in fonts if not (embedded and subset)]
    assert not [name for name, _, _ in fonts if "Tinos" not in name and "Times" not in name]


def test_the_file_names_its_title_and_language_and_nobody(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, Line("Họ và tên", "Lò Thị Mẫu"))
    info = pdf.info()
    assert info["Title"] == "Mẫu thử"
    assert "Mẫu" not in " ".join(value for name, value in info.items() if name != "Title")
    assert b"/Lang (vi)" in pdf.path.read_bytes()


def test_the_same_blocks_give_the_same_bytes() -> None:
    blocks: list[Block] = [
        HEAD,
        Text(LONG),
        Code("ANTQ1", "mã"),
        Choice("Chọn", [("một", True)]),
    ]
    one, other = (render(form(), blocks, practice=True).pdf for _ in range(2))
    assert one == other
    assert one != render(form(), [*blocks, Text("thêm")], practice=True).pdf


def test_margins_are_those_of_the_decree(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, *[Text(LONG)] * 12)
    assert pdf.info()["Page size"] == "595.276 x 841.89 pts (A4)"
    words = [word for word in pdf.boxes(2) if word[0] != "2"]
    assert min(left for _, left, *_ in words) == pytest.approx(30 * MM, abs=0.5)
    assert max(right for *_, right, _ in words) == pytest.approx((210 - 15) * MM, abs=0.5)
    assert min(top for _, _, top, _, _ in words) >= 20 * MM - 1
    assert max(bottom for *_, bottom in words) <= (297 - 20) * MM


def test_page_numbers_stand_in_the_top_margin_from_the_second_page(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, *[Text(LONG)] * 24)
    assert pdf.pages() > 2
    assert not [word for word in pdf.boxes(1) if word[0].isdigit()]
    for page in (2, 3):
        (number,) = [word for word in pdf.boxes(page) if word[0] == str(page)]
        _, left, _, right, bottom = number
        assert (left + right) / 2 == pytest.approx((30 + 165 / 2) * MM, abs=0.5)
        assert bottom < 20 * MM


def test_first_lines_are_set_in_and_no_line_is_left_alone(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, *[Text(LONG)] * 24)
    assert pdf.boxes(1)[0][1] == pytest.approx((30 + 12.7) * MM, abs=0.5)
    for page in range(2, pdf.pages() + 1):
        lines: dict[int, int] = {}
        for _, _, top, _, _ in pdf.boxes(page):
            lines[round(top)] = lines.get(round(top), 0) + 1
        tops = sorted(lines)
        step = measures.leading(measures.BODY, measures.SPACING)
        # After the number come at least two lines of a paragraph that was broken.
        assert tops[2] - tops[1] == pytest.approx(step, abs=2)


def test_the_head_stands_as_the_decree_draws_it(tmp_path: Path) -> None:
    words = {text: place for text, *place in drawn(tmp_path, HEAD).boxes()}
    middle = (words["CỘNG"][0] + words["NAM"][2]) / 2
    assert (words["Độc"][0] + words["phúc"][2]) / 2 == pytest.approx(middle, abs=0.5)
    assert words["CỘNG"][1] == pytest.approx(words["HUYỆN"][1], abs=0.5)
    assert words["Số:"][1] == pytest.approx(words["ngày"][1], abs=0.5)
    assert words["HUYỆN"][2] < 104 * MM < words["CỘNG"][0]
    assert words["Số:"][1] > words["Độc"][3]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("ỦY BAN NHÂN DÂN PHƯỜNG LƯƠNG KHÁNH THIỆN", "DÂN", "PHƯỜNG"),
        ("BAN CHỈ ĐẠO PCTP, TNXH VÀ XDPT TDBVANTQ", "TNXH", "VÀ"),
    ],
)
def test_a_name_of_two_lines_is_broken_in_its_middle(
    tmp_path: Path, name: str, first: str, second: str
) -> None:
    words = {text: place for text, *place in drawn(tmp_path, NationalHead("", name)).boxes()}
    assert words[second][1] > words[first][1]
    last = name.rsplit(maxsplit=1)[-1]
    assert words[last][1] == words[second][1]
    assert words[last][2] < words["CỘNG"][0] - 4 * MM


def test_a_long_place_stays_on_one_line(tmp_path: Path) -> None:
    head = NationalHead("A", "B", dated="Phường Lương Khánh Thiện, ngày 05 tháng 12 năm 2026")
    words = {text: place for text, *place in drawn(tmp_path, head).boxes()}
    assert words["Phường"][1] == words["2026"][1]


@pytest.mark.parametrize(("practice", "there"), [(True, True), (False, False)])
def test_only_practice_has_a_watermark_and_then_on_every_page(
    tmp_path: Path, *, practice: bool, there: bool
) -> None:
    pdf = drawn(tmp_path, *[Text(LONG)] * 24, practice=practice)
    # Poppler reads a slanted text letter by letter.
    pages = ["TẬPHUẤN" in pdf.raw_text(page).replace(" ", "") for page in range(1, pdf.pages() + 1)]
    assert pages == [there] * pdf.pages()
    assert len(pages) > 1


def test_only_a_layout_that_was_not_checked_says_so(tmp_path: Path) -> None:
    for layout in Layout:
        pdf = drawn(tmp_path, *[Text(LONG)] * 12, layout=layout)
        pages = [UNVERIFIED in pdf.text(page) for page in range(1, pdf.pages() + 1)]
        assert pages == [layout is Layout.REFERENCE] * pdf.pages()


def test_a_table_over_three_pages_repeats_its_head(tmp_path: Path) -> None:
    columns = [Column("Đơn vị", 3), Column("Số liệu", 1, Align.RIGHT)]
    rows = [Row((f"Xã thứ {place}", str(place))) for place in range(100)]
    pdf = drawn(tmp_path, Table(columns, rows, numbers=True), landscape=True)
    assert pdf.info()["Page size"] == "841.89 x 595.276 pts (A4)"
    assert pdf.pages() >= 3
    for page in range(1, pdf.pages() + 1):
        assert "Đơn vị Số liệu (1) (2)" in pdf.text(page)
    text = pdf.text()
    assert all(f"Xã thứ {place} {place}" in text for place in range(100))


def test_a_heading_ends_no_page_and_leaves_none_half_empty(tmp_path: Path) -> None:
    for lines in range(24, 36):
        blocks = [Text(f"Dòng {place}.") for place in range(lines)]
        pdf = drawn(tmp_path, *blocks, Text("TIÊU ĐỀ", Style.HEADING), Text(LONG * 5))
        on = next(text for text in pdf.texts() if "TIÊU ĐỀ" in text)
        assert re.search(r"TIÊU ĐỀ.*Nhân dân", on)
        # It goes to the next page only where less than seven lines have room.
        last = max(bottom for *_, bottom in pdf.boxes(1))
        assert last > (297 - 20) * MM - 7 * measures.leading(measures.BODY, measures.SPACING)


def test_the_head_of_a_table_never_ends_a_page(tmp_path: Path) -> None:
    columns = [Column("Đơn vị", 3), Column("Số liệu", 1, Align.RIGHT)]
    rows = [Row(("Xã mẫu\n" * 6, "1"))] * 2
    for lines in range(20, 40):
        blocks = [Text(f"Dòng {place}.") for place in range(lines)]
        pdf = drawn(tmp_path, *blocks, Table(columns, rows))
        assert all(("Đơn vị" in text) is ("Xã mẫu" in text) for text in pdf.texts())


def test_a_row_that_is_higher_than_a_page_is_broken(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, Table([Column("A", 1), Column("B", 1)], [Row((LONG * 12, "x"))]))
    assert pdf.pages() > 1
    assert pdf.raw_text().count("Nhân dân") == 12 * 12


def test_a_value_stands_behind_its_label_and_an_empty_one_leaves_dots(tmp_path: Path) -> None:
    blocks = (Line("Họ và tên", "Lò Thị Mẫu"), Line("Nơi ở", None, 2), Line("", None))
    pdf = drawn(tmp_path, *blocks, Pair(Line("Ngày", "05/3"), Line("Nơi", None)))
    assert pdf.text() == "Họ và tên: Lò Thị Mẫu Nơi ở: Ngày: 05/3 Nơi:"
    assert pdf.path.read_bytes() != drawn(tmp_path, *blocks[:2]).path.read_bytes()


def test_a_label_that_is_wider_than_the_page_is_broken(tmp_path: Path) -> None:
    assert "Tổ quốc." in drawn(tmp_path, Line(LONG, None)).raw_text()


def test_boxes_are_drawn_and_wrap(tmp_path: Path) -> None:
    options = [(f"Lựa chọn thứ {place}", place == 3) for place in range(9)]
    pdf = drawn(tmp_path, Choice("Kết quả", options))
    assert all(text in pdf.raw_text() for text, _ in options)
    words = pdf.boxes()
    assert max(right for *_, right, _ in words) <= (210 - 15) * MM
    assert len({round(top) for _, _, top, _, _ in words}) > 1


def test_signatures_do_not_stand_alone_on_a_page(tmp_path: Path) -> None:
    for lines in range(30, 45):
        blocks = [Text(f"Dòng {place}.") for place in range(lines)]
        pdf = drawn(tmp_path, *blocks, Signatures([Signature("GIAO"), Signature("NHẬN", name="A")]))
        last = pdf.texts()[-1]
        assert "GIAO" in last
        assert "NHẬN" in last
        assert f"Dòng {lines - 1}." in last


def test_marks_of_xml_are_letters(tmp_path: Path) -> None:
    text = "<b>A & B</b> &amp; <para>"
    pdf = drawn(tmp_path, Text(text), Line(text, text), Choice(text, [(text, True)]))
    assert pdf.raw_text().count(text) == 5


def test_a_line_break_in_a_text_is_one_on_paper(tmp_path: Path) -> None:
    tops = [top for text, _, top, _, _ in drawn(tmp_path, Text("một\nhai")).boxes()]
    assert tops[0] < tops[1]


@pytest.mark.parametrize(
    "block",
    [
        Text("漢"),
        Line("漢", None),
        Line("A", "漢"),
        Title("漢"),
        NationalHead("漢", "A"),
        NationalHead("A", "B", dated="漢"),
        Choice("A", [("漢", False)]),
        Table([Column("漢", 1)], []),
        Table([Column("A", 1)], [Row(["漢"])]),
        Signatures([Signature("A", name="漢")]),
        Groups(["漢"], per_line=1),
        Code("A", "漢"),
    ],
)
def test_no_block_drops_a_letter(block: Block) -> None:
    with pytest.raises(Refusal, match=r"^paper\.letter_missing"):
        render(form(), [block], practice=False)


def test_a_code_is_read_from_a_picture_even_over_a_watermark(tmp_path: Path) -> None:
    content = "ANTQ1:S:513EA28D:12:" + "0123456789ABCDEF" * 4 + ":1F99F0C18B1CE7DF"
    pdf = drawn(tmp_path, *[Line("", None)] * 12, Code(content, "mã", side=32), practice=True)
    assert pdf.codes() == [content]


def test_groups_stand_a_few_to_a_line(tmp_path: Path) -> None:
    groups = [f"A{place:03}" for place in range(16)]
    words = drawn(tmp_path, Groups(groups, per_line=4, lead="KEY", size=20)).boxes()
    assert len({round(top) for _, _, top, _, _ in words}) == 5
