"""A table as other programs put it on the clipboard, and the cells of a table typed by hand.

Cells are text. Several values of one cell stand apart by ";", a yes is "có" or "x".
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.legacy_text import from_legacy, in_unicode
from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.vietnamese import clean, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.forms import Hand
    from antq_desktop.domain.legacy_text import Encoding

    Cells = Mapping[str, str]

_YES = frozenset({"co", "x", "v", "1", "true", "yes", "dung"})
_NO = frozenset({"khong", "0", "false", "no", "sai"})
_BETWEEN = ";"
_ENOUGH = 2
"""How many heads must be known for a first row to be one of heads."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rows by the names of their fields; ``lost`` are heads of columns that no field has.

    ``encoding`` is what the text was written in, None for Unicode.
    """

    rows: tuple[dict[str, str], ...]
    lost: tuple[str, ...] = ()
    encoding: Encoding | None = None


def read_pasted(text: str, fields: Sequence[Field], shown: Sequence[str], at: int) -> Pasted:
    """Read a table: by its heads where the first row has them, else in the order shown from ``at``.

    ``fields`` are those that a head may name, ``shown`` the columns in view.
    """
    converted = from_legacy(text)
    rows = _split(converted.text if converted else text)
    if not rows:
        return Pasted(())
    heads = _heads(rows[0], fields)
    if len([name for name in heads if name]) >= min(_ENOUGH, len(rows[0])):
        lost = tuple(
            head for head, name in zip(rows[0], heads, strict=True) if head.strip() and not name
        )
        names, rows = heads, rows[1:]
    else:
        names = list(shown[at:])
        wide = max(map(len, rows))
        lost = tuple(str(place + 1) for place in range(len(names), wide))
    found = [
        {name: _tidy(cell) for name, cell in zip(names, row, strict=False) if name and cell.strip()}
        for row in rows
    ]
    return Pasted(
        tuple(row for row in found if row), lost, converted.encoding if converted else None
    )


def as_pasted(rows: Sequence[Sequence[str]]) -> str:
    """Return a table as other programs take it from the clipboard."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in rows)


def typed_of(fields: Sequence[Field], cells: Cells) -> dict[str, object]:
    """Return cells as a form types them: choices as a list of codes, a yes or no as true or false.

    What is neither stays the text that it is, and is refused when it is read.
    """
    return {one.name: _typed(one, cells.get(one.name, "")) for one in fields}


def settled(hand: Hand, one: Field, cell: str) -> str:
    """Return a cell in its usual form; one that cannot be understood as it is."""
    text = _tidy(cell)
    if not text:
        return ""
    typed = _typed(one, text)
    try:
        value = hand.read(one, typed)
    except BadValue:
        return text
    if one.kind is Kind.CHOICES:
        known = (one.code(str(code)) for code in cast("list[str]", typed if value else []))
        return f"{_BETWEEN} ".join(code.text(hand.language) for code in known if code) or text
    if one.kind is Kind.FLAG:
        return text if not isinstance(value, bool) else _flag(hand.language, yes=value)
    return str(hand.show(one, value))


def _typed(one: Field, cell: str) -> object:
    if one.kind is Kind.FLAG:
        key = fold(cell)
        if key in _YES | _NO:
            return key in _YES
        return cell or None
    if one.kind is not Kind.CHOICES or not cell:
        return cell
    parts = [clean(part) for part in cell.replace("\n", _BETWEEN).split(_BETWEEN) if part.strip()]
    return [_code(one, part) for part in parts]


def _code(one: Field, text: str) -> str:
    exact = [code.code for code in one.codes if code.means(text)]
    alike = [
        code.code for code in one.codes if fold(text) in {fold(code.label.vi), fold(code.label.en)}
    ]
    known = exact or alike
    return known[0] if len(known) == 1 else text


def _flag(language: str, *, yes: bool) -> str:
    if language == "en":
        return "yes" if yes else "no"
    return "có" if yes else "không"


def _split(text: str) -> list[list[str]]:
    """Cut what a spreadsheet copies: cells with tabs or line ends stand between quotation marks."""
    rows = csv.reader(text.splitlines(keepends=True), dialect="excel-tab")
    return [row for row in rows if any(cell.strip() for cell in row)]


def _quoted(cell: str) -> str:
    whole = not any(sign in cell for sign in '\t\r\n"')
    return cell if whole else '"' + cell.replace('"', '""') + '"'


def _heads(row: Sequence[str], fields: Sequence[Field]) -> list[str]:
    """Return the field that each head names, "" for none; a field is named once."""
    known: dict[str, str] = {}
    for one in fields:
        for words in (one.label.vi, one.label.en, one.name):
            known.setdefault(fold(words), one.name)
    found: list[str] = []
    for head in row:
        name = known.get(fold(head.rstrip(" *")), "")
        found.append("" if name in found else name)
    return found


def _tidy(cell: str) -> str:
    return clean(in_unicode(cell))
