"""The journal: every act a line in a hash chain.

An entry is the canonical JSON of ``{"n", "at", "user", "act", "details", "previous"}``; its hash is
the SHA-256 of those bytes and the ``previous`` of the next. A chain proves something only where its
head is known outside: it goes into every manifest and receipt.

What a person typed stands beside the chain, and in it as the SHA-256 of a salt and the text: so the
chain can be given away without a word of it, and still holds each word. Lines that were written
before version 14 of the schema have such words inside.
"""

from __future__ import annotations

import secrets
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.canonical import NotCanonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.vietnamese import fold
from antq_desktop.store.stopping import go_on, stopped_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.store.driver import Database
    from antq_desktop.store.stopping import Stop

    Details = Mapping[str, Json]
    Entry = dict[str, Json]
    Test = tuple[str, Sequence[str | int]]
    """What is asked in SQL, and the values in it."""

TYPED = frozenset({"file", "name", "reason", "source"})
"""The details that a person typed, or that may hold what a person typed."""

_NOTHING = "0" * 64
_SALT = 16
_HELD = "salted_sha256"
_ALL = -1
"""What SQL takes for no limit."""

_AT_ONCE = 10_000
"""How many lines are in memory at the same time."""

_KIND = "substr(entry ->> '$.act', 1, instr((entry ->> '$.act') || ':', ':') - 1)"
"""The act without what is said of it: "unlock_failed:users.wrong_passphrase" is one such."""

_DAY = "substr(entry ->> '$.at', 1, 10)"
_ABOUT = ("record", "digest", "bundle", "case", "query")
"""The details that name what an act was done to."""

