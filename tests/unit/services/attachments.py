"""Files to attach, made for the tests: all invented, all small unless a size is asked for."""

from __future__ import annotations

import io
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

ORIENTATION, MAKER, COMMENT = 0x0112, 0x010F, 0x9286
SECRET = b"Mau may anh xa Muong Thu"


def photo(folder: Path, name: str = "anh.jpg", *, turned: int = 6, grey: int = 200) -> Path:
    """Write a photograph that was held sideways, with a maker's name beside the pixels.

    It is 60 wide and 40 high as it lies in the file; its left half is black.
    """
    picture = Image.new("L", (60, 40), grey)
    picture.paste(0, (0, 0, 30, 40))
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    exif[MAKER] = SECRET.decode()
    path = folder / name
    picture.save(path, "JPEG", exif=exif, comment=SECRET, quality=95)
    return path


def drawing(folder: Path, name: str = "so do.png", kind: str = "PNG") -> Path:
    """Write a drawing with a text beside its pixels."""
    from PIL import PngImagePlugin

    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    path = folder / name
    picture = Image.new("RGB", (30, 20), (10, 200, 30))
    picture.save(path, kind, **({"pnginfo": info} if kind == "PNG" else {}))
    return path


def scan(folder: Path, name: str = "bien ban.pdf", *, size: int = 3000, seed: int = 1) -> Path:
    """Write something that begins and ends as a PDF does, with noise between."""
    path = folder / name
    with path.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        noise, left = Random(seed), size
        while left > 0:
            file.write(noise.randbytes(min(left, 1 << 20)))
            left -= 1 << 20
        file.write(b"\n%%EOF\n")
    return path


def opened(data: bytes) -> Image.Image:
    """Return a picture from its bytes."""
    return Image.open(io.BytesIO(data))
