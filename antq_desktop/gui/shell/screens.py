"""Which screens there are, in which group, for whom; the one place that imports them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui import authority, enrolment, figures, health, inbox, submission

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.screen import Context, Screen
    from antq_desktop.services.workspace import WorkspaceRole

    Build = Callable[[Context], Screen]

_COMMUNE: tuple[WorkspaceRole, ...] = ("commune",)
_OFFICE: tuple[WorkspaceRole, ...] = ("office",)


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
    translate = QCoreApplication.translate  # lupdate knows it by this name
    reports, trust = translate("Places", "Báo cáo"), translate("Places", "Kết nối")
    program = translate("Places", "Hệ thống")
    every = (
        Place(
            "submission",
            translate("Places", "Nộp báo cáo"),
            reports,
            "send",
            _COMMUNE,
            submission.build,
            daily=True,
        ),
        Place(
            "inbox",
            translate("Places", "Gói đến"),
            reports,
            "inbox",
            _OFFICE,
            inbox.build,
            daily=True,
        ),
        Place(
            "figures",
            translate("Places", "Số liệu"),
            reports,
            "chart",
            (*_COMMUNE, *_OFFICE),
            figures.build,
            daily=True,
        ),
        Place(
            "enrolment",
            translate("Places", "Kết nối với cơ quan nhận"),
            trust,
            "link",
            _COMMUNE,
            enrolment.build,
        ),
        Place(
            "authority",
            translate("Places", "Đơn vị và chứng thư"),
            trust,
            "certificate",
            _OFFICE,
            authority.build,
        ),
        Place(
            "health",
            translate("Places", "Tự kiểm tra"),
            program,
            "health",
            (*_COMMUNE, *_OFFICE),
            health.build,
        ),
    )
    return tuple(place for place in every if role in place.roles)
