"""Paper signed with a certificate, judged by pdfsig and openssl as others would."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.services.papers import compose
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.signing_papers import sign_paper
from antq_desktop.services.users import add_user
from tests.unit.printing.pages import Pdf
from tests.unit.services.conftest import COMMUNE, PASSPHRASE, World
from tests.unit.services.paper_world import YEAR, report

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.papers import Paper

MM = 72 / 25.4
VALID, TRUSTED = "Signature is Valid.", "Certificate is Trusted."


@pytest.fixture
def nss(world: World, tmp_path: Path) -> Path:
    """Return a store of certificates that trusts the commune's office and nothing else."""
    folder = tmp_path / "nss"
    folder.mkdir()
    with world.open(COMMUNE) as workspace:
        (folder / "ca.der").write_bytes(anchor_of(workspace))
    for command in (
        ["certutil", "-N", "-d", f"sql:{folder}", "--empty-password"],
        ["certutil", "-A", "-d", f"sql:{folder}", "-n", "ca", "-t", "CT,C,C", "-i", "ca.der"],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def judged(path: Path, nss: Path) -> str:
    """Return what pdfsig says of a file."""
    done = subprocess.run(
        ["pdfsig", "-nssdir", nss, path], capture_output=True, text=True, check=False
    )
    return done.stdout


def written(folder: Path, paper: Paper) -> Path:
    path = folder / paper.file_name
    path.write_bytes(paper.pdf)
    return path


def test_pdfsig_accepts_a_signed_report_and_refuses_every_changed_byte(
    world: World, tmp_path: Path, nss: Path
) -> None:
    with world.open(COMMUNE) as workspace:
        plain = compose(workspace, "period-report", period=YEAR)
        signed = sign_paper(workspace, plain)
        *_, line = workspace.store.journal.entries()
    assert line["act"] == "sign_paper"
    assert signed.file_name == "period-report-DL-2023-da-ky.pdf"
    assert signed.pdf.startswith(plain.pdf)  # it is only added to
    path = written(tmp_path, signed)
    said = judged(path, nss)
    assert VALID in said
    assert TRUSTED in said
    assert "Lò Thị Mẫu" in said
    assert "ETSI.CAdES.detached" in said
    assert "Total document signed" in said
    for at in range(200, len(plain.pdf), len(plain.pdf) // 12):
        changed = bytearray(signed.pdf)
        changed[at] ^= 1
        path.write_bytes(changed)
        assert VALID not in judged(path, nss), at
    path.write_bytes(signed.pdf + b"\n%%EOF")
    assert "Total document signed" not in judged(path, nss)
    _check_by_openssl(signed.pdf, tmp_path, (nss / "ca.der").read_bytes())


def _check_by_openssl(pdf: bytes, folder: Path, authority: bytes) -> None:
    """Let openssl judge the signature over the bytes that the file says are signed."""
    found = re.search(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]", pdf)
    assert found is not None
    start, long, after, rest = (int(one) for one in found.groups())
    assert (start, after + rest) == (0, len(pdf))
    (folder / "content").write_bytes(pdf[:long] + pdf[after:])
    contents = bytes.fromhex(pdf[long + 1 : after - 1].decode())
    (folder / "signature.der").write_bytes(contents)
    pem = subprocess.run(
        ["openssl", "x509", "-inform", "DER"], input=authority, capture_output=True, check=True
    ).stdout
    (folder / "ca.pem").write_bytes(pem)
    command = (
        "openssl cms -verify -binary -inform DER -in signature.der -content content"
        " -CAfile ca.pem -no_check_time -out verified"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    printed = subprocess.run(
        ["openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", "signature.der"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    # PAdES: the signer's certificate is signed, the time stands in the file and not here.
    assert "signingCertificateV2" in printed
    assert "signingTime" not in printed
    assert b"20240115080000" in pdf


def test_the_mark_stands_in_the_room_of_the_signature(world: World, tmp_path: Path) -> None:
    with world.open(COMMUNE) as workspace:
        signed = sign_paper(workspace, compose(workspace, "period-report", period=YEAR))
        unit = workspace.unit.name
    assert signed.place is not None
    pdf = Pdf(written(tmp_path, signed))
    pdf.run("qpdf", "--check", "{}")
    assert all(embedded for _, embedded, _ in pdf.fonts())
    page = signed.place.page + 1
    text = pdf.text(page)
    assert "Ký bởi: Lò Thị Mẫu" in text
    assert f"Cơ quan: Công an {unit[0].lower()}{unit[1:]}" in text
    assert "Thời gian ký: 2024-01-15T08:00:00+07:00" in text
    words = [box for box in pdf.boxes(page) if box[0] == "Ký"]
    height = 297 * MM
    left, foot, right, top = signed.place.box
    for _, x, y, until, below in words:
        if height - top <= y <= height - foot:
            assert left - 1 <= x < until <= right + 1
            assert below <= height - foot + 1
            break
    else:
        pytest.fail("the mark is not in its room")


def test_a_form_without_that_room_is_signed_at_the_upper_right(
    world: World, tmp_path: Path, nss: Path
) -> None:
    (record, other) = world.add(COMMUNE, report(), report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        signed = sign_paper(workspace, compose(workspace, "figures-annex", period=YEAR))
        minutes = sign_paper(workspace, compose(workspace, "tt119-01", record=record))
        both = compose(workspace, "tt119-01", record=[record, other])
        with pytest.raises(Refusal) as refused:
            sign_paper(workspace, both)
    assert refused.value.message_id == "paper.sign_one"
    for paper, width in ((signed, 297 * MM), (minutes, 210 * MM)):
        path = written(tmp_path, paper)
        said = judged(path, nss)
        assert VALID in said
        pdf = Pdf(path)
        (mark,) = [box for box in pdf.boxes(1) if box[0] == "bởi:"]
        assert width - 15 * MM - 80 * MM <= mark[1] < mark[3] <= width - 15 * MM + 0.5 * MM
        assert mark[2] < mark[4] <= 20 * MM


def test_only_the_head_signs(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        add_user(workspace, "Sùng A Mẫu", Role.OFFICER, PASSPHRASE)
    with world.open(COMMUNE, "Sùng A Mẫu") as workspace:
        paper = compose(workspace, "period-report", period=YEAR)
        before = len(list(workspace.store.journal.entries()))
        with pytest.raises(Refusal) as refused:
            sign_paper(workspace, paper)
        assert refused.value.message_id == "users.head_only"
        assert len(list(workspace.store.journal.entries())) == before


def test_the_certificate_in_the_file_is_the_officers(
    world: World, tmp_path: Path, nss: Path
) -> None:
    with world.open(COMMUNE) as workspace:
        path = written(
            tmp_path, sign_paper(workspace, compose(workspace, "figures-annex", period=YEAR))
        )
        serial = workspace.document("certificates")[workspace.user]
    dumped = tmp_path / "dumped"
    dumped.mkdir()
    shutil.copy(path, dumped / "signed.pdf")
    subprocess.run(["pdfsig", "-dump", "signed.pdf"], cwd=dumped, check=True, capture_output=True)
    (signature,) = dumped.glob("signed.pdf.sig*")
    assert bytes.fromhex(str(serial)) in signature.read_bytes()
    assert read_certificate(bytes.fromhex(str(serial))).holder is not None
    assert nss.is_dir()
