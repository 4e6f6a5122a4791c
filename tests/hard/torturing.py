"""Damages a submission many thousand times, in a process of its own that is measured.

``python -m tests.hard.torturing SEED CHANGES FOLDER SIGNATURES`` makes an office and its communes,
with a submission that one person signed or two, and prints as JSON what the office said of each
damaged file, the slowest one, and the peak of memory. It ends with an error where a file was taken
that must not be, where the workspace changed, or where anything but a verdict came of it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

import msgspec

from antq_desktop.bundle import names
from antq_desktop.crypto.canonical import NotCanonical, dump
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import seal_bytes, unseal_bytes
from antq_desktop.domain import registers
from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.arriving import identities
from antq_desktop.services.delivering import deliver
from antq_desktop.services.preparing import countersign_prepared
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.signing import own_signature
from antq_desktop.services.submitting import submit
from tests.hard.resealing import Sent, altered, changed, places, sent
from tests.unit.bundle.world import relisted, unpacked
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, OTHER_OFFICE, World, coop
from tests.unit.services.signing_twice import HEAD, OFFICER, add_people

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.services.workspace import Workspace

    Changed = tuple[bytes, bool]
    """A file, and whether its true sender signed it."""

PERIOD = parse_period("DL-2023")
RECORDS = names.records_name("hen_coops")
CHECKED_EVERY = 50
"""After so many files the workspace is compared; a file that was taken is compared at once."""


@dataclass
class Hostile:
    """Makes damaged files of a good one, with what its sender or a stranger could do."""

    good: Sent
    foreign: Callable[[bytes], bytes]
    random: Random

    def sealed(self) -> Changed:
        """Damage the file as it is carried: anyone can."""
        return changed(self.random, self.good.sealed), False

    def container(self) -> Changed:
        """Damage the container and seal it again: anyone can who knows the receiver's key."""
        data = changed(self.random, self.good.container)
        return seal_bytes(data, self.good.recipients), False

    def file(self) -> Changed:
        """Damage one file in a sound container."""
        files = self.good.files
        name = self.random.choice(list(files))
        return self.good.seal(files | {name: changed(self.random, files[name])}), False

    def stranger(self) -> Changed:
        """Change the manifest, and let the head of another office's commune sign it."""
        manifest = self.good.manifest
        other = altered(manifest, self.random.choice(list(places(manifest))))
        files = self.good.files | {names.MANIFEST: dump(other)}
        return self.good.seal(relisted(files, self.foreign)), False

    def signed_file(self) -> Changed:
        """Damage one file and let its true sender list and sign it."""
        files = self.good.files
        name = self.random.choice([one["path"] for one in self.good.manifest["files"]])
        return self._listed(files | {name: changed(self.random, files[name])}), True

    def signed_line(self) -> Changed:
        """Change one value of one record, make its digests right, and let its sender sign it."""
        files = self.good.files
        rows = files[RECORDS].splitlines()
        at = self.random.randrange(len(rows))
        line = msgspec.json.decode(rows[at])
        line = altered(line, self.random.choice(list(places(line))))
        with suppress(KeyError, TypeError):  # where the header itself became something else
            line["header"]["parts"]["shared"] = sha256_hex(dump(line["shared"]))
        rows[at] = dump(line)
        return self._listed(files | {RECORDS: b"\n".join(rows) + b"\n"}), True

    def _listed(self, files: dict[str, bytes]) -> bytes:
        listed = self.good.manifest["files"]
        for one in listed:
            data = files[one["path"]]
            one["size"], one["sha256"] = len(data), sha256_hex(data)
            one["rows"] = one["rows"] and data.count(b"\n")
        again = relisted(files, self.good.sign, files=listed)
        return self.good.seal(self.good.signed_by_both(again))


SHARES = (("sealed", 70), ("container", 8), ("file", 6), ("stranger", 4))
SHARES_OF_SENDER = (("signed_file", 4), ("signed_line", 8))


@dataclass
class Said:
    """What was said of all files, and what it cost."""

    tally: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    times: list[float] = field(default_factory=list)


