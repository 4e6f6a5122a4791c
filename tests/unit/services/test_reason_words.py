"""A reason names the rule of the register that a row breaks, in both languages."""

from __future__ import annotations

import pytest

from antq_desktop.bundle.refusals import Reason
from antq_desktop.domain.problems import Problem
from antq_desktop.services.reason_words import broken_rule, is_mendable, reason_words, said_of


def test_a_broken_rule_is_told_with_its_words_and_values() -> None:
    problem = Problem("moves[2]", "rules.move_replaces", values={"row": 7})
    reason = broken_rule(problem)
    assert (reason.rule, reason.field) == ("row_rule.rules.move_replaces", "moves[2]")
    assert said_of(reason, "vi").text == (
        "Dòng này trái với quy tắc của sổ: “Dòng 7 sửa một dòng không có”."
    )
    assert "“Line 7 corrects" in said_of(reason, "en").text


def test_a_receipt_brings_the_rule_without_its_values() -> None:
    said = said_of(Reason("row_rule.rules.move_replaces"), "vi")
    assert said.text == "Dòng này trái với quy tắc của sổ: “Dòng … sửa một dòng không có”."
    assert said.action == "Đề nghị nơi gửi sửa rồi xuất lại gói."


@pytest.mark.parametrize("rule", ["row_rule", "row_rule.", "row_rule.rules.of_a_newer_program"])
def test_a_rule_without_words_here_is_one_of_the_register(rule: str) -> None:
    """As programs of before wrote it, and as a newer one may."""
    said = reason_words(rule, "vi")
    assert said is not None
    assert said.text == "Dòng này trái với quy tắc của sổ."


def test_a_reason_of_a_newer_program_is_told_as_such() -> None:
    assert reason_words("row_moon", "vi") is None
    assert said_of(Reason("row_moon"), "en").action == "Update the program, or ask the receiver."


def test_only_the_rules_of_a_register_are_mended_by_the_next_revision() -> None:
    assert is_mendable("row_rule")
    assert is_mendable("row_rule.rules.not_future")
    assert not is_mendable("row_value")
    assert not is_mendable("row_rules")
