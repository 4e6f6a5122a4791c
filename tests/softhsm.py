"""Real tokens for the tests: SoftHSM2, each in a folder of its own.

It never locks a PIN and never says that few tries are left, and it has no memory to run full;
what those sound like is tested on the flags and error codes themselves.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN = "246810"
WRONG = "135790"

_IMPORT = """
import sys
import pkcs11
from pkcs11.util.x509 import decode_x509_certificate
module, label, pin, certificate, key = sys.argv[1:]
token = pkcs11.lib(module).get_token(token_label=label)
with token.open(rw=True, user_pin=pin) as session:
    made = decode_x509_certificate(bytes.fromhex(certificate))
    made |= {pkcs11.Attribute.TOKEN: True, pkcs11.Attribute.ID: bytes.fromhex(key)}
    session.create_object(made)
"""


@dataclass(frozen=True)
class SoftHsm:
    """A place for tokens, which processes find by an environment variable."""

    folder: Path

    @classmethod
    def in_folder(cls, folder: Path, environment: pytest.MonkeyPatch) -> SoftHsm:
        """Make the place and point to it."""
        tokens = folder / "tokens"
        tokens.mkdir(exist_ok=True)
        settings = folder / "softhsm2.conf"
        settings.write_text(f"directories.tokendir = {tokens}\nobjectstore.backend = file\n")
        environment.setenv("SOFTHSM2_CONF", str(settings))
        return cls(folder)

    def plug_in(self, label: str) -> str:
        """Make a token with a PIN; return its serial number."""
        before = set(self._tokens.iterdir())
        options = f"--init-token --free --label {label} --pin {PIN} --so-pin 87654321"
        subprocess.run(["softhsm2-util", *options.split()], check=True, capture_output=True)
        (made,) = set(self._tokens.iterdir()) - before
        said = subprocess.run(
            ["softhsm2-util", "--show-slots"], check=True, capture_output=True, text=True
        ).stdout
        serials: list[str] = re.findall(r"Serial number:\s+(\S+)", said)
        return next(one for one in serials if made.name.replace("-", "").endswith(one))

    def import_key(self, label: str, key_pkcs8_pem: str, key_id: str, name: str = "key") -> None:
        """Put a key pair into a token, as its giver would."""
        file = self.folder / "key.pem"
        file.write_text(key_pkcs8_pem)
        options = (
            f"--import {file} --token {label} --label {name} --id {key_id} --pin {PIN} --force"
        )
        subprocess.run(["softhsm2-util", *options.split()], check=True, capture_output=True)
        file.unlink()

    def import_certificate(self, label: str, certificate: bytes, key_id: str) -> None:
        """Put a certificate into a token beside its key; softhsm2-util has no way."""
        command = [
            sys.executable,
            "-c",
            _IMPORT,
            str(MODULE),
            label,
            PIN,
            certificate.hex(),
            key_id,
        ]
        subprocess.run(command, check=True, capture_output=True)

    def pull_out(self) -> None:
        """Take all tokens away, whatever is going on."""
        self._tokens.rename(self.folder / "pulled")
        self._tokens.mkdir()

    def put_back(self) -> None:
        """Plug in again what was pulled out."""
        self._tokens.rmdir()
        (self.folder / "pulled").rename(self._tokens)

    @property
    def _tokens(self) -> Path:
        return self.folder / "tokens"
