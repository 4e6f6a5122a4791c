"""R11a: members of Ban Chỉ đạo 138, with the days on which they joined and left.

Basis: the committee itself rests on NQ 09/1998/NQ-CP, QĐ 282/QĐ-TTg (2011) and QĐ 187/QĐ-TTg
(2013); TT 124/2021/TT-BCA Đ9 names it in full. Who sits on it at the commune after 2025 could not
be verified, so no rule judges it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label, codes
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, days_in_order, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

ROLES = codes(
    ("head", "Trưởng ban", "Head"),
    ("standing_deputy", "Phó Trưởng ban Thường trực", "Standing deputy head"),
    ("deputy", "Phó Trưởng ban", "Deputy head"),
    ("member", "Ủy viên", "Member"),
    ("secretary", "Thư ký", "Secretary"),
)
STATES = codes(
    ("serving", "Đang tham gia", "Serving"),
    ("ended", "Thôi tham gia", "No longer a member"),
)
ENDED = frozenset({"ended"})

MEMBER = Section(
    Label("Thành viên", "Member"),
    (
        # The name alone: nothing of this book needs a birth date or a personal number.
        private("full_name", Kind.TEXT, ("Họ và tên", "Full name"), required=True),
        shared("role", Kind.CHOICE, ("Vai trò", "Role"), codes=ROLES, required=True),
        private("agency", Kind.ORGANIZATION, ("Cơ quan", "Agency"), required=True),
        private("position", Kind.TEXT, ("Chức vụ", "Position"), required=True),
    ),
)
TERM = Section(
    Label("Thời gian tham gia", "Time on the committee"),
    (
        private(
            "decision",
            Kind.TEXT,
            ("Quyết định kiện toàn", "Decision on the membership"),
            required=True,
            help=Label(
                "Số, ký hiệu quyết định, ví dụ 15/QĐ-UBND.",
                "The number and symbol of the decision, such as 15/QĐ-UBND.",
            ),
        ),
        shared("decided_on", Kind.DATE, ("Ngày quyết định", "Decided on"), required=True),
        shared("started_on", Kind.DATE, ("Tham gia từ ngày", "Member from"), required=True),
        shared(
            "ended_on",
            Kind.DATE,
            ("Thôi tham gia từ ngày", "No longer from"),
            required_in=ENDED,
            help=Label(
                "Ngày đầu tiên không còn là thành viên. Người đổi vai trò: kết thúc dòng này, ghi"
                " hồ sơ mới.",
                "The first day on which he is no longer a member. For a change of role end this"
                " record and write a new one.",
            ),
        ),
    ),
)


def _ended(seen: Seen, _today: date) -> Iterator[Problem]:
    """Ask for the state that goes with a day of leaving."""
    state = last_state(seen.rows("moves"))
    if seen.text("ended_on") and state not in ENDED:
        yield Problem("moves", "rules.member_ended", grave=False)


REGISTER = Register(
    name="committee_members",
    code="R11a",
    label=Label("Thành viên Ban Chỉ đạo 138", "Members of Committee 138"),
    short=Label("Thành viên Ban Chỉ đạo", "Committee members"),
    group=Group.COMMITTEE,
    basis="Căn cứ trước đây (hiệu lực hiện nay chưa xác minh): NQ 09/1998/NQ-CP; QĐ"
    " 282/QĐ-TTg (2011); QĐ 187/QĐ-TTg (2013); HD 4488/BCĐ (14/11/2013)",
    sections=(MEMBER, TERM),
    life_cycle=LifeCycle(states=STATES, next=steps(serving="ended"), first=frozenset({"serving"})),
    event_field="started_on",
    title=("full_name", "role"),
    columns=("full_name", "role", "agency", "position", "started_on", "ended_on"),
    rules=(
        not_future("decided_on", "started_on", "ended_on", "moves.on"),
        days_in_order("started_on", "ended_on", strictly=True),
        Rule(fields=("ended_on", "moves"), check=_ended),
    ),
)
