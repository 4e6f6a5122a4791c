"""The second signature: added to a bundle that waits for it, and changing nothing else of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle import names
from antq_desktop.bundle.countersigning import countersign
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.bundle.right_to_sign import is_same_person
from antq_desktop.crypto.certificates import (
    issue,
    new_authority,
    new_request,
    new_signing_key,
    read_certificate,
    read_request,
)
from antq_desktop.crypto.sealing import unseal_bytes
from antq_desktop.crypto.signatures import Trust
from tests.unit.bundle.world import HOLDER, MOMENT, Post, Signing, identity, submission, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.bundle.writer import Written

DEMO = replace(HOLDER, role="office", unit_code="347", person="Công an thành phố")
OFFICER = replace(HOLDER, role="officer", person="Trần Thị Thử")


@pytest.fixture(scope="module")
def unit() -> tuple[Signing, Signing]:
    """Give an officer and the head of a unit, certified by one office."""
    key = new_signing_key()
    authority = new_authority(key, DEMO, at=MOMENT - timedelta(days=100))

    def certified(holder: object) -> Signing:
        own = new_signing_key()
        assert isinstance(holder, type(HOLDER))
        request = read_request(new_request(own, holder))
        return Signing(own, issue(authority, key, request, at=MOMENT), (authority,))

    return certified(OFFICER), certified(HOLDER)


def prepared(post: Post, officer: Signing) -> Written:
    """Write a bundle that waits for its second signature."""
    manifest = submission(officer.serial, signatures=2)
    return post.write("waits.antq", manifest=manifest, sign=officer.sign)


def signed_again(post: Post, written: Written, head: Signing, digest: str | None = None) -> Written:
    """Let the head sign it."""
    return countersign(
        written.path,
        post.folder / "done.antq",
        digest=digest or written.digest,
        sign=head.sign,
        identities=post.identities,
        recipients=[identity().recipient],
        scratch_folder=post.folder,
    )


def rule(post: Post, path: Path, trusted: Trust, *, awaited: bool = False) -> str:
    """Return why a bundle is refused."""
    with (
        pytest.raises(BundleRefused) as caught,
        post.open(path, trust=trusted, awaited=awaited),
    ):
        pass
    return caught.value.reasons[0].rule


def test_the_head_signs_what_an_officer_prepared(
    tmp_path: Path, unit: tuple[Signing, Signing]
) -> None:
    officer, head = unit
    post, trusted = Post(tmp_path), Trust(officer.chain, (), MOMENT)
    written = prepared(post, officer)
    assert rule(post, written.path, trusted) == "second_signature_missing"
    with post.open(written.path, trust=trusted, awaited=True) as bundle:
        assert bundle.second is None
        first = {name: bundle.read(name) for name in bundle.names}
    done = signed_again(post, written, head)
    assert done.digest == written.digest
    with post.open(done.path, trust=trusted) as bundle:
        assert bundle.second is not None
        people = (bundle.signer.certificate.holder, bundle.second.certificate.holder)
        assert [one.person for one in people if one] == [OFFICER.person, HOLDER.person]
        assert bundle.digest == written.digest
        assert bundle.sha256 == done.sha256
        assert {name: bundle.read(name) for name in first} == first
        in_order = [name for name in bundle.names if name.startswith("META-INF/")]
        assert in_order == sorted(names.OF_THE_FIRST | names.OF_THE_SECOND)
    assert "ASiCManifest002.xml" in first[names.README].decode()
    assert done.size == done.path.stat().st_size
    assert rule(post, done.path, trusted, awaited=True) == "second_signature"


def test_nothing_else_is_signed_in_its_place(tmp_path: Path, unit: tuple[Signing, Signing]) -> None:
    officer, head = unit
    post = Post(tmp_path)
    written = prepared(post, officer)
    with pytest.raises(BundleRefused, match="file_digest"):
        signed_again(post, written, head, "0" * 64)
    assert not (tmp_path / "done.antq").exists()
    done = signed_again(post, written, head)
    with pytest.raises(BundleRefused, match="second_signature"):
        signed_again(post, done, head)


def test_the_file_is_sealed_to_whom_it_goes_now(
    tmp_path: Path, unit: tuple[Signing, Signing]
) -> None:
    post = Post(tmp_path)
    done = signed_again(post, prepared(post, unit[0]), unit[1])
    inside = unpacked(unseal_bytes(done.path.read_bytes(), [identity()]))
    assert inside.keys() >= names.OF_THE_SECOND


def test_namesakes_are_one_person(unit: tuple[Signing, Signing]) -> None:
    officer, head = (read_certificate(one.certificate) for one in unit)
    assert not is_same_person(officer, head)
    assert is_same_person(officer, officer)
    assert officer.holder is not None
    loud = replace(officer.holder, person=officer.holder.person.upper())
    assert is_same_person(officer, replace(head, holder=loud))
