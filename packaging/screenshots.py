"""Takes pictures of every screen from a practice commune and its office: ``make screenshots``.

All pictures lie in build/screenshots; those in CHOSEN are copied to docs/screenshots as well.
``screenshots.py dark-200-en dark-en …`` takes these kinds alone, and copies none.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from camera import BUILT, ROOT, Camera, wait_until
from dialogues import dialogues
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QListView

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.periods import parse_period
from antq_desktop.gui.consolidated.dialogs import ListDialog
from antq_desktop.gui.first_start.view import FirstStartView
from antq_desktop.gui.paper.view import PaperDialog
from antq_desktop.gui.queries import open_return
from antq_desktop.gui.queries.dialog import WriteDialog
from antq_desktop.gui.screen import ReturnWanted
from antq_desktop.gui.shell.listed import ENTRY, MANY, REGISTER
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
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import SignalInstance

    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.consolidated.presenter import ConsolidatedPresenter
    from antq_desktop.gui.figures.presenter import FiguresPresenter
    from antq_desktop.gui.inbox.presenter import InboxPresenter
    from antq_desktop.gui.shell.desk import Desk
    from antq_desktop.gui.theme import Appearance
    from antq_desktop.messages import Language

DOCS = ROOT / "docs" / "screenshots"
LARGEST = 150_000
"""Bytes of a picture in the documents."""

PLAIN = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
"""Without dithering, which would cost more than the fewer shades save."""

KINDS = ("light", "dark", "light-200", "light-en")
"""A palette, with ``200`` for large text and ``en`` for English."""

COMMUNE, OFFICE, MODELS = "13285", "347", REGISTER + "movement_models"
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
        look_round(camera, desktop, "new", appearance)


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


def screens(desktop: Desktop) -> Iterator[str]:
    """Yield the keys of all screens in the navigation but the books."""
    for row in desk_of(desktop).rows():
        if row.key and not row.key.startswith(REGISTER):
            yield row.key


def look_round(
    camera: Camera, desktop: Desktop, whose: str, kind: str, known: tuple[str, ...] = ()
) -> None:
    """Take every screen but those that are ``known``."""
    for key in screens(desktop):
        if key not in known:
            desk_of(desktop).go(key)
            camera.take(desktop, f"{whose}-{key}-{kind}")


def commune(camera: Camera, home: Path, kind: str, *how: object) -> None:
    """Take the screens of a commune."""
    appearance, percent, language = cast("tuple[Appearance, int, Language]", how)
    with camera.program(home, appearance, percent, language) as desktop:
        unlock(camera, desktop, kind)
        desk = desk_of(desktop)
        desk.go(REGISTER + "crime_reports")
        camera.take(desktop, f"commune-list-{kind}")
        look_round(camera, desktop, "commune", kind)
        beside_figures(camera, desktop, kind)
        preview(camera, desktop, f"commune-preview-{kind}")
        desk.go(MODELS)
        camera.settle()
        line = cast("QLineEdit", desktop.window.view.findChild(QLineEdit, "search"))
        line.setFocus()  # what was found is shown while one looks there
        line.setText("mo hinh")
        found = cast("QListView", desktop.window.view.findChild(QListView, "results"))
        wait_until(found.isVisible)
        camera.take(desktop, f"commune-search-{kind}")
        desk.go(REGISTER + "propaganda")
        camera.settle()
        desk.many_records("propaganda")
        wait_until(lambda: desk.current == MANY)
        camera.take(desktop, f"commune-many-{kind}")
        for register, name in (("crime_reports", "report"), ("movement_models", "entry")):
            open_first(desktop, register)
            camera.take(desktop, f"commune-{name}-{kind}")
        for name, dialog in dialogues(desktop.window.view, desk.context):
            camera.take_dialogue(dialog, f"dialogue-{name}-{kind}")


def open_first(desktop: Desktop, register: str) -> None:
    """Open the first record of a register in the entry form."""
    desk = desk_of(desktop)
    desk.go(REGISTER + register)
    desktop.session.ask(
        lambda workspace: list_records(workspace, workspace.catalogue.by_name[register])[0].record,
        desk.open_record,
    )
    wait_until(lambda: desk.current == ENTRY)


def figures_of(camera: Camera, desktop: Desktop, period: str) -> FiguresPresenter:
    """Go to the figures of a period."""
    desk = desk_of(desktop)
    desk.go("figures")
    camera.settle()
    figures = cast("FiguresPresenter", desk.screen("figures"))
    figures.view.picker.set_period(parse_period(period))
    camera.settle()
    return figures


def beside_figures(camera: Camera, desktop: Desktop, kind: str) -> None:
    """Take what opens over the figures: the words of the report, the controls, the sentences."""
    view = figures_of(camera, desktop, "DL-2023").view
    asked: dict[str, SignalInstance] = {
        "report": view.report_asked,
        "controls": view.controls_asked,
        "sentences": view.sentences_asked,
    }
    for name, signal in asked.items():
        signal.emit()
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        dialog = cast("QDialog", QApplication.activeModalWidget())
        camera.take_dialogue(dialog, f"dialogue-{name}-{kind}")
        wait_until(lambda: QApplication.activeModalWidget() is None)


def preview(camera: Camera, desktop: Desktop, name: str) -> None:
    """Take the preview of the annex of a year."""
    figures_of(camera, desktop, "DL-2023").view.print_asked.emit()
    view = desktop.window.view
    wait_until(lambda: bool(view.findChildren(PaperDialog)))
    dialog = view.findChildren(PaperDialog)[0]
    wait_until(lambda: bool(dialog.area.held))
    camera.take_dialogue(dialog, name)


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
        desk.go(MODELS)
        camera.take(desktop, f"office-list-{kind}")
        look_round(camera, desktop, "office", kind, ("inbox", "reported", "consolidated"))


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
    camera.take_dialogue(dialog, name)


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
        camera.take_dialogue(dialog, f"office-{name}-{kind}")


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
        take_all(camera, Path(folder), sys.argv[1:] or KINDS)
    if not sys.argv[1:]:
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


def how_of(kind: str) -> tuple[Appearance, int, Language]:
    """Return the palette, the size of text and the language of a kind."""
    parts = kind.split("-")
    appearance: Appearance = "dark" if "dark" in parts else "light"
    return appearance, 200 if "200" in parts else 100, "en" if "en" in parts else "vi"


def take_all(camera: Camera, homes: Path, kinds: Sequence[str]) -> None:
    """Make a province in miniature and a new workspace, and look at each screen."""
    demo = Demo(homes / "demo", Wanted(records=12), load_catalogue(), Clock(), lambda *_: None)
    result = demo.run()
    (homes / "ghi-chu.antq").write_text("not a bundle", encoding="utf-8")
    submissions = [path for path in result.bundles if "-submission-" in path.name]
    carried = [*submissions[:2], homes / "ghi-chu.antq"]
    ask_two(homes / "demo", Clock())
    home, above = homes / "demo" / COMMUNE, homes / "demo" / OFFICE
    first_start(camera, homes / "new", "light")
    for kind in kinds:
        commune(camera, home, kind, *how_of(kind))
    for kind in kinds:
        office(camera, above, carried, kind, *how_of(kind))


if __name__ == "__main__":
    main()
