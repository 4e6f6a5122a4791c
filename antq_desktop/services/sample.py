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
from antq_desktop.services.sample_education import commune_education, drug_user_management
from antq_desktop.services.sample_events import awards, propaganda
from antq_desktop.services.sample_forces import other_forces, police_officers, security_teams
from antq_desktop.services.sample_measures import administrative_measures
from antq_desktop.services.sample_models import movement_models
from antq_desktop.services.sample_papers import coordination_programmes, documents
from antq_desktop.services.sample_places import key_areas, organizations, residential_areas
from antq_desktop.services.sample_standard import security_standard
from antq_desktop.services.sample_wanted import wanted_persons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from antq_desktop.services.sample_base import Object

__all__ = ["SAMPLES", "Sample", "movement_models"]

#: For each register that has invented records, what makes them; those that others point to first.
SAMPLES: Mapping[str, Callable[[Sample], Iterator[Object]]] = {
    "residential_areas": residential_areas,
    "organizations": organizations,
    "movement_models": movement_models,
    "crime_reports": crime_reports,
    "disputes": disputes,
    "administrative_measures": administrative_measures,
    "commune_education": commune_education,
    "drug_user_management": drug_user_management,
    "wanted_persons": wanted_persons,
    "security_standard": security_standard,
    "key_areas": key_areas,
    "police_officers": police_officers,
    "security_teams": security_teams,
    "other_forces": other_forces,
    "propaganda": propaganda,
    "awards": awards,
    "committee_members": committee_members,
    "committee_tasks": committee_tasks,
    "committee_meetings": committee_meetings,
    "inspections": inspections,
    "committee_reviews": committee_reviews,
    "coordination_programmes": coordination_programmes,
    "documents": documents,
}
