"""Digests, and fingerprints as people compare them."""

from __future__ import annotations

import io

import pytest

from antq_desktop.crypto.digests import (
    CHUNK,
    StreamTooLong,
    grouped,
    hash_stream,
    same_fingerprint,
    sha256_hex,
)

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # FIPS 180-4, example


def test_the_published_example() -> None:
    assert sha256_hex(b"abc") == ABC
    assert hash_stream(io.BytesIO(b"abc")) == (ABC, 3)


def test_a_stream_longer_than_one_read() -> None:
    data = b"x" * (2 * CHUNK + 5)
    assert hash_stream(io.BytesIO(data), len(data)) == (sha256_hex(data), len(data))
    with pytest.raises(StreamTooLong):
        hash_stream(io.BytesIO(data), len(data) - 1)


def test_grouped_for_reading_aloud() -> None:
    assert grouped("3f2a91bc07") == "3F2A 91BC 07"
    assert same_fingerprint(grouped(ABC), ABC)


def test_case_and_separators_do_not_count() -> None:
    colons = ":".join(ABC[i : i + 2] for i in range(0, 64, 2)).upper()
    assert same_fingerprint(colons, f" {ABC[:32]}-{ABC[32:]}\n")
    # What a word processor puts between, and what a fuzzer found: all of it is white space.
    assert same_fingerprint(ABC, f"{ABC[:4]}\u00a0{ABC[4:8]}\u2009{ABC[8:12]}\x1e{ABC[12:]}")


@pytest.mark.parametrize("other", ["", ABC[:-1], ABC + "0", ABC[:-1] + "e", ABC[:-1] + "g"])
def test_anything_else_is_another_fingerprint(other: str) -> None:
    assert not same_fingerprint(ABC, other)
    assert not same_fingerprint(other, ABC)


def test_two_equal_fragments_are_no_fingerprint() -> None:
    assert not same_fingerprint("3f2a", "3f2a")
