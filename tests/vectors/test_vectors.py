"""Every vector gets its verdict, from us and from the real tools; the closed table is closed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.rules.sources import ROOT
from tests.vectors import make
from tests.vectors.cases import HEAVY
from tests.vectors.cases import VECTORS as ALL
from tests.vectors.judging import (
    ACCEPTS,
    CANNOT,
    REFUSES,
    TOOLS,
    Tools,
    office_verdict,
    our_verdict,
    province,
)
from tests.vectors.members import KEYS, VECTORS, authority_named, identity, member
from tests.vectors.of_certificates import STATES
from tests.vectors.packing import SIGNER, usual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from tests.vectors.vector import Vector

    Row = dict[str, Any]

TABLE: dict[str, Row] = {
    row["name"]: row for row in json.loads(make.TABLE.read_text(encoding="utf-8"))
}
MADE = [*HEAVY, *(vector for vector in ALL if not vector.committed)]
KIBIBYTES = 300 * 1024
"""What a reader may need at its peak, the interpreter and its libraries included."""


def closed_table() -> dict[str, tuple[str, set[str]]]:
    """Return the rows of section 8 of docs/bundle-format.md: tool and rules by their sign."""
    text = (ROOT / "docs" / "bundle-format.md").read_text(encoding="utf-8")
    section = text[text.index("\n## 8.") : text.index("\n## 9.")]
    rows = re.findall(r"^\| ([A-Z]\d+) \| (\w+) \| .* \| ([^|]*) \|$", section, re.MULTILINE)
    return {sign: (tool, set(re.findall(r"`(\w+)`", rules))) for sign, tool, rules in rows}


def explained(row: Row, table: dict[str, tuple[str, set[str]]]) -> bool:
    """Tell whether the tools agree with the verdict, or the closed table says which does not."""
    said = row["tools"]
    if row["verdict"] == "accepted" and row["row"] is None:
        return REFUSES not in said.values()
    if row["row"] is None:
        return row["verdict"] == "refused" and REFUSES in said.values()
    tool, rules = table[row["row"]]
    if row["verdict"] != "refused":
        return said[tool] == REFUSES and (row["rule"] or "accepted") in rules
    return said[tool] == ACCEPTS and row["rule"] in rules


def written(vector: Vector, folder: Path) -> Path:
    """Return the file of a vector: the committed one, or one that is made now."""
    if vector.committed:
        return VECTORS / vector.file
    path = folder / vector.file
    path.write_bytes(vector.make())
    return path


@pytest.fixture(scope="session")
def above(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the open workspace of the province; judging changes nothing in it."""
    with province(tmp_path_factory.mktemp("above")) as workspace:
        yield workspace


@pytest.mark.slow
@pytest.mark.parametrize("vector", ALL, ids=lambda vector: vector.name)
def test_a_vector(
    vector: Vector,
    tmp_path: Path,
    above: Workspace,
    record_property: Callable[[str, object], None],
) -> None:
    row = TABLE[vector.name]
    path = written(vector, tmp_path)
    if vector.office:
        ours = office_verdict(above, path)
    else:
        trust = make.trust_of(vector)
        ours = our_verdict(path, identity("receiver"), trust, tmp_path, vector.succession)
    assert ours == (row["verdict"], row["rule"] or row.get("remark", ""))
    lists = VECTORS / row["revocation_list"] if row["revocation_list"] else None
    trusted = KEYS / "receiver.age.txt", VECTORS / row["anchor"]
    tools = Tools(tmp_path, *trusted, lists, further="assigned" in row)
    said = tools.judge(path, datetime.fromisoformat(row["at"]), sealed=vector.sealed)
    assert said == row["tools"]
    assert explained(row, closed_table())
    record_property("matrix", [vector.name, row["rule"] or "-", row["row"] or "", *said.values()])


def test_the_table_is_the_one_that_is_made() -> None:
    assert list(TABLE) == [vector.name for vector in ALL]
    for vector in ALL:
        row = TABLE[vector.name]
        assert row == make.row_of(vector, row["tools"])


def test_the_files_are_those_of_the_table() -> None:
    files = {path.name for path in VECTORS.glob("*.antq")}
    assert files == {row["file"] for row in TABLE.values() if row["file"]}


def test_the_closed_table_is_closed() -> None:
    table = closed_table()
    found: dict[str, set[str]] = defaultdict(set)
    for row in TABLE.values():
        if row["row"]:
            found[row["row"]].add(row["rule"] or "accepted")
    assert found == {sign: rules for sign, (_, rules) in table.items()}
    assert {tool for tool, _ in table.values()} <= set(TOOLS)
    assert {row["name"] for row in TABLE.values() if not explained(row, table)} == set()