_WITHIN = [
    f'instr(entry, \'"{name}":"\')'  # quicker than to read the JSON of every line
    f" AND instr(folded(entry ->> '$.details.{name}'), ?)"
    for name in sorted(TYPED)
]
_BESIDE = "n IN (SELECT n FROM journal_texts WHERE instr(folded(text), ?))"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: how many lines, and the hash of the last (64 zeros without any)."""

    length: int
    hash: str

    def as_json(self) -> dict[str, Json]:
        """Return the form used in manifests and receipts."""
        return {"length": self.length, "head": self.hash}


BEGINNING = Head(0, _NOTHING)
"""What stands before the first line."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which lines are wanted, by each part that is given.

    ``acts`` are names without what follows a colon; ``user`` is an account, ``about`` the id of a
    record, a bundle, a case or a query; days are ISO dates; ``text`` is part of what was typed,
    with or without marks.
    """

    acts: tuple[str, ...] = ()
    user: str = ""
    about: str = ""
    since: str = ""
    until: str = ""
    text: str = ""

    def tests(self) -> Iterator[Test]:
        """Yield what each part asks."""
        if self.acts:
            yield f"{_KIND} IN ({', '.join('?' * len(self.acts))})", self.acts
        if self.user:
            yield "entry ->> '$.user' = ?", [self.user]
        if self.about:
            any_of = " OR ".join(f"entry ->> '$.details.{name}' = ?" for name in _ABOUT)
            yield f"({any_of})", [self.about] * len(_ABOUT)
        if self.since:
            yield f"{_DAY} >= ?", [self.since]
        if self.until:
            yield f"{_DAY} <= ?", [self.until]
        if self.text:
            any_of = " OR ".join([_BESIDE, *_WITHIN])
            yield f"({any_of})", [fold(self.text)] * (len(_WITHIN) + 1)


class Journal:
    """Appends lines, reads them and checks the chain."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.register_function(_folded, name="folded", deterministic=True)

    def head(self) -> Head:
        """Return the end of the chain."""
        row = self._database.execute(
            "SELECT n, hash FROM journal ORDER BY n DESC LIMIT 1"
        ).fetchone()
        return Head(row[0], row[1]) if row else BEGINNING

    def add(self, at: str, user: str | None, act: str, /, **details: Json) -> Head:
        """Append a line; inside a transaction it stands or falls with the act itself."""
        return self.add_all(at, user, act, [details])

    def add_all(self, at: str, user: str | None, act: str, acts: Iterable[Details]) -> Head:
        """Append a line for each of several acts of one kind."""
        head = self.head()
        lines: list[tuple[int, str, str]] = []
        texts: list[tuple[int, str, str, str]] = []
        for details in acts:
            number = head.length + 1
            typed = {name: (secrets.token_hex(_SALT), text) for name, text in _typed(details)}
            texts += [(number, name, salt, text) for name, (salt, text) in typed.items()]
            held: Entry = {name: {_HELD: _hold(*one)} for name, one in typed.items()}
            entry = canonical.dump(
                {
                    "n": number,
                    "at": at,
                    "user": user,
                    "act": act,
                    "details": {**details, **held},
                    "previous": head.hash,
                }
            )
            head = Head(number, sha256_hex(entry))
            lines.append((number, entry.decode(), head.hash))
        self._database.conn.executemany(
            "INSERT INTO journal (n, entry, hash) VALUES (?, ?, ?)", lines
        )
        self._database.conn.executemany(
            "INSERT INTO journal_texts (n, name, salt, text) VALUES (?, ?, ?, ?)", texts
        )
        return head

    def hash_at(self, n: int) -> str | None:
        """Return the hash of a line, None if there are fewer lines."""
        if n == 0:
            return _NOTHING
        row = self._database.execute("SELECT hash FROM journal WHERE n = ?", [n]).fetchone()
        return str(row[0]) if row else None

    def entries(self) -> Iterator[Entry]:
        """Yield the lines in order, with what was typed."""
        return self._read("ORDER BY n")

    def newest(self) -> Iterator[Entry]:
        """Yield the lines backwards, the last one first, with what was typed."""
        return self._read("ORDER BY n DESC")

    def page(self, sought: Sought, before: int | None, limit: int) -> list[Entry]:
        """Return the newest lines that are sought, of those below a number where one is given."""
        where, values = _where(sought, before)
        return list(self._read(f"{where} ORDER BY n DESC LIMIT ?", [*values, limit]))

    def numbers(self, sought: Sought, stop: Stop = go_on) -> Sequence[int] | None:
        """Return the numbers of the lines that are sought, the newest first; None where stopped.

        Of all lines they are those up to the head: one that is missing is among them.
        """
        if sought == Sought():
            return range(self.head().length, 0, -1)
        where, values = _where(sought, None)
        found = array("q")
        with stopped_by(self._database, stop) as going:
            rows = self._database.execute(f"SELECT n FROM journal {where} ORDER BY n DESC", values)
            found.extend(n for (n,) in rows)
        return found if going.on else None

    def lines(self, numbers: Iterable[int]) -> dict[int, Entry]:
        """Return the lines of these numbers by them; without those that are missing."""
        listed = ",".join(str(int(n)) for n in numbers)
        found = self._read(f"WHERE n IN ({listed})")
        return {cast("int", entry["n"]): entry for entry in found}

    def raw(self, after: int = 0, limit: int = _ALL) -> list[tuple[int, str, str]]:
        """Return number, entry and hash of lines as they are stored, in order."""
        return self._database.execute(
            "SELECT n, entry, hash FROM journal WHERE n > ? ORDER BY n LIMIT ?", [after, limit]
        ).fetchall()

    def users(self) -> set[str]:
        """Return the accounts that did something."""
        rows = self._database.execute("SELECT DISTINCT entry ->> '$.user' FROM journal")
        return {str(user) for (user,) in rows if user}

    def acts_since(self, n: int) -> set[str]:
        """Return the names of the acts after a line."""
        rows = self._database.execute(
            "SELECT DISTINCT json_extract(entry, '$.act') FROM journal WHERE n > ?", [n]
        )
        return {str(row[0]) for row in rows}

    def last_moment(self) -> str | None:
        """Return the time of the last line, None without any."""
        row = self._database.execute("SELECT entry FROM journal ORDER BY n DESC LIMIT 1").fetchone()
        return str(cast("Entry", canonical.load(row[0].encode()))["at"]) if row else None

    def follow(self, after: Head, limit: int = _ALL) -> Head:
        """Return the last of the next lines up to which all fit, ``after`` where not even one does.

        ``after`` is the beginning, or a line up to which they did.
        """
        for n, entry, digest in self.raw(after.length, limit):
            fits = n == after.length + 1 and sha256_hex(entry.encode()) == digest
            if not (fits and self._follows(entry, n, after.hash)):
                break
            after = Head(n, digest)
        return after

    def broken_at(self) -> int | None:
        """Return the number of the first line that does not fit the chain, None if all do."""
        fitting = BEGINNING
        while (further := self.follow(fitting, _AT_ONCE)) != fitting:
            fitting = further
        return None if fitting == self.head() else fitting.length + 1

    def _follows(self, text: str, n: int, previous: str) -> bool:
        """Say whether a line is the next one, and what was typed is what it holds."""
        try:
            entry = canonical.load(text.encode())
        except NotCanonical:
            return False
        if not isinstance(entry, dict) or (entry.get("n"), entry.get("previous")) != (n, previous):
            return False
        details = entry.get("details")
        if not isinstance(details, dict):
            return True
        held = {name: one for name, value in details.items() if (one := _held(value))}
        return not held or held == {name: _hold(*one) for name, *one in self._texts(n)}

    def _read(self, rest: str, values: Iterable[str | int] = ()) -> Iterator[Entry]:
        for n, text in self._database.execute(f"SELECT n, entry FROM journal {rest}", list(values)):
            entry = cast("Entry", canonical.load(text.encode()))
            details = cast("Entry", entry["details"])
            if any(map(_held, details.values())):
                details |= {name: typed for name, _, typed in self._texts(n)}
            yield entry

    def _texts(self, n: int) -> list[tuple[str, str, str]]:
        return self._database.execute(
            "SELECT name, salt, text FROM journal_texts WHERE n = ?", [n]
        ).fetchall()


def withheld(entry: str) -> tuple[str, ...]:
    """Return the names of what was typed and stands in a stored line itself, as it once did.

    Of a line that cannot be read, "entry".
    """
    try:
        body = canonical.load(entry.encode())
    except NotCanonical:
        return ("entry",)
    details = body.get("details") if isinstance(body, dict) else None
    return tuple(sorted(name for name, _ in _typed(details))) if isinstance(details, dict) else ()


def _where(sought: Sought, before: int | None) -> Test:
    tests: list[Test] = list(sought.tests())
    if before is not None:
        tests.append(("n < ?", [before]))
    where = f"WHERE {' AND '.join(test for test, _ in tests)}" if tests else ""
    return where, [value for _, values in tests for value in values]


def _typed(details: Details) -> Iterator[tuple[str, str]]:
    for name in TYPED & set(details):
        text = details[name]
        if isinstance(text, str):
            yield name, text


def _folded(text: object) -> str:
    return fold(text) if isinstance(text, str) else ""


def _held(value: Json) -> Json:
    """Return the hash by which a line holds what was typed, None for any other value."""
    return value.get(_HELD) if isinstance(value, dict) else None


def _hold(salt: str, text: str) -> str:
    return sha256_hex(f"{salt}{text}".encode())
