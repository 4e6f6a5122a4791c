"""The narrative of a period report: its outline (domain.md D.4), and what its figures say.

It is Vietnamese, as the report is. First stand the sentences of the article (B.4), then how their
figures moved, then a line for each further figure: no number is told twice. Of what did not happen
nothing is said, and no number is ever invented; nothing is compared with a 0, or where the caller
gives no earlier figures. Shares are compared in percentage points, all else in numbers and percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.outline import LEADS, WORDINGS, Section
from antq_desktop.domain.phrases import STEADY, change, moved_points, number, percentage
from antq_desktop.domain.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.indicators import Figure, Indicator
    from antq_desktop.domain.outline import Wording

SMALL = "dưới 3"
"""What a print for the public says for 1 and 2 where people could be recognised (B.2)."""

_SMALLEST = 3
#: Behind each number of these books stand people whom their neighbours know.
_OF_PEOPLE = ("B3.", "B4.", "B5.")


@dataclass(frozen=True, slots=True)
class Stated:
    """An indicator, its figure, and what was entered late of periods reported before."""

    indicator: Indicator
    figure: Figure
    late: Figure | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """Earlier figures by code, and how they are named: "năm 2022"."""

    name: str
    figures: Mapping[str, Figure]


_SUMMED = ("B5.1", "B5.2")
"""Their sum stands in a sentence of its own: where one is kept back, the other is not told."""

NOTHING = "Trong kỳ không có số liệu phát sinh."
"""What stands where a section has figures and all are 0."""


#: Who was given what stands behind the sum.
_LEAD_LAST = frozenset({Section.AWARDS})


@dataclass(frozen=True, slots=True)
class Narrator:
    """Says what figures say; ``public`` keeps back what could tell who somebody is."""

    stated: Mapping[str, Stated]
    bases: Sequence[Base]
    public: bool = False

    def outline(self) -> list[Section]:
        """Return the sections of this report: without figures of the year there is no B7."""
        has_standard = any(one.code in self.stated for one in WORDINGS[Section.STANDARD])
        return [one for one in Section if one is not Section.STANDARD or has_standard]

    def paragraphs(self, section: Section) -> list[str]:
        """Return what is generated for a section: what the article says, what moved, the rest."""
        wordings = WORDINGS.get(section, ())
        if not wordings:
            return []
        lead, said = self._lead(section)
        told = [one for one in wordings if one.code in said]
        rest = [self._line(one) for one in wordings if one.code not in said]
        parts = [[lead, *self._moved(told), *self._added(told)], rest]
        if section in _LEAD_LAST:
            parts.reverse()
        found = [text for part in parts for text in part if text]
        known = any(one.code in self.stated for one in wordings)
        return found or ([NOTHING] if known else [])

    def number(self, code: str, value: int) -> str:
        """Return a number of an indicator in words."""
        return SMALL if self._hidden(code, value) else number(value)

    def _hidden(self, code: str, value: int) -> bool:
        return self.public and code.startswith(_OF_PEOPLE) and 0 < value < _SMALLEST

    def _gives_away(self, code: str) -> bool:
        """Say whether a number kept back could be reckoned from this one and their sum."""
        parts = [one for one in _SUMMED if one in self.stated]
        hidden = [one for one in parts if self._hidden(one, self.stated[one].figure.value)]
        return code in _SUMMED and bool(hidden) and code != hidden[0]

    def _lead(self, section: Section) -> tuple[str, frozenset[str]]:
        """Return the sentences of the article, and the codes of the numbers that they tell."""
        figures = {code: one.figure for code, one in self.stated.items()}
        wanted = LEADS.get(section, ())
        said = [one for one in sentences(figures, self.number) if one.code in wanted and one.text]
        joined = " ".join(one.text for one in said)
        if joined.endswith(";"):
            joined = f"{joined[:-1]}."
        codes = frozenset(code for one in said for code in one.told)
        return joined[:1].upper() + joined[1:], codes

    def _moved(self, told: Sequence[Wording]) -> Iterator[str]:
        """Say of each earlier period how the numbers moved that the article has told."""
        for base in self.bases:
            moved = [
                f"{'tỷ lệ' if one.share else 'số'} {one.name} {way}"
                for one in told
                if (way := self._way(one, base))
            ]
            if moved:
                yield f"So với {base.name}: {'; '.join(moved)}."

    def _added(self, told: Sequence[Wording]) -> Iterator[str]:
        """Say what was entered late of earlier periods, of numbers that the article has told."""
        added = [
            f"{self.number(one.code, late.value)} {one.name}"
            for one in told
            if (late := self.stated[one.code].late) is not None and late.value
        ]
        if added:
            yield f"Bổ sung số liệu kỳ trước: {'; '.join(added)}."

    def _line(self, one: Wording) -> str:
        stated = self.stated.get(one.code)
        if stated is None or not one.words or self._gives_away(one.code):
            return ""
        figure = stated.figure
        if not (figure.value or (one.share and figure.denominator)):
            return self._ended(one, stated)
        text = one.words.format(self._value(one, figure))
        inside = [
            *self._percent(one, figure),
            *self._parts(one.parts, one, figure),
            *self._changes(one),
        ]
        if inside:
            text += f" ({'; '.join(inside)})"
        text = "; ".join([text, *self._parts(one.beside, one, figure)])
        return f"- {text}{self._late(stated)}."

    def _ended(self, one: Wording, stated: Stated) -> str:
        """Tell of what was there before and is no more; "" where there was nothing either.

        Of a share of nothing, or a part of it, it is enough that the whole is told.
        """
        counted_in, late = stated.indicator.counted_in.vi, self._late(stated)
        whole = self.stated.get(one.within)
        silent = one.share or (whole is not None and not whole.figure.value)
        before = [
            f"{base.name}: {self.number(one.code, was.value)} {counted_in}"
            for base in self.bases
            if not silent and (was := base.figures.get(one.code)) is not None and was.value
        ]
        if not before and not late:
            return ""
        brackets = f" ({'; '.join(before)})" if before else ""
        return f"- Không có {one.name}{brackets}{late}."

    def _value(self, one: Wording, figure: Figure) -> str:
        if not one.share or not figure.denominator:
            return self.number(one.code, figure.value)
        return f"{number(figure.value)}/{number(figure.denominator)}"

    def _percent(self, one: Wording, figure: Figure) -> Iterator[str]:
        if one.share and figure.denominator:
            yield percentage(figure.value, figure.denominator)

    def _parts(
        self, parts: Sequence[tuple[str, str]], one: Wording, figure: Figure
    ) -> Iterator[str]:
        if self.public and one.code.startswith(_OF_PEOPLE):
            return
        for name, words in parts:
            if value := figure.parts.get(name, 0):
                yield words.format(number(value))

    def _changes(self, one: Wording) -> Iterator[str]:
        for base in self.bases:
            way = self._way(one, base)
            if not way:
                continue
            rate = "tỷ lệ " if one.share else ""
            if way == STEADY:
                yield f"{rate}bằng {base.name}"
            else:
                yield f"{rate}{way} so với {base.name}"

    def _way(self, one: Wording, base: Base) -> str:
        """Return how a figure moved since an earlier period; "" where it cannot be told."""
        stated, was = self.stated[one.code], base.figures.get(one.code)
        if was is None or not was.value:
            return ""
        now = stated.figure
        if self._hidden(one.code, now.value) or self._hidden(one.code, was.value):
            return ""
        if not one.share:
            return change(now.value, was.value, stated.indicator.counted_in.vi)
        if not (now.denominator and was.denominator):
            return ""
        return moved_points((now.value, now.denominator), (was.value, was.denominator))

    def _late(self, stated: Stated) -> str:
        """Say what was entered late of earlier periods: beside the figure, never in it."""
        late = stated.late
        if late is None or not late.value:
            return ""
        told = self.number(stated.indicator.code, late.value)
        return f"; bổ sung kỳ trước {told} {stated.indicator.counted_in.vi}"
