"""Containers inside a container: names, what the manifest says of them, depth, limits in sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import msgspec
import pytest

from antq_desktop.bundle.bodies import ConsolidatedBody, Nested
from antq_desktop.bundle.limits import Limits
from antq_desktop.bundle.manifest import Manifest, parse_manifest, to_bytes
from antq_desktop.bundle.opening import unseal_to, unsealed
from antq_desktop.bundle.refusals import BundleRefused, Reason, inside
from antq_desktop.bundle.room import Weight
from antq_desktop.bundle.writer import Draft, write_bundle
from antq_desktop.crypto.sealing import seal_bytes
from tests.unit.bundle.world import (
    ATTACHMENT,
    MOMENT,
    OFFICE,
    Post,
    entries,
    identity,
    signing,
    submission,
    trust,
    unpacked,
)
from tests.vectors.packing import deflated

if TYPE_CHECKING:
    from pathlib import Path

PLACES = [(f"bundles/13285-00000{n}.asice", f"bundles/13285-00000{n}.receipt.asice") for n in "123"]
FILE, RECEIPT = PLACES[0]


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
    return several(post, data, 1, name)


def several(post: Post, data: bytes, count: int, name: str = "outer.antq") -> Path:
    """Write a bundle with the same container inside more than once."""
    path, places = post.folder / name, PLACES[:count]
    files = {file: data for file, _ in places} | {receipt: b"-" for _, receipt in places}
    bundles = (
        nested(file=file, receipt=receipt, digest=f"{number:064x}")
        for number, (file, receipt) in enumerate(places)
    )
    draft = Draft(consolidated(*bundles), files, signing().sign, [identity().recipient])
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


def test_files_are_counted_over_all_levels_and_bytes_once(post: Post) -> None:
    """A container inside is a file of the one around it: its bytes are there already."""
    inner = plain(post, post.write().path)
    path = outer(post, inner)
    own, more = sums(plain(post, path)), sums(inner)
    assert more["unpacked"] < len(inner)
    enough = Limits(unpacked=own["unpacked"], files=own["files"] + more["files"])
    with post.open(path, limits=enough) as bundle:
        for _ in range(2):  # judged once more, it takes no more room
            with bundle.nested(FILE, trust()):
                pass
        weight = bundle.weight
    # What it would take as a file of another: the larger of itself and what is in it.
    assert weight == Weight(len(plain(post, path)), enough.files + 1)
    with (
        post.open(path, limits=replace(enough, files=enough.files - 1)) as bundle,
        pytest.raises(BundleRefused, match="files"),
        bundle.nested(FILE, trust()),
    ):
        pass
    with pytest.raises(BundleRefused, match="unpacked"), post.open(path, limits=_short(enough)):
        pass


def _short(limits: Limits) -> Limits:
    return replace(limits, unpacked=limits.unpacked - 1)


def zeros(size: int) -> bytes:
    """Return long runs of one byte: packed they are a small part of it, within the ratio."""
    return b"".join(bytes([one]) * 100 for one in Random(size).randbytes(size // 100))


def inflating(post: Post, size: int) -> bytes:
    """Return a good container with ``size`` bytes in it that pack well, but not too well."""
    files = entries() | {ATTACHMENT: zeros(size)}
    whole = plain(post, post.write("inflating.antq", entries=files).path)
    return deflated(unpacked(whole))


def test_what_a_container_inside_unpacks_to_is_counted(post: Post) -> None:
    """Deflated runs: three small files, each within the limits, are not in their sum."""
    inner = inflating(post, 100_000)
    beyond = sums(inner)["unpacked"] - len(inner)
    assert beyond > 5 * len(inner)
    path = several(post, inner, 3)
    enough = Limits(unpacked=sums(plain(post, path))["unpacked"] + 3 * beyond)
    with post.open(path, limits=enough) as bundle:
        for file, _ in PLACES[:3]:
            with bundle.nested(file, trust()) as found:
                assert found.read(ATTACHMENT) == zeros(100_000)
        assert bundle.weight.unpacked == len(plain(post, path)) + 3 * beyond
    with post.open(path, limits=_short(enough)) as bundle:
        for file, _ in PLACES[:2]:
            with bundle.nested(file, trust()):
                pass
        with pytest.raises(BundleRefused, match="unpacked"), bundle.nested(PLACES[2][0], trust()):
            pass


def test_a_bomb_at_the_third_level_is_counted_at_the_first(post: Post) -> None:
    bomb = inflating(post, 200_000)
    second = plain(post, outer(post, bomb, "second.antq"))
    path = outer(post, second, "third.antq")
    beyond = sums(bomb)["unpacked"] - len(bomb)
    enough = Limits(unpacked=sums(plain(post, path))["unpacked"] + beyond)
    for limits, good in ((enough, True), (_short(enough), False)):
        with post.open(path, limits=limits) as first, first.nested(FILE, trust()) as middle:
            if good:
                with middle.nested(FILE, trust()):
                    pass
                continue
            with pytest.raises(BundleRefused, match="unpacked"), middle.nested(FILE, trust()):
                pass


def test_a_deflated_container_inside_is_counted_as_what_it_unpacks_to(post: Post) -> None:
    """What is packed twice is counted at both layers."""
    bomb = inflating(post, 1_000_000)
    path = outer(post, bomb)
    whole = deflated(unpacked(plain(post, path)))
    (post.folder / "twice.antq").write_bytes(seal_bytes(whole, [identity().recipient]))
    assert len(whole) < sums(whole)["unpacked"]
    enough = Limits(unpacked=sums(whole)["unpacked"] + sums(bomb)["unpacked"] - len(bomb))
    with post.open(post.folder / "twice.antq", limits=enough) as bundle:
        with bundle.nested(FILE, trust()):
            pass
        assert bundle.weight.unpacked == enough.unpacked
    with (
        post.open(post.folder / "twice.antq", limits=_short(enough)) as bundle,
        pytest.raises(BundleRefused, match="unpacked"),
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
