"""Many new records of one short register typed or pasted into a table."""

from antq_desktop.gui.entry.many.presenter import build

__all__ = ["build"]
