"""Any cut, in any order, mixed with any other: the same bytes, or what is missing is named."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_desktop.bundle.parts import (
    LEAST_PART,
    MOST_PARTS,
    BadParts,
    assemble,
    cut,
    join,
    read_list,
)

NAME = "13285-347-abcd-000001-submission.antq"
OTHER = "13288-347-efgh-000001-submission.antq"


def whole_of(folder: Path, name: str, size: int, seed: int) -> Path:
    path = folder / name
    path.write_bytes(Random(seed).randbytes(size))
    return path


@settings(max_examples=40)
@given(
    size=st.integers(1, 40_000),
    part_size=st.integers(LEAST_PART, 15_000),
    seed=st.integers(0, 2**32),
    lost=st.sets(st.integers(0, 39), max_size=3),
    hurt=st.sets(st.integers(0, 39), max_size=2),
)
def test_any_cut_in_any_order(
    size: int, part_size: int, seed: int, lost: set[int], hurt: set[int]
) -> None:
    chance = Random(seed)
    with tempfile.TemporaryDirectory() as made:
        folder, mixed = Path(made), Path(made) / "mixed"
        mixed.mkdir()
        lists, parts, contents = [], [], {}
        for place, name in enumerate((NAME, OTHER)):
            path = whole_of(folder, name, size + place, seed + place)
            contents[name] = path.read_bytes()
            listed = cut(path, folder, part_size)
            assert read_list(folder / f"{name}.sha256") == listed
            lists.append(listed)
            for number in range(1, len(listed.parts) + 1):
                mine = name == NAME
                if mine and number - 1 in lost:
                    continue
                part = folder / listed.part_name(number)
                if mine and number - 1 in hurt:
                    data = bytearray(part.read_bytes())
                    data[chance.randrange(len(data))] ^= 1
                    part.write_bytes(data)
                else:
                    # Under another name, and some of them twice.
                    for copies in range(chance.choice((1, 2))):
                        shutil.copy(part, mixed / f"{place}-{number}-{copies}.bin")
                    continue
                shutil.copy(part, mixed / part.name)
        parts = list(mixed.iterdir())
        chance.shuffle(parts)
        found, strange = assemble(lists, parts)
        assert strange == []
        count = len(lists[0].parts)
        gone = {number + 1 for number in lost if number < count}
        broken = {number + 1 for number in hurt if number < count} - gone
        for one in found:
            if one.listed.name == NAME and (gone or broken):
                assert (set(one.missing), set(one.damaged)) == (gone, broken)
                assert not one.complete
                continue
            target = io.BytesIO()
            assert one.complete
            assert join(one, target)
            assert target.getvalue() == contents[one.listed.name]


def test_a_part_of_another_bundle_is_told_apart(tmp_path: Path) -> None:
    listed = cut(whole_of(tmp_path, NAME, 3_000, 1), tmp_path, 1_000)
    other = cut(whole_of(tmp_path, OTHER, 3_000, 2), tmp_path, 1_000)
    files = [tmp_path / listed.part_name(1), tmp_path / other.part_name(2)]
    (found,), strange = assemble([listed], files)
    assert found.missing == (2, 3)
    assert strange == [files[1]]


def test_cat_and_sha256sum_join_and_check_them(tmp_path: Path) -> None:
    """As docs/bundle-format.md says, without our program."""
    path = whole_of(tmp_path, NAME, 12_345, 3)
    content = path.read_bytes()
    cut(path, tmp_path, 1_000)
    path.unlink()
    join_them = f'cat "{NAME}".[0-9][0-9][0-9] > "{NAME}" && sha256sum -c "{NAME}.sha256"'
    subprocess.run(["sh", "-c", join_them], cwd=tmp_path, check=True, capture_output=True)
    assert path.read_bytes() == content


def test_sizes_that_give_no_parts_are_refused(tmp_path: Path) -> None:
    path = whole_of(tmp_path, NAME, (MOST_PARTS + 1) * LEAST_PART, 4)
    for size in (0, LEAST_PART - 1, LEAST_PART):
        with pytest.raises(BadParts):
            cut(path, tmp_path, size)
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no list",
        "0" * 64 + f"  {NAME}\n",
        "0" * 64 + f"  {NAME}.002\n" + "0" * 64 + f"  {NAME}\n",
        "0" * 64 + f"  {OTHER}.001\n" + "0" * 64 + f"  {NAME}\n",
        "0" * 64 + f"  ../{NAME}.001\n" + "0" * 64 + f"  ../{NAME}\n",
        "0" * 63 + f"  {NAME}.001\n" + "0" * 64 + f"  {NAME}\n",
        "ữ",
    ],
)
def test_other_files_are_no_lists(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.sha256"
    path.write_text(text, encoding="utf-8")
    assert read_list(path) is None


def test_a_mail_program_may_change_the_line_ends(tmp_path: Path) -> None:
    listed = cut(whole_of(tmp_path, NAME, 3_000, 1), tmp_path, 1_000)
    path = tmp_path / f"{NAME}.sha256"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_list(path) == listed
