"""Words and tables that the screens share: periods, figures, problems, rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QTableView

from antq_desktop.bundle.refusals import Reason
from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.periods import FAMILIES, make_period, parse_period
from antq_desktop.gui.common.figures_table import figure_rows
from antq_desktop.gui.common.period_picker import PeriodPicker
from antq_desktop.gui.common.table import (
    Column,
    Row,
    TableModel,
    choose_key,
    chosen_key,
    dress_table,
)
from antq_desktop.gui.common.wording import (
    field_label,
    figure_text,
    period_name,
    reason_line,
    rule_words,
)
from antq_desktop.gui.translation import Translation
from antq_desktop.services.comparing import Compared

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.theme import Theme


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("DL-2023", "Năm 2023 (01/01/2023 \u2013 31/12/2023)"),
        ("DL-2023-05", "Tháng 5/2023 (01/05/2023 \u2013 31/05/2023)"),
        ("ND09-2023-Q1", "Quý I/2023, Chế độ báo cáo (NĐ 09/2019) (15/12/2022 \u2013 14/03/2023)"),
        ("TD198-2023", "Đợt thi đua 19/8/2023 (01/06/2023 \u2013 31/08/2023)"),
        ("2023-01-01_2023-06-30", "01/01/2023 \u2013 30/06/2023"),
    ],
)
def test_a_period_is_told_with_its_days(code: str, words: str) -> None:
    assert period_name(parse_period(code)) == words


def test_the_picker_offers_every_preset_and_gives_back_what_was_chosen(qtbot: QtBot) -> None:
    picker = PeriodPicker()
    qtbot.addWidget(picker)
    for family, rule in FAMILIES.items():
        for part in rule.windows:
            picker.set_period(make_period(family, 1995, part))
            assert picker.period == make_period(family, 1995, part)
    names = {box.accessibleName() for box in picker.findChildren(QComboBox)}
    assert {"Loại kỳ", "Kỳ", "Năm"} <= names
    picker.set_today(QDate(2024, 1, 3).toPython())
    assert picker.period == parse_period("DL-2023-12")


def test_figures_fields_and_reasons_in_words(catalogue: Catalogue, qapp: QApplication) -> None:
    Translation(qapp).use("vi")
    assert figure_text(Figure(1234)) == "1.234"
    assert figure_text(Figure(3, denominator=5)) == "3/5"
    coops = catalogue.by_name["hen_coops"]
    assert field_label(coops, "visits[2].visitor", "vi") == "Lượt thăm 2, Khách"
    assert field_label(coops, "unknown", "vi") == "unknown"
    reason = Reason("row_value", "records/hen_coops.jsonl", 3, "built_on")
    line = reason_line(reason, "vi", catalogue.by_name)
    assert line.startswith("Chuồng gà, dòng 3, Ngày dựng: ")
    assert reason_line(Reason("chain", "submission.json", field="$.chain"), "vi", {})
    future = Reason("row_rule.rules.not_future", "records/hen_coops.jsonl", 3, "built_on")
    assert reason_line(future, "vi", catalogue.by_name) == (
        "Chuồng gà, dòng 3, Ngày dựng: Dòng này trái với quy tắc của sổ: “Ngày này chưa đến”. "
        "Đề nghị nơi gửi sửa rồi xuất lại gói."
    )
    assert rule_words(future.rule, "vi") == (
        "Dòng này trái với quy tắc của sổ: “Ngày này chưa đến”."
    )
    newer = reason_line(Reason("row_moon"), "vi")
    assert newer.startswith("Nơi nhận nêu lý do “row_moon” mà phần mềm này chưa biết.")
    assert rule_words("row_moon", "vi") == rule_words(None, "vi") == ""


def test_a_table_keeps_its_choice_and_skips_titles(theme: Theme, qtbot: QtBot) -> None:
    model = TableModel((Column("A"), Column("B", "number"), Column("C", "chip")))
    view = QTableView()
    qtbot.addWidget(view)
    dress_table(view, model, theme)
    assert chosen_key(view, model) is None
    rows = [
        Row("g", ("Nhóm",), kind="group"),
        Row("a", ("x", "1", "Tốt"), "done"),
        Row("b", ("y",)),
    ]
    model.set_rows(rows)
    choose_key(view, model, None)
    assert chosen_key(view, model) == "a"
    view.selectRow(2)
    model.set_rows([*rows[:2], Row("b", ("z", "2", ""))])
    assert chosen_key(view, model) == "b"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "B"
    assert view.columnSpan(0, 0) == 3
    view.setCurrentIndex(model.index(0, 0))
    assert chosen_key(view, model) is None
    view.resize(900, 200)
    theme.set_text_percent(200)
    assert view.verticalHeader().defaultSectionSize() == 56
    theme.set_text_percent(100)
    model.set_columns((Column("A"),))
    assert model.rows == ()


def test_a_part_is_shown_where_one_of_the_periods_has_it(catalogue: Catalogue) -> None:
    """B10.1 has hundreds of parts, of which a report says those that there are."""
    register, indicator = catalogue.indicators["B10.1"]
    none, one, other = (
        Figure(len(parts), parts=dict.fromkeys(parts, 1))
        for parts in ([], ["commendation.collective.commune"], ["certificate.individual.ministry"])
    )
    compared = Compared(register, indicator, one, none, other, {})
    rows = [row.cells for row in figure_rows([compared], "vi")]
    assert rows == [
        ("R10 · Khen thưởng",),
        ("Khen thưởng", "1", "0", "1"),
        ("Bằng khen của Bộ, tỉnh – Cá nhân – Bộ Công an", "0", "0", "1"),
        ("Giấy khen – Tập thể – Xã", "1", "0", "0"),
    ]
