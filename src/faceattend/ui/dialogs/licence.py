"""The licence of a model pack, to be read and accepted before the pack is fetched."""

from PySide6.QtWidgets import QWidget

from faceattend.ui.forms.ui_licence_form import Ui_LicenceForm
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.sheet import Sheet

_WIDTH = 600


class LicenceDialog(Sheet):
    """Accepted only with the tick set.

    Thread: the GUI thread.

    Args:
        title: whose licence it is.
        text: the licence.
        parent: anything in the window that it lies over.
    """

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, width=_WIDTH)
        content = QWidget()
        self._form = Ui_LicenceForm()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._form.licence.setPlainText(text)
        self.body.addWidget(content)
        self.leave = KeyButton(self.tr("Leave it"), key=self.tr("Esc"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.fetch = KeyButton(self.tr("Fetch models"), kind="primary", icon="download")
        self.fetch.clicked.connect(self.accept)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.fetch)
        self._form.accept.toggled.connect(self.on_ticked)
        self.on_ticked(False)

    @property
    def form(self) -> Ui_LicenceForm:
        """Its fields."""
        return self._form

    def on_ticked(self, accepted: bool) -> None:
        """Fetching takes the tick."""
        self.fetch.setEnabled(accepted)
        self.tell("" if accepted else self.tr("Fetching begins once the licence is accepted."))
