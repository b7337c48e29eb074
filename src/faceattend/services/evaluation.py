"""How well a model pack recognises labelled photos: detection, verification, identification, open set."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from faceattend.config.images import PICTURE_SUFFIXES, read_image
from faceattend.config.paths import Home
from faceattend.config.settings import RecognitionSettings
from faceattend.domain import biometrics
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.biometrics import Floats, Labels
from faceattend.domain.errors import BadInput, ImageRejected
from faceattend.domain.said import said
from faceattend.domain.vision import BgrImage
from faceattend.engine.alignment import FACE_PX
from faceattend.engine.models import Models, open_models, resolve
from faceattend.engine.portrait import aligned_subject
from faceattend.engine.session import Compute

SPLITS = 20
"""Halves of the people left out in turn for the open set: one split alone varies by a percentage point."""

_FPIR = 0.01
_CHUNK = 64


@dataclass(frozen=True, slots=True)
class Protocol:
    """How to measure.

    Attributes:
        enrol: photos of each person put into the gallery; the others are probes.
        pairs: labelled pairs in the format of LFW's ``pairs.txt``, fields separated by tabs; None for none.
    """

    enrol: int = 1
    pairs: Path | None = None


Progress = Callable[[int, int], None]
"""Called with photos done and photos in all."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of one pack on one set of photos; rates are fractions, NaN where the set allows none.

    Attributes:
        pack: its name.
        provider: where it ran.
        identities: people.
        photos: of them, without those that are no pictures.
        unreadable: files that are no pictures.
        enrolled: photos of each person in the gallery.
        detection_rate: photos in which a face was found.
        rank1: probes whose nearest person is the right one.
        tar_at_far_1e2, tar_at_far_1e3, eer, best_threshold: see :class:`biometrics.VerificationRates`.
        fnir_at_fpir_1e2: enrolled people missed where 1 % of strangers are accepted; mean over SPLITS halves.
        open_set_threshold: the mean threshold of these.
        pair_accuracy: on labelled pairs, ten-fold.
        ms_per_face: to find, align and embed one, milliseconds.
    """

    pack: str
    provider: str
    identities: int
    photos: int
    unreadable: int
    enrolled: int
    detection_rate: float
    rank1: float
    tar_at_far_1e2: float
    tar_at_far_1e3: float
    eer: float
    best_threshold: float
    fnir_at_fpir_1e2: float
    open_set_threshold: float
    pair_accuracy: float
    ms_per_face: float


@dataclass(frozen=True, slots=True, eq=False)
class _Faces:
    """What was found: whose, in which file, and the vector of each; and what it took."""

    labels: Labels
    names: tuple[str, ...]
    vectors: Floats
    unreadable: int
    missed: int
    seconds: float


@dataclass(frozen=True, slots=True)
class _OpenSet:
    fnir: float
    threshold: float


def evaluate(
    actor: Actor,
    home: Home,
    settings: RecognitionSettings,
    folder: Path,
    protocol: Protocol,
    progress: Progress = lambda _done, _total: None,
) -> Evaluation:
    """Measure the pack that the settings name on ``folder/<identity>/<photo>``; folders named ``_...`` are passed over.

    Args:
        actor: the acting user.
        home: for packs and prepared graphs; it needs no database.
        settings: which pack, on what.
        folder: the photos.
        protocol: how many to enrol, and labelled pairs.
        progress: told now and then.

    Raises:
        PermissionDenied: the actor may not measure.
        BadInput: the folder or the list of pairs cannot be used.
        ModelError: the pack cannot be used.
    """
    require(actor, Permission.MEASURE)
    photos = _photos(folder)
    models = open_models(resolve(settings.pack, home), home, Compute(settings.provider, settings.threads))
    faces = _read(photos, models, progress)
    rates = biometrics.verification_rates(biometrics.compare_all(faces.vectors, faces.labels))
    open_set = _open_set(faces, protocol.enrol)
    readable = len(photos) - faces.unreadable
    return Evaluation(
        pack=models.manifest.name,
        provider=models.provider,
        identities=len({person for person, _ in photos}),
        photos=readable,
        unreadable=faces.unreadable,
        enrolled=protocol.enrol,
        detection_rate=len(faces.labels) / readable if readable else float("nan"),
        rank1=_rank1(faces, protocol.enrol),
        tar_at_far_1e2=rates.tar_at_far_1e2,
        tar_at_far_1e3=rates.tar_at_far_1e3,
        eer=rates.eer,
        best_threshold=rates.best_threshold,
        fnir_at_fpir_1e2=open_set.fnir,
        open_set_threshold=open_set.threshold,
        pair_accuracy=_pair_accuracy(faces, protocol.pairs) if protocol.pairs else float("nan"),
        ms_per_face=1000 * faces.seconds / max(1, len(faces.labels)),
    )


def _photos(folder: Path) -> list[tuple[str, Path]]:
    if not folder.is_dir():
        raise BadInput(said("Benchmark", "There is no folder {folder}.").format(folder=folder))
    people = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(("_", ".")))
    photos = [
        (person.name, path)
        for person in people
        for path in sorted(person.iterdir())
        if path.suffix.lower() in PICTURE_SUFFIXES
    ]
    if not photos:
        raise BadInput(
            said("Benchmark", "{folder} holds no photos.").format(folder=folder),
            remedy=said("Benchmark", "Arrange them as DIR/<identity>/<photo>."),
        )
    return photos


def _read(photos: Sequence[tuple[str, Path]], models: Models, progress: Progress) -> _Faces:
    """Find and embed the main face of every photo, some at a time, so that no set is too large for memory."""
    numbers = {person: index for index, person in enumerate(dict.fromkeys(person for person, _ in photos))}
    labels: list[int] = []
    names: list[str] = []
    vectors: list[Floats] = [np.empty((0, models.embedder.dimension), dtype=np.float32)]
    unreadable, seconds = 0, 0.0
    for start in range(0, len(photos), _CHUNK):
        images = list(_readable(photos[start : start + _CHUNK]))
        unreadable += len(photos[start : start + _CHUNK]) - len(images)
        began = time.perf_counter()
        found = [(person, path, aligned_subject(image, models.detector)) for person, path, image in images]
        good = [(person, path, face) for person, path, face in found if face is not None]
        aligned = np.asarray([face for *_, face in good], dtype=np.uint8).reshape(-1, FACE_PX, FACE_PX, 3)
        vectors.append(models.embedder.embed(aligned))
        seconds += time.perf_counter() - began
        labels += [numbers[person] for person, *_ in good]
        names += [path.stem for _, path, _ in good]
        progress(min(start + _CHUNK, len(photos)), len(photos))
    missed = len(photos) - unreadable - len(labels)
    return _Faces(
        np.asarray(labels, dtype=np.int64), tuple(names), np.concatenate(vectors), unreadable, missed, seconds
    )


def _readable(photos: Sequence[tuple[str, Path]]) -> Iterator[tuple[str, Path, BgrImage]]:
    for person, path in photos:
        try:
            yield person, path, read_image(path)
        except ImageRejected:
            continue  # counted by the caller, and told in the result


def _rank1(faces: _Faces, enrol: int) -> float:
    gallery, probes = biometrics.split_enrolment(faces.labels, enrol)
    if not len(probes):
        return float("nan")
    means, people = biometrics.mean_templates(faces.vectors[gallery], faces.labels[gallery])
    found = biometrics.search(means, people, faces.vectors[probes], faces.labels[probes])
    return float(found.correct.mean())


def _open_set(faces: _Faces, enrol: int) -> _OpenSet:
    """Leave out half of the people, seeded, SPLITS times: they and those with too few photos are the strangers."""
    gallery, probes = biometrics.split_enrolment(faces.labels, enrol)
    people = np.unique(faces.labels[gallery])
    outcomes: list[tuple[float, float]] = []
    for seed in range(SPLITS if len(people) > 1 else 0):
        enrolled = np.random.default_rng(seed).permutation(people)[len(people) // 2 :]
        own = gallery[np.isin(faces.labels[gallery], enrolled)]
        known = probes[np.isin(faces.labels[probes], enrolled)]
        strangers = np.flatnonzero(~np.isin(faces.labels, enrolled))
        means, mean_labels = biometrics.mean_templates(faces.vectors[own], faces.labels[own])
        searches = [
            biometrics.search(means, mean_labels, faces.vectors[each], faces.labels[each])
            for each in (known, strangers)
        ]
        outcomes.append(biometrics.fnir_at_fpir(searches[0], searches[1], _FPIR))
    if not outcomes:
        return _OpenSet(float("nan"), float("nan"))
    fnir, threshold = np.mean(np.asarray(outcomes), axis=0)
    return _OpenSet(float(fnir), float(threshold))


def _pair_accuracy(faces: _Faces, pairs: Path) -> float:
    """Score LFW's pairs; a pair with a face that was not found scores as two people."""
    position = {name: index for index, name in enumerate(faces.names)}
    scores: list[float] = []
    same: list[bool] = []
    for first, second in _pair_names(pairs):
        a, b = position.get(first), position.get(second)
        scores.append(-1.0 if a is None or b is None else float(faces.vectors[a] @ faces.vectors[b]))
        same.append(first.rpartition("_")[0] == second.rpartition("_")[0])
    return biometrics.pair_accuracy(np.asarray(scores, dtype=np.float32), np.asarray(same, dtype=np.bool_))


def _pair_names(pairs: Path) -> Iterator[tuple[str, str]]:
    """Read ``name n m`` (one person) or ``name n other m`` per line; photos are called ``name_000n``."""
    try:
        lines = pairs.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(said("Benchmark", "The list of pairs {pairs} cannot be read.").format(pairs=pairs)) from error
    for number, line in enumerate(lines, start=1):
        fields = line.split("\t")
        try:
            if len(fields) == 3:  # noqa: PLR2004 - name, n, m
                yield f"{fields[0]}_{int(fields[1]):04d}", f"{fields[0]}_{int(fields[2]):04d}"
            elif len(fields) == 4:  # noqa: PLR2004 - name, n, other, m
                yield f"{fields[0]}_{int(fields[1]):04d}", f"{fields[2]}_{int(fields[3]):04d}"
        except ValueError as error:
            raise BadInput(
                said("Benchmark", "{file}, line {number} is no pair.").format(file=pairs.name, number=number)
            ) from error
