"""A person on paper: a line for each thing known of him, or all of it in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.identity_papers import number_label
from antq_desktop.domain.people import SEXES
from antq_desktop.domain.phones import shown
from antq_desktop.printing import words
from antq_desktop.printing.blocks import Line, Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from antq_desktop.printing.blocks import Block

    Person = Mapping[str, object]
    NameOfUnit = Callable[[object], str | None]


def person_lines(person: Person, unit: NameOfUnit) -> Iterator[Block]:
    """Yield the lines of a form for one person; what is not known is left for the hand."""
    yield Line("Họ và tên", _text(person, "full_name"))
    if person.get("other_name"):
        yield Line("Tên gọi khác, bí danh", _text(person, "other_name"))
    yield Pair(Line("Ngày, tháng, năm sinh", _born(person)), Line("Giới tính", _sex(person)), 0.62)
    yield Line("Nghề nghiệp", _text(person, "occupation"))
    if person.get("nationality"):
        yield Line("Quốc tịch", _text(person, "nationality"))
    yield Line("Nơi thường trú", _place(person, "permanent", unit))
    temporary = _place(person, "temporary", unit)
    if temporary:
        yield Line("Nơi tạm trú", temporary)
    yield Line("Nơi ở hiện tại", _address(person, unit))
    number = Line(number_label(person).vi, _text(person, "id_number"))
    issued, by = Line("Ngày cấp", _issued(person)), Line("Nơi cấp", _text(person, "id_issued_by"))
    phone = Line("Điện thoại", _phone(person))
    if number.value is None:
        # The label names every paper: beside another field twelve digits would have no room.
        yield from (number, Pair(issued, by, 0.4), phone)
    else:
        yield from (Pair(number, issued, 0.62), Pair(by, phone, 0.5))


def person_in_a_line(person: Person, unit: NameOfUnit) -> str:
    """Return all that is known of a person in one line, parted by commas."""
    known = (
        ("", _text(person, "full_name")),
        ("tên gọi khác ", _text(person, "other_name")),
        ("sinh ", _born(person)),
        ("giới tính ", _sex(person)),
        ("quốc tịch ", _text(person, "nationality")),
        ("nghề nghiệp: ", _text(person, "occupation")),
        (_lead_of_number(person), _text(person, "id_number")),
        ("cấp ngày ", _issued(person)),
        ("nơi cấp: ", _text(person, "id_issued_by")),
        ("nơi thường trú: ", _place(person, "permanent", unit)),
        ("nơi tạm trú: ", _place(person, "temporary", unit)),
        ("nơi ở: ", _address(person, unit)),
        ("điện thoại ", _phone(person)),
    )
    return ", ".join(lead + text for lead, text in known if text)


def _text(person: Person, name: str) -> str | None:
    value = person.get(name)
    return str(value) if value else None


def _born(person: Person) -> str | None:
    value = _text(person, "born")
    return words.partial_date(value) if value else None


def _issued(person: Person) -> str | None:
    value = _text(person, "id_issued_on")
    return words.partial_date(value) if value else None


def _lead_of_number(person: Person) -> str:
    """Return what stands before the number within a line: "số CMND ", "số hộ chiếu "."""
    label = number_label(person).vi
    return f"{label[0].lower()}{label[1:]} "


def _place(person: Person, kind: str, unit: NameOfUnit) -> str | None:
    """Return the place of residence of a kind ("permanent", "temporary") with its unit."""
    return words.address(_text(person, f"{kind}_address"), unit(person.get(f"{kind}_unit")))


def _sex(person: Person) -> str | None:
    return next((one.label.vi for one in SEXES if one.code == person.get("sex")), None)


def _phone(person: Person) -> str | None:
    value = _text(person, "phone")
    return shown(value) if value else None


def _address(person: Person, unit: NameOfUnit) -> str | None:
    return words.address(_text(person, "address"), unit(person.get("address_unit")))
