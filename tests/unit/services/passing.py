"""Signs, with the real keys of an office, consolidated bundles that its program would not make."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace

from antq_desktop.crypto import canonical
from antq_desktop.services.answering import answer
from antq_desktop.services.arriving import opened, unseal
from antq_desktop.services.consolidating import _passing
from antq_desktop.services.delivering import outbox
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.signing import own_signature
from antq_desktop.services.submitting import begin_chain, due, sign_due
from antq_desktop.store.exchange_rows import Incoming
from tests.unit.services.levels import PROVINCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from antq_desktop.services.submitting import Passing
    from antq_desktop.services.verdicts import Verdict
    from tests.unit.services.conftest import World

    Change = Callable[["Inner"], None]


@dataclasses.dataclass
class Inner:
    """What a district passes on, to be changed before it signs: the body, the containers by name.

    ``world`` is where it happens; ``others`` are containers that do not belong there.
    """

    world: World
    passing: Passing
    files: dict[str, bytes]

    @property
    def bundles(self) -> list[str]:
        """The names of the subordinates' containers, in their order."""
        return [one.file for one in self.passing.body.bundles]

    def put(self, number: int, data: bytes) -> None:
        """Put another container in the place of one."""
        self.files[self.bundles[number]] = data

    def say(self, number: int = 0, **changes: object) -> None:
        """State something else of one of the bundles."""
        bundles = list(self.passing.body.bundles)
        bundles[number] = replace(bundles[number], **changes)
        self.body(bundles=tuple(bundles))

    def body(self, **changes: object) -> None:
        """State something else of all."""
        body = replace(self.passing.body, **changes)
        self.passing = dataclasses.replace(self.passing, body=body)


def container(world: World, code: str, path: Path) -> bytes:
    """Return what is under the seal of a file, for a workspace that can open it."""
    target = world.folder / "unsealed"
    with world.open(code) as workspace:
        unseal(workspace, path, target)
    return target.read_bytes()


def spoken_of(world: World, office: str, path: Path, **changes: object) -> Incoming:
    """Return a bundle as an office would have kept it, had it accepted it just now."""
    with world.open(office) as workspace:
        with opened(workspace, path) as found:
            manifest, digest, sha256 = found.manifest, found.digest, found.sha256
        (workspace.paths.data / "inbox" / f"{sha256}.antq").write_bytes(path.read_bytes())
        chain = manifest.chain
        outcome = {"content": "verdicts.accepted", "counts": {}, "reasons": []}
        values: dict[str, object] = {
            "digest": digest,
            "bundle_id": manifest.bundle_id,
            "kind": manifest.kind,
            "unit": manifest.sender.unit.code,
            "workspace": manifest.sender.workspace,
            "chain": chain.id if chain is not None else manifest.bundle_id,
            "sequence": manifest.sequence or 1,
            "file": f"{sha256}.antq",
            "sha256": sha256,
            "verdict": "accepted",
            "outcome": canonical.dump(cast("canonical.Json", outcome)).decode(),
            "received_at": workspace.clock.stamp(),
            "trust": '{"journal":null}',
        }
        return Incoming(**cast("dict[str, Any]", values | changes))


def forged(world: World, office: str, bundles: list[Incoming], change: Change) -> Path:
    """Sign, with the real key of an office, what its program would not pass on."""
    with world.open(office) as workspace:
        own, found = own_signature(workspace), due(workspace)
        receipts = {one.digest: answer(workspace, [one], own).row for one in bundles}
        passing = _passing(workspace, bundles, receipts)
        files: dict[str, bytes] = {}
        for name, source in passing.entries.items():
            assert callable(source)
            with source() as stream:
                files[name] = stream.read()
    inner = Inner(world, passing, files)
    change(inner)
    with world.open(office) as workspace:
        begin_chain(workspace, found)
        found = due(workspace)
        passing = dataclasses.replace(inner.passing, entries=inner.files)
        row = sign_due(workspace, found, [], [], own_signature(workspace), passing).row
        return outbox(workspace) / row.file


def judged(world: World, path: Path) -> Verdict:
    """Let the province import a file; nothing of a refused one is in."""
    with world.open(PROVINCE) as workspace:
        before = workspace.store.digest()
        verdict = import_bundle(workspace, path)
        if not verdict.good:
            assert workspace.store.digest() == before
            assert not workspace.store.passed_on.inside()
        return verdict


def submitted_anyway(world: World, code: str) -> Path:
    """Let a commune submit without looking at whether its office is the right one."""
    with world.open(code) as workspace:
        begin_chain(workspace, due(workspace))
        found = due(workspace)
        row = sign_due(workspace, found, [], [], own_signature(workspace)).row
        return outbox(workspace) / row.file
