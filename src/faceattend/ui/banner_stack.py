"""The banners over a page: each stays for as long as it is true."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from faceattend.ui.widgets.banner import Banner, BannerKind


@dataclass(frozen=True, slots=True)
class BannerText:
    """What a banner says.

    Attributes:
        kind: how bad it is.
        title: what is the case.
        text: what it means, what to do.
        action: a verb for its button; empty for none.
        act: called when the button is pressed.
    """

    kind: BannerKind
    title: str
    text: str
    action: str = ""
    act: Callable[[], None] | None = None


class BannerStack(QWidget):
    """Banners one below the other; takes no room when there is none.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 12)
        self._column.setSpacing(8)
        self._banners: dict[str, Banner] = {}
        self.hide()

    def put(self, name: str, said: BannerText | None) -> None:
        """Show a banner under a lasting name, or take it away."""
        old = self._banners.pop(name, None)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if said is not None:
            self._banners[name] = self._made(said)
        self.setVisible(bool(self._banners))

    def names(self) -> list[str]:
        """Return the names of those that are shown."""
        return list(self._banners)

    def _made(self, said: BannerText) -> Banner:
        banner = Banner(said.kind, said.title, said.text, said.action, parent=self)
        if said.act is not None:
            banner.acted.connect(said.act)
        self._column.insertWidget(0 if said.kind == "bad" else self._column.count(), banner)
        return banner
