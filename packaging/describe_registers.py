"""Writes docs/registers.md from the declarations: ``make registers``; a test compares."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.people import PERSON_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.domain.fields import Code, Field
    from antq_desktop.domain.register import Deadline, Register

TARGET = Path(__file__).resolve().parent.parent / "docs" / "registers.md"

_HEAD = """\
# Registers

Made from the declarations in `antq_desktop/domain/registers` by `make registers`; a test compares.
These names stand in JSON, in bundles and in the database.

- **Required**: `always`, or the states from which a record must have it. A record without one that
  is required stays a draft.
- **Travel**: `shared` goes to the office with every submission; `private` stays in the unit;
  `confidential` is sealed when it is saved.
- A code or a limit marked *unverified* rests on a text that could not be read; the
  program says so wherever it shows it.
- Every register has `moves` (`state`, `on`, `replaces`) besides: its dated states.
"""


def text() -> str:
    """Return the whole document."""
    catalogue = load_catalogue()
    lines = [_HEAD, "| code | name | register |", "|---|---|---|"]
    lines += [
        f"| {one.code} | [`{one.name}`](#{_anchor(one)}) | {one.label.vi} ({one.label.en}) |"
        for one in catalogue.registers
    ]
    lines += ["", *_person()]
    for register in catalogue.registers:
        lines += ["", *_register(register)]
    return "\n".join(lines) + "\n"


def _person() -> Iterator[str]:
    """Yield the person block, which every field of kind ``person`` has."""
    yield "## Person"
    yield ""
    yield "What a field of kind `person` holds; none of it travels with a submission."
    yield ""
    yield "| field | label | kind | required | source |"
    yield "|---|---|---|---|---|"
    for one in PERSON_FIELDS:
        required = "always" if one.required else ""
        cells = (f"`{one.name}`", one.label.vi, str(one.kind), required, one.basis)
        yield "| " + " | ".join(cells) + " |"
    for one in PERSON_FIELDS:
        if one.codes:
            yield ""
            yield f"`{one.name}`: {_codes(one.codes)}."


def _anchor(register: Register) -> str:
    return f"{register.code} {register.name}".lower().replace(" ", "-")


def _register(register: Register) -> Iterator[str]:
    yield f"## {register.code} {register.name}"
    yield ""
    yield f"{register.label.vi}. {register.basis}"
    yield ""
    yield "| field | label | kind | required | travel | source |"
    yield "|---|---|---|---|---|---|"
    for section in register.sections:
        yield f"| | **{section.label.vi}** | | | | |"
        for one in section.fields:
            yield _field(register, one.name, one)
            yield from (_field(register, f"{one.name}.{each.name}", each) for each in one.columns)
    yield from (
        f"| {key.name} | made from `{key.field}` | key | | shared | |" for key in register.keys
    )
    yield ""
    yield f"States: {_codes(register.life_cycle.states)}."
    for path, one in _coded(register):
        yield ""
        yield f"`{path}`: {_codes(one.codes)}."
    for deadline in register.deadlines:
        yield ""
        yield _deadline(deadline)
    for indicator in register.indicators:
        words = f"{indicator.label.vi} ({indicator.kind}; counting {indicator.rule})"
        yield ""
        yield f"Indicator **{indicator.code}** {words}."


def _field(register: Register, path: str, one: Field) -> str:
    states = (code.code for code in register.life_cycle.states if code.code in one.required_in)
    required = "always" if one.required else " ".join(states)
    travel = "" if one.columns else str(one.travel)
    kind = f"{one.kind} → `{one.register}`" if one.register else str(one.kind)
    cells = (f"`{path}`", one.label.vi, kind, required, travel, one.basis)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _coded(register: Register) -> Iterator[tuple[str, Field]]:
    for section in register.sections:
        for one in section.fields:
            if one.codes:
                yield one.name, one
            yield from ((f"{one.name}.{c.name}", c) for c in one.columns if c.codes)


def _codes(codes: Iterable[Code]) -> str:
    return " · ".join(map(_code, codes))


def _code(code: Code) -> str:
    first = f"from {code.valid_from}" if code.valid_from else ""
    end = f"before {code.valid_to}" if code.valid_to else ""
    doubt = "" if code.verified else "unverified"
    marks = ", ".join(mark for mark in (first, end, doubt) if mark)
    return f"`{code.code}` {code.label.vi}" + (f" ({marks})" if marks else "")


def _deadline(deadline: Deadline) -> str:
    since = deadline.unverified_from
    doubt = f" Unverified for `{deadline.start}` from {since} on." if since else ""
    doubt = " Unverified." if since == date.min else doubt
    return f"Limit **{deadline.code}** {deadline.label.vi}: {deadline.basis}.{doubt}"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
