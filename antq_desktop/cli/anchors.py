"""``identity anchor``: the State's authorities that an office trusts besides its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from antq_desktop.cli.answers import Answer, grouped, shown_day
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.services.anchoring import (
    add_anchor,
    assign,
    look_at,
    remove_anchor,
    take_list,
)
from antq_desktop.services.anchors_known import (
    AssignedRole,
    assigned,
    further_anchors,
    leaving,
)
from antq_desktop.services.unit_tree import find_unit

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.anchors_known import (
        Assigned,
        FurtherAnchor,
        Leaving,
        Shown,
        Standing,
    )

_ROLES = {"head": "cli.anchor_head", "officer": "cli.anchor_officer"}
_WRONG = {
    "ended": "cli.anchor_ended",
    "early": "cli.anchor_early",
    "revoked": "cli.anchor_revoked",
    "rootless": "cli.anchor_rootless",
}


@click.command("add", cls=Command, help="cli.help_anchor_add")
@click.argument("file", type=FILE)
@option("--fingerprint", help="cli.option_anchor_fingerprint")
@pass_session
def add(session: Session, file: Path, fingerprint: str | None) -> Answer:
    """Trust an authority whose fingerprint was compared; without one, show it."""
    if fingerprint is None:
        shown = look_at(file)
        lines = [*_shown_lines(session, shown), session.label("cli.anchor_compare")]
        return Answer({"added": False, **_shown(shown)}, lines)
    with session.workspace() as workspace:
        found = add_anchor(workspace, file, fingerprint)
    lines = [session.label("cli.anchor_added", name=found.shown.name), _age(session, found)]
    return Answer({"added": True, **_anchor(found)}, lines)


@click.command("list", cls=Command, help="cli.help_anchor_list")
@pass_session
def show_all(session: Session) -> Answer:
    """List the authorities that are trusted, and for whom certificates under them stand."""
    with session.workspace() as workspace:
        anchors, holders = further_anchors(workspace), assigned(workspace)
    document = {
        "anchors": [_anchor(one) for one in anchors],
        "certificates": [_assigned(one) for one in holders],
    }
    lines: list[str] = []
    for anchor in anchors:
        lines += [*_shown_lines(session, anchor.shown), f"  {_age(session, anchor)}"]
        lines += _stands(session, anchor.standing)
    for one in holders:
        lines += [*_shown_lines(session, one.shown), f"  {_whose(session, one)}"]
        lines += _stands(session, one.standing)
    return Answer(document, lines or [session.label("cli.anchor_none")])


@click.command("remove", cls=Command, help="cli.help_anchor_remove")
@click.argument("sha256")
@option("--reason", help="cli.option_anchor_reason")
@pass_session
def remove(session: Session, sha256: str, reason: str | None) -> Answer:
    """Trust an authority, or a certificate, no more; without a reason, show what would change."""
    with session.workspace() as workspace:
        found = leaving(workspace, sha256)
        if reason is not None:
            remove_anchor(workspace, sha256, reason)
    document = {
        "removed": found.shown.fingerprint if reason is not None else None,
        "authorities": [_anchor(one) for one in found.authorities],
        "certificates": [_assigned(one) for one in found.certificates],
    }
    said = "cli.anchor_removed" if reason is not None else "cli.anchor_not_removed"
    return Answer(document, [*_leaving(session, found), session.label(said)])


@click.command("crl", cls=Command, help="cli.help_anchor_crl")
@click.argument("file", type=FILE)
@pass_session
def crl(session: Session, file: Path) -> Answer:
    """Take the revocation list of an authority that is trusted."""
    with session.workspace() as workspace:
        found = take_list(workspace, file)
    return Answer(_anchor(found), [found.shown.name, _age(session, found)])


@click.command("assign", cls=Command, help="cli.help_anchor_assign")
@click.argument("file", type=FILE)
@option("--unit", required=True, help="cli.option_anchor_unit")
@option(
    "--role",
    type=click.Choice(get_args(AssignedRole)),
    default="head",
    help="cli.option_anchor_role",
)
@option("--person", default="", help="cli.option_anchor_person")
@pass_session
def assign_certificate(
    session: Session, file: Path, unit: str, role: AssignedRole, person: str
) -> Answer:
    """Say whose a certificate under a further anchor is."""
    with session.workspace() as workspace:
        found = find_unit(workspace, unit, workspace.clock.today())
        one = assign(workspace, file, found, role, person)
    return Answer(_assigned(one), [*_shown_lines(session, one.shown), _whose(session, one)])


def _shown(shown: Shown) -> dict[str, object]:
    return {
        "subject": shown.subject,
        "issuer": shown.issuer,
        "serial": shown.serial,
        "fingerprint": shown.fingerprint,
        "until": shown.until.date().isoformat(),
    }


def _anchor(one: FurtherAnchor) -> dict[str, object]:
    due = one.list_due.date().isoformat() if one.list_due is not None else None
    return {
        **_shown(one.shown),
        "root": one.root,
        "added_at": one.added_at.isoformat(),
        "list_days": one.list_days,
        "list_due": due,
        "list_ended": one.ended,
        "standing": one.standing,
    }


def _assigned(one: Assigned) -> dict[str, object]:
    who = {"unit": one.unit, "name": one.unit_name, "person": one.person, "role": one.role}
    return {**_shown(one.shown), **who, "standing": one.standing}


def _shown_lines(session: Session, shown: Shown) -> list[str]:
    facts = {
        "cli.anchor_subject": shown.subject,
        "cli.anchor_issuer": shown.issuer,
        "cli.serial": shown.serial,
        "cli.until": shown_day(shown.until.date().isoformat()) or "",
        "cli.fingerprint": grouped(shown.fingerprint),
    }
    return [f"{session.label(name)}: {value}" for name, value in facts.items()]


def _stands(session: Session, standing: Standing) -> list[str]:
    """Return what is wrong with a certificate itself; how old a list is stands elsewhere."""
    wrong = _WRONG.get(standing)
    return [f"  {session.label(wrong)}"] if wrong is not None else []


def _leaving(session: Session, found: Leaving) -> list[str]:
    authorities = [
        session.label("cli.anchor_leaves_authority", name=one.shown.name)
        for one in found.authorities
    ]
    certificates = [
        session.label("cli.anchor_leaves_signer", person=one.person, unit=one.unit_name)
        for one in found.certificates
    ]
    return [found.shown.name, *authorities, *certificates]


def _age(session: Session, one: FurtherAnchor) -> str:
    if one.list_due is None:
        return session.label("cli.anchor_no_list")
    word = "cli.anchor_list_ended" if one.ended else "cli.anchor_list"
    due = shown_day(one.list_due.date().isoformat()) or ""
    return session.label(word, days=one.list_days or 0, day=due)


def _whose(session: Session, one: Assigned) -> str:
    role = session.label(_ROLES[one.role])
    return session.label(
        "cli.anchor_whose", person=one.person, unit=f"{one.unit_name} ({one.unit})", role=role
    )
