"""The list of people: searched, filtered and sorted by the database while somebody types."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QComboBox, QWidget

from faceattend.domain.directory import GroupSize, PeopleCounts, PeopleOrder, PeopleQuery, PeopleState
from faceattend.ui.forms.ui_people_list import Ui_PeopleList
from faceattend.ui.models.people import SORTABLE, PeopleColumn, PeopleModel
from faceattend.ui.pages.people_finder import PeopleFinder
from faceattend.ui.widgets.menu import Menu
from faceattend.ui.widgets.rounded import Rounded

_STILL_MS = 90  # whoever holds an arrow key down sees the one they stop at
_MOST_COPIED = 5000


class PeopleList(QWidget):
    """Filters, table and footer; :meth:`attach` brings it to life.

    Signals:
        chosen(UUID): somebody is the current row.
        opened(): the user wants to go to the chosen person.
        enrol_wanted(), import_wanted(): somebody new, or many.
        deactivate_wanted(): the chosen person.
        copied(int): so many people were put on the clipboard.

    Thread: the GUI thread.
    """

    chosen = Signal(object)
    opened = Signal()
    enrol_wanted = Signal()
    import_wanted = Signal()
    deactivate_wanted = Signal()
    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_PeopleList()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._query = PeopleQuery()
        self._chosen: UUID | None = None
        self._total = 0
        self._model = PeopleModel(self)
        self._finder: PeopleFinder | None = None
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_STILL_MS)
        self._still.timeout.connect(self._on_still)
        Rounded(self._form.footer_line, top=False)
        self._set_up_filters()
        self._set_up_order()
        self._set_up_table()

    @property
    def model(self) -> PeopleModel:
        """The table's rows."""
        return self._model

    @property
    def table(self) -> QWidget:
        """What takes the focus."""
        return self._form.table

    @property
    def search(self) -> QWidget:
        """The field that searches."""
        return self._form.search

    @property
    def groups(self) -> list[str]:
        """Names of the groups there are, as far as known."""
        box = self._form.group
        names = (box.itemData(row) for row in range(box.count()))
        return [name for name in names if name]

    def attach(self, finder: PeopleFinder) -> None:
        """Ask this one; it fills :attr:`model`."""
        self._finder = finder
        finder.found.connect(self._on_found)
        finder.filters_known.connect(self._on_filters_known)
        finder.copied.connect(self._on_copied)

    def refresh(self) -> None:
        """Look everything up again, and keep who is chosen."""
        if self._finder is not None:
            self._finder.ask_filters()
            self._finder.search(self._query)

    def choose(self, person_id: UUID) -> None:
        """Make a person the current row, if the list shows them."""
        self._chosen = person_id
        row = self._model.row_of(person_id)
        if row >= 0:
            self._form.table.setCurrentIndex(self._model.index(row, 0))

    # ---- what is asked

    def _set_up_filters(self) -> None:
        form = self._form
        form.state.addItem(self.tr("Active"), PeopleState.ACTIVE)
        form.state.addItem(self.tr("Without photos"), PeopleState.FACELESS)
        form.state.addItem(self.tr("Not active"), PeopleState.INACTIVE)
        form.state.addItem(self.tr("Everybody"), PeopleState.ALL)
        form.group.addItem(self.tr("All groups"), None)
        form.search.searched.connect(self._on_searched)
        for choice in (form.group, form.state):
            choice.activated.connect(self._on_filtered)
        form.enrol_button.clicked.connect(self.enrol_wanted)
        form.import_button.clicked.connect(self.import_wanted)
        form.empty.acted.connect(self._on_empty_acted)

    def _set_up_order(self) -> None:
        menu, only_one = Menu(parent=self), QActionGroup(self)
        self._orders = {
            PeopleOrder.NAME: QAction(self.tr("By name"), only_one),
            PeopleOrder.NUMBER: QAction(self.tr("By number"), only_one),
            PeopleOrder.GROUP: QAction(self.tr("By group"), only_one),
        }
        for order, action in self._orders.items():
            action.setCheckable(True)
            action.triggered.connect(partial(self._on_order_chosen, order))
            menu.addAction(action)
        menu.addSeparator()
        self._reverse = QAction(self.tr("From the end"), menu)
        self._reverse.setCheckable(True)
        self._reverse.triggered.connect(self._on_reversed)
        menu.addAction(self._reverse)
        self._order = menu
        self._form.order_button.clicked.connect(self._on_order_clicked)

    def _ask(self, query: PeopleQuery) -> None:
        if query != self._query and self._finder is not None:
            self._query = query
            self._form.table.scrollToTop()
            self._finder.search(query)

    def _on_searched(self, text: str) -> None:
        self._ask(replace(self._query, text=text))

    def _on_filtered(self) -> None:
        form = self._form
        state = PeopleState(form.state.currentData())  # Qt keeps the plain text of an enumeration's member
        self._ask(replace(self._query, group=form.group.currentData(), state=state))

    def _on_order_clicked(self) -> None:
        button = self._form.order_button
        self._order.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_reversed(self, on: bool) -> None:
        self._sort(self._query.order, descending=on)

    def _on_order_chosen(self, order: PeopleOrder, _checked: bool) -> None:
        self._sort(order, descending=self._query.descending)

    def _on_header_clicked(self, column: int) -> None:
        order = SORTABLE.get(PeopleColumn(column))
        if order is None:
            self._show_order()  # the header has marked the column already
        else:
            self._sort(order, descending=order is self._query.order and not self._query.descending)

    def _sort(self, order: PeopleOrder, *, descending: bool) -> None:
        self._ask(replace(self._query, order=order, descending=descending))
        self._show_order()

    def _show_order(self) -> None:
        order, descending = self._query.order, self._query.descending
        self._orders[order].setChecked(True)
        self._reverse.setChecked(descending)
        words = {
            PeopleOrder.NAME: self.tr("Sorted by name"),
            PeopleOrder.NUMBER: self.tr("Sorted by number"),
            PeopleOrder.GROUP: self.tr("Sorted by group"),
        }
        self._form.order_button.setText(words[order])
        column = next((each for each, by in SORTABLE.items() if by is order), -1)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._form.table.horizontalHeader().setSortIndicator(column, way)

    # ---- what is shown

    def _set_up_table(self) -> None:
        table = self._form.table
        table.setModel(self._model)
        table.set_columns()
        table.horizontalHeader().sectionClicked.connect(self._on_header_clicked)
        table.stepped.connect(self._on_stepped)
        table.activated.connect(self._on_activated)
        table.copy_wanted.connect(self._on_copy_wanted)
        table.delete_wanted.connect(self.deactivate_wanted)
        table.seen_changed.connect(self._show_footer)
        self._show_order()
        self._show_footer()

    def _on_stepped(self, index: QModelIndex) -> None:
        person_id = self._model.id_at(index.row()) if index.isValid() else None
        if person_id is not None and person_id != self._chosen:
            self._chosen = person_id
            self._still.start()

    def _on_activated(self) -> None:
        self.opened.emit()

    def _on_still(self) -> None:
        if self._chosen is not None:
            self.chosen.emit(self._chosen)

    def _on_found(self, total: int) -> None:
        self._total = total
        form = self._form
        form.stack.setCurrentWidget(form.table_side if total else form.empty_side)
        if not total:
            self._show_empty()
        self._show_footer()
        row = 0 if self._chosen is None else self._model.row_of(self._chosen)
        if total and row >= 0:
            form.table.setCurrentIndex(self._model.index(row, 0))

    def _show_footer(self) -> None:
        seen = self._form.table.seen_rows()
        words = self.tr("{total} people, {seen} on screen") if self._total != 1 else self.tr("1 person")
        self._form.footer.setText(words.format(total=self.locale().toString(self._total), seen=seen))
        self._form.footer_line.setVisible(self._total > 0)

    def _show_empty(self) -> None:
        empty, text = self._form.empty, self._query.text
        if self._query == self._everybody(PeopleState.ACTIVE) and not self.groups:
            title = self.tr("Nobody is enrolled yet")
            next_ = self.tr("Enrol a person with a camera or photos, or import a list with a folder of photos.")
            empty.tell("users", title, next_, self.tr("Enrol person"))
        else:
            title = self.tr("Nobody found for “{text}”").format(text=text) if text else self.tr("Nobody found")
            next_ = self.tr("Look for a part of the name, the number or the group.")
            empty.tell("search-x", title, next_, self.tr("Show everybody"))

    def _on_empty_acted(self) -> None:
        if self._query == self._everybody(PeopleState.ACTIVE) and not self.groups:
            self.enrol_wanted.emit()
            return
        form = self._form
        with QSignalBlocker(form.search):
            form.search.empty()
        form.group.setCurrentIndex(0)
        _set(form.state, PeopleState.ALL)
        self._ask(self._everybody(PeopleState.ALL))

    def _everybody(self, state: PeopleState) -> PeopleQuery:
        return PeopleQuery(state=state, order=self._query.order, descending=self._query.descending)

    def _on_filters_known(self, groups: Sequence[GroupSize], counts: PeopleCounts) -> None:
        box = self._form.group
        box.clear()
        box.addItem(self.tr("All groups"), None)
        for each in groups:
            box.addItem(each.name, each.name)
        if groups:
            box.addItem(self.tr("Without a group"), "")
        _set(box, self._query.group)
        words = (
            self.tr("{active} enrolled, {faceless} without a face") if counts.faceless else self.tr("{active} enrolled")
        )
        active, faceless = self.locale().toString(counts.active), self.locale().toString(counts.faceless)
        self._form.count.setText(words.format(active=active, faceless=faceless))

    def _on_copy_wanted(self) -> None:
        rows = sorted({index.row() for index in self._form.table.selectionModel().selectedRows()})
        ids = [each for row in rows[:_MOST_COPIED] if (each := self._model.id_at(row)) is not None]
        if ids and self._finder is not None:
            self._finder.ask_text(ids)

    def _on_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text.count("\n") + 1)


def _set(box: QComboBox, value: object) -> None:
    """Choose a value; the first where it is not offered any more."""
    values = [box.itemData(row) for row in range(box.count())]
    box.setCurrentIndex(values.index(value) if value in values else 0)
