"""What a help desk is sent: the state of the program and of a workspace, and nobody's data.

The file holds the version, the system, counts, the findings of the self-test and the end of the
log. Of the values of a finding only those stand in it that are numbers, days or the name of a font.
No name of a person, a unit, a file or a folder is in it, and nothing of a record.
"""

from __future__ import annotations

import json
import platform
import sys
from typing import TYPE_CHECKING, TypeVar

from antq_desktop import __version__
from antq_desktop.errors import Refusal
from antq_desktop.logs import last_lines
from antq_desktop.messages import words
from antq_desktop.paths import replace_file
from antq_desktop.services import pending
from antq_desktop.store.connection import words_for_errors
from antq_desktop.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from antq_desktop.errors import MessageValue
    from antq_desktop.messages import Language
    from antq_desktop.services.checking import Check, Examined
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.store import Store

T = TypeVar("T")

FORMAT = "antq-help-1"
_LOG_LINES = 400
_TOLD = frozenset({"day", "family", "time", "today", "until"})
"""Values that are text and say nothing of anybody."""
_HIDDEN = "…"


def export_help(
    workspace: Workspace, examined: Examined, path: Path, *, overwrite: bool = False
) -> None:
    """Write what was found to a file that only its owner can read; the journal knows before.

    A journal that cannot be written, because it is damaged or its disk is full, hears of it at the
    next unlock. Refusal if the file is there and is not to be overwritten, or cannot be written.
    """
    if path.exists() and not overwrite:
        raise Refusal("files.exists", name=path.name)
    try:
        with words_for_errors(), workspace.store.atomic():
            workspace.note("check_exported")
    except Refusal:
        pending.note(
            workspace.paths.data,
            workspace.clock.stamp(),
            workspace.opened.slot.name,
            "check_exported",
        )
    text = json.dumps(help_document(workspace, examined), ensure_ascii=False, indent=2)
    try:
        replace_file(path, f"{text}\n".encode())
    except OSError:
        raise Refusal("files.cannot_write", name=path.name) from None


def help_document(workspace: Workspace, examined: Examined) -> dict[str, object]:
    """Return what a help desk is told, without personal data."""
    store = workspace.store
    return {
        "format": FORMAT,
        "tested_at": examined.at.isoformat(timespec="seconds"),
        "program": __version__,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": platform.python_version(),
        "bits": 64 if sys.maxsize > 2**32 else 32,
        "schema": SCHEMA_VERSION,
        "catalogue": workspace.catalogue.version,
        "units": workspace.units.version,
        "role": workspace.place.role,
        "class": workspace.place.class_,
        "users": len(workspace.keys.slots),
        "journal_lines": _read(lambda: store.journal.head().length),
        "attachments": _read(lambda: len(store.attachments.all())),
        "registers": _read(lambda: _counts(store)),
        "checks": [
            {"name": one.name, "ok": one.ok, "id": one.message_id, "text": told(one, "vi")}
            for one in examined.checks
        ],
        "log": last_lines(workspace.paths, _LOG_LINES),
    }


def _counts(store: Store) -> dict[str, dict[str, int]]:
    return {
        name: {"records": records, "drafts": drafts, "voided": voided}
        for name, (records, drafts, voided) in sorted(store.queries.counts().items())
    }


def _read(work: Callable[[], T]) -> T | None:
    """Return what was read, None where the database is too damaged for it."""
    try:
        with words_for_errors():
            return work()
    except Refusal:
        return None


def told(check: Check, language: Language) -> str:
    """Return the words of a finding, without what could name anybody or anything."""
    values: dict[str, MessageValue] = {
        name: value if isinstance(value, int) or name in _TOLD else _HIDDEN
        for name, value in check.values.items()
    }
    return words(check.message_id, language, values).text
