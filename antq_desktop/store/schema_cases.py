"""The tables of cases: what was handed over to other bodies, and what they handed over to us."""

from __future__ import annotations

from typing import Final

CASES: Final = """
ALTER TABLE certificates ADD COLUMN seal TEXT;
CREATE TABLE cases_sent (
    bundle TEXT PRIMARY KEY, bundle_id TEXT NOT NULL, unit TEXT NOT NULL, unit_name TEXT NOT NULL,
    workspaces TEXT NOT NULL, number TEXT, reason TEXT NOT NULL, at TEXT NOT NULL,
    answer TEXT, answered_at TEXT, answer_text TEXT, answered_by TEXT
) STRICT;
CREATE TABLE cases_sent_records (
    bundle TEXT NOT NULL, record TEXT NOT NULL, number INTEGER NOT NULL, whole INTEGER NOT NULL,
    sealed INTEGER NOT NULL, PRIMARY KEY (bundle, record)
) STRICT;
CREATE INDEX cases_sent_by_record ON cases_sent_records (record);
CREATE TABLE cases_received (
    bundle TEXT PRIMARY KEY, bundle_id TEXT NOT NULL, unit TEXT NOT NULL, unit_name TEXT NOT NULL,
    workspace TEXT NOT NULL, person TEXT NOT NULL, serial TEXT NOT NULL, sha256 TEXT NOT NULL,
    created_at TEXT NOT NULL, received_at TEXT NOT NULL, body TEXT NOT NULL,
    answer TEXT, answered_at TEXT, answer_text TEXT
) STRICT;
CREATE TABLE case_revisions (
    bundle TEXT NOT NULL, record TEXT NOT NULL, number INTEGER NOT NULL, digest TEXT NOT NULL,
    register TEXT NOT NULL, header TEXT NOT NULL, shared TEXT NOT NULL, private TEXT NOT NULL,
    PRIMARY KEY (bundle, record, number)
) STRICT;
CREATE TABLE case_forms (
    bundle TEXT NOT NULL, record TEXT NOT NULL, pdf BLOB NOT NULL, PRIMARY KEY (bundle, record)
) STRICT;
CREATE TABLE case_sealed (
    bundle TEXT NOT NULL, digest TEXT NOT NULL, recipient TEXT NOT NULL, blob BLOB NOT NULL,
    PRIMARY KEY (bundle, digest, recipient)
) STRICT;
CREATE TABLE case_files (
    bundle TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, file TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (bundle, id, digest)
) STRICT;
"""
"""What migration 11 adds; nothing that counts reads any of these tables."""
