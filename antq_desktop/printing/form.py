"""A form: its code, title, legal basis and days of validity, and the blocks that stand on it.

One file of ``forms`` declares one form as ``FORM``; the list, the command and the windows follow
from the declaration (``collection.py`` finds it).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from antq_desktop.domain.fields import Label
    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.issuers import Issuer
    from antq_desktop.printing.subjects import BookTotals, RecordSubject


class Layout(StrEnum):
    """Where the layout comes from: checked against the issued form, not checked, or our own."""

    CHECKED = "checked"
    REFERENCE = "reference"
    OWN = "own"


class Needs(StrEnum):
    """What a form is filled from."""

    RECORD = "record"
    """One record; several make a batch, each on pages of its own."""
    RECORDS = "records"
    """All the records of a list, on one paper."""
    BOOK = "book"
    """A register and a period."""
    PERIOD = "period"
    REPORTED = "reported"
    """Who has reported a period, at an office."""
    BUNDLE = "bundle"
    FINGERPRINT = "fingerprint"
    HANDOVER = "handover"
    """The request that a head and the one who follows him signed."""
    RECOVERY = "recovery"
    KEYS = "keys"
    """The keys of the windows."""
    CHECKS = "checks"
    """What the self-test found."""


class Body(StrEnum):
    """In whose name a paper is issued; ``headers.toml`` has its head for each kind of unit."""

    POLICE = "police"
    COMMITTEE = "committee"
    """Ban Chỉ đạo 138."""
    PEOPLE = "people"
    """Ủy ban nhân dân."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every form is told: who issues it, and the day it is drawn up; None if it is blank."""

    issuer: Issuer
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form.

    ``blocks`` makes what stands on it from the sheet and the subject that ``needs`` names; the
    subject is None for a blank form, which is offered where ``blank`` is True. ``valid_to`` is the
    first day on which the form is no longer used; None at both ends is "not known". ``hindrance``
    names the message that says why a record must not be put on this form, None where it may.

    ``registers`` are those whose records fill it, none for those of every register. ``seals`` says
    that sealed fields have a place on it, ``partial`` that it can be made of what a record shares.
    ``book`` names the book that is printed, None the one of every record; ``closing`` makes its
    last page, when its totals are known. ``narrative`` says that a form of a period is filled with
    its report, not with its figures alone.
    """

    code: str
    title: Label
    basis: str
    layout: Layout
    needs: Needs
    blocks: Callable[[Sheet, Any], Sequence[Block]]
    registers: tuple[str, ...] = ()
    body: Body = Body.POLICE
    hindrance: Callable[[RecordSubject], str | None] | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    landscape: bool = False
    blank: bool = False
    seals: bool = False
    partial: bool = False
    book: str | None = None
    narrative: bool = False
    closing: Callable[[Sheet, Any, BookTotals], Sequence[Block]] | None = None

    @property
    def verified(self) -> bool:
        """Whether the paper may go without the remark that its layout was not checked."""
        return self.layout is not Layout.REFERENCE

    def serves(self, register: str) -> bool:
        """Say whether records of a register can be put on the form."""
        if self.needs not in {Needs.RECORD, Needs.RECORDS, Needs.BOOK}:
            return False
        return not self.registers or register in self.registers

    def valid_on(self, day: date) -> bool:
        """Say whether the form is in use on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )
