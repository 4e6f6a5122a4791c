"""A commune in which an officer signs first and the head second, for the tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.roles import Role
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import choose_signatures, publish
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.installing import install_directory
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.users import add_user
from tests.unit.services.conftest import COMMUNE, OFFICE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.services.conftest import World

HEAD, OFFICER, DUTY = "Lò Thị Mẫu", "Vì Văn Thử", "Cà Văn Trực"


def add_people(world: World) -> None:
    """Give an officer and a duty officer slots of their own; the officer gets a certificate."""
    with world.open(COMMUNE, HEAD) as workspace:
        add_user(workspace, OFFICER, Role.OFFICER, "demo")
        add_user(workspace, DUTY, Role.DUTY_OFFICER, "demo")
    certify(world, OFFICER)


def certify(world: World, user: str) -> None:
    """Let the office certify somebody; his head installs the directory."""
    request = world.folder / f"request-{len(user)}.antq"
    with world.open(COMMUNE, user) as workspace:
        asked = make_request(workspace, request)
    with world.open(OFFICE) as workspace:
        _, directory = issue_certificate(
            workspace,
            request,
            world.folder,
            fingerprint=asked.fingerprint,
            ca_passphrase="authority",
        )
    install(world, directory)


def install(world: World, directory: Path) -> None:
    """Install a directory at the commune."""
    with world.open(OFFICE) as workspace:
        anchor = sha256_hex(anchor_of(workspace))
    with world.open(COMMUNE, HEAD) as workspace:
        install_directory(workspace, directory, fingerprint=anchor)


def want_two(world: World, since: date = date(2024, 1, 15), *, installed: bool = True) -> None:
    """Let the office want two signatures, and tell it."""
    with world.open(OFFICE) as workspace:
        choose_signatures(workspace, 2, since)
        directory = deliver(workspace, publish(workspace).row, world.folder / "two.antq")
    if installed:
        install(world, directory)


TWO: Final = 2
