"""Canonical JSON, digests, keys, seals, certificates and signatures: functions over bytes.

Nothing here opens a file or a database, asks a clock, or knows what a register is.
"""
