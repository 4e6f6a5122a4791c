"""Every register of the catalogue, from the first record to equal figures at the office.

Nothing here knows a register: what a new file declares is entered, listed, changed, voided, sent
and counted by this test as well.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.fields import Kind, Travel
from antq_desktop.domain.parts import split
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.counting import count, lines_of
from antq_desktop.services.listing import Wanted, columns_of, open_list, read_rows
from antq_desktop.services.looking import (
    find_record,
    history,
    list_records,
    search,
    show_record,
)
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records, change_record, preview, void_record
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, World

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.register import Register
    from antq_desktop.services.looking import Change, Shown
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.listing import ListRow
    from antq_desktop.store.queries import Line

    Values = Mapping[str, object]

CATALOGUE = load_catalogue()
REGISTERS = {one.name: one for one in CATALOGUE.registers}
#: The first year in which every book was kept: the law on security teams is of July 2024.
YEAR = 2024
PERIODS = [parse_period(f"{family}-{YEAR}") for family in ("DL", "TT124KDC", "TT124XA")]
RECORDS = 4
WORDS = (Kind.TEXT, Kind.LONG_TEXT, Kind.ORGANIZATION)
ADDED = " đã sửa"


@dataclass
class Chapter:
    """What was seen of one register."""

    made: list[dict[str, object]] = field(default_factory=list)
    saved: list[Saved] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    rows: list[ListRow] = field(default_factory=list)
    found: list[Line] = field(default_factory=list)
    booked: list[str] = field(default_factory=list)
    chosen: str = ""
    changed: Saved | None = None
    changes: list[Change] = field(default_factory=list)
    voided: Saved | None = None
    at_office: dict[str, Shown] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


@dataclass
class Story:
    """What was seen of all of them."""

    chapters: dict[str, Chapter]
    verdict: Verdict
    figures: dict[str, list[Json]]
    office_figures: dict[str, list[Json]]


def texts(register: Register, values: Values) -> Iterator[tuple[str, object, str]]:
    """Yield each field that holds words, the field with these words changed, and the words.

    Words in a person and in the first row of a list come last.
    """
    for one in sorted(register.fields, key=lambda each: each.kind not in WORDS):
        value = values.get(one.name)
        if one.kind in WORDS and isinstance(value, str):
            yield one.name, value + ADDED, value
        elif one.kind is Kind.PERSON and isinstance(value, dict):
            name = str(value["full_name"])
            yield one.name, {**value, "full_name": name + ADDED}, name
        for column in one.columns:
            if column.kind in WORDS and isinstance(value, list) and value[0].get(column.name):
                text = str(value[0][column.name])
                yield one.name, [{**value[0], column.name: text + ADDED}, *value[1:]], text


def change_one(workspace: Workspace, register: Register, chapter: Chapter) -> None:
    """Change words of a record where no rule minds, and look for what they were before."""
    for shown in chapter.shown[:-1]:
        for name, value, text in texts(register, shown.values):
            chapter.chosen, change = shown.line.record, {name: value}
            if preview(workspace, register, change, chapter.chosen) == ():
                chapter.found = search(workspace, text)
                chapter.changed = change_record(
                    workspace, chapter.chosen, change, reason="Ghi nhầm"
                )
                return


def enter(
    workspace: Workspace,
    register: Register,
    chapter: Chapter,
    before: dict[str, dict[str, dict[str, object]]],
) -> None:
    """Add invented records, look at them in every way, change one, void another.

    ``before`` is what other registers have by now, by id: some records point to them.
    """
    sample = Sample(workspace.unit, YEAR, RECORDS, seed=5, saved=before)
    chapter.made = list(SAMPLES[register.name](sample))
    chapter.saved = add_records(workspace, register, chapter.made)
    ids = [one.record for one in chapter.saved]
    before[register.name] = dict(zip(ids, chapter.made, strict=True))
    chapter.shown = [show_record(workspace, record) for record in ids]
    listed = open_list(workspace, Wanted(register=register.name))
    assert listed is not None
    found = read_rows(workspace, listed, 0, listed.count, columns_of(workspace, register))
    chapter.rows = [row for row in found if row is not None]
    chapter.booked = [
        find_record(workspace, f"{register.code}/{one.number}") for one in chapter.saved
    ]
    change_one(workspace, register, chapter)
    chapter.voided = void_record(workspace, ids[-1], reason="Vào sổ hai lần")
    chapter.changes = history(workspace, chapter.chosen)


def figures(workspace: Workspace) -> dict[str, list[Json]]:
    """Return every figure of the commune, with the records behind it."""
    commune = workspace.units.resolve(f"{COMMUNE}@{PERIODS[0].last}", PERIODS[0].last).key
    return {
        period.code: lines_of(count(workspace, period, units=frozenset({commune})))
        for period in PERIODS
    }


@pytest.fixture(scope="module")
def story(made: World, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Let one commune fill every register and one office take it in."""
    folder: Path = tmp_path_factory.mktemp("every") / "world"
    shutil.copytree(made.folder, folder)
    world = World(folder, made.catalogue, made.now, dict(made.secrets))
    world.later(days=366)  # so that the year is over
    chapters = {name: Chapter() for name in REGISTERS}
    before: dict[str, dict[str, dict[str, object]]] = {}
    with world.open(COMMUNE) as workspace:
        for name in SAMPLES:
            enter(workspace, REGISTERS[name], chapters[name], before)
        own = figures(workspace)
        row = submit(workspace, PERIODS, [])
    with world.open(OFFICE) as workspace:
        verdict = import_bundle(workspace, world.home(COMMUNE) / "outbox" / row.file)
        for name, chapter in chapters.items():
            chapter.lines = list_records(workspace, REGISTERS[name])
            chapter.at_office = {
                line.record: show_record(workspace, line.record) for line in chapter.lines
            }
        return Story(chapters, verdict, own, figures(workspace))


