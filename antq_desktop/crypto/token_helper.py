"""The helper process: answers one JSON line with another until its input ends.

``python -P -m antq_desktop.crypto.token_helper``, or the program itself with `tokens.ARGUMENT`
where it was frozen into one file. The PIN comes over the pipe, never as an argument.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from antq_desktop.crypto.token_driver import Driver
from antq_desktop.crypto.tokens import KeyKind, Scheme, ShownKey, TokenRefused, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO


def main() -> int:
    """Serve until the input ends; what the library prints itself goes nowhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    with answers, os.fdopen(os.dup(0), encoding="utf-8") as asked:
        serve(asked, answers)
    return 0


def serve(asked: IO[str], answers: IO[str]) -> None:
    """Answer each line; an error is an answer too."""
    served: dict[str, Driver] = {}
    for line in asked:
        try:
            answer = {"done": _answer(served, json.loads(line))}
        except TokenRefused as refused:
            answer = {
                "refused": [str(refused.trouble), str(refused.pin), refused.detail],
            }
        except Exception as error:  # noqa: BLE001 - whatever it is, the other side is to hear of it
            answer = {"refused": [str(Trouble.FAILED), "silent", type(error).__name__]}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
    for driver in served.values():
        driver.close()


def _answer(served: dict[str, Driver], asked: dict[str, Any]) -> Any:
    act = asked.pop("do")
    if act == "load":
        served["driver"] = Driver(Path(asked["module"]))
        return None
    return _ACTS[act](served["driver"], **asked)


def _tokens(driver: Driver) -> list[dict[str, Any]]:
    return [dataclasses.asdict(one) for one in driver.tokens()]


def _keys(driver: Driver, serial: str) -> list[dict[str, str | None]]:
    return [_as_json(one) for one in driver.keys(serial)]


def _find_key(driver: Driver, key: str) -> list[Any]:
    pss, shown = driver.find_key(key)
    return [pss, [_as_json(one) for one in shown]]


def _generate(driver: Driver, kind: str) -> dict[str, str | None]:
    return _as_json(driver.generate(KeyKind(kind)))


def _sign(driver: Driver, *, key: str, data: str, scheme: str, hashed: str) -> str:
    return driver.sign(key, bytes.fromhex(data), Scheme(scheme), hashed).hex()


_ACTS: dict[str, Callable[..., Any]] = {
    "tokens": _tokens,
    "keys": _keys,
    "log_in": Driver.log_in,
    "find_key": _find_key,
    "generate": _generate,
    "sign": _sign,
}


def _as_json(key: ShownKey) -> dict[str, str | None]:
    return {
        "id": key.id,
        "label": key.label,
        "public_key": key.public_key.hex() if key.public_key is not None else None,
        "certificate": key.certificate.hex() if key.certificate is not None else None,
    }


if __name__ == "__main__":
    sys.exit(main())
