"""The one list of free texts that may leave a unit: public names and numbers, nothing else.

Everything else that a person types in words stays in the unit. A test pins this list, so that a
new entry is a decision and not an accident.
"""

from __future__ import annotations

from typing import Final

from antq_desktop.domain.vietnamese import clean, forbidden_characters
from antq_desktop.errors import Refusal

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

#: (kind of bundle, member) of each free text that one side writes to the other, outside a record.
#: They are shown as what that side wrote; who types one is told not to name who gave information.
WRITTEN_TEXT = frozenset(
    {
        ("correction", "answers.text"),
        ("query", "items.text"),
        ("receipt", "reasons.text"),
    }
)

LONGEST_WRITTEN: Final = 500
"""Characters of such a text."""


def written_text(text: str) -> str:
    """Return a text as it travels from one side to the other: one clean line.

    Characters that control or hide are taken out. Refusal if nothing is left, or too much.
    """
    if len(text) > 20 * LONGEST_WRITTEN:  # whatever it is, it is no sentence
        raise Refusal("queries.text_long", most=LONGEST_WRITTEN)
    found = "".join(one if not forbidden_characters(one) else " " for one in clean(text))
    line = " ".join(found.split())
    if not line:
        raise Refusal("queries.text_needed")
    if len(line) > LONGEST_WRITTEN:
        raise Refusal("queries.text_long", most=LONGEST_WRITTEN)
    return line


def quoted(text: str) -> str:
    """Return words of the other side as they are shown: between quotation marks, on one line."""
    return f"\u201c{' '.join(text.split())}\u201d"
