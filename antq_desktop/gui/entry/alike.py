"""A quiet line below the form: a record of the same book may be about the same person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.theme import S
from antq_desktop.messages import label as message
from antq_desktop.services.duplicates import WHY_WORDS, likely
from antq_desktop.services.looking import show_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.entry.draft import OpenForm
    from antq_desktop.gui.entry.view import EntryView
    from antq_desktop.messages import Language
    from antq_desktop.services.duplicates import Likely
    from antq_desktop.services.workspace import Workspace

    Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CompareWanted:
    """What is compared with the record ``other``: ``record`` as it is stored, or a form's values.

    ``record`` is None where the form holds something that is not saved.
    """

    register: Register
    values: Values
    record: str | None
    other: str


class AlikeLine(QObject):
    """Looks for such records whenever the rules are run; it never keeps anybody from saving."""

    compare_asked = Signal(object)
    """A `CompareWanted`."""

    def __init__(self, view: EntryView, asking: Asking, language: Language) -> None:
        super().__init__(view)
        self._asking, self._language = asking, language
        self._form: OpenForm | None = None
        self._raw: Values | None = None
        self._wanted: CompareWanted | None = None
        self.bar = QWidget()
        self.said = label()
        self.compare = button(QCoreApplication.translate("Entry", "So sán&h…"))
        self.compare.setObjectName("compare")
        self.compare.clicked.connect(self._ask)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self.said, stretch=1)
        row.addWidget(self.compare)
        view.set_alike(self.bar)
        self.bar.hide()

    def offer(self, now: OpenForm) -> None:
        """Begin anew with a form."""
        self._form, self._raw = now, None
        self.bar.hide()

    def look(self, now: OpenForm, raw: Values) -> None:
        """Look for records that are like what stands in a form; ``raw`` is what is to be saved."""
        self._raw, record = raw, now.data.record

        def read(workspace: Workspace) -> tuple[Values, tuple[Likely, ...]]:
            stored = show_record(workspace, record).values if record else {}
            values = {**stored, **raw}
            return values, likely(workspace, now.register, values, record)

        self._asking.ask(read, lambda found: self._show(now, raw, *found))

    def again(self) -> None:
        """Look once more: records were changed, or somebody decided."""
        if self._form is not None and self._raw is not None:
            self.look(self._form, self._raw)

    def _show(self, now: OpenForm, raw: Values, values: Values, found: tuple[Likely, ...]) -> None:
        if now is not self._form:
            return
        self.bar.setVisible(bool(found))
        if not found:
            return
        first = found[0]
        stored = now.data.record if not raw else None
        self._wanted = CompareWanted(now.register, values, stored, first.line.record)
        book = first.line.book or QCoreApplication.translate("Entry", "Nháp")
        words = QCoreApplication.translate("Entry", "Có thể trùng: {record} ({why})")
        why = ", ".join(message(WHY_WORDS[one], self._language) for one in first.why)
        told = [words.format(record=f"{book} \u00b7 {first.line.title}", why=why)]
        if len(found) > 1:
            more = QCoreApplication.translate("Entry", "và {count} hồ sơ nữa")
            told.append(more.format(count=len(found) - 1))
        self.said.setText(", ".join(told))

    def _ask(self) -> None:
        if self._wanted is not None:
            self.compare_asked.emit(self._wanted)
