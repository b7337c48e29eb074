"""Dialogs: what is asked apart from a page."""
