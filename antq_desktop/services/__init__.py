"""What a person can do, one module a verb. No Qt, no SQL."""
