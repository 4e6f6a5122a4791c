"""The whole province: 109 communes under six districts, every figure as it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.services.clock import Clock
from antq_desktop.services.demo import Demo, Wanted
from antq_desktop.services.published import load_published, published_sentences
from tests.unit.printing.pages import Pdf

if TYPE_CHECKING:
    from pathlib import Path

COMMUNES, DISTRICTS = 109, 6


def test_the_sample_year_comes_to_what_was_published(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    seed = pytestconfig.getoption("--torture", default=None)
    if seed is None:
        pytest.skip("minutes; make torture and make demo run it")
    wanted = Wanted(communes=COMMUNES, seed=seed)
    result = Demo(tmp_path / "province", wanted, load_catalogue(), Clock(), lambda *_: None).run()
    assert [role for _, role, _ in result.workspaces].count("commune") == COMMUNES
    assert [role for _, role, _ in result.workspaces].count("office") == 1 + DISTRICTS
    assert [one.indicator for one in result.figures if not one.equal] == []
    compared = {one.indicator: one.published for one in result.figures if one.published}
    assert compared == load_published()
    assert result.unsaid == []
    printed = next(path for path in result.paper if path.name.startswith("35-period-report"))
    text = Pdf(printed).story().lower()
    for sentence in published_sentences(load_published()):
        assert sentence.rstrip(";.").lower() in text
