"""Carrying bundles up and receipts down, as the tests of the chain do it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from antq_desktop.domain.periods import parse_period
from antq_desktop.paths import paths_for
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.backing_up import order_backup, unpack_backup
from antq_desktop.services.delivering import deliver
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.saving import change_record
from antq_desktop.services.status import sent_bundles
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.bundle.refusals import Reason
    from antq_desktop.services.restoring import LastNumber
    from antq_desktop.services.verdicts import Verdict
    from tests.unit.services.conftest import World


def sign(world: World, *periods: str, code: str = COMMUNE) -> Path:
    """Sign what is due into a file of its own."""
    with world.open(code) as workspace:
        row = submit(workspace, [parse_period(period) for period in periods], [])
        target = world.folder / f"{row.digest[:8]}.antq"
        shutil.copy(world.home(code) / "outbox" / row.file, target)
    return target


def take(world: World, *paths: Path, office: str = OFFICE) -> list[Verdict]:
    """Import files at the office, one after the other."""
    with world.open(office) as workspace:
        return [import_bundle(workspace, path) for path in paths]


def answer(world: World, code: str = COMMUNE, office: str = OFFICE) -> Path:
    """Sign the receipts, and return the one for a commune."""
    world.later(seconds=1)
    with world.open(office) as workspace:
        signed = [one.row for one in write_receipts(workspace) if one.row.recipient == code]
        return deliver(workspace, signed[0], world.folder / f"receipt-{signed[0].sequence}.antq")


def hear(world: World, path: Path, code: str = COMMUNE) -> None:
    """Open a receipt at the commune."""
    with world.open(code) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"


def exchange(world: World, *periods: str, code: str = COMMUNE) -> Verdict:
    """Carry a submission up and its receipt down."""
    (verdict,) = take(world, sign(world, *periods, code=code))
    hear(world, answer(world, code), code)
    return verdict


def states(world: World, code: str = COMMUNE) -> list[str]:
    """Return where the bundles of a commune stand as it knows, the oldest first."""
    with world.open(code) as workspace:
        return [one.state for one in reversed(sent_bundles(workspace))]


def change(world: World, record: str, code: str = COMMUNE, **values: object) -> None:
    """Change a record."""
    with world.open(code) as workspace:
        change_record(workspace, record, values, reason="Sửa")


def digest(world: World, code: str = OFFICE) -> str:
    """Return the digest of a workspace, after its projections were found to be current."""
    with world.open(code) as workspace:
        before = workspace.store.projections.digest()
        workspace.store.projections.rebuild()
        assert workspace.store.projections.digest() == before
        return workspace.store.digest()


def back_up(world: World, code: str = COMMUNE) -> Path:
    """Write a backup."""
    with world.open(code) as workspace:
        return order_backup(workspace, world.folder).path


def restore(
    world: World,
    backup: Path,
    code: str = COMMUNE,
    receipt: Path | None = None,
    books: tuple[LastNumber, ...] = (),
) -> None:
    """Put a backup in place of a workspace."""
    shutil.rmtree(world.home(code))
    unpack_backup(backup, paths_for(world.home(code)))
    with world.open(code) as workspace:
        restore_backup(workspace, as_fork=False, receipt=receipt, books=books)


def rules(reasons: tuple[Reason, ...]) -> set[str]:
    """Return the rules that reasons name."""
    return {one.rule for one in reasons}
