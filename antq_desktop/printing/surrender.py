"""Who gave himself up, as the minutes of it need him: from R01 or from R05."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from antq_desktop.domain.registers.wanted_persons.codes import SURRENDER
from antq_desktop.printing.blocks import Style, Text
from antq_desktop.printing.people import person_lines
from antq_desktop.printing.tt119 import no_crime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.subjects import RecordSubject

WANTED: Final = "wanted_persons"
_GAVE_UP: Final = frozenset({"confession", "surrender"})


def gave_up(record: RecordSubject) -> str | None:
    """Return the message for a record of nobody who gave himself up, None for all others."""
    if record.register.name == WANTED:
        fits = record.values.get("outcome") in SURRENDER
        return None if fits else "paper.no_surrender"
    fits = record.values.get("source_kind") in _GAVE_UP
    return no_crime(record) if fits else "paper.no_surrender"


def person(record: RecordSubject | None) -> Iterator[Block]:
    """Yield the lines of the person; in R01 his name is sealed like that of an informant."""
    if record is None:
        yield from person_lines({}, lambda _: None)
    elif record.register.name == WANTED:
        yield from person_lines(_person(record.values.get("person")), record.unit)
    elif record.confidential is not None:
        yield from person_lines(_person(record.confidential.get("informant")), record.unit)
    else:
        if record.sealed:
            yield Text("(Thông tin cá nhân được niêm phong trong hồ sơ.)", Style.PLAIN)
        yield from person_lines({}, record.unit)


def _person(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value or {})
