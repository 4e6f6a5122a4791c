"""Several scanned pages as one PDF; PDFium, which puts them together, comes at first use."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, Any, Final

from antq_desktop.errors import Refusal
from antq_desktop.services.pictures import NotAPicture, look, picture_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MEGABYTE: Final = 1_000_000
_PDF: Final = "application/pdf"


def join_pages(sources: Sequence[Path], most: int) -> bytes:
    """Return one PDF with the pages of all files, in their order; it never lies on the disk.

    Pages of a PDF are taken over as they are, pictures upright and without what stands beside
    their pixels. Refusal for what is no picture or PDF, is damaged, locked, or larger than
    ``most`` bytes together.
    """
    from pypdfium2 import PdfDocument

    joined: Any = PdfDocument.new()
    read = 0
    try:
        for path in sources:
            with _opened(path) as file:
                media, size = look(file, path.name)
                read += size
                if read > most:
                    raise Refusal("attach.too_large", name=path.name, most=most // MEGABYTE)
                if media == _PDF:
                    _add_pdf(joined, file.read(), path.name)
                else:
                    _add_picture(joined, file, path.name)
        target = io.BytesIO()
        joined.save(target)
    finally:
        joined.close()
    return target.getvalue()


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError:
        raise Refusal("attach.cannot_read", name=path.name) from None


def _add_pdf(joined: Any, content: bytes, name: str) -> None:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        opened: Any = PdfDocument(content)
    except PdfiumError:
        raise Refusal("scans.cannot_join", name=name) from None
    try:
        joined.import_pages(opened)
    except PdfiumError:
        raise Refusal("scans.cannot_join", name=name) from None
    finally:
        opened.close()


def _add_picture(joined: Any, file: IO[bytes], name: str) -> None:
    from pypdfium2 import PdfImage, PdfMatrix

    try:
        for jpeg, wide, high in picture_pages(file):
            page: Any = joined.new_page(wide, high)
            image: Any = PdfImage.new(joined)
            image.load_jpeg(io.BytesIO(jpeg), inline=True)
            image.set_matrix(PdfMatrix().scale(wide, high))
            page.insert_obj(image)
            page.gen_content()
            page.close()
    except NotAPicture:
        raise Refusal("attach.damaged_picture", name=name) from None
