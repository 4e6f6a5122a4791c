"""Assets are found by plain names, and by nothing else."""

from __future__ import annotations

import pytest

from antq_desktop.assets import asset


def test_a_file_of_resources_is_found() -> None:
    assert asset("messages", "vi.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("parts", [("messages",), ("messages", "fr.toml"), ("absent",)])
def test_what_is_no_file_is_not_found(parts: tuple[str, ...]) -> None:
    with pytest.raises(FileNotFoundError, match="not in this installation"):
        asset(*parts)


@pytest.mark.parametrize(
    "parts",
    [(), ("",), ("..", "pyproject.toml"), ("messages/vi.toml",), ("/etc/passwd",), ("a\\b",)],
)
def test_no_name_leads_out_of_the_folder(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="plain parts"):
        asset(*parts)
