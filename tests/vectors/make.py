"""Makes the files of the vectors and their table anew: ``make vectors``.

With ``ARGS=--new`` only those that are not there yet; the others stay as they are.

What is random (seals, RSA-PSS) differs each time; the keys stay, and so do the verdicts. The table
says of each tool what it really says: the tools are asked here, and again by the test.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.foreign import Further
from antq_desktop.crypto.signatures import Trust
from tests.vectors.bodies import revocation_list
from tests.vectors.cases import VECTORS as ALL
from tests.vectors.judging import Tools
from tests.vectors.members import KEYS, VECTORS, authority_named, identity, member

if TYPE_CHECKING:
    from tests.vectors.vector import Vector

TABLE = VECTORS / "vectors.json"
ANCHORS = ("authority", "upper", "state", "nation")


def main() -> None:
    """Write every file, or every new one; what no vector is any more is removed."""
    parser = argparse.ArgumentParser(prog="make vectors", description="make the test vectors")
    parser.add_argument("--new", action="store_true", help="leave those that are there")
    known = _known() if parser.parse_args().new else {}
    VECTORS.mkdir(exist_ok=True)
    stays = {TABLE.name, *(vector.file for vector in ALL if vector.name in known)}
    for old in VECTORS.glob("*.*"):
        if old.name not in stays:
            old.unlink()
    for name in ANCHORS:
        (VECTORS / f"{name}.pem").write_bytes(authority_named(name).pem)
    for vector in ALL:
        write_lists(VECTORS, vector)
    table = []
    for vector in ALL:
        if vector.name in known:
            table.append(row_of(vector, known[vector.name]))
            continue
        data = vector.make()
        if vector.committed:
            (VECTORS / vector.file).write_bytes(data)
        table.append(row_of(vector, tools_on(vector, data)))
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in table)
    TABLE.write_text(f"[\n{rows}\n]\n", encoding="utf-8")


def _known() -> dict[str, dict[str, str]]:
    """Return what the tools said of the vectors that are there, by their names."""
    rows = json.loads(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else []
    there = [row for row in rows if row["file"] is None or (VECTORS / row["file"]).exists()]
    return {row["name"]: row["tools"] for row in there}


def lists_of(vector: Vector) -> str | None:
    """Return the name of the file with the anchor and the lists at hand, None without a list."""
    if not vector.lists:
        return None
    return f"{vector.anchor}-with-list{f'-but-{vector.lacks}' if vector.lacks else ''}.pem"


def write_lists(folder: Path, vector: Vector) -> None:
    """Write the anchor and the lists at hand as openssl reads them."""
    name = lists_of(vector)
    if name is not None and not (folder / name).exists():
        lists = [x509.load_der_x509_crl(_list(one)) for one in vector.listed]
        pem = [one.public_bytes(serialization.Encoding.PEM) for one in lists]
        (folder / name).write_bytes(b"".join([authority_named(vector.anchor).pem, *pem]))


@cache
def _list(authority: str) -> bytes:
    return revocation_list(authority)


def trust_of(vector: Vector) -> Trust:
    """Return what our reader trusts when it judges a vector."""
    lists = tuple(_list(one) for one in vector.listed)
    anchors = (authority_named(vector.anchor).der,)
    if vector.assigned is None:
        return Trust(anchors, lists, vector.at)
    holders = {sha256_hex(member(one).der): one.holder for one in vector.assigned}
    own = (authority_named("authority").der,)
    return Trust(own, (), vector.at, further=Further(anchors, (), lists, holders))


def tools_on(vector: Vector, data: bytes) -> dict[str, str]:
    """Ask the tools about a vector."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path = folder / vector.file
        path.write_bytes(data)
        identity("receiver")
        lists = lists_of(vector)
        tools = Tools(
            folder,
            KEYS / "receiver.age.txt",
            VECTORS / f"{vector.anchor}.pem",
            VECTORS / lists if lists is not None else None,
            further=vector.assigned is not None,
        )
        return dict(tools.judge(path, vector.at, sealed=vector.sealed))


def row_of(vector: Vector, tools: dict[str, str]) -> dict[str, Any]:
    """Return what the table says of a vector; ``file`` is null for one that is made at need."""
    remark = {"remark": vector.remark} if vector.remark else {}
    assigned = {}
    if vector.assigned is not None:
        uris = {sha256_hex(member(one).der): one.holder.uri for one in vector.assigned}
        assigned = {"assigned": uris}
    return {
        "name": vector.name,
        "file": vector.file if vector.committed else None,
        "about": vector.about,
        "at": vector.at.isoformat(),
        "anchor": f"{vector.anchor}.pem",
        "revocation_list": lists_of(vector),
        **assigned,
        "verdict": vector.verdict,
        "rule": vector.rule or vector.holds,
        **remark,
        "row": vector.row,
        "tools": tools,
    }


if __name__ == "__main__":
    main()
