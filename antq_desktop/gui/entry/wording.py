"""What the entry form says of the record that is open, was saved, or was left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from antq_desktop.domain.typed import show_moment
from antq_desktop.gui.common.reason import ask_reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.editing import FormData
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.unsaved import UnsavedForm


def heading(data: FormData, language: str) -> tuple[str, str, str, Tone]:
    """Return the title of a form, the line below it, and its state with a tone."""
    name = data.register.label.text(language)
    line = data.shown.line if data.shown else None
    if line is None:
        new = QCoreApplication.translate("Entry", "Hồ sơ mới, chưa lưu")
        return name, new, QCoreApplication.translate("Entry", "Mới"), "accent"
    if line.draft:
        words = QCoreApplication.translate("Entry", "Chưa vào sổ: bổ sung đủ nội dung rồi lưu.")
        return name, words, QCoreApplication.translate("Entry", "Nháp"), "warning"
    if data.writable:
        words = QCoreApplication.translate("Entry", "Số {book} · bản thứ {number}")
    elif data.given is not None and "name" in data.given.values:
        words = QCoreApplication.translate("Entry", "Số {book} · chỉ xem: đã bàn giao cho {name}")
        words = words.replace("{name}", str(data.given.values["name"]))
    else:
        words = QCoreApplication.translate("Entry", "Số {book} · chỉ xem")
    words = words.format(book=line.book, number=line.number)
    if line.voided:
        return name, words, QCoreApplication.translate("Entry", "Đã hủy"), "error"
    labels = {code.code: code.text(language) for code in data.register.life_cycle.states}
    return name, words, labels.get(line.state, line.state), "neutral"


def tell_at_opening(failures: Failures, data: FormData, unsaved: UnsavedForm | None) -> None:
    """Say why a record is only read here, or that it was changed after what was being typed."""
    if data.given is not None:
        failures.show(data.given)
    elif unsaved is not None and unsaved.base != data.base:
        words = QCoreApplication.translate(
            "Entry", "Hồ sơ đã được sửa sau khi nhập dở; hãy xem lại."
        )
        failures.say(words, "warning")


def told_of(saved: Saved, *, registered: bool) -> str:
    """Return what is said after saving: the number that the record took, or that it is a draft."""
    if not saved.complete:
        return QCoreApplication.translate("Entry", "Đã lưu bản nháp: chưa đủ nội dung để vào sổ.")
    if registered:
        words = QCoreApplication.translate("Entry", "Đã lưu hồ sơ số {number}.")
    else:
        words = QCoreApplication.translate("Entry", "Đã vào sổ, số {number}.")
    return words.format(number=saved.number)


def unsaved_line(one: UnsavedForm, register: Register, language: str) -> str:
    """Return the line that offers an unsaved form: its register, its title, when it was kept."""
    words = [register.label.text(language)]
    rows = one.typed.get("rows")
    if one.many and isinstance(rows, list):
        table = QCoreApplication.translate("Entry", "bảng {count} dòng")
        words.append(table.format(count=len(rows)))
    else:
        titles = (one.typed.get(name) for name in register.title)
        words += [title for title in titles if isinstance(title, str)]
    kept = QCoreApplication.translate("Entry", "giữ lúc {at}")
    return " · ".join([*words, kept.format(at=show_moment(one.kept_at))])


def ask_what_becomes(
    parent: QWidget | None, *, keep: Callable[[], object], discard: Callable[[], object]
) -> None:
    """Ask what becomes of something unsaved, without waiting; going on typing is the way back.

    Where nobody is there to ask (``parent`` None) it is kept.
    """
    if parent is None:
        keep()
        return
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("Entry", "Chưa lưu"))
    box.setText(QCoreApplication.translate("Entry", "Biểu này có nội dung chưa lưu."))
    box.setInformativeText(
        QCoreApplication.translate("Entry", "Giữ lại thì lần sau mở ra nhập tiếp được.")
    )
    kept = box.addButton(
        QCoreApplication.translate("Entry", "Giữ lại"), QMessageBox.ButtonRole.AcceptRole
    )
    dropped = box.addButton(
        QCoreApplication.translate("Entry", "Bỏ"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(
        QCoreApplication.translate("Entry", "Nhập tiếp"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(kept)
    box.setEscapeButton(stay)

    def decided(chosen: object) -> None:
        if chosen is kept:
            keep()
        elif chosen is dropped:
            discard()

    box.buttonClicked.connect(decided)
    box.finished.connect(box.deleteLater)
    box.open()


def ask_why_changed(parent: QWidget, then: Callable[[str], object]) -> None:
    """Ask why a record that is in the book is changed."""
    ask_reason(
        parent,
        QCoreApplication.translate("Entry", "Sửa hồ sơ đã vào sổ"),
        QCoreApplication.translate(
            "Entry", "Bản cũ vẫn còn trong lịch sử. Lý do chỉ lưu ở đơn vị."
        ),
        QCoreApplication.translate("Entry", "Lưu"),
        then,
    )


def ask_why_revealed(parent: QWidget, then: Callable[[str], object]) -> None:
    """Ask why what is sealed is looked at."""
    ask_reason(
        parent,
        QCoreApplication.translate("Entry", "Xem phần niêm phong"),
        QCoreApplication.translate(
            "Entry", "Lần xem này và lý do được ghi vào nhật ký trước khi hiện nội dung."
        ),
        QCoreApplication.translate("Entry", "Xem"),
        then,
    )
