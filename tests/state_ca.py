"""Authorities of others for the tests, made by openssl alone: certificates, lists, signatures."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast
from zipfile import ZipFile

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import write_asic_manifest
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import seal_bytes
from antq_desktop.services.arriving import unseal
from tests.unit.bundle.world import packed

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

YEAR = timedelta(days=365)
_CONFIGURATION = """
[req]
distinguished_name = dn
[dn]
[ca]
default_ca = this
[this]
database = index.txt
serial = serial
crlnumber = crlnumber
certificate = own.pem
private_key = own.key
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
string_mask = utf8only
[any]
countryName = optional
organizationName = optional
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[person]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
extendedKeyUsage = emailProtection
subjectKeyIdentifier = hash
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs: certificate and key, and the file of the authorities above him."""

    certificate: Path
    key: Path
    chain: Path

    @property
    def serial(self) -> str:
        """The serial number as a manifest names it."""
        shown = ("x509", "-in", self.certificate, "-noout", "-serial")
        return _run(self.certificate.parent, *shown).partition("=")[2].strip().lower()

    def sign(self, data: bytes) -> bytes:
        """Return a detached CAdES signature over bytes."""
        folder = self.certificate.parent
        (folder / "signed").write_bytes(data)
        signer = ("-signer", self.certificate, "-inkey", self.key, "-certfile", self.chain)
        _run(
            folder,
            *("cms", "-sign", "-cades", "-binary", "-md", "sha256", "-nosmimecap"),
            *("-in", "signed", "-outform", "DER", "-out", "signature", *signer),
        )
        return (folder / "signature").read_bytes()


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority in a folder of its own; ``now`` is the time of the test's world."""

    folder: Path
    now: datetime

    @property
    def certificate(self) -> Path:
        """Its certificate, PEM."""
        return self.folder / "own.pem"

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of its certificate, as openssl tells it to people: with colons."""
        shown = _run(self.folder, "x509", "-in", "own.pem", "-noout", "-fingerprint", "-sha256")
        return shown.partition("=")[2].strip()

    def below(self, name: str, common_name: str) -> Authority:
        """Certify an authority under this one."""
        made = _new(self.folder.parent / name, self.now, common_name)
        self.certify(made.folder / "own.csr", made.certificate, "authority")
        return made

    def person(self, name: str, common_name: str, chain: Authority | None = None) -> Person:
        """Certify somebody who signs; ``chain`` goes along with what he signs, this one without."""
        request = _request(self.folder, name, common_name)
        certificate = self.folder / f"{name}.pem"
        self.certify(request, certificate, "person")
        return Person(certificate, self.folder / f"{name}.key", (chain or self).certificate)

    def listing(self, name: str, *, ends: timedelta = timedelta(days=30)) -> Path:
        """Make the next revocation list, PEM, made ten days ago; the next one is due after so long.

        It has the numbers 1, 2, 3, as they are asked for.
        """
        target = self.folder.parent / name
        since, until = _stamp(self.now - timedelta(days=10)), _stamp(self.now + ends)
        when = ("-crl_lastupdate", since, "-crl_nextupdate", until)
        _run(self.folder, "ca", *_USING, "-gencrl", "-out", target, *when)
        return target

    def revoke(self, person: Person, at: datetime) -> None:
        """Put somebody on the next list, as of a moment: openssl itself knows only its own."""
        _run(self.folder, "ca", *_USING, "-revoke", person.certificate)
        index = self.folder / "index.txt"
        told = re.sub(r"(?m)^(R\t\w+\t)\d+Z", rf"\g<1>{_stamp(at)[2:]}", index.read_text("utf-8"))
        index.write_text(told, "utf-8")

    def certify(self, request: Path, target: Path, kind: str, *more: str) -> None:
        """Certify a request as one of the kinds in its configuration."""
        days = ("-startdate", _stamp(self.now - YEAR), "-enddate", _stamp(self.now + YEAR))
        arguments = ("-batch", "-notext", "-utf8", "-extensions", kind, *days, *more)
        _run(self.folder, "ca", *_USING, *arguments, "-in", request, "-out", target)


_USING = ("-config", "openssl.cnf")


def root(folder: Path, now: datetime, common_name: str = "Gốc mẫu") -> Authority:
    """Make a root that is valid a year before and after ``now``."""
    made = _new(folder, now, common_name)
    made.certify(folder / "own.csr", made.certificate, "authority", "-selfsign")
    return made


def signed_anew(workspace: Workspace, bundle: Path, target: Path, person: Person) -> Path:
    """Return a commune's bundle as another program would sign it, with a certificate of others."""
    container = target.with_suffix(".container")
    unseal(workspace, bundle, container)
    recipients = cast("list[str]", workspace.document("directory")["recipients"])
    with ZipFile(container) as file:
        files = {one: file.read(one) for one in file.namelist() if "META-INF" not in one}
    manifest = cast("dict[str, Any]", canonical.load(files[names.MANIFEST]))
    manifest["sender"]["certificate"] = person.serial
    files[names.MANIFEST] = canonical.dump(manifest)
    listing = write_asic_manifest({name: sha256_hex(data) for name, data in files.items()})
    whole = {**files, names.ASIC_MANIFEST: listing, names.SIGNATURE: person.sign(listing)}
    target.write_bytes(seal_bytes(packed(whole), recipients))
    return target


def _new(folder: Path, now: datetime, common_name: str) -> Authority:
    folder.mkdir()
    (folder / "openssl.cnf").write_text(_CONFIGURATION, encoding="utf-8")
    (folder / "index.txt").touch()
    for name in ("serial", "crlnumber"):
        (folder / name).write_text("01\n", encoding="utf-8")
    _request(folder, "own", common_name)
    return Authority(folder, now)


def _request(folder: Path, name: str, common_name: str) -> Path:
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    subject = ("-utf8", "-subj", f"/C=VN/O=Mau/CN={common_name}")
    target = folder / f"{name}.csr"
    _run(folder, "req", "-new", *_USING, *key, *subject, "-keyout", f"{name}.key", "-out", target)
    return target


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%d%H%M%SZ")


def _run(folder: Path, *arguments: object) -> str:
    asked = ["openssl", *map(str, arguments)]
    return subprocess.run(asked, cwd=folder, check=True, capture_output=True, text=True).stdout
