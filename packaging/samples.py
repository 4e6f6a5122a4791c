"""Draws sample pages from a practice commune and its office into docs/samples: ``make samples``.

The people on them are invented, and every page says that it is for practice. Each page is a PNG in
few shades of grey, so that all of them together stay small.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pypdfium2 import PdfDocument

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.periods import parse_period
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.demo import PASSPHRASE, Demo
from antq_desktop.services.demo import Wanted as DemoWanted
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.papers import Wanted, compose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from antq_desktop.services.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs" / "samples"
COMMUNE, OFFICE = "13285", "347"
YEAR = parse_period("DL-2023")
RECORDS = 12
DPI, SHADES = 84, 16
MOST_PAGES, MOST_BYTES = 20, 2_000_000


@dataclass(frozen=True)
class Sample:
    """A page to be shown: its form, who prints it, what it is filled from, and which page."""

    name: str
    form: str
    wanted: Wanted = field(default_factory=lambda: Wanted(period=YEAR))
    page: int = 1
    home: str = COMMUNE


SAMPLES = (
    Sample("bien-ban-tiep-nhan", "tt119-01"),
    Sample("bien-ban-tiep-nhan-de-trong", "tt119-01", Wanted(blank=True)),
    Sample("phieu-chuyen-nguon-tin", "tt119-03"),
    Sample("giay-bien-nhan", "tt119-214"),
    Sample("de-nghi-lap-ho-so-cai-nghien", "nd116-29"),
    Sample("quyet-dinh-giao-duc-tai-xa", "gdx-quyet-dinh"),
    Sample("van-ban-hoa-giai-thanh", "hoa-giai-thanh"),
    Sample("to-trinh-an-toan-ve-antt", "atantt-to-trinh"),
    Sample("chuong-trinh-phoi-hop", "ctph"),
    Sample("danh-sach-khen-thuong", "khen-thuong-danh-sach"),
    Sample("bien-ban-hop-ban-chi-dao", "bcd138-bien-ban"),
    Sample("phieu-trich-so", "record-slip", Wanted(register="movement_models", period=YEAR)),
    Sample("so-nguon-tin", "tt119-294"),
    Sample("so-tuyen-truyen", "register-book", Wanted(register="propaganda", period=YEAR)),
    Sample("so-van-ban-di", "nd30-di"),
    Sample("bao-cao-nam", "period-report"),
    Sample("bao-cao-nam-phu-luc", "period-report", page=5),
    Sample("phieu-giao-nhan", "bundle-cover"),
    Sample("cong-van-don-doc", "reported-letter", home=OFFICE),
    Sample("tinh-hinh-nop-bao-cao", "reported-matrix", home=OFFICE),
)


def main() -> None:
    """Make the workspaces of a small demonstration, and draw every page."""
    with tempfile.TemporaryDirectory() as folder:
        homes = Path(folder) / "demo"
        wanted = DemoWanted(communes=2, records=RECORDS)
        result = Demo(homes, wanted, load_catalogue(), Clock(), lambda *_: None).run()
        sent = next(path for path in result.bundles if path.name.startswith(f"{COMMUNE}-{OFFICE}"))
        shutil.rmtree(DOCS, ignore_errors=True)
        DOCS.mkdir(parents=True)
        for home in (COMMUNE, OFFICE):
            paths = paths_for(homes / home)
            with open_workspace(paths, None, PASSPHRASE, load_catalogue(), Clock()) as workspace:
                draw_all(workspace, [one for one in SAMPLES if one.home == home], sent)
    written = [path.stat().st_size for path in DOCS.glob("*.png")]
    if len(written) > MOST_PAGES or sum(written) > MOST_BYTES:
        raise SystemExit(f"{len(written)} pages of {sum(written)} bytes are too many")


def draw_all(workspace: Workspace, samples: Sequence[Sample], sent: Path) -> None:
    """Draw the pages of one workspace; ``sent`` is a bundle that it wrote."""
    for one in samples:
        wanted = Wanted(bundle=sent) if one.form == "bundle-cover" else one.wanted
        paper = compose(workspace, one.form, **wanted)
        picture(paper.pdf, one.page).save(DOCS / f"{one.name}.png", optimize=True)


def picture(pdf: bytes, page: int) -> Image:
    """Return a page in few shades of grey."""
    with PdfDocument(pdf) as document:
        drawn: Image = document[page - 1].render(scale=DPI / 72, grayscale=True).to_pil()
    return drawn.quantize(SHADES)


if __name__ == "__main__":
    main()
