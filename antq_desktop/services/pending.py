"""pending.log: acts without a key (failed unlocks); they enter the journal at the next unlock."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.canonical import NotCanonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_NAME = "pending.log"


def note(folder: Path, at: str, user: str, act: str) -> None:
    """Write down an act; a folder that cannot be written is no reason to hide the real error."""
    line = canonical.dump({"at": at, "user": user, "act": act})
    try:
        with (folder / _NAME).open("ab") as stream:
            stream.write(line + b"\n")
    except OSError:
        return


def take(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (at, user, act) of each line; one that a power cut left half written is passed over."""
    try:
        lines = (folder / _NAME).read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        try:
            body = cast("Mapping[str, str]", canonical.load(line))
            yield str(body["at"]), str(body["user"]), str(body["act"])
        except (NotCanonical, KeyError, TypeError):
            continue


def clear(folder: Path) -> None:
    """Empty the log once its lines are in the journal."""
    (folder / _NAME).unlink(missing_ok=True)
