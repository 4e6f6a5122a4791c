"""What NĐ 30/2020/NĐ-CP, Phụ lục I, asks of each element, measured on a finished file.

Lengths within half a millimetre, sizes within half a point. That an element is there is known from
the blocks; where and how it stands is read from the file alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from antq_desktop.printing.blocks import (
    Addressees,
    Closing,
    NationalHead,
    Signatures,
    Style,
    Text,
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.printing.blocks import Block
    from tests.unit.printing.pages import Letter, Pdf

MM = 72 / 25.4
LEFT, RIGHT, INDENT = 30 * MM, 15 * MM, 12.7 * MM
HALF_MM, HALF_POINT = 0.5 * MM, 0.5
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
#: Of each style of text: its face, and whether the first line is set in.
_STYLES = {
    Style.BODY: ("Regular", True),
    Style.GROUND: ("Italic", True),
    Style.HEADING: ("Bold", False),
}
_BEGINNING = 20
"""Letters of a text that are looked at: they stand on its first line."""


def face_of(letter: Letter) -> str:
    """Return which face of the family a letter is set in ("Tinos-Bold", "…PS-BoldMT")."""
    return letter.font.partition("-")[2].removesuffix("MT") or "Regular"


def left(letters: Sequence[Letter]) -> float:
    """Return the left edge of words."""
    return min(one.place[0] for one in letters)


def middle(letters: Sequence[Letter]) -> float:
    """Return the middle of words that stand on one line."""
    return (left(letters) + max(one.place[2] for one in letters)) / 2


def lines(letters: Sequence[Letter]) -> Iterator[Sequence[Letter]]:
    """Yield the letters line by line."""
    line: list[Letter] = []
    for one in letters:
        if line and abs(one.place[3] - line[-1].place[3]) > 1:
            yield line
            line = []
        line.append(one)
    yield line


def unlike_the_decree(pdf: Pdf, blocks: Sequence[Block]) -> list[str]:
    """Return what of the elements on the first page, and of the end, is not as it must be."""
    return list(_Measuring(pdf).all(blocks))


class _Measuring:
    """Measures the first page of a file, and of the last one who signs."""

    def __init__(self, pdf: Pdf) -> None:
        (self._width, _), *_ = self._sizes = pdf.sizes()
        self._pdf = pdf
        self._page = [one for one in pdf.letters() if not one.text.isspace()]
        self._text = "".join(one.text for one in self._page)

    def all(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield every flaw."""
        looked: set[Style] = set()
        for block in blocks:
            if isinstance(block, NationalHead):
                yield from self._head(block)
            elif isinstance(block, Title):
                for words in filter(None, (block.name, block.subject)):
                    yield from self._centred(words, "Bold")
            elif isinstance(block, Addressees) and len(block.names) == 1 and block.names[0]:
                yield from self._centred(f"Kính gửi: {block.names[0]}", "Regular")
            elif isinstance(block, Text) and block.style in _STYLES and block.style not in looked:
                looked.add(block.style)
                yield from self._paragraph(block)
            elif isinstance(block, Closing):
                yield from self._closing(block)
            elif isinstance(block, Signatures):
                for one in block.columns:
                    role = self._found(one.role.partition("\n")[0], last=True)
                    yield from _type(role, "Bold", 13, 14)

    def _found(self, words: str, *, last: bool = False) -> list[Letter]:
        wanted = "".join(words.split())
        page, text = self._page, self._text
        if last and len(self._sizes) > 1:
            letters = self._pdf.letters(len(self._sizes))
            page = [one for one in letters if not one.text.isspace()]
            text = "".join(one.text for one in page)
        at = text.rfind(wanted) if last else text.find(wanted)
        return page[at : at + len(wanted)] if at >= 0 else []

    @property
    def _middle(self) -> float:
        return LEFT + (self._width - LEFT - RIGHT) / 2

    def _head(self, head: NationalHead) -> Iterator[str]:
        nation, motto = self._found(NATION), self._found(MOTTO)
        yield from _type(nation, "Bold", 12, 13)
        yield from _type(motto, "Bold", 13, 14)
        yield from _at(motto, middle(nation))
        if not head.issuer:
            return
        body = self._found(head.issuer)
        yield from _type(body, "Bold", 12, 13)
        place = middle(next(iter(lines(body))))
        for line in lines(body):
            yield from _at(line, place)
        above = self._found(head.superior) if head.superior else body
        if head.superior:
            yield from _type(above, "Regular", 12, 13)
            yield from _at(next(iter(lines(above))), place)
        if abs(above[0].place[3] - nation[0].place[3]) > HALF_MM:
            yield "the heads do not begin on one line"
        if head.number:
            yield from _type(self._found(head.number), "Regular", 13, 13)
            yield from _at(self._found(head.number), place)
        if head.dated:
            yield from _type(self._found(head.dated), "Italic", 13, 14)
            yield from _at(self._found(head.dated), middle(nation))

    def _centred(self, words: str, face: str) -> Iterator[str]:
        letters = self._found(words)
        yield from _type(letters, face, 13, 14)
        for line in lines(letters) if letters else ():
            yield from _at(line, self._middle)

    def _paragraph(self, text: Text) -> Iterator[str]:
        face, indented = _STYLES[text.style]
        edge = LEFT + (INDENT if indented else 0)
        words = "".join(text.text.split())[:_BEGINNING]
        # The same words may stand elsewhere too; that nothing of it is here: on another page.
        places = [at.start() for at in re.finditer(re.escape(words), self._text)]
        found = [self._page[at : at + len(words)] for at in places]
        at_edge = [letters for letters in found if abs(left(letters) - edge) <= HALF_MM]
        if found and not at_edge:
            yield f"{text.text[:20]} begins at {left(found[0]) / MM:.1f} mm"
        for letters in found[:1] if not at_edge else at_edge[:1]:
            yield from _type(letters, face, 13, 14)

    def _closing(self, block: Closing) -> Iterator[str]:
        told = self._found("Nơi nhận:", last=True)
        yield from _type(told, "BoldItalic", 12, 12)
        if told and abs(left(told) - LEFT) > HALF_MM:
            yield f"Nơi nhận at {left(told) / MM:.1f} mm"
        for name in block.recipients:
            yield from _type(self._found(f"- {name}", last=True), "Regular", 11, 11)
        role = self._found(block.signature.role, last=True)
        yield from _type(role, "Bold", 13, 14)
        for line in lines(role) if role else ():
            yield from _at(line, LEFT + (self._width - LEFT - RIGHT) * 0.75)


def _type(letters: Sequence[Letter], face: str, least: float, most: float) -> Iterator[str]:
    words = "".join(one.text for one in letters)
    if not letters:
        yield "an element is not on its page"
    if any(face_of(one) != face for one in letters):
        yield f"{words} is not {face}"
    if any(not least - HALF_POINT <= one.size <= most + HALF_POINT for one in letters):
        yield f"{words} is {letters[0].size} pt"


def _at(letters: Sequence[Letter], place: float) -> Iterator[str]:
    if letters and abs(middle(letters) - place) > HALF_MM:
        words = "".join(one.text for one in letters)
        yield f"{words} stands {(middle(letters) - place) / MM:.1f} mm off"
