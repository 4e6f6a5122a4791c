"""Invented records of a sample year, by register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services.sample_base import Sample
from antq_desktop.services.sample_cases import crime_reports, disputes
from antq_desktop.services.sample_committee import (
    committee_meetings,
    committee_members,
    committee_reviews,
    committee_tasks,
    inspections,
)
from antq_desktop.services.sample_models import movement_models
from antq_desktop.services.sample_papers import coordination_programmes, documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from antq_desktop.services.sample_base import Object

__all__ = ["SAMPLES", "Sample", "movement_models"]

#: For each register that has invented records, what makes them.
SAMPLES: Mapping[str, Callable[[Sample], Iterator[Object]]] = {
    "crime_reports": crime_reports,
    "disputes": disputes,
    "movement_models": movement_models,
    "committee_members": committee_members,
    "committee_tasks": committee_tasks,
    "committee_meetings": committee_meetings,
    "inspections": inspections,
    "committee_reviews": committee_reviews,
    "coordination_programmes": coordination_programmes,
    "documents": documents,
}
