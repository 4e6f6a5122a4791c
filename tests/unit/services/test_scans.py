"""The scanner's folder: what waits, what is refused, what is attached and what becomes of it."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.services.attaching import AttachmentLimits, set_attachment_limits
from antq_desktop.services.attachments import attachments_of, read_attachment
from antq_desktop.services.reading_journal import Asked
from antq_desktop.services.reading_journal import page as journal_page
from antq_desktop.services.scans import (
    SIDE,
    attach_scans,
    choose_scan_folder,
    glance,
    new_scans,
    scan_folder,
)
from tests.unit.services.attachments import SECRET, drawing, photo, scan, vast_png
from tests.unit.services.conftest import COMMUNE, World, coop

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

WHY = "Bổ sung bản quét"


def page(folder: Path, name: str, *, wide: int = 850, high: int = 1169) -> Path:
    """Write a scanned page of A4 at about 100 dots an inch."""
    picture = Image.new("L", (wide, high), 255)
    picture.paste(0, (0, 0, wide // 2, high // 2))
    picture.save(folder / name, "JPEG", dpi=(100, 100))
    return folder / name


def dated(*paths: Path) -> None:
    """Let files be written one second after another."""
    for place, path in enumerate(paths):
        os.utime(path, ns=(0, (1_700_000_000 + place) * 10**9 + 123))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder into which the scanner writes."""
    made = tmp_path / "may quet"
    made.mkdir()
    return made


def names(workspace: Workspace) -> list[str]:
    return [one.path.name for one in new_scans(scan_folder(workspace))]


def acts(workspace: Workspace, act: str) -> list[object]:
    lines = journal_page(workspace, Asked(), None, 200)
    return [one.details.get("file") for one in lines if one.act == act]


def test_scans_go_into_a_record_and_the_originals_away(world: World, folder: Path) -> None:
    record = world.add(COMMUNE, coop())[0]
    with world.open(COMMUNE) as workspace:
        assert scan_folder(workspace).folder is None
        with pytest.raises(Refusal, match=r"scans\.none_chosen"):
            new_scans(scan_folder(workspace))
        with pytest.raises(Refusal, match=r"scans\.no_folder"):
            choose_scan_folder(workspace, folder / "khong co")
        choose_scan_folder(workspace, folder)
        files = (photo(folder), page(folder, "q1.jpg"), scan(folder), page(folder, "q2.jpg"))
        dated(*files)
        (folder / "Thumbs.db").write_bytes(b"x")
        (folder / ".tmp.pdf").write_bytes(b"x")
        assert names(workspace) == ["q2.jpg", "bien ban.pdf", "q1.jpg", "anh.jpg"]
        found = new_scans(scan_folder(workspace))
        turned = Image.open(io.BytesIO(glance(found[3], 10**6).picture))
        assert turned.size == (40, 60)  # upright
        assert max(Image.open(io.BytesIO(glance(found[2], 10**6).picture)).size) <= SIDE
        assert glance(found[1], 10**6).content == files[2].read_bytes()
        done = attach_scans(workspace, record, [found[0], found[3]], Travel.PRIVATE, reason=WHY)
        assert (done.left, done.saved.revision) == ((), 2)
        assert names(workspace) == ["bien ban.pdf", "q1.jpg"]
        # In the order in which they were scanned, whatever was picked first.
        items = attachments_of(workspace, record)
        assert [one.attached.name for one in items] == ["anh.jpg", "q2.jpg"]
        assert SECRET not in read_attachment(workspace, record, "1")[1]
        assert sorted(map(str, acts(workspace, "scan_removed"))) == ["anh.jpg", "q2.jpg"]
        # What is kept there is not offered again, until the scanner writes it anew.
        kept = attach_scans(workspace, record, [found[1]], Travel.PRIVATE, reason=WHY, remove=False)
        assert kept.left == ()
        assert names(workspace) == ["q1.jpg"]
    with world.open(COMMUNE) as workspace:
        assert names(workspace) == ["q1.jpg"]
        os.utime(files[2])
        assert names(workspace) == ["bien ban.pdf", "q1.jpg"]
        folder.rename(folder.with_name("mat"))
        with pytest.raises(Refusal, match=r"scans\.no_folder"):
            names(workspace)
        choose_scan_folder(workspace, None)
        assert scan_folder(workspace).folder is None


