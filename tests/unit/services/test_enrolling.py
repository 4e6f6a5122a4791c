"""Trust: requests, fingerprints, certificates, directories, revocation."""

from __future__ import annotations

import dataclasses
import subprocess
from ssl import DER_cert_to_PEM_cert
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.crypto.digests import grouped, sha256_hex
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import publish, told_receivers
from antq_desktop.services.enrolling import (
    issue_certificate,
    make_request,
    own_certificate,
    show_request,
)
from antq_desktop.services.installing import install_directory
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.revoking import revoke_certificate
from antq_desktop.services.signing import anchor_of, own_signature
from antq_desktop.services.submitting import submit
from antq_desktop.services.users import add_user
from tests.unit.services.conftest import COMMUNE, DAY, FOREIGN, OFFICE, OTHER_OFFICE, World, coop

if TYPE_CHECKING:
    from pathlib import Path

NEW = "13291"


def request(world: World, code: str = NEW) -> tuple[Path, str]:
    path = world.folder / "request.antq"
    with world.open(code) as workspace:
        return path, make_request(workspace, path).fingerprint


def fingerprint_of(world: World, office: str) -> str:
    with world.open(office) as workspace:
        return sha256_hex(anchor_of(workspace))


def test_a_fingerprint_may_be_typed_as_people_read_it_aloud(world: World) -> None:
    world.create(NEW)
    path, fingerprint = request(world)
    with world.open(OFFICE) as workspace:
        asked = show_request(workspace, path)
        assert (asked.fingerprint, asked.role) == (fingerprint, "head")
        assert asked.unit_name == "Phường Lê Hồng Phong"
        certified, directory = issue_certificate(
            workspace,
            path,
            world.folder,
            fingerprint=grouped(fingerprint),
            ca_passphrase="authority",
        )
        pem = DER_cert_to_PEM_cert(anchor_of(workspace))
    (world.folder / "ca.pem").write_text(pem)
    shown = subprocess.run(
        [
            "openssl",
            "x509",
            "-in",
            str(world.folder / "ca.pem"),
            "-noout",
            "-fingerprint",
            "-sha256",
        ],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    typed = shown.strip().partition("=")[2]
    with world.open(NEW) as workspace:
        installed = install_directory(workspace, directory, fingerprint=typed)
        assert installed.certified
        assert installed.newer
        assert own_certificate(workspace)["serial"] == certified.serial


def test_another_fingerprint_issues_and_installs_nothing(world: World) -> None:
    world.create(NEW)
    path, fingerprint = request(world)
    wrong = ("0" if fingerprint[0] != "0" else "1") + fingerprint[1:]
    with world.open(OFFICE) as workspace:
        before = len(workspace.store.exchanged.certificates())
        for typed in (wrong, fingerprint[:-1], ""):
            with pytest.raises(Refusal, match=r"identity\.other_fingerprint"):
                issue_certificate(
                    workspace, path, world.folder, fingerprint=typed, ca_passphrase="authority"
                )
        assert len(workspace.store.exchanged.certificates()) == before
        _, directory = issue_certificate(
            workspace, path, world.folder, fingerprint=fingerprint, ca_passphrase="authority"
        )
    with world.open(NEW) as workspace:
        with pytest.raises(Refusal, match=r"identity\.other_ca_fingerprint"):
            install_directory(workspace, directory, fingerprint=wrong)
        assert not workspace.document("trust")
        with pytest.raises(Refusal, match=r"identity\.no_certificate"):
            own_signature(workspace)
        with pytest.raises(Refusal, match=r"identity\.not_enrolled"):
            anchor_of(workspace)


def test_the_authority_opens_only_with_its_own_passphrase(world: World) -> None:
    world.create(NEW)
    path, fingerprint = request(world)
    with (
        world.open(OFFICE) as workspace,
        pytest.raises(Refusal, match=r"identity\.wrong_ca_passphrase"),
    ):
        issue_certificate(
            workspace, path, world.folder, fingerprint=fingerprint, ca_passphrase="demo"
        )


def test_an_office_certifies_only_units_below_it_and_of_its_class(world: World) -> None:
    path, fingerprint = request(world, FOREIGN)
    with world.open(OFFICE) as workspace, pytest.raises(Refusal, match=r"identity\.not_below"):
        issue_certificate(
            workspace, path, world.folder, fingerprint=fingerprint, ca_passphrase="authority"
        )
    world.create(NEW, practice=False)
    with world.open(NEW, None, "a passphrase that is long") as workspace:
        fingerprint = make_request(workspace, path).fingerprint
    with (
        world.open(OFFICE) as workspace,
        pytest.raises(Refusal, match=r"identity\.other_class"),
    ):
        show_request(workspace, path)


def test_a_directory_of_another_office_is_refused(world: World) -> None:
    with world.open(OTHER_OFFICE) as workspace:
        other = deliver(workspace, publish(workspace).row, world.folder)
    with (
        world.open(COMMUNE) as workspace,
        pytest.raises(Refusal, match=r"bundle\.not_for_us"),
    ):
        install_directory(workspace, other, fingerprint=fingerprint_of(world, OTHER_OFFICE))


def test_an_older_directory_changes_nothing_and_says_so(world: World) -> None:
    older = next(world.folder.glob("347-all-*-000001-directory.antq"))
    newer = next(world.folder.glob("347-all-*-000002-directory.antq"))
    anchor = fingerprint_of(world, OFFICE)
    with world.open(COMMUNE) as workspace:
        assert install_directory(workspace, newer, fingerprint=anchor).newer
        assert not install_directory(workspace, newer, fingerprint=anchor).newer
        assert not install_directory(workspace, older, fingerprint=anchor).newer
        assert workspace.document("directory")["version"] == 2
        assert verify_bundle(workspace, newer).content[0] == "verdicts.shown_directory"


def test_what_is_neither_request_nor_directory_is_refused(world: World) -> None:
    directory = next(world.folder.glob("347-all-*-000001-directory.antq"))
    anchor = fingerprint_of(world, OFFICE)
    text = world.folder / "text.antq"
    text.write_text("Kính gửi")
    requested = world.folder / f"{COMMUNE}-request.antq"
    with world.open(OFFICE) as workspace:
        with pytest.raises(Refusal, match=r"bundle\.not_a_bundle"):
            show_request(workspace, text)
        with pytest.raises(Refusal, match=r"identity\.no_request"):
            show_request(workspace, directory)
        with pytest.raises(Refusal, match=r"bundles\.cannot_read"):
            show_request(workspace, world.folder / "missing.antq")
        assert verify_bundle(workspace, requested).content[0] == "verdicts.shown_request"
    with world.open(COMMUNE) as workspace:
        for file in (text, world.folder / "missing.antq"):
            with pytest.raises(Refusal, match=r"bundle\.not_a_bundle|bundles\.cannot_read"):
                install_directory(workspace, file, fingerprint=anchor)
        with pytest.raises(Refusal, match=r"identity\.other_ca_fingerprint"):
            install_directory(workspace, requested, fingerprint=anchor)


def test_a_revoked_head_is_refused_by_the_office_and_told_by_the_directory(world: World) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
        serial = own_certificate(workspace)["serial"]
        signed = world.home(COMMUNE) / "outbox" / row.file
    world.later(days=1)
    with world.open(OFFICE) as workspace:
        for reason, used, refusal in (
            (" ", serial, r"records\.reason_needed"),
            ("Mất khóa", "00", r"identity\.unknown_serial"),
        ):
            with pytest.raises(Refusal, match=refusal):
                revoke_certificate(workspace, used, reason=reason, ca_passphrase="authority")
        revoke_certificate(workspace, serial, reason="Mất khóa", ca_passphrase="authority")
        with pytest.raises(Refusal, match=r"identity\.unknown_serial"):
            revoke_certificate(workspace, serial, reason="Lại", ca_passphrase="authority")
        verdict = import_bundle(workspace, signed)
        assert [one.rule for one in verdict.reasons] == ["signature_revoked"]
        directory = deliver(workspace, publish(workspace).row, world.folder)
    # The directory is no longer sealed to a workspace whose only certificate was revoked.
    with (
        world.open(COMMUNE) as workspace,
        pytest.raises(Refusal, match=r"bundle\.not_for_us"),
    ):
        install_directory(workspace, directory, fingerprint=fingerprint_of(world, OFFICE))


def test_an_expired_certificate_and_a_wrong_clock_do_not_sign(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        der = read_certificate(bytes.fromhex(_own(workspace.document("certificates"))))
        workspace.clock.learn(world.now)
    start = world.now
    world.now = start.replace(year=2023)
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match=r"clock\.behind"):
        own_signature(workspace)
    world.now = der.not_after.astimezone(start.tzinfo)
    world.later(seconds=1)
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match=r"identity\.expired"):
        own_signature(workspace)


