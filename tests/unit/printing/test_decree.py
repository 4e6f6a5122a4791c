"""The elements of NĐ 30/2020/NĐ-CP, Phụ lục I, measured on the finished page (ô số of mục II)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.printing.blocks import (
    Addressees,
    Article,
    Choice,
    Closing,
    Framed,
    Line,
    NationalHead,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from tests.unit.printing.decree import face_of, left, middle, unlike_the_decree
from tests.unit.printing.pages import drawn

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.printing.pages import Pdf

MM = 72 / 25.4
MIDDLE = (30 + 165 / 2) * MM
LONG = "Nhân dân tích cực tham gia phong trào toàn dân bảo vệ an ninh Tổ quốc. " * 6
BLOCKS = (
    NationalHead(
        "CÔNG AN HUYỆN LÝ NHÂN",
        "CÔNG AN XÃ BẮC LÝ",
        number="Số: 05/TTr-CAX",
        dated="Bắc Lý, ngày 05 tháng 3 năm 2024",
    ),
    Title("TỜ TRÌNH", "Về việc công nhận khu dân cư"),
    Addressees(["Ủy ban nhân dân xã Bắc Lý"]),
    Text("Căn cứ quy chế làm việc;", Style.GROUND),
    Article(1, "Công nhận các khu dân cư có tên trong danh sách."),
    Text("I. KẾT QUẢ", Style.HEADING),
    Text(LONG),
    Closing(["Như trên", "Lưu: VT"], Signature("TRƯỞNG CÔNG AN XÃ", name="Lò Văn Mẫu")),
)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Pdf:
    """Draw a document with every element."""
    return drawn(tmp_path_factory.mktemp("decree"), *BLOCKS)


@pytest.mark.parametrize(
    ("words", "least", "most", "face"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, "Bold"),
        ("Độc lập - Tự do - Hạnh phúc", 13, 14, "Bold"),
        ("CÔNG AN HUYỆN LÝ NHÂN", 12, 13, "Regular"),
        ("CÔNG AN XÃ BẮC LÝ", 12, 13, "Bold"),
        ("Số: 05/TTr-CAX", 13, 13, "Regular"),
        ("Bắc Lý, ngày 05 tháng 3 năm 2024", 13, 14, "Italic"),
        ("TỜ TRÌNH", 13, 14, "Bold"),
        ("Về việc công nhận khu dân cư", 13, 14, "Bold"),
        ("Kính gửi: Ủy ban nhân dân xã Bắc Lý", 13, 14, "Regular"),
        ("Căn cứ quy chế làm việc;", 13, 14, "Italic"),
        ("Điều 1.", 13, 14, "Bold"),
        ("Công nhận các khu dân cư", 13, 14, "Regular"),
        ("I. KẾT QUẢ", 13, 14, "Bold"),
        ("Nhân dân tích cực", 13, 14, "Regular"),
        ("Nơi nhận:", 12, 12, "BoldItalic"),
        ("- Như trên;", 11, 11, "Regular"),
        ("- Lưu: VT.", 11, 11, "Regular"),
        ("TRƯỞNG CÔNG AN XÃ", 13, 14, "Bold"),
        ("Lò Văn Mẫu", 13, 14, "Bold"),
    ],
)
def test_size_and_face_are_those_of_the_decree(
    pdf: Pdf, words: str, least: float, most: float, face: str
) -> None:
    letters = pdf.type_of(words)
    assert {least - 0.5 <= one.size <= most + 0.5 for one in letters} == {True}
    assert {face_of(one) for one in letters} == {face}


def test_every_element_stands_where_the_decree_draws_it(pdf: Pdf) -> None:
    half = 0.5 * MM
    nation = pdf.type_of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto = pdf.type_of("Độc lập - Tự do - Hạnh phúc")
    body = pdf.type_of("CÔNG AN XÃ BẮC LÝ")
    assert middle(nation) == pytest.approx(middle(motto), abs=half)
    assert middle(pdf.type_of("CÔNG AN HUYỆN LÝ NHÂN")) == pytest.approx(middle(body), abs=half)
    assert middle(pdf.type_of("Số: 05/TTr-CAX")) == pytest.approx(middle(body), abs=half)
    dated = pdf.type_of("Bắc Lý, ngày 05 tháng 3 năm 2024")
    assert middle(dated) == pytest.approx(middle(nation), abs=half)
    for centred in ("TỜ TRÌNH", "Về việc công nhận", "Kính gửi: Ủy ban"):
        first = pdf.type_of(centred)
        line = [one for one in pdf.letters() if abs(one.place[1] - first[0].place[1]) < 1]
        assert middle(line) == pytest.approx(MIDDLE, abs=half)
    for indented in ("Căn cứ quy chế", "Điều 1.", "Nhân dân tích cực"):
        assert left(pdf.type_of(indented)) == pytest.approx((30 + 12.7) * MM, abs=half)
    assert left(pdf.type_of("Nơi nhận:")) == pytest.approx(30 * MM, abs=half)
    signer = pdf.type_of("TRƯỞNG CÔNG AN XÃ")
    assert middle(signer) == pytest.approx((30 + 165 * 0.75) * MM, abs=half)
    assert middle(pdf.type_of("Lò Văn Mẫu")) == pytest.approx(middle(signer), abs=half)
    assert pdf.type_of("Nơi nhận:")[0].place[1] == pytest.approx(signer[0].place[1], abs=2)


def test_nothing_stands_outside_the_margins_or_over_something(pdf: Pdf) -> None:
    assert pdf.flaws() == []


def test_what_is_not_as_the_decree_asks_is_found(pdf: Pdf, tmp_path: Path) -> None:
    """The measure that every form is held to finds what is not there, small, aside or upright."""
    assert unlike_the_decree(pdf, BLOCKS) == []
    head = BLOCKS[0]
    wrong = drawn(
        tmp_path,
        head,
        Text("TỜ TRÌNH"),
        Text("Căn cứ quy chế làm việc;"),
        Text("I. KẾT QUẢ", Style.SMALL),
        Text(LONG, Style.PLAIN),
        Signatures([Signature("trưởng công an xã")]),
    )
    said = unlike_the_decree(wrong, BLOCKS)
    assert "TỜTRÌNH is not Bold" in said
    assert [one for one in said if one.startswith("TỜTRÌNH stands")]
    assert "Căncứquychếlàmviệc; is not Italic" in said
    assert "I.KẾTQUẢ is 11.0 pt" in said
    assert "Nhân dân tích cực th begins at 30.0 mm" in said
    assert said.count("an element is not on its page") >= 4


def test_a_flaw_would_be_found(tmp_path: Path) -> None:
    text = [Text(LONG)] * 8
    assert drawn(tmp_path, *text).flaws() == []
    # The watermark of practice lies below the text.
    assert drawn(tmp_path, *text, practice=True).flaws() != []


def test_several_addressees_stand_in_a_list(tmp_path: Path) -> None:
    text = drawn(tmp_path, Addressees(["Công an tỉnh", "Ủy ban nhân dân xã", None])).raw_text()
    assert text == "Kính gửi: - Công an tỉnh; - Ủy ban nhân dân xã;"


def test_an_option_wider_than_the_page_goes_on_below_its_beginning(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, Choice("Căn cứ", [("ngắn", False), (LONG.strip(), True), ("sau", False)]))
    assert pdf.flaws() == []
    assert LONG.strip() in pdf.raw_text()
    first, below = pdf.type_of("Nhân dân"), pdf.type_of("sau")
    assert below[0].place[1] > first[0].place[3]


def test_dotted_lines_go_on_on_the_next_page(tmp_path: Path) -> None:
    pdf = drawn(tmp_path, Line("Trình bày", None, 60), Text("hết"))
    assert pdf.pages() == 2
    assert "hết" in pdf.text(2)


def test_a_note_stands_in_a_frame_and_a_thumbprint_has_one(tmp_path: Path) -> None:
    plain = drawn(tmp_path, Signatures([Signature("A"), Signature("B")])).path.read_bytes()
    framed = drawn(tmp_path, Signatures([Signature("A", thumbprint=True), Signature("B")]))
    assert framed.path.read_bytes() != plain
    pdf = drawn(tmp_path, Framed("LƯU HÀNH NỘI BỘ"))
    (size,) = {one.size for one in pdf.type_of("LƯU HÀNH NỘI BỘ")}
    assert 13 <= size <= 14
