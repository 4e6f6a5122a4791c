"""A dated state that was sent and is dated anew: what is frozen stays, and comes out again.

Counting A04: what happened to a record is judged at the report's "as of". A06: corrections of rows
already counted are shown by a new version, made only on order. So the report that counted the old
day comes out at its "as of" for good, the next count has the new day, and nothing tells the same
row twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.frozen import body_of, figures_of_body
from antq_desktop.services.reporting import correct, counted_again, differing
from antq_desktop.services.signed_figures import compare_signed
from tests.unit.domain.test_administrative_measures import file as measure
from tests.unit.services.conftest import COMMUNE, OFFICE, model
from tests.unit.services.exchange import change, exchange, rules
from tests.unit.services.hand_counted import moves, sent

if TYPE_CHECKING:
    from antq_desktop.services.frozen import FrozenFigure
    from antq_desktop.services.signed_figures import SignedFigures
from tests.unit.services.conftest import World

HOUR = "+07:00"
DECEMBER, JANUARY = "2023-12-20", "2024-01-05"
SENT_OFF = [{"kind": "sent_off", "on": "2024-01-03"}]
YEAR = parse_period("DL-2023")


def compared(world: World) -> SignedFigures:
    """Compare what is signed with the records at the office."""
    with world.open(OFFICE) as workspace:
        return compare_signed(workspace, YEAR)


def replaced(rows: list[dict[str, object]], on: str) -> list[dict[str, object]]:
    """Return moves whose last line has another day now: it stays, a line below takes its place."""
    return [*rows, {**rows[-1], "on": on, "replaces": len(rows)}]


def test_a_state_that_was_sent_is_dated_anew(world: World) -> None:
    # A model that was paused, and a suspended tip that was resumed, on 20/12: on 05/01 in truth.
    effective = [{"on": "2023-11-30", "result": "effective"}]
    paused = moves(("new", "2023-03-01"), ("paused", DECEMBER))
    (one,) = world.add(
        COMMUNE,
        model(status="paused", moves=paused, reviews=effective),
        register="movement_models",
    )
    at = f"T08:00{HOUR}"
    resumed = moves(
        ("received", f"2023-06-06{at}"),
        ("classified", f"2023-06-06{at}"),
        ("forwarded", f"2023-06-07{at}"),
        ("outcome_known", f"2023-07-01{at}"),
        ("resumed", f"{DECEMBER}{at}"),
    )
    suspended = {"outcomes": [{"outcome": "suspended", "on": "2023-07-01"}], "moves": resumed}
    (tip,) = world.add(
        COMMUNE,
        sent(f"2023-06-06{at}", f"2023-06-07{at}") | suspended,
        register="crime_reports",
    )
    assert exchange(world, "DL-2023").verdict == "accepted"
    assert compared(world).lines == ()
    change(world, one, moves=replaced(paused, JANUARY))
    change(world, tip, moves=replaced(resumed, f"{JANUARY}{at}"))
    assert exchange(world).verdict == "accepted"
    found = compared(world)
    assert {line.code for line in found.lines} == {"B1.5", "B6.1"}
    assert not any(line.wrong for line in found.lines)
    for code in (COMMUNE, OFFICE):
        with world.open(code) as workspace:
            report = workspace.store.exchanged.versions(found.units[0].text, "DL-2023")[-1]
            assert differing(workspace, body_of(report), YEAR, found.units[0]) == []
            again = {
                each.indicator.code: each.figure
                for each in counted_again(workspace, body_of(report), YEAR, found.units[0])
            }
            assert again["B6.1"].value == 0
            assert again["B1.5"].parts["outcome.pending"] == 1
    with world.open(COMMUNE) as workspace:
        correct(workspace, YEAR, "Ghi nhầm ngày")
    verdict = exchange(world, "DL-2023")
    assert rules(verdict.reasons) == {"report_corrected"}
    assert compared(world).lines == ()


def decided(on: str) -> dict[str, object]:
    """Return a file that a court applied on a day, its person sent off in January."""
    states = ("collecting", "2023-04-10"), ("filed", "2023-04-14"), ("notified", "2023-04-17")
    done = ("sent", "2023-04-21"), ("decided", on), ("executing", SENT_OFF[0]["on"])
    whole = measure(
        moves=moves(*states, *done),
        court_decision_date=on,
        decision="applied",
        term_months=12,
        executions=SENT_OFF,
    )
    return {name: value for name, value in whole.items() if value is not None}


def test_a_row_that_is_dated_into_a_frozen_month(world: World) -> None:
    """A row that the frozen month did not count comes late; one that it did is told on order.

    Both were sent off on 03/01, as the book had it: on 28/12 in truth. The court decided on one
    file in November, so December had no row of it; that of the other it counted.
    """
    early, late = world.add(
        COMMUNE, decided("2023-11-20"), decided("2023-12-04"), register="administrative_measures"
    )
    assert exchange(world, "DL-2023-12").verdict == "accepted"
    for record in (early, late):
        change(world, record, executions=[{**SENT_OFF[0], "on": "2023-12-28"}])
    world.later(days=20)
    assert exchange(world, "DL-2024-01").verdict == "accepted"
    with world.open(COMMUNE) as workspace:
        correct(workspace, parse_period("DL-2023-12"), "Ghi nhầm ngày đưa đi")
    assert rules(exchange(world, "DL-2023-12").reasons) == {"report_corrected"}
    with world.open(OFFICE) as workspace:
        unit = parse_unit_key(COMMUNE)
        found: dict[str, list[FrozenFigure]] = {}
        for code in ("DL-2023-12", "DL-2024-01"):
            for version in workspace.store.exchanged.versions(unit.text, code):
                body = body_of(version)
                assert differing(workspace, body, parse_period(code), unit) == []
                found.setdefault(code, []).append(figures_of_body(body)["B3.3"])
    one, two = found["DL-2023-12"]
    assert [each.figure.parts["sent_off"] for each in (one, two)] == [0, 1]
    assert [each.figure.value for each in (one, two)] == [1, 1]
    (january,) = found["DL-2024-01"]
    assert january.late is not None
    assert (january.figure.parts["sent_off"], january.late.parts["sent_off"]) == (0, 1)
