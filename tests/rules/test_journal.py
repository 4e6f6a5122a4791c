"""Every act that is noted has words, and a kind to be found by; what is shown of it has a label."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from antq_desktop.messages import message_ids
from antq_desktop.services.journal_acts import ACTS, CODED, KINDS, SHOWN, VALUES, base_of
from antq_desktop.store.journal import TYPED
from tests.rules.sources import called, python_files, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Acts that stand in a variable where they are noted, with the files where this is so.
HANDED_IN = {
    "antq_desktop/services/saving.py": {"save", "void"},
    "antq_desktop/services/standard_tables.py": {"added_criteria", "grade_thresholds"},
    "antq_desktop/services/opening.py": {"unlock_failed", "backup_checked", "backup_copied"},
    "antq_desktop/services/workspace.py": set[str](),
}


def noted() -> Iterator[tuple[str, str]]:
    """Yield each act that is noted, with its place; "" for one that stands in a variable."""
    for file in python_files("antq_desktop/services"):
        for call, name in called(file):
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            spoken = ast.unparse(owner) if owner is not None else ""
            if name in {"note", "note_all"} and spoken.endswith("workspace"):
                act = call.args[0]
            elif name in {"add", "add_all"} and spoken.endswith("journal"):
                act = call.args[2]
            else:
                continue
            text = act.value if isinstance(act, ast.Constant) else ""
            yield str(text), f"{shown(file)}:{call.lineno}"


def test_every_act_that_is_noted_has_a_kind() -> None:
    found = list(noted())
    assert len(found) > len(ACTS) // 2
    unknown = {act: place for act, place in found if act and act not in ACTS}
    assert not unknown
    assert {place.partition(":")[0] for act, place in found if not act} == set(HANDED_IN)
    said = {act for act, _ in found if act} | set[str]().union(*HANDED_IN.values())
    assert not ACTS - said, "acts that nobody notes any more"


def test_an_act_has_one_kind() -> None:
    assert len(ACTS) == sum(len(acts) for acts in KINDS.values())
    assert base_of("unlock_failed:users.wrong_passphrase") in ACTS


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("act", ACTS),
        ("kind", KINDS),
        ("detail", SHOWN),
        ("value", VALUES),
    ],
)
def test_all_of_them_have_words_and_no_words_are_left_over(prefix: str, names: object) -> None:
    begins = f"journal_{prefix}."
    assert isinstance(names, frozenset | dict | tuple)
    ids = {name for name in message_ids("vi") if name.startswith(begins)}
    assert ids == {f"{begins}{name}" for name in names}


def test_what_is_typed_is_shown_but_for_a_name_that_stands_elsewhere() -> None:
    assert TYPED - set(SHOWN) == {"name"}
    assert set(SHOWN) >= CODED
