"""Which camera is the first one: one of this computer, an address or a video; its name and what it counts as."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QWidget

from faceattend.domain.cameras import Camera, CameraRole
from faceattend.services.camera_source import SourceEntry, Way, put_together, taken_apart
from faceattend.services.cameras import PluggedIn
from faceattend.ui.dialogs.first_run_work import FirstRunWork
from faceattend.ui.forms.ui_first_run_camera import Ui_FirstRunCamera
from faceattend.ui.last_folder import Files, keep_folder, last_folder
from faceattend.ui.models.camera_words import role_word
from faceattend.ui.widgets.choice_card import ChoiceCard
from faceattend.ui.widgets.field import mark_error

_VIDEOS = "*.mp4 *.mkv *.avi *.mov *.m4v *.webm *.ts"


class CameraChoice(QObject):
    """The cards and fields of the step's form.

    Signals:
        changed(): something was chosen or filled in.

    Thread: the GUI thread.

    Args:
        work: whose folder.
        form: already set up.
        parent: owns it.
    """

    changed = Signal()

    def __init__(self, work: FirstRunWork, form: Ui_FirstRunCamera, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._form = form
        self._before: Camera | None = None
        self._group = QButtonGroup(self)
        self._devices: dict[ChoiceCard, str] = {}
        self._network = ChoiceCard("link", self.tr("Another address"))
        self._network.tell(self.tr("Another address"), self.tr("rtsp:// or http://"))
        self._video = ChoiceCard("play", self.tr("A video file"))
        self._video.tell(self.tr("A video file"), self.tr("A recording, played over and over"))
        for card in (self._network, self._video):
            self._group.addButton(card)
            form.others.addWidget(card)
        self._order()
        form.counts.set_options([(role, role_word(role)) for role in CameraRole])
        form.name.setText(self.tr("Entrance"))
        self._connect()
        self.on_chosen()

    @property
    def cards(self) -> list[ChoiceCard]:
        """All that can be chosen, from top to bottom."""
        return [*self._devices, self._network, self._video]

    @property
    def name(self) -> str:
        """What the camera is to be called."""
        return self._form.name.text().strip()

    @property
    def role(self) -> CameraRole:
        """What passing it is to mean."""
        return CameraRole(str(self._form.counts.value()))

    def offer(self, devices: Sequence[PluggedIn]) -> None:
        """Offer the cameras of this computer; the one that is chosen stays chosen."""
        chosen = self._chosen_device()
        for card in self._devices:
            self._group.removeButton(card)
            card.hide()
            card.deleteLater()
        self._devices = {}
        for number, device in enumerate(devices):
            card = ChoiceCard("webcam")
            card.tell(device.name or self.tr("Camera of this computer"), self._second(device))
            self._devices[card] = device.source
            self._group.addButton(card)
            self._form.cards.insertWidget(number, card)
            card.show()  # at once, so that it can take the focus
        self._form.count.setText(self._count_words(len(devices)))
        again = next((card for card, source in self._devices.items() if source == chosen), None)
        nothing = self._group.checkedButton() is None
        first = again or (next(iter(self._devices), self._network) if nothing else None)
        self._order()
        if first is not None:
            first.setChecked(True)
        if nothing and self._network.window().focusWidget() is self._network:
            self.focus()

    def fill(self, camera: Camera) -> None:
        """Show a camera that is stored, to be changed."""
        form, parts = self._form, taken_apart(camera.source)
        self._before = camera
        form.name.setText(camera.name)
        form.counts.choose(camera.role)
        if parts.way is Way.DEVICE:
            card = next((card for card, source in self._devices.items() if source == camera.source), None)
            if card is None:
                gone = self.tr("Camera {number}, not plugged in").format(number=parts.address)
                self.offer([*self._offered(), PluggedIn(camera.source, gone)])
                card = list(self._devices)[-1]
            card.setChecked(True)
            return
        network = parts.way is Way.NETWORK
        (self._network if network else self._video).setChecked(True)
        (form.address if network else form.video).setText(parts.address)
        form.user.setText(parts.user)
        form.password.setPlaceholderText(self.tr("unchanged") if parts.has_password else "")

    def source(self) -> str:
        """Return the source that was chosen.

        Raises:
            BadInput: nothing is filled in yet, or it cannot be.
        """
        device = self._chosen_device()
        if device is not None:
            return device
        form, before = self._form, None if self._before is None else self._before.source
        if self._video.isChecked():
            path = form.video.text().strip()
            whole = str(Path(path).expanduser().absolute()) if path else ""
            return put_together(SourceEntry(Way.FILE, whole, repeats=True))
        entry = SourceEntry(Way.NETWORK, form.address.text(), form.user.text(), form.password.text() or None)
        return put_together(entry, before)

    def lacks(self) -> str:
        """Return what is still to be filled in; empty when nothing is."""
        if self._network.isChecked() and not self._form.address.text().strip():
            return self.tr("Fill in the camera’s address.")
        if self._video.isChecked() and not self._form.video.text().strip():
            return self.tr("Choose a video file.")
        return "" if self.name else self.tr("Give the camera a name.")

    def blame(self, sentence: str) -> None:
        """Say at the name what is wrong with it; empty: nothing is."""
        mark_error(self._form.name, sentence)
        self._form.name_error.tell(sentence)

    def enable(self, enabled: bool) -> None:
        """Let it be changed, or not while the camera is tried out."""
        form = self._form
        for each in (*self.cards, form.network_part, form.video_part, form.name, form.counts, form.again):
            each.setEnabled(enabled)

    def focus(self) -> None:
        """Put the focus on the card that is chosen."""
        card = self._group.checkedButton()
        (card or self._network).setFocus()

    def on_chosen(self) -> None:
        """Show the fields of what was chosen."""
        self._form.network_part.setVisible(self._network.isChecked())
        self._form.video_part.setVisible(self._video.isChecked())
        self.changed.emit()

    def on_browse(self) -> None:
        """Choose a video."""
        words = self.tr("Videos ({patterns});;All files (*)").format(patterns=_VIDEOS)
        window, start = self._form.video.window(), str(last_folder(self._work.home, Files.VIDEOS))
        path, _ = QFileDialog.getOpenFileName(window, self.tr("Choose a video"), start, words)
        if path:
            keep_folder(self._work.home, Files.VIDEOS, Path(path).parent)
            self._form.video.setText(QDir.toNativeSeparators(path))

    def _order(self) -> None:
        """Let Tab go to the cards as they are read: behind the button above them."""
        before: QWidget = self._form.again
        for card in self.cards:
            QWidget.setTabOrder(before, card)
            before = card

    def _offered(self) -> list[PluggedIn]:
        return [PluggedIn(source, card.text()) for card, source in self._devices.items()]

    def _chosen_device(self) -> str | None:
        return next((source for card, source in self._devices.items() if card.isChecked()), None)

    def _count_words(self, count: int) -> str:
        if count == 0:
            return self.tr("No camera was found on this computer.")
        many = self.tr("{count} cameras were found.").format(count=count)
        return self.tr("1 camera was found.") if count == 1 else many

    def _second(self, device: PluggedIn) -> str:
        number = device.source.partition(":")[2]
        return self.tr("Plugged into this computer, number {number}").format(number=number)

    def _connect(self) -> None:
        form = self._form
        self._group.buttonToggled.connect(self.on_chosen)
        for field in (form.address, form.user, form.password, form.video, form.name):
            field.textChanged.connect(self.changed)
        form.counts.chosen.connect(self.changed)
        form.browse.clicked.connect(self.on_browse)
