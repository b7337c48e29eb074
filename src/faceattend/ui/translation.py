"""The language of the window: what is said, in which words, and from which side it is read."""

import logging
from pathlib import Path
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from faceattend.config.resources import resource
from faceattend.domain.said import Phrase, filled

_log = logging.getLogger(__name__)

translate = QCoreApplication.translate
"""Translate outside of a QObject: ``translate("Context", "text")``, both as literals, so that they are found."""


def spoken(text: str) -> str:
    """Return a text from below the window in the window's language.

    A phrase is translated with all it is made of; whatever else, such as a name or a number, stays as it is. Where a
    translation does not hold the very names in braces that its text has, the English words are shown.
    """
    if not isinstance(text, Phrase):
        return text
    values = {name: spoken(value) if isinstance(value, str) else value for name, value in text.values.items()}
    template = translate(text.context, text.template) if text.context else text.template
    try:
        if not values or _names_in(template) == _names_in(text.template):
            return filled(template, values)
    except (ValueError, TypeError, LookupError, AttributeError):  # what else braces can hold by mistake
        pass
    _log.warning("the translation %r of %r is broken", template, text.template)
    return filled(text.template, values)


def _names_in(template: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(template)} - {None}


def speak(application: QApplication, locale: QLocale | None = None, folder: Path | None = None) -> QLocale:
    """Let the window speak a language, where it has been translated into it, and be read from that language's side.

    Called before the first window is built. Without a translation it stays with English, and with left to right:
    English words in a mirrored window would help nobody. Dates and numbers follow the computer either way.

    Args:
        application: gets the translators; they live as long as it.
        locale: asked for; None for the computer's.
        folder: with ``faceattend_LOCALE.qm``; None for the program's own.

    Returns:
        The language that the window speaks now.
    """
    wanted = QLocale.system() if locale is None else locale
    own = QTranslator(application)
    spoken = _first_spoken(own, wanted, folder or resource("translations"))
    if spoken.language() != QLocale.Language.English:
        application.installTranslator(own)
        _speak_of_qt(application, spoken)
    application.setLayoutDirection(spoken.textDirection())
    return spoken


def _first_spoken(translator: QTranslator, wanted: QLocale, folder: Path) -> QLocale:
    # in the order in which the user prefers languages; English is there without a file, so it ends the search
    for tag in wanted.uiLanguages():
        locale = QLocale(tag)
        if locale.language() == QLocale.Language.English:
            break
        if translator.load(f"faceattend_{tag.replace('-', '_')}", str(folder)):
            return locale
    return QLocale(QLocale.Language.English)


def _speak_of_qt(application: QApplication, locale: QLocale) -> None:
    # the words of Qt's own dialogs and menus, such as those to choose a file; not every language has them
    theirs = QTranslator(application)
    if theirs.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(theirs)
