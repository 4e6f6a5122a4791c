"""What would go with a bundle, a register a row: to the office, or to another PC of the unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.domain.register import Register
    from antq_desktop.messages import Language


class Going(Protocol):
    """How many records of a register go: new ones, changed ones, voided among these; drafts stay.

    ``Going`` of a submission and ``Moving`` of a handover are such.
    """

    @property
    def register(self) -> Register:
        """The register."""

    @property
    def new(self) -> int:
        """Records that the other side has never seen."""

    @property
    def changed(self) -> int:
        """Records of which it has an earlier state."""

    @property
    def voided(self) -> int:
        """Those of the changed ones that are struck through."""

    @property
    def drafts(self) -> int:
        """What is no record yet."""


def going_columns() -> tuple[Column, ...]:
    """Return the columns of what would go."""
    return (
        Column(QCoreApplication.translate("Going", "Sổ")),
        Column(QCoreApplication.translate("Going", "Mới"), "number"),
        Column(QCoreApplication.translate("Going", "Thay đổi"), "number"),
        Column(QCoreApplication.translate("Going", "Trong đó hủy"), "number"),
        Column(QCoreApplication.translate("Going", "Nháp ở lại"), "number"),
    )


def going_rows(registers: Iterable[Going], language: Language) -> Iterator[Row]:
    """Yield a register a row."""
    for one in registers:
        name = f"{one.register.code} · {one.register.label.text(language)}"
        numbers = (one.new, one.changed, one.voided, one.drafts)
        yield Row(one.register.name, (name, *map(number, numbers)))
