"""What officers write into the report of a period: kept as they type, section by section.

It lies in the encrypted database, never in a record, and leaves the workspace on the printed
report alone; a later version of the report begins with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.outline import Section, section_of
from antq_desktop.domain.vietnamese import clean, forbidden_characters
from antq_desktop.errors import Refusal
from antq_desktop.store.report_papers import WrittenText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.periods import Period
    from antq_desktop.services.workspace import Workspace

LONGEST_TEXT = 20_000
"""Letters in one section: some seven pages."""


def own_texts(workspace: Workspace, period: Period) -> Mapping[Section, str]:
    """Return what is written for a period, by section."""
    found = {
        section_of(one.section): one.text
        for one in workspace.store.report_papers.texts(period.code)
    }
    return {section: text for section, text in found.items() if section is not None}


def write_text(workspace: Workspace, period: Period, section: str, text: str) -> str:
    """Keep the text of a section; return when. An empty text takes it away.

    Refusal for a section that there is not or that has no text of its own, for a text that is too
    long, and for characters that no paper can show.
    """
    found = section_of(section)
    if found is None or not found.has_text:
        raise Refusal("reports.no_section", code=section)
    kept = clean(text)
    if len(kept) > LONGEST_TEXT:
        raise Refusal("reports.text_too_long", most=LONGEST_TEXT)
    if forbidden_characters(kept):
        raise Refusal("reports.text_characters")
    at = workspace.clock.stamp()
    with workspace.store.atomic():
        workspace.store.report_papers.write(
            period.code,
            WrittenText(section=section, text=kept, user=workspace.user, kept_at=at),
        )
    return at
