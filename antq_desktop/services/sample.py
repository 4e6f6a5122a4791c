"""Invented records of a sample year, by register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services.sample_base import Sample
from antq_desktop.services.sample_cases import crime_reports, disputes
from antq_desktop.services.sample_education import commune_education, drug_user_management
from antq_desktop.services.sample_measures import administrative_measures
from antq_desktop.services.sample_models import movement_models
from antq_desktop.services.sample_wanted import wanted_persons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from antq_desktop.services.sample_base import Object

__all__ = ["SAMPLES", "Sample", "movement_models"]

#: For each register that has invented records, what makes them.
SAMPLES: Mapping[str, Callable[[Sample], Iterator[Object]]] = {
    "crime_reports": crime_reports,
    "disputes": disputes,
    "administrative_measures": administrative_measures,
    "commune_education": commune_education,
    "drug_user_management": drug_user_management,
    "wanted_persons": wanted_persons,
    "movement_models": movement_models,
}
