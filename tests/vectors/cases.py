"""All vectors, in the order of docs/bundle-format.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.vectors.of_attachments import attachments
from tests.vectors.of_cases import handed_over
from tests.vectors.of_certificates import certificates
from tests.vectors.of_containers import containers
from tests.vectors.of_contents import contents, heavy
from tests.vectors.of_foreign import foreign
from tests.vectors.of_levels import levels
from tests.vectors.of_queries import asked
from tests.vectors.of_reports import reported
from tests.vectors.of_requests import requests
from tests.vectors.of_seals import good, seals
from tests.vectors.of_second import second
from tests.vectors.of_signatures import signatures
from tests.vectors.of_transfers import transferred

if TYPE_CHECKING:
    from tests.vectors.vector import Vector

HEAVY = tuple(heavy())
VECTORS: tuple[Vector, ...] = (
    *good(),
    *asked(),
    *handed_over(),
    *transferred(),
    *seals(),
    *containers(),
    *signatures(),
    *second(),
    *certificates(),
    *foreign(),
    *contents(),
    *requests(),
    *levels(),
    *reported(),
    *attachments(),
)
