"""A province above two districts, each above two communes: enrolled as people would do it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import Unit, UnitKey, UnitTree
from antq_desktop.paths import paths_for
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.consolidating import consolidate
from antq_desktop.services.delivering import outbox
from antq_desktop.services.directory import publish
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.installing import install_directory
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import PASSPHRASE, World

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.periods import Period
    from antq_desktop.services.verdicts import Verdict

PROVINCE = "35"
DISTRICTS = {"347": ("13285", "13288"), "349": ("13321", "13324")}
MINISTRY = "00"
"""An invented unit above the province, which the list of units does not have."""
AUTHORITY = "authority"
PERIOD = parse_period("DL-2023")


def fingerprint_of(world: World, office: str) -> str:
    """Return what an office reads out on the telephone."""
    with world.open(office) as workspace:
        return sha256_hex(anchor_of(workspace))


def request_of(world: World, office: str) -> tuple[Path, str]:
    """Let an office ask the one above it; return the request and its fingerprint."""
    path = world.folder / f"{office}-request.antq"
    with world.open(office) as workspace:
        return path, make_request(workspace, path, ca_passphrase=AUTHORITY).fingerprint


def enrol_office(world: World, upper: str, lower: str) -> Path:
    """Let an office certify the one below it, fingerprints compared; return the directory."""
    request, fingerprint = request_of(world, lower)
    with world.open(upper) as workspace:
        _, directory = issue_certificate(
            workspace,
            request,
            world.folder,
            fingerprint=fingerprint,
            ca_passphrase=AUTHORITY,
        )
    anchor = fingerprint_of(world, upper)
    with world.open(lower) as workspace:
        assert install_directory(workspace, directory, fingerprint=anchor).certified
    return directory


def found_ministry(world: World) -> None:
    """Invent a unit above the province, with a tree that has it, and let it certify the province.

    Each level below takes the new tree with the directory that brings it.
    """
    units = load_units()
    top = Unit(UnitKey(MINISTRY), "Cơ quan trên cấp tỉnh", "tinh", 1, None, None, remote=False)
    below = [
        replace(one, level=one.level + 1, parent=MINISTRY if one.parent is None else one.parent)
        for one in units.units
    ]
    tree = UnitTree([top, *below], version="with a ministry", source="invented")
    wanted = NewWorkspace(
        role="office",
        unit=top,
        user="Lò Thị Mẫu",
        passphrase=PASSPHRASE,
        practice=True,
        ca_passphrase=AUTHORITY,
    )
    paths = paths_for(world.home(MINISTRY))
    create_workspace(paths, wanted, tree, world.catalogue, world.clock())
    # The ministry certifies only what its tree has directly below it.
    enrol_office(world, MINISTRY, PROVINCE)
    for district in DISTRICTS:
        with world.open(PROVINCE) as workspace:
            directory = outbox(workspace) / publish(workspace).row.file
        anchor = fingerprint_of(world, PROVINCE)
        with world.open(district) as workspace:
            install_directory(workspace, directory, fingerprint=anchor)


@pytest.fixture(scope="session")
def made_levels(made: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Make the province above the world of one level; it is copied for each test."""
    folder = tmp_path_factory.mktemp("levels") / "world"
    shutil.copytree(made.folder, folder)
    world = World(folder, made.catalogue, made.now, dict(made.secrets))
    world.create(PROVINCE, office=True)
    for district, communes in DISTRICTS.items():
        enrol_office(world, PROVINCE, district)
        for commune in communes:
            if commune not in world.secrets:
                world.create(commune)
                world.enrol(district, commune)
    return world


@pytest.fixture
def levels(made_levels: World, tmp_path: Path) -> World:
    """Give each test three levels of its own."""
    folder = tmp_path / "levels"
    shutil.copytree(made_levels.folder, folder)
    return World(folder, made_levels.catalogue, made_levels.now, dict(made_levels.secrets))


def submitted(world: World, commune: str, *periods: Period) -> Path:
    """Let a commune submit, and return the signed file."""
    with world.open(commune) as workspace:
        return outbox(workspace) / submit(workspace, periods, []).file


def taken(world: World, office: str, *files: Path, verdict: str = "accepted") -> Verdict:
    """Let an office import files, and return the last verdict."""
    with world.open(office) as workspace:
        for file in files:
            last = import_bundle(workspace, file)
            assert last.verdict == verdict, last.reasons
        return last


def consolidated(world: World, office: str, *periods: Period) -> Path:
    """Let an office pass on what it has, and return the signed file."""
    with world.open(office) as workspace:
        return outbox(workspace) / consolidate(workspace, periods, []).file


def answered(world: World, office: str) -> list[Path]:
    """Let an office sign its receipts."""
    with world.open(office) as workspace:
        return [outbox(workspace) / one.row.file for one in write_receipts(workspace)]
