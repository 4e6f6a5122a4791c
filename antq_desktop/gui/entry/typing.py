"""What keys do while something is typed, for the printed sheet: no button stands for them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def typing_keys() -> list[tuple[str, str]]:
    """Return (keys, what they do)."""
    translate = QCoreApplication.translate
    return [
        (
            "Tab, Enter",
            translate("Typing", "Sang ô sau; trong danh sách gợi ý: chọn dòng đánh dấu"),
        ),
        ("Shift+Tab", translate("Typing", "Về ô trước")),
        ("↓", translate("Typing", "Mở danh sách gợi ý của ô")),
        ("Esc", translate("Typing", "Đóng danh sách gợi ý, sau đó đóng biểu")),
        ("Space", translate("Typing", "Đánh dấu, bỏ dấu ô vuông")),
        ("15, 15/3, 150324", translate("Typing", "Ngày của tháng này, của năm này, ngày đủ")),
        ("15/3 0830", translate("Typing", "Ngày và giờ; chỉ gõ giờ là hôm nay")),
        ("Ins, Del", translate("Typing", "Bảng con trong biểu: thêm dòng, xóa dòng đánh dấu")),
        ("Alt+↑, Alt+↓", translate("Typing", "Bảng con trong biểu: đưa dòng lên, xuống")),
        ("F2, Enter", translate("Typing", "Nhập bảng: sửa ô đang đánh dấu")),
        ("Ctrl+Tab", translate("Typing", "Nhập bảng: ra khỏi bảng")),
    ]
