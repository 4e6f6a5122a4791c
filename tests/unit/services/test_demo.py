"""The province in miniature: a small one, and what stands in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.errors import Refusal
from antq_desktop.services.clock import Clock
from antq_desktop.services.demo import Demo, Wanted

if TYPE_CHECKING:
    from pathlib import Path


def test_the_office_counts_what_its_communes_counted(tmp_path: Path) -> None:
    steps: list[str] = []
    demo = Demo(
        tmp_path / "demo",
        Wanted(communes=2, records=8),
        load_catalogue(),
        Clock(),
        lambda step, _done, _all: steps.append(step),
    )
    result = demo.run()
    figures = {one.indicator: one for one in result.figures}
    assert {"B6.1", "B6.2", "B6.3", "B6.4", "B6.5"} <= set(figures)
    assert all(one.equal for one in result.figures)
    for code in ("B1.1", "B1.4", "B2.2", "B3.1", "B3.4", "B4.1", "B4.4", "B5.3", "B6.5"):
        assert figures[code].figure.value > 0
    assert set(figures["B6.5"].figure.parts) == {"groups", "members", "households"}
    assert [(unit, role) for unit, role, _ in result.workspaces] == [
        ("35", "office"),
        ("347", "office"),
        ("13285", "commune"),
        ("13288", "commune"),
    ]
    # Requests and directories of three; two rounds of two communes, and one of the district.
    assert len(result.bundles) == 2 * 3 + 2 * 2 * 2 + 2
    assert all(path.is_file() for path in result.bundles)
    assert result.authority is not None
    assert result.authority.read_text().startswith("-----BEGIN CERTIFICATE-----")
    assert {"enrol", "submit", "import", "answer", "correct", "compare", "print"} == set(steps)
    assert result.no_paper is None
    assert {path.name for path in result.paper} == {
        "35-period-report-DL-2023.pdf",
        "347-period-report-DL-2023.pdf",
        "13285-period-report-DL-2023.pdf",
        "13285-bundle-cover.pdf",
        "13285-tt119-01-1-2023.pdf",
    }
    assert all(path.read_bytes().startswith(b"%PDF-") for path in result.paper)


def test_the_sample_year_is_spread_over_few_communes(tmp_path: Path) -> None:
    """Without a number of records, they get their part of what the province published."""
    wanted = Wanted(communes=2, seed=3)
    result = Demo(tmp_path / "demo", wanted, load_catalogue(), Clock(), lambda *_: None).run()
    figures = {one.indicator: one.figure for one in result.figures}
    assert all(one.equal for one in result.figures)
    assert {one.published for one in result.figures} == {None}
    for code in ("B2.1", "B2.2", "B5.3", "B6.2", "B6.3", "B6.4"):
        assert figures[code].value == 1, code
    assert (figures["B7.1"].value, figures["B7.1"].denominator) == (13, 13)
    assert (figures["B3.1"].value, figures["B4.1"].value) == (2, 2)
    assert figures["B1.3"].value == figures["B1.1"].value > figures["B1.2"].value > 0


def test_communes_without_a_district_report_to_the_province(tmp_path: Path) -> None:
    """Since 01/07/2025 there is no level between: the tree says so, and nothing else."""
    wanted = Wanted(communes=1, year=2025, records=2)
    result = Demo(tmp_path / "demo", wanted, load_catalogue(), Clock(), lambda *_: None).run()
    assert [unit for unit, _, _ in result.workspaces] == ["37", "13285"]
    assert all(one.equal for one in result.figures)
    assert {one.published for one in result.figures} == {None}


def test_a_pc_without_a_font_gets_everything_but_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTQ_FONTS", str(tmp_path))
    wanted = Wanted(communes=1, records=2)
    result = Demo(tmp_path / "demo", wanted, load_catalogue(), Clock(), lambda *_: None).run()
    assert all(one.equal for one in result.figures)
    assert result.paper == []
    assert result.no_paper is not None
    assert result.no_paper.message_id == "paper.no_font"


def test_a_folder_in_use_and_too_many_communes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "something").write_text("here")
    for wanted, refusal in (
        (Wanted(communes=2), r"demo\.not_empty"),
        (Wanted(communes=110), r"demo\.communes"),
        (Wanted(communes=0), r"demo\.communes"),
    ):
        with pytest.raises(Refusal, match=refusal):
            Demo(tmp_path, wanted, load_catalogue(), Clock(), lambda *_: None).run()
