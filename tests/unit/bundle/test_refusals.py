"""What arrives changed, foreign or contradictory is refused, with the rule that says why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from antq_desktop.bundle import names, opening
from antq_desktop.bundle.limits import Limits
from antq_desktop.bundle.manifest import to_bytes
from antq_desktop.bundle.opening import unseal_to
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.bundle.writer import write_bundle
from antq_desktop.crypto.certificates import new_authority, new_request, new_signing_key
from antq_desktop.crypto.reasons import Reason, SignatureRefused
from antq_desktop.crypto.sealing import new_identity, seal_bytes, unseal_bytes
from antq_desktop.messages import message_ids
from tests.unit.bundle.world import (
    ATTACHMENT,
    HOLDER,
    MOMENT,
    WORKSPACE,
    Post,
    identity,
    packed,
    relisted,
    request_draft,
    signed,
    signing,
    unpacked,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Files = dict[str, bytes]


def rule(post: Post, path: Path, **changes: Any) -> str:
    """Return the rule by which a bundle is refused, or "taken"; its records are read too."""
    try:
        with post.open(path, **changes) as bundle:
            for register in bundle.registers:
                list(bundle.records(register))
    except BundleRefused as refused:
        return refused.reasons[0].rule
    return "taken"


def files_of(post: Post) -> Files:
    """Return all files of a good bundle."""
    return unpacked(unseal_bytes(post.write().path.read_bytes(), post.identities))


def sealed(post: Post, files: Files) -> Path:
    """Return a bundle of exactly these files."""
    path = post.folder / "changed.antq"
    path.write_bytes(seal_bytes(packed(files), [identity().recipient]))
    return path


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00" * 100, b"age-encryption.org", b"PK"])
def test_other_files_are_no_bundles(post: Post, content: bytes) -> None:
    path = post.folder / "x.antq"
    path.write_bytes(content)
    assert rule(post, path) == "not_a_bundle"


def test_seals_are_told_apart(post: Post) -> None:
    path = post.write().path
    assert rule(post, path, identities=[new_identity()]) == "not_for_us"
    assert rule(post, path, limits=Limits(sealed=100)) == "too_large"
    path.write_bytes(path.read_bytes()[:-1])
    assert rule(post, path) == "seal_damaged"


def test_a_sealed_file_of_something_else_is_refused(post: Post) -> None:
    path = post.folder / "x.antq"
    path.write_bytes(seal_bytes(b"hello", [identity().recipient]))
    assert rule(post, path) == "container"


def changed_bytes(whole: bytes, times: int = 300) -> Iterator[bytes]:
    """Yield the bytes with one bit changed, at places spread over all of them."""
    for turn in range(times):
        at = turn * len(whole) // times
        yield whole[:at] + bytes([whole[at] ^ (1 << turn % 8)]) + whole[at + 1 :]


def test_changed_bytes_of_a_sealed_file_are_refused(post: Post) -> None:
    path = post.write().path
    for changed in changed_bytes(path.read_bytes()):
        path.write_bytes(changed)
        assert rule(post, path) != "taken"


def test_changed_bytes_of_a_request_are_refused_or_change_nothing(post: Post) -> None:
    path = post.folder / "a.antq"
    write_bundle(path, request_draft(), scratch_folder=post.folder)
    with post.open(path) as bundle:
        before = {name: bundle.read(name) for name in bundle.names}
    for changed in changed_bytes(path.read_bytes()):
        path.write_bytes(changed)
        if rule(post, path) == "taken":
            with post.open(path) as bundle:
                assert {name: bundle.read(name) for name in bundle.names} == before


def test_a_changed_container_is_refused_or_changes_nothing(post: Post) -> None:
    path = post.write().path
    whole = unseal_bytes(path.read_bytes(), post.identities)
    with post.open(path) as bundle:
        before = {name: bundle.read(name) for name in bundle.names}
    for changed in changed_bytes(whole):
        path.write_bytes(seal_bytes(changed, [identity().recipient]))
        if rule(post, path) == "taken":
            with post.open(path) as bundle:
                assert {name: bundle.read(name) for name in bundle.names} == before


def test_a_good_bundle_made_by_these_helpers_is_taken(post: Post) -> None:
    assert rule(post, sealed(post, relisted(files_of(post)))) == "taken"


def without(files: Files, name: str) -> Files:
    """Return the files but one."""
    return {other: content for other, content in files.items() if other != name}


def renamed(files: Files, before: str, after: str) -> Files:
    """Return the files with one under another name."""
    return {after if name == before else name: content for name, content in files.items()}


def test_each_file_is_covered(post: Post) -> None:
    files = files_of(post)
    for name in files:
        if name != names.MIMETYPE:
            longer = files | {name: files[name] + b" "}
            assert rule(post, sealed(post, longer)) != "taken"
        assert rule(post, sealed(post, without(files, name))) != "taken"
        assert rule(post, sealed(post, renamed(files, name, "other.txt"))) != "taken"


CHANGES: dict[str, Callable[[Files], Files]] = {
    "file_digest": lambda files: files | {ATTACHMENT: b"other"},
    "file_missing": lambda files: without(files, ATTACHMENT),
    "file_extra": lambda files: files | {ATTACHMENT[:-1] + "1": b""},
    "signature_message_digest": lambda files: (
        files | {names.ASIC_MANIFEST: files[names.ASIC_MANIFEST] + b" "}
    ),
    "signature_not_cms": lambda files: files | {names.SIGNATURE: b"no"},
    "asic_manifest": lambda files: (
        files | {names.ASIC_MANIFEST: b"<a/>", names.SIGNATURE: signing().sign(b"<a/>")}
    ),
    "file_listed": lambda files: signed(files | {ATTACHMENT: b"other"}),
    "name": lambda files: signed(files | {"bundles/x.asice": b""}),
    "manifest_json": lambda files: signed(files | {names.MANIFEST: b"{} "}),
    "seal_kind": lambda files: relisted(files, **request_members(files)),
}


def request_members(files: Files) -> dict[str, Any]:
    """Return the members that make a submission's manifest one of a request."""
    listed = msgspec.json.decode(files[names.MANIFEST])["files"]
    manifest = msgspec.json.decode(to_bytes(request_draft().manifest))
    return {**manifest, "files": listed}


