"""The list of a register, and the history of the record that is marked in it."""

from antq_desktop.gui.records.presenter import build

__all__ = ["build"]