def test_pages_are_joined_into_one_pdf(world: World, folder: Path) -> None:
    record = world.add(COMMUNE, coop())[0]
    tiff = folder / "nhieu trang.tif"
    leaves = [Image.new("1", (1654, 2339), shade) for shade in (0, 1)]
    leaves[0].save(tiff, "TIFF", save_all=True, append_images=leaves[1:], dpi=(200, 200))
    files = (page(folder, "1.jpg"), photo(folder), tiff, drawing(folder))
    dated(*files)
    with world.open(COMMUNE) as workspace:
        choose_scan_folder(workspace, folder)
        found = new_scans(scan_folder(workspace))
        assert glance(found[1], 10**7).pages == 2
        attach_scans(workspace, record, [found[1]], Travel.SHARED, reason=WHY, remove=False)
        sizes = _sizes(read_attachment(workspace, record, "1"), "nhieu trang.pdf")
        assert sizes == [(595, 842)] * 2  # 200 dots an inch
        attach_scans(workspace, record, found, Travel.PRIVATE, reason=WHY, join=True)
        assert not list(folder.iterdir())
        joined = read_attachment(workspace, record, "2")
        sizes = _sizes(joined, "1.pdf")
        assert sizes == [(612, 842), (561, 842), (595, 842), (595, 842), (842, 561)]
        assert SECRET not in joined[1]
        drawn = PdfDocument(joined[1])
        first, second = (drawn[at].render(scale=1).to_pil().convert("L") for at in (0, 1))
        assert (first.getpixel((50, 50)), first.getpixel((500, 700))) == (0, 255)
        # What lay at the left of the sensor is above in the picture as it was held.
        assert second.getpixel((280, 100)) < 60 < second.getpixel((280, 700))
        # A PDF of pages can be joined with others, a damaged one is named.
        (folder / "a.pdf").write_bytes(joined[1])
        scan(folder, "b.pdf")
        dated(folder / "a.pdf", folder / "b.pdf")
        found = new_scans(scan_folder(workspace))
        with pytest.raises(Refusal, match=r"scans\.cannot_join.*b\.pdf"):
            attach_scans(workspace, record, found, Travel.PRIVATE, reason=WHY, join=True)
        page(folder, "c.jpg")
        found = [one for one in new_scans(scan_folder(workspace)) if one.path.name != "b.pdf"]
        attach_scans(workspace, record, found, Travel.PRIVATE, reason=WHY, join=True)
        assert len(_sizes(read_attachment(workspace, record, "3"), "a.pdf")) == 6
        assert names(workspace) == ["b.pdf"]


def _sizes(read: tuple[str, bytes], name: str) -> Sequence[tuple[int, int]]:
    assert read[0] == name
    document = PdfDocument(read[1])
    sizes = (document.get_page_size(at) for at in range(len(document)))
    return [(round(wide), round(high)) for wide, high in sizes]


def test_what_is_not_whole_waits_and_what_is_none_is_named(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = world.add(COMMUNE, coop())[0]
    whole = page(folder, "q.jpg").read_bytes()
    (folder / "q.jpg").write_bytes(whole[:-500])
    (folder / "b.pdf").write_bytes(scan(folder, "b.pdf").read_bytes()[:-20])
    (folder / "c.png").touch()
    (folder / "d.jpg").write_bytes(b"Word hay gi do")
    vast_png(folder, 20_000)
    scan(folder, "to.pdf", size=30_000)
    with world.open(COMMUNE) as workspace:
        set_attachment_limits(workspace, AttachmentLimits(20_000, 10**9))
        chosen = choose_scan_folder(workspace, folder)
        assert chosen.most == 20_000
        seen = {one.path.name: glance(one, chosen.most) for one in new_scans(chosen)}
        why = {name: one.refused.message_id for name, one in seen.items() if one.refused}
        assert why == {
            "q.jpg": "attach.damaged_picture",
            "b.pdf": "attach.cut_off",
            "c.png": "attach.empty",
            "d.jpg": "attach.other_type",
            "rong.png": "attach.too_many_pixels",
            "to.pdf": "attach.too_large",
        }
        assert {name for name, one in seen.items() if one.unfinished} == {"q.jpg", "b.pdf", "c.png"}
        (shown,) = (one for one in new_scans(chosen) if one.path.name == "q.jpg")
        (folder / "q.jpg").write_bytes(whole)
        with pytest.raises(Refusal, match=r"scans\.changed"):
            attach_scans(workspace, record, [shown], Travel.PRIVATE, reason=WHY)
        (now,) = (one for one in new_scans(chosen) if one.path.name == "q.jpg")

        def refused(path: Path, *, missing_ok: bool = False) -> None:
            raise PermissionError(path, missing_ok)

        # As on a share that may only be read.
        with monkeypatch.context() as patched:
            patched.setattr("pathlib.Path.unlink", refused)
            done = attach_scans(workspace, record, [now], Travel.CONFIDENTIAL, reason=WHY)
        assert done.left == ("q.jpg",)
        assert acts(workspace, "scan_left") == ["q.jpg"]
        assert len(attachments_of(workspace, record)) == 1
        assert "q.jpg" not in names(workspace)
        (folder / "q.jpg").unlink()
        assert glance(now, chosen.most).refused is not None
