"""Sentences of the article about the movement (domain.md B.4), made of the figures of a period.

They are Vietnamese, as the article is. A figure that is not given for the period is named and its
clause left out; of what did not happen (0, or 0 of 0) nothing is said. No number is ever invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.phrases import number, percentage, phrase
from antq_desktop.domain.registers.awards.codes import AWARDS, LEVELS

Figures = Mapping[str, Figure]
Say = Callable[[str, int], str]
"""Words a number of an indicator: a print for the public does not tell the smallest."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, S1 to S7: its text ("" if nothing can be said), and the figures it lacks.

    ``told`` are the indicators whose number stands in it.
    """

    code: str
    text: str
    missing: tuple[str, ...]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a sentence: the figures it needs, and its words."""

    needs: tuple[str, ...]
    words: Callable[[Figures, Say], str]


def _share(figure: Figure) -> str:
    """Return "x/y", "" where there is nothing to speak of."""
    whole = figure.denominator or 0
    return f"{number(figure.value)}/{number(whole)}" if whole else ""


def _clause(template: str, *codes: str) -> _Clause:
    """Make a clause of plain numbers, in the order of the codes; without any it is not said."""

    def words(figures: Figures, say: Say) -> str:
        values = {code: figures[code].value for code in codes}
        told = (say(code, value) for code, value in values.items())
        return template.format(*told) if any(values.values()) else ""

    return _Clause(codes, words)


def _plainly(words: Callable[[Figures], str]) -> Callable[[Figures, Say], str]:
    """Make words of numbers behind which nobody can be recognised."""
    return lambda figures, _: words(figures)


def _tips(figures: Figures) -> str:
    tips = figures["B1.2"].value
    return f"nhân dân đã cung cấp {phrase(tips)} tin báo, tố giác tội phạm" if tips else ""


def _settled(figures: Figures) -> str:
    settled = figures["B2.2"]
    if not settled.value:
        return ""
    told = "B1.2" in figures and figures["B1.2"].value
    return (
        f"{'giúp ' if told else ''}lực lượng chức năng giải quyết ổn định"
        f" {_share(settled)} vụ việc mâu thuẫn, khiếu kiện trong nội bộ nhân dân"
    )


def _handled(figures: Figures) -> str:
    handled = figures["B1.3"]
    if not handled.value or not handled.denominator:
        return ""
    share = percentage(handled.value, handled.denominator)
    return f"tiếp nhận, xử lý {share} tố giác, tin báo về tội phạm"


def _posted(figures: Figures) -> str:
    units = figures["B8.1"]
    if not units.value or not units.denominator:
        return ""
    return (
        f"bố trí {percentage(units.value, units.denominator)} lực lượng công an xã chính quy tại"
        f" {_share(units)} xã, thị trấn ({number(figures['B8.2'].value)} đồng chí)"
    )


def _models(figures: Figures) -> str:
    """Say what is kept up and what is new; what is new and not reviewed yet is no part of it."""
    kept, new = figures["B6.1"].value, figures["B6.2"].value
    old = f"duy trì hoạt động hiệu quả {number(kept)} mô hình" if kept else ""
    if not new:
        return old
    if not kept or new > kept:
        begun = f"xây dựng, triển khai mới {number(new)} mô hình"
        return f"{old}; {begun}" if old else begun
    return f"{old}, trong đó xây dựng, triển khai {number(new)} mô hình"


def _standard(code: str, whom: str) -> _Clause:
    def words(figures: Figures) -> str:
        share = _share(figures[code])
        return f"{share} {whom}" if share else ""

    return _Clause((code,), _plainly(words))


_STANDARD = (
    _standard("B7.1", "khu dân cư"),
    _standard("B7.2", "xã, phường, thị trấn"),
    _standard("B7.3", "cơ quan"),
    _standard("B7.4", "doanh nghiệp"),
    _standard("B7.5", "cơ sở giáo dục"),
)

