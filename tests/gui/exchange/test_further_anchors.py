"""A root of the State through the window: compared, assigned, listed, revoked, removed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from antq_desktop.gui import anchors
from antq_desktop.gui.anchors.dialogs import AddAnchorDialog, AssignDialog
from antq_desktop.gui.anchors.view import AnchorsView
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.revoking import between, let_stand
from tests.gui.exchange.conftest import submission, texts, wait_idle
from tests.gui.exchange.test_key_life import give_reason, press, table, words
from tests.state_ca import Authority, Person, root, signed_anew
from tests.unit.services.conftest import COMMUNE, OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.workspace import Workspace
    from tests.gui.exchange.conftest import Opened
    from tests.unit.services.conftest import World

T = TypeVar("T")
ROOTS, SIGNERS = "Gốc tin cậy", "Chứng thư đã gắn với đơn vị"


class Screen:
    """The screen of an office, as a person uses it."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        self._context, self._qtbot = context, qtbot
        self._screen = anchors.build(context)
        qtbot.addWidget(self._screen.widget)
        context.session.changed.connect(self._screen.refresh)
        self._screen.refresh()
        self.settle()

    @property
    def view(self) -> AnchorsView:
        """Its widgets."""
        assert isinstance(self._screen.widget, AnchorsView)
        return self._screen.widget

    def settle(self) -> None:
        """Wait until all that was asked has come back."""
        wait_idle(self._context, self._qtbot)

    def rows(self, name: str) -> list[list[str]]:
        """Return what a table says."""
        return texts(table(self.view, name))

    def states(self, name: str) -> list[tuple[str, str]]:
        """Return name and state of each row of a table."""
        return [(cells[0], cells[1]) for cells in self.rows(name)]

    def add(self, path: Path) -> AddAnchorDialog:
        """Choose the file of an authority; the question is open then."""
        self.view.root_chosen.emit(str(path))
        self.settle()
        dialog = self.view.findChild(AddAnchorDialog)
        assert isinstance(dialog, AddAnchorDialog)
        return dialog

    def answer(self, dialog: AddAnchorDialog, fingerprint: str) -> None:
        """Type a fingerprint and compare it."""
        dialog.typed.setPlainText(fingerprint)
        press(dialog, "So và &thêm")
        self.settle()
        if not isValid(dialog) or not dialog.isVisible():
            self.gone(dialog)

    def assign(self, path: Path) -> AssignDialog:
        """Choose the file of somebody who signs."""
        self.view.signer_chosen.emit(str(path))
        self.settle()
        dialog = self.view.findChild(AssignDialog)
        assert isinstance(dialog, AssignDialog)
        return dialog

    def load(self, path: Path) -> None:
        """Choose the file of a revocation list."""
        self.view.list_chosen.emit(str(path))
        self.settle()

    def gone(self, dialog: QWidget) -> None:
        """Wait until a question is gone, so that the next one that is found is another."""
        self._qtbot.waitUntil(lambda: not isValid(dialog))

    def asked(self, work: Callable[[Workspace], T]) -> T:
        """Do something at the office, and return what came of it."""
        found: list[T] = []
        self._context.session.change(work, found.append)
        self.settle()
        return found[-1]

    def verdict(self, path: Path) -> tuple[str, list[str]]:
        """Import a bundle, and return the verdict with its reasons."""
        seen = self.asked(lambda workspace: import_bundle(workspace, path))
        return seen.verdict, [one.rule for one in seen.reasons]


def problem(dialog: QWidget) -> str:
    """Return what a question that stays open says of its last try."""
    return words(dialog)[-1]


def closed(dialog: QWidget, screen: Screen) -> None:
    """Leave a question by its button."""
    press(dialog, "&Quay lại")
    screen.gone(dialog)


