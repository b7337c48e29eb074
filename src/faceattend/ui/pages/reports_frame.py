"""What stands around the sheet of the preview: its name, its tabs, its sums, and its shape while it is built."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.models.sheet import SheetModel
from faceattend.ui.pages.reports_sheet import LETTERS_PX, ROW_PX, SheetView, inside
from faceattend.ui.theme import colour
from faceattend.ui.widgets.lettering import Side, write

_TOTALS_PX = 32
_RTL = Qt.LayoutDirection.RightToLeft


class TotalsBar(QWidget):
    """The control totals, each under its column; they stand in no sheet but the one of that name.

    Thread: the GUI thread.

    Args:
        view: whose columns it follows; set by :meth:`follow`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SheetView | None = None
        self.setFixedHeight(_TOTALS_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def follow(self, view: SheetView) -> None:
        """Stand under a view's columns from now on."""
        self._view = view
        header = view.horizontalHeader()
        header.sectionResized.connect(self.update)
        view.horizontalScrollBar().valueChanged.connect(self.update)
        view.model().modelReset.connect(self.on_model_reset)

    def on_model_reset(self) -> None:
        """Say the sums to those who do not see them."""
        model = self._model()
        if model is None:
            return
        titles = (str(model.headerData(each, Qt.Orientation.Horizontal)) for each in range(model.columnCount()))
        sums = [f"{title} {model.total(each)}" for each, title in enumerate(titles) if model.total(each)]
        self.setAccessibleName(self.tr("Control totals: {sums}").format(sums=", ".join(sums)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word, and each sum where its column is."""
        del event
        model, view = self._model(), self._view
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("sunken"))
            painter.fillRect(QRectF(0, 0, self.width(), 1), colour("line"))
            if model is not None and view is not None:
                self._draw_sums(painter, model, view)

    def _draw_sums(self, painter: QPainter, model: SheetModel, view: SheetView) -> None:
        header, rtl, face = view.horizontalHeader(), self.layoutDirection() == _RTL, font(TextRole.BODY, 600)
        offset = header.mapTo(view, header.rect().topLeft()).x()
        free = float(self.width())
        for column in range(model.columnCount()):
            room = QRectF(offset + header.sectionViewportPosition(column), 0, header.sectionSize(column), _TOTALS_PX)
            if text := model.total(column):
                free = min(free, self.width() - room.right() if rtl else room.left())
                write(painter, inside(room), text, face, "text", Side.END, rtl=rtl)
        word = QRectF(12, 0, free - 24, _TOTALS_PX)
        if rtl:
            word.moveRight(self.width() - 12)
        write(painter, word, self.tr("Control totals"), face, "text", rtl=rtl)

    def _model(self) -> SheetModel | None:
        model = None if self._view is None else self._view.model()
        return model if isinstance(model, SheetModel) else None


class SheetTabs(QTabBar):
    """The sheets of the file.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_titles(self, titles: Sequence[str]) -> None:
        """Offer other sheets; the one that was open stays open, if there still is one of that name."""
        if [self.tabText(each) for each in range(self.count())] == list(titles):
            return
        kept = self.tabText(self.currentIndex())
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            for title in titles:
                self.addTab(title)
            self.setCurrentIndex(titles.index(kept) if kept in titles else 0)

    def next(self) -> None:
        """Open the next sheet, after the last the first."""
        self.setCurrentIndex((self.currentIndex() + 1) % max(self.count(), 1))

    def before(self) -> None:
        """Open the sheet before, before the first the last."""
        self.setCurrentIndex((self.currentIndex() - 1) % max(self.count(), 1))


class SkeletonSheet(QWidget):
    """The shape of a sheet that is being built.

    Thread: the GUI thread.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rows of bars."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("sunken"))
            painter.drawRect(QRect(0, 0, self.width(), LETTERS_PX))
            shares = (0.06, 0.2, 0.1, 0.06, 0.08, 0.08)
            step = self.width() / len(shares)
            for top in range(LETTERS_PX + 9, self.height() - 10, ROW_PX):
                for place, share in enumerate(shares):
                    painter.drawRoundedRect(QRectF(place * step + 16, top, self.width() * share, 10), 4, 4)


class CutLabel(QWidget):
    """A name in the letters of a pane's title, cut where there is no room: it never makes the window wider.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setFixedHeight(TextRole.PANE.line)

    def text(self) -> str:
        """Return the whole name."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another name."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        del event
        with QPainter(self) as painter:
            write(
                painter,
                QRectF(self.rect()),
                self._text,
                font(TextRole.PANE),
                "text",
                rtl=self.layoutDirection() == _RTL,
            )
