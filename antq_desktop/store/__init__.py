"""The encrypted database and the files beside it. The only layer that knows SQL."""
