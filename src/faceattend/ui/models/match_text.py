"""The words for a match, in the user's language."""

from faceattend.domain.evidence import MatchWords
from faceattend.ui.translation import translate


def match_text(words: MatchWords, *, short: bool = False) -> str:
    """Return the words for a match; ``short`` for where there is little room."""
    return _brief(words) if short else _long(words)


def _long(words: MatchWords) -> str:
    match words:
        case MatchWords.CLEAR:
            return translate("MatchWords", "Clear match, nobody else close")
        case MatchWords.GOOD:
            return translate("MatchWords", "Good match")
        case MatchWords.LOOK_ALIKE:
            return translate("MatchWords", "Unsure: two people look alike")
        case MatchWords.DISTANT:
            return translate("MatchWords", "Unsure: not close enough to say")
        case MatchWords.NOBODY:
            return translate("MatchWords", "No enrolled person is close")


def _brief(words: MatchWords) -> str:
    match words:
        case MatchWords.CLEAR:
            return translate("MatchWords", "Clear match")
        case MatchWords.GOOD:
            return translate("MatchWords", "Good match")
        case MatchWords.LOOK_ALIKE:
            return translate("MatchWords", "Two look alike")
        case MatchWords.DISTANT:
            return translate("MatchWords", "Not close enough")
        case MatchWords.NOBODY:
            return translate("MatchWords", "Nobody is close")
