"""``identity``: the life of a key by commands alone."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from antq_desktop.domain.deadlines import ZONE

if TYPE_CHECKING:
    from tests.unit.cli.driver import World


def issued(world: World, request: object, *more: object) -> Any:
    """Let the office issue, and return what the command says."""
    path = world.folder / "next.antq"
    secret = ("--ca-passphrase-file", world.secret)
    return world.office("identity", "issue", request, "-o", path, *secret, *more)


def test_a_key_is_renewed_stolen_and_made_anew(world: World) -> None:
    anchor = world.commune("identity", "show").document["ca_fingerprint"]
    install = ("identity", "install", world.folder / "next.antq", "--fingerprint", anchor)
    old = world.commune("identity", "show").document["serial"]
    request = world.folder / "renewal.antq"
    assert world.commune("identity", "renew", "-o", request).code == 0
    voucher = world.office("identity", "show", request).document["voucher"]
    assert (voucher["act"], voucher["serial"]) == ("renewal", old)
    assert issued(world, request).code == 0
    assert world.commune(*install).document["certified"]
    serial = world.commune("identity", "show").document["serial"]
    assert serial != old

    world.add()
    sent = world.export()
    assert world.office("bundle", "import", sent).code == 0
    today = datetime.now(tz=ZONE).date()
    secret = ("--ca-passphrase-file", world.secret)
    revoked = world.office(
        *("identity", "revoke", serial, "--reason", "mất máy", "--since", today, *secret),
        *("--why", "keyCompromise"),
    ).document
    assert revoked["waiting"] == 1
    (line,) = world.office("identity", "between", serial).document["bundles"]
    assert (line["state"], line["open"]) == ("counts", True)
    told = world.at("347", "identity", "between").out
    assert line["digest"][:12] in told
    assert "Chờ quyết định" in told
    stand = ("identity", "let-stand", serial, sent, "--reason", "xã xác nhận")
    assert world.office(*stand).code == 0
    again = world.office(*stand)
    assert (again.code, again.document["refused"]) == (3, "identity.not_between")
    assert world.office("identity", "between").document["bundles"][0]["state"] == "stands"
    assert world.office("identity", "renew-list", *secret).document["number"] > 1

    lost = world.folder / "lost.antq"
    made = world.commune("identity", "request", "--lost", "-o", lost).document
    compared = issued(world, lost)
    assert compared.document["refused"] == "identity.fingerprint_needed"
    assert issued(world, lost, "--fingerprint", made["fingerprint"]).code == 0
    assert world.commune(*install).document["certified"]
    assert world.office("identity", "certify-own", *secret).code == 0


def test_a_handover_needs_the_new_head_at_the_pc(world: World) -> None:
    path = world.folder / "handover.antq"
    theirs = world.folder / "theirs"
    theirs.write_text("kế nhiệm\n", encoding="utf-8")
    hand_over = ("identity", "hand-over", "ke", "-o", path, "--successor-passphrase-file", theirs)
    nobody = world.commune(*hand_over)
    assert nobody.document["refused"] == "identity.no_successor"
    added = ("user", "add", "ke", "--role", "head", "--new-passphrase-file", theirs)
    assert world.commune(*added).code == 0
    by_old_head = ("--user", "an")
    done = world.at("13285", *by_old_head, *hand_over, "--json")
    assert done.code == 0, done.err
    assert done.document["person"] == "ke"
    minutes = ("print", "key-handover", "-o", world.folder / "minutes.pdf", "--bundle")
    request = world.folder / "request.antq"
    assert world.commune(*by_old_head, *minutes, request).document["refused"] == (
        "paper.not_a_handover"
    )
    printed = world.commune(*by_old_head, *minutes, path).document
    assert (printed["form"], printed["pages"]) == ("key-handover", 2)
    voucher = world.office("identity", "show", path).document["voucher"]
    assert (voucher["act"], voucher["person"]) == ("handover", "an")
    assert issued(world, path).code == 0