def test_a_root_of_the_state_from_its_file_to_its_removal(
    world: World, opened: Opened, said: list[Told], tmp_path: Path, qtbot: QtBot
) -> None:
    state = root(tmp_path / "state", world.now, "Gốc quốc gia mẫu")
    centre = state.below("centre", "Trung tâm mẫu")
    person = centre.person("person", "Đinh Thị Mẫu", centre)
    screen = Screen(opened(OFFICE), qtbot)
    assert any(text.startswith("Chưa có gốc nào.") for text in words(screen.view))
    for name in ("&Nạp danh sách thu hồi…", "&Gắn chứng thư…", "&Bỏ gốc…", "Bỏ &chứng thư…"):
        button = next(one for one in screen.view.findChildren(QPushButton) if one.text() == name)
        assert not button.isEnabled(), name

    trusted(screen, said, state, tmp_path)
    own = submission(world, COMMUNE)
    with world.open(COMMUNE) as workspace:
        sent = signed_anew(workspace, own, tmp_path / "sent.antq", person)
    assert screen.verdict(sent) == ("refused", ["signature_unassigned"])
    assigned(screen, said, person, state)
    assert screen.verdict(sent) == ("held", ["signer_unlisted"])
    listed(screen, said, state, centre, tmp_path)
    assert screen.verdict(sent) == ("accepted", [])

    world.later(days=1)
    # It was told before the bundle came, and nobody had loaded the list by then.
    centre.revoke(person, world.now - timedelta(days=1, hours=1))
    screen.load(centre.listing("revoking.crl"))
    assert said[-1].text.endswith("quyết ở Đơn vị và chứng thư.")
    (found,) = screen.asked(between)
    assert (found.state, found.certified.person) == ("counts", "Đinh Thị Mẫu")
    screen.asked(lambda office: let_stand(office, person.serial, found.row.digest, "Đã hỏi"))
    assert [one.state for one in screen.asked(between)] == ["stands"]
    assert screen.states(SIGNERS) == [("Đinh Thị Mẫu", "Đã thu hồi")]
    assert any("Người ký xin chứng thư mới" in text for text in words(screen.view))
    removed(screen, said, world)


def trusted(screen: Screen, said: list[Told], state: Authority, folder: Path) -> None:
    """Trust a root, after each mistake that can be made with its file and its fingerprint."""
    junk = folder / "ghi chú.cer"
    junk.write_text("không phải chứng thư", encoding="utf-8")
    screen.view.root_chosen.emit(str(junk))
    screen.settle()
    assert said[-1].text == "Tệp ghi chú.cer không phải chứng thư số."
    past = root(folder / "past", state.now - timedelta(days=800))
    dialog = screen.add(past.certificate)
    screen.answer(dialog, past.fingerprint)
    assert problem(dialog).startswith("Chứng thư này đã hết hạn ngày")
    closed(dialog, screen)

    dialog = screen.add(state.certificate)
    assert any("CN=Gốc quốc gia mẫu" in text for text in words(dialog))
    told = state.fingerprint.replace(":", "").lower()
    assert not any(told in "".join(text.split()) for text in words(dialog)), "it could be copied"
    for typed in ("", told[:-1], f"{told}0", f"{told[:-1]}g"):
        dialog.typed.setPlainText(typed)
        assert not dialog.act.isEnabled(), typed
    screen.answer(dialog, past.fingerprint)
    assert "khác với số đã nhập" in problem(dialog)
    assert screen.rows(ROOTS) == []
    screen.answer(dialog, state.fingerprint)  # as openssl writes it, with colons
    assert said[-1].text.startswith("Đã thêm Gốc quốc gia mẫu.")
    assert screen.states(ROOTS) == [("Gốc quốc gia mẫu", "Chưa có danh sách")]


