"""The proposals in the entry form of R07: asked for, taken, contradicted, looked behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QListWidget

from antq_desktop.gui import entry
from antq_desktop.services.saving import add_records
from tests.gui.conftest import part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.entry.proposals_panel import ProposalLine, ProposalsPanel
    from antq_desktop.gui.failures import Failures, Told
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.paths import Paths

    Opened = Callable[[Paths], Context]
    Object = dict[str, object]

AREA: Object = {
    "name": "Thôn Trung",
    "unit": "13285@2023-12-31",
    "households": 120,
    "valid_from": "2001-04-01",
    "moves": [{"state": "active", "on": "2001-04-01"}],
}
DISPUTE: Object = {
    "opened_on": "2023-05-01",
    "detected_by": "petition",
    "kind": "dispute",
    "subject": "land",
    "parties": [{"name": "Hai hộ liền kề"}],
    "participants": 4,
    "area": "Thôn Trung",
    "summary": "Tranh chấp lối đi.",
    "mediable": True,
    "severity": "complex_prolonged",
    "risk": False,
    "resolving_body": "mediation_team",
    "moves": [{"state": "resolving", "on": "2023-05-01"}],
}


def saved(session: Session, qtbot: QtBot, register: str, values: Object) -> str:
    """Save a record and return its id."""
    found: list[str] = []
    session.change(
        lambda workspace: add_records(workspace, workspace.catalogue.by_name[register], [values]),
        lambda done: found.extend(one.record for one in done if one.complete),
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def file(area: str) -> Object:
    """Return the file of the area as it stands after registration."""
    return {
        "year": "2023",
        "subject_kind": "residential_area",
        "subject": "Thôn Trung",
        "residential_area": area,
        "in_scope": True,
        "registered_on": "2023-02-01",
        "registration_documents": "Nghị quyết số 1-NQ/CB",
        "households_total": 120,
        "households_registered": 120,
        "moves": [{"state": "registered", "on": "2023-02-01"}],
    }


@pytest.fixture
def told(failures: Failures) -> list[Told]:
    """Return what the message bar is told."""
    heard: list[Told] = []
    failures.told.connect(heard.append)
    return heard


@pytest.fixture
def screen(commune: Paths, context: Opened, qtbot: QtBot) -> EntryScreen:
    """Return the form of a workspace that is open, shown."""
    made = entry.build(context(commune))
    qtbot.addWidget(made.widget)
    made.widget.resize(1366, 768)
    made.widget.show()
    return made


@pytest.fixture
def dispute(screen: EntryScreen, session: Session, qtbot: QtBot) -> str:
    """Open the file of an area with a complex, prolonged dispute; return the dispute."""
    area = saved(session, qtbot, "residential_areas", AREA)
    record = saved(session, qtbot, "disputes", DISPUTE)
    opened(screen, qtbot, saved(session, qtbot, "security_standard", file(area)))
    return record


def opened(screen: EntryScreen, qtbot: QtBot, record: str | None) -> None:
    """Open a file and wait until its form is there."""
    before = screen.form
    screen.open("security_standard", record)
    qtbot.waitUntil(lambda: screen.form is not None and screen.form is not before)


def panel(screen: EntryScreen) -> ProposalsPanel:
    """Return the panel of the form."""
    found = screen.proposals.panel
    assert found is not None
    return found


def line(screen: EntryScreen, code: str) -> ProposalLine:
    """Return the line of a criterion."""
    return next(one for one in panel(screen).lines if one.code == code)


def ask(screen: EntryScreen, qtbot: QtBot) -> None:
    """Press the button and wait for the lines."""
    panel(screen).ask.click()
    qtbot.waitUntil(lambda: bool(panel(screen).lines))


def results(screen: EntryScreen) -> dict[str, str]:
    """Return the results that stand in the rows, by the short name of their criterion."""
    rows = screen.widget.rows("criteria").model.rows
    return {str(row["criterion"]).partition(".")[0]: str(row.get("result", "")) for row in rows}


def test_proposals_fill_empty_rows_and_say_why(
    screen: EntryScreen, dispute: str, qtbot: QtBot
) -> None:
    ask(screen, qtbot)
    given = results(screen)
    assert given["KDC1"] == "Đạt"
    assert given["KDC3e"] == "Chưa đạt"
    assert "KDC2" not in given  # no book speaks of it: the person judges
    [row] = [
        row
        for row in screen.widget.rows("criteria").model.rows
        if str(row["criterion"]).startswith("KDC3e")
    ]
    why = line(screen, "KDC3e").why
    assert why.startswith("Thôn Trung: 1 vụ mâu thuẫn, tranh chấp phức tạp, kéo dài")
    assert row["evidence"] == why
    qtbot.waitUntil(lambda: line(screen, "KDC3e").own == "Chưa đạt")
    assert [record for record, _ in line(screen, "KDC3e").records] == [dispute]
    assert "Kết quả theo tiêu chí: Chưa đạt. Có tiêu chí chưa đạt: KDC3e." in (
        panel(screen).outcome.text()
    )
    assert "Mức điểm xếp loại: chưa xác minh" in panel(screen).outcome.text()
    assert "Kỳ xét 01/11/2022 – 31/10/2023." in panel(screen).steps.text()
    assert screen.dirty  # it stands in the form, and nowhere else


def test_a_result_that_the_person_gave_stays_and_is_told(
    screen: EntryScreen, dispute: str, qtbot: QtBot
) -> None:
    del dispute
    ask(screen, qtbot)
    panel(screen).mark("KDC3e")
    panel(screen).met.click()
    assert results(screen)["KDC3e"] == "Đạt"
    qtbot.waitUntil(lambda: line(screen, "KDC3e").against)
    listed = part(screen.widget, QListWidget, "problems")
    problems = [listed.item(row).text() for row in range(listed.count())]
    assert any("Các sổ cho thấy tiêu chí này chưa đạt: Thôn Trung: 1 vụ" in one for one in problems)
    ask(screen, qtbot)
    assert results(screen)["KDC3e"] == "Đạt"


def test_what_no_book_says_is_decided_by_the_person(
    screen: EntryScreen, dispute: str, qtbot: QtBot
) -> None:
    del dispute
    ask(screen, qtbot)
    panel(screen).mark("KDC2")
    panel(screen).not_met.click()
    assert results(screen)["KDC2"] == "Chưa đạt"
    panel(screen).met.click()
    assert results(screen)["KDC2"] == "Đạt"
    qtbot.waitUntil(lambda: line(screen, "KDC2").own == "Đạt")
    assert not line(screen, "KDC2").against


def test_the_records_behind_a_proposal_open(
    screen: EntryScreen, dispute: str, qtbot: QtBot
) -> None:
    ask(screen, qtbot)
    panel(screen).mark("KDC3e")
    assert len(panel(screen).menu_words()) == 1
    assert panel(screen).menu_words()[0].startswith("R02 1/2023")
    with qtbot.waitSignal(screen.open_record) as asked:
        panel(screen).records.click()
    assert asked.args == [dispute]
    panel(screen).mark("KDC2")
    assert not panel(screen).records.isEnabled()


def test_a_saved_file_is_compared_when_it_is_opened(
    screen: EntryScreen, dispute: str, session: Session, qtbot: QtBot
) -> None:
    del dispute
    values = {**file("0" * 8), "criteria": [{"criterion": "KDC3e", "result": "met"}]}
    del values["residential_area"]
    opened(screen, qtbot, saved(session, qtbot, "security_standard", values))
    qtbot.waitUntil(lambda: bool(panel(screen).lines))
    assert line(screen, "KDC3e").against


TABLE = (
    "number,subject_kinds,name,legal_basis,valid_from,valid_to\n"
    "7,residential_area,Camera an ninh,Quyết định thử số 1,2023-01-01,\n"
)


def test_a_table_of_the_province_brings_its_criteria_into_the_form(
    screen: EntryScreen, dispute: str, told: list[Told], tmp_path: Path, qtbot: QtBot
) -> None:
    del dispute
    table = tmp_path / "added.csv"
    table.write_text("so,ten\n", encoding="utf-8")
    ask(screen, qtbot)
    panel(screen).criteria_brought.emit(str(table))
    qtbot.waitUntil(lambda: bool(told) and "Dòng đầu của tệp không đúng" in told[-1].text)
    table.write_text(TABLE, encoding="utf-8")
    panel(screen).criteria_brought.emit(str(table))
    qtbot.waitUntil(lambda: panel(screen).lines[-1].short == "Bổ sung 7")
    assert told[-1].text == "Đã nhập bảng có 1 dòng."
    assert panel(screen).lines[-1].words == "Camera an ninh (Quyết định thử số 1)"
    panel(screen).mark("LOCAL:7")
    panel(screen).met.click()
    row = screen.widget.rows("criteria").model.rows[-1]
    assert (row["added"], row["result"]) == ("7", "Đạt")
    qtbot.waitUntil(lambda: panel(screen).lines[-1].own == "Đạt")


def test_a_form_without_year_or_kind_is_told(screen: EntryScreen, qtbot: QtBot) -> None:
    opened(screen, qtbot, None)
    with qtbot.waitSignal(screen.proposals.failed):
        panel(screen).ask.click()
    assert not panel(screen).lines


def test_other_registers_have_no_panel(screen: EntryScreen, qtbot: QtBot) -> None:
    screen.open("disputes", None)
    qtbot.waitUntil(lambda: screen.form is not None)
    assert screen.proposals.panel is None
