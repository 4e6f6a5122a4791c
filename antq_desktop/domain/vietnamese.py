"""Vietnamese text: cleaning, search keys and sort keys.

Stored text is NFC, the precomposed form that TT 07/2002/TT-BKHCN and TCVN 6909:2001 ask for. Keys
are for comparing only and are never shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Eth and the African d look like the Vietnamese letter and arrive with pasted text.
_LOOK_ALIKES = str.maketrans("\u00d0\u0189\u00f0\u0256", "ĐĐđđ")
_SPACES = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")

# Characters without a width that Unicode does not class as controls or format characters.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u3164\uffa0")
_PLANE = 0x10000
_NONCHARACTERS = frozenset(map(chr, range(0xFDD0, 0xFDF0))) | frozenset(
    chr(plane + last) for plane in range(0, 17 * _PLANE, _PLANE) for last in (0xFFFE, 0xFFFF)
)

# Below the Greek letters all marks lie together, so that one expression finds them; a decomposed
# Vietnamese text has nothing else.
_LAST_MARK = "\u036f"
_LATIN_MARKS = re.compile("[\u0300-\u036f]+")
_LATIN_BREAKS = re.compile("(?:[^\\w\u0300-\u036f]|_)+")

# The order of the tones is that of CLDR (common/collation/vi.xml).
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_OTHER_MARK = "6"

# Sort weights, all ASCII: between two levels " ", then a space of the text, punctuation, digits as
# themselves, and the 33 letters as "A" to "a". What is not ASCII stands after them as itself.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_WEIGHTS = {letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}
_WEIGHT_OF_SPACE = "!"
_WEIGHT_OF_PUNCTUATION = "#"
_BETWEEN_LEVELS = " "

_WORDS_KEPT = 4096
"""Of how many words a key is remembered: Vietnamese has few syllables, and each comes often."""


def clean(text: str) -> str:
    r"""Return the text as it is stored: NFC, one kind of đ, single plain spaces, ``\n`` line ends.

    Spaces at both ends of a line and empty lines at both ends of the text go. Characters that no
    text may hold stay, so that the caller can refuse them: see `forbidden_characters`.
    """
    if text.isprintable() and "  " not in text:
        # One line, and of all spaces only single plain ones: most texts, and most of the time.
        return unicodedata.normalize("NFC", text.translate(_LOOK_ALIKES)).strip(" ")
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).translate(_LOOK_ALIKES))
    lines = [_SPACES.sub(" ", line).strip(" ") for line in text.split("\n")]
    return "\n".join(lines).strip("\n")


def forbidden_characters(text: str) -> tuple[str, ...]:
    r"""Return the names ("U+200B") of the characters in cleaned text that nothing stored may hold.

    They are NUL and the other controls except ``\n``, bidirectional controls and all else that is
    invisible, lone surrogates, and noncharacters. Each is named once, in code-point order.
    """
    # To look for each of the few is ten times faster than to look at each letter of the text.
    if text.isprintable() and not any(map(text.__contains__, _INVISIBLE)):
        return ()
    found = sorted({character for character in text if _is_forbidden(character)})
    return tuple(f"U+{ord(character):04X}" for character in found)


def fold(text: str) -> str:
    """Return the search key: lower case without any mark, words parted by one space.

    ``fold("Nguyễn  Văn-Đạt") == "nguyen van dat"``. Folding a key changes nothing.
    """
    return _folded(_words(text))


def tone_key(text: str) -> str:
    """Return the exact search key: lower case, each word's tone as a digit at its end.

    The two ways of placing a tone (hòa, hoà) give one key; vowels and tones stay apart, so that
    ``tone_key("hòa") == "hoa1"``, ``tone_key("hoa") == "hoa"``, ``tone_key("hân") == "hân"``.
    The level tone has no digit, so that a word half typed is the beginning of its key.
    """
    return _toned(_words(text))


def search_keys(text: str) -> tuple[str, str]:
    """Return what `fold` and `tone_key` give, for hardly more than one of them costs."""
    words = _words(text)
    return _folded(words), _toned(words)


def has_marks(text: str) -> bool:
    """Tell whether a typed query has a mark or a đ, so that it asks for an exact match."""
    decomposed = unicodedata.normalize("NFD", clean(text).lower())
    return "đ" in decomposed or any(map(_is_mark, decomposed))


def sort_key(text: str) -> str:
    """Return a text whose plain code-point order is the Vietnamese order of the given texts.

    Levels as in CLDR, each over the whole text: letters, then tones (ngang, huyền, hỏi, ngã, sắc,
    nặng), then case, lower first. The key has exactly two spaces, between its three levels.
    """
    return _BETWEEN_LEVELS.join(_levels(text))


def person_sort_key(name: str) -> str:
    """Return the key that sorts people by given name (the last word), family name, middle names.

    Somebody with one name has only a given name. Case comes last of all, so that names in capitals
    stand among the others.
    """
    *before, given = clean(name).split() or [""]
    parts = [_levels(part) for part in (given, " ".join(before[:1]), " ".join(before[1:]))]
    fields = [field for letters, tones, _ in parts for field in (letters, tones)]
    return _BETWEEN_LEVELS.join((*fields, _levels(name)[2]))


def _is_forbidden(character: str) -> bool:
    if character == "\n":
        return False
    invisible = character in _INVISIBLE or character in _NONCHARACTERS
    return invisible or unicodedata.category(character) in {"Cc", "Cf", "Cs"}


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


def _is_latin(text: str) -> bool:
    """Tell whether no character lies behind the Latin letters and their marks."""
    return text.isascii() or max(text) <= _LAST_MARK


def _without_marks(text: str) -> str:
    if _is_latin(text):
        return _LATIN_MARKS.sub("", text)
    return "".join(character for character in text if not _is_mark(character))


def _words(text: str) -> list[str]:
    """Cut into lower-case, decomposed words of letters, digits and marks."""
    decomposed = unicodedata.normalize("NFD", clean(text).casefold())
    if _is_latin(decomposed):
        return _LATIN_BREAKS.sub(" ", decomposed).split()
    kept = (c if unicodedata.category(c)[0] in "LNM" else " " for c in decomposed)
    return "".join(kept).split()


def _folded(words: list[str]) -> str:
    bare = _without_marks(" ".join(words)).replace("đ", "d")
    return " ".join(bare.split())


def _toned(words: list[str]) -> str:
    return " ".join(map(_with_tone_last, words))


@lru_cache(maxsize=_WORDS_KEPT)
def _with_tone_last(word: str) -> str:
    if word.isascii():
        return word
    letters = "".join(character for character in word if character not in _TONES)
    tones = "".join(_TONES[character] for character in word if character in _TONES)
    return unicodedata.normalize("NFC", letters) + tones


def _levels(text: str) -> tuple[str, str, str]:
    """Return the weights of the letters, of the tones and of the cases of a text."""
    first, *others = clean(text).split(" ")
    # Each word with the space before it: so a mark stays with what it stands behind.
    levels = (_levels_of(first), *(_levels_of(" " + word) for word in others))
    letters, tones, cases = map("".join, zip(*levels, strict=True))
    return letters, tones.rstrip("0"), cases.rstrip("0")


@lru_cache(maxsize=_WORDS_KEPT)
def _levels_of(word: str) -> tuple[str, str, str]:
    weights = [_weigh(letter) for letter in _letters(word)]
    letters, tones, cases = ("".join(weight[level] for weight in weights) for level in range(3))
    return letters, tones, cases


def _letters(text: str) -> list[str]:
    """Cut into decomposed letters, each with the marks that follow it."""
    letters: list[str] = []
    for character in unicodedata.normalize("NFD", text):
        if letters and _is_mark(character):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


@lru_cache(maxsize=1024)
def _weigh(letter: str) -> tuple[str, str, str]:
    """Return the weights of one decomposed letter: the letter itself, its tone, its case."""
    tone = max((_TONES[mark] for mark in letter if mark in _TONES), default="0")
    lower = letter.lower()
    case = "0" if lower == letter else "1"
    plain = "".join(mark for mark in lower if mark not in _TONES)
    weight = _WEIGHTS.get(unicodedata.normalize("NFC", plain))
    if weight is not None:
        return weight, tone, case
    base = lower[0]
    if base.isspace():
        return _WEIGHT_OF_SPACE, tone, case
    if base in _WEIGHTS:  # a letter of another language, such as ü: after its plain one
        return _WEIGHTS[base], _OTHER_MARK, case
    if base.isascii() and not base.isdigit():
        return _WEIGHT_OF_PUNCTUATION, tone, case
    return base, tone, case
