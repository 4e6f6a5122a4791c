"""The sample pages: few, small, shades of grey alone, each shown by the guide."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "docs" / "samples"
GUIDE = ROOT / "docs" / "guide" / "in-giay-to.md"
MOST_PAGES, MOST_BYTES = 20, 2_000_000


def test_samples_are_few_and_small() -> None:
    sizes = [path.stat().st_size for path in SAMPLES.iterdir()]
    assert 0 < len(sizes) <= MOST_PAGES
    assert sum(sizes) < MOST_BYTES


def test_samples_are_pages_in_grey() -> None:
    for path in SAMPLES.iterdir():
        with Image.open(path) as page:
            assert page.mode == "P", path.name
            colours = page.convert("RGB").tobytes()
            assert colours[::3] == colours[1::3] == colours[2::3], path.name
            long, short = max(page.size), min(page.size)
            assert abs(long / short - 2**0.5) < 0.01, path.name


def test_the_guide_shows_every_sample() -> None:
    shown = set(re.findall(r"\(\.\./samples/([^)]+)\)", GUIDE.read_text("utf-8")))
    assert shown == {path.name for path in SAMPLES.iterdir()}
