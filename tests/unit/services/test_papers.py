"""Paper of records: minutes read back, what stays sealed, what is refused, lists and files."""

from __future__ import annotations

import os
import stat
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.printing.drawing.fonts import alphabet
from antq_desktop.services.delivering import deliver
from antq_desktop.services.papers import (
    compose,
    forms,
    forms_on,
    must_be_new,
    note_printed,
    save_paper,
)
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, void_record
from antq_desktop.services.submitting import submit
from antq_desktop.services.users import add_user
from tests.unit.printing.pages import Pdf, saved
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop
from tests.unit.services.paper_world import YEAR, printed, refused, report

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.papers import Paper

LETTERS = " ".join(sorted(letter for letter in alphabet() if letter.isalpha()))


def minutes(world: World, tmp_path: Path, **values: object) -> Pdf:
    """Save a report at the commune and return its minutes."""
    (record,) = world.add(COMMUNE, report(**values), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        return saved(tmp_path, compose(workspace, "tt119-01", record=record).pdf)


def test_minutes_hold_what_the_record_says(world: World, tmp_path: Path) -> None:
    pdf = minutes(
        world,
        tmp_path,
        event_from="2023-03",
        event_place="Cổng nhà văn hóa",
        event_unit=COMMUNE,
        suspects=[
            {"person": {"full_name": "Vàng A Thử", "born": "1988"}, "description": "Áo xanh"},
            {"person": {"full_name": "Lò Văn Giả"}},
        ],
        others=[{"role": "witness", "person": {"full_name": "Hoàng Văn Giả Định"}}],
        damage_amount=5_000_000,
        objects=[{"name": "Xe đạp", "quantity": 1, "condition": "Cũ"}],
        knowledge_reason="Nhìn thấy",
    )
    text = pdf.raw_text()
    for expected in (
        "Mẫu số: 01 BH theo TT số 119/2021/TT-BCA ngày 08/12/2021",
        "CÔNG AN THÀNH PHỐ PHỦ LÝ",
        "CÔNG AN PHƯỜNG QUANG TRUNG",
        "BIÊN BẢN TIẾP NHẬN NGUỒN TIN VỀ TỘI PHẠM",
        "Hồi 14 giờ 30 phút, ngày 05 tháng 3 năm 2023, tại Công an phường Quang Trung.",
        "Cán bộ tiếp nhận: Trực ban mẫu 1",
        "Hình thức tiếp nhận: Trực tiếp đến trình báo",
        "Số thứ tự vào sổ tiếp nhận: 1/2023",
        "Thời gian xảy ra: 03/2023",
        "Địa điểm xảy ra: Cổng nhà văn hóa, phường Quang Trung",
        "(1) Vàng A Thử, sinh 1988; Áo xanh (2) Lò Văn Giả",
        "Người làm chứng: Hoàng Văn Giả Định",
        "Giá trị thiệt hại: 5.000.000 đồng (Bằng chữ: Năm triệu đồng)",
        "1 Xe đạp 1 Cũ",
        "Bố cục tham khảo – chưa đối chiếu mẫu ban hành",
    ):
        assert expected in text
    pdf.run("qpdf", "--check", "{}")


@pytest.mark.parametrize("decomposed", [False, True])
def test_every_letter_of_a_record_is_on_its_paper(
    world: World, tmp_path: Path, *, decomposed: bool
) -> None:
    summary = unicodedata.normalize("NFD", LETTERS) if decomposed else LETTERS
    assert LETTERS in minutes(world, tmp_path, summary=summary).raw_text()


def test_a_long_record_takes_the_pages_it_needs(world: World, tmp_path: Path) -> None:
    long = "Nhân dân trình báo sự việc. " * 400
    people = [{"person": {"full_name": f"Người mẫu {place}"}} for place in range(50)]
    pdf = minutes(world, tmp_path, summary=long.strip(), suspects=people)
    text = pdf.raw_text()
    assert pdf.pages() > 3
    assert text.count("Nhân dân trình báo") == 400
    assert all(f"({place + 1}) Người mẫu {place}" in text for place in range(50))
    assert "CÁN BỘ TIẾP NHẬN" in pdf.text(pdf.pages())


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Họ và tên:"),
        ({"secrecy_request": "secrecy"}, "theo yêu cầu giữ bí mật, bảo vệ"),
        ({"secrecy_request": "protection"}, "theo yêu cầu giữ bí mật, bảo vệ"),
        (
            {"informant": None, "identity_refused": True, "refusal_reason": "Sợ trả thù"},
            "Từ chối cung cấp thông tin cá nhân. Lý do từ chối: Sợ trả thù",
        ),
        ({"informant": None, "anonymous_letter": True}, "Đơn không ghi tên"),
        ({"informant": None, "source_kind": "police_detected"}, "trực tiếp phát hiện"),
    ],
)
def test_nothing_sealed_is_on_the_paper(
    world: World, tmp_path: Path, values: dict[str, object], said: str
) -> None:
    text = minutes(world, tmp_path, **values).raw_text()
    assert said in text
    for secret in ("Giàng", "Ví", "000190000007", "0912", "345 678", "Tổ mẫu", "1990"):
        assert secret not in text


