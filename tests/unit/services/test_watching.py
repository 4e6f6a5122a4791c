"""The watched folder: files that grow, a share that comes and goes, what is known already."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.status import received_bundles
from antq_desktop.services.watching import Look, Watch, sort_files, watch_folder, watched_folder
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, coop
from tests.unit.services.exchange import sign

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.services.conftest import World


def test_a_file_counts_once_it_holds_still(tmp_path: Path) -> None:
    share = tmp_path / "share"
    watch = Watch(share)
    assert watch.look() == Look(there=False)
    share.mkdir()
    for name in ("readme.txt", "b.antq.part", "c.antq.001"):
        (share / name).write_bytes(b"x")
    (share / "folder.antq").mkdir()
    growing = share / "A.ANTQ"
    growing.touch()
    assert watch.look() == Look(there=True, moving=1)
    assert watch.look() == Look(there=True, moving=1)  # begun, and nothing is in it yet
    for count in range(3):
        growing.write_bytes(b"x" * (count + 1))
        assert watch.look() == Look(there=True, moving=1)
    assert watch.look() == Look(there=True, still=(growing,))
    watch.settle([growing])
    assert watch.look() == Look(there=True)
    # The share goes away and comes back: what was offered is not offered again.
    hidden = share.rename(tmp_path / "away")
    assert watch.look() == Look(there=False)
    hidden.rename(share)
    assert [watch.look(), watch.look()] == [Look(there=True)] * 2
    os.utime(growing, ns=(5, 5))  # written anew under the same name
    assert [watch.look().moving, watch.look().still] == [1, (growing,)]


def test_only_whole_and_new_files_are_offered(world: World) -> None:
    share = world.folder / "share"
    share.mkdir()
    world.add(COMMUNE, coop())
    first = sign(world).rename(share / "first.antq")
    second = sign(world, "DL-2023").rename(share / "second.antq")
    world.add(FOREIGN, coop())
    foreign = sign(world, code=FOREIGN).rename(share / "x.antq")
    text = share / "y.antq"
    text.write_text("một tệp văn bản")
    cut = share / "cut.antq"
    cut.write_bytes(second.read_bytes()[:-200])
    files = [first, second, cut, foreign, text, share / "gone.antq"]
    with world.open(OFFICE) as office:
        assert import_bundle(office, first).good
        found = sort_files(office, files)
        assert found.new == (second, foreign, text)
        assert found.unfinished == (cut, share / "gone.antq")
        cut.write_bytes(second.read_bytes())
        assert sort_files(office, [cut]).new == (cut,)
        assert len(received_bundles(office)) == 1  # offered is not taken in


def test_each_user_chooses_a_folder(world: World) -> None:
    share = world.folder / "share"
    with world.open(OFFICE) as office:
        assert watched_folder(office) is None
        watch_folder(office, share)
    with world.open(OFFICE) as office:
        assert watched_folder(office) == share
        watch_folder(office, None)
        assert watched_folder(office) is None
