"""README.txt of a bundle: how to check it by hand, with the exact commands."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from antq_desktop.assets import asset

if TYPE_CHECKING:
    from antq_desktop.bundle.manifest import Manifest


class _Text(Template):
    """The commands are full of dollar signs, so values stand behind another sign."""

    delimiter = "@"


def readme(manifest: Manifest) -> bytes:
    """Return the text for one bundle; the same manifest gives the same bytes."""
    unit = manifest.sender.unit
    values = {
        "unit": unit.name,
        "code": unit.code,
        "created": manifest.created_at.isoformat(sep=" "),
        "epoch": str(int(manifest.created_at.timestamp())),
        "kind": manifest.kind,
    }
    second = _filled("bundle-readme-second.txt", values) if manifest.signatures != 1 else ""
    practice = _filled("bundle-readme-practice.txt", {}) if manifest.class_ == "practice" else ""
    parts = {"second": second, "practice": practice}
    return _filled("bundle-readme.txt", {**values, **parts}).encode()


def _filled(name: str, values: dict[str, str]) -> str:
    template = asset("templates", name).read_text(encoding="utf-8")
    return _Text(template).substitute(values)
