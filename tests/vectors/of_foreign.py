"""Vectors: signers whom an authority of the State certified, under a further anchor."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography import x509

from tests.vectors.bodies import FURTHER_DUE, FURTHER_REVOKED
from tests.vectors.members import FOREIGN, Ways
from tests.vectors.packing import bundle, signed_by
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECOND = timedelta(seconds=1)
P384, RSA = replace(FOREIGN, key="signer-p384"), replace(FOREIGN, key="signer-rsa2048")
NAMED = replace(FOREIGN, named=True)
ELSEWHERE = replace(FOREIGN, holder=replace(FOREIGN.holder, unit_code="13288"))
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
    yield from _of_nobody()


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
