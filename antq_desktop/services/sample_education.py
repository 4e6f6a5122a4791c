"""Invented files of education at the commune (R04), and invented drug users managed (R04b)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.deadlines import after_months
from antq_desktop.domain.registers.commune_education.codes import (
    ACTS,
    ACTS_OF,
    AGES,
    ALTERNATIVES,
    ATTENDEES,
    BEHAVIOURS,
    CLAUSES,
    COMMUNITY_EDUCATION,
    PROPOSERS,
    THRICE,
)
from antq_desktop.domain.registers.drug_user_management import CHECKS, DRUGS
from antq_desktop.services.sample_base import begin, day_of
from antq_desktop.services.sample_persons import People, moves, said, texts, turn, working

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from antq_desktop.services.sample_base import Object, Sample, Words

_LINE = ("compiling", "notified", "sent", "met", "decided", "serving")
#: How far the files have come, and how those that are over ended.
_PATHS: tuple[tuple[tuple[str, ...], str | None], ...] = (
    ((*_LINE, "completed"), "completed"),
    (_LINE, None),
    ((*_LINE, "completed"), "exempted"),
    ((*_LINE, "converted"), "converted"),
    (_LINE, None),
    ((*_LINE, "terminated"), "moved"),
    (_LINE[:3], None),
    ((*_LINE, "completed"), "completed"),
    ((*_LINE[:4], "not_applied"), None),
    ((*_LINE, "terminated"), "suspended"),
    (_LINE[:5], None),
    ((*_LINE, "terminated"), "died"),
    (_LINE[:2], None),
    ((*_LINE, "terminated"), "terminated"),
    (_LINE[:4], None),
    (_LINE[:1], None),
)
_MANAGED = (None, "expired", None, "moved", None, "stopped", None, "died", None, "terminated")


def commune_education(sample: Sample) -> Iterator[Object]:
    """Yield invented files: most decided in the year, some over, some on their way."""
    words, random = begin(sample, "commune_education")
    people = People(sample, "commune_education")
    for number in sample.numbers:
        yield _Education(random, words, people, number).made(sample.year)


class _Education:
    """One file, put together stage by stage."""

    def __init__(self, random: Random, words: Words, people: People, number: int) -> None:
        self._random, self._words, self._people = random, words, people
        self._number = number
        self._path, self._end = turn(number, _PATHS)
        alternative = turn(number // 5, ALTERNATIVES).code if number % 5 == 4 else None
        self._alternative = alternative

    def made(self, year: int) -> Object:
        """Return the values of a file made in a year; its days lie in the year."""
        # A term that runs began late enough to run on; one that is over began early enough.
        first, wide = (1, 130) if self._end else (190, 140)
        filed = date(year, 1, 1) + timedelta(days=first + self._random.randrange(wide))
        values = self._subject(filed)
        days = [filed]
        for state in self._path[1:]:
            on, more = self._stage(state, days[-1], values)
            days.append(on)
            values |= more
        return {**values, "moves": moves(self._path, days)}

    def _subject(self, filed: date) -> Object:
        clause = turn(self._number + self._number // len(_PATHS), CLAUSES).code
        least, over = AGES[clause]
        age = self._random.randrange(least, over or least + 25)
        back = (100, 50, 5) if clause in THRICE else (5,)
        fitting = [code for code in ACTS if code.code in ACTS_OF[clause]]
        act = turn(self._number // len(CLAUSES), fitting)
        return {
            "file_number": f"{self._number + 1:02}/HSGD",
            "file_date": filed.isoformat(),
            "subject_clause": clause,
            "proposer": turn(self._number, PROPOSERS).code,
            "acts": [act.code],
            "person": self._people.person(age, filed),
            **self._people.guardian(age, filed),
            "violations": [
                {
                    "on": (filed - timedelta(days=before)).isoformat(),
                    "act": act.label.vi,
                    "record_number": f"{self._number + 1:02}/BB-{before}",
                    "sanction": said(self._words, "sanction", number=self._number + 1, part=before),
                }
                for before in back
            ],
        }

    def _stage(self, state: str, day: date, before: Object) -> tuple[date, Object]:
        """Return the day on which a state was reached, and what was written then."""
        if state == "notified":
            on = working(day, 1)
            return on, {"notified_on": on.isoformat()}
        if state == "sent":
            on = working(day, 4)
            return on, {"sent_on": on.isoformat()}
        if state == "met":
            on = working(day, self._random.randrange(3, 6))
            return on, self._met(day, on, before)
        if state in {"decided", "not_applied"}:
            return self._decided(state, working(day, 2))
        if state == "serving":
            return day, self._serving(day)
        return self._ended(day)

    def _met(self, received: date, on: date, before: Object) -> Object:
        known = {
            role: cast("Object", before[role])["full_name"]
            for role in ("person", "guardian")
            if role in before
        }
        return {
            "received_on": received.isoformat(),
            "meeting_on": on.isoformat(),
            "attendees": [
                {
                    "role": code.code,
                    "name": known[code.code] if code.code in known else self._people.officer(),
                    "attended": code.code != "person",
                }
                for code in ATTENDEES
            ],
            "minutes": f"{self._number + 1:02}/BBH",
        }

    def _decided(self, state: str, on: date) -> tuple[date, Object]:
        values: Object = {
            "decision": "not_applied" if state == "not_applied" else "applied",
            "decision_number": said(self._words, "decision", number=self._number + 1),
            "decision_date": on.isoformat(),
        }
        if state == "decided" and self._alternative:
            values["alternative_measure"] = self._alternative
        return on, values

    def _serving(self, day: date) -> Object:
        months = self._random.randrange(3, 7)
        if self._alternative == COMMUNITY_EDUCATION:
            months = self._random.randrange(6, 13)
        reviews = [
            (month, turn(self._number + month, BEHAVIOURS).code)
            for month in range(1, 3 if self._end else 2)
        ]
        return {
            "term_months": months,
            "term_from": day.isoformat(),
            "term_to": after_months(day, months).isoformat(),
            "supervisor_organization": self._random.choice(texts(self._words, "organizations")),
            "supervisor": self._random.choice(texts(self._words, "supervisors")),
            "commitment": said(self._words, "commitment", day=day),
            "monthly_reviews": [
                {
                    "on": after_months(day, month).isoformat(),
                    "behaviour": behaviour,
                    "note": said(self._words, behaviour),
                }
                for month, behaviour in reviews
            ],
        }

    def _ended(self, day: date) -> tuple[date, Object]:
        on = after_months(day, 6 if self._end == "completed" else 3)
        return on, {"end_kind": self._end, "end_date": on.isoformat()}


def drug_user_management(sample: Sample) -> Iterator[Object]:
    """Yield invented users: most managed for a year, a few moved away, some ended early."""
    words, random = begin(sample, "drug_user_management")
    people = People(sample, "drug_user_management")
    for number in sample.numbers:
        yield _user(sample, words, random, people, number)


def _user(sample: Sample, words: Words, random: Random, people: People, number: int) -> Object:
    end = turn(number, _MANAGED)
    tested = day_of(random, sample.year - 1) if end else day_of(random, sample.year)
    age = random.randrange(16, 45)
    values: Object = {
        "tested_on": tested.isoformat(),
        "test_number": f"{number + 1:02}/PXN",
        "person": people.person(age, tested),
        **people.guardian(age, tested),
        "drugs": sorted({turn(number, DRUGS).code, random.choice(DRUGS).code}),
    }
    if number % 11 == 8:
        return {**values, "moves": moves(["detected"], [tested])}
    decided = working(tested, 5 if number % 13 == 6 else 2)
    values |= {
        "decision_number": said(words, "decision", number=number + 1),
        "decision_date": decided.isoformat(),
        "term_from": decided.isoformat(),
        "term_to": after_months(decided, 12).isoformat(),
        "electronic_monitoring": False,
        "checks": list(_checks(sample, words, random, people, decided)),
    }
    path, days = ["detected", "managed"], [tested, decided]
    if end == "moved":
        moved = after_months(decided, 5)
        passed = working(moved, 4)
        values |= {
            "moved_on": moved.isoformat(),
            "moved_to": sample.unit.key.as_json(),
            "file_passed_on": passed.isoformat(),
        }
        path.append("moving")
        days.append(moved)
    if end and not (end == "moved" and number % 20 == 3):
        on = after_months(decided, 12 if end == "expired" else 6)
        values |= {
            "end_kind": end,
            "end_date": on.isoformat(),
            "end_number": said(words, "end", number=number + 1),
        }
        path.append("ended")
        days.append(on)
    return {**values, "moves": moves(path, days)}


def _checks(
    sample: Sample, words: Words, random: Random, people: People, since: date
) -> Iterator[Object]:
    for month in range(1, 6):
        on = after_months(since, month)
        if on <= date(sample.year, 12, 31):
            result = random.choice(CHECKS).code
            yield {
                "on": on.isoformat(),
                "result": result,
                "officer": people.officer(),
                "note": said(words, result),
            }
