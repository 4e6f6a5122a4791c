"""Moving to another PC from the self-test: the books are closed, or opened again after all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.failures import Told
from antq_desktop.services.moving import move_away, stay_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.health.view import HealthView
    from antq_desktop.gui.screen import Context
    from antq_desktop.store.backup import Backup


class Moving(QObject):
    """Connects the two buttons with the services; ``again`` tests anew what has changed."""

    def __init__(
        self, view: HealthView, context: Context, asking: Asking, again: Callable[[], object]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = asking
        self._again = again
        view.move_asked.connect(self._move)
        view.stay_asked.connect(self._ask_to_stay)

    def _move(self, folder: str) -> None:
        self._view.set_busy(self.tr("Đang sao lưu lần cuối và khôi phục thử…"))

        def done(backup: Backup) -> None:
            text = self.tr("Đã ghi và khôi phục thử {name}. Máy này từ giờ chỉ xem.")
            more = self.tr("Máy mới: mở phần mềm, bấm Phục hồi từ bản sao lưu, chọn bản này.")
            told = Told(text.format(name=backup.path.name), more, (), "done")
            self._context.failures.told.emit(told)
            self._again()

        self._asking.change(
            lambda workspace: move_away(workspace, Path(folder)), done, self._failed
        )

    def _ask_to_stay(self) -> None:
        ask_reason(
            self._view,
            self.tr("Dùng tiếp máy này"),
            self.tr(
                "Chỉ làm khi máy mới chưa nộp gói nào, hoặc không dùng được. Hai máy cùng ghi thì"
                " cơ quan nhận thấy hai chuỗi gói. Gói sau bắt đầu một chuỗi mới."
            ),
            self.tr("&Dùng tiếp"),
            self._stay,
        )

    def _stay(self, reason: str) -> None:
        def done(_: None) -> None:
            text = self.tr("Sổ mở lại ở máy này. Báo cơ quan nhận là không chuyển máy.")
            self._context.failures.say(text)
            self._again()

        self._asking.change(
            lambda workspace: stay_here(workspace, reason=reason), done, self._failed
        )

    def _failed(self, error: BaseException) -> None:
        self._view.set_busy("")
        self._context.failures.show(error)
