"""Which screens there are, in which group, for whom; the one place that imports them all."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui import (
    anchors,
    authority,
    cases,
    consolidated,
    duplicates,
    enrolment,
    figures,
    forms,
    handover,
    health,
    holdings,
    home,
    inbox,
    journal,
    paper_check,
    queries,
    recovery,
    reported,
    submission,
    units,
    users,
    working_days,
)
from antq_desktop.gui.shell.navigation import NavigationRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from antq_desktop.gui.screen import Context, Screen
    from antq_desktop.services.workspace import WorkspaceRole

    Build = Callable[[Context], Screen]

_OFFICE: tuple[WorkspaceRole, ...] = ("office",)
_COMMUNE: tuple[WorkspaceRole, ...] = ("commune",)
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
    returned, duties = translate("Places", "Hồ sơ trả lại"), translate("Places", "Việc cần làm")
    who = translate("Places", "Ai đã báo cáo")
    counted, printed = translate("Places", "Số liệu"), translate("Places", "Biểu mẫu")
    together, handed = translate("Places", "Tổng hợp"), translate("Places", "Hồ sơ nhận chuyển")
    first, alike = translate("Places", "Tổng quan"), translate("Places", "Có thể trùng")
    theirs = translate("Places", "Hồ sơ các đơn vị")
    return (
        Place("home", first, reports, "health", _BOTH, home.build, daily=True),
        Place("inbox", arrived, reports, "inbox", _OFFICE, inbox.build, daily=True),
        Place("queries", returned, reports, "undo", _OFFICE, queries.build_followed, daily=True),
        Place("reported", who, reports, "people", _OFFICE, reported.build, daily=True),
        Place("holdings", theirs, reports, "book", _OFFICE, holdings.build, daily=True),
        Place("submission", submit, reports, "send", _BOTH, submission.build, daily=True),
        Place("duties", duties, reports, "check", _COMMUNE, queries.build_duties, daily=True),
        Place("duplicates", alike, reports, "copy", _COMMUNE, duplicates.build, daily=True),
        Place("cases", handed, reports, "import", _BOTH, cases.build, daily=True),
        Place("consolidated", together, reports, "office", _OFFICE, consolidated.build, daily=True),
        Place("figures", counted, reports, "chart", _BOTH, figures.build, daily=True),
        Place("forms", printed, reports, "form", _BOTH, forms.build, daily=True),
    )


def _seldom() -> tuple[Place, ...]:
    translate = QCoreApplication.translate
    trust, program = translate("Places", "Kết nối"), translate("Places", "Hệ thống")
    office = translate("Places", "Kết nối với cơ quan nhận")
    papers, compared = translate("Places", "Báo cáo"), translate("Places", "Kiểm tra giấy")
    certified = translate("Places", "Đơn vị và chứng thư")
    people, further = translate("Places", "Người dùng"), translate("Places", "Gốc tin cậy khác")
    calendar, books = translate("Places", "Lịch ngày làm việc"), translate("Places", "Bàn giao sổ")
    tree, check = translate("Places", "Đơn vị hành chính"), translate("Places", "Tự kiểm tra")
    acts, back = translate("Places", "Nhật ký"), translate("Places", "Khôi phục")
    return (
        Place("handover", books, papers, "usb", _COMMUNE, handover.build),
        Place("paper_check", compared, papers, "check", _BOTH, paper_check.build),
        Place("enrolment", office, trust, "link", _BOTH, enrolment.build),
        Place("authority", certified, trust, "certificate", _OFFICE, authority.build),
        Place("anchors", further, trust, "anchor", _OFFICE, anchors.build),
        Place("units", tree, trust, "office", _BOTH, units.build),
        Place("working_days", calendar, trust, "history", _BOTH, working_days.build),
        Place("users", people, program, "user", _BOTH, users.build),
        Place("recovery", back, program, "unlock", _BOTH, recovery.build),
        Place("journal", acts, program, "shield", _BOTH, journal.build),
        Place("health", check, program, "health", _BOTH, health.build),
    )


def grouped(places: Iterable[Place], badges: Mapping[str, str]) -> Iterator[NavigationRow]:
    """Yield screens as the navigation lists them, each group below its title."""
    for group, inside in groupby(places, key=lambda place: place.group):
        yield NavigationRow("", group)
        for place in inside:
            badge = badges.get(place.key, "")
            yield NavigationRow(place.key, place.title, place.icon, badge=badge)
