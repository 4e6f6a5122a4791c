"""Paper of the exchange: figures, cover sheets, fingerprints, the recovery sheet."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from antq_desktop.domain.catalogue import CATALOGUE_VERSION
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.delivering import deliver, outbox
from antq_desktop.services.enrolling import show_request
from antq_desktop.services.papers import compose, recovery_paper
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reporting import correct
from antq_desktop.services.saving import void_record
from antq_desktop.services.submitting import submit
from tests.unit.printing.pages import saved
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop, model
from tests.unit.services.paper_world import YEAR, refused, report

if TYPE_CHECKING:
    from pathlib import Path

# Figures ----------------------------------------------------------------------------------------


def test_figures_that_are_not_frozen_say_so(world: World, tmp_path: Path) -> None:
    urgent = report(urgency="ordinary")
    world.add(COMMUNE, urgent, report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "figures-annex", period=YEAR)
    text = saved(tmp_path, paper.pdf).text()
    for expected in (
        "(Kèm theo Báo cáo số ........../BC-CAP ngày ...... tháng ...... năm ..........",
        "Kỳ báo cáo DL-2023 (số liệu tính từ ngày 01/01/2023 đến ngày 31/12/2023)",
        "SỐ LIỆU TẠM TÍNH (kỳ chưa chốt số liệu, tính lúc 08 giờ 00 phút, ngày 15 tháng 01 năm",
        "B1.1 Tố giác, tin báo về tội phạm tiếp nhận tin 2",
        "Nhóm b: thông thường 1",
        "B1.3 Tố giác, tin báo đã xử lý tin 0 2 0,0%",
        f"Tính theo: danh mục sổ và chỉ tiêu bản {CATALOGUE_VERSION};",
        "danh mục đơn vị hành chính hanam-2023",
        "chính thức đến năm 2026",  # before it a letter of the watermark may stand
    ):
        assert expected in text
    assert "Số liệu chia theo đơn vị" not in text
    assert paper.file_name == "figures-annex-DL-2023.pdf"
    assert paper.subjects[0] == {"period": "DL-2023"}


def test_frozen_figures_are_printed_as_they_were_signed(world: World, tmp_path: Path) -> None:
    world.add(COMMUNE, report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        submit(workspace, [YEAR], [])
        first = compose(workspace, "figures-annex", period=YEAR)
    world.add(COMMUNE, report(), report(), register="crime_reports")
    world.later(days=3)
    with world.open(COMMUNE) as workspace:
        again = compose(workspace, "figures-annex", period=YEAR)
        assert refused(workspace, "figures-annex") == "paper.needs_period"
    assert again.pdf == first.pdf
    text = saved(tmp_path, again.pdf).text()
    assert "Số liệu đã chốt, bản 1, ký ngày 15 tháng 01 năm 2024" in text
    assert "tiếp nhận tin 1" in text
    assert "TẠM TÍNH" not in text


def test_late_entries_and_settings_stand_under_the_figure(world: World, tmp_path: Path) -> None:
    first, second = parse_period("DL-2023-03"), parse_period("DL-2023-04")
    with world.open(COMMUNE) as workspace:
        submit(workspace, [first], [])
    (tip,) = world.add(COMMUNE, report(urgency="ordinary"), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        submit(workspace, [second], [])
        april = compose(workspace, "figures-annex", period=second)
        void_record(workspace, tip, reason="nhập nhầm")
        correct(workspace, second, "hồ sơ nhập nhầm")
        submit(workspace, [second], [])
        newer = compose(workspace, "figures-annex", period=second)
    text = saved(tmp_path, april.pdf).text()
    for expected in (
        "(kể cả lực lượng tham gia bảo vệ ANTT ở cơ sở)",
        "Bổ sung kỳ trước 1",
        "Bổ sung kỳ trước: Nhóm b: thông thường 1",
        "Bổ sung kỳ trước 0 1 0,0%",
        "không nằm trong số liệu của kỳ này.",
        "Số liệu đã chốt, bản 1, ký ngày 15 tháng 01 năm 2024",
    ):
        assert expected in text
    corrected = saved(tmp_path, newer.pdf).text()
    assert "Báo cáo điều chỉnh, bản 2, ký ngày 15 tháng 01 năm 2024" in corrected
    assert "Bổ sung kỳ trước" not in corrected


def test_an_office_prints_its_units_beside_the_sum(world: World, tmp_path: Path) -> None:
    bundles = []
    for code, values in ((COMMUNE, [model(), model(name="B")]), (SECOND, [model()])):
        world.add(code, *values, register="movement_models")
        with world.open(code) as workspace:
            bundles.append(deliver(workspace, submit(workspace, [YEAR], []), world.folder))
    with world.open(OFFICE) as workspace:
        assert [import_bundle(workspace, one).verdict for one in bundles] == ["accepted"] * 2
        paper = compose(workspace, "figures-annex", period=YEAR)
    pdf = saved(tmp_path, paper.pdf)
    text = pdf.text()
    assert "B6.2 Mô hình xây dựng, triển khai mới mô hình 3" in text
    assert "là tổng số liệu của từng đơn vị" in text
    assert "1 Phường Quang Trung" in text
    assert "2 Phường Lương Khánh Thiện" in text
    assert "Tổng cộng" in text
    pdf.run("qpdf", "--check", "{}")


def test_a_period_whose_window_was_not_read_says_so(world: World, tmp_path: Path) -> None:
    with world.open(COMMUNE) as workspace:
        paper = compose(workspace, "figures-annex", period=parse_period("CAND-2023"))
    assert "chưa xác minh văn bản" in saved(tmp_path, paper.pdf).text()


# Bundles ----------------------------------------------------------------------------------------


def test_a_cover_sheet_lets_the_receiver_check_the_file(world: World, tmp_path: Path) -> None:
    world.add(COMMUNE, report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [YEAR], [])
        path = deliver(workspace, row, world.folder)
        paper = compose(workspace, "bundle-cover", bundle=path)
        same = compose(workspace, "bundle-cover", bundle=row.bundle_id)
        serial = workspace.store.exchanged.outgoing()[0]
    assert same.pdf == paper.pdf
    assert paper.subjects[0] == {"bundle": row.bundle_id}
    assert serial.bundle_id == row.bundle_id
    pdf = saved(tmp_path, paper.pdf)
    digest = sha256(path.read_bytes()).hexdigest()
    (code,) = pdf.codes()
    assert code == paper.code
    assert len(code) <= 110
    assert code.split(":")[0] == "ANTQ1"
    assert code.split(":")[-2:] == [digest.upper(), row.digest[:16].upper()]
    text = pdf.raw_text()
    groups = digest.upper()
    for expected in (
        "Gói số: 01",
        "Đơn vị gửi: Công an phường Quang Trung",
        "Đơn vị nhận: Công an thành phố Phủ Lý",
        "DL-2023 (từ ngày 01/01/2023 đến ngày 31/12/2023)",
        f"Tên tệp, dung lượng: {row.file}, ",
        "Người ký: Lò Thị Mẫu",
        "1 Tiếp nhận, phân loại nguồn tin về tội phạm 1 0 0",
        " ".join(groups[at : at + 4] for at in range(0, 32, 4)),
        "NGƯỜI GIAO (Ký, ghi rõ họ tên) NGƯỜI NHẬN",
    ):
        assert expected in text


def test_the_code_is_wide_enough_for_a_telephone(world: World, tmp_path: Path) -> None:
    with world.open(OFFICE) as workspace:
        row = workspace.store.exchanged.outgoing("directory")[0]
        pdf = saved(tmp_path, compose(workspace, "bundle-cover", bundle=row.bundle_id).pdf)
    assert "Các đơn vị trực thuộc" in pdf.text()
    assert pdf.code_width() >= 22


def test_receipts_have_a_cover_sheet_too(world: World, tmp_path: Path) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        bundle = deliver(workspace, submit(workspace, [YEAR], []), world.folder)
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, bundle)
        (receipt,) = write_receipts(workspace)
        paper = compose(workspace, "bundle-cover", bundle=receipt.row.bundle_id)
        assert refused(workspace, "bundle-cover", bundle=bundle) == "paper.not_our_bundle"
    text = saved(tmp_path, paper.pdf).text()
    assert "Biên nhận gói dữ liệu" in text
    assert "Đơn vị nhận: Công an phường Quang Trung" in text


def test_a_bundle_that_is_none_or_damaged_has_no_cover_sheet(world: World, tmp_path: Path) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [YEAR], [])
        assert refused(workspace, "bundle-cover") == "paper.needs_bundle"
        assert refused(workspace, "bundle-cover", bundle="nothing") == "paper.unknown_bundle"
        assert refused(workspace, "bundle-cover", bundle=tmp_path / "gone.antq") == (
            "bundles.cannot_read"
        )
        file = outbox(workspace) / row.file
        file.write_bytes(file.read_bytes()[:-1])
        assert refused(workspace, "bundle-cover", bundle=row.bundle_id).startswith("bundle.")


# Fingerprints and recovery ----------------------------------------------------------------------


def test_fingerprints_stand_in_groups_to_read_aloud(world: World, tmp_path: Path) -> None:
    request = world.folder / f"{COMMUNE}-request.antq"
    with world.open(OFFICE) as workspace:
        asked = show_request(workspace, request)
        of_request = compose(workspace, "fingerprint-sheet", bundle=request)
        of_authority = compose(workspace, "fingerprint-sheet")
        assert refused(workspace, "fingerprint-sheet", bundle="x") == "paper.needs_request"
    with world.open(COMMUNE) as workspace:
        at_commune = compose(workspace, "fingerprint-sheet")
    assert at_commune.subjects[0] == of_authority.subjects[0]
    text = saved(tmp_path, of_request.pdf).raw_text()
    groups = asked.fingerprint.upper()
    assert " ".join(groups[at : at + 4] for at in range(0, 16, 4)) in text
    assert "Người đề nghị: Lò Thị Mẫu" in text
    assert "Cơ quan cấp chứng thư số" in saved(tmp_path, of_authority.pdf).raw_text()


def test_a_commune_without_an_office_has_no_fingerprint(world: World) -> None:
    world.create("13291")
    with world.open("13291") as workspace:
        assert refused(workspace, "fingerprint-sheet") == "identity.not_enrolled"


def test_the_recovery_sheet_holds_the_secret_and_how_to_keep_it(
    world: World, tmp_path: Path
) -> None:
    secret = world.secrets[COMMUNE]
    with world.open(COMMUNE) as workspace:
        today = workspace.clock.today()
        paper = recovery_paper(
            workspace.unit, workspace.units, "Lò Thị Mẫu", today, secret, practice=False
        )
    pdf = saved(tmp_path, paper.pdf)
    text = pdf.raw_text()
    assert secret.removeprefix("AGE-SECRET-KEY-1") in text.replace(" ", "")
    assert pdf.codes() == [secret]
    assert pdf.pages() == 1
    assert "két sắt" in text
    assert secret not in paper.file_name
