import os
import subprocess
import sys

import pytest

from faceattend.config.opencv import forget_bundled_qt


def test_values_leading_into_opencvs_folder_are_removed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/somewhere/site-packages/cv2/qt/plugins")
    monkeypatch.setenv("QT_QPA_FONTDIR", "/somewhere/site-packages/cv2/qt/fonts")
    forget_bundled_qt()
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ
    assert "QT_QPA_FONTDIR" not in os.environ


def test_somebodys_own_value_stays(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/opt/qt6/plugins")
    monkeypatch.delenv("QT_QPA_FONTDIR", raising=False)
    forget_bundled_qt()
    assert os.environ["QT_QPA_PLATFORM_PLUGIN_PATH"] == "/opt/qt6/plugins"


def test_after_decoding_a_picture_qt_is_left_alone():
    program = (
        "import os\n"
        "from faceattend.config.images import decode_image, encode_jpeg\n"
        "import sys; assert 'cv2' not in sys.modules\n"
        "import numpy\n"
        "decode_image(encode_jpeg(numpy.zeros((8, 8, 3), numpy.uint8)), 'x')\n"
        "assert 'cv2' in sys.modules\n"
        "print([name for name in os.environ if name.startswith('QT_QPA')])\n"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_QPA")}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
