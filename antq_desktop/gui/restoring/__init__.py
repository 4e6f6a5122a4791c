"""Bringing the books back from a backup on a PC that has none: what it holds, then restored."""

from antq_desktop.gui.restoring.presenter import RestoringPresenter, open_restoring

__all__ = ["RestoringPresenter", "open_restoring"]
