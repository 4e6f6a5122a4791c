"""``bundle decide | undo | policy``: what an office's people decide about bundles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_day
from antq_desktop.cli.base import DAY, Command, option, pass_session
from antq_desktop.cli.verdicts import VERDICTS, verdict_answer
from antq_desktop.errors import Refusal
from antq_desktop.services.deciding import bundle_named, refuse_held, take_held
from antq_desktop.services.directory import choose_policy, choose_signatures, policy_of
from antq_desktop.services.undoing import preview_undo, undo_import
from antq_desktop.services.withholding import hold_bundle, return_bundle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from typing import Literal

    from antq_desktop.bundle.bodies import ImportPolicy
    from antq_desktop.cli.session import Session
    from antq_desktop.services.considering import Act
    from antq_desktop.services.undoing import Undoing
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace

_POLICIES = {"whole": "cli.policy_whole", "rest": "cli.policy_rest"}


@click.command("decide", cls=Command, help="cli.help_bundle_decide")
@click.argument("bundle", metavar="BUNDLE")
@option("--take", is_flag=True, help="cli.option_take")
@option("--refuse", is_flag=True, help="cli.option_refuse")
@option("--hold", "act", flag_value="hold", help="cli.option_hold")
@option("--return", "act", flag_value="return", help="cli.option_return")
@option("--reason", required=True, help="cli.option_decide_reason")
@pass_session
def decide(
    session: Session, bundle: str, reason: str, act: Act | None, *, take: bool, refuse: bool
) -> Answer:
    """Take or refuse a bundle that is held; hold or return one that was not taken in."""
    if [take, refuse, act is not None].count(True) != 1:
        raise Refusal("decide.which")
    with session.workspace() as workspace:
        if act is not None:
            verdict = _withhold(workspace, bundle, act, reason)
            # What was wanted is done, though the verdict is no good one.
            return replace(verdict_answer(session, [verdict]), exit_code=0)
        row = bundle_named(workspace, bundle)
        if take:
            return verdict_answer(session, [take_held(workspace, row.digest, reason)])
        kept = refuse_held(workspace, row.digest, reason)
    document = {"digest": kept.digest, "verdict": kept.verdict, "path": kept.file}
    return Answer(document, [f"{kept.file}: {session.label(VERDICTS[kept.verdict])}"])


def _withhold(workspace: Workspace, bundle: str, act: Act, reason: str) -> Verdict:
    """Hold or return a file that lies anywhere, or a bundle that was judged before."""
    path = Path(bundle)
    source = path if path.is_file() else bundle_named(workspace, bundle).digest
    return (hold_bundle if act == "hold" else return_bundle)(workspace, source, reason)


@click.command("undo", cls=Command, help="cli.help_bundle_undo")
@click.argument("bundle", metavar="BUNDLE")
@option("--reason", default="", help="cli.option_decide_reason")
@option("--rehearse", is_flag=True, help="cli.option_undo_rehearse")
@pass_session
def undo(session: Session, bundle: str, reason: str, *, rehearse: bool) -> Answer:
    """Take an import back, or only say what that would change."""
    with session.workspace() as workspace:
        row = bundle_named(workspace, bundle)
        if rehearse:
            found = preview_undo(workspace, row.digest)
        else:
            found = undo_import(workspace, row.digest, reason)
    title = session.label("cli.undo_would" if rehearse else "cli.undo_done")
    return Answer(_document(found, done=not rehearse), [title, *_lines(session, found)])


def _document(found: Undoing, *, done: bool) -> dict[str, object]:
    return {
        "digest": found.row.digest,
        "withdrawn": done,
        "records": {
            name: {"gone": found.gone.get(name, 0), "earlier": found.earlier.get(name, 0)}
            for name in _registers(found)
        },
        "period": found.period.code,
        "figures": [
            {"indicator": one.indicator.code, "before": one.before, "after": one.after}
            for one in found.shifts
        ],
    }


def _registers(found: Undoing) -> list[str]:
    return sorted({*found.gone, *found.earlier})


def _lines(session: Session, found: Undoing) -> Iterator[str]:
    for name in _registers(found):
        register = session.program.catalogue.by_name[name].label.text(session.language)
        gone, earlier = found.gone.get(name, 0), found.earlier.get(name, 0)
        yield "  " + session.label(
            "cli.undo_records", register=register, gone=gone, earlier=earlier
        )
    for one in found.shifts:
        text = one.indicator.label.text(session.language)
        yield "  " + session.label(
            "cli.undo_figure",
            label=text,
            period=found.period.code,
            before=one.before,
            after=one.after,
        )


@click.command("policy", cls=Command, help="cli.help_bundle_policy")
@click.argument("policy", type=click.Choice(list(_POLICIES)), required=False)
@option("--signatures", type=click.IntRange(1, 2), help="cli.option_signatures")
@option("--since", type=DAY, help="cli.option_signatures_since")
@pass_session
def policy(
    session: Session,
    policy: ImportPolicy | None,
    signatures: Literal[1, 2] | None,
    since: datetime | None,
) -> Answer:
    """Show or choose what becomes of rows with problems, and how many signatures are wanted."""
    with session.workspace() as workspace:
        workspace.require_role("office")
        if policy:
            choose_policy(workspace, policy)
        if signatures is not None:
            choose_signatures(workspace, signatures, since.date() if since else None)
        held = policy_of(workspace)
    name = held.import_policy
    told = {1: "cli.signatures_one", 2: "cli.signatures_two"}[held.signatures]
    document = {
        "import_policy": name,
        "signatures": held.signatures,
        "since": held.since.isoformat() if held.since is not None else None,
    }
    lines = [session.label(_POLICIES[name]), session.label(told, day=shown_day(held.since))]
    return Answer(document, lines)
