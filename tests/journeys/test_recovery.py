"""A passphrase is forgotten, a sheet grows old, a head leaves: every way back in, by windows."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from antq_desktop.crypto.recovery import read_share
from antq_desktop.services import media
from tests.journeys.desk import Desk
from tests.unit.cli.conftest import first_world, world
from tests.unit.cli.driver import COMMUNE, PASSPHRASE
from tests.unit.domain.test_crime_reports import tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.officer import Officer
    from tests.unit.cli.driver import World

    Start = Callable[..., Officer]

__all__ = ["Desk", "first_world", "world"]

INFORMANT = "Vàng A Thử"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Plug in a stick."""
    folder = tmp_path / "usb"
    folder.mkdir()
    plugged = media.Disk("usb", folder, frozenset({"rw"}))
    monkeypatch.setattr(media, "mounted_disks", lambda: iter([plugged]))
    return folder


def unlock(who: Officer, passphrase: str = PASSPHRASE) -> None:
    """Type the passphrase, and wait for the desk."""
    who.write("Mật khẩu", passphrase)
    who.key(Qt.Key.Key_Return)
    who.wait_for("Tổng quan")


def sheet_key(world: World) -> str:
    """Return the key that stands on the first sheet."""
    saved = (world.folder / f"{COMMUNE}.sheet").read_text(encoding="utf-8")
    found = re.search(r"AGE-SECRET-KEY-1\w+", saved)
    assert found is not None
    return found[0]


def read_paper(pdf: Path) -> str:
    """Read the words of a printed share in the order of their numbers."""
    shown = subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    words = {int(at): word for at, word in re.findall(r"\b(\d+) ([a-z]{4,8})\b", shown)}
    return " ".join(words[at] for at in sorted(words))


def type_share(who: Officer, words: str, *, wrong: str = "") -> None:
    """Type a share word by word, four letters each; with a wrong word, and its mending, first."""
    typed = [word[:4] for word in words.split()]
    who.click(who.field("Từ 1"))
    for at, word in enumerate(typed):
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        if wrong and at == 4:
            who.keys(line, f"{wrong} ")
            who.wait_for("Từ số 5")
            who.picture("wrong-word")
            who.click(line)
            line.selectAll()
        who.keys(line, f"{word} ")
    who.press("Tiếp tục")


def add_tip(world: World) -> str:
    """Add a record with a sealed informant; return its id."""
    body = {**tip(), "informant": {"full_name": INFORMANT}}
    saved = world.commune("record", "add", "R01", stdin=json.dumps(body)).document["saved"]
    return str(saved[0]["id"])


def reveals(world: World, record: str, user: str, passphrase: Path) -> bool:
    """Say whether a head reads the informant."""
    who = ("--user", user, "--passphrase-file", passphrase)
    shown = world.commune(
        "record", "show", record, "--reveal", "--reason", "Kiểm tra", *who
    ).document
    return INFORMANT in json.dumps(shown, ensure_ascii=False)


def try_the_sheet(who: Officer, world: World) -> None:
    """Follow the overview, which nags, and try the sheet: a slip first."""
    who.wait(lambda: "Đến lúc thử" in cells(who))
    who.go("Khôi phục")
    who.wait_for("Chưa thử lần nào")
    who.picture("recovery")
    who.press("Thử phiếu hoặc mảnh")
    key = sheet_key(world)
    who.write("Mã trên phiếu", key[:-1] + ("P" if key.endswith("Q") else "Q"))
    who.press("Tiếp tục")
    who.wait_for("Mã khôi phục không đúng với dữ liệu này.")
    who.write("Mã trên phiếu", sheet_key(world).lower())
    who.press("Tiếp tục")
    who.wait_for_told("Đúng: mở được dữ liệu và mọi phần niêm phong")
    who.wait_for("Thử lần cuối ngày")


