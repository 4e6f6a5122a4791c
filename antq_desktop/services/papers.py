"""Paper: which forms there are, filling one, and writing down that it was printed or saved.

A `Paper` is finished bytes. Whoever prints or saves it calls `note_printed` first (`save_paper`
does): the line is in the journal before the act.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Refusal
from antq_desktop.paths import replace_file
from antq_desktop.printing.collection import all_forms, form_named
from antq_desktop.printing.form import Form, Needs, Sheet
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.subjects import BookSubject, BundleSubject
from antq_desktop.services import paper_records, paper_subjects
from antq_desktop.services.access import prints
from antq_desktop.services.handover_minutes import of_handover
from antq_desktop.services.paper_books import of_book
from antq_desktop.services.paper_reported import asked_of, fill_reported
from antq_desktop.services.paper_subjects import Filled
from antq_desktop.services.report_papers import (
    FORM,
    draw_report,
    received_paper,
    report_on_paper,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import Unit, UnitKey, UnitTree
    from antq_desktop.messages import Language
    from antq_desktop.printing.drawing.flowables import SignPlace
    from antq_desktop.printing.drawing.render import Drawn
    from antq_desktop.services.reported import Asked
    from antq_desktop.services.workspace import Workspace

How = Literal["print", "save"]

_PAGE = re.compile(rb"/Type\s*/Page\b")


@dataclass(frozen=True, slots=True)
class FormInfo:
    """A form as a list shows it: ``needs`` is a value of `printing.form.Needs`.

    ``registers`` are the names of the registers whose records fill it, none for all of them;
    ``verified`` False means that the paper carries the remark on its layout; ``blank`` that it can
    be printed for handwriting; ``seals`` that sealed fields have a place on it.
    """

    code: str
    title: Label
    basis: str
    verified: bool
    needs: str
    registers: tuple[str, ...]
    blank: bool
    seals: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper: ``pdf`` is the file, ``title`` and ``file_name`` name nobody.

    ``subjects`` are what the journal names, a line each: the ids of the records or the bundle, the
    code of the period.
    ``code`` is the check code of the one record or report on it, or what the QR code of a bundle
    says; None without one.
    """

    form: str
    title: str
    pdf: bytes = field(repr=False)
    pages: int
    file_name: str
    verified: bool
    subjects: Sequence[Mapping[str, str]]
    code: str | None = None
    place: SignPlace | None = None
    """Where who issues it signs, None where nothing is drawn for it, or there are several."""


def title_in(paper: Paper, language: Language) -> str:
    """Return what the windows call a paper: on it the title is Vietnamese in any language."""
    form = all_forms().get(paper.form)
    return paper.title if form is None else form.title.text(language)


def forms(workspace: Workspace, register: Register | None = None) -> list[FormInfo]:
    """Return the forms in use today that the user prints, of one register or all, in order."""
    return [
        one
        for one in forms_on(workspace.clock.today(), register)
        if prints(workspace, one.code, one.registers)
    ]


def forms_on(day: date, register: Register | None = None) -> list[FormInfo]:
    """Return the forms that are in use on a day; the recovery sheet is none that can be chosen."""
    return [
        _info(form)
        for form in all_forms().values()
        if form.needs is not Needs.RECOVERY
        and form.valid_on(day)
        and (register is None or form.serves(register.name))
    ]


def _info(form: Form) -> FormInfo:
    return FormInfo(
        form.code,
        form.title,
        form.basis,
        form.verified,
        form.needs.value,
        form.registers,
        form.blank,
        form.seals,
    )


class Wanted(TypedDict, total=False):
    """What a form is to be filled from.

    ``record`` is an id or REGISTER/NUMBER/YEAR, several make a batch; ``register`` and ``period``
    stand for all its records of that time, where the form is not made for one register alone.
    ``bundle`` is a file, or the id of a bundle that was signed here. ``blank`` leaves it to be
    filled by hand. ``reveal_reason`` puts sealed fields on the paper: the head alone may, and it is
    in the journal before.
    """

    record: str | Sequence[str] | None
    register: str | None
    period: Period | None
    bundle: Path | str | None
    blank: bool
    reveal_reason: str | None


