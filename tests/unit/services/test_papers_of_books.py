"""Register books: order, sums, what is carried over, voided rows, the page that closes them."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.registers.propaganda import REGISTER as PROPAGANDA
from antq_desktop.printing.book_layout import book_named
from antq_desktop.printing.collection import form_named
from antq_desktop.printing.drawing.book import render_book
from antq_desktop.printing.subjects import BookSubject
from antq_desktop.services.papers import compose
from antq_desktop.services.saving import void_record
from tests.unit.printing.full_records import Filler
from tests.unit.printing.long_books import PLAIN, draw
from tests.unit.printing.pages import SHEET, Pdf, saved
from tests.unit.services.conftest import COMMUNE, World, coop, model
from tests.unit.services.paper_world import YEAR, printed, refused, report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from antq_desktop.printing.subjects import RecordSubject

MAY = parse_period("DL-2023-05")


def received(day: str, *states: tuple[str, str], **values: object) -> dict[str, object]:
    """Return a report of a day, with the states it went through."""
    moves = [{"state": state, "on": f"{on}T09:00+07:00"} for state, on in states]
    first = {"state": "received", "on": f"{day}T08:00+07:00"}
    usual = {"urgency": "complaint"} | values
    return report(received_at=f"{day}T08:00+07:00", moves=[first, *moves], **usual)


def book(world: World, folder: Path, form: str, **wanted: Any) -> Pdf:
    """Print a book of the commune."""
    with world.open(COMMUNE) as workspace:
        return saved(folder, compose(workspace, form, **wanted).pdf)


def test_a_book_carries_over_what_was_pending_and_says_what_is_left(
    world: World, tmp_path: Path
) -> None:
    world.add(
        COMMUNE,
        received("2023-04-02"),
        received("2023-04-10", ("classified", "2023-04-10"), ("guided", "2023-05-03")),
        received("2023-04-20", ("classified", "2023-04-20"), ("guided", "2023-04-21")),
        received("2023-05-05", ("classified", "2023-05-05"), ("guided", "2023-05-09")),
        received("2023-05-20"),
        received("2023-06-01"),
        register="crime_reports",
    )
    text = book(world, tmp_path, "tt119-294", period=MAY).raw_text()
    assert "SỔ THEO DÕI TIẾP NHẬN, PHÂN LOẠI NGUỒN TIN VỀ TỘI PHẠM" in text
    assert "Tồn kỳ trước chuyển sang: 2" in text
    assert "Tiếp nhận trong kỳ: 2; đã xong trong kỳ: 2; tồn chuyển kỳ sau: 2" in text
    assert "Cộng dồn: 2 dòng" in text
    for number, there in (("3/2023", False), ("4/2023", True), ("5/2023", True), ("6/2023", False)):
        assert (number in text) is there
    # The register book of the same register is that book.
    assert (
        "Tồn kỳ trước chuyển sang: 2"
        in book(world, tmp_path, "register-book", register="crime_reports", period=MAY).raw_text()
    )


def test_a_voided_row_keeps_its_number_struck_through_and_is_in_no_sum(
    world: World, tmp_path: Path
) -> None:
    first, second = (
        {
            "held_on": f"2023-05-0{day}",
            "form": "meeting",
            "topics": ["drugs"],
            "place": "Nhà văn hóa",
            "area": f"Tổ dân phố số {day}",
            "sessions": 1,
            "attendees": 40 * day,
            "moves": [
                {"state": "planned", "on": "2023-05-01"},
                {"state": "done", "on": "2023-05-09"},
            ],
        }
        for day in (1, 2)
    )
    kept, void = world.add(COMMUNE, first, second, register="propaganda")
    with world.open(COMMUNE) as workspace:
        void_record(workspace, void, reason="ghi trùng buổi")
        paper = compose(workspace, "register-book", register="propaganda", period=MAY)
        assert paper.subjects == [{"register": "propaganda", "period": "DL-2023-05"}]
        assert paper.file_name == "register-book-propaganda-DL-2023-05.pdf"
    assert kept
    pdf = saved(tmp_path, paper.pdf)
    text = pdf.raw_text()
    assert "Đã hủy: ghi trùng buổi" in text
    assert "2/2023" in text
    assert "Cộng trang này: 2 dòng; trong đó hủy 1; Số buổi: 1; Lượt người tham gia: 40" in text
    assert struck(pdf, "Tổ dân phố số 2")
    assert not struck(pdf, "Tổ dân phố số 1")
    assert not struck(pdf, "ghi trùng buổi")


def struck(pdf: Pdf, words: str) -> bool:
    """Say whether a line is drawn through words: seen on a picture, between the letters."""
    letters = pdf.type_of(words)
    letters = [one for one in letters if abs(one.place[3] - letters[0].place[3]) < 4]
    left, right = letters[0].place[2], letters[-1].place[0]
    top, bottom = letters[0].place[1], letters[0].place[3]
    dark = pdf.darkest_rows((left, top, right, bottom))
    return max(dark) > 0.95


def test_a_book_closes_with_its_pages_and_the_head_of_the_journal(
    world: World, tmp_path: Path
) -> None:
    world.add(
        COMMUNE, *[received(f"2023-05-{day:02}") for day in range(1, 29)], register="crime_reports"
    )
    with world.open(COMMUNE) as workspace:
        head = workspace.store.journal.head()
        paper = compose(workspace, "tt119-294", period=YEAR)
    pdf = saved(tmp_path, paper.pdf)
    pdf.run("qpdf", "--check", "{}")
    assert pdf.pages() == paper.pages
    last = pdf.text(pdf.pages())
    assert f"Sổ này có {paper.pages - 1} trang nội dung" in last
    assert "28 dòng (bằng chữ: hai mươi tám dòng)" in last
    assert f"{head.length} dòng, mã băm cuối {head.hash}" in last
    assert "NGƯỜI GIỮ SỔ TRƯỞNG CÔNG AN PHƯỜNG" in last
    for page in range(1, pdf.pages() + 1):
        assert [word for word in pdf.boxes(page) if word[0] == str(page) and word[4] < 56]
    for page in range(2, pdf.pages()):
        assert "Mang sang:" in pdf.text(page)
        assert "Cộng trang này:" in pdf.text(page)
    assert pdf.info()["Page size"] == "841.89 x 595.276 pts (A4)"


def test_a_register_that_the_program_has_never_seen_has_a_slip_and_a_book(
    world: World, tmp_path: Path
) -> None:
    (record,) = world.add(COMMUNE, coop())
    label = world.catalogue.by_name["hen_coops"].label.vi
    with world.open(COMMUNE) as workspace:
        slip = compose(workspace, "record-slip", record=record)
        paper = compose(workspace, "register-book", register="hen_coops", period=YEAR)
    assert label in saved(tmp_path, slip.pdf).raw_text()
    text = saved(tmp_path, paper.pdf).raw_text()
    assert f"SỔ {label.upper()}" in text
    assert "05/05/2023" in text


def test_only_what_is_kept_here_is_in_the_book(world: World, tmp_path: Path) -> None:
    world.add(COMMUNE, model(), register="movement_models")
    text = book(
        world, tmp_path, "register-book", register="movement_models", period=YEAR
    ).raw_text()
    assert "Tiếng kẻng an ninh" in text
    assert "Cộng dồn: 1 dòng" in text
    with world.open("13288") as workspace:
        other = compose(workspace, "register-book", register="movement_models", period=YEAR)
    assert "Tiếng kẻng" not in saved(tmp_path, other.pdf).raw_text()


@pytest.mark.parametrize(
    ("form", "heads"),
    [
        ("nd30-di", ("Số, ký hiệu văn bản", "Người ký", "Nơi nhận văn bản", "Ký nhận")),
        ("nd30-den", ("Ngày đến", "Số đến", "Tác giả", "Đơn vị hoặc người nhận")),
        ("nd30-den-giai-quyet", ("Thời hạn giải quyết", "Số, ký hiệu văn bản trả lời")),
        ("nd30-buu-dien", ("Số lượng bì", "Ký nhận và dấu bưu điện")),
    ],
)
def test_the_books_of_documents_have_the_columns_of_the_decree(
    world: World, tmp_path: Path, form: str, heads: Sequence[str]
) -> None:
    common = {
        "series": "police",
        "registered_on": "2023-05-05",
        "document_on": "2023-05-04",
        "kind": "plan",
        "classification": "not_classified",
        "urgency": "normal",
        "moves": [{"state": "registered", "on": "2023-05-05"}],
    }
    out = {
        "direction": "outgoing",
        "number": 5,
        "symbol": "05/KH-CAP",
        "signer": "Lò Văn Ký",
        "summary": "Kế hoạch tuần tra",
        "recipients": "Tổ dân phố",
        "envelopes": 3,
    }
    come = {
        "direction": "incoming",
        "number": 9,
        "symbol": "12/KH-UBND",
        "author": "Ủy ban mẫu",
        "summary": "Kế hoạch ngày hội",
        "assignee": "Tổ tổng hợp",
        "due": "2023-05-20",
    }
    world.add(COMMUNE, common | out, common | come, register="documents")
    text = book(world, tmp_path, form, period=YEAR).raw_text()
    assert all(head in text for head in heads)
    going = form in {"nd30-di", "nd30-buu-dien"}
    assert ("05/KH-CAP" in text) is going
    assert ("Ủy ban mẫu" in text) is not going


def test_a_blank_book_has_rows_for_the_hand(world: World, tmp_path: Path) -> None:
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "tt119-294", blank=True)
        assert printed(workspace) == []
        assert refused(workspace, "tt119-294") == "paper.needs_period"
        assert refused(workspace, "register-book", period=YEAR) == "paper.needs_register"
        assert refused(workspace, "nd30-di", register="disputes", blank=True) == (
            "paper.not_of_register"
        )
    pdf = saved(tmp_path, paper.pdf)
    assert pdf.pages() == 2
    assert "2023" not in pdf.raw_text()
    assert "XÁC NHẬN KHÓA SỔ" in pdf.text(2)


def test_long_rows_are_broken_and_nothing_is_lost_or_over_something(tmp_path: Path) -> None:
    filler = Filler(long=True, rows=30)
    records = [filler.record(PROPAGANDA) for _ in range(3)]
    pdf = saved(tmp_path, drawn(iter(records)))
    assert pdf.flaws() == []
    text = "".join(pdf.raw_text().split())
    for record in records:
        for name in ("place", "ceremony", "report"):
            tail = str(dict(record.values)[name]).rpartition(" ")[2]
            assert f"{tail};" in text or tail in text


def drawn(records: Iterator[RecordSubject]) -> bytes:
    """Draw a book of invented records."""
    subject = BookSubject(PROPAGANDA, book_named(PROPAGANDA, None), YEAR, records, (7, "0" * 64))
    return render_book(form_named("register-book"), SHEET, subject, practice=False).pdf


def test_memory_grows_with_the_finished_file_and_not_with_the_rows() -> None:
    sizes, peaks = [], []
    for rows in (100, 500):
        tracemalloc.start()
        try:
            pdf = draw(PLAIN, rows).pdf
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        sizes.append(len(pdf))
        peaks.append(peak)
    # What is kept of a page is its packed text, a name, and what the font maps letters with.
    assert peaks[1] - peaks[0] < 4 * (sizes[1] - sizes[0]) + 2**20
