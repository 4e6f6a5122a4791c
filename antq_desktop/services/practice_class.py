"""The practice class: an invented commune and its office on one PC, beside the real workspace.

Both know each other from the beginning, so that a bundle goes from one to the other and a receipt
back. They lie in a folder of their own; a real workspace is neither read nor written.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from antq_desktop.assets import asset
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.units import UnitTree, parse_units_csv
from antq_desktop.errors import Refusal
from antq_desktop.paths import Paths, paths_for, replace_file
from antq_desktop.services import media
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.installing import install_directory
from antq_desktop.services.opening import (
    NewWorkspace,
    create_workspace,
    key_file,
    open_workspace,
)
from antq_desktop.services.sample_base import words_of
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.watching import watch_folder
from antq_desktop.store.keyfile import read_keys
from antq_desktop.store.locking import take_lock

if TYPE_CHECKING:
    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.media import Medium
    from antq_desktop.services.workspace import Workspace, WorkspaceRole

OPENED_BY: Final = "taphuan"
"""Opens both workspaces and the office's authority; everybody may know it."""

_FOLDER, _LIST, _STICK = "tap-huan", "class.json", "USB-tap-huan"
_ASIDE, _GONE = ".new-class-", ".new-gone-"
"""What a power cut leaves of either is swept like any other half-made thing."""


@dataclass(frozen=True, slots=True)
class Post:
    """One of the two places of the class: its role, and the code of its unit."""

    role: WorkspaceRole
    code: str

    @property
    def user(self) -> str:
        """Who is in command there."""
        return str(words_of("practice_class")[self.role])


OFFICE: Final = Post("office", "00")
COMMUNE: Final = Post("commune", "000001")
POSTS: Final = (OFFICE, COMMUNE)


def practice_units() -> UnitTree:
    """Return the invented province with its communes; no code of it is a real one."""
    text = asset("data", "units", "practice.csv").read_text(encoding="utf-8")
    return UnitTree(parse_units_csv(text), "practice", "practice")


def class_paths(paths: Paths, post: Post) -> Paths:
    """Return the folders of one place of the class that belongs to an installation."""
    return paths_for(_folder(paths) / post.code)


def stick_folder(paths: Paths) -> Path:
    """Return the folder that stands for a stick in the class of an installation."""
    return _folder(paths) / _STICK


def class_there(paths: Paths) -> bool:
    """Say whether the class was made here, and is whole."""
    return (_folder(paths) / _LIST).exists()


def media_for(workspace: Workspace) -> list[Medium]:
    """Return the sticks that a workspace may write to; in the class its own stands among them."""
    own = workspace.paths.data.parent / _STICK
    pretended = [media.Disk("", own, frozenset({"rw"}))] if _in_class(workspace) else []
    return media.find_media([*media.mounted_disks(), *pretended])


def _in_class(workspace: Workspace) -> bool:
    return workspace.place.practice and (workspace.paths.data.parent / _LIST).exists()


def make_class(paths: Paths, catalogue: Catalogue, clock: Clock) -> bool:
    """Make the class unless it is there; return whether it was made now.

    The commune is enrolled at its office, which watches the folder that stands for a stick. It is
    made aside and moved at the end. Refusal if the disk refuses, and where a folder of that name
    is something else: nothing is put into it.
    """
    if class_there(paths):
        return False
    if _folder(paths).exists():
        raise Refusal("practice.not_the_class", name=_FOLDER)
    try:
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=paths.data, prefix=_ASIDE, ignore_cleanup_errors=True
        ) as made:
            _make(Path(made), catalogue, clock)
            # mkdtemp's folder stays, so that leaving the block finds one to remove.
            (Path(made) / _FOLDER).rename(_folder(paths))
    except OSError:
        raise Refusal("files.cannot_write", name=_FOLDER) from None
    office = class_paths(paths, OFFICE)
    with open_workspace(office, None, OPENED_BY, catalogue, dataclasses.replace(clock)) as opened:
        watch_folder(opened, stick_folder(paths))
    return True


def _make(aside: Path, catalogue: Catalogue, clock: Clock) -> None:
    folder, units = aside / _FOLDER, practice_units()
    (folder / _STICK).mkdir(mode=0o700, parents=True)
    with ExitStack() as opened:
        workspaces: list[Workspace] = []
        for post in POSTS:
            home = paths_for(folder / post.code)
            wanted = NewWorkspace(
                role=post.role,
                unit=units.resolve(post.code, clock.today()),
                user=post.user,
                passphrase=OPENED_BY,
                practice=True,
                ca_passphrase=OPENED_BY if post.role == "office" else None,
            )
            create_workspace(home, wanted, units, catalogue, clock)
            begun = open_workspace(home, None, OPENED_BY, catalogue, dataclasses.replace(clock))
            workspaces.append(opened.enter_context(begun))
        office, commune = workspaces
        _enrol(office, commune, aside)
        known = {one.place.unit.code: one.place.id for one in workspaces}
    replace_file(folder / _LIST, json.dumps(known).encode())


def _enrol(office: Workspace, commune: Workspace, carried: Path) -> None:
    """Let the office certify the commune's head, as two people do who compare fingerprints."""
    request = carried / "request.antq"
    asked = make_request(commune, request)
    _, directory = issue_certificate(
        office, request, carried, fingerprint=asked.fingerprint, ca_passphrase=OPENED_BY
    )
    install_directory(commune, directory, fingerprint=sha256_hex(anchor_of(office)))


def remove_class(paths: Paths) -> None:
    """Remove the class with all that was done in it; what was carried elsewhere stays there.

    Refusal where there is none, where one of its places is open, where something else came to lie
    there than what `make_class` made (a real workspace is never removed), or where the disk
    refuses.
    """
    folder = _folder(paths)
    if not folder.exists():
        raise Refusal("practice.no_class")
    known = _known(folder)
    for post in POSTS:
        home = class_paths(paths, post)
        if not key_file(home).exists():
            continue
        if read_keys(key_file(home)).workspace != known.get(post.code):
            raise Refusal("workspace.remove_practice_only")
        take_lock(home.data).release()  # on Windows nothing is moved that is locked
    gone = Path(tempfile.mkdtemp(dir=paths.data, prefix=_GONE))
    try:
        folder.rename(gone / _FOLDER)  # in one step: a power cut leaves it whole, or swept
    except OSError:
        gone.rmdir()
        raise Refusal("files.cannot_write", name=_FOLDER) from None
    shutil.rmtree(gone, ignore_errors=True)


def _known(folder: Path) -> dict[str, str]:
    try:
        read = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        read = None
    if not isinstance(read, dict):
        raise Refusal("practice.not_the_class", name=_FOLDER)
    return {str(code): str(one) for code, one in read.items()}


def _folder(paths: Paths) -> Path:
    return paths.data / _FOLDER
