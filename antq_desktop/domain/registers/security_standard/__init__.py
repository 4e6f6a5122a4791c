"""R07: "An toàn về an ninh, trật tự", met or not, and apart from it the grading of the movement.

Basis: TT 124/2021/TT-BCA, amended by TT 48/2025/TT-BCA which could not be read; for the grades
QĐ 510/QĐ-BCA-V05 of 20/01/2022. One row is one subject in one year.
"""

from __future__ import annotations

from antq_desktop.domain.fields import Label
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.register import Group, Register
from antq_desktop.domain.registers.security_standard.checks import RULES
from antq_desktop.domain.registers.security_standard.fields import SECTIONS, STATES
from antq_desktop.domain.registers.security_standard.indicators import INDICATORS
from antq_desktop.domain.registers.security_standard.procedure import DEADLINES

REGISTER = Register(
    name="security_standard",
    code="R07",
    label=Label("An toàn về an ninh, trật tự", "Security and order standard"),
    group=Group.MOVEMENT,
    basis="TT 124/2021/TT-BCA (sửa đổi bởi TT 48/2025/TT-BCA); QĐ 510/QĐ-BCA-V05",
    sections=SECTIONS,
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            not_registered="registered",
            registered="monitored assessed",
            monitored="assessed",
            assessed="submitted failed",
            submitted="supplement_requested appraised",
            supplement_requested="submitted",
            appraised="passed failed",
            passed="certified revoked",
            certified="revoked",
        ),
        # A book may be begun in the middle of a year, or with the results of one that is over.
        first=frozenset(code.code for code in STATES),
    ),
    event_field="registered_on",
    title=("subject", "year"),
    columns=("year", "subject_kind", "subject", "result", "grade"),
    booked_by="year",
    rules=RULES,
    deadlines=DEADLINES,
    indicators=INDICATORS,
)
