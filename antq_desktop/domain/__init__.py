"""The field itself: registers, records, rules, units, periods, indicators. No I/O, no clock."""
