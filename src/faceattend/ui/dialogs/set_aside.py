"""Doing without a reference photo: why, and what that means for the person."""

from PySide6.QtWidgets import QWidget

from faceattend.domain.directory import PersonDetails, ShownPhoto
from faceattend.ui.forms.ui_set_aside import Ui_SetAside
from faceattend.ui.widgets.field import mark_error
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.sheet import Sheet


class SetAsideDialog(Sheet):
    """Asks for the reason; :attr:`reason` holds it when the dialog is accepted.

    Thread: the GUI thread.

    Args:
        details: whose photo it is.
        photo: which.
        parent: anything in the window that it lies over.
    """

    def __init__(self, details: PersonDetails, photo: ShownPhoto, parent: QWidget | None) -> None:
        person = details.listed.person
        super().__init__(self.tr("Set a photo of {name} aside?").format(name=person.name), parent, width=480)
        content = QWidget(self)
        self._form = Ui_SetAside()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        form = self._form
        form.face.set_face(photo.thumbnail or None, self.tr("The photo"))
        form.means.setText(
            self.tr("Cameras no longer compare {name} with this photo. It is kept and can be used again.").format(
                name=person.name
            )
        )
        form.last.setVisible(details.listed.photos_used <= 1)
        form.last.tell(
            "warn",
            self.tr("It is the only photo in use"),
            self.tr("Without it no camera can know {name}, until another photo is added.").format(name=person.name),
        )
        form.reason.addItems(
            [
                self.tr("Shows somebody else"),
                self.tr("Blurred or badly lit"),
                self.tr("The person looks different now"),
                self.tr("The person asked for it"),
            ]
        )
        self._add_buttons()

    @property
    def reason(self) -> str:
        """Why the photo is set aside, without spaces around."""
        return self._form.reason.currentText().strip()

    def on_aside_clicked(self) -> None:
        """Accept, if there is a reason."""
        sentence = "" if self.reason else self.tr("Say why, so that others know later.")
        self._form.reason_error.tell(sentence)
        mark_error(self._form.reason, sentence)
        self.adjust()
        if not sentence:
            self.accept()

    def _add_buttons(self) -> None:
        keep = KeyButton(self.tr("Keep using it"), key=self.tr("Esc"))
        aside = KeyButton(self.tr("Set aside"), kind="danger")
        aside.setAutoDefault(False)
        keep.clicked.connect(self.reject)
        aside.clicked.connect(self.on_aside_clicked)
        self.foot.addWidget(keep)
        self.foot.addWidget(aside)
        keep.setDefault(True)
        keep.setFocus()
