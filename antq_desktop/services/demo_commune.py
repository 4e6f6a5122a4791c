"""One commune of the demonstration: what it enters, and what it corrects after the first answer."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from antq_desktop.services.looking import list_records
from antq_desktop.services.papers import compose
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.sample_base import words_of
from antq_desktop.services.sample_year import records_of_year
from antq_desktop.services.saving import add_records, change_record, void_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.services.demo_stage import Stage
    from antq_desktop.services.sample_base import Object
    from antq_desktop.services.sample_plan import Share
    from antq_desktop.services.workspace import Workspace

#: The book in which something is entered twice by mistake, and the one in which something changes.
_TWICE, _CHANGING = "crime_reports", "residential_areas"


def enter(workspace: Workspace, sample: Sample, share: Share | None) -> str:
    """Enter the records of a year: as many of each sort as planned, or by turns without a plan.

    One report of crime is entered twice: return its id for `correct`.
    """
    saved: dict[str, dict[str, Object]] = {}
    copy = ""
    for name in SAMPLES:
        register = workspace.catalogue.by_name[name]
        values = list(_made(register, sample, saved, share))
        twice = values[-1:] if name == _TWICE else []
        added = add_records(workspace, register, [*values, *twice])
        if twice:
            copy = added[-1].record
        saved[name] = {one.record: value for one, value in zip(added, values, strict=False)}
    # A draft travels nowhere and is in no figure.
    register = workspace.catalogue.by_name["movement_models"]
    add_records(workspace, register, [{"name": register.label.vi}], draft=True)
    return copy


def _made(
    register: Register, sample: Sample, saved: dict[str, dict[str, Object]], share: Share | None
) -> Iterator[Object]:
    made = Sample(sample.unit, sample.year, sample.records, sample.seed, saved)
    if share is None:
        yield from SAMPLES[register.name](made)
    else:
        yield from records_of_year(register, made, share.get(register.name, {}))


def correct(workspace: Workspace, copy: str) -> None:
    """Strike the report through that stands twice, and change a record, as happens every time."""
    reasons = words_of("corrections")
    void_record(workspace, copy, reason=str(reasons["twice"]))
    area = list_records(workspace, workspace.catalogue.by_name[_CHANGING])[0].record
    more = {"population": reasons["population"]}
    change_record(workspace, area, more, reason=str(reasons["moved_in"]))


def print_commune(stage: Stage, workspace: Workspace, year: Period) -> None:
    """Save the report of the year, the last cover sheet, and the minutes of one report of crime."""
    stage.save(workspace, compose(workspace, "period-report", period=year))
    sent = workspace.store.exchanged.outgoing("submission", "correction")[-1]
    stage.save(workspace, compose(workspace, "bundle-cover", bundle=sent.bundle_id))
    register = workspace.catalogue.by_name[_TWICE]
    tips = (
        line.record
        for line in list_records(workspace, register)
        if line.state in {"forwarded", "outcome_known"} and not line.voided
    )
    for record in islice(tips, 1):
        stage.save(workspace, compose(workspace, "tt119-01", record=record))