every = pytest.mark.parametrize("name", list(REGISTERS))


def test_every_register_has_invented_records() -> None:
    assert set(SAMPLES) == set(REGISTERS)


@every
def test_an_invented_record_is_complete_and_takes_its_number(story: Story, name: str) -> None:
    saved = story.chapters[name].saved
    assert [one.problems for one in saved] == [()] * RECORDS
    assert all(one.complete for one in saved)
    assert len({one.number for one in saved}) == RECORDS
    known = {code.code for code in REGISTERS[name].life_cycle.states}
    assert {one.state for one in saved} <= known


@every
def test_it_is_shown_as_it_was_entered(story: Story, name: str) -> None:
    register, chapter = REGISTERS[name], story.chapters[name]
    for made, shown in zip(chapter.made, chapter.shown, strict=True):
        parts = split(register.fields, made)
        sealed = parts[Travel.CONFIDENTIAL]
        plain = {**parts[Travel.SHARED], **parts[Travel.PRIVATE]}
        assert set(shown.values) == {one for one, value in plain.items() if value != []}
        assert shown.has_confidential == bool(sealed)
        assert shown.line.event == (str(made.get(register.event_field, ""))[:10] or None)
        assert shown.line.title


@every
def test_it_is_listed_found_by_a_word_and_by_its_number(story: Story, name: str) -> None:
    chapter = story.chapters[name]
    ids = [one.record for one in chapter.saved]
    assert {row.line.record for row in chapter.rows} == set(ids)
    assert chapter.booked == ids
    assert chapter.chosen in {line.record for line in chapter.found}


@every
def test_it_is_changed_with_a_reason_and_keeps_its_history(story: Story, name: str) -> None:
    chapter = story.chapters[name]
    assert chapter.changed is not None
    assert chapter.changed.revision == 2
    assert chapter.changed.number in {one.number for one in chapter.saved}
    assert [one.reason for one in chapter.changes] == [None, "Ghi nhầm"]
    assert len(chapter.changes[1].changed) == 1
    assert chapter.voided is not None


@every
def test_the_office_gets_its_shared_part_and_nothing_else(story: Story, name: str) -> None:
    register, chapter = REGISTERS[name], story.chapters[name]
    assert {line.record for line in chapter.lines} == {one.record for one in chapter.saved}
    assert {line.record for line in chapter.lines if line.voided} == {chapter.saved[-1].record}
    for shown in chapter.shown:
        if shown.line.record == chapter.chosen:
            continue
        there = chapter.at_office[shown.line.record].values
        assert there == split(register.fields, shown.values)[Travel.SHARED]


def test_the_office_takes_it_all_in(story: Story) -> None:
    assert story.verdict.verdict == "accepted"
    assert story.verdict.reasons == ()


def test_the_office_counts_what_the_commune_counts(story: Story) -> None:
    assert story.office_figures == story.figures


def test_every_figure_is_counted_in_some_period(story: Story) -> None:
    lines = [cast("Mapping[str, str]", one) for some in story.figures.values() for one in some]
    counted = {line["code"] for line in lines}
    assert counted >= set(CATALOGUE.indicators)
