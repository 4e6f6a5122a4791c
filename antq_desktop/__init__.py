"""ANTQ Desktop: the registers of a commune police post, and what is reported from them."""

from __future__ import annotations

__version__ = "0.1.0"
