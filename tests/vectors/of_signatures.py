"""Vectors: signatures that openssl takes and we do not, and those that nobody takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from asn1crypto import cms, crl, tsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from antq_desktop.bundle import names
from antq_desktop.crypto.issuing import AUTHORITY_USAGE
from tests.unit.bundle.world import HOLDER, MOMENT
from tests.unit.bundle.zip_edits import flip
from tests.vectors.bodies import REVOKED, revocation_list
from tests.vectors.cms import USUAL, WHOLE, Form, signature
from tests.vectors.members import DEMO, Ways, member, office
from tests.vectors.packing import (
    bundle,
    content,
    sender_of,
    signed_by,
    usual,
    with_signature,
)
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.vectors.cms import Attributes

RSA = Ways(key="signer-rsa2048")
OTHER_UNIT = replace(HOLDER, unit_code="13288", unit_name="Công an phường Khác")
SECOND = Ways(key="second-p256", holder=OTHER_UNIT)


def signatures() -> Iterator[Vector]:
    """Yield everything that is wrong with a signature or with its signer."""
    for rule, name, about, row, make in (*_forms(), *_certificates()):
        yield Vector(name=f"cms-{name}", about=about, rule=rule, row=row, make=make)
    yield Vector(
        name="cms-expired",
        about="the certificate had ended",
        rule="signature_expired",
        make=lambda: bundle(signed_by(Ways(ends=MOMENT - timedelta(days=1)))),
    )
    yield Vector(
        name="cms-not-yet-valid",
        about="the certificate had not begun",
        rule="signature_not_yet_valid",
        make=lambda: bundle(signed_by(Ways(begins=MOMENT + timedelta(days=1)))),
    )
    yield Vector(
        name="cms-revoked",
        about="the certificate is on the revocation list",
        rule="signature_revoked",
        lists=True,
        make=lambda: bundle(signed_by(REVOKED)),
    )
    yield Vector(
        name="cms-large",
        about="a signature of more than 1 MiB",
        rule="file_size",
        row="U10",
        committed=False,
        make=_large,
    )


def _case(
    rule: str, name: str, about: str, row: str | None, form: Form = USUAL, ways: Ways | None = None
) -> tuple[str, str, str, str | None, Callable[[], bytes]]:
    def make() -> bytes:
        return bundle(signed_by(ways or Ways(), form))

    return f"signature_{rule}", name, about, row, make


def _forms() -> Iterator[tuple[str, str, str, str | None, Callable[[], bytes]]]:
    bare = Form(bare=True)
    yield _case("no_signed_attributes", "bare", "no signed attributes", "O1", bare)
    named = Form(attributes=partial(_leave_out, "signing_certificate_v2"))
    yield _case("signing_certificate", "unnamed", "no signing-certificate-v2", "O1", named)
    yield _case("signing_certificate", "misnamed", "another one", "O1", Form(attributes=_misname))
    yield _case(
        "content_type",
        "type",
        "the content type is not id-data",
        "O1",
        Form(attributes=_other_type, after=_other_content),
    )
    for missing, rule in (("content_type", "content_type"), ("message_digest", "message_digest")):
        form = Form(attributes=partial(_leave_out, missing))
        yield _case(rule, f"no-{missing.replace('_', '-')}", f"no {missing}", None, form)
    second = member(SECOND)
    yield _case("signers", "two", "two signers", "O2", Form(more=(second,)))
    none = Form(after=lambda signed: signed.__setitem__("signer_infos", []))
    yield _case("signers", "none", "no signer", None, none)
    yield _case("detached_only", "inside", "the content lies inside", "O2", Form(after=_inside))
    yield _case("profile", "by-key", "the signer is named by his key", "O2", Form(by_key=True))
    yield _case("profile", "unsigned", "an unsigned attribute", "O2", Form(after=_unsigned))
    yield _case("profile", "crl", "a revocation list inside", "O2", Form(after=_with_list))
    yield _case("profile", "version", "another version", "O2", Form(after=_version))
    many = Form(chain=(member(Ways()),), after=_many)
    yield _case("profile", "many", "nine certificates", "O2", many)
    for weak in ("sha1", "sha224"):
        yield _case("algorithm", weak, f"digest {weak}", "O3", Form(digest=weak))
    yield _case("algorithm", "mixed", "digest and signature differ", None, Form(mixed="sha512"))
    yield _case("algorithm", "named-sha1", "named by SHA-1", "O3", Form(attributes=_named_by_sha1))
    yield _case("bad_signature", "value", "another value", None, Form(value=lambda v: flip(v, -1)))
    yield (
        "signature_message_digest",
        "of-another",
        "the signature of another bundle",
        None,
        lambda: bundle({**usual(), names.SIGNATURE: signature(b"other", member(Ways()))}),
    )
    yield (
        "signature_not_cms",
        "text",
        "no CMS at all",
        None,
        lambda: bundle({**usual(), names.SIGNATURE: b"no"}),
    )


def _certificates() -> Iterator[tuple[str, str, str, str | None, Callable[[], bytes]]]:
    yield _case("weak_key", "rsa1024", "RSA 1024", "O3", ways=Ways(key="signer-rsa1024"))
    yield _case("weak_key", "p521", "ECDSA P-521", "O3", ways=Ways(key="signer-p521"))
    ed25519 = Ways(key="signer-ed25519")
    yield _case("algorithm", "ed25519", "Ed25519", None, Form(digest="sha512"), ed25519)
    yield _case("usage", "uncritical", "usage not critical", "O4", ways=Ways(critical=False))
    yield _case("usage", "no-usage", "no key usage", "O4", ways=Ways(usage=None))
    mail = Ways(extended=ExtendedKeyUsageOID.EMAIL_PROTECTION)
    yield _case("usage", "mail", "for signing mail", "O4", ways=mail)
    code = Ways(extended=ExtendedKeyUsageOID.CODE_SIGNING)
    yield _case("usage", "code", "for signing programs", None, ways=code)
    authority = Ways(usage=AUTHORITY_USAGE, path_length=0)
    yield _case("usage", "authority", "signed by an authority", None, ways=authority)
    yield _case("holder", "nobody", "no holder of ours in it", "O4", ways=Ways(named=False))
    foreign = Ways(issuer="other")
    yield _case("untrusted", "foreign", "the chain of another office", None, ways=foreign)
    namesake = Ways(key="second-p256", holder=office(DEMO))
    yield _case("untrusted", "namesake", "the signer has his office's name", None, ways=namesake)
    own = Ways(issuer=None)
    yield _case("untrusted", "self", "self-signed", None, ways=own)
    issued = Ways(key="second-p256", issuer="signer-p256")
    chained = Form(chain=(member(Ways()),))
    yield _case("untrusted", "by-signer", "issued by a signer", None, chained, issued)
    deep = Ways(issuer="below")
    yield _case("untrusted", "deep", "below the path length", None, WHOLE, deep)
    yield _case("damaged", "stray", "a stray certificate", "O2", Form(after=_stray))
    yield (
        "signer_unit",
        "other-unit",
        "the manifest names another unit",
        "O5",
        lambda: bundle(signed_by(SECOND, sender=sender_of(member(SECOND)))),
    )
    yield (
        "class",
        "other-class",
        "a certificate for practice under a real manifest",
        "O5",
        _other_class,
    )
    yield (
        "signer_certificate",
        "other-serial",
        "the manifest names another certificate of the signer",
        "O5",
        lambda: bundle(with_signature(content(), member(RSA))),
    )


def _leave_out(name: str, found: Attributes) -> None:
    del found[name]


def _misname(found: Attributes) -> None:
    found["signing_certificate_v2"] = tsp.SigningCertificateV2(
        {"certs": [{"cert_hash": bytes(32)}]}
    )


def _named_by_sha1(found: Attributes) -> None:
    named = {"hash_algorithm": {"algorithm": "sha1"}, "cert_hash": bytes(20)}
    found["signing_certificate_v2"] = tsp.SigningCertificateV2({"certs": [named]})


def _other_type(found: Attributes) -> None:
    found["content_type"] = "1.2.3.4"


def _other_content(signed: Any) -> None:
    signed["encap_content_info"] = {"content_type": "1.2.3.4"}


def _inside(signed: Any) -> None:
    signed["encap_content_info"] = {"content_type": "data", "content": b"other"}


def _unsigned(signed: Any) -> None:
    attribute = {"type": "1.2.3.4", "values": [cms.OctetString(b"x")]}
    signed["signer_infos"][0]["unsigned_attrs"] = [attribute]


def _with_list(signed: Any) -> None:
    signed["crls"] = [crl.CertificateList.load(revocation_list("authority"))]


def _version(signed: Any) -> None:
    signed["version"] = "v3"


def _many(signed: Any) -> None:
    one = signed["certificates"][0].chosen
    signed["certificates"] = [one] * 9


def _stray(signed: Any) -> None:
    certificates = [choice.chosen for choice in signed["certificates"]]
    stranger = cms.Certificate.load(member(Ways(issuer="other")).der)
    signed["certificates"] = [*certificates, stranger]


def _other_class() -> bytes:
    real: dict[str, Any] = {"class": "real"}
    return bundle(signed_by(Ways(), USUAL, **real))


def _large() -> bytes:
    def pad(signed: Any) -> None:
        import random

        noise = random.Random(1).randbytes(1 << 20)
        attribute = {"type": "1.2.3.4", "values": [cms.OctetString(noise)]}
        signed["signer_infos"][0]["unsigned_attrs"] = [attribute]

    return bundle(signed_by(Ways(), Form(after=pad)))
