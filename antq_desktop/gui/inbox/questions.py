"""What the desk asks before a decision: what it would mean, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.reason import ask_reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    Then = Callable[[str], object]


def ask_to_undo(parent: QWidget, text: str, then: Then) -> None:
    """Say what taking an import back would change, and ask why it is done."""
    ask_reason(
        parent,
        QCoreApplication.translate("Inbox", "Rút lại lần nhập này?"),
        text,
        QCoreApplication.translate("Inbox", "&Rút lại"),
        then,
    )


def ask_to_take(parent: QWidget, then: Then, *, officers: bool) -> None:
    """Ask why a bundle that was held is taken; ``officers``: a person held it, sound as it was."""
    union = QCoreApplication.translate(
        "Inbox", "Mọi lần ghi trong gói được nhập thêm bên cạnh những gì đã có."
    )
    anew = QCoreApplication.translate(
        "Inbox", "Gói được xét lại như mới đến; nếu hợp lệ thì nhập ngay."
    )
    ask_reason(
        parent,
        QCoreApplication.translate("Inbox", "Nhận gói đang giữ?"),
        anew if officers else union,
        QCoreApplication.translate("Inbox", "&Nhận gói"),
        then,
    )


def ask_to_refuse(parent: QWidget, then: Then) -> None:
    """Ask why a bundle that was held is put aside."""
    ask_reason(
        parent,
        QCoreApplication.translate("Inbox", "Không nhận gói đang giữ?"),
        QCoreApplication.translate(
            "Inbox", "Gói vẫn được giữ trên máy này, không dòng nào được tính."
        ),
        QCoreApplication.translate("Inbox", "&Không nhận"),
        then,
    )


def ask_to_hold(parent: QWidget, then: Then) -> None:
    """Ask why a sound bundle is put on hold; its unit reads the words."""
    ask_reason(
        parent,
        QCoreApplication.translate("Inbox", "Giữ gói này lại?"),
        QCoreApplication.translate(
            "Inbox",
            "Chưa dòng nào được tính cho đến khi có người quyết định ở Đã xét. Đơn vị đọc"
            " nguyên văn lý do trong biên nhận; không ghi tên người cung cấp tin.",
        ),
        QCoreApplication.translate("Inbox", "&Giữ lại"),
        then,
    )
