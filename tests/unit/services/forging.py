"""Submissions as nobody writes them: signed by the commune, with something wrong in them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.names import records_name, report_name
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.delivering import sign_into_outbox
from antq_desktop.services.reporting import freeze
from antq_desktop.services.signing import own_recipients, own_signature
from antq_desktop.services.submitting import _manifest, due
from tests.unit.services.conftest import COMMUNE, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace

    Line = dict[str, dict[str, object]]

PERIOD = parse_period("DL-2023")


@contextmanager
def unchanged(workspace: Workspace) -> Iterator[None]:
    """Check that nothing that counts changed."""
    before = workspace.store.digest(), workspace.store.projections.digest()
    yield
    assert (workspace.store.digest(), workspace.store.projections.digest()) == before


def forge(
    world: World,
    *,
    lines: Callable[[list[Line]], None] = lambda _: None,
    manifest: Callable[[Manifest], Manifest] = lambda manifest: manifest,
    report: Callable[[dict[str, object]], None] | None = None,
    code: str = COMMUNE,
) -> Path:
    """Sign, with a commune's real key, a submission that its program would not make.

    Digests of changed parts and headers are made right again, so that only the change is wrong.
    """
    with world.open(code) as workspace:
        if not workspace.document("chain"):
            office = workspace.document("directory")["office"]
            workspace.store.meta.set(
                "chain", {"id": workspace.place.id, "continues": None, "recipient": office}
            )
        own = own_signature(workspace)
        found = due(workspace)
        rows: list[Line] = [
            {"header": revision.header.as_json(), "shared": dict(revision.shared)}
            for revision in workspace.store.revisions.to_send(
                (workspace.place.id, found.after, found.until), "hen_coops"
            )
        ]
        lines(rows)
        data = b""
        for row in rows:
            parts = cast("dict[str, object]", row["header"]["parts"])
            parts["shared"] = sha256_hex(canonical.dump(cast("canonical.Json", row["shared"])))
            data += canonical.dump(cast("canonical.Json", row)) + b"\n"
        entries = {records_name("hen_coops"): data} if rows else {}
        codes: list[str] = []
        if report is not None:
            body = cast("dict[str, object]", canonical.load(report_of(workspace)))
            report(body)
            entries[report_name(PERIOD.code)] = canonical.dump(cast("canonical.Json", body))
            codes = [PERIOD.code]
        recipients = cast("list[str]", workspace.document("directory")["recipients"])
        made = sign_into_outbox(
            workspace,
            manifest(_manifest(workspace, found, codes, own)),
            cast("dict[str, bytes | Path]", entries),
            own,
            recipients=[*own_recipients(workspace), *recipients],
            recipient_code="forged",
            number=99,
        )
        return world.home(code) / "outbox" / made.row.file


def report_of(workspace: Workspace) -> bytes:
    with workspace.store.atomic():
        return freeze(workspace, PERIOD, []).body.encode()


def rules(verdict: Verdict) -> set[str]:
    return {one.rule for one in verdict.reasons}
