"""A commune with a sample year in which every sort of record stands several times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.sample_sorts import ANY
from antq_desktop.services.sample_year import records_of_year
from antq_desktop.services.saving import add_records

if TYPE_CHECKING:
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.workspace import Workspace

YEAR = 2023
#: How many of each sort; books that are not named have three.
SHARE = {
    "crime_reports": {"people": 8, "others": 3},
    "disputes": {"settled": 6, "earlier": 2},
    "administrative_measures": {"proposed": 4, "reform_school": 2, "earlier": 2},
    "commune_education": {"applied": 4, "not_applied": 2, "alternative": 2},
    "wanted_persons": {"found": 4, "at_large": 2},
    "movement_models": {"kept": 5, "new": 4, "replicated": 4, "noted": 4, "other": 2},
    "residential_areas": {"there": 7},
    "organizations": {"agency": 3, "enterprise": 3, "school": 2, "outside": 3},
    "security_standard": {"residential_area": 1, "agency": 1},
    "police_officers": {"serving": 7, "left": 1},
    "propaganda": {"festival": 2, "other": 4},
    "awards": {"usual": 3, "high": 1},
}

Values = dict[str, object]
Year = dict[str, dict[str, Values]]


def fill(workspace: Workspace, seed: int = 1) -> tuple[Year, list[Saved]]:
    """Save such a year; return the values by register and id, and what was said of each record."""
    year: Year = {}
    said: list[Saved] = []
    for name in SAMPLES:
        register = workspace.catalogue.by_name[name]
        sample = Sample(workspace.unit, YEAR, 0, seed, year)
        values = records_of_year(register, sample, SHARE.get(name, {ANY: 3}))
        saved = add_records(workspace, register, values)
        year[name] = {one.record: value for one, value in zip(saved, values, strict=True)}
        said += saved
    return year, said
