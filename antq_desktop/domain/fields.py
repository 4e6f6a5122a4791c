"""The kinds of field that a register may have, and how a field is declared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

TEXT_LIMIT = 500
LONG_TEXT_LIMIT = 100_000
PAPER_NUMBER_LIMIT = 60
ROW_LIMIT = 200
REVISION_LIMIT = 512 * 1024  # bytes of the canonical JSON of header and parts together
LARGEST_INTEGER = 2**53 - 1  # what every JSON reader keeps exact (RFC 8785)


class Kind(StrEnum):
    """What a field holds; ``values.py`` says how each is read."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    MOMENT = "moment"
    PARTIAL_MOMENT = "partial_moment"
    INTEGER = "integer"
    MONEY = "money"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    PERSONAL_NUMBER = "personal_number"
    PAPER_NUMBER = "paper_number"
    PHONE = "phone"
    UNIT = "unit"
    PERSON = "person"
    ORGANIZATION = "organization"
    REFERENCE = "reference"
    OFFICER = "officer"
    ROWS = "rows"


class Travel(StrEnum):
    """What leaves the unit: shared travels in submissions, private only in a case or a transfer.

    Confidential is sealed at the moment of saving to the head, the deputies he names and the
    recovery key.
    """

    SHARED = "shared"
    PRIVATE = "private"
    CONFIDENTIAL = "confidential"


#: Kinds that can name a person in free words: they travel only if ``sharing.py`` lists the field.
FREE_KINDS = frozenset(
    {
        Kind.TEXT,
        Kind.LONG_TEXT,
        Kind.PERSON,
        Kind.PHONE,
        Kind.PERSONAL_NUMBER,
        Kind.PAPER_NUMBER,
        Kind.OFFICER,
        Kind.ORGANIZATION,
    }
)


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a thing in Vietnamese and English."""

    vi: str
    en: str

    def text(self, language: str) -> str:
        """Return the words in ``language`` ("vi" or "en")."""
        return self.en if language == "en" else self.vi


#: What stands behind everything whose source could not be read (domain.md 0.4).
UNVERIFIED = Label("chưa xác minh", "not verified")


def marked(words: str, language: str, *, verified: bool) -> str:
    """Return words as they are shown; with the mark of doubt where the source was not read."""
    return words if verified else f"{words} ({UNVERIFIED.text(language)})"


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a choice: a short English code that is stored, and the words that are shown.

    ``valid_from`` and ``valid_to`` (first day on which it is no longer used) bound the event dates
    for which it may be chosen; ``verified`` is False where its source could not be read.
    """

    code: str
    label: Label
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = True

    def text(self, language: str) -> str:
        """Return the words that are shown; one that is not verified says so."""
        return marked(self.label.text(language), language, verified=self.verified)

    def means(self, text: str) -> bool:
        """Say whether a text is the code itself, or its words in either language."""
        shown = (self.text("vi"), self.text("en"))
        return text in (self.code, self.label.vi, self.label.en, *shown)

    def valid_on(self, day: date) -> bool:
        """Say whether the code may be used for an event of that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a register, or one column of its child rows.

    ``required`` is True when a record without it stays a draft. ``required_in`` names the states
    from which it is demanded besides. ``basis`` is the legal source that a help text shows.
    ``columns`` are the fields of a child row; ``register`` the register that a reference points to.
    """

    name: str
    kind: Kind
    label: Label
    travel: Travel = Travel.PRIVATE
    required: bool = False
    required_in: frozenset[str] = frozenset()
    help: Label | None = None
    basis: str = ""
    codes: tuple[Code, ...] = ()
    columns: tuple[Field, ...] = ()
    register: str | None = None
    minimum: int = 0

    def code(self, text: str) -> Code | None:
        """Return the code with that name, or None."""
        for code in self.codes:  # an office asks this of every choice of every row
            if code.code == text:
                return code
        return None

    def column(self, name: str) -> Field:
        """Return a column of the child rows; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def codes(*rows: tuple[str, str, str]) -> tuple[Code, ...]:
    """Make a code list from (code, Vietnamese, English) rows."""
    return tuple(Code(code, Label(vi, en)) for code, vi, en in rows)
