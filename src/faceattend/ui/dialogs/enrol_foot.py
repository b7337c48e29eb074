"""The foot of the enrolment dialog: what is still missing, and what its button does."""

from dataclasses import dataclass

from faceattend.ui.dialogs.enrol_photos import MOST
from faceattend.ui.dialogs.enrol_words import add_words, enrol_words, needed_words, recommended_words
from faceattend.ui.translation import translate


@dataclass(frozen=True, slots=True)
class FootState:
    """How far somebody's enrolment has come.

    Attributes:
        facts: what is still to be filled in, in words.
        photos: how many there are.
        front: whether one of them looks into the camera.
        marked: whether one of them will not do.
        twin: name of whom the face has to be told apart from; empty for nobody.
        busy: whether photos are being read or compared.
        storing: whether it is being stored.
        adding: whether photos are added to somebody who is enrolled.
    """

    facts: tuple[str, ...] = ()
    photos: int = 0
    front: bool = False
    marked: bool = False
    twin: str = ""
    busy: bool = False
    storing: bool = False
    adding: bool = False

    @property
    def missing(self) -> list[str]:
        """What stands against storing, in words and reading order."""
        missing = list(self.facts)
        if self.adding and not self.photos:
            missing.append(translate("Enrol", "a photo"))
        elif not self.adding and not self.front:
            missing.append(translate("Enrol", "a photo from the front"))
        if self.marked:
            missing.append(translate("Enrol", "the marked photo removed"))
        if self.twin:
            missing.append(translate("Enrol", "an answer about {name}").format(name=self.twin))
        return missing

    @property
    def ready(self) -> bool:
        """Whether it can be stored."""
        return not (self.missing or self.busy or self.storing)


def foot_words(state: FootState) -> str:
    """Say what is still missing, what is going on, or what would help."""
    if state.storing:
        return translate("Enrol", "Storing…")
    if state.missing and not (state.busy and len(state.missing) == 1):
        return needed_words(state.missing)
    if state.busy:
        return translate("Enrol", "Comparing the photos with everybody enrolled…")
    more = MOST - state.photos
    return "" if state.adding or more <= 0 else recommended_words(more)


def action_words(photos: int, *, adding: bool) -> str:
    """Return the verb on the button."""
    if adding:
        return add_words(photos)
    return enrol_words(photos) if 0 < photos < MOST else translate("Enrol", "Enrol")
