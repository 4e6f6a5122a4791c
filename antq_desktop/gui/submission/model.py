"""Rows of the submission screen: bundles that were signed, what would go, what is to be settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.periods import parse_period
from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import (
    field_label,
    moment,
    number,
    period_name,
    problem_line,
    verdict_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.register import Register
    from antq_desktop.messages import Language
    from antq_desktop.services.previewing import ToSettle
    from antq_desktop.services.status import Sent


def sent_columns() -> tuple[Column, ...]:
    """Return the columns of the bundles that were signed."""
    return (
        Column(QCoreApplication.translate("Submission", "Gói số"), "number"),
        Column(QCoreApplication.translate("Submission", "Kỳ báo cáo"), lines=3),
        Column(QCoreApplication.translate("Submission", "Ký lúc"), lesser=1),
        Column(QCoreApplication.translate("Submission", "Trạng thái"), "chip"),
    )


def sent_rows(sent: Sequence[Sent]) -> Iterator[Row]:
    """Yield the bundles; the key is the digest: a place is another bundle's once one is new."""
    for one in sent:
        state, tone = verdict_name(one.state, one.reasons)
        cells = (number(one.row.sequence), periods_text(one), moment(one.row.created_at), state)
        yield Row(one.row.digest, cells, tone, hint=one.row.file)


def periods_text(sent: Sent) -> str:
    """Return the periods that a bundle reports, or that it reports none."""
    names = [period_name(parse_period(code)) for code in sent.periods]
    return ", ".join(names) or QCoreApplication.translate("Submission", "Không kèm số liệu")


def problem_columns() -> tuple[Column, ...]:
    """Return the columns of what is to be settled."""
    return (
        Column(QCoreApplication.translate("Submission", "Hồ sơ")),
        Column(QCoreApplication.translate("Submission", "Mục")),
        Column(QCoreApplication.translate("Submission", "Vấn đề và việc cần làm")),
    )


def problem_rows(
    settle: Sequence[ToSettle], registers: Mapping[str, Register], language: Language
) -> Iterator[Row]:
    """Yield a problem a row; the key is the record, then which of its problems it is."""
    for one in settle:
        register = registers[one.line.register]
        for at, problem in enumerate(one.problems):
            cells = (
                f"{register.code} {one.line.book or ''} {one.line.title}".strip(),
                field_label(register, problem.field, language),
                problem_line(problem, language),
            )
            yield Row(f"{one.line.record}/{at}", cells, hint=cells[2])
