"""Why a bundle is not taken: a closed list of rules, each with its words in the messages."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_desktop.errors import MessageValue


@dataclasses.dataclass(frozen=True, slots=True)
class Reason:
    """One rule that a bundle broke, and where.

    ``rule`` has its words under the message id ``bundle.<rule>``; ``file`` is a name inside the
    container, ``row`` counts lines from 1, ``field`` is a path inside the JSON value (``$.unit``),
    ``values`` are what the words need.
    """

    rule: str
    file: str | None = None
    row: int | None = None
    field: str | None = None
    values: Mapping[str, MessageValue] = dataclasses.field(default_factory=dict)

    @property
    def message_id(self) -> str:
        """The id of the words for this reason."""
        return f"bundle.{self.rule}"


class BundleRefused(ValueError):
    """The bundle is not taken; ``reasons`` (never empty) name file, row, field and rule."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__(", ".join(reason.rule for reason in reasons))
        self.reasons = reasons


def inside(name: str, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return reasons found in a container inside another one: its name comes before the file's."""
    return tuple(
        dataclasses.replace(one, file=f"{name}/{one.file}" if one.file else name) for one in reasons
    )


def refused(
    rule: str,
    *,
    file: str | None = None,
    row: int | None = None,
    field: str | None = None,
    **values: MessageValue,
) -> BundleRefused:
    """Return the error for one broken rule, to be raised by the caller."""
    return BundleRefused(Reason(rule, file, row, field, values))
