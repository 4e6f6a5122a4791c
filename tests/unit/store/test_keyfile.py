"""keys.json: each way in opens, every other is refused, and the age program agrees."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from antq_desktop.crypto import canonical
from antq_desktop.crypto.sealing import new_identity, seal_bytes, unseal_bytes
from antq_desktop.errors import Refusal
from antq_desktop.store.keyfile import (
    TokenKey,
    new_slot,
    open_slot,
    open_with_recovery,
    read_keys,
    with_passphrase,
    with_signing_key,
    with_token,
    write_keys,
)
from tests.unit.store.conftest import PASSPHRASE, SIGNING_KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from antq_desktop.crypto.sealing import Identity
    from antq_desktop.store.keyfile import KeyFile, Opened


@pytest.fixture
def file(tmp_path: Path, keys: KeyFile) -> Path:
    """Return a key file on the disk."""
    path = tmp_path / "keys.json"
    write_keys(path, keys)
    return path


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.message_id


def test_the_file_comes_back_as_it_was_written(file: Path, keys: KeyFile) -> None:
    assert read_keys(file) == keys
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_key_on_a_token_is_kept_and_older_programs_refuse_the_file(
    file: Path, keys: KeyFile
) -> None:
    assert b'"format":"antq-keys/1"' in file.read_bytes()
    first = TokenKey("00ab", "xa", "a1", b"public", b"certificate")
    second = TokenKey("00cd", "moi", "b2", b"other")
    slot = with_token(with_token(keys.slots[0], first, None), second, b"public")
    assert slot.tokens == (second, first)  # a certificate still names the first
    assert with_token(slot, second, b"other").tokens == (second,)
    changed = keys.with_slot(slot)
    write_keys(file, changed)
    assert read_keys(file) == changed
    assert b'"format":"antq-keys/2"' in file.read_bytes()


def test_the_passphrase_opens_everything(opened: Opened, key: bytes) -> None:
    assert (opened.database_key, opened.signing_key) == (key, SIGNING_KEY)
    assert unseal_bytes(seal_bytes(b"x", [opened.slot.recipient]), [opened.seal]) == b"x"


def test_a_wrong_passphrase_is_refused(keys: KeyFile) -> None:
    assert refused(lambda: open_slot(keys.slots[0], PASSPHRASE + " ")) == "users.wrong_passphrase"


def test_an_unknown_user_is_refused(keys: KeyFile) -> None:
    assert keys.slot("Trưởng Thử") is keys.slots[0]
    assert refused(lambda: keys.slot("Ai Đó")) == "users.unknown"


def test_another_passphrase_keeps_everything(opened: Opened) -> None:
    again = open_slot(with_passphrase(opened, "một mật khẩu khác"), "một mật khẩu khác")
    assert again.database_key == opened.database_key
    assert again.own_key == opened.own_key
    assert (again.seal, again.signing_key) == (opened.seal, opened.signing_key)


def test_the_old_passphrase_opens_no_more(opened: Opened) -> None:
    changed = with_passphrase(opened, "một mật khẩu khác")
    assert refused(lambda: open_slot(changed, PASSPHRASE)) == "users.wrong_passphrase"


def test_a_signing_key_can_be_added_later(opened: Opened, keys: KeyFile) -> None:
    slot = with_signing_key(opened, b"another key")
    assert open_slot(slot, PASSPHRASE).signing_key == b"another key"
    assert keys.with_slot(slot).slots == (slot,)


def test_a_second_user_opens_the_same_database(keys: KeyFile, key: bytes, tmp_path: Path) -> None:
    second = new_slot("u2", "Phó Thử", "deputy", "mật khẩu thứ hai", key)
    both = keys.with_slot(second)
    write_keys(tmp_path / "both.json", both)
    assert read_keys(tmp_path / "both.json") == both
    again = open_slot(both.slot("Phó Thử"), "mật khẩu thứ hai")
    assert (again.database_key, again.signing_key) == (key, None)


def test_one_users_entry_does_not_open_as_anothers(keys: KeyFile) -> None:
    moved = replace(keys.slots[0], id="u2")
    assert refused(lambda: open_slot(moved, PASSPHRASE)) == "users.wrong_passphrase"


def test_an_entry_with_a_foreign_recipient_is_refused(keys: KeyFile) -> None:
    """What is sealed next would be for whoever wrote it there."""
    changed = replace(keys.slots[0], recipient=new_identity().recipient)
    assert refused(lambda: open_slot(changed, PASSPHRASE)) == "users.keys_damaged"


def test_the_recovery_sheet_opens_the_database(
    keys: KeyFile, recovery: Identity, key: bytes
) -> None:
    assert open_with_recovery(keys, recovery.secret) == key
    assert (
        open_with_recovery(keys, f" {recovery.secret[:30].lower()}\n{recovery.secret[30:]}") == key
    )


def test_another_recovery_sheet_is_refused(keys: KeyFile) -> None:
    for secret in (new_identity().secret, "AGE-SECRET-KEY-1", "", "chữ\x00"):
        with pytest.raises(Refusal, match=r"users\.wrong_recovery"):
            open_with_recovery(keys, secret)


def test_the_age_program_opens_the_recovery_slot(
    file: Path, tmp_path: Path, recovery: Identity, key: bytes
) -> None:
    body = cast("dict[str, Any]", canonical.load(file.read_bytes()))
    (tmp_path / "slot.age").write_bytes(bytes.fromhex(body["recovery"]["database"]))
    (tmp_path / "sheet.txt").write_text(recovery.secret + "\n", encoding="ascii")
    run = subprocess.run(
        ["age", "--decrypt", "-i", "sheet.txt", "slot.age"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert run.stdout == key


def test_no_secret_stands_in_the_file(file: Path, key: bytes, opened: Opened) -> None:
    content = file.read_bytes()
    secrets = (key, opened.own_key, SIGNING_KEY, opened.seal.secret.encode(), PASSPHRASE.encode())
    for secret in secrets:
        assert secret not in content
        assert secret.hex().encode() not in content


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refused(lambda: read_keys(tmp_path / "keys.json")) == "store.missing"


def test_a_file_of_a_newer_program_is_refused(file: Path) -> None:
    file.write_bytes(canonical.dump({"format": "antq-keys/3"}))
    assert refused(lambda: read_keys(file)) == "store.keys_newer"


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"5", b"null", b'{"format": 1}', b"\xff"])
def test_a_file_that_is_none_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert refused(lambda: read_keys(file)) == "store.keys_damaged"


def test_a_folder_is_no_key_file(tmp_path: Path) -> None:
    assert refused(lambda: read_keys(tmp_path)) == "store.keys_damaged"


def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path, keys: KeyFile) -> None:
    assert refused(lambda: write_keys(tmp_path / "no" / "k.json", keys)) == "store.cannot_write"


USER = ("users", 0)
MEMBERS: list[tuple[str | int, ...]] = [
    *(("format",), ("workspace",), ("recovery",), ("users",), USER),
    *(("recovery", name) for name in ("recipient", "database")),
    *(
        (*USER, name)
        for name in [
            "id",
            "name",
            "role",
            "argon2",
            "own",
            "seal",
            "recipient",
            "database",
            "signing",
        ]
    ),
    *((*USER, name) for name in ("seal", "recipient", "database", "signing")),
    *((*USER, "argon2", name) for name in ["algorithm", "lanes", "memory_kib", "passes", "salt"]),
]
DELETED = object()
WRONG: list[object] = [DELETED, 99, True, [5], {"a": 1}]


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: ".".join(map(str, member)))
def test_a_damaged_member_is_a_refusal_and_nothing_else(
    file: Path, member: tuple[str | int, ...]
) -> None:
    content = file.read_bytes()
    for wrong in WRONG:
        file.write_bytes(damaged(content, member, wrong))
        assert refused(lambda: read_keys(file)) in {"store.keys_damaged", "store.keys_newer"}


def damaged(content: bytes, member: tuple[str | int, ...], wrong: object) -> bytes:
    """Return the file with another value at that place, or without the member."""
    body = cast("dict[str, Any]", canonical.load(content))
    place: Any = body
    for step in member[:-1]:
        place = place[step]
    if wrong is DELETED and member != USER:
        del place[member[-1]]
    else:
        place[member[-1]] = 5 if wrong is DELETED else wrong
    return canonical.dump(body)


@pytest.mark.parametrize("name", ["own", "seal", "database", "signing"])
@pytest.mark.parametrize("how", ["cut", "changed", "empty"])
def test_a_damaged_secret_is_refused(keys: KeyFile, name: str, how: str) -> None:
    secret: bytes = getattr(keys.slots[0], name)
    wrong = {"cut": secret[:-1], "changed": secret[:-1] + bytes([secret[-1] ^ 1]), "empty": b""}
    changes: dict[str, Any] = {name: wrong[how]}
    slot = replace(keys.slots[0], **changes)
    expected = "users.wrong_passphrase" if name == "own" else "users.keys_damaged"
    assert refused(lambda: open_slot(slot, PASSPHRASE)) == expected
