"""Qt models over what services return: lazy, typed roles, no SQL."""
