"""Bad input, one line each, through the real command: a sentence, an action, and nothing lost."""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.paths import paths_for
from antq_desktop.services.opening import open_workspace
from tests.journeys.desk import start
from tests.mounting import fill, make_read_only, needs_mount, small_disk
from tests.unit.cli.driver import COMMUNE, MODEL, PASSPHRASE, PROGRAM, World, make_world
from tests.unit.domain.test_crime_reports import tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

ADD = ("record", "add")
STORY = "Việc dài " * 10_000


@dataclass
class Post:
    """A commune's home and what is done to it; ``mend`` undoes what was done to its disk."""

    home: Path
    disk: Path
    mending: list[Callable[[], object]] = field(default_factory=list)

    def mend(self) -> None:
        """Undo what was done to the home."""
        for step in self.mending:
            step()

    def digest(self) -> str:
        """Return the digest of the workspace, which opens."""
        clock = PROGRAM.new_clock()
        with open_workspace(
            paths_for(self.home), None, PASSPHRASE, PROGRAM.catalogue, clock
        ) as workspace:
            assert workspace.store.findings() == []
            return workspace.store.digest()


@dataclass(frozen=True, kw_only=True)
class Bad:
    """One way to go wrong: what is typed, what was done before, and what is said.

    ``says`` is the id of the refusal, or of the first problem found, or the rule of the verdict.
    """

    name: str
    command: tuple[object, ...]
    says: str
    typed: object = ""
    passphrase: str = PASSPHRASE
    before: Callable[[Post], None] = lambda _: None

    @property
    def text(self) -> str:
        """What goes into standard input."""
        return self.typed if isinstance(self.typed, str) else json.dumps(self.typed)


def damage(post: Post) -> None:
    """Overwrite the middle of the database, as a dying disk does."""
    file = post.home / "antq.db"
    whole = file.read_bytes()
    post.mending.append(lambda: file.write_bytes(whole))
    middle = len(whole) // 2
    file.write_bytes(whole[:100] + bytes(middle) + whole[100 + middle :])


def make_newer(post: Post) -> None:
    """Let a program of tomorrow have opened the database."""
    file = post.home / "antq.db"
    whole = file.read_bytes()
    post.mending.append(lambda: file.write_bytes(whole))
    clock = PROGRAM.new_clock()
    with open_workspace(
        paths_for(post.home), None, PASSPHRASE, PROGRAM.catalogue, clock
    ) as workspace:
        workspace.store.database.execute("PRAGMA user_version = 99")


