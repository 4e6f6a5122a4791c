"""First start: from nothing to a workspace whose recovery sheet is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QScrollArea

from antq_desktop.gui.first_start.presenter import FirstStartPresenter
from antq_desktop.gui.first_start.view import FirstStartView
from antq_desktop.paths import paths_for
from antq_desktop.services.overview import has_workspace, user_names
from tests.gui.conftest import part

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.paths import Paths

LONG = "một câu đủ dài để nhớ"


class Person:
    """Fills in the form as a person does."""

    def __init__(self, view: FirstStartView, presenter: FirstStartPresenter, qtbot: QtBot) -> None:
        self.view = view
        self.presenter = presenter
        self.qtbot = qtbot

    def press(self, *names: str) -> None:
        """Click buttons; one that is hidden or greyed fails the test."""
        for name in names:
            button = part(self.view, QAbstractButton, name)
            assert button.isVisible(), name
            assert button.isEnabled(), f"{name}: {self.need}"
            button.click()

    def fill(self, **texts: str) -> None:
        """Type into lines."""
        for name, text in texts.items():
            part(self.view, QLineEdit, name).setText(text)

    @property
    def may_go_on(self) -> bool:
        """Whether the next step can be asked for."""
        return part(self.view, QAbstractButton, "next").isEnabled()

    @property
    def need(self) -> str:
        """What is still missing, in words."""
        return part(self.view, QLabel, "need").text()

    @property
    def units(self) -> list[str]:
        """The units that are offered."""
        model = part(self.view, QListView, "units").model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def problem(self) -> str:
        """What went wrong, in words."""
        return part(self.view, QLabel, "problem").text()

    def find(self, text: str) -> None:
        """Type a unit and wait for what is found."""
        self.fill(unit=text)
        self.qtbot.waitUntil(lambda: bool(self.units))

    def create(self) -> None:
        """Go on from the third step, and wait for the sheet or a problem."""
        self.press("next")
        self.qtbot.waitUntil(lambda: bool(self.presenter.secret) or bool(self.problem))


@pytest.fixture
def paths(home: Path) -> Paths:
    """Return where the workspace will be."""
    return paths_for(home)


@pytest.fixture
def person(paths: Paths, session: Session, theme: Theme, qtbot: QtBot) -> Person:
    """Return a person in front of the first step."""
    view = FirstStartView(theme)
    qtbot.addWidget(view)
    presenter = FirstStartPresenter(view, session, paths, "vi")
    view.show()
    presenter.begin()
    return Person(view, presenter, qtbot)


def test_every_step_has_room_at_200_percent(person: Person, theme: Theme, qtbot: QtBot) -> None:
    theme.set_text_percent(200)
    person.view.resize(1366, 740)
    area = part(person.view, QScrollArea, "area")
    steps = part(person.view, QLabel, "step1"), part(person.view, QLabel, "step4")
    qtbot.waitUntil(lambda: steps[0].y() == steps[1].y())  # beside each other, above the page
    for step in (1, 2, 3, 4):
        person.view.show_step(step)
        qtbot.waitUntil(lambda: not area.horizontalScrollBar().maximum())
    theme.set_text_percent(100)
    qtbot.waitUntil(lambda: steps[0].y() < steps[1].y())


def test_a_commune_begins_to_practise(person: Person, paths: Paths, tmp_path: Path) -> None:
    assert not person.may_go_on
    assert "cam đoan" in person.need
    person.press("secrets", "sample", "next")
    person.find("nguyen ly")
    assert person.units[0].startswith("Xã Nguyên Lý")
    assert person.units[0].endswith("đến 30/06/2025")
    person.press("next")
    person.fill(name="  Nguyễn  Văn An ", first="a", second="b")
    assert person.need == "Hai lần nhập chưa giống nhau."
    person.fill(second="a")
    person.create()
    assert has_workspace(paths)
    assert user_names(paths) == ("Nguyễn Văn An",)

    sheet = tmp_path / "phiếu.txt"
    assert person.need == "In hoặc lưu phiếu trước."
    person.view.save_chosen.emit(str(sheet))
    person.qtbot.waitUntil(sheet.exists)
    person.qtbot.waitUntil(lambda: person.need == "Nhập đúng 4 ký tự cuối.")
    assert person.presenter.secret in sheet.read_text(encoding="utf-8")
    assert "Xã Nguyên Lý" in sheet.read_text(encoding="utf-8")
    person.fill(last="xxxx")
    assert not person.may_go_on
    person.fill(last=person.presenter.secret[-4:].lower())
    with person.qtbot.waitSignal(person.presenter.finished) as heard:
        person.press("next")
    assert heard.args
    finished = heard.args[0]
    assert (finished.user, finished.passphrase, finished.sample) == ("Nguyễn Văn An", "a", True)
    assert part(person.view, QLineEdit, "first").text() == ""


def test_an_office_for_real_needs_two_long_passphrases(person: Person, paths: Paths) -> None:
    person.press("office", "secrets")
    assert not part(person.view, QAbstractButton, "sample").isVisible()
    person.press("next")
    person.find("phu ly")
    assert person.units[0].startswith("Thành phố Phủ Lý")
    person.press("next")
    person.fill(name="Trần Thị Bình", first="ngắn", second="ngắn")
    assert person.need == "Mật khẩu còn ngắn."
    person.fill(first=LONG, second=LONG, authority=LONG, authorityAgain=LONG)
    assert person.need == "Hai mật khẩu phải khác nhau."
    person.fill(authority=f"{LONG} nữa", authorityAgain=f"{LONG} nữa")
    person.create()
    assert user_names(paths) == ("Trần Thị Bình",)


def test_communes_are_not_offered_to_an_office_nor_the_other_way_round(person: Person) -> None:
    person.press("secrets", "next")
    person.find("thanh")
    assert not [line for line in person.units if line.startswith("Huyện")]
    person.press("back")
    person.press("office", "next")
    person.find("thanh")
    assert person.units
    assert all(line.startswith(("Huyện", "Thành phố", "Thị xã", "Tỉnh")) for line in person.units)


def test_a_unit_that_nobody_has_says_what_to_do(person: Person) -> None:
    person.press("secrets", "next")
    person.fill(unit="qqqq")
    hint = part(person.view, QLabel, "unitHint")
    person.qtbot.waitUntil(lambda: hint.text().startswith("Không tìm thấy"))
    assert not person.may_go_on


def test_going_back_keeps_what_was_entered(person: Person) -> None:
    person.press("secrets", "practice", "next")
    person.find("nguyen ly")
    person.press("next", "back")
    assert part(person.view, QLineEdit, "unit").text() == "nguyen ly"
    assert person.may_go_on


def test_a_name_that_cannot_be_used_is_told_and_nothing_is_made(
    person: Person, paths: Paths
) -> None:
    person.press("secrets", "practice", "next")
    person.find("nguyen ly")
    person.press("next")
    person.fill(name="x" * 65, first="a", second="a")
    person.create()
    assert person.problem
    assert not has_workspace(paths)
    person.fill(name="Nguyễn Văn An")
    person.create()
    assert has_workspace(paths)


def test_a_sheet_that_was_printed_is_kept(person: Person) -> None:
    person.press("secrets", "practice", "next")
    person.find("nguyen ly")
    person.press("next")
    person.fill(name="Nguyễn Văn An", first="a", second="a")
    person.create()
    with person.qtbot.waitSignal(person.presenter.sheet_asked) as asked:
        person.press("printSheet")
    assert asked.args
    paper = asked.args[0]()
    assert (paper.form, paper.pages, [dict(one) for one in paper.subjects]) == (
        "recovery-sheet",
        1,
        [{}],
    )
    assert person.presenter.secret not in paper.file_name
    person.presenter.sheet_kept()
    assert person.need == "Nhập đúng 4 ký tự cuối."
    person.fill(last=person.presenter.secret[-4:])
    assert person.may_go_on


def test_a_sheet_that_cannot_be_written_is_asked_for_again(person: Person, tmp_path: Path) -> None:
    person.press("secrets", "practice", "next")
    person.find("nguyen ly")
    person.press("next")
    person.fill(name="Nguyễn Văn An", first="a", second="a")
    person.create()
    person.view.save_chosen.emit(str(tmp_path / "không có" / "phiếu.txt"))
    person.qtbot.waitUntil(lambda: "Không ghi được" in person.problem)
    person.fill(last=person.presenter.secret[-4:])
    assert not person.may_go_on
