"""The report of a period: what it says, what officers write, and the paper in the bundle."""

from __future__ import annotations

import io
import itertools
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.shared import Emu
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph

from antq_desktop.bundle.names import paper_name, report_name
from antq_desktop.domain.outline import Section
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.printing.remarks import UNVERIFIED
from antq_desktop.services import report_papers
from antq_desktop.services.arriving import opened as open_bundle
from antq_desktop.services.counting import count
from antq_desktop.services.delivering import deliver, outbox
from antq_desktop.services.demo_figures import unsaid
from antq_desktop.services.frozen import body_of, figures_of_body
from antq_desktop.services.narrating import narrate
from antq_desktop.services.papers import compose, compose_report, paper_received
from antq_desktop.services.published import Published
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.report_papers import belongs, papers_of
from antq_desktop.services.report_texts import LONGEST_TEXT, own_texts, write_text
from antq_desktop.services.reporting import correct
from antq_desktop.services.saving import void_record
from antq_desktop.services.submitting import submit
from antq_desktop.services.telling import tell
from antq_desktop.services.word_papers import compose_word
from tests.unit.printing.pages import saved
from tests.unit.services.conftest import COMMUNE, OFFICE, World
from tests.unit.services.paper_world import YEAR, report
from tests.unit.services.reports import frozen
from tests.unit.services.years import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.printing.drawing.render import Drawn
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.workspace import Workspace

MM = 72 / 25.4
RURAL = "13306"
OWN = "Địa bàn ổn định, không phát sinh điểm nóng về an ninh, trật tự."
MAY = parse_period("DL-2023-05")


