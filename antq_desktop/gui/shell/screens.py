"""Which screens there are, in which group, for whom; the one place that imports them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui import (
    authority,
    enrolment,
    figures,
    forms,
    health,
    inbox,
    paper_check,
    submission,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.screen import Context, Screen
    from antq_desktop.services.workspace import WorkspaceRole

    Build = Callable[[Context], Screen]

_OFFICE: tuple[WorkspaceRole, ...] = ("office",)
_BOTH: tuple[WorkspaceRole, ...] = ("commune", *_OFFICE)


@dataclass(frozen=True, slots=True)
class Place:
    """A screen in the navigation: its title and group, who has it, whether it is daily work."""

    key: str
    title: str
    group: str
    icon: str
    roles: tuple[WorkspaceRole, ...]
    build: Build
    daily: bool = False


def places(role: WorkspaceRole) -> tuple[Place, ...]:
    """Return the screens of a commune or an office, named in the language in use."""
    return tuple(place for place in (*_daily(), *_seldom()) if role in place.roles)


def _daily() -> tuple[Place, ...]:
    translate = QCoreApplication.translate  # lupdate knows it by this name
    reports = translate("Places", "Báo cáo")
    submit, arrived = translate("Places", "Nộp báo cáo"), translate("Places", "Gói đến")
    counted, printed = translate("Places", "Số liệu"), translate("Places", "Biểu mẫu")
    return (
        Place("inbox", arrived, reports, "inbox", _OFFICE, inbox.build, daily=True),
        Place("submission", submit, reports, "send", _BOTH, submission.build, daily=True),
        Place("figures", counted, reports, "chart", _BOTH, figures.build, daily=True),
        Place("forms", printed, reports, "form", _BOTH, forms.build, daily=True),
    )


def _seldom() -> tuple[Place, ...]:
    translate = QCoreApplication.translate
    trust, program = translate("Places", "Kết nối"), translate("Places", "Hệ thống")
    office = translate("Places", "Kết nối với cơ quan nhận")
    units, check = translate("Places", "Đơn vị và chứng thư"), translate("Places", "Tự kiểm tra")
    papers, compared = translate("Places", "Báo cáo"), translate("Places", "Kiểm tra giấy")
    return (
        Place("paper_check", compared, papers, "check", _BOTH, paper_check.build),
        Place("enrolment", office, trust, "link", _BOTH, enrolment.build),
        Place("authority", units, trust, "certificate", _OFFICE, authority.build),
        Place("health", check, program, "health", _BOTH, health.build),
    )
