"""``identity`` and ``bundle``."""

from __future__ import annotations

import subprocess

from tests.unit.cli.driver import COMMUNE, OFFICE, World


def test_the_request_says_who_asks_and_is_compared(world: World) -> None:
    request = world.folder / "second.antq"
    made = world.commune("identity", "request", "-o", request).document
    shown = world.office("identity", "show", request).document
    assert made == {"path": str(request), **shown}
    assert (shown["person"], shown["unit"]["code"]) == ("an", COMMUNE)
    issue = ("identity", "issue", request, "-o", world.folder, "--ca-passphrase-file")
    other = world.office(*issue, world.secret, "--fingerprint", "0" * 64)
    assert (other.code, other.document["refused"]) == (3, "identity.other_fingerprint")
    grouped = made["fingerprint"][:4] + " " + made["fingerprint"][4:8]
    assert grouped in world.at(OFFICE, "identity", "show", request).out


def test_an_authority_opens_with_its_own_passphrase(world: World) -> None:
    wrong = world.folder / "wrong"
    wrong.write_text("wrong", encoding="utf-8")
    serial = world.commune("identity", "show").document["serial"]
    revoke = ("identity", "revoke", serial, "--reason", "x", "--ca-passphrase-file")
    refused = world.office(*revoke, wrong)
    assert refused.document["refused"] == "identity.wrong_ca_passphrase"
    revoked = world.office(*revoke, world.secret).document
    assert (revoked["revoked"], revoked["waiting"]) == (serial, 0)
    again = world.office(*revoke, world.secret)
    assert again.document["refused"] == "identity.unknown_serial"


def test_a_directory_is_installed_for_the_right_fingerprint_only(world: World) -> None:
    install = ("identity", "install", world.folder / "directory.antq", "--fingerprint")
    other = world.commune(*install, "0" * 64)
    assert (other.code, other.document["refused"]) == (3, "identity.other_ca_fingerprint")
    right = world.commune("identity", "show").document["ca_fingerprint"]
    again = world.commune(*install, right).document
    assert (again["newer"], again["certified"]) == (False, True)


def test_identity_before_enrolment(world: World) -> None:
    world.create("13288", "commune")
    shown = world.at("13288", "identity", "show", "--json")
    assert shown.document == dict.fromkeys(("serial", "until", "fingerprint", "ca_fingerprint"))
    export = world.at("13288", "bundle", "export", "-o", world.folder, "--json")
    assert (export.code, export.document["refused"]) == (3, "identity.no_certificate")


def test_age_opens_a_bundle_with_the_exported_key(world: World) -> None:
    world.add()
    bundle, key = world.export(), world.folder / "key"
    assert world.office("identity", "export-age", "-o", key, "--reason", "thử").code == 0
    assert key.stat().st_mode & 0o777 == 0o600
    opened, container = world.folder / "ours.asice", world.folder / "theirs.asice"
    assert world.office("bundle", "open", bundle, "-o", opened).code == 0
    subprocess.run(["age", "-d", "-i", key, "-o", container, bundle], check=True)
    assert opened.read_bytes() == container.read_bytes()
    without = world.office("identity", "export-age", "-o", key, "--reason", " ")
    assert without.document["refused"] == "records.reason_needed"
    again = world.office("identity", "export-age", "-o", key, "--reason", "thử")
    assert again.document["refused"] == "files.exists"


def test_a_submission_goes_up_and_its_receipt_comes_down(world: World) -> None:
    world.add()
    exported = world.commune("bundle", "export", "--period", "DL-2023", "-o", world.folder)
    sent = exported.document
    assert sent["counts"] == {"movement_models": {"new": 1, "changed": 0, "voided": 0}}
    assert (sent["sequence"], sent["base"]) == (1, None)
    for command in (("verify",), ("import", "--rehearse"), ("import",)):
        judged = world.office("bundle", *command, sent["path"])
        assert judged.code == 0
        assert judged.document["results"][0]["verdict"] == "accepted"
    again = world.office("bundle", "import", sent["path"]).document["results"][0]
    assert (again["verdict"], again["kind"]) == ("same", "submission")
    (receipt,) = world.office("bundle", "export", "-o", world.folder).document["bundles"]
    assert receipt["kind"] == "receipt"
    assert world.commune("bundle", "import", receipt["path"]).code == 0
    rows = world.commune("bundle", "status", "--period", "DL-2023").document["rows"]
    assert [(one["state"], one["period"]) for one in rows] == [("accepted", "DL-2023")]
    rows = world.office("bundle", "status", "--period", "DL-2023").document["rows"]
    assert [(one["unit"], one["state"]) for one in rows] == [(COMMUNE, "accepted")]
    world.add()
    after = world.commune("bundle", "export", "-o", world.folder).document
    assert after["base"] == {"sequence": 1, "digest": sent["digest"]}


