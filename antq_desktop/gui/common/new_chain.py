"""The way out of a fork: a copied PC, or an old disk that was put back, begins a new chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from antq_desktop.services.restoring import restore_backup

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.screen import Context
    from antq_desktop.services.workspace import Workspace


def ask_new_chain(parent: QWidget, context: Context, told: str) -> None:
    """Ask whether a new chain of bundles is begun, do it, and say what comes next (``told``)."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("NewChain", "Bắt đầu chuỗi gói mới"))
    box.setText(QCoreApplication.translate("NewChain", "Bắt đầu chuỗi gói mới?"))
    box.setInformativeText(
        QCoreApplication.translate(
            "NewChain",
            "Chỉ làm khi máy này là bản sao của máy khác hoặc vừa dùng lại ổ đĩa cũ. Gói sau gồm"
            " lại mọi hồ sơ của máy này; không hồ sơ nào mất hay bị tính hai lần.",
        )
    )
    words = QCoreApplication.translate("NewChain", "&Bắt đầu")
    begin = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(
        QCoreApplication.translate("NewChain", "Quay lại"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)

    def work(workspace: Workspace) -> None:
        workspace.require_head()
        restore_backup(workspace, as_fork=True)

    def decided(chosen: object) -> None:
        if chosen is begin:
            context.session.change(work, lambda _: context.failures.say(told))

    box.buttonClicked.connect(decided)
    box.finished.connect(box.deleteLater)
    box.open()
