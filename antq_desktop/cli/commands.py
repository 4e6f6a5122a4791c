"""All commands under one name; without a command, the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.exceptions import NoArgsIsHelpError

from antq_desktop.cli import (
    anchors,
    attachments,
    backup,
    bundle,
    bundle_content,
    calendar,
    cases,
    check,
    check_paper,
    countersigning,
    deciding,
    demo,
    duplicates,
    evidence,
    identity,
    journal,
    moving,
    paper,
    practising,
    queries,
    record,
    record_view,
    recovering,
    registers,
    renewing,
    report,
    report_paper,
    report_words,
    reported,
    revoking,
    scans,
    standard,
    tokens,
    transfers,
    units,
    users,
    window,
    workspace,
)
from antq_desktop.cli.base import Group
from antq_desktop.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.cli.answers import Answer


@click.group(cls=Group, help="cli.help", invoke_without_command=True)
@click.pass_context
def root(ctx: click.Context) -> Answer | None:
    """Open the window where no command was given."""
    if ctx.invoked_subcommand is not None:
        return None
    return window.open_window(ctx.ensure_object(Session))


def _group(name: str, text: str, commands: Sequence[click.Command]) -> None:
    root.add_command(_grouped(name, text, commands))


def _grouped(name: str, text: str, commands: Sequence[click.Command]) -> Group:
    return Group(
        name, help=text, commands=commands, callback=_need_one, invoke_without_command=True
    )


@click.pass_context
def _need_one(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise NoArgsIsHelpError(ctx)


for _command in (
    window.gui,
    demo.demo,
    registers.registers,
    record_view.search,
    paper.forms,
    paper.print_form,
    check.check,
    check_paper.check,
):
    root.add_command(_command)
_group(
    "workspace",
    "cli.help_workspace",
    (
        *(workspace.create, workspace.show, recovering.recover, workspace.remove),
        *(moving.move, moving.stay),
        *(attachments.limits, scans.folder),
    ),
)
_group("practice", "cli.help_practice", (practising.enter, practising.show, practising.remove))
_group(
    "user",
    "cli.help_user",
    (
        users.add,
        users.show_all,
        users.role,
        users.disable,
        users.passphrase,
        users.renew,
        users.seal,
    ),
)
_group(
    "recovery",
    "cli.help_recovery",
    (
        recovering.show,
        recovering.shares,
        recovering.sheet,
        recovering.confirm_paper,
        recovering.try_paper,
        recovering.use,
    ),
)
_group("units", "cli.help_units", (units.take, units.show_all, units.show, units.go_on))
_group(
    "calendar",
    "cli.help_calendar",
    (calendar.show_all, calendar.add, calendar.remove, calendar.confirm, calendar.unconfirm),
)
_group(
    "record",
    "cli.help_record",
    (
        record.add,
        record.change,
        record.void,
        record_view.show,
        record_view.show_all,
        record_view.show_history,
        evidence.show,
        record_view.gaps,
        duplicates.show_all,
        duplicates.show,
        duplicates.decide,
        duplicates.reopen,
        attachments.add,
        attachments.show_all,
        attachments.remove,
        attachments.one,
        scans.show_all,
        scans.add,
    ),
)
_group(
    "standard",
    "cli.help_standard",
    (standard.show, standard.take_criteria, standard.take_grades),
)
_group(
    "identity",
    "cli.help_identity",
    (
        identity.request,
        identity.issue,
        identity.install,
        renewing.renew,
        renewing.hand_over,
        renewing.own,
        revoking.revoke,
        revoking.show_between,
        revoking.stand,
        revoking.renew_list,
        identity.show,
        identity.export_age,
        _grouped(
            "anchor",
            "cli.help_identity_anchor",
            (
                anchors.add,
                anchors.show_all,
                anchors.remove,
                anchors.crl,
                anchors.assign_certificate,
            ),
        ),
        _grouped("token", "cli.help_identity_token", (tokens.show_all, tokens.module, tokens.use)),
    ),
)
_group(
    "bundle",
    "cli.help_bundle",
    (
        bundle.export,
        countersigning.prepared,
        countersigning.countersign,
        countersigning.give_back,
        bundle.verify,
        bundle.take,
        transfers.transfer,
        transfers.show_receivers,
        transfers.confirm,
        bundle.show_status,
        reported.due,
        deciding.decide,
        deciding.undo,
        deciding.policy,
        cases.send,
        cases.bodies,
        cases.cases,
        cases.settle,
        queries.query,
        queries.queries,
        queries.settle,
        queries.terms,
        bundle_content.show,
        bundle_content.unseal_file,
    ),
)
_group(
    "report",
    "cli.help_report",
    (
        report.indicators,
        report_paper.text,
        report_paper.paper,
        report_words.correct,
        report_words.versions,
        report_words.sentences,
        report_words.controls,
        report_words.switches,
    ),
)
_group("journal", "cli.help_journal", (journal.show_all, journal.export))
_group("backup", "cli.help_backup", (backup.create, backup.verify, backup.copy, backup.restore))
