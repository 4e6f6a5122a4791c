"""Passphrases: their keys, the bounds of the parameters, and how short is too short."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.crypto.passphrases import (
    Argon2Parameters,
    BadParameters,
    check_passphrase,
    derive_key,
    new_parameters,
)
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from antq_desktop.crypto.canonical import Json

FIXED = Argon2Parameters(64 * 1024, 3, 4, b"sixteen bytes ok")


def test_a_known_key_stays_the_same() -> None:
    # Another value would lock every workspace that was ever made.
    key = "f1c79dfa3a143df23ad92ba350d4a39037b9986d1dad302cd088dba49aea4915"
    assert derive_key("một câu thật dài", FIXED).hex() == key


def test_the_way_of_typing_does_not_count_but_the_salt_does() -> None:
    text = "Đội trật tự xã"
    key = derive_key(unicodedata.normalize("NFD", text), FIXED)
    assert key == derive_key(unicodedata.normalize("NFC", text), FIXED)
    assert len(key) == 32
    assert key != derive_key(text, replace(FIXED, salt=b"another 16 bytes"))


def test_an_odd_character_is_no_error() -> None:
    assert len(derive_key("bad \udcff byte", FIXED)) == 32


def test_parameters_survive_json() -> None:
    made = new_parameters()
    assert Argon2Parameters.from_json(made.as_json()) == made
    assert (made.memory_kib, made.passes, made.lanes, len(made.salt)) == (65536, 3, 4, 16)
    assert new_parameters().salt != made.salt


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 64 * 1024 - 1},
        {"memory_kib": 1024 * 1024 + 1},
        {"memory_kib": "65536"},
        {"memory_kib": True},
        {"passes": 2},
        {"passes": 17},
        {"lanes": 0},
        {"lanes": 9},
        {"lanes": None},
        {"salt": "00" * 15},
        {"salt": "00" * 65},
        {"salt": "zz" * 16},
        {"salt": 1},
        {"algorithm": "pbkdf2"},
    ],
)
def test_hostile_parameters_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(BadParameters):
        Argon2Parameters.from_json(FIXED.as_json() | change)


@pytest.mark.parametrize("value", [None, [], "argon2id", {}])
def test_what_are_no_parameters_is_refused(value: Json) -> None:
    with pytest.raises(BadParameters):
        Argon2Parameters.from_json(value)


def test_the_salt_is_not_shown() -> None:
    assert "sixteen" not in repr(FIXED)


@pytest.mark.parametrize(
    ("passphrase", "practice", "least"),
    [("", True, 1), ("   ", True, 1), ("mười một ch", False, 12), (" " * 20, False, 12)],
)
def test_too_short(passphrase: str, *, practice: bool, least: int) -> None:
    with pytest.raises(Refusal) as refused:
        check_passphrase(passphrase, practice=practice)
    assert refused.value.message_id == "passphrase.short"
    assert refused.value.values == {"least": least}


def test_long_enough() -> None:
    check_passphrase("mười hai chữ", practice=False)
    check_passphrase("d", practice=True)


def test_marks_typed_apart_do_not_make_it_longer() -> None:
    with pytest.raises(Refusal):
        check_passphrase(unicodedata.normalize("NFD", "ộộộộộộ"), practice=False)