def cells(who: Officer) -> list[str]:
    """Return all that stands in the tables on the screen."""
    tables = [one for one in who.window.findChildren(QTableView) if one.isVisible()]
    models = [one.model() for one in tables]
    return [
        str(model.index(row, column).data())
        for model in models
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


def split_in_three(who: Officer, folder: Path) -> list[str]:
    """Print three shares, type them back from paper with two slips; return their words."""
    who.press("Chia thành ba mảnh")
    papers = [folder / f"manh-{number}.pdf" for number in (1, 2, 3)]
    for number, paper in enumerate(papers, 1):
        who.press(f"In mảnh {number}")
        who.wait_for("trên 1")
        who.press("Lưu PDF")
        who.answer_file_dialog(paper)
        who.wait_for_told("Đã lưu")
        who.key(Qt.Key.Key_Escape)
    who.picture("printed")
    who.press("Gõ lại từ giấy")
    shares = [read_paper(paper) for paper in papers]
    type_share(who, shares[0], wrong="xyzz")
    who.wait_for("Mảnh 1 của bộ")
    who.picture("one-typed")
    type_share(who, shares[0])
    who.wait_for("Mảnh số 1 đã gõ rồi.")
    type_share(who, shares[1])
    who.wait_for("(3/3)")
    type_share(who, shares[2])
    who.wait_for_told("Phiếu hoặc mảnh cũ hết hiệu lực")
    who.wait_for(f"Ba mảnh của bộ {read_share(shares[0]).set}")
    who.picture("replaced")
    return shares


def come_back(who: Officer, shares: list[str], passphrase: str) -> None:
    """Get in from the lock screen by two shares, with a new passphrase."""
    who.press("Quên mật khẩu")
    type_share(who, shares[0])
    who.wait_for("(2/2)")
    type_share(who, shares[1])
    who.wait_for("Tên chỉ huy (đang có, hoặc tên mới)")
    who.write("Mật khẩu mới", passphrase)
    who.write("Gõ lại mật khẩu mới", f"{passphrase} khác")
    who.press("Vào sổ")
    who.wait_for("Hai lần gõ mật khẩu không giống nhau")
    who.write("Gõ lại mật khẩu mới", passphrase)
    who.picture("new-passphrase")
    who.press("Vào sổ")
    who.wait_for_told("đề nghị cơ quan nhận thu hồi chứng thư cũ")
    who.wait_for("Kết nối với cơ quan nhận")
    who.picture("in-again")


@pytest.mark.slow
def test_shares_in_the_window_then_a_forgotten_passphrase(
    officer: Start, world: World, tmp_path: Path
) -> None:
    record, sheet = add_tip(world), world.folder / f"{COMMUNE}.sheet"
    who = officer(world.folder / COMMUNE)
    unlock(who)
    try_the_sheet(who, world)
    shares = split_in_three(who, tmp_path)
    who.go_home()
    old = world.commune("recovery", "drill", "--recovery-file", sheet)
    assert old.document["refused"] == "users.wrong_recovery"
    # Next year nobody remembers the passphrase.
    who = officer(world.folder / COMMUNE)
    come_back(who, [shares[2], shares[0]], "mật khẩu nhớ được")
    who.go_home()
    secret = tmp_path / "remembered"
    secret.write_text("mật khẩu nhớ được\n", encoding="utf-8")
    assert reveals(world, record, "an", secret)
    enrol_again(world, secret)


def enrol_again(world: World, secret: Path, home: str = COMMUNE, user: str = "an") -> None:
    """Have the old certificate revoked, ask for a new one, sign, and be accepted."""
    desk = ("--passphrase-file", secret, "--user", user)
    request, directory = world.folder / "again.antq", world.folder / "again-directory.antq"
    authority = ("--ca-passphrase-file", world.secret)
    health = world.at(home, "check", "--json", *desk).document["checks"]
    (lost,) = [one for one in health if one["name"] == "lost"]
    serial = lost["text"].split()[5]
    revoked = world.office("identity", "revoke", serial, "--reason", "Mất khóa", *authority)
    assert revoked.code == 0, revoked.err
    asked = world.at(home, "identity", "request", "-o", request, "--json", *desk).document
    fingerprint = ("--fingerprint", asked["fingerprint"])
    issued = world.office(
        "identity", "issue", request, "-o", directory, *fingerprint, *authority
    ).document
    fingerprint = ("--fingerprint", issued["ca_fingerprint"])
    installed = world.at(home, "identity", "install", directory, *fingerprint, *desk)
    assert installed.code == 0, installed.err
    health = world.at(home, "check", "--json", *desk).document["checks"]
    assert "lost" not in {one["name"] for one in health}
    sent = world.at(
        home, "bundle", "export", "--period", "DL-2023", "-o", world.folder, "--json", *desk
    )
    assert sent.code == 0, sent.err
    path = world.folder / str(sent.document["path"])
    (result,) = world.office("bundle", "import", path).document["results"]
    assert result["verdict"] in {"accepted", "remarks"}, result


@pytest.mark.slow
def test_an_administrator_without_a_slot_looks_after_backups(
    officer: Start, world: World, stick: Path
) -> None:
    world.add()
    made = world.commune("backup", "create").document
    who = officer(world.folder / COMMUNE)
    who.press("Kiểm tra bản sao lưu")
    who.wait(lambda: who.rows("Bản sao lưu trên máy này"))
    who.press("Kiểm tra")
    who.wait_for("nguyên vẹn")
    who.picture("checked")
    who.press("Chép ra USB")
    who.answer_file_dialog(stick)
    who.wait_for("Đã chép và đọc lại")
    (copied,) = stick.glob("*.antq-backup")
    copied.write_bytes(copied.read_bytes()[:-7])
    who.press("Chọn tệp khác")
    who.answer_file_dialog(copied)
    who.wait_for("Tệp này không phải bản sao lưu của phần mềm.")
    who.press("Đóng")
    who.go_home()
    listed = made["path"]
    checked = world.at(COMMUNE, "backup", "verify", listed, "--digests", "--json")
    assert (checked.code, checked.document["verified"]) == (0, "digests")
    refused = world.at(COMMUNE, "backup", "verify", copied, "--digests", "--json")
    assert refused.code == 3
    again = world.at(COMMUNE, "backup", "copy", listed, stick / "again", "--json")
    assert again.code == 0, again.err
    acts = world.commune("journal", "list").document
    told = json.dumps(acts, ensure_ascii=False)
    assert "backup_checked" in told
    assert "backup_copied" in told


def restore_by_shares(who: Officer, backup: Path, files: list[Path], passphrase: str) -> None:
    """Bring the books back on a PC that has none, with two shares and a new passphrase."""
    shares = [words_in(file) for file in files]
    who.press("Phục hồi từ bản sao lưu")
    who.press("Chọn bản sao lưu")
    who.answer_file_dialog(backup)
    who.wait_for(backup.name)
    who.picture("restoring-by")
    who.press("Quên mật khẩu: dùng phiếu hoặc mảnh")
    type_share(who, shares[0])
    who.wait_for("(2/2)")
    type_share(who, shares[0])
    who.wait_for("đã gõ rồi.")
    type_share(who, shares[1])
    who.wait_for("Tên chỉ huy (đang có, hoặc tên mới)")
    who.write("Mật khẩu mới", passphrase)
    who.write("Gõ lại mật khẩu mới", f"{passphrase} khác")
    who.press("Xem bản sao lưu")
    who.wait_for("Hai lần gõ mật khẩu không giống nhau")
    who.picture("restoring-passphrase")
    who.write("Gõ lại mật khẩu mới", passphrase)
    who.press("Xem bản sao lưu")
    who.wait_for("Gói cuối đã ký: số 1.")
    who.picture("restoring-found")
    who.press("Phục hồi")
    who.wait_for_told("đề nghị cơ quan nhận thu hồi chứng thư cũ")
    who.wait_for("Kết nối với cơ quan nhận")
    who.picture("restored-by-shares")


def words_in(file: Path) -> str:
    """Return the words of a share that was kept as text."""
    return " ".join(re.findall(r"^\d+\. (\w+)$", file.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.slow
def test_a_head_who_lost_everything_but_two_shares(
    officer: Start, world: World, stick: Path
) -> None:
    record, paper = add_tip(world), world.folder / "paper"
    paper.mkdir()
    world.add()
    sent = world.commune("bundle", "export", "--period", "DL-2023", "-o", stick).document
    (first,) = world.office("bundle", "import", stick / str(sent["path"])).document["results"]
    assert first["verdict"] in {"accepted", "remarks"}
    assert world.commune("recovery", "shares", "-o", paper, "--text").code == 0
    typed = [part for file in sorted(paper.glob("*.txt")) for part in ("--share", file)]
    assert world.commune("recovery", "confirm", *typed).code == 0
    backup = world.commune("backup", "create", stick).document["path"]
    # The PC is wiped; the passphrase and the sheet of the first day are of no use any more.
    shutil.rmtree(world.folder / COMMUNE)
    sheet = ("--recovery-file", world.folder / f"{COMMUNE}.sheet")
    refused = world.commune("backup", "restore", backup, *sheet, "--user", "an")
    assert refused.document["refused"] == "users.wrong_recovery"
    one = world.commune("backup", "restore", backup, *typed[:2], "--user", "an")
    assert one.document["refused"] == "shares.few"
    assert not (world.folder / COMMUNE / "antq.db").exists()
    remembered = world.folder / "remembered"
    remembered.write_text("mật khẩu mới\n", encoding="utf-8")
    restore = ("backup", "restore", backup, *typed[2:], "--user", "an")
    restored = world.at(COMMUNE, *restore, "--json", "--passphrase-file", remembered)
    assert restored.code == 0, restored.err
    assert reveals(world, record, "an", remembered)
    # The same by windows, on a PC that is wiped again: the way leads to a certificate anew.
    shutil.rmtree(world.folder / COMMUNE)
    who = officer(world.folder / COMMUNE)
    shares = sorted(paper.glob("*.txt"))[::2]
    restore_by_shares(who, stick / Path(str(backup)).name, shares, "mật khẩu mới")
    who.go_home()
    assert reveals(world, record, "an", remembered)
    enrol_again(world, remembered)
    assert len(world.office("record", "list", "R06").document["rows"]) == 1
