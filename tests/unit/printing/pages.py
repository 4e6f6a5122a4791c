"""Reads PDF files back with the programs that people have: poppler and qpdf."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import zxingcpp
from PIL import Image

from antq_desktop.domain.fields import Label
from antq_desktop.printing.drawing.render import render
from antq_desktop.printing.form import Form, Layout, Needs, Sheet
from antq_desktop.printing.issuers import Issuer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from antq_desktop.printing.blocks import Block

_DPI = 150
ISSUER = Issuer("CÔNG AN HUYỆN LÝ NHÂN", "CÔNG AN XÃ BẮC LÝ", "Công an xã Bắc Lý", "Bắc Lý", "CAX")
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

    def raw_text(self, page: int | None = None) -> str:
        """Return the text of a page or of all in the order of the content, single-spaced."""
        pages = ["-f", str(page), "-l", str(page)] if page else []
        return " ".join(self.run("pdftotext", *pages, "-raw", "{}", "-").split())

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

    def boxes(self, page: int = 1) -> list[tuple[str, float, float, float, float]]:
        """Return each word of a page with its left, top, right and bottom edge in points."""
        found = self.run("pdftotext", "-f", str(page), "-l", str(page), "-bbox", "{}", "-")
        word = re.compile(
            r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
        )
        return [
            (text, float(left), float(top), float(right), float(bottom))
            for left, top, right, bottom, text in word.findall(found)
        ]

    def codes(self, page: int = 1) -> list[str]:
        """Return what the QR codes on a picture of a page say."""
        return [one.text for one in self._read(page)]

    def code_width(self, page: int = 1) -> float:
        """Return the width of the one QR code on a page in millimetres, without its quiet zone."""
        (code,) = self._read(page)
        corners = code.position
        return (corners.top_right.x - corners.top_left.x) / _DPI * 25.4

    def _read(self, page: int) -> list[zxingcpp.Barcode]:
        picture = self.path.with_name("page")
        pages = ("-f", str(page), "-l", str(page), "-singlefile")
        self.run("pdftoppm", "-r", str(_DPI), "-gray", "-png", *pages, "{}", str(picture))
        with Image.open(picture.with_suffix(".png")) as image:
            return list(zxingcpp.read_barcodes(image))
