"""Personal numbers: the 12-digit identity number and the 9-digit CMND, as text, and their masks.

Luật Căn cước 26/2023, Điều 12: twelve digits, one number a person. NĐ 137/2015, Điều 13: three
digits of the province of birth, one of century and sex, two of the year of birth, six at random.
There is no check digit, and what the number says can differ from the person's papers: rules warn.
A CMND has nine digits and has been history since 01/01/2025 (Luật Căn cước 26/2023, Điều 46.2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from antq_desktop.domain.vietnamese import clean

Kind = Literal["identity", "cmnd"]
Sex = Literal["male", "female"]
Reason = Literal["length", "characters"]

INVENTED_PROVINCE = "000"
"""No province has it: numbers for practice and tests begin so."""

MASK_NONE, MASK_LIST, MASK_STATISTICS, MASK_PUBLIC = range(4)
"""Who looks: the register itself, a list, the upper office, the public."""

_IDENTITY = 12
_CMND = 9
_FIRST_CENTURY = 1900
_HIDDEN = "•"
_ABSENT = "\u2013"


class NotAPersonalNumber(ValueError):
    """The text is no personal number: `reason` says whether its length or a character is wrong.

    The text itself is in no message, since messages reach logs.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number and what its digits claim; a CMND claims nothing that can be relied on."""

    digits: str
    kind: Kind
    province: str | None
    """Three digits of the province or country where the birth was registered."""
    sex: Sex | None
    birth_year: int | None

    @property
    def is_invented(self) -> bool:
        """Whether the number belongs to nobody, because no province has its first digits."""
        return self.digits.startswith(INVENTED_PROVINCE)


def parse_personal_number(text: str) -> PersonalNumber:
    """Read 12 or 9 digits; spaces and dots between them are dropped.

    Raises NotAPersonalNumber.
    """
    digits = clean(text).replace(" ", "").replace(".", "")
    if not re.fullmatch("[0-9]*", digits):
        raise NotAPersonalNumber("characters")
    if len(digits) == _CMND:
        return PersonalNumber(digits, "cmnd", province=None, sex=None, birth_year=None)
    if len(digits) != _IDENTITY:
        raise NotAPersonalNumber("length")
    centuries, is_female = divmod(int(digits[3]), 2)
    return PersonalNumber(
        digits,
        "identity",
        province=digits[:3],
        sex="female" if is_female else "male",
        birth_year=_FIRST_CENTURY + 100 * centuries + int(digits[4:6]),
    )


def masked(number: str, level: int, *, hide_origin: bool = False) -> str:
    """Return the number as a reader at a level (`MASK_NONE` and so on) may see it.

    A list shows the province and the last four digits. With `hide_origin`, which the register of
    crime reports asks for, the province is hidden too; of all but a 12-digit number it always is.
    Higher levels see a dash.
    """
    if level <= MASK_NONE:
        return number
    if level > MASK_LIST:
        return _ABSENT
    shown_first = 3 if len(number) == _IDENTITY and not hide_origin else 0
    shown_last = 4 if len(number) >= _CMND else 0
    hidden = len(number) - shown_first - shown_last
    return number[:shown_first] + _HIDDEN * hidden + number[len(number) - shown_last :]
