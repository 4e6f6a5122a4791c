"""The windows: one folder a screen, over the same services as the command line."""
