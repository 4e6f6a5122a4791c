"""People come, forget and go: every change of who opens the books, by windows and by commands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.opening import database_file
from antq_desktop.store.connection import open_database
from antq_desktop.store.keyfile import open_slot, read_keys
from tests.hard.conftest import derived_once
from tests.journeys.test_recovery import INFORMANT, add_tip, enrol_again, reveals
from tests.unit.cli.conftest import first_world, world
from tests.unit.cli.driver import COMMUNE, PASSPHRASE, command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.officer import Officer
    from tests.unit.cli.driver import Result, World

    Start = Callable[..., Officer]

__all__ = ["derived_once", "first_world", "world"]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("derived_once")]

OLD, NEW, YOUNG = "an", "Sùng Thị Thử", "Giàng A Thử"
OWN, FIRST, SECOND = "mật khẩu của Thử", "mật khẩu đã quên", "mật khẩu nhớ được"
PEOPLE = "Người dùng của máy này"


def unlock(who: Officer, name: str, passphrase: str) -> None:
    """Type the passphrase, and wait for the desk."""
    who.write("Mật khẩu", passphrase)
    who.key(Qt.Key.Key_Return)
    who.wait_for(f"{name} – ")


def come_back(who: Officer, name: str, passphrase: str) -> None:
    """Lock the books, and let somebody else sit down."""
    who.control(Qt.Key.Key_L)
    box = who.field("Người dùng")
    assert isinstance(box, QComboBox)
    who.wait(lambda: box.findText(name) >= 0, name)
    who.set_box("Người dùng", name)
    unlock(who, name, passphrase)


def type_twice(who: Officer, words: str, again: str, passphrase: str) -> None:
    """Type a new passphrase and slip in its repetition, then type it right."""
    who.write(words, passphrase)
    who.write(again, f"{passphrase}x")


def add(who: Officer, name: str, role: str, passphrase: str, told: str) -> None:
    """Add somebody; the second typing of his passphrase slips first."""
    who.go("Người dùng")
    who.press("Thêm người dùng")
    who.write("Họ và tên", name)
    who.set_box("Vai trò", role)
    type_twice(who, "Mật khẩu của người mới", "Gõ lại mật khẩu", passphrase)
    who.press("Thêm người dùng")
    who.wait_for("Hai lần gõ mật khẩu không giống nhau. Gõ lại.")
    who.write("Gõ lại mật khẩu", passphrase)
    who.picture("adding")
    who.press("Thêm người dùng")
    who.wait_for_told(told)


def sees_people(who: Officer, *names: str) -> None:
    """Wait until the screen lists these."""
    who.wait(lambda: {row[0] for row in who.rows(PEOPLE)} == set(names), f"{names}")


def renew(who: Officer, name: str, passphrase: str) -> None:
    """Give somebody who forgot his passphrase another one."""
    sees_people(who, OLD, name)
    who.choose_row(name, PEOPLE)
    who.press("Đặt lại mật khẩu")
    type_twice(who, "Mật khẩu mới", "Gõ lại mật khẩu mới", passphrase)
    who.press("Đặt lại mật khẩu")
    who.wait_for("Hai lần gõ mật khẩu không giống nhau. Gõ lại.")
    who.write("Gõ lại mật khẩu mới", passphrase)
    who.picture("renewing")
    who.press("Đặt lại mật khẩu")
    who.wait_for_told(f"Đã đặt lại mật khẩu cho {name}.")


def change_own(who: Officer, old: str, new: str) -> None:
    """Put another passphrase in place of one's own; the old one is wrong first."""
    who.go("Người dùng")
    who.press("Đổi mật khẩu của tôi")
    who.write("Mật khẩu đang dùng", f"{old}x")
    who.write("Mật khẩu mới", new)
    who.write("Gõ lại mật khẩu mới", new)
    who.press("Đổi mật khẩu")
    who.wait_for("Mật khẩu không đúng")
    who.write("Mật khẩu đang dùng", old)
    who.press("Đổi mật khẩu")
    who.wait_for_told("Đã đổi mật khẩu.")


def take_away(who: Officer, name: str) -> None:
    """Take somebody's name away, with a reason."""
    names = [row[0] for row in who.rows(PEOPLE)]
    who.choose_row(names[0], PEOPLE)
    for _ in range(names.index(name)):
        who.key(Qt.Key.Key_Down)
    who.press("Bỏ người dùng")
    who.wait_for("không mở được sổ nữa")
    assert not who.button("Bỏ người dùng").isEnabled()
    who.write("Lý do", "Chuyển công tác")
    who.picture("taking-away")
    who.press("Bỏ người dùng")


def reveal(who: Officer) -> None:
    """Open the record and what is sealed in it, with a reason."""
    who.go("Nguồn tin về tội phạm")
    who.wait(lambda: any(who.rows()), "the record")
    who.choose_row(next(cell for cell in who.rows()[0] if cell))
    who.key(Qt.Key.Key_Return)
    who.press("Xem")
    who.write("Lý do", "Nhận bàn giao chỉ huy")
    who.press("Xem")
    who.wait(lambda: who.text_of("Họ và tên khai sinh") == INFORMANT)
    who.picture("revealed")


