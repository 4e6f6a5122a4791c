"""One file a register. A file here that declares ``REGISTER`` is part of the program."""
