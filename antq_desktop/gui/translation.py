"""The language of the windows: Vietnamese is what the code says, English comes from a file."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from antq_desktop.assets import asset

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from antq_desktop.messages import Language

_LOCALES: dict[Language, QLocale] = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def languages() -> tuple[Language, ...]:
    """Return the languages that this installation can speak: English needs its file."""
    try:
        asset("translations", "en.qm")
    except FileNotFoundError:
        return ("vi",)
    return ("vi", "en")


class Translation:
    """Gives one application its translators, and keeps alive what they read."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        # Qt reads the bytes where they lie and keeps no copy: they must live as long as it does.
        self._contents: list[bytes] = []

    def use(self, language: Language) -> None:
        """Speak a language from now on; windows that are open keep their words until made anew.

        Numbers and dates follow it (1.234 and dd/MM/yyyy, or 1,234). A checkout that was not set
        up has no English file: it stays Vietnamese.
        """
        for one in self._app.findChildren(QTranslator):  # also those of a program that ended
            self._app.removeTranslator(one)
        QLocale.setDefault(_LOCALES[language])
        self._install_qt(language)
        if language == "en":
            with suppress(FileNotFoundError):
                self._install(asset("translations", "en.qm").read_bytes())

    def _install(self, content: bytes) -> None:
        self._contents.append(content)
        translator = QTranslator(self._app)
        if translator.load(content):
            self._app.installTranslator(translator)

    def _install_qt(self, language: Language) -> None:
        """Qt's own words (Cancel, Copy); it ships few in Vietnamese, then they stay English."""
        translator = QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            self._app.installTranslator(translator)
