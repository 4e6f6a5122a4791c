"""Identity papers: which kinds there are, what a number of each looks like, whom it names.

A personal number (Luật Căn cước 26/2023 Đ12) and a CMND are read as ``personal_numbers`` has it, a
passport number as letters and digits; numbers of other papers are as their paper has them. A CMND
has been history since 01/01/2025, and what carries it keeps its value (Luật Căn cước 26/2023
Đ46.2). Where no kind was written, as in all records before catalogue 4, the number is a personal
one or a CMND, by its length.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label, codes
from antq_desktop.domain.personal_numbers import NotAPersonalNumber, parse_personal_number
from antq_desktop.domain.problems import BadValue

if TYPE_CHECKING:
    from collections.abc import Mapping

IDENTITY, CMND, PASSPORT = "identity", "cmnd", "passport"
BIRTH_CERTIFICATE, OTHER = "birth_certificate", "other"

ID_KINDS = codes(
    (IDENTITY, "Số định danh cá nhân, CCCD, thẻ căn cước", "Personal number, identity card"),
    (CMND, "Chứng minh nhân dân", "Old identity card (CMND)"),
    (PASSPORT, "Hộ chiếu", "Passport"),
    (BIRTH_CERTIFICATE, "Giấy khai sinh", "Birth certificate"),
    (OTHER, "Giấy tờ khác", "Other paper"),
)

CMND_ENDED = date(2025, 1, 1)
"""From this day on no CMND is valid."""

#: The number of a book of births or of some other paper is anybody's elsewhere.
_NAMES_NOBODY = frozenset({BIRTH_CERTIFICATE, OTHER})
_LENGTHS = {IDENTITY: frozenset({12}), CMND: frozenset({9, 12})}
_WRONG = {
    None: "values.personal_number",
    IDENTITY: "values.identity_number",
    CMND: "values.cmnd_number",
    PASSPORT: "values.passport_number",
}
_PASSPORT = re.compile(r"(?=.*\d)[A-Z0-9]{5,20}", re.ASCII)
_NUMBERS = {
    IDENTITY: Label("Số định danh cá nhân/CCCD", "Personal number"),
    CMND: Label("Số CMND", "CMND"),
    PASSPORT: Label("Số hộ chiếu", "Passport number"),
    BIRTH_CERTIFICATE: Label("Giấy khai sinh số", "Birth certificate"),
    OTHER: Label("Số giấy tờ", "Number of the paper"),
}
_ANY_NUMBER = Label("Số định danh cá nhân/CCCD/CMND/hộ chiếu", "Personal number")


def read_number(kind: str | None, text: str) -> str:
    """Return the number of a paper of a kind in its canonical form; None is a kind not written.

    Raises BadValue ``values.personal_number``, ``values.identity_number``, ``values.cmnd_number``
    or ``values.passport_number`` where the kind does not have such numbers.
    """
    if kind in _NAMES_NOBODY:
        return text
    if kind == PASSPORT:
        number = re.sub(r"[ .-]", "", text).upper()
        if not _PASSPORT.fullmatch(number):
            raise BadValue(_WRONG[kind])
        return number
    try:
        digits = parse_personal_number(text).digits
    except NotAPersonalNumber:
        raise BadValue(_WRONG[kind]) from None
    if kind is not None and len(digits) not in _LENGTHS[kind]:
        raise BadValue(_WRONG[kind])
    return digits


def kind_of(person: Mapping[str, object]) -> str | None:
    """Return the kind of a person's paper: as written, else by its length; None without paper."""
    kind, number = person.get("id_kind"), person.get("id_number")
    if kind is not None or number is None:
        return str(kind) if kind is not None else None
    return IDENTITY if len(str(number)) in _LENGTHS[IDENTITY] else CMND


def naming_number(person: Mapping[str, object]) -> str | None:
    """Return the text by which a person's number is his alone, None where it is not (A02).

    That of a personal number or a CMND is the digits, as it was before there were kinds: the same
    number is the same person, whatever paper it stands on. A passport number is told from them by
    its kind.
    """
    kind, number = person.get("id_kind"), person.get("id_number")
    if number is None or kind in _NAMES_NOBODY:
        return None
    return f"{PASSPORT}\n{number}" if kind == PASSPORT else str(number)


def number_label(person: Mapping[str, object]) -> Label:
    """Return what a person's number is called; the words of a blank form without any."""
    return _NUMBERS.get(kind_of(person) or "", _ANY_NUMBER)
