"""Several PCs of one unit, and how the tests carry books between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.paths import paths_for
from antq_desktop.services.confirming import write_confirmations
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import publish
from antq_desktop.services.handing_books_over import hand_over, receiver_named
from antq_desktop.services.installing import install_directory
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.signing import anchor_of
from tests.unit.services.conftest import COMMUNE, DAY, OFFICE, PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.services.conftest import World

SECOND_PC = "13285-b"
"""The home of the second PC of the commune."""


def second_pc(world: World, home: str = SECOND_PC, code: str = COMMUNE) -> None:
    """Make another workspace of a unit, certified like the first, and tell both of each other."""
    units = load_units()
    wanted = NewWorkspace(
        role="commune",
        unit=units.resolve(f"{code}@{DAY}", DAY),
        user="Vừ Thị Mẫu",
        passphrase=PASSPHRASE,
        practice=True,
    )
    world.secrets[home] = create_workspace(
        paths_for(world.home(home)), wanted, units, world.catalogue, world.clock()
    )
    world.enrol(OFFICE, home)
    tell(world, code)


def tell(world: World, *homes: str, office: str = OFFICE) -> None:
    """Install the newest directory of the office."""
    with world.open(office) as workspace:
        directory = deliver(workspace, publish(workspace).row, world.folder)
        anchor = sha256_hex(anchor_of(workspace))
    for home in homes:
        with world.open(home) as workspace:
            install_directory(workspace, directory, fingerprint=anchor)


def give(
    world: World, home: str = SECOND_PC, *, close: bool = False, to: str | None = None
) -> Path:
    """Hand over, and return the file."""
    world.later(seconds=1)
    with world.open(home) as workspace:
        row = hand_over(workspace, receiver_named(workspace, to), close=close)
        return deliver(workspace, row, world.folder / f"{row.digest[:8]}.antq")


def confirm(world: World, home: str = COMMUNE) -> Path:
    """Sign the receipt of the transfers that were taken in."""
    world.later(seconds=1)
    with world.open(home) as workspace:
        (row,) = write_confirmations(workspace)
        return deliver(workspace, row, world.folder / f"confirmed-{row.sequence}.antq")
