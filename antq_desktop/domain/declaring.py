"""Short ways to declare a field: by where it travels, with the rest as named options."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from antq_desktop.domain.fields import Code, Field, Kind, Label, Travel

if TYPE_CHECKING:
    from collections.abc import Sequence

Words = tuple[str, str]
"""A label as (Vietnamese, English)."""


class Options(TypedDict, total=False):
    """What `Field` takes besides its name, kind, label and travel."""

    required: bool
    required_in: frozenset[str]
    help: Label
    basis: str
    codes: tuple[Code, ...]
    columns: tuple[Field, ...]
    register: str
    minimum: int


def shared(name: str, kind: Kind, label: Words, **options: Unpack[Options]) -> Field:
    """Declare a field that travels in submissions."""
    return Field(name=name, kind=kind, label=Label(*label), travel=Travel.SHARED, **options)


def private(name: str, kind: Kind, label: Words, **options: Unpack[Options]) -> Field:
    """Declare a field that stays in the unit."""
    return Field(name=name, kind=kind, label=Label(*label), **options)


def part_labels(prefix: str, codes: Sequence[Code]) -> dict[str, Label]:
    """Return the labels of the lines under a figure that is divided by codes."""
    return {f"{prefix}.{code.code}": code.label for code in codes}
