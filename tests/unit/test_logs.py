"""The log says what happened and where, and nothing about anybody."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from antq_desktop import logs
from antq_desktop.paths import Paths, paths_for

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "Nguyễn Văn Ẩn 000123456789"
OURS = logging.getLogger("antq_desktop.services.anything")


@pytest.fixture
def paths(home: Path) -> Paths:
    paths = paths_for(home)
    logs.configure(paths)
    return paths


def written(paths: Paths) -> str:
    return (paths.logs / "antq-desktop.log").read_text(encoding="utf-8")


def fail_with_a_secret() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise KeyError(SECRET) from error


@pytest.mark.logs_warnings
def test_a_fault_is_logged_by_type_and_place_without_its_text(paths: Paths) -> None:
    with pytest.raises(KeyError) as caught:
        fail_with_a_secret()
    name = logs.log_fault(caught.value)
    log = written(paths)
    assert f"fault {name}" in log
    assert "builtins.KeyError" in log
    assert "builtins.ValueError" in log
    assert re.search(r"test_logs:\d+ fail_with_a_secret", log)
    assert SECRET not in log


@pytest.mark.logs_warnings
def test_causes_that_go_in_a_circle_end(paths: Paths) -> None:
    first, second = ValueError(SECRET), KeyError(SECRET)
    first.__cause__, second.__cause__ = second, first
    logs.log_fault(first)
    assert written(paths).count("builtins.ValueError") == 1


@pytest.mark.logs_warnings
def test_a_context_that_was_put_away_is_not_logged(paths: Paths) -> None:
    error = KeyError()
    error.__context__, error.__suppress_context__ = ValueError(), True
    logs.log_fault(error)
    assert "ValueError" not in written(paths)


def test_of_values_only_numbers_and_uuids_are_written(paths: Paths) -> None:
    record = UUID("0192f0c1-0000-7000-8000-000000000001")
    OURS.info("saved %s of %s, %d rows", record, SECRET, 3)
    OURS.info("as %(name)s", {"name": SECRET})
    log = written(paths)
    assert f"INFO {OURS.name} saved {record} of <str>, 3 rows" in log
    assert "as <str>" in log
    assert SECRET not in log


@pytest.mark.logs_warnings
def test_of_a_library_only_the_place_is_written(paths: Paths) -> None:
    logging.getLogger("some.library").warning("failed for %s", SECRET)
    logging.getLogger("some.library").info("not at all")
    log = written(paths)
    assert re.search(r"WARNING some\.library line \d+ of test_logs\n$", log)
    assert log.count("\n") == 1


def test_the_signature_library_is_silent(paths: Paths) -> None:
    logging.getLogger("pyhanko.sign.validation").error("bad signer %s", SECRET)
    assert not (paths.logs / "antq-desktop.log").exists()


def test_nothing_below_info_is_written(paths: Paths) -> None:
    OURS.debug("small")
    OURS.info("plain")
    assert written(paths).splitlines()[0].endswith("plain")


def test_the_log_stays_small(paths: Paths) -> None:
    line = "x" * 300_000
    for _ in range(30):
        OURS.info(line)
    files = sorted(file.name for file in paths.logs.iterdir())
    assert files == ["antq-desktop.log", *(f"antq-desktop.log.{n}" for n in range(1, 6))]
    assert all(file.stat().st_size <= 1_000_000 for file in paths.logs.iterdir())


def test_configured_again_it_changes_over(paths: Paths, tmp_path: Path) -> None:
    other = paths_for(tmp_path / "other")
    OURS.info("first")
    logs.configure(other)
    OURS.info("second")
    assert "second" not in written(paths)
    assert "second" in written(other)


def test_a_log_that_cannot_be_written_does_not_stop_the_work(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    (paths.logs / "antq-desktop.log").mkdir()
    OURS.info("lost")
    assert capsys.readouterr() == ("", "")


def test_references_are_short_and_differ() -> None:
    names = {logs.reference() for _ in range(100)}
    assert len(names) == 100
    assert all(re.fullmatch(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", name) for name in names)
