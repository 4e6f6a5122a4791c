"""Submitting: the wizard from the period to the stick, media that fail, receipts."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTableView,
)

from antq_desktop.domain import controls
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.periods import parse_period
from antq_desktop.gui import submission
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.submission.presenter import SubmissionPresenter
from antq_desktop.gui.submission.wizard_view import Step
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.attaching import attach
from antq_desktop.services.delivering import deliver
from antq_desktop.services.looking import list_records
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, void_record
from antq_desktop.services.status import sent_bundles
from antq_desktop.services.submitting import submit
from tests.gui.exchange.conftest import child, texts
from tests.gui.exchange.conftest import submission as carried
from tests.gui.exchange.driving import Driven
from tests.unit.services.attachments import scan
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, OTHER_OFFICE, coop
from tests.unit.services.reports import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing
    from tests.unit.services.conftest import World


class Screen(Driven[SubmissionPresenter]):
    """The screen as a person drives it."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        super().__init__(submission.build, context, qtbot)
        self.view = self.presenter.view

    def may_press(self, name: str) -> bool:
        """Say whether a button can be pressed."""
        return child(self.view, QPushButton, name).isEnabled()

    def text(self, name: str) -> str:
        """Return what a label says."""
        return child(self.view, QLabel, name).text()

    def table(self, name: str) -> list[list[str]]:
        """Return what a table shows."""
        return texts(child(self.view, QTableView, name))

    def step(self) -> Step:
        """Return the step that is shown."""
        return Step(child(self.view, QStackedWidget, "pages").currentIndex())

    def begin(self, period: str | None = "DL-2023") -> None:
        """Begin a bundle and go on to what goes."""
        self.press("begin")
        if period is None:
            self.view.wizard.set_with_period(chosen=False)
        else:
            self.view.wizard.picker.set_period(parse_period(period))
        self.press("forward")

    def sign(self) -> None:
        """Go on until the bundle is signed."""
        while self.step() < Step.WRITE:
            self.press("forward")

    def write(self, folder: Path) -> None:
        """Write the bundle to a folder."""
        self.view.wizard.folder_chosen.emit(str(folder))
        self.wait()


@pytest.fixture
def screen(opened: Callable[[str], Context], qtbot: QtBot) -> Screen:
    return Screen(opened(COMMUNE), qtbot)


