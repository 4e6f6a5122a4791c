"""The lines and the state of the journal in words, for the windows and the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.messages import label, message_ids, shown_number, words
from antq_desktop.services.journal_acts import CODED, SHOWN, base_of
from antq_desktop.services.journal_chain import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.errors import MessageValue
    from antq_desktop.messages import Language
    from antq_desktop.services.journal_chain import ChainState
    from antq_desktop.services.reading_journal import Line, Target

_MOMENT = "%H:%M %d/%m/%Y"
_WITH_ACTION = {
    Standing.BEYOND: "journal.seen_beyond",
    Standing.OTHER: "journal.seen_other",
    Standing.RESTORED: "journal.seen_restored",
}
_PLAIN = {
    Standing.UNSEEN: "journal.seen_none",
    Standing.EQUAL: "journal.seen_equal",
    Standing.LONGER: "journal.seen_longer",
}


def kind_words(kind: str, language: Language) -> str:
    """Return the name of a kind of acts."""
    return label(f"journal_kind.{kind}", language)


def act_words(act: str, language: Language) -> str:
    """Return what was done; of an act that a newer program noted its code."""
    message_id = f"journal_act.{base_of(act)}"
    return label(message_id, language) if message_id in message_ids(language) else act


def detail_words(line: Line, language: Language) -> str:
    """Return what else a line says: "Bản: 2 · Lý do: Ghi nhầm ngày"."""
    return " · ".join(_details(line, language))


def target_words(target: Target | None, catalogue: Catalogue, language: Language) -> str:
    """Return what an act was done to, "" where the line names nothing."""
    if target is None:
        return ""
    if target.kind == "bundle":
        return label("journal.bundle", language, name=target.name or target.key[:8])
    register = catalogue.by_name.get(target.register or "")
    name = register.short_label.text(language) if register else label("journal.record", language)
    if not target.opens:
        return label("journal.gone", language, name=name)
    return f"{name}: {target.name or label('cli.draft', language)}"


def chain_words(state: ChainState, language: Language) -> tuple[str, str]:
    """Return what a person has to know of the chain, and what he has to do, "" for nothing."""
    at = state.at.strftime(_MOMENT) if state.at else ""
    if state.broken is not None:
        said = words("journal.chain_broken", language, {"line": state.broken})
        return said.text, said.action
    if state.standing in _WITH_ACTION:
        values: dict[str, MessageValue] = {"line": state.seen, "length": state.length, "at": at}
        said = words(_WITH_ACTION[state.standing], language, values)
        return said.text, said.action
    whole = label("journal.chain_whole", language, length=state.length)
    more = state.length - state.seen
    seen = label(_PLAIN[state.standing], language, line=state.seen, at=at, more=more)
    return f"{whole} {seen}", ""


def _details(line: Line, language: Language) -> Iterator[str]:
    for name in SHOWN:
        text = _text(name, line.details.get(name), language)
        if text:
            yield f"{label(f'journal_detail.{name}', language)}: {text}"


def _text(name: str, value: Json, language: Language) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if value is None or isinstance(value, bool | dict) or (name == "revision" and value == 0):
        return ""  # a draft has no number yet
    if name in CODED:
        known = f"journal_value.{value}"
        return label(known, language) if known in message_ids(language) else str(value)
    if isinstance(value, int) and name not in {"year", "revision"}:
        return shown_number(value, language)
    return str(value)