@pytest.fixture(scope="module")
def year(made: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Open a commune whose books hold a sample year; no test here changes a record."""
    world = World(tmp_path_factory.mktemp("year"), made.catalogue, made.now, {})
    world.create(RURAL)
    with world.open(RURAL) as workspace:
        fill(workspace)
        write_text(workspace, YEAR, "situation", OWN)
        yield workspace


@pytest.fixture(scope="module")
def paper(year: Workspace) -> Paper:
    """Draw the report of the year."""
    return compose(year, "period-report", period=YEAR)


def flat(text: str) -> str:
    """Return a text with single spaces and without the letters of the watermark's lines."""
    return " ".join(text.split())


def word_lines(data: bytes) -> list[str]:
    """Return the lines of a file for Word in their order, cells one by one."""
    found: list[str] = []
    for part in Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(part, WordParagraph):
            found.append(part.text)
        elif isinstance(part, WordTable):
            found += [
                line for row in part.rows for cell in _once(row) for line in _lines(cell.text)
            ]
    return [line for line in found if line.strip(" .")]


def _once(row: WordRow) -> list[WordCell]:
    """Return the cells of a row: one that covers two columns is named twice."""
    return [cell for cell, _ in itertools.groupby(row.cells)]


def _lines(text: str) -> list[str]:
    return text.split("\n")


# What it says -----------------------------------------------------------------------------------


def test_the_outline_is_whole_and_says_the_published_sentences(
    year: Workspace, paper: Paper, tmp_path: Path
) -> None:
    pdf = saved(tmp_path, replace(paper).pdf)
    text = pdf.raw_text()
    places = [text.index(f" {one.heading} ") for one in narrate(year, YEAR)]
    assert places == sorted(places)
    assert len(places) == len(Section)
    told = [one.text for one in tell(year, YEAR)]
    assert len(told) == 7
    for sentence in told:
        assert sentence.rstrip(";.").lower() in text.lower()
    assert "TỔNG KẾT" not in text
    for expected in (
        "Tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2023",
        "(số liệu tính từ ngày 01/01/2023 đến ngày 31/12/2023)",
        OWN,
        "So với năm 2022: tỷ lệ vụ mâu thuẫn, khiếu kiện được giải quyết ổn định không tăng, giảm",
        "- Có 1 vụ phức tạp, kéo dài hoặc là điểm nóng (bằng năm 2022).",
        "Kết quả có 6/7 khu dân cư",
        "SỐ LIỆU TẠM TÍNH",
        "Tố giác, tin báo về tội phạm theo tháng (tin)",
    ):
        assert expected in text
    # Of 2022 there is no tip: nothing is compared with nothing.
    assert "- Tiếp nhận 11 tố giác, tin báo về tội phạm." in text


def test_a_published_sentence_that_the_report_does_not_say_is_found(year: Workspace) -> None:
    figures = {one.indicator.code: one.figure for one in count(year, YEAR)}
    table = {
        code: Published(
            indicator=code,
            period=YEAR.code,
            value=figures[code].value,
            denominator=figures[code].denominator,
            above=False,
            percent=False,
        )
        for code in ("B1.2", "B2.2", "B3.1", "B4.1", "B6.1", "B6.2", "B6.3", "B6.4")
    }
    assert unsaid(year, YEAR, table) == []
    more = replace(table["B6.3"], value=table["B6.3"].value + 1)
    (missing,) = unsaid(year, YEAR, {**table, "B6.3": more})
    assert f"nhân rộng {more.value} mô hình" in missing


def test_a_month_is_compared_with_the_month_and_the_year_before(year: Workspace) -> None:
    told = {one.section: one for one in narrate(year, parse_period("DL-2023-08"))}
    assert Section.STANDARD not in told
    assert told[Section.COORDINATION].heading.startswith("5. ")
    lines = " ".join(told[Section.CASES].generated)
    assert "- Không có tố giác, tin báo về tội phạm (tháng 7 năm 2023: 1 tin)." in lines
    assert "(bằng tháng 7 năm 2023; tăng 1 người, 100% so với tháng 8 năm 2022)" in lines
    assert "so với tháng 8 năm 2022" in " ".join(
        line for one in told.values() for line in one.generated
    )
    assert told[Section.SITUATION].generated == []


def test_earlier_figures_that_were_counted_by_other_rules_are_not_compared(world: World) -> None:
    june = parse_period("DL-2023-06")
    days = [f"2023-{month:02}-10T09:00+07:00" for month in (5, 5, 6)]
    tips = [report(received_at=at, moves=[{"state": "received", "on": at}]) for at in days]
    world.add(COMMUNE, *tips, register="crime_reports")
    with world.open(COMMUNE) as workspace:

        def cases() -> str:
            told = {one.section: one.generated for one in narrate(workspace, june)}
            return " ".join(told[Section.CASES])

        frozen(workspace, MAY.code)
        assert "giảm 1 tin, 50% so với tháng 5 năm 2023" in cases()
        assert "số tin do Nhân dân cung cấp giảm 1 tin, 50%" in cases()
        # What the settings of now count otherwise than the signed report is left out.
        with workspace.store.atomic():
            workspace.store.meta.set("switches", {"people": "people_only"})
        assert "giảm 1 tin, 50% so với tháng 5 năm 2023" in cases()
        assert "Nhân dân cung cấp giảm" not in cases()
        # With another catalogue it is counted again, by the settings of now.
        workspace.catalogue = replace(workspace.catalogue, version="next")
        assert "số tin do Nhân dân cung cấp giảm 1 tin, 50%" in cases()


def test_the_public_print_keeps_back_what_tells_who_somebody_is(
    year: Workspace, tmp_path: Path
) -> None:
    text = saved(tmp_path, compose_report(year, YEAR, public=True).pdf).raw_text()
    assert "- Bắt dưới 3 đối tượng truy nã." in text
    assert "đưa 4 đối tượng vào diện giáo dục tại xã, phường, thị trấn" in text
    assert "Lập dưới 3 hồ sơ đề nghị đưa người vào trường giáo dưỡng" in text
    assert "Phụ lục" not in text
    inside = saved(tmp_path, compose_report(year, MAY, public=True).pdf).raw_text()
    assert "đưa dưới 3 đối tượng vào diện giáo dục" in inside


def test_a_section_that_nobody_knows_of_has_room_for_the_hand(world: World, tmp_path: Path) -> None:
    with world.open(COMMUNE) as workspace:
        told = narrate(workspace, MAY)
        pdf = saved(tmp_path, compose(workspace, "period-report", period=MAY).pdf)
        # The unit is known to be there, so that it is in the figures of every unit.
        assert {tuple(one.generated) for one in told if one.section is Section.CASES} == {
            ("Trong kỳ không có số liệu phát sinh.",)
        }
    assert "IV. TỒN TẠI, NGUYÊN NHÂN" in pdf.text(2)
    assert pdf.raw_text().count("Trong kỳ không có số liệu phát sinh.") >= 5


# How it looks -----------------------------------------------------------------------------------


def test_the_page_is_that_of_the_decree(paper: Paper, tmp_path: Path) -> None:
    pdf = saved(tmp_path, paper.pdf)
    heading = pdf.type_of("III. KẾT QUẢ")
    assert {abs(one.size - 14) <= 0.5 for one in heading} == {True}
    assert heading[0].place[0] == pytest.approx(30 * MM, abs=0.5 * MM)
    first = pdf.type_of("Công an xã Phù Vân báo cáo")
    assert first[0].place[0] == pytest.approx((30 + 12.7) * MM, abs=0.5 * MM)
    assert {abs(one.size - 14) <= 0.5 for one in first} == {True}
    assert paper.place is not None
    page, (left, foot, right, top) = paper.place.page, paper.place.box
    assert (right + left) / 2 == pytest.approx((30 + 165 * 0.75) * MM, abs=0.5 * MM)
    role = pdf.type_of("TRƯỞNG CÔNG AN XÃ", page + 1)
    assert role[-1].place[3] <= 297 * MM - top + 1
    assert top - foot == pytest.approx(22 * MM, abs=0.5 * MM)
    assert all(embedded for _, embedded, _ in pdf.fonts())
    pdf.run("qpdf", "--check", "{}")
    assert set(pdf.sizes()[: page + 1]) != set(pdf.sizes()[page + 1 :])  # the annex lies across


def test_long_words_of_officers_stay_inside_the_margins(year: Workspace, tmp_path: Path) -> None:
    words = unicodedata.normalize("NFD", "Nhân dân tích cực tham gia phong trào, thường xuyên. ")
    for section in ("shortcomings", "directions"):
        write_text(year, MAY, section, "\n".join([words * 20] * 8))
    unit = year.unit
    name = f"{unit.name} thuộc địa bàn trọng điểm phức tạp về an ninh, trật tự"
    found = report_papers.report_on_paper(year, MAY)
    many = [(unit.key, f"{name} số {at}") for at in range(109)]
    subject = replace(found.subject, figures=replace(found.subject.figures, units=many))
    year.place = replace(year.place, practice=False)
    try:
        drawn: Drawn = report_papers.draw_report(year, subject, found.day)
    finally:
        year.place = replace(year.place, practice=True)
    pdf = saved(tmp_path, drawn.pdf)
    assert drawn.pages > 30
    assert pdf.flaws() == []
    assert "số 108" in pdf.text()
    assert unicodedata.normalize("NFC", words.strip()) in pdf.raw_text()


# For Word ---------------------------------------------------------------------------------------


def test_the_file_for_word_has_the_words_of_the_pdf(
    year: Workspace, paper: Paper, tmp_path: Path
) -> None:
    made = compose_word(year, YEAR)
    assert made.file_name == "period-report-DL-2023.docx"
    lines = word_lines(made.pdf)
    pdf = saved(tmp_path, paper.pdf).raw_text().replace(UNVERIFIED, "")
    narrative = pdf[: pdf.index("TRƯỞNG CÔNG AN XÃ")]
    for line in lines[: lines.index("TRƯỞNG CÔNG AN XÃ")]:
        assert flat(line) in narrative or len(line) < 4, line
    ours = Counter(word for line in lines for word in line.split())
    theirs = Counter(pdf.split())
    # Only heads of tables are repeated on the pages, and pages are numbered there.
    assert {word for word in theirs if theirs[word] < ours[word]} == set()
    repeated = "Mã Chỉ tiêu Đơn vị tính Số liệu Trên tổng số Tỷ lệ Cách tính"
    strange = {word for word in theirs if theirs[word] > ours[word]} - set(repeated.split())
    assert {word for word in strange if not word.strip("()").isdigit() and len(word) > 1} == set()


def test_the_head_in_word_is_set_as_the_law_says(year: Workspace) -> None:
    head = Document(io.BytesIO(compose_word(year, YEAR).pdf)).tables[0]
    nation, motto, rule = head.rows[0].cells[2].paragraphs
    assert [one.runs[0].font.size.pt for one in (nation, motto)] == [12, 13]
    # The line below is as long as the motto: 56 mm in the middle of the cell.
    shape = rule.paragraph_format
    assert rule.paragraph_format.element.xpath("w:pPr/w:pBdr/w:top")
    wide = head.rows[0].cells[2].width - shape.left_indent - shape.right_indent
    assert abs(Emu(wide).mm - 56) < 0.5
    # Nation and motto stand in one line each: 88,3 mm of type in a cell without margins.
    assert head.rows[0].cells[2].width.mm > 88.3
    margins = vars(head)["_tbl"].xpath("w:tblPr/w:tblCellMar/*/@w:w")
    assert margins == ["0", "0"]


# What officers write ----------------------------------------------------------------------------


def test_own_words_are_kept_and_what_cannot_be_printed_is_refused(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        write_text(workspace, MAY, "directions", "  Tiếp tục  tuyên truyền.\r\n")
        assert own_texts(workspace, MAY) == {Section.DIRECTIONS: "Tiếp tục tuyên truyền."}
        for section, text, refusal in (
            ("results", "x", "reports.no_section"),
            ("nowhere", "x", "reports.no_section"),
            ("directions", "x" * (LONGEST_TEXT + 1), "reports.text_too_long"),
            ("directions", "x\u202ey", "reports.text_characters"),
        ):
            with pytest.raises(Refusal) as refused:
                write_text(workspace, MAY, section, text)
            assert refused.value.message_id == refusal
        assert own_texts(workspace, YEAR) == {}
        write_text(workspace, MAY, "directions", " ")
        assert own_texts(workspace, MAY) == {}


# In the bundle ----------------------------------------------------------------------------------


def test_the_paper_travels_with_its_figures_and_can_be_opened_there(
    world: World, tmp_path: Path
) -> None:
    (tip, _) = world.add(COMMUNE, report(), report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        write_text(workspace, YEAR, "situation", OWN)
        bundle = deliver(workspace, submit(workspace, [YEAR], [], papers=True), world.folder)
        first = compose(workspace, "period-report", period=YEAR)
        stated = workspace.store.exchanged.last_report(workspace.place.id, YEAR.code)
        assert stated is not None
        write_text(workspace, YEAR, "situation", "Viết sau khi chốt.")
        assert compose(workspace, "period-report", period=YEAR).pdf == first.pdf
        assert OWN in " ".join(word_lines(compose_word(workspace, YEAR).pdf))
    world.later(days=2)
    with world.open(OFFICE) as workspace:
        with open_bundle(workspace, bundle) as found:
            carried = found.read(paper_name(YEAR.code))
            figures = figures_of_body(body_of(stated))
            assert found.read(report_name(YEAR.code)) == stated.body.encode()
        assert import_bundle(workspace, bundle).verdict == "accepted"
        unit = workspace.units.resolve(COMMUNE, YEAR.last).key
        kept = paper_received(workspace, YEAR, unit)
    assert carried == first.pdf == kept.pdf
    assert belongs(carried, stated)
    text = saved(tmp_path, kept.pdf).text()
    assert OWN in text
    for code in ("B1.1", "B1.2", "B6.1", "B8.2"):
        row = re.search(rf" {re.escape(code)} \D+? (\d[\d.]*)", text)
        assert row is not None, code
        assert int(row[1].replace(".", "")) == figures[code].figure.value
    assert " ".join(re.findall("....", stated.digest)) in text
    # A version that a person orders has a paper of its own, with the words of now.
    with world.open(COMMUNE) as workspace:
        void_record(workspace, tip, reason="nhập nhầm")
        correct(workspace, YEAR, "hồ sơ nhập nhầm")
        again = deliver(workspace, submit(workspace, [YEAR], [], papers=True), world.folder)
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, again).verdict == "remarks"
        newer = saved(tmp_path, paper_received(workspace, YEAR, unit).pdf).text()
        for period, refusal in ((MAY, "reports.never_came"),):
            with pytest.raises(Refusal) as refused:
                paper_received(workspace, period, unit)
            assert refused.value.message_id == refusal
    assert "Viết sau khi chốt." in newer
    assert "Báo cáo điều chỉnh, bản 2" in newer


def test_a_paper_of_other_figures_is_told_and_not_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with world.open(COMMUNE) as workspace:
        monkeypatch.setattr(report_papers, "binding", lambda _report: "antq-report/1 other")
        monkeypatch.setattr(
            "antq_desktop.services.submitting.papers_of",
            lambda *_: {YEAR.code: b"%PDF-1.4 of something else"},
        )
        row = submit(workspace, [YEAR], [], papers=True)
        path = outbox(workspace) / row.file
        monkeypatch.undo()
        with world.open(OFFICE) as office:
            verdict = import_bundle(office, path)
            assert [one.rule for one in verdict.reasons] == ["report_paper_other"]
            with pytest.raises(Refusal) as refused:
                paper_received(office, YEAR, workspace.unit.key)
    assert verdict.verdict == "remarks"
    assert refused.value.message_id == "reports.no_paper"


def test_figures_never_wait_for_a_font(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTQ_FONTS", str(tmp_path))
    with world.open(COMMUNE) as workspace:
        made = frozen(workspace, YEAR.code)
        with workspace.store.atomic():
            assert papers_of(workspace, [made]) == {}
        *_, line = workspace.store.journal.entries()
        assert line["act"] == "report_paper"
        assert compose_word(workspace, YEAR).pdf.startswith(b"PK")
