"""The entry form: one form for every register, made from its declaration."""

from antq_desktop.gui.entry.presenter import build

__all__ = ["build"]
