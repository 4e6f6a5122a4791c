"""What the wizard does, step by step: preview on the worker, sign, write, read back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.units import parse_unit_key
from antq_desktop.gui.common.figures_table import figure_rows
from antq_desktop.gui.common.findings import difference_text, finding_line, grade
from antq_desktop.gui.common.going_table import going_rows
from antq_desktop.gui.common.media import serve_media
from antq_desktop.gui.common.wording import day, labels, moment, number, period_name
from antq_desktop.gui.failures import told
from antq_desktop.gui.submission.model import problem_rows
from antq_desktop.gui.submission.wizard_view import SignPage, Step
from antq_desktop.messages import shown_size, words
from antq_desktop.services.consolidating import send_up
from antq_desktop.services.delivering import deliver, size_in_outbox
from antq_desktop.services.parting import PART_SIZE, deliver_parts
from antq_desktop.services.previewing import Preview, preview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from antq_desktop.domain.periods import Period
    from antq_desktop.gui.common.media_dialog import MediumDialog
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.submission.wizard_view import WizardView
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

_WRITE_STEPS = 3
MOST_FINDINGS = 5
"""How many findings of the controls are told beside the figures; the hard ones come first."""


class Wizard(QObject):
    """Leads from the period to the stick that may be pulled out."""

    open_record = Signal(str)
    ended = Signal()
    cover_asked = Signal(str)
    """The id of the bundle that was signed."""

    def __init__(self, view: WizardView, context: Context) -> None:
        super().__init__()
        self._view = view
        self._context = context
        self._step = Step.PERIOD
        self._today: date | None = None
        self._preview: Preview | None = None
        self._row: Outgoing | None = None
        self._folder = ""
        self._written: list[str] = []
        view.forward.connect(self._forward)
        view.back.connect(self._back)
        view.left.connect(self.ended)
        view.period_changed.connect(self._show_period)
        view.checked_again.connect(self.refresh)
        view.record_opened.connect(self.open_record)
        view.folder_chosen.connect(self.write)
        view.retried.connect(lambda: self.write(self._folder))
        view.cover_asked.connect(self._ask_cover)
        view.medium_asked.connect(self._serve)

    def begin(self, ready: Callable[[], object]) -> None:
        """Start with the period that ended last; ``ready`` may then show the wizard.

        Not before: a period that was chosen meanwhile would be overwritten by the first one.
        """
        self._step, self._preview, self._row = Step.PERIOD, None, None

        def known(today: date) -> None:
            self._today = today
            self._view.begin(today)
            self._go(Step.PERIOD)
            ready()

        self._context.session.ask(lambda workspace: workspace.clock.today(), known)

    def refresh(self) -> None:
        """Look again at what would go, after a record was changed."""
        if Step.PERIOD < self._step < Step.WRITE:
            self._look(self._step)

    def _ask_cover(self) -> None:
        if self._row is not None:
            self.cover_asked.emit(self._row.bundle_id)

    def _periods(self) -> list[Period]:
        period = self._view.period
        return [period] if period is not None else []

    def _show_period(self) -> None:
        if self._step is Step.PERIOD and self._today is not None:
            self._go(Step.PERIOD)

    def _forward(self) -> None:
        if self._step is Step.PERIOD:
            self._look(Step.GOING)
        elif self._step is Step.SIGN:
            self._sign()
        elif self._step is Step.WRITE:
            self.ended.emit()
        elif self._step is Step.PROBLEMS and not self._periods():
            self._go(Step.SIGN)
        else:
            self._go(Step(self._step + 1))

    def _back(self) -> None:
        skip = self._step is Step.SIGN and not self._periods()
        self._go(Step(self._step - (2 if skip else 1)))

    def _look(self, then: Step) -> None:
        periods = self._periods()

        def done(found: Preview) -> None:
            self._preview = found
            self._fill(found)
            self._go(then)

        self._context.session.ask(lambda workspace: preview(workspace, periods), done)

    def _go(self, step: Step) -> None:
        self._step = step
        enabled, forward = True, self.tr("&Tiếp tục")
        found = self._preview
        if step is Step.PERIOD:
            enabled = self._period_may_go()
        elif found is not None and step is Step.GOING:
            enabled = bool(found.total or found.bundles or found.answers or self._periods())
        elif found is not None and step is Step.PROBLEMS:
            enabled = not found.to_settle
        elif found is not None and step is Step.FIGURES:
            enabled = found.sound
        elif found is not None and step is Step.SIGN:
            enabled = found.hindrance is None
            forward = self.tr("&Ký gói") if found.waiting is None else self.tr("&Tiếp tục")
        elif step is Step.WRITE:
            forward = ""
        self._view.show_step(step, self._subtitle(), forward, enabled=enabled)

    def _period_may_go(self) -> bool:
        period = self._view.period
        note, good = "", True
        if not self._view.with_period:
            note = self.tr("Gói chỉ có hồ sơ; số liệu các kỳ sẽ gửi sau.")
        elif period is None:
            good = False
        elif self._today is not None and period.last > self._today:
            text = self.tr("Kỳ này chưa kết thúc: báo cáo được từ ngày {day}.")
            note = text.format(day=day(period.last))
            good = False
        else:
            note = self.tr("Số liệu được chốt khi ký và không thay đổi về sau.")
        self._view.set_period_note(note)
        return good

    def _subtitle(self) -> str:
        period = self._view.period
        if self._step is Step.PERIOD or period is None:
            return self.tr("Gói được ký bằng chứng thư của người đứng đầu đơn vị.")
        return period_name(period)

    def _fill(self, found: Preview) -> None:
        language = self._context.language
        self._fill_going(found)
        registers = self._context.session.about.catalogue.by_name
        rows = tuple(problem_rows(found.to_settle, registers, language))
        if rows:
            text = self.tr("{count} hồ sơ còn lỗi; mở từng hồ sơ để sửa rồi kiểm tra lại.")
            note = text.format(count=number(len(found.to_settle)))
        else:
            note = self.tr("Không có việc gì phải xử lý: mọi hồ sơ trong gói đều hợp lệ.")
        self._view.set_problems(rows, note)
        figures = [row for _, one in found.figures for row in figure_rows(one, language)]
        self._view.set_figures(figures, self._figures_note(found))
        self._view.set_sign(self._sign_page(found))

    def _figures_note(self, found: Preview) -> str:
        """Say what to look at before the figures are frozen, or that they are so already."""
        catalogue, language = self._context.session.about.catalogue, self._context.language
        lines = [self.tr("So với kỳ trước và cùng kỳ năm trước; kiểm tra số tăng, giảm lạ.")]
        for one in found.standings:
            text = self.tr("Kỳ này đã chốt: gói gửi bản {version} như đã chốt.")
            lines.append(text.format(version=number(one.version)))
            if one.changed:
                text = self.tr(
                    "Đã thay đổi sau khi chốt: {changes}. Muốn gửi số mới, lập Báo cáo điều chỉnh "
                    "ở màn hình Số liệu."
                )
                changes = difference_text(one.changed, catalogue, language)
                lines.append(text.format(changes=changes))
        lines += [
            f"{grade(finding)}: {finding_line(finding, catalogue, language)}"
            for finding in found.findings[:MOST_FINDINGS]
        ]
        more = len(found.findings) - MOST_FINDINGS
        if more > 0:
            text = self.tr("Và {count} điểm nữa: xem Kiểm tra số liệu ở màn hình Số liệu.")
            lines.append(text.format(count=number(more)))
        return "\n".join(lines)

    def _fill_going(self, found: Preview) -> None:
        language = self._context.language
        if found.total:
            text = self.tr("{count} hồ sơ gửi đến {office}: tất cả những gì nơi đó chưa xác nhận.")
        else:
            text = self.tr("Không có hồ sơ mới hoặc thay đổi cho {office}.")
        note = text.format(count=number(found.total), office=found.office.name)
        if found.bundles:
            passed_on = self.tr("{count} gói của cấp dưới được chuyển tiếp, kèm biên nhận đã ký.")
            note = f"{note} {passed_on.format(count=number(found.bundles))}"
        if found.answers:
            answers = self.tr("Gói trả lời {count} yêu cầu của cơ quan nhận.")
            note = f"{note} {answers.format(count=number(found.answers))}"
        note = " ".join([note, *self._left_behind(found), *self._luggage(found)])
        drafts = sum(one.drafts for one in found.registers)
        kept = self.tr("{count} bản nháp: chưa vào sổ nên không gửi và không đếm.")
        fields = [
            self.tr("{register}: {fields}.").format(
                register=one.register.label.text(language), fields=labels(one.home, language)
            )
            for one in found.registers
            if one.home
        ]
        if fields:
            fields.insert(0, self.tr("Nội dung riêng của đơn vị, không bao giờ gửi theo gói:"))
        self._view.set_going(
            tuple(going_rows(found.registers, language)),
            note,
            kept.format(count=number(drafts)) if drafts else self.tr("Không có bản nháp nào."),
            fields,
        )
        self._view.set_nil([(one.name, one.label.text(language)) for one in found.empty])

    def _left_behind(self, found: Preview) -> Iterator[str]:
        """Yield which bundles from below do not fit into this one."""
        if found.bundles_later:
            text = self.tr(
                "{count} gói của cấp dưới không vừa gói này: đi cùng gói sau, khi cấp trên đã xác"
                " nhận gói này."
            )
            yield text.format(count=number(found.bundles_later))
        for one in found.stuck:
            text = self.tr(
                "Gói {sequence} của đơn vị {unit} quá lớn, không chuyển lên cấp trên được: rút lại"
                " việc nhận gói đó, đề nghị đơn vị gửi lại thành gói nhỏ hơn."
            )
            unit = parse_unit_key(one.unit).code
            yield text.format(sequence=number(one.sequence or 0), unit=unit)

    def _luggage(self, found: Preview) -> Iterator[str]:
        """Yield how much room attachments take, and what does not fit into one bundle."""
        files, language = found.luggage, self._context.language
        if files.go:
            text = self.tr("Kèm {count} tệp đính kèm, {size}: USB phải còn ít nhất chừng đó.")
            size = shown_size(files.size, language)
            yield text.format(count=number(len(files.go)), size=size)
        if files.later:
            text = self.tr("{count} tệp đính kèm ({size}) không vừa một gói: đi cùng gói sau.")
            size = shown_size(files.later_size, language)
            yield text.format(count=number(len(files.later)), size=size)

    def _sign_page(self, found: Preview) -> SignPage:
        signer, certificate, hindrance = "", "", ""
        about = self._context.session.about
        if found.signer is not None:
            signer = self.tr("Người ký: {person}, {unit}").format(
                person=found.signer.person, unit=about.unit.name
            )
            certificate = self.tr("Chứng thư số {serial}, có hiệu lực đến {until}").format(
                serial=found.signer.serial, until=day(found.signer.until)
            )
        if found.hindrance is not None:
            said = words(found.hindrance.message_id, self._context.language, found.hindrance.values)
            hindrance = f"{said.text} {said.action}"
        if found.waiting is not None and found.waiting.waits:
            covers = self.tr(
                "Nội dung này đã được ký lần 1 lúc {time} và chờ thủ trưởng ký: không ký lần nữa."
            ).format(time=moment(found.waiting.created_at))
        elif found.waiting is not None:
            covers = self.tr(
                "Nội dung này đã được ký lúc {time} và chưa có biên nhận: "
                "chỉ cần chép lại gói, không ký lần nữa."
            ).format(time=moment(found.waiting.created_at))
        else:
            covers = self.tr(
                "Chữ ký bao trùm toàn bộ gói: từng hồ sơ, số liệu của kỳ và danh sách tệp. "
                "Sau khi ký, sửa một chữ cũng bị phát hiện. Gói được niêm phong, "
                "chỉ {office} và máy này mở được."
            ).format(office=found.office.name)
            if found.first:
                after = self.tr("Đây là chữ ký thứ nhất: thủ trưởng xem, ký rồi mới ghi ra USB.")
                covers = f"{after} {covers}"
        recipient = self.tr("Nơi nhận: {office}").format(office=found.office.name)
        return SignPage(signer, certificate, recipient, covers, hindrance)

    def _sign(self) -> None:
        periods, nil = self._periods(), self._view.nil
        self._view.show_step(Step.SIGN, self._subtitle(), self.tr("Đang ký…"), enabled=False)

        def done(row: Outgoing) -> None:
            self._row = row
            if row.waits:
                text = self.tr(
                    "Đã lập gói số {number} và ký lần 1. Thủ trưởng mở màn hình Nộp báo cáo để xem "
                    "và ký."
                )
                self._context.failures.say(text.format(number=number(row.sequence)))
                self.ended.emit()
                return
            text = self.tr("Đã ký gói số {number}: {file}").format(
                number=number(row.sequence), file=row.file
            )
            self._view.set_file(text)
            self._go(Step.WRITE)
            self._view.show_write(
                "none",
                self.tr("Chưa chọn nơi ghi"),
                self.tr("Cắm USB rồi chọn nơi ghi. Gói đã ký vẫn nằm an toàn trên máy này."),
            )

        def failed(error: BaseException) -> None:
            self._go(Step.SIGN)
            self._context.failures.show(error)

        self._context.session.change(
            lambda workspace: send_up(workspace, periods, nil, papers=True), done, failed
        )

    def _serve(self, dialog: MediumDialog) -> None:
        row = self._row
        if row is not None:
            serve_media(dialog, self._context, lambda workspace: size_in_outbox(workspace, row))

    def write(self, folder: str) -> None:
        """Copy the signed file to a folder; failing takes nothing back, it can be tried again."""
        row = self._row
        if row is None:
            return
        self._folder, self._written = folder, []
        self._view.show_write_steps((), _WRITE_STEPS)
        self._view.show_write("writing", self.tr("Đang ghi…"), self.tr("Chưa được rút USB."))
        tell = self._teller()

        def done(path: Path) -> None:
            carried = (
                self.tr("Gửi đủ các phần và danh sách {name}; thứ tự nào cũng được.")
                if in_parts
                else self.tr("Mang tệp {name} đến cơ quan nhận, rồi mở biên nhận mang về.")
            )
            title = self.tr("An toàn để rút USB")
            self._view.show_write("safe", title, carried.format(name=path.name))

        def failed(error: BaseException) -> None:
            self._view.show_failure(told(error, self._context.language))

        in_parts = self._view.in_parts

        def work(workspace: Workspace) -> Path:
            if in_parts:
                return deliver_parts(workspace, row, Path(folder), PART_SIZE)[-1]
            return deliver(workspace, row, Path(folder) / row.file, tell)

        self._context.session.change(work, done, failed)

    def _teller(self) -> Callable[[str], None]:
        names = {
            "written": self.tr("Đã chép"),
            "flushed": self.tr("Đã ghi hẳn xuống USB"),
            "equal": self.tr("Đã đọc lại và khớp"),
        }

        def show(step: str) -> None:
            self._written.append(names[step])
            self._view.show_write_steps(self._written, _WRITE_STEPS)

        return lambda step: self._context.session.post(lambda: show(step))
