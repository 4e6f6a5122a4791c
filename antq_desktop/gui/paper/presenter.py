"""What happens to a paper that is seen: pages are drawn, printed, saved."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from antq_desktop.errors import Refusal
from antq_desktop.gui.failures import Told, told
from antq_desktop.gui.paper.pdf import Pages
from antq_desktop.gui.paper.printing import (
    chosen_pages,
    draw,
    has_printer,
    new_printer,
    printer_problem,
)
from antq_desktop.services.papers import title_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter

    from antq_desktop.gui.paper.sources import Source
    from antq_desktop.gui.paper.view import PaperDialog
    from antq_desktop.gui.session import Session
    from antq_desktop.messages import Language
    from antq_desktop.services.papers import Paper

T = TypeVar("T")


class PaperPresenter(QObject):
    """Connects one dialog with one paper; both go away together."""

    ready = Signal()
    """The paper is on the screen, or it is said why it is not."""
    kept = Signal()
    """The paper was printed or saved."""

    def __init__(
        self, view: PaperDialog, source: Source, session: Session, language: Language
    ) -> None:
        super().__init__(view)
        self.view = view
        self._source = source
        self._session = session
        self._language = language
        self._paper: Paper | None = None
        self._pages: Pages | None = None
        self._stopped = Event()
        view.print_asked.connect(self._print)
        view.save_chosen.connect(lambda name: self._save(Path(name), overwrite=False))
        view.stop_asked.connect(self._stopped.set)
        view.area.wanted.connect(self._draw)
        view.finished.connect(self._end)

    @property
    def pages_shown(self) -> int:
        """How many pages the paper has; 0 while there is none."""
        return len(self._pages.sizes) if self._pages is not None else 0

    def begin(self) -> None:
        """Show the dialog, and compose the paper meanwhile."""
        self._stopped.clear()
        self.view.open()
        self._source.compose(self._compose, self._refused, self._composing)

    def _composing(self, done: int, total: int) -> None:
        """Tell from the worker how many papers of a batch are drawn; end it where that is asked."""
        if self._stopped.is_set():
            raise Refusal("paper.stopped")
        self._session.post(self._while_there(lambda: self.view.set_composing(done, total)))

    def print_on(self, printer: QPrinter) -> None:
        """Print what was chosen; it is written down before the first page is drawn."""
        paper, pages = self._paper, self._pages
        if paper is None or pages is None:
            return
        wanted = chosen_pages(printer, paper.pages, self.view.area.page)
        self._stopped.clear()
        self.view.set_printing(0, len(wanted))

        def tell(done: int) -> None:
            self._session.post(self._while_there(lambda: self.view.set_printing(done, len(wanted))))

        def printed(_: object) -> None:
            self.view.set_printing(0, 0)
            if self._stopped.is_set():
                self.view.tell(Told(self.tr("Đã dừng in."), tone="info"))
                return
            self.view.tell(Told(self.tr("Đã gửi bản in đến máy in."), tone="done"))
            self.kept.emit()

        def noted(_: object) -> None:
            self._session.run(
                lambda: draw(printer, pages, wanted, tell, self._stopped.is_set),
                self._if_there(printed),
                self._if_there(self._failed),
            )

        def asked(refused: Refusal | None) -> None:
            if refused is not None:
                self._failed(refused)
                return
            self._source.note(paper, self._if_there(noted), self._if_there(self._failed))

        # Before it is written down: what cannot be printed is not said to have been.
        self._session.run(
            lambda: printer_problem(printer), self._if_there(asked), self._if_there(self._failed)
        )

    def _compose(self, paper: Paper) -> None:
        """Open the finished paper on the worker, where its pages are drawn."""
        self._paper = paper
        self._session.run(lambda: Pages(paper.pdf), self._opened, self._refused)

    def _opened(self, pages: Pages) -> None:
        self._pages = pages
        if not isValid(self.view) or self.view.isHidden():
            self._end()  # it was closed meanwhile
            return
        paper = self._paper
        if paper is None:
            return
        note = (
            ""
            if paper.verified
            else self.tr("Bố cục tham khảo, chưa đối chiếu mẫu ban hành; dưới chân trang có ghi.")
        )
        title = title_in(paper, self._language)
        self.view.show_paper(title, note, paper.file_name, pages.sizes)
        self.view.offer_signing(offered=self._source.can_sign)
        self.ready.emit()

    def _refused(self, error: BaseException) -> None:
        if isValid(self.view):
            said = told(error, self._language)
            self.view.show_refusal(said.text, said.action)
            self.ready.emit()

    def _draw(self, page: int, scale: float) -> None:
        pages = self._pages
        if pages is None:
            return

        def drawn(picture: QImage) -> None:
            self.view.area.show_picture(page, scale, picture)

        def failed(error: BaseException) -> None:
            self.view.area.give_up(page)
            self._failed(error)

        self._session.run(
            lambda: pages.picture(page, scale), self._if_there(drawn), self._if_there(failed)
        )

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        if self._paper is None or self._pages is None:
            return
        if not has_printer():
            self.view.tell(
                Told(
                    self.tr("Máy này chưa có máy in nào."),
                    self.tr("Lưu PDF rồi in ở máy khác, hoặc cài máy in trong hệ điều hành."),
                    tone="warning",
                )
            )
            return
        printer = new_printer(self._paper.title, self._pages.sizes)
        dialog = QPrintDialog(printer, self.view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, self._paper.pages)
        dialog.setFromTo(1, self._paper.pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)  # that is "save"
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)

    def _save(self, path: Path, *, overwrite: bool) -> None:
        paper = self._paper
        if paper is None:
            return

        def saved(_: object) -> None:
            text = self.tr("Đã lưu {name}.").format(name=path.name)
            self.view.tell(Told(text, tone="done"))
            self.kept.emit()

        def failed(error: BaseException) -> None:
            if isinstance(error, Refusal) and error.message_id == "files.exists" and path.is_file():
                self.view.ask_overwrite(path.name, lambda: self._save(path, overwrite=True))
            else:
                self._failed(error)

        self._source.save(
            paper,
            path,
            self._if_there(saved),
            self._if_there(failed),
            overwrite=overwrite,
            sign=self.view.signing,
        )

    def _failed(self, error: BaseException) -> None:
        self.view.set_printing(0, 0)
        self.view.tell(told(error, self._language))

    def _end(self) -> None:
        """Give the pages back to the worker, who closes them after what it is drawing."""
        self._stopped.set()  # a batch that is still being made
        pages, self._pages = self._pages, None
        if pages is not None:
            self._session.run(pages.close, lambda _: None)

    def _if_there(self, done: Callable[[T], object]) -> Callable[[T], object]:
        return lambda result: done(result) if isValid(self.view) else None

    def _while_there(self, act: Callable[[], object]) -> Callable[[], object]:
        return lambda: act() if isValid(self.view) else None
