"""A bare window on the same file, started anew: what `bench.starting` measures the program against.

It imports what any such program needs, derives the same Argon2id key, which is meant to take its
time, opens the file and shows its rows. What it has to know comes by standard input.
"""

from __future__ import annotations

import json
import os
import sys

import psutil
import sqlcipher3
import sqlite_utils
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


def main() -> None:
    """Show the rows, say so, then say how much memory that took."""
    told = json.load(sys.stdin)
    app = QApplication(sys.argv)
    argon2 = Argon2id(**{**told["argon2"], "salt": bytes.fromhex(told["argon2"]["salt"])})
    argon2.derive(told["passphrase"].encode())
    connection = sqlcipher3.connect(told["path"])
    connection.execute(f"PRAGMA key = \"x'{told['key']}'\"")
    rows = sqlite_utils.Database(connection, execute_plugins=False).execute(told["sql"]).fetchall()
    window, table, model = QMainWindow(), QTableView(), QStandardItemModel()
    for row in rows:
        model.appendRow([QStandardItem(str(cell)) for cell in row])
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    app.processEvents()
    sys.stdout.write("there\n")
    sys.stdout.flush()
    sys.stdout.write(f"{psutil.Process().memory_info().rss}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
