"""What the history of a record says: who, when, why, and each value before and after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from antq_desktop.domain.attachments import ATTACHMENTS
from antq_desktop.domain.forms import Hand
from antq_desktop.gui.records.wording import change_lines
from antq_desktop.services.clock import Clock
from antq_desktop.services.looking import history
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.saving import add_records, change_record, void_record
from tests.gui.conftest import DAY, PASSPHRASE, USER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.paths import Paths

TIP: dict[str, object] = {
    "received_at": "2023-05-05T08:00+07:00",
    "received_by": "Trực ban mẫu",
    "source_kind": "denunciation",
    "channel": "phone",
    "origin_group": "people",
    "secrecy_request": "secrecy",
    "informant": {"full_name": "Vàng A Thử"},
    "summary": "Kể lại sự việc",
    "offence_field": "social_order",
    "moves": [{"state": "received", "on": "2023-05-05T08:00+07:00"}],
}
CHANGED: dict[str, object] = {
    "informant": {"full_name": "Vàng A Mẫu"},
    "anonymous_letter": True,
    "channel": "post",
    "summary": "",
    "scene_actions": ["first_aid", "sketch"],
    "moves": [
        {"state": "received", "on": "2023-05-05T08:00+07:00"},
        {"state": "classified", "on": "2023-05-05T09:00+07:00"},
    ],
    "urgency": "ordinary",
}


def test_each_change_is_said_with_old_and_new(
    commune: Paths, catalogue: Catalogue, qapp: QApplication
) -> None:
    del qapp  # words of windows need an application
    register = catalogue.by_name["crime_reports"]
    with open_workspace(commune, None, PASSPHRASE, catalogue, Clock()) as workspace:
        (saved,) = add_records(workspace, register, [TIP])
        changes = {**CHANGED, "summary": "Kể lại việc khác"}
        change_record(workspace, saved.record, changes, reason="Người báo gọi lại")
        void_record(workspace, saved.record, reason="Nhập hai lần")
        found = history(workspace, saved.record)
        hand = Hand(workspace.units, DAY)
    voided, changed, first = change_lines(found, register, hand)
    assert first.startswith("Bản 1 · ")
    assert first.endswith(USER)
    assert first.count("\n") == 0
    lines = changed.splitlines()
    assert lines[1] == "Lý do: Người báo gọi lại"
    labels = {one.name: one.label.text("vi") for one in register.fields}
    assert f"{labels['channel']}: Điện thoại → Bưu điện, giao liên" in lines
    assert f"{labels['summary']}: Kể lại sự việc → Kể lại việc khác" in lines
    assert f"{labels['anonymous_letter']}: – → Có" in lines
    (scene,) = [line for line in lines if line.startswith(labels["scene_actions"])]
    assert scene.partition(" → ")[2].count(", ") == 1
    assert lines[lines.index(f"{labels['moves']}:") + 1].startswith("+ ")
    assert lines[-1] == "Phần niêm phong đã sửa"
    assert "Vàng" not in changed
    assert voided.splitlines()[1:] == ["Đã hủy hồ sơ", "Lý do: Nhập hai lần"]
    (files,) = change_lines([replace(found[1], changed=(ATTACHMENTS,))], register, hand)
    assert "Đã sửa tệp đính kèm" in files.splitlines()
