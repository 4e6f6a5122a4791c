"""The limits of R02: each law at its edges, for the kinds and bodies that it is about alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from antq_desktop.domain.registers.disputes import REGISTER
from tests.unit.domain.books import SETTING, deadline, last_day, rules_found
from tests.unit.domain.test_disputes import TODAY, case

REMOTE = replace(SETTING, remote=True)


def petition(kind: str, **values: object) -> dict[str, object]:
    return case(kind=kind, resolving_body="peoples_committee", opened_on="2023-04-24", **values)


@pytest.mark.parametrize(
    ("code", "kind", "day"),
    [
        ("KN-1", "complaint", "2023-05-04"),
        # Monday 1 May is off in these tests: seven working days end on 4 May, ten on 9 May.
        ("TC-1", "denunciation", "2023-05-04"),
        ("KNPA", "petition", "2023-05-09"),
    ],
)
def test_what_runs_from_the_day_of_the_book(code: str, kind: str, day: str) -> None:
    assert last_day(REGISTER, code, petition(kind)) == day
    for other in {"complaint", "denunciation", "petition", "dispute"} - {kind}:
        assert last_day(REGISTER, code, petition(other)) is None
    for body in ("mediation_team", "court"):
        assert last_day(REGISTER, code, {**petition(kind), "resolving_body": body}) is None


@pytest.mark.parametrize(
    ("code", "kind", "severity", "day"),
    [
        ("KN-2", "complaint", "normal", "2023-06-01"),
        ("KN-2", "complaint", "complex", "2023-06-16"),
        ("TC-2", "denunciation", "normal", "2023-06-01"),
        ("TC-2", "denunciation", "complex_prolonged", "2023-06-01"),
    ],
)
def test_what_runs_from_the_acceptance(code: str, kind: str, severity: str, day: str) -> None:
    values = petition(kind, accepted_on="2023-05-02", severity=severity)
    assert last_day(REGISTER, code, values) == day
    assert last_day(REGISTER, code, petition(kind, severity=severity)) is None


@pytest.mark.parametrize(("severity", "day"), [("normal", "2023-06-16"), ("complex", "2023-07-01")])
def test_a_remote_commune_has_longer_for_a_complaint(severity: str, day: str) -> None:
    values = petition("complaint", accepted_on="2023-05-02", severity=severity)
    due = deadline(REGISTER, "KN-2").due(values, REMOTE)
    assert due is not None
    assert due.date().isoformat() == day


@pytest.mark.parametrize(
    ("severity", "remote", "day"),
    [
        ("normal", False, "2023-06-16"),
        ("complex", False, "2023-07-01"),
        ("normal", True, "2023-07-01"),
        ("complex", True, "2023-07-11"),
    ],
)
def test_the_second_settlement_has_longer(severity: str, day: str, *, remote: bool) -> None:
    """Luật Khiếu nại 2011 Đ37; the first settlement has no limit then."""
    values = petition("complaint", accepted_on="2023-05-02", severity=severity, instance="second")
    due = deadline(REGISTER, "KN-3").due(values, replace(SETTING, remote=remote))
    assert due is not None
    assert due.date().isoformat() == day
    assert last_day(REGISTER, "KN-2", values) is None
    assert last_day(REGISTER, "KN-3", {**values, "instance": "first"}) is None


@pytest.mark.parametrize(
    ("severity", "extensions", "day"),
    [
        ("normal", 0, "2023-06-01"),
        ("hotspot", 0, "2023-06-01"),
        ("normal", 1, "2023-07-01"),
        ("complex", 1, "2023-07-01"),
        ("complex", 2, "2023-07-31"),
        ("normal", 3, "2023-07-31"),
    ],
)
def test_a_denunciation_is_extended_twice_at_most(severity: str, extensions: int, day: str) -> None:
    """Luật Tố cáo 2018 Đ30: by what the book has of extensions, not by how grave the case is."""
    values = petition("denunciation", accepted_on="2023-05-02", severity=severity)
    assert last_day(REGISTER, "TC-2", {**values, "extensions": extensions}) == day


def test_a_denunciation_of_another_body_is_passed_on_in_five_working_days() -> None:
    values = petition("denunciation", result="transferred", resolved_on="2023-04-28")
    assert last_day(REGISTER, "TC-1", values) == "2023-05-02"


@pytest.mark.parametrize(
    ("values", "rule", "grave"),
    [
        ({"contested_on": "2023-01-24"}, None, False),
        ({"contested_on": "2023-01-23"}, "rules.complaint_late", False),
        ({"contested_on": "2023-04-25"}, "rules.in_order", True),
        ({"kind": "dispute", "instance": "first"}, "rules.complaints_only", False),
        ({"extensions": 1}, "rules.denunciations_only", False),
        ({"kind": "denunciation", "extensions": 2}, None, False),
        ({"kind": "denunciation", "extensions": 3}, "rules.extensions", False),
    ],
)
def test_what_complaints_and_denunciations_have_besides(
    values: dict[str, object], rule: str | None, *, grave: bool
) -> None:
    """Luật Khiếu nại 2011 Đ9; Luật Tố cáo 2018 Đ30."""
    found = rules_found(REGISTER, {**petition("complaint"), **values}, TODAY)
    assert found == ({rule: grave} if rule else {})


def test_acceptance_or_an_earlier_end_meets_the_first_limit_and_the_end_the_second() -> None:
    first, second = (deadline(REGISTER, code) for code in ("KN-1", "KN-2"))
    assert first.met(petition("complaint")) is None
    accepted = petition("complaint", accepted_on="2023-05-02")
    ended = petition("complaint", resolved_on="2023-05-01", result="transferred")
    found = [first.met(accepted), first.met(ended), second.met(accepted), second.met(ended)]
    days = [one.date().isoformat() if one else None for one in found]
    assert days == ["2023-05-02", "2023-05-01", None, "2023-05-01"]


def test_later_texts_were_not_read() -> None:
    for one in REGISTER.deadlines:
        assert one.verified_for({"opened_on": "2025-06-30", "accepted_on": "2025-06-30"})
        assert not one.verified_for({"opened_on": "2025-07-01", "accepted_on": "2025-07-01"})


def test_only_petitions_are_accepted_and_between_the_first_day_and_the_last() -> None:
    good = petition("complaint", accepted_on="2023-05-02")
    assert rules_found(REGISTER, good, TODAY) == {}
    assert rules_found(REGISTER, {**good, "kind": "dispute"}, TODAY) == {
        "rules.accepted_petitions_only": False
    }
    early = {**good, "accepted_on": "2023-04-23"}
    assert rules_found(REGISTER, early, TODAY) == {"rules.in_order": True}
    assert "rules.not_future" in rules_found(REGISTER, {**good, "accepted_on": "2024-01-01"}, TODAY)