@pytest.fixture
def medium(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Return a function that mounts a small medium with the options that it is given."""
    mounted: list[Path] = []

    def mount(options: str) -> Path:
        folder = tmp_path / f"medium{len(mounted)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("only root mounts a medium")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", folder], check=True)


def test_a_bundle_goes_from_the_period_to_the_stick(world: World, screen: Screen) -> None:
    assert screen.text("subtitle").startswith("3 hồ sơ mới")
    screen.begin()
    assert screen.step() is Step.GOING
    assert ["X01 · Chuồng gà", "2", "0", "0", "0"] in screen.table("going")
    assert "Chuyện, Người nuôi, Khách" in screen.text("homeFields")
    screen.press("forward")
    assert "Không có việc gì" in screen.text("problemsNote")
    screen.press("forward")
    assert ["Chuồng mới dựng", "2", "0", "0"] in screen.table("figures")
    screen.press("forward")
    assert screen.text("signer") == "Người ký: Lò Thị Mẫu, Phường Quang Trung"
    assert "Thành phố Phủ Lý" in screen.text("recipient")
    screen.press("forward")
    assert screen.text("writeState") == "Chưa chọn nơi ghi"
    screen.write(world.folder / "usb")
    assert screen.text("writeState") == "An toàn để rút USB"
    assert screen.text("writeSteps").count("✓") == 3
    assert child(screen.view, QProgressBar, "writeProgress").value() == 3
    screen.press("forward")
    assert not screen.view.in_wizard
    ((*_, state),) = screen.table("sent")
    assert state == "Đã ghi ra USB"
    assert "đọc lại khớp" in screen.text("facts")
    (path,) = (world.folder / "usb").iterdir()
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"


def test_attachments_are_told_before_signing_and_a_bundle_goes_in_parts(
    world: World, tmp_path: Path, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    with world.open(COMMUNE) as workspace:
        (one, *_) = list_records(workspace, world.catalogue.by_name["hen_coops"])
        attach(workspace, one.record, [scan(tmp_path)], Travel.SHARED, reason="Bổ sung")
    screen = Screen(opened(COMMUNE), qtbot)
    screen.begin()
    assert "Kèm 1 tệp đính kèm, 3 KB" in screen.text("goingNote")
    for _ in range(4):
        screen.press("forward")
    child(screen.view, QCheckBox, "parts").setChecked(True)
    screen.write(world.folder / "usb")
    assert screen.text("writeState") == "An toàn để rút USB"
    assert screen.text("writeHint").startswith("Gửi đủ các phần và danh sách")
    endings = sorted(path.name.rpartition(".")[2] for path in (world.folder / "usb").iterdir())
    assert endings == ["001", "sha256"]


def test_an_open_period_cannot_be_reported_and_none_need_be(screen: Screen) -> None:
    screen.press("begin")
    screen.view.wizard.picker.set_period(parse_period("DL-2024"))
    assert "báo cáo được từ ngày 31/12/2024" in screen.text("periodNote")
    assert not screen.may_press("forward")
    screen.view.wizard.set_with_period(chosen=False)
    screen.press("forward")
    screen.press("forward")
    screen.press("forward")
    assert screen.step() is Step.SIGN
    screen.press("back")
    assert screen.step() is Step.PROBLEMS
    screen.press("leave")
    assert not screen.view.in_wizard


def test_problems_stop_the_signing_until_they_are_settled(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    (record,) = world.add(COMMUNE, coop("2025-01-01"))
    screen = Screen(opened(COMMUNE), qtbot)
    screen.begin()
    screen.press("forward")
    ((book, field, words),) = screen.table("problems")
    assert book.startswith("X01")
    assert field == "Ngày dựng"
    assert words.startswith("Ngày này chưa đến.")
    assert not screen.may_press("forward")
    with qtbot.waitSignal(screen.presenter.open_record) as asked:
        screen.press("openRecord")
    assert asked.args == [record]
    screen.context.session.change(
        lambda workspace: void_record(workspace, record, reason="Sai năm"), lambda _: None
    )
    screen.wait()
    screen.wait()
    assert screen.table("problems") == []
    assert screen.may_press("forward")


def test_a_register_in_which_nothing_happened_may_be_declared_so(
    world: World, screen: Screen
) -> None:
    screen.begin("DL-2022")
    box = next(one for one in screen.view.findChildren(QCheckBox) if one.text() == "Chuồng gà")
    box.setChecked(True)
    screen.sign()
    screen.press("leave")
    screen.context.session.close(lambda: None)
    screen.qtbot.waitUntil(lambda: not screen.context.session.is_open)
    with world.open(COMMUNE) as workspace:
        (report,) = workspace.store.exchanged.reports()
    assert '"nil":["hen_coops"]' in report.body


def test_a_medium_that_does_not_take_it_is_named_and_the_same_file_is_tried_again(
    screen: Screen, medium: Callable[[str], Path], world: World
) -> None:
    screen.begin()
    screen.sign()
    screen.write(world.folder / "no stick")
    assert screen.text("writeState").startswith("Không có thư mục")
    screen.write(medium("size=4k"))
    assert screen.text("writeState") == "Nơi lưu không đủ chỗ trống."
    screen.write(medium("ro"))
    assert screen.text("writeState").startswith("Không được phép ghi vào")
    assert not child(screen.view, QPushButton, "retry").isHidden()
    screen.press("retry")
    assert screen.text("writeState").startswith("Không được phép ghi vào")
    screen.write(world.folder / "usb")
    assert screen.text("writeState") == "An toàn để rút USB"
    assert len(screen.table("sent")) == 1


def test_what_was_signed_and_not_answered_is_carried_again(screen: Screen, world: World) -> None:
    screen.begin()
    screen.sign()
    screen.press("leave")
    assert screen.table("sent")[0][3] == "Đã ký, chưa ghi"
    screen.begin()
    while screen.step() < Step.SIGN:
        screen.press("forward")
    assert "chỉ cần chép lại gói" in screen.text("covers")
    screen.press("forward")
    screen.press("leave")
    assert len(screen.table("sent")) == 1
    screen.press("again")
    asked = screen.dialog(MediumDialog)
    coops = world.catalogue.by_name["hen_coops"]

    def sign_another(workspace: Workspace) -> Outgoing:
        add_records(workspace, coops, [coop()])
        return submit(workspace, [], [])

    screen.context.session.change(sign_another, lambda _: None)
    screen.wait()
    assert len(screen.table("sent")) == 2  # what is asked about is the second row by now
    assert child(screen.view, QTableView, "sent").currentIndex().row() == 1
    asked.accept()
    asked.chosen.emit(str(world.folder / "usb"))
    screen.wait()
    assert [row[3] for row in screen.table("sent")] == ["Đã ký, chưa ghi", "Đã ghi ra USB"]


def answered(world: World, office: str, bundle: Path) -> Path:
    """Return the receipt of an office for a bundle."""
    with world.open(office) as workspace:
        import_bundle(workspace, bundle)
        (signed,) = write_receipts(workspace)
        return deliver(workspace, signed.row, world.folder / "usb")


def test_a_receipt_is_taken_in_and_others_are_refused_in_words(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    receipt = answered(world, OFFICE, carried(world, COMMUNE, "DL-2023"))
    foreign = answered(world, OTHER_OFFICE, carried(world, FOREIGN))
    text = world.folder / "usb" / "a.antq"
    text.write_text("một tệp văn bản")
    screen = Screen(opened(COMMUNE), qtbot)
    for path in (foreign, text, world.folder / "13285-request.antq", receipt):
        screen.view.receipt_chosen.emit(str(path))
        screen.wait()
    assert [one.tone for one in said] == ["warning", "warning", "warning", "done"]
    assert said[0].text == "Không nhận biên nhận này."
    assert "không phải gói dữ liệu" in said[1].action
    assert said[2].text == "Tệp này không phải biên nhận."
    assert screen.table("sent")[0][3] == "Đã nhận"
    assert screen.text("next") == "Đã xong."
    assert screen.text("subtitle") == "Cơ quan nhận đã có mọi hồ sơ của đơn vị."


def test_a_refusal_is_shown_with_its_reasons(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    world.later(days=2)
    world.add(COMMUNE, coop("2024-01-17"))
    bundle = carried(world, COMMUNE)
    world.later(days=-2)
    receipt = answered(world, OFFICE, bundle)
    world.later(days=2)
    screen = Screen(opened(COMMUNE), qtbot)
    screen.view.receipt_chosen.emit(str(receipt))
    screen.wait()
    assert screen.table("sent")[0][3] == "Từ chối"
    assert "Chuồng gà, dòng" in screen.text("reasons")
    assert "Sửa theo các lý do" in screen.text("next")
    screen.context.session.close(lambda: None)
    qtbot.waitUntil(lambda: not screen.context.session.is_open)
    with world.open(COMMUNE) as workspace:
        assert sent_bundles(workspace)[0].reasons


def test_before_the_enrolment_it_is_said_what_to_do(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    world.create("13291")
    screen = Screen(opened("13291"), qtbot)
    screen.begin(None)
    assert screen.step() is Step.PERIOD
    assert "danh bạ" in said[0].action.lower()
    left: list[bool] = []
    screen.presenter.may_leave(lambda: left.append(True))
    assert left
    assert screen.presenter.title == "Nộp báo cáo"


def test_what_the_controls_find_stands_beside_the_figures(
    opened: Callable[[str], Context], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen(opened(COMMUNE), qtbot)
    go_to_figures(screen)
    assert "(B6.2) là 1, nhiều hơn" in screen.text("figuresNote")
    assert screen.may_press("forward")
    # One that cannot be right: here the part is taken for such a one.
    monkeypatch.setattr(controls, "HARD_PARTS", (("B6.2", "B6.1"),))
    screen.press("back")
    screen.press("back")
    screen.press("back")
    go_to_figures(screen, begun=True)
    assert "Sai, phải sửa: Mô hình xây dựng, triển khai mới (B6.2) là 1, nhiều hơn" in screen.text(
        "figuresNote"
    )
    assert not screen.may_press("forward")


def test_a_period_that_is_frozen_says_so_and_what_changed_since(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    (record,) = world.add(COMMUNE, coop("2023-12-10"))
    with world.open(COMMUNE) as workspace:
        frozen(workspace, "DL-2023")
        void_record(workspace, record, reason="nhập nhầm")
    screen = Screen(opened(COMMUNE), qtbot)
    go_to_figures(screen)
    note = screen.text("figuresNote")
    assert "Kỳ này đã chốt: gói gửi bản 1 như đã chốt." in note
    assert "Đã thay đổi sau khi chốt: Chuồng mới dựng 3 → 2." in note


def go_to_figures(screen: Screen, *, begun: bool = False) -> None:
    """Go through the wizard to the figures of the year."""
    if begun:
        screen.press("forward")
    else:
        screen.begin()
    while screen.step() < Step.FIGURES:
        screen.press("forward")
