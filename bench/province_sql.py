"""All indicators of a province-year as a good programmer would ask them of SQL: one query each.

They read the typed tables of the same file, so they are also a second opinion: whoever measures
compares the numbers. ``:first`` and ``:last`` are the period, ``:year`` its label year.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import Unit
    from antq_desktop.domain.working_days import Calendar

_AREA = "residential_area"
_TIPS = (
    "source_kind IN ('denunciation', 'crime_news')"
    " AND substr(received_at, 1, 10) BETWEEN :first AND :last"
)
_GROUP_A = "('caught_in_act', 'very_serious', 'public_concern', 'known_suspect')"
_OPEN_CASES = (
    "opened_on <= :last AND NOT (opened_on < :first AND result <> 'pending'"
    " AND coalesce(resolved_on, '9') < :first)"
)
_EDUCATION = "decision = 'applied' AND alternative_measure IS NULL"
_STANDS = "{start} <= :last AND (coalesce({end}, '') = '' OR {end} > :last)"
_STATE = (
    '(SELECT state FROM r_{register}__moves m WHERE m.record = t.record AND m."on" <= :last'
    " AND NOT EXISTS (SELECT 1 FROM r_{register}__moves s WHERE s.record = m.record"
    " AND s.replaces = coalesce(m.replaces, m.row) AND s.row > m.row)"
    ' ORDER BY m."on" DESC, coalesce(m.replaces, m.row) DESC LIMIT 1)'
)
_ANY_DAY = _STATE.replace(' AND m."on" <= :last', "")


def _stands(start: str, end: str) -> str:
    return _STANDS.format(start=start, end=end)


def _state(register: str) -> str:
    return _STATE.format(register=register)


def _persons(register: str, where: str, rest: str = ", NULL") -> str:
    """Count people unit by unit: distinct numbers, and names that stand beside no number."""
    return f"""
        WITH seen AS MATERIALIZED (
            SELECT owner, record, json_extract(shared, '$.id_key') AS id,
                json_extract(shared, '$.name_key') AS name
            FROM v_{register} t JOIN v_shared USING (record) WHERE {where}
        )
        SELECT (SELECT count(*) FROM (SELECT DISTINCT owner, id FROM seen WHERE id IS NOT NULL))
            + (SELECT count(*) FROM (
                SELECT owner, name FROM seen WHERE id IS NULL AND name IS NOT NULL
                EXCEPT SELECT owner, name FROM seen WHERE id IS NOT NULL))
            + (SELECT count(*) FROM seen WHERE id IS NULL AND name IS NULL){rest}
    """


def _after(start: str, days: int) -> str:
    """Return the last day of so many working days after a date."""
    before = f"(SELECT n FROM workdays w WHERE w.day <= {start} ORDER BY day DESC LIMIT 1)"
    return f"(SELECT day FROM workdays x WHERE x.n = {before} + {days})"


def _scope(kind: str) -> str:
    """Select the subjects of a kind that are to be recognised at the end of its window."""
    if kind == _AREA:
        return f"""
            SELECT owner, record FROM v_residential_areas
            WHERE {_stands("valid_from", "valid_to").replace(":last", "(:year || '-10-31')")}
                AND record NOT IN (SELECT residential_area FROM v_security_standard
                    WHERE year = :year AND subject_kind = '{kind}' AND in_scope = 0
                        AND residential_area IS NOT NULL)
        """
    return f"""
        SELECT owner, record FROM v_organizations
        WHERE {_stands("valid_from", "valid_to").replace(":last", "(:year || '-11-15')")}
            AND kind = '{kind}' AND in_scope = 1 AND level = 'commune'
    """


def _met(kind: str) -> str:
    subject = kind if kind == _AREA else "organization"
    return f"""
        WITH scope AS MATERIALIZED ({_scope(kind)})
        SELECT (SELECT count(DISTINCT {subject}) FROM v_security_standard t
            WHERE year = :year AND subject_kind = '{kind}' AND result = 'passed'
                AND {_ANY_DAY.format(register="security_standard")} <> 'revoked'
                AND {subject} IN (SELECT record FROM scope)),
            (SELECT count(*) FROM scope)
    """


def _found(outcomes: str) -> str:
    return (
        f"outcome IN ({outcomes}) AND coalesce(decision_kind, '') <> 'traced'"
        " AND substr(outcome_at, 1, 10) BETWEEN :first AND :last"
    )


def _sum_of(*queries: str) -> str:
    return "SELECT " + " + ".join(f"(SELECT * FROM ({one}))" for one in queries) + ", NULL"


_HELD = (
    "held_on BETWEEN :first AND :last AND "
    + _ANY_DAY.format(register="propaganda")
    + " IN ('done', 'reported')"
)

_SCOPES = f"""
    scope(record, there, registered_on, passed, owner) AS (
        SELECT record, 1, NULL, 0, owner FROM (
            {" UNION ALL ".join(map(_scope, (_AREA, "agency", "enterprise", "school")))})
        UNION ALL SELECT coalesce(residential_area, organization), 0, registered_on,
            registered_on IS NOT NULL AND coalesce(result, '') = 'passed'
                AND {_ANY_DAY.format(register="security_standard")} <> 'revoked', NULL
        FROM v_security_standard t WHERE year = :year
    ), subjects AS MATERIALIZED (
        SELECT max(owner) AS owner, max(registered_on) AS registered_on, max(passed) AS passed
        FROM scope GROUP BY record HAVING max(there)
    )
