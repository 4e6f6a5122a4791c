"""Finds Times New Roman, or Tinos of the same widths, and checks that no letter is missing.

ReportLab drops a letter that its font lacks without a word. So a font counts only with the whole
Vietnamese alphabet in all four faces, and every text is checked letter by letter before it is
drawn. No font comes with the program.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FOLDERS_VARIABLE: Final = "ANTQ_FONTS"
"""Names folders to look in instead of the system's, for a PC whose fonts cannot be changed."""

_VOWELS: Final = "aăâeêioôơuưy"
_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_CONSONANTS: Final = "bcdđfghjklmnpqrstvwxz"
_PUNCTUATION: Final = " !\"#%&'()*+,-./0123456789:;<=>?@[]_“”\u2018\u2019–…×"

_FAMILIES: Final = (
    ("Times New Roman", ("times", "timesbd", "timesi", "timesbi")),
    (
        "Times New Roman",
        (
            "times_new_roman",
            "times_new_roman_bold",
            "times_new_roman_italic",
            "times_new_roman_bold_italic",
        ),
    ),
    ("Tinos", ("tinos-regular", "tinos-bold", "tinos-italic", "tinos-bolditalic")),
)


def alphabet() -> frozenset[str]:
    """Return every Vietnamese letter in both cases with every tone, digits and punctuation."""
    lower = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
    lower |= set(_CONSONANTS)
    return frozenset(lower | {letter.upper() for letter in lower} | set(_PUNCTUATION))


@dataclass(frozen=True, slots=True)
class Fonts:
    """A complete family: the names under which ReportLab knows its faces, and its letters."""

    family: str
    regular: str
    bold: str
    italic: str
    bold_italic: str
    letters: frozenset[int]

    def checked(self, text: str) -> str:
        """Return a text in NFC; Refusal that names the first letter the family lacks."""
        composed = unicodedata.normalize("NFC", text)
        for letter in composed:
            if ord(letter) not in self.letters and letter != "\n":
                raise Refusal("paper.letter_missing", letter=letter, code=f"U+{ord(letter):04X}")
        return composed


def font_folders() -> tuple[Path, ...]:
    """Return where fonts lie on this machine, or what ``ANTQ_FONTS`` names."""
    named = os.environ.get(FOLDERS_VARIABLE)
    if named:
        return tuple(Path(one) for one in named.split(os.pathsep))
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        own = Path(os.environ.get("LOCALAPPDATA", "~")).expanduser()
        return (windows / "Fonts", own / "Microsoft" / "Windows" / "Fonts")
    shared = Path("/usr/share/fonts"), Path("/usr/local/share/fonts")
    return (*shared, Path("~/.local/share/fonts").expanduser(), Path("~/.fonts").expanduser())


def find_fonts(folders: Sequence[Path] | None = None) -> Fonts:
    """Return the first family that is complete; it is read once for each list of folders.

    Raises Refusal ``paper.no_font``, or ``paper.font_incomplete`` where a family is there and lacks
    a letter.
    """
    return _found(font_folders() if folders is None else tuple(folders))


@lru_cache(maxsize=4)
def _found(folders: tuple[Path, ...]) -> Fonts:
    files = dict(_files(folders))
    incomplete: Refusal | None = None
    for family, names in _FAMILIES:
        if not all(name in files for name in names):
            continue
        faces = [_face(files[name]) for name in names]
        if None in faces:
            continue
        letters = frozenset.intersection(*(_letters(face) for face in faces if face is not None))
        lacking = sorted(letter for letter in alphabet() if ord(letter) not in letters)
        if not lacking:
            return _registered(family, [face for face in faces if face is not None], letters)
        incomplete = Refusal("paper.font_incomplete", family=family, letter=lacking[-1])
    raise incomplete or Refusal("paper.no_font")


def _files(folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the fonts below folders by small names; what comes later counts."""
    for folder in reversed(folders):
        for place, _, names in os.walk(folder):
            for name in names:
                path = Path(place, name)
                if path.suffix.lower() == ".ttf":
                    yield path.stem.lower(), path


def _face(path: Path) -> TTFont | None:
    """Read one face, under a name that is its own; None for a file that is no usable font."""
    try:
        return TTFont(f"{path.stem} {path.parent}", str(path))
    except (TTFError, OSError):
        return None


def _letters(font: TTFont) -> frozenset[int]:
    glyphs: Mapping[int, int] = font.face.charToGlyph
    return frozenset(code for code, glyph in glyphs.items() if glyph)


def _registered(family: str, faces: Sequence[TTFont], letters: frozenset[int]) -> Fonts:
    for face in faces:
        registerFont(face)
    regular, bold, italic, bold_italic = (face.fontName for face in faces)
    addMapping(regular, 0, 0, regular)
    addMapping(regular, 1, 0, bold)
    addMapping(regular, 0, 1, italic)
    addMapping(regular, 1, 1, bold_italic)
    return Fonts(family, regular, bold, italic, bold_italic, letters)
