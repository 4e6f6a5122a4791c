"""Reads PDF files back with the programs that people have: poppler and qpdf."""

from __future__ import annotations

import ctypes
import re
import subprocess
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import zxingcpp
from PIL import Image
from pypdfium2 import PdfDocument, raw

from antq_desktop.domain.fields import Label
from antq_desktop.domain.paper_codes import LETTERS
from antq_desktop.printing.drawing.render import render
from antq_desktop.printing.form import Body, Form, Layout, Needs, Sheet
from antq_desktop.printing.issuers import Issuer
from antq_desktop.printing.remarks import CHECKED_BY, UNVERIFIED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from antq_desktop.printing.blocks import Block

_DPI = 150
_FINE, _DARK = 300, 128
_MM = 72 / 25.4
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
_SHOWN_CODE = re.compile(rf"[{LETTERS}]{{4}}(-[{LETTERS}]{{4}}){{2}}")
_FONT = re.compile(rb"/BaseFont\s*/(\S+)")
Word = tuple[str, float, float, float, float]
ISSUER = Issuer(
    "CÔNG AN HUYỆN LÝ NHÂN",
    "CÔNG AN XÃ BẮC LÝ",
    "Công an xã Bắc Lý",
    "Bắc Lý",
    "CAX",
    signer="TRƯỞNG CÔNG AN XÃ",
    above="Công an huyện Lý Nhân",
    territory="xã Bắc Lý",
)
PEOPLE = replace(
    ISSUER,
    superior="",
    name="ỦY BAN NHÂN DÂN XÃ BẮC LÝ",
    unit="Ủy ban nhân dân xã Bắc Lý",
    symbol="UBND",
    signer="CHỦ TỊCH",
)
COMMITTEE = replace(
    ISSUER,
    superior="ỦY BAN NHÂN DÂN XÃ BẮC LÝ",
    name="BAN CHỈ ĐẠO PCTP, TNXH VÀ XDPT TDBVANTQ",
    unit="Ban Chỉ đạo xã Bắc Lý",
    symbol="BCĐ",
    signer="TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN",
)
ISSUERS = {Body.POLICE: ISSUER, Body.PEOPLE: PEOPLE, Body.COMMITTEE: COMMITTEE}
SHEET = Sheet(ISSUER, date(2024, 3, 5))


def form(**changes: Any) -> Form:
    """Return a form that no officer ever sees."""
    usual: dict[str, Any] = {
        "code": "test",
        "title": Label("Mẫu thử", "Test"),
        "basis": "",
        "layout": Layout.OWN,
        "needs": Needs.RECORD,
        "blocks": lambda _sheet, _subject: (),
    }
    return Form(**usual | changes)


def drawn(folder: Path, *blocks: Block, practice: bool = False, **changes: Any) -> Pdf:
    """Draw blocks and return the file to be read."""
    return saved(folder, render(form(**changes), blocks, practice=practice).pdf)


def saved(folder: Path, pdf: bytes) -> Pdf:
    """Write a PDF into a folder and return it to be read."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    return Pdf(path)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter on a page: size in points, font without its prefix, (left, top, right, bottom)."""

    text: str
    size: float
    font: str
    place: tuple[float, float, float, float]


