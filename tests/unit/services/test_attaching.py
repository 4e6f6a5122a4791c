"""Attaching files to records: what is kept of them, who opens them, and what is refused."""

from __future__ import annotations

import io
import shutil
import struct
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageOps

from antq_desktop.domain.attachments import ATTACHMENT_LIMIT, attached_of, default_travel
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.attaching import (
    AttachmentLimits,
    attach,
    attachment_limits,
    detach,
    set_attachment_limits,
)
from antq_desktop.services.attachment_files import MOST_BYTES, attachments_folder
from antq_desktop.services.attachments import (
    attachments_of,
    damaged_files,
    read_attachment,
    save_attachment,
)
from antq_desktop.services.backing_up import order_backup, unpack_backup
from antq_desktop.services.checking import self_check
from antq_desktop.services.looking import history
from antq_desktop.services.pictures import put_upright
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.saving import add_records, change_record, void_record
from antq_desktop.services.users import add_user
from tests.unit.services.attachments import (
    SECRET,
    drawing,
    odd_photo,
    opened,
    photo,
    scan,
    vast_png,
)
from tests.unit.services.conftest import COMMUNE, World, coop

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

WHY = "Bổ sung tệp"


def lying(workspace: Workspace) -> list[Path]:
    folder = attachments_folder(workspace.paths)
    return sorted(folder.iterdir()) if folder.is_dir() else []


def registered(world: World) -> str:
    return world.add(COMMUNE, coop())[0]


def test_what_is_attached_is_sealed_bound_and_comes_out_again(world: World, tmp_path: Path) -> None:
    record = registered(world)
    paths = [photo(tmp_path), drawing(tmp_path), scan(tmp_path)]
    pdf = paths[2].read_bytes()
    with world.open(COMMUNE) as workspace:
        before = workspace.store.revisions.latest(record)
        assert before is not None
        saved = attach(workspace, record, paths, Travel.PRIVATE, reason=WHY)
        assert (saved.revision, saved.number) == (2, "1/2023")
        items = attachments_of(workspace, record)
        assert [(one.place, one.attached.name, one.state) for one in items] == [
            (1, "anh.jpg", "here"),
            (2, "so do.png", "here"),
            (3, "bien ban.pdf", "here"),
        ]
        assert {one.by for one in items} == {"Lò Thị Mẫu"}
        after = workspace.store.revisions.latest(record)
        assert after is not None
        assert after.header.private != before.header.private
        assert "attachments" not in after.shared
        assert history(workspace, record)[-1].changed == ("attachments",)
        name, content = read_attachment(workspace, record, "3")
        assert (name, content) == ("bien ban.pdf", pdf)
        files = b"".join(path.read_bytes() for path in lying(workspace))
        assert len(lying(workspace)) == 3
        assert not [one for one in (pdf[:40], b"bien ban", SECRET) if one in files]


def test_a_backup_on_a_stick_brings_the_files_back(world: World, tmp_path: Path) -> None:
    record = registered(world)
    paths = [photo(tmp_path), scan(tmp_path)]
    with world.open(COMMUNE) as workspace:
        attach(workspace, record, paths, Travel.PRIVATE, reason=WHY)
        before = [read_attachment(workspace, record, str(place))[1] for place in (1, 2)]
        made = order_backup(workspace, tmp_path / "stick")
    assert (made.kept, made.missing) == (2, ())
    shutil.rmtree(world.home(COMMUNE))
    assert unpack_backup(made.path, paths_for(world.home(COMMUNE))) == ()
    with world.open(COMMUNE) as workspace:
        restore_backup(workspace, as_fork=False)
        after = [read_attachment(workspace, record, str(place))[1] for place in (1, 2)]
        assert after == before
        assert all(one.ok for one in self_check(workspace) if one.name == "attachments")


