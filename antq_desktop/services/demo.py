"""A province in miniature: its offices and communes, from the first key to equal figures."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.periods import make_period
from antq_desktop.errors import Refusal
from antq_desktop.services.demo_commune import correct, enter, print_commune
from antq_desktop.services.demo_figures import FAMILIES, compare, count_year, differing, unsaid
from antq_desktop.services.demo_stage import PASSPHRASE, Result, Stage
from antq_desktop.services.papers import compose
from antq_desktop.services.published import PROVINCE, YEAR, load_published
from antq_desktop.services.sample import Sample
from antq_desktop.services.sample_plan import plan_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import Unit, UnitKey
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.demo_figures import Lines
    from antq_desktop.services.demo_stage import Progress
    from antq_desktop.services.sample_plan import Share
    from antq_desktop.services.workspace import Workspace

__all__ = ["PASSPHRASE", "Demo", "Result", "Wanted"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How large the miniature is: communes, year, seed, and how many records.

    ``records`` is how many each commune has in each register, by turns; None spreads the sample
    year over the communes, so that all of them together come to what was published.
    """

    communes: int = 3
    year: int = YEAR
    records: int | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Node:
    """A unit of the tree; one with nothing below it is a commune, all others are offices."""

    unit: Unit
    below: tuple[Node, ...] = ()

    def communes(self) -> Iterator[Unit]:
        """Yield the communes, in the order of the tree."""
        if not self.below:
            yield self.unit
        for node in self.below:
            yield from node.communes()


class Demo:
    """Runs the whole job through the services that people use, on practice workspaces."""

    def __init__(
        self, folder: Path, wanted: Wanted, catalogue: Catalogue, clock: Clock, progress: Progress
    ) -> None:
        self._wanted = wanted
        self._stage = Stage(folder, catalogue, clock, progress)
        # The units of the end of the year: later reforms gave their codes to others.
        self._day = date(wanted.year, 12, 31)
        self._half: Period = make_period("DL", wanted.year, "H1")
        self._year: list[Period] = [make_period(family, wanted.year) for family in FAMILIES]
        self._plan: Mapping[UnitKey, Share] = {}

    @property
    def result(self) -> Result:
        """What is there so far."""
        return self._stage.result

    def run(self) -> Result:
        """Do everything; Refusal for a folder in use, or more communes than there are."""
        units = self._stage.units
        top = next(unit for unit in units.valid(self._day) if unit.parent is None)
        whole = self._node(top)
        every = list(whole.communes())
        if not 1 <= self._wanted.communes <= len(every):
            raise Refusal("demo.communes", most=len(every))
        chosen = every[: self._wanted.communes]
        self._stage.begin()
        if self._wanted.records is None:
            self._plan = plan_year(chosen, load_published(), self._wanted.seed)
        root = _pruned(whole, {unit.key for unit in chosen})
        with self._stage.new(top, "office") as office:
            lines = self._office(office, root)
            table = load_published() if self._is_published(root, len(every)) else None
            if table is not None:
                self.result.unsaid = unsaid(office, self._year[0], table)
        self.result.figures = compare(lines, self._stage.wrong, table)
        return self.result

    def _node(self, unit: Unit) -> Node:
        below = self._stage.units.children(unit.key, self._day)
        return Node(unit, tuple(self._node(one) for one in below))

    def _is_published(self, root: Node, every: int) -> bool:
        """Say whether what was counted is what was published: the whole province, that year."""
        wanted = self._wanted
        return (
            root.unit.key.code == PROVINCE
            and wanted.year == YEAR
            and wanted.communes == every
            and wanted.records is None
        )

    def _office(self, office: Workspace, node: Node) -> Lines:
        """Let all below an office do their work; return what the office counts in the end."""
        communes = [child.unit for child in node.below if not child.below]
        below = self._communes(office, communes) if communes else []
        for child in node.below:
            if child.below:
                with self._stage.new(child.unit, "office") as lower:
                    self._stage.enrol(office, lower)
                    below.append(self._office(lower, child))
                    self._stage.report(office, [lower], self._year)
        self._stage.tell("compare")
        lines = count_year(office, self._wanted.year, node.communes())
        self._stage.wrong |= differing(lines, below)
        self._print(office)
        return lines

    def _communes(self, office: Workspace, units: list[Unit]) -> list[Lines]:
        """Let the communes under an office do their work; return what each counts in the end.

        They stay open meanwhile: each unlocking derives a key from the passphrase, slowly.
        """
        stage, year = self._stage, self._wanted.year
        with ExitStack() as open_:
            communes: list[Workspace] = []
            copies: list[str] = []
            for unit in stage.each("enrol", units):
                commune = open_.enter_context(stage.new(unit, "commune"))
                communes.append(commune)
                stage.enrol(office, commune)
                copies.append(enter(commune, self._sample(unit), self._plan.get(unit.key)))
            stage.report(office, communes, [self._half])
            for commune, copy in stage.each("correct", list(zip(communes, copies, strict=True))):
                correct(commune, copy)
            stage.report(office, communes, self._year)
            if not self.result.paper:
                self._print(communes[0])
            return [count_year(one, year) for one in stage.each("compare", communes)]

    def _sample(self, unit: Unit) -> Sample:
        return Sample(unit, self._wanted.year, self._wanted.records or 0, self._wanted.seed)

    def _print(self, workspace: Workspace) -> None:
        """Save papers of a unit, where this PC can print."""
        if self.result.no_paper is not None:
            return
        self._stage.tell("print")
        try:
            if workspace.place.role == "commune":
                print_commune(self._stage, workspace, self._year[0])
            else:
                paper = compose(workspace, "period-report", period=self._year[0])
                self._stage.save(workspace, paper)
        except Refusal as refusal:
            self.result.no_paper = refusal


def _pruned(node: Node, communes: set[UnitKey]) -> Node:
    """Return the tree with these communes alone, and the offices above them."""
    below = (_pruned(one, communes) for one in node.below)
    kept = tuple(one for one in below if one.below or one.unit.key in communes)
    return Node(node.unit, kept)
