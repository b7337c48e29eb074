"""Figures by which face recognition is measured, in the terms of ISO/IEC 19795-1. Pure functions on scores.

Scores are cosine similarities, -1..1; rates are fractions, 0..1.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]

_BINS = 20_000  # over -1..1: thresholds are exact to 1e-4, and any number of comparisons fits in memory
_BLOCK = 1024
_ONE_PERCENT, _ONE_PER_MILLE = 1e-2, 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Comparisons:
    """How many comparisons fell into each bin of score.

    Attributes:
        genuine: int64 (_BINS,), two photos of one person.
        impostor: int64 (_BINS,), photos of two people.
    """

    genuine: NDArray[np.int64]
    impostor: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class VerificationRates:
    """One-to-one comparison. NaN where a set allows no such comparison.

    Attributes:
        tar_at_far_1e2, tar_at_far_1e3: true accept rate where 1 % or 0.1 % of impostor comparisons are accepted.
        eer: equal error rate.
        best_threshold: score at which FNMR and FMR together are least.
    """

    tar_at_far_1e2: float
    tar_at_far_1e3: float
    eer: float
    best_threshold: float


def compare_all(vectors: Floats, labels: Labels) -> Comparisons:
    """Compare every photo with every other once.

    Args:
        vectors: float32 (N, D), unit length.
        labels: int64 (N,), who is shown.
    """
    genuine, impostor = np.zeros(_BINS, dtype=np.int64), np.zeros(_BINS, dtype=np.int64)
    for start, scores in _blocks(vectors):
        later = np.arange(len(vectors))[None, :] > np.arange(start, start + len(scores))[:, None]
        same = labels[None, :] == labels[start : start + len(scores), None]
        bins = np.clip(((scores + 1) * (_BINS / 2)).astype(np.int64), 0, _BINS - 1)
        genuine += np.bincount(bins[later & same], minlength=_BINS)
        impostor += np.bincount(bins[later & ~same], minlength=_BINS)
    return Comparisons(genuine, impostor)


def _blocks(vectors: Floats) -> Iterator[tuple[int, Floats]]:
    for start in range(0, len(vectors), _BLOCK):
        yield start, vectors[start : start + _BLOCK] @ vectors.T


def verification_rates(comparisons: Comparisons) -> VerificationRates:
    """Sum up one-to-one comparisons. A comparison is accepted when its score reaches the threshold."""
    if not comparisons.genuine.sum() or not comparisons.impostor.sum():
        return VerificationRates(float("nan"), float("nan"), float("nan"), float("nan"))
    tar = _share_from(comparisons.genuine)
    far = _share_from(comparisons.impostor)
    crossing = int(np.argmin(np.abs((1 - tar) - far)))
    best = int(np.argmin((1 - tar) + far))
    return VerificationRates(
        tar_at_far_1e2=float(tar[np.argmax(far <= _ONE_PERCENT)]),
        tar_at_far_1e3=float(tar[np.argmax(far <= _ONE_PER_MILLE)]),
        eer=float((1 - tar[crossing] + far[crossing]) / 2),
        best_threshold=best * 2 / _BINS - 1,
    )


def _share_from(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return, per bin edge (and beyond the last), the share of comparisons at or above it."""
    from_top = np.concatenate([np.cumsum(counts[::-1])[::-1], [0]])
    return from_top / counts.sum()


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """The outcome of searching probes in a gallery.

    Attributes:
        best_score: float32 (P,), of the nearest person.
        correct: bool (P,), whether that is the probe's own person.
    """

    best_score: Floats
    correct: NDArray[np.bool_]


def search(gallery: Floats, gallery_labels: Labels, probes: Floats, probe_labels: Labels) -> Search:
    """Search every probe: float32 (P, D) among float32 (G, D), G at least 1."""
    best_score = np.empty(len(probes), dtype=np.float32)
    correct = np.empty(len(probes), dtype=np.bool_)
    for start in range(0, len(probes), _BLOCK):
        scores = probes[start : start + _BLOCK] @ gallery.T
        nearest = scores.argmax(axis=1)
        best_score[start : start + len(scores)] = scores.max(axis=1)
        correct[start : start + len(scores)] = gallery_labels[nearest] == probe_labels[start : start + len(scores)]
    return Search(best_score, correct)


def mean_templates(vectors: Floats, labels: Labels) -> tuple[Floats, Labels]:
    """Average each person's vectors, as the gallery does.

    Returns:
        float32 (P, D) of unit length, and whose they are, int64 (P,).
    """
    people, inverse = np.unique(labels, return_inverse=True)
    sums = np.zeros((len(people), vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, inverse, vectors)
    return sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), np.float32(1e-12)), people


def split_enrolment(labels: Labels, enrol: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Choose the first photos of each person for the gallery and the others as probes.

    People with too few photos for both are left out.

    Returns:
        Indices of gallery photos and of probes.
    """
    enrolled: list[NDArray[np.intp]] = []
    probes: list[NDArray[np.intp]] = []
    for label in np.unique(labels):
        own = np.flatnonzero(labels == label)
        if len(own) > enrol:
            enrolled.append(own[:enrol])
            probes.append(own[enrol:])
    nothing = np.empty(0, dtype=np.intp)
    return np.concatenate([nothing, *enrolled]), np.concatenate([nothing, *probes])


def fnir_at_fpir(known: Search, strangers: Search, fpir: float) -> tuple[float, float]:
    """Open-set identification: how many enrolled people are missed where a given share of strangers is named.

    Args:
        known: searches of enrolled people.
        strangers: searches of people who are not in the gallery.
        fpir: false-positive identification rate, the accepted share of strangers.

    Returns:
        The false-negative identification rate and the threshold that gives the FPIR; NaN without searches.
    """
    if not len(known.best_score) or not len(strangers.best_score):
        return float("nan"), float("nan")
    threshold = float(np.quantile(strangers.best_score, 1 - fpir, method="higher"))  # so that fpir is never exceeded
    accepted = known.correct & (known.best_score > threshold)
    return 1 - float(accepted.mean()), threshold


def pair_accuracy(scores: Floats, same: NDArray[np.bool_], folds: int = 10) -> float:
    """Accuracy on labelled pairs: the threshold is chosen on the other folds, then applied (LFW's protocol).

    Pairs are dealt to the folds in turn, so that each fold holds both kinds whatever their order.
    """
    fold = np.arange(len(scores)) % folds
    accuracies = [
        float(((scores[fold == k] >= _best_cut(scores[fold != k], same[fold != k])) == same[fold == k]).mean())
        for k in range(folds)
        if (fold == k).any() and (fold != k).any()
    ]
    return float(np.mean(accuracies)) if accuracies else float("nan")


def _best_cut(scores: Floats, same: NDArray[np.bool_]) -> float:
    """Return the threshold that classifies most pairs right; infinity where it is best to accept none."""
    order = np.argsort(-scores)
    right = np.cumsum(same[order]) + (~same).sum() - np.cumsum(~same[order])
    reachable = np.append(np.diff(scores[order]) < 0, True)  # a threshold accepts all pairs of one score, or none
    best = int(np.argmax(np.where(reachable, right, -1)))
    return float(scores[order[best]]) if right[best] > (~same).sum() else float("inf")
