"""What stands on a form, as plain data: the drawing knows how each block looks.

All texts are Vietnamese, as on paper. A value that is None leaves a dotted line for the hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Style(StrEnum):
    """How a line of text is set; sizes and weights are those of NĐ 30/2020, Phụ lục I."""

    BODY = "body"
    """Justified, the first line indented."""
    PLAIN = "plain"
    """From the left, without an indent: a line of a form, a heading's explanation."""
    HEADING = "heading"
    """Bold, from the left."""
    GROUND = "ground"
    """Italic, the first line indented: a legal ground ("Căn cứ …;")."""
    CENTRED = "centred"
    SMALL = "small"
    """11 pt, for remarks below a table."""


@dataclass(frozen=True, slots=True)
class Text:
    r"""A paragraph; ``\\n`` begins a new line."""

    text: str
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class NationalHead:
    """Quốc hiệu and Tiêu ngữ at the right, the issuing body at the left, each with its line.

    ``mark`` stands above at the right ("Mẫu số: 01 …"); ``number`` below the body; ``dated`` is
    place and date below the motto. None leaves its place empty.
    """

    superior: str
    issuer: str
    number: str | None = None
    dated: str | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The kind of document, what it is about, and the line below.

    ``attached`` says of an annex, in italics, to what it belongs.
    """

    name: str
    subject: str = ""
    attached: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a decision: "Điều 1." in bold, then its text."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Addressees:
    """Who a proposal, report or letter goes to: one on the line of "Kính gửi", several below it.

    None leaves a line for the hand.
    """

    names: Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Framed:
    """A note in capitals within a frame, in the middle: "LƯU HÀNH NỘI BỘ" (ô số 11)."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line: "Họ và tên: …", or dots up to the margin where there is no value.

    ``lines`` is how many dotted lines a blank one gets.
    """

    label: str
    value: str | None
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two short labelled lines beside each other; ``share`` is the first one's part of the line."""

    first: Line
    second: Line
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Choice:
    """Options with boxes before them, crossed where chosen; the label before them may be empty."""

    label: str
    options: Sequence[tuple[str, bool]]


class Align(StrEnum):
    """How a column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its part of the width, how its cells stand."""

    head: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a ``strong`` one is bold, a ``detail`` is set in and upright."""

    cells: Sequence[str]
    strong: bool = False
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose head is repeated on every page; ``numbers`` counts the columns below it.

    A row of empty cells is as high as handwriting needs.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the role in capitals, how (in italics), the name below the room for it.

    ``thumbprint`` draws a frame for one in that room.
    """

    role: str
    how: str = "(Ký, ghi rõ họ tên)"
    name: str = ""
    thumbprint: bool = False


@dataclass(frozen=True, slots=True)
class Signatures:
    """Two or three signatures beside each other; they stay together on one page."""

    columns: Sequence[Signature]


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a document: "Nơi nhận" at the left, who signs at the right, on one page."""

    recipients: Sequence[str]
    signature: Signature


@dataclass(frozen=True, slots=True)
class Groups:
    """A key or digest in groups to read aloud, a few to a line, large, in a frame."""

    groups: Sequence[str]
    per_line: int
    lead: str = ""
    size: int = 16
    """In points."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with words beside it; ``side`` in millimetres, the quiet zone included."""

    content: str
    words: str
    side: int = 30


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars, one below the other, each with its number; it is read without colours."""

    title: str
    bars: Sequence[tuple[str, int]]
    counted_in: str


@dataclass(frozen=True, slots=True)
class Break:
    """What follows stands on pages of its own, numbered from 1; ``landscape`` lays them across."""

    landscape: bool = False


Block = (
    Text
    | NationalHead
    | Title
    | Article
    | Addressees
    | Framed
    | Line
    | Pair
    | Choice
    | Table
    | Signatures
    | Closing
    | Groups
    | Code
    | Bars
    | Break
)
