"""Manifests have one spelling, and every member is held to its kind."""

from __future__ import annotations

from datetime import date, timedelta, timezone
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from antq_desktop.bundle.bodies import (
    CalendarTable,
    CodeTables,
    DayRow,
    DirectoryBody,
    NoticeRow,
    Policy,
    Receiver,
    UnitRow,
    UnitTable,
)
from antq_desktop.bundle.coherence import calendar_fits
from antq_desktop.bundle.manifest import Base, Continues, Recipient, parse_manifest, to_bytes
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.canonical import dump
from tests.unit.bundle.world import (
    BUNDLE,
    CHAIN,
    MOMENT,
    OFFICE,
    WORKSPACE,
    identity,
    request_draft,
    submission,
)

NOT_IN_CHAIN: dict[str, Any] = {
    "chain": None,
    "sequence": None,
    "seq": None,
    "periods": (),
    "counts": {},
}


def broken(data: bytes) -> tuple[str, str | None]:
    """Return rule and field for which a manifest is refused."""
    with pytest.raises(BundleRefused) as caught:
        parse_manifest(data)
    reason = caught.value.reasons[0]
    assert reason.file == "submission.json"
    return reason.rule, reason.field


def directory() -> DirectoryBody:
    """Return the body of a small directory."""
    row = UnitRow(
        "13285", "Phường Quang Trung", "phuong", 3, "347", None, MOMENT.date(), remote=False
    )
    receiver = Receiver(unit=OFFICE, workspace=WORKSPACE, age_recipient=identity().recipient)
    return DirectoryBody(
        version=3,
        authority=b"der",
        certificates=(b"one", b"two"),
        recipients=(receiver,),
        revocation_list=b"crl",
        units=UnitTable(version="2023.1", source="list", rows=(row,)),
        code_tables=CodeTables(version="1"),
        calendar=CalendarTable(
            version="1",
            days_off=(MOMENT.date(),),
            working_days=(),
            first=MOMENT.date(),
            last=MOMENT.date(),
        ),
        policy=Policy(import_policy="rest", signatures=2, since=date(2025, 7, 14)),
        switches={"late_rule": "strict"},
    )


@pytest.mark.parametrize(
    "manifest",
    [
        submission(),
        submission(sequence=2, previous="a" * 64, base=Base(sequence=1, digest="a" * 64)),
        submission(continues=Continues(chain=WORKSPACE, sequence=4, digest="b" * 64), seq=None),
        submission(
            **NOT_IN_CHAIN,
            kind="directory",
            recipient=Recipient(scope="subordinates"),
            directory=directory(),
        ),
        request_draft().manifest,
    ],
)
def test_what_is_written_is_read_again(manifest: Any) -> None:
    data = to_bytes(manifest)
    assert parse_manifest(data) == manifest
    assert set(msgspec.json.decode(data)) >= {"format", "class", "base", "request", "receipt"}


def test_units_of_a_directory_are_arrays() -> None:
    row = msgspec.json.decode(msgspec.json.encode(directory()))["units"]["rows"][0]
    assert row == ["13285", "Phường Quang Trung", "phuong", 3, "347", None, "2025-06-30", False]


TO_OFFICE = {"code": "347", "valid_from": None}
A_REQUEST = {
    "csr": "",
    "age_recipient": identity().recipient,
    "person": "x",
    "role": "head",
}

BAD: list[tuple[str, Any]] = [
    ("$.kind", "letter"),
    ("$.bundle_id", BUNDLE.upper()),
    ("$.bundle_id", BUNDLE + "\n"),
    ("$.class", "test"),
    ("$.recipient", None),
    ("$.recipient", {}),
    ("$.recipient", {"scope": "subordinates"}),
    ("$.recipient", {"scope": "subordinates", "unit": TO_OFFICE}),
    ("$.chain", None),
    (
        "$.chain",
        {"id": CHAIN, "workspace": CHAIN, "recipient": {"code": "347", "valid_from": None}},
    ),
    (
        "$.chain",
        {"id": CHAIN, "workspace": WORKSPACE, "recipient": {"code": "1", "valid_from": None}},
    ),
    ("$.chain", {"sequence": None}),
    ("$.sequence", 0),
    ("$.sequence", True),
    ("$.previous", "a" * 63),
    ("$.base", {"sequence": 1, "digest": "a" * 64}),
    ("$.seq", {"from": 3, "to": 2}),
    ("$.created_at", "2025-06-30T08:15:00"),
    ("$.created_at", "2025-06-30T01:15:00+00:00"),
    ("$", "2025-06-30t08:15:00+07:00"),
    ("$.program", ""),
    ("$.program", "x" * 501),
    ("$.journal", None),
    ("$.journal.length", {"length": -1, "head": "a" * 64}),
    ("$.periods", ["B-2", "A-1"]),
    ("$.files", [{"path": "b", "size": 0, "sha256": "a" * 64, "rows": None}] * 2),
    (
        "$.request",
        {"csr": "", "age_recipient": identity().recipient, "person": "x", "role": "head"},
    ),
]


