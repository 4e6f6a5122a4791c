"""Takes pictures of every screen from a practice commune and its office: ``make screenshots``.

All pictures lie in build/screenshots; those in CHOSEN are copied to docs/screenshots as well.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.periods import parse_period
from antq_desktop.gui.application import Desktop, build
from antq_desktop.gui.consolidated.dialogs import ListDialog
from antq_desktop.gui.first_start.view import FirstStartView
from antq_desktop.gui.paper.view import PaperDialog
from antq_desktop.gui.queries import open_return
from antq_desktop.gui.queries.dialog import WriteDialog
from antq_desktop.gui.screen import ReturnWanted
from antq_desktop.gui.shell.listed import ENTRY, REGISTER
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.delivering import deliver
from antq_desktop.services.demo import PASSPHRASE, Demo, Wanted
from antq_desktop.services.looking import list_records
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.posting import write_queries
from antq_desktop.services.querying import Wanted as WantedAnswer
from antq_desktop.services.querying import ask
from antq_desktop.services.receiving import import_bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from antq_desktop.gui.consolidated.presenter import ConsolidatedPresenter
    from antq_desktop.gui.figures.presenter import FiguresPresenter
    from antq_desktop.gui.inbox.presenter import InboxPresenter
    from antq_desktop.gui.shell.desk import Desk
    from antq_desktop.gui.theme import Appearance
    from antq_desktop.messages import Language

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "build" / "screenshots"
DOCS = ROOT / "docs" / "screenshots"
WIDE, HIGH = 1366, 768
LARGEST = 150_000
"""Bytes of a picture in the documents."""

PLAIN = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
"""Without dithering, which would cost more than the fewer shades save."""

COMMUNE, OFFICE, MODELS = "13285", "347", REGISTER + "movement_models"
COMMUNE_SCREENS = (
    "home",
    "submission",
    "duties",
    "figures",
    "forms",
    "handover",
    "enrolment",
    "units",
    "users",
    "journal",
    "health",
)
OFFICE_SCREENS = (
    "home",
    "queries",
    MODELS,
    "figures",
    "authority",
    "units",
    "journal",
    "health",
)
PATIENCE = 30_000

CHOSEN = (
    "first-start-1-light",
    "first-start-2-light",
    "first-start-4-light",
    "unlock-light",
    "commune-home-light",
    "commune-list-light",
    "commune-list-dark",
    "commune-entry-light",
    "commune-submission-light",
    "commune-duties-light",
    "commune-figures-light",
    "commune-forms-light",
    "commune-preview-light",
    "commune-preview-dark",
    "commune-enrolment-light",
    "commune-health-light",
    "commune-search-light",
    "commune-list-light-200",
    "commune-list-light-en",
    "office-inbox-light",
    "office-figures-light",
    "office-authority-light",
)


def wait_until(ready: Callable[[], bool]) -> None:
    """Let the program run until something is so; raises TimeoutError after 30 s."""
    since = QElapsedTimer()
    since.start()
    while not ready():
        if since.elapsed() > PATIENCE:
            raise TimeoutError("a screen did not come")
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


class Camera:
    """Drives the program as a person does, and takes pictures."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._busy = False
        self.taken: list[str] = []

    @contextmanager
    def program(
        self, home: Path, appearance: Appearance, percent: int, language: Language
    ) -> Iterator[Desktop]:
        """Start the program on a home; close it as its menu does."""
        desktop = build(self._app, paths_for(home), load_catalogue(), Clock(), language)
        desktop.theme.set_appearance(appearance)
        desktop.theme.set_text_percent(percent)
        desktop.tasks.busy.connect(self._note)
        desktop.window.view.resize(WIDE, HIGH)
        desktop.window.begin()
        try:
            yield desktop
        finally:
            ended: list[bool] = []
            desktop.window.closed.connect(lambda: ended.append(True))
            desktop.window.quit()
            wait_until(lambda: bool(ended))
            desktop.close()
            desktop.window.view.deleteLater()

    def _note(self, *busy: bool) -> None:
        self._busy = busy[0]

    def settle(self) -> None:
        """Wait until the worker has nothing to do and everything has been drawn."""
        quiet = QElapsedTimer()
        quiet.start()

        def still() -> bool:
            if self._busy:
                quiet.restart()
            return quiet.elapsed() > 400

        wait_until(still)

    def take(self, desktop: Desktop, name: str) -> None:
        """Take a picture of the window."""
        self.settle()
        desktop.window.view.grab().save(str(BUILT / f"{name}.png"))
        self.taken.append(name)


def desk_of(desktop: Desktop) -> Desk:
    """Return what is on the desk."""
    return cast("Desk", desktop.window.desk)


