"""Unlocking: who is it, and the passphrase."""
