"""Runs one command line from its words to its exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.cli.answers import Answer
from antq_desktop.cli.commands import root
from antq_desktop.cli.outcome import Outcome
from antq_desktop.cli.session import Session, first_look
from antq_desktop.services.plainly import plainly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.cli.session import Program

NAME = "antq-desktop"


def run(arguments: Sequence[str], program: Program) -> int:
    """Run a command and return its exit code; everything there is to say has been said."""
    session = Session(program, first_look(arguments))
    outcome = Outcome(session)
    with outcome:
        answer = plainly(
            lambda: root.main(list(arguments), NAME, standalone_mode=False, obj=session)
        )
        if isinstance(answer, Answer):
            outcome.answer(answer)
    return outcome.exit_code
