"""``practice``: the class of an invented commune and its office, entered, looked for, removed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, table
from antq_desktop.cli.base import Command, option, pass_session
from antq_desktop.errors import Refusal
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.practice import fill_with_sample
from antq_desktop.services.practice_class import (
    COMMUNE,
    OPENED_BY,
    POSTS,
    class_paths,
    class_there,
    make_class,
    practice_units,
    remove_class,
    stick_folder,
)

if TYPE_CHECKING:
    from antq_desktop.cli.session import Session

_ROLES = {"commune": "cli.workspace_commune", "office": "cli.workspace_office"}


@click.command("enter", cls=Command, help="cli.help_practice_enter")
@pass_session
def enter(session: Session) -> Answer:
    """Say where both places of the class are; the first time they are made and the commune filled.

    A terminal has no place to stand at: ``--home`` leads each further command to one of the two.
    """
    program = session.program
    made = make_class(session.paths, program.catalogue, program.new_clock())
    if made:
        _fill(session)
    return _described(session, made=made)


def _fill(session: Session) -> None:
    def progress(done: int, total: int) -> None:
        session.progress(session.label("cli.class_filling"), done, total)

    program, home = session.program, class_paths(session.paths, COMMUNE)
    with open_workspace(
        home, COMMUNE.user, OPENED_BY, program.catalogue, program.new_clock()
    ) as workspace:
        fill_with_sample(workspace, progress)
    session.progress("", 0, 0)


@click.command("show", cls=Command, help="cli.help_practice_show")
@pass_session
def show(session: Session) -> Answer:
    """Say where both places of the class are."""
    if not class_there(session.paths):
        raise Refusal("practice.no_class")
    return _described(session, made=False)


@click.command("remove", cls=Command, help="cli.help_practice_remove")
@option("--yes", is_flag=True, help="cli.option_yes")
@pass_session
def remove(session: Session, *, yes: bool) -> Answer:
    """Remove the class with all that was done in it, once a person has said so."""
    if class_there(session.paths) and not yes and not _agreed(session):
        return Answer({"removed": False}, [session.label("cli.class_kept")])
    remove_class(session.paths)
    return Answer({"removed": True}, [session.label("cli.class_removed")])


def _agreed(session: Session) -> bool:
    if not sys.stdin.isatty():
        raise Refusal("practice.not_confirmed")
    return click.confirm(session.label("cli.class_ask"), err=True)


def _described(session: Session, *, made: bool) -> Answer:
    units, today = practice_units(), session.program.new_clock().today()
    posts = [
        {
            "unit": post.code,
            "name": units.resolve(post.code, today).name,
            "role": post.role,
            "user": post.user,
            "home": str(class_paths(session.paths, post).data),
        }
        for post in POSTS
    ]
    stick = str(stick_folder(session.paths))
    document = {"made": made, "posts": posts, "passphrase": OPENED_BY, "stick": stick}
    head = ("cli.workspace_role", "cli.unit", "cli.user", "cli.home")
    rows = (
        (session.label(_ROLES[post["role"]]), post["name"], post["user"], post["home"])
        for post in posts
    )
    return Answer(
        document,
        [
            session.label("cli.class_ready"),
            "",
            *table([session.label(one) for one in head], rows),
            "",
            session.label("cli.class_passphrase", passphrase=OPENED_BY),
            session.label("cli.class_stick", folder=stick),
        ],
    )
