"""However a command ends, it ends with an exit code and words; never with a traceback."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Self

import click
from click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchCommand,
    NoSuchOption,
)

from antq_desktop import logs
from antq_desktop.cli.base import WrongUsage
from antq_desktop.cli.problems import problem_documents, problem_lines
from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.errors import Refusal
from antq_desktop.messages import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from antq_desktop.cli.answers import Answer
    from antq_desktop.cli.session import Session
    from antq_desktop.errors import MessageValue

WRONG_USAGE, REFUSED, FAULT, INTERRUPTED = 2, 3, 4, 130


class Outcome:
    """Turns any end of the block into ``exit_code`` and words in the language of the person."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.exit_code = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Say what went wrong; what is no error of a program (SystemExit) goes on."""
        match error:
            case Refusal():
                self._refused(error)
            case click.ClickException():
                self._wrong_usage(error)
            case KeyboardInterrupt() | click.Abort():
                self._session.tell("")
                self.exit_code = INTERRUPTED
            case BrokenPipeError():
                # The reader (head, less) has seen enough; Python would complain at its end.
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            case Exception():
                self._fault(error)
            case _:
                return False
        return True

    def answer(self, answer: Answer) -> None:
        """Print the answer of a command that came to its end."""
        if self._session.options.json:
            _print_json(answer.document)
        else:
            sys.stdout.writelines(f"{line}\n" for line in answer.lines)
        sys.stdout.flush()
        self.exit_code = answer.exit_code

    def _refused(self, refusal: Refusal) -> None:
        findings = refusal.findings if isinstance(refusal, ProblemsFound) else ()
        document = {
            "refused": refusal.message_id,
            **self._say(refusal.message_id, refusal.values),
            "problems": problem_documents(self._session, findings),
        }
        for line in problem_lines(self._session, findings):
            self._session.tell(line)
        self._end(REFUSED, document)

    def _wrong_usage(self, error: click.ClickException) -> None:
        message = _usage_words(self._session, error)
        context = error.ctx if isinstance(error, click.UsageError) else None
        if context is not None:
            alone = isinstance(error, NoArgsIsHelpError)
            self._session.tell(context.get_help() if alone else context.get_usage())
        self._session.tell(message)
        self._end(WRONG_USAGE, {"usage": message})

    def _fault(self, error: BaseException) -> None:
        self._session.start_log(anyway=True)
        reference = logs.log_fault(error)
        self._end(FAULT, {"fault": reference, **self._say("cli.fault", {"reference": reference})})

    def _say(self, message_id: str, values: Mapping[str, MessageValue]) -> dict[str, str]:
        said = words(message_id, self._session.language, values)
        self._session.tell(said.text)
        self._session.tell(said.action)
        return {"message": said.text, "action": said.action}

    def _end(self, exit_code: int, document: Mapping[str, object]) -> None:
        self.exit_code = exit_code
        if self._session.options.json:
            _print_json(document)


def _usage_words(session: Session, error: click.ClickException) -> str:
    """Return what is wrong with a command as it was written; click itself speaks English only."""
    message_id, name = "cli.usage_wrong", error.format_message()
    match error:
        case WrongUsage():
            return name
        case NoArgsIsHelpError():
            message_id = "cli.usage_command"
        case MissingParameter(param=click.Parameter() as missing):
            message_id, name = "cli.usage_missing", _name(missing)
        case BadParameter(param=click.Parameter() as bad):
            message_id, name = "cli.usage_bad_value", _name(bad)
        case BadOptionUsage(option_name=name):
            message_id = "cli.usage_no_value"
        case NoSuchOption(option_name=name):
            message_id = "cli.usage_no_option"
        case NoSuchCommand(command_name=name):
            message_id = "cli.usage_no_command"
    return session.label(message_id, name=name)


def _name(parameter: click.Parameter) -> str:
    """Return an option as it is typed, an argument as the help names it."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name


def _print_json(document: Mapping[str, object]) -> None:
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
