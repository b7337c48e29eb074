import time

import pytest
from pytestqt.qtbot import QtBot

from faceattend.ui.latency import LatencyProbe

pytestmark = pytest.mark.gui


def test_what_holds_the_thread_up_is_measured(qtbot: QtBot):
    probe = LatencyProbe()
    assert probe.late_ms(1.0) == 0
    began = time.monotonic()
    probe.start()
    qtbot.wait(150)
    time.sleep(0.12)
    qtbot.wait(50)
    probe.stop()
    took_ms = 1000 * (time.monotonic() - began)
    assert 90 < probe.late_ms(1.0) < took_ms  # whatever else held this machine up
    assert probe.late_ms(0.5) < probe.late_ms(1.0)
