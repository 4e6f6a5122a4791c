"""Fonts: none, one that lacks letters, one that is whole; and texts with letters it lacks."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import reportlab

from antq_desktop.errors import Refusal
from antq_desktop.printing.drawing.fonts import alphabet, find_fonts, font_folders

if TYPE_CHECKING:
    from collections.abc import Iterable

TINOS = ("Regular", "Bold", "Italic", "BoldItalic")
WITHOUT_VIETNAMESE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def whole_font() -> Path:
    """Return the folder of the font that this machine prints with."""
    found = (path for one in font_folders() for path in one.rglob("Tinos-Regular.ttf"))
    return next(found).parent


def as_family(folder: Path, source: Path, names: Iterable[str]) -> Path:
    """Put one font file into a folder under the names of a family."""
    folder.mkdir(exist_ok=True)
    for name in names:
        shutil.copy(source, folder / name)
    return folder


def test_the_alphabet_is_every_letter_with_every_tone_in_both_cases() -> None:
    letters = {letter for letter in alphabet() if letter.isalpha()}
    assert len(letters) == 2 * (12 * 6 + 21)
    assert set("ằẵặễệỗộữựỳỵđ") <= letters
    assert {letter.upper() for letter in letters} <= letters
    assert all(unicodedata.is_normalized("NFC", letter) for letter in letters)


def test_the_font_of_this_machine_is_whole() -> None:
    fonts = find_fonts()
    assert fonts.family in {"Times New Roman", "Tinos"}
    assert fonts.checked("".join(sorted(alphabet())))
    assert len({fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic}) == 4


def test_a_folder_without_a_font_refuses(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"^paper\.no_font"):
        find_fonts([tmp_path])
    with pytest.raises(Refusal, match=r"^paper\.no_font"):
        find_fonts([tmp_path / "not there"])


def test_a_font_without_vietnamese_letters_refuses_and_names_one(tmp_path: Path) -> None:
    as_family(tmp_path, WITHOUT_VIETNAMESE, [f"Tinos-{face}.ttf" for face in TINOS])
    with pytest.raises(Refusal, match=r"^paper\.font_incomplete") as refused:
        find_fonts([tmp_path])
    assert refused.value.values["family"] == "Tinos"
    assert str(refused.value.values["letter"]) in alphabet() - set("abcdefghijklmnopqrstuvwxyz")


def test_one_poor_face_spoils_a_family(tmp_path: Path) -> None:
    for face in TINOS:
        shutil.copy(whole_font() / f"Tinos-{face}.ttf", tmp_path)
    assert find_fonts([tmp_path]).family == "Tinos"
    poor = tmp_path / "poor"
    shutil.copytree(tmp_path, poor)
    shutil.copy(WITHOUT_VIETNAMESE, poor / "Tinos-Italic.ttf")
    with pytest.raises(Refusal, match=r"^paper\.font_incomplete"):
        find_fonts([poor])


def test_three_faces_and_files_that_are_no_fonts_do_not_count(tmp_path: Path) -> None:
    as_family(tmp_path, whole_font() / "Tinos-Bold.ttf", [f"Tinos-{face}.ttf" for face in TINOS])
    (tmp_path / "Tinos-Regular.ttf").unlink()
    with pytest.raises(Refusal, match=r"^paper\.no_font"):
        find_fonts([tmp_path])
    broken = as_family(tmp_path / "broken", whole_font() / "Tinos-Bold.ttf", ["times.ttf"])
    for face in ("timesbd", "timesi", "timesbi"):
        (broken / f"{face}.ttf").write_bytes(b"this is no font")
    with pytest.raises(Refusal, match=r"^paper\.no_font"):
        find_fonts([broken])


def test_times_new_roman_comes_before_tinos_under_either_names(tmp_path: Path) -> None:
    source = whole_font() / "Tinos-Regular.ttf"
    tinos = [f"Tinos-{face}.ttf" for face in TINOS]
    windows = ["TIMES.TTF", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"]
    debian = [f"Times_New_Roman{face}.ttf" for face in ("", "_Bold", "_Italic", "_Bold_Italic")]
    for names in (windows, debian):
        folder = as_family(tmp_path / names[0], source, [*tinos, *names])
        assert find_fonts([folder]).family == "Times New Roman"


def test_an_incomplete_times_new_roman_gives_way_to_tinos(tmp_path: Path) -> None:
    windows = ["times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"]
    poor = as_family(tmp_path / "poor", WITHOUT_VIETNAMESE, windows)
    assert find_fonts([poor, whole_font()]).family == "Tinos"


@pytest.mark.parametrize(
    ("text", "letter", "code"),
    [("Bản 漢", "漢", "U+6F22"), ("Xong ✓", "✓", "U+2713"), ("\u2610", "☐", "U+2610")],
)
def test_a_letter_that_the_font_lacks_is_named(text: str, letter: str, code: str) -> None:
    with pytest.raises(Refusal, match=r"^paper\.letter_missing") as refused:
        find_fonts().checked(text)
    assert refused.value.values == {"letter": letter, "code": code}


def test_decomposed_text_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Liêm Tuyền")
    assert find_fonts().checked(decomposed) == "Liêm Tuyền"


def test_the_folders_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANTQ_FONTS", str(tmp_path))
    assert font_folders() == (tmp_path,)