def first_start(camera: Camera, home: Path, appearance: Appearance) -> None:
    """Go through the four steps to a practice workspace with sample data."""
    with camera.program(home, appearance, 100, "vi") as desktop:
        view = desktop.window.view.findChild(FirstStartView)
        if not isinstance(view, FirstStartView):
            raise TypeError("the first start did not come")

        def fill(**texts: str) -> None:
            for name, text in texts.items():
                cast("QLineEdit", view.findChild(QLineEdit, name)).setText(text)

        def press(name: str) -> None:
            cast("QAbstractButton", view.findChild(QAbstractButton, name)).click()

        press("sample")
        press("secrets")
        camera.take(desktop, f"first-start-1-{appearance}")
        press("next")
        fill(unit="thanh")
        camera.take(desktop, f"first-start-2-{appearance}")
        press("next")
        fill(name="Nguyễn Văn An", first=PASSPHRASE, second=PASSPHRASE)
        camera.take(desktop, f"first-start-3-{appearance}")
        press("next")
        camera.settle()
        view.save_chosen.emit(str(home.with_name("phieu-khoi-phuc.txt")))
        camera.take(desktop, f"first-start-4-{appearance}")
        last = home.with_name("phieu-khoi-phuc.txt").read_text("utf-8").split("Mã khôi phục:\n")[1]
        fill(last=last.splitlines()[0][-4:])
        press("next")
        camera.take(desktop, f"commune-sample-{appearance}")


def unlock(camera: Camera, desktop: Desktop, kind: str) -> None:
    """Take the unlock screen, fail once, then unlock."""
    view = desktop.window.view
    camera.take(desktop, f"unlock-{kind}")
    line = cast("QLineEdit", view.findChild(QLineEdit, "passphrase"))
    for name, text in ((f"unlock-wrong-{kind}", "sai"), ("", PASSPHRASE)):
        line.setText(text)
        line.returnPressed.emit()
        camera.settle()
        if name:
            camera.take(desktop, name)


def commune(camera: Camera, home: Path, kind: str, *how: object) -> None:
    """Take the screens of a commune."""
    appearance, percent, language = cast("tuple[Appearance, int, Language]", how)
    with camera.program(home, appearance, percent, language) as desktop:
        unlock(camera, desktop, kind)
        desk = desk_of(desktop)
        desk.go(REGISTER + "crime_reports")
        camera.take(desktop, f"commune-list-{kind}")
        for key in COMMUNE_SCREENS:
            desk.go(key)
            camera.take(desktop, f"commune-{key}-{kind}")
        preview(camera, desktop, f"commune-preview-{kind}")
        desk.go(MODELS)
        cast("QLineEdit", desktop.window.view.findChild(QLineEdit, "search")).setText("mo hinh")
        camera.take(desktop, f"commune-search-{kind}")
        desktop.session.ask(
            lambda workspace: (
                list_records(workspace, workspace.catalogue.by_name["movement_models"])[0].record
            ),
            desk.open_record,
        )
        wait_until(lambda: desk.current == ENTRY)
        camera.take(desktop, f"commune-entry-{kind}")


def preview(camera: Camera, desktop: Desktop, name: str) -> None:
    """Take the preview of the annex of a year."""
    desk = desk_of(desktop)
    desk.go("figures")
    camera.settle()
    figures = cast("FiguresPresenter", desk.screen("figures"))
    figures.view.picker.set_period(parse_period("DL-2023"))
    figures.view.print_asked.emit()
    view = desktop.window.view
    wait_until(lambda: bool(view.findChildren(PaperDialog)))
    dialog = view.findChildren(PaperDialog)[0]
    wait_until(lambda: bool(dialog.area.held))
    camera.settle()
    dialog.grab().save(str(BUILT / f"{name}.png"))
    camera.taken.append(name)
    dialog.reject()


def office(camera: Camera, home: Path, carried: list[Path], kind: str, *how: object) -> None:
    """Take the screens of an office, with a bundle that just came and one that is none."""
    appearance, percent, language = cast("tuple[Appearance, int, Language]", how)
    with camera.program(home, appearance, percent, language) as desktop:
        unlock(camera, desktop, f"office-{kind}")
        desk = desk_of(desktop)
        desk.go("inbox")
        camera.settle()
        cast("InboxPresenter", desk.screen("inbox")).take(carried)
        camera.take(desktop, f"office-inbox-{kind}")
        give_back(camera, desktop, f"office-return-{kind}")
        desk.go("reported")
        camera.take(desktop, f"office-reported-{kind}")
        together(camera, desktop, kind)
        for key in OFFICE_SCREENS:
            desk.go(key)
            name = "list" if key == MODELS else key
            camera.take(desktop, f"office-{name}-{kind}")