@pytest.mark.parametrize(("field", "value"), BAD)
def test_each_member_is_checked(field: str, value: Any) -> None:
    member = "created_at" if field == "$" else field.split(".")[1]
    manifest = msgspec.json.decode(to_bytes(submission()))
    if member == "chain" and value == {"sequence": None}:
        manifest["sequence"] = None
    else:
        manifest[member] = value
    assert broken(dump(manifest)) == ("manifest_schema", field)


@pytest.mark.parametrize("member", ["format", "kind", "base", "files", "signatures", "receipt"])
def test_no_member_may_be_missing(member: str) -> None:
    manifest = msgspec.json.decode(to_bytes(submission()))
    del manifest[member]
    assert broken(dump(manifest))[0] == "manifest_schema"


def test_only_what_a_unit_reports_is_signed_by_two() -> None:
    told: dict[str, Any] = {"recipient": Recipient(scope="subordinates"), "directory": directory()}
    chainless: dict[str, Any] = {
        "chain": None,
        "sequence": None,
        "seq": None,
        "periods": (),
        "counts": {},
    }
    manifest = submission(kind="directory", signatures=2, **told, **chainless)
    assert broken(to_bytes(manifest)) == ("manifest_schema", "$.signatures")


def test_other_kinds_have_no_chain() -> None:
    manifest = submission(
        kind="directory", recipient=Recipient(scope="subordinates"), directory=directory()
    )
    assert broken(to_bytes(manifest)) == ("manifest_schema", "$.chain")


@pytest.mark.parametrize(
    "text", ["a\nb", "a\u202eb", "a\u200bb", "Phu\u031b\u01a1\u0300ng", "\x00"]
)
def test_texts_that_hide_something_are_refused(text: str) -> None:
    assert broken(to_bytes(submission(program=text))) == ("text", "$.program")


@pytest.mark.parametrize(
    "wrong",
    [
        {"unverified": ()},
        {"unverified": (MOMENT.date(), MOMENT.date())},
        {"corrections": (DayRow(MOMENT.date(), "worked", "TB 1", verified=False),)},
        {"official_to": None},
        {"notices": (NoticeRow(2028, "TB 2"), NoticeRow(2027, "TB 3"))},
    ],
)
def test_a_calendar_says_of_its_corrections_what_its_days_say(wrong: dict[str, Any]) -> None:
    day = MOMENT.date()
    sound = replace(
        directory().calendar,
        official_to=day,
        unverified=(day,),
        corrections=(DayRow(day, "holiday", "TB 1", verified=False),),
        notices=(NoticeRow(2027, "TB 2"),),
    )
    assert calendar_fits(sound)
    assert not calendar_fits(replace(sound, **wrong))


@pytest.mark.parametrize("data", [b"", b"{", b"{} ", b'{"a":1,"a":1}', b"[" * 40 + b"]" * 40])
def test_only_canonical_json_is_read(data: bytes) -> None:
    assert broken(data)[0] == "manifest_json"


@pytest.mark.parametrize("value", [[], "x", 1, {}, {"format": 1}, {"format": "antq-bundle/0"}])
def test_other_json_is_no_manifest(value: Any) -> None:
    assert broken(dump(value))[0] == "manifest_schema"


def test_a_newer_format_is_told_from_a_wrong_one() -> None:
    assert broken(dump({"format": "antq-bundle/10"})) == ("newer_format", None)


def test_another_offset_of_the_same_moment_is_refused() -> None:
    manifest = submission(created_at=MOMENT.astimezone(timezone(timedelta(hours=8))))
    assert broken(to_bytes(manifest)) == ("manifest_schema", "$.created_at")
