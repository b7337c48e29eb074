"""Where the files that come with the program lie: icons, fonts, styles, translations."""

from pathlib import Path

_INSTALLED = Path(__file__).parents[1] / "resources"
_CHECKOUT = Path(__file__).parents[3] / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a resource, such as ``resource("icons", "user.svg")``; of an installation or of a checkout."""
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)
