"""The open workspace: its database, the user's keys, and who he is. Opened and closed here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, cast

from antq_desktop.domain.roles import COMMANDING
from antq_desktop.domain.units import UnitKey, parse_unit_key
from antq_desktop.domain.vietnamese import clean, forbidden_characters
from antq_desktop.errors import Refusal
from antq_desktop.services.token_desk import TokenDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from filelock import FileLock

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.units import Unit, UnitTree
    from antq_desktop.domain.working_days import Calendar
    from antq_desktop.paths import Paths
    from antq_desktop.services.clock import Clock
    from antq_desktop.store.backup import Backup
    from antq_desktop.store.keyfile import KeyFile, Opened
    from antq_desktop.store.store import Store

LONGEST_NAME = 64

MOVED = "moved"
"""The document that is there while the books are closed here: they went to another PC."""

_WHILE_CLOSED = frozenset(
    {
        *("reveal", "unseal", "case_read", "print", "list_exported", "attachment_export"),
        *("journal_exported", "check_exported", "keys_mended", "seals_given"),
        *("backup", "backup_checked", "backup_copied", "backup_proved", "rebuilt"),
    }
)
"""What is read, looked after and taken away on a PC whose books went to another one."""

WorkspaceRole = Literal["commune", "office"]


@dataclass(frozen=True, slots=True)
class Place:
    """What a workspace is: its id, whether it is for practice, its role, its unit."""

    id: str
    practice: bool
    role: WorkspaceRole
    unit: UnitKey

    @property
    def class_(self) -> Literal["real", "practice"]:
        """The class as certificates and manifests name it."""
        return "practice" if self.practice else "real"


def uninterrupted(rows: int) -> None:
    """Let long work run: the pulse of a workspace that nobody watches."""
    del rows


@dataclass
class Workspace:
    """Everything a service needs, for one user. It belongs to the thread that opened it."""

    paths: Paths
    place: Place
    store: Store
    keys: KeyFile
    opened: Opened
    catalogue: Catalogue
    units: UnitTree
    clock: Clock
    lock: FileLock
    began: int
    backed_up: tuple[Backup, int] | None = None
    """The backup that a person ordered last, and how much had been changed by then."""
    pulse: Callable[[int], object] = uninterrupted
    """Called during long work with how many rows are about to be done; what it raises stops it."""
    calendar: Calendar | None = None
    """The working days once they were asked for; ask `working_calendar.calendar_of`."""
    tokens: TokenDesk = field(default_factory=TokenDesk)
    """The token that an act signs with; the front end ends the act (`TokenDesk.end_act`)."""

    @property
    def user(self) -> str:
        """The account id that revisions and journal lines carry."""
        return self.opened.slot.id

    @property
    def unit(self) -> Unit:
        """The unit that owns this workspace today: that for which it was made, or its successor."""
        return self.units.get(self.unit_on(self.clock.today()))

    @property
    def own_units(self) -> frozenset[UnitKey]:
        """The unit of today, and those whose books this workspace goes on with."""
        key = self.unit.key
        return self.units.succession.succeeded(key, self.clock.today()) | {key}

    def unit_on(self, day: date) -> UnitKey:
        """Return the unit that owned or owns this workspace on a day.

        An office stays what it was made for: its authority names that unit. Where a commune was
        split, it is the part that the head chose to go on with (`units continue`), and the one that
        was split as long as nothing was chosen.
        """
        if self.place.role == "office":
            return self.place.unit
        key = self.units.on(self.place.unit, day)
        while (parts := self.units.parts(key, day)) and not self.units.get(key).valid_at(day):
            chosen = cast("list[str]", self.document("continues").get("units") or [])
            part = next((one for one in parts if one.text in chosen), None)
            if part is None:
                break
            key = self.units.on(part, day)
        return key

    @property
    def is_head(self) -> bool:
        """Whether the user is in command: the head, or a deputy."""
        return self.opened.slot.role in COMMANDING

    def require_head(self) -> None:
        """Refuse what only who is in command may do."""
        if not self.is_head:
            raise Refusal("users.head_only")

    def require_role(self, role: WorkspaceRole) -> None:
        """Refuse what only an office, or only a commune, does."""
        if self.place.role != role:
            raise Refusal("workspace.office_only" if role == "office" else "workspace.commune_only")

    def last_seq(self) -> int:
        """Return the highest ``seq`` that was given here, or that a restore has skipped."""
        skipped = cast("list[list[int]]", self.document("restored").get("gaps", []))
        given = self.store.revisions.last_seq(self.place.id)
        return max([given, *(last for _, last in skipped)])

    def note(self, act: str, /, **details: Json) -> None:
        """Write a line into the journal, in the transaction that is open.

        Every act has one, so it is here that books which went to another PC are closed: Refusal
        ``moving.closed`` for all but what only reads.
        """
        self._must_be_here(act)
        self.store.journal.add(self.clock.stamp(), self.user, act, **details)

    def note_all(self, act: str, acts: Iterable[Mapping[str, Json]]) -> None:
        """Write a line for each of several acts of one kind; Refusal as `note`."""
        self._must_be_here(act)
        self.store.journal.add_all(self.clock.stamp(), self.user, act, acts)

    def _must_be_here(self, act: str) -> None:
        if act not in _WHILE_CLOSED and (closed := self.why_closed()) is not None:
            raise closed

    def why_closed(self) -> Refusal | None:
        """Return why nothing is written here: the books went to another PC. None where it is."""
        at = moment_of(self.document(MOVED).get("at"))
        if at is None:
            return None
        return Refusal("moving.closed", at=at.strftime("%H:%M %d/%m/%Y"))

    def document(self, name: str) -> Mapping[str, Json]:
        """Return a stored document of the workspace, empty if there is none."""
        return cast("Mapping[str, Json]", self.store.meta.get(name) or {})


def place_of(store: Store) -> Place:
    """Read what a workspace is."""
    body = cast("Mapping[str, str]", store.meta.get("workspace"))
    return Place(
        body["id"],
        body["class"] == "practice",
        cast("WorkspaceRole", body["role"]),
        parse_unit_key(body["unit"]),
    )


def moment_of(text: object) -> datetime | None:
    """Read a stored moment; None for none."""
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def user_name(text: str) -> str:
    """Return a name fit to log in with; Refusal if it is empty, too long or has odd characters."""
    name = clean(text)
    if not name or "\n" in name or len(name) > LONGEST_NAME or forbidden_characters(name):
        raise Refusal("users.bad_name", most=LONGEST_NAME)
    return name