def test_pictures_are_upright_and_bare(world: World, tmp_path: Path) -> None:
    record = registered(world)
    paths = [
        photo(tmp_path, "doc.jpg"),
        photo(tmp_path, "ngang.jpeg", turned=1, grey=90),
        drawing(tmp_path),
        drawing(tmp_path, "quet.bmp", "BMP"),
    ]
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"attach\.twice"):
            attach(workspace, record, [paths[2], paths[3]], Travel.PRIVATE, reason=WHY)
        attach(workspace, record, paths[:3], Travel.PRIVATE, reason=WHY)
        read = [read_attachment(workspace, record, str(place)) for place in (1, 2, 3)]
    assert [name for name, _ in read] == ["doc.jpg", "ngang.jpeg", "so do.png"]
    assert not [one for _, one in read if SECRET in one]
    turned, level = opened(read[0][1]), opened(read[1][1])
    assert (turned.size, level.size) == ((40, 60), (60, 40))
    assert (turned.getpixel((20, 5)), turned.getpixel((20, 55))) == pytest.approx((0, 200), abs=9)
    assert level.getpixel((55, 5)) == pytest.approx(90, abs=4)
    for _, content in read:
        picture = opened(content)
        assert dict(picture.getexif()) == {}
        assert not {"comment", "exif", "Author"} & set(picture.info)


@pytest.mark.parametrize(
    "tag",
    [
        struct.pack("<HHI4s", 0x0100, 2, 4, b"abc"),  # a width in letters
        struct.pack("<HHIHH", 0x010F, 3, 1, 9, 0),  # a maker that is a number
        struct.pack("<HHI4s", 0x8769, 2, 4, b"abc"),  # letters for a place in the file
    ],
)
def test_odd_tags_of_a_phone_are_left_behind(tmp_path: Path, tag: bytes) -> None:
    """Cameras write what no program writes again; the picture is turned all the same."""
    target = io.BytesIO()
    with odd_photo(tmp_path, tag).open("rb") as source:
        put_upright(source, "image/jpeg", target)
    picture = opened(target.getvalue())
    assert picture.size == (40, 60)
    assert picture.getpixel((20, 55)) == pytest.approx(200, abs=9)
    assert dict(picture.getexif()) == {}


@pytest.mark.parametrize("turned", range(2, 9))
def test_a_picture_is_turned_as_its_camera_was_held(tmp_path: Path, turned: int) -> None:
    path, target = photo(tmp_path, turned=turned), io.BytesIO()
    with path.open("rb") as source:
        put_upright(source, "image/jpeg", target)
    with Image.open(path) as lying_there:
        upright = ImageOps.exif_transpose(lying_there)
    made = opened(target.getvalue())
    corners = [(2, 2), (made.width - 3, 2), (2, made.height - 3)]
    assert made.size == upright.size
    assert [made.getpixel(at) for at in corners] == pytest.approx(
        [upright.getpixel(at) for at in corners], abs=9
    )


@pytest.mark.parametrize("side", [8_000, 20_000])
def test_more_pixels_than_fit_are_refused_in_words(tmp_path: Path, side: int) -> None:
    """Also where Pillow itself takes the picture for an attack."""
    with (
        vast_png(tmp_path, side).open("rb") as source,
        pytest.raises(Refusal, match=r"attach\.too_many_pixels"),
    ):
        put_upright(source, "image/png", io.BytesIO())


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "attach.empty"),
        (b"MZ\x90\x00 a program", "attach.other_type"),
        (b"PK\x03\x04 a document", "attach.other_type"),
        (b"GIF89a", "attach.other_type"),
        (b"%PDF-1.4\nand no end", "attach.cut_off"),
        (b"\xff\xd8\xff\xe0 no picture", "attach.damaged_picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "attach.damaged_picture"),
    ],
)
def test_other_files_are_refused_by_what_they_are(
    opened: Workspace, world: World, tmp_path: Path, content: bytes, rule: str
) -> None:
    register = world.catalogue.by_name["hen_coops"]
    (draft,) = add_records(opened, register, [{}], draft=True)
    path = tmp_path / "that la.pdf"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=rule):
        attach(opened, draft.record, [scan(tmp_path), path], Travel.PRIVATE)
    assert attachments_of(opened, draft.record) == ()
    assert lying(opened) == []


