"""Bringing a workspace back: looked at first, restored as a whole or not at all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.bringing_back import (
    bring_back,
    check_paper,
    give_up,
    look_into,
    openers_of,
)
from antq_desktop.services.overview import has_workspace
from antq_desktop.services.restoring import LastNumber
from antq_desktop.services.submitting import due
from tests.unit.services.conftest import COMMUNE, PASSPHRASE, coop
from tests.unit.services.exchange import answer, back_up, exchange, sign

if TYPE_CHECKING:
    from tests.unit.services.conftest import World

USER = "Lò Thị Mẫu"


def test_a_backup_is_looked_at_and_restored_as_a_whole(world: World) -> None:
    world.add(COMMUNE, coop(), coop("2023-06-06"))
    exchange(world)
    backup, paths = back_up(world), paths_for(world.home(COMMUNE))
    receipt = answer(world)
    catalogue = world.catalogue
    with pytest.raises(Refusal, match=r"backup\.not_empty"):
        look_into(paths, backup, USER, PASSPHRASE, catalogue, world.clock())
    shutil.rmtree(world.home(COMMUNE))
    openers = openers_of(backup)
    assert (openers.names, openers.share_set) == ((USER,), None)
    with pytest.raises(Refusal, match=r"backup\.not_one"):
        openers_of(receipt)
    with pytest.raises(Refusal, match=r"users\.wrong_recovery"):
        check_paper(backup, "AGE-SECRET-KEY-1QQ")
    with pytest.raises(Refusal, match=r"users\.wrong_passphrase"):
        look_into(paths, backup, USER, "sai", catalogue, world.clock())
    assert not has_workspace(paths)

    # Looking restores nothing: the power may go, and it is begun anew.
    for _ in range(2):
        found = look_into(paths, backup, USER, PASSPHRASE, catalogue, world.clock())
        assert (found.records, found.bundle) == (2, 1)
        ((book, last),) = found.books.items()
        assert last == 2
        assert not has_workspace(paths)
    wrong = LastNumber("no_such_register", 9, world.now.year)
    with pytest.raises(Refusal, match=r"records\.unknown_register"):
        bring_back(paths, USER, PASSPHRASE, catalogue, world.clock(), books=[wrong])
    assert not has_workspace(paths)
    books = [LastNumber(book[0], 5, book[1])]
    bring_back(paths, USER, PASSPHRASE, catalogue, world.clock(), receipt=receipt, books=books)
    assert has_workspace(paths)
    assert not list(paths.data.glob(".restore-*"))
    with world.open(COMMUNE) as workspace:
        assert workspace.store.books.last()[book] == 5
        assert due(workspace).base is None
        assert workspace.document("chain")["continues"] is not None
    assert sign(world).is_file()


def test_what_was_looked_at_is_dropped(world: World) -> None:
    backup, paths = back_up(world), paths_for(world.home(COMMUNE))
    shutil.rmtree(world.home(COMMUNE))
    look_into(paths, backup, USER, PASSPHRASE, world.catalogue, world.clock())
    give_up(paths)
    assert list(paths.data.iterdir()) == []
