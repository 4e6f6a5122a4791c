"""Judges a bundle: by our reader, and by age, unzip, openssl and sha256sum as its README says."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Final

from antq_desktop.assets import asset
from antq_desktop.bundle import names
from antq_desktop.bundle.reader import open_bundle
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.paths import paths_for
from antq_desktop.services.authority import Asker, certified
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import NewWorkspace, create_workspace, open_workspace
from antq_desktop.services.receiving import verify_bundle
from antq_desktop.services.reference_data import load_units
from tests.unit.bundle.world import MOMENT
from tests.vectors.bodies import revocation_list
from tests.vectors.members import authority_named, identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.crypto.sealing import Identity
    from antq_desktop.crypto.signatures import Trust
    from antq_desktop.domain.succession import Succession
    from antq_desktop.services.workspace import Workspace

TOOLS: Final = ("age", "unzip", "openssl", "sha256sum")
ACCEPTS, REFUSES, CANNOT = "accepts", "refuses", "cannot judge"
_PROVINCE, _DAY = "35", date(2023, 12, 31)
_SUM: Final = re.compile(r"^ +(sed -n .*sha256sum -c -)$", re.MULTILINE)


def our_verdict(
    path: Path,
    identity: Identity,
    trust: Trust,
    folder: Path,
    succession: Succession | None = None,
) -> tuple[str, str]:
    """Return ``accepted``, ``held`` or ``refused`` and the rule, after every row was read."""
    try:
        with open_bundle(
            path,
            identities=[identity],
            trust=trust,
            scratch_folder=folder,
            succession=succession,
        ) as bundle:
            for register in bundle.registers:
                for _ in bundle.records(register):
                    pass
            for _ in bundle.sealed():
                pass
            case = bundle.manifest.handed_over
            for told in case.records if case is not None else ():
                for _ in bundle.case_record(told):
                    pass
            signers = [bundle.signer, *([bundle.second] if bundle.second is not None else [])]
            if any(signer.doubted_since is not None for signer in signers):
                return "held", "signer_doubted"
            for signer in (bundle.signer, bundle.second):
                wanted = signer.list_wanted if signer is not None else None
                if wanted is not None:
                    return "held", "signer_list_ended" if wanted.due else "signer_unlisted"
    except BundleRefused as refused:
        return "refused", refused.reasons[0].rule
    return "accepted", ""


@contextmanager
def province(folder: Path) -> Iterator[Workspace]:
    """Open a real workspace of the province, with the authority and the seal of the vectors."""
    units = load_units()
    wanted = NewWorkspace(
        role="office",
        unit=units.resolve(f"{_PROVINCE}@{_DAY}", _DAY),
        user="Phạm Văn Mẫu",
        passphrase="demo",
        practice=True,
        ca_passphrase="demo",
    )
    paths, clock = paths_for(folder / "province"), Clock(system=lambda: MOMENT)
    create_workspace(paths, wanted, units, load_catalogue(), clock)
    with open_workspace(paths, None, "demo", load_catalogue(), clock) as workspace:
        _as_in_the_vectors(workspace)
        yield workspace


def office_verdict(workspace: Workspace, path: Path) -> tuple[str, str]:
    """Return what an office says of a bundle that is made for it, as `our_verdict` does.

    With a bundle that is accepted goes what is remarked of it.
    """
    found = verify_bundle(workspace, path)
    rules = " ".join(one.rule for one in found.reasons)
    return ("accepted", rules) if found.good else ("refused", found.reasons[0].rule)


def _as_in_the_vectors(workspace: Workspace) -> None:
    store, above, pair = workspace.store, authority_named("upper"), identity("receiver")
    store.meta.set("trust", {"anchor": above.der.hex()})
    own = {**workspace.document("authority"), "certificate": above.der.hex()}
    store.meta.set("authority", {**own, "revocation_list": revocation_list("upper").hex()})
    store.meta.set("identity", {"secrets": [pair.secret], "recipients": [pair.recipient]})
    asker = Asker("w", pair.recipient, None)
    lower = certified(authority_named("lower").der, "347", asker, workspace.clock.now())
    store.exchanged.add_certificate(lower)


class Tools:
    """Runs the real programs in a folder, one after the other, each on what the one before left."""

    def __init__(
        self,
        folder: Path,
        identity: Path,
        authority: Path,
        lists: Path | None,
        *,
        further: bool = False,
    ) -> None:
        self._folder = folder
        self._identity = identity
        self._authority = authority
        self._lists = lists
        # Under a further anchor nobody is judged without the list of each authority above him.
        self._check = ["-crl_check_all"] if further else ["-crl_check"] if lists else []

    def judge(self, path: Path, at: datetime, *, sealed: bool) -> Mapping[str, str]:
        """Return for each tool whether it accepts, refuses, or has nothing that it could judge."""
        found = dict.fromkeys(TOOLS, CANNOT)
        container = self._folder / "container.zip"
        if sealed:
            found["age"] = self._run(
                "age", "-d", "-i", str(self._identity), "-o", str(container), str(path)
            )
        else:
            shutil.copyfile(path, container)
        if found["age"] == REFUSES:
            return found
        found["unzip"] = self._unzip(container)
        inside = self._folder / "inside"
        inside.mkdir()
        # -o: a name that stands twice is not asked about; what it writes stays in the folder.
        self._run("unzip", "-o", "-q", str(container), *_WANTED, "-d", str(inside))
        if (inside / names.SIGNATURE).is_file() and (inside / names.ASIC_MANIFEST).is_file():
            if not sealed:
                self._trust_itself(inside)
            signed = [_FIRST]
            if all((inside / name).is_file() for name in _SECOND):
                signed.append(_SECOND)
            found["openssl"] = _all(self._openssl(inside, at, *one) for one in signed)
            self._run("unzip", "-o", "-q", str(container), "-x", *_UNWANTED, "-d", str(inside))
            found["sha256sum"] = _all(
                self._run("bash", "-euo", "pipefail", "-c", _listed_in(readme), folder=inside)
                for readme, _ in zip(_READMES, signed, strict=False)
            )
        return found

    def _unzip(self, container: Path) -> str:
        """Ask for a test of all entries; a warning (1) is no refusal: it unpacks all the same."""
        done = self._start("unzip", "-t", "-qq", "-P", "", str(container))
        return ACCEPTS if done.returncode in {0, 1} else REFUSES

    def _trust_itself(self, inside: Path) -> None:
        """Take the certificate of a request for the authority: a person compares it."""
        command = ["openssl", "pkcs7", "-inform", "DER", "-in", names.SIGNATURE]
        self._authority = self._folder / "own.pem"
        self._run(*command, "-print_certs", "-out", str(self._authority), folder=inside)

    def _openssl(self, inside: Path, at: datetime, listing: str, signature: str) -> str:
        command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER"]
        command += ["-in", signature, "-content", listing]
        command += ["-CAfile", str(self._lists or self._authority)]
        command += ["-attime", str(int(at.timestamp())), "-out", "/dev/null"]
        return self._run(*command, *self._check, folder=inside)

    def _run(self, *command: str, folder: Path | None = None) -> str:
        return ACCEPTS if self._start(*command, folder=folder).returncode == 0 else REFUSES

    def _start(
        self, *command: str, folder: Path | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command,
            cwd=folder or self._folder,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )


def _all(said: Iterable[str]) -> str:
    """Say that a tool accepts a bundle where it accepts each of its signatures."""
    return ACCEPTS if set(said) == {ACCEPTS} else REFUSES


def _listed_in(readme: str) -> str:
    """Return the command by which a README compares the files with a list of digests."""
    (command,) = _SUM.findall(asset("templates", readme).read_text(encoding="utf-8"))
    return str(command).replace("@@", "@")


_FIRST: Final = (names.ASIC_MANIFEST, names.SIGNATURE)
_SECOND: Final = (names.SECOND_MANIFEST, names.SECOND_SIGNATURE)
_READMES: Final = ("bundle-readme.txt", "bundle-readme-second.txt")
_WANTED: Final = (*_FIRST, *_SECOND)
# What a hostile container might lead out of the folder with, and what would fill the disk.
_UNWANTED: Final = ("/*", "*..*", "attachments/??????", "attachments/zeros")