REMARKS = {
    *("answer_foreign", "answer_left_out", "answer_unknown"),
    *("attachment_missing", "report_differs"),
    *("created_ahead", "created_outside", "nested_not_counted", "nested_base_missing"),
    *("case_unknown", "list_old"),
}
"""What is accepted, and remarked: there is no refusal that a reader could share."""
OTHERWISE = {
    "returned": "an officer decides, not a reader: tests/unit/services/test_withholding",
    "put_on_hold": "as `returned`",
    "row_rule": "about rows that the office judges: tests/unit/services/test_reason_words",
    "nesting": "four containers in one another, each a whole office: tests/unit/bundle/test_nested",
    "chain": "the word is a member of the manifest; as a rule it is about the importing office",
    **dict.fromkeys(
        ("attachment_type", "attachment_unlisted", "row_attachments"),
        "about rows that the importing office has: tests/unit/services/test_attachments_carried",
    ),
    **dict.fromkeys(
        ("case_parts", "row_not_canonical", "row_unit", "row_value", "row_workspace"),
        "about rows that the receiving body judges: tests/unit/services/test_cases_forged",
    ),
    **dict.fromkeys(
        ("pen_elsewhere", "pen_foreign", "sealed_part", "transfer_unit", "transfer_workspace"),
        "about whose books the receiver may take: tests/unit/services/test_transfers",
    ),
    **dict.fromkeys(
        ("put_on_hold", "returned"),
        "what an officer says of a bundle that is sound: tests/unit/services/test_withholding",
    ),
    "counts": "the word is a member of the manifest; as a rule it is about rows that are taken in",
}
"""Rules that the document names and that no vector shows, and why."""


def test_every_reason_of_the_document_has_a_vector_or_a_reason_why_not() -> None:
    text = (ROOT / "docs" / "bundle-format.md").read_text(encoding="utf-8")
    words = (ROOT / "resources" / "messages" / "en.toml").read_text(encoding="utf-8")
    known = set(re.findall(r'^\["bundle\.(\w+)"\]$', words, re.MULTILINE))
    named = set(re.findall(r"`(\w+)`", text)) & known
    # Behind the reason of a row stands the rule of its register.
    shown = {str(row["rule"]).partition(".")[0] for row in TABLE.values() if row["rule"]}
    shown |= {str(row["remark"]) for row in TABLE.values() if "remark" in row}
    assert named - shown == REMARKS | OTHERWISE.keys()
    assert shown <= known


def test_every_state_of_a_certificate_has_its_vectors() -> None:
    """For both sides of each border: what is taken, and what is not."""
    shown = {name for names in STATES.values() for name in names}
    assert shown <= TABLE.keys()
    states = {name for name in TABLE if name.startswith(("certificate-", "foreign-"))}
    assert states - shown == {"certificate-other-revoked"}
    assert {TABLE[name]["verdict"] for name in STATES["foreign without a list"]} == {"held"}
    document = (ROOT / "docs" / "bundle-format.md").read_text(encoding="utf-8")
    told = document[document.index("The states of a certificate") : document.index("`keys/` has")]
    whole = {name for state in STATES.values() for name in state if f"`{name}`" in told}
    assert {name for name in shown if name.startswith("certificate-")} == {
        name for name in whole if name.startswith("certificate-")
    }
    for state in ("expired", "not yet valid", "revoked in between", "predecessor unit"):
        assert len({TABLE[name]["verdict"] for name in STATES[state]}) > 1, state


def test_a_disagreement_without_a_row_would_be_found() -> None:
    row = TABLE["cms-two"]
    table = closed_table()
    assert explained(row, table)
    assert not explained(row | {"row": None}, table)
    assert not explained(row | {"rule": "container"}, table)
    assert not explained(row | {"row": "S1"}, table)
    assert not explained(row | {"tools": dict.fromkeys(TOOLS, CANNOT)}, table)
    good = TABLE["good-submission"]
    assert not explained(good | {"tools": good["tools"] | {"openssl": REFUSES}}, table)
    held = TABLE["certificate-stolen-known"]
    assert explained(held, table)
    assert not explained(held | {"row": None}, table)
    assert not explained(held | {"row": "V1"}, table)


def test_certificates_last_and_are_made_from_the_keys() -> None:
    for anchor in make.ANCHORS:
        assert (VECTORS / f"{anchor}.pem").read_bytes() == authority_named(anchor).pem
    ours = [authority_named("authority"), member(SIGNER)]
    assert {one.certificate.not_valid_after_utc.year for one in ours} == {2099}
    assert usual() == usual()


JUDGE = """
import json, sys
from pathlib import Path
from tests.vectors.cases import HEAVY, VECTORS
from tests.vectors.judging import our_verdict
from tests.vectors.make import trust_of
from tests.vectors.members import identity

folder = Path(sys.argv[1])
found = {}
for vector in (*HEAVY, *VECTORS):
    if not vector.committed:
        path = folder / vector.file
        _, found[vector.name] = our_verdict(path, identity("receiver"), trust_of(vector), folder)
status = Path("/proc/self/status").read_text()
(peak,) = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
print(json.dumps({"found": found, "peak": int(peak)}))
"""


@pytest.mark.slow
def test_the_largest_are_refused_in_little_memory(tmp_path: Path) -> None:
    for vector in MADE:
        written(vector, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", JUDGE, tmp_path],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    said = json.loads(done.stdout)
    assert said["found"] == {vector.name: vector.rule for vector in MADE}
    assert said["peak"] < KIBIBYTES, f"{said['peak'] >> 10} MiB"
