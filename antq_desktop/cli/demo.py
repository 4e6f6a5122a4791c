"""``demo``: a province in miniature."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from antq_desktop.cli.answers import Answer, table
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.errors import Refusal
from antq_desktop.messages import shown_number, words
from antq_desktop.services.demo import Demo, Wanted

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.demo import Result
    from antq_desktop.services.demo_figures import Compared

_STEPS = {
    "enrol": "cli.demo_enrol",
    "submit": "cli.demo_submit",
    "import": "cli.demo_import",
    "answer": "cli.demo_answer",
    "correct": "cli.demo_correct",
    "print": "cli.demo_print",
    "compare": "cli.demo_compare",
}
_USUAL = Wanted()


class _Size(TypedDict):
    communes: int
    year: int
    records: int | None
    seed: int


@click.command(cls=Command, help="cli.help_demo")
@click.argument("folder", metavar="DIR", type=FILE)
@option("--communes", type=int, default=_USUAL.communes, help="cli.option_communes")
@option("--year", type=click.IntRange(2000, 2100), default=_USUAL.year, help="cli.option_year")
@option("--records", type=click.IntRange(2), help="cli.option_demo_records")
@option("--seed", type=int, default=_USUAL.seed, help="cli.option_seed")
@pass_session
def demo(session: Session, folder: Path, **size: Unpack[_Size]) -> Answer:
    """Make everything from the first key to equal figures, and compare both sides."""

    def progress(step: str, done: int, total: int) -> None:
        session.progress(session.label(_STEPS[step]), done, total)

    program = session.program
    wanted, clock = Wanted(**size), program.new_clock()
    try:
        result = Demo(folder.absolute(), wanted, program.catalogue, clock, progress).run()
    except OSError:
        raise Refusal("files.cannot_write", name=folder.name) from None
    session.progress("", 0, 0)
    if result.no_paper is not None:
        said = words(result.no_paper.message_id, session.language, result.no_paper.values)
        session.tell(f"{said.text} {said.action}")
    for sentence in result.unsaid:
        session.tell(session.label("cli.demo_unsaid", sentence=sentence))
    equal = all(one.equal for one in result.figures) and not result.unsaid
    return Answer(_document(session, result), _lines(session, result), exit_code=0 if equal else 4)


def _document(session: Session, result: Result) -> dict[str, object]:
    return {
        "workspaces": [
            {"unit": unit, "role": role, "home": str(home)}
            for unit, role, home in result.workspaces
        ],
        "bundles": [str(path) for path in result.bundles],
        "ca": str(result.authority),
        "paper": [str(path) for path in result.paper],
        "unsaid": result.unsaid,
        "figures": [_figure(session, one) for one in result.figures],
    }


def _figure(session: Session, compared: Compared) -> dict[str, object]:
    published = compared.published
    return {
        "indicator": compared.indicator,
        "period": compared.period,
        "label": compared.label.text(session.language),
        "value": compared.figure.value,
        "denominator": compared.figure.denominator,
        "published": published.shown if published else None,
        "published_denominator": published.denominator if published else None,
        "equal": compared.equal,
    }


def _over(session: Session, value: int, whole: int | None) -> str:
    shown = shown_number(value, session.language)
    return shown if whole is None else f"{shown}/{shown_number(whole, session.language)}"


def _published(session: Session, compared: Compared) -> str:
    published = compared.published
    if published is None:
        return ""
    if isinstance(published.shown, str):
        return published.shown
    return _over(session, published.shown, published.denominator)


def _lines(session: Session, result: Result) -> list[str]:
    head = ("cli.indicator", "cli.label", "cli.value", "cli.published", "cli.equal")
    rows = (
        (
            one.indicator,
            one.label.text(session.language),
            _over(session, one.figure.value, one.figure.denominator),
            _published(session, one),
            session.label("cli.yes" if one.equal else "cli.no"),
        )
        for one in result.figures
    )
    homes = "\n".join(f"  {unit}  {home}" for unit, _, home in result.workspaces)
    return [
        session.label("cli.demo_done", bundles=len(result.bundles)),
        homes,
        "",
        *table([session.label(name) for name in head], rows),
    ]
