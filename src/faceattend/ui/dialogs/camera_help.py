"""What to check at a camera that gives no picture."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from faceattend.domain.cameras import Camera, CameraState, redacted, source_kind
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_live_camera_help import Ui_CameraHelp
from faceattend.ui.translation import spoken, translate
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.sheet import Sheet
from faceattend.ui.widgets.tile_view import duration_words

_WIDTH_PX = 520


class CameraHelpDialog(Sheet):
    """Says what the camera itself reports, and what to look at, the likeliest first.

    Signals:
        settings_wanted: the user wants to look at the camera's settings.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        camera: which.
        parent: anything in the window that it lies over.
    """

    settings_wanted = Signal()

    def __init__(self, desk: Desk, camera: Camera, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CameraHelp", "{name}: what to check").format(name=camera.name), parent, width=_WIDTH_PX
        )
        form = self._form = Ui_CameraHelp()
        content = QWidget()
        form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        status = desk.pipeline.hub.status(camera.id, datetime.now(UTC))
        if status.frame_age is None:
            form.what.setText(self.tr("There has been no picture since the program started."))
        else:
            age = duration_words(status.frame_age.total_seconds())
            form.what.setText(self.tr("The last picture is {age} old.").format(age=age))
        silent = status.state is CameraState.STALE
        form.detail.setText(self.tr("The camera is connected, and silent.") if silent else spoken(status.detail))
        for number, check in enumerate(checks_for(camera), start=1):
            form.checks.addLayout(_numbered(number, check))
        form.means.setText(self.tr("No punches are recorded here meanwhile. FaceAttend keeps trying."))
        form.address.setText(self.tr("Its address here: {source}").format(source=redacted(camera.source)))
        self._buttons()

    def _buttons(self) -> None:
        settings = KeyButton(self.tr("Open camera settings"))
        settings.setAutoDefault(False)
        settings.clicked.connect(self._on_settings)
        close = KeyButton(self.tr("Close"), key=self.tr("Esc"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        self.foot.addWidget(settings)
        self.foot.addWidget(close)
        close.setFocus()

    def _on_settings(self) -> None:
        self.accept()
        self.settings_wanted.emit()


def checks_for(camera: Camera) -> tuple[str, ...]:
    """Return what to check for this kind of camera, the likeliest first."""
    kind = source_kind(camera.source)
    if kind == "device":
        return (
            translate(
                "CameraHelp",
                "Is its cable plugged in at both ends? Plug it in again, into another socket if there is one.",
            ),
            translate("CameraHelp", "Does another program use it? Close video calls and other camera programs."),
            translate("CameraHelp", "May this program use cameras? Look into the privacy settings of the system."),
            translate(
                "CameraHelp", "Has the system numbered its cameras anew? Choose the camera again in the settings."
            ),
        )
    if kind in {"rtsp", "rtsps", "http", "https"}:
        return (
            translate(
                "CameraHelp", "Does the camera have power? Look for its light; wait a minute after it was switched on."
            ),
            translate("CameraHelp", "Is its network cable in, and does the switch’s light blink?"),
            translate(
                "CameraHelp", "Has its address changed? Open the camera’s own page in a browser on this computer."
            ),
            translate(
                "CameraHelp",
                "Are name and password still those in the settings? Many cameras lock the account after wrong ones.",
            ),
            translate("CameraHelp", "Do too many programs watch it? Many cameras serve only two or three at a time."),
        )
    if kind in {"file", "loop", "stills"}:
        return (
            translate("CameraHelp", "Is the file still where it was? It may have been moved, or its drive unplugged."),
            translate("CameraHelp", "May this user read it?"),
            translate("CameraHelp", "Does it play in another program? It may be damaged."),
        )
    return (
        translate("CameraHelp", "Is the camera switched on and connected?"),
        translate("CameraHelp", "Is the add-on that brought this kind of camera still installed?"),
    )


def _numbered(number: int, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Prose(f"{number}.", tone="text3"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Prose(words), 1)
    return row
