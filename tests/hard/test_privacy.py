"""No private or confidential word is anywhere it must not be, in whatever spelling."""

from __future__ import annotations

import base64
import json
import tempfile
import unicodedata
from random import Random
from typing import TYPE_CHECKING, NoReturn

import pytest

from antq_desktop.cli.session import Program
from antq_desktop.crypto.sealing import unseal_bytes
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.vietnamese import fold
from antq_desktop.services.arriving import identities
from antq_desktop.services.backing_up import order_backup
from antq_desktop.services.delivering import deliver
from antq_desktop.services.looking import search
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, change_record
from antq_desktop.services.submitting import submit
from antq_desktop.services.unsaved import UnsavedForm, keep_form
from tests.hard.marking import Marks, found_in, watching_removals
from tests.unit.cli.driver import MODEL, PROGRAM, command
from tests.unit.domain.test_crime_reports import tip
from tests.unit.domain.test_disputes import case
from tests.unit.services.conftest import COMMUNE, OFFICE, PASSPHRASE, World

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("derived_once")]

BASES = {"crime_reports": tip(), "disputes": case(), "movement_models": MODEL}


@pytest.mark.parametrize(
    "hidden",
    [
        b"x" + "Đữbạệ".encode() + b"y",
        unicodedata.normalize("NFD", "Đữbạệ").encode(),
        fold("Đữbạệ").encode(),
        "…Đữbạệ…".encode("utf-16"),
        json.dumps("Đữbạệ").encode(),
        base64.b64encode("aĐữbạệz".encode()),
        base64.b64encode("aaaaĐữbạệz".encode("utf-16-le")),
        "Đữbạệ".encode().hex().encode(),
    ],
)
def test_the_search_finds_what_is_hidden(hidden: bytes) -> None:
    assert found_in(hidden, ["Đữbạệ", "Đữxx"]) == ["Đữbạệ"]


def work(world: World, marks: Marks, stick: Path) -> Path:
    """Keep records with every word of the marks, look for them, send them, back them up."""
    records: dict[str, str] = {}
    with world.open(COMMUNE) as workspace:
        for name, base in BASES.items():
            register = world.catalogue.by_name[name]
            (saved,) = add_records(workspace, register, [{**base, **marks.fill(register.fields)}])
            records[name] = saved.record
        assert [word for word in marks.confidential if search(workspace, word)] == []
        assert search(workspace, marks.private[0])
        typed = {"summary": marks.word()}
        form = UnsavedForm(form="f", register="disputes", record=None, base=0, typed=typed)
        keep_form(workspace, form)
        record = records["movement_models"]
        change_record(workspace, record, {"decision": marks.word()}, reason=marks.word())
        submitted = submit(workspace, [parse_period("DL-2023")], [])
        bundle = deliver(workspace, submitted, stick)
        order_backup(workspace, stick)
        assert found_in(everything_stored(workspace), marks.confidential) == []
        assert found_in(everything_stored(workspace), marks.private[:3]) == marks.private[:3]
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, bundle).verdict == "accepted"
        assert found_in(everything_stored(workspace), marks.all) == []
    return bundle


def everything_stored(workspace: Workspace) -> bytes:
    """Return all that the database holds, out of its encryption."""
    database = workspace.store.database
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    cells = (
        cell for (name,) in tables for row in database[name].rows_where() for cell in row.values()
    )
    return b"\n".join(one if isinstance(one, bytes) else str(one).encode() for one in cells)


def go_wrong(world: World, marks: Marks) -> None:
    """Let the command refuse, and fail, over the words."""

    def fail() -> NoReturn:
        raise ValueError(marks.all[0])

    secret = world.folder / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    at = ("--home", world.home(COMMUNE), "--passphrase-file", secret, "--json")
    bad = {**tip(), "summary": marks.word() + "\0", "event_place": [marks.word()]}
    refused = command(*at, "record", "add", "R01", stdin=json.dumps(bad))
    assert refused.code == 3
    assert found_in((refused.out + refused.err).encode(), marks.all) == []
    broken = Program(PROGRAM.catalogue, fail, PROGRAM.open_window)
    fault = command(*at, "record", "add", "R01", program=broken, stdin=json.dumps(bad))
    assert fault.code == 4
    assert found_in((fault.out + fault.err).encode(), marks.all) == []


@pytest.mark.logs_warnings
def test_nothing_that_stays_is_in_what_leaves_or_lies_about(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, temporary = tmp_path / "stick", tmp_path / "temporary"
    for folder in (stick, temporary):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    marks = Marks(Random(1))
    with watching_removals() as removed:
        bundle = work(world, marks, stick)
        go_wrong(world, marks)
    assert len(marks.private) > 40
    assert len(marks.confidential) > 5
    with world.open(COMMUNE) as workspace:
        unsealed = unseal_bytes(bundle.read_bytes(), identities(workspace))
    assert b"submission.json" in unsealed
    assert found_in(unsealed, marks.all) == []
    assert list(temporary.iterdir()) == []
    assert any(name.endswith("antq.db") for name, _ in removed.contents)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"antq.db", "antq-desktop.log"} <= {path.name for path in files}
    lying = [(path.name, path.read_bytes()) for path in files] + removed.contents
    for name, data in lying:
        assert found_in(name.encode(), marks.all) == [], name
        assert found_in(data, marks.all) == [], name
