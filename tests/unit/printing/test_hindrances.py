"""Which records a form must not be made of, and who may stand on it by name."""

from __future__ import annotations

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.printing.collection import all_forms, form_named
from antq_desktop.printing.form import Needs
from antq_desktop.printing.subjects import RecordSubject

REGISTERS = load_catalogue().by_name
CRIMES, WANTED, MEASURES = "crime_reports", "wanted_persons", "administrative_measures"
CRIME_FORMS = [
    form.code
    for form in all_forms().values()
    if CRIMES in form.registers and form.hindrance is not None
]


def said(form: str, register: str, **values: object) -> str | None:
    """Return what keeps a record from a form."""
    hindrance = form_named(form).hindrance
    assert hindrance is not None
    return hindrance(RecordSubject(REGISTERS[register], "1/2023", values, {}))


@pytest.mark.parametrize("urgency", ["civil_guidance", "complaint"])
@pytest.mark.parametrize("form", CRIME_FORMS)
def test_no_form_of_the_circular_is_made_of_a_petition(form: str, urgency: str) -> None:
    """TT 119/2021/TT-BCA Đ3."""
    kind = "surrender" if form in {"tt119-24", "tt119-25"} else "denunciation"
    found = said(form, CRIMES, urgency=urgency, source_kind=kind)
    assert found in {"paper.no_crime_form", "paper.no_crime_report"}
    assert said(form, CRIMES, urgency="ordinary", source_kind=kind) is None


def test_every_form_of_the_circular_asks_what_the_record_is() -> None:
    of_circular = [one for one in all_forms().values() if one.code.startswith("tt119")]
    assert {one.code for one in of_circular if one.hindrance is None} == {"tt119-294"}


@pytest.mark.parametrize("channel", ["phone", "mass_media", "mailbox", "tip_box", "online"])
def test_a_receipt_needs_somebody_who_hands_in_a_paper(channel: str) -> None:
    assert said("tt119-214", CRIMES, channel=channel) == "paper.nothing_handed_in"
    assert said("tt119-01", CRIMES, channel=channel) is None
    assert said("tt119-214", CRIMES, channel="written_in_person") is None
    petition = said("tt119-214", CRIMES, channel=channel, urgency="complaint")
    assert petition == "paper.no_crime_form"


@pytest.mark.parametrize("form", ["tt119-24", "tt119-25"])
def test_only_who_gave_himself_up_is_received_as_such(form: str) -> None:
    assert said(form, CRIMES, source_kind="denunciation") == "paper.no_surrender"
    assert said(form, CRIMES, source_kind="confession") is None
    assert said(form, WANTED, outcome="arrested") == "paper.no_surrender"
    assert said(form, WANTED, outcome="persuaded") is None
    assert said(form, WANTED) == "paper.no_surrender"


@pytest.mark.parametrize("form", ["tt119-100", "tt119-101"])
def test_only_who_was_arrested_has_minutes_of_an_arrest(form: str) -> None:
    assert said(form, WANTED, outcome="arrested") is None
    assert said(form, WANTED, outcome="surrendered") == "paper.no_arrest"


@pytest.mark.parametrize("form", [f"nd116-{number}" for number in (29, 30, 31, 32, 34)])
def test_the_forms_of_the_decree_are_for_rehabilitation(form: str) -> None:
    """NĐ 116/2021/NĐ-CP."""
    assert said(form, MEASURES, measure="reform_school") == "paper.not_rehabilitation"
    assert said(form, MEASURES, measure="compulsory_rehabilitation") is None
    of_minor = said(form, MEASURES, measure="compulsory_rehabilitation_minor")
    # Between 12 and 18 it is mẫu 39 that goes to the court.
    assert of_minor == ("paper.of_minor" if form == "nd116-34" else None)


def test_an_agreement_and_a_certificate_need_what_they_certify() -> None:
    assert said("hoa-giai-thanh", "disputes", result="settled") == "paper.not_mediated"
    assert said("hoa-giai-thanh", "disputes", result="mediated") is None
    assert said("gdx-hoan-thanh", "commune_education", end_kind="died") == "paper.not_served"
    other = {"decision": "applied", "alternative_measure": "family_management"}
    assert said("gdx-quyet-dinh", "commune_education", **other) == "paper.not_applied"
    assert (
        said("gdx-quyet-dinh", "commune_education", decision="not_applied") == "paper.not_applied"
    )
    assert said("gdx-hoan-thanh", "commune_education", end_kind="completed") is None


def test_what_is_sealed_has_a_place_only_where_the_informant_stands() -> None:
    sealing = {form.code for form in all_forms().values() if form.seals}
    assert sealing == {"record-slip", "tt119-01", "tt119-03", "tt119-214", "tt119-24", "tt119-25"}


def test_no_form_of_a_record_calls_its_layout_checked_but_our_own() -> None:
    own = {
        form.code
        for form in all_forms().values()
        if form.verified and form.needs in {Needs.RECORD, Needs.RECORDS, Needs.BOOK}
    }
    assert own == {"case-transfer", "record-slip", "register-book"}