def break_keys(post: Post) -> None:
    """Leave half of the key file."""
    file = post.home / "keys.json"
    whole = file.read_bytes()
    post.mending.append(lambda: file.write_bytes(whole))
    file.write_bytes(whole[: len(whole) // 2])


def fill_up(post: Post) -> None:
    """Leave room for opening, and not for what comes."""
    filler = fill(post.disk, leave=60_000)
    post.mending.append(filler.unlink)


def protect(post: Post) -> None:
    """Turn the disk read-only."""
    make_read_only(post.disk)


def letter(post: Post) -> None:
    """Put a text where a bundle should be."""
    (post.home.parent / "letter.antq").write_text("Kính gửi đồng chí\n", encoding="utf-8")


LETTER = "{home}/../letter.antq"
INFORMANT = {"full_name": "Vàng A Thử", "id_number": "00019000001"}

TABLE = [
    Bad(
        name="wrong passphrase",
        command=("workspace", "show"),
        passphrase="khác",
        says="users.wrong_passphrase",
    ),
    Bad(name="damaged database", command=("check",), before=damage, says="store.not_readable"),
    Bad(name="newer database", command=("check",), before=make_newer, says="store.newer"),
    Bad(name="damaged keys", command=("check",), before=break_keys, says="store.keys_damaged"),
    Bad(
        name="unknown unit",
        command=(*ADD, "R06"),
        typed={**MODEL, "points": [{"unit": "99999"}]},
        says="values.unit",
    ),
    Bad(
        name="unknown field",
        command=(*ADD, "R06"),
        typed={**MODEL, "x": 1},
        says="values.unknown_field",
    ),
    Bad(name="no JSON", command=(*ADD, "R06"), typed="{name", says="records.bad_json"),
    Bad(
        name="11 digits",
        command=(*ADD, "R01"),
        typed=tip(informant=INFORMANT),
        says="values.personal_number",
    ),
    Bad(
        name="31/02",
        command=(*ADD, "R06"),
        typed={**MODEL, "established_on": "2023-02-31"},
        says="values.no_such_date",
    ),
    Bad(
        name="NUL",
        command=(*ADD, "R06"),
        typed={**MODEL, "name": "Tiếng\0kẻng"},
        says="values.characters",
    ),
    Bad(
        name="bidi controls",
        command=(*ADD, "R06"),
        typed={**MODEL, "name": "Tiếng \u202egnẻk"},
        says="values.characters",
    ),
    Bad(
        name="10 MB of text",
        command=(*ADD, "R01"),
        typed=tip(summary="e" * 10_000_000),
        says="records.too_large",
    ),
    Bad(
        name="a text that is too long",
        command=(*ADD, "R01"),
        typed=tip(summary="e" * 1_000_000),
        says="values.too_long",
    ),
    Bad(
        name="an import of a text",
        command=("bundle", "import", LETTER),
        before=letter,
        says="not_a_bundle",
    ),
    Bad(
        name="a look at a text",
        command=("bundle", "open", LETTER, "-o", "{home}/../out"),
        before=letter,
        says="bundle.not_a_bundle",
    ),
    Bad(
        name="a directory that is a text",
        command=("identity", "install", LETTER, "--fingerprint", "0" * 64),
        before=letter,
        says="bundle.not_a_bundle",
    ),
    Bad(
        name="a backup that is a text",
        command=("backup", "verify", LETTER),
        before=letter,
        says="backup.not_one",
    ),
    Bad(
        name="units that are a text",
        command=("units", "import", LETTER),
        before=letter,
        says="workspace.office_only",
    ),
]
ON_A_DISK = [
    Bad(
        name="full disk",
        command=(*ADD, "R01"),
        typed=tip(summary=STORY),
        before=fill_up,
        says="store.disk_full",
    ),
    Bad(
        name="read-only folder",
        command=(*ADD, "R06"),
        typed=MODEL,
        before=protect,
        says="store.read_only",
    ),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Make an office and a commune with a record; tests copy them."""
    world = make_world(tmp_path_factory.mktemp("bad"))
    world.add()
    return world


@pytest.fixture
def post(made: World, tmp_path: Path) -> Post:
    """Give a commune of one's own."""
    home = tmp_path / COMMUNE
    shutil.copytree(made.folder / COMMUNE, home)
    return Post(home, tmp_path)


@pytest.fixture
def post_on_a_disk(made: World, tmp_path: Path) -> Iterator[Post]:
    """Give a commune of one's own on a disk of its own."""
    with ExitStack() as stack:
        disk = stack.enter_context(small_disk(tmp_path / "disk", "8m"))
        shutil.copytree(made.folder / COMMUNE, disk / COMMUNE)
        yield Post(disk / COMMUNE, disk)


def said(document: Any) -> tuple[str, str, str]:
    """Return what was refused, the sentence and the action, wherever a command puts them."""
    if "results" in document:
        (result,) = document["results"]
        assert result["verdict"] == "refused"
        (reason,) = result["reasons"]
        return reason["rule"], reason["text"], result["content"]
    if document["problems"]:
        problem = document["problems"][0]
        return problem["rule"], problem["text"], problem["action"]
    return document["refused"], document["message"], document["action"]


def check(bad: Bad, post: Post, digest: str) -> None:
    """Go wrong, and look at what is said and at what is left."""
    bad.before(post)
    command = [str(one).format(home=post.home) for one in bad.command]
    ended = start(post.home, *command, text=bad.text, ANTQ_PASSPHRASE=bad.passphrase)
    assert ended.returncode == 3, ended.stderr
    rule, sentence, action = said(json.loads(ended.stdout))
    assert rule == bad.says
    for one in (sentence, action):
        assert one.endswith(".")
        assert "\n" not in one
        assert len(one) < 200
    assert "Traceback" not in ended.stderr
    log = post.home / "logs" / "antq-desktop.log"
    assert not log.exists() or "ERROR" not in log.read_text(encoding="utf-8")
    post.mend()
    if bad.before is not protect:
        assert post.digest() == digest


@pytest.mark.parametrize("bad", TABLE, ids=lambda bad: bad.name)
def test_bad_input(bad: Bad, post: Post) -> None:
    check(bad, post, post.digest())


@needs_mount
@pytest.mark.parametrize("bad", ON_A_DISK, ids=lambda bad: bad.name)
def test_a_bad_disk(bad: Bad, post_on_a_disk: Post) -> None:
    check(bad, post_on_a_disk, post_on_a_disk.digest())
