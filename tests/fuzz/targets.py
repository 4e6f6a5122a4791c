"""What is fuzzed: each parser that reads bytes from outside, and what it may answer.

A target takes any bytes and returns, or raises what this program says of bad input. Whatever else
it raises is a finding. Where something was taken, what was read must be what was written.
"""

from __future__ import annotations

import io
import json
import tempfile
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.asic_manifest import parse_asic_manifest, write_asic_manifest
from antq_desktop.bundle.case_lines import case_lines as written_lines
from antq_desktop.bundle.case_lines import read_case_lines
from antq_desktop.bundle.cases import CaseRecord, case_name
from antq_desktop.bundle.container import Container
from antq_desktop.bundle.limits import Limits
from antq_desktop.bundle.lines import read_lines, write_lines, write_sealed
from antq_desktop.bundle.manifest import parse_manifest, to_bytes
from antq_desktop.bundle.names import is_possible
from antq_desktop.bundle.parts import assemble, join, read_list
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.bundle.transfers import read_sealed
from antq_desktop.cli.recovery import read_sheet
from antq_desktop.crypto.canonical import NotCanonical, dump, load
from antq_desktop.crypto.certificates import read_certificate, read_request, read_revocation_list
from antq_desktop.crypto.digests import same_fingerprint, sha256_hex
from antq_desktop.crypto.reading import BadCertificate
from antq_desktop.crypto.sealing import (
    NotAnIdentity,
    NotARecipient,
    NotSealedToUs,
    SealDamaged,
    check_recipient,
    identity_from,
    unseal_bytes,
)
from antq_desktop.crypto.signatures import SignatureRefused, Trust, verify, verify_self_signed
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import parse_unit_key, parse_units_csv
from antq_desktop.errors import Refusal
from antq_desktop.services.taking_in import _report
from antq_desktop.store.backup import verify as verify_backup
from antq_desktop.store.keyfile import read_keys, write_keys
from tests.unit.bundle.world import MOMENT, PERIOD, WORKSPACE
from tests.vectors.bodies import revocation_list
from tests.vectors.members import authority_named, identity
from tests.vectors.of_cases import RECORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Target = Callable[[bytes], None]

LIMITS = Limits(unpacked=1 << 24, files=500)
SIGNED = b"<a/>"
CUT = b"\n--\n"
"""Stands between a list of parts and each part, which are files of their own."""
_TOLD = tuple(
    CaseRecord(
        record=RECORD,
        register="disputes",
        number=number,
        whole=number > 1,
        sealed=(),
        withheld=(),
        kept_files=(),
    )
    for number in (1, 2)
)
"""What the manifests of the vectors say of the record whose lines are fuzzed."""


def container(data: bytes) -> None:
    """Read a ZIP file; what is taken, zipfile reads in the same way."""
    try:
        found = Container(io.BytesIO(data), LIMITS)
        read = {name: found.read(name, 1 << 20) for name in found.names}
    except BundleRefused:
        return
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(data)) as file:
        assert {name: file.read(name) for name in file.namelist()} == read
    assert all(map(is_possible, read))


def digests(data: bytes) -> None:
    """Read ASiCManifest001.xml; what is taken, is read again when it is written as we write."""
    try:
        found = parse_asic_manifest(data)
    except BundleRefused:
        return
    if all(map(is_possible, found)):
        assert parse_asic_manifest(write_asic_manifest(found)) == found


def cms(data: bytes) -> None:
    """Judge a signature over bytes that we know, by an authority and by itself."""
    for judge in (lambda: verify(SIGNED, data, _trust()), lambda: _by_itself(data)):
        try:
            judge()
        except SignatureRefused:
            continue


def certificate(data: bytes) -> None:
    """Read a certificate."""
    try:
        found = read_certificate(data)
    except BadCertificate:
        return
    assert found.der == data


def revocation(data: bytes) -> None:
    """Read a revocation list of an authority that we know."""
    try:
        read_revocation_list(data, authority_named("authority").der)
    except BadCertificate:
        return


def request(data: bytes) -> None:
    """Read a PKCS#10 request."""
    try:
        found = read_request(data)
    except BadCertificate:
        return
    assert found.holder.person


def manifest(data: bytes) -> None:
    """Read a manifest; what is taken has one spelling."""
    try:
        found = parse_manifest(data)
    except BundleRefused:
        return
    assert to_bytes(found) == data


def records(data: bytes) -> None:
    """Read lines of records; what is taken has one spelling."""
    try:
        found = list(read_lines(io.BytesIO(data), "disputes", "records/disputes.jsonl"))
    except BundleRefused:
        return
    again = b"".join(dump({"header": one.header, "shared": one.shared}) + b"\n" for one in found)
    assert again == data