def test_a_revocation_is_told_by_the_next_directory_once(world: World) -> None:
    export = ("bundle", "export", "-o", world.folder)
    assert world.office(*export).document == {"bundles": []}
    serial = world.commune("identity", "show").document["serial"]
    secret = ("--ca-passphrase-file", world.secret)
    world.office("identity", "revoke", serial, "--reason", "x", *secret)
    kinds = [one["kind"] for one in world.office(*export).document["bundles"]]
    assert kinds == ["directory"]
    assert "Không có gì để gửi." in world.at(OFFICE, *export).out


def test_a_bundle_with_one_changed_byte_is_refused_with_its_reason(world: World) -> None:
    world.add()
    data = bytearray(world.export().read_bytes())
    data[-1] ^= 1
    file = world.folder / "changed.antq"
    file.write_bytes(data)
    for command in ("verify", "import"):
        result = world.office("bundle", command, file)
        (judged,) = result.document["results"]
        assert (result.code, judged["verdict"]) == (3, "refused")
        assert judged["reasons"][0]["rule"] == "seal_damaged"
    shown = world.at(OFFICE, "bundle", "verify", file).out
    assert "Không nhận" in shown
    assert "Niêm phong của gói bị hỏng" in shown
    assert world.office("bundle", "show", file).document["refused"] == "bundle.seal_damaged"
    opened = world.office("bundle", "open", file, "-o", world.folder / "x.asice")
    assert opened.document["refused"] == "bundle.seal_damaged"


def test_a_file_that_is_not_there_does_not_keep_others_out(world: World) -> None:
    world.add()
    result = world.office("bundle", "import", world.folder / "none.antq", world.export())
    assert result.code == 3
    assert [one["verdict"] for one in result.document["results"]] == ["refused", "accepted"]


def test_a_bundle_is_shown_without_importing_it(world: World) -> None:
    world.add()
    bundle = world.export()
    document = world.office("bundle", "show", bundle).document
    assert document["signer"]["person"] == "an"
    assert document["manifest"]["periods"] == ["DL-2023"]
    assert world.office("workspace", "show").document["counts"]["movement_models"]["records"] == 0
    assert "Gói báo cáo" in world.at(OFFICE, "bundle", "show", bundle).out


def test_what_cannot_be_signed_names_the_fields(world: World) -> None:
    record = world.add(status="paused")
    result = world.commune("bundle", "export", "-o", world.folder)
    assert (result.code, result.document["refused"]) == (3, "submission.problems")
    problem = result.document["problems"][0]
    assert (problem["record"], problem["field"]) == (record, "status")
    assert "Trạng thái:" in result.err


def test_an_export_needs_a_folder_a_register_and_something_to_send(world: World) -> None:
    missing = world.commune("bundle", "export", "-o", world.folder / "none")
    assert missing.document["refused"] == "medium.missing"
    unknown = world.commune("bundle", "export", "-o", world.folder, "--nil", "R99")
    assert unknown.document["refused"] == "records.unknown_register"
    nothing = world.commune("bundle", "export", "-o", world.folder)
    assert nothing.document["refused"] == "submission.nothing"
    nil = ("--period", "DL-2023", "--nil", "R06")
    assert world.commune("bundle", "export", "-o", world.folder, *nil).code == 0
    waiting = world.office("bundle", "status").document["rows"]
    assert [one["state"] for one in waiting] == ["waiting"]
    assert "Chưa báo cáo" in world.at(OFFICE, "bundle", "status").out
