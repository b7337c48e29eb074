import gc
import os
import weakref
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, MetaData, Table, create_engine, select
from sqlalchemy.exc import StatementError
from sqlalchemy.types import TypeEngine

from faceattend.domain.errors import WrongKey
from faceattend.domain.ids import new_id
from faceattend.storage.cipher import Cipher
from faceattend.storage.types import CompactUuid, Encrypted, EncryptedText, UtcDateTime, bind_cipher

ZONES = st.builds(timezone, st.timedeltas(timedelta(hours=-23), timedelta(hours=23)))
INSTANTS = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=ZONES)  # noqa: DTZ001 - bounds only


class Cell:
    """A table of one column, in memory."""

    def __init__(self, kind: TypeEngine[object], key: bytes | None = None) -> None:
        self.engine = create_engine("sqlite://")
        if key is not None:
            bind_cipher(self.engine, Cipher(key))
        self.table = Table("cells", MetaData(), Column("value", kind))
        self.table.create(self.engine)

    def through(self, value: object) -> object:
        """Store a value and read it back."""
        with self.engine.begin() as connection:
            connection.execute(self.table.delete())
            connection.execute(self.table.insert(), {"value": value})
            return connection.scalar(select(self.table))

    def stored(self, value: object) -> object:
        """Store a value and read what SQLite then holds."""
        with self.engine.begin() as connection:
            connection.execute(self.table.delete())
            connection.execute(self.table.insert(), {"value": value})
            return connection.exec_driver_sql("SELECT value FROM cells").scalar()


@pytest.fixture(scope="module")
def instants():
    return Cell(UtcDateTime())


@pytest.fixture(scope="module")
def sealed():
    return Cell(Encrypted("cells.value"), os.urandom(32))


@pytest.fixture(scope="module")
def sealed_text():
    return Cell(EncryptedText("cells.value"), os.urandom(32))


@given(at=INSTANTS)
def test_an_instant_comes_back_as_the_same_instant_in_utc(instants: Cell, at: datetime):
    back = instants.through(at)
    assert back == at
    assert isinstance(back, datetime)
    assert back.tzinfo is UTC


@given(one=INSTANTS, other=INSTANTS)
def test_stored_instants_sort_as_the_instants_do(instants: Cell, one: datetime, other: datetime):
    assert (instants.stored(one) < instants.stored(other)) == (one < other)


@given(at=st.datetimes())
def test_a_naive_time_is_refused(instants: Cell, at: datetime):
    with pytest.raises(StatementError, match="is naive"):
        instants.through(at)


def test_nothing_stays_nothing(instants: Cell, sealed: Cell, sealed_text: Cell):
    assert instants.through(None) is sealed.through(None) is sealed_text.through(None) is None
    assert Cell(CompactUuid()).through(None) is None


@given(st.uuids())
def test_an_id_takes_sixteen_bytes(value: UUID):
    cell = Cell(CompactUuid())
    assert cell.through(value) == value
    assert cell.stored(value) == value.bytes
    cell.engine.dispose()


def test_ids_sort_by_the_time_they_were_made():
    made = [new_id() for _ in range(100)]
    assert sorted(made, key=lambda each: each.bytes) == made


@given(value=st.binary(max_size=2000))
def test_bytes_come_back_and_are_never_stored_as_they_are(sealed: Cell, value: bytes):
    assert sealed.through(value) == value
    stored = sealed.stored(value)
    assert isinstance(stored, bytes)
    assert len(stored) == len(value) + 29
    assert len(value) < 4 or value not in stored


@given(value=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_text_comes_back(sealed_text: Cell, value: str):
    assert sealed_text.through(value) == value


def test_the_same_value_is_sealed_differently_each_time(sealed: Cell):
    assert sealed.stored(b"face") != sealed.stored(b"face")


@given(data=st.data())
def test_one_altered_bit_is_noticed(sealed: Cell, data: st.DataObject):
    stored = sealed.stored(b"face")
    assert isinstance(stored, bytes)
    bit = data.draw(st.integers(0, len(stored) * 8 - 1))
    altered = bytearray(stored)
    altered[bit // 8] ^= 1 << bit % 8
    _overwrite(sealed.engine, bytes(altered))
    with pytest.raises(WrongKey), sealed.engine.connect() as connection:
        connection.scalar(select(sealed.table))


@pytest.mark.parametrize("stump", [b"", b"\x01", b"\x01" * 12, b"\x01" * 28])
def test_a_stump_is_noticed(sealed: Cell, stump: bytes):
    sealed.stored(b"face")
    _overwrite(sealed.engine, stump)
    with pytest.raises(WrongKey), sealed.engine.connect() as connection:
        connection.scalar(select(sealed.table))


def test_a_value_of_another_column_does_not_open():
    key = os.urandom(32)
    crops, photos = Cell(Encrypted("sightings.crop_jpeg"), key), Cell(Encrypted("photos.jpeg"), key)
    photos.stored(b"anything")
    _overwrite(photos.engine, crops.stored(b"face"))
    with pytest.raises(WrongKey), photos.engine.connect() as connection:
        connection.scalar(select(photos.table))


def test_each_engine_has_its_own_cipher():
    one, other = (Cell(Encrypted("cells.value"), os.urandom(32)) for _ in range(2))
    other.stored(b"anything")
    _overwrite(other.engine, one.stored(b"face"))
    with pytest.raises(WrongKey), other.engine.connect() as connection:
        connection.scalar(select(other.table))
    assert one.through(b"face") == b"face"


def test_a_cipher_goes_with_its_engine():
    engine, cipher = create_engine("sqlite://"), Cipher(os.urandom(32))
    bind_cipher(engine, cipher)
    gone = weakref.ref(cipher)
    del engine, cipher
    gc.collect()
    assert gone() is None


def _overwrite(engine: Engine, value: object) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE cells SET value = ?", (value,))
