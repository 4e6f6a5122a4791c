"""What stands on paper beside its text: remarks on every page, and the mark of a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

UNVERIFIED: Final = "Bố cục tham khảo – chưa đối chiếu mẫu ban hành"
"""At the foot of a form whose layout was not compared with the issued one."""

PRACTICE: Final = ("TẬP HUẤN", "KHÔNG CÓ GIÁ TRỊ")
"""Across every page that comes from a workspace for practice."""

MARK: Final = " – ".join(PRACTICE)
"""The same in one line, for files that are no pages."""

CHECKED_BY: Final = "Mã kiểm tra"
"""Stands above the code that a paper is checked by."""

PROGRAM: Final = "ANTQ Desktop"
"""Who made the file; it names nobody else."""


def signed_lines(person: str, unit: str, moment: str) -> Sequence[str]:
    """Return the mark of a signature: who, the body, the moment as ISO 8601 with its zone."""
    return (f"Ký bởi: {person}", f"Cơ quan: {unit}", f"Thời gian ký: {moment}")
