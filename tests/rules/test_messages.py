"""Every id that the program uses has its words, in both languages, and no words are left over."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, get_args

import pytest

from antq_desktop.messages import Language, label, message_ids, words
from tests.rules.sources import ROOT, called, python_files, shown, strings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LANGUAGES: tuple[Language, ...] = get_args(Language)
TOML = {name: (ROOT / "resources" / "messages" / f"{name}.toml") for name in LANGUAGES}

# Which argument of which call is a message id.
TAKES_AN_ID = {"Refusal": 0, "BadValue": 0, "Problem": 1, "words": 0, "label": 0}
ID_NAMES = {"message_id", "rule"}

# Ids that are put together: what they begin with, which argument of which call is the rest, and
# the folder where this is so.
FAMILIES = {"bundle.": ({"Reason": 0, "refused": 0}, "antq_desktop/bundle")}

# Ids that are put together of any text of a folder: what stands before it, what may stand after it.
COMPOSED = {
    "bundle.": (("",), "antq_desktop/services"),
    "check.": (("_ok", "_bad", "_name"), "antq_desktop/services"),
    "controls.": (("",), "antq_desktop/domain"),
    "journal_act.": (("",), "antq_desktop/services"),
    "journal_detail.": (("",), "antq_desktop/services"),
    "journal_kind.": (("",), "antq_desktop/services"),
    "journal_value.": (("",), "antq_desktop/services"),
}

# No Vietnamese here: these parts give ids and values, the front ends give words.
WORDLESS = [f"antq_desktop/{part}" for part in ("services", "store", "bundle", "crypto")]

# Names of files look like ids.
ENDINGS = (".csv", ".db", ".json", ".jsonl", ".lock", ".log", ".p7s", ".toml", ".txt", ".xml")

AN_ID = re.compile(r"[a-z_]+(?:\.[a-z0-9_]+)+")
FIELD = re.compile(r"\{(.*?)\}")
VIETNAMESE = re.compile(r"[À-ỹĐđ]")


@cache
def entries(language: Language) -> Mapping[str, Mapping[str, str]]:
    """Return the words of each id, as they stand in the file."""
    return tomllib.loads(TOML[language].read_text(encoding="utf-8"))


def fields(language: Language, message_id: str) -> set[str]:
    """Return the names of the values that the words of an id need."""
    return set(FIELD.findall(" ".join(entries(language)[message_id].values())))


def given(file: Path, takes: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """Yield the texts that stand as they are in the place of an id, with the line."""
    for call, name in called(file):
        named = [keyword.value for keyword in call.keywords if keyword.arg in ID_NAMES]
        place = takes.get(name, len(call.args))
        for argument in (*call.args[place : place + 1], *(named if name in takes else ())):
            # An empty text is no id: a widget may have a function of the same name.
            text = argument.value if isinstance(argument, ast.Constant) else None
            if isinstance(text, str) and text:
                yield call.lineno, text


def used() -> dict[str, str]:
    """Return each id that some call is given, with one place where it is."""
    plain = {
        message_id: f"{shown(file)}:{line}"
        for file in python_files("antq_desktop")
        for line, message_id in given(file, TAKES_AN_ID)
    }
    family = {
        prefix + rest: f"{shown(file)}:{line}"
        for prefix, (takes, folder) in FAMILIES.items()
        for file in python_files(folder)
        for line, rest in given(file, takes)
    }
    return plain | family


def spoken() -> set[str]:
    """Return each text of the program that can be an id, in whatever way it gets to its call."""
    plain = {text for file in python_files("antq_desktop") for _, text in strings(file)}
    family = {
        prefix + text
        for prefix, (_, folder) in FAMILIES.items()
        for file in python_files(folder)
        for _, text in strings(file)
    }
    composed = {
        prefix + text + ending
        for prefix, (endings, folder) in COMPOSED.items()
        for file in python_files(folder)
        for _, text in strings(file)
        for ending in endings
    }
    return plain | family | composed


def test_both_languages_have_the_same_ids() -> None:
    assert message_ids("vi") == message_ids("en")


def test_ids_are_area_and_name() -> None:
    assert not [message_id for message_id in message_ids("vi") if not AN_ID.fullmatch(message_id)]


def test_every_id_that_is_used_has_words() -> None:
    assert not {name: place for name, place in used().items() if name not in message_ids("vi")}


def test_every_text_that_looks_like_an_id_has_words() -> None:
    areas = {message_id.partition(".")[0] for message_id in message_ids("vi") | set(used())}
    looking = {
        text
        for file in python_files("antq_desktop")
        for _, text in strings(file)
        if AN_ID.fullmatch(text) and text.partition(".")[0] in areas and not text.endswith(ENDINGS)
    }
    assert not looking - message_ids("vi")


def test_no_words_are_left_over() -> None:
    assert not message_ids("vi") - spoken()


def test_both_languages_need_the_same_values() -> None:
    both = message_ids("vi") & message_ids("en")
    assert not {name for name in both if fields("vi", name) != fields("en", name)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_can_be_said(language: Language) -> None:
    for message_id, entry in entries(language).items():
        values = dict.fromkeys(fields(language, message_id), "x")
        if "action" in entry:
            said = words(message_id, language, values)
            assert "{" not in said.text + said.action, message_id
        else:
            assert "{" not in label(message_id, language, **values), message_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_single_and_end(language: Language) -> None:
    sentences = {
        f"{message_id} {part}": entry[part]
        for message_id, entry in entries(language).items()
        if "action" in entry
        for part in ("text", "action")
    }
    wrong = {
        name: said
        for name, said in sentences.items()
        if not said.endswith((".", "?")) or said != " ".join(said.split())
    }
    assert not wrong


def test_english_words_hold_no_vietnamese() -> None:
    found = [name for name, entry in entries("en").items() if VIETNAMESE.search(str(entry))]
    assert not found


@pytest.mark.parametrize("folder", WORDLESS)
def test_no_vietnamese_below_the_front_ends(folder: str) -> None:
    found = [
        f"{shown(file)}:{line} {text}"
        for file in python_files(folder)
        for line, text in strings(file)
        if VIETNAMESE.search(text)
    ]
    assert not found
