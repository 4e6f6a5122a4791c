"""What is written is read again, by us and by age, unzip, openssl and sha256sum."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from antq_desktop.bundle.bodies import Policy, ReceiptBody, Verdict, VerdictCounts, VerdictReason
from antq_desktop.bundle.limits import Limits
from antq_desktop.bundle.opening import peek_authorities, unseal_to
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.bundle.writer import file_name, write_bundle
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.reading import read_certificate
from antq_desktop.errors import Fault
from tests.unit.bundle.world import (
    ATTACHMENT,
    BUNDLE,
    CHAIN,
    MOMENT,
    PERIOD,
    WORKSPACE,
    Post,
    entries,
    identity,
    line,
    request_draft,
    signing,
    submission,
    trust,
)

if TYPE_CHECKING:
    from pathlib import Path


def run(folder: Path, command: str) -> str:
    """Run a line of the README in a folder; fail where it fails."""
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def commands(readme: str) -> list[str]:
    """Return the commands of a README: its indented lines that begin with a program."""
    programs = r" {3}((?:age|unzip|openssl|sed|sha256sum) .*)"
    return re.findall(programs, readme)


def test_a_submission_comes_back_as_it_was(post: Post) -> None:
    written = post.write()
    with post.open(written.path) as bundle:
        assert bundle.digest == written.digest
        assert bundle.sha256 == written.sha256 == sha256_hex(written.path.read_bytes())
        assert bundle.signer.certificate.der == signing().certificate
        assert bundle.manifest.sequence == 1
        assert bundle.registers == ("disputes",)
        assert bundle.report(PERIOD) == b"{}"
        assert bundle.read(ATTACHMENT) == entries()[ATTACHMENT]
        found = [(one.row, one.header, one.shared) for one in bundle.records("disputes")]
        assert found == [(row, *line(row)) for row in (1, 2, 3)]
        assert list(bundle.records("awards")) == []
        assert bundle.names[0] == "mimetype"
        rows = {entry.path: entry.rows for entry in bundle.manifest.files}
        assert rows["records/disputes.jsonl"] == 3
        assert rows["README.txt"] is None


def test_nothing_but_the_bundle_stays_on_the_disk(post: Post) -> None:
    written = post.write()
    with post.open(written.path) as bundle:
        assert list(post.folder.iterdir()) == [written.path]
        assert bundle.names
    assert list(post.folder.iterdir()) == [written.path]
    assert written.size == written.path.stat().st_size
    assert b"dispute" not in written.path.read_bytes()


def test_a_failed_signature_leaves_what_was_there(post: Post) -> None:
    path = post.write().path
    before = path.read_bytes()

    def fail(_: bytes) -> bytes:
        raise KeyError

    with pytest.raises(KeyError):
        post.write(sign=fail)
    with pytest.raises(ValueError, match="recipient"):
        post.write(recipients=[])
    assert path.read_bytes() == before
    assert list(post.folder.iterdir()) == [path]


def test_the_same_content_gives_the_same_container_up_to_the_signature(post: Post) -> None:
    containers = []
    for name in ("a", "b"):
        unseal_to(
            post.write(name).path, post.folder / "open", post.identities, scratch_folder=post.folder
        )
        with ZipFile(post.folder / "open") as found:
            last = found.getinfo("META-INF/signature001.p7s").header_offset
        containers.append((post.folder / "open").read_bytes()[:last])
    assert containers[0] == containers[1]


def test_the_commands_of_the_readme_work(post: Post) -> None:
    post.write("GOI.antq")
    (post.folder / "khoa.txt").write_text(identity().secret + "\n")
    pem = ["openssl", "x509", "-inform", "DER", "-out", "ca.pem"]
    subprocess.run(pem, cwd=post.folder, input=signing().chain[0], check=True)
    with post.open(post.folder / "GOI.antq") as bundle:
        readme = bundle.read("README.txt").decode()
        digest = bundle.digest
    said = {}
    for command in commands(readme):
        if "-out ca.pem" not in command and "-in ca.pem" not in command:
            said[command.split()[0] + command.split()[1]] = run(post.folder, command)
    assert "successful" in said["opensslcms"]
    assert "urn:antq:practice:13285::head" in said["opensslpkcs7"]
    assert said["sed-n"].count(": OK\n") == len(entries()) + 3
    assert digest in said["sha256sumMETA-INF/ASiCManifest001.xml"]
    assert "submission.json" in said["unzip-l"]
    assert "No errors" in run(post.folder, "unzip -t GOI.asice")


def test_the_readme_finds_a_changed_file(post: Post) -> None:
    post.write("GOI.antq")
    unseal_to(
        post.folder / "GOI.antq",
        post.folder / "GOI.asice",
        post.identities,
        scratch_folder=post.folder,
    )
    run(post.folder, "unzip -q GOI.asice")
    (check,) = (one for one in commands((post.folder / "README.txt").read_text()) if "sed" in one)
    with (post.folder / ATTACHMENT).open("ab") as file:
        file.write(b"x")
    with pytest.raises(AssertionError, match="1 computed checksum did NOT match"):
        run(post.folder, check)


def test_a_request_is_not_sealed_and_signs_for_itself(post: Post) -> None:
    draft = request_draft()
    path = post.folder / "GOI.asice"
    write_bundle(path, draft, scratch_folder=post.folder)
    with post.open(path, identities=()) as bundle:
        assert bundle.manifest.request == draft.manifest.request
        assert not bundle.signer.chain
    run(post.folder, "unzip -q GOI.asice")
    for command in commands((post.folder / "README.txt").read_text()):
        if "-out ca.pem" in command:
            run(post.folder, command)
    for command in commands((post.folder / "README.txt").read_text()):
        if "cms -verify" in command:
            assert "successful" in run(post.folder, command)


def test_a_receipt_comes_back_as_it_was(post: Post) -> None:
    verdict = Verdict(
        bundle_id=BUNDLE,
        digest="a" * 64,
        chain=CHAIN,
        sequence=1,
        verdict="refused",
        received_at=MOMENT,
        content="bundle.rows",
        counts=VerdictCounts(new=0, changed=0, same=0, refused=3),
        reasons=(VerdictReason(file="records/disputes.jsonl", row=3, field=None, rule="a.b"),),
        withdrawn=False,
        base_ok=False,
    )
    body = ReceiptBody(
        verdicts=(verdict,),
        policy=Policy(import_policy="whole", signatures=1),
        journal_seen=None,
    )
    receipt = submission(
        kind="receipt",
        chain=None,
        sequence=None,
        seq=None,
        periods=(),
        counts={},
        receipt=body,
    )
    written = post.write(manifest=receipt, entries={})
    with post.open(written.path) as bundle:
        assert bundle.manifest.receipt == body


def test_the_authority_can_be_seen_before_it_is_trusted(post: Post) -> None:
    path = post.write().path
    (found,) = peek_authorities(path, identities=post.identities, scratch_folder=post.folder)
    assert found == read_certificate(signing().chain[0])


def test_peeking_refuses_what_is_no_signature(post: Post) -> None:
    path = post.write(sign=lambda _: b"no").path
    with pytest.raises(BundleRefused) as caught:
        peek_authorities(path, identities=post.identities, scratch_folder=post.folder)
    assert caught.value.reasons[0].message_id == "bundle.signature_not_cms"


def test_seals_fit_the_kind(post: Post) -> None:
    with pytest.raises(Fault):
        post.write(recipients=None)


def test_what_is_too_large_is_not_written(post: Post) -> None:
    draft = request_draft()
    with pytest.raises(BundleRefused, match="unpacked"):
        write_bundle(
            post.folder / "a", draft, scratch_folder=post.folder, limits=Limits(unpacked=99)
        )
    with pytest.raises(BundleRefused, match="files"):
        write_bundle(post.folder / "a", draft, scratch_folder=post.folder, limits=Limits(files=3))


def test_sources_may_be_streams_and_files(post: Post) -> None:
    other = post.folder / "source"
    other.write_bytes(entries()[ATTACHMENT])
    with other.open("rb") as stream:
        one = post.write("a", entries={**entries(), ATTACHMENT: stream})
    two = post.write("b", entries={**entries(), ATTACHMENT: other})
    assert one.digest == two.digest


def test_names_of_files() -> None:
    name = file_name("13285", "347", WORKSPACE, 12, "submission")
    assert re.fullmatch(r"13285-347-[a-z]{4}-000012-submission\.antq", name)
    assert file_name("347", None, WORKSPACE, None, "request").startswith("347-all-")
    assert file_name("1", "2", WORKSPACE, 1, "receipt") != file_name("1", "2", CHAIN, 1, "receipt")


def test_another_authority_is_not_trusted(post: Post) -> None:
    path = post.write().path
    with (
        pytest.raises(BundleRefused, match="signature_untrusted"),
        post.open(path, trust=trust("other")),
    ):
        pass
