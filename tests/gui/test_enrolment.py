"""A commune and its office find each other: request, comparing, directory, revoking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView

from antq_desktop.gui.authority.revoking import RevokeDialog
from antq_desktop.gui.authority.view import AuthorityView
from antq_desktop.gui.common.fingerprints import grouped
from antq_desktop.gui.enrolment.view import EnrolmentView
from tests.gui.conftest import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.paths import Paths

    Start = Callable[[Paths], Desktop]


def enrolment(desktop: Desktop) -> EnrolmentView:
    """Go to the commune's screen."""
    assert desktop.window.desk is not None
    desktop.window.desk.go("enrolment")
    view = desktop.window.desk.screen("enrolment").widget
    assert isinstance(view, EnrolmentView)
    return view


def authority(desktop: Desktop) -> AuthorityView:
    """Go to the office's screen."""
    assert desktop.window.desk is not None
    desktop.window.desk.go("authority")
    view = desktop.window.desk.screen("authority").widget
    assert isinstance(view, AuthorityView)
    return view


def shown(view: EnrolmentView | AuthorityView) -> list[str]:
    """Return all words that stand on a screen now."""
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def fingerprint(view: EnrolmentView | AuthorityView) -> str:
    """Return the first fingerprint on a screen as it is read out, empty without one."""
    return next((text for text in shown(view) if len(text) == 79), "")


def table_of(view: AuthorityView) -> QTableView:
    """Return the table of certificates."""
    name = "Chứng thư đã cấp"
    return next(one for one in view.findChildren(QTableView) if one.accessibleName() == name)


def states(view: AuthorityView) -> list[tuple[str, str]]:
    """Return unit and state of each certificate."""
    model = table_of(view).model()
    rows = range(model.rowCount())
    return [(model.index(row, 0).data(), model.index(row, 4).data()) for row in rows]


def revoke_button(view: AuthorityView) -> QPushButton:
    """Return the button that revokes."""
    return next(one for one in view.findChildren(QPushButton) if one.text() == "&Thu hồi…")


