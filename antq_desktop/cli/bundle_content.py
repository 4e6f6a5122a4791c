"""``bundle show | open``: what is in a bundle, without importing it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from antq_desktop.bundle.manifest import to_bytes
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.cli.answers import Answer, grouped
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.services.arriving import opened, refusal_of, unseal

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.cli.session import Session


@click.command("show", cls=Command, help="cli.help_bundle_show")
@click.argument("file", type=FILE)
@pass_session
def show(session: Session, file: Path) -> Answer:
    """Show what a bundle says of itself, and who signed it."""
    try:
        with session.workspace() as workspace, opened(workspace, file) as bundle:
            return _shown(session, file, bundle)
    except BundleRefused as refused:
        raise refusal_of(refused) from None


def _shown(session: Session, file: Path, bundle: OpenBundle) -> Answer:
    manifest, certificate = bundle.manifest, bundle.signer.certificate
    holder = certificate.holder
    person = holder.person if holder is not None else None
    second = bundle.second.certificate.holder if bundle.second is not None else None
    serial = bundle.second.certificate.serial if bundle.second is not None else None
    document = {
        "path": str(file),
        "kind": manifest.kind,
        "digest": bundle.digest,
        "sha256": bundle.sha256,
        "signer": {"person": person, "serial": certificate.serial},
        "second_signer": {"person": second.person, "serial": serial} if second else None,
        "manifest": json.loads(to_bytes(manifest)),
    }
    sender = manifest.sender.unit
    facts = {
        "cli.kind": session.label(KINDS[manifest.kind]),
        "cli.unit": f"{sender.name} ({sender.code})",
        "cli.signer": ", ".join(one for one in (person, second and second.person) if one),
        "cli.at": manifest.created_at.strftime("%H:%M %d/%m/%Y"),
        "cli.period": ", ".join(manifest.periods) or session.label("cli.none"),
        "cli.digest": grouped(bundle.digest),
    }
    return Answer(
        document,
        [
            *(f"{session.label(name)}: {value}" for name, value in facts.items()),
            *(
                session.label(
                    "cli.counts",
                    register=name,
                    new=count.new,
                    changed=count.changed,
                    voided=count.voided,
                )
                for name, count in manifest.counts.items()
            ),
            *(f"  {entry.path}" for entry in manifest.files),
        ],
    )


KINDS = {
    "submission": "cli.kind_submission",
    "correction": "cli.kind_correction",
    "transfer": "cli.kind_transfer",
    "consolidated": "cli.kind_consolidated",
    "receipt": "cli.kind_receipt",
    "query": "cli.kind_query",
    "case": "cli.kind_case",
    "directory": "cli.kind_directory",
    "request": "cli.kind_request",
}
"""What each kind of bundle is called."""


@click.command("open", cls=Command, help="cli.help_bundle_open")
@click.argument("file", type=FILE)
@option("-o", "out", type=FILE, required=True, help="cli.option_out")
@pass_session
def unseal_file(session: Session, file: Path, out: Path) -> Answer:
    """Write the container of a sealed bundle for other tools."""
    with session.workspace() as workspace:
        unseal(workspace, file, out)
    with out.open("rb") as stream:
        sha256, _ = hash_stream(stream)
    return Answer({"path": str(out), "sha256": sha256}, [str(out), f"SHA-256: {grouped(sha256)}"])
