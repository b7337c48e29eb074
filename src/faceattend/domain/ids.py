"""Identifiers: every row FaceAttend ever writes is named by a UUIDv7 (RFC 9562) made where the fact arose."""

from uuid import UUID

import uuid_utils.compat


def new_id() -> UUID:
    """Return a fresh UUIDv7: unique without a server, and ordered by the time it was made."""
    return uuid_utils.compat.uuid7()