def test_refusals_leave_nothing_behind(world: World, tmp_path: Path) -> None:
    record = registered(world)
    cut = photo(tmp_path, "cut.jpg")
    cut.write_bytes(cut.read_bytes()[:-200])
    with world.open(COMMUNE) as workspace:
        for path, reason, rule in (
            (cut, WHY, "attach.damaged_picture"),
            (tmp_path / "none.pdf", WHY, "attach.cannot_read"),
            (scan(tmp_path), " ", "records.reason_needed"),
        ):
            with pytest.raises(Refusal, match=rule):
                attach(workspace, record, [path], Travel.PRIVATE, reason=reason)
        with pytest.raises(Refusal, match=r"attach\.too_many"):
            attach(workspace, record, [cut] * (ATTACHMENT_LIMIT + 1), Travel.SHARED, reason=WHY)
        set_attachment_limits(workspace, AttachmentLimits(4_000, 5_000))
        assert attachment_limits(workspace) == AttachmentLimits(4_000, 5_000)
        with pytest.raises(Refusal, match=r"attach\.too_large"):
            attach(workspace, record, [scan(tmp_path, size=5_000)], Travel.PRIVATE, reason=WHY)
        two = [scan(tmp_path, "a.pdf"), scan(tmp_path, "b.pdf", seed=2)]
        with pytest.raises(Refusal, match=r"attach\.no_room"):
            attach(workspace, record, two, Travel.PRIVATE, reason=WHY)
        with pytest.raises(Refusal, match=r"attach\.bad_limits"):
            set_attachment_limits(workspace, AttachmentLimits(0, 5))
        with pytest.raises(Refusal, match=r"attach\.limit_too_high"):
            set_attachment_limits(workspace, AttachmentLimits(MOST_BYTES + 1, 2 * MOST_BYTES))
        # One of before, when nothing bounded it.
        with workspace.store.atomic():
            workspace.store.meta.set("attachment_limits", {"file": 2**40, "total": 2**41})
        assert attachment_limits(workspace) == AttachmentLimits(MOST_BYTES, 2**41)
        void_record(workspace, record, reason=WHY)
        with pytest.raises(Refusal, match=r"records\.voided"):
            attach(workspace, record, two, Travel.PRIVATE, reason=WHY)
        assert lying(workspace) == []


def test_confidential_files_open_for_heads_alone(world: World, tmp_path: Path) -> None:
    record = registered(world)
    letter = scan(tmp_path, "Thư của bà Mẫu.pdf")
    with world.open(COMMUNE) as workspace:
        add_user(workspace, "Cán bộ", Role.OFFICER, "passphrase")
    with world.open(COMMUNE, "Cán bộ", "passphrase") as workspace:
        attach(workspace, record, [letter], Travel.CONFIDENTIAL, reason=WHY)
        (item,) = attachments_of(workspace, record)
        assert (item.attached.name, item.state) == (None, "here")
        with pytest.raises(Refusal, match=r"users\.head_only"):
            read_attachment(workspace, record, "1", reason=WHY)
        change_record(workspace, record, {"hens": 7}, reason=WHY)
        assert len(attachments_of(workspace, record)) == 1
    with world.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        with pytest.raises(Refusal, match=r"records\.reason_needed"):
            read_attachment(workspace, record, "1")
        length = workspace.store.journal.head().length
        found = read_attachment(workspace, record, item.attached.id, reason="Xác minh")
        assert found == (letter.name, letter.read_bytes())
        assert workspace.store.journal.head().length == length + 1
        assert list(journal(workspace))[-1].startswith('{"act":"reveal"')
        assert not [one for one in journal(workspace) if "bà Mẫu" in one]


def journal(workspace: Workspace) -> list[str]:
    rows = workspace.store.database.execute("SELECT entry FROM journal ORDER BY n").fetchall()
    return [str(row[0]) for row in rows]


def test_a_copy_outside_is_in_the_journal_and_overwrites_nothing(
    world: World, tmp_path: Path
) -> None:
    record, out = registered(world), tmp_path / "out"
    out.mkdir()
    with world.open(COMMUNE) as workspace:
        attach(workspace, record, [scan(tmp_path)], Travel.PRIVATE, reason=WHY)
        path = save_attachment(workspace, record, "1", out)
        assert path.read_bytes() == scan(tmp_path).read_bytes()
        assert '"act":"attachment_export"' in journal(workspace)[-1]
        with pytest.raises(Refusal, match=r"attach\.exists"):
            save_attachment(workspace, record, "1", out)
        with pytest.raises(Refusal, match=r"attach\.unknown"):
            save_attachment(workspace, record, "2", out)
        (stored,) = lying(workspace)
        stored.write_bytes(stored.read_bytes()[:-1] + b"\0")
        with pytest.raises(Refusal, match=r"attach\.damaged"):
            save_attachment(workspace, record, "1", out / "again.pdf")
        assert [one.name for one in out.iterdir()] == ["bien ban.pdf"]


