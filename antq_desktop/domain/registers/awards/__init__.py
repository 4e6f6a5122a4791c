"""R10: awards of the movement, from the proposal to the day on which they are handed over.

Basis: Luật Thi đua, khen thưởng 06/2022/QH15 (in force 01/01/2024) Đ8, 26, 27, 72-80. The circular
of the Ministry on its own awards was not found, so what would contradict the law is a remark and
never keeps a record from being signed. No field refers to another register: whoever gave a tip must
never be found through the award he got for it (BLTTHS Đ56.1a).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import part_labels, private, shared
from antq_desktop.domain.fields import Kind, Label
from antq_desktop.domain.indicators import Books, CountKind, Figure, Indicator, figure, within
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.registers.awards.codes import (
    AWARDS,
    DECIDED,
    FOR_COLLECTIVES,
    FOR_HOUSEHOLDS,
    FOR_INDIVIDUALS,
    HOUSEHOLD,
    INDIVIDUAL,
    KINDS,
    LEVELS,
    LEVELS_OF,
    PERSONAL,
    RECIPIENT_KINDS,
    STATES,
    THEMES,
)
from antq_desktop.domain.rules import Rule, Seen, days_in_order, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

LAW = "Luật 06/2022/QH15"
#: The first day of that law: awards of before are left to what was then in force.
IN_FORCE = "2024-01-01"

RECIPIENT = Section(
    Label("Đối tượng khen thưởng", "Recipient"),
    (
        shared(
            "recipient_kind",
            Kind.CHOICE,
            ("Đối tượng", "Kind of recipient"),
            codes=RECIPIENT_KINDS,
            required=True,
        ),
        shared(
            "recipient_collective",
            Kind.TEXT,
            ("Tên tập thể", "Name of the collective"),
            help=Label(
                "Chỉ ghi tên tập thể, khu dân cư, cơ quan, mô hình: mục này được gửi đi. Tên người"
                " ghi ở mục cá nhân.",
                "Only the name of a collective, area, agency or model: it is sent. The name of a"
                " person goes into the other field.",
            ),
        ),
        # The name alone: nothing of this book needs a birth date or a personal number.
        private(
            "recipient_person",
            Kind.TEXT,
            ("Họ tên cá nhân, chủ hộ", "Individual, head of household"),
            help=Label(
                "Không gửi đi. Không ghi người này là người tố giác, báo tin.",
                "It is not sent. Never write here that this person gave a tip.",
            ),
            basis="BLTTHS Đ56.1a",
        ),
    ),
)
AWARD = Section(
    Label("Khen thưởng", "Award"),
    (
        shared(
            "award",
            Kind.CHOICE,
            ("Hình thức", "Award"),
            codes=AWARDS,
            required=True,
            basis=f"{LAW} Đ26, 27, 72-80",
        ),
        private("other_award", Kind.TEXT, ("Tên hình thức khác", "Name of another award")),
        shared(
            "level",
            Kind.CHOICE,
            ("Cấp", "Level"),
            codes=LEVELS,
            required=True,
            basis=f"{LAW} Đ74-80; cấp huyện đến 30/06/2025",
        ),
        private("authority", Kind.TEXT, ("Người có thẩm quyền", "Authority")),
        shared(
            "kind",
            Kind.CHOICE,
            ("Loại hình", "Kind"),
            codes=KINDS,
            required=True,
            basis=f"{LAW} Đ8",
        ),
        shared("theme", Kind.CHOICE, ("Nội dung", "Theme"), codes=THEMES, required=True),
        private(
            "achievement",
            Kind.LONG_TEXT,
            ("Tóm tắt thành tích", "Achievement"),
            required=True,
            help=Label(
                "Không dẫn số tin báo, không kể ai đã tố giác.",
                "Do not cite a report of crime, nor who made it.",
            ),
            basis="BLTTHS Đ56.1a",
        ),
    ),
)
DECISION = Section(
    Label("Đề nghị, quyết định, trao thưởng", "Proposal, decision, presentation"),
    (
        shared("proposed_on", Kind.DATE, ("Ngày đề nghị", "Proposed on")),
        private("proposal", Kind.TEXT, ("Số tờ trình", "Number of the proposal")),
        private(
            "decision_number",
            Kind.TEXT,
            ("Số quyết định", "Decision number"),
            required_in=DECIDED,
        ),
        shared(
            "decided_on",
            Kind.DATE,
            ("Ngày quyết định", "Decided on"),
            required_in=DECIDED,
            help=Label(
                "Kỳ báo cáo tính theo ngày này.",
                "This day decides in which period the award counts.",
            ),
        ),
        private("money", Kind.MONEY, ("Tiền thưởng (đồng)", "Money (VND)")),
        shared(
            "presented_on",
            Kind.DATE,
            ("Ngày trao", "Presented on"),
            required_in=frozenset({"presented"}),
        ),
    ),
)


def _named(seen: Seen, _today: date) -> Iterator[Problem]:
    """Keep the name of a person out of the field that is sent."""
    kind, name = seen.text("recipient_kind"), seen.text("recipient_collective")
    if kind in PERSONAL and name:
        yield Problem("recipient_collective", "rules.person_among_collectives")
    if kind is not None and kind not in PERSONAL and not name:
        yield Problem("recipient_collective", "rules.recipient_collective")


def _person(seen: Seen, _today: date) -> Iterator[Problem]:
    kind, person = seen.text("recipient_kind"), seen.text("recipient_person")
    if kind in PERSONAL and not person:
        yield Problem("recipient_person", "rules.recipient_person")
    if kind is not None and kind not in PERSONAL and person:
        yield Problem("recipient_person", "rules.person_of_collective")


def _other(seen: Seen, _today: date) -> Iterator[Problem]:
    if seen.text("award") == "other" and not seen.text("other_award"):
        yield Problem("other_award", "rules.other_award")


def _for_whom(seen: Seen, _today: date) -> Iterator[Problem]:
    """Luật 06/2022/QH15 Đ26, 27, 78-80: some awards are for collectives, some for one person."""
    award, kind = seen.text("award"), seen.text("recipient_kind")
    wrong = (
        (award in FOR_COLLECTIVES and kind in PERSONAL)
        or (award in FOR_INDIVIDUALS and kind != INDIVIDUAL)
        or (award in FOR_HOUSEHOLDS and kind != HOUSEHOLD)
    )
    if kind is not None and wrong:
        yield Problem("award", "rules.award_for_whom", grave=False)


def _by_whom(seen: Seen, _today: date) -> Iterator[Problem]:
    """Luật 06/2022/QH15 Đ74, 78-80: who decides; asked of awards since it is in force."""
    levels = LEVELS_OF.get(seen.text("award") or "")
    level, decided = seen.text("level"), seen.text("decided_on")
    if levels and level and decided and decided >= IN_FORCE and level not in levels:
        yield Problem("level", "rules.award_level", grave=False)


def _refused(seen: Seen, _today: date) -> Iterator[Problem]:
    """Say that what was not awarded has no day of decision, for that day would count it."""
    if last_state(seen.rows("moves")) == "not_awarded" and seen.text("decided_on"):
        yield Problem("decided_on", "rules.not_awarded_but_decided")


#: How B10.1 divides recipients besides their kinds (counting A40).
GROUPS = {
    "collective": Label("Tập thể", "Collectives"),
    INDIVIDUAL: Label("Cá nhân", "Individuals"),
    HOUSEHOLD: Label("Hộ gia đình", "Households"),
}


def _group(kind: object) -> str:
    return str(kind) if kind in PERSONAL else "collective"


def _awarded(books: Books) -> Figure:
    """Count awards by the day of decision, whatever the day of presentation.

    A line "award.group.level" is there only where such an award was given: there are hundreds.
    """
    rows = [row for row in books.rows if within(books.period, row.day("decided_on"))]
    parts = {f"recipient.{code.code}": 0 for code in RECIPIENT_KINDS}
    for row in rows:
        kind, award, level = (row.shared[name] for name in ("recipient_kind", "award", "level"))
        parts[f"recipient.{kind}"] += 1
        line = f"{award}.{_group(kind)}.{level}"
        parts[line] = parts.get(line, 0) + 1
    return Figure(len(rows), figure(rows).records, parts=parts)


INDICATORS = (
    Indicator(
        code="B10.1",
        label=Label("Khen thưởng", "Awards"),
        kind=CountKind.FLOW,
        rule="A40",
        counted_in=Label("lượt", "awards"),
        count=_awarded,
        part_labels={
            **part_labels("recipient", RECIPIENT_KINDS),
            **{
                f"{award.code}.{group}.{level.code}": Label(
                    f"{award.label.vi} – {whom.vi} – {level.label.vi}",
                    f"{award.label.en} – {whom.en} – {level.label.en}",
                )
                for award in AWARDS
                for group, whom in GROUPS.items()
                for level in LEVELS
            },
        },
    ),
)

REGISTER = Register(
    name="awards",
    code="R10",
    label=Label("Khen thưởng", "Awards"),
    group=Group.MOVEMENT,
    basis=f"{LAW} Đ8, 26, 27, 72-80",
    sections=(RECIPIENT, AWARD, DECISION),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            proposed="submitted decided not_awarded",
            submitted="decided not_awarded",
            decided="presented",
        ),
        # The commune that was awarded often learns of it by the decision.
        first=frozenset({"proposed", "submitted", "decided", "presented"}),
    ),
    event_field="decided_on",
    title=("award", "recipient_collective", "recipient_person"),
    columns=("recipient_collective", "recipient_person", "award", "level", "decided_on"),
    rules=(
        not_future("proposed_on", "decided_on", "presented_on", "moves.on"),
        days_in_order("proposed_on", "decided_on"),
        days_in_order("decided_on", "presented_on"),
        Rule(fields=("recipient_kind", "recipient_collective"), check=_named),
        Rule(fields=("recipient_kind", "recipient_person"), check=_person),
        Rule(fields=("award", "other_award"), check=_other),
        Rule(fields=("award", "recipient_kind"), check=_for_whom, basis=f"{LAW} Đ26, 27, 78-80"),
        Rule(fields=("award", "level", "decided_on"), check=_by_whom, basis=f"{LAW} Đ74, 78-80"),
        Rule(fields=("decided_on", "moves"), check=_refused),
    ),
    indicators=INDICATORS,
)
