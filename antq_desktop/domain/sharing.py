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
        ("movement_models", "name"),
        ("movement_models", "points.area"),
        ("movement_models", "points.organization"),
        ("movement_models", "recognitions.number"),
        ("other_forces", "area"),
        ("other_forces", "organization"),
        ("propaganda", "area"),
        ("propaganda", "organization"),
        ("security_teams", "areas.area"),
        ("security_teams", "name"),
    }
)
