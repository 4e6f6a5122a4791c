"""The signed bundle: one file that carries records from one unit to another."""
