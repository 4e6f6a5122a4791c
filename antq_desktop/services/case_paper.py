"""The transfer form of a record: the law's own where a register has one, else a general one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.sharing import written_text
from antq_desktop.printing.collection import form_named
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.subjects import Handing
from antq_desktop.services.checking_paper import code_of_record
from antq_desktop.services.paper_records import subject_of
from antq_desktop.services.paper_subjects import Filled
from antq_desktop.services.papers import draw_paper

if TYPE_CHECKING:
    from antq_desktop.printing.form import Form
    from antq_desktop.printing.subjects import RecordSubject
    from antq_desktop.services.case_weighing import Going, Wanted
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.workspace import Workspace

_OF_ITS_OWN: Final = {"crime_reports": "tt119-03"}
_GENERAL: Final = "case-transfer"


def transfer_form(workspace: Workspace, going: Going, wanted: Wanted) -> Paper:
    """Draw the transfer form of a record as it goes with the bundle; nothing sealed stands on it.

    Refusal where no font has every letter, or the reason cannot be written down.
    """
    subject = subject_of(workspace, going.register, going.last)
    subject = replace(subject, handing=_handing(workspace, going, wanted))
    form = _form(going, subject)
    named = {"record": going.record, "register": going.register.name, "book": going.last.book}
    filled = Filled(subject, named, code=code_of_record(workspace, going.last))
    return draw_paper(workspace, form, [filled], blank=False)


def _form(going: Going, subject: RecordSubject) -> Form:
    own = form_named(_OF_ITS_OWN.get(going.register.name, _GENERAL))
    hindered = own.hindrance is not None and own.hindrance(subject) is not None
    return form_named(_GENERAL) if hindered else own


def _handing(workspace: Workspace, going: Going, wanted: Wanted) -> Handing:
    return Handing(
        to=_addressed(workspace, wanted),
        reason=written_text(wanted.reason),
        number=written_text(wanted.number) if wanted.number else None,
        on=wanted.on or workspace.clock.today(),
        revisions=len(going.revisions),
        files=tuple(
            "" if one.travel is Travel.CONFIDENTIAL else one.name or one.id for one in going.files
        ),
        sealed=len(going.sealed),
        withheld=len(going.withheld) + len(going.staying),
    )


def _addressed(workspace: Workspace, wanted: Wanted) -> str:
    """Return the body as its own papers name it."""
    unit = workspace.units.get(wanted.to.unit)
    return issuer_of(unit, workspace.units, workspace.clock.today()).unit
