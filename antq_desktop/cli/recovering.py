"""``recovery``: the sheet and the shares, made anew, tried, and used to get in again."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_moment
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.cli.recovery import is_pdf, read_secret, read_sheet, read_words, sheet_file
from antq_desktop.cli.workspace import describe
from antq_desktop.errors import Refusal
from antq_desktop.services.opening import key_file
from antq_desktop.services.papers import note_printed
from antq_desktop.services.recovering import lost_serials, recover_workspace
from antq_desktop.services.recovery_key import (
    confirm,
    drill,
    drill_due,
    drop_waiting,
    new_shares,
    new_sheet,
    standing,
)
from antq_desktop.services.recovery_papers import check_printable, share_paper, sheet_paper
from antq_desktop.services.workspace import user_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.crypto.recovery import Share
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.workspace import Workspace

    Body = Callable[..., Answer]

_NUMBERS = (1, 2, 3)
_BY = {"sheet": "cli.recovery_by_sheet", "shares": "cli.recovery_by_shares"}


def _paper_options(body: Body) -> Body:
    """Give a command the options by which the recovery key is read from paper."""
    shares = option("--share", "shares", type=FILE, multiple=True, help="cli.option_share")
    return option("--recovery-file", type=FILE, help="cli.option_recovery_file")(shares(body))


def _standing(session: Session, workspace: Workspace) -> Answer:
    found, due = standing(workspace), drill_due(workspace)
    tried = found.drilled.isoformat() if found.drilled is not None else None
    waiting = found.waiting.at.isoformat() if found.waiting is not None else None
    by = "sheet" if found.share_set is None else "shares"
    document = {
        "by": by,
        "set": found.share_set,
        "since": found.since.isoformat() if found.since is not None else None,
        "tried": tried,
        "due": due,
        "waiting": waiting,
    }
    lines = [session.label(_BY[by], set=str(found.share_set))]
    if tried is None:
        lines.append(session.label("cli.recovery_never_tried"))
    else:
        lines.append(session.label("cli.recovery_tried", at=shown_moment(tried)))
    if due:
        lines.append(session.label("cli.recovery_try_due"))
    if waiting is not None:
        lines.append(session.label("cli.recovery_waiting", at=shown_moment(waiting)))
    return Answer(document, lines)


@click.command("show", cls=Command, help="cli.help_recovery_show")
@pass_session
def show(session: Session) -> Answer:
    """Say what lets in when all passphrases are lost, and when that was tried."""
    with session.workspace() as workspace:
        return _standing(session, workspace)


@click.command("shares", cls=Command, help="cli.help_recovery_shares")
@option("-o", "folder", type=FILE, required=True, help="cli.option_shares_folder")
@option("--text", "as_text", is_flag=True, help="cli.option_shares_text")
@pass_session
def shares(session: Session, folder: Path, *, as_text: bool) -> Answer:
    """Put three new shares on paper; nothing is replaced until they are typed back."""
    ending = "txt" if as_text else "pdf"
    paths = [folder / f"manh-khoi-phuc-{number}.{ending}" for number in _NUMBERS]
    with session.workspace() as workspace, ExitStack() as files:
        workspace.require_head()
        if not as_text:
            check_printable(workspace)
        writes = [files.enter_context(sheet_file(path)) for path in paths]
        made = new_shares(workspace)
        for share, write, path in zip(made, writes, paths, strict=True):
            paper = None if as_text else share_paper(workspace, share)
            if not write(_content(session, workspace, share, paper)):
                drop_waiting(workspace)
                raise Refusal("files.cannot_write", name=path.name)
    document = {"set": made[0].set, "paths": [str(path) for path in paths]}
    return Answer(document, [*map(str, paths), session.label("cli.recovery_next_step")])


def _content(session: Session, workspace: Workspace, share: Share, paper: Paper | None) -> bytes:
    if paper is not None:
        note_printed(workspace, paper, how="save")
        return paper.pdf
    head = session.label(
        "cli.recovery_share_file",
        number=share.number,
        set=str(share.set),
        unit=workspace.unit.name,
        user=workspace.opened.slot.name,
    )
    lines = [f"{number}. {word}" for number, word in enumerate(share.words, 1)]
    return "\n".join([head.strip(), *lines, ""]).encode()


@click.command("sheet", cls=Command, help="cli.help_recovery_sheet")
@option("-o", "path", type=FILE, required=True, help="cli.option_new_sheet")
@pass_session
def sheet(session: Session, path: Path) -> Answer:
    """Put a new key on one sheet; nothing is replaced until it is typed back."""
    with session.workspace() as workspace:
        workspace.require_head()
        if is_pdf(path):
            check_printable(workspace)
        with sheet_file(path) as write:
            secret = new_sheet(workspace)
            content = f"{secret}\n".encode()
            if is_pdf(path):
                paper = sheet_paper(workspace, secret)
                note_printed(workspace, paper, how="save")
                content = paper.pdf
            if not write(content):
                drop_waiting(workspace)
                raise Refusal("files.cannot_write", name=path.name)
    return Answer({"path": str(path)}, [str(path), session.label("cli.recovery_next_step")])


@click.command("confirm", cls=Command, help="cli.help_recovery_confirm")
@_paper_options
@option("--old-recovery-file", type=FILE, help="cli.option_old_recovery_file")
@option("--old-share", "old_shares", type=FILE, multiple=True, help="cli.option_old_share")
@pass_session
def confirm_paper(
    session: Session,
    recovery_file: Path | None,
    shares: Sequence[Path],
    old_recovery_file: Path | None,
    old_shares: Sequence[Path],
) -> Answer:
    """Let what was typed back from paper take the place of what was there before."""
    if recovery_file is None and not shares:
        raise Refusal("recovery.not_given")
    text = session.label("cli.sealing_parts")
    by_old = old_recovery_file is not None or bool(old_shares)
    old = read_secret(session, old_recovery_file, old_shares) if by_old else None
    with session.workspace() as workspace:
        confirm(
            workspace,
            sheet=read_sheet(recovery_file) if recovery_file is not None else None,
            shares=[read_words(one) for one in shares],
            old=old,
            tell=lambda done, total: session.progress(text, done, total),
        )
        session.progress("", 0, 0)
        answer = _standing(session, workspace)
    return Answer(answer.document, [session.label("cli.recovery_replaced"), *answer.lines])


@click.command("drill", cls=Command, help="cli.help_recovery_drill")
@_paper_options
@pass_session
def try_paper(session: Session, recovery_file: Path | None, shares: Sequence[Path]) -> Answer:
    """Try the sheet or two shares, and keep the day."""
    with session.workspace() as workspace:
        drill(workspace, read_secret(session, recovery_file, shares))
        answer = _standing(session, workspace)
    return Answer(answer.document, [session.label("cli.recovery_drilled"), *answer.lines])


def _use(session: Session, recovery_file: Path | None, shares: Sequence[Path]) -> Answer:
    """Let the holder of the sheet or of two shares in, as a head with a new passphrase."""
    if not key_file(session.paths).exists():
        raise Refusal("store.missing")
    secret = read_secret(session, recovery_file, shares)
    user = user_name(session.options.user or "")
    passphrase = session.passphrase(new=True)
    program = session.program
    recover_workspace(
        session.paths, secret, user, passphrase, program.catalogue, program.new_clock()
    )
    session.remember_user(user)
    with session.workspace(passphrase) as workspace:
        answer = describe(session, workspace)
        lost = lost_serials(workspace)
    said = [session.label("cli.recovery_enrol", serial=serial) for serial in lost]
    return Answer({**answer.document, "lost_certificates": list(lost)}, [*answer.lines, *said])


def _command(name: str) -> click.Command:
    body = _paper_options(pass_session(_use))
    return click.command(name, cls=Command, help="cli.help_recovery_use")(body)


use, recover = _command("use"), _command("recover")
