"""Records chosen so that each counting rule is decided by one at least, on either side of it.

They are of the commune Phù Vân in 2023, seen on 03/01/2024. What each is for stands beside it; the
figures that a person counted from them are in `test_hand_counted`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.domain import (
    test_administrative_measures as r03,
)
from tests.unit.domain import test_commune_education as r04
from tests.unit.domain import test_crime_reports as r01
from tests.unit.domain import test_disputes as r02
from tests.unit.domain import test_drug_user_management as r04b
from tests.unit.domain import test_wanted_persons as r05

if TYPE_CHECKING:
    from collections.abc import Iterator

    Values = dict[str, object]

ADULT = {"full_name": "Vàng A Thử", "born": "1990-05-01", "sex": "male"}
SAME = {"full_name": "vàng a thử", "born": "1990-05-01", "sex": "male"}
NUMBERED = {**ADULT, "id_number": "000090000001"}
RENAMED = {**ADULT, "full_name": "Vàng A Đổi", "id_number": "000090000001"}
OTHER = {"full_name": "Giàng A Ví", "born": "1991-05-01", "sex": "male"}


def moves(*lines: tuple[str, str]) -> list[Values]:
    """Return dated states from (state, day or moment)."""
    return [{"state": state, "on": on} for state, on in lines]


def tip(received: str, *states: tuple[str, str], **values: object) -> Values:
    """Return a tip of the people that was received then and came to these states."""
    whole = r01.tip(received_at=received, moves=moves(("received", received), *states), **values)
    return {name: value for name, value in whole.items() if value is not None}


def sent(received: str, at: str, **values: object) -> Values:
    """Return a tip that was forwarded."""
    where = {"forward_at": at, "forward_to": "347", **values}
    return tip(received, ("classified", received), ("forwarded", at), **where)


def crime_reports() -> Iterator[Values]:
    """Yield the tips t1 to t19 of the table; t1 comes first, for t11 is a duplicate of it."""
    yield from _forwarded()
    yield from _at_the_edges()
    yield from _with_outcomes()


def _forwarded() -> Iterator[Values]:
    hour = "+07:00"
    # t1 A14: group a, 24 hours to the minute; A16: counted once, whatever it helped to.
    yield sent(
        f"2023-01-01T00:00{hour}",
        f"2023-01-02T00:00{hour}",
        urgency="known_suspect",
        first_notice_at=f"2023-01-01T00:00{hour}",
        first_notice_to="Công an thành phố",
        offence_field="drugs",
        helped=["prosecution", "arrest"],
    )
    # t2 A12: grassroots force; A14: a minute late.
    yield sent(
        f"2023-03-01T10:00{hour}",
        f"2023-03-02T10:01{hour}",
        source_kind="crime_news",
        origin_group="grassroots_force",
        urgency="very_serious",
        first_notice_at=f"2023-03-01T10:00{hour}",
        first_notice_to="Công an thành phố",
    )
    # t3 A12: the press is not the people; A14: seven days end at 24:00 of the seventh.
    yield sent(
        f"2023-04-03T23:59{hour}",
        f"2023-04-10T23:59{hour}",
        origin_group="press",
        helped=["penalty"],
    )
    # t4 A14: group b, after 24:00 of the seventh day.
    yield sent(f"2023-05-01T00:01{hour}", f"2023-05-09T00:00{hour}")


def _at_the_edges() -> Iterator[Values]:
    hour = "+07:00"
    # t5: after the period.
    yield tip(f"2024-01-02T08:00{hour}", ("classified", f"2024-01-02T09:00{hour}"))
    # t6 A05: 16:30 UTC is 23:30 of the last day; A14: its limit had not passed when it was seen.
    yield tip("2023-12-31T16:30+00:00", ("classified", "2023-12-31T16:40+00:00"))
    # t7 A05: 17:30 UTC is the first day of the next year.
    yield tip("2023-12-31T17:30+00:00", ("classified", "2023-12-31T17:40+00:00"))
    # t9 A13: passed on as an administrative matter is handled; A14, A15: no limit, not waiting.
    yield tip(
        f"2023-02-10T08:00{hour}",
        ("classified", f"2023-02-10T09:00{hour}"),
        ("to_administrative", f"2023-02-11T08:00{hour}"),
        urgency="administrative_violation",
    )
    # t10 A13: being verified is not handled; A14: never forwarded is missed.
    yield tip(
        f"2023-02-02T08:00{hour}",
        ("classified", f"2023-02-02T09:00{hour}"),
        ("verifying", f"2023-02-02T10:00{hour}"),
        origin_group="organization",
    )
    # t18 A10: settled before, so filed: it counts; A14: a complaint is not forwarded.
    yield tip(
        f"2023-09-09T08:00{hour}",
        ("classified", f"2023-09-09T09:00{hour}"),
        ("filed_resolved", f"2023-09-10T08:00{hour}"),
        origin_group="other",
        urgency="complaint",
    )
    # t19 A14: its seven days passed on 02/01/2024, before it was seen.
    yield tip(
        f"2023-12-26T08:00{hour}",
        ("classified", f"2023-12-26T09:00{hour}"),
        origin_group="other",
    )


def _with_outcomes() -> Iterator[Values]:
    hour = "+07:00"
    # t8 A11: a confession is no tip; A15: its outcome counts.
    known = ("outcome_known", f"2023-06-01T08:00{hour}")
    yield sent(
        f"2023-05-20T08:00{hour}",
        f"2023-05-21T08:00{hour}",
        source_kind="confession",
        outcomes=[{"outcome": "prosecuted", "on": "2023-06-01"}],
    ) | {
        "moves": moves(
            ("received", f"2023-05-20T08:00{hour}"),
            ("classified", f"2023-05-20T08:00{hour}"),
            ("forwarded", f"2023-05-21T08:00{hour}"),
            known,
        )
    }
    # t14 A15: received the year before, its outcome is of this year.
    yield sent(
        f"2022-12-20T08:00{hour}",
        f"2022-12-21T08:00{hour}",
        outcomes=[{"outcome": "prosecuted", "on": "2023-02-01"}],
    ) | {
        "moves": moves(
            ("received", f"2022-12-20T08:00{hour}"),
            ("classified", f"2022-12-20T08:00{hour}"),
            ("forwarded", f"2022-12-21T08:00{hour}"),
            ("outcome_known", f"2023-02-01T08:00{hour}"),
        )
    }
    # t15 A15: suspended and resumed: the suspension stays counted, and the tip waits again.
    yield sent(
        f"2023-06-06T08:00{hour}",
        f"2023-06-07T08:00{hour}",
        origin_group="police",
        outcomes=[{"outcome": "suspended", "on": "2023-07-01"}],
    ) | {
        "moves": moves(
            ("received", f"2023-06-06T08:00{hour}"),
            ("classified", f"2023-06-06T08:00{hour}"),
            ("forwarded", f"2023-06-07T08:00{hour}"),
            ("outcome_known", f"2023-07-01T08:00{hour}"),
            ("resumed", f"2023-08-01T08:00{hour}"),
        )
    }
    # t17 A15: its outcome came after the last day, so it waits on that day.
    yield sent(
        f"2023-11-01T08:00{hour}",
        f"2023-11-05T08:00{hour}",
        outcomes=[{"outcome": "not_prosecuted", "on": "2024-01-02"}],
    ) | {
        "moves": moves(
            ("received", f"2023-11-01T08:00{hour}"),
            ("classified", f"2023-11-01T08:00{hour}"),
            ("forwarded", f"2023-11-05T08:00{hour}"),
            ("outcome_known", f"2024-01-02T08:00{hour}"),
        )
    }


def disputes() -> Iterator[Values]:
    """Yield the cases d1 to d9; d3 is the one that d6 is a relapse of."""

    def case(opened: str, *states: tuple[str, str], **values: object) -> Values:
        return r02.case(opened_on=opened, moves=moves(("detected", opened), *states), **values)

    def over(opened: str, state: str, day: str, result: str, **values: object) -> Values:
        ended = {"result": result, "resolved_on": day, **values}
        return case(opened, ("resolving", opened), (state, day), **ended)

    # d3 A17, A18: closed on the first day of the period is carried over; it keeps its date.
    yield over("2022-07-01", "settled", "2023-01-01", "mediated")
    # d1 A19: carried over, complex and prolonged.
    yield case("2022-06-01", severity="complex_prolonged")
    # d2 A17: closed on the day before the period.
    yield over("2022-06-01", "settled", "2022-12-31", "settled")
    # d4 A17: opened on the first day, settled on the last; A19: a hot spot.
    yield over("2023-01-01", "settled", "2023-12-31", "settled", severity="hotspot")
    # d5 A17: failed is closed, not settled; A19: complex alone is not prolonged; a crowd.
    yield over(
        "2023-05-05",
        "failed",
        "2023-06-01",
        "mediation_failed",
        kind="mass_gathering",
        participants=30,
        severity="complex",
    )
    # d7: after the period.
    yield case("2024-01-01")
    # d8 A17: settled after the period.
    yield over(
        "2023-03-03", "settled", "2024-01-02", "settled", kind="mass_gathering", participants=12
    )
    # d9 A19: a crowd of a case that was carried over.
    yield case("2022-05-05", kind="mass_gathering", participants=7)


def relapse(first: str) -> Values:
    """Return d6 (A18): the relapse of d3 is a case of its own."""
    begun = moves(("detected", "2023-09-09"))
    return r02.case(opened_on="2023-09-09", relapse_of=first, moves=begun)


def administrative_measures() -> Iterator[Values]:
    """Yield the files m1 to m7."""

    def file(*states: tuple[str, str], **values: object) -> Values:
        return r03.file(moves=moves(*states), **values)

    made = (("collecting", "2023-04-10"), ("filed", "2023-04-14"), ("notified", "2023-04-17"))
    # m1 A22: made within 7 days, sent on the first working day after the reading.
    yield file(*made, ("sent", "2023-04-21"))
    # m2 A22: sent too late. A23 puts the holidays of 29/4 to 3/5 off the days of reading.
    yield file(*made, ("sent", "2023-05-22"), sent_on="2023-05-22", person=OTHER)
    # m3 A21: applied by the day of the court, sent off by its own day, both on the last.
    yield file(
        *made,
        ("sent", "2023-04-21"),
        ("decided", "2023-12-31"),
        ("executing", "2023-12-31"),
        court_decision_date="2023-12-31",
        decision="applied",
        term_months=12,
        executions=[{"kind": "sent_off", "on": "2023-12-31"}],
    )
    # m4 A21: applied the year after; not sent off, postponed.
    yield file(
        *made,
        ("sent", "2023-04-21"),
        ("decided", "2024-01-02"),
        ("postponed", "2024-01-02"),
        court_decision_date="2024-01-02",
        decision="applied",
        term_months=12,
        executions=[{"kind": "postponed", "on": "2024-01-02"}],
    )
    # m5 A21: not applied in the period.
    yield file(
        *made,
        ("sent", "2023-04-21"),
        ("decided", "2023-06-01"),
        court_decision_date="2023-06-01",
        decision="not_applied",
    )


def commune_education() -> Iterator[Values]:
    """Yield the files e1 to e7."""
    begun = r04.MOVES
    # e1 A24, A02: a person without a number.
    yield r04.file(
        end_kind="completed",
        end_date="2023-06-20",
        moves=[*begun, *moves(("completed", "2023-06-20"))],
    )
    # e2 A02: the same name, differently written, and the same birth date, on the last day.
    yield r04.file(
        person=SAME,
        decision_date="2023-12-31",
        term_from="2023-12-31",
        term_to="2024-03-31",
        moves=[*begun[:-2], *moves(("decided", "2023-12-31"), ("serving", "2023-12-31"))],
    )
    # e3 A24: an alternative measure stands apart.
    yield r04.file(
        person={"full_name": "Lò Văn Nhỏ", "born": "2007-05-01", "sex": "male"},
        guardian={"full_name": "Lò Thị Mẫu"},
        alternative_measure="family_management",
    )
    # e4 A24: not applied.
    yield r04.file(
        person=OTHER,
        decision="not_applied",
        term_months=None,
        term_from=None,
        term_to=None,
        supervisor_organization=None,
        moves=[*begun[:-2], *moves(("not_applied", "2023-03-17"))],
    )
    # e5 A25: its term ended on the last day, which is the first it no longer stands.
    yield r04.file(
        person=OTHER,
        decision_date="2023-06-28",
        term_from="2023-06-30",
        term_months=6,
        term_to="2023-12-31",
        moves=[*begun[:-2], *moves(("decided", "2023-06-28"), ("serving", "2023-06-30"))],
    )
    yield _moved_away()


def _moved_away() -> Values:
    """Return e6 (A26): moved away; decided the year before (A24)."""
    return r04.file(
        person=OTHER,
        file_date="2022-12-01",
        notified_on="2022-12-02",
        sent_on="2022-12-08",
        received_on="2022-12-08",
        meeting_on="2022-12-14",
        violations=[
            {"on": day, "act": "Gây rối trật tự công cộng"}
            for day in ("2022-08-15", "2022-10-15", "2022-11-20")
        ],
        decision_date="2022-12-16",
        term_from="2022-12-20",
        term_months=6,
        term_to="2023-06-20",
        end_kind="moved",
        end_date="2023-02-02",
        moves=moves(
            ("compiling", "2022-12-01"),
            ("notified", "2022-12-02"),
            ("sent", "2022-12-08"),
            ("met", "2022-12-14"),
            ("decided", "2022-12-16"),
            ("serving", "2022-12-20"),
            ("terminated", "2023-02-02"),
        ),
    )


def drug_user_management() -> Iterator[Values]:
    """Yield u1 to u3 (A25, A26: as B4.2)."""
    yield r04b.file(person=NUMBERED)
    # A02: another name, the same number: one person.
    yield r04b.file(person=RENAMED)
    ended = [*r04b.MOVES, *moves(("ended", "2023-12-31"))]
    yield r04b.file(person=OTHER, end_kind="stopped", end_date="2023-12-31", moves=ended)


def wanted_persons() -> Iterator[Values]:
    """Yield the decisions w1 to w7."""
    # w1 A28: arrested elsewhere counts for the owner; jointly, helped by the people.
    yield r05.arrest(outcome_unit="13285", done_by=["commune_police", "joint"], people_help=True)
    # w2 A02: a second decision on the same person, arrested on it too.
    yield r05.arrest(decision_number="02/QĐTN")
    # w3 A28: surrendered on his own on the last day.
    given_up = [*r05.AT_LARGE, *moves(("surrendered", "2023-12-31"))]
    yield r05.arrest(
        person=OTHER,
        outcome="surrendered",
        outcome_at="2023-12-31T23:59+07:00",
        reported_at="2023-12-31T23:59+07:00",
        moves=given_up,
    )
    # w4 A29: at large on the last day, caught after it.
    caught = [*r05.AT_LARGE, *moves(("arrested", "2024-01-01"))]
    yield r05.arrest(
        person={"full_name": "Sùng A Mẫu", "born": "1980-01-01", "sex": "male"},
        outcome_at="2024-01-01T00:00+07:00",
        reported_at="2024-01-01T00:01+07:00",
        moves=caught,
    )
    # w5 A29: only traced. w6: only to be arrested here. w7: decided after the last day.
    lone = {"full_name": "Cứ A Mẫu", "born": "1981-01-01", "sex": "male"}
    yield r05.decision(person=lone, decision_kind="traced")
    yield r05.decision(person=lone, decision_number="04/QĐTN", tie="arrested_here")
    yield r05.decision(
        person=lone,
        decision_number="05/QĐTN",
        decision_date="2024-01-01",
        moves=moves(("wanted", "2024-01-01")),
    )