def pairwise_near(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield each two words whose heights meet."""
    ordered = sorted(words, key=lambda word: word[2])
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other[2] >= one[4]:
                break
            yield one, other


def _over(a: Sequence[float], b: Sequence[float]) -> bool:
    """Say whether two boxes share room; boxes are higher than their letters, by a third."""
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return across > 0.5 and down > min(a[3] - a[1], b[3] - b[1]) / 3


def _in_margin(text: str) -> bool:
    known = {*UNVERIFIED.split(), *CHECKED_BY.split()}
    return text.isdigit() or text in known or _SHOWN_CODE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF file, read by other programs than the one that wrote it."""

    path: Path

    def run(self, *command: str) -> str:
        """Return what a program says of the file; ``{}`` is its path."""
        words = [str(self.path) if word == "{}" else word for word in command]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout

    def text(self, page: int | None = None) -> str:
        """Return the text of a page or of all, as it is laid out, single-spaced."""
        pages = ["-f", str(page), "-l", str(page)] if page else []
        return " ".join(self.run("pdftotext", *pages, "-layout", "{}", "-").split())

    def texts(self) -> list[str]:
        """Return the text of each page in the order of the content, single-spaced, in one go."""
        said = self.run("pdftotext", "-raw", "{}", "-")
        return [" ".join(page.split()) for page in said.split("\f")[:-1]]

    def raw_text(self, page: int | None = None) -> str:
        """Return the text of a page or of all in the order of the content, single-spaced."""
        pages = ["-f", str(page), "-l", str(page)] if page else []
        return " ".join(self.run("pdftotext", *pages, "-raw", "{}", "-").split())

    def story(self) -> str:
        """Return the text of all pages, single-spaced, as if it stood on one page.

        Page numbers, the foot and the letters of the watermark would part a sentence.
        """
        lines = self.run("pdftotext", "-raw", "{}", "-").splitlines()
        told = (line for line in lines if len(line.strip("\f")) > 1 and line != UNVERIFIED)
        return " ".join(" ".join(line for line in told if not line.isdecimal()).split())

    def info(self) -> dict[str, str]:
        """Return what pdfinfo says."""
        lines = (line.partition(":") for line in self.run("pdfinfo", "{}").splitlines())
        return {name: value.strip() for name, _, value in lines}

    def pages(self) -> int:
        """Return how many pages there are."""
        return int(self.info()["Pages"])

    def fonts(self) -> Sequence[tuple[str, bool, bool]]:
        """Return each font with whether it is embedded and a subset."""
        lines = self.run("pdffonts", "{}").splitlines()[2:]
        cells = (re.split(r"\s+", line) for line in lines)
        return [(row[0], row[-5] == "yes", row[-4] == "yes") for row in cells]

    def strange_fonts(self) -> list[str]:
        """Return the fonts that the bytes of the file name and that are no subset of ours."""
        names = {name.decode() for name in _FONT.findall(self.path.read_bytes())}
        return sorted(name for name in names if not re.match(r"[A-Z]{6}\+(Tinos|Times)", name))

    def sizes(self) -> list[tuple[float, float]]:
        """Return width and height of each page in points."""
        said = self.run("pdfinfo", "-f", "1", "-l", "9999", "{}")
        found = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", said)
        return [(float(width), float(height)) for width, height in found]

    def boxes(self, page: int = 1) -> list[tuple[str, float, float, float, float]]:
        """Return each word of a page with its left, top, right and bottom edge in points."""
        return self.all_boxes(page)[0]

    def all_boxes(self, page: int | None = None) -> list[list[Word]]:
        """Return the words of each page, or of one."""
        return [words for _, _, words in self._sized_boxes(page)]

    def _sized_boxes(self, page: int | None = None) -> list[tuple[float, float, list[Word]]]:
        """Return width, height and words of each page, or of one."""
        pages = ["-f", str(page), "-l", str(page)] if page else []
        found = []
        for one in self.run("pdftotext", *pages, "-bbox", "{}", "-").split("</page>")[:-1]:
            size = _PAGE.search(one)
            assert size is not None
            words = [
                (text, float(left), float(top), float(right), float(bottom))
                for left, top, right, bottom, text in _WORD.findall(one)
            ]
            found.append((float(size[1]), float(size[2]), words))
        return found

    def letters(self, page: int = 1) -> list[Letter]:
        """Return each letter of a page with its type and its place, read by PDFium."""
        with PdfDocument(self.path) as document:
            text = document[page - 1].get_textpage()
            height = document[page - 1].get_height()
            found = []
            for at in range(text.count_chars()):
                name = ctypes.create_string_buffer(200)
                raw.FPDFText_GetFontInfo(text, at, name, 200, None)
                left, bottom, right, top = text.get_charbox(at, loose=True)
                found.append(
                    Letter(
                        chr(raw.FPDFText_GetUnicode(text, at)),
                        raw.FPDFText_GetFontSize(text, at),
                        name.value.decode().rpartition("+")[2],
                        (left, height - top, right, height - bottom),
                    )
                )
            return found

    def type_of(self, words: str, page: int = 1) -> list[Letter]:
        """Return the letters of words that stand on a page, without blanks."""
        letters = [one for one in self.letters(page) if not one.text.isspace()]
        wanted = "".join(words.split())
        at = "".join(one.text for one in letters).find(wanted)
        assert at >= 0, words
        return letters[at : at + len(wanted)]

    def flaws(self) -> list[str]:
        """Return words that stand outside the margins of the decree, or over each other."""
        found = []
        for page, (width, height, words) in enumerate(self._sized_boxes(), 1):
            for text, left, top, right, bottom in words:
                margin = bottom <= 20 * _MM or top >= height - 20 * _MM
                inside = left >= 30 * _MM - 1 and right <= width - 15 * _MM + 1
                if not inside or (margin and not _in_margin(text)):
                    found.append(f"{page}: {text} outside")
            for (one, *a), (other, *b) in pairwise_near(words):
                if _over(a, b):
                    found.append(f"{page}: {one} over {other}")
        return found

    def darkest_rows(self, area: tuple[float, float, float, float], page: int = 1) -> list[float]:
        """Return of each row of dots in an area (in points) which part of it is dark."""
        with self._picture(page, _FINE) as image:
            scale = _FINE / 72
            left, top, right, bottom = (round(edge * scale) for edge in area)
            part = image.convert("L").crop((left, top, right, bottom))
            width, height = part.size
            dots = part.tobytes()
        rows = (dots[at * width : (at + 1) * width] for at in range(height))
        return [sum(dot < _DARK for dot in row) / width for row in rows]

    def codes(self, page: int = 1) -> list[str]:
        """Return what the QR codes on a picture of a page say."""
        return [one.text for one in self._read(page)]

    def codes_at_foot(self) -> list[str]:
        """Return what the QR code at the lower right of each page says, at 150 dots to the inch."""
        found = []
        with PdfDocument(self.path) as document:
            for page in document:
                width, height = page.get_size()
                room = (width - 60 * _MM, 0, 0, height - 30 * _MM)
                picture = page.render(scale=_DPI / 72, grayscale=True, crop=room).to_pil()
                found += [one.text for one in zxingcpp.read_barcodes(picture)]
        return found

    def code_width(self, page: int = 1) -> float:
        """Return the width of the one QR code on a page in millimetres, without its quiet zone."""
        (code,) = self._read(page)
        corners = code.position
        return (corners.top_right.x - corners.top_left.x) / _DPI * 25.4

    def _read(self, page: int) -> list[zxingcpp.Barcode]:
        with self._picture(page, _DPI) as image:
            return list(zxingcpp.read_barcodes(image))

    def _picture(self, page: int, dpi: int) -> Image.Image:
        picture = self.path.with_name("page")
        pages = ("-f", str(page), "-l", str(page), "-singlefile")
        self.run("pdftoppm", "-r", str(dpi), "-gray", "-png", *pages, "{}", str(picture))
        return Image.open(picture.with_suffix(".png"))
