"""The code on a printed paper: 12 characters that bind it to what it was printed from.

``H`` (a record) or ``B`` (a report), on paper of a practice class ``T`` or ``S``, ten characters of
a SHA-256 (50 bits), one check character: letters and digits that are not taken for each other, as
Crockford's base 32 has them. A QR code says the same and the first half of the digest: what is
typed by hand must be short, what is scanned need not be.

A code is no proof against a forger, who can copy it: it says which revision a paper claims to be.
What stands on the paper is then compared with that revision by a person.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final, Literal

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What codes are written with: no I, L, O, U."""

SUMMED: Final = 10
"""How many characters of a code are digest."""

HALF: Final = 32
"""How many hexadecimal digits of the digest a QR code says."""

_MEANT: Final = str.maketrans("ILO", "110", " -.·\n\r\t")
_BITS: Final = 5
_SCANNED: Final = re.compile(rf"ANTQ1:([{LETTERS}]{{12}}):([0-9A-F]{{{HALF}}})", re.ASCII)

PaperKind = Literal["H", "B"]

_FIRST: Final[dict[str, tuple[PaperKind, bool]]] = {
    "H": ("H", False),
    "B": ("B", False),
    "T": ("H", True),
    "S": ("B", True),
}
"""What a first letter says: of what the paper is, and whether of a practice class."""


class BadCode(Exception):
    """What was typed or scanned is no code of our papers, or one character is wrong."""


@dataclass(frozen=True, slots=True)
class PaperCode:
    """A code: what it is of, and the digest it was made from (64 hexadecimal digits).

    ``practice`` says that the paper is of a practice class and has no value.
    """

    kind: PaperKind
    digest: str
    practice: bool = False

    @property
    def text(self) -> str:
        """The 12 characters."""
        number = int(self.digest, 16) >> (len(self.digest) * 4 - SUMMED * _BITS)
        first = next(one for one, said in _FIRST.items() if said == (self.kind, self.practice))
        body = first + "".join(
            LETTERS[number >> at * _BITS & len(LETTERS) - 1] for at in reversed(range(SUMMED))
        )
        return body + _check(body)

    @property
    def shown(self) -> str:
        """The 12 characters in three groups, as they are printed."""
        text = self.text
        return "-".join(text[at : at + 4] for at in range(0, len(text), 4))

    @property
    def half(self) -> str:
        """The first half of the digest; capitals make the QR code smaller."""
        return self.digest[:HALF].upper()

    @property
    def scanned(self) -> str:
        """What the QR code says."""
        return f"ANTQ1:{self.text}:{self.half}"


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code as it was read: ``half`` is the first half of the digest if it was scanned."""

    kind: PaperKind
    text: str
    half: str | None
    practice: bool

    def means(self, code: PaperCode) -> bool:
        """Say whether this is that code; a scanned one is compared to the end of its half."""
        return self.text == code.text and self.half in {None, code.half}


def record_code(record: str, number: int, digest: str, *, practice: bool) -> PaperCode:
    """Return the code of a revision: the id of its record, its number, the digest of its header."""
    return PaperCode("H", _digest("record", record, str(number), digest), practice)


def report_code(
    workspace: str, period: str, version: int, digest: str, *, practice: bool
) -> PaperCode:
    """Return the code of a signed report: who made it, its period and version, its digest."""
    return PaperCode("B", _digest("report", workspace, period, str(version), digest), practice)


def read_code(text: str) -> ReadCode:
    """Read what was typed (any case, hyphens or spaces, I, L, O for 1, 1, 0) or scanned.

    Raises BadCode.
    """
    scanned = _SCANNED.fullmatch(text.strip())
    typed = scanned[1] if scanned else text.upper().translate(_MEANT)
    if (
        len(typed) != SUMMED + 2
        or not set(typed) <= set(LETTERS)
        or typed[-1] != _check(typed[:-1])
    ):
        raise BadCode
    if typed[0] not in _FIRST:
        raise BadCode
    kind, practice = _FIRST[typed[0]]
    return ReadCode(kind, typed, scanned[2] if scanned else None, practice)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(("antq-paper/1", *parts)).encode()).hexdigest()


def _check(body: str) -> str:
    """Return Luhn's check character for 32 letters: it finds any one that is wrong."""
    total, doubled = 0, True
    for letter in reversed(body):
        value = LETTERS.index(letter)
        if doubled:
            value = sum(divmod(2 * value, len(LETTERS)))
        total, doubled = total + value, not doubled
    return LETTERS[-total % len(LETTERS)]
