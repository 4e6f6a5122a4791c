"""Practice and real work do not mix: bundles of every kind, papers, exports, numbers."""

from __future__ import annotations

import csv
import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.errors import Refusal
from antq_desktop.messages import words
from antq_desktop.printing.remarks import MARK
from antq_desktop.services.arriving import unseal
from antq_desktop.services.case_bodies import body_named
from antq_desktop.services.case_weighing import Wanted as Case
from antq_desktop.services.delivering import deliver, outbox
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.exporting_journal import export_journal
from antq_desktop.services.exporting_lists import Table, export_list
from antq_desktop.services.handing_over import hand_over
from antq_desktop.services.installing import install_directory
from antq_desktop.services.key_sheet import KeyTable, keys_paper
from antq_desktop.services.listing import Wanted, open_list
from antq_desktop.services.papers import compose
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.saving import add_records, change_record, preview
from antq_desktop.services.submitting import submit
from tests.unit.printing.pages import saved
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop
from tests.unit.services.exchange import answer, sign, take
from tests.unit.services.levels import (
    PERIOD,
    PROVINCE,
    consolidated,
    fingerprint_of,
    levels,
    made_levels,
)
from tests.unit.services.paper_world import report
from tests.unit.services.transferring import SECOND_PC, give, second_pc, tell

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

__all__ = ["levels", "made_levels"]

INVENTED, REAL = "000190000123", "001190000123"


def other_class(workspace: Workspace) -> None:
    """Let the same workspace, with the same keys and trust, be of the other class."""
    workspace.place = replace(workspace.place, practice=not workspace.place.practice)


def refuse_all(world: World, home: str, *files: Path) -> None:
    """Bring files that are good to a workspace that is of the other class, and nothing changes."""
    with world.open(home) as workspace:
        assert "refused" not in [verify_bundle(workspace, file).verdict for file in files]
        before = workspace.store.digest()
        other_class(workspace)
        for file in files:
            verdict = import_bundle(workspace, file)
            assert verdict.verdict == "refused"
            assert [one.rule for one in verdict.reasons] == ["other_class"], file
        assert workspace.store.digest() == before


def test_bundles_of_every_kind_are_refused_by_the_other_class(levels: World) -> None:
    world = levels
    second_pc(world)
    tell(world, COMMUNE, SECOND)
    world.add(COMMUNE, coop())
    world.add(SECOND_PC, coop())
    with world.open(COMMUNE) as sender:
        (record,) = add_records(sender, world.catalogue.by_name["crime_reports"], [report()])
        to = body_named(sender, SECOND)
        case = hand_over(sender, Case(records=(record.record,), to=to, reason="Theo thẩm quyền"))
        carried = deliver(sender, case, world.folder)
    submission = sign(world)
    refuse_all(world, OFFICE, submission)
    refuse_all(world, SECOND, carried)
    refuse_all(world, COMMUNE, give(world))
    take(world, submission)
    refuse_all(world, COMMUNE, answer(world))
    refuse_all(world, PROVINCE, consolidated(world, OFFICE, PERIOD))


def test_requests_and_directories_are_refused_by_the_other_class(world: World) -> None:
    request = world.folder / "again.antq"
    with world.open(COMMUNE) as workspace:
        asked = make_request(workspace, request)
    directory = world.enrol(OFFICE, COMMUNE)
    anchor = fingerprint_of(world, OFFICE)
    with world.open(OFFICE) as office:
        other_class(office)
        with pytest.raises(Refusal, match=r"identity\.other_class"):
            issue_certificate(
                office,
                request,
                world.folder,
                fingerprint=asked.fingerprint,
                ca_passphrase="authority",
            )
    with world.open(COMMUNE) as workspace:
        other_class(workspace)
        with pytest.raises(Refusal, match=r"identity\.other_class"):
            install_directory(workspace, directory, fingerprint=anchor)


