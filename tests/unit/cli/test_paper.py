"""``forms`` and ``print``, and the recovery sheet as a PDF."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.driver import COMMUNE, DAY, MODEL, OFFICE, World, command
from tests.unit.printing.pages import Pdf

if TYPE_CHECKING:
    from pathlib import Path

REPORT: dict[str, object] = {
    "received_at": "2023-03-05T14:30+07:00",
    "received_by": "Trực ban mẫu 1",
    "source_kind": "denunciation",
    "channel": "in_person",
    "origin_group": "people",
    "informant": {"full_name": "Giàng A Ví", "id_number": "000190000007"},
    "secrecy_request": "none",
    "summary": "Báo có người trộm xe đạp.",
    "offence_field": "social_order",
    "moves": [{"state": "received", "on": "2023-03-05T14:30+07:00"}],
}


def add(world: World, values: dict[str, object], *more: str, register: str = "R01") -> str:
    """Add a record at the commune, and return its id."""
    result = world.commune("record", "add", register, *more, stdin=json.dumps(values))
    return str(result.document["saved"][0]["id"])


def test_forms_are_listed_without_unlocking_anything() -> None:
    result = command("forms", "--json")
    codes = [one["code"] for one in result.document["forms"]]
    assert codes == sorted(codes)
    assert {"bundle-cover", "figures-annex", "fingerprint-sheet", "tt119-01"} < set(codes)
    of_register = command("forms", "R01", "--json", "--lang", "en").document["forms"]
    assert {one["needs"] for one in of_register} == {"record", "book"}
    (minutes,) = (one for one in of_register if one["code"] == "tt119-01")
    assert minutes == {
        "code": "tt119-01",
        "title": "Minutes of receiving a report of crime",
        "basis": "Mẫu số 01, TT 119/2021/TT-BCA; TT 28/2020/TT-BCA Đ5",
        "verified": False,
        "needs": "record",
        "registers": ["crime_reports"],
        "blank": True,
    }
    assert "tham khảo, chưa đối chiếu" in command("forms").out
    assert command("forms", "R99").code == 3


def test_a_record_is_printed_by_id_and_by_number(world: World) -> None:
    record = add(world, REPORT)
    for name, id_ in (("one.pdf", record), ("two.pdf", "R01/1/2023")):
        path = world.folder / name
        result = world.commune("print", "tt119-01", "--record", id_, "-o", path)
        code = result.document["code"]
        assert result.document == {"path": str(path), "form": "tt119-01", "code": code, "pages": 2}
        (paper,) = world.commune("check-paper", code).document["papers"]
        assert (paper["state"], paper["record"]) == ("equal", record)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    pdf = Pdf(world.folder / "one.pdf")
    assert "Báo có người trộm xe đạp." in pdf.raw_text()
    assert "Giàng" not in pdf.raw_text()
    assert pdf.path.read_bytes() == (world.folder / "two.pdf").read_bytes()


def test_several_records_a_period_and_a_book_are_printed(world: World) -> None:
    ids = [add(world, REPORT) for _ in range(2)]
    folder = world.folder
    several = [word for record in ids for word in ("--record", record)]
    for name, form, wanted in (
        ("batch", "tt119-01", several),
        ("period", "tt119-03", ["--period", "DL-2023"]),
        ("slips", "record-slip", ["--register", "R01", "--period", "DL-2023-03"]),
        ("book", "tt119-294", ["--period", "DL-2023"]),
        ("other-book", "register-book", ["--register", "crime_reports", "--period", "DL-2023"]),
        ("blank-book", "register-book", ["--register", "disputes", "--blank"]),
        ("blank-slip", "record-slip", ["--register", "disputes", "--blank"]),
    ):
        path = folder / f"{name}.pdf"
        result = world.commune("print", form, *wanted, "-o", path)
        assert result.document["form"] == form
        assert result.document["pages"] == Pdf(path).pages()
    assert "1/2023" in Pdf(folder / "book.pdf").raw_text()
    assert "2/2023" in Pdf(folder / "slips.pdf").raw_text()
    refused = world.commune("print", "record-slip", "--period", "DL-2023", "-o", folder / "no.pdf")
    assert refused.document["refused"] == "paper.needs_register"
    assert not (folder / "no.pdf").exists()


def test_what_is_sealed_is_printed_for_a_reason_only(world: World) -> None:
    record = add(world, REPORT)
    path = world.folder / "one.pdf"
    wanted = ("print", "tt119-01", "--record", record, "--reveal", "-o", path)
    assert world.commune(*wanted).document["refused"] == "records.reason_needed"
    assert not path.exists()
    assert world.commune(*wanted, "--reason", "Viện kiểm sát yêu cầu").code == 0
    assert "Giàng A Ví" in Pdf(path).raw_text()


def test_figures_and_cover_sheets_and_fingerprints(world: World) -> None:
    add(world, MODEL, register="R06")
    bundle = world.export()
    for form, wanted in (
        ("figures-annex", ("--period", "DL-2023")),
        ("bundle-cover", ("--bundle", bundle)),
        ("fingerprint-sheet", ("--bundle", world.folder / "request.antq")),
        ("FINGERPRINT-SHEET", ()),
        ("tt119-01", ("--blank",)),
    ):
        path = world.folder / f"{form}.pdf"
        result = world.commune("print", form, *wanted, "-o", path)
        assert result.code == 0, result.err
        assert result.document["pages"] == Pdf(path).pages()
        assert (result.document["code"] is not None) == (form in {"figures-annex", "bundle-cover"})
    earlier = ("--period", "DL-2022", "-o", world.folder / "earlier.pdf")
    spoken = world.at(COMMUNE, "print", "figures-annex", *earlier)
    assert "Đã lưu" in spoken.out
    assert "chưa đối chiếu" in spoken.out


@pytest.mark.parametrize(
    ("wanted", "refused"),
    [
        (("nothing",), "paper.unknown_form"),
        (("tt119-01",), "paper.needs_record"),
        (("tt119-01", "--record", "R01/9/2023"), "records.unknown"),
        (("tt119-01", "--record", "nothing"), "records.unknown"),
        (("tt119-01", "--record", "R06/1/2026"), "records.unknown"),
        (("figures-annex",), "paper.needs_period"),
        (("figures-annex", "--period", "DL-23"), "periods.unknown"),
        (("figures-annex", "--blank"), "paper.not_blank"),
        (("bundle-cover",), "paper.needs_bundle"),
        (("bundle-cover", "--bundle", "nothing"), "paper.unknown_bundle"),
        (("fingerprint-sheet", "--bundle", "nothing"), "paper.needs_request"),
        (("recovery-sheet",), "paper.only_at_first_start"),
    ],
)
def test_bad_input_gets_one_sentence_and_one_action(
    world: World, wanted: tuple[str, ...], refused: str
) -> None:
    path = world.folder / "paper.pdf"
    result = world.commune("print", *wanted, "-o", path)
    assert (result.code, result.document["refused"]) == (3, refused)
    assert result.document["message"].endswith(".")
    assert result.document["action"].endswith(".")
    assert "Traceback" not in result.err
    assert not path.exists()


def test_drafts_files_that_are_there_and_folders_that_are_not_are_refused(world: World) -> None:
    draft = add(world, {**REPORT, "summary": None}, "--draft")
    taken = world.folder / "taken.pdf"
    taken.write_bytes(b"something")
    for wanted, out, refused in (
        (("--record", draft), "new.pdf", "paper.draft"),
        (("--blank",), "taken.pdf", "files.exists"),
        (("--blank",), "gone/new.pdf", "files.cannot_write"),
        (("--blank",), ".", "files.exists"),
    ):
        result = world.commune("print", "tt119-01", *wanted, "-o", world.folder / out)
        assert (result.code, result.document["refused"]) == (3, refused)
    assert taken.read_bytes() == b"something"
    assert not (world.folder / "new.pdf").exists()


def test_a_pc_without_a_font_is_refused_with_what_to_install(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTQ_FONTS", str(world.folder))
    path = world.folder / "paper.pdf"
    result = world.at(COMMUNE, "print", "tt119-01", "--blank", "-o", path)
    assert result.code == 3
    assert "fonts-croscore" in result.err
    assert not path.exists()
    checks = {one["name"]: one["ok"] for one in world.commune("check").document["checks"]}
    assert checks["fonts"] is False


def test_the_recovery_sheet_is_a_pdf_where_its_file_is_named_so(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.secret.write_text("demo\n", encoding="utf-8")
    sheet, typed = tmp_path / "sheet.pdf", tmp_path / "typed.txt"
    create = ("workspace", "create", "--practice", "--json", "--role", "commune")
    made = world.at(
        *(COMMUNE, *create, "--unit", f"{COMMUNE}@{DAY}", "--user", "an"),
        *("--recovery-sheet", sheet),
    )
    assert made.code == 0, made.err
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
    (key,) = Pdf(sheet).codes()
    # As a person types it from the paper: small letters, groups, several lines.
    body = key.removeprefix("AGE-SECRET-KEY-1").lower()
    groups = [body[at : at + 4] for at in range(0, len(body), 4)]
    typed.write_text("age-secret-key-1\n" + " ".join(groups[:5]) + "\n" + "  ".join(groups[5:]))
    back = world.commune("workspace", "recover", "--recovery-file", typed, "--user", "mai")
    assert back.code == 0, back.err


def test_without_a_font_there_is_no_pdf_sheet_and_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTQ_FONTS", str(tmp_path))
    world = World(tmp_path)
    world.secret.write_text("demo\n", encoding="utf-8")
    sheet = tmp_path / "sheet.pdf"
    create = ("workspace", "create", "--practice", "--json", "--role", "commune")
    made = world.at(
        *(OFFICE, *create, "--unit", f"{COMMUNE}@{DAY}", "--user", "an"),
        *("--recovery-sheet", sheet),
    )
    assert (made.code, made.document["refused"]) == (3, "paper.no_font")
    assert not sheet.exists()
    assert not (tmp_path / OFFICE).exists()


def test_the_report_of_a_period_is_written_printed_signed_and_received(
    world: World, tmp_path: Path
) -> None:
    period = ("--period", "DL-2023")
    words = ("report", "text", *period, "--section", "directions")
    written = world.commune(*words, "--write", "-", stdin="Tiếp tục tuyên truyền.").document
    assert written["sections"][0]["own"] == "Tiếp tục tuyên truyền."
    assert world.commune("report", "text", *period, "--write", "-").code == 3
    told = world.commune("report", "text", *period).document["sections"]
    assert [one["code"] for one in told][:3] == ["situation", "leadership", "results"]
    report = ("print", "period-report", *period)
    assert world.commune(*report, "--public", "-o", tmp_path / "public.pdf").code == 0
    assert world.commune(*report, "--sign", "-o", tmp_path / "signed.pdf").code == 0
    assert world.commune(*report, "-o", tmp_path / "report.docx").code == 0
    assert b"/ETSI.CAdES.detached" in (tmp_path / "signed.pdf").read_bytes()
    assert (tmp_path / "report.docx").read_bytes().startswith(b"PK")
    for wrong, refusal in (
        (("figures-annex", "--public", "-o", tmp_path / "a.pdf"), "paper.report_only"),
        (("period-report", "--sign", "-o", tmp_path / "a.docx"), "paper.sign_pdf_only"),
    ):
        assert world.commune("print", wrong[0], *period, *wrong[1:]).document["refused"] == refusal
    sent = world.commune("bundle", "export", *period, "-o", tmp_path).document["path"]
    assert world.office("bundle", "import", sent).code == 0
    kept = tmp_path / "kept.pdf"
    assert world.office("report", "paper", *period, "--unit", COMMUNE, "-o", kept).code == 0
    assert "Tiếp tục tuyên truyền." in Pdf(kept).text()
