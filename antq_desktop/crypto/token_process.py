"""The program's side of the helper process that alone loads a token's library (see `tokens`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Self

from antq_desktop.crypto.token_keys import found_key, found_keys
from antq_desktop.crypto.tokens import (
    ARGUMENT,
    FoundKey,
    PinState,
    ShownKey,
    Token,
    TokenRefused,
    Trouble,
)

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from antq_desktop.crypto.tokens import KeyKind, Scheme

PATIENCE = 30.0
"""Seconds without an answer after which a helper is taken to hang; cards answer within two."""

AT_THE_DEVICE = 120.0
"""Seconds for a person who types a PIN at the device, which gives up sooner by itself."""

GENERATING = 240.0
"""Seconds for making an RSA key inside a slow card."""

_ENDING = 3.0
_OWN_SECRETS = ("ANTQ_PASSPHRASE", "ANTQ_NEW_PASSPHRASE", "ANTQ_CA_PASSPHRASE", "ANTQ_PIN")


class TokenProcess:
    """One helper process with one library in it, for one act. Every call may raise TokenRefused."""

    def __init__(self, module: Path, *, patience: float = PATIENCE) -> None:
        self._patience = patience
        environment = {
            name: value for name, value in os.environ.items() if name not in _OWN_SECRETS
        }
        self._process = subprocess.Popen(  # noqa: S603 - this very program
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: SimpleQueue[str] = SimpleQueue()
        threading.Thread(target=self._listen, name="token", daemon=True).start()
        try:
            self._ask("load", module=str(module))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The id of the helper process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the helper still runs."""
        return self._process.poll() is None

    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens that are plugged in."""
        found = self._ask("tokens")
        return tuple(
            Token(one["serial"], one["label"], one["model"], PinState(one["pin"]), one["pad"])
            for one in found
        )

    def keys(self, serial: str) -> tuple[FoundKey, ...]:
        """Return the keys that a token shows without a PIN, those with a certificate first."""
        return found_keys([_shown(one) for one in self._ask("keys", serial=serial)])

    def log_in(self, serial: str, pin: str | None, *, write: bool = False) -> None:
        """Try the PIN, once, or where it is None wait until it was typed at the device.

        ``write`` where a key is to be made.
        """
        seconds = AT_THE_DEVICE if pin is None else None
        self._ask("log_in", seconds, serial=serial, pin=pin, write=write)

    def check_key(self, key: str, public_key: bytes) -> bool:
        """Check that the token has this private key; return whether it signs by PSS.

        As far as the token tells: what it signs is looked at besides.
        """
        pss, shown = self._ask("find_key", key=key)
        known = {one.public_key for one in map(found_key, map(_shown, shown)) if one is not None}
        if known and public_key not in known:
            raise TokenRefused(Trouble.OTHER_KEY)
        return bool(pss)

    def generate(self, kind: KeyKind) -> FoundKey:
        """Make a key in the token; one of RSA takes a card up to minutes."""
        made = found_key(_shown(self._ask("generate", GENERATING, kind=str(kind))))
        if made is None:
            raise TokenRefused(Trouble.NO_MECHANISM, detail="generate")
        return made

    def sign(self, key: str, data: bytes, scheme: Scheme, hashed: str) -> bytes:
        """Sign data with a key of the token."""
        made = self._ask("sign", key=key, data=data.hex(), scheme=str(scheme), hashed=hashed)
        return bytes.fromhex(made)

    def close(self) -> None:
        """End the helper, which logs out; one that does not end is killed."""
        process = self._process
        if process.stdin is not None and not process.stdin.closed:
            with suppress(OSError):  # it is gone already
                process.stdin.close()
        try:
            process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _ask(self, act: str, seconds: float | None = None, /, **values: object) -> Any:
        try:
            if self._process.stdin is None:
                raise TokenRefused(Trouble.CRASHED)
            self._process.stdin.write(json.dumps({"do": act, **values}) + "\n")
            self._process.stdin.flush()
            line = self._answers.get(timeout=seconds or self._patience)
        except Empty:
            self._process.kill()
            raise TokenRefused(Trouble.SILENT, detail=act) from None
        except (OSError, ValueError) as error:
            raise TokenRefused(Trouble.CRASHED, detail=act) from error
        if not line:
            raise TokenRefused(Trouble.CRASHED, detail=act)
        answer = json.loads(line)
        if "refused" in answer:
            trouble, pin, detail = answer["refused"]
            raise TokenRefused(Trouble(trouble), PinState(pin), detail)
        return answer["done"]

    def _listen(self) -> None:
        """Hand on each line of the helper; an empty one once it has ended."""
        output = self._process.stdout
        if output is not None:
            with output:
                for line in output:
                    self._answers.put(line)
        self._answers.put("")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    # -P: the folder the program was started in, a stick perhaps, is no place to take code from.
    return [sys.executable, "-P", "-m", "antq_desktop.crypto.token_helper"]


def _shown(body: dict[str, str | None]) -> ShownKey:
    public, certificate = body["public_key"], body["certificate"]
    return ShownKey(
        str(body["id"]),
        str(body["label"]),
        bytes.fromhex(public) if public is not None else None,
        bytes.fromhex(certificate) if certificate is not None else None,
    )
