"""A desk over a real station, for tests of pages and of the window."""

from collections.abc import Iterator
from contextlib import contextmanager

from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.services.station import Station
from faceattend.ui.desk import Changes, Desk, Notices
from faceattend.workers.pipeline import Pipeline
from faceattend.workers.tasks import TaskPool


@contextmanager
def desk_over(station: Station) -> Iterator[Desk]:
    """A desk whose pipeline was not started; the pools are stopped behind it."""
    questions, jobs = TaskPool("questions"), TaskPool("jobs")
    cameras = station.cameras.list(LOCAL_ADMINISTRATOR)
    pipeline = Pipeline(station, cameras)
    try:
        yield Desk(LOCAL_ADMINISTRATOR, station, pipeline, questions, jobs, Changes(), Notices())
    finally:
        assert pipeline.stop()
        assert questions.stop()
        assert jobs.stop()
