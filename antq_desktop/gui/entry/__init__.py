"""The entry form: one form for every register, made from its declaration."""

from antq_desktop.gui.entry.presenter import build
from antq_desktop.gui.entry.typing import typing_keys

__all__ = ["build", "typing_keys"]
