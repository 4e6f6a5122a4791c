"""The entry point: builds every object and connects them; the only module that knows all."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from antq_desktop.cli.run import run
from antq_desktop.cli.session import Program
from antq_desktop.crypto.tokens import ARGUMENT
from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.services.clock import Clock

if TYPE_CHECKING:
    from antq_desktop.cli.session import Start


def main() -> int:
    """Run the command line of this process and return its exit code."""
    if sys.argv[1:] == [ARGUMENT]:
        from antq_desktop.crypto import token_helper  # nothing else loads a token's library

        return token_helper.main()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A pipe on Windows has an old code page without Vietnamese letters.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return run(sys.argv[1:], Program(load_catalogue(), Clock, _open_window))


def _open_window(start: Start) -> int:
    from antq_desktop.gui import application  # Qt takes a while; no other command needs it

    return application.run(
        start.paths,
        load_catalogue(),
        Clock(),
        application.Start(start.language, start.user, start.passphrase),
    )
