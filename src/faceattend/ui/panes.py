"""F6: from one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def next_pane(focus: QWidget | None, panes: Sequence[QWidget]) -> bool:
    """Give the focus to the first pane behind the one that has it, around the end; to the first, if none has it.

    Args:
        focus: what has the focus now.
        panes: in the order they are walked through; hidden ones, and those in which nothing takes the focus, are left
            out.

    Returns:
        Whether a pane took the focus.
    """
    at = next((number for number, pane in enumerate(panes) if _holds(pane, focus)), -1)
    order = [*panes[at + 1 :], *panes[: at + 1]]
    for pane in order:
        target = _target(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _target(pane: QWidget) -> QWidget | None:
    """Return what in a pane takes the focus: itself, or what comes first by Tab."""
    if not pane.isVisible():
        return None
    if _takes(pane):
        return pane
    step = pane.nextInFocusChain()
    while step is not None and step is not pane:
        if pane.isAncestorOf(step) and _takes(step):
            return step
        step = step.nextInFocusChain()
    return None


def _takes(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return widget.isVisible() and widget.isEnabled() and bool(policy.value & Qt.FocusPolicy.TabFocus.value)
