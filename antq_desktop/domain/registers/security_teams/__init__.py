"""R08b: the security teams of the hamlets (Tổ bảo vệ an ninh, trật tự), with their members.

Basis: Luật 30/2023/QH15 (in force 01/07/2024) Đ13, 14, 16, 17; NĐ 40/2024/NĐ-CP; TT
14/2024/TT-BCA; grades by HD 01/HD-BCA-V05 (2026). The teams took the place of the civil guards and
the part-time commune police, which stand in R08c. That at most a fifth of the well graded may be
"excellent" is judged over the whole commune, so no rule of one team can see it.
"""

from __future__ import annotations

from antq_desktop.domain.fields import Label
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.register import Group, Register
from antq_desktop.domain.registers.security_teams.fields import MEMBERS, STATES, TEAM, WORK
from antq_desktop.domain.registers.security_teams.indicators import INDICATORS
from antq_desktop.domain.registers.security_teams.limits import DEADLINES
from antq_desktop.domain.registers.security_teams.rules import RULES

REGISTER = Register(
    name="security_teams",
    code="R08b",
    label=Label("Tổ bảo vệ an ninh, trật tự", "Security teams"),
    group=Group.FORCES,
    basis="Luật 30/2023/QH15; NĐ 40/2024/NĐ-CP; TT 14/2024/TT-BCA; HD 01/HD-BCA-V05 (2026)",
    sections=(TEAM, MEMBERS, WORK),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(proposed="active", active="dissolved"),
        first=frozenset({"proposed", "active", "dissolved"}),
    ),
    event_field="started_on",
    title=("name",),
    columns=("name", "decided_on", "started_on", "ended_on"),
    rules=RULES,
    deadlines=DEADLINES,
    indicators=INDICATORS,
)
