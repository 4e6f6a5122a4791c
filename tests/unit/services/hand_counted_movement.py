"""The second half of the records counted by hand: models, standard, forces, events, committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.domain import standard_files as r07
from tests.unit.domain import test_awards as r10
from tests.unit.domain import test_committee_meetings as r11c
from tests.unit.domain import test_committee_tasks as r11b
from tests.unit.domain import test_coordination_programmes as r12
from tests.unit.domain import test_documents as u5
from tests.unit.domain import test_inspections as r11d
from tests.unit.domain import test_key_areas as r13
from tests.unit.domain import test_organizations as u3
from tests.unit.domain import test_other_forces as r08c
from tests.unit.domain import test_police_officers as r08a
from tests.unit.domain import test_propaganda as r09
from tests.unit.domain import test_residential_areas as u2
from tests.unit.services.conftest import model
from tests.unit.services.hand_counted import moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    Values = dict[str, object]

XA = "13306"


def _without_none(values: Values) -> Values:
    return {name: value for name, value in values.items() if value is not None}


def point(number: int, started: str, **values: object) -> Values:
    """Return a point with one group of ten members and five households."""
    whole = {"number": number, "unit": XA, "started_on": started, "groups": 1, "members": 10}
    return {**whole, "households": 5, **values}


def movement_models() -> Iterator[Values]:
    """Yield the models o1 to o6."""
    effective = {"on": "2023-12-31", "result": "effective"}
    # o1 A31: established on the first day; A32: of two points of one day the second is no first.
    yield model(
        established_on="2023-01-01",
        status="maintained",
        moves=moves(("new", "2023-01-01"), ("maintained", "2023-06-01")),
        points=[point(1, "2023-01-01"), point(2, "2023-01-01")],
        reviews=[{"on": "2023-06-01", "result": "weak"}, effective],
    )
    # o2 A30: the last review on the last day is a weak one; A33: noted by the Ministry twice.
    yield model(
        name="Camera an ninh",
        established_on="2022-12-31",
        status="maintained",
        moves=moves(("new", "2022-12-31"), ("maintained", "2023-06-01")),
        points=[point(1, "2022-12-31"), point(2, "2023-05-05", ended_on="2023-12-31")],
        reviews=[{"on": "2023-06-01", "result": "effective"}, {**effective, "result": "weak"}],
        recognitions=[
            {"level": "ministry", "form": "typical_model", "on": "2023-01-01"},
            {"level": "ministry", "form": "experience_notice", "on": "2023-12-31"},
        ],
    )
    # o3 A30: never reviewed; A32: one point is no replication; A33: noted by the province only.
    yield model(
        name="Tổ tự quản",
        points=[point(1, "2023-03-01")],
        recognitions=[{"level": "province", "form": "typical_model", "on": "2023-05-05"}],
    )
    # o4 A30: paused on the last day though effective; A33: its points do not count.
    yield model(
        name="Dòng họ tự quản",
        established_on="2021-01-01",
        status="paused",
        moves=moves(("new", "2021-01-01"), ("paused", "2023-12-31")),
        points=[point(1, "2021-01-01")],
        reviews=[effective],
    )
    # o5 A30: paused the day after, effective on the last day; reviewed again later.
    yield model(
        name="Thắp sáng đường quê",
        established_on="2021-01-01",
        status="paused",
        moves=moves(("new", "2021-01-01"), ("paused", "2024-01-01")),
        points=[point(1, "2021-01-01")],
        reviews=[
            {"on": "2023-05-05", "result": "effective"},
            {"on": "2024-01-02", "result": "weak"},
        ],
    )
    # o6 A31: established the day after the period.
    yield model(
        name="Mô hình mới",
        established_on="2024-01-01",
        moves=moves(("new", "2024-01-01")),
    )


def residential_areas() -> Iterator[Values]:
    """Yield the areas p1 to p4."""
    yield u2.area(name="Thôn 1", unit=XA)
    yield u2.area(name="Thôn 2", unit=XA)
    # p3 A35: ended on 31/10, the first day on which it is no more.
    gone = moves(("active", "2001-04-01"), ("ended", "2023-10-31"))
    yield u2.area(name="Thôn 3", unit=XA, valid_to="2023-10-31", moves=gone)
    # p4 A35: in scope, never registered.
    yield u2.area(name="Thôn 4", unit=XA)


def organizations() -> Iterator[Values]:
    """Yield the organisations g1 to g4: in scope, out of it, of a higher level, a school."""
    yield u3.organization(name="Công ty Một")
    yield u3.organization(name="Công ty Hai", in_scope=False, exclusion="small_enterprise")
    yield u3.organization(name="Cơ quan huyện", kind="agency", level="district")
    yield u3.organization(name="Trường mẫu", kind="school")


def security_standard(areas: list[str], organizations: list[str]) -> Iterator[Values]:
    """Yield the files of 2023 (A34, A35, A37) of areas 1 to 3 and of firms 1, 2 and the school."""
    yield r07.file(subject="Thôn 1", residential_area=areas[0])
    failed = {**r07.FAILED, "decision_number": None, "decision_on": None}
    failed |= {"decision_level": None, "certificate_number": None, "grade": "average"}
    yield r07.file(subject="Thôn 2", residential_area=areas[1], **failed)
    yield r07.file(
        subject="Thôn 3", residential_area=areas[2], grade=None, graded_on=None, score_self=None
    )
    yield r07.file(**{**r07.COMMUNE, "subject": "Xã Phù Vân", "grade": "excellent"})
    firm = {**r07.ENTERPRISE, "grade": None, "graded_on": None, "score_self": None}
    yield r07.file(**{**firm, "subject": "Công ty Một", "organization": organizations[0]})
    school = {**firm, "subject_kind": "school", "subject": "Trường mẫu"}
    school |= {"organization": organizations[3], "criteria": r07.criteria("school")}
    # A35: recognised, then taken back.
    taken = [*r07.moves(*r07.STATES), *moves(("revoked", "2023-12-15"))]
    yield r07.file(**{**school, "moves": taken})


def police_officers() -> Iterator[Values]:
    """Yield the postings b1 to b4 (A38)."""

    def posted(badge: str, start: str, end: str | None = None) -> Values:
        states = [("serving", start), *([("ended", end)] if end else [])]
        whole = {"badge_no": badge, "started_on": start, "ended_on": end, "moves": moves(*states)}
        return _without_none(r08a.officer(**whole))

    yield posted("000-001", "2022-01-01")
    # The same officer in a second post: one head. Another one left on the last day.
    yield posted("000-001", "2023-12-31")
    yield posted("000-002", "2022-01-01", "2023-12-31")
    yield posted("000-003", "2024-01-01")


def other_forces() -> Iterator[Values]:
    """Yield the forces f1 to f3 (A38: persons, at the end)."""
    yield r08c.force(members=10)
    yield r08c.force(kind="civil_guard", members=7, trained=7)
    yield r08c.ended("2023-12-31", members=5, trained=5)


def propaganda() -> Iterator[Values]:
    """Yield the events v1 to v6 (A39)."""

    def event(on: str, state: str, **values: object) -> Values:
        states = moves(("planned", "2022-12-01"), *([(state, on)] if state != "planned" else []))
        return _without_none(r09.event(on, **{"moves": states, **values}))

    yield event("2023-01-01", "done", commitments=3, articles=1)
    yield event("2023-12-31", "done", form="warning_talk", sessions=1, attendees=1, area=None)
    yield event("2023-05-05", "cancelled", sessions=None, attendees=None)
    yield event("2022-12-31", "done")
    festival = {"form": "festival", "festival_level": "area", "venues": 3, "festival_awards": 4}
    yield event("2023-08-19", "done", **festival, delegates=20)
    yield event("2023-11-11", "done", form="social_media", reach=500, broadcasts=2, commitments=1)


def documents() -> Iterator[Values]:
    """Yield the documents c1 to c4 (A41)."""

    def document(day: str, **values: object) -> Values:
        whole = {"registered_on": day, "document_on": day, "moves": moves(("registered", day))}
        return u5.document(**{**whole, **values})

    yield document("2023-01-01")
    yield document("2023-12-31", kind="plan", number=6, symbol="06/KH-BCĐ")
    yield document("2023-05-05", series="police", number=1, symbol="01/BC-CAX")
    yield u5.incoming(
        registered_on="2023-05-05",
        document_on="2023-05-05",
        moves=moves(("registered", "2023-05-05")),
    )


def committee_tasks() -> Iterator[Values]:
    """Yield the tasks k1 to k6 (A41)."""
    yield r11b.done("done_in_time", "2023-03-31")
    yield r11b.done("done_late", "2023-04-01")
    yield r11b.task()
    # Cancelled, due after the last day, and due on it: none of them is open past its day.
    yield r11b.task(("cancelled", "2023-05-05"))
    yield r11b.task(due="2024-02-01")
    yield r11b.task(due="2023-12-31")


def inspections() -> Iterator[Values]:
    """Yield the inspections i1 and i2 (A41: recommendations by the day fixed)."""
    yield r11d.inspection(r11d.FIXED, r11d.OPEN)
    yield r11d.inspection(
        {**r11d.OPEN, "due": "2023-01-31", "fixed_on": "2023-01-01", "remedy": "Đã làm"},
        held_on="2022-12-31",
        moves=moves(("held", "2022-12-31")),
    )


def committee_meetings() -> Iterator[Values]:
    """Yield the meetings h1 to h3."""
    for day in ("2022-12-31", "2023-01-01", "2023-12-31"):
        yield r11c.meeting(day)


def coordination_programmes() -> Iterator[Values]:
    """Yield the programmes n1 to n3 (A42: in force from ≤ to < end)."""
    yield r12.programme(activities=[r12.activity("2023-01-01"), r12.activity("2022-12-31")])
    yield r12.ended("expired", "2023-12-31")
    signed = {"signed_on": "2023-12-31", "valid_from": "2024-01-01"}
    yield r12.programme(**signed, moves=moves(("in_force", "2024-01-01")))


def key_areas() -> Iterator[Values]:
    """Yield the areas y1 to y4 (A42)."""
    listed = {"unit": XA, "name": "Khu nhà trọ Một"}
    converted = r13.row("converted", "2023-06-30")
    yield r13.area(
        **listed,
        evaluations=[converted],
        moves=moves(("listed", "2022-03-01"), ("converted", "2023-06-30")),
    )
    # Taken off on the first day: on no day of the period on the list, converted before it.
    yield r13.area(
        **{**listed, "name": "Khu nhà trọ Hai"},
        evaluations=[r13.row("converted", "2022-12-31")],
        removed_on="2023-01-01",
        removal_document="2/QĐ",
        moves=moves(
            ("listed", "2022-03-01"), ("converted", "2022-12-31"), ("removed", "2023-01-01")
        ),
    )
    # Taken off on the last day: on the list in the period, not at its end.
    yield r13.area(
        **{**listed, "name": "Khu nhà trọ Ba"},
        removed_on="2023-12-31",
        removal_document="3/QĐ",
        moves=moves(("listed", "2022-03-01"), ("removed", "2023-12-31")),
    )
    # A new listing of what had relapsed is a new row.
    yield r13.area(
        **{**listed, "name": "Khu nhà trọ Hai"},
        listed_on="2023-12-31",
        moves=moves(("listed", "2023-12-31")),
    )


def awards() -> Iterator[Values]:
    """Yield a1 to a4 (A40): by decision, by level, individuals and households apart."""

    def award(on: str, **values: object) -> Values:
        whole = r10.award(on, proposed_on=None, moves=moves(("decided", on)), **values)
        return {name: value for name, value in whole.items() if value is not None}

    person = {"recipient_collective": None, "recipient_person": r10.PERSON}
    yield award("2023-01-01")
    yield award("2023-12-31", award="certificate", level="province")
    yield award("2023-06-06", recipient_kind="household", **person)
    yield award("2022-12-31")
