"""Settings, about: version, licences, and whether everything is sound."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from faceattend.services import doctor
from faceattend.services.about import Library, libraries, program_version
from faceattend.services.doctor import Check
from faceattend.services.preferences import PackInUse
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_settings_about import Ui_SettingsAbout
from faceattend.ui.pages.settings_section import Section
from faceattend.ui.translation import spoken
from faceattend.ui.variants import label

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task


class AboutSection(Section):
    """What this station is, and the doctor's checks one by one.

    Thread: the GUI thread.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_SettingsAbout()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._task: Task | None = None
        self._listed = False
        form = self._form
        form.version.setText(self.tr("FaceAttend {version}").format(version=program_version()))
        form.verdict.hide()
        form.copy.setEnabled(False)
        form.copy.setToolTip(self.tr("Check first: there is no report yet."))
        form.examine.clicked.connect(self.on_examine)
        form.copy.clicked.connect(self.on_copy)
        form.progress.cancelled.connect(self.on_cancel)

    @property
    def form(self) -> Ui_SettingsAbout:
        """Its parts."""
        return self._form

    @property
    def checks(self) -> tuple[Check, ...]:
        """What was found so far."""
        return self._form.checks.checks

    def entered(self) -> None:
        """List the libraries and the models' licence, once."""
        if self._listed:
            return
        desk = self.desk
        desk.questions.run(self, libraries, done=self.on_libraries, failed=desk.notices.failed.emit)
        desk.questions.run(
            self, lambda: desk.station.preferences.pack_in_use(desk.actor), done=self.on_pack, failed=self.on_no_pack
        )

    def on_libraries(self, found: Sequence[Library]) -> None:
        """List them."""
        self._listed = True
        rows = self._form.libraries_grid
        for row, each in enumerate(found):
            rows.addWidget(label(each.name, role="name"), row, 0)
            rows.addWidget(label(each.version, tone="text2"), row, 1)
            rows.addWidget(label(spoken(each.licence), tone="text2", wraps=True), row, 2, Qt.AlignmentFlag.AlignVCenter)

    def on_pack(self, pack: PackInUse) -> None:
        """Name the models' licence."""
        words = self.tr("Models: {title}: {licence}.")
        self._form.model_licence.setText(words.format(title=spoken(pack.title), licence=spoken(pack.licence)))

    def on_no_pack(self, error: Exception) -> None:
        """Say why the models' licence is not known."""
        self._form.model_licence.setText(self.tr("Models: {problem}").format(problem=error))

    def on_examine(self) -> None:
        """Look at everything, one check after the other."""
        desk, form = self.desk, self._form
        form.examine.setEnabled(False)
        form.copy.setEnabled(False)
        form.verdict.hide()
        form.checks.clear()
        form.progress.start(self._looking_at(0))
        self._task = desk.jobs.follow(
            self,
            lambda: doctor.examine(desk.actor, desk.station.home),
            stepped=self.on_check,
            done=self.on_examined,
            failed=self.on_failed,
            title=self.tr("This computer is being checked."),
        )

    def on_check(self, check: Check) -> None:
        """Show one."""
        self._form.checks.add(check)
        done = len(self.checks)
        self._form.progress.step(done, len(doctor.NAMES), self._looking_at(done))

    def on_examined(self, cancelled: bool) -> None:
        """Sum up."""
        self._end()
        bad = sum(not check.ok for check in self.checks)
        if cancelled:
            state = ("neu", "circle-stop", self.tr("Stopped"))
        elif bad:
            state = ("bad", "circle-x", self.tr("{count} to mend").format(count=bad))
        else:
            state = ("ok", "circle-check", self.tr("All sound"))
        self._form.verdict.show_state(*state)
        self._form.verdict.show()

    def on_failed(self, error: Exception) -> None:
        """Say why it could not be looked at."""
        self._end()
        self.desk.notices.failed.emit(error)

    def on_cancel(self) -> None:
        """Stop after the present check."""
        if self._task is not None:
            self._task.cancel()

    def on_copy(self) -> None:
        """Copy what was found, to be sent to whoever helps; it holds no password."""
        QGuiApplication.clipboard().setText(self._form.checks.report())
        self.desk.notices.said.emit(self.tr("Report copied"), None)

    def _end(self) -> None:
        self._task = None
        self._form.progress.finish()
        self._form.examine.setEnabled(True)
        some = bool(self.checks)
        self._form.copy.setEnabled(some)
        self._form.copy.setToolTip("" if some else self.tr("Check first: there is no report yet."))

    def _looking_at(self, number: int) -> str:
        if number >= len(doctor.NAMES):
            return self.tr("Done.")
        return self.tr("Looking at: {name}").format(name=doctor.NAMES[number])
