"""Reading what a person brought from a stick or a share into a folder of our own, before all else.

A medium can vanish in the middle, and a share can stop answering for ever. So it is read once, in a
thread that nobody has to wait for; what is judged and taken in afterwards is the copy, and the
stick may be drawn out. A copy is whole, or not there.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, Final, NoReturn, TypeVar

from antq_desktop.bundle.limits import DEFAULT_LIMITS
from antq_desktop.bundle.opening import BEGINNING, longest
from antq_desktop.crypto.digests import CHUNK
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import scratch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from antq_desktop.services.workspace import Workspace

T = TypeVar("T")

ENDING: Final = ".antq"
PATIENCE: Final = 30.0
"""Seconds without a byte after which a medium counts as silent."""

SHORTER: Final = 6
"""A folder that was silent once is waited for so many times shorter."""

_HALF: Final = ".part"
_EVERY: Final = 0.2
"""Seconds between two looks at a medium that is being read."""

_FETCHED: Final = ".new-"
"""How folders begin that are swept at the next opening."""


class Stopped(Exception):
    """A person has stopped the work; what was being done is as if it had never begun."""


class Pulse:
    """How a reading goes, told across threads: it is stopped from any of them.

    ``read`` and ``size`` are bytes; ``size`` is 0 as long as nobody knows it.
    """

    def __init__(self) -> None:
        self.read = self.size = 0
        self._stop = Event()
        self._last = monotonic()

    @property
    def silence(self) -> float:
        """The seconds since the medium last answered."""
        return monotonic() - self._last

    def stop(self) -> None:
        """Let the reading end as soon as the medium answers; nobody has to wait for that."""
        self._stop.set()

    def begin(self, size: int) -> None:
        """Note that a file of so many bytes is read from its beginning."""
        self.read, self.size = 0, size

    def beat(self, read: int = 0) -> None:
        """Note that the medium has answered with so many bytes; `Stopped` once it was stopped."""
        self._last = monotonic()
        self.read += read
        if self._stop.is_set():
            raise Stopped


def fetch_folder(workspace: Workspace) -> Path:
    """Make a folder for copies; it is swept at the next opening. Refusal if the disk refuses."""
    with _on_our_disk():
        return Path(tempfile.mkdtemp(dir=scratch(workspace), prefix=_FETCHED))


def find_bundles(paths: Iterable[Path], pulse: Pulse) -> list[Path]:
    """Return the files that a person brought, and of a folder the bundles that lie in it.

    A folder is not searched further. Refusal for one that cannot be read.
    """
    found: list[Path] = []
    for path in paths:
        pulse.beat()
        with _from_medium(path):
            found += sorted(_in_folder(path, pulse)) if path.is_dir() else [path]
    return found


def _in_folder(folder: Path, pulse: Pulse) -> Iterator[Path]:
    for path in folder.iterdir():
        pulse.beat()
        name = path.name.lower()
        ours = name.endswith(ENDING) or f"{ENDING}." in name
        if ours and path.suffix != _HALF and path.is_file():
            yield path


def fetch(source: Path, folder: Path, pulse: Pulse, *, part: bool = False) -> Path:
    """Copy a file, under its own name, into a new folder inside ``folder``; return the copy.

    Of what is no bundle only the beginning is copied: that is enough to say so. ``part``: it is
    a part of a bundle, or the list of its parts. Refusal ``bundles.cannot_read`` where the medium
    fails or goes in the middle, ``bundle.too_large``, and as the disk of our own refuses. If
    anything is raised, nothing is left.
    """
    pulse.beat()
    with _on_our_disk():
        made = Path(tempfile.mkdtemp(dir=folder))
    try:
        with _from_medium(source):
            read = source.open("rb", buffering=0)
        with read, _on_our_disk(), (made / source.name).open("xb") as write:
            _copy(source, read, write, pulse, part=part)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return made / source.name


def discard(copy: Path) -> None:
    """Remove what `fetch` made; what cannot be removed goes at the next opening."""
    shutil.rmtree(copy.parent, ignore_errors=True)


class Fetching:
    """Reads what one command was given; each reading is given up where the medium is silent.

    A share that hangs holds up a thread that ends with the program, and not the command.
    """

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self._folder = folder
        self._patience = patience
        self._silent: set[Path] = set()

    def find(self, paths: Iterable[Path]) -> list[Path]:
        """Return files, and of a folder the bundles in it, as `find_bundles` does.

        Refusal ``bundles.no_answer`` besides.
        """
        found: list[Path] = []
        for path in paths:
            found += self._wait(path, partial(find_bundles, [path]))
        return found

    def fetch(self, source: Path, *, part: bool = False) -> Path:
        """Return a copy of a file as `fetch` does; Refusal ``bundles.no_answer`` besides."""
        return self._wait(source, lambda pulse: fetch(source, self._folder, pulse, part=part))

    def _wait(self, path: Path, work: Callable[[Pulse], T]) -> T:
        pulse = Pulse()
        ended: SimpleQueue[Callable[[], T]] = SimpleQueue()

        def run() -> None:
            try:
                result = work(pulse)
            except BaseException as error:  # noqa: BLE001 - it goes on where it is waited for
                ended.put(partial(_raise, error))
            else:
                ended.put(lambda: result)

        place = path.parent
        patience = self._patience / SHORTER if place in self._silent else self._patience
        Thread(target=run, name="reading", daemon=True).start()
        while pulse.silence <= patience:
            try:
                done = ended.get(timeout=min(_EVERY, patience))
            except Empty:
                continue
            return done()
        pulse.stop()
        self._silent.add(place)
        raise Refusal("bundles.no_answer", name=path.name)


@contextmanager
def fetching(workspace: Workspace, patience: float = PATIENCE) -> Iterator[Fetching]:
    """Give what reads from media into a folder of ours that goes when the work is done."""
    folder = fetch_folder(workspace)
    try:
        yield Fetching(folder, patience)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _raise(error: BaseException) -> NoReturn:
    raise error


def _copy(source: Path, read: IO[bytes], write: IO[bytes], pulse: Pulse, *, part: bool) -> None:
    """Copy to the end. What ends before the size that it had lies on a medium that is gone."""
    with _from_medium(source):
        stated = os.fstat(read.fileno())
        block = read.read(BEGINNING)
    size = stated.st_size if stat.S_ISREG(stated.st_mode) else 0
    pulse.begin(size)
    limit = DEFAULT_LIMITS.sealed if part else longest(block, DEFAULT_LIMITS)
    while block:
        if limit is not None and pulse.read + len(block) > limit:
            raise Refusal("bundle.too_large", limit=limit)
        write.write(block)
        pulse.beat(len(block))
        if limit is None:
            return
        with _from_medium(source):
            block = read.read(CHUNK)
    if pulse.read < size:
        raise Refusal("bundles.cannot_read", name=source.name)


@contextmanager
def _from_medium(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        raise Refusal("bundles.cannot_read", name=path.name) from None


@contextmanager
def _on_our_disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise Refusal("store.disk_full") from None
        raise Refusal("store.cannot_write", name="inbox") from None
