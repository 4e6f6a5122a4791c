"""Taking books over: what a file brings is shown, taken, and its giver is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.media import serve_media
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.wording import number, reason_line, sentence, verdict_name
from antq_desktop.gui.failures import Told
from antq_desktop.gui.handover.model import arriving_lines, arriving_rows
from antq_desktop.gui.handover.taking_dialog import ArrivingShown, TakingDialog
from antq_desktop.services.confirming import write_confirmations
from antq_desktop.services.delivering import deliver
from antq_desktop.services.parting import is_of_parts, join_parts
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.transfers import look_at_file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.screen import Context
    from antq_desktop.services.parting import Brought
    from antq_desktop.services.transfers import Arriving
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace


class Taking(QObject):
    """Opens what was brought: books are shown and taken, a receipt is heard."""

    taken = Signal()
    """Books were judged here: their giver waits to hear of it."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._parent = parent
        self._context = context

    def open(self, *names: str) -> None:
        """Look at a file, or at the parts of one; parts that are missing are named."""
        paths = [Path(name) for name in names]
        if len(paths) == 1 and not is_of_parts(paths[0]):
            self._look(names[0])
            return

        def joined(found: Brought) -> None:
            if found.verdicts:
                first, *more = (
                    sentence(one.content, self._context.language) for one in found.verdicts
                )
                self._context.failures.told.emit(Told(first, "", tuple(more), "warning"))
            elif len(found.bundles) == 1:
                self._look(str(found.bundles[0]))
            else:
                text = self.tr("Chọn một gói, hoặc mọi phần của một gói cùng danh sách của nó.")
                self._context.failures.say(text, "warning")

        self._context.session.ask(lambda workspace: join_parts(workspace, paths), joined)

    def _look(self, name: str) -> None:
        """Look at a file; a receipt is taken in at once, of books a person decides."""
        self._context.session.ask(
            lambda workspace: look_at_file(workspace, Path(name)),
            lambda found: self._looked(Path(name), found),
        )

    def _looked(self, path: Path, found: Arriving) -> None:
        verdict = found.verdict
        if found.transfer and verdict.verdict != "same":
            dialog = TakingDialog(self._parent, self._shown(found), self._context.theme)
            dialog.confirmed.connect(lambda: self.take(path))
            dialog.begin()
        elif verdict.kind == "receipt" and verdict.good:
            self._context.session.change(
                lambda workspace: import_bundle(workspace, path), self._heard
            )
        elif found.transfer:
            self._tell(verdict)
        else:
            title = self.tr("Tệp này không phải gói bàn giao sổ hay biên nhận.")
            action = self.tr("Chọn tệp .antq do máy kia ghi ra USB.")
            lines = tuple(self._reasons(verdict))
            self._context.failures.told.emit(Told(title, action, lines, "warning"))

    def _shown(self, found: Arriving) -> ArrivingShown:
        about, language = self._context.session.about, self._context.language
        verdict = found.verdict
        act = self.tr("&Nhận sổ") if verdict.good else self.tr("&Giữ gói, báo máy giao")
        note = "" if about.head else self.tr("Chỉ huy mới nhận sổ được: đăng nhập chỉ huy.")
        state, tone = verdict_name(verdict.verdict)
        told = [verdict.content, verdict.signer, verdict.time]
        if verdict.good:  # nothing is in yet, as the first sentence would say; the counts follow
            state, tone = self.tr("Nhận được"), "accent"
            del told[0]
        return ArrivingShown(
            self.tr("Sổ bàn giao từ {name}").format(name=found.giver),
            state,
            tone,
            tuple(sentence(one, language) for one in told),
            tuple(arriving_rows(found, about.catalogue.by_name, language)),
            tuple(arriving_lines(found, language)) if verdict.good else (),
            tuple(self._reasons(verdict)),
            act,
            note,
        )

    def _reasons(self, verdict: Verdict) -> list[str]:
        registers = self._context.session.about.catalogue.by_name
        language = self._context.language
        return [reason_line(one, language, registers) for one in (*verdict.reasons, *verdict.notes)]

    def take(self, path: Path) -> None:
        """Take the books in, or keep what cannot be taken; then offer to write the receipt."""

        def done(verdict: Verdict) -> None:
            self._tell(verdict)
            self.taken.emit()
            self.confirm()

        self._context.session.change(lambda workspace: import_bundle(workspace, path), done)

    def _tell(self, verdict: Verdict) -> None:
        language = self._context.language
        more = [sentence(one.content, language) for one in verdict.released]
        self._context.failures.told.emit(
            Told(
                sentence(verdict.content, language),
                sentence(verdict.signer, language),
                (*self._reasons(verdict), *more),
                "done" if verdict.all_good else "warning",
            )
        )

    def _heard(self, verdict: Verdict) -> None:
        text = sentence(verdict.content, self._context.language)
        self._context.failures.say(text, "done" if verdict.good else "warning")

    def confirm(self) -> None:
        """Ask for the stick on which the giver gets his receipt."""
        title = self.tr("Ghi biên nhận cho máy giao ra USB")
        dialog = MediumDialog(self._parent, title, self._context.theme)
        dialog.chosen.connect(lambda folder: self.write(Path(folder)))
        serve_media(dialog, self._context)

    def write(self, folder: Path) -> None:
        """Sign the receipts of all books that were judged, and write them to a folder."""

        def work(workspace: Workspace) -> int:
            signed = write_confirmations(workspace)
            for row in signed:
                deliver(workspace, row, folder)
            return len(signed)

        def done(count: int) -> None:
            text = self.tr("Không có gói bàn giao nào chờ biên nhận.")
            if count:
                text = self.tr(
                    "Đã ghi {count} biên nhận, đọc lại khớp. An toàn để rút USB; mang về máy giao."
                )
            self._context.failures.say(text.format(count=number(count)))

        self._context.session.change(work, done)