def _own(certificates: object) -> str:
    assert isinstance(certificates, dict)
    (der,) = certificates.values()
    return str(der)


def test_an_officer_signs_first_alone(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        add_user(workspace, "Cán bộ Mẫu", Role.OFFICER, "officer")
    with world.open(COMMUNE, "Cán bộ Mẫu", "officer") as workspace:
        with pytest.raises(Refusal, match=r"users\.head_only"):
            own_signature(workspace)
        with pytest.raises(Refusal, match=r"identity\.no_certificate"):
            own_signature(workspace, first=True)
        asked = make_request(workspace, world.folder / "x.antq")
        assert asked.role == "officer"
        assert own_certificate(workspace) == {}
    # What is confidential stays sealed to the head, though his officer asked last.
    with world.open(OFFICE) as workspace:
        issue_certificate(
            workspace,
            world.folder / "x.antq",
            world.folder / "officers.antq",
            fingerprint=asked.fingerprint,
            ca_passphrase="authority",
        )
        anchor = sha256_hex(anchor_of(workspace))
    with world.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        seal = workspace.opened.seal.recipient
        install_directory(workspace, world.folder / "officers.antq", fingerprint=anchor)
        (told,) = (one for one in told_receivers(workspace) if one.workspace == workspace.place.id)
        assert told.seal == seal
    with world.open(COMMUNE, "Cán bộ Mẫu", "officer") as workspace:
        assert own_signature(workspace, first=True).first


def test_the_head_of_an_office_does_not_go_by_its_name(world: World) -> None:
    unit = load_units().resolve(f"{OFFICE}@{DAY}", DAY)
    wanted = NewWorkspace(
        role="office",
        unit=unit,
        user=unit.name,
        passphrase="demo",
        practice=True,
        ca_passphrase="authority",
    )
    paths = paths_for(world.home("new"))
    with pytest.raises(Refusal, match=r"identity\.own_name"):
        create_workspace(paths, wanted, load_units(), world.catalogue, world.clock())
    create_workspace(
        paths,
        dataclasses.replace(wanted, user="Lò Thị Mẫu"),
        load_units(),
        world.catalogue,
        world.clock(),
    )
