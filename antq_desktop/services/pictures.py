"""What a file is by its content, and pictures as they are kept: upright, with pixels and no more.

A camera writes where and when a picture was taken, and by which device, beside the pixels. None of
that is kept. A PDF is kept byte for byte: it may be signed. The one module that knows Pillow,
which it imports at first use.
"""

from __future__ import annotations

import io
import struct
import warnings
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Final, cast

from antq_desktop.domain.attachments import MEDIA
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PIXELS: Final = 50_000_000
"""A page of A3 at 600 dpi fits; more than this does not fit beside the program in a small PC."""

_HEAD: Final = 1024
_BEGINNINGS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_PDF: Final = "application/pdf"
_KEPT_AS: Final = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/bmp": "PNG",
    "image/tiff": "PNG",
}
_MODES: Final = {"JPEG": {"L", "RGB"}, "PNG": {"1", "L", "LA", "RGB", "RGBA", "I;16"}}
_QUALITY: Final = 90


class NotAPicture(ValueError):
    """The bytes are no picture that can be read to its end."""


def media_of(head: bytes) -> str | None:
    """Return what the first kilobyte of a file says it is; None for what nobody may attach."""
    if head[:_HEAD].lstrip(b"\x00\t\n\r \xef\xbb\xbf").startswith(b"%PDF-"):
        return _PDF
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return None
    return next((media for start, media in _BEGINNINGS if head.startswith(start)), None)


def kept_media(media: str) -> str:
    """Return as what a file is kept: scans of older programs become PNG."""
    return media if media in MEDIA else "image/png"


def is_kept(head: bytes, media: str | None) -> bool:
    """Say whether a file from elsewhere begins as its media type does; None: as any that is."""
    found = media_of(head)
    return found in MEDIA and media in {None, found}


def look(file: IO[bytes], name: str) -> tuple[str, int]:
    """Return the media type of a file by its content, and its size in bytes.

    Refusal for one of another type, an empty or a cut one; ``name`` is for its words.
    """
    head = file.read(_HEAD)
    size = file.seek(0, 2)
    file.seek(max(size - _HEAD, 0))
    tail = file.read(_HEAD)
    file.seek(0)
    if not head:
        raise Refusal("attach.empty", name=name)
    media = media_of(head)
    if media is None:
        raise Refusal("attach.other_type", name=name)
    if media == _PDF and b"%%EOF" not in tail:
        raise Refusal("attach.cut_off", name=name)
    return media, size


def is_picture(media: str) -> bool:
    """Say whether a file is made anew before it is kept."""
    return media in _KEPT_AS


def put_upright(source: IO[bytes], media: str, target: IO[bytes]) -> None:
    """Write a picture anew: turned as its camera was held, without anything beside the pixels.

    An upright JPEG keeps its own tables, so that it loses next to nothing. Raises NotAPicture, what
    ``target`` raises, and Refusal for several pages in one picture and for too many pixels.
    """
    from PIL import Image, UnidentifiedImageError

    kept, plain = _KEPT_AS[media], _Plain(target)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(source, formats=_FORMATS) as opened:
                if getattr(opened, "n_frames", 1) > 1 and media == "image/tiff":
                    raise Refusal("attach.several_pages")
                if opened.width * opened.height > MOST_PIXELS:
                    raise _too_many_pixels()
                turn = _turn(opened)
                upright = opened.copy() if turn is None else opened.transpose(turn)
                same = turn is None and upright.mode == opened.mode
                _save(upright, kept, _tables(opened) if same else {}, plain)
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, EOFError, MemoryError, *_ODD) as error:
        if plain.failure is not None:
            raise plain.failure from None
        raise NotAPicture("no picture that can be read to its end") from error


