"""Words of questions at the automatic lock: sealed for their user, forgotten when they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.roles import Role
from antq_desktop.services.half_typed import half_typed, keep_half_typed
from antq_desktop.services.users import add_user
from tests.unit.services.conftest import COMMUNE

if TYPE_CHECKING:
    from tests.unit.services.conftest import World

WORDS = {"Hỏi: Sửa hồ sơ": {"Lý do": "ghi nhầm ngày", "Số": "5"}}


def test_words_of_questions_are_sealed_for_their_user(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        assert half_typed(workspace) == {}
        keep_half_typed(workspace, WORDS)
        mine = f"half_typed:{workspace.user}"
        sealed = dict(workspace.document(mine))
        assert "nhầm" not in bytes.fromhex(str(sealed["sealed"])).decode(errors="ignore")
        add_user(workspace, "Cán bộ", Role.OFFICER, "passphrase")
    with world.open(COMMUNE, "Cán bộ", "passphrase") as workspace:
        assert half_typed(workspace) == {}
        with workspace.store.atomic():
            workspace.store.meta.set(f"half_typed:{workspace.user}", sealed)
        assert half_typed(workspace) == {}
    with world.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        assert half_typed(workspace) == WORDS
        keep_half_typed(workspace, {})
        assert half_typed(workspace) == {}
