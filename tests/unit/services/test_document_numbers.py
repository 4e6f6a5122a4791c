"""The control of the books of documents: gaps, numbers that stand twice, a series and year each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services.document_numbers import BookOfDocuments, document_numbers
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import void_record
from antq_desktop.services.submitting import submit
from tests.unit.domain.judging import moves
from tests.unit.domain.test_documents import document, incoming
from tests.unit.services.conftest import COMMUNE, OFFICE, World

if TYPE_CHECKING:
    from tests.unit.domain.judging import Values

REGISTER = "documents"


def outgoing(number: int, day: str = "2023-03-03", **values: object) -> Values:
    whole = {"number": number, "registered_on": day, "document_on": day}
    whole |= {"symbol": f"{number:02}/BC-BCĐ", "moves": moves(("registered", day))}
    return document(**{**whole, **values})


def test_gaps_below_the_highest_number_are_told_by_book_and_year(world: World) -> None:
    records = world.add(
        COMMUNE, *map(outgoing, (2, 3, 3, 7)), outgoing(1, "2022-05-05"), register=REGISTER
    )
    world.add(COMMUNE, outgoing(2, series="police", symbol="02/BC-CAP"), register=REGISTER)
    world.add(COMMUNE, incoming(number=1), register=REGISTER)
    with world.open(COMMUNE) as workspace:
        void_record(workspace, records[3], reason="Ghi nhầm")  # its number is used up
        found = document_numbers(workspace)
        assert found == [
            BookOfDocuments("outgoing", "committee_138", 2022, 1, (), ()),
            BookOfDocuments("incoming", "police", 2023, 1, (), ()),
            BookOfDocuments("outgoing", "committee_138", 2023, 7, ((1, 1), (4, 6)), (3,)),
            BookOfDocuments("outgoing", "police", 2023, 2, ((1, 1),), ()),
        ]
        assert document_numbers(workspace, 2022) == found[:1]
        assert document_numbers(workspace, 2021) == []


def test_an_office_has_no_numbers_of_others_to_control(world: World) -> None:
    world.add(COMMUNE, outgoing(5), register=REGISTER)
    with world.open(COMMUNE) as workspace:
        path = world.home(COMMUNE) / "outbox" / submit(workspace, [], []).file
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, path).good
        assert document_numbers(workspace) == []
