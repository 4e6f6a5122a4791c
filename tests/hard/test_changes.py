"""Whatever is changed in a submission on its way: refused, never a crash, and nothing comes in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle import names
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.sealing import seal_bytes
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.delivering import deliver
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.signing import own_recipients, own_signature
from antq_desktop.services.submitting import submit
from tests.hard.resealing import Sent, altered, changed, places, sent
from tests.unit.bundle.world import relisted
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, OTHER_OFFICE, SECOND, coop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace
    from tests.hard.conftest import Torture
    from tests.hard.resealing import Place
    from tests.unit.services.conftest import World

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("derived_once")]

PERIOD = parse_period("DL-2023")
CHANGES = 200


@dataclass
class Desk:
    """The office's desk: what is laid on it is imported, and must leave the workspace as it is."""

    world: World
    office: Workspace
    digest: str
    tally: Counter[str] = field(default_factory=Counter)

    def judge(self, data: bytes, *, rehearse: bool = False) -> Verdict:
        """Import a file; only a verdict may come of it, and nothing but that of a rehearsal."""
        path = self.world.folder / "arrived.antq"
        path.write_bytes(data)
        verdict = import_bundle(self.office, path, rehearse=rehearse)
        assert self.office.store.digest() == self.digest, verdict
        self.tally[verdict.reasons[0].rule if verdict.reasons else verdict.verdict] += 1
        return verdict

    def refuses(self, data: bytes) -> str:
        """Import a file that must be refused; return the rule by which it was."""
        verdict = self.judge(data)
        assert verdict.verdict == "refused"
        return verdict.reasons[0].rule


def submitted(world: World, code: str) -> Sent:
    """Return a submission of a commune, with a year's figures and a few records."""
    world.add(code, *(coop(hens=n, story="Riêng") for n in range(3)))
    with world.open(code) as workspace:
        row = submit(workspace, [PERIOD], [])
        return sent(workspace, deliver(workspace, row, world.folder))


@pytest.fixture
def good(world: World) -> Sent:
    """Return a submission that nobody has imported."""
    return submitted(world, COMMUNE)


@pytest.fixture
def desk(world: World, good: Sent) -> Iterator[Desk]:
    """Return the office's desk, where at the end the unchanged submission is still welcome."""
    with world.open(OFFICE) as office:
        desk = Desk(world, office, office.store.digest())
        yield desk
        path = world.folder / "good.antq"
        path.write_bytes(good.sealed)
        assert import_bundle(office, path).verdict == "accepted"
        assert office.store.digest() != desk.digest


def test_random_changes_of_the_sealed_file(desk: Desk, good: Sent, torture: Torture) -> None:
    """The import itself, with its backup; test_hostile.py rehearses many thousand times."""
    random = torture.random("sealed")
    for _ in range(CHANGES):
        desk.refuses(changed(random, good.sealed))


def test_each_file(desk: Desk, good: Sent) -> None:
    files = good.files
    for name, content in files.items():
        for other in (content[:-1], content + b" ", b"", content[::-1]):
            desk.refuses(good.seal(files | {name: other}))
        desk.refuses(good.seal({one: data for one, data in files.items() if one != name}))
        renamed = {"x" if one == name else one: data for one, data in files.items()}
        desk.refuses(good.seal(renamed))


def test_each_member_of_the_manifest(desk: Desk, good: Sent) -> None:
    files, manifest = good.files, good.manifest
    found = list(places(manifest))
    assert len(found) > 40
    for place in found:
        data = dump(altered(manifest, place))
        assert desk.refuses(good.seal(files | {names.MANIFEST: data})) == "file_digest"


# What a sender alone knows, and may say as he likes under his signature: which bundle it is, which
# chain it begins, how long his journal is. Its name is shown nowhere: the certificate has one.
FREE: set[Place] = {
    ("bundle_id",),
    ("chain", "id"),
    ("journal", "head"),
    ("journal", "length"),
    ("program",),
    ("sender", "unit", "name"),
}


def test_each_member_of_the_manifest_signed_by_the_sender(desk: Desk, good: Sent) -> None:
    manifest = good.manifest
    taken, held = set(), set()
    for place in places(manifest):
        data = dump(altered(manifest, place))
        verdict = desk.judge(good.sign_again(good.files | {names.MANIFEST: data}), rehearse=True)
        if verdict.verdict == "held_newer":
            held.add(place)
        elif verdict.verdict != "refused":
            taken.add(place)
    assert taken == FREE
    assert held == {("format",), ("catalogue",)}


def test_a_signature_of_another_bundle_of_the_sender(desk: Desk, good: Sent, world: World) -> None:
    other = submitted(world, COMMUNE).files
    files = good.files
    swapped = files | {names.SIGNATURE: other[names.SIGNATURE]}
    assert desk.refuses(good.seal(swapped)) == "signature_message_digest"
    both = swapped | {names.ASIC_MANIFEST: other[names.ASIC_MANIFEST]}
    assert desk.refuses(good.seal(both)) == "file_digest"
    for name in files:
        if files[name] != other[name]:
            desk.refuses(good.seal(other | {name: files[name]}))


@pytest.mark.parametrize(
    ("other", "rule"), [(SECOND, "signer_unit"), (FOREIGN, "signature_untrusted")]
)
def test_another_units_certificate(
    desk: Desk, good: Sent, world: World, other: str, rule: str
) -> None:
    with world.open(other) as workspace:
        own = own_signature(workspace)
        assert desk.refuses(good.seal(relisted(good.files, own.sign))) == rule
        sender = good.manifest["sender"] | {"certificate": own.serial}
        assert desk.refuses(good.seal(relisted(good.files, own.sign, sender=sender))) == rule


def test_another_recipient(desk: Desk, good: Sent, world: World) -> None:
    with world.open(OTHER_OFFICE) as other:
        theirs = own_recipients(other)
    assert desk.refuses(seal_bytes(good.container, theirs)) == "not_for_us"
    recipient = {"unit": {"code": OTHER_OFFICE, "valid_from": None}}
    chain = good.manifest["chain"] | {"recipient": recipient["unit"]}
    addressed = relisted(good.files, good.sign, recipient=recipient, chain=chain)
    assert desk.refuses(good.seal(addressed)) == "wrong_recipient"
    with world.open(OTHER_OFFICE) as other:
        path = world.folder / "theirs.antq"
        path.write_bytes(seal_bytes(good.container, theirs))
        digest = other.store.digest()
        verdict = import_bundle(other, path)
        assert [one.rule for one in verdict.reasons] == ["signature_untrusted"]
        assert other.store.digest() == digest
