"""An office and the one above it: request, certificate, directory, and what each may vouch for."""

from __future__ import annotations

import subprocess
from ssl import DER_cert_to_PEM_cert
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import unseal
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import is_published, publish
from antq_desktop.services.enrolling import (
    certified_until,
    issue_certificate,
    make_request,
    show_request,
)
from antq_desktop.services.installing import install_directory, show_authorities
from antq_desktop.services.issued import issued_certificates
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.revoking import revoke_certificate
from antq_desktop.services.signing import (
    anchor_above,
    anchor_of,
    certified_above,
    own_recipients,
    own_signature,
    revoked_serials,
)
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, OTHER_OFFICE, World, coop
from tests.unit.services.levels import (
    AUTHORITY,
    PROVINCE,
    enrol_office,
    fingerprint_of,
    request_of,
)
from tests.unit.services.passing import submitted_anyway

if TYPE_CHECKING:
    from pathlib import Path

BESIDE = "350"
"""A unit that the province certified itself."""


def test_an_office_asks_with_the_key_of_its_authority_and_is_certified(world: World) -> None:
    world.create(PROVINCE, office=True)
    path, fingerprint = request_of(world, OFFICE)
    with world.open(PROVINCE) as workspace:
        asked = show_request(workspace, path)
        assert (asked.fingerprint, asked.role) == (fingerprint, "office")
        assert asked.person == asked.unit_name == "Thành phố Phủ Lý"
        certified, directory = issue_certificate(
            workspace, path, world.folder, fingerprint=fingerprint, ca_passphrase=AUTHORITY
        )
        issued = issued_certificates(workspace)
        assert {(one.unit, one.own) for one in issued} == {
            ("Thành phố Phủ Lý", False),
            ("Tỉnh Hà Nam", True),
        }
    with world.open(OFFICE) as workspace:
        own, before = anchor_of(workspace), own_signature(workspace).serial
        assert (certified_until(workspace), certified_above(workspace)) == ("", [])
        installed = install_directory(
            workspace, directory, fingerprint=fingerprint_of(world, PROVINCE)
        )
        assert (installed.certified, installed.newer) == (True, True)
        cross, root = certified_above(workspace)
        assert read_certificate(cross).serial == certified.serial
        assert read_certificate(cross).public_key == read_certificate(own).public_key
        assert root == anchor_above(workspace)
        assert certified_until(workspace) == read_certificate(cross).not_after.date().isoformat()
        # Its own authority and what it issued stay as they were.
        assert (anchor_of(workspace), own_signature(workspace).serial) == (own, before)
        again = install_directory(workspace, directory, fingerprint=installed.fingerprint)
        assert (again.certified, again.newer) == (True, False)


def test_the_key_of_the_authority_opens_only_with_its_own_passphrase(world: World) -> None:
    path = world.folder / "request.antq"
    with world.open(OFFICE) as workspace:
        for wrong in (None, "demo"):
            with pytest.raises(Refusal, match=r"identity\.wrong_ca_passphrase"):
                make_request(workspace, path, ca_passphrase=wrong)
    assert not path.exists()


def test_an_office_is_certified_by_the_one_directly_above_only(world: World) -> None:
    path, fingerprint = request_of(world, OFFICE)
    with (
        world.open(OTHER_OFFICE) as workspace,
        pytest.raises(Refusal, match=r"identity\.not_below"),
    ):
        issue_certificate(
            workspace, path, world.folder, fingerprint=fingerprint, ca_passphrase=AUTHORITY
        )


def test_an_office_does_not_install_what_it_told_its_own_subordinates(world: World) -> None:
    with world.open(OFFICE) as workspace:
        own = deliver(workspace, publish(workspace).row, world.folder)
        with pytest.raises(Refusal, match=r"identity\.own_directory"):
            install_directory(workspace, own, fingerprint=sha256_hex(anchor_of(workspace)))
        assert not workspace.document("directory")


def test_units_and_calendar_from_above_are_passed_on(world: World) -> None:
    world.create(PROVINCE, office=True)
    with world.open(PROVINCE) as workspace:
        tree = workspace.units
        tree.version = "of the province"
        with workspace.store.atomic():
            workspace.store.units.replace(tree)
    with world.open(OFFICE) as workspace:
        assert is_published(workspace)
    enrol_office(world, PROVINCE, OFFICE)
    with world.open(OFFICE) as workspace:
        assert workspace.units.version == "of the province"
        assert not is_published(workspace)
        above = workspace.document("directory")["calendar_table"]
        directory = deliver(workspace, publish(workspace).row, world.folder)
        assert is_published(workspace)
    with world.open(COMMUNE) as workspace:
        # What its office was certified with is no authority that a commune would compare.
        anchor = fingerprint_of(world, OFFICE)
        assert show_authorities(workspace, directory) == (anchor,)
        install_directory(workspace, directory, fingerprint=anchor)
        assert workspace.units.version == "of the province"
        assert isinstance(above, dict)
        assert workspace.document("directory")["calendar"] == above["version"]


