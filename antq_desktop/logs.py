"""The log: what happened and where, never whose record it was.

A log leaves the post with the PC or with a request for help, so it holds no personal data. Three
rules, kept by the formatter and not by the good will of who writes a line:

- the text of an exception is never written, only its type and the lines of code it came through;
- of the values in a line only numbers and UUIDs are written, of others the type;
- of a library's line only its name and place are written.
"""

from __future__ import annotations

import logging
import secrets
from collections import deque
from collections.abc import Iterator, Mapping
from logging.handlers import RotatingFileHandler
from traceback import walk_tb
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from antq_desktop.paths import Paths

_OURS = "antq_desktop"
_FILE = "antq-desktop.log"
_BYTES = 1_000_000
_OLD_FILES = 5
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is read as another one over the telephone

_log = logging.getLogger(__name__)


class _File(RotatingFileHandler):
    """Our file; a line that cannot be written (a full disk) must not stop the work."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Do nothing: the usual answer is a traceback on standard error."""


class _Formatter(logging.Formatter):
    """Writes a record by the three rules above."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and below it where an exception came from."""
        head = f"{self.formatTime(record)} {record.levelname} {record.name} {_line(record)}"
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([head, *_origins(error)])


def configure(paths: Paths) -> None:
    """Write the log to ``paths.logs``, a file of 1 MB and the five before it, from INFO upward.

    Called again, it changes over to the new folder. Raises OSError if the folder cannot be made.
    """
    paths.logs.mkdir(mode=0o700, parents=True, exist_ok=True)
    stop()
    handler = _File(
        paths.logs / _FILE,
        maxBytes=_BYTES,
        backupCount=_OLD_FILES,
        encoding="utf-8",
        delay=True,
    )
    handler.setFormatter(_Formatter())
    logging.getLogger().addHandler(handler)
    logging.getLogger(_OURS).setLevel(logging.INFO)
    _silence("pyhanko", "pyhanko_certvalidator")


def stop() -> None:
    """Close the log file, if there is one: on Windows an open file keeps its folder."""
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each, _File)]:
        root.removeHandler(handler)
        handler.close()


def reference() -> str:
    """Return a new short random name for one failure, as ``K7QF-2M9D``."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def log_fault(error: BaseException) -> str:
    """Log where ``error`` came from, without its text; return the reference shown to the person."""
    name = reference()
    _log.error("fault", exc_info=error, extra={"reference": name})
    return name


def last_lines(paths: Paths, most: int) -> list[str]:
    """Return the last lines of the log, the newest last; none where it cannot be read."""
    try:
        with (paths.logs / _FILE).open(encoding="utf-8", errors="replace") as file:
            return [line.rstrip("\n") for line in deque(file, most)]
    except OSError:
        return []


def _silence(*loggers: str) -> None:
    """Stop loggers that write the signer's name with each signature that fails."""
    for name in loggers:
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:  # without one, logging would write to standard error
            logger.addHandler(logging.NullHandler())


def _line(record: logging.LogRecord) -> str:
    if record.name != _OURS and not record.name.startswith(f"{_OURS}."):
        return f"line {record.lineno} of {record.module}"
    values: object = record.args
    if isinstance(values, Mapping):
        text = str(record.msg) % {name: _shown(value) for name, value in values.items()}
    elif isinstance(values, tuple) and values:
        text = str(record.msg) % tuple(_shown(value) for value in values)
    else:
        text = str(record.msg)
    name = getattr(record, "reference", "")
    return f"{text} {name}".rstrip()


def _shown(value: object) -> object:
    return value if isinstance(value, int | float | UUID) else f"<{type(value).__name__}>"


def _origins(error: BaseException | None) -> Iterator[str]:
    """Yield the type and the places of ``error`` and of what caused it, the last cause last."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        kind = type(error)
        yield f"  {kind.__module__}.{kind.__qualname__}"
        for frame, line in walk_tb(error.__traceback__):
            module = frame.f_globals.get("__name__", "?")
            yield f"    {module}:{line} {frame.f_code.co_name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