def test_the_way_in_and_out_again(
    unlocked: Start, commune: Paths, office: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    below = enrolment(unlocked(commune))
    qtbot.waitUntil(lambda: "Chưa có chứng thư" in shown(below))
    request = tmp_path / "yêu cầu.antq"
    below.request_asked.emit(str(request), "")
    qtbot.waitUntil(lambda: fingerprint(below) != "")

    above = authority(unlocked(office))
    qtbot.waitUntil(lambda: states(above) == [("Thành phố Phủ Lý", "Của cơ quan")])
    own = fingerprint(above)
    above.request_chosen.emit(str(request))
    qtbot.waitUntil(lambda: fingerprint(below) in shown(above))
    above.issue_asked.emit(str(tmp_path), PASSPHRASE)
    qtbot.waitUntil(lambda: len(states(above)) == 2)
    assert states(above)[0][1] == "Có hiệu lực"

    directory = next(path for path in tmp_path.glob("*directory*.antq"))
    below.directory_chosen.emit(str(directory))
    qtbot.waitUntil(lambda: own in shown(below))
    below.install_asked.emit()
    qtbot.waitUntil(lambda: any(t.startswith("Có chứng thư đến") for t in shown(below)))
    assert "Thành phố Phủ Lý" in shown(below)

    # What changed since goes down with a directory that certifies nobody.
    above.directory_asked.emit(str(tmp_path))
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*directory*.antq"))) == 2)
    assert len(states(above)) == 2
    (newer,) = (path for path in tmp_path.glob("*directory*.antq") if path != directory)
    below.directory_chosen.emit(str(newer))
    qtbot.waitUntil(lambda: own in shown(below))
    below.install_asked.emit()
    qtbot.waitUntil(lambda: own not in shown(below))

    table_of(above).selectRow(0)
    revoke_button(above).click()
    dialog = above.findChild(RevokeDialog)
    assert isinstance(dialog, RevokeDialog)
    confirm = next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Thu hồi chứng thư")
    for line, text in ((dialog.reason, "Mất máy"), (dialog.passphrase, PASSPHRASE)):
        assert not confirm.isEnabled()
        line.setText(text)
    confirm.click()
    qtbot.waitUntil(lambda: states(above)[0][1] == "Đã thu hồi")
    table_of(above).selectRow(1)
    assert not revoke_button(above).isEnabled()  # the office's own


def test_a_wrong_passphrase_of_the_authority_issues_nothing(
    unlocked: Start, commune: Paths, office: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    below = enrolment(unlocked(commune))
    request = tmp_path / "request.antq"
    below.request_asked.emit(str(request), "")
    qtbot.waitUntil(request.exists)
    desktop = unlocked(office)
    above = authority(desktop)
    above.request_chosen.emit(str(request))
    qtbot.waitUntil(lambda: any("Nguyễn Văn An" in text for text in shown(above)))
    with qtbot.waitSignal(desktop.failures.told) as heard:
        above.issue_asked.emit(str(tmp_path), "sai")
    assert heard.args
    assert heard.args[0].tone == "warning"
    assert len(states(above)) == 1


def test_a_file_that_is_no_directory_is_told(
    unlocked: Start, commune: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    view = enrolment(desktop)
    other = tmp_path / "ghi chú.antq"
    other.write_text("not a bundle", encoding="utf-8")
    qtbot.waitUntil(lambda: not desktop.session.working)  # it told who was here last
    with qtbot.waitSignal(desktop.failures.told) as heard:
        view.directory_chosen.emit(str(other))
    assert heard.args
    assert heard.args[0].action


def test_fingerprints_are_read_in_groups_of_four() -> None:
    shown = grouped("0123456789abcdef" * 4)
    assert shown.replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "0123 4567 89ab cdef 0123 4567 89ab cdef",
        "0123 4567 89ab cdef 0123 4567 89ab cdef",
    ]
    assert [len(part) for part in shown.split()] == [4] * 16
    assert shown.count(" ") == 2, "a narrow line breaks in its middle only"


def test_an_office_finds_the_one_above_it_in_the_same_way(
    unlocked: Start, office: Paths, province: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    below = enrolment(unlocked(office))
    qtbot.waitUntil(lambda: "Chưa được cấp trên chứng nhận" in shown(below))
    make = next(b for b in below.findChildren(QPushButton) if b.text() == "&Tạo tệp yêu cầu…")
    passphrase = below.findChild(QLineEdit)
    assert isinstance(passphrase, QLineEdit)
    assert not make.isEnabled()
    passphrase.setText(PASSPHRASE)
    assert make.isEnabled()
    request = tmp_path / "yêu cầu.antq"
    below.request_asked.emit(str(request), passphrase.text())
    qtbot.waitUntil(lambda: fingerprint(below) != "")
    assert not passphrase.text()

    above = authority(unlocked(province))
    qtbot.waitUntil(lambda: fingerprint(above) != "")
    own = fingerprint(above)
    above.request_chosen.emit(str(request))
    qtbot.waitUntil(lambda: "Thành phố Phủ Lý – Cơ quan cấp dưới" in shown(above))
    above.issue_asked.emit(str(tmp_path), PASSPHRASE)
    qtbot.waitUntil(lambda: len(states(above)) == 2)
    assert ("Thành phố Phủ Lý", "Có hiệu lực") in states(above)

    directory = next(path for path in tmp_path.glob("*directory*.antq"))
    below.directory_chosen.emit(str(directory))
    qtbot.waitUntil(lambda: own in shown(below))
    below.install_asked.emit()
    qtbot.waitUntil(lambda: any(t.startswith("Có chứng thư đến") for t in shown(below)))
    assert "Tỉnh Hà Nam" in shown(below)
