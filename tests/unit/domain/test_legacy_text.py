"""Text of before Unicode: recognised where it can be nothing else, and left alone otherwise."""

from __future__ import annotations

import pytest

from antq_desktop.domain.legacy_text import from_legacy, in_unicode


@pytest.mark.parametrize(
    ("text", "meant", "encoding"),
    [
        ("QuyÕt ®Þnh", "Quyết định", "TCVN3"),
        ("C«ng an x· NghÜa H\u00adng", "Công an xã Nghĩa Hưng", "TCVN3"),
        ("tæ d©n phè", "tổ dân phố", "TCVN3"),
        ("§Æng V¨n L©m; 120 ng\u00adêi", "Đặng Văn Lâm; 120 người", "TCVN3"),
        ("Coäng hoøa xaõ hoäi", "Cộng hòa xã hội", "VNI"),
        ("Ñoäc laäp", "Độc lập", "VNI"),
        ("NGUYEÃN VAÊN THÒ, ñöôøng Traàn Phuù", "NGUYỄN VĂN THỊ, đường Trần Phú", "VNI"),
    ],
)
def test_old_text_is_recognised(text: str, meant: str, encoding: str) -> None:
    found = from_legacy(text)
    assert found is not None
    assert (found.text, found.encoding) == (meant, encoding)


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Thuỳ Dương",
        "Hòa bình, Hà Nội",
        "Lê Lý",
        "H'Hen Niê",
        "Y Moan Ênuôl",
        "José Müller, café",
        "Xã Lý · 13285",
        "20 m² – 5 µm",
        "ABC-123",
        "",
    ],
)
def test_all_other_text_stays(text: str) -> None:
    assert in_unicode(text) == text
