"""Printed pages: ours from records to bytes, and the same pages on a bare ReportLab canvas.

The bare side knows beforehand where each run of letters and each line stands, for it reads that
from our pages: it breaks no line, counts nothing, and opens no workspace. It only draws.
"""

from __future__ import annotations

import ctypes
import io
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from pypdfium2 import PdfDocument, raw
from reportlab.pdfgen.canvas import Canvas

from antq_desktop.printing.drawing.fonts import find_fonts
from antq_desktop.services.looking import list_records
from antq_desktop.services.papers import compose
from bench.world import COMMUNE, PERIOD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from bench.running import Prepared, Work
    from bench.world import World

    Print = Callable[[], bytes]
    Made = Callable[[Workspace, World], Print]

PAGES = 20
"""How often one page is printed in a round."""
BATCH = 1_000
SLIP = "record-slip"
_NAME = 200


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that stand together: text, face, size, grey, and where (as PDF has it)."""

    text: str
    face: str
    size: float
    grey: float
    at: tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """Lines and areas drawn at once, each by left, lower, width and height; ``pen`` 0 fills."""

    parts: list[tuple[float, float, float, float]]
    pen: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its width and height, and what stands on it."""

    size: tuple[float, float]
    runs: list[Run]
    shapes: list[Shape]


def _page(workspace: Workspace, world: World) -> Print:
    record = list_records(workspace, world.register)[0].record
    return lambda: compose(workspace, SLIP, record=record).pdf


def _batch(workspace: Workspace, world: World) -> Print:
    records = [line.record for line in list_records(workspace, world.register)][:BATCH]
    return lambda: compose(workspace, SLIP, record=records).pdf


def _book(workspace: Workspace, world: World) -> Print:
    name = world.register.name
    return lambda: compose(workspace, "register-book", register=name, period=PERIOD).pdf


def _ours(made: Made, times: int) -> Callable[[World], Prepared]:
    @contextmanager
    def ours(world: World) -> Iterator[Work]:
        find_fonts()
        with world.open(world.folder / COMMUNE) as workspace:
            printed = made(workspace, world)

            def work() -> None:
                for _ in range(times):
                    printed()

            yield work

    return ours


def _bare(made: Made, times: int) -> Callable[[World], Prepared]:
    @contextmanager
    def bare(world: World) -> Iterator[Work]:
        find_fonts()
        path = world.folder / f"{made.__name__}.pages"
        if not path.exists():
            _elsewhere(lambda: _lay_out(world, made, path))

        def work() -> None:
            for _ in range(times):
                draw(path)

        yield work

    return bare


def _elsewhere(work: Work) -> None:
    """Work in a process of its own: its memory is no part of what is measured."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit("the pages could not be read")


def _lay_out(world: World, made: Made, path: Path) -> None:
    """Make our pages once, and write down what stands where; the bare pages must say the same."""
    with world.open(world.folder / COMMUNE) as workspace:
        pdf = made(workspace, world)()
    with path.open("wb") as file:
        file.writelines(msgspec.json.encode(sheet) + b"\n" for sheet in read(pdf))
    if words(pdf) != words(draw(path)):
        path.unlink()
        raise SystemExit("the bare pages say something else")


def words(pdf: bytes) -> list[str]:
    """Return the words of each page, without blanks."""
    with PdfDocument(pdf) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def read(pdf: bytes) -> Iterator[Sheet]:
    """Yield the pages of a file with all that is drawn on them, read by PDFium."""
    with PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            runs = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
            shapes = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
            yield Sheet(
                page.get_size(),
                [_run(one.raw, text.raw) for one in runs],
                [_shape(one.raw) for one in shapes],
            )
            text.close()
            page.close()


def _run(one: Any, page: Any) -> Run:
    length = raw.FPDFTextObj_GetText(one, page, None, 0)
    letters = (ctypes.c_ushort * (length // 2))()
    raw.FPDFTextObj_GetText(one, page, letters, length)
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(one, size)
    name = ctypes.create_string_buffer(_NAME)
    raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(one), name, _NAME)
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(one, matrix)
    grey = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(one, *grey)
    return Run(
        bytes(letters).decode("utf-16-le").rstrip("\0"),
        _face(name.value.decode()),
        size.value,
        grey[0].value / 255,
        (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f),
    )


def _face(name: str) -> str:
    fonts = find_fonts()
    bold, italic = "bold" in name.lower(), "italic" in name.lower()
    if bold and italic:
        return fonts.bold_italic
    return fonts.bold if bold else fonts.italic if italic else fonts.regular


def _shape(one: Any) -> Shape:
    filled, drawn, pen = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    raw.FPDFPath_GetDrawMode(one, filled, drawn)
    raw.FPDFPageObj_GetStrokeWidth(one, pen)
    return Shape([_edges(points) for points in _ways(one)], pen.value if drawn.value else 0)


def _ways(one: Any) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each part of a path, where they are on the page."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(one, matrix)
    points: list[tuple[float, float]] = []
    for at in range(raw.FPDFPath_CountSegments(one)):
        segment = raw.FPDFPath_GetPathSegment(one, at)
        if points and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
    yield points


def _edges(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across) - min(across), max(up) - min(up)


def draw(path: Path) -> bytes:
    """Draw the pages of a file that was laid out, one after the other."""
    buffer = io.BytesIO()
    canvas: Any = Canvas(buffer, invariant=1, pageCompression=1)
    with path.open("rb") as file:
        for line in file:
            sheet = msgspec.json.decode(line, type=Sheet)
            canvas.setPageSize(sheet.size)
            for run in sheet.runs:
                _write(canvas, run)
            for shape in sheet.shapes:
                _draw(canvas, shape)
            canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _write(canvas: Any, run: Run) -> None:
    text = canvas.beginText()
    text.setTextTransform(*run.at)
    text.setFont(run.face, run.size)
    text.setFillGray(run.grey)
    text.textOut(run.text)
    canvas.drawText(text)


def _draw(canvas: Any, shape: Shape) -> None:
    canvas.setFillGray(0)
    canvas.setLineWidth(shape.pen)
    path = canvas.beginPath()
    for part in shape.parts:
        path.rect(*part)
    canvas.drawPath(path, stroke=shape.pen > 0, fill=shape.pen == 0)


page, bare_page = _ours(_page, PAGES), _bare(_page, PAGES)
batch, bare_batch = _ours(_batch, 1), _bare(_batch, 1)
book, bare_book = _ours(_book, 1), _bare(_book, 1)