def test_what_is_missing_or_damaged_is_named(world: World, tmp_path: Path) -> None:
    record = registered(world)
    with world.open(COMMUNE) as workspace:
        paths = [scan(tmp_path, f"{seed}.pdf", seed=seed) for seed in range(3)]
        attach(workspace, record, paths, Travel.PRIVATE, reason=WHY)
        assert damaged_files(workspace) == []
        first, second, third = (one.attached.id for one in attachments_of(workspace, record))
        folder = attachments_folder(workspace.paths)
        (folder / first).unlink()
        changed = bytearray((folder / second).read_bytes())
        changed[-1] ^= 1
        (folder / second).write_bytes(changed)
        (folder / third).write_bytes(b"short")
        assert [one.state for one in attachments_of(workspace, record)] == [
            "missing",
            "here",
            "damaged",
        ]
        found = [(one.book, one.place, one.state) for one in damaged_files(workspace)]
        assert found == [
            ("X01 1/2023", 1, "missing"),
            ("X01 1/2023", 2, "damaged"),
            ("X01 1/2023", 3, "damaged"),
        ]
        (check,) = (one for one in self_check(workspace) if one.name == "attachments")
        assert not check.ok
        assert check.values["names"] == "X01 1/2023 (1), X01 1/2023 (2), X01 1/2023 (3)"


def test_taken_off_a_record_a_file_stays_and_of_a_draft_it_goes(
    world: World, tmp_path: Path
) -> None:
    record = registered(world)
    with world.open(COMMUNE) as workspace:
        register = world.catalogue.by_name["hen_coops"]
        attach(workspace, record, [scan(tmp_path)], Travel.SHARED, reason=WHY)
        (one,) = (item.attached for item in attachments_of(workspace, record))
        detach(workspace, record, "1", reason="Nhầm")
        assert attachments_of(workspace, record) == ()
        assert [path.name for path in lying(workspace)] == [one.id]
        earlier = workspace.store.revisions.history(record)[1]
        assert attached_of(earlier.shared, earlier.private) == (one,)
        (draft,) = add_records(workspace, register, [{}], draft=True)
        two = [scan(tmp_path, f"{seed}.pdf", seed=seed) for seed in (3, 4)]
        saved = attach(workspace, draft.record, two, Travel.PRIVATE)
        assert (saved.number, saved.complete) == (None, False)
        detach(workspace, draft.record, "1", reason=None)
        assert len(lying(workspace)) == 2
        change_record(workspace, draft.record, coop(), reason=None)
        assert [item.attached.name for item in attachments_of(workspace, draft.record)] == ["4.pdf"]
        (other,) = add_records(workspace, register, [{}], draft=True)
        attach(workspace, other.record, [two[0]], Travel.PRIVATE)
        void_record(workspace, other.record, reason="Nhầm")
        before = workspace.store.projections.digest()
        workspace.store.projections.rebuild()
        assert workspace.store.projections.digest() == before
        folder = attachments_folder(workspace.paths)
        theirs = folder / "ghi chú của tôi.txt"
        theirs.write_text("mine", encoding="utf-8")
        shutil.copy(lying(workspace)[0], folder / "01890a5d-ac96-774b-bcce-b302099a8060.part")
        assert len(lying(workspace)) == 5
    # What has no row goes at the next opening: of the discarded draft, and what was half made.
    with world.open(COMMUNE) as workspace:
        assert len(lying(workspace)) == 3
        assert theirs.is_file()
        assert damaged_files(workspace) == []


def test_where_persons_are_sealed_a_scan_is_so_too(world: World) -> None:
    by_name = world.catalogue.by_name
    assert default_travel(by_name["crime_reports"]) is Travel.CONFIDENTIAL
    assert default_travel(by_name["movement_models"]) is Travel.PRIVATE
