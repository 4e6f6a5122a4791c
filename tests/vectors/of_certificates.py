"""Vectors: one for each state in which a signer's certificate can be when a bundle comes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from antq_desktop.domain.succession import Link, Succession, SuccessionKind
from antq_desktop.domain.units import UnitKey
from tests.unit.bundle.world import MOMENT
from tests.vectors.bodies import REVOKED_LATER, STOLEN
from tests.vectors.members import Ways, member
from tests.vectors.of_signatures import SECOND
from tests.vectors.packing import bundle, sender_of, signed_by
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = timedelta(days=1)
HERS, OTHERS = UnitKey("13285"), UnitKey("13288")


def _became(*, verified: bool) -> Succession:
    """Return the table of a reader for whom the second unit goes on with the first."""
    link = Link(
        before=HERS,
        after=OTHERS,
        kind=SuccessionKind.RENAMED,
        on=date(2025, 1, 1),
        verified=verified,
        basis="thử nghiệm",
    )
    return Succession((link,))


STATES: dict[str, tuple[str, ...]] = {
    "fresh": ("certificate-fresh",),
    "expired": (
        "cms-expired",
        "certificate-ended",
        "certificate-last-second",
        "foreign-expired",
    ),
    "not yet valid": ("cms-not-yet-valid", "certificate-first-second", "foreign-not-yet-valid"),
    "revoked before": ("cms-revoked", "certificate-stolen-told", "foreign-revoked"),
    "revoked after": (
        "certificate-revoked-after",
        "certificate-before-the-theft",
        "foreign-revoked-after",
    ),
    "revoked in between": (
        "certificate-stolen-known",
        "certificate-stolen-unknown",
        "foreign-stolen",
    ),
    "wrong unit": ("cms-other-unit", "certificate-successor-unverified", "foreign-elsewhere"),
    "predecessor unit": (
        "certificate-successor",
        "certificate-predecessor",
        "certificate-of-before",
    ),
    "practice": ("cms-other-class", "certificate-fresh"),
    "foreign with a list": (
        *(f"foreign-{name}" for name in ("p256", "p384", "rsa2048", "list-last-second")),
        *("foreign-below", "foreign-two", "foreign-below-revoked"),
    ),
    "foreign without a list": (
        *("foreign-unlisted", "foreign-list-ended", "foreign-two-unlisted"),
        *("foreign-below-unlisted-centre", "foreign-below-unlisted-nation"),
    ),
    "foreign to nobody": (
        *("foreign-unassigned", "foreign-named", "foreign-log-on", "foreign-two-unassigned"),
        *("foreign-two-officer", "foreign-two-stripped"),
    ),
}
"""The vectors of each state."""


def certificates() -> Iterator[Vector]:
    """Yield the states that the vectors of signatures do not show."""
    yield from _in_time()
    yield from _revoked()
    yield from _of_units()


def _in_time() -> Iterator[Vector]:
    yield Vector(
        name="certificate-fresh",
        about="a certificate of yesterday, the list is at hand",
        lists=True,
        make=lambda: bundle(signed_by(Ways(begins=MOMENT - DAY))),
    )
    yield Vector(
        name="certificate-last-second",
        about="one second before the certificate ends",
        make=lambda: bundle(signed_by(Ways(ends=MOMENT + timedelta(seconds=1)))),
    )
    yield Vector(
        name="certificate-ended",
        about="the second at which the certificate ends",
        rule="signature_expired",
        make=lambda: bundle(signed_by(Ways(ends=MOMENT))),
    )
    yield Vector(
        name="certificate-first-second",
        about="the first second of the certificate",
        make=lambda: bundle(signed_by(Ways(begins=MOMENT))),
    )


def _revoked() -> Iterator[Vector]:
    yield Vector(
        name="certificate-revoked-after",
        about="it came before the day of revocation; the list is of later",
        row="V1",
        lists=True,
        make=lambda: bundle(signed_by(REVOKED_LATER)),
    )
    yield Vector(
        name="certificate-before-the-theft",
        about="it came before the key was lost; the list is of later",
        row="V1",
        lists=True,
        at=MOMENT - 6 * DAY,
        make=lambda: bundle(signed_by(STOLEN)),
    )
    yield Vector(
        name="certificate-stolen-unknown",
        about="it came after the key was lost, and nobody has told yet",
        make=lambda: bundle(signed_by(STOLEN)),
    )
    yield Vector(
        name="certificate-stolen-known",
        about="it came after the key was lost and before that was told; the list is of later",
        holds="signer_doubted",
        row="V2",
        lists=True,
        make=lambda: bundle(signed_by(STOLEN)),
    )
    yield Vector(
        name="certificate-stolen-told",
        about="it came after it was told that the key is lost",
        rule="signature_revoked",
        lists=True,
        at=MOMENT + 6 * DAY,
        make=lambda: bundle(signed_by(STOLEN)),
    )
    yield Vector(
        name="certificate-other-revoked",
        about="the list revokes others of the same office",
        lists=True,
        make=lambda: bundle(signed_by(Ways())),
    )


def _of_units() -> Iterator[Vector]:
    yield Vector(
        name="certificate-successor",
        about="the unit of the certificate goes on with that of the manifest",
        succession=_became(verified=True),
        make=lambda: bundle(signed_by(SECOND, sender=sender_of(member(SECOND)))),
    )
    yield Vector(
        name="certificate-successor-unverified",
        about="nobody has verified that it goes on with it",
        rule="signer_unit",
        row="O5",
        succession=_became(verified=False),
        make=lambda: bundle(signed_by(SECOND, sender=sender_of(member(SECOND)))),
    )
    yield Vector(
        name="certificate-predecessor",
        about="a certificate of the unit before signs for the one that goes on with it",
        rule="signer_unit",
        row="O5",
        succession=_became(verified=True),
        make=lambda: bundle(
            signed_by(Ways(), sender=sender_of(member(Ways()), code=OTHERS.code, name="Khác"))
        ),
    )
    yield Vector(
        name="certificate-of-before",
        about="a certificate of the unit before signs for that unit",
        succession=_became(verified=True),
        make=lambda: bundle(signed_by(Ways())),
    )
