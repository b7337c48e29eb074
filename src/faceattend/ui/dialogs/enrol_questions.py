"""What the enrolment dialog asks before it goes on."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from faceattend.ui.dialogs.enrol_words import enrol_words
from faceattend.ui.translation import translate
from faceattend.ui.widgets.question import Question


def throw_away(over: QWidget, photos: int) -> Question:
    """Ask whether to close although photos, or what was typed, would be lost."""
    text = translate("Enrol", "What you typed is not stored yet.")
    if photos:
        text = translate("Enrol", "Nothing is stored yet. Photos that would be lost: {count}.").format(
            count=_number(photos)
        )
    return Question(
        translate("Enrol", "Close without enrolling?"),
        text,
        over,
        safe=translate("Enrol", "Go on enrolling"),
        act=translate("Enrol", "Throw it away"),
        danger=True,
    )


def few_photos(over: QWidget, photos: int) -> Question:
    """Warn that few photos are few, and let it be done."""
    title = (
        translate("Enrol", "Enrol with 1 photo?") if photos == 1 else translate("Enrol", "Enrol with {count} photos?")
    )
    return Question(
        title.format(count=_number(photos)),
        translate(
            "Enrol",
            "Cameras recognise people less surely who do not look straight at them, until there are photos from both "
            "sides too. More can be added at any time.",
        ),
        over,
        safe=translate("Enrol", "Take more photos"),
        act=enrol_words(photos),
    )


def same_person(over: QWidget, name: str, photos: int) -> Question:
    """Ask what becomes of the photos where somebody is enrolled already. Esc, too, goes to that person without them."""
    return Question(
        translate("Enrol", "Add the new photos to {name}?").format(name=name),
        translate(
            "Enrol", "Photos taken: {count}. They help cameras to recognise {name}. Without them nothing is changed."
        ).format(count=_number(photos), name=name),
        over,
        safe=translate("Enrol", "Only open {name}").format(name=name),
        act=translate("Enrol", "Add photos and open"),
    )


def _number(count: int) -> str:
    return QLocale().toString(count)