def books(data: bytes) -> None:
    """Read whole lines of books that are handed over; what is taken has one spelling."""
    name, again = "records/disputes.jsonl", io.BytesIO()
    try:
        found = list(read_lines(io.BytesIO(data), "disputes", name, whole=True))
    except BundleRefused:
        return
    write_lines(again, ((one.header, one.shared, one.private or {}) for one in found))
    assert again.getvalue() == data


def sealed_parts(data: bytes) -> None:
    """Read the confidential parts of books that are handed over; what is taken has one spelling."""
    stated, again = data.count(b"\n"), io.BytesIO()
    try:
        found = list(read_sealed(io.BytesIO(data), stated, LIMITS))
    except BundleRefused:
        return
    assert write_sealed(again, ((one.digest, one.blob) for one in found)) == stated
    assert again.getvalue() == data


def case_lines(data: bytes) -> None:
    """Read the revisions of a record that is handed over; what is taken has one spelling."""
    for told in _TOLD:
        try:
            found = list(read_case_lines(io.BytesIO(data), told, case_name(told.record)))
        except BundleRefused:
            continue
        rows = ((one.header, one.shared, one.private or {}) for one in found)
        assert written_lines(rows) == data


def report(data: bytes) -> None:
    """Read the figures of a period."""
    try:
        body, version = _report(data, PERIOD, {WORKSPACE})
    except (NotCanonical, Refusal, KeyError, TypeError, ValueError, AttributeError):
        return  # all of them are one refusal at the import
    assert dump(body) == data
    assert version == body["version"]


def canonical(data: bytes) -> None:
    """Read canonical JSON; what is taken, the standard library reads in the same way."""
    try:
        found = load(data)
    except NotCanonical:
        return
    assert dump(found) == data
    assert json.loads(data) == found


def age(data: bytes) -> None:
    """Open a seal."""
    try:
        unseal_bytes(data, [identity("receiver")])
    except (NotSealedToUs, SealDamaged):
        return


def units(data: bytes) -> None:
    """Read a table of units."""
    try:
        parse_units_csv(data.decode("utf-8", "replace"))
    except Refusal:
        return


def parts(data: bytes) -> None:
    """Read a list of parts and join what lies beside it; what is joined is what it speaks of."""
    first, *pieces = data.split(CUT)
    with _file("a.sha256", first) as path:
        listed = read_list(path)
        if listed is None:
            return
        path.write_text(listed.as_text(), encoding="ascii")
        assert read_list(path) == listed
        for number, piece in enumerate(pieces, 1):
            (path.parent / listed.part_name(number)).write_bytes(piece)
        files = [one for one in path.parent.iterdir() if one != path]
        (found,), strange = assemble([listed], files)
        assert not {*found.missing} & {*found.damaged}
        assert not {*strange} & {*found.found}
        target = io.BytesIO()
        if found.complete and join(found, target):
            assert sha256_hex(target.getvalue()) == listed.whole


def keys(data: bytes) -> None:
    """Read keys.json; what is taken has one spelling."""
    with _file("keys.json", data) as path:
        try:
            found = read_keys(path)
        except Refusal:
            return
        write_keys(path, found)
        again = read_keys(path)
    assert again == found


def backup(data: bytes) -> None:
    """Check a backup without its key."""
    with _file("a.antq-backup", data) as path, suppress(Refusal):
        verify_backup(path)


def typed(data: bytes) -> None:
    """Read what people type from paper: keys, fingerprints, units, periods, recovery sheets."""
    text = data.decode("utf-8", "replace")
    for read, refusals in (
        (identity_from, NotAnIdentity),
        (check_recipient, NotARecipient),
        (parse_unit_key, Refusal),
        (parse_period, Refusal),
    ):
        try:
            cast("Callable[[str], object]", read)(text)
        except refusals:
            continue
    digits = "".join(one for one in text if not one.isspace() and one not in ":-")
    assert same_fingerprint(text, "0" * 64) == (digits == "0" * 64)
    with _file("sheet.txt", data) as path, suppress(Refusal):
        read_sheet(path)


def _by_itself(data: bytes) -> None:
    verify_self_signed(SIGNED, data, MOMENT)


@cache
def _trust() -> Trust:
    authority = authority_named("authority")
    return Trust((authority.der,), (revocation_list("authority"),), MOMENT)


@contextmanager
def _file(name: str, data: bytes) -> Iterator[Path]:
    """Give a file with these bytes, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="antq-fuzz-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


TARGETS: dict[str, Target] = {
    one.__name__: one
    for one in (
        container,
        digests,
        cms,
        certificate,
        revocation,
        request,
        manifest,
        records,
        books,
        sealed_parts,
        case_lines,
        report,
        canonical,
        age,
        units,
        parts,
        keys,
        backup,
        typed,
    )
}
