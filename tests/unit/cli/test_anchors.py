"""``identity anchor``: a root of the State, its lists, and a head whom it certified."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast
from zipfile import ZipFile

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import write_asic_manifest
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import seal_bytes
from antq_desktop.crypto.signatures import sign
from antq_desktop.paths import paths_for
from antq_desktop.services.arriving import unseal
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import open_workspace
from tests.unit.bundle.world import packed
from tests.unit.cli.driver import COMMUNE, PASSPHRASE, PROGRAM, World
from tests.unit.cli.driver import DAY as DAY_OF_UNIT
from tests.vectors.members import FOREIGN, STATE, Member, authority_named, member

if TYPE_CHECKING:
    from pathlib import Path

ROOT = authority_named("state")
HEAD = member(FOREIGN)
DAY = timedelta(days=1)


def written(world: World, name: str, data: bytes) -> Path:
    path = world.folder / name
    path.write_bytes(data)
    return path


def pem(world: World, one: Member) -> Path:
    return written(world, f"{one.serial[:8]}.pem", one.pem)


def listed(number: int, *revoked: Member, by: Member = ROOT, due: timedelta = 30 * DAY) -> bytes:
    """Return a revocation list, PEM; the next one is due after so long."""
    now = datetime.now(UTC).replace(microsecond=0)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(by.certificate.subject)
        .last_update(now - 20 * DAY)
        .next_update(now + due)
        .add_extension(x509.CRLNumber(number), critical=False)
    )
    for one in revoked:
        entry = x509.RevokedCertificateBuilder().revocation_date(now - DAY)
        entry = entry.serial_number(one.certificate.serial_number)
        builder = builder.add_revoked_certificate(entry.build())
    made = builder.sign(cast("Any", by.key), hashes.SHA256())
    return made.public_bytes(serialization.Encoding.PEM)


def signed_by_head(world: World, path: Path) -> Path:
    """Return a commune's bundle as another program would sign it, with the State's certificate."""
    container = world.folder / "container.zip"
    home = paths_for(world.folder / COMMUNE)
    with open_workspace(home, None, PASSPHRASE, PROGRAM.catalogue, Clock()) as workspace:
        unseal(workspace, path, container)
        recipients = cast("list[str]", workspace.document("directory")["recipients"])
    with ZipFile(container) as file:
        files = {one: file.read(one) for one in file.namelist() if "META-INF" not in one}
    manifest = cast("dict[str, Any]", canonical.load(files[names.MANIFEST]))
    manifest["sender"]["certificate"] = HEAD.serial
    files[names.MANIFEST] = canonical.dump(manifest)
    listing = write_asic_manifest({name: sha256_hex(data) for name, data in files.items()})
    key = cast("Any", HEAD.key)
    value = sign(listing, key, HEAD.der, [ROOT.der], datetime.now(UTC))
    whole = {**files, names.ASIC_MANIFEST: listing, names.SIGNATURE: value}
    return written(world, f"of-the-state-{path.name}", seal_bytes(packed(whole), recipients))


def judged(world: World, path: Path, act: str = "import") -> tuple[str, list[str]]:
    (result,) = world.office("bundle", act, path).document["results"]
    return result["verdict"], [one["rule"] for one in result["reasons"]]


def refused(world: World, *arguments: object) -> str:
    ended = world.office("identity", "anchor", *arguments)
    assert ended.code == 3, ended.out
    return str(ended.document["refused"]).removeprefix("identity.")


def done(world: World, *arguments: object) -> Any:
    ended = world.office("identity", "anchor", *arguments)
    assert ended.code == 0, ended.out + ended.err
    return ended.document


def test_what_is_no_anchor_is_told_in_one_sentence(world: World) -> None:
    junk = written(world, "junk.pem", b"-----BEGIN CERTIFICATE-----\nAAAA\n")
    assert refused(world, "add", junk) == "anchor_not_certificate"
    weak = member(replace(STATE, key="signer-rsa1024", path_length=0))
    for one, said in (
        (HEAD, "anchor_not_ca"),
        (weak, "anchor_weak"),
        (authority_named("narrow"), "anchor_not_root"),
    ):
        add = ("add", pem(world, one), "--fingerprint")
        assert refused(world, *add, sha256_hex(one.der)) == said
        assert refused(world, *add, sha256_hex(ROOT.der)) == "anchor_other_fingerprint"
    assert done(world, "list") == {"anchors": [], "certificates": []}


def test_a_head_whom_the_state_certified_is_taken_at_his_office(world: World) -> None:
    world.add()
    sent = signed_by_head(world, world.export())
    assert judged(world, sent) == ("refused", ["signature_untrusted"])

    root = written(world, "root.cer", ROOT.der)
    shown = done(world, "add", root)
    assert (shown["added"], shown["subject"]) == (False, ROOT.certificate.subject.rfc4514_string())
    add = ("identity", "anchor", "add", root, "--fingerprint", shown["fingerprint"])
    assert world.commune(*add).document["refused"] == "workspace.office_only"
    assert world.office(*add).document["list_days"] is None
    assert refused(world, *add[2:]) == "anchor_known"
    assert judged(world, sent) == ("refused", ["signature_unassigned"])

    head = pem(world, HEAD)
    unit = f"{COMMUNE}@{DAY_OF_UNIT}"
    assigned = ("assign", head, "--unit", unit)
    assert refused(world, "assign", root, "--unit", COMMUNE) == "assign_usage"
    other = pem(world, member(replace(FOREIGN, issuer="other")))
    assert refused(world, "assign", other, "--unit", COMMUNE) == "assign_not_under"
    assert refused(world, "assign", head, "--unit", f"347@{DAY_OF_UNIT}") == "not_below"
    assert refused(world, *assigned, "--person", "\u202ean") == "assign_name"
    told = done(world, *assigned)
    assert (told["unit"].partition("@")[0], told["role"], told["person"]) == (
        COMMUNE,
        "head",
        "Nguyễn Văn Mẫu",
    )
    assert judged(world, sent) == ("held", ["signer_unlisted"])
    lists_of_one_authority(world)

    ended = written(world, "ended.crl", listed(4, due=-DAY))
    assert done(world, "crl", ended)["list_ended"]
    assert judged(world, sent) == ("held", ["signer_list_ended"])
    assert "quá hạn" in world.at("347", "identity", "anchor", "list").out
    assert done(world, "crl", written(world, "good.crl", listed(5)))["list_days"] == 20
    assert refused(world, "crl", ended) == "anchor_list_older"
    assert judged(world, sent) == ("accepted", [])

    what_came_after(world, sent, head)


def lists_of_one_authority(world: World) -> None:
    good = x509.load_pem_x509_crl(listed(3)).public_bytes(serialization.Encoding.DER)
    damaged = good[:-1] + bytes([good[-1] ^ 1])
    foreign = listed(3, by=authority_named("other"))
    for name, data, said in (
        ("none", b"no list", "anchor_list_damaged"),
        ("damaged", damaged, "anchor_list_damaged"),
        ("foreign", foreign, "anchor_list_other"),
    ):
        assert refused(world, "crl", written(world, name, data)) == said


def what_came_after(world: World, sent: Path, head: Path) -> None:
    world.add()
    later = signed_by_head(world, world.export())
    root = sha256_hex(ROOT.der)
    assert refused(world, "remove", "00" * 32, "--reason", "thử") == "anchor_unknown"
    empty = world.office("identity", "anchor", "remove", root, "--reason", " ")
    assert empty.document["refused"] == "records.reason_needed"
    # Both are kept to the second: what came in the one in which the anchor goes is not of before.
    begun = datetime.now(UTC).replace(microsecond=0)
    while datetime.now(UTC).replace(microsecond=0) == begun:
        pass
    done(world, "remove", root, "--reason", "không dùng nữa")
    assert judged(world, sent) == ("same", [])  # it came while the anchor was trusted
    assert judged(world, later) == ("refused", ["signature_untrusted"])
    assert refused(world, "assign", head, "--unit", COMMUNE) == "assign_not_under"

    again = done(world, "add", world.folder / "root.cer", "--fingerprint", root)
    assert again["list_days"] == 20  # the newest list was kept
    done(world, "crl", written(world, "revoking.crl", listed(6, HEAD)))
    assert judged(world, later) == ("refused", ["signature_revoked"])
    for fingerprint in (sha256_hex(HEAD.der), root):
        done(world, "remove", fingerprint, "--reason", "không dùng nữa")
    assert done(world, "list") == {"anchors": [], "certificates": []}
    acts = json.dumps(world.office("journal", "list").document)
    for act in ("anchor_added", "anchor_assigned", "anchor_list", "anchor_removed"):
        assert act in acts
