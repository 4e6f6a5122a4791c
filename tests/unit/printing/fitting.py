"""What a record must say for a form to be the right one for it, by form and register."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    Values = Mapping[str, object]

_CRIME = {
    "urgency": "ordinary",
    "source_kind": "denunciation",
    "identity_refused": None,
    "refusal_reason": None,
    "anonymous_letter": None,
}
_SURRENDER = _CRIME | {"source_kind": "surrender"}
_LEADERS = [
    {"number": 1, "person": {"full_name": "Lò Văn Tổ"}, "title": "leader"},
    {"number": 2, "person": {"full_name": "Vàng A Phó"}, "title": "deputy_leader"},
]
_MEMBERS = [
    {
        "number": number,
        "person": {"full_name": f"Nguyễn Trần Hoàng Phương Thảo Nguyên Anh {number}"},
        "title": "member",
        "started_on": "2024-07-01",
    }
    for number in range(1, 41)
]
_APPLIED = {"decision": "applied", "alternative_measure": None}
_ARREST = {"outcome": "arrested"}

FITTING: Mapping[str, Mapping[str, Values]] = {
    **{
        f"tt119-{number}": {"crime_reports": _CRIME}
        for number in ("01", "03", "145", "146", "148", "155")
    },
    "tt119-214": {"crime_reports": {**_CRIME, "channel": "written_in_person"}},
    **{
        f"tt119-{number}": {
            "crime_reports": _SURRENDER,
            "wanted_persons": {"outcome": "surrendered"},
        }
        for number in ("24", "25")
    },
    **{f"tt119-{number}": {"wanted_persons": _ARREST} for number in ("100", "101")},
    **{
        f"nd116-{number}": {
            "administrative_measures": {
                "measure": "compulsory_rehabilitation",
                "ground": "no_voluntary_treatment",
            }
        }
        for number in ("29", "30", "31", "32", "34")
    },
    "gdx-hoan-thanh": {"commune_education": {"end_kind": "completed"}},
    "atantt-to-trinh": {
        "security_standard": {
            "result": "passed",
            "in_scope": True,
            "subject_kind": "residential_area",
        }
    },
    "hoa-giai-thanh": {"disputes": {"result": "mediated"}},
    **{
        f"gdx-{name}": {"commune_education": _APPLIED}
        for name in ("quyet-dinh", "phan-cong", "cam-ket", "nhan-xet")
    },
    **{f"tt14-{number}": {"security_teams": {"members": _MEMBERS}} for number in ("05", "08")},
    "tt14-06": {"security_teams": {"members": _LEADERS}},
}
