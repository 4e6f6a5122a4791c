"""What a file is by its content, and pictures as they are kept: upright, with pixels and no more.

A camera writes where and when a picture was taken, and by which device, beside the pixels. None of
that is kept. A PDF is kept byte for byte: it may be signed. The one module that knows Pillow,
which it imports at first use.
"""

from __future__ import annotations

import warnings
from typing import IO, Any, Final

from antq_desktop.domain.attachments import MEDIA
from antq_desktop.errors import Refusal

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
    from PIL import Image, ImageOps, UnidentifiedImageError

    kept, plain = _KEPT_AS[media], _Plain(target)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(source, formats=("JPEG", "PNG", "BMP", "TIFF")) as opened:
                if getattr(opened, "n_frames", 1) > 1 and media == "image/tiff":
                    raise Refusal("attach.several_pages")
                if opened.width * opened.height > MOST_PIXELS:
                    raise Refusal("attach.too_many_pixels", most=MOST_PIXELS // 1_000_000)
                turned = ImageOps.exif_transpose(opened)
                same = turned.size == opened.size and opened.getexif().get(_ORIENTATION, 1) == 1
                tables = _tables(opened) if same and turned.mode == opened.mode else {}
                _save(turned, kept, tables, plain)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, KeyError) as error:
        if plain.failure is not None:
            raise plain.failure from None
        raise NotAPicture("no picture that can be read to its end") from error


_ORIENTATION: Final = 0x0112


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
