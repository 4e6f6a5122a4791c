"""Books of one row, of some hundred, and of a year: the sums of every page, and nothing over."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from resource import RUSAGE_SELF, getrusage
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.books import Book, BookColumn
from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.printing.collection import form_named
from antq_desktop.printing.drawing.book import render_book
from antq_desktop.printing.subjects import BookSubject, RecordSubject
from tests.unit.printing.long_books import (
    CRIME,
    KEPT,
    PLAIN,
    YEAR,
    Kept,
    draw,
    marks,
    wrong,
)
from tests.unit.printing.pages import SHEET, Pdf, saved

if TYPE_CHECKING:
    from pathlib import Path

MANY, YEAR_OF_ROWS = 400, 10_000


def made(folder: Path, kept: Kept, rows: int) -> Pdf:
    """Draw a book and check what holds for each: it is sound, its fonts are in it, its edges."""
    drawn = draw(kept, rows)
    pdf = saved(folder, drawn.pdf)
    pdf.run("qpdf", "--check", "{}")
    assert pdf.strange_fonts() == []
    assert not [name for name, embedded, part in pdf.fonts() if not (embedded and part)]
    assert pdf.flaws() == []
    assert pdf.pages() == drawn.pages
    return pdf


@pytest.mark.parametrize("rows", [0, 1, MANY])
@pytest.mark.parametrize("kept", KEPT, ids=lambda one: one.form)
def test_every_page_adds_up_and_the_last_says_what_is_left(
    tmp_path: Path, kept: Kept, rows: int
) -> None:
    texts = made(tmp_path, kept, rows).texts()
    assert list(wrong(kept, rows, texts)) == []
    assert (len(texts) > 2) is (rows == MANY)


def test_what_is_left_over_stands_on_the_page_of_the_last_row(tmp_path: Path) -> None:
    """Wherever that row falls: the rows of a page are tried one after the other."""
    for rows in range(1, 16):
        texts = saved(tmp_path, draw(CRIME, rows).pdf).texts()
        assert list(wrong(CRIME, rows, texts)) == []
        assert marks(texts[-2])


def test_sums_of_many_lines_have_their_room(tmp_path: Path) -> None:
    """A book with so many amounts that a row of sums takes several lines."""
    heads = [f"Số người tham gia buổi sinh hoạt thứ {place}" for place in range(1, 13)]
    columns = tuple(BookColumn(head, ("attendees",), 5, summed=True) for head in heads)
    register = load_catalogue().by_name["propaganda"]
    book = Book(code="", label=register.label, basis="", columns=columns)
    records = (
        RecordSubject(register, f"{number}/2023", {"attendees": number}, {})
        for number in range(1, 61)
    )
    subject = BookSubject(register, book, YEAR, records, (7, "0" * 64))
    drawn = render_book(form_named("register-book"), SHEET, subject, practice=False)
    pdf = saved(tmp_path, drawn.pdf)
    assert pdf.flaws() == []
    *pages, last, _ = pdf.texts()
    assert pages
    assert all(f"{head}: 1.830" in last for head in heads)


def test_a_year_of_ten_thousand_rows_needs_little_room(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    if pytestconfig.getoption("--torture", default=None) is None:
        pytest.skip("a minute; make torture runs it, make bench measures it")
    path = tmp_path / "paper.pdf"
    alone = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    with alone as pool:
        first, grown = pool.submit(room_taken, CRIME, YEAR_OF_ROWS, path).result()
    pdf = Pdf(path)
    assert list(wrong(CRIME, YEAR_OF_ROWS, pdf.texts())) == []
    assert pdf.flaws() == []
    # The finished file twice, and what it keeps of a page: a name and the place of its text.
    assert grown < 3 * path.stat().st_size + 32 * 2**20, first


def room_taken(kept: Kept, rows: int, path: Path) -> tuple[int, int]:
    """Draw a book into a file; return the peak of memory after a short one, and its growth."""
    draw(kept, MANY)
    before = getrusage(RUSAGE_SELF).ru_maxrss
    path.write_bytes(draw(kept, rows).pdf)
    return before * 1024, (getrusage(RUSAGE_SELF).ru_maxrss - before) * 1024


def test_a_sum_that_is_wrong_would_be_found(tmp_path: Path) -> None:
    texts = made(tmp_path, PLAIN, 60).texts()
    assert list(wrong(PLAIN, 60, texts)) == []
    assert list(wrong(PLAIN, 61, texts))
    assert list(wrong(PLAIN, 60, [texts[0].replace("Số buổi: ", "Số buổi: 1"), *texts[1:]]))
    assert list(wrong(PLAIN, 60, [texts[1], texts[0], *texts[2:]]))
