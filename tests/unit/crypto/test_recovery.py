"""The recovery key as an age key and as shares in words, and every way to type them wrong."""

from __future__ import annotations

import subprocess
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from shamir_mnemonic import generate_mnemonics

from antq_desktop.crypto.recovery import (
    SHARE_WORDS,
    SHARES,
    Share,
    all_words,
    combine,
    identity_of,
    known_word,
    new_secret,
    read_share,
    split,
)
from antq_desktop.crypto.sealing import seal_bytes
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECRET = bytes(range(32))


@pytest.fixture(scope="module")
def shares() -> tuple[Share, ...]:
    """Return the three shares of `SECRET`."""
    return split(SECRET)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as heard:
        call()
    return heard.value.message_id


def test_any_bytes_are_an_age_key_that_the_age_program_takes(tmp_path: Path) -> None:
    for secret in (SECRET, bytes(32), b"\xff" * 32, new_secret()):
        identity = identity_of(secret)
        assert identity.secret.startswith("AGE-SECRET-KEY-1")
        (tmp_path / "key").write_text(identity.secret, encoding="ascii")
        (tmp_path / "sealed").write_bytes(seal_bytes(b"books", [identity.recipient]))
        opened = subprocess.run(
            ["age", "-d", "-i", tmp_path / "key", tmp_path / "sealed"],
            capture_output=True,
            check=True,
        )
        assert opened.stdout == b"books"
    with pytest.raises(ValueError, match="32 bytes"):
        identity_of(b"short")


def test_any_two_shares_give_the_key_and_one_gives_nothing(shares: tuple[Share, ...]) -> None:
    assert [one.number for one in shares] == [1, 2, 3]
    assert len({one.set for one in shares}) == 1
    for some in (*combinations(shares, 2), shares, shares[::-1]):
        assert combine(some) == SECRET
    assert refused(lambda: combine(shares[:1])) == "shares.few"
    assert refused(lambda: combine([shares[1], shares[1]])) == "shares.twice"
    other = split(SECRET)
    assert refused(lambda: combine([shares[0], other[1]])) == "shares.other_set"
    assert not any(word in repr(one).split() for one in shares for word in one.words)


def test_shares_of_one_number_that_do_not_belong_together_are_found(
    shares: tuple[Share, ...],
) -> None:
    """Two sets of one number come by chance once in 32768 times: then their digest differs."""
    other = split(new_secret())[1]
    stranger = Share(other.words, shares[0].set, other.number)
    assert refused(lambda: combine([shares[0], stranger])) == "shares.no_fit"


def test_a_share_may_be_typed_with_numbers_in_lines_and_by_four_letters(
    shares: tuple[Share, ...],
) -> None:
    words = shares[0].words
    typed = "\r\n".join(f"{at}. {word[:4].upper()}" for at, word in enumerate(words, 1))
    assert read_share(typed) == shares[0]
    assert SHARES == 3
    assert len(words) == SHARE_WORDS


def test_what_is_typed_wrong_is_named(shares: tuple[Share, ...]) -> None:
    words = list(shares[0].words)
    with pytest.raises(Refusal) as heard:
        read_share(" ".join([*words[:6], "xyzzy", *words[7:]]))
    assert (heard.value.message_id, heard.value.values["number"]) == ("shares.word", 7)
    swapped = next(one for one in all_words() if one != words[9])
    assert refused(lambda: read_share(" ".join([*words[:9], swapped, *words[10:]]))) == (
        "shares.checksum"
    )
    assert refused(lambda: read_share(" ".join(words[:-1]))) == "shares.count"
    assert refused(lambda: read_share("")) == "shares.count"
    # What Telex makes of "academic".
    assert refused(lambda: read_share(" ".join(["âcdemic", *words[1:]]))) == "shares.marks"
    assert refused(lambda: known_word("aca", 1)) == "shares.word"
    assert refused(lambda: known_word("academy", 1)) == "shares.word"
    assert known_word("ACAD", 1) == "academic"


def test_a_share_of_another_kind_is_foreign() -> None:
    for group in ((3, 5), (1, 1)):
        made = generate_mnemonics(1, [group], SECRET)[0][0]
        with pytest.raises(Refusal) as heard:
            read_share(made)
        assert heard.value.message_id == "shares.foreign"
