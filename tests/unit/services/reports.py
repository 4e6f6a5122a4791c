"""What tests of reports share: freezing, correcting, and reading what a report says."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.domain.entering import spans_from
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.counting import count
from antq_desktop.services.frozen import body_of, figures_of_body
from antq_desktop.services.reporting import freeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Report


def frozen(workspace: Workspace, code: str) -> Report:
    """Freeze a period as a submission would."""
    with workspace.store.atomic():
        return freeze(workspace, parse_period(code), [])


def told(report: Report, indicator: str) -> tuple[int, int | None]:
    """Return what a report says of an indicator: its value, and what was entered late."""
    figure = figures_of_body(body_of(report))[indicator]
    return figure.figure.value, figure.late.value if figure.late is not None else None


def counted(workspace: Workspace, code: str, indicator: str) -> CountedIndicator:
    """Count an indicator as it stands now."""
    found = count(workspace, parse_period(code))
    return next(one for one in found if one.indicator.code == indicator)


def records_of(workspace: Workspace, report: Report, indicator: str) -> list[str]:
    """Return the records that a report tells, in its period and late, by counting again."""
    body = body_of(report)
    again = count(
        workspace,
        parse_period(report.period),
        as_of=cast("Mapping[str, int]", body["as_of"]),
        entered={workspace.place.id: spans_from(body["entered"])},
    )
    one = next(one for one in again if one.indicator.code == indicator)
    late = one.late.records if one.late is not None else ()
    return [row.record for row in (*one.figure.records, *late)]
