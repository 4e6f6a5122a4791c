"""Cases that a sender with a good certificate has made wrong: each is refused, and kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from msgspec.structs import replace

from antq_desktop.bundle.bodies import CaseAnswer, ReceiptBody
from antq_desktop.bundle.case_lines import case_lines
from antq_desktop.bundle.cases import CaseBody, CaseRecord, case_name, form_name, sealed_name
from antq_desktop.bundle.manifest import Recipient
from antq_desktop.bundle.writer import Draft, write_bundle
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.case_bodies import body_named
from antq_desktop.services.delivering import outbox
from antq_desktop.services.directory import policy_of
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.signing import manifest_of, own_signature, unit_ref
from tests.unit.services.conftest import COMMUNE, OFFICE, World
from tests.unit.services.paper_world import report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

    Row = dict[str, Any]
    Change = Callable[[Row, Row, Row], object]

PDF = b"%PDF-1.4\n"


def _forge(
    workspace: Workspace,
    path: Path,
    record: str,
    change: Change,
    told: dict[str, Any] | None = None,
    **more: Any,
) -> Path:
    """Write a case whose one revision was changed, with all digests and the signature right."""
    own, to = own_signature(workspace), body_named(workspace, OFFICE)
    revision = workspace.store.revisions.latest(record)
    assert revision is not None
    header = cast("Row", revision.header.as_json())
    shared, private = dict(revision.shared), dict(revision.private or {})
    change(header, shared, private)
    parts = {"shared": sha256_hex(dump(cast("Any", shared)))}
    header["parts"] = {
        **header["parts"],
        **parts,
        "private": sha256_hex(dump(cast("Any", private))),
    }
    values = {
        "record": record,
        "register": header["register"],
        "number": 1,
        "whole": False,
        "sealed": (),
        "withheld": (revision.header.confidential,),
        "kept_files": (),
    }
    body = CaseBody(
        number=None,
        on=workspace.clock.today(),
        reason="Thử",
        records=(CaseRecord(**(values | (told or {}))),),
    )
    manifest = manifest_of(workspace, "case", Recipient(unit=unit_ref(to.unit)), own.serial)
    entries = {
        case_name(record): case_lines([(header, cast("Any", shared), cast("Any", private))]),
        form_name(record): PDF,
        **more,
    }
    draft = Draft(replace(manifest, case=body), entries, own.sign, list(to.recipients))
    return write_bundle(path, draft, scratch_folder=outbox(workspace)).path


def _put(part: int, name: str, value: object) -> Change:
    return lambda *parts: parts[part].update({name: value})


def _forgeries() -> Iterator[tuple[str, Change]]:
    yield "row_unit", _put(0, "unit", {"code": "13288", "valid_from": None})
    yield "row_workspace", _put(0, "workspace", "01890a5d-ac96-774b-bcce-b302099a8057")
    yield "row_catalogue", _put(0, "catalogue", "999")
    yield "row_state", _put(0, "state", "closed")
    yield "row_state", _put(1, "moves", [{}])
    yield "row_book", _put(1, "book", {"number": 0, "year": 2023})
    yield "row_value", _put(1, "channel", "telepathy")
    yield "row_value", _put(2, "values", {"summary": 7})
    yield "row_value", _put(2, "values", {"wings": "two"})
    yield "row_value", _put(2, "values", [])
    yield "row_value", _put(2, "salt", "short")
    yield "row_value", _put(2, "reason", "x" * 501)
    yield "row_value", _put(2, "more", 1)
    yield "row_attachments", _put(2, "attachments", [{"id": "../x"}])
    yield "row_attachments", _put(2, "attachments", "none")


def test_a_forged_record_is_refused_by_its_rule(world: World) -> None:
    (record,) = world.add(COMMUNE, report(), register="crime_reports")
    part = "a" * 64
    with world.open(COMMUNE) as sender:
        found = [
            (rule, _forge(sender, world.folder / f"{place}.antq", record, change))
            for place, (rule, change) in enumerate(_forgeries())
        ]

        def same(*_: Row) -> None:
            return

        for name, rule, told, more in (
            ("a", "case_parts", {"withheld": ()}, {}),
            ("b", "case_parts", {"kept_files": (record,)}, {}),
            ("c", "case_parts", {"sealed": (part,)}, {sealed_name(part): b"age"}),
            ("d", "case_form", {}, {form_name(record): b"MZ"}),
            ("e", "attachment_unlisted", {}, {f"attachments/{record}": PDF}),
            ("f", "unknown_register", {"register": "wings"}, {}),
        ):
            path = world.folder / f"{name}.antq"
            kind = _put(0, "register", "wings") if rule == "unknown_register" else same
            found.append((rule, _forge(sender, path, record, kind, told, **more)))
        good = _forge(sender, world.folder / "good.antq", record, same)
    with world.open(OFFICE) as office:
        for rule, path in found:
            verdict = import_bundle(office, path)
            rules = {one.rule for one in verdict.reasons}
            assert (verdict.verdict, rule in rules) == ("refused", True), (path.name, rules)
        assert office.store.cases.received() == []
        assert import_bundle(office, good).verdict == "remarks"


def test_an_answer_of_a_body_that_never_had_the_case_is_passed_over(world: World) -> None:
    with world.open(COMMUNE) as sender:
        to = sender.unit.key
    with world.open(OFFICE) as office:
        own = own_signature(office)
        answer = CaseAnswer(case="a" * 64, taken=True, at=office.clock.now(), text=None)
        body = ReceiptBody(
            verdicts=(), policy=policy_of(office), journal_seen=None, cases=(answer,)
        )
        unit = Recipient(unit=unit_ref(parse_unit_key(to.text)))
        manifest = replace(manifest_of(office, "receipt", unit, own.serial), receipt=body)
        keys = [one.age_recipient for one in office.store.exchanged.certificates()]
        draft = Draft(manifest, {}, own.sign, sorted(set(keys)))
        path = write_bundle(world.folder / "answer.antq", draft, scratch_folder=outbox(office)).path
    with world.open(COMMUNE) as sender:
        verdict = import_bundle(sender, path)
        assert (verdict.verdict, [one.rule for one in verdict.notes]) == (
            "remarks",
            ["case_unknown"],
        )


@pytest.mark.parametrize("text", ["", "x" * 501])
def test_a_refusal_needs_a_word_that_fits(text: str) -> None:
    from msgspec import ValidationError, convert

    value = {"case": "a" * 64, "taken": False, "at": "2024-01-15T08:00:00+07:00", "text": text}
    with pytest.raises(ValidationError):
        convert(value, CaseAnswer)
