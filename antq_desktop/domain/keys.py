"""Keys by which one person or officer is known again inside a unit, and nobody outside knows him.

A key is an HMAC with the unit's secret (``services/person_keys.py``) of the text that a register
names here and of that register's name. It travels in place of the person, so that the office counts
distinct people as the commune does (counting A02) without learning who they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from antq_desktop.domain.identity_papers import naming_number
from antq_desktop.domain.vietnamese import tone_key

ID_KEY, NAME_KEY, BADGE_KEY = "id_key", "name_key", "badge_key"
KEY_NAMES = frozenset({ID_KEY, NAME_KEY, BADGE_KEY})

Text = Callable[[object], "str | None"]


@dataclass(frozen=True, slots=True)
class SharedKey:
    """One key: its name, the field it is made from, and the text of that field that is hashed."""

    name: str
    field: str
    text: Text

    def text_of(self, values: Mapping[str, object]) -> str | None:
        """Return the text to be hashed, None where the field does not say enough."""
        value = values.get(self.field)
        return None if value is None else self.text(value)


def person_keys(field: str) -> tuple[SharedKey, ...]:
    """Return the keys of a person field: his number, and his name with his birth date."""
    return SharedKey(ID_KEY, field, _number), SharedKey(NAME_KEY, field, _name)


def badge_key(field: str) -> tuple[SharedKey, ...]:
    """Return the key of an officer's badge number."""
    return (SharedKey(BADGE_KEY, field, _badge),)


def _number(person: object) -> str | None:
    """Return the number of the paper if it names one person alone (counting A02)."""
    return naming_number(cast("Mapping[str, object]", person))


def _name(person: object) -> str | None:
    """Two people agree by name only if both birth dates are known and equal (counting A02)."""
    known = cast("Mapping[str, object]", person)
    name, born = tone_key(str(known.get("full_name") or "")), known.get("born")
    return f"{name}\n{born}" if name and born else None


def _badge(number: object) -> str | None:
    return "".join(one for one in str(number).upper() if one.isalnum()) or None
