"""Pages of a PDF as pictures: the one module that knows PDFium, which it imports at first use.

PDFium is not made for threads: `Pages` are made, drawn and closed by the worker alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence


class Pages:
    """A PDF that lies in memory; nothing of it is ever written to a file."""

    def __init__(self, pdf: bytes) -> None:
        from pypdfium2 import PdfDocument

        self._document: Any = PdfDocument(pdf)
        self._sizes: tuple[tuple[float, float], ...] = tuple(
            self._document.get_page_size(page) for page in range(len(self._document))
        )

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page, in points."""
        return self._sizes

    def picture(self, page: int, scale: float, *, grey: bool = False) -> QImage:
        """Draw a page, counted from 0, with ``scale`` pixels a point; ``grey`` for a printer."""
        opened = self._document[page]
        try:
            drawn = opened.render(scale=scale, grayscale=grey, prefer_bgrx=True)
            try:
                form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
                size = (drawn.width, drawn.height, drawn.stride)
                # A copy: the bytes are PDFium's and go away with its bitmap.
                return QImage(drawn.buffer, *size, form).copy()
            finally:
                drawn.close()
        finally:
            opened.close()

    def close(self) -> None:
        """Give the memory back."""
        self._document.close()
