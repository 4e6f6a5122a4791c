"""Vectors: requests that ask for what is not theirs, and what nobody has sealed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from antq_desktop.bundle import names
from antq_desktop.crypto.canonical import dump
from tests.unit.bundle.world import HOLDER
from tests.vectors.bodies import SELF_SIGNED, request_files
from tests.vectors.cms import WHOLE
from tests.vectors.members import member
from tests.vectors.packing import stored, with_signature
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Iterator


def requests() -> Iterator[Vector]:
    """Yield what is wrong with a file that is not sealed."""
    yield Vector(
        name="request-unit",
        about="a request for another unit than the one that its certificate names",
        rule="signer_unit",
        row="O5",
        sealed=False,
        make=lambda: _changed(sender__unit__code="13288"),
    )
    yield Vector(
        name="request-key",
        about="a request for a person whom its certificate does not name",
        rule="request_key",
        row="O5",
        sealed=False,
        make=lambda: _changed(request__person="Trần Thị Mẫu"),
    )
    yield Vector(
        name="request-other-key",
        about="a request to certify another key than the one that signs",
        rule="request_key",
        row="O5",
        sealed=False,
        make=_other_key,
    )
    yield Vector(
        name="unsealed-newer",
        about="a newer format that nobody has sealed: only its own certificate speaks for it",
        rule="newer_format",
        row="S3",
        sealed=False,
        make=lambda: _changed(format="antq-bundle/2", more=1),
    )


def _changed(**changes: Any) -> bytes:
    """Return a request with other members in its manifest; ``a__b`` is b in a."""
    files = request_files(SELF_SIGNED)
    value = msgspec.json.decode(files[names.MANIFEST])
    for path, new in changes.items():
        *above, last = path.split("__")
        inner = value
        for name in above:
            inner = inner[name]
        inner[last] = new
    return _signed({**files, names.MANIFEST: dump(value)})


def _other_key() -> bytes:
    """Return a request that asks for the key and name of somebody else."""
    other = replace(SELF_SIGNED, key="signer-p384", holder=replace(HOLDER, person="Lò Thị Mẫu"))
    files = request_files(SELF_SIGNED)
    value = msgspec.json.decode(files[names.MANIFEST])
    asked = msgspec.json.decode(request_files(other)[names.MANIFEST])
    value["request"] = asked["request"]
    return _signed({**files, names.MANIFEST: dump(value)})


def _signed(files: dict[str, bytes]) -> bytes:
    inside = {name: data for name, data in files.items() if not name.startswith("META-INF/")}
    return stored(with_signature(inside, member(SELF_SIGNED), WHOLE))
