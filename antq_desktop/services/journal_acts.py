"""The acts of the journal, in kinds that a person chooses from; each act has words.

An act that is noted anywhere stands here once: a rule of the tests looks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Mapping[str, tuple[str, ...]] = {
    "records": (
        "save",
        "void",
        "discard",
        "attach",
        "detach",
        "scan_removed",
        "scan_left",
        "query_explain",
        "duplicate_decided",
        "duplicate_reopened",
    ),
    "sealed": ("reveal", "unseal", "case_read", "export_age"),
    "paper": (
        "print",
        "sign_paper",
        "report_paper",
        "list_exported",
        "attachment_export",
        "journal_exported",
    ),
    "bundles": (
        "submit",
        "prepare",
        "prepare_discarded",
        "countersign",
        "send_back",
        "consolidate",
        "sign",
        "export",
        "receipt",
        "import",
        "undo_import",
        "decide",
        "report_correct",
        "query",
        "query_withdraw",
        "query_close",
        "query_received",
        "refused_row",
    ),
    "handed": (
        "case_sent",
        "case_received",
        "case_answered",
        "case_receipt",
        "hand_over",
        "take_over",
        "transfer_receipt",
    ),
    "trust": (
        "request",
        "key_handed_over",
        "request_came",
        "request_put_away",
        "issue",
        "revoke",
        "left_standing",
        "list_renewed",
        "anchor_added",
        "anchor_list",
        "anchor_assigned",
        "anchor_removed",
        "directory",
        "directory_installed",
        "token_taken",
    ),
    "users": (
        "workspace_created",
        "unlock",
        "unlock_failed",
        "recovered",
        "recovery_prepared",
        "recovery_replaced",
        "recovery_drill",
        "keys_mended",
        "seals_given",
        "user_added",
        "user_disabled",
        "role_changed",
        "passphrase_changed",
        "user_renewed",
    ),
    "settings": (
        "policy",
        "signatures_wanted",
        "switches",
        "due_date",
        "query_term",
        "attachment_limits",
        "units_imported",
        "unit_continued",
        "added_criteria",
        "grade_thresholds",
        "calendar_corrected",
        "calendar_taken_back",
        "calendar_year",
        "calendar_year_taken_back",
    ),
    "care": (
        "backup",
        "backup_checked",
        "backup_copied",
        "backup_proved",
        "backup_restored",
        "moved",
        "move_undone",
        "moved_here",
        "stayed",
        "rebuilt",
        "clock_corrected",
        "check_exported",
    ),
}
"""The acts by kind, in the order in which both are offered."""

ACTS = frozenset(act for acts in KINDS.values() for act in acts)

SHOWN = (
    "revision",
    "form",
    "how",
    "pages",
    "period",
    "periods",
    "version",
    "verdict",
    "decision",
    "role",
    "file",
    "records",
    "rows",
    "lines",
    "verdicts",
    "answers",
    "queries",
    "bundles",
    "day",
    "days",
    "signatures",
    "due",
    "year",
    "unit",
    "to",
    "serial",
    "token",
    "was",
    "source",
    "reason",
)
"""The details that a person reads, in this order; the others are ids, digests and the like."""

CODED = frozenset({"how", "verdict", "decision", "role"})
"""The details whose values are codes with words of their own."""

VALUES = (
    "print",
    "save",
    "case",
    "take",
    "refuse",
    "return",
    "hold",
    "different",
    "both",
    "double",
    "accepted",
    "remarks",
    "same",
    "refused",
    "held",
    "held_gap",
    "held_newer",
    "fork",
    "head",
    "officer",
)
"""The codes that have words."""


def base_of(act: str) -> str:
    """Return an act without what is said of it: a failed unlock names why it failed."""
    return act.partition(":")[0]
