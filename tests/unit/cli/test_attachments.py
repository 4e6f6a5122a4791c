"""``record attach | attachments | detach``, ``record attachment save``, and bundles in parts."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import click
import pytest

from antq_desktop.cli.base import WrongUsage
from antq_desktop.cli.sizes import SIZE
from antq_desktop.messages import shown_size
from tests.unit.cli.driver import COMMUNE, World
from tests.unit.services.attachments import photo, scan

if TYPE_CHECKING:
    from pathlib import Path

WHY = ("--reason", "Bổ sung")


def test_files_of_a_record_from_the_command_line(world: World, tmp_path: Path) -> None:
    record = world.add()
    attach = ("record", "attach", record, scan(tmp_path), photo(tmp_path), *WHY)
    listed = world.commune(*attach).document["attachments"]
    assert [(one["place"], one["name"], one["travel"], one["state"]) for one in listed] == [
        (1, "bien ban.pdf", "private", "here"),
        (2, "anh.jpg", "private", "here"),
    ]
    assert world.commune("record", "attachments", record).document["attachments"] == listed
    assert world.commune("record", "show", record).document["attachments"] == listed
    text = world.at(COMMUNE, "record", "attachments", record).out
    assert "bien ban.pdf" in text
    saved = world.commune("record", "attachment", "save", record, "1", "-o", world.folder / "x.pdf")
    assert saved.document == {"path": str(world.folder / "x.pdf")}
    assert (world.folder / "x.pdf").read_bytes() == scan(tmp_path).read_bytes()
    refused = world.commune("record", "detach", record, "9", *WHY)
    assert (refused.code, refused.document["refused"]) == (3, "attach.unknown")
    left = world.commune("record", "detach", record, listed[0]["id"], *WHY).document["attachments"]
    assert [one["name"] for one in left] == ["anh.jpg"]
    changed = world.commune("record", "history", record).document["revisions"][-1]["changed"]
    assert changed == ["attachments"]
    assert "Tệp đính kèm" in world.at(COMMUNE, "record", "history", record).out
    shown = world.commune("workspace", "attachments", "--file", "20MB").document
    assert (shown["file"], shown["total"]) == (20_000_000, 20_000_000_000)
    assert shown["used"] > 0


def test_a_bundle_goes_in_parts_and_comes_from_a_folder(world: World, tmp_path: Path) -> None:
    record = world.add()
    file = scan(tmp_path, size=60_000)
    world.commune("record", "attach", record, file, "--travel", "shared", *WHY)
    out, mixed = tmp_path / "out", tmp_path / "mixed"
    out.mkdir()
    export = ("bundle", "export", "-o", out, "--part-size")
    small = world.commune(*export, "1B")
    assert (small.code, small.document["refused"]) == (3, "parts.bad_size")
    told = world.commune(*export, "20KB")
    parts = [path.name for path in sorted(out.iterdir())]
    assert sorted(path.rsplit("/")[-1] for path in told.document["parts"]) == parts
    assert len(parts) > 4
    assert "1 tệp đính kèm, 60 KB" in told.err.replace("60,0", "60")
    lost = out / parts[2]
    shutil.move(lost, tmp_path / "found.bin.antq.007")
    missing = world.office("bundle", "import", out)
    assert missing.code == 3
    (result,) = missing.document["results"]
    assert result["content"].startswith(f"Gói {parts[0][:-4]}: thiếu phần 3 trên {len(parts) - 1}.")
    out.rename(mixed)
    whole = world.office("bundle", "import", tmp_path / "found.bin.antq.007", mixed)
    (result,) = whole.document["results"]
    assert (result["verdict"], result["path"]) == ("accepted", parts[0][:-4])
    files = world.office("record", "attachments", record).document["attachments"]
    assert [(one["state"], one["size"]) for one in files] == [("here", file.stat().st_size)]
    # Without their list, and with a list that is none.
    for path in mixed.glob("*.sha256"):
        path.write_text("no list", encoding="utf-8")
    contents = [
        one["content"] for one in world.office("bundle", "import", mixed).document["results"]
    ]
    assert [one for one in contents if "không phải danh sách phần đúng" in one]
    assert [one for one in contents if "không thuộc gói nào" in one]


@pytest.mark.parametrize(
    ("text", "size"),
    [("20MB", 20_000_000), ("1,5 gb", 1_500_000_000), ("512", 512), ("3KB", 3_000), ("7B", 7)],
)
def test_sizes_as_people_write_them(text: str, size: int) -> None:
    assert SIZE.convert(text, None, None) == size


def test_other_sizes_are_wrong_usage() -> None:
    for text in ("", "MB", "20TB", "-1", "1.2345MB"):
        with pytest.raises(WrongUsage):
            SIZE.convert(text, None, click.Context(click.Command("x")))
    assert [shown_size(one, "vi") for one in (7, 1_500, 20_000_000, 1_250_000_000)] == [
        "7 B",
        "1,5 KB",
        "20 MB",
        "1,2 GB",
    ]
    assert shown_size(1_500, "en") == "1.5 KB"


def test_scans_go_into_a_record_from_the_command_line(world: World, tmp_path: Path) -> None:
    record = world.add()
    folder = tmp_path / "quet"
    folder.mkdir()
    refused = world.commune("record", "scans")
    assert (refused.code, refused.document["refused"]) == (3, "scans.none_chosen")
    assert world.commune("workspace", "scan-folder").document == {"folder": None}
    chosen = world.commune("workspace", "scan-folder", folder)
    assert chosen.document == {"folder": str(folder)}
    assert "Không có tệp quét mới." in world.at(COMMUNE, "record", "scans").out
    for place, path in enumerate([photo(folder), scan(folder), photo(folder, "b.jpg", grey=90)]):
        os.utime(path, (0, 1_700_000_000 + place))
    (folder / "moi.pdf").write_bytes(b"%PDF-1.4 ...")
    listed = world.commune("record", "scans").document["scans"]
    assert [(one["place"], one["name"], one["refused"]) for one in listed] == [
        (1, "moi.pdf", "attach.cut_off"),
        (2, "b.jpg", None),
        (3, "bien ban.pdf", None),
        (4, "anh.jpg", None),
    ]
    assert "chưa ghi xong" in world.at(COMMUNE, "record", "scans").out
    for which, why in (("1", "attach.cut_off"), ("x.jpg", "scans.unknown")):
        refused = world.commune("record", "scan", record, which, *WHY)
        assert (refused.code, refused.document["refused"]) == (3, why)
    done = world.commune("record", "scan", record, "2", "anh.jpg", "--join", *WHY).document
    assert [one["name"] for one in done["attachments"]] == ["anh.pdf"]
    assert (done["left"], (folder / "b.jpg").exists()) == ([], False)
    kept = world.commune("record", "scan", record, "bien ban.pdf", "--keep", *WHY).document
    assert len(kept["attachments"]) == 2
    names = [one["name"] for one in world.commune("record", "scans").document["scans"]]
    assert names == ["moi.pdf"]
    assert world.commune("workspace", "scan-folder", "--none").document == {"folder": None}
