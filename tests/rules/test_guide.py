"""The guide says what the program says: names on screen, keys, commands, links and pictures.

A name in **bold** is one that a person sees; "…" stands for what the program fills in.
"""

from __future__ import annotations

import html
import re
import shlex
import tomllib
from functools import cache
from typing import TYPE_CHECKING

import click
import pytest

from antq_desktop.cli.commands import root
from tests.rules.sources import ROOT, python_files, strings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GUIDE = ROOT / "docs" / "guide"
INDEX = GUIDE / "README.md"
PAGES = sorted(GUIDE.glob("*.md"))
MESSAGES = ROOT / "resources" / "messages" / "vi.toml"

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
IN_TICKS = re.compile(r"`([^`\n]+)`")
COMMAND = re.compile(r"^ {4,}(antq-desktop .*)$", re.MULTILINE)
FORM_TEXT = re.compile(r"<string[^>]*>([^<]*)</string>")
KEY = re.compile(r"(?:(?:Ctrl|Shift)\+)+\w+|F\d{1,2}|Esc|Del|Insert")
KEY_WORD = re.compile(r"[A-Za-z+]+\d*")
VALUE = re.compile(r"\{\w+\}")


def text_of(page: Path) -> str:
    """Return the text of a page."""
    return page.read_text(encoding="utf-8")


def name_of(text: str) -> str:
    """Return a text as the guide quotes it: on one line, without the mark of its key."""
    return VALUE.sub("…", " ".join(text.replace("&", "").split()))


@cache
def texts() -> tuple[str, ...]:
    """Return all that windows, registers, papers and messages say in Vietnamese."""
    forms = (text_of(form) for form in sorted((ROOT / "ui").glob("*.ui")))
    found = [html.unescape(text) for form in forms for text in FORM_TEXT.findall(form)]
    for folder in ("antq_desktop/gui", "antq_desktop/domain", "antq_desktop/printing"):
        found += [text for file in python_files(folder) for _, text in strings(file)]
    for message in tomllib.loads(text_of(MESSAGES)).values():
        found += message.values()
    return tuple(found)


@cache
def names() -> frozenset[str]:
    """Return the names that may stand in bold."""
    return frozenset(map(name_of, texts()))


@cache
def keys() -> frozenset[str]:
    """Return the keys that the windows know; of a counted one (Ctrl+1) what stands before."""
    return frozenset(word for text in texts() for word in KEY_WORD.findall(text))


def anchors(page: Path) -> set[str]:
    """Return what a link can point to within a page, made of the headings as GitHub does."""
    kept = (re.sub(r"[^\w\- ]", "", title.lower()) for title in HEADING.findall(text_of(page)))
    return {title.replace(" ", "-") for title in kept}


def links(page: Path) -> Iterator[str]:
    """Yield the links and pictures of a page that stay within the repository."""
    yield from (link for link in LINK.findall(text_of(page)) if "://" not in link)


def parse(command: click.Command, words: list[str]) -> None:
    """Read the words of a command line as the program would; raises or fails on wrong usage."""
    given, rest, _ = command.make_parser(click.Context(command)).parse_args(words)
    if isinstance(command, click.Group):
        assert rest
        assert rest[0] in command.commands
        parse(command.commands[rest[0]], rest[1:])
        return
    assert not rest
    told = {name for name, value in given.items() if isinstance(value, str | bool | list | tuple)}
    assert not {one.name for one in command.params if one.required} - told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_the_guide_quotes_is_on_the_screen(page: Path) -> None:
    quoted = [" ".join(name.split()) for name in BOLD.findall(text_of(page))]
    assert not [name for name in quoted if name not in names()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_keys_of_the_guide_are_keys_of_the_program(page: Path) -> None:
    told = [key for text in IN_TICKS.findall(text_of(page)) for key in KEY.findall(text)]
    assert not [key for key in told if re.sub(r"\+\d$", "+", key) not in keys()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_of_the_guide_can_be_typed(page: Path) -> None:
    quoted = [line for line in IN_TICKS.findall(text_of(page)) if line.startswith("antq-desktop ")]
    for line in [*COMMAND.findall(text_of(page)), *quoted]:
        words = shlex.split(line)[1:]
        if words != ["--help"]:
            parse(root, words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_the_guide_leads_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link


def test_the_index_leads_to_every_page_and_is_found() -> None:
    listed = {link.partition("#")[0] for link in links(INDEX)}
    assert {page.name for page in PAGES} - {INDEX.name} <= listed
    told = set(links(ROOT / "README.md"))
    assert "docs/guide/README.md" in told


def test_a_wrong_quotation_would_be_found() -> None:
    assert "Lưu và nhập tiếp" in names()
    assert "Nhận tất cả … gói hợp lệ" in names()
    assert "Lưu và nghỉ" not in names()
    assert "F13" not in keys()
    with pytest.raises(click.NoSuchOption):
        parse(root, ["user", "list", "--all"])
    with pytest.raises(AssertionError):
        parse(root, ["user", "delete"])
