"""Tables from a clipboard: by their heads or in order, each cell as its field understands it."""

from __future__ import annotations

from datetime import date

from antq_desktop.domain.fields import Field, Kind, Label, codes
from antq_desktop.domain.forms import Hand
from antq_desktop.domain.pasted import as_pasted, read_pasted, settled, typed_of
from antq_desktop.domain.units import UnitTree

TOPICS = codes(("drugs", "Ma túy", "Drugs"), ("fire", "Cháy, nổ", "Fire"))
FIELDS = (
    Field(name="held_on", kind=Kind.DATE, label=Label("Ngày tổ chức", "Held on"), required=True),
    Field(name="topics", kind=Kind.CHOICES, label=Label("Nội dung", "Topics"), codes=TOPICS),
    Field(name="people", kind=Kind.INTEGER, label=Label("Số người", "People")),
    Field(name="pilot", kind=Kind.FLAG, label=Label("Điểm", "Pilot")),
)
NAMES = [one.name for one in FIELDS]
HAND = Hand(UnitTree([], "1", "1"), date(2024, 3, 20))


def test_columns_are_found_by_their_heads_with_or_without_marks() -> None:
    text = 'SO NGUOI\tNgày tổ chức *\tGhi chú\n1.200\t15/3\tx\n\t\t\n7\t"16/3\n2024"\t\n'
    found = read_pasted(text, FIELDS, NAMES, 2)
    assert found.rows == (
        {"people": "1.200", "held_on": "15/3"},
        {"people": "7", "held_on": "16/3\n2024"},
    )
    assert found.lost == ("Ghi chú",)


def test_without_heads_the_order_counts_from_the_marked_cell() -> None:
    found = read_pasted("ma túy\t12\tx\tthừa\n", FIELDS, NAMES, 1)
    assert found.rows == ({"topics": "ma túy", "people": "12", "pilot": "x"},)
    assert found.lost == ("4",)


def test_one_cell_is_no_head() -> None:
    assert read_pasted("15/3", FIELDS, NAMES, 0).rows == ({"held_on": "15/3"},)
    assert read_pasted("  \n", FIELDS, NAMES, 0).rows == ()


def test_a_table_in_an_old_encoding_says_so() -> None:
    found = read_pasted("Ngµy tæ chøc\tSè ng\u00adêi\n15/3\t5\n", FIELDS, NAMES, 0)
    assert found.encoding == "TCVN3"
    assert found.rows == ({"held_on": "15/3", "people": "5"},)


def test_cells_are_shown_in_their_usual_form_and_mean_what_a_form_means() -> None:
    day, topics, people, pilot = FIELDS
    assert settled(HAND, day, " 15/3 ") == "15/03/2024"
    assert settled(HAND, day, "hôm qua") == "hôm qua"
    assert settled(HAND, people, "1200") == "1.200"
    assert settled(HAND, topics, "MA TUY;cháy, nổ") == "Ma túy; Cháy, nổ"
    assert settled(HAND, pilot, "x") == "có"
    assert settled(HAND, pilot, "") == ""
    typed = typed_of(FIELDS, {"topics": "Ma túy; gì đó", "pilot": "không", "people": "3"})
    assert typed == {"held_on": "", "topics": ["drugs", "gì đó"], "people": "3", "pilot": False}


def test_cells_go_to_the_clipboard_as_a_spreadsheet_takes_them() -> None:
    rows = [["a", "b\nc"], ["1", ""]]
    assert as_pasted(rows) == 'a\t"b\nc"\n1\t\n'
