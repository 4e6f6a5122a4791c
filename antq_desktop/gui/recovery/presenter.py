"""What the screen "Khôi phục" does: the drill, new shares or a new sheet, typing them back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.asking_paper import PaperKeyPresenter
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.wording import day
from antq_desktop.gui.paper import open_paper
from antq_desktop.gui.recovery.dialogs import PrintDialog
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.recovery_key import (
    SHARES,
    confirm,
    drill,
    drill_due,
    new_shares,
    new_sheet,
    standing,
)
from antq_desktop.services.recovery_papers import check_printable, share_paper, sheet_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from antq_desktop.gui.recovery.view import RecoveryView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.recovery_key import Standing
    from antq_desktop.services.workspace import Workspace

    Make = Callable[[Workspace], Paper]


class RecoveryPresenter(ScreenPresenter):
    """Connects the screen with the recovery key of the workspace."""

    def __init__(self, view: RecoveryView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._found: Standing | None = None
        view.set_may_change(head=context.session.about.head)
        view.show_standing("", "", "", due=False)
        view.try_asked.connect(self._try)
        view.shares_asked.connect(self._make_shares)
        view.sheet_asked.connect(self._make_sheet)
        view.confirm_asked.connect(self._type_back)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Khôi phục")

    def refresh(self) -> None:
        """Read what is in use."""
        self._asking.ask(lambda workspace: (standing(workspace), drill_due(workspace)), self._show)

    def _show(self, known: tuple[Standing, bool]) -> None:
        self._found, due = known
        found = self._found
        held = self.tr("Một phiếu khôi phục.")
        if found.share_set is not None:
            held = self.tr("Ba mảnh của bộ {set}; hai mảnh bất kỳ mở được.").format(
                set=found.share_set
            )
        tried = self.tr("Chưa thử lần nào: lấy từ nơi cất ra, gõ thử, cất lại.")
        if found.drilled is not None:
            words = self.tr("Thử lần cuối ngày {day}; mỗi năm thử một lần.")
            tried = words.format(day=day(found.drilled.date()))
        waiting = ""
        if found.waiting is not None:
            at = day(found.waiting.at.date())
            waiting = self.tr(
                "Phiếu hoặc mảnh mới lập ngày {day} chưa gõ lại từ giấy; cái cũ còn hiệu lực."
            ).format(day=at)
        self._view.show_standing(held, tried, waiting, due=due)

    # The drill.

    def _try(self) -> None:
        if self._found is None:
            return
        asked = PaperKeyPresenter(
            self._view,
            self.tr("Thử phiếu hoặc mảnh"),
            self.tr("Không thay đổi gì; chỉ ghi ngày thử. Xong thì niêm phong, cất lại."),
            self._context.language,
            share_set=self._found.share_set,
        )

        def given(secret: str) -> None:
            self._asking.change(
                lambda workspace: drill(workspace, secret),
                lambda _: self._tried(asked),
                asked.refuse,
            )

        asked.given.connect(given)
        asked.begin()

    def _tried(self, asked: PaperKeyPresenter) -> None:
        asked.done()
        self._context.failures.say(
            self.tr("Đúng: mở được dữ liệu và mọi phần niêm phong. Đã ghi ngày thử.")
        )
        self.refresh()

    # A new key on paper.

    def _make_shares(self) -> None:
        def work(workspace: Workspace) -> list[Make]:
            check_printable(workspace)
            made = new_shares(workspace)
            return [partial(share_paper, share=share) for share in made]

        names = [self.tr("mảnh {number}").format(number=number) for number in range(1, SHARES + 1)]
        hint = self.tr(
            "Mỗi mảnh một tờ, cho một người giữ. Đóng cửa sổ này thì không in lại được nữa, phải"
            " lập bộ khác. Phiếu đang dùng còn hiệu lực đến khi gõ lại đủ ba mảnh."
        )
        self._asking.change(
            work, lambda made: self._print(self.tr("In ba mảnh"), hint, names, made)
        )

    def _make_sheet(self) -> None:
        def work(workspace: Workspace) -> list[Make]:
            check_printable(workspace)
            secret = new_sheet(workspace)
            return [lambda workspace: sheet_paper(workspace, secret)]

        hint = self.tr(
            "Đóng cửa sổ này thì không in lại được nữa, phải lập phiếu khác. Cái đang dùng còn hiệu"
            " lực đến khi gõ lại mã trên phiếu mới."
        )
        names = [self.tr("phiếu mới")]
        self._asking.change(
            work, lambda made: self._print(self.tr("In phiếu mới"), hint, names, made)
        )

    def _print(self, title: str, hint: str, names: list[str], made: Sequence[Make]) -> None:
        dialog = PrintDialog(self._view, title, hint, names)

        def show(at: int) -> None:
            paper = open_paper(dialog, self._context, PaperWanted("", made=made[at]))
            paper.kept.connect(lambda: dialog.mark_kept(at))

        dialog.print_asked.connect(show)
        dialog.accepted.connect(self._read_and_type_back)
        dialog.open()
        self.refresh()

    def _read_and_type_back(self) -> None:
        def read(workspace: Workspace) -> tuple[Standing, bool]:
            return standing(workspace), drill_due(workspace)

        def found(known: tuple[Standing, bool]) -> None:
            self._show(known)
            self._type_back()

        self._asking.ask(read, found)

    def _type_back(self, old: str | None = None) -> None:
        waiting = self._found.waiting if self._found is not None else None
        if waiting is None:
            return
        asked = PaperKeyPresenter(
            self._view,
            self.tr("Gõ lại từ giấy"),
            self.tr("Gõ từ tờ giấy vừa in, không chép từ màn hình: để chắc giấy đọc được."),
            self._context.language,
            share_set=waiting.share_set,
            wanted=SHARES,
        )

        def replace(sheet: str | None, shares: Sequence[str]) -> None:
            self._asking.change(
                lambda workspace: confirm(
                    workspace, sheet=sheet, shares=shares, old=old, tell=self._tell
                ),
                lambda _: self._replaced(asked),
                lambda error: self._refused(asked, error),
            )

        if waiting.share_set is None:
            asked.given.connect(lambda secret: replace(secret, ()))
        else:
            asked.shares_given.connect(lambda shares: replace(None, shares))
        asked.begin()

    def _tell(self, done: int, total: int) -> None:
        words = self.tr("Đang niêm phong lại: {done}/{total}")
        text = words.format(done=done, total=total) if total else ""
        self._context.session.post(lambda: self._view.show_working(text))

    def _refused(self, asked: PaperKeyPresenter, error: BaseException) -> None:
        self._view.show_working("")
        if isinstance(error, Refusal) and error.message_id == "recovery.parts_closed":
            asked.done()
            self._context.failures.show(error)
            self._ask_old()
        else:
            asked.refuse(error)

    def _ask_old(self) -> None:
        """Let the paper in use open what this head cannot open, then type the new one back."""
        if self._found is None:
            return
        asked = PaperKeyPresenter(
            self._view,
            self.tr("Phiếu hoặc mảnh đang dùng"),
            self.tr("Có phần niêm phong đồng chí không mở được: gõ phiếu hoặc mảnh đang dùng."),
            self._context.language,
            share_set=self._found.share_set,
        )

        def given(secret: str) -> None:
            asked.done()
            self._type_back(secret)

        asked.given.connect(given)
        asked.begin()

    def _replaced(self, asked: PaperKeyPresenter) -> None:
        asked.done()
        self._view.show_working("")
        self._context.failures.say(
            self.tr(
                "Phiếu hoặc mảnh cũ hết hiệu lực: hủy đi. Khóa sổ để dữ liệu được ghi lại bằng khóa"
                " mới, rồi sao lưu ra USB."
            )
        )
        self.refresh()
