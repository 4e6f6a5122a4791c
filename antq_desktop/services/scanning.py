"""What the codes on a picture or a scanned PDF say; libraries come at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

_DPI = 200
_POINTS = 72

MOST_PAGES = 20
"""How many pages of a scanned file are looked at."""

MOST_PIXELS = 50_000_000
"""A picture with more is no scan of a page."""


def scanned_texts(path: Path) -> list[str]:
    """Return what all codes on a file say, page by page.

    Refusal if the file cannot be read, or is neither a picture nor a PDF, or is too large.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with path.open("rb") as file:
            if file.read(5) == b"%PDF-":
                return _scanned_pdf(path)
        with Image.open(path) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refusal("paper.no_picture", name=path.name)
            return _texts(picture.convert("L"))
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError):
        raise Refusal("paper.no_picture", name=path.name) from None
    except OSError:
        raise Refusal("bundles.cannot_read", name=path.name) from None


def _scanned_pdf(path: Path) -> list[str]:
    import pypdfium2

    found: list[str] = []
    try:
        with pypdfium2.PdfDocument(path) as document:
            for at in range(min(len(document), MOST_PAGES)):
                page = document[at]
                width, height = page.get_size()
                scale = _DPI / _POINTS
                if width * height * scale * scale > MOST_PIXELS:
                    raise Refusal("paper.no_picture", name=path.name)
                found += _texts(page.render(scale=scale, grayscale=True).to_pil())
    except pypdfium2.PdfiumError:
        raise Refusal("paper.no_picture", name=path.name) from None
    return found


def _texts(picture: object) -> list[str]:
    import zxingcpp

    return [one.text for one in zxingcpp.read_barcodes(picture) if one.valid]
