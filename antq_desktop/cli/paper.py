"""``forms`` and ``print``: official forms as PDF files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from antq_desktop.cli.answers import Answer, table
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.cli.registers import register_named
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services.papers import (
    compose,
    compose_report,
    forms_on,
    must_be_new,
    save_paper,
)
from antq_desktop.services.report_papers import FORM
from antq_desktop.services.signing_papers import sign_paper
from antq_desktop.services.word_papers import compose_word, is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.papers import FormInfo, Paper
    from antq_desktop.services.workspace import Workspace

_NEEDS = {
    "record": "cli.form_needs_record",
    "records": "cli.form_needs_records",
    "book": "cli.form_needs_book",
    "period": "cli.form_needs_period",
    "reported": "cli.form_needs_reported",
    "bundle": "cli.form_needs_bundle",
    "fingerprint": "cli.form_needs_fingerprint",
    "handover": "cli.form_needs_handover",
}


class _Wanted(TypedDict):
    record: tuple[str, ...]
    register: str | None
    period: str | None
    bundle: str | None
    blank: bool
    revealing: bool
    reason: str | None
    public: bool
    signing: bool


@click.command("forms", cls=Command, help="cli.help_forms")
@click.argument("register", required=False)
@pass_session
def forms(session: Session, register: str | None) -> Answer:
    """List the forms that are in use today, or those of one register."""
    of = register_named(session, register) if register is not None else None
    found = forms_on(session.program.new_clock().today(), of)
    return Answer({"forms": [_document(session, one) for one in found]}, _lines(session, found))


def _document(session: Session, form: FormInfo) -> dict[str, object]:
    return {
        "code": form.code,
        "title": form.title.text(session.language),
        "basis": form.basis,
        "verified": form.verified,
        "needs": form.needs,
        "registers": list(form.registers),
        "blank": form.blank,
    }


def _lines(session: Session, found: Sequence[FormInfo]) -> list[str]:
    head = ("cli.code", "cli.label", "cli.form_needs", "cli.form_layout")
    rows = (
        (
            one.code,
            one.title.text(session.language),
            session.label(_NEEDS[one.needs]),
            session.label("cli.form_verified" if one.verified else "cli.form_unverified"),
        )
        for one in found
    )
    return table([session.label(name) for name in head], rows)


@click.command("print", cls=Command, help="cli.help_print")
@click.argument("form")
@option("--record", metavar="ID", multiple=True, help="cli.option_form_record")
@option("--register", metavar="NAME", help="cli.option_form_register")
@option("--period", help="cli.option_period")
@option("--bundle", metavar="FILE|ID", help="cli.option_form_bundle")
@option("--blank", is_flag=True, help="cli.option_blank")
@option("--reveal", "revealing", is_flag=True, help="cli.option_form_reveal")
@option("--reason", help="cli.option_reason")
@option("--public", is_flag=True, help="cli.option_public")
@option("--sign", "signing", is_flag=True, help="cli.option_sign")
@option("-o", "out", type=FILE, required=True, help="cli.option_out")
@pass_session
def print_form(session: Session, form: str, out: Path, **wanted: Unpack[_Wanted]) -> Answer:
    """Fill a form and save it as a PDF file that is not there yet, a report also for Word."""
    must_be_new(out)
    with session.workspace() as workspace:
        paper = _composed(workspace, form, wanted, word=is_word(out.name))
        if wanted["signing"]:
            paper = sign_paper(workspace, paper)
        save_paper(workspace, paper, out)
    document = {"path": str(out), "form": paper.form, "code": paper.code, "pages": paper.pages}
    remark = [] if paper.verified else [session.label("cli.form_unverified_remark")]
    made = [session.label("cli.printed", pages=paper.pages)] if paper.pages else []
    return Answer(document, [*made, str(out), *remark])


def _composed(workspace: Workspace, form: str, wanted: _Wanted, *, word: bool) -> Paper:
    period = parse_period(wanted["period"]) if wanted["period"] is not None else None
    if word or wanted["public"]:
        return _report(workspace, form, period, wanted, word=word)
    return compose(
        workspace,
        form,
        record=wanted["record"],
        register=wanted["register"],
        period=period,
        bundle=_bundle(wanted["bundle"]),
        blank=wanted["blank"],
        reveal_reason=(wanted["reason"] or "") if wanted["revealing"] else None,
    )


def _report(
    workspace: Workspace, form: str, period: Period | None, wanted: _Wanted, *, word: bool
) -> Paper:
    """Return the report for Word or for the public: no other form is made so."""
    if form.lower() != FORM:
        raise Refusal("paper.report_only")
    if period is None:
        raise Refusal("paper.needs_period", form=FORM)
    if word and wanted["signing"]:
        raise Refusal("paper.sign_pdf_only")
    make = compose_word if word else compose_report
    return make(workspace, period, public=wanted["public"])


def _bundle(text: str | None) -> Path | str | None:
    """Return the file if there is one of that name, else the id of a bundle."""
    if text is None:
        return None
    return Path(text) if Path(text).is_file() else text