def assigned(screen: Screen, said: list[Told], person: Person, state: Authority) -> None:
    """Say whose a certificate is, once the authority between him and the root is trusted too."""
    dialog = screen.assign(person.certificate)
    assert dialog.person.text() == "Đinh Thị Mẫu"
    assert not dialog.act.isEnabled(), "no unit is chosen yet"
    dialog.unit.setCurrentIndex(
        next(at for at in range(dialog.unit.count()) if COMMUNE in dialog.unit.itemText(at))
    )
    press(dialog, "&Gắn chứng thư")
    screen.settle()
    assert "chưa có trong các gốc tin cậy" in problem(dialog)
    closed(dialog, screen)
    screen.answer(screen.add(person.chain), Authority(person.chain.parent, state.now).fingerprint)
    assert [cells[2] for cells in screen.rows(ROOTS)] == ["Gốc", "Dưới gốc"]

    dialog = screen.assign(person.certificate)
    line = dialog.unit.lineEdit()
    assert line is not None
    line.setText("quang trung")  # typed without marks, as the officer types it
    line.editingFinished.emit()
    assert dialog.unit.currentText() == "Phường Quang Trung (13285)"
    dialog.person.setText(" ")
    assert not dialog.act.isEnabled()
    dialog.person.setText("Đinh Thị Mẫu")
    press(dialog, "&Gắn chứng thư")
    screen.settle()
    screen.gone(dialog)
    assert said[-1].text.startswith("Đã gắn chứng thư của Đinh Thị Mẫu.")
    (row,) = screen.rows(SIGNERS)
    assert row[:4] == ["Đinh Thị Mẫu", "Chưa có danh sách", "Phường Quang Trung", "Chỉ huy"]


def listed(
    screen: Screen, said: list[Told], state: Authority, centre: Authority, folder: Path
) -> None:
    """Load the lists of both authorities, and none of another one."""
    other = root(folder / "other", state.now)
    for path, text in (
        (other.listing("other.crl"), "của cơ quan khác"),
        (folder / "ghi chú.cer", "không phải danh sách thu hồi"),
    ):
        screen.load(path)
        assert text in said[-1].text
    first = state.listing("state.crl")
    screen.load(first)
    screen.load(centre.listing("ended.crl", ends=-timedelta(hours=1)))
    assert "đã quá hạn" in said[-1].text
    assert [one for _, one in screen.states(ROOTS)] == ["Dùng được", "Danh sách quá hạn"]
    screen.load(centre.listing("centre.crl"))
    assert said[-1].text.startswith("Đã nạp danh sách thu hồi của Trung tâm mẫu, hạn")
    screen.load(folder / "ended.crl")
    assert said[-1].text == "Danh sách thu hồi này cũ hơn danh sách đang có."
    assert screen.states(SIGNERS) == [("Đinh Thị Mẫu", "Dùng được")]
    due = (state.now + timedelta(days=30)).strftime("%d/%m/%Y")
    assert [cells[4] for cells in screen.rows(ROOTS)] == [f"Lập cách đây 10 ngày, hạn {due}"] * 2


def removed(screen: Screen, said: list[Told], world: World) -> None:
    """Remove the root, told before what hangs on it; then the certificate."""
    table(screen.view, ROOTS).selectRow(0)
    press(screen.view, "&Bỏ gốc…")
    screen.settle()
    dialog = screen.view.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    text = "\n".join(words(dialog))
    assert "– Cơ quan chứng thực Trung tâm mẫu không còn được tin." in text
    assert "– Gói mới do Đinh Thị Mẫu, Phường Quang Trung, ký bị từ chối." in text
    give_reason(screen.view, "Trung tâm ngừng hoạt động", "&Bỏ")
    screen.settle()
    assert said[-1].text == "Đã bỏ. Gói nhận trước đó vẫn đúng."
    assert screen.states(ROOTS) == [("Trung tâm mẫu", "Không còn gốc")]
    assert screen.states(SIGNERS) == [("Đinh Thị Mẫu", "Không còn gốc")]
    world.later(seconds=1)
    screen.gone(dialog)
    press(screen.view, "Bỏ &chứng thư…")
    screen.settle()
    give_reason(screen.view, "Người ký đổi chứng thư", "&Bỏ")
    screen.settle()
    assert screen.rows(SIGNERS) == []
    screen.view.set_may_change(head=False)  # who is not in command reads, and is told who may
    assert all(one.isHidden() for one in screen.view.findChildren(QPushButton))
    assert any("do chỉ huy cơ quan thực hiện" in text for text in words(screen.view))
