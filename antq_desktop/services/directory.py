"""The directory: what an office tells its subordinates, written anew with each change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal, cast

from msgspec.structs import replace

from antq_desktop.bundle.bodies import CodeTables, DirectoryBody, Policy, Receiver
from antq_desktop.bundle.manifest import Recipient
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.carried_units import table_of
from antq_desktop.services.delivering import Signed, sign_into_outbox
from antq_desktop.services.signature_policy import BOTH
from antq_desktop.services.signing import manifest_of, own_recipients, own_signature, unit_ref
from antq_desktop.services.switching import switches_of
from antq_desktop.services.working_calendar import keep_calendar, table_in_force

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.bundle.bodies import ImportPolicy
    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Certified

FORTNIGHT: Final = 14
"""Days that a directory is given to reach every unit."""

#: How an office imports that has chosen nothing else.
POLICY = Policy(import_policy="whole", signatures=1)


def policy_of(workspace: Workspace) -> Policy:
    """Return how this office imports, and how many signatures it wants: for its directory."""
    chosen = workspace.document("policy")
    taken: ImportPolicy = "rest" if chosen.get("import_policy") == "rest" else "whole"
    if chosen.get("signatures") != BOTH:
        return replace(POLICY, import_policy=taken)
    since = date.fromisoformat(str(chosen["since"]))
    return Policy(import_policy=taken, signatures=BOTH, since=since)


def policy_told(workspace: Workspace) -> Policy:
    """Return the same for a receipt, which does not say since when."""
    return replace(policy_of(workspace), since=None)


def choose_policy(workspace: Workspace, policy: ImportPolicy) -> Policy:
    """Choose what becomes of a bundle with rows that have problems; the next directory tells it.

    "whole" refuses the bundle with the list, "rest" refuses those rows and what depends on them.
    """
    workspace.require_role("office")
    workspace.require_head()
    with workspace.store.atomic():
        chosen = {**workspace.document("policy"), "import_policy": policy}
        workspace.store.meta.set("policy", chosen)
        workspace.note("policy", import_policy=policy)
    return policy_of(workspace)


def choose_signatures(
    workspace: Workspace, signatures: Literal[1, 2], since: date | None = None
) -> Policy:
    """Choose how many signatures submissions need; the next directory tells it.

    With two the office refuses what has one from the day ``since`` on, by default in a fortnight:
    until then units get the directory. Refusal ``identity.policy_past`` for a day before today.
    """
    workspace.require_role("office")
    workspace.require_head()
    today = workspace.clock.today()
    day = since or today + timedelta(days=FORTNIGHT)
    if signatures == BOTH and day < today:
        raise Refusal("identity.policy_past")
    told = day.isoformat() if signatures == BOTH else None
    with workspace.store.atomic():
        chosen = {**workspace.document("policy"), "signatures": signatures, "since": told}
        workspace.store.meta.set("policy", chosen)
        workspace.note("signatures_wanted", signatures=signatures, day=told)
    return policy_of(workspace)


def publish(workspace: Workspace) -> Signed:
    """Sign the next directory and seal it to every enrolled workspace and to ourselves."""
    own = own_signature(workspace)
    version = int(cast("int", workspace.document("published").get("version", 0))) + 1
    with workspace.store.atomic():
        workspace.store.meta.set("published", {"version": version, **_told(workspace)})
        workspace.note("directory", version=version)
        keep_calendar(workspace)
        manifest = replace(
            manifest_of(workspace, "directory", Recipient(scope="subordinates"), own.serial),
            directory=_body(workspace, version),
        )
        enrolled_keys = (one.age_recipient for one in enrolled(workspace))
        return sign_into_outbox(
            workspace,
            manifest,
            {},
            own,
            recipients=sorted({*own_recipients(workspace), *enrolled_keys}),
            recipient_code=None,
            number=version,
        )


def is_published(workspace: Workspace) -> bool:
    """Say whether the last directory tells what holds now: revocations, units and settings.

    It must have left the outbox. One that a restore has lost, with what it told, tells nothing. An
    office that never enrolled anybody has nobody to tell.
    """
    published = workspace.document("published")
    if not published:
        return True
    made = workspace.store.exchanged.outgoing("directory")
    left = any(one.sequence == published["version"] and one.written_at for one in made)
    return left and _told(workspace).items() <= published.items()


def _told(workspace: Workspace) -> dict[str, Json]:
    authority = workspace.document("authority")
    switches = cast("Json", switches_of(workspace))
    policy = workspace.document("policy")
    # Only where it was ever chosen: what was published before tells nothing of it.
    wanted = {name: policy[name] for name in ("signatures", "since") if name in policy}
    return {
        **wanted,
        "list_number": authority["list_number"],
        "units": workspace.units.version,
        "policy": policy_of(workspace).import_policy,
        "switches": switches,
        "calendar": table_in_force(workspace).version,
    }


@dataclass(frozen=True, slots=True)
class Told:
    """A workspace that the office's directory names: its unit (key), and what to seal to.

    ``recipient`` is the age key of the workspace, ``seal`` that of its head, None where unknown.
    """

    unit: str
    workspace: str
    recipient: str
    seal: str | None


def told_receivers(workspace: Workspace) -> list[Told]:
    """Return whom the directory names that was installed here; nobody before there is one."""
    bodies = workspace.document("directory").get("bodies", [])
    return [
        Told(str(one["unit"]), str(one["workspace"]), str(one["age_recipient"]), one["seal"])
        for one in cast("list[Mapping[str, str | None]]", bodies)
    ]


def enrolled(workspace: Workspace) -> list[Certified]:
    """Return the certificates that are in force, the newest of each person's workspace."""
    newest: dict[tuple[str, str], Certified] = {}
    for one in workspace.store.exchanged.certificates():
        if one.revoked_at is None:
            newest[(one.workspace, one.person)] = one
    return list(newest.values())


def _body(workspace: Workspace, version: int) -> DirectoryBody:
    authority = cast("Mapping[str, str]", workspace.document("authority"))
    certified = enrolled(workspace)
    # What is confidential is sealed to who is in command: his entry comes after his officers'.
    receivers = {
        one.workspace: Receiver(
            unit=unit_ref(parse_unit_key(one.unit)),
            workspace=one.workspace,
            age_recipient=one.age_recipient,
            seal=one.seal if one.role != "officer" else None,
        )
        for one in sorted(certified, key=lambda one: one.role != "officer")
    }
    return DirectoryBody(
        version=version,
        authority=bytes.fromhex(authority["certificate"]),
        certificates=tuple(one.der for one in certified),
        recipients=tuple(receivers.values()),
        revocation_list=bytes.fromhex(authority["revocation_list"]),
        units=table_of(workspace.units),
        code_tables=CodeTables(version=workspace.catalogue.version),
        calendar=table_in_force(workspace),
        policy=policy_of(workspace),
        switches=switches_of(workspace),
    )
