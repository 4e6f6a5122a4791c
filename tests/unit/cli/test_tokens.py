"""A head whose key is on a token, from the first command to the bundle that the office takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.softhsm import MODULE, PIN, WRONG, SoftHsm
from tests.unit.cli.driver import COMMUNE, OFFICE, World

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def hsm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftHsm:
    return SoftHsm.in_folder(tmp_path, monkeypatch)


def test_a_token_from_the_library_to_the_signed_bundle(
    world: World, hsm: SoftHsm, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = world.commune("identity", "token", "list")
    assert (refused.code, refused.document["refused"]) == (3, "token.no_module_chosen")
    chosen = world.commune("identity", "token", "module", MODULE).document
    assert chosen["module"] == str(MODULE)
    assert str(MODULE) in chosen["suggested"]
    assert world.commune("identity", "token", "list").document == {"tokens": []}
    serial = hsm.plug_in("xa")

    request = world.folder / "token-request.antq"
    wanted = ("identity", "request", "-o", request, "--token", "any", "--key-kind", "p384")
    nobody = world.commune(*wanted)
    assert (nobody.code, nobody.document["refused"]) == (3, "token.pin_nowhere")
    monkeypatch.setenv("ANTQ_PIN", PIN)
    asked = world.commune(*wanted).document
    (token,) = world.commune("identity", "token", "list").document["tokens"]
    (key,) = token["keys"]
    assert (token["serial"], token["label"], key["person"]) == (serial, "xa", None)
    assert f"số {serial}" in world.at(COMMUNE, "identity", "token", "list").out

    monkeypatch.setenv("ANTQ_CA_PASSPHRASE", "demo")
    issue = ("identity", "issue", request, "-o", world.folder)
    issued = world.office(*issue, "--fingerprint", asked["fingerprint"]).document
    install = ("identity", "install", issued["path"], "--fingerprint", issued["ca_fingerprint"])
    assert world.commune(*install).document["certified"]

    world.add()
    pin_file = world.folder / "pin"
    pin_file.write_text(WRONG, encoding="utf-8")
    export = ("bundle", "export", "--period", "DL-2023", "-o", world.folder)
    wrong = world.commune(*export, "--pin-file", pin_file)  # the file counts, not the environment
    assert (wrong.code, wrong.document["refused"]) == (3, "token.wrong_pin_few")
    assert not list(world.folder.glob("*submission*"))
    exported = world.commune(*export).document
    taken = world.office("bundle", "import", exported["path"]).document
    assert [one["verdict"] for one in taken["results"]] == ["accepted"]
    checks = {one["name"]: one for one in world.commune("check").document["checks"]}
    assert checks["token"]["ok"]

    world.office("identity", "token", "module", MODULE)
    used = world.office("identity", "token", "use").document
    assert world.office("identity", "show").document["serial"] == used["serial"]
    assert PIN not in "".join(
        path.read_text(encoding="utf-8", errors="replace")
        for unit in (COMMUNE, OFFICE)
        for path in (world.folder / unit).rglob("*.*")
        if path.is_file() and path.suffix in {".json", ".log"}
    )
