"""U5: the books of NĐ 30/2020/NĐ-CP in one, and B11.1 from the series of the committee."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.deadlines import end_of
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.registers.committee_tasks import REGISTER as TASKS
from antq_desktop.domain.registers.documents import REGISTER
from antq_desktop.domain.registers.documents.codes import ABBREVIATIONS, KINDS
from antq_desktop.domain.rules import check
from tests.unit.domain.judging import (
    AFTER,
    BEFORE,
    FIRST,
    LAST,
    SETTING,
    TODAY,
    Values,
    count,
    counted,
    lacking,
    moves,
    problems,
    reads_back,
)

DAY = "2023-03-03"


def document(**values: object) -> Values:
    """Return an outgoing report of the committee."""
    return {
        "direction": "outgoing",
        "series": "committee_138",
        "number": 5,
        "registered_on": DAY,
        "symbol": "05/BC-BCĐ",
        "document_on": DAY,
        "kind": "report",
        "classification": "not_classified",
        "summary": "Về kết quả quý",
        "signer": "Lò Thị Mẫu",
        "recipients": "Các thành viên Ban Chỉ đạo",
        "moves": moves(("registered", DAY)),
        **values,
    }


INCOMING: Values = {
    "direction": "incoming",
    "series": "police",
    "number": 17,
    "symbol": "128/UBND-VP",
    "kind": "official_letter",
    "signer": None,
    "recipients": None,
    "author": "Ủy ban nhân dân xã",
    "assignee": "Bộ phận tổng hợp",
}


def incoming(**values: object) -> Values:
    """Return an incoming letter."""
    all_values = document(**{**INCOMING, **values})
    return {name: value for name, value in all_values.items() if value is not None}


@pytest.mark.parametrize("values", [document(), incoming()])
def test_a_complete_document_has_no_problem(values: Values) -> None:
    assert problems(REGISTER, values) == []
    assert lacking(REGISTER, values) == set()
    assert reads_back(REGISTER, values)


@pytest.mark.parametrize("secret", ["confidential", "secret", "top_secret"])
def test_classified_documents_are_not_stored_at_all(secret: str) -> None:
    """Luật Bảo vệ bí mật nhà nước Đ5.5; NĐ 30/2020 Đ15: they have a series of their own."""
    [problem] = check(REGISTER, document(classification=secret), TODAY)
    assert (problem.field, problem.rule) == ("classification", "rules.state_secret")
    assert problem.blocks


@pytest.mark.parametrize("name", ["signer", "recipients"])
def test_an_outgoing_document_is_signed_and_sent_to_somebody(name: str) -> None:
    """NĐ 30/2020, Phụ lục IV."""
    values = document()
    del values[name]
    assert problems(REGISTER, values) == [(name, "values.required", True)]


@pytest.mark.parametrize("name", ["author", "assignee"])
def test_an_incoming_document_has_an_author_and_goes_to_somebody(name: str) -> None:
    """NĐ 30/2020, Phụ lục IV."""
    assert problems(REGISTER, incoming(**{name: None})) == [(name, "values.required", True)]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        # NĐ 30/2020, Phụ lục I: 01 to 09, a stroke, groups with hyphens, no blanks.
        ({"symbol": "5/BC-BCĐ"}, ("symbol", "rules.symbol_form", False)),
        ({"symbol": "05/BC - BCĐ"}, ("symbol", "rules.symbol_form", False)),
        ({"symbol": "05-BC-BCĐ"}, ("symbol", "rules.symbol_form", False)),
        ({"symbol": "06/BC-BCĐ"}, ("symbol", "rules.symbol_number", True)),
        # NĐ 30/2020, Phụ lục III: the abbreviation of the kind.
        ({"symbol": "05/KH-BCĐ"}, ("symbol", "rules.symbol_kind", False)),
        ({"registered_on": "2023-03-02"}, ("registered_on", "rules.in_order", True)),
        ({"passed_on": "2023-03-02"}, ("passed_on", "rules.in_order", True)),
        ({"resolved_on": "2023-03-02"}, ("resolved_on", "rules.in_order", True)),
        ({"resolved_on": "2024-01-01"}, ("resolved_on", "rules.not_future", True)),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, found: tuple[str, str, bool]) -> None:
    assert problems(REGISTER, document(**values)) == [found]


def test_a_letter_has_no_abbreviation_and_a_foreign_symbol_is_left_as_it_is() -> None:
    letter = document(kind="official_letter", symbol="05/CAX-TH")
    foreign = incoming(symbol="5/BC UBND", kind="plan")
    assert problems(REGISTER, letter) == problems(REGISTER, foreign) == []


def test_there_are_29_kinds_and_27_abbreviations() -> None:
    """NĐ 30/2020, Phụ lục III."""
    assert (len(KINDS), len(set(ABBREVIATIONS.values()))) == (29, 27)


def test_a_document_that_was_passed_on_or_dealt_with_has_its_day() -> None:
    passed = document(moves=moves(("registered", DAY), ("passed_on", DAY)))
    dealt_with = document(moves=moves(("registered", DAY), ("resolved", DAY)))
    assert lacking(REGISTER, passed) == {"passed_on"}
    assert lacking(REGISTER, dealt_with) == {"resolved_on"}


@pytest.mark.parametrize(
    ("values", "last"),
    [
        (document(), date(2023, 3, 6)),  # a Friday: the next working day is Monday
        (document(document_on="2023-04-28"), date(2023, 5, 4)),  # holidays until 3 May
        (document(urgency="normal"), date(2023, 3, 6)),
        (document(urgency="urgent"), date(2023, 3, 3)),
        (document(urgency="immediate"), date(2023, 3, 3)),
    ],
)
def test_a_document_is_sent_by_the_next_working_day_an_urgent_one_at_once(
    values: Values, last: date
) -> None:
    """NĐ 30/2020 Đ4."""
    sent, passed, _ = REGISTER.deadlines
    assert sent.due(values, SETTING) == end_of(last)
    assert passed.due(values, SETTING) is None
    assert sent.met(values) is None
    assert sent.met({**values, "passed_on": last.isoformat()}) == end_of(last)


def test_an_incoming_document_is_passed_on_by_the_day_after_it_came() -> None:
    """NĐ 30/2020 Đ4: from its arrival, not from its date."""
    sent, passed, _ = REGISTER.deadlines
    came = incoming(document_on="2023-02-20", registered_on="2023-03-07")
    assert passed.due(came, SETTING) == end_of(date(2023, 3, 8))
    assert sent.due(came, SETTING) is None
    assert passed.due({}, SETTING) is None


def test_these_limits_are_unverified_from_2025_on() -> None:
    """Domain R-12: whether NĐ 30 was changed in 2025 or 2026 is not known."""
    sent, passed, answer = REGISTER.deadlines
    assert sent.verified_for(document(document_on="2025-02-28"))
    assert not sent.verified_for(document(document_on="2025-03-01"))
    assert not passed.verified_for(incoming(registered_on="2025-03-01"))
    assert answer.verified_for(document(registered_on="2026-01-01"))


def test_an_answer_is_due_on_the_day_that_was_set() -> None:
    *_, answer = REGISTER.deadlines
    assert answer.due(document(), SETTING) is None
    assert answer.due(document(due="2023-03-20"), SETTING) == end_of(date(2023, 3, 20))
    assert answer.met(document(resolved_on="2023-03-21")) == end_of(date(2023, 3, 21))


def test_b111_counts_outgoing_documents_of_the_committee() -> None:
    one, other = document(), document(kind="minutes", symbol="05/BB-BCĐ")
    rows = [one, other, document(series="police"), incoming(series="committee_138")]
    assert [count(REGISTER, rows[:many]).value for many in range(5)] == [0, 1, 2, 2, 2]
    parts = count(REGISTER, rows).parts
    assert (parts["kind.report"], parts["kind.other"]) == (1, 1)
    assert sum(parts.values()) == 2


@pytest.mark.parametrize(("day", "value"), [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0)])
def test_b111_takes_a_document_by_its_date(day: str, value: int) -> None:
    assert count(REGISTER, [document(document_on=day, registered_on=AFTER)]).value == value


def tasks(due: str, *states: tuple[str, str], **values: object) -> dict[str, int]:
    """Return how one task is counted, by the lines that it is in."""
    given = moves(("assigned", "2022-12-01"), *states)
    one = counted(TASKS, {"assigned_on": "2022-12-01", "due": due, "moves": given, **values})
    parts = count(REGISTER, [], committee_tasks=[one]).parts
    return {name.removeprefix("tasks."): number for name, number in parts.items() if number}


@pytest.mark.parametrize(
    ("due", "done", "found"),
    [
        (DAY, DAY, {"done_in_time": 1}),
        (DAY, "2023-03-04", {"done_late": 1}),
        (BEFORE, FIRST, {"done_late": 1}),
        (AFTER, LAST, {"done_in_time": 1}),
        (DAY, BEFORE, {}),
        # Not done at the end of the period: it is in the stock, unless it was not yet due.
        (DAY, AFTER, {"overdue": 1}),
        (LAST, AFTER, {}),
        ("2023-06-29", AFTER, {"overdue": 1}),
    ],
)
def test_b111_takes_a_task_by_the_day_it_was_done(
    due: str, done: str, found: dict[str, int]
) -> None:
    assert tasks(due, done_on=done) == found


@pytest.mark.parametrize(
    ("due", "found"),
    [("2023-06-29", {"overdue": 1}), (LAST, {}), (AFTER, {}), (BEFORE, {"overdue": 1})],
)
def test_b111_adds_the_open_tasks_whose_limit_lies_before_the_end(
    due: str, found: dict[str, int]
) -> None:
    assert tasks(due) == found


def test_b111_leaves_cancelled_tasks_out() -> None:
    assert tasks(DAY, ("cancelled", LAST)) == {}
    # A stock is judged at the end of the period (counting A04): then it was still open.
    assert tasks(DAY, ("cancelled", AFTER)) == {"overdue": 1}


def test_nothing_in_words_leaves_the_unit() -> None:
    free = {path for path, one in REGISTER.paths() if one.kind in {Kind.TEXT, Kind.ORGANIZATION}}
    shared = {path for path, one in REGISTER.paths() if one.travel == "shared"}
    assert free
    assert not free & shared
