"""Paper: which forms there are, filling one, and writing down that it was printed or saved.

A `Paper` is finished bytes. Whoever prints or saves it calls `note_printed` first (`save_paper`
does): the line is in the journal before the act.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Refusal
from antq_desktop.paths import replace_file
from antq_desktop.printing.collection import all_forms, form_named
from antq_desktop.printing.form import Form, Needs, Sheet
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.subjects import BundleSubject
from antq_desktop.services import paper_subjects

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import Unit, UnitTree
    from antq_desktop.services.workspace import Workspace

How = Literal["print", "save"]


@dataclass(frozen=True, slots=True)
class FormInfo:
    """A form as a list shows it: ``needs`` is record, period, bundle, fingerprint or recovery.

    ``register`` is the name of the register whose records fill it; ``verified`` False means that
    the paper carries the remark on its layout; ``blank`` that it can be printed for handwriting.
    """

    code: str
    title: Label
    basis: str
    verified: bool
    needs: str
    register: str | None
    blank: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper: ``pdf`` is the file, ``title`` and ``file_name`` name nobody.

    ``subject`` is what the journal names: the id of the record or bundle, the code of the period.
    ``code`` is what the QR code on the paper says, None without one.
    """

    form: str
    title: str
    pdf: bytes = field(repr=False)
    pages: int
    file_name: str
    verified: bool
    subject: Mapping[str, str]
    code: str | None = None


def forms(workspace: Workspace, register: Register | None = None) -> list[FormInfo]:
    """Return the forms that are in use today, of one register or of all, in their order."""
    return forms_on(workspace.clock.today(), register)


def forms_on(day: date, register: Register | None = None) -> list[FormInfo]:
    """Return the forms that are in use on a day; the recovery sheet is none that can be chosen."""
    return [
        _info(form)
        for form in all_forms().values()
        if form.needs is not Needs.RECOVERY
        and form.valid_on(day)
        and (register is None or form.register == register.name)
    ]


def _info(form: Form) -> FormInfo:
    return FormInfo(
        form.code,
        form.title,
        form.basis,
        form.verified,
        form.needs.value,
        form.register,
        form.blank,
    )


def compose(
    workspace: Workspace,
    form: str,
    *,
    record: str | None = None,
    period: Period | None = None,
    bundle: Path | str | None = None,
    blank: bool = False,
    reveal_reason: str | None = None,
) -> Paper:
    """Fill a form and draw it; nothing is written anywhere but the line of a reveal.

    ``record`` is an id or REGISTER/NUMBER/YEAR; ``bundle`` a file, or the id of a bundle that was
    signed here. ``reveal_reason`` puts sealed fields on the paper: the head alone may, and it is in
    the journal before. Refusal for a form that is unknown or does not fit, for what it needs and
    was not given, for drafts and struck-through records, and where no font has every letter.
    """
    found = form_named(form)
    if blank:
        subject = paper_subjects.blank(found)
    elif found.needs is Needs.RECORD:
        subject = paper_subjects.of_record(workspace, found, record, reveal_reason)
    elif found.needs is Needs.PERIOD:
        subject = paper_subjects.of_period(workspace, found, period)
    elif found.needs is Needs.BUNDLE:
        subject = paper_subjects.of_bundle(workspace, found, bundle)
    elif found.needs is Needs.FINGERPRINT:
        subject = paper_subjects.of_fingerprint(workspace, found, bundle)
    else:
        raise Refusal("paper.only_at_first_start")
    issuer = issuer_of(workspace.unit, workspace.units, subject.day or workspace.clock.today())
    sheet = Sheet(issuer, None if blank else workspace.clock.today())
    return _drawn(found, sheet, subject.body, subject.journal, practice=workspace.place.practice)


def recovery_paper(
    unit: Unit, units: UnitTree, user: str, day: date, secret: str, *, practice: bool
) -> Paper:
    """Draw the recovery sheet at the first start; there is no workspace open yet.

    Refusal where no font is complete or has a letter of the user's name: draw one with an invented
    secret first, for once the workspace is made a refusal would lose the secret.
    """
    form = form_named("recovery-sheet")
    sheet = Sheet(issuer_of(unit, units, day), day)
    body = paper_subjects.of_recovery(unit, user, day, secret)
    return _drawn(form, sheet, body, {}, practice=practice)


def _drawn(
    form: Form, sheet: Sheet, body: object, journal: Mapping[str, str], *, practice: bool
) -> Paper:
    from antq_desktop.printing.drawing.render import render

    drawn = render(form, form.blocks(sheet, body), practice=practice)
    parts = [form.code, *(part for part in (journal.get("book"), journal.get("period")) if part)]
    return Paper(
        form.code,
        form.title.vi,
        drawn.pdf,
        drawn.pages,
        f"{'-'.join(parts).replace('/', '-')}.pdf",
        form.verified,
        journal,
        body.qr if isinstance(body, BundleSubject) else None,
    )


def note_printed(workspace: Workspace, paper: Paper, *, how: How) -> None:
    """Write down that a paper is about to be printed or saved; committed when this returns."""
    with workspace.store.atomic():
        workspace.note(
            "print",
            form=paper.form,
            how=how,
            pages=paper.pages,
            sha256=sha256_hex(paper.pdf),
            **paper.subject,
        )


def must_be_new(path: Path) -> None:
    """Refuse a file that is there already, before anything is revealed for it."""
    if path.exists():
        raise Refusal("files.exists", name=path.name)


def save_paper(workspace: Workspace, paper: Paper, path: Path, *, overwrite: bool = False) -> None:
    """Write a paper to a file that only its owner can read, whole or not at all.

    The journal knows before. A power cut while it is written can leave an empty file of that name,
    or a hidden one beside it. Refusal if the file is there and is not to be overwritten, or if the
    folder cannot be written.
    """
    reserved = _reserve(path, overwrite=overwrite)
    try:
        note_printed(workspace, paper, how="save")
        replace_file(path, paper.pdf)
    except BaseException as error:
        if reserved:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise Refusal("files.cannot_write", name=path.name) from None
        raise


def _reserve(path: Path, *, overwrite: bool) -> bool:
    """Take the name before anything is written down; True if the file is new."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not overwrite or not path.is_file():
            raise Refusal("files.exists", name=path.name) from None
        return False
    except OSError:
        raise Refusal("files.cannot_write", name=path.name) from None
    return True