def compose(
    workspace: Workspace,
    form: str,
    *,
    tell: Callable[[int, int], object] | None = None,
    **wanted: Unpack[Wanted],
) -> Paper:
    """Fill a form and draw it; nothing is written anywhere but the line of a reveal.

    ``tell`` hears how many papers of a batch are drawn, and of how many; what it raises ends the
    drawing. Refusal for a form that is unknown or does not fit, for what it needs and was not
    given, for drafts and struck-through records, and where no font has every letter.
    """
    record, register = wanted.get("record"), wanted.get("register")
    period, blank = wanted.get("period"), wanted.get("blank", False)
    found = form_named(form)
    if found.narrative:
        if period is None:
            raise Refusal("paper.needs_period", form=found.code)
        return compose_report(workspace, period)
    records = [record] if isinstance(record, str) else list(record or ())
    if found.needs is Needs.BOOK:
        filled = [of_book(workspace, found, register, period, blank=blank)]
    elif found.needs is Needs.REPORTED:
        filled = fill_reported(workspace, found, asked_of(found, period))
    elif blank:
        filled = [paper_records.blank(workspace, found, register)]
    elif found.needs in {Needs.RECORD, Needs.RECORDS}:
        reason = wanted.get("reveal_reason")
        filled = _of_records(workspace, found, records, register, period, reason)
    else:
        filled = [_of_one(workspace, found, period, wanted.get("bundle"))]
    return draw_paper(workspace, found, filled, blank=blank, tell=tell)


def compose_reported(workspace: Workspace, form: str, asked: Asked) -> Paper:
    """Fill a form on who has reported with just what is asked; Refusal as of `compose`."""
    found = form_named(form)
    return draw_paper(workspace, found, fill_reported(workspace, found, asked), blank=False)


def compose_report(workspace: Workspace, period: Period, *, public: bool = False) -> Paper:
    """Draw the report of a period: what went into the bundle, else as it stands now.

    With ``public`` it is a print for others than the police: small numbers of people are not told,
    and there is no annex.
    """
    found = report_on_paper(workspace, period, public=public)
    drawn = draw_report(workspace, found.subject, found.day)
    form = form_named(FORM)
    kept = found.pdf if found.pdf is not None else drawn.pdf
    return Paper(
        form.code,
        form.title.vi,
        kept,
        drawn.pages,
        f"{form.code}-{period.code}{'-cong-khai' if public else ''}.pdf",
        form.verified,
        [{"period": period.code, **({"public": "yes"} if public else {})}],
        # Another program version draws another page: then nobody knows where its signature stood.
        place=drawn.signed_at if kept == drawn.pdf else None,
    )


