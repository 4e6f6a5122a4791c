"""One file a form; each declares ``FORM``."""
