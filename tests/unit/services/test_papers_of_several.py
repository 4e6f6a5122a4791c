"""Batches, lists and slips: several records on one file, what is left out, what is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdfium2 import PdfDocument

from antq_desktop.services.delivering import deliver
from antq_desktop.services.papers import compose, save_paper
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import void_record
from antq_desktop.services.submitting import submit
from tests.unit.printing.pages import saved
from tests.unit.services.conftest import COMMUNE, OFFICE, World, model
from tests.unit.services.paper_world import YEAR, printed, refused, report

if TYPE_CHECKING:
    from pathlib import Path


def test_a_batch_is_one_file_with_a_bookmark_and_a_line_for_each_record(
    world: World, tmp_path: Path
) -> None:
    long = report(summary="Nhân dân trình báo sự việc. " * 300)
    ids = world.add(COMMUNE, long, report(), report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "tt119-01", record=ids)
        save_paper(workspace, paper, tmp_path / "batch.pdf")
        lines = printed(workspace)
    assert [(line["record"], line["book"]) for line in lines] == [
        (record, f"{place}/2023") for place, record in enumerate(ids, 1)
    ]
    assert len({line["sha256"] for line in lines}) == 1
    pdf = saved(tmp_path, paper.pdf)
    assert bookmarks(paper.pdf) == ["R01/1/2023", "R01/2/2023", "R01/3/2023"]
    heads = [page for page in range(1, pdf.pages() + 1) if "Mẫu số: 01" in pdf.text(page)]
    assert len(heads) == 3
    assert heads[1] > 2  # the first is longer than a page, and each begins a page
    # Page numbers begin anew: the first page of each has none, the second has 2.
    assert not [word for word in pdf.boxes(heads[1]) if word[0].isdigit() and word[4] < 56]
    assert [word[0] for word in pdf.boxes(2) if word[0].isdigit() and word[4] < 56] == ["2"]


def bookmarks(pdf: bytes) -> list[str]:
    """Return the bookmarks of a file, read by PDFium."""
    with PdfDocument(pdf) as document:
        return [one.get_title() for one in document.get_toc()]


def test_a_period_stands_for_its_records_that_fit(world: World, tmp_path: Path) -> None:
    late = report(received_at="2024-01-02T08:00+07:00")
    late["moves"] = [{"state": "received", "on": "2024-01-02T08:00+07:00"}]
    ids = world.add(
        COMMUNE,
        report(summary="Việc thứ nhất"),
        report(summary="Đơn dân sự", urgency="civil_guidance"),
        report(summary="Việc nhầm"),
        report(summary="Việc thứ hai"),
        late,
        register="crime_reports",
    )
    with world.open(COMMUNE) as workspace:
        void_record(workspace, ids[2], reason="nhầm")
        paper = compose(workspace, "tt119-01", period=YEAR)
        assert [one["book"] for one in paper.subjects] == ["1/2023", "4/2023"]
        assert refused(workspace, "record-slip", period=YEAR) == "paper.needs_register"
        slips = compose(workspace, "record-slip", period=YEAR, register="crime_reports")
        assert [one["book"] for one in slips.subjects] == ["1/2023", "2/2023", "4/2023"]
        assert (
            refused(workspace, "tt119-01", period=YEAR, register="disputes")
            == "paper.not_of_register"
        )
        assert refused(workspace, "record-slip", period=YEAR, register="disputes") == (
            "paper.none_fits"
        )
    text = saved(tmp_path, paper.pdf).raw_text()
    assert "Việc thứ nhất" in text
    assert "Việc thứ hai" in text
    assert "Đơn dân sự" not in text


def test_one_record_that_does_not_fit_stops_a_batch_before_anything_is_revealed(
    world: World,
) -> None:
    fits, petition = world.add(
        COMMUNE, report(), report(urgency="complaint"), register="crime_reports"
    )
    with world.open(COMMUNE) as workspace:
        assert (
            refused(workspace, "tt119-01", record=[fits, petition], reveal_reason="Lập hồ sơ")
            == "paper.no_crime_report"
        )
        assert printed(workspace) == []
        too_many = [fits] * 1001
        assert refused(workspace, "tt119-01", record=too_many) == "paper.too_many"


def test_every_reveal_of_a_batch_is_written_down(world: World, tmp_path: Path) -> None:
    ids = world.add(
        COMMUNE,
        report(),
        report(informant=None, anonymous_letter=True),
        report(),
        register="crime_reports",
    )
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "tt119-01", record=ids, reveal_reason="Lập hồ sơ")
        assert [line["record"] for line in printed(workspace)] == [ids[0], ids[2]]
    assert saved(tmp_path, paper.pdf).raw_text().count("Giàng A Ví") == 2


def test_a_slip_has_all_but_what_is_sealed(world: World, tmp_path: Path) -> None:
    (record,) = world.add(
        COMMUNE,
        report(others=[{"role": "witness", "person": {"full_name": "Lò Văn Giả"}}]),
        register="crime_reports",
    )
    with world.open(COMMUNE) as workspace:
        masked = compose(workspace, "record-slip", record=record)
        open_one = compose(workspace, "record-slip", record=record, reveal_reason="Đối chiếu")
    text = saved(tmp_path, masked.pdf).raw_text()
    assert "Người tố giác, báo tin: (niêm phong)" in text
    assert "Giàng" not in text
    assert "LƯU HÀNH NỘI BỘ" in text
    for said in ("Số vào sổ: 1/2023", "Báo có người trộm xe đạp.", "Lò Văn Giả", "Đã tiếp nhận"):
        assert said in text
    assert "Giàng A Ví" in saved(tmp_path, open_one.pdf).raw_text()


def test_the_office_prints_a_slip_of_what_was_shared_with_it(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        bundle = deliver(workspace, submit(workspace, [YEAR], []), world.folder)
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, bundle)
        paper = compose(workspace, "record-slip", record=record)
    text = saved(tmp_path, paper.pdf).raw_text()
    assert "Chỉ gồm phần số liệu mà đơn vị lập hồ sơ đã gửi." in text
    assert "Tố giác về tội phạm" in text
    assert "trộm xe đạp" not in text


def test_a_form_without_room_for_the_seal_says_so(world: World) -> None:
    (record,) = world.add(COMMUNE, model(), register="movement_models")
    with world.open(COMMUNE) as workspace:
        assert refused(workspace, "record-slip", record=record, reveal_reason="thử") == (
            "records.nothing_sealed"
        )
        assert refused(workspace, "record-slip", blank=True) == "paper.needs_register"
        paper = compose(workspace, "record-slip", blank=True, register="movement_models")
        assert paper.subjects == [{"blank": "yes"}]


def test_a_list_gathers_the_records_of_a_period_and_names_each_in_the_journal(
    world: World, tmp_path: Path
) -> None:
    ids = world.add(COMMUNE, award("Tổ mẫu 1"), award("Tổ mẫu 2"), register="awards")
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "khen-thuong-to-trinh", period=YEAR)
        assert paper.file_name == "khen-thuong-to-trinh-DL-2023.pdf"
        save_paper(workspace, paper, tmp_path / "list.pdf")
        assert [line["record"] for line in printed(workspace)] == ids
        single = compose(workspace, "khen-thuong-danh-sach", record=ids[1])
        assert [one["record"] for one in single.subjects] == [ids[1]]
    text = saved(tmp_path, paper.pdf).raw_text()
    assert "đề nghị khen thưởng 2 (hai) trường hợp" in text
    assert "Tổ mẫu 1" in text
    assert "Tổ mẫu 2" in text
    assert "Tổ mẫu 1" not in saved(tmp_path, single.pdf).raw_text()


def award(name: str) -> dict[str, object]:
    """Return the values of an award that was decided."""
    return {
        "recipient_kind": "team_collective",
        "recipient_collective": name,
        "award": "commendation",
        "level": "commune",
        "authority": "Chủ tịch Ủy ban nhân dân",
        "kind": "merit",
        "theme": "movement",
        "achievement": "Giữ yên địa bàn",
        "proposed_on": "2023-05-01",
        "decision_number": "12/QĐ-UBND",
        "decided_on": "2023-05-20",
        "moves": [
            {"state": "proposed", "on": "2023-05-01"},
            {"state": "submitted", "on": "2023-05-02"},
            {"state": "decided", "on": "2023-05-20"},
        ],
    }
