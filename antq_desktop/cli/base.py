"""Commands and options as click has them, with help in the language of the person.

``help`` is a message id everywhere. The common options are taken before and after the name of a
command; they are declared here once and kept in `Options`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from antq_desktop.cli.session import Session
from antq_desktop.messages import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from antq_desktop.cli.answers import Answer

    Body = Callable[..., Answer]

FILE = click.Path(path_type=Path)
"""A file or folder; whether it is there is for the service to say."""

DAY = click.DateTime(["%Y-%m-%d"])
"""A day in ISO form."""

pass_session = click.make_pass_decorator(Session)


class Option(click.Option):
    """An option whose help is a message id."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help."""
        record = super().get_help_record(ctx)
        if record is None or self.help is None:
            return record
        required = f"[{_text(ctx, 'cli.required').lower()}]"
        said = record[1].replace(self.help, _text(ctx, self.help))
        return record[0], said.replace("[required]", required)


class _Common(Option):
    """One of the options that every command takes."""


def _remember(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    """Keep what was said: on two levels the later one counts, and both before the environment."""
    options, name = ctx.ensure_object(Session).options, str(parameter.name)
    typed = ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
    if typed or (value is not None and getattr(options, name) is None):
        setattr(options, name, value)


def _common(*names: str, **more: Any) -> _Common:
    return _Common(names, expose_value=False, callback=_remember, **more)


COMMON: Sequence[click.Option] = (
    _common("--home", type=FILE, envvar="ANTQ_HOME", help="cli.option_home"),
    _common("--user", help="cli.option_user"),
    _common("--lang", type=click.Choice(["vi", "en"]), help="cli.option_lang"),
    _common("--json", is_flag=True, help="cli.option_json"),
    _common("--passphrase-file", type=FILE, help="cli.option_passphrase_file"),
    _common("--pin-file", type=FILE, help="cli.option_pin_file"),
)


def option(*names: str, **more: Any) -> Callable[[Body], Body]:
    """Give a command an option; ``help`` is a message id."""
    return click.option(*names, cls=Option, **more)


class _Localized(click.Command):
    """What commands and groups have in common."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.params = [*self.params, *COMMON]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is written."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_text(ctx, "cli.usage") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        if self.help is not None:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(_text(ctx, self.help))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of the command, then those that all commands have."""
        own = [one for one in self.get_params(ctx) if not isinstance(one, _Common)]
        for heading, options in (("cli.options", own), ("cli.common_options", COMMON)):
            records = [found for one in options if (found := _record(ctx, one))]
            with formatter.section(_text(ctx, heading)):
                formatter.write_dl(records)


class WrongUsage(click.UsageError):
    """Wrong usage that is told in the language of the person already."""


class Command(_Localized):
    """A command; its body returns an `Answer`."""


class Group(_Localized, click.Group):
    """A group of commands."""

    command_class = Command
    group_class = type

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands first: they are what a person looks for."""
        rows = [
            (name, _text(ctx, str(command.help))) for name, command in sorted(self.commands.items())
        ]
        with formatter.section(_text(ctx, "cli.commands")):
            formatter.write_dl(rows)
        _Localized.format_options(self, ctx, formatter)


def _record(ctx: click.Context, parameter: click.Parameter) -> tuple[str, str] | None:
    if isinstance(parameter, click.Argument):
        return None  # it stands in the line above, which says how the command is written
    record = parameter.get_help_record(ctx)
    if record is None or isinstance(parameter, Option):
        return record
    if isinstance(parameter, click.Argument):  # it stands in the usage, and has no help of its own
        return None
    return record[0], _text(ctx, "cli.option_help")  # click's own: nothing else is no Option


def _text(ctx: click.Context, message_id: str) -> str:
    session = ctx.find_object(Session)
    return label(message_id, session.language if session is not None else "vi")
