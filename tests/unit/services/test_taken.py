"""What became of rows that were judged twice."""

from __future__ import annotations

from antq_desktop.bundle.refusals import Reason
from antq_desktop.services.taken import Taken


def test_the_last_pass_says_what_depends_on_all_that_is_in() -> None:
    corrected, differs = Reason("report_corrected", "r"), Reason("report_differs", "r")
    contradicts, missing = Reason("revision_fork", "a", 1), Reason("attachment_missing", "a")
    first = Taken(mendable=1, remarks=[corrected, differs, contradicts])
    last = first.mended_by(Taken(remarks=[corrected, missing]))
    assert last.remarks == [corrected, contradicts, missing]
    assert first.mended_by(Taken(remarks=[differs])).remarks == [corrected, contradicts, differs]
