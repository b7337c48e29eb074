"""How the outcome of a camera's trial is shown, wherever that is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from faceattend.domain.camera_sight import Grade
from faceattend.services.camera_trial import CameraTrial
from faceattend.ui.models.findings import FindingTable
from faceattend.ui.translation import spoken, translate
from faceattend.ui.widgets.advice_note import AdviceNote
from faceattend.ui.widgets.chip import ChipKind
from faceattend.ui.widgets.finding_cells import dress_findings
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.sight_picture import SightView

_FULL = 100


class TrialReport(QObject):
    """Fills the parts of a form that show a trial.

    Thread: the GUI thread.

    Args:
        findings: the table.
        advice: the note below.
        progress: the bar while it runs.
        parent: owns it.
    """

    def __init__(self, findings: QTableView, advice: AdviceNote, progress: WorkProgress, parent: QObject) -> None:
        super().__init__(parent)
        self._model = FindingTable(self)
        self._table, self._advice, self._progress = findings, advice, progress
        findings.setModel(self._model)
        dress_findings(findings)
        self.show(None)

    def begin(self) -> None:
        """Show that a trial has begun; what was measured before goes."""
        self.show(None)
        self._progress.start(
            translate("TrialReport", "Opening the camera. Stand where people will pass, and look at it.")
        )

    def step(self, trial: CameraTrial) -> None:
        """Show how it does so far."""
        self._progress.step(
            round(trial.done * _FULL), _FULL, translate("TrialReport", "Measuring the face of whoever stands there.")
        )

    def end(self, trial: CameraTrial | None) -> None:
        """Show the outcome; None: it was stopped, and nothing is known."""
        self._progress.finish()
        self.show(trial)

    def show(self, trial: CameraTrial | None) -> None:
        """Show an outcome, or nothing."""
        findings = trial.findings if trial is not None and trial.ok else ()
        self._model.show(findings)
        self._table.setVisible(bool(findings))
        if trial is None:
            self._advice.tell("warn", "", ())
        elif trial.error is not None:
            self._advice.tell("bad", translate("TrialReport", "The camera gives no picture"), (spoken(trial.error),))
        elif trial.unmeasured is not None:
            self._advice.tell(
                "warn", translate("TrialReport", "Faces could not be measured"), (spoken(trial.unmeasured),)
            )
        else:
            bad = any(each.grade is Grade.BAD for each in findings)
            self._advice.tell(
                "bad" if bad else "warn",
                translate("TrialReport", "What to change"),
                [spoken(each) for each in trial.advice],
            )


def verdict(trial: CameraTrial | None) -> tuple[ChipKind, str, str]:
    """Return a trial in a chip: kind, icon and word."""
    if trial is None:
        return "neu", "circle", translate("TrialReport", "Not tested since the start")
    if not trial.ok:
        return "bad", "circle-x", translate("TrialReport", "No picture")
    grades = {each.grade for each in trial.findings}
    if Grade.BAD in grades:
        return "bad", "circle-x", translate("TrialReport", "Test failed")
    if not grades or Grade.UNSEEN in grades:
        return (
            "neu",
            "circle-help",
            translate("TrialReport", "No face seen") if grades else translate("TrialReport", "Picture only"),
        )
    if Grade.WEAK in grades:
        return "warn", "circle-alert", translate("TrialReport", "Could be better")
    return "ok", "circle-check", translate("TrialReport", "Test passed")


def trial_view(trial: CameraTrial) -> SightView:
    """Return the picture of a trial."""
    if trial.frame is None:
        return SightView(
            words=translate("TrialReport", "No picture yet")
            if trial.error is None
            else translate("TrialReport", "No picture")
        )
    return SightView(trial.frame, () if trial.face is None else (trial.face.box,))


def trial_words(trial: CameraTrial) -> str:
    """Return what a camera gives, in a sentence; empty when it gives nothing."""
    if trial.width is None or trial.height is None or trial.first_frame_ms is None:
        return ""
    size = f"{trial.width} × {trial.height}"  # noqa: RUF001 - the sign between two sides
    said = translate("TrialReport", "{size}, first picture after {ms} ms").format(
        size=size, ms=round(trial.first_frame_ms)
    )
    if trial.fps is None:
        return said + "."
    return translate("TrialReport", "{said}, {fps} frames a second.").format(said=said, fps=round(trial.fps))
