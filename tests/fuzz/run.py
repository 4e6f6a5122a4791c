"""``make fuzz``: each parser against bytes that grow with what they reach; bounded in time.

    --seconds N      for each target (60)
    --only NAME      one target, may be said more than once
    --repeat NAME FILE   judge one file again, with its traceback

Corpus and findings stay under build/fuzz. What is found fails the run; the file that does it is
kept, and the command that repeats it is printed.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from tests.fuzz.names import NAMES
from tests.rules.sources import ROOT

FOLDER: Final = ROOT / "build" / "fuzz"
AT_ONCE: Final = 2
MEMORY_MB: Final = 1024
SLOW_SECONDS: Final = 10
_RUNS: Final = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


def main() -> int:
    """Fuzz what was asked for; 1 if anything was found, 3 where the fuzzer does not exist."""
    parser = argparse.ArgumentParser(prog="make fuzz", description="fuzz the parsers")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--only", action="append", choices=NAMES)
    parser.add_argument("--repeat", nargs=2, metavar=("NAME", "FILE"))
    parser.add_argument("--child", choices=NAMES, help=argparse.SUPPRESS)
    chosen, options = parser.parse_known_args()
    if chosen.repeat:
        return _repeat(*chosen.repeat)
    try:
        import atheris
    except ImportError:
        sys.stderr.write("fuzz: needs atheris, which has wheels for Linux and CPython to 3.13\n")
        return 3
    if chosen.child:
        with atheris.instrument_imports(include=["antq_desktop", "asn1crypto"]):
            from tests.fuzz import targets
        atheris.Setup([sys.argv[0], *options], targets.TARGETS[chosen.child])
        atheris.Fuzz()
        return 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        wanted = chosen.only or NAMES
        good = list(pool.map(lambda name: _fuzz(name, chosen.seconds), wanted))
    return 0 if all(good) else 1


def _repeat(name: str, file: str) -> int:
    from tests.fuzz.targets import TARGETS

    TARGETS[name](Path(file).read_bytes())
    sys.stdout.write(f"{name}: nothing found in {file}\n")
    return 0


def _fuzz(name: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own; tell what came of it."""
    corpus, findings = FOLDER / "corpus" / name, FOLDER / "findings" / name
    for folder in (corpus, findings):
        folder.mkdir(parents=True, exist_ok=True)
    _sow(name, corpus)
    command = [sys.executable, "-m", "tests.fuzz.run", "--child", name]
    command += [f"-max_total_time={seconds}", f"-rss_limit_mb={MEMORY_MB}"]
    command += [f"-timeout={SLOW_SECONDS}", "-print_final_stats=1"]
    command += [f"-artifact_prefix={findings}/", str(corpus)]
    # A fuzzer ends in the midst of things: what lies in its temporary folder goes with it.
    with tempfile.TemporaryDirectory(prefix="antq-fuzz-") as temporary:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "TMPDIR": temporary},
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
        )
    log = findings / "log.txt"
    log.write_text(done.stdout + done.stderr, encoding="utf-8")
    found = _RUNS.search(done.stderr)
    runs = int(found[1]) if found else 0
    sys.stdout.write(f"{name:12} {runs:>9} executions, {_found(name, done.returncode, findings)}\n")
    sys.stdout.flush()
    return done.returncode == 0 and runs > 0


def _found(name: str, status: int, findings: Path) -> str:
    if status == 0:
        return "nothing found"
    kept = sorted(findings.glob("*-*"), key=lambda path: path.stat().st_mtime)
    if not kept:
        return f"it did not run: see {findings.relative_to(ROOT)}/log.txt"
    file = kept[-1].relative_to(ROOT)
    return f'FOUND {file}\n  repeat: make fuzz ARGS="--repeat {name} {file}"'


def _sow(name: str, corpus: Path) -> None:
    from tests.fuzz.seeds import seeds

    with tempfile.TemporaryDirectory() as made:
        for number, data in enumerate(seeds(name, Path(made))):
            (corpus / f"seed-{number:03}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
