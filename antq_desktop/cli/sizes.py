"""Sizes as people write them: ``20MB``, ``1,5 GB``; a megabyte is a million bytes."""

from __future__ import annotations

import re

import click

from antq_desktop.cli.base import WrongUsage
from antq_desktop.cli.session import Session
from antq_desktop.messages import label

_UNITS = {"": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
_SIZE = re.compile(r"(\d{1,12})(?:[.,](\d{1,3}))?\s*([KMG]?B)?", re.IGNORECASE | re.ASCII)


class Size(click.ParamType[int]):
    """An option that is a number of bytes."""

    name = "size"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the bytes; wrong usage for anything else."""
        del param
        if isinstance(value, int):
            return value
        found = _SIZE.fullmatch(str(value).strip())
        if found is None:
            session = ctx.find_object(Session) if ctx is not None else None
            language = session.language if session is not None else "vi"
            raise WrongUsage(label("cli.bad_size", language, size=str(value)), ctx)
        whole, part, unit = found[1], found[2] or "", (found[3] or "").upper()
        return int(whole + part) * _UNITS[unit] // int(10 ** len(part))


SIZE = Size()