def test_a_list_without_a_unit_that_is_enrolled_below_is_not_taken(world: World) -> None:
    world.create(PROVINCE, office=True)
    with world.open(PROVINCE) as workspace:
        kept = [one for one in workspace.units.units if one.key.code != COMMUNE]
        fewer = type(workspace.units)(kept, version="fewer", source="fewer")
        with workspace.store.atomic():
            workspace.store.units.replace(fewer)
    with pytest.raises(Refusal, match=r"units\.still_used"):
        enrol_office(world, PROVINCE, OFFICE)
    with world.open(OFFICE) as workspace:
        assert not workspace.document("directory")
        assert workspace.units.version != "fewer"


def test_another_authority_above_is_compared_anew_and_an_older_directory_changes_nothing(
    world: World,
) -> None:
    world.create(PROVINCE, office=True)
    older = enrol_office(world, PROVINCE, OFFICE)
    anchor = fingerprint_of(world, PROVINCE)
    with world.open(PROVINCE) as workspace:
        newer = deliver(workspace, publish(workspace).row, world.folder)
    with world.open(OFFICE) as workspace:
        assert install_directory(workspace, newer, fingerprint=anchor).newer
        assert not install_directory(workspace, older, fingerprint=anchor).newer
        for file in (newer, older):
            with pytest.raises(Refusal, match=r"identity\.other_ca_fingerprint"):
                install_directory(workspace, file, fingerprint=fingerprint_of(world, OTHER_OFFICE))


def test_the_list_from_above_says_that_an_office_is_certified_no_more(world: World) -> None:
    world.create(PROVINCE, office=True)
    enrol_office(world, PROVINCE, OFFICE)
    with world.open(OFFICE) as workspace:
        serial = read_certificate(certified_above(workspace)[0]).serial
        assert serial not in revoked_serials(workspace)
    world.later(days=1)
    with world.open(PROVINCE) as workspace:
        revoke_certificate(workspace, serial, reason="Thay khóa", ca_passphrase=AUTHORITY)
        assert not is_published(workspace)
    enrol_office(world, PROVINCE, OFFICE)
    with world.open(OFFICE) as workspace:
        assert serial in revoked_serials(workspace)
        assert read_certificate(certified_above(workspace)[0]).serial != serial
        assert own_signature(workspace)


def test_what_comes_from_below_is_vouched_for_from_below(world: World) -> None:
    """A head whom the office above certified may not submit to an office beside his own."""
    world.create(PROVINCE, office=True)
    enrol_office(world, PROVINCE, OFFICE)
    world.create(BESIDE)
    world.enrol(PROVINCE, BESIDE)
    with world.open(OFFICE) as workspace:
        office, recipients = workspace.place.unit.as_json(), own_recipients(workspace)
    with world.open(BESIDE) as workspace:
        directory = workspace.document("directory")
        workspace.store.meta.set(
            "directory", {**directory, "office": office, "recipients": recipients}
        )
    for code, expected in ((BESIDE, ["signer_office"]), (COMMUNE, [])):
        world.add(code, coop())
        signed = submitted_anyway(world, code)
        with world.open(OFFICE) as workspace:
            verdict = import_bundle(workspace, signed)
            assert [one.rule for one in verdict.reasons] == expected


def test_openssl_finds_the_way_from_a_commune_to_the_root_of_the_province(
    world: World, tmp_path: Path
) -> None:
    world.create(PROVINCE, office=True)
    enrol_office(world, PROVINCE, OFFICE)
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        signed = world.home(COMMUNE) / "outbox" / submit(workspace, [], []).file
    with world.open(OFFICE) as workspace:
        unseal(workspace, signed, tmp_path / "signed.asice")
        cross, root = map(DER_cert_to_PEM_cert, certified_above(workspace))
    with ZipFile(tmp_path / "signed.asice") as container:
        container.extractall(tmp_path)
    for trusted, good in ((root + cross, True), (root, False)):
        (tmp_path / "ca.pem").write_text(trusted, encoding="ascii")
        command = "openssl cms -verify -binary -inform DER -in META-INF/signature001.p7s"
        command += " -content META-INF/ASiCManifest001.xml -CAfile ca.pem"
        command += f" -attime {int(world.now.timestamp())} -out /dev/null"
        done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=False)
        assert (done.returncode == 0) is good, done.stderr
