"""Writes a list into a file piece by piece, so that a million rows keep nobody waiting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.records.reading import spans_of
from antq_desktop.messages import shown_number
from antq_desktop.services.exporting_lists import ListExport, Table, fits_workbook

if TYPE_CHECKING:
    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.records.columns import Columns
    from antq_desktop.gui.records.reading import Reading
    from antq_desktop.gui.records.view import RecordsView
    from antq_desktop.messages import Language
    from antq_desktop.services.listing import Listed


class Exporting(QObject):
    """One export at a time; it goes on while the list is sorted and filtered further."""

    progressed = Signal(int, int)
    """How many rows are written, and how many there are."""
    ended = Signal()
    """Nothing is being written any more."""

    def __init__(
        self,
        view: RecordsView,
        asking: Asking,
        reading: Reading,
        failures: Failures,
        language: Language,
    ) -> None:
        super().__init__()
        self._view, self._language = view, language
        self._asking, self._reading, self._failures = asking, reading, failures
        self._listed: Listed | None = None
        self._stopped = False

    @property
    def running(self) -> bool:
        """Whether something is being written."""
        return self._listed is not None

    def ask(self, name: str, columns: Columns) -> None:
        """Write the rows that are selected, or every one of the filter, where the person says.

        What is being written is stopped instead. ``name`` is offered for the file.
        """
        listed = self._reading.listed
        if self.running:
            self._stopped = True
        elif listed is not None and listed.count:
            workbook, plain = self.tr("Bảng Excel (*.xlsx)"), self.tr("Bảng CSV (*.csv)")
            fits = fits_workbook(listed.count)
            self._view.choose_target(
                self.tr("Xuất danh sách"),
                ";;".join((workbook, plain) if fits else (plain, workbook)),
                f"{name}.xlsx" if fits else f"{name}.csv",
                lambda target: self._begin(target, columns),
            )

    def _begin(self, target: str, columns: Columns) -> None:
        """Write rows of the list that is there now, its columns from left to right."""
        listed, shown = self._reading.listed, self._view.table
        if self.running or listed is None or not listed.count:
            return
        spans, places = spans_of(shown.spans, listed.count), shown.places
        self._reading.lend(listed)
        self._listed, self._stopped = listed, False
        table = Table(
            columns.fields,
            [columns.label(at) for at in places],
            lambda row: [columns.text(at, row) for at in places],
        )
        self._asking.ask(
            lambda workspace: ListExport(workspace, listed, spans, Path(target), table),
            self._go_on,
            self._failed,
        )

    def _go_on(self, export: ListExport) -> None:
        if self._stopped:
            self._asking.ask(lambda _: export.stop(), lambda _: self._end(), self._failed)
            return

        def done(more: object) -> None:
            if more:
                self._say(export.count, export.total)
                self._go_on(export)
            else:
                self._end()
                text = self.tr("Đã xuất {count} hồ sơ.")
                self._failures.say(text.format(count=self._number(export.count)))

        self._asking.ask(export.step, done, self._failed)

    def _say(self, count: int, total: int) -> None:
        text = self.tr("Đã xuất {count} trên {total} hồ sơ…")
        if count == total:
            text = self.tr("Đã xuất {count} hồ sơ, đang ghép tệp…")
        self._view.show_progress(text.format(count=self._number(count), total=self._number(total)))
        self.progressed.emit(count, total)

    def _number(self, number: int) -> str:
        return shown_number(number, self._language)

    def _failed(self, error: BaseException) -> None:
        self._end()
        self._failures.show(error)

    def _end(self) -> None:
        if self._listed is not None:
            self._reading.give_back(self._listed)
            self._listed = None
        self._view.show_progress(None)
        self.ended.emit()
