"""What people do at a post, and which books that lets them see and write (domain.md A.14).

Order between colleagues, not cryptography: whoever has a slot can technically read all that is not
sealed, and the guide says so.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Role(StrEnum):
    """What a user does. Who is in command also signs, reveals and manages users."""

    HEAD = "head"
    DEPUTY = "deputy"
    OFFICER = "officer"
    """Keeps all books, where a post is too small to divide them."""
    DUTY_OFFICER = "duty_officer"
    MOVEMENT_OFFICER = "movement_officer"
    MEASURES_OFFICER = "measures_officer"
    AREA_OFFICER = "area_officer"


ROLE_LABELS: Mapping[Role, str] = MappingProxyType(
    {
        Role.HEAD: "cli.role_head",
        Role.DEPUTY: "cli.role_deputy",
        Role.OFFICER: "cli.role_officer",
        Role.DUTY_OFFICER: "cli.role_duty_officer",
        Role.MOVEMENT_OFFICER: "cli.role_movement_officer",
        Role.MEASURES_OFFICER: "cli.role_measures_officer",
        Role.AREA_OFFICER: "cli.role_area_officer",
    }
)
"""The ids of the words for the roles."""

COMMANDING = frozenset({Role.HEAD, Role.DEPUTY})
"""Those in command: what is confidential is sealed to each of them."""


PREPARING = COMMANDING | {Role.OFFICER, Role.MOVEMENT_OFFICER}
"""Those who put a submission together and sign it first; who is in command signs after them."""


class Access(IntEnum):
    """How far a role gets in a register; each level includes those below it."""

    NONE = 0
    NUMBERS = 1
    """The figures alone."""
    OWN = 2
    """Enters records; sees and changes those that he entered, no others."""
    READ = 3
    WRITE = 4


_BOOKS = {
    "crime_reports": "R01",
    "disputes": "R02",
    "administrative_measures": "R03",
    "commune_education": "R03",
    "drug_user_management": "R03",
    "wanted_persons": "R05",
    "movement_models": "R06",
    "propaganda": "R06",
    "coordination_programmes": "R06",
    "security_standard": "R07",
    "police_officers": "R08",
    "security_teams": "R08",
    "other_forces": "R08",
    "awards": "R10",
    "committee_members": "R11",
    "committee_tasks": "R11",
    "committee_meetings": "R11",
    "inspections": "R11",
    "committee_reviews": "R11",
    "key_areas": "R13",
}
"""The column of the table that a register stands in; the others are for everybody."""

_COLUMNS = ("R01", "R02", "R03", "R05", "R06", "R07", "R08", "R10", "R11", "R13")
_LETTERS = {
    "-": Access.NONE,
    "N": Access.NUMBERS,
    "O": Access.OWN,
    "R": Access.READ,
    "W": Access.WRITE,
}
_TABLE: Mapping[Role, Mapping[str, Access]] = MappingProxyType(
    {
        role: dict(zip(_COLUMNS, (_LETTERS[letter] for letter in letters), strict=True))
        for role, letters in {
            Role.DUTY_OFFICER: "WW-WR-----",
            Role.MOVEMENT_OFFICER: "NRNNWWWWWR",
            Role.MEASURES_OFFICER: "-RWRRR---R",
            Role.AREA_OFFICER: "OOORWORR-R",
        }.items()
    }
)

_DUTY_FORMS = frozenset({"tt119-01", "tt119-214"})


def access_of(role: Role, register: str) -> Access:
    """Return how far a role gets in a register of its post.

    What the table calls an officer's own residential areas is read as the records that he entered:
    the registers do not say who has which area.
    """
    return _TABLE.get(role, {}).get(_BOOKS.get(register, ""), Access.WRITE)


def may_print(role: Role, form: str) -> bool:
    """Whether a role prints a form of the books that it may read; the duty officer has two."""
    return role is not Role.DUTY_OFFICER or form in _DUTY_FORMS
