"""Switches: what counting.md leaves to the office, and how it is set where nobody said.

An office sets them, its directory carries them, every figure names those it was counted with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Code, Label
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One question of counting with its answers; the first holds where none was chosen.

    ``rule`` is the counting rule that leaves it open.
    """

    name: str
    label: Label
    rule: str
    choices: tuple[Code, ...]

    @property
    def default(self) -> str:
        """The answer that holds until an office says otherwise."""
        return self.choices[0].code

    def chosen(self, switches: Mapping[str, str]) -> str:
        """Return the answer among settings, the default where they have none that is known."""
        found = switches.get(self.name)
        return found if found in {one.code for one in self.choices} else self.default

    def said(self, switches: Mapping[str, str]) -> Label:
        """Return the words of the answer."""
        chosen = self.chosen(switches)
        return next(one.label for one in self.choices if one.code == chosen)


PEOPLE = Switch(
    name="people",
    label=Label("Nhân dân cung cấp tin (B1.2)", "Who the people are (B1.2)"),
    rule="A12",
    choices=(
        Code(
            "grassroots_included",
            Label(
                "kể cả lực lượng tham gia bảo vệ ANTT ở cơ sở",
                "the grassroots force included",
            ),
        ),
        Code(
            "people_only",
            Label(
                "không kể lực lượng tham gia bảo vệ ANTT ở cơ sở",
                "without the grassroots force",
            ),
        ),
    ),
)
MINORS = Switch(
    name="minors",
    label=Label("Hồ sơ đề nghị (B3.1)", "Files proposed (B3.1)"),
    rule="A20",
    choices=(
        Code("included", Label("kể cả người dưới 18 tuổi", "minors included")),
        Code("left_out", Label("không kể người dưới 18 tuổi", "without minors")),
    ),
)

SWITCHES = (PEOPLE, MINORS)
"""All there are."""


def settings(stated: Mapping[str, object]) -> dict[str, str]:
    """Return the setting of every switch, the default where nothing that is known was stated."""
    texts = {name: str(value) for name, value in stated.items()}
    return {one.name: one.chosen(texts) for one in SWITCHES}


def parse_switch(text: str) -> tuple[Switch, str]:
    """Read "name=answer"; Refusal ``switches.unknown`` for a name or an answer that is none."""
    name, _, answer = text.partition("=")
    for one in SWITCHES:
        if one.name == name.strip() and answer.strip() in {code.code for code in one.choices}:
            return one, answer.strip()
    known = "; ".join(
        f"{one.name}={'|'.join(code.code for code in one.choices)}" for one in SWITCHES
    )
    raise Refusal("switches.unknown", text=text, known=known)
