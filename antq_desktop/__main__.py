"""Lets ``python -m antq_desktop`` do what the command ``antq-desktop`` does."""

from __future__ import annotations

import sys

from antq_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
