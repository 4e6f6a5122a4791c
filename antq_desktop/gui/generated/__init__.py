"""Forms compiled from ``ui`` by packaging/compile_ui.py; never edited."""
