"""What became of units, and a commune whose unit was split going on as one of its parts."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QTableView

from antq_desktop.gui.screen import Context
from antq_desktop.gui.units import build
from antq_desktop.gui.units.view import UnitsView
from antq_desktop.paths import paths_for
from tests.unit.domain.reform import LINKS
from tests.unit.services import conftest as services
from tests.unit.services.reform_world import PROVINCE, SPLIT, SPRING, ReformWorld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.gui.units.presenter import UnitsPresenter

#: One link that nobody read about.
DOUBTFUL = LINKS.replace("renamed,2024-07-01,1,NQ mẫu,", "renamed,2024-07-01,0,,")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> ReformWorld:
    """Make an office and a commune after the invented reform; copy it, never open it."""
    world = ReformWorld(tmp_path_factory.mktemp("split"), catalogue, SPRING, {})
    world.create(PROVINCE, office=True)
    world.create(SPLIT)
    world.enrol(PROVINCE, SPLIT)
    world.add(SPLIT, services.model(), services.model(), register="movement_models")
    world.reform([SPLIT], links=DOUBTFUL)
    return world


@pytest.fixture
def screen(
    prepared: ReformWorld,
    tmp_path: Path,
    session: Session,
    theme: Theme,
    failures: Failures,
    qtbot: QtBot,
) -> Iterator[Callable[[str], UnitsView]]:
    """Return a function that opens a home and shows the screen."""
    shutil.copytree(prepared.folder, tmp_path / "world")

    kept: list[UnitsPresenter] = []

    def shown(code: str) -> UnitsView:
        session.open(
            paths_for(tmp_path / "world" / code), None, services.PASSPHRASE, lambda _: None
        )
        qtbot.waitUntil(lambda: session.is_open)
        presenter = build(Context(session, theme, failures, "vi"))
        view = presenter.widget
        assert isinstance(view, UnitsView)
        kept.append(presenter)
        qtbot.addWidget(view)
        view.resize(1000, 700)
        view.show()
        session.changed.connect(presenter.refresh)  # as the desk does
        presenter.refresh()
        qtbot.waitUntil(lambda: bool(cells(view)))
        return view

    yield shown
    kept.clear()


def cells(view: UnitsView) -> list[list[str]]:
    """Return what the table of changes says."""
    model = view.findChildren(QTableView)[0].model()
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]


def words(view: UnitsView) -> str:
    """Return all words that stand on the screen now."""
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_an_office_sees_what_became_of_units_and_what_nobody_read(
    screen: Callable[[str], UnitsView],
) -> None:
    view = screen(PROVINCE)
    rows = cells(view)
    assert len(rows) == len(LINKS.splitlines())
    assert [row for row in rows if row[0] != "Đã xác minh"] == [
        [
            "Chưa xác minh địa bàn",
            "Xã An Bình (10001)",
            "Xã An Thịnh (10001)",
            "Đổi tên",
            "01/07/2024",
            "Chưa có văn bản",
        ]
    ]
    assert not view.findChildren(QComboBox)[0].isVisible()


def test_a_split_commune_goes_on_after_it_read_what_that_changes(
    screen: Callable[[str], UnitsView], session: Session, failures: Failures, qtbot: QtBot
) -> None:
    said: list[str] = []
    failures.told.connect(lambda told: said.append(told.text))
    view = screen(SPLIT)
    assert [row[2] for row in cells(view)] == ["Xã Cao Thượng (10004)", "Xã Cao Hạ (10006)"]
    assert "Xã Cao Sơn được tách từ 01/07/2024." in words(view)
    (parts,), (read,) = view.findChildren(QComboBox), view.findChildren(QCheckBox)
    go_on = next(one for one in view.findChildren(QPushButton) if "tiếp" in one.text())
    assert not go_on.isVisible()
    parts.setCurrentIndex(2)
    assert "Hồ sơ có sự kiện từ ngày 01/07/2024 thuộc Xã Cao Hạ." in words(view)
    assert "2 hồ sơ đã ghi vẫn thuộc Xã Cao Sơn" in words(view)
    assert "không đổi lại được" in words(view)
    assert not go_on.isEnabled()
    read.click()
    parts.setCurrentIndex(1)
    assert not read.isChecked()  # it was of the other part
    parts.setCurrentIndex(2)
    read.click()
    with qtbot.waitSignal(session.changed):
        go_on.click()
    assert session.about.unit.name == "Xã Cao Hạ"
    assert said == ["Sổ này đi tiếp với Xã Cao Hạ. Hãy gửi yêu cầu cấp chứng thư mới."]
    qtbot.waitUntil(lambda: not parts.isVisible())
    assert "Xã Cao Hạ (trước 01/07/2024: Xã Cao Sơn)" in words(view)
