"""The command line: one module a group of commands, over the same services as the window."""
