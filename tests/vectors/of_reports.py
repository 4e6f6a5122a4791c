"""Vectors: the figures of a period with the report on paper: the right one, and others.

They come in what an office passes on, so the province judges them as it does all levels.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final

from cryptography.hazmat.primitives import serialization
from reportlab.pdfgen.canvas import Canvas

from antq_desktop.bundle.names import paper_name, report_name
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.signatures import Mark, sign_pdf
from tests.unit.bundle.world import MOMENT
from tests.vectors.cms import chain_of
from tests.vectors.members import member
from tests.vectors.of_levels import ABOVE, CATALOGUE, Departing, consolidated
from tests.vectors.packing import deflated
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.crypto.canonical import Json
    from tests.unit.bundle.world import Files

PERIOD: Final = "DL-2024"
PAPER: Final = paper_name(PERIOD)
_NOTHING: Final[dict[str, Json]] = {
    "value": 0,
    "denominator": None,
    "parts": {},
    "records": sha256_hex(b""),
}
FIGURES: Final = dump(
    {
        "period": PERIOD,
        "version": 1,
        "as_of": {},
        "entered": {},
        "versions": {"catalogue": CATALOGUE, "units": "2023", "calendar": "none"},
        "switches": {},
        "indicators": [{"code": "B1.2", **_NOTHING, "late": _NOTHING}],
        "nil": [],
    }
)
"""The figures of a year without a record: what the reader counts again is the same."""


def reported() -> Iterator[Vector]:
    """Yield reports with their paper, with another's, and with one that was changed."""
    other = sha256_hex(b"other figures")
    for name, about, remark, rule, departing in (
        ("good-report", "figures and the report on paper", None, None, _with(paper())),
        (
            "good-report-signed",
            "the report on paper has a signature of its own",
            None,
            None,
            _with(signed(paper())),
        ),
        ("good-report-alone", "figures without a paper", None, None, _with(None)),
        (
            "report-paper-other",
            "the paper names other figures",
            "report_paper_other",
            None,
            _with(paper(digest=other)),
        ),
        (
            "report-paper-version",
            "the paper names another version of the figures",
            "report_paper_other",
            None,
            _with(paper(version=2)),
        ),
        (
            "report-paper-none",
            "what calls itself a paper is no PDF",
            "report_paper_other",
            None,
            _with(b"MZ" + paper()),
        ),
        (
            "report-paper-changed",
            "a byte of the paper changed after it was signed",
            None,
            "file_digest",
            replace(_with(signed(paper())), pack=_changed),
        ),
    ):
        yield Vector(
            name=name,
            about=about,
            rule=rule,
            remark=remark,
            anchor="upper",
            office=True,
            make=partial(consolidated, departing),
        )


@cache
def paper(*, version: int = 1, digest: str = sha256_hex(FIGURES)) -> bytes:
    """Return a PDF of one page that names the figures to which it belongs."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(200, 100), pageCompression=0, invariant=1)
    canvas.setKeywords(f"antq-report/1 {PERIOD} {version} {digest}")
    canvas.line(20, 20, 180, 80)
    canvas.save()
    return target.getvalue()


@cache
def signed(pdf: bytes) -> bytes:
    """Return a paper with the signature of whoever signs the bundle in it."""
    signer = member(ABOVE)
    key: Any = signer.key
    pkcs8 = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    chain = [one.der for one in chain_of(signer)]
    mark = Mark(0, (10, 10, 110, 60), paper())
    return sign_pdf(pdf, pkcs8, signer.der, chain, MOMENT, mark)


def _with(pdf: bytes | None) -> Departing:
    more = {report_name(PERIOD): FIGURES, **({PAPER: pdf} if pdf is not None else {})}
    return Departing(periods=(PERIOD,), more=more, pack=deflated)


def _changed(files: Files) -> bytes:
    """Change one letter of the paper's own description, and leave everything else as it was."""
    pdf = files[PAPER].replace(b"antq-report/1", b"antq-report/2", 1)
    assert pdf != files[PAPER]
    return deflated(files | {PAPER: pdf})
