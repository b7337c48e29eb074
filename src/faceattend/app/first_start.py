"""A start that may be the first one with its data folder: is the assistant needed, or is the folder just opened?"""

from collections.abc import Callable
from dataclasses import dataclass

from faceattend.app.interruption import Interruption
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.services import setup
from faceattend.services.station import Station
from faceattend.ui.single_instance import SingleInstance

Open = Callable[[Home], Station]


@dataclass(frozen=True, slots=True, eq=False)
class SetUp:
    """How the start went.

    Attributes:
        instance: the claim to the folder that was chosen in the end.
        station: opened over it; None when the user closed the assistant: there is nothing to run.
    """

    instance: SingleInstance
    station: Station | None


def set_up(home: Home, instance: SingleInstance, open_home: Open, interruption: Interruption) -> SetUp:
    """Open a data folder; where it is new, or its assistant has not come to the end, by way of the assistant.

    Args:
        home: claimed by ``instance``.
        instance: the claim to it; let go of where another folder is chosen.
        open_home: opens a folder, beside the GUI thread.
        interruption: closes the assistant.

    Raises:
        FaceAttendError: the folder cannot be opened.
    """
    station: Station | None = None
    if not setup.is_new(LOCAL_ADMINISTRATOR, home):
        station = open_home(home)
        try:
            remains = setup.remains(LOCAL_ADMINISTRATOR, station)
        except BaseException:
            station.close()
            raise
        if interruption.wanted or not remains:
            return SetUp(instance, station)
    from faceattend.app.assisted_start import AssistedStart  # noqa: PLC0415 - a tenth of a second of every other start

    return AssistedStart(home, instance, open_home, interruption).run(station)
