"""Telephone numbers: read in the ways people write them, stored as E.164, shown in groups."""

from __future__ import annotations

import re
from typing import Final

from antq_desktop.domain.vietnamese import clean

EMERGENCY: Final = frozenset({"113", "114", "115"})
"""Police, fire, ambulance: kept as they are, since they have no international form."""

_COUNTRY = "+84"
_BETWEEN_DIGITS = re.compile(r"[ .()\-\u2010-\u2013]")
_COUNTRY_CODE = re.compile(r"^(?:\+84|0084|84(?=[0-9]{9,11}$))0?")
_MOBILE = re.compile(r"0[35789][0-9]{8}")
_LANDLINE = re.compile(r"02[0-9]{9,10}")
_FOREIGN = re.compile(r"\+(?!84)[1-9][0-9]{6,14}")
_OLD_MOBILE = re.compile(r"(01[0-9]{2})([0-9]{7})")
_TWO_CITIES = ("024", "028")  # Hà Nội and Hồ Chí Minh City: three digits, all others have four

# The plan of 15/09/2018 that took mobile numbers from eleven digits to ten.
_NEW_PREFIXES: Final[dict[str, str]] = dict(
    re.findall(
        "(....):(...)",
        "0162:032 0163:033 0164:034 0165:035 0166:036 0167:037 0168:038 0169:039 "
        "0120:070 0121:079 0122:077 0126:076 0128:078 "
        "0123:083 0124:084 0125:085 0127:081 0129:082 "
        "0186:056 0188:058 0199:059",
    )
)


class NotAPhone(ValueError):
    """The text is no telephone number in use; the text itself is in no message."""


def parse_phone(text: str) -> str:
    """Return the number in E.164 form, "+84912345678"; an emergency number as it is.

    Numbers of other countries are taken with their "+" only. Raises NotAPhone, also for the
    eleven-digit mobile numbers that ended in 2018: `converted_prefix` offers today's.
    """
    digits = _national(text)
    if digits in EMERGENCY or _FOREIGN.fullmatch(digits):
        return digits
    if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits):
        return _COUNTRY + digits[1:]
    raise NotAPhone("not a telephone number")


def converted_prefix(text: str) -> str | None:
    """Return today's E.164 form of an eleven-digit mobile number from before 15/09/2018.

    None where the text is no such number. A person decides whether to take it.
    """
    old = _OLD_MOBILE.fullmatch(_national(text))
    prefix = _NEW_PREFIXES.get(old[1]) if old is not None else None
    return None if old is None or prefix is None else _COUNTRY + prefix[1:] + old[2]


def shown(phone: str) -> str:
    """Return a stored number as it is written here: "0912 345 678", "0226 3852 773".

    An emergency number, and one of another country, is shown as it is stored.
    """
    if not phone.startswith(_COUNTRY):
        return phone
    digits = "0" + phone.removeprefix(_COUNTRY)
    if not digits.startswith("02"):
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    area = 3 if digits.startswith(_TWO_CITIES) else 4
    return f"{digits[:area]} {digits[area : area + 4]} {digits[area + 4 :]}"


def _national(text: str) -> str:
    """Drop what stands between the digits, and write the country code of Việt Nam as 0."""
    return _COUNTRY_CODE.sub("0", _BETWEEN_DIGITS.sub("", clean(text)))