@pytest.mark.parametrize("expected", CHANGES)
def test_changed_files_are_refused(post: Post, expected: str) -> None:
    assert rule(post, sealed(post, CHANGES[expected](files_of(post)))) == expected


@pytest.mark.parametrize("name", [names.README, names.MANIFEST])
def test_required_files(post: Post, name: str) -> None:
    assert rule(post, sealed(post, signed(without(files_of(post), name)))) == "file_missing"


def test_a_file_that_the_manifest_does_not_list_is_refused(post: Post) -> None:
    files = signed(files_of(post) | {ATTACHMENT[:-1] + "1": b""})
    assert rule(post, sealed(post, files)) == "file_listed"


def test_a_signature_of_another_bundle_is_refused(post: Post) -> None:
    files = files_of(post)
    other = signed(files | {ATTACHMENT: b"other"})
    swapped = files | {names.SIGNATURE: other[names.SIGNATURE]}
    assert rule(post, sealed(post, swapped)) == "signature_message_digest"


def test_a_manifest_that_names_another_file_list_is_refused(post: Post) -> None:
    files = files_of(post)
    listed = msgspec.json.decode(files[names.MANIFEST])["files"]
    listed[0]["rows"] = 1
    assert rule(post, sealed(post, relisted(files, files=listed))) == "file_listed"


OTHER_UNIT = {"code": "13286", "name": "x", "valid_from": None}


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        ("class", {"class": "real"}),
        ("second_signature_missing", {"signatures": 2}),
        ("newer_format", {"format": "antq-bundle/2", "more": 1}),
        ("manifest_schema", {"counts": {}}),
        ("manifest_schema", {"periods": []}),
        ("manifest_schema", {"more": 1}),
        (
            "signer_unit",
            {"sender": {"certificate": "ab", "unit": OTHER_UNIT, "workspace": WORKSPACE}},
        ),
        (
            "signer_certificate",
            {
                "sender": {
                    "certificate": "ab",
                    "unit": OTHER_UNIT | {"code": "13285"},
                    "workspace": WORKSPACE,
                }
            },
        ),
    ],
)
def test_manifests_that_contradict_are_refused(
    post: Post, expected: str, changes: dict[str, Any]
) -> None:
    assert rule(post, sealed(post, relisted(files_of(post), **changes))) == expected


def test_rows_are_counted(post: Post) -> None:
    files = files_of(post)
    listed = msgspec.json.decode(files[names.MANIFEST])["files"]
    for entry in listed:
        if entry["rows"] is not None:
            entry["rows"] = 4
    assert rule(post, sealed(post, relisted(files, files=listed))) == "rows"


def test_a_submission_that_is_not_sealed_is_refused(post: Post) -> None:
    path = post.write().path
    unseal_to(path, post.folder / "a", post.identities, scratch_folder=post.folder)
    assert rule(post, post.folder / "a") == "signature_untrusted"


@pytest.mark.parametrize(
    "body",
    [
        {"csr": b"no"},
        {"csr": new_request(new_signing_key(), HOLDER)},
        {"person": "Trần Thị Khác"},
        {"role": "officer"},
        {"authority": signing().chain[0]},
    ],
)
def test_a_request_is_for_its_signer(post: Post, body: dict[str, Any]) -> None:
    path = post.folder / "a.antq"
    write_bundle(path, request_draft(**body), scratch_folder=post.folder)
    assert rule(post, path) == "request_key"


OFFICE_HOLDER = replace(HOLDER, role="office")


@pytest.mark.parametrize(
    "authority",
    [
        None,
        b"no",
        signing().certificate,
        new_authority(new_signing_key(), OFFICE_HOLDER, at=MOMENT),
    ],
)
def test_an_office_asks_for_the_key_of_the_authority_that_it_shows(
    post: Post, authority: bytes | None
) -> None:
    path = post.folder / "a.antq"
    write_bundle(
        path, request_draft(OFFICE_HOLDER, authority=authority), scratch_folder=post.folder
    )
    assert rule(post, path) == "request_key"


def test_a_large_request_is_refused(post: Post) -> None:
    path = post.folder / "a.antq"
    write_bundle(path, request_draft(), scratch_folder=post.folder)
    assert rule(post, path, limits=Limits(unsealed=99)) == "too_large"


def test_every_reason_of_a_signature_has_its_rule() -> None:
    for reason in Reason:
        found = opening.signature_refused(SignatureRefused(reason)).reasons[0]
        assert found.rule == f"signature_{reason}"
        assert found.message_id in message_ids("vi")
