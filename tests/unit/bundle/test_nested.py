"""Containers inside a container: names, what the manifest says of them, depth, limits in sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import msgspec
import pytest

from antq_desktop.bundle.bodies import ConsolidatedBody, Nested
from antq_desktop.bundle.limits import Limits
from antq_desktop.bundle.manifest import Manifest, parse_manifest, to_bytes
from antq_desktop.bundle.opening import unseal_to, unsealed
from antq_desktop.bundle.refusals import BundleRefused, Reason, inside
from antq_desktop.bundle.writer import Draft, write_bundle
from tests.unit.bundle.world import (
    MOMENT,
    OFFICE,
    Post,
    identity,
    signing,
    submission,
    trust,
)

if TYPE_CHECKING:
    from pathlib import Path

FILE, RECEIPT = "bundles/13285-000001-abc.asice", "bundles/13285-000001-abc.receipt.asice"


def nested(**changes: Any) -> Nested:
    """Return what is said of a bundle inside."""
    values: dict[str, Any] = {
        "file": FILE,
        "receipt": RECEIPT,
        "digest": "0" * 64,
        "sender": OFFICE,
        "received_at": MOMENT,
        "answered_at": MOMENT,
    }
    return Nested(**values | changes)


def consolidated(*bundles: Nested) -> Manifest:
    """Return the manifest of a bundle with these inside."""
    body = ConsolidatedBody(authority=b"a", revocation_list=b"b", bundles=bundles)
    return submission(kind="consolidated", consolidated=body, periods=(), counts={}, seq=None)


def outer(post: Post, data: bytes, name: str = "outer.antq") -> Path:
    """Write a bundle with one container inside, beside a receipt that is never opened."""
    path = post.folder / name
    entries = {FILE: data, RECEIPT: b"-"}
    draft = Draft(consolidated(nested()), entries, signing().sign, [identity().recipient])
    write_bundle(path, draft, scratch_folder=post.folder)
    return path


def plain(post: Post, path: Path) -> bytes:
    """Return what is under the seal of a file."""
    target = post.folder / f"{path.name}.open"
    unseal_to(path, target, post.identities, scratch_folder=post.folder)
    return target.read_bytes()


def sums(data: bytes) -> dict[str, int]:
    """Return what a container takes of the limits."""
    with ZipFile(BytesIO(data)) as container:
        entries = container.infolist()
    return {"unpacked": sum(one.file_size for one in entries), "files": len(entries)}


def refused(manifest: Manifest) -> str | None:
    """Return the member for which a manifest is refused."""
    with pytest.raises(BundleRefused) as caught:
        parse_manifest(to_bytes(manifest))
    return caught.value.reasons[0].field


def test_what_lies_inside_is_opened_like_a_bundle_of_its_own(post: Post) -> None:
    inner = post.write().path
    with post.open(inner) as alone:
        digest, registers = alone.digest, alone.registers
        rows = [one.digest for name in registers for one in alone.records(name)]
    path = outer(post, plain(post, inner))
    with post.open(path) as bundle, bundle.nested(FILE, trust()) as found:
        assert (found.digest, found.registers) == (digest, registers)
        assert [one.digest for name in registers for one in found.records(name)] == rows
        assert found.manifest.passed_on is None
    with (
        post.open(path) as bundle,
        pytest.raises(BundleRefused, match="container"),
        bundle.nested(RECEIPT, trust()),
    ):
        pass


def test_containers_lie_three_deep_at_most(post: Post) -> None:
    data = plain(post, post.write().path)
    for name in ("second.antq", "third.antq", "fourth.antq"):
        data = plain(post, outer(post, data, name))
    with (
        post.open(post.folder / "third.antq") as first,
        first.nested(FILE, trust()) as second,
        second.nested(FILE, trust()) as third,
    ):
        assert third.registers
    with (
        post.open(post.folder / "fourth.antq") as first,
        first.nested(FILE, trust()) as second,
        second.nested(FILE, trust()) as third,
        pytest.raises(BundleRefused, match="nesting"),
        third.nested(FILE, trust()),
    ):
        pass


@pytest.mark.parametrize("limit", ["unpacked", "files"])
def test_limits_hold_over_the_sum_of_all_levels(post: Post, limit: str) -> None:
    inner = plain(post, post.write().path)
    path = outer(post, inner)
    own, more = sums(plain(post, path)), sums(inner)
    enough = Limits(**{limit: own[limit] + more[limit]})
    with post.open(path, limits=enough) as bundle:
        for _ in range(2):  # judged once more, it takes no more room
            with bundle.nested(FILE, trust()):
                pass
    short = replace(enough, **{limit: own[limit] + more[limit] - 1})
    with (
        post.open(path, limits=short) as bundle,
        pytest.raises(BundleRefused, match=limit),
        bundle.nested(FILE, trust()),
    ):
        pass


@pytest.mark.parametrize(
    "bundles",
    [
        (nested(), nested()),
        (nested(), nested(file="bundles/b.asice", receipt="bundles/b.receipt.asice")),
        (nested(file="records/a.jsonl"),),
        (nested(file="bundles/a.receipt.asice", receipt="bundles/a.receipt.receipt.asice"),),
        (nested(receipt="bundles/b.receipt.asice"),),
        (nested(received_at=MOMENT + timedelta(seconds=1)),),
        (nested(answered_at=MOMENT.astimezone(UTC)),),
    ],
)
def test_a_manifest_says_of_each_bundle_what_is_possible(bundles: tuple[Nested, ...]) -> None:
    assert refused(consolidated(*bundles)) == "$.consolidated.bundles"


def test_only_a_consolidated_bundle_has_the_member_of_one() -> None:
    body = consolidated(nested()).consolidated
    assert refused(submission(consolidated=body)) == "$.consolidated"
    assert refused(submission(kind="consolidated")) == "$.consolidated"
    assert b"consolidated" not in to_bytes(submission())
    members = msgspec.json.decode(to_bytes(submission())) | {"consolidated": None}
    with pytest.raises(BundleRefused, match="manifest_schema"):
        parse_manifest(msgspec.json.encode(members, order="sorted"))


def test_a_submission_has_nothing_inside(post: Post) -> None:
    manifest = submission(counts={}, periods=(), seq=None)
    with pytest.raises(BundleRefused, match="name"):
        post.write(entries={FILE: b""}, manifest=manifest)


def test_a_kept_bundle_is_passed_on_only_if_it_is_still_the_same(post: Post) -> None:
    written = post.write()
    options: dict[str, Any] = {"scratch_folder": post.folder}
    with unsealed(written.path, post.identities, digest=written.digest, **options) as stream:
        assert stream.read() == plain(post, written.path)
    with (
        pytest.raises(BundleRefused, match="file_digest"),
        unsealed(written.path, post.identities, digest="0" * 64, **options),
    ):
        pass


def test_reasons_from_inside_name_the_container() -> None:
    found = inside(FILE, (Reason("rows", "records/a.jsonl", 3), Reason("container")))
    assert [(one.file, one.row) for one in found] == [(f"{FILE}/records/a.jsonl", 3), (FILE, None)]
