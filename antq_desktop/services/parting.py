"""Carrying a bundle in parts, and making a bundle of the parts that come in."""

from __future__ import annotations

import errno
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from antq_desktop.bundle.limits import DEFAULT_LIMITS
from antq_desktop.bundle.parts import (
    LEAST_PART,
    MOST_PARTS,
    BadParts,
    assemble,
    cut,
    is_list_name,
    join,
    part_number,
    read_list,
)
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import scratch
from antq_desktop.services.delivering import must_be_finished, outbox
from antq_desktop.services.verdicts import unopened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from antq_desktop.bundle.parts import Assembly, PartList
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

PART_SIZE: Final = 20_000_000
"""Bytes of a part where nothing else is said: most mail takes it."""

_JOINED: Final = ".new-"
"""How folders begin that are swept at the next opening."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person brought: ``bundles`` to judge, and verdicts on what makes no bundle.

    Those of ``joined`` lie in a folder of ours: a person knows them by their names alone.
    """

    bundles: tuple[Path, ...]
    verdicts: tuple[Verdict, ...] = ()
    joined: frozenset[Path] = frozenset()


def deliver_parts(workspace: Workspace, row: Outgoing, folder: Path, part_size: int) -> list[Path]:
    """Write a bundle of the outbox into a folder as parts and their list, which comes last.

    The journal names the export before. What was written is read back. Refusal as `deliver` does,
    and for a size that gives too many parts.
    """
    must_be_finished(row)
    source = outbox(workspace) / row.file
    if not folder.is_dir():
        raise Refusal("medium.missing", name=str(folder))
    if not source.is_file():
        raise Refusal("store.file_gone", name=row.file)
    with workspace.store.atomic():
        workspace.note("export", bundle=row.bundle_id, file=row.file, part_size=part_size)
    try:
        listed = cut(source, folder, part_size)
        names = [listed.part_name(number) for number in range(1, len(listed.parts) + 1)]
        written = [folder / name for name in names]
        (back,), _ = assemble([listed], written)
    except BadParts:
        raise Refusal("parts.bad_size", least=LEAST_PART, most=MOST_PARTS) from None
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise Refusal("medium.full") from None
        raise Refusal("medium.cannot_write", name=str(folder)) from None
    if not back.complete or listed.whole != row.sha256:
        raise Refusal("medium.not_equal")
    with workspace.store.atomic():
        workspace.store.exchanged.written(row.digest, workspace.clock.stamp(), str(folder))
    return [*written, folder / f"{row.file}.sha256"]


@contextmanager
def brought(
    workspace: Workspace, paths: Sequence[Path], fetch: Callable[[Path], Path]
) -> Iterator[Brought]:
    """Make bundles of files: as they are, or joined of parts in whatever order.

    ``fetch`` copies a part from its medium. What is joined lies in the inbox until the context
    ends: it is sealed. Refusal if a part cannot be fetched, or the disk does not take it.
    """
    files = list(dict.fromkeys(paths))
    parts = [path for path in files if part_number(path) is not None]
    lists = [path for path in files if is_list_name(path)]
    whole = [path for path in files if path not in {*parts, *lists}]
    if not (parts or lists):
        yield Brought(tuple(whole))
        return
    with tempfile.TemporaryDirectory(dir=scratch(workspace), prefix=_JOINED) as made:
        joined, verdicts = _joined(
            [fetch(path) for path in parts], [fetch(path) for path in lists], Path(made)
        )
        yield Brought((*whole, *joined), tuple(verdicts), frozenset(joined))


def join_parts(workspace: Workspace, paths: Sequence[Path]) -> Brought:
    """Join parts as `brought` does; what is joined stays until the next opening sweeps it."""
    parts = [path for path in paths if part_number(path) is not None]
    lists = [path for path in paths if is_list_name(path)]
    whole = [path for path in paths if path not in {*parts, *lists}]
    made = tempfile.mkdtemp(dir=scratch(workspace), prefix=_JOINED)
    try:
        joined, verdicts = _joined(parts, lists, Path(made))
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return Brought((*whole, *joined), tuple(verdicts), frozenset(joined))


def is_of_parts(path: Path) -> bool:
    """Say whether a file is a part or a list of parts, by its name."""
    return part_number(path) is not None or is_list_name(path)


def _joined(
    parts: Sequence[Path], lists: Sequence[Path], folder: Path
) -> tuple[list[Path], list[Verdict]]:
    try:
        return _join(parts, lists, folder)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise Refusal("store.disk_full") from None
        raise Refusal("bundles.cannot_read", name=Path(str(error.filename)).name) from None


def _join(
    parts: Sequence[Path], lists: Sequence[Path], folder: Path
) -> tuple[list[Path], list[Verdict]]:
    read: list[PartList] = []
    verdicts: list[Verdict] = []
    for path in lists:
        listed = read_list(path)
        if listed is None:
            verdicts.append(_verdict("parts.bad_list", path.name))
        else:
            read.append(listed)
    assemblies, strange = assemble(read, parts)
    joined: list[Path] = []
    for place, assembly in enumerate(assemblies):
        if not assembly.complete:
            verdicts.append(_incomplete(assembly))
            continue
        if sum(path.stat().st_size for path in assembly.found if path) > DEFAULT_LIMITS.sealed:
            verdicts.append(_verdict("parts.bad_list", assembly.listed.name))
            continue
        # A folder each: two lists may name the same file.
        target = folder / str(place) / assembly.listed.name
        target.parent.mkdir()
        with target.open("w+b") as file:
            good = join(assembly, file)
        if good:
            joined.append(target)
        else:
            target.unlink()
            verdicts.append(_verdict("parts.bad_list", assembly.listed.name))
    verdicts += [_verdict("parts.strange", path.name) for path in strange]
    return joined, verdicts


def _incomplete(assembly: Assembly) -> Verdict:
    """Return which parts of a bundle are damaged, or missing."""
    rule, numbers = "parts.missing", assembly.missing
    if assembly.damaged:
        rule, numbers = "parts.damaged", assembly.damaged
    count = len(assembly.listed.parts)
    return _verdict(rule, assembly.listed.name, parts=_spoken(numbers), count=count)


def _verdict(rule: str, name: str, **values: MessageValue) -> Verdict:
    """Return the verdict on what makes no bundle; nobody is answered."""
    verdict = unopened(Path(name), "refused", rule)
    return replace(verdict, content=(rule, {"name": name, **values}))


def _spoken(numbers: Sequence[int]) -> str:
    """Return "2, 5–7" for numbers in order."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)
