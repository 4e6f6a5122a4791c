"""Every screen for those who do not see it, and for those who have no mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.test_keys import screens
from tests.gui.walking import unnamed, unreached

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.paths import Paths

    Start = Callable[[Paths], Desktop]


@pytest.mark.parametrize("role", ["commune", "office"])
def test_every_screen_says_what_it_holds_and_lets_the_keyboard_through(
    role: str, unlocked: Start, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    desktop = unlocked(request.getfixturevalue(role))
    view = desktop.window.view
    wrong: dict[str, list[str]] = {}
    for name in screens(desktop, qtbot):
        found = [*unnamed(view.front), *unreached(view)]
        if found:
            wrong[name] = found
    assert not wrong
