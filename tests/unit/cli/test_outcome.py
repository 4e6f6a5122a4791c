"""Exit codes, words and JSON purity, however a command ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from antq_desktop.cli.session import Program, Start
from antq_desktop.messages import words
from antq_desktop.paths import paths_for
from tests.unit.cli.driver import PROGRAM, STARTED, command

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.driver import World


def breaking(error: BaseException) -> Program:
    """Return a program whose clock cannot be made."""

    def fail() -> NoReturn:
        raise error

    return Program(PROGRAM.catalogue, fail, PROGRAM.open_window)


@pytest.mark.parametrize("arguments", [(), ("gui",)])
def test_without_a_command_the_window_opens(
    arguments: tuple[str, ...], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTQ_PASSPHRASE", "thực hành")
    STARTED.clear()
    result = command("--home", home, "--lang", "en", "--user", "an", *arguments)
    assert (result.code, result.out.strip(), result.err) == (0, "", "")
    assert [Start(paths_for(home), "en", "an", "thực hành")] == STARTED


def test_the_window_asks_for_the_passphrase_itself(home: Path) -> None:
    STARTED.clear()
    command("--home", home)
    assert [Start(paths_for(home))] == STARTED


def test_help_begins_with_how_it_is_written() -> None:
    result = command("--help")
    assert result.code == 0
    assert result.out.startswith("Cách dùng: antq-desktop")
    assert not result.err


def test_help_speaks_the_language_that_is_asked_for() -> None:
    assert "Options" in command("--help", "--lang", "en").out
    assert "Tùy chọn chung" in command("record", "add", "--help").out
    shown = command("print", "--help").out
    assert "[bắt buộc]" in shown
    assert "  FORM" not in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["xyz"], "Không có lệnh xyz."),
        (["record"], "Nêu một lệnh trong danh sách trên."),
        (["registers", "--xyz"], "Không có tùy chọn --xyz."),
        (["registers", "--home"], "--home cần một giá trị."),
        (["record", "void", "R06/1/2023"], "Thiếu --reason."),
        (["record", "list"], "Thiếu REGISTER."),
        (["demo", "x", "--year", "1"], "Giá trị của --year không đúng."),
        (["registers", "R06", "R07"], "Lệnh viết chưa đúng: Got unexpected extra argument (R07)"),
    ],
)
def test_a_wrong_command_line(arguments: list[str], said: str) -> None:
    result = command("--json", *arguments)
    assert result.code == 2
    assert result.document == {"usage": said}
    assert result.err.endswith(f"{said}\n")


def test_a_refusal_is_a_sentence_an_action_and_a_document(world: World) -> None:
    result = world.office("user", "list", "--user", "ai", "--lang", "en")
    said = words("users.unknown", "en", {"name": "ai"})
    assert result.code == 3
    assert result.err == f"{said.text}\n{said.action}\n"
    assert result.document == {
        "refused": "users.unknown",
        "message": said.text,
        "action": said.action,
        "problems": [],
    }


@pytest.mark.logs_warnings
def test_a_fault_has_a_reference_and_no_traceback(world: World) -> None:
    where = ("--home", world.folder / "13285", "--passphrase-file", world.secret)
    program = breaking(ValueError("Nguyễn Văn A"))
    result = command(*where, "user", "list", "--json", program=program)
    assert result.code == 4
    assert "Traceback" not in result.err
    reference = result.document["fault"]
    assert reference in result.err
    log = (world.folder / "13285" / "logs" / "antq-desktop.log").read_text(encoding="utf-8")
    assert reference in log
    assert "Nguyễn" not in log + result.err


@pytest.mark.logs_warnings
def test_a_fault_without_a_log_is_no_traceback_either(home: Path) -> None:
    home.write_text("a file where a folder should be", encoding="utf-8")
    result = command("demo", home / "x", "--home", home, program=breaking(ValueError("A")))
    assert result.code == 4
    assert "Traceback" not in result.err


def test_an_interrupt_is_no_fault(world: World) -> None:
    where = ("--home", world.folder / "13285", "--passphrase-file", world.secret)
    result = command(*where, "user", "list", program=breaking(KeyboardInterrupt()))
    assert result.code == 130
    assert "Traceback" not in result.err


def test_common_options_stand_before_or_after_the_command(world: World) -> None:
    home = world.folder / "13285"
    before = command("--home", home, "--passphrase-file", world.secret, "--json", "user", "list")
    after = command("user", "list", "--json", "--passphrase-file", world.secret, "--home", home)
    assert before.document == after.document == {"users": [{"name": "an", "role": "head"}]}


def test_the_later_of_two_homes_counts(world: World) -> None:
    result = world.office("user", "list", "--home", world.folder / "nowhere")
    assert result.code == 3
    assert not (world.folder / "nowhere").exists()


def test_home_and_passphrase_come_from_the_environment(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTQ_HOME", str(world.folder / "13285"))
    monkeypatch.setenv("ANTQ_PASSPHRASE", "demo")
    assert command("user", "list").code == 0
    monkeypatch.setenv("ANTQ_PASSPHRASE", "other")
    assert command("user", "list", "--json").document["refused"] == "users.wrong_passphrase"


def test_nobody_is_asked_where_nobody_is(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANTQ_PASSPHRASE", raising=False)
    result = command("--home", world.folder / "347", "user", "list", "--json")
    assert result.document["refused"] == "passphrase.not_given"


def test_a_passphrase_file_that_is_not_there(world: World) -> None:
    result = world.commune("user", "list", "--passphrase-file", world.folder / "none")
    assert (result.code, result.document["refused"]) == (3, "files.cannot_read")


def test_settings_that_cannot_be_understood_are_kept_aside(world: World) -> None:
    settings = world.folder / "13285" / "settings.json"
    settings.write_text("{", encoding="utf-8")
    result = world.commune("user", "list")
    assert result.code == 0
    assert "settings.json.unreadable-1" in result.err


def test_the_settings_name_the_language(home: Path) -> None:
    home.mkdir()
    (home / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    assert "Models of the movement" in command("registers", "--home", home).out