def small_picture(source: IO[bytes], media: str, side: int) -> tuple[bytes, int]:
    """Return a picture as an upright PNG at most ``side`` pixels wide and high, and its pages.

    It is read to its end, so one that is still being written raises NotAPicture; Refusal for too
    many pixels.
    """
    from PIL import Image

    with _reading(), Image.open(source, formats=_FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise _too_many_pixels()
        pages = getattr(opened, "n_frames", 1) if media == "image/tiff" else 1
        turn = _turn(opened)
        opened.draft("RGB", (side, side))  # a JPEG is unpacked no larger than it is shown
        found = opened.convert("RGB")
        found.thumbnail((side, side))
        upright = found if turn is None else found.transpose(turn)
        upright.info = {}
        target = io.BytesIO()
        upright.save(target, format="PNG")
    return target.getvalue(), pages


def picture_pages(source: IO[bytes]) -> Iterator[tuple[bytes, float, float]]:
    """Yield each page of a picture as an upright JPEG, with its width and height in points.

    Pages have the size that their resolution says, where it is one of a scanner, else they fill
    an A4 sheet. Raises NotAPicture, and Refusal for too many pixels.
    """
    from PIL import Image

    with _reading(), Image.open(source, formats=_FORMATS) as opened:
        for place in range(getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1):
            opened.seek(place)
            if opened.width * opened.height > MOST_PIXELS:
                raise _too_many_pixels()
            dots = _dots(opened)
            turn = _turn(opened)
            upright = opened.copy() if turn is None else opened.transpose(turn)
            same = turn is None and upright.mode == opened.mode
            tables = _tables(opened) if same else {}
            if "A" in upright.mode or "transparency" in upright.info:
                white = Image.new("RGBA", upright.size, "white")
                white.alpha_composite(upright.convert("RGBA"))
                upright = white
            grey = upright.mode in {"1", "L"}
            page = upright.convert("L" if grey else "RGB")
            target = io.BytesIO()
            _save(page, "JPEG", tables, _Plain(cast("IO[bytes]", target)))
            yield (target.getvalue(), *_sheet(page.width, page.height, dots))


@contextmanager
def _reading() -> Iterator[None]:
    """Let whatever a picture makes Pillow raise be one of two things."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, EOFError, MemoryError, *_ODD) as error:
        raise NotAPicture("no picture that can be read to its end") from error


def _dots(opened: Any) -> float | None:
    """Return the dots an inch that a scanner wrote, None where nothing credible says so."""
    said = opened.info.get("dpi")
    try:
        wide, high = (float(one) for one in said)
    except _ODD:
        return None
    return wide if wide == high and _DOTS[0] <= wide <= _DOTS[1] else None


def _sheet(wide: int, high: int, dots: float | None) -> tuple[float, float]:
    """Return the size in points of a page with so many pixels."""
    if dots is None:
        room = _A4 if high >= wide else _A4[::-1]
        scale = min(room[0] / wide, room[1] / high)
    else:
        scale = _POINTS / dots
    return wide * scale, high * scale


_FORMATS: Final = ("JPEG", "PNG", "BMP", "TIFF")
_POINTS: Final = 72
_A4: Final = (595.0, 842.0)
_DOTS: Final = (96, 2400)
_ORIENTATION: Final = 0x0112

#: Whatever odd numbers and tags in a picture make Pillow raise.
_ODD: Final = (
    *(struct.error, SyntaxError, TypeError),
    *(ValueError, IndexError, KeyError, OverflowError),
)


def _too_many_pixels() -> Refusal:
    return Refusal("attach.too_many_pixels", most=MOST_PIXELS // 1_000_000)


def _turn(opened: Any) -> Any:
    """Return how a picture is turned upright, None where it is or nothing legible says.

    Of what a camera wrote this one tag is read: phones write others that cannot be written again.
    """
    from PIL.Image import Transpose

    try:
        said = opened.getexif().get(_ORIENTATION)
    except _ODD:
        return None
    ways = (
        *(Transpose.FLIP_LEFT_RIGHT, Transpose.ROTATE_180, Transpose.FLIP_TOP_BOTTOM),
        *(Transpose.TRANSPOSE, Transpose.ROTATE_270, Transpose.TRANSVERSE, Transpose.ROTATE_90),
    )
    return dict(enumerate(ways, 2)).get(said) if isinstance(said, int) else None


def _tables(opened: Any) -> dict[str, Any]:
    """Return how a JPEG was packed, so that it can be packed the same way again."""
    from PIL import JpegImagePlugin

    if opened.format != "JPEG" or opened.mode not in _MODES["JPEG"]:
        return {}
    subsampling = JpegImagePlugin.get_sampling(opened)
    found = {"qtables": opened.quantization}
    return {**found, "subsampling": subsampling} if subsampling >= 0 else found


def _save(picture: Any, kept: str, tables: dict[str, Any], target: _Plain) -> None:
    if picture.mode not in _MODES[kept]:
        clear = "A" in picture.mode or "transparency" in picture.info
        picture = picture.convert("RGBA" if clear and kept == "PNG" else "RGB")
    # What stands beside the pixels would be written again: comments, profiles, texts.
    picture.info = {}
    how = {**({"quality": _QUALITY} if not tables else {}), **tables} if kept == "JPEG" else {}
    picture.save(target, format=kept, **how)


class _Plain:
    """A stream without a file number: Pillow would write past the cipher of a scratch file."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.failure: OSError | None = None
        self._stream = stream

    def write(self, data: bytes) -> int:
        try:
            return self._stream.write(data)
        except OSError as error:
            self.failure = error
            raise

    def flush(self) -> None:
        self._stream.flush()