def test_the_head_reveals_for_a_reason_and_both_acts_are_written_down(
    world: World, tmp_path: Path
) -> None:
    (record,) = world.add(COMMUNE, report(secrecy_request="secrecy"), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "tt119-01", record=record, reveal_reason="Viện kiểm sát yêu cầu")
        note_printed(workspace, paper, how="print")
        reveal, print_ = printed(workspace)
        assert (reveal["act"], reveal["record"]) == ("reveal", record)
        assert print_ == {
            "act": "print",
            "form": "tt119-01",
            "how": "print",
            "pages": paper.pages,
            "sha256": sha256(paper.pdf).hexdigest(),
            "record": record,
            "register": "crime_reports",
            "book": "1/2023",
        }
    text = saved(tmp_path, paper.pdf).raw_text()
    for value in ("Giàng A Ví", "05/1990", "000190000007", "0912 345 678", "Tổ mẫu số 9"):
        assert value in text
    assert paper.file_name == "tt119-01-1-2023.pdf"


def test_an_officer_cannot_reveal_for_paper(world: World) -> None:
    (record,) = world.add(COMMUNE, report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        add_user(workspace, "Cán bộ mẫu", Role.OFFICER, "officer")
        assert refused(workspace, "tt119-01", record=record, reveal_reason=" ") == (
            "records.reason_needed"
        )
    with world.open(COMMUNE, "Cán bộ mẫu", "officer") as workspace:
        assert refused(workspace, "tt119-01", record=record, reveal_reason="Tò mò") == (
            "users.head_only"
        )
        assert printed(workspace) == []
        assert compose(workspace, "tt119-01", record=record).pages > 0


@pytest.mark.parametrize("kind", ["confession", "surrender"])
def test_who_gives_himself_up_is_received_on_another_form(world: World, kind: str) -> None:
    """TT 119/2021: mẫu 24."""
    (record,) = world.add(COMMUNE, report(source_kind=kind), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        assert refused(workspace, "tt119-01", record=record) == "paper.form_24"


@pytest.mark.parametrize("urgency", ["civil_guidance", "complaint"])
def test_a_petition_is_not_put_on_the_form_of_a_crime_report(world: World, urgency: str) -> None:
    (record,) = world.add(COMMUNE, report(urgency=urgency), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        assert refused(workspace, "tt119-01", record=record) == "paper.no_crime_report"
        assert refused(workspace, "tt119-01", record=record, reveal_reason="thử") == (
            "paper.no_crime_report"
        )
        assert printed(workspace) == []


def test_what_is_no_record_of_the_form_is_refused(world: World) -> None:
    early = report(received_at="2021-12-07T08:00+07:00")
    early["moves"] = [{"state": "received", "on": "2021-12-07T08:00+07:00"}]
    old, void = world.add(COMMUNE, early, report(), register="crime_reports")
    (other,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        register = world.catalogue.by_name["crime_reports"]
        (draft,) = add_records(workspace, register, [report(summary=None)], draft=True)
        void_record(workspace, void, reason="nhầm")
        for record, message in (
            (None, "paper.needs_record"),
            ("R01/77/2023", "records.unknown"),
            ("R77/77/2023", "records.unknown_register"),
            (other, "paper.other_register"),
            (draft.record, "paper.draft"),
            (void, "paper.voided"),
            (old, "paper.not_in_use"),
        ):
            assert refused(workspace, "tt119-01", record=record) == message
        assert refused(workspace, "nothing") == "paper.unknown_form"
        assert refused(workspace, "recovery-sheet") == "paper.only_at_first_start"


def test_the_office_has_not_all_of_a_commune_record(world: World) -> None:
    (record,) = world.add(COMMUNE, report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        bundle = deliver(workspace, submit(workspace, [YEAR], []), world.folder)
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, bundle).verdict == "accepted"
        assert refused(workspace, "tt119-01", record=record) == "paper.not_here"


def test_a_letter_that_no_font_has_is_refused_and_named(world: World) -> None:
    (record,) = world.add(COMMUNE, report(summary="Biển hiệu ghi 漢"), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        assert refused(workspace, "tt119-01", record=record) == "paper.letter_missing"


def test_a_blank_form_has_lines_for_the_hand_and_is_written_down(
    world: World, tmp_path: Path
) -> None:
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "TT119-01", blank=True)
        save_paper(workspace, paper, tmp_path / "blank.pdf")
        assert printed(workspace)[0]["blank"] == "yes"
        for form in ("figures-annex", "bundle-cover", "fingerprint-sheet"):
            assert refused(workspace, form, blank=True) == "paper.not_blank"
    text = saved(tmp_path, paper.pdf).raw_text()
    assert "Hồi ...... giờ ...... phút, ngày ...... tháng" in text
    assert "Người bị tố giác:" in text
    assert "VNeID, mạng xã hội" in text


@pytest.mark.parametrize("practice", [True, False])
def test_practice_is_marked_on_every_page(world: World, tmp_path: Path, *, practice: bool) -> None:
    world.create("13291", practice=practice)
    passphrase = "demo" if practice else "a passphrase that is long"
    with world.open("13291", passphrase=passphrase) as workspace:
        pdf = saved(tmp_path, compose(workspace, "tt119-01", blank=True).pdf)
    pages = ["TẬPHUẤN" in pdf.raw_text(page).replace(" ", "") for page in range(1, pdf.pages() + 1)]
    assert pages == [practice] * pdf.pages()


def test_forms_are_listed_by_register_and_day(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        codes = [one.code for one in forms(workspace)]
        register = world.catalogue.by_name["crime_reports"]
        of_register = forms(workspace, register)
        today = workspace.clock.today()
    assert codes == sorted(codes)
    assert {"bundle-cover", "figures-annex", "fingerprint-sheet", "tt119-01"} < set(codes)
    assert "recovery-sheet" not in codes
    minutes = next(one for one in of_register if one.code == "tt119-01")
    assert (minutes.verified, minutes.needs, minutes.blank) == (False, "record", True)
    assert {"record-slip", "register-book"} < {one.code for one in of_register}
    assert all("crime_reports" in one.registers for one in of_register if one.registers)
    early = {one.code for one in forms_on(today.replace(year=2021), register)}
    assert not {code for code in early if code.startswith("tt119")}


def test_a_saved_paper_is_private_and_never_replaces_a_file(world: World, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "tt119-01", blank=True)
        must_be_new(path)
        save_paper(workspace, paper, path)
        assert path.read_bytes() == paper.pdf
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.write_bytes(b"something else")
        with pytest.raises(Refusal, match=r"^files\.exists"):
            must_be_new(path)
        with pytest.raises(Refusal, match=r"^files\.exists"):
            save_paper(workspace, paper, path)
        assert path.read_bytes() == b"something else"
        assert len(printed(workspace)) == 1
        save_paper(workspace, paper, path, overwrite=True)
        assert path.read_bytes() == paper.pdf
        with pytest.raises(Refusal, match=r"^files\.exists"):
            save_paper(workspace, paper, tmp_path, overwrite=True)
    assert [one.name for one in tmp_path.iterdir() if one.name != "world"] == ["paper.pdf"]


def test_a_folder_that_cannot_be_written_leaves_no_line_and_no_file(
    world: World, tmp_path: Path
) -> None:
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "tt119-01", blank=True)
        with pytest.raises(Refusal, match=r"^files\.cannot_write"):
            save_paper(workspace, paper, tmp_path / "gone" / "paper.pdf")
        assert printed(workspace) == []


def test_a_paper_that_cannot_be_written_to_the_end_leaves_nothing(
    world: World, tmp_path: Path
) -> None:
    folder = tmp_path / ("x" * 200)
    folder.mkdir()
    # The file itself may have this name, the scratch file beside it is a few letters longer.
    path = folder / f"{'y' * (os.pathconf(folder, 'PC_NAME_MAX') - 4)}.pdf"
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "tt119-01", blank=True)
        with pytest.raises(Refusal, match=r"^files\.cannot_write"):
            save_paper(workspace, paper, path)
        assert len(printed(workspace)) == 1
    assert list(folder.iterdir()) == []


def test_the_same_record_gives_the_same_bytes_and_they_name_nobody(world: World) -> None:
    (record,) = world.add(COMMUNE, report(), register="crime_reports")
    papers: list[Paper] = []
    for _ in range(2):
        with world.open(COMMUNE) as workspace:
            papers.append(compose(workspace, "tt119-01", record=record))
    assert papers[0] == papers[1]
    assert "pdf" not in repr(papers[0]).replace(papers[0].file_name, "")
