"""The names of the targets: known before anything that is fuzzed is imported."""

from __future__ import annotations

from typing import Final

NAMES: Final = (
    "container",
    "digests",
    "cms",
    "certificate",
    "revocation",
    "request",
    "manifest",
    "records",
    "books",
    "sealed_parts",
    "case_lines",
    "report",
    "canonical",
    "age",
    "units",
    "parts",
    "keys",
    "backup",
    "typed",
)