def give_back(camera: Camera, desktop: Desktop, name: str) -> None:
    """Take the dialogue in which a record is returned."""
    view, desk = desktop.window.view, desk_of(desktop)
    desktop.session.ask(
        lambda workspace: (
            list_records(workspace, workspace.catalogue.by_name["movement_models"])[0].record
        ),
        lambda record: open_return(
            view, desk.context, ReturnWanted(record=record, field="established_on")
        ),
    )
    wait_until(lambda: bool(view.findChildren(WriteDialog)))
    dialog = view.findChildren(WriteDialog)[0]
    camera.settle()
    dialog.grab().save(str(BUILT / f"{name}.png"))
    camera.taken.append(name)
    dialog.reject()


def together(camera: Camera, desktop: Desktop, kind: str) -> None:
    """Take the table of all units, of one indicator with its bars, and both controls."""
    desk = desk_of(desktop)
    desk.go("consolidated")
    camera.settle()
    view = cast("ConsolidatedPresenter", desk.screen("consolidated")).view
    view.picker.set_period(parse_period("DL-2023"))
    camera.settle()
    view.choose("", "B6.2")
    camera.take(desktop, f"office-consolidated-{kind}")
    view.indicator.setCurrentIndex(view.indicator.findData("B6.2"))
    view.tabs.setCurrentIndex(1)
    camera.take(desktop, f"office-consolidated-one-{kind}")
    for act, name in ((view.signed, "signed"), (view.doubles, "doubles")):
        act.click()
        camera.settle()
        dialog = next(one for one in view.findChildren(ListDialog) if one.isVisible())
        dialog.grab().save(str(BUILT / f"office-{name}-{kind}.png"))
        camera.taken.append(f"office-{name}-{kind}")
        dialog.reject()


def publish(names: list[str]) -> None:
    """Copy the chosen pictures into the documents, in fewer shades so that they stay small."""
    shutil.rmtree(DOCS, ignore_errors=True)
    DOCS.mkdir(parents=True)
    for name in CHOSEN:
        if name not in names:
            raise FileNotFoundError(name)
        target = DOCS / f"{name}.png"
        picture = QImage(str(BUILT / f"{name}.png"))
        for shades in (QImage.Format.Format_RGB555, QImage.Format.Format_RGB444):
            picture.convertToFormat(shades, PLAIN).save(str(target), quality=0)
            if target.stat().st_size <= LARGEST:
                break


def main() -> None:
    """Make the workspaces, take all pictures."""
    app = cast("QApplication", QApplication.instance() or QApplication(sys.argv[:1]))
    shutil.rmtree(BUILT, ignore_errors=True)
    BUILT.mkdir(parents=True)
    camera = Camera(app)
    with tempfile.TemporaryDirectory() as folder:
        take_all(camera, Path(folder))
    publish(camera.taken)


def ask_two(homes: Path, clock: Clock) -> None:
    """Let the office return two records to the commune, one of them at a field."""
    catalogue = load_catalogue()
    with open_workspace(paths_for(homes / OFFICE), None, PASSPHRASE, catalogue, clock) as workspace:
        register = workspace.catalogue.by_name["movement_models"]
        found = [
            line.record
            for line in list_records(workspace, register)
            if line.unit.startswith(COMMUNE)
        ]
        said = ("Ngày thành lập chưa khớp quyết định.", "Đề nghị ghi đủ các điểm của mô hình.")
        wanted = [
            WantedAnswer(record=record, text=text, field=field)
            for record, text, field in zip(found, said, ("established_on", None), strict=False)
        ]
        ask(workspace, wanted)
        rows = [one for one in write_queries(workspace) if one.recipient == COMMUNE]
        path = deliver(workspace, rows[-1], homes)
    with open_workspace(
        paths_for(homes / COMMUNE), None, PASSPHRASE, catalogue, clock
    ) as workspace:
        import_bundle(workspace, path)


def take_all(camera: Camera, homes: Path) -> None:
    """Make a province in miniature and a new workspace, and look at each screen."""
    demo = Demo(homes / "demo", Wanted(records=12), load_catalogue(), Clock(), lambda *_: None)
    result = demo.run()
    (homes / "ghi-chu.antq").write_text("not a bundle", encoding="utf-8")
    submissions = [path for path in result.bundles if "-submission-" in path.name]
    carried = [*submissions[:2], homes / "ghi-chu.antq"]
    ask_two(homes / "demo", Clock())
    home, above = homes / "demo" / COMMUNE, homes / "demo" / OFFICE
    first_start(camera, homes / "new", "light")
    commune(camera, home, "light", "light", 100, "vi")
    commune(camera, home, "dark", "dark", 100, "vi")
    commune(camera, home, "light-200", "light", 200, "vi")
    commune(camera, home, "light-en", "light", 100, "en")
    office(camera, above, carried, "light", "light", 100, "vi")
    office(camera, above, carried, "dark", "dark", 100, "vi")
    office(camera, above, carried, "light-200", "light", 200, "vi")


if __name__ == "__main__":
    main()
