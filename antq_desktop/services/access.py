"""Who may see and write what in an open workspace: the table of roles, applied to records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.roles import PREPARING, Access, Role, access_of, may_print
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from antq_desktop.services.workspace import Workspace


def access_to(workspace: Workspace, register: str) -> Access:
    """Return how far the user gets in a register.

    An office keeps few books of its own, and of its communes it has what they share: there the
    roles do not divide them.
    """
    if workspace.place.role == "office":
        return Access.WRITE
    return access_of(Role(workspace.opened.slot.role), register)


def only_by(workspace: Workspace, register: str) -> str | None:
    """Return whose records alone the user sees in a register that he may list; None for all.

    Refusal (``users.no_access``) where he sees none.
    """
    access = access_to(workspace, register)
    if access < Access.OWN:
        raise Refusal("users.no_access")
    return workspace.user if access is Access.OWN else None


def sees(workspace: Workspace, register: str, record: str) -> bool:
    """Whether the user may see a record or draft of a register."""
    access = access_to(workspace, register)
    if access is not Access.OWN:
        return access > Access.OWN
    return workspace.store.revisions.began(record) == workspace.user


def must_see(workspace: Workspace, register: str, record: str) -> None:
    """Refuse a record that the user may not see (``users.no_access``)."""
    if not sees(workspace, register, record):
        raise Refusal("users.no_access")


def drafts_of(workspace: Workspace) -> str | None:
    """Return whose drafts of all books the user is told of: None for everybody's."""
    names = [one.name for one in workspace.catalogue.registers]
    whole = all(access_to(workspace, name) >= Access.READ for name in names)
    return None if whole else workspace.user


def may_write(workspace: Workspace, register: str, record: str | None = None) -> bool:
    """Whether the user may enter records of a register, or change one that is there."""
    access = access_to(workspace, register)
    if access is Access.OWN:
        return record is None or sees(workspace, register, record)
    return access is Access.WRITE


def must_write(workspace: Workspace, register: str, record: str | None = None) -> None:
    """Refuse what the user may not enter or change (``users.no_writing``, ``users.no_access``)."""
    if record is not None:
        must_see(workspace, register, record)
    if not may_write(workspace, register, record):
        raise Refusal("users.no_writing")


def must_prepare(workspace: Workspace) -> None:
    """Refuse to put a bundle together to who neither commands nor draws up the unit's reports."""
    if Role(workspace.opened.slot.role) not in PREPARING:
        raise Refusal("users.no_preparing")


def prints(workspace: Workspace, form: str, registers: Iterable[str]) -> bool:
    """Whether the user prints a form that is made of records of these registers, or of none."""
    if workspace.place.role == "office":
        return True
    own = list(registers)
    may = may_print(Role(workspace.opened.slot.role), form)
    return may and (not own or any(access_to(workspace, one) >= Access.OWN for one in own))


def must_print(workspace: Workspace, form: str, register: str, record: str | None = None) -> None:
    """Refuse a form of one record, or of a whole book (``users.no_access``, ``users.no_printing``).

    Who sees but his own records prints no book.
    """
    if record is not None:
        must_see(workspace, register, record)
    elif access_to(workspace, register) < Access.READ:
        raise Refusal("users.no_access")
    if not prints(workspace, form, [register]):
        raise Refusal("users.no_printing")
