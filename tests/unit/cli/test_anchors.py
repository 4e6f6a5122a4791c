"""``identity anchor``: a root of the State, its lists, and a head whom it certified."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import open_workspace
from tests.state_ca import Authority, Person, root, signed_anew
from tests.unit.cli.driver import COMMUNE, DAY, PASSPHRASE, PROGRAM, World
from tests.vectors.members import FOREIGN, STATE, Member, authority_named, member

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class State:
    """What openssl made: a root, an authority under it, a head whom that one certified."""

    root: Authority
    centre: Authority
    head: Person
    other: Authority


def state_in(world: World) -> State:
    """Let openssl make it."""
    now = datetime.now(UTC).replace(microsecond=0)
    made = root(world.folder / "state", now, "Gốc quốc gia mẫu")
    centre = made.below("centre", "Trung tâm mẫu")
    head = centre.person("head", "Nguyễn Văn Mẫu", centre)
    return State(made, centre, head, root(world.folder / "other", now))


def signed_by_head(world: World, path: Path, state: State) -> Path:
    """Return a commune's bundle as openssl signs it, with the head's certificate."""
    home = paths_for(world.folder / COMMUNE)
    with open_workspace(home, None, PASSPHRASE, PROGRAM.catalogue, Clock()) as workspace:
        target = world.folder / f"of-the-state-{path.name}"
        return signed_anew(workspace, path, target, state.head)


def written(world: World, name: str, data: bytes) -> Path:
    path = world.folder / name
    path.write_bytes(data)
    return path


def pem(world: World, one: Member) -> Path:
    return written(world, f"{one.serial[:8]}.pem", one.pem)


def judged(world: World, path: Path, act: str = "import") -> tuple[str, list[str]]:
    (result,) = world.office("bundle", act, path).document["results"]
    return result["verdict"], [one["rule"] for one in result["reasons"]]


def refused(world: World, *arguments: object) -> str:
    ended = world.office("identity", "anchor", *arguments)
    assert ended.code == 3, ended.out
    return str(ended.document["refused"]).removeprefix("identity.")


def done(world: World, *arguments: object) -> Any:
    ended = world.office("identity", "anchor", *arguments)
    assert ended.code == 0, ended.out + ended.err
    return ended.document


def test_what_is_no_anchor_is_told_in_one_sentence(world: World) -> None:
    junk = written(world, "junk.pem", b"-----BEGIN CERTIFICATE-----\nAAAA\n")
    assert refused(world, "add", junk) == "anchor_not_certificate"
    state = authority_named("state")
    weak = member(replace(STATE, key="signer-rsa1024", path_length=0))
    for one, said in (
        (member(FOREIGN), "anchor_not_ca"),
        (weak, "anchor_weak"),
        (authority_named("narrow"), "anchor_not_root"),
    ):
        add = ("add", pem(world, one), "--fingerprint")
        assert refused(world, *add, sha256_hex(one.der)) == said
        assert refused(world, *add, sha256_hex(state.der)) == "anchor_other_fingerprint"
    past = root(world.folder / "past", datetime.now(UTC) - timedelta(days=800))
    ended = ("add", past.certificate, "--fingerprint", past.fingerprint)
    assert refused(world, *ended) == "anchor_ended"
    assert done(world, "list") == {"anchors": [], "certificates": []}


def test_a_head_whom_the_state_certified_is_taken_at_his_office(world: World) -> None:
    world.add()
    state = state_in(world)
    sent = signed_by_head(world, world.export(), state)
    assert judged(world, sent) == ("refused", ["signature_untrusted"])

    shown = done(world, "add", state.root.certificate)
    assert shown["added"] is False
    assert "CN=Gốc quốc gia mẫu" in shown["subject"]
    add = ("identity", "anchor", "add", state.root.certificate, "--fingerprint")
    assert world.commune(*add, shown["fingerprint"]).document["refused"] == "workspace.office_only"
    assert world.office(*add, state.root.fingerprint).document["list_days"] is None
    assert refused(world, *add[2:], state.root.fingerprint) == "anchor_known"
    assert judged(world, sent) == ("refused", ["signature_unassigned"])

    assign_to_his_unit(world, state)
    assert judged(world, sent) == ("held", ["signer_unlisted"])
    lists_of_one_authority(world, state)

    done(world, "crl", state.root.listing("root.crl"))
    ended = state.centre.listing("ended.crl", ends=timedelta(days=-1))
    assert done(world, "crl", ended)["list_ended"]
    assert judged(world, sent) == ("held", ["signer_list_ended"])
    assert "quá hạn" in world.at("347", "identity", "anchor", "list").out
    assert done(world, "crl", state.centre.listing("good.crl"))["list_days"] == 10
    assert refused(world, "crl", ended) == "anchor_list_older"
    assert judged(world, sent) == ("accepted", [])

    what_came_after(world, sent, state)


def assign_to_his_unit(world: World, state: State) -> None:
    head, unit = state.head.certificate, f"{COMMUNE}@{DAY}"
    assigned = ("assign", head, "--unit", unit)
    assert refused(world, "assign", state.root.certificate, "--unit", COMMUNE) == "assign_usage"
    assert refused(world, *assigned) == "assign_not_under", "who certified him is not trusted yet"
    centre = (state.centre.certificate, "--fingerprint", state.centre.fingerprint)
    assert done(world, "add", *centre)["root"] is False
    other = state.other.person("other", "Lò Văn Thử").certificate
    assert refused(world, "assign", other, "--unit", COMMUNE) == "assign_not_under"
    assert refused(world, "assign", head, "--unit", f"347@{DAY}") == "not_below"
    assert refused(world, *assigned, "--person", "\u202ean") == "assign_name"
    told = done(world, *assigned)
    assert (told["unit"].partition("@")[0], told["role"], told["person"], told["standing"]) == (
        COMMUNE,
        "head",
        "Nguyễn Văn Mẫu",
        "unlisted",
    )


def lists_of_one_authority(world: World, state: State) -> None:
    good = state.centre.listing("first.crl").read_text("ascii").splitlines()
    middle = len(good) // 2
    damaged = [*good[:middle], good[middle].swapcase(), *good[middle + 1 :]]
    for path, said in (
        (written(world, "none.crl", b"no list"), "anchor_list_damaged"),
        (written(world, "damaged.crl", "\n".join(damaged).encode()), "anchor_list_damaged"),
        (state.other.listing("foreign.crl"), "anchor_list_other"),
    ):
        assert refused(world, "crl", path) == said


def what_came_after(world: World, sent: Path, state: State) -> None:
    world.add()
    later = signed_by_head(world, world.export(), state)
    gone, head = state.root.fingerprint, ("assign", state.head.certificate, "--unit", COMMUNE)
    assert refused(world, "remove", "00" * 32, "--reason", "thử") == "anchor_unknown"
    empty = world.office("identity", "anchor", "remove", gone, "--reason", " ")
    assert empty.document["refused"] == "records.reason_needed"
    told = done(world, "remove", gone)  # without a reason: what would change, and nothing does
    assert told["removed"] is None
    assert [one["subject"][:16] for one in told["authorities"]] == ["CN=Trung tâm mẫu"]
    assert [one["person"] for one in told["certificates"]] == ["Nguyễn Văn Mẫu"]
    shown = world.at("347", "identity", "anchor", "remove", gone).out
    assert "Gói mới do Nguyễn Văn Mẫu" in shown
    assert "Chưa bỏ." in shown
    assert [one["standing"] for one in done(world, "list")["anchors"]] == ["good", "good"]
    # Both are kept to the second: what came in the one in which the anchor goes is not of before.
    begun = datetime.now(UTC).replace(microsecond=0)
    while datetime.now(UTC).replace(microsecond=0) == begun:
        pass
    done(world, "remove", gone, "--reason", "không dùng nữa")
    assert judged(world, sent) == ("same", [])  # it came while the anchor was trusted
    assert judged(world, later) == ("refused", ["signature_untrusted"])
    assert refused(world, *head) == "assign_not_under"
    listed = done(world, "list")
    assert [one["standing"] for one in listed["anchors"]] == ["rootless"]
    assert [one["standing"] for one in listed["certificates"]] == ["rootless"]
    assert "không còn được tin" in world.at("347", "identity", "anchor", "list").out

    again = done(world, "add", state.root.certificate, "--fingerprint", gone)
    assert again["list_days"] == 10  # the newest list was kept
    state.centre.revoke(state.head, datetime.now(UTC) - timedelta(days=1))
    done(world, "crl", state.centre.listing("revoking.crl"))
    assert judged(world, later) == ("refused", ["signature_revoked"])
    assert [one["standing"] for one in done(world, "list")["certificates"]] == ["revoked"]
    assert refused(world, *head) == "anchor_revoked"
    for one in (*done(world, "list")["certificates"], *done(world, "list")["anchors"]):
        done(world, "remove", one["fingerprint"], "--reason", "không dùng nữa")
    assert done(world, "list") == {"anchors": [], "certificates": []}
    acts = json.dumps(world.office("journal", "list").document)
    for act in ("anchor_added", "anchor_assigned", "anchor_list", "anchor_removed"):
        assert act in acts
