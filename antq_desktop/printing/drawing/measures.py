"""The page and the type of NĐ 30/2020/NĐ-CP, Phụ lục I, in points (lengths in the law: mm, cm)."""

from __future__ import annotations

from typing import Final

MM: Final = 72 / 25.4
"""One millimetre in points."""

# Mục I.1, I.3: A4; 20-25 mm above and below, 30-35 mm at the left, 15-20 mm at the right.
PAGE: Final = (210 * MM, 297 * MM)
TOP: Final = 20 * MM
BOTTOM: Final = 20 * MM
LEFT: Final = 30 * MM
RIGHT: Final = 15 * MM

# Mục I.7: page numbers 13-14 upright, centred in the top margin, none on the first page.
PAGE_NUMBER: Final = 13
PAGE_NUMBER_DOWN: Final = 12 * MM
"""From the upper edge to the foot of the page number."""

# Mục II.6: text 13-14 upright, justified; first line in by 1 or 1.27 cm; at least 6 pt between
# paragraphs; single to 1.5 line spacing.
BODY: Final = 14
INDENT: Final = 12.7 * MM
BETWEEN: Final = 6
SINGLE: Final = 1.15
"""Single spacing of the typeface: the height of its line over its size."""
SPACING: Final = 1.15
"""How many single lines apart."""

# Mục II.1 and II.2: Quốc hiệu and the names of the bodies 12-13, Tiêu ngữ 13-14 (13 and 14 of the
# same typeface differ by one point, as the law has them).
NATION: Final = 12
MOTTO: Final = 13
BODY_NAME: Final = 12
# Mục II.3, II.4: number 13, place and date 13-14 italic.
NUMBER: Final = 13
DATED: Final = 13
# Mục II.5: kind and subject 13-14 bold.
TITLE: Final = 14
# Mục II.7, II.9: office and name of who signs 13-14 bold; "Nơi nhận" 12, its list 11.
SIGNATURE: Final = 13
RECIPIENTS: Final = 12
RECIPIENTS_LIST: Final = 11

# Mục II (ô số 11): a note in a frame, 13-14 bold.
FRAMED: Final = 13

CELL: Final = 12
BOOK: Final = 10
"""Text of the cells of a register book."""
HAND: Final = 8 * MM
"""Height of an empty row, to be filled by hand."""
SMALL: Final = 11
MARK: Final = 10
"""The mark of an issued form at the upper right."""
FOOTER: Final = 10
FOOTER_UP: Final = 10 * MM
"""From the lower edge to the foot of the footer."""
RULE: Final = 0.75
"""Width of the lines below names and titles."""
GRID: Final = 0.5
CODE_SIDE: Final = 15 * MM
"""The QR code at the foot of a page, with its quiet zone; it reads at 150 dots to the inch."""
CODE_UP: Final = 3.5 * MM
"""From the lower edge to the quiet zone: the code itself is where every printer prints."""
CODE: Final = 8
"""The code in letters beside it."""
SIGN_ROOM: Final = 22 * MM
"""Room for the signature between the role and the name."""


def leading(size: float, spacing: float = 1.0) -> float:
    """Return the distance of two lines of a size, in points."""
    return size * SINGLE * spacing
