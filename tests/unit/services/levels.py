"""A province above two districts, each above two communes: enrolled as people would do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.installing import install_directory
from antq_desktop.services.signing import anchor_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.services.conftest import World

PROVINCE = "35"
DISTRICTS = {"347": ("13285", "13288"), "349": ("13321", "13324")}
AUTHORITY = "authority"


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