"""

QUERIES: Mapping[str, str] = {
    "B1.1": f"SELECT count(*), NULL FROM v_crime_reports WHERE {_TIPS}",
    "B1.2": f"SELECT count(*), NULL FROM v_crime_reports WHERE {_TIPS}"
    " AND origin_group IN ('people', 'grassroots_force')",
    "B1.3": f"""SELECT sum(forward_at IS NOT NULL OR EXISTS (SELECT 1 FROM r_crime_reports__moves m
        WHERE m.record = t.record AND m.state IN ('forwarded', 'to_administrative', 'guided',
        'outcome_known', 'resumed', 'closed', 'archived'))), count(*)
        FROM v_crime_reports t WHERE {_TIPS}""",
    "B1.4": f"""
        WITH due AS (
            SELECT substr(forward_at, 1, 16) AS done, seen, CASE
                WHEN urgency IN {_GROUP_A} THEN strftime('%Y-%m-%dT%H:%M',
                    substr(received_at, 1, 16), iif(remote, '+48 hours', '+24 hours'))
                WHEN urgency = 'ordinary'
                    THEN date(substr(received_at, 1, 10), '+7 days') || 'T23:59' END AS till
            FROM v_crime_reports JOIN owners ON owners.key = owner WHERE {_TIPS}
        )
        SELECT sum(done IS NOT NULL AND done <= till), sum(done IS NOT NULL OR seen > till)
        FROM due WHERE till IS NOT NULL""",
    "B1.5": """SELECT count(*), NULL FROM r_crime_reports__outcomes JOIN v_crime_reports
        USING (record) WHERE outcome <> 'pending' AND "on" BETWEEN :first AND :last""",
    "B1.6": f"""SELECT count(*), NULL FROM v_crime_reports WHERE {_TIPS}
        AND coalesce(helped, '[]') <> '[]'""",
    "B1.7": f"SELECT count(*), NULL FROM v_crime_reports WHERE {_TIPS}",
    "B2.1": f"SELECT count(*), NULL FROM v_disputes WHERE {_OPEN_CASES}",
    "B2.2": f"""SELECT (SELECT count(*) FROM v_disputes WHERE resolved_on BETWEEN :first AND :last
        AND result IN ('mediated', 'settled')),
        (SELECT count(*) FROM v_disputes WHERE {_OPEN_CASES})""",
    "B2.3": f"""SELECT count(*), NULL FROM v_disputes WHERE {_OPEN_CASES}
        AND severity IN ('complex_prolonged', 'hotspot')""",
    "B3.1": """SELECT count(*), NULL FROM v_administrative_measures
        WHERE file_date BETWEEN :first AND :last AND measure IN ('compulsory_education',
        'compulsory_rehabilitation', 'compulsory_rehabilitation_minor')""",
    "B3.2": """SELECT count(*), NULL FROM v_administrative_measures
        WHERE file_date BETWEEN :first AND :last AND measure = 'reform_school'""",
    "B3.3": """SELECT count(*), NULL FROM v_administrative_measures
        WHERE decision = 'applied' AND court_decision_date BETWEEN :first AND :last""",
    "B3.4": f"""
        WITH files AS (
            SELECT file_date, detected_on, notified_on, sent_on, measure, seen,
                {_after("notified_on", 4)} AS send_by, {_after("detected_on", 5)} AS make_by
            FROM v_administrative_measures JOIN owners ON key = owner
            WHERE file_date BETWEEN :first AND :last
        )
        SELECT sum(sent_on <= send_by AND (detected_on IS NULL OR measure NOT LIKE
            'compulsory_rehabilitation%' OR file_date <= make_by)), count(*)
        FROM files
        WHERE send_by IS NOT NULL AND (sent_on IS NOT NULL OR substr(seen, 1, 10) > send_by)""",
    "B4.1": _persons(
        "commune_education", f"{_EDUCATION} AND decision_date BETWEEN :first AND :last"
    ),
    "B4.2": f"""SELECT count(*), NULL FROM v_commune_education WHERE {_EDUCATION}
        AND {_stands("term_from", "coalesce(end_date, term_to)")}""",
    "B4.3": f"""SELECT count(*), NULL FROM v_commune_education WHERE {_EDUCATION}
        AND end_date BETWEEN :first AND :last""",
    "B4.4": _persons(
        "drug_user_management",
        "decision_date IS NOT NULL AND " + _stands("term_from", "coalesce(end_date, term_to)"),
    ),
    "B5.1": _persons("wanted_persons", _found("'arrested'")),
    "B5.2": _persons("wanted_persons", _found("'persuaded', 'surrendered'")),
    "B5.3": _sum_of(
        _persons("wanted_persons", _found("'arrested'"), ""),
        _persons("wanted_persons", _found("'persuaded', 'surrendered'"), ""),
    ),
    "B5.4": _persons(
        "wanted_persons",
        "decision_date <= :last AND NOT coalesce(substr(outcome_at, 1, 10) <= :last, 0)"
        " AND coalesce(decision_kind, '') <> 'traced' AND coalesce(tie, '') <> 'arrested_here'",
    ),
    "B6.1": f"""SELECT count(*), NULL FROM v_movement_models t
        WHERE {_state("movement_models")} IN ('new', 'maintained', 'strengthened')
        AND (SELECT result FROM r_movement_models__reviews r WHERE r.record = t.record
            AND r."on" <= :last ORDER BY r."on" DESC, r.row DESC LIMIT 1) = 'effective'""",
    "B6.2": """SELECT count(*), NULL FROM v_movement_models
        WHERE established_on BETWEEN :first AND :last""",
    "B6.3": """SELECT count(DISTINCT record), NULL FROM (
        SELECT record, started_on, row_number() OVER (PARTITION BY record
            ORDER BY started_on, number) AS place
        FROM r_movement_models__points JOIN v_movement_models USING (record))
        WHERE place > 1 AND started_on BETWEEN :first AND :last""",
    "B6.4": """SELECT count(DISTINCT record), NULL FROM r_movement_models__recognitions r
        JOIN v_movement_models USING (record)
        WHERE r.level = 'ministry' AND r."on" BETWEEN :first AND :last""",
    "B6.5": f"""SELECT count(*), NULL FROM r_movement_models__points p JOIN v_movement_models t
        USING (record) WHERE {_stands("p.started_on", "p.ended_on")}
        AND {_state("movement_models")} IN ('new', 'maintained', 'strengthened')""",
    "B7.1": _met(_AREA),
    "B7.2": """SELECT (SELECT count(*) FROM v_security_standard t JOIN owners ON key = owner
            WHERE year = :year AND subject_kind = 'commune' AND result = 'passed'),
        (SELECT count(*) FROM owners)""",
    "B7.3": _met("agency"),
    "B7.4": _met("enterprise"),
    "B7.5": _met("school"),
    "B7.8": """SELECT count(*), NULL FROM v_security_standard
        WHERE year = :year AND grade IS NOT NULL""",
    "B7.6": f"""WITH {_SCOPES} SELECT count(registered_on), count(*) FROM subjects""",
    "B7.7": f"""WITH {_SCOPES} SELECT (SELECT count(*) FROM (SELECT 1 FROM subjects
            WHERE registered_on IS NOT NULL GROUP BY owner
            HAVING 100 * sum(passed) >= 70 * count(*))), (SELECT count(*) FROM owners)""",
    "B8.1": f"""SELECT (SELECT count(DISTINCT owner) FROM v_police_officers
            JOIN owners ON owners.key = owner WHERE kind IN ('xa', 'thi-tran')
            AND {_stands("started_on", "ended_on")}),
        (SELECT count(*) FROM owners WHERE kind IN ('xa', 'thi-tran'))""",
    "B8.2": f"""SELECT
        count(DISTINCT owner || coalesce(json_extract(shared, '$.badge_key'), record)), NULL
        FROM v_police_officers JOIN owners ON owners.key = owner JOIN v_shared USING (record)
        WHERE kind IN ('xa', 'thi-tran') AND {_stands("started_on", "ended_on")}""",
    "B8.3": f"""SELECT count(*), NULL FROM v_security_teams
        WHERE {_stands("started_on", "ended_on")}""",
    "B8.4": f"""SELECT coalesce(sum(members), 0), NULL FROM v_other_forces
        WHERE {_stands("started_on", "ended_on")} AND NOT (:last >= '2024-07-01'
            AND kind IN ('civil_guard', 'part_time_police'))""",
    "B9.1": f"""SELECT coalesce(sum(sessions), 0), NULL FROM v_propaganda t
        WHERE form <> 'warning_talk' AND {_HELD}""",
    "B9.2": f"""SELECT (SELECT coalesce(sum(venues), 0) FROM v_propaganda t
            WHERE form = 'festival' AND {_HELD}),
        (SELECT count(*) FROM v_residential_areas WHERE {_stands("valid_from", "valid_to")})""",
    "B9.3": f"""SELECT coalesce(sum(commitments), 0), NULL FROM v_propaganda t
        WHERE form <> 'warning_talk' AND {_HELD}""",
    "B10.1": """SELECT count(*), NULL FROM v_awards WHERE decided_on BETWEEN :first AND :last""",
    "B11.1": """SELECT count(*), NULL FROM v_documents WHERE direction = 'outgoing'
        AND series = 'committee_138' AND document_on BETWEEN :first AND :last""",
    "B11.2": """SELECT count(*), NULL FROM v_committee_meetings
        WHERE substr(held_on, 1, 10) BETWEEN :first AND :last""",
    "B12.1": f"""SELECT count(*), NULL FROM v_coordination_programmes
        WHERE {_stands("valid_from", "valid_to")}""",
    "B13.1": f"""SELECT count(*), NULL FROM v_key_areas
        WHERE {_stands("listed_on", "removed_on")}""",
}


PARTS: Mapping[str, str] = {
    "B1.7": f"""
        WITH linked AS (SELECT DISTINCT record, model FROM r_crime_reports__models
            JOIN v_crime_reports USING (record) WHERE {_TIPS})
        SELECT 'through_models', count(DISTINCT record) FROM linked
        UNION ALL SELECT 'models', count(DISTINCT model) FROM linked
        UNION ALL SELECT 'model_field.' || coalesce(m.field, 'none'), count(*)
            FROM linked LEFT JOIN v_movement_models m ON m.record = model GROUP BY m.field
        UNION ALL SELECT 'offence_field.' || offence_field, count(*)
            FROM v_crime_reports WHERE {_TIPS} GROUP BY offence_field
        UNION ALL SELECT 'channel.' || channel, count(*)
            FROM v_crime_reports WHERE {_TIPS} GROUP BY channel""",
}
"""The lines under a figure, those that are not 0, where another book is asked for them."""


def prepare(
    connection: Any, catalogue: Catalogue, units: Iterable[Unit], calendar: Calendar
) -> None:
    """Make the views of what counts, and the tables of the units that own it and of working days.

    ``seen`` of a unit is the minute of its last revision.
    """
    seen = dict(
        connection.execute(
            "SELECT unit, substr(max(json_extract(header, '$.at')), 1, 16) FROM revisions"
            " GROUP BY unit"
        )
    )
    connection.execute(
        "CREATE TEMP TABLE owners (key TEXT PRIMARY KEY, kind TEXT, remote INTEGER, seen TEXT)"
    )
    connection.executemany(
        "INSERT INTO owners VALUES (?, ?, ?, ?)",
        [(one.key.text, one.kind, one.remote, seen.get(one.key.text)) for one in units],
    )
    connection.execute("CREATE TEMP TABLE workdays (day TEXT PRIMARY KEY, n INTEGER UNIQUE)")
    working = filter(calendar.is_working, _days(calendar))
    connection.executemany(
        "INSERT INTO workdays VALUES (?, ?)",
        [(day.isoformat(), number) for number, day in enumerate(working)],
    )
    for register in catalogue.registers:
        # By the number, in whose order both tables lie: by the id of the record each row would be
        # looked for in two more trees, and a province took minutes instead of seconds.
        connection.execute(
            f"CREATE TEMP VIEW v_{register.name} AS SELECT r.*, c.unit AS owner"
            f" FROM r_{register.name} r JOIN current c USING (id)"
            " WHERE c.voided = 0 AND c.draft = 0 AND c.duplicate = 0"
        )
    connection.execute(
        "CREATE TEMP VIEW v_shared AS SELECT c.record, v.shared FROM current c JOIN revisions v"
        " ON v.record = c.record AND v.number = c.number AND v.digest = c.digest"
    )


def ask(connection: Any, period: Period) -> dict[str, tuple[int, int | None]]:
    """Return value and denominator of every indicator."""
    days = {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "year": f"{period.year:04}",
    }
    return {
        code: tuple(connection.execute(query, days).fetchone()) for code, query in QUERIES.items()
    }


def ask_parts(connection: Any, period: Period) -> dict[str, dict[str, int]]:
    """Return the lines under the figures of `PARTS`, those that are not 0."""
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    return {
        code: {name: number for name, number in connection.execute(query, days) if number}
        for code, query in PARTS.items()
    }


def _days(calendar: Calendar) -> Iterator[date]:
    return map(date.fromordinal, range(calendar.first.toordinal(), calendar.last.toordinal() + 1))
