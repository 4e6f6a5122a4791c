"""Printers that cannot print are named, batches can be stopped, and no page stays on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from antq_desktop.gui.paper.pdf import Pages
from antq_desktop.gui.paper.printers import options_of, problem, problem_of
from antq_desktop.gui.paper.printing import draw
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.messages import words
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.papers import compose
from antq_desktop.services.saving import add_records
from tests.gui.conftest import PASSPHRASE
from tests.gui.test_paper import PATIENCE, Reader, to_file
from tests.rules.sources import ROOT
from tests.unit.services.paper_world import report

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.screen import Context
    from antq_desktop.paths import Paths

FORM = "tt119-01"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, None),
        ({"printer-state": "3", "printer-state-reasons": "none"}, None),
        ({"printer-state": "3", "printer-state-reasons": "media-empty-warning"}, None),
        ({"printer-state-reasons": "toner-low-report,media-empty-error"}, "printer_no_paper"),
        ({"printer-state-reasons": "offline-report,media-needed"}, "printer_no_paper"),
        ({"printer-state-reasons": "offline"}, "printer_offline"),
        ({"printer-state-reasons": "cover-open-error"}, "printer_attention"),
        ({"printer-state": "5", "printer-state-reasons": "paused"}, "printer_stopped"),
        ({"printer-state": "5", "printer-state-reasons": "none"}, "printer_stopped"),
        ({"printer-is-accepting-jobs": "false"}, "printer_refuses"),
    ],
)
def test_what_keeps_a_printer_from_printing_is_named(
    options: dict[str, str], message: str | None
) -> None:
    found = problem_of("May_in_mau", options)
    assert (found.message_id if found else None) == (f"paper.{message}" if message else None)
    if found is not None:
        said = words(found.message_id, "vi", found.values)
        assert "May_in_mau" in said.text
        assert said.action


@pytest.mark.usefixtures("qapp")
def test_cups_is_asked_by_its_own_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "lpoptions"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert options_of("May_in_mau") == {}
    program.write_text(
        "#!/bin/sh\n"
        'echo "copies=1 printer-info=\'Máy in phòng \\"A\\"\' printer-state=5'
        ' printer-state-reasons=media-empty-error,offline-report asked=$2"\n'
    )
    program.chmod(0o755)
    told = options_of("May_in_mau")
    assert (told["asked"], told["printer-state"]) == ("May_in_mau", "5")
    assert told["printer-info"] == 'Máy in phòng "A"'
    named = problem("May_in_mau")
    assert named is not None
    # Whatever the program says: this PC has no printer of that name.
    assert named.message_id == "paper.printer_gone"
    program.write_text('#!/bin/sh\necho "never \'ends"\n')
    assert options_of("May_in_mau") == {}


@pytest.mark.usefixtures("qapp")
def test_pages_on_their_way_lie_in_memory_and_go_away(
    commune: Paths, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    with open_workspace(commune, None, PASSPHRASE, catalogue, Clock()) as workspace:
        pages = Pages(compose(workspace, FORM, blank=True).pdf)
    # A program that was killed while it printed leaves its page; the next print removes it.
    killed = (
        "import os;"
        "from antq_desktop.gui.paper.printers import kept_in_memory;"
        "kept = kept_in_memory(); folder = kept.__enter__();"
        "(folder / 'page').write_bytes(b'a name');"
        "os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", killed], cwd=ROOT, check=False)
    assert done.returncode == 9
    (left,) = memory.iterdir()
    assert (left / "page").is_file()
    assert left.stat().st_mode & 0o777 == 0o700
    before, during = os.environ.get("TMPDIR"), list[Path]()

    def stopped() -> bool:
        during.extend(memory.iterdir())
        assert os.environ["TMPDIR"] == str(during[-1])
        return False

    draw(to_file(tmp_path / "printed.pdf"), pages, [0], lambda _: None, stopped)
    pages.close()
    assert len(during) == 1
    assert during != [left]
    assert list(memory.iterdir()) == []
    assert os.environ.get("TMPDIR") == before


def test_a_batch_tells_how_far_it_is_and_can_be_stopped(
    commune: Paths,
    catalogue: Catalogue,
    context: Callable[[Paths], Context],
    qtbot: QtBot,
) -> None:
    register = catalogue.by_name["crime_reports"]
    with open_workspace(commune, None, PASSPHRASE, catalogue, Clock()) as workspace:
        saved = add_records(workspace, register, [report() for _ in range(3)])
        records = [one.record for one in saved]
        told: list[tuple[int, int]] = []
        compose(workspace, FORM, record=records, tell=lambda *how: told.append(how))
        compose(workspace, FORM, record=records[:1], tell=lambda *how: told.append(how))
    assert told == [(0, 3), (1, 3), (2, 3)]
    opened, gate = context(commune), Event()
    opened.session.run(lambda: gate.wait(PATIENCE / 1000), lambda _: None)
    reader = Reader(
        opened, PaperWanted(FORM, record=tuple(records)), qtbot, lambda view: held(view, gate)
    )
    assert "Đã dừng dựng bản in; chưa in tờ nào." in reader.labels()
    assert reader.presenter.pages_shown == 0
    assert not reader.button("Dừng").isVisible()


def held(reader: Reader, gate: Event) -> None:
    """Stop a batch before its first page, while the worker is kept from it."""
    reader.view.set_composing(1, 3)
    assert "Đang dựng giấy 2 trên 3" in reader.labels()
    reader.button("Dừng").click()
    gate.set()
