"""The desk: what the main window does while a workspace is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, SignalInstance

from antq_desktop.domain.roles import ROLE_LABELS
from antq_desktop.domain.short_registers import in_rows
from antq_desktop.gui import cases, duplicates, entry, queries, records
from antq_desktop.gui.entry import many
from antq_desktop.gui.paper import open_paper
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.gui.shell.background import Background
from antq_desktop.gui.shell.commands import Command, found, of_menus, of_screen
from antq_desktop.gui.shell.hits import HitRow, hit_words
from antq_desktop.gui.shell.key_sheet import key_table
from antq_desktop.gui.shell.leading import show_bundle, show_request
from antq_desktop.gui.shell.listed import ENTRY, MANY, REGISTER, Listed
from antq_desktop.gui.shell.notice import show_away, why_closed
from antq_desktop.gui.shell.returning import Returning
from antq_desktop.gui.shell.screens import places
from antq_desktop.gui.shell.status import backup_words, saved_words
from antq_desktop.messages import label
from antq_desktop.services.key_sheet import keys_paper
from antq_desktop.services.looking import search, show_record
from antq_desktop.services.overview import overview

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from antq_desktop.gui.entry.alike import CompareWanted
    from antq_desktop.gui.screen import Context, ReturnWanted, Screen
    from antq_desktop.gui.shell.navigation import NavigationRow
    from antq_desktop.gui.shell.view import MainView
    from antq_desktop.services.overview import Overview
    from antq_desktop.services.unsaved import UnsavedForm
    from antq_desktop.store.queries import Line

_FORMS = (ENTRY, MANY)
_HANDOVER = "handover"
_MOST_HITS = 50


class Desk(QObject):
    """Builds the screens of one unlocked workspace and leads from one to another."""

    def __init__(self, view: MainView, context: Context) -> None:
        super().__init__()
        self._view, self._context = view, context
        self._session = context.session
        self._about = context.session.about
        self._places = places(self._about.place.role)
        self._listed = Listed(context, self._places)
        self._screens: dict[str, Screen] = {}
        self._overview: Overview | None = None
        self._current = self._behind = self._searched = ""
        self._resuming = False
        self._records = records.build(context)
        self._entry = entry.build(context)
        self._many = many.build(context)
        self._records.open_record.connect(self.open_record)
        self._records.new_record.connect(self.new_record)
        self._records.new_records.connect(self.many_records)
        self._records.paper_asked.connect(self._open_paper)
        self._many.closed.connect(self._back)
        self._many.open_record.connect(self.open_record)
        self._entry.rows_wanted.connect(self._resume_rows)
        self._entry.closed.connect(self._back)
        self._entry.opened.connect(self._entry_opened)
        self._entry.paper_asked.connect(self._open_paper)
        self._entry.open_record.connect(self.open_record)
        self._entry.return_asked.connect(self._open_return)
        self._entry.alike.compare_asked.connect(self._compare)
        self._returning = Returning(self, context)
        self._background = Background(context, view, self)
        view.navigated.connect(self.go)
        view.search.asked.connect(self._search)
        view.search.chosen.connect(self.open_record)
        view.keys_asked.connect(self._show_keys)
        view.refresh_asked.connect(self.refresh)
        view.notice.asked.connect(self._show_handovers)
        context.session.changed.connect(self.refresh)

    def begin(self, screen: str = "") -> None:
        """Show the desk with its first screen, or with the one named."""
        about = self._about
        role = label(ROLE_LABELS[about.role], self._context.language)
        user = self.tr("{name} – {role}").format(name=about.user, role=role)
        self._view.set_identity(about.unit.name, user, practice=about.place.practice)
        rows = self.rows()
        self._view.set_navigation(rows)
        self._view.show_desk()
        keys = [row.key for row in rows if row.key]
        self.go(screen if screen in keys else keys[0])
        self._read()
        self._returning.begin(self._offer_unsaved, back=not screen)
        self._background.begin(usual=[self._records.widget, self._entry.widget])

    @property
    def behind(self) -> str:
        """The key of the screen to which closing a form leads back."""
        return self._behind

    @property
    def context(self) -> Context:
        """What the screens are built with."""
        return self._context

    @property
    def current(self) -> str:
        """The key of the screen that is shown."""
        return self._current

    @property
    def working(self) -> bool:
        """Whether a screen has work that goes on beside the session."""
        return any(getattr(one, "working", False) for one in self._screens.values())

    def screen(self, key: str) -> Screen:
        """Return a screen, built the first time it is asked for."""
        if key == ENTRY:
            return self._entry
        if key == MANY:
            return self._many
        if key.startswith(REGISTER):
            return self._records
        if key not in self._screens:
            place = next(place for place in self._places if place.key == key)
            made = place.build(self._context)
            for name, act in (
                ("open_record", self.open_record),
                ("paper_asked", self._open_paper),
                ("return_asked", self._open_return),
                ("open_bundle", partial(show_bundle, self)),
                ("request_asked", partial(show_request, self)),
                ("screen_asked", self.go),
                ("place_asked", self.go),
                ("overdue_asked", self._list_overdue),
                ("list_asked", self._list_of),
                ("form_asked", self.resume),
            ):
                asks = getattr(made, name, None)
                if asks is not None:
                    cast("SignalInstance", asks).connect(act)
            self._screens[key] = made
        return self._screens[key]

    def go(self, key: str) -> None:
        """Go to a screen once the one that is shown may be left."""
        self._view.select(self._marked())
        if key == self._current:
            return
        self._view.hide_message()  # it spoke of the screen before
        self.may_leave(lambda: self._show(key))

    def open_record(self, record: str) -> None:
        """Open a record in the entry form once what is shown may be left."""
        self._session.ask(
            lambda workspace: show_record(workspace, record).line.register,
            lambda register: self.edit(register, record),
        )

    def _open_paper(self, wanted: PaperWanted) -> None:
        if wanted.handing:
            records = wanted.record if isinstance(wanted.record, tuple) else (str(wanted.record),)
            cases.open_handing(self._view, self._context, records, self._open_paper)
        else:
            open_paper(self._view, self._context, wanted)

    def _compare(self, wanted: CompareWanted) -> None:
        view, context = self._view, self._context
        if wanted.record is None:
            duplicates.open_form(view, context, wanted.register, wanted.values, wanted.other)
        else:
            duplicates.open_pair(view, context, wanted.record, wanted.other, self.open_record)

    def _open_return(self, wanted: ReturnWanted) -> None:
        queries.open_return(self._view, self._context, wanted)

    def _show_handovers(self) -> None:
        self.go(_HANDOVER)

    def may_leave(self, then: Callable[[], None]) -> None:
        """Call ``then`` once what is being done may be left."""
        if self._current:
            self.screen(self._current).may_leave(then)
        else:
            then()

    def keep(self, then: Callable[[], None]) -> None:
        """Keep what is being typed without asking, then call ``then``."""
        if self._current in _FORMS:
            form = self._entry if self._current == ENTRY else self._many
            form.may_leave(then, ask=False)
        else:
            self.may_leave(then)

    def end(self) -> None:
        """Let go of the window; the workspace is closed."""
        self._returning.end()
        self._view.navigated.disconnect(self.go)
        self._view.search.asked.disconnect(self._search)
        self._view.search.chosen.disconnect(self.open_record)
        self._view.keys_asked.disconnect(self._show_keys)
        self._view.refresh_asked.disconnect(self.refresh)
        self._view.notice.asked.disconnect(self._show_handovers)
        self._session.changed.disconnect(self.refresh)
        self._view.drop_screens()
        self._screens.clear()

    def refresh(self) -> None:
        """Read the screen that is shown, the counts and the status line again."""
        if self._current:
            self.screen(self._current).refresh()
        self._read()

    def list_at(self, register: str, record: str | None) -> None:
        """Show the list of a register at a record, once what is shown may be left."""
        self.may_leave(lambda: self._show(REGISTER + register, marked=record))

    def _show(
        self,
        key: str,
        *,
        overdue: bool = False,
        marked: str | None = None,
        unit: str | None = None,
    ) -> None:
        screen = self.screen(key)
        self._current = key
        self._view.show_screen(screen.widget)
        self._view.select(self._marked())
        if key.startswith(REGISTER):
            name = key.removeprefix(REGISTER)
            self._records.show_register(name, overdue=overdue, marked=marked, unit=unit)
        else:
            screen.refresh()

    def _marked(self) -> str:
        """Return the screen that the entry form was opened from."""
        return self._behind if self._current in _FORMS else self._current

    def new_record(self, register: str) -> None:
        """Open the form of a new record once what is shown may be left."""
        if self._may_begin():
            self.edit(register, None)

    def _may_begin(self) -> bool:
        """Say whether records are begun here; where the books are closed, tell why not."""
        refusal = why_closed(self._overview)
        if refusal is not None:
            self._context.failures.show(refusal)
        return refusal is None

    def edit(self, register: str, record: str | None) -> None:
        """Open the form of a record, or with None of a new one, once what is shown may be left."""

        def there() -> None:
            self._to_form(ENTRY, REGISTER + register)
            self._entry.open(register, record)

        self.may_leave(there)

    def many_records(self, register: str) -> None:
        """Open the table of a short register once what is shown may be left."""

        def there() -> None:
            self._to_form(MANY, REGISTER + register)
            self._many.open(register)

        if self._may_begin():
            self.may_leave(there)

    def _list_overdue(self, register: str) -> None:
        """List all that is overdue in a book."""
        self.may_leave(lambda: self._show(REGISTER + register, overdue=True))

    def _list_of(self, register: str, unit: str) -> None:
        """List what a book has of a unit."""
        self.may_leave(lambda: self._show(REGISTER + register, unit=unit))

    def resume(self, kept: UnsavedForm) -> None:
        """Go on with a form that was being typed, once what is shown may be left."""

        def there() -> None:
            if kept.many:
                self._resume_rows(kept)
            else:
                self._to_form(ENTRY, REGISTER + kept.register)
                self._entry.offers.resume(kept)

        self.may_leave(there)

    def _resume_rows(self, kept: UnsavedForm) -> None:
        """Go on with a table that was being typed."""
        self._behind = REGISTER + kept.register
        self._to_form(MANY, self._behind)
        self._many.open(kept.register, kept)

    def _to_form(self, form: str, behind: str) -> None:
        if self._current not in _FORMS:
            self._behind = self._current or behind
        self._current = form
        self._view.show_screen(self.screen(form).widget)
        self._view.select(self._behind)

    def _entry_opened(self, register: str) -> None:
        """Let closing a form lead to the list of its register, unless it came from elsewhere."""
        if self._current == ENTRY and (self._resuming or self._behind.startswith(REGISTER)):
            self._resuming = False
            self._behind = REGISTER + register
            self._view.select(self._behind)

    def _back(self) -> None:
        self._resuming = False
        if self._current in _FORMS:
            self._show(self._behind)

    def _offer_unsaved(self, count: int) -> None:
        if count:
            self._resuming = True
            self.may_leave(lambda: self._to_form(ENTRY, self._current))
            self._entry.offer()

    def _read(self) -> None:
        self._session.ask(overview, self._known)

    def _known(self, known: Overview) -> None:
        self._overview = known
        self._view.set_navigation(self.rows())
        show_away(self._view, known)
        self._view.select(self._marked())
        self._view.set_status(saved_words(known.saved), backup_words(known.backup))

    def rows(self) -> Sequence[NavigationRow]:
        """List what stands at the left."""
        return self._listed.rows(self._overview)

    def _search(self, text: str) -> None:
        """Show what a text means: commands at once, the records when they are found."""
        self._searched = text
        commands = found(text, of_screen(self._view.front), self._everywhere())
        rows = [one.row() for one in commands]
        if rows or not text.strip():  # without any, what stands there stays until records come
            self._view.search.set_rows(rows)
        if text.strip():
            self._session.ask(
                lambda workspace: search(workspace, text),
                lambda lines: self._found(text, rows, lines),
            )

    def _found(self, text: str, commands: Sequence[HitRow], lines: Sequence[Line]) -> None:
        if text != self._searched:
            return
        none = HitRow("", self.tr("Không tìm thấy hồ sơ nào."))
        rows = [
            HitRow(
                line.record,
                hit_words(line, self._about, self._context.language),
                icon="book" if commands else "",
            )
            for line in lines[:_MOST_HITS]
        ]
        self._view.search.set_rows([*commands, *rows] or [none])

    def _everywhere(self) -> list[Command]:
        """Return what can be done from any screen."""
        language, go = self._context.language, self.tr("Tới: {name}")
        add, many = self.tr("Thêm hồ sơ: {name}"), self.tr("Nhập bảng: {name}")
        made = [
            Command(
                go.format(name=row.text), partial(self.go, row.key), icon=row.icon, also=row.hint
            )
            for row in self.rows()
            if row.key
        ]
        for one in self._about.catalogue.registers:
            name, also = one.short_label.text(language), f"{one.code} {one.label.text(language)}"
            begin = partial(self.new_record, one.name)
            made.append(Command(add.format(name=name), begin, icon="add", also=also))
            if in_rows(one):
                begin = partial(self.many_records, one.name)
                made.append(Command(many.format(name=name), begin, icon="form", also=also))
        return [*made, *of_menus(self._view.menu_keys())]

    def _show_keys(self) -> None:
        """Show the sheet with the keys of all screens; it is printed from there."""
        screens = [(place.title, self.screen(place.key).widget) for place in self._places]
        screens += [
            (self.tr("Danh sách hồ sơ"), self._records.widget),
            (self.tr("Biểu nhập hồ sơ"), self._entry.widget),
            (self.tr("Nhập bảng"), self._many.widget),
        ]
        self._view.add_screens(widget for _, widget in screens)
        table = key_table(self._view.menu_keys(), screens, entry.typing_keys())
        wanted = PaperWanted("", made=lambda workspace: keys_paper(workspace, table))
        open_paper(self._view, self._context, wanted)