def test_a_certificate_of_practice_signs_nothing_that_calls_itself_real(world: World) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        other_class(workspace)
        file = outbox(workspace) / submit(workspace, [], []).file
    with world.open(OFFICE) as office:
        other_class(office)
        verdict = import_bundle(office, file)
    assert verdict.verdict == "refused"
    assert [one.rule for one in verdict.reasons] == ["class"]


@pytest.mark.parametrize("message_id", ["bundle.other_class", "identity.other_class"])
def test_a_refusal_of_a_class_is_one_sentence_and_one_action(message_id: str) -> None:
    for language in ("vi", "en"):
        said = words(message_id, language, {})
        assert said.text.count(".") == 1
        assert said.action


# What leaves the program ------------------------------------------------------------------------


@pytest.mark.parametrize("practice", [True, False])
def test_what_leaves_a_workspace_for_practice_is_marked(
    world: World, tmp_path: Path, *, practice: bool
) -> None:
    world.add(COMMUNE, coop(), coop(hens=2))
    opened = tmp_path / "open.asice"
    with world.open(OFFICE) as office:
        unseal(office, sign(world), opened)
    with zipfile.ZipFile(opened) as bundle:
        assert bundle.read("README.txt").decode().startswith(MARK)
    with world.open(COMMUNE) as workspace:
        if not practice:
            other_class(workspace)
        table = KeyTable("Phím tắt", "Ghi chú", ("Phím", "Việc"), [("Chung", [("F1", "Giúp")])])
        pages = [keys_paper(workspace, table), compose(workspace, "tt119-01", blank=True)]
        for paper in pages:
            text = saved(tmp_path, paper.pdf).raw_text().replace(" ", "")
            assert ("TẬPHUẤN" in text) == practice, paper.form
        journal, rows = tmp_path / "journal.jsonl", tmp_path / "list.csv"
        export_journal(workspace, journal)
        listed = open_list(workspace, Wanted(register="hen_coops"))
        assert listed is not None
        export_list(
            workspace, listed, [(0, 2)], rows, Table((), ["Số"], lambda row: [row.line.record])
        )
    first = json.loads(journal.read_text("utf-8").splitlines()[0])
    assert first["class"] == ("practice" if practice else "real")
    with rows.open(encoding="utf-8-sig", newline="") as file:
        columns = [row[:-1] for row in csv.reader(file)]
    assert columns == [[MARK] if practice else []] * 3


# Invented numbers -------------------------------------------------------------------------------


def person(number: str, **more: str) -> dict[str, object]:
    """Return an informant with a number."""
    return {"full_name": "Lò Văn Mẫu", "id_number": number, **more}


def test_an_invented_number_is_silent_in_practice_and_grave_in_real_work(world: World) -> None:
    register = world.catalogue.by_name["crime_reports"]
    wrong = report(
        informant=person(INVENTED), suspects=[{"person": person(f"{INVENTED[:3]} 190 000123")}]
    )
    other = {"id_kind": "other"}
    right = report(informant=person(REAL), suspects=[{"person": person(INVENTED, **other)}])
    with world.open(COMMUNE) as workspace:
        assert "rules.number_invented" not in {
            one.rule for one in preview(workspace, register, wrong, None)
        }
        other_class(workspace)
        found = preview(workspace, register, wrong, None)
        assert {(one.field, one.grave) for one in found if one.rule == "rules.number_invented"} == {
            ("informant.id_number", True),
            ("suspects[1].person.id_number", True),
        }
        kept, good = add_records(workspace, register, [wrong, right])
        assert kept.complete
        assert "rules.number_invented" in {one.rule for one in kept.problems}
        assert "rules.number_invented" not in {one.rule for one in good.problems}
        with pytest.raises(ProblemsFound, match=r"submission\.problems") as refused:
            submit(workspace, [], [])
        (finding,) = refused.value.findings
        assert finding.record == kept.record
        change = {"suspects": [{"person": person(REAL)}], "informant": person(REAL)}
        mended = change_record(workspace, kept.record, change, reason="Ghi số trên giấy tờ")
        assert "rules.number_invented" not in {one.rule for one in mended.problems}
        assert submit(workspace, [], []).file
