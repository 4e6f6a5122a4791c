"""Records of catalogue 3: a program of catalogue 4 reads, sends, counts and changes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from antq_desktop.domain.catalogue import Catalogue
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.counting import count
from antq_desktop.services.looking import show_record
from tests.unit.services.conftest import COMMUNE, OFFICE, World, model
from tests.unit.services.exchange import answer, change, digest, hear, sign, take

if TYPE_CHECKING:
    from antq_desktop.domain.register import Register

#: What the register of crime reports got with catalogue 4.
NEW = frozenset({"first_notice_by", "models"})
INFORMANT = {"full_name": "Vàng A Thử", "id_number": "000190000001"}
TIP: dict[str, object] = {
    "received_at": "2023-03-03T08:00+07:00",
    "received_by": "Lò Văn Thử",
    "source_kind": "denunciation",
    "channel": "in_person",
    "origin_group": "people",
    "informant": INFORMANT,
    "secrecy_request": "none",
    "event_from": "2023-03-02",
    "summary": "Nội dung mẫu",
    "offence_field": "social_order",
    "suspects": [{"person": {"full_name": "Giàng A Mẫu", "id_number": "000123456"}}],
    "moves": [{"state": "received", "on": "2023-03-03T08:00+07:00"}],
}
YEAR = parse_period("DL-2023")


def of_catalogue_3(register: Register) -> Register:
    """Return the register of crime reports as it was before."""
    sections = []
    for section in register.sections:
        kept = [
            replace(one, kind=Kind.PARTIAL_DATE) if one.name == "event_from" else one
            for one in section.fields
            if one.name not in NEW
        ]
        sections.append(replace(section, fields=tuple(kept)))
    rules = tuple(rule for rule in register.rules if not NEW & set(rule.fields))
    return replace(register, sections=tuple(sections), rules=rules)


def older(catalogue: Catalogue) -> Catalogue:
    registers = (
        of_catalogue_3(one) if one.name == "crime_reports" else one for one in catalogue.registers
    )
    return Catalogue("3", tuple(registers))


def by_model(world: World, code: str) -> dict[str, int]:
    """Return the lines of B1.7 that are about models, those that are not 0."""
    with world.open(code) as workspace:
        (found,) = (one for one in count(workspace, YEAR) if one.indicator.code == "B1.7")
    return {name: n for name, n in found.figure.parts.items() if "model" in name and n}


def test_what_an_older_program_wrote_is_read_counted_and_changed(world: World) -> None:
    newer = world.catalogue
    world.catalogue = older(newer)
    (group,) = world.add(COMMUNE, model(), register="movement_models")
    (record,) = world.add(COMMUNE, TIP, register="crime_reports")
    first = sign(world)

    # The office is ahead of its commune; then the commune follows, its tables made anew.
    world.catalogue = newer
    (verdict,) = take(world, first)
    assert (verdict.verdict, verdict.reasons) == ("accepted", ())
    hear(world, answer(world))
    with world.open(COMMUNE) as workspace:
        revision = workspace.store.revisions.latest(record)
        assert revision is not None
        assert revision.header.catalogue == "3"
        shown = show_record(workspace, record).values
        assert (shown["event_from"], shown["suspects"]) == (TIP["event_from"], TIP["suspects"])
    before = by_model(world, COMMUNE)
    assert before == by_model(world, OFFICE) == {}

    passport = {"full_name": "Giàng A Mẫu", "id_kind": "passport", "id_number": "x0012345"}
    change(
        world,
        record,
        event_from="2023-03-02T21:30+07:00",
        models=[{"model": group}],
        links=[{"linked": group}],
        suspects=[{"person": passport}],
    )
    (verdict,) = take(world, sign(world))
    assert (verdict.verdict, verdict.reasons) == ("accepted", ())
    expected = {"through_models": 1, "models": 1, "model_field.rural_security": 1}
    assert by_model(world, COMMUNE) == by_model(world, OFFICE) == expected
    with world.open(OFFICE) as workspace:
        arrived = workspace.store.revisions.latest(record)
        assert arrived is not None
        assert arrived.header.catalogue == newer.version
        assert arrived.shared["event_from"] == "2023-03-02T21:30+07:00"
        assert not {"links", "suspects"} & set(arrived.shared)
    digest(world, COMMUNE)
    digest(world, OFFICE)
