"""Paper against what is stored: at the commune and at the office, typed and scanned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from antq_desktop.domain.paper_codes import LETTERS, record_code
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.printing.drawing.qr import draw_qr
from antq_desktop.services.checking_paper import (
    PaperState,
    RecordPaper,
    ReportPaper,
    check_paper,
    check_picture,
    code_of_record,
    code_of_report,
)
from antq_desktop.services.paper_words import paper_said
from antq_desktop.services.papers import compose
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reporting import correct
from antq_desktop.services.saving import change_record, void_record
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.paper_codes import PaperCode
    from antq_desktop.services.workspace import Workspace

PERIOD = parse_period("DL-2023")


def newest(workspace: Workspace, record: str) -> PaperCode:
    """Return the code that a paper of the record would carry now."""
    revision = workspace.store.revisions.latest(record)
    assert revision is not None
    return code_of_record(workspace, revision)


def drawn(folder: Path, *codes: PaperCode) -> Path:
    """Draw the codes on a page of a PDF."""
    path = folder / "scan.pdf"
    canvas = Canvas(str(path))
    for at, code in enumerate(codes):
        draw_qr(canvas, code.scanned, (60 + 100 * at, 60), 45)
    canvas.showPage()
    canvas.save()
    return path


def picture(path: Path, dpi: int = 150) -> Path:
    """Return a photograph of the first page."""
    with pypdfium2.PdfDocument(path) as document:
        document[0].render(scale=dpi / 72).to_pil().save(path.with_suffix(".png"))
    return path.with_suffix(".png")


def test_a_paper_is_told_what_came_after_it(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(hens=1, story="Chuyện một."))
    with world.open(COMMUNE) as workspace:
        first = newest(workspace, record)
        found = check_paper(workspace, first.shown.lower())
        assert found.state is PaperState.EQUAL
        change_record(workspace, record, {"hens": 2, "story": "Chuyện hai."}, reason="Đếm lại")
        paper = cast("RecordPaper", check_paper(workspace, first.scanned).paper)
        assert (paper.number, paper.now, paper.changed) == (1, 2, ("hens", "story"))
        assert not paper.hidden
        second = newest(workspace, record)
        assert check_paper(workspace, second.text).state is PaperState.EQUAL
        void_record(workspace, record, reason="Nhập nhầm")
        found = check_paper(workspace, second.text)
        assert found.state is PaperState.VOIDED
        said = paper_said(found, workspace.units, "vi")
        assert "hồ sơ đã bị hủy" in said.text


def test_the_office_sees_that_what_stays_at_the_unit_has_changed(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(hens=1, story="Chuyện một."))
    with world.open(COMMUNE) as workspace:
        first = newest(workspace, record)
        sent = [world.home(COMMUNE) / "outbox" / submit(workspace, [], []).file]
        world.later(minutes=1)
        change_record(workspace, record, {"story": "Chuyện hai."}, reason="Nghe lại")
    with world.open(OFFICE) as workspace:
        assert check_paper(workspace, first.text).state is PaperState.UNKNOWN
        assert import_bundle(workspace, sent[0]).good
        assert check_paper(workspace, first.text).state is PaperState.EQUAL
    with world.open(COMMUNE) as workspace:
        sent.append(world.home(COMMUNE) / "outbox" / submit(workspace, [], []).file)
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, sent[1]).good
        found = check_paper(workspace, first.text)
        paper = cast("RecordPaper", found.paper)
        assert (found.state, paper.changed, paper.hidden) == (PaperState.OLDER, (), True)


def test_a_report_is_told_by_its_version_on_both_sides(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(hens=1))
    with world.open(COMMUNE) as workspace:
        file = world.home(COMMUNE) / "outbox" / submit(workspace, [PERIOD], []).file
        report = workspace.store.exchanged.last_report(workspace.place.id, PERIOD.code)
        assert report is not None
        code = code_of_report(workspace, report)
        assert check_paper(workspace, code.text).state is PaperState.EQUAL
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, file).good
        assert check_paper(workspace, code.scanned).state is PaperState.EQUAL
    with world.open(COMMUNE) as workspace:
        world.later(minutes=1)
        change_record(workspace, record, {"hens": 5}, reason="Đếm lại")
        correct(workspace, PERIOD, "Số gà đã đổi")
        found = check_paper(workspace, code.text)
        paper = cast("ReportPaper", found.paper)
        assert (found.state, paper.version, paper.now) == (PaperState.OLDER, 1, 2)
        assert "nay là bản 2" in paper_said(found, workspace.units, "vi").text


def test_codes_are_read_from_a_pdf_and_from_a_photograph(world: World, tmp_path: Path) -> None:
    records = world.add(COMMUNE, coop(hens=1), coop(hens=2))
    with world.open(COMMUNE) as workspace:
        codes = [newest(workspace, record) for record in records]
        unknown = record_code("none", 1, "00" * 32, practice=True)
        scan = drawn(tmp_path, *codes, unknown, codes[0])
        for path in (scan, picture(scan)):
            states = {one.code: one.state for one in check_picture(workspace, path)}
            assert states == {
                codes[0].text: PaperState.EQUAL,
                codes[1].text: PaperState.EQUAL,
                unknown.text: PaperState.UNKNOWN,
            }


def test_every_page_of_a_printed_record_carries_its_code(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop(hens=1, story="Chuyện dài. " * 600))
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "record-slip", record=record)
        assert paper.pages > 1
        assert paper.code == newest(workspace, record).shown
        path = tmp_path / "slip.pdf"
        path.write_bytes(paper.pdf)
        with pypdfium2.PdfDocument(path) as document:
            for at in range(paper.pages):
                said = document[at].get_textpage().get_text_bounded()
                assert paper.code in said
                document[at].render(scale=150 / 72).to_pil().save(tmp_path / "page.png")
                (found,) = check_picture(workspace, tmp_path / "page.png")
                assert found.state is PaperState.EQUAL


def test_a_scanned_code_is_compared_beyond_the_characters_that_are_typed(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        code = newest(workspace, record)
        forged = f"ANTQ1:{code.text}:{'0' * 32}"
        assert check_paper(workspace, forged).state is PaperState.UNKNOWN


def test_what_is_no_code_or_no_picture_is_refused(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    blank = drawn(tmp_path)
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(blank.read_bytes()[:100])
    text = tmp_path / "text.png"
    text.write_text("Đây là chữ.", encoding="utf-8")
    with world.open(COMMUNE) as workspace:
        code = newest(workspace, record).text
        wrong = code[:5] + LETTERS[LETTERS.index(code[5]) - 1] + code[6:]
        for typed in (wrong, "", "13285"):
            with pytest.raises(Refusal, match=r"paper\.bad_code"):
                check_paper(workspace, typed)
        for path, message in (
            (blank, r"paper\.no_code"),
            (damaged, r"paper\.no_picture"),
            (text, r"paper\.no_picture"),
            (tmp_path / "none.png", r"bundles\.cannot_read"),
            (tmp_path, r"bundles\.cannot_read"),
        ):
            with pytest.raises(Refusal, match=message):
                check_picture(workspace, path)


def test_a_real_unit_says_that_a_paper_is_of_a_practice_class(world: World, tmp_path: Path) -> None:
    """It says so of every such paper, whether there is a record like it or not."""
    (record,) = world.add(COMMUNE, coop(hens=1))
    with world.open(COMMUNE) as workspace:
        practice = newest(workspace, record)
        real = replace(practice, practice=False)
        assert (practice.text[0], real.text[0]) == ("T", "H")
        for code in (practice, real):  # as programs printed it before classes had letters
            assert check_paper(workspace, code.text).state is PaperState.EQUAL
        scan = drawn(tmp_path, practice)
    world.create("13291", practice=False)
    with world.open("13291", passphrase="a passphrase that is long") as workspace:
        (found,) = check_picture(workspace, scan)
        assert found.state is PaperState.PRACTICE
        assert "tập huấn" in paper_said(found, workspace.units, "vi").text
        assert check_paper(workspace, real.text).state is PaperState.UNKNOWN
