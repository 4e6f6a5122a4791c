"""The way through the program: first start, unlock, desk, lock, quit; its looks and language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog

from antq_desktop.gui.failures import Told
from antq_desktop.gui.first_start.presenter import FirstStartPresenter
from antq_desktop.gui.first_start.view import FirstStartView
from antq_desktop.gui.paper import open_sheet
from antq_desktop.gui.restoring import open_restoring
from antq_desktop.gui.screen import Context
from antq_desktop.gui.shell.desk import Desk
from antq_desktop.gui.shell.half_typed import HalfTyped
from antq_desktop.gui.shell.idle import IdleWatch
from antq_desktop.gui.shell.listed import ENTRY, MANY, REGISTER
from antq_desktop.gui.shell.practising import Practising
from antq_desktop.gui.shell.view import MainView
from antq_desktop.gui.tokens import show_pin
from antq_desktop.gui.unlock.presenter import UnlockPresenter
from antq_desktop.gui.unlock.view import UnlockView
from antq_desktop.services.half_typed import half_typed
from antq_desktop.services.marking_practice import is_marked
from antq_desktop.services.overview import before_this_unlock, has_workspace
from antq_desktop.services.practice import fill_with_sample
from antq_desktop.services.whereabouts import forget_whereabouts
from antq_desktop.settings import load_settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.first_start.presenter import Finished
    from antq_desktop.gui.session import About, Session
    from antq_desktop.gui.theme import Appearance, Theme
    from antq_desktop.gui.translation import Translation
    from antq_desktop.messages import Language
    from antq_desktop.paths import Paths
    from antq_desktop.services.half_typed import Words
    from antq_desktop.services.overview import Before
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.token_desk import PinAsked
    from antq_desktop.settings import Settings


class Window(QObject):
    """Leads a person through the program in one window."""

    closed = Signal()

    def __init__(
        self,
        paths: Paths,
        session: Session,
        theme: Theme,
        failures: Failures,
        translation: Translation,
    ) -> None:
        super().__init__()
        self._computer = self._home = paths
        self._session = session
        self._theme = theme
        self._failures = failures
        self._translation = translation
        self._settings = load_settings(paths.settings).settings
        self._desk: Desk | None = None
        self._front: QObject | None = None
        self._sample = False
        self.view = MainView(theme)
        self.idle = IdleWatch(self)
        self.idle.warned.connect(self._warn_of_lock)
        self.idle.resumed.connect(self.view.hide_message)
        self.idle.idle.connect(self._lock_alone)
        self._half_typed = HalfTyped(self, session)
        self.view.screen_shown.connect(self._half_typed.show)
        self._practising = Practising(self, session, failures, paths)
        failures.told.connect(self.view.tell)
        failures.over.connect(self.view.hide_message)
        session.pins.asked.connect(self._ask_pin, Qt.ConnectionType.QueuedConnection)
        self.view.lock_asked.connect(self.lock)
        self.view.close_asked.connect(self.quit)
        self.view.appearance_asked.connect(self._set_appearance)
        self.view.text_asked.connect(self._set_text)
        self.view.language_asked.connect(self._set_language)
        self._mark_choices()

    @property
    def desk(self) -> Desk | None:
        """What is on the desk while a workspace is open."""
        return self._desk

    @property
    def front(self) -> QObject | None:
        """The presenter of the page that stands before the desk: first start or unlock."""
        return self._front

    def begin(self, user: str | None = None, passphrase: str | None = None) -> None:
        """Show the window with first start or unlocking, as there is a workspace or not.

        A passphrase that was handed in, as to any other command, is tried at once.
        """
        self.turn_to(self._home, user or self._settings.last_user, passphrase)
        self.view.show()

    def turn_to(
        self,
        home: Paths,
        user: str | None = None,
        passphrase: str | None = None,
        *,
        fill: bool = False,
    ) -> None:
        """Show first start or unlocking of a home; a passphrase that is known is tried at once.

        ``fill`` adds sample data once it is open. What was open before must have been left.
        """
        self._home, self._sample = home, fill
        self._show_front()
        if passphrase is not None and isinstance(self._front, UnlockPresenter):
            self._front.unlock(user, passphrase)

    def lock(self) -> None:
        """Close the workspace with its backup, and ask for a passphrase again."""
        self.leave(self._show_front)

    def _warn_of_lock(self) -> None:
        self._failures.say(self.tr("Sắp tự khóa sổ: nhấn một phím để làm tiếp."), "warning")

    def _ask_pin(self, asked: PinAsked) -> None:
        """Ask for a PIN above whatever is open, unless nobody waits for it any more."""
        if self._session.pins.waiting:
            above = QApplication.activeModalWidget() or self.view
            show_pin(above, asked, self._session.pins, self._failures.language)

    def _lock_alone(self) -> None:
        """Lock because nobody is there: what is typed is kept, long work is let end before."""
        if self._session.pins.waiting:
            self._session.pins.cancel()  # then the work ends, and the next look finds none
        if self._desk is None or self._session.working or self._desk.working:
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        forms = [self._desk.screen(key).widget for key in (ENTRY, MANY, REGISTER)]
        self._half_typed.keep(one for one in self.view.shown_screens if one not in forms)
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.reject()
        self._desk.keep(lambda: self._close(self._locked_alone))

    def _locked_alone(self) -> None:
        self._show_front()
        self._failures.say(self.tr("Đã tự khóa sổ vì 5 phút không có thao tác."), "info")

    def quit(self) -> None:
        """Close the workspace with its backup, then the window."""
        self.leave(self._end)

    def _end(self) -> None:
        self.view.let_close()
        self.closed.emit()

    def leave(self, then: Callable[[], None]) -> None:
        """Close what is open, once it may be left; then go on."""
        if self._desk is None:
            self._when_quiet(then)
        else:
            self._desk.may_leave(lambda: self._close_himself(then))

    def _close_himself(self, then: Callable[[], None]) -> None:
        self._half_typed.forget()
        self._close(then)

    def _when_quiet(self, then: Callable[[], None]) -> None:
        """Work that was begun before (making a workspace) ends first."""
        self._session.run(lambda: None, lambda _: then())

    def _close(self, then: Callable[[], None]) -> None:
        self.view.show_closing()

        def closed() -> None:
            self._clear_desk()
            then()

        def failed(error: BaseException) -> None:
            # It is closed, but without its backup: stay and say so; a second quit then leaves.
            self._clear_desk()
            self._show_front()
            self._failures.show(error)

        self._session.ask(forget_whereabouts, lambda _: None)
        self._session.close(closed, failed)

    def _clear_desk(self) -> None:
        self._session.forget()
        self._half_typed.drop()
        self.idle.end()
        if self._desk is not None:
            self._desk.end()
            self._desk.deleteLater()
            self._desk = None

    def _show_front(self) -> None:
        marked = is_marked(self._home) and has_workspace(self._home)
        self.view.mark_practice(practice=marked, in_class=self._practising.in_class)
        if has_workspace(self._home):
            view = UnlockView()
            self._practising.dress(view)
            language = self._failures.language
            unlock = UnlockPresenter(view, self._session, self._home, language, self._theme)
            unlock.unlocked.connect(self._unlocked)
            unlock.recovered.connect(self._in_again)
            self._front = unlock
            self.view.show_start(view)
            unlock.begin(self._settings.last_user)
            return
        first_view = FirstStartView(self._theme)
        first = FirstStartPresenter(first_view, self._session, self._home, self._failures.language)
        first.finished.connect(self._made)
        first.sheet_asked.connect(self._show_sheet)
        first_view.restore_asked.connect(self._ask_restore)
        first_view.class_asked.connect(self._practising.enter)
        self._front = first
        self.view.show_start(first_view)
        first.begin()

    def _show_sheet(self, make: Callable[[], Paper]) -> None:
        first = self._front
        if isinstance(first, FirstStartPresenter):
            language = self._failures.language
            paper = open_sheet(self.view, self._theme, self._session, language, make)
            paper.kept.connect(first.sheet_kept)

    def _ask_restore(self) -> None:
        language = self._failures.language
        restoring = open_restoring(self.view, self._theme, self._session, self._home, language)
        restoring.finished.connect(self._restored)
        restoring.recovered.connect(self._restored_by_paper)

    def _restored(self, user: str, passphrase: str) -> None:
        self._session.open(self._home, user, passphrase, self._unlocked)

    def _restored_by_paper(self, user: str, passphrase: str) -> None:
        self._session.open(self._home, user, passphrase, self._in_again)

    def _made(self, finished: Finished) -> None:
        self._sample = finished.sample
        self._session.open(self._home, finished.user, finished.passphrase, self._unlocked)

    def _unlocked(self, about: About) -> None:
        self._front = None
        self._keep_user(about)
        self._new_desk("")
        self.view.hide_message()
        if self._sample:
            self._sample = False
            self._fill()
        else:
            self._session.ask(
                lambda workspace: (before_this_unlock(workspace), half_typed(workspace)),
                lambda found: self._tell_before(*found),
            )

    def _keep_user(self, about: About) -> None:
        """Offer him first next time; who plays a part in the class is nobody of this PC."""
        if not self._practising.in_class:
            self._save(replace(self._settings, last_user=about.user))

    def _in_again(self, about: About) -> None:
        """Lead whoever came in by the recovery paper to a new certificate."""
        self._front = None
        self._keep_user(about)
        self._new_desk("enrolment")
        text = self.tr("Đã vào sổ bằng phiếu hoặc mảnh khôi phục; dữ liệu còn nguyên.")
        more = self.tr(
            "Khóa ký cũ đã mất: đề nghị cơ quan nhận thu hồi chứng thư cũ, rồi tạo tệp yêu cầu mới."
        )
        self.view.tell(Told(text, more, (), "warning"))

    def _fill(self) -> None:
        self._failures.say(self.tr("Đang thêm dữ liệu mẫu…"), "info")

        def progress(done: int, total: int) -> None:
            words = self.tr("Đang thêm dữ liệu mẫu: {done}/{total}")
            text = words.format(done=done, total=total)
            self._session.post(lambda: self._failures.say(text, "info"))

        self._session.change(
            lambda workspace: fill_with_sample(workspace, progress),
            lambda count: self._failures.say(
                self.tr("Đã thêm {count} hồ sơ mẫu để thực hành.").format(count=count)
            ),
        )

    def _tell_before(self, before: Before, typed: Words) -> None:
        """Say who was here before, whether somebody failed to get in since, and what waits."""
        self._half_typed.begin(typed)
        self._half_typed.show(self.view.front)
        last = ""
        if before.unlocked is not None:
            last = self.tr("Lần mở trước: {at}, {name}.").format(
                at=before.unlocked.at.strftime("%H:%M %d/%m/%Y"), name=before.unlocked.name
            )
        if typed:
            waits = self.tr("Lời đang gõ lúc tự khóa sẽ hiện lại khi mở lại câu hỏi, màn hình đó.")
            last = f"{last} {waits}".strip()
        if before.closed is not None:
            self._failures.show(before.closed)
        elif before.mended:
            text = self.tr("Tệp khóa keys.json bị sửa ngoài phần mềm; máy đã sửa lại như cũ.")
            more = self.tr("Xem ai đã dùng máy này, rồi thử phiếu hoặc mảnh ở màn hình Khôi phục.")
            self.view.tell(Told(text, more, (), "warning"))
        elif before.failed:
            text = self.tr("Từ lần mở trước có {count} lần nhập sai mật khẩu.").format(
                count=before.failed
            )
            self.view.tell(Told(text, last, (), "warning"))
        elif last:
            self._failures.say(last, "info")

    def _new_desk(self, screen: str) -> None:
        self._clear_desk()
        context = Context(self._session, self._theme, self._failures, self._failures.language)
        self.view.mark_practice(
            practice=self._session.about.place.practice, in_class=self._practising.in_class
        )
        self._desk = Desk(self.view, context)
        self._desk.begin(screen)
        self.idle.begin()

    def _set_appearance(self, appearance: Appearance) -> None:
        self._theme.set_appearance(appearance)
        self._save(replace(self._settings, appearance=appearance))

    def _set_text(self, percent: int) -> None:
        self._theme.set_text_percent(percent)
        self._save(replace(self._settings, text_percent=percent))

    def _set_language(self, language: Language) -> None:
        def change() -> None:
            self._translation.use(language)
            self._failures.language = language
            self._save(replace(self._settings, language=language))
            self.view.retranslate()
            if self._desk is not None:
                self._new_desk(self._desk.current)
            elif isinstance(self._front, UnlockPresenter):
                self._show_front()

        if isinstance(self._front, FirstStartPresenter) and self._front.begun:
            self._mark_choices()
            self._failures.say(self.tr("Đổi ngôn ngữ sau khi tạo xong sổ."), "info")
        elif self._desk is not None:
            self._desk.may_leave(change)
        else:
            change()
            if isinstance(self._front, FirstStartPresenter):
                self._show_front()

    def _save(self, settings: Settings) -> None:
        """Keep a choice; a disk that refuses must not stop the work.

        The library of tokens is chosen elsewhere: what the file says of it stays.
        """
        self._settings = settings
        self._mark_choices()
        try:
            module = load_settings(self._computer.settings).settings.token_module
            save_settings(self._computer.settings, replace(settings, token_module=module))
        except OSError:
            self._failures.say(self.tr("Không lưu được lựa chọn này; lần sau chọn lại."), "warning")

    def _mark_choices(self) -> None:
        self.view.set_choices(
            self._theme.appearance, self._theme.text_percent, self._failures.language
        )
