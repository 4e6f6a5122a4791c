"""Files of other programs: workbooks. It knows no database, no bundle and no paper."""
