"""The names of units as a person has to see them: with those of before and after a reform."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from antq_desktop.messages import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.domain.succession import Link
    from antq_desktop.domain.units import UnitKey, UnitTree
    from antq_desktop.messages import Language


def name_with_others(tree: UnitTree, key: UnitKey, language: Language) -> str:
    """Return a name as "Xã Minh Hòa (trước 01/07/2025: Xã Bình Minh, Xã Bình Hòa)"."""
    others = "; ".join(filter(None, (before(tree, key, language), after(tree, key, language))))
    name = tree.get(key).name
    return f"{name} ({others})" if others else name


def before(tree: UnitTree, key: UnitKey, language: Language) -> str:
    """Return what a unit was before, "trước 01/07/2025: Xã Đạo Lý"; whether that is sure, too."""
    links = tree.succession.into(key)
    return "; ".join(_told(tree, links, language, "units.before"))


def after(tree: UnitTree, key: UnitKey, language: Language) -> str:
    """Return what became of a unit, "từ 01/07/2025: Xã Bắc Lý"."""
    links = tree.succession.out_of(key)
    return "; ".join(_told(tree, links, language, "units.from"))


def _told(tree: UnitTree, links: Iterable[Link], language: Language, message: str) -> Iterator[str]:
    backwards = message == "units.before"
    for (on, verified), some in groupby(links, key=lambda link: (link.on, link.verified)):
        keys = [link.before if backwards else link.after for link in some]
        names = ", ".join(tree.get(one).name for one in keys)
        said = label(message, language, day=on.strftime("%d/%m/%Y"), name=names)
        yield said if verified else f"{said} – {label('units.unverified', language)}"
