"""Column types: instants that cannot lose their zone, compact ids, and the one type biometric fields go through."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import DateTime, Engine, LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from faceattend.storage.cipher import Cipher

_CIPHERS: WeakKeyDictionary[Dialect, Cipher] = WeakKeyDictionary()


def bind_cipher(engine: Engine, cipher: Cipher) -> None:
    """Let the encrypted columns of this engine, and of no other, use the cipher."""
    _CIPHERS[engine.dialect] = cipher


class UtcDateTime(TypeDecorator[datetime]):
    """Stores aware datetimes as UTC and returns them as aware UTC; SQLite itself would drop the zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - as the base
        """Convert to UTC.

        Raises:
            ValueError: the datetime is naive, so nobody knows which instant it means.
        """
        if value is None:
            return None
        if value.utcoffset() is None:
            message = f"{value!r} is naive: an instant needs its zone"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002 - as the base
        """Put back the zone that the column's values all have."""
        return None if value is None else value.replace(tzinfo=UTC)


def instant_of(text: str) -> datetime:
    """Return the instant that :class:`UtcDateTime` has stored as this text; for rows that come by the million."""
    return datetime.fromisoformat(f"{text}+00:00")


class CompactUuid(TypeDecorator[UUID]):
    """Stores an id as its 16 bytes, which sort as UUIDv7 does: by time."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002 - as the base
        """Take the bytes."""
        return None if value is None else value.bytes

    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:  # noqa: ANN401, ARG002 - as the base
        """Build the id from its bytes."""
        return None if value is None else UUID(bytes=value)


class Encrypted(TypeDecorator[bytes]):
    """Stores bytes sealed by the engine's cipher.

    Args:
        context: "table.column"; authenticated, so that a value copied into another column does not open.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, context: str) -> None:
        super().__init__()
        self.context = context

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Seal."""
        return None if value is None else _CIPHERS[dialect].seal(value, self.context)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bytes | None:  # noqa: ANN401 - as the base
        """Open.

        Raises:
            WrongKey: another key or column sealed it, or it was altered.
        """
        return None if value is None else _CIPHERS[dialect].open(value, self.context)


class EncryptedText(TypeDecorator[str]):
    """Stores text as :class:`Encrypted` does bytes."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, context: str) -> None:
        super().__init__()
        self.context = context

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Seal the text's UTF-8 bytes."""
        return None if value is None else _CIPHERS[dialect].seal(value.encode(), self.context)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ANN401 - as the base
        """Open; raises as :class:`Encrypted` does."""
        return None if value is None else _CIPHERS[dialect].open(value, self.context).decode()
