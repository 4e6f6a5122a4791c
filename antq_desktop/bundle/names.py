"""Names inside a container: which are possible at all, and which each kind of bundle may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from antq_desktop.bundle.cases import FILES as CASE_FILES
from antq_desktop.bundle.refusals import refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from antq_desktop.bundle.manifest import Kind

MIMETYPE: Final = "mimetype"
MIMETYPE_CONTENT: Final = b"application/vnd.etsi.asic-e+zip"
README: Final = "README.txt"
MANIFEST: Final = "submission.json"
ASIC_MANIFEST: Final = "META-INF/ASiCManifest001.xml"
SIGNATURE: Final = "META-INF/signature001.p7s"
SECOND_MANIFEST: Final = "META-INF/ASiCManifest002.xml"
SECOND_SIGNATURE: Final = "META-INF/signature002.p7s"

IN_EVERY_BUNDLE: Final = frozenset({MIMETYPE, README, MANIFEST, ASIC_MANIFEST, SIGNATURE})
OF_THE_FIRST: Final = frozenset({ASIC_MANIFEST, SIGNATURE})
"""What the first signature is made of: the second covers it."""
OF_THE_SECOND: Final = frozenset({SECOND_MANIFEST, SECOND_SIGNATURE})
"""What is there besides where two people sign: both files, or neither."""
NOT_LISTED: Final = frozenset({MIMETYPE, MANIFEST}) | OF_THE_FIRST
"""Names that ``files`` of the manifest leaves out: it cannot hold its own digest."""

# ASCII only and at most two levels: every file system and every unzip takes these, and none of
# them can lead out of a folder.
_PART: Final = r"[0-9A-Za-z][0-9A-Za-z._-]{0,79}"
_POSSIBLE: Final = re.compile(rf"(?:{_PART}/)?{_PART}")
LONGEST: Final = 2 * 80 + 1
"""Characters of the longest possible name."""
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)

_REGISTER: Final = r"[a-z][a-z0-9_]{0,62}"
_PERIOD: Final = r"[0-9A-Z][0-9A-Z_-]{0,31}"
_NESTED: Final = r"[0-9A-Za-z][0-9A-Za-z-]{0,63}"
_UUID: Final = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

_SUBMITTED: Final = (
    rf"records/{_REGISTER}\.jsonl"
    rf"|reports/{_PERIOD}\.json"
    rf"|paper/{_PERIOD}\.pdf"
    rf"|attachments/{_UUID}"
)
_TRANSFERRED: Final = (
    rf"records/{_REGISTER}\.jsonl"
    rf"|reports/{_PERIOD}\.json"
    rf"|attachments/{_UUID}"
    r"|sealed\.jsonl"
)
_PATTERNS: Final[dict[Kind, str]] = {
    "request": r"(?!)",
    "directory": r"(?!)",
    "receipt": r"(?!)",
    "query": r"(?!)",
    "case": CASE_FILES,
    "submission": _SUBMITTED,
    "correction": _SUBMITTED,
    "transfer": _TRANSFERRED,
    "consolidated": rf"{_SUBMITTED}|bundles/{_NESTED}(?:\.receipt)?\.asice",
}
"""What each kind may hold besides the files that every bundle has."""


def is_possible(name: str) -> bool:
    """Say whether a name is safe as a file's name everywhere: no way out, no device, no dots."""
    if not _POSSIBLE.fullmatch(name):
        return False
    return not any(_DEVICES.match(part) or part.endswith(".") for part in name.split("/"))


def check_names(kind: Kind, names: Iterable[str]) -> None:
    """Raise BundleRefused (``name``) for a name that bundles of this kind do not have."""
    pattern = re.compile(_PATTERNS[kind])
    for name in names:
        if name not in IN_EVERY_BUNDLE and not pattern.fullmatch(name):
            raise refused("name", file=name)


def records_name(register: str) -> str:
    """Return the name of the file with the revisions of a register."""
    return f"records/{register}.jsonl"


def report_name(period: str) -> str:
    """Return the name of the file with the figures of a period."""
    return f"reports/{period}.json"


def attachment_name(attachment: str) -> str:
    """Return the name of an attachment by its id."""
    return f"attachments/{attachment}"


def attachment_of(name: str) -> str | None:
    """Return the id of an attachment, None for any other file."""
    return name.removeprefix("attachments/") if name.startswith("attachments/") else None


def paper_name(period: str) -> str:
    """Return the name of the file with the printed report of a period."""
    return f"paper/{period}.pdf"


def nested_name(stem: str) -> str:
    """Return the name of a subordinate's container."""
    return f"bundles/{stem}.asice"


def nested_receipt_name(stem: str) -> str:
    """Return the name of the container of the receipt for a subordinate's bundle."""
    return f"bundles/{stem}.receipt.asice"


def nested_stem(name: str) -> str | None:
    """Return what names a subordinate's container and its receipt, None for any other file."""
    found = re.fullmatch(rf"bundles/({_NESTED})\.asice", name)
    return found[1] if found else None


def is_nested(name: str) -> bool:
    """Say whether a file is a container inside this one."""
    return name.startswith("bundles/")


def register_of(name: str) -> str | None:
    """Return the register of a records file, None for any other file."""
    found = re.fullmatch(rf"records/({_REGISTER})\.jsonl", name)
    return found[1] if found else None


def period_of(name: str) -> str | None:
    """Return the period of a report or of its paper, None for any other file."""
    found = re.fullmatch(rf"reports/({_PERIOD})\.json|paper/({_PERIOD})\.pdf", name)
    return (found[1] or found[2]) if found else None
