"""What one person has set on one PC; nothing in here is needed to read the registers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Literal

import msgspec

from antq_desktop.paths import replace_file

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The language and looks of the windows, and who unlocked last (None: nobody has yet).

    ``appearance`` "system" follows the PC; ``text_percent`` is the size of text, 100 to 200;
    ``token_module`` the library (PKCS#11) that came with the tokens of this PC.
    """

    language: Literal["vi", "en"] = "vi"
    last_user: str | None = None
    appearance: Literal["system", "light", "dark"] = "system"
    text_percent: int = 100
    token_module: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings; ``kept_aside`` is the new name of a file that could not be understood."""

    settings: Settings
    kept_aside: Path | None = None


def load_settings(path: Path) -> Loaded:
    """Read the settings; a file that is not there means the defaults, an unreadable one is kept.

    Members that this version does not know are passed over. Raises OSError where the file can
    neither be read nor be renamed.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Loaded(Settings())
    try:
        return Loaded(msgspec.json.decode(content, type=Settings))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Loaded(Settings(), _keep_aside(path))


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings as a whole, readable by their owner only; raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(path, msgspec.json.format(msgspec.json.encode(settings)) + b"\n")


def _keep_aside(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.unreadable-{number}") for number in count(1))
    return path.rename(next(name for name in names if not name.exists()))
