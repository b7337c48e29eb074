"""What faces are compared by. Apart from people.py, so that what names a person need not load NumPy."""

from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """What a model pack makes of one reference photo; biometric data.

    Attributes:
        id: UUIDv7.
        person_id: whose face it is.
        photo_id: the photo it was made from.
        contract_id: of the pack that made it; templates of different contracts never meet.
        vector: float32 (D,), unit length.
    """

    id: UUID
    person_id: UUID
    photo_id: UUID
    contract_id: str
    vector: NDArray[np.float32]
