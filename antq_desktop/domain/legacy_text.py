"""Text in the encodings of before Unicode, TCVN3 (ABC) and VNI, as it arrives with what is pasted.

Such text comes out of old tables as if it were Western: ``QuyÕt ®Þnh``, ``Coäng hoøa``. It is
recognised only where what is there cannot be Vietnamese and what it would become can: every word
with a mark must be a syllable of the language. Capitals of TCVN3 with tones are a matter of the
font, which a clipboard does not carry: they come out small.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Encoding = Literal["TCVN3", "VNI"]

# The letters of TCVN3 as Western ones, and what they are; the last of "ư" is the soft hyphen.
_TCVN3_WESTERN = (
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·\u00b8¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
)
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"

# VNI writes a letter and then its marks as a letter of their own.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ROOF = {"á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323", "â": ""}
_BREVE = {"é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323", "ê": ""}
_ALONE = {"ñ": "đ", "ö": "ư", "ô": "ơ", "î": "ỵ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}

_WORD = re.compile(r"[^\W\d_\u00ad]*[^\x00-\x7f][^\s\x00-\x40\x5b-\x60\x7b-\x7f]*", re.UNICODE)
_TCVN3 = str.maketrans(_TCVN3_WESTERN, _TCVN3_LETTERS)
_LAST_WESTERN = "\u00ff"
_BEGIN = "ngh|gh|kh|ph|th|tr|ch|nh|ng|gi|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
_END = "ch|nh|ng|c|m|n|p|t|"
_MIDDLE = (
    "oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|iêu|yêu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe"
    "|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|ươ|ưa|ưi|ưu|uy|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_SYLLABLE = re.compile(f"(?:{_BEGIN})(?:{_MIDDLE})(?:{_END})")
_MARKS = frozenset("\u0301\u0300\u0309\u0303\u0323")


@dataclass(frozen=True, slots=True)
class Converted:
    """A text that was recognised, in Unicode, and what it was written in."""

    text: str
    encoding: Encoding


def from_legacy(text: str) -> Converted | None:
    """Return a text in Unicode if it is in one of the old encodings, None for any other."""
    if text.isascii() or max(text) > _LAST_WESTERN or _all_syllables(text):
        return None
    found = (Converted(text.translate(_TCVN3), "TCVN3"), Converted(_from_vni(text), "VNI"))
    return next((one for one in found if _all_syllables(one.text)), None)


def in_unicode(text: str) -> str:
    """Return a text in Unicode, whatever it was written in."""
    found = from_legacy(text)
    return found.text if found else text


def _from_vni(text: str) -> str:
    found: list[str] = []
    for letter in text:
        before = found[-1][:1].lower() if found else ""
        marked = _with_mark(before, letter.lower()) if before else None
        if marked is not None:
            found[-1] = unicodedata.normalize("NFC", found[-1] + marked)
        else:
            alone = _ALONE.get(letter.lower(), letter)
            found.append(alone.upper() if letter.isupper() else alone)
    return unicodedata.normalize("NFC", "".join(found))


def _with_mark(before: str, mark: str) -> str | None:
    """Return the marks that a letter puts on the one before it, None where it is one itself."""
    if before in "aeo" and mark in _ROOF:
        return "\u0302" + _ROOF[mark]
    if before == "a" and mark in _BREVE:
        return "\u0306" + _BREVE[mark]
    return _TONES[mark] if before in "aeouyơư" and mark in _TONES else None


def _all_syllables(text: str) -> bool:
    """Say whether every word with a letter beyond ASCII is a syllable of Vietnamese."""
    return all(_is_syllable(word) for word in _WORD.findall(text) if _has_letter(word))


def _has_letter(word: str) -> bool:
    return any(letter.isalpha() for letter in word)


def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if mark in _MARKS]
    bare = unicodedata.normalize("NFC", "".join(one for one in decomposed if one not in _MARKS))
    return len(tones) <= 1 and _SYLLABLE.fullmatch(bare) is not None
