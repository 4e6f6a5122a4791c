"""Vectors: a second signature that is good, and all that may be wrong with one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import write_asic_manifest
from antq_desktop.crypto.digests import sha256_hex
from tests.unit.bundle.world import HOLDER
from tests.vectors.bodies import REVOKED, STOLEN
from tests.vectors.cms import signature
from tests.vectors.members import Ways, member
from tests.vectors.packing import bundle, content, sender_of, with_second, with_signature
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.unit.bundle.world import Files

OFFICER = replace(HOLDER, role="officer", person="Trần Thị Thử")
FIRST = Ways(key="officer-p256", holder=OFFICER)
HEAD = Ways()
OTHER_UNIT = replace(HOLDER, unit_code="13288", unit_name="Công an phường Khác")


def once(first: Ways = FIRST, **changes: Any) -> Files:
    """Return a bundle that waits for its second signature."""
    signer = member(first)
    values: dict[str, Any] = {"signatures": 2, "sender": sender_of(signer)} | changes
    return with_signature(content(**values), signer)


def twice(second: Ways = HEAD, first: Ways = FIRST, **changes: Any) -> Files:
    """Return a bundle that two people signed."""
    return with_second(once(first, **changes), member(second))


def second() -> Iterator[Vector]:
    """Yield a bundle with two good signatures, and all that is wrong with a second one."""
    yield Vector(
        name="good-two-signatures",
        about="prepared and signed by an officer, then signed by the head",
        make=lambda: bundle(twice()),
    )
    for rule, name, about, row, make in (*_missing(), *_covering(), *_people()):
        yield Vector(name=f"two-{name}", about=about, rule=rule, row=row, make=make)
    yield Vector(
        name="two-revoked",
        about="the certificate of the second signer is on the revocation list",
        rule="signature_revoked",
        lists=True,
        make=lambda: bundle(twice(REVOKED)),
    )
    yield Vector(
        name="two-stolen-known",
        about="it came after the key of the second signer was lost and before that was told",
        holds="signer_doubted",
        row="V2",
        lists=True,
        make=lambda: bundle(twice(STOLEN)),
    )


Case = tuple[str, str, str, str | None, "Callable[[], bytes]"]


def _case(rule: str, name: str, about: str, row: str | None, made: Callable[[], Files]) -> Case:
    return rule, name, about, row, lambda: bundle(made())


def _missing() -> Iterator[Case]:
    rule = "second_signature_missing"
    yield _case(rule, "stripped", "the second signature was taken away", "O6", once)
    for name, file in (("no-list", names.SECOND_MANIFEST), ("no-value", names.SECOND_SIGNATURE)):
        yield _case(rule, name, f"{file} was taken away", "O6", partial(_without, file))
    yield _case(
        "second_signature",
        "unannounced",
        "a second signature was added to a bundle that announces one",
        "O6",
        lambda: twice(first=HEAD, second=_named("deputy"), signatures=1),
    )


def _without(file: str) -> Files:
    return {name: data for name, data in twice().items() if name != file}


def _covering() -> Iterator[Case]:
    rule = "second_signature_covers"
    for name, left in (("first", names.SIGNATURE), ("records", "records/disputes.jsonl")):
        yield _case(
            rule,
            f"without-{name}",
            f"the second signature does not cover {left}",
            "O6",
            partial(_covering_all_but, left),
        )
    yield _case(rule, "other-digest", "it covers another first signature", None, _other_first)
    yield _case(
        "signature_message_digest",
        "of-another",
        "the second signature of another bundle",
        None,
        lambda: twice() | {names.SECOND_SIGNATURE: signature(b"other", member(HEAD))},
    )
    yield _case(
        "signature_not_cms",
        "text",
        "the second signature is no CMS at all",
        None,
        lambda: twice() | {names.SECOND_SIGNATURE: b"no"},
    )
    yield _case("asic_manifest", "comment", "a comment in the second list", "S1", _comment)


def _covering_all_but(left: str) -> Files:
    return with_second(once(), member(HEAD), without=[left])


def _listed(**changes: bytes) -> bytes:
    files = once() | {f"META-INF/{name}.p7s": data for name, data in changes.items()}
    digests = {name: sha256_hex(data) for name, data in files.items()}
    return write_asic_manifest(digests, names.SECOND_SIGNATURE)


def _other_first() -> Files:
    return with_second(once(), member(HEAD), xml=_listed(signature001=b"other"))


def _comment() -> Files:
    xml = _listed().replace(b"<asic:SigReference", b"<!-- -->\n<asic:SigReference")
    return with_second(once(), member(HEAD), xml=xml)


def _named(role: str, key: str = "second-p256", **holder: Any) -> Ways:
    return Ways(key=key, holder=replace(HOLDER, **({"role": role, "person": "Lê Thử"} | holder)))


def _people() -> Iterator[Case]:
    yield _case(
        "second_signer_role",
        "officer",
        "an officer signed second",
        "O6",
        lambda: twice(FIRST, first=HEAD),
    )
    yield _case(
        "second_signer_same",
        "same-key",
        "one key signed twice",
        "O6",
        lambda: twice(_named("head", key=FIRST.key)),
    )
    yield _case(
        "second_signer_same",
        "same-name",
        "one person signed twice, with two keys",
        "O6",
        lambda: twice(_named("head", person=OFFICER.person)),
    )
    yield _case(
        "signer_unit",
        "other-unit",
        "the head of another unit signed second",
        "O5",
        lambda: twice(Ways(key="second-p256", holder=OTHER_UNIT)),
    )
    yield _case(
        "class",
        "other-class",
        "the second certificate is a real one under a manifest for practice",
        "O5",
        lambda: twice(_named("head", practice=False)),
    )
    yield _case(
        "signature_untrusted",
        "foreign",
        "the second signer has the chain of another office",
        None,
        lambda: twice(Ways(key="second-p256", issuer="other")),
    )