_SENTENCES: Mapping[str, tuple[str, tuple[_Clause, ...], str]] = {
    "S1": (
        ", ",
        (_Clause(("B1.2",), _plainly(_tips)), _Clause(("B2.2",), _plainly(_settled))),
        ";",
    ),
    "S2": (
        ", ",
        (
            _clause(
                "lập {} hồ sơ đề nghị đưa người vào cơ sở giáo dục, cơ sở cai nghiện bắt buộc",
                "B3.1",
            ),
            _clause("đưa {} đối tượng vào diện giáo dục tại xã, phường, thị trấn", "B4.1"),
        ),
        ";",
    ),
    "S3": (
        "; ",
        (
            _clause("bắt, vận động đầu thú {} đối tượng có lệnh truy nã", "B5.3"),
            _Clause(("B1.3",), _plainly(_handled)),
        ),
        ".",
    ),
    "S4": (
        "; ",
        (
            _Clause(("B6.1", "B6.2"), _plainly(_models)),
            _clause("tổ chức nhân rộng {} mô hình", "B6.3"),
            _clause(
                "có {} mô hình được Bộ Công an ghi nhận, thông báo kinh nghiệm trong toàn quốc",
                "B6.4",
            ),
        ),
        ".",
    ),
    "S5": ("", (_Clause(("B8.1", "B8.2"), _plainly(_posted)),), "."),
    "S6": (", ", _STANDARD, " đạt tiêu chuẩn “An toàn về ANTT”."),
}
"""Of each sentence: what joins its clauses, the clauses, and how it ends."""

_OPENINGS = {"S6": "kết quả có "}
#: They go on after the semicolon of the one before.
_CONTINUED = frozenset({"S2", "S3"})


def _number(_: str, value: int) -> str:
    return number(value)


def sentences(figures: Figures, say: Say = _number) -> list[Said]:
    """Return S1 to S7 over figures by code; a figure that is not there is missing.

    ``say`` words the numbers behind which people could be recognised.
    """
    return [*(_said(code, figures, say) for code in _SENTENCES), _awards(figures)]


def _said(code: str, figures: Figures, say: Say) -> Said:
    joint, clauses, end = _SENTENCES[code]
    missing = tuple(need for clause in clauses for need in clause.needs if need not in figures)
    worded = [
        (clause, words)
        for clause in clauses
        if all(need in figures for need in clause.needs) and (words := clause.words(figures, say))
    ]
    body = joint.join(words for _, words in worded)
    told = (need for clause, _ in worded for need in clause.needs if _stands(figures[need]))
    text = f"{_OPENINGS.get(code, '')}{body}{end}" if body else ""
    if code not in _CONTINUED:
        text = text[:1].upper() + text[1:]
    return Said(code, text, missing, tuple(told))


def _stands(figure: Figure) -> bool:
    """Say whether a figure is worded at all: nothing is said of a 0 that is no share."""
    return bool(figure.value or figure.denominator)


_AWARDS = {one.code: one.label.vi for one in AWARDS}
_LEVELS = {one.code: one.label.vi for one in LEVELS}
_WHOM = {"collective": "tập thể", "individual": "cá nhân", "household": "hộ gia đình"}


def _awards(figures: Figures) -> Said:
    """Say who was awarded what at which level; the title of who signed is not in the figures."""
    if "B10.1" not in figures:
        return Said("S7", "", ("B10.1",))
    lines = list(_award_lines(figures["B10.1"].parts))
    return Said("S7", f"Có {'; '.join(lines)}." if lines else "", ())


def _award_lines(parts: Mapping[str, int]) -> Iterator[str]:
    for level, of_level in _LEVELS.items():
        for award, name in _AWARDS.items():
            counts = {group: parts.get(f"{award}.{group}.{level}", 0) for group in _WHOM}
            whom = ", ".join(
                f"{number(counts[group])} {_WHOM[group]}" for group in _WHOM if counts[group]
            )
            if whom:
                yield f"{whom} được tặng {name} (cấp khen thưởng: {of_level})"