def torture(office: Workspace, hostile: Hostile, changes: int, path: Path) -> Said:
    """Judge so many damaged files; AssertionError where one is taken that must not be."""
    before, said = office.store.digest(), Said()
    kinds, weights = zip(*SHARES, *SHARES_OF_SENDER, strict=True)
    for turn, kind in enumerate(hostile.random.choices(kinds, weights, k=changes)):
        try:
            data, by_sender = getattr(hostile, kind)()
        except NotCanonical:  # the change cannot be written at all
            said.tally[f"{kind}: not written"] += 1
            continue
        path.write_bytes(data)
        begun = perf_counter()
        verdict = import_bundle(office, path, rehearse=True)
        said.times.append(perf_counter() - begun)
        rule = verdict.reasons[0].rule if verdict.reasons else verdict.verdict
        said.tally[f"{kind}: {rule}"] += 1
        taken = verdict.verdict != "refused"
        if taken and not by_sender:
            # Bytes of a ZIP that nobody reads: dates, attributes. The files are the same.
            assert kind == "container", kind
            assert unpacked(unseal_bytes(data, identities(office))) == hostile.good.files
        if taken and by_sender:
            # What its sender may say: every row judged, every row counted, nothing dropped.
            rows = unpacked(unseal_bytes(data, identities(office)))[RECORDS].count(b"\n")
            assert sum(verdict.counts.values()) == rows
        if taken or turn % CHECKED_EVERY == 0:
            assert office.store.digest() == before, kind
    assert office.store.digest() == before
    return said


def make_world(folder: Path) -> World:
    """Make two offices, a commune below each, and three records with a year's figures."""
    registers.__path__.append(str(Path(__file__).parents[1] / "data" / "registers"))
    now = datetime(2024, 1, 15, 8, 0, tzinfo=ZONE)
    world = World(folder, load_catalogue(), now, {})
    for office, commune in ((OFFICE, COMMUNE), (OTHER_OFFICE, FOREIGN)):
        world.create(office, office=True)
        world.create(commune)
        world.enrol(office, commune)
    world.add(COMMUNE, *(coop(hens=n, story="Riêng") for n in range(3)))
    return world


def peak_kib() -> int:
    """Return the most memory that this process ever had, in KiB; 0 where the system has no say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def signed_once(world: World) -> Sent:
    """Let the head sign what is due."""
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [PERIOD], [])
        return sent(workspace, deliver(workspace, row, world.folder))


def signed_twice(world: World) -> Sent:
    """Let an officer prepare what is due, and the head sign it second."""
    add_people(world)
    with world.open(COMMUNE, OFFICER) as workspace:
        first = own_signature(workspace, first=True).sign
        row = submit(workspace, [PERIOD], [])
    with world.open(COMMUNE, HEAD) as workspace:
        done = countersign_prepared(workspace, row.digest)
        good = sent(workspace, deliver(workspace, done, world.folder))
    return replace(good, sign=first, second=good.sign)


def main(seed: str, changes: int, folder: Path, signatures: int) -> dict[str, Any]:
    """Make a world, damage its submission, and return what is printed."""
    world = make_world(folder)
    good = signed_twice(world) if signatures != 1 else signed_once(world)
    with world.open(FOREIGN) as stranger, world.open(OFFICE) as office:
        hostile = Hostile(good, own_signature(stranger).sign, Random(seed))
        said = torture(office, hostile, changes, folder / "arrived.antq")
        path = folder / "good.antq"
        path.write_bytes(good.sealed)
        assert import_bundle(office, path).verdict == "accepted"
    return {
        "said": dict(said.tally.most_common()),
        "changes": changes,
        "slowest_seconds": round(max(said.times), 3),
        "mean_seconds": round(sum(said.times) / len(said.times), 4),
        "peak_kib": peak_kib(),
    }


if __name__ == "__main__":
    arguments = cast("tuple[str, str, str, str]", tuple(sys.argv[1:]))
    answer = main(arguments[0], int(arguments[1]), Path(arguments[2]), int(arguments[3]))
    sys.stdout.write(json.dumps(answer) + "\n")
