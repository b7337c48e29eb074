import time

import pytest
from pytestqt.qtbot import QtBot

from faceattend.ui.latency import LatencyProbe

pytestmark = pytest.mark.gui


def test_what_holds_the_thread_up_is_measured(qtbot: QtBot):
    probe = LatencyProbe()
    assert probe.late_ms(1.0) == 0
    probe.start()
    qtbot.wait(150)
    time.sleep(0.12)
    qtbot.wait(50)
    probe.stop()
    assert 90 < probe.late_ms(1.0) < 1000
    assert probe.late_ms(0.5) < probe.late_ms(1.0)
