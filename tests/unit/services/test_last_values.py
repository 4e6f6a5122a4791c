"""What one key repeats: kept for its user through a restart, closed to others, nothing sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.roles import Role
from antq_desktop.services.last_values import keep_last, last_values
from antq_desktop.services.users import add_user
from tests.unit.services.conftest import COMMUNE

if TYPE_CHECKING:
    from tests.unit.services.conftest import World


def test_each_user_repeats_what_he_saved_last_and_nothing_sealed(world: World) -> None:
    typed = {"event_from": "1/3/2023", "summary": "Mất trộm gà", "informant": {"name": "Lò"}}
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        other = workspace.catalogue.by_name["awards"]
        assert last_values(workspace, register) == {}
        keep_last(workspace, register, {"summary": "Cũ"})
        keep_last(workspace, register, typed)
        kept = {"event_from": "1/3/2023", "summary": "Mất trộm gà"}
        assert last_values(workspace, register) == kept
        assert last_values(workspace, other) == {}
        head = workspace.user
        add_user(workspace, "Cán bộ", Role.OFFICER, "passphrase")
    with world.open(COMMUNE, "Cán bộ", "passphrase") as workspace:
        assert last_values(workspace, register) == {}
        # Not even under the name of another user does his key open it.
        name = f"last_values:{head}:crime_reports"
        sealed = workspace.document(name)
        assert "gà" not in bytes.fromhex(str(sealed["sealed"])).decode(errors="ignore")
        with workspace.store.atomic():
            workspace.store.meta.set(f"last_values:{workspace.user}:crime_reports", dict(sealed))
        assert last_values(workspace, register) == {}
        keep_last(workspace, register, {"summary": "Việc khác"})
    with world.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        assert last_values(workspace, register) == kept
