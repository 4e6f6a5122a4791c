"""The main window: navigation, search, the stack of screens, the status line."""
