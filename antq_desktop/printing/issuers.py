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
from antq_desktop.printing.form import Body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.units import Unit, UnitTree


@dataclass(frozen=True, slots=True)
class Issuer:
    """The unit that a document comes from, as NĐ 30/2020 has it written.

    ``superior`` and ``name`` are in capitals; ``superior`` is "" where the tree has nobody above.
    ``unit`` is "Công an xã Bắc Lý" for a sentence, ``symbol`` is "" where usage is not known.
    ``signer`` is the post of who signs, in capitals, ``above`` the body that is reported to, None
    where there is none. ``territory`` is "xã Bắc Lý". ``unverified`` names what no text was read
    for.
    """

    superior: str
    name: str
    unit: str
    place: str
    symbol: str = ""
    unverified: frozenset[str] = frozenset()
    signer: str = ""
    above: str | None = None
    territory: str = ""


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: tuple[str, ...]
    superior: str
    issuer: str
    sentence: str
    signer: str
    above: str = ""
    symbol: str | None = None
    body: Body = Body.POLICE
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


def issuer_of(unit: Unit, units: UnitTree, day: date, body: Body = Body.POLICE) -> Issuer:
    """Return the issuer as it was on that day, or on the last day on which the unit existed.

    ``body`` names in whose name it issues; the police where a kind of unit has no such body.
    """
    last = unit.valid_to - timedelta(days=1) if unit.valid_to is not None else day
    day = min(day, last)
    chain = _above(unit, units, day)
    headers = _headers()
    header = _header(headers, unit.kind, day, body, uppermost=not chain)
    small = {
        "unit": _in_sentence(unit),
        "above": _in_sentence(chain[0]) if chain else "",
        "top": _in_sentence(chain[-1]) if chain else "",
    }
    large = {name: text.upper() for name, text in small.items()}
    large["kind"] = KIND_LABELS[unit.kind]["vi"].upper()
    symbol = headers.symbols.get(unit.kind, "") if header.symbol is None else header.symbol
    return Issuer(
        superior=_filled(header.superior, large) or "",
        name=header.issuer.format_map(large),
        unit=header.sentence.format_map(small),
        place=_place(unit, headers.places),
        symbol=symbol,
        unverified=frozenset(header.unverified),
        signer=header.signer.format_map(large),
        above=_filled(header.above, small),
        territory=small["unit"],
    )


def _filled(template: str, names: Mapping[str, str]) -> str | None:
    """Return a text with its names; None where a unit that it names is not there."""
    missing = any(f"{{{name}}}" in template and not text for name, text in names.items())
    return None if missing or not template else template.format_map(names)


def _above(unit: Unit, units: UnitTree, day: date) -> list[Unit]:
    found: list[Unit] = []
    one = units.parent(unit.key, day)
    while one is not None:
        found.append(one)
        one = units.parent(one.key, day)
    return found


def _header(headers: _Headers, kind: str, day: date, body: Body, *, uppermost: bool) -> _Header:
    of_kind = [
        one for one in headers.header if kind in one.kinds and one.valid_from <= day < one.valid_to
    ]
    known = [one for one in of_kind if one.body is body]
    known = known or [one for one in of_kind if one.body is Body.POLICE]
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
