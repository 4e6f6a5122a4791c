"""The one list of free texts that may leave a unit: public names and numbers, nothing else.

Everything else that a person types in words stays in the unit. A test pins this list, so that a
new entry is a decision and not an accident.
"""

from __future__ import annotations

#: (register, field or rows.column) of each free text that a submission may carry.
SHARED_TEXT = frozenset(
    {
        ("awards", "recipient_collective"),
        ("crime_reports", "event_area"),
        ("disputes", "area"),
        ("key_areas", "name"),
        ("movement_models", "name"),
        ("movement_models", "points.area"),
        ("movement_models", "points.organization"),
        ("movement_models", "recognitions.number"),
        ("organizations", "name"),
        ("other_forces", "area"),
        ("other_forces", "organization"),
        ("propaganda", "area"),
        ("propaganda", "organization"),
        ("residential_areas", "name"),
        ("security_standard", "decision_number"),
        ("security_standard", "subject"),
        ("security_teams", "areas.area"),
        ("security_teams", "name"),
        ("wanted_persons", "decision_body"),
        ("wanted_persons", "decision_number"),
    }
)
