"""Cutting a bundle into parts for small media or mail, and joining them in any order.

A part is a plain piece of the file, ``<name>.001`` and so on, so that ``cat`` joins them. Beside
them lies ``<name>.sha256``, the list that ``sha256sum -c`` reads: the digest of each part, then
that of the whole. A part is known by its digest alone, whatever it is called; the list says what
is missing. It is not signed: the bundle's own seal and signature are checked as ever.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from antq_desktop.bundle.files import copy, replacing
from antq_desktop.crypto.digests import CHUNK, hash_stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LEAST_PART: Final = 1000
"""Bytes of the smallest part."""
MOST_PARTS: Final = 999
LIST_ENDING: Final = ".sha256"

_LONGEST_LIST: Final = 256 * 1024
_NAME: Final = r"[0-9A-Za-z][0-9A-Za-z._-]{0,150}\.antq"
_LINE: Final = re.compile(rf"([0-9a-f]{{64}})  ({_NAME})(?:\.([0-9]{{3}}))?")
_PART_NAME: Final = re.compile(r".*\.antq\.([0-9]{3})", re.IGNORECASE)


class BadParts(ValueError):
    """The size gives no part, or too many."""


@dataclass(frozen=True, slots=True)
class PartList:
    """What a list says: the name of the whole, the SHA-256 of each part in order, and of all."""

    name: str
    parts: tuple[str, ...]
    whole: str

    def as_text(self) -> str:
        """Return the list as ``sha256sum -c`` reads it."""
        lines = [f"{digest}  {self.part_name(n)}\n" for n, digest in enumerate(self.parts, 1)]
        return "".join([*lines, f"{self.whole}  {self.name}\n"])

    def part_name(self, number: int) -> str:
        """Return the name that a part is written under; ``number`` counts from 1."""
        return f"{self.name}.{number:03d}"


@dataclass(frozen=True, slots=True)
class Assembly:
    """The parts of one list that were found; ``damaged`` and ``missing`` are numbers from 1.

    ``damaged`` parts are there under their names with another content.
    """

    listed: PartList
    found: tuple[Path | None, ...]
    damaged: tuple[int, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        """The parts of which nothing is there."""
        return tuple(
            number
            for number, path in enumerate(self.found, 1)
            if path is None and number not in self.damaged
        )

    @property
    def complete(self) -> bool:
        """Whether all parts are there."""
        return all(path is not None for path in self.found)


def cut(source: Path, folder: Path, part_size: int) -> PartList:
    """Write the parts of a file and their list into a folder, each whole or not at all.

    The list comes last: where it lies, all was written. Raises BadParts, and OSError.
    """
    size = source.stat().st_size
    count = -(-size // part_size) if part_size >= LEAST_PART else 0
    if not 0 < count <= MOST_PARTS:
        raise BadParts("a size that gives no part, or too many")
    digests: list[str] = []
    with source.open("rb") as whole:
        digest, _ = hash_stream(whole)
        whole.seek(0)
        for number in range(1, count + 1):
            with replacing(folder / f"{source.name}.{number:03d}") as part:
                _copy_some(whole, part, part_size)
                part.seek(0)
                digests.append(hash_stream(part)[0])
    listed = PartList(source.name, tuple(digests), digest)
    with replacing(folder / (source.name + LIST_ENDING)) as file:
        file.write(listed.as_text().encode("ascii"))
    return listed


def read_list(path: Path) -> PartList | None:
    """Read a list of parts; None for any other file. Raises OSError."""
    with path.open("rb") as file:
        data = file.read(_LONGEST_LIST + 1)
    try:
        # A mail program may have changed the line ends.
        lines = data.decode("ascii").replace("\r\n", "\n").splitlines()
    except UnicodeDecodeError:
        return None
    found = [_LINE.fullmatch(line) for line in lines if line]
    if len(data) > _LONGEST_LIST or not 1 < len(found) <= MOST_PARTS + 1:
        return None
    *parts, whole = found
    if whole is None or whole[3] is not None:
        return None
    for number, part in enumerate(parts, 1):
        if part is None or part[2] != whole[2] or part[3] != f"{number:03d}":
            return None
    return PartList(whole[2], tuple(one[1] for one in parts if one is not None), whole[1])


def is_list_name(path: Path) -> bool:
    """Say whether a file may be a list, by its name."""
    return path.name.lower().endswith(LIST_ENDING)


def part_number(path: Path) -> int | None:
    """Return which part a file calls itself, None for any other name."""
    found = _PART_NAME.fullmatch(path.name)
    return int(found[1]) if found else None


def assemble(lists: Iterable[PartList], files: Iterable[Path]) -> tuple[list[Assembly], list[Path]]:
    """Match files with lists by their digests; return the assemblies, and the parts of no list.

    Files that come twice, in other orders or folders, do not matter. Raises OSError.
    """
    by_digest: dict[str, Path] = {}
    for path in files:
        with path.open("rb") as file:
            by_digest.setdefault(hash_stream(file)[0], path)
    known = {listed.whole: listed for listed in lists}
    used = {digest for listed in known.values() for digest in listed.parts}
    strange = [path for digest, path in by_digest.items() if digest not in used]
    found: list[Assembly] = []
    for listed in known.values():
        here = tuple(by_digest.get(digest) for digest in listed.parts)
        names = {path.name.lower(): path for path in strange}
        damaged = [
            number
            for number, path in enumerate(here, 1)
            if path is None and listed.part_name(number).lower() in names
        ]
        gone = {names[listed.part_name(number).lower()] for number in damaged}
        strange = [path for path in strange if path not in gone]
        found.append(Assembly(listed, here, tuple(damaged)))
    return found, strange


def join(assembly: Assembly, target: IO[bytes]) -> bool:
    """Write the whole of a complete assembly; say whether it is the one that was cut."""
    for path in _paths(assembly):
        with path.open("rb") as part:
            copy(part, target)
    target.seek(0)
    return hash_stream(target)[0] == assembly.listed.whole


def _paths(assembly: Assembly) -> Iterator[Path]:
    yield from (path for path in assembly.found if path is not None)


def _copy_some(source: IO[bytes], target: IO[bytes], size: int) -> None:
    while size > 0 and (chunk := source.read(min(size, CHUNK))):
        target.write(chunk)
        size -= len(chunk)
