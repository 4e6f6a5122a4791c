"""Rule by rule of counting.md: which records decide it, and the number that a pencil finds.

Read a line so: the figure (or the line under it) of a period, at the commune Phù Vân and at the
office, and why. Records have the names that stand beside them in `hand_counted` (t, d, m, e, u, w),
`hand_counted_movement` (o, p, g, b, f, v, c, k, i, h, n, y, a), `hand_counted_edges` (46 arrests of
the ward) and `hand_counted_reform` (z). The office has what all of them have together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BELOW = "/"
"""Stands for the denominator of a figure."""
LATE = "+"
"""Stands for the line "bổ sung kỳ trước"."""
YEAR, AREAS, UNITS = "DL-2023", "TT124KDC-2023", "TT124XA-2023"


@dataclass(frozen=True, slots=True)
class Line:
    """A number that was counted by hand. ``part`` "" is the figure itself.

    None: where that number stands, there is none, which is not 0.
    """

    why: str
    code: str
    part: str
    commune: int | None
    office: int | None
    period: str = YEAR


def same(why: str, code: str, part: str, value: int | None, period: str = YEAR) -> Line:
    """Return a line of what the commune alone has, so that the office has the same."""
    return Line(why, code, part, value, value, period)


#: B1.7: t1 of drugs; A16: t1 through o1 and o2, t2 through o1.
OF_TIPS = {
    "offence_field.drugs": 1,
    "offence_field.social_order": 10,
    "channel.phone": 11,
    "through_models": 2,
    "models": 2,
    "model_field.rural_security": 3,
}
A16 = (
    same("t1 helped twice and counts once; t3", "B1.6", "", 2),
    same("t1 and t3 are of B1.1; of them given by the people: t1", "B1.6", "people", 1),
    same("t1", "B1.6", "helped.prosecution", 1),
    same("t1", "B1.6", "helped.arrest", 1),
    same("t3", "B1.6", "helped.penalty", 1),
    same("t1 of drugs", "B1.7", "offence_field.drugs", 1),
    same("t1 and t2", "B1.7", "through_models", 2),
    same("o1, through which both came, and o2", "B1.7", "models", 2),
    same("once for each model: t1 twice, t2", "B1.7", "model_field.rural_security", 3),
)

RULES: Mapping[str, tuple[Line, ...]] = {
    "A01": (
        Line("u1 and u2 are one person; the ward has him too: 1 + 1", "B4.4", "", 1, 2),
        Line("3 here; z2 z3 z4 z5 z6 below the office", "B10.1", "", 3, 8),
    ),
    "A02": (
        same("e1 and e2 have no number, the same name, birth date and unit; e5", "B4.1", "", 2),
        Line("w1 and w2 are one person; 36 of the ward", "B5.1", "", 1, 37),
        Line("w1 and w2 are two decisions", "B5.1", "decisions", 2, 38),
    ),
    "A03": (same("not t11 (duplicate), t12 (voided), t13 (a draft: no summary)", "B1.1", "", 11),),
    "A04": (
        same("t6 and t19 are judged as of 03/01/2024: t19 is due, t6 is not", "B1.4", BELOW, 8),
        same("o5 is a stock: it was paused after the last day", "B6.1", "", 2),
    ),
    "A05": (
        same("t6 is of 31/12 at 23:30 here; t7 of 01/01 at 00:30 here", "B1.1", "", 11),
        Line("u3 ended on the last day, on which it is no more", "B4.4", "", 1, 2),
    ),
    "A06": (
        Line(
            "z5; not z1 (voided), z2 (told in June)",
            "B10.1",
            "",
            0,
            1,
            "DL-2023-05",
        ),
        Line("a3 of 06/06; z3, z6", "B10.1", "", 1, 3, "DL-2023-06"),
        Line("z2", "B10.1", LATE, 0, 1, "DL-2023-06"),
        Line("z2 was told with June", "B10.1", LATE, 0, 0, "DL-2023-07"),
        Line("not frozen: a3; z2 z3 z5 z6 as any row", "B10.1", "", 1, 5, "DL-2023-Q2"),
        same("a stock has no such line", "B6.1", LATE, None),
    ),
    "A07": (
        Line("z4 alone is of the commune that began on 01/07", "B10.1", "", 0, 1, "DL-2023-07"),
        Line("10 xã of 21 units were there; two became one", "B8.1", BELOW, 1, 9),
    ),
    "A08": (
        same("g3 is of a higher level: nothing below", "B7.3", BELOW, 0, UNITS),
        same("x beside y, never a percentage alone", "B1.3", BELOW, 11),
    ),
    "A09": (same("codes are the English names", "B1.7", "channel.phone", 11),),
    "A10": (same("t11 is left out; t18 was settled and counts", "B1.1", "", 11),),
    "A11": (
        same("t8, a confession, is none; t9 and t18 are", "B1.1", "", 11),
        same("t9", "B1.1", "urgency.administrative_violation", 1),
        same("t18", "B1.1", "urgency.complaint", 1),
    ),
    "A12": (same("t1 t4 t6 t9 t17 of the people, t2 of the grassroots force", "B1.2", "", 6),),
    "A13": (same("forwarded t1 t2 t3 t4 t15 t17; t9 passed on", "B1.3", "", 7),),
    "A14": (
        same("t1 to the minute, t3 at 23:59 of the seventh day, t15, t17", "B1.4", "", 4),
        same("late t2, t4; never t10, t19; not t6 (time left), t9, t18", "B1.4", BELOW, 8),
    ),
    "A15": (
        same("t8 and t14, whenever they were received", "B1.5", "outcome.prosecuted", 2),
        same("t15, though it was resumed", "B1.5", "outcome.suspended", 1),
        same("t1-t4 t6 t10 t15 t17 t19; not t9, t18", "B1.5", "outcome.pending", 9),
    ),
    "A16": A16,
    "A17": (
        same("carried d1 d3 d9 (not d2), opened d4 d5 d6 d8 (not d7)", "B2.1", "", 7),
        same("d3 on the first day, d4 on the last; not d5 (failed), d8 (later)", "B2.2", "", 2),
    ),
    "A18": (same("d6 is a relapse of d3: both are cases; d4 d5 d8", "B2.1", "opened", 4),),
    "A19": (
        same("d1 prolonged, d4 a hot spot; not d5 (complex alone)", "B2.3", "", 2),
        same("d5 d8 d9", "B2.3", "mass_gatherings", 3),
        same("30 + 12 + 7", "B2.3", "people", 49),
    ),
    "A20": (same("files: m1 to m5", "B3.1", "", 5),),
    "A21": (
        same("m3 by the day of the court; not m4 (next year), m5 (not applied)", "B3.3", "", 1),
        same("m3 by its own day; not m4 (postponed)", "B3.3", "sent_off", 1),
    ),
    "A22": (same("all but m2, which was sent too late", "B3.4", "", 4),),
    "A23": (same("29/4 to 3/5 are off: m1 m3 m4 m5 were sent in time", "B3.4", BELOW, 5),),
    "A24": (
        same("e1 with e2, e5; not e4 (not applied), e6 (year before)", "B4.1", "", 2),
        same("e3", "B4.1", "family_management", 1),
    ),
    "A25": (same("e2; e5 ended with the day before the last", "B4.2", "", 1),),
    "A26": (
        same("e1", "B4.3", "completed", 1),
        same("e6", "B4.3", "moved", 1),
        Line("u1 with u2; not u3; one in the ward", "B4.4", "", 1, 2),
    ),
    "A28": (
        Line("w1 was arrested elsewhere; 36 of the ward", "B5.1", "", 1, 37),
        same("w1", "B5.1", "people_help", 1),
        same("w1", "B5.1", "done_by.joint", 1),
    ),
    "A29": (same("w4; not w5 (traced), w6 and the ward's (only here), w7", "B5.4", "", 1),),
    "A30": (same("o1, o5; not o2 (weak), o3 (no review), o4 (paused)", "B6.1", "", 2),),
    "A31": (same("o1 on the first day, o3; not o6 (day after)", "B6.2", "", 2),),
    "A32": (same("o1 (a second point of the first day), o2; not o3", "B6.3", "", 2),),
    "A33": (
        same("o2, once for two recognitions; not o3 (province)", "B6.4", "", 1),
        same("o1 two, o2 one, o3 one, o5 one; not o4, not what ended", "B6.5", "", 5),
    ),
    "A34": (
        same("given by the years of TT 124 alone: n/a elsewhere, never 0", "B7.1", "", None),
        same("nor in a half of a year", "B7.1", "", None, "DL-2023-H1"),
        same("Thôn 1", "B7.1", "", 1, AREAS),
    ),
    "A35": (
        same("Thôn 1 2 4; Thôn 3 ended on 31/10", "B7.1", BELOW, 3, AREAS),
        same("the school was recognised and it was taken back", "B7.5", "", 0, UNITS),
        same("the firm in scope", "B7.4", BELOW, 1, UNITS),
        Line("the commune; the communes and wards of 15/11", "B7.2", BELOW, 1, 20, UNITS),
    ),
    "A37": (same("Thôn 1, Thôn 2, the commune", "B7.8", "", 3, UNITS),),
    "A38": (
        same("one officer in two posts; who left, who came after", "B8.2", "", 1),
        same("10 + 7 persons", "B8.4", "", 17),
    ),
    "A39": (
        same("v1, the festival, the social media; the talk apart", "B9.1", "", 6),
        same("the talk", "B9.1", "warning_talk", 1),
        same("3 venues", "B9.2", "", 3),
        same("3 + 1 commitments", "B9.3", "", 4),
    ),
    "A40": (
        Line("a1 a2; five of the others", "B10.1", "recipient.area", 2, 7),
        same("a3", "B10.1", "commendation.household.commune", 1),
        same("a2", "B10.1", "certificate.collective.province", 1),
    ),
    "A41": (
        same("c1 c2; not c3 (of the police), c4 (incoming)", "B11.1", "", 2),
        same("k3 is open past its day; not k4 (cancelled), k5, k6", "B11.1", "tasks.overdue", 1),
        same("one of i1, one of i2", "B11.2", "recommendations_fixed", 2),
    ),
    "A42": (
        same("n1; n2 ended on the last day, n3 begins after it", "B12.1", "", 1),
        same("y1 y3 y4; y2 was taken off on the first day", "B13.1", "on_list", 3),
        same("y1", "B13.1", "converted", 1),
        same("y4, a new row of what y2 was", "B13.1", "new", 1),
    ),
    "A43": (same("the file of 2023 in a year that begins in 2022", "B7.2", "", 1, UNITS),),
}

#: The rules of counting.md; A27 and A36 are not in it.
IDS = (
    *("A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A11", "A12", "A13"),
    *("A14", "A15", "A16", "A17", "A18", "A19", "A20", "A21", "A22", "A23", "A24", "A25", "A26"),
    *("A28", "A29", "A30", "A31", "A32", "A33", "A34", "A35", "A37", "A38", "A39", "A40", "A41"),
    *("A42", "A43"),
)

#: A08, on figures of the table and at its edges: x, y, and what is printed.
PERCENTAGES = (
    (7, 11, "63,6%"),  # B1.3
    (4, 8, "50,0%"),  # B1.4
    (2, 7, "28,6%"),  # B2.2
    (1, 1, "100%"),  # B8.1 of the commune
    (0, 0, "–"),  # B7.3
    (0, 5, "0,0%"),
    (677, 686, "98,7%"),  # of the article: 98,69
    (192, 196, "98,0%"),  # 97,96
    (1, 2000, "0,1%"),  # 0,05 goes up
    (1, 2001, "0,0%"),
    (9_994, 10_000, "99,9%"),  # 99,94
    # 99,95 goes up and is still not all: the bare 100% says that nothing is missing.
    (9_995, 10_000, "100,0%"),
    (10_000, 10_000, "100%"),
)
PHRASES = (
    (6, "6"),  # B1.2
    (999, "999"),
    (1000, "1 nghìn"),
    (1001, "trên 1 nghìn"),
    (2000, "2 nghìn"),
)
