"""The order in which Tab walks, where parts are made after the form they stand in."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def put_in_order(stops: Sequence[QWidget]) -> None:
    """Let Tab go from each of these to the next."""
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)
