"""Invented personal numbers: what practice is full of, and what no real book may hold.

Sample people have province digits 000, which no province has (NĐ 137/2015 Đ13). In a workspace for
practice nothing is said of them. In a real one they are a grave problem: the record is kept, so
that nothing typed is lost, and is not signed until the number is put right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.person_rules import invented_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.problems import Problem
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace


def invented_problems(
    workspace: Workspace, register: Register, values: Mapping[str, object]
) -> list[Problem]:
    """Return a grave problem for each invented number of a record; none in practice."""
    return [] if workspace.place.practice else list(invented_numbers(register.fields, values))
