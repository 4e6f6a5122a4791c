"""Puts the resources folder into the wheel, and only there."""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShipResources(BuildHookInterface[Any]):
    """Ships ``resources`` as ``antq_desktop/_data/resources``, where ``assets.py`` looks first.

    An editable install ("editable" instead of "standard") gets no copy: it would go stale.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder to what a standard wheel includes."""
        if version == "standard":
            build_data["force_include"]["resources"] = "antq_desktop/_data/resources"
