"""What the tests of paper share: a report of crime, the journal's lines, refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services.papers import compose

if TYPE_CHECKING:
    from antq_desktop.services.workspace import Workspace

INFORMANT = {
    "full_name": "Giàng A Ví",
    "born": "1990-05",
    "id_number": "000190000007",
    "phone": "0912345678",
    "address": "Tổ mẫu số 9",
}
YEAR = parse_period("DL-2023")


def report(**values: object) -> dict[str, object]:
    """Return the values of a complete report of crime."""
    return {
        "received_at": "2023-03-05T14:30+07:00",
        "received_by": "Trực ban mẫu 1",
        "source_kind": "denunciation",
        "channel": "in_person",
        "origin_group": "people",
        "informant": INFORMANT,
        "secrecy_request": "none",
        "summary": "Báo có người trộm xe đạp.",
        "offence_field": "social_order",
        "moves": [{"state": "received", "on": "2023-03-05T14:30+07:00"}],
        **values,
    }


def printed(workspace: Workspace) -> list[dict[str, object]]:
    """Return the details of the journal's lines on paper and on reveals, oldest first."""
    return [
        {"act": entry["act"], **cast("dict[str, object]", entry["details"])}
        for entry in workspace.store.journal.entries()
        if entry["act"] in {"print", "reveal"}
    ]


def refused(workspace: Workspace, form: str, **wanted: Any) -> str:
    """Return the id of the refusal that a form meets."""
    with pytest.raises(Refusal) as refusal:
        compose(workspace, form, **wanted)
    return refusal.value.message_id
