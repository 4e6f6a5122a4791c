"""Vectors: signers whom an authority of the State certified, under a further anchor."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography import x509

from tests.unit.bundle.world import MOMENT
from tests.vectors.bodies import FURTHER_DUE, FURTHER_LATER, FURTHER_REVOKED, FURTHER_STOLEN
from tests.vectors.cms import WHOLE
from tests.vectors.members import FOREIGN, Ways
from tests.vectors.of_second import OFFICER, once, twice
from tests.vectors.packing import bundle, signed_by
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
P384, RSA = replace(FOREIGN, key="signer-p384"), replace(FOREIGN, key="signer-rsa2048")
NAMED = replace(FOREIGN, named=True)
ELSEWHERE = replace(FOREIGN, holder=replace(FOREIGN.holder, unit_code="13288"))
BELOW, GONE = replace(FOREIGN, issuer="centre"), replace(FOREIGN, issuer="centre-gone")
ENDED, EARLY = replace(FOREIGN, ends=MOMENT - DAY), replace(FOREIGN, begins=MOMENT + DAY)
FIRST = replace(FOREIGN, key="officer-p256", holder=OFFICER)
LOG_ON = replace(
    FOREIGN,
    usage=x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=True,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    ),
)


def _made(ways: Ways) -> Callable[[], bytes]:
    return lambda: bundle(signed_by(ways))


def foreign() -> Iterator[Vector]:
    """Yield what an office says of them: who is assigned, with a list and without one."""
    for name, ways in {"p256": FOREIGN, "p384": P384, "rsa2048": RSA}.items():
        yield Vector(
            name=f"foreign-{name}",
            about="under a further anchor, assigned to the unit; its list is at hand",
            anchor="state",
            lists=True,
            assigned=(ways,),
            make=_made(ways),
        )
    yield Vector(
        name="foreign-revoked",
        about="the list of the further anchor revokes the signer",
        rule="signature_revoked",
        anchor="state",
        lists=True,
        assigned=(FURTHER_REVOKED,),
        make=_made(FURTHER_REVOKED),
    )
    yield Vector(
        name="foreign-unlisted",
        about="there is no list of the further anchor",
        holds="signer_unlisted",
        row="V3",
        anchor="state",
        assigned=(FOREIGN,),
        make=_made(FOREIGN),
    )
    yield Vector(
        name="foreign-list-last-second",
        about="one second before the next list of the further anchor is due",
        anchor="state",
        lists=True,
        at=FURTHER_DUE - SECOND,
        assigned=(FOREIGN,),
        make=_made(FOREIGN),
    )
    yield Vector(
        name="foreign-list-ended",
        about="the next list of the further anchor is due",
        holds="signer_list_ended",
        row="V3",
        anchor="state",
        lists=True,
        at=FURTHER_DUE + SECOND,
        assigned=(FOREIGN,),
        make=_made(FOREIGN),
    )
    yield from _in_time()
    yield from _of_nobody()
    yield from _below()
    yield from _second()


def _of_nobody() -> Iterator[Vector]:
    for name, ways, about in (
        ("unassigned", FOREIGN, "nobody has said whose the certificate is"),
        ("named", NAMED, "it names a unit in our way, which counts for nothing under that anchor"),
    ):
        yield Vector(
            name=f"foreign-{name}",
            about=about,
            rule="signature_unassigned",
            row="O4",
            anchor="state",
            lists=True,
            assigned=(P384,),
            make=_made(ways),
        )
    yield Vector(
        name="foreign-elsewhere",
        about="it is assigned to another unit than the manifest says",
        rule="signer_unit",
        row="O5",
        anchor="state",
        lists=True,
        assigned=(ELSEWHERE,),
        make=_made(ELSEWHERE),
    )
    yield Vector(
        name="foreign-log-on",
        about="a certificate to log on with: nobody answers for what it signs",
        rule="signature_usage",
        row="O4",
        anchor="state",
        lists=True,
        assigned=(LOG_ON,),
        make=_made(LOG_ON),
    )


def _in_time() -> Iterator[Vector]:
    for name, ways, rule, about in (
        ("expired", ENDED, "signature_expired", "the certificate has ended"),
        ("not-yet-valid", EARLY, "signature_not_yet_valid", "the certificate is of tomorrow"),
        ("revoked-after", FURTHER_LATER, None, "it came before the day of revocation"),
    ):
        yield Vector(
            name=f"foreign-{name}",
            about=f"under a further anchor: {about}",
            rule=rule,
            row=None if rule else "V1",
            anchor="state",
            lists=True,
            assigned=(ways,),
            make=_made(ways),
        )
    yield Vector(
        name="foreign-stolen",
        about="under a further anchor: it came after the key was lost and before that was told",
        holds="signer_doubted",
        row="V2",
        anchor="state",
        lists=True,
        assigned=(FURTHER_STOLEN,),
        make=_made(FURTHER_STOLEN),
    )


def _made_whole(ways: Ways) -> Callable[[], bytes]:
    """Return how a bundle is made whose signature has the authorities above its signer in it."""
    return lambda: bundle(signed_by(ways, WHOLE))


def _below() -> Iterator[Vector]:
    """Yield signers under an authority that stands between them and the further anchor."""
    yield Vector(
        name="foreign-below",
        about="an authority stands between; the lists of both are at hand",
        anchor="nation",
        between="centre",
        lists=True,
        assigned=(BELOW,),
        make=_made_whole(BELOW),
    )
    for lacks in ("centre", "nation"):
        yield Vector(
            name=f"foreign-below-unlisted-{lacks}",
            about=f"an authority stands between; there is no list of {lacks}",
            holds="signer_unlisted",
            row="V3",
            anchor="nation",
            between="centre",
            lists=True,
            lacks=lacks,
            assigned=(BELOW,),
            make=_made_whole(BELOW),
        )
    yield Vector(
        name="foreign-below-revoked",
        about="the list of the anchor revokes the authority that stands between",
        rule="signature_revoked",
        anchor="nation",
        between="centre",
        lists=True,
        assigned=(GONE,),
        make=_made_whole(GONE),
    )


def _made_twice(head: Ways) -> Callable[[], bytes]:
    return lambda: bundle(twice(head, FIRST))


def _second() -> Iterator[Vector]:
    """Yield bundles that two people signed, both under a further anchor."""
    for name, about, rule, row, assigned in (
        ("two", "both are assigned, the first as an officer", None, None, (FIRST, FOREIGN)),
        (
            "two-unassigned",
            "nobody has said whose the second certificate is",
            "signature_unassigned",
            "O4",
            (FIRST,),
        ),
        (
            "two-officer",
            "who signed second is assigned as an officer",
            "second_signer_role",
            "O6",
            (FIRST, replace(FOREIGN, holder=replace(OFFICER, person="Lê Thử"))),
        ),
    ):
        head = next((one for one in assigned if one is not FIRST), FOREIGN)
        yield Vector(
            name=f"foreign-{name}",
            about=about,
            rule=rule,
            row=row,
            anchor="state",
            lists=True,
            assigned=assigned,
            make=_made_twice(head),
        )
    yield Vector(
        name="foreign-two-unlisted",
        about="two under a further anchor, and there is no list of it",
        holds="signer_unlisted",
        row="V3",
        anchor="state",
        assigned=(FIRST, FOREIGN),
        make=_made_twice(FOREIGN),
    )
    yield Vector(
        name="foreign-two-stripped",
        about="the second signature was taken away",
        rule="second_signature_missing",
        row="O6",
        anchor="state",
        lists=True,
        assigned=(FIRST, FOREIGN),
        make=lambda: bundle(once(FIRST)),
    )
