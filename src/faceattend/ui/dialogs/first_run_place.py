"""The assistant's second step: what the place is called, and in which time zone its days begin and end."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from faceattend.domain.cameras import Site
from faceattend.domain.errors import BadInput
from faceattend.services import setup
from faceattend.services.sites import DEFAULT_SITE, is_zone, system_zone, zones
from faceattend.ui.dialogs.first_run_step import FirstRunStep, StepSaid
from faceattend.ui.dialogs.first_run_work import FirstRunWork
from faceattend.ui.explanation import told
from faceattend.ui.forms.ui_first_run_place import Ui_FirstRunPlace
from faceattend.ui.widgets.field import mark_error
from faceattend.ui.widgets.suggestions import Suggestions

Looked = tuple[Sequence[Site], Sequence[str], str]


class PlaceStep(FirstRunStep):
    """Names the site. Where there are several already, each keeps its own name and zone.

    Thread: the GUI thread.

    Args:
        work: what it works with.
        parent: the frame's stack.
    """

    def __init__(self, work: FirstRunWork, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self._form = Ui_FirstRunPlace()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._sites: list[Site] = []
        self._ready = self._storing = False
        Suggestions(self._form.zone)
        self._form.site.textChanged.connect(self.on_changed)
        self._form.zone.editTextChanged.connect(self.on_changed)

    def said(self) -> StepSaid:
        """Return what the frame shows."""
        return StepSaid(
            title=self.tr("Site and time zone"),
            heading=self.tr("Name the place"),
            lead=self.tr("Every day of attendance begins and ends in this time zone, wherever a report is read."),
            forward=self.tr("Continue"),
            missing=self._missing(),
            summary=", ".join(f"{site.name}, {site.zone}" for site in self._sites),
            prospect=self.tr("name and local time"),
        )

    def recall(self) -> None:
        """Look which sites and zones there are."""
        desk = self.work.desk

        def look() -> Looked:
            return desk.station.cameras.sites(desk.actor), zones(), system_zone()

        desk.questions.run(self, look, done=self.on_looked, failed=self.failed.emit)

    def enter(self) -> None:
        """Look, unless that was done, and begin with the name."""
        if not self._ready:
            self.recall()
        self._form.site.setFocus()

    def go_on(self) -> None:
        """Store it; a change of nothing stores nothing."""
        name, zone = self._form.site.text().strip(), self._form.zone.currentText().strip()
        if len(self._sites) > 1 or [(site.name, site.zone) for site in self._sites] == [(name, zone)]:
            self.passed.emit()
            return
        desk = self.work.desk
        self._set_storing(True)
        desk.jobs.run(
            self,
            lambda: setup.place_site(desk.actor, desk.station, name, zone),
            done=self.on_stored,
            failed=self.on_not_stored,
        )

    def on_looked(self, looked: Looked) -> None:
        """Offer what there is, or what this computer says."""
        sites, known, here = looked
        form = self._form
        self._sites, self._ready = list(sites), True
        form.zone.clear()
        form.zone.addItems(list(known))
        form.site.setText(sites[0].name if sites else DEFAULT_SITE)
        form.zone.setEditText(sites[0].zone if sites else here)
        for field in (form.site, form.zone):
            field.setEnabled(len(sites) <= 1)
        form.site.selectAll()
        self.on_changed()

    def on_changed(self) -> None:
        """Say what the zone means, and what cannot be."""
        form = self._form
        zone = form.zone.currentText().strip()
        known = is_zone(zone)
        fault = "" if known or not self._ready else self.tr("There is no such time zone. Choose one of the list.")
        form.zone_error.tell(fault)
        mark_error(form.zone, fault)
        form.zone_hint.setVisible(known)
        form.zone_hint.setText(self._clock_words(zone) if known else "")
        form.site_error.tell("")
        mark_error(form.site, "")
        self.changed.emit()

    def on_stored(self, site: Site) -> None:
        """Go on."""
        self._sites = [site]
        self._set_storing(False)
        self.passed.emit()

    def on_not_stored(self, error: Exception) -> None:
        """Say it at the field where one is to blame."""
        self._set_storing(False)
        if isinstance(error, BadInput):
            self._form.site_error.tell(told(error))
            mark_error(self._form.site, told(error))
            self._form.site.setFocus()
        else:
            self.failed.emit(error)

    def _set_storing(self, storing: bool) -> None:
        self._storing = storing
        self.changed.emit()

    def _missing(self) -> str:
        if self._storing or not self._ready:
            return self.tr("One moment…")
        if not self._form.site.text().strip():
            return self.tr("Give the site a name.")
        return "" if is_zone(self._form.zone.currentText().strip()) else self.tr("Choose a time zone.")

    def _clock_words(self, zone: str) -> str:
        there = datetime.now(UTC).astimezone(ZoneInfo(zone))
        return self.tr("There it is {time} now. Is that right?").format(time=f"{there:%H:%M}")