def key_of(world: World, name: str, passphrase: str) -> bytes:
    """Return the key of the database as somebody's slot gives it."""
    keys = read_keys(world.folder / COMMUNE / "keys.json")
    return open_slot(keys.slot(name), passphrase).database_key


def opens_nothing(world: World, key: bytes) -> bool:
    """Say whether a key opens the database no more."""
    try:
        open_database(database_file(paths_for(world.folder / COMMUNE)), key).conn.close()
    except Refusal as refusal:
        return refusal.message_id == "store.not_readable"
    return False


def test_people_come_forget_and_go_and_a_head_is_followed_by_another(
    officer: Start, world: World
) -> None:
    record = add_tip(world)
    who = officer(world.folder / COMMUNE)
    unlock(who, OLD, PASSPHRASE)
    add(who, YOUNG, "Cán bộ", FIRST, f"Đã thêm {YOUNG}.")
    renew(who, YOUNG, SECOND)
    assert key_of(world, YOUNG, SECOND) == key_of(world, OLD, PASSPHRASE)
    change_own(who, PASSPHRASE, OWN)
    # Two heads: the second is given the older sealed parts in the background.
    add(who, NEW, "Chỉ huy", OWN, f"{NEW} mở được 1 phần niêm phong cũ.")
    old_key = key_of(world, OLD, OWN)
    # The one before goes; nobody takes himself away, but the follower takes him.
    come_back(who, NEW, OWN)
    reveal(who)
    who.go("Người dùng")
    sees_people(who, OLD, NEW, YOUNG)
    who.choose_row(NEW, PEOPLE)
    assert not who.button("Bỏ người dùng").isEnabled()
    take_away(who, YOUNG)
    who.wait_for_told(f"Đã bỏ {YOUNG}.")
    sees_people(who, OLD, NEW)
    take_away(who, OLD)
    who.wait_for_told("đề nghị cơ quan nhận thu hồi chứng thư nếu có")
    sees_people(who, NEW)
    who.picture("one-left")
    who.go_home()
    assert opens_nothing(world, old_key)
    secret = world.folder / "own"
    secret.write_text(f"{OWN}\n", encoding="utf-8")
    assert reveals(world, record, NEW, secret)
    told = json.dumps(at(world, COMMUNE, NEW, OWN, "journal", "list").document)
    for act in ("user_added", "user_renewed", "passphrase_changed", "seals_given", "reveal"):
        assert act in told, act
    assert told.count("user_disabled") == 2


def at(world: World, home: str, user: str, passphrase: str, *arguments: object) -> Result:
    """Run a command as somebody; answered in JSON."""
    file = world.folder / "typed"
    file.write_text(f"{passphrase}\n", encoding="utf-8")
    home_and_user = ("--home", world.folder / home, "--user", user, "--passphrase-file", file)
    return command(*home_and_user, *arguments, "--json")


def file_with(folder: Path, passphrase: str) -> Path:
    """Write a passphrase down for a command."""
    path = folder / "new-passphrase"
    path.write_text(f"{passphrase}\n", encoding="utf-8")
    return path


def refused(world: World, user: str, passphrase: str, *arguments: object) -> str:
    """Run a command that is refused with one sentence; return its id."""
    ended = at(world, COMMUNE, user, passphrase, *arguments)
    assert ended.code == 3, ended.out
    assert ended.document["message"]
    return str(ended.document["refused"])


def test_people_come_forget_and_go_by_commands(world: World) -> None:
    record = add_tip(world)
    new = ("--new-passphrase-file", file_with(world.folder, OWN))

    def does(user: str, passphrase: str, *arguments: object) -> Result:
        ended = at(world, COMMUNE, user, passphrase, *arguments)
        assert ended.code == 0, ended.err
        return ended

    does(OLD, PASSPHRASE, "user", "add", YOUNG, "--role", "officer", *new)
    assert refused(world, YOUNG, OWN, "user", "disable", OLD, "--reason", "x") == "users.head_only"
    assert refused(world, OLD, PASSPHRASE, "user", "add", YOUNG, "--role", "officer", *new) == (
        "users.name_taken"
    )
    does(OLD, PASSPHRASE, "user", "add", NEW, "--role", "head", *new)
    old_key = key_of(world, OLD, PASSPHRASE)
    assert refused(world, NEW, OWN, "user", "disable", NEW, "--reason", "x") == "users.not_oneself"
    left = does(NEW, OWN, "user", "disable", YOUNG, "--reason", "Chuyển công tác").document
    assert [one["name"] for one in left["users"]] == [OLD, NEW]
    does(NEW, OWN, "user", "disable", OLD, "--reason", "Chuyển công tác")
    assert opens_nothing(world, old_key)
    assert refused(world, OLD, PASSPHRASE, "user", "list") == "users.unknown"
    secret = file_with(world.folder, OWN)
    assert reveals(world, record, NEW, secret)
    enrol_again(world, secret, user=NEW)
