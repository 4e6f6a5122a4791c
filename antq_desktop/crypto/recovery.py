"""The recovery key on paper: 256 bits as one age key, or as three SLIP-39 shares; any two do.

SLIP-39 is the public standard for sharing a secret in words: 1024 English words that differ in
their first four letters, with a checksum over each share. Whoever has one share knows nothing.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics
from shamir_mnemonic import Share as Decoded
from shamir_mnemonic.wordlist import WORDLIST

from antq_desktop.crypto.sealing import Identity, identity_from
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

SECRET_BYTES: Final = 32
SHARES: Final = 3
NEEDED: Final = 2
SHARE_WORDS: Final = 33
"""Words of one share: 20 of parameters, checksum and padding, and 256 bits by ten."""
TELLING: Final = 4
"""Letters after which a word of the list is the only one that begins so."""

_LETTERS = re.compile(r"[^\W\d_]+")
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_READABLE = "age-secret-key-"


@dataclass(frozen=True, slots=True)
class Share:
    """One share: its words, the number of its set (15 bits, no secret), which of the three it is.

    The words are never shown by accident: they are not in the representation.
    """

    words: tuple[str, ...] = field(repr=False)
    set: int
    number: int

    @property
    def text(self) -> str:
        """The words in a row, as other programs for SLIP-39 read them."""
        return " ".join(self.words)


def new_secret() -> bytes:
    """Return the 32 random bytes of a recovery key that is to be shared."""
    return secrets.token_bytes(SECRET_BYTES)


def identity_of(secret: bytes) -> Identity:
    """Return the age key pair that 32 bytes are (Bech32, BIP 173, as age writes it)."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery key has 32 bytes")
    number, bits = int.from_bytes(secret, "big"), len(secret) * 8
    padding = -bits % 5
    number <<= padding
    data = [number >> at & 31 for at in range(bits + padding - 5, -1, -5)]
    head = [ord(one) >> 5 for one in _READABLE] + [0] + [ord(one) & 31 for one in _READABLE]
    sums = _polymod([*head, *data, *[0] * 6]) ^ 1
    data += [sums >> 5 * (5 - at) & 31 for at in range(6)]
    return identity_from(f"{_READABLE}1{''.join(_BECH32[one] for one in data)}")


def _polymod(values: Sequence[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for at, one in enumerate(_GENERATOR):
            check ^= one if top >> at & 1 else 0
    return check


def split(secret: bytes) -> tuple[Share, ...]:
    """Return three new shares of a recovery key; any two of them give it back."""
    (made,) = generate_mnemonics(1, [(NEEDED, SHARES)], secret)
    return tuple(read_share(one) for one in made)


def combine(shares: Sequence[Share]) -> bytes:
    """Return the recovery key of two or three shares.

    Refusal ``shares.few``, ``shares.twice`` (``number``), ``shares.other_set`` (``first``,
    ``second``) and ``shares.no_fit`` where they do not belong together.
    """
    by_number: dict[int, Share] = {}
    for one in shares:
        if one.set != shares[0].set:
            raise Refusal("shares.other_set", first=shares[0].set, second=one.set)
        if one.number in by_number:
            raise Refusal("shares.twice", number=one.number)
        by_number[one.number] = one
    if len(by_number) < NEEDED:
        raise Refusal("shares.few")
    found: set[bytes] = set()
    numbers = sorted(by_number)
    try:
        for other in numbers[1:]:
            pair = [by_number[numbers[0]].text, by_number[other].text]
            found.add(combine_mnemonics(pair))
    except MnemonicError:  # not chained: it quotes words of the shares
        raise Refusal("shares.no_fit") from None
    if len(found) > 1:
        raise Refusal("shares.no_fit")
    return found.pop()


def read_share(text: str) -> Share:
    """Read a share as it was typed: numbers and line breaks do not matter, four letters do.

    Refusal ``shares.marks`` and ``shares.word`` (``number`` of the word), ``shares.count``
    (``count``), ``shares.checksum`` where a word is another one, ``shares.foreign`` for a share
    that this program has not made.
    """
    typed = _LETTERS.findall(text)
    words = [known_word(word, number) for number, word in enumerate(typed, 1)]
    if len(words) != SHARE_WORDS:
        raise Refusal("shares.count", count=len(words), expected=SHARE_WORDS)
    try:
        made = Decoded.from_mnemonic(" ".join(words))
    except MnemonicError:
        raise Refusal("shares.checksum") from None
    ours = (made.group_count, made.member_threshold, len(made.value)) == (1, NEEDED, SECRET_BYTES)
    if not ours or made.index >= SHARES:
        raise Refusal("shares.foreign")
    return Share(tuple(words), made.identifier, made.index + 1)


def known_word(typed: str, number: int) -> str:
    """Return the word of the list that is meant, four letters being enough; ``number`` counts it.

    Refusal ``shares.marks`` where an input method for Vietnamese has changed it, ``shares.word``.
    """
    word = typed.strip().lower()
    if not word.isascii():
        raise Refusal("shares.marks", number=number)
    if word in _known():
        return word
    meant = _by_beginning().get(word[:TELLING]) if len(word) >= TELLING else None
    if meant is None or not meant.startswith(word):
        raise Refusal("shares.word", number=number, word=word[:20])
    return meant


def all_words() -> tuple[str, ...]:
    """Return the 1024 words in their order."""
    return tuple(WORDLIST)


@cache
def _known() -> frozenset[str]:
    return frozenset(WORDLIST)


@cache
def _by_beginning() -> dict[str, str]:
    return {word[:TELLING]: word for word in WORDLIST}
