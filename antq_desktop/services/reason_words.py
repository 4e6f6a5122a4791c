"""The words of a reason: what a rule of receipts says, and which rule of a register a row breaks.

Such a reason is ``row_rule`` with the id of that rule behind it (``row_rule.rules.not_future``),
so that a receipt, a query and a duty name it, too. Programs of before wrote ``row_rule`` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from antq_desktop.bundle.refusals import Reason
from antq_desktop.messages import message_ids, values_of, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.problems import Problem
    from antq_desktop.errors import MessageValue
    from antq_desktop.messages import Language, Words

ROW_RULE: Final = "row_rule"
UNSAID: Final = "…"
"""Stands for a value that the words need and that a receipt does not carry."""


def broken_rule(problem: Problem) -> Reason:
    """Return the reason that names the rule of the register which a row breaks."""
    rule = f"{ROW_RULE}.{problem.rule}"
    return Reason(rule, field=problem.field, values=problem.values)


def is_mendable(rule: str) -> bool:
    """Say whether a later revision mends it: the record was wrong, and is not any more."""
    return rule.partition(".")[0] == ROW_RULE


def reason_words(
    rule: str, language: Language, values: Mapping[str, MessageValue] | None = None
) -> Words | None:
    """Return what a rule of receipts says; None for one that has no words here.

    Rules come from the other side, and a newer program may know more of them. ``values`` that the
    words need and that are not given are shown as `UNSAID`.
    """
    known, given = message_ids(language), values or {}
    kind, _, broken = rule.partition(".")
    if kind == ROW_RULE:
        if broken not in known:
            return _said("bundle.row_rule", language, given)
        said = _said(broken, language, given).text.removesuffix(".")
        return words("bundle.row_rule_named", language, {"said": said})
    return _said(f"bundle.{rule}", language, given) if f"bundle.{rule}" in known else None


def said_of(reason: Reason, language: Language) -> Words:
    """Return the words of a reason; of one that is not known here, that it is not."""
    said = reason_words(reason.rule, language, reason.values)
    return said or words("bundle.unknown_reason", language, {"rule": reason.rule})


def _said(message_id: str, language: Language, given: Mapping[str, MessageValue]) -> Words:
    unsaid = dict.fromkeys(values_of(message_id, language), UNSAID)
    return words(message_id, language, {**unsaid, **given})
