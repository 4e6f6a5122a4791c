"""Child rows of which some columns travel: the office sees as many as the commune."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.periods import parse_period
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.sample_base import Sample
from antq_desktop.services.sample_committee import inspections
from antq_desktop.services.saving import add_records
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE

if TYPE_CHECKING:
    from tests.unit.services.conftest import World

PERIOD = parse_period("DL-2023")


def test_a_row_that_has_nothing_to_share_still_counts_as_a_row(world: World) -> None:
    """Of a recommendation the words stay in the commune; without dates nothing of it travels."""
    with world.open(COMMUNE) as workspace:
        inspection = next(inspections(Sample(workspace.unit, 2023, 1, 1)))
        rows = [{"text": "Sửa cổng trường"}, {"text": "Lắp đèn", "due": "2023-12-01"}]
        declared = world.catalogue.by_name["inspections"]
        held = {"state": "held", "on": inspection["held_on"]}
        values = {**inspection, "recommendations": rows, "moves": [held]}
        (saved,) = add_records(workspace, declared, [values])
        assert saved.complete
        row = submit(workspace, [PERIOD], [])
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, world.home(COMMUNE) / "outbox" / row.file).verdict == (
            "accepted"
        )
        revision = workspace.store.revisions.latest(saved.record)
        assert revision is not None
        assert revision.shared["recommendations"] == [{}, {"due": "2023-12-01"}]
