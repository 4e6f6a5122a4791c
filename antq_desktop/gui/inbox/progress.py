"""How far a batch of bundles is: counts, rows of the one in work, and the time that is left."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject

from antq_desktop.gui.common.wording import number

_SECOND, _MINUTE = 1000, 60_000
_SURE = 3
"""After so many bundles the time that is left is worth telling."""


class Progress(QObject):
    """Counts the pieces of work of one batch and says how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._done = self._total = 0
        self._since = QElapsedTimer()

    @property
    def counts(self) -> tuple[int, int]:
        """How many are done, of how many."""
        return self._done, self._total

    def begin(self) -> None:
        """Begin a batch."""
        self._done = self._total = 0
        self._since.start()

    def add(self) -> None:
        """Count one more that is to be done."""
        self._total += 1

    def drop(self, count: int) -> None:
        """Take back what will not be done."""
        self._total -= count

    def end(self) -> None:
        """Count one that is done."""
        self._done += 1

    def text(self, rows: int = 0) -> str:
        """Return how far it is in words; ``rows`` are those of the bundle in work."""
        return self._told(self.tr("{count} dòng").format(count=number(rows)) if rows else "")

    def reading(self, read: int, size: int) -> str:
        """Return how far it is; of the bundle in work, bytes are read from its medium."""
        share = 100 * read // size if size else 0
        return self._told(self.tr("đọc {share}%").format(share=min(share, 100)))

    def _told(self, inside: str) -> str:
        parts = [
            self.tr("Đang xem {done} trên {total} gói").format(
                done=number(self._done + 1), total=number(self._total)
            )
        ]
        if inside:
            parts.append(inside)
        left = self._left()
        if left is not None:
            parts.append(left)
        return " · ".join(parts)

    def _left(self) -> str | None:
        """Return the time that is left, once it can be told from what was done."""
        if self._done < _SURE:
            return None
        left = self._since.elapsed() * (self._total - self._done) // self._done
        if left < _MINUTE:
            seconds = max(left // _SECOND, 1)
            return self.tr("còn khoảng {count} giây").format(count=number(seconds))
        return self.tr("còn khoảng {count} phút").format(count=number(-(-left // _MINUTE)))
