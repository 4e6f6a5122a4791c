"""Blocks drawn as PDF: the only part that knows ReportLab. Imported at first use."""
