"""Practice with sample data: invented records, entered as a person would enter them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.services.workspace import Workspace

#: How many invented records each register gets, and in how many portions they are saved.
RECORDS, PORTION = 24, 6


def fill_with_sample(workspace: Workspace, progress: Callable[[int, int], object]) -> int:
    """Add invented records of the last whole year of the unit, and a draft; return how many.

    ``progress`` gets how many are in and how many there will be. Refusal in a real workspace and
    at an office.
    """
    workspace.require_role("commune")
    if not workspace.place.practice:
        raise Refusal("workspace.practice_only")
    ended = workspace.unit.valid_to or workspace.clock.today()
    year = min(ended, workspace.clock.today()).year - 1
    saved: dict[str, dict[str, dict[str, object]]] = {}
    sample = Sample(workspace.unit, year, RECORDS, seed=1, saved=saved)
    total, done = RECORDS * len(SAMPLES), 0
    for name, made in SAMPLES.items():
        records, before = iter(made(sample)), saved.setdefault(name, {})
        while portion := list(islice(records, PORTION)):
            progress(done, total)
            added = add_records(workspace, workspace.catalogue.by_name[name], portion)
            before |= {one.record: portion[place] for place, one in enumerate(added)}
            done += len(added)
    models = workspace.catalogue.by_name["movement_models"]
    add_records(workspace, models, [{"name": models.label.vi}], draft=True)
    progress(done, total)
    return done
