"""The sorts of invented records that a plan tells apart.

They are read off the values here, and not with the code that counts: a year that was planned by its
own counting would prove nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from antq_desktop.services.sample_base import Object

    Rows = list[dict[str, object]]
    SortOf = Callable[[Object, int], str | None]


#: The one sort of a register whose records no figure tells apart.
ANY = "any"


def _day(values: Object, name: str) -> str:
    return str(values.get(name) or "")


def _tip(values: Object, _year: int) -> str:
    return "people" if values["origin_group"] in {"people", "grassroots_force"} else "others"


def _dispute(values: Object, year: int) -> str | None:
    settled = _day(values, "resolved_on")[:4]
    if settled == f"{year:04}":
        return "settled"
    return "earlier" if settled else None


def _measure(values: Object, year: int) -> str | None:
    made = _day(values, "file_date")[:4]
    if made == f"{year:04}":
        return "reform_school" if values["measure"] == "reform_school" else "proposed"
    return "earlier" if made else None


def _education(values: Object, year: int) -> str | None:
    decision = values.get("decision")
    if decision is None or _day(values, "decision_date")[:4] != f"{year:04}":
        return None
    if decision == "applied" and values.get("alternative_measure"):
        return "alternative"
    return str(decision)


def _wanted(values: Object, year: int) -> str | None:
    outcome, kind = values.get("outcome"), values["decision_kind"]
    if kind == "traced":
        return None
    if outcome is None:
        return "at_large"
    found = outcome in {"arrested", "persuaded", "surrendered"}
    return "found" if found and _day(values, "outcome_at")[:4] == f"{year:04}" else None


def _model(values: Object, year: int) -> str | None:
    """Tell what a model did in the year; one that did two things at once is of no sort."""
    text = f"{year:04}"
    points = sorted(str(row["started_on"]) for row in cast("Rows", values["points"]))
    did = {
        "new": _day(values, "established_on").startswith(text),
        "replicated": any(day.startswith(text) for day in points[1:]),
        "noted": any(
            row["level"] == "ministry" and str(row["on"]).startswith(text)
            for row in cast("Rows", values["recognitions"])
        ),
    }
    reviews = sorted((str(row["on"]), row["result"]) for row in cast("Rows", values["reviews"]))
    works = bool(reviews) and reviews[-1][1] == "effective"
    works = works and values["status"] in {"new", "maintained", "strengthened"}
    sorts = [name for name, done in did.items() if done]
    if not works:
        return None if sorts else "other"
    return (sorts or ["kept"])[0] if len(sorts) < 2 else None


def _area(values: Object, _year: int) -> str | None:
    return None if values.get("valid_to") else "there"


def _organization(values: Object, _year: int) -> str | None:
    if values.get("valid_to") or values["level"] != "commune":
        return None
    return str(values["kind"]) if values["in_scope"] else "outside"


def _officer(values: Object, _year: int) -> str:
    return "left" if values.get("ended_on") else "serving"


def _event(values: Object, _year: int) -> str:
    return "festival" if values["form"] == "festival" else "other"


def _award(values: Object, _year: int) -> str:
    return "usual" if values["level"] in {"commune", "district", "provincial_police"} else "high"


def _any(_values: Object, _year: int) -> str:
    return ANY


_SORTS: Mapping[str, SortOf] = {
    "crime_reports": _tip,
    "disputes": _dispute,
    "administrative_measures": _measure,
    "commune_education": _education,
    "wanted_persons": _wanted,
    "movement_models": _model,
    "residential_areas": _area,
    "organizations": _organization,
    "police_officers": _officer,
    "propaganda": _event,
    "awards": _award,
}


def sort_of(register: str, values: Object, year: int) -> str | None:
    """Return the sort of a record in the plan of a year, None for one that no plan asks for."""
    return _SORTS.get(register, _any)(values, year)
