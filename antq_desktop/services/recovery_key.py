"""The recovery key of an open workspace: what holds it, another one in its place, and the drill.

A new key is made in two steps. First it is put on paper, and only its public half is kept. Then
what stands on the paper is typed back; only when that is the new key does it take the place of the
old one: the database key is sealed to it, every confidential part gains it and loses the old, and
the database is written anew at the close, so that the old paper opens nothing that is made later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.crypto.recovery import (
    SHARE_WORDS,
    SHARES,
    all_words,
    combine,
    identity_of,
    known_word,
    new_secret,
    read_share,
    split,
)
from antq_desktop.crypto.sealing import NotAnIdentity, identity_from, new_identity
from antq_desktop.errors import Refusal
from antq_desktop.services.sealing_to import seal_everything
from antq_desktop.services.workspace import moment_of
from antq_desktop.store.keyfile import open_with_recovery, with_recovery, write_keys
from antq_desktop.store.rewriting import DUE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from antq_desktop.crypto.recovery import Share
    from antq_desktop.crypto.sealing import Identity
    from antq_desktop.services.workspace import Workspace

    Tell = Callable[[int, int], object]

__all__ = [
    "DRILL_EVERY",
    "SHARES",
    "SHARE_WORDS",
    "Standing",
    "Waiting",
    "all_words",
    "check_share",
    "confirm",
    "drill",
    "drill_due",
    "drop_waiting",
    "known_word",
    "new_shares",
    "new_sheet",
    "secret_of",
    "settle_recovery",
    "standing",
]

DRILL_EVERY: Final = timedelta(days=365)
"""How long a drill counts: envelopes are lost, and those who keep them move."""
_DOCUMENT, _NEXT = "recovery", "recovery_next"


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds the recovery key: ``share_set`` None is one sheet.

    ``since`` and ``drilled`` are None where it is the sheet of the first start, and where nobody
    has tried it since; ``waiting`` is a key that is on paper and not typed back yet, its set None
    for a sheet.
    """

    share_set: int | None
    since: datetime | None
    drilled: datetime | None
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A new key on paper, to be typed back: the set of its shares, None for a sheet; since when."""

    share_set: int | None
    at: datetime


def standing(workspace: Workspace) -> Standing:
    """Return what holds the recovery key now, and when it was tried last."""
    body, coming = workspace.document(_DOCUMENT), workspace.document(_NEXT)
    if body.get("recipient") not in (None, workspace.keys.recovery):
        body = {}
    waiting = None
    if coming:
        at = cast("datetime", moment_of(coming["at"]))
        waiting = Waiting(cast("int | None", coming["set"]), at)
    return Standing(
        workspace.keys.recovery_set,
        moment_of(body.get("since")),
        moment_of(body.get("drilled")),
        waiting,
    )


def drill_due(workspace: Workspace) -> bool:
    """Say whether the paper should be tried: never tried, or more than a year ago."""
    tried = standing(workspace).drilled
    return tried is None or workspace.clock.now() - tried > DRILL_EVERY


def new_shares(workspace: Workspace) -> tuple[Share, ...]:
    """Make three shares of a new recovery key, to be printed; the one in use stays until then.

    They are nowhere else. Whoever asks again before they are typed back makes these worthless.
    """
    secret = new_secret()
    shares = split(secret)
    _await(workspace, identity_of(secret), shares[0].set)
    return shares


def new_sheet(workspace: Workspace) -> str:
    """Make a new recovery key for one sheet, as `new_shares`; return its secret."""
    identity = new_identity()
    _await(workspace, identity, None)
    return identity.secret


def _await(workspace: Workspace, identity: Identity, share_set: int | None) -> None:
    workspace.require_head()
    with workspace.store.atomic():
        workspace.store.meta.set(
            _NEXT,
            {"recipient": identity.recipient, "set": share_set, "at": workspace.clock.stamp()},
        )
        workspace.note("recovery_prepared", shares=SHARES if share_set is not None else 0)


def drop_waiting(workspace: Workspace) -> None:
    """Forget a key that is on paper and was not typed back; the one in use stays."""
    workspace.require_head()
    with workspace.store.atomic():
        workspace.store.meta.drop(_NEXT)


def secret_of(shares: Sequence[str]) -> str:
    """Return the recovery key of shares as they were typed; Refusal as `read_share`, `combine`."""
    return identity_of(combine([read_share(one) for one in shares])).secret


def check_share(text: str, share_set: int | None, before: Sequence[str] = ()) -> Share:
    """Read one typed share, of the set that is wanted and another one than those before.

    Refusal as `read_share`, ``shares.other_set`` and ``shares.twice``.
    """
    share = read_share(text)
    if share_set is not None and share.set != share_set:
        raise Refusal("shares.other_set", first=share_set, second=share.set)
    if share.number in {read_share(one).number for one in before}:
        raise Refusal("shares.twice", number=share.number)
    return share


def _identity(secret: str) -> Identity:
    try:
        return identity_from(secret)
    except NotAnIdentity:
        raise Refusal("users.wrong_recovery") from None


def confirm(
    workspace: Workspace,
    *,
    sheet: str | None = None,
    shares: Sequence[str] = (),
    old: str | None = None,
    tell: Tell = lambda _done, _total: None,
) -> None:
    """Put the new key in place of the old one, once it is typed back from its paper.

    Of shares all three are wanted, of a sheet the whole key. ``old`` is the key of before, needed
    only where there are confidential parts that this head cannot open.

    Refusal ``recovery.nothing_waits``, ``recovery.all_three``, ``recovery.other_paper`` where it is
    not the key that was made last, ``recovery.parts_closed`` (``count``), and as `secret_of`.
    """
    workspace.require_head()
    coming = cast("Mapping[str, str]", workspace.document(_NEXT))
    if not coming:
        raise Refusal("recovery.nothing_waits")
    if coming["set"] is not None and len(shares) != SHARES:
        raise Refusal("recovery.all_three")
    identity = _identity(secret_of(shares) if coming["set"] is not None else sheet or "")
    if identity.recipient != coming["recipient"]:
        raise Refusal("recovery.other_paper")
    openers = [workspace.opened.seal]
    if old is not None:
        open_with_recovery(workspace.keys, old)
        openers.append(_identity(old))
    for opener in openers:
        seal_everything(workspace.store, opener, identity.recipient, tell)
    closed = workspace.store.seals.closed_to([identity.recipient])
    if closed:
        raise Refusal("recovery.parts_closed", count=closed)
    _replace(workspace, identity.recipient)


def _replace(workspace: Workspace, recipient: str) -> None:
    coming = workspace.document(_NEXT)
    share_set = cast("int | None", coming["set"])
    keys = with_recovery(workspace.keys, recipient, share_set, workspace.opened.database_key)
    with workspace.store.atomic():
        # Written down first which key goes: a power cut after the key file is finished by `settle`.
        workspace.store.meta.set(_NEXT, {**coming, "old": workspace.keys.recovery})
    with workspace.store.atomic():
        write_keys(workspace.paths.data / "keys.json", keys)
        workspace.keys = keys
        _finish(workspace)


def settle_recovery(workspace: Workspace) -> None:
    """Finish what a power cut broke off, then hold the key file to what the database knows.

    Whoever can write into the folder can put a key of his own into ``keys.json``, and all that is
    sealed later would be his to open. The database, which he cannot write, keeps the recipient too:
    where they differ its own stands, and the journal tells.
    """
    coming = workspace.document(_NEXT)
    if coming.get("old") and coming["recipient"] == workspace.keys.recovery:
        with workspace.store.atomic():
            _finish(workspace)
    known, keys = workspace.document(_DOCUMENT), workspace.keys
    recipient = cast("str | None", known.get("recipient"))
    if recipient is None or "set" not in known:
        # Of a program that did not keep it here: what is there now is held to from now on.
        begun = {"recipient": keys.recovery, "set": keys.recovery_set}
        with workspace.store.atomic():
            workspace.store.meta.set(_DOCUMENT, {**begun, **known})
        recipient = recipient or keys.recovery
    share_set = cast("int | None", workspace.document(_DOCUMENT)["set"])
    if (recipient, share_set) == (keys.recovery, keys.recovery_set):
        return
    mended = with_recovery(keys, recipient, share_set, workspace.opened.database_key)
    write_keys(workspace.paths.data / "keys.json", mended)
    workspace.keys = mended
    with workspace.store.atomic():
        workspace.note("keys_mended")


def _finish(workspace: Workspace) -> None:
    coming, meta = workspace.document(_NEXT), workspace.store.meta
    at = workspace.clock.stamp()
    workspace.store.seals.drop(str(coming["old"]))
    # Typed back from paper a moment ago: that was the first drill.
    body = {"recipient": coming["recipient"], "set": coming["set"], "since": at, "drilled": at}
    meta.set(_DOCUMENT, body)
    meta.set(DUE, {"recovery": coming["old"]})
    meta.drop(_NEXT)
    workspace.note("recovery_replaced", shares=SHARES if coming["set"] is not None else 0)


def drill(workspace: Workspace, secret: str) -> None:
    """Try the paper without using it: it opens the database key and every part; keep the day.

    Nothing else changes. Refusal where it is not the key of this workspace, or does not open a part
    (``recovery.drill_parts``, ``count``).
    """
    workspace.require_head()
    if open_with_recovery(workspace.keys, secret) != workspace.opened.database_key:
        raise Refusal("users.wrong_recovery")
    identity = _identity(secret)
    closed = workspace.store.seals.closed_to([identity.recipient])
    if closed:
        raise Refusal("recovery.drill_parts", count=closed)
    with workspace.store.atomic():
        body = workspace.document(_DOCUMENT)
        kept = body if body.get("recipient") == identity.recipient else {}
        at = workspace.clock.stamp()
        body = {**kept, "recipient": identity.recipient, "drilled": at}
        workspace.store.meta.set(_DOCUMENT, body)
        workspace.note("recovery_drill")
