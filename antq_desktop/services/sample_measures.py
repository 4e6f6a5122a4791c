"""Invented files of administrative measures (R03)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.registers.administrative_measures.codes import (
    DECISIONS,
    DOCUMENTS,
    GROUNDS,
    GROUNDS_OF,
    MANAGEMENT,
    MEASURES,
    REHABILITATION,
    TERMS,
)
from antq_desktop.services.sample_base import begin
from antq_desktop.services.sample_persons import People, moves, said, texts, turn, working

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from antq_desktop.services.sample_base import Object, Sample, Words

_LINE = ("collecting", "filed", "notified", "sent", "court_accepted", "decided")
#: How far the files have come: in a book most have been decided, a few are on their way.
_PATHS = (
    (*_LINE, "executing"),
    (*_LINE, "executing", "completed"),
    _LINE[:5],
    (*_LINE, "executing", "completed", "archived"),
    _LINE[:4],
    (*_LINE, "postponed"),
    _LINE,
    (*_LINE[:4], "returned", "sent"),
    (*_LINE, "archived"),
    _LINE[:3],
    (*_LINE, "absconded"),
    (*_LINE[:4], "returned"),
    _LINE[:2],
    (*_LINE, "executing"),
    _LINE[:1],
)
#: States whose day is a field: which, and how many working days after the state before.
_DAYS = {
    "notified": ("notified_on", 1),
    "returned": ("returned_on", 2),
    "court_accepted": ("to_court_on", 2),
}
_AGES = {
    "child_especially_serious": 13,
    "minor_very_serious": 15,
    "minor_after_education": 15,
    "youth_after_education": 17,
}
_NOT_APPLIED = tuple(code.code for code in DECISIONS if code.code != "applied")


def administrative_measures(sample: Sample) -> Iterator[Object]:
    """Yield invented files: most made and sent in time, decided, some executed to the end."""
    words, random = begin(sample, "administrative_measures")
    people = People(sample, "administrative_measures")
    last = date(sample.year, 12, 31)
    measures = [code.code for code in MEASURES if code.valid_on(last)]
    for number in sample.numbers:
        path = turn(number, _PATHS)
        measure = turn(number + number // len(_PATHS), measures)
        fitting = [code.code for code in GROUNDS if code.code in GROUNDS_OF[measure]]
        yield _File(random, words, people, number, path).made(
            sample.year, measure, turn(number // len(measures), fitting)
        )


class _File:
    """One file, put together stage by stage."""

    def __init__(
        self, random: Random, words: Words, people: People, number: int, path: tuple[str, ...]
    ) -> None:
        self._random, self._words, self._people = random, words, people
        self._number, self._path = number, path

    def made(self, year: int, measure: str, ground: str) -> Object:
        """Return the values of a file that was detected in a year, or before if it is over."""
        begun = year - ("completed" in self._path)
        detected = date(begun, 1, 2) + timedelta(days=self._random.randrange(200))
        days = [detected]
        values = self._subject(measure, ground, detected)
        for state in self._path[1:]:
            on, more = self._stage(state, measure, days[-1], values)
            days.append(on)
            values |= more
        return {**values, "moves": moves(self._path, days)}

    def _subject(self, measure: str, ground: str, detected: date) -> Object:
        minor = measure == "compulsory_rehabilitation_minor"
        age = _AGES.get(ground) or (16 if minor else self._random.randrange(19, 46))
        back = (90, 45, 0) if measure == "compulsory_education" else (0,)
        act = cast("Mapping[str, str]", self._words["acts"])[measure]
        return {
            "detected_on": detected.isoformat(),
            "measure": measure,
            "person": self._people.person(age, detected),
            **self._people.guardian(age, detected),
            "violations": [
                {
                    "on": (detected - timedelta(days=before)).isoformat(),
                    "act": act,
                    "record_number": f"{self._number + 1:02}/BB-{before}",
                    "sanction": said(self._words, "sanction", number=self._number + 1, part=before),
                }
                for before in back
            ],
            "ground": ground,
            "stable_residence": ground != "third_violation_no_residence" and self._number % 4 > 0,
            "interim_management": turn(self._number, MANAGEMENT).code,
        }

    def _stage(self, state: str, measure: str, day: date, before: Object) -> tuple[date, Object]:
        """Return the day on which a state was reached, and what was written then."""
        if state in _DAYS:
            name, gap = _DAYS[state]
            on = working(day, gap)
            return on, {name: on.isoformat()}
        if state == "filed":
            on = working(day, 8 if self._number % 9 == 5 else self._random.randrange(2, 5))
            return on, self._filed(measure, on)
        if state == "sent":
            return self._sent(day, before)
        if state == "decided":
            on = day + timedelta(days=self._random.randrange(10, 20))
            return on, {**self._asked(day), **self._decided(measure, on)}
        return self._executed(state, day, before)

    def _sent(self, day: date, before: Object) -> tuple[date, Object]:
        if "sent_on" in before:
            on = working(day, 2)
            return on, {"supplemented_on": on.isoformat()}
        on = working(day, 7 if self._number % 7 == 6 else 4)
        receiver = self._random.choice(texts(self._words, "receivers"))
        return on, {"sent_on": on.isoformat(), "sent_to": receiver}

    def _filed(self, measure: str, on: date) -> Object:
        kinds = {turn(self._number + step, DOCUMENTS).code for step in range(3)}
        number = f"{self._number + 1:02}"
        values: Object = {
            "file_number": f"{number}/HS",
            "file_date": on.isoformat(),
            "compiled_by": self._people.officer(),
            "documents": [
                {
                    "kind": kind,
                    "number": number,
                    "on": on.isoformat(),
                    "pages": self._random.randrange(1, 5),
                }
                for kind in sorted({"violation_record", *kinds})
            ],
        }
        if measure in REHABILITATION:
            values["addiction_result"] = f"{number}/PKQ"
        return values

    def _asked(self, accepted: date) -> Object:
        """Return that the court asked something of the file, as it does now and then."""
        if self._number % 4 != 1:
            return {}
        asked, answered = working(accepted, 2), working(accepted, 4)
        return {
            "court_asked_on": asked.isoformat(),
            "court_answered_on": answered.isoformat(),
        }

    def _decided(self, measure: str, on: date) -> Object:
        values: Object = {
            "court": self._random.choice(texts(self._words, "courts")),
            "court_decision_number": said(self._words, "decision", number=self._number + 1),
            "court_decision_date": on.isoformat(),
        }
        if self._path[-1] == "archived" and "completed" not in self._path:
            return {**values, "decision": turn(self._number // len(_PATHS), _NOT_APPLIED)}
        least, most = TERMS[measure]
        over = "completed" in self._path
        term = least if over else self._random.randrange(least, most + 1)
        return {
            **values,
            "decision": "applied",
            "term_months": term,
            "decision_effective_on": (on + timedelta(days=2)).isoformat(),
            "decision_received_on": (on + timedelta(days=3)).isoformat(),
        }

    def _executed(self, state: str, day: date, before: Object) -> tuple[date, Object]:
        if state == "archived":
            return day + timedelta(days=10), {}
        kind = {"executing": "sent_off", "postponed": turn(self._number, ("exempted", "postponed"))}
        on = day + timedelta(days=5)
        if state == "completed":
            on = day + timedelta(days=30 * int(str(before["term_months"])))
        row: Object = {"kind": kind.get(state, state), "on": on.isoformat()}
        if self._number % 3 == 0:
            row["note"] = self._random.choice(texts(self._words, "notes"))
        rows = cast("list[Object]", before.get("executions", []))
        return on, {"executions": [*rows, row]}
