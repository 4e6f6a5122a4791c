"""From one screen of an office to a thing on another: the bundle, the request."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from antq_desktop.gui.authority.presenter import AuthorityPresenter
    from antq_desktop.gui.inbox.presenter import InboxPresenter
    from antq_desktop.gui.shell.desk import Desk

_INBOX, _AUTHORITY = "inbox", "authority"


def show_bundle(desk: Desk, digest: str) -> None:
    """Show a bundle that came in where bundles are, once what is shown may be left."""
    cast("InboxPresenter", desk.screen(_INBOX)).show_bundle(digest)
    desk.go(_INBOX)


def show_request(desk: Desk, fingerprint: str) -> None:
    """Show a request for a certificate where it is answered, once what is shown may be left."""
    desk.go(_AUTHORITY)
    cast("AuthorityPresenter", desk.screen(_AUTHORITY)).open_request(fingerprint)
