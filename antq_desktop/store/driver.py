"""Makes sqlite-utils use SQLCipher. Import this before anything else of sqlite-utils.

sqlcipher3's exceptions are not those of sqlite3, so sqlite-utils would not see them and lose
writes without a word; it looks for ``pysqlite3`` first, so that is the name under which it gets
SQLCipher.
"""

from __future__ import annotations

import sys

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

from sqlite_utils import Database, Migrations  # after the alias: that is its point

DatabaseError = sqlcipher3.dbapi2.DatabaseError
OperationalError = sqlcipher3.dbapi2.OperationalError
IntegrityError = sqlcipher3.dbapi2.IntegrityError
connect = sqlcipher3.dbapi2.connect

# For every None that is bound the driver looks for how to adapt it, in vain: that takes twenty
# times as long as to bind a text, and most columns are empty. Now it finds a way at once.
sqlcipher3.dbapi2.register_adapter(type(None), lambda none: none)

__all__ = [
    "Database",
    "DatabaseError",
    "IntegrityError",
    "Migrations",
    "OperationalError",
    "connect",
]