def paper_received(workspace: Workspace, period: Period, unit: UnitKey) -> Paper:
    """Return the printed report that came with a unit's figures, as it came."""
    form = form_named(FORM)
    report, pdf = received_paper(workspace, period, unit)
    return Paper(
        form.code,
        form.title.vi,
        pdf,
        count_pages(pdf),
        f"{form.code}-{unit.code}-{period.code}.pdf",
        form.verified,
        [{"period": period.code, "unit": report.unit, "version": str(report.version)}],
    )


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF from elsewhere seems to have, at least 1; nothing is parsed."""
    return max(len(_PAGE.findall(pdf)), 1)


def _of_one(
    workspace: Workspace, form: Form, period: Period | None, bundle: Path | str | None
) -> Filled:
    if form.needs is Needs.PERIOD:
        return paper_subjects.of_period(workspace, form, period)
    if form.needs is Needs.BUNDLE:
        return paper_subjects.of_bundle(workspace, form, bundle)
    if form.needs is Needs.FINGERPRINT:
        return paper_subjects.of_fingerprint(workspace, form, bundle)
    if form.needs is Needs.HANDOVER:
        return of_handover(workspace, form, bundle)
    raise Refusal("paper.only_at_first_start")


def _of_records(
    workspace: Workspace,
    form: Form,
    records: Sequence[str],
    register: str | None,
    period: Period | None,
    reveal_reason: str | None,
) -> list[Filled]:
    """Return each record, or the records of a period; as one body where the form is a list."""
    by_period = period is not None and not records
    if by_period and period is not None:
        declared = paper_records.register_of(workspace, form, register)
        filled = paper_records.of_period(workspace, form, declared, period)
    else:
        filled = paper_records.of_records(workspace, form, records, reveal_reason)
    if form.needs is Needs.RECORD:
        return filled
    name = filled[0].journal["register"]
    of = workspace.catalogue.by_name[name]
    return [paper_records.listed(of, filled, period if by_period else None)]


def draw_paper(
    workspace: Workspace,
    form: Form,
    filled: Sequence[Filled],
    *,
    blank: bool,
    tell: Callable[[int, int], object] | None = None,
) -> Paper:
    """Draw what was gathered, each subject under the head that its issuer had on its day."""
    from antq_desktop.printing.drawing.book import render_book
    from antq_desktop.printing.drawing.render import Document, render_all

    today = workspace.clock.today()
    practice = workspace.place.practice
    sheets = [
        Sheet(
            issuer_of(workspace.unit, workspace.units, one.day or today, form.body),
            None if blank else today,
        )
        for one in filled
    ]
    body = filled[0].body
    if isinstance(body, BookSubject):
        drawn = render_book(form, sheets[0], body, practice=practice)
    else:
        documents = [
            Document(_bookmark(workspace, one), form.blocks(sheet, one.body), one.code)
            for sheet, one in zip(sheets, filled, strict=True)
        ]
        drawn = render_all(form, documents, practice=practice, tell=tell)
    return _finished(form, drawn, filled)


def _bookmark(workspace: Workspace, filled: Filled) -> str:
    """Return how a paper of a batch is found: the book and the number, which name nobody."""
    name, book = filled.journal.get("register"), filled.journal.get("book")
    return f"{workspace.catalogue.by_name[name].code}/{book}" if name and book else ""


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
    from antq_desktop.printing.drawing.render import render

    drawn = render(form, form.blocks(sheet, body), practice=practice)
    return _finished(form, drawn, [Filled(body)])


def _finished(form: Form, drawn: Drawn, filled: Sequence[Filled]) -> Paper:
    first, body = filled[0].journal, filled[0].body
    names = ("register", "period") if form.needs is Needs.BOOK else ("book", "period")
    parts = [form.code, *(first[name] for name in names if name in first)]
    if len(filled) > 1:
        parts.append(f"va-{len(filled) - 1}")
    return Paper(
        form.code,
        form.title.vi,
        drawn.pdf,
        drawn.pages,
        f"{'-'.join(parts).replace('/', '-')}.pdf",
        form.verified,
        [subject for one in filled for subject in (one.records or [one.journal])],
        body.qr if isinstance(body, BundleSubject) else _shown_code(filled),
        drawn.signed_at if len(filled) == 1 else None,
    )


def _shown_code(filled: Sequence[Filled]) -> str | None:
    code = filled[0].code if len(filled) == 1 else None
    return code.shown if code is not None else None


def note_printed(workspace: Workspace, paper: Paper, *, how: How) -> None:
    """Write down that a paper is about to be printed or saved; committed when this returns.

    A batch is a line for each of its records.
    """
    digest = sha256_hex(paper.pdf)
    with workspace.store.atomic():
        for subject in paper.subjects:
            workspace.note(
                "print", form=paper.form, how=how, pages=paper.pages, sha256=digest, **subject
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
