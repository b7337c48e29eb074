"""Finding the person: exact search over everyone enrolled, stored as 16-bit floats.

Each person stands in the index once, with the mean of the templates of all their photos: on the development data that
misses fewer people than the best single template does, and a poor photo pulls the mean a little instead of opening a
door of its own (docs/adr/0005-gallery.md). The database is the only truth: the gallery is rebuilt from it at start.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from faceattend.config.lazy import lazy
from faceattend.domain.errors import ContractMismatch
from faceattend.domain.said import said
from faceattend.domain.templates import Template
from faceattend.domain.vision import Match, Vectors

if TYPE_CHECKING:
    import faiss as _faiss
else:
    _faiss = lazy("faiss")

_library: Any = _faiss  # ships no types
_BATCH = 10_000


@dataclass(slots=True, eq=False)
class _Entry:
    """One person: their key in the index (None before the first), the sum of their templates, and which these are."""

    total: NDArray[np.float32]
    key: int | None = None
    templates: set[UUID] = field(default_factory=set[UUID])

    def mean(self) -> NDArray[np.float32]:
        return self.total / np.maximum(np.linalg.norm(self.total), np.float32(1e-12))


class Gallery:
    """Everyone enrolled, by templates of one contract.

    Enrolment adds from a pool thread while recognition searches, and FAISS allows no search beside a change: one lock
    holds them apart. A search holds it for milliseconds.
    """

    def __init__(self, contract_id: str, dimension: int) -> None:
        self.contract_id = contract_id
        self.dimension = dimension
        self._lock = threading.Lock()
        self._entries: dict[UUID, _Entry] = {}
        self._person_of: dict[int, UUID] = {}
        self._next_key = 0
        storage = _library.IndexScalarQuantizer(
            dimension, _library.ScalarQuantizer.QT_fp16, _library.METRIC_INNER_PRODUCT
        )
        self._index: Any = _library.IndexIDMap2(storage)

    @property
    def people(self) -> int:
        """How many people can be found."""
        return len(self._person_of)

    def add(self, templates: Iterable[Template]) -> None:
        """Add templates; one that is there already changes nothing.

        Raises:
            ContractMismatch: a template was made by another pack; those before it in the same ten thousand are not
                added either.
        """
        for batch in _batches(self._checked(template) for template in templates):
            with self._lock:
                self._change(batch, self._include)

    def remove(self, templates: Iterable[Template]) -> None:
        """Take templates out, such as those of a photo set aside; those that are not there are passed over."""
        with self._lock:
            self._change(list(templates), self._exclude)

    def search(self, vectors: Vectors) -> list[Match | None]:
        """Find the nearest person, and the runner-up, for each probe.

        Args:
            vectors: float32 (N, D), unit length; N may be 0.

        Returns:
            Per probe a match; None when nobody is enrolled, or the probe holds no numbers.

        Raises:
            ContractMismatch: the probes have another dimension than the gallery.
        """
        if vectors.shape[1:] != (self.dimension,):
            raise ContractMismatch(
                said("Models", "A probe of shape {shape} met a gallery of dimension {dimension}.").format(
                    shape=vectors.shape, dimension=self.dimension
                )
            )
        with self._lock:
            if not self._person_of or not len(vectors):
                return [None] * len(vectors)
            # More threads do not help a few probes (ENGINE.md), and wait for cores at work elsewhere, spinning; FAISS
            # keeps the number for each thread that asks.
            _library.omp_set_num_threads(1)
            scores, keys = self._index.search(np.ascontiguousarray(vectors), min(2, len(self._person_of)))
            return [self._match(*each) for each in zip(scores, keys, strict=True)]

    def likeness(self, person_id: UUID, vectors: Vectors) -> NDArray[np.float32] | None:
        """Compare vectors with one person's templates.

        Args:
            person_id: whom.
            vectors: float32 (N, D), unit length.

        Returns:
            float32 (N,), cosine similarity to the mean of their templates; None when they have none.
        """
        with self._lock:
            entry = self._entries.get(person_id)
            mean = None if entry is None else entry.mean()
        return None if mean is None else vectors @ mean

    def _match(self, scores: NDArray[np.float32], keys: NDArray[np.int64]) -> Match | None:
        """Read off one row of FAISS's answer, in which the key -1 stands for nobody."""
        found = [(self._person_of[int(key)], float(score)) for key, score in zip(keys, scores, strict=True) if key >= 0]
        match found:
            case [best, runner_up]:
                return Match(*best, *runner_up)
            case [best]:
                return Match(*best)
            case _:
                return None

    def _checked(self, template: Template) -> Template:
        if template.contract_id != self.contract_id or template.vector.shape != (self.dimension,):
            raise ContractMismatch(
                said("Models", "Template {id} was made by another model pack than the one in use.").format(
                    id=template.id
                ),
                means=said("Models", "It was not loaded: comparing the two would give meaningless scores."),
                remedy=said("Models", "Switch back to its pack, or enrol the person’s photos again with this one."),
            )
        return template

    def _change(self, batch: list[Template], apply: Callable[[Template], bool]) -> None:
        """Bring templates in or out, then renew the index entries of the people they belong to."""
        changed = {template.person_id for template in batch if apply(template)}
        stale = [key for person in changed if (key := self._entries[person].key) is not None]
        for key in stale:
            del self._person_of[key]
        if stale:
            self._index.remove_ids(np.asarray(stale, dtype=np.int64))
        for person in [person for person in changed if not self._entries[person].templates]:
            del self._entries[person]
        self._insert([person for person in changed if person in self._entries])

    def _include(self, template: Template) -> bool:
        entry = self._entries.setdefault(template.person_id, _Entry(np.zeros(self.dimension, dtype=np.float32)))
        if template.id in entry.templates:
            return False
        entry.templates.add(template.id)
        entry.total = entry.total + template.vector
        return True

    def _exclude(self, template: Template) -> bool:
        entry = self._entries.get(template.person_id)
        if entry is None or template.id not in entry.templates:
            return False
        entry.templates.remove(template.id)
        entry.total = entry.total - template.vector
        return True

    def _insert(self, people: list[UUID]) -> None:
        if not people:
            return
        keys = range(self._next_key, self._next_key + len(people))
        self._next_key += len(people)
        means = np.stack([self._entries[person].mean() for person in people])
        self._index.add_with_ids(means, np.fromiter(keys, dtype=np.int64))
        for key, person in zip(keys, people, strict=True):
            self._entries[person].key = key
            self._person_of[key] = person


def _batches(templates: Iterator[Template]) -> Iterator[list[Template]]:
    while batch := list(islice(templates, _BATCH)):
        yield batch
