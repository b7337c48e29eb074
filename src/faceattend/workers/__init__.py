"""Where time passes: threads on PySide6.QtCore, which run without a display too."""
