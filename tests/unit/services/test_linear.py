"""Twice as many bundles cost about twice the work: queries and lines of ours are counted."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self, cast

import pytest

import antq_desktop
from antq_desktop.crypto import canonical
from antq_desktop.services import nesting
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.consolidating import _newest_receipts, due_above
from antq_desktop.services.releasing import release
from antq_desktop.services.signing import trust_now
from antq_desktop.services.status import bundle_status, received_bundles
from antq_desktop.services.undoing import why_not
from antq_desktop.store.exchange_rows import Incoming, Outgoing, Report
from antq_desktop.store.passed_on import Inside
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, coop
from tests.unit.services.exchange import exchange, sign, take
from tests.unit.services.levels import PROVINCE, consolidated, levels, made_levels, taken

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType

    from _typeshed import TraceFunction

    from antq_desktop.crypto.signatures import Trust
    from antq_desktop.services.workspace import Workspace
    from tests.unit.services.conftest import World

__all__ = ["levels", "made_levels"]

FEW, MANY = 100, 200
AT = "2024-01-15T08:00:00+07:00"
OURS = antq_desktop.__path__[0]


class Counted:
    """Counts the statements that reach the database, and the lines of ours that run meanwhile."""

    def __init__(self, workspace: Workspace) -> None:
        self.queries = 0
        self.lines = 0
        self._connection = workspace.store.database.conn
        self._before = sys.gettrace()

    def __enter__(self) -> Self:
        self._connection.set_trace_callback(self._query)
        sys.settrace(cast("TraceFunction", self._call))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        sys.settrace(self._before)
        self._connection.set_trace_callback(None)

    def _query(self, statement: str) -> None:
        del statement
        self.queries += 1

    def _call(self, frame: FrameType, event: str, argument: object) -> object:
        del event, argument
        return self._line if frame.f_code.co_filename.startswith(OURS) else None

    def _line(self, frame: FrameType, event: str, argument: object) -> object:
        del frame, argument
        self.lines += event == "line"
        return self._line


def came(workspace: Workspace, number: int, **changes: Any) -> Incoming:
    """Note a bundle as if it had come, and return its row."""
    outcome: dict[str, canonical.Json] = {
        "content": "verdicts.accepted",
        "counts": {},
        "reasons": [],
        "base_ok": True,
    }
    row = Incoming(
        digest=f"{number:064x}",
        bundle_id=f"b{number}",
        kind="submission",
        unit=COMMUNE,
        workspace=f"w{number % 10}",
        chain=f"c{number % 10}",
        sequence=number // 10 + 1,
        file=f"{number:064x}.antq",
        sha256=f"{number:064x}",
        verdict="accepted",
        outcome=canonical.dump(outcome).decode(),
        received_at=AT,
        trust='{"journal":null}',
    )
    row = replace(row, **changes)
    if row.verdict == "accepted":
        row = replace(row, imported=workspace.store.exchanged.new_import(row.digest, AT))
    workspace.store.exchanged.add_incoming(row)
    return row


def sent(workspace: Workspace, number: int, kind: str, *carried: str) -> None:
    """Note a bundle of ours that answers or carries others."""
    row = Outgoing(
        digest=f"s{number:063x}",
        bundle_id=f"s{number}",
        kind=kind,
        recipient=COMMUNE,
        chain=None,
        sequence=number,
        base=None,
        seq_to=None,
        periods="[]",
        counts="{}",
        file=f"s{number}.antq",
        sha256="",
        created_at=AT,
    )
    (workspace.paths.data / "outbox" / row.file).touch()
    workspace.store.exchanged.add_outgoing(row)
    workspace.store.passed_on.carry(row.digest, carried)


def a_year(workspace: Workspace, start: int, end: int) -> None:
    """Note what an office collects: bundles, receipts, what went up, what came inside, reports."""
    with workspace.store.atomic():
        for number in range(start, end):
            row = came(workspace, number)
            sent(workspace, 2 * number, "receipt", row.digest)
            sent(workspace, 2 * number + 1, "consolidated", row.digest)
            workspace.store.passed_on.add_inside(
                Inside(
                    via=row.digest,
                    office=COMMUNE,
                    digest=f"i{number:063x}",
                    bundle_id=f"i{number}",
                    kind="submission",
                    unit=SECOND,
                    workspace=f"x{number % 10}",
                    chain="c",
                    sequence=number,
                    periods="[]",
                    verdict="accepted",
                    received_at=AT,
                    imported=row.imported or 0,
                )
            )
            workspace.store.exchanged.add_report(
                Report(
                    unit=workspace.place.unit.text,
                    workspace=workspace.place.id,
                    period=f"P{number}",
                    version=1,
                    body='{"as_of":{"w1":1}}',
                    digest="r",
                )
            )


@pytest.mark.parametrize(
    "work",
    [
        received_bundles,
        lambda workspace: bundle_status(workspace, None),
        due_above,
        _newest_receipts,
    ],
    ids=["received", "status", "due", "receipts"],
)
def test_what_an_office_looks_at(world: World, work: Callable[[Workspace], object]) -> None:
    with world.open(OFFICE) as workspace:
        above = {"office": {"code": PROVINCE, "valid_from": None}}
        workspace.store.meta.set("directory", cast("canonical.Json", above))
        found = []
        for start, end in ((0, FEW), (FEW, MANY)):
            a_year(workspace, start, end)
            with Counted(workspace) as counted:
                work(workspace)
            found.append(counted)
    few, many = found
    assert few.lines > FEW
    assert many.lines < 2.2 * few.lines
    # A few queries for all, and one more for the last import of each of ten workspaces at most.
    assert many.queries <= few.queries + 2
    assert many.queries < 40


def test_what_is_held_is_looked_at_once(world: World) -> None:
    """Every second one waits for the one before it: the first is in, its file gone for all."""
    found = []
    for size in (FEW, MANY):
        with world.open(OFFICE) as workspace:
            with workspace.store.atomic():
                workspace.store.database.execute("DELETE FROM incoming")
                for number in range(size):
                    base = came(workspace, 2 * number)
                    held = {"verdict": "held_gap", "base": base.digest, "chain": f"h{number}"}
                    came(workspace, 2 * number + 1, **held)
            with Counted(workspace) as counted:
                assert release(workspace) == ()
            found.append(counted)
    few, many = found
    assert few.queries > FEW
    assert many.queries < 2.2 * few.queries
    assert many.lines < 2.2 * few.lines


def test_what_is_trusted_is_read_once_for_all_bundles_inside(
    levels: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code in (COMMUNE, SECOND):
        levels.add(code, coop())
        taken(levels, OFFICE, sign(levels, code=code))
    above = consolidated(levels, OFFICE)
    calls: list[object] = []

    def counted(workspace: Workspace) -> Trust:
        calls.append(workspace)
        return trust_now(workspace)

    monkeypatch.setattr(nesting, "trust_now", counted)
    taken(levels, PROVINCE, above)
    assert len(calls) == 1


def test_the_list_says_of_each_import_what_the_act_says(world: World) -> None:
    """What may be taken back is looked up for all at once there, and for one here."""
    world.add(COMMUNE, coop())
    exchange(world)
    world.add(COMMUNE, coop())
    world.add(SECOND, coop())
    take(world, sign(world), sign(world, code=SECOND))
    with world.open(OFFICE) as workspace:
        answers: set[bool] = set()
        for frozen in (False, True):
            if frozen:
                second = workspace.store.exchanged.taken()[-1]
                body = canonical.dump({"as_of": {second.workspace: 1}}).decode()
                workspace.store.exchanged.add_report(
                    Report(
                        unit=OFFICE,
                        workspace=workspace.place.id,
                        period="DL-2023",
                        version=1,
                        body=body,
                        digest="d",
                    )
                )
            for one in received_bundles(workspace):
                assert one.can_undo == (why_not(workspace, one.row) is None)
                answers.add(one.can_undo)
        assert answers == {True, False}
        sent(workspace, 1, "consolidated", workspace.store.exchanged.taken()[1].digest)
        assert not any(one.can_undo for one in received_bundles(workspace))
        assert write_receipts(workspace)
