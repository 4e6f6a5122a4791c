"""Who issues a document: the two lines at its top left, the place before its date, its symbol.

The texts are data by kind of unit and day (``resources/data/paper/headers.toml``), never code.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from antq_desktop.assets import asset
from antq_desktop.domain.units import KIND_LABELS
from antq_desktop.errors import Fault

if TYPE_CHECKING:
    from antq_desktop.domain.units import Unit, UnitTree


@dataclass(frozen=True, slots=True)
class Issuer:
    """The unit that a document comes from, as NĐ 30/2020 has it written.

    ``superior`` and ``name`` are in capitals; ``superior`` is "" where the tree has nobody above.
    ``unit`` is "Công an xã Bắc Lý" for a sentence, ``symbol`` is "" where usage is not known.
    ``unverified`` names what no text was read for.
    """

    superior: str
    name: str
    unit: str
    place: str
    symbol: str = ""
    unverified: frozenset[str] = frozenset()


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: tuple[str, ...]
    superior: str
    issuer: str
    uppermost: bool = False
    unverified: tuple[str, ...] = ()
    valid_from: date = date.min
    valid_to: date = date.max


class _Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    named_after: tuple[str, ...]


class _Headers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: str
    header: tuple[_Header, ...]
    symbols: dict[str, str]
    places: _Places


def issuer_of(unit: Unit, units: UnitTree, day: date) -> Issuer:
    """Return the issuer as it was on that day, or on the last day on which the unit existed."""
    last = unit.valid_to - timedelta(days=1) if unit.valid_to is not None else day
    day = min(day, last)
    chain = _above(unit, units, day)
    headers = _headers()
    header = _header(headers, unit.kind, day, uppermost=not chain)
    names = {
        "unit": unit.name.upper(),
        "above": chain[0].name.upper() if chain else "",
        "top": chain[-1].name.upper() if chain else "",
    }
    return Issuer(
        superior=header.superior.format_map(names) if chain or header.uppermost else "",
        name=header.issuer.format_map(names),
        unit=f"Công an {_in_sentence(unit)}",
        place=_place(unit, headers.places),
        symbol=headers.symbols.get(unit.kind, ""),
        unverified=frozenset(header.unverified),
    )


def _above(unit: Unit, units: UnitTree, day: date) -> list[Unit]:
    found: list[Unit] = []
    one = units.parent(unit.key, day)
    while one is not None:
        found.append(one)
        one = units.parent(one.key, day)
    return found


def _header(headers: _Headers, kind: str, day: date, *, uppermost: bool) -> _Header:
    known = [
        one for one in headers.header if kind in one.kinds and one.valid_from <= day < one.valid_to
    ]
    if not known:
        raise Fault(f"no head of a document for a unit of the kind {kind} on {day}")
    return next((one for one in known if one.uppermost == uppermost), known[0])


def _in_sentence(unit: Unit) -> str:
    """Return "xã Bắc Lý": the kind is written small within a sentence (NĐ 30, Phụ lục II)."""
    kind = KIND_LABELS[unit.kind]["vi"]
    if unit.name.startswith(kind + " "):
        return kind.lower() + unit.name[len(kind) :]
    return unit.name


def _place(unit: Unit, places: _Places) -> str:
    kind = KIND_LABELS[unit.kind]["vi"]
    bare = unit.name.removeprefix(kind + " ")
    keep = bare in places.named_after or not bare[:1].isalpha()
    return unit.name if keep else bare


@lru_cache(maxsize=1)
def _headers() -> _Headers:
    text = asset("data", "paper", "headers.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Headers)
