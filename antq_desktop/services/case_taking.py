"""Taking a case in: it is kept apart from the registers, and changes no figure.

The receiver's head then takes it over or refuses it (`case_answering`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from antq_desktop.bundle.cases import form_name, sealed_name
from antq_desktop.bundle.names import MANIFEST, attachment_name
from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.crypto.canonical import dump
from antq_desktop.services.attachment_files import attachments_folder, put, take_away
from antq_desktop.services.case_bodies import not_entitled
from antq_desktop.services.case_judging import judge_case
from antq_desktop.services.chaining import is_addressed_to
from antq_desktop.services.dating import time_remarks
from antq_desktop.services.signing import key_of
from antq_desktop.services.verdicts import Sentence, Verdict, refused, said
from antq_desktop.store.cases import CaseFile, ReceivedCase

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.bundle.cases import CaseBody
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.domain.attachments import Attached
    from antq_desktop.services.case_judging import Sound
    from antq_desktop.services.workspace import Workspace


def consider_case(workspace: Workspace, path: Path, bundle: OpenBundle, *, kept: bool) -> Verdict:
    """Say what an opened case is, and keep it if it is sound; the same once more changes nothing.

    Without ``kept`` it is only judged. A file of it that was lost since is put back by the same
    bundle.
    """
    body = bundle.manifest.handed_over
    if body is None:
        return refused(workspace, path, bundle, Reason("wrong_side", MANIFEST))
    wrong = not_entitled(workspace, bundle)
    if wrong is None and not is_addressed_to(workspace, bundle.manifest, workspace.unit.key):
        wrong = Reason("wrong_recipient", MANIFEST, field="$.recipient")
    if wrong is not None:
        return refused(workspace, path, bundle, wrong)
    try:
        sound = judge_case(workspace, bundle, body)
    except BundleRefused as error:
        return refused(workspace, path, bundle, *error.reasons)
    if workspace.store.cases.case(bundle.digest) is not None:
        if kept:
            _put_back(workspace, bundle, sound)
        return said(workspace, path, bundle, "same", ("verdicts.case_same", {}))
    notes = (*time_remarks(workspace, bundle), *_withheld(body))
    if kept:
        _keep(workspace, bundle, body, sound)
    content: Sentence = ("verdicts.case", {"count": len(body.records)})
    verdict = "remarks" if notes else "accepted"
    return said(workspace, path, bundle, verdict, content, notes=notes)


def _withheld(body: CaseBody) -> tuple[Reason, ...]:
    """Return a note where something confidential, or a file, stayed with the sender."""
    count = sum(len(one.withheld) + len(one.kept_files) for one in body.records)
    if not count:
        return ()
    return (Reason("case_withheld", MANIFEST, field="$.case.records", values={"count": count}),)


def _keep(workspace: Workspace, bundle: OpenBundle, body: CaseBody, sound: Sound) -> None:
    """Keep a case: its files first, then all the rest in one transaction, or nothing."""
    written: list[CaseFile] = []
    try:
        written.extend(_file(workspace, bundle, one) for one in sound.files.values())
        with workspace.store.atomic():
            _rows(workspace, bundle, body, sound)
            for file in written:
                workspace.store.cases.add_file(file)
    except BaseException:
        take_away(workspace, (one.file for one in written))
        raise


def _rows(workspace: Workspace, bundle: OpenBundle, body: CaseBody, sound: Sound) -> None:
    manifest, digest, cases = bundle.manifest, bundle.digest, workspace.store.cases
    holder = bundle.signer.certificate.holder
    cases.add_received(
        ReceivedCase(
            bundle=digest,
            bundle_id=manifest.bundle_id,
            unit=key_of(manifest.sender.unit).text,
            # The certificate names person and unit, not the manifest.
            unit_name=holder.unit_name if holder is not None else "",
            workspace=manifest.sender.workspace,
            person=holder.person if holder is not None else "",
            serial=manifest.sender.certificate,
            sha256=bundle.sha256,
            created_at=manifest.created_at.isoformat(timespec="seconds"),
            received_at=workspace.clock.stamp(),
            body=dump(msgspec.json.decode(msgspec.json.encode(body))).decode(),
        )
    )
    for told in body.records:
        cases.add_revisions(digest, sound.revisions[told.record])
        cases.add_form(digest, told.record, bundle.read(form_name(told.record)))
        for part in told.sealed:
            cases.put_sealed(digest, part, "", bundle.read(sealed_name(part)))
    workspace.note("case_received", case=digest, records=len(body.records))


def _file(workspace: Workspace, bundle: OpenBundle, one: Attached) -> CaseFile:
    """Write an attachment into the folder, sealed anew to this workspace."""
    with bundle.stream(attachment_name(one.id)) as stream:
        done = put(workspace, stream)
    return CaseFile(
        bundle=bundle.digest,
        id=one.id,
        digest=one.digest,
        file=done.file,
        size=done.sealed_size,
        sha256=done.sealed_sha256,
    )


def _put_back(workspace: Workspace, bundle: OpenBundle, sound: Sound) -> None:
    for one in sound.files.values():
        known = workspace.store.cases.file(bundle.digest, one.key)
        if known is None or not (attachments_folder(workspace.paths) / known.file).is_file():
            file = _file(workspace, bundle, one)
            with workspace.store.atomic():
                workspace.store.cases.add_file(file)
