"""Signatures inside a PDF: PAdES baseline B-B (ETSI EN 319 142-1). Imported at first use.

The file is only added to: what was signed stays as it was, byte for byte, and every byte but those
of the signature itself is signed. The time is in the file's signature dictionary, as PAdES wants.
"""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.api import CAdESSignedAttrSpec
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp import StaticStampStyle

if TYPE_CHECKING:
    from datetime import datetime

    from antq_desktop.crypto.signatures import Mark

FIELD = "antq-signature"
"""The name of the field in which the signature stands."""

_RESERVED = 32 * 1024
"""Hex digits kept free for the signature: certificates of eight levels fit."""


class _Picture(PdfContent):
    """A page of another PDF as the picture of a signature."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        """Take the page over with its fonts."""
        writer: Any = self._ensure_writer
        drawn = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)), page_ix=0)
        name = b"/Mark"
        self.resources.xobject[name.decode()] = drawn
        left, foot, right, top = drawn.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - foot))
        return name + b" Do"


def sign_pdf(pdf: bytes, signer: Signer, at: datetime, mark: Mark) -> bytes:
    """Return a PDF with a signature and its visible mark added to it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    box = tuple(round(edge) for edge in mark.box)
    made = PdfSigner(
        PdfSignatureMetadata(
            field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
        ),
        signer,
        stamp_style=StaticStampStyle(border_width=0, background=_Picture(mark.picture)),
        new_field_spec=SigFieldSpec(FIELD, on_page=mark.page, box=(box[0], box[1], box[2], box[3])),
    )
    session = made.init_signing_session(writer)
    session.system_time = at
    document = session.prepare_tbs_document(
        validation_info=None, bytes_reserved=_RESERVED, appearance_text_params=None
    )
    output = io.BytesIO()
    digest, _ = document.digest_tbs_document(output=output)
    attributes = PdfCMSSignedAttributes(cades_signed_attrs=CAdESSignedAttrSpec())
    asyncio.run(
        document.perform_signature(
            document_digest=digest.document_digest, pdf_cms_signed_attrs=attributes
        )
    )
    return output.getvalue()
