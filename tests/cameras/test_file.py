import itertools
import subprocess
import sys
import time
import wave
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import av
import numpy as np
import pytest
from tests.servers import make_video, scene

from faceattend.cameras import video
from faceattend.cameras.file import open_source
from faceattend.cameras.source import open_source as open_any
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import CameraUnsupported
from faceattend.domain.vision import BgrImage, Frame

MakeCamera = Callable[..., Camera]


@pytest.fixture(scope="session")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second of video as H.264 in MP4, and as Motion JPEG in AVI."""
    folder = tmp_path_factory.mktemp("short")
    make_video(folder / "short.mp4", seconds=1)
    make_video(folder / "short.avi", seconds=1, codec="mjpeg")
    return folder


def played(camera: Camera) -> list[Frame]:
    source = open_source(camera)
    try:
        return list(iter(source.read, None))
    finally:
        source.close()


def square_at(bgr: BgrImage) -> int:
    """Where the white square of the test scene is, pixels from the left."""
    row = bgr[60].min(axis=1)
    return int(np.flatnonzero(row > 170)[0])


@pytest.mark.parametrize("name", ["short.mp4", "short.avi"])
def test_a_video_is_played_once_in_real_time(short: Path, name: str, camera_at: MakeCamera):
    camera = camera_at(f"file:{short / name}")
    began = time.monotonic()
    frames = played(camera)
    assert time.monotonic() - began == pytest.approx(1.0, abs=0.25)
    assert len(frames) == pytest.approx(15, abs=2)
    assert [frame.seq for frame in frames] == list(range(1, len(frames) + 1))
    assert {frame.camera_id for frame in frames} == {camera.id}
    assert all(frame.captured_at.tzinfo is UTC for frame in frames)
    assert all(frame.bgr.flags.c_contiguous and not frame.bgr.flags.writeable for frame in frames)
    gaps = [(b.captured_at - a.captured_at).total_seconds() for a, b in itertools.pairwise(frames)]
    assert min(gaps) > 0.02
    assert max(gaps) < 0.2


def test_the_colours_and_the_motion_are_those_of_the_scene(short: Path, camera_at: MakeCamera):
    frames = played(camera_at(f"file:{short / 'short.mp4'}"))
    assert np.abs(frames[0].bgr.astype(int) - scene(0)).mean() < 6
    squares = [square_at(frame.bgr) for frame in frames]
    assert squares == sorted(squares)
    assert squares[-1] == pytest.approx(4 * 24, abs=9)


def test_a_loop_goes_on_without_a_seam(short: Path, camera_at: MakeCamera):
    source = open_source(camera_at(f"loop:{short / 'short.mp4'}"))
    frames = [source.read() for _ in range(36)]
    source.close()
    whole = [frame for frame in frames if frame is not None]
    assert [frame.seq for frame in whole] == list(range(1, 37))
    gaps = [(b.captured_at - a.captured_at).total_seconds() for a, b in itertools.pairwise(whole)]
    assert sum(gaps) == pytest.approx(35 / 15, abs=0.3)
    assert max(gaps) < 0.2
    squares = [square_at(frame.bgr) for frame in whole]
    assert sum(after < before for before, after in itertools.pairwise(squares)) == 2


def test_the_video_waits_for_a_reader_that_paused(videos: Path, camera_at: MakeCamera):
    source = open_source(camera_at(f"file:{videos / 'door.mp4'}"))
    first = source.read()
    time.sleep(1.5)
    began = time.monotonic()
    second, third = source.read(), source.read()
    took_s = time.monotonic() - began
    source.close()
    assert first is not None
    assert second is not None
    assert third is not None
    assert [first.seq, second.seq, third.seq] == [1, 2, 3]
    assert took_s < 0.3
    assert 0 < square_at(second.bgr) - square_at(first.bgr) <= 2 * 4
    assert 0 < square_at(third.bgr) - square_at(second.bgr) <= 2 * 4


def test_of_a_video_played_slower_more_pictures_are_shown(videos: Path, camera_at: MakeCamera):
    source = open_source(camera_at(f"file:{videos / 'door.mp4'}"))
    seen = []
    while len(seen) < 15:
        frame = source.read()
        assert frame is not None
        seen.append(square_at(frame.bgr))
        time.sleep(0.07)  # longer than a picture of 25 a second is shown
    source.close()
    assert all(after - before == pytest.approx(4, abs=3) for before, after in itertools.pairwise(seen[1:]))


def test_closing_twice_is_harmless_and_ends_the_reading(short: Path, camera_at: MakeCamera):
    source = open_source(camera_at(f"loop:{short / 'short.mp4'}"))
    assert source.read() is not None
    source.close()
    source.close()
    assert source.read() is None


def test_the_kinds_are_found_by_their_entry_points(short: Path, camera_at: MakeCamera):
    source = open_any(camera_at(f"loop:{short / 'short.avi'}"))
    assert source.read() is not None
    source.close()
    with pytest.raises(CameraUnsupported, match="telepathy"):
        open_any(camera_at("telepathy:here"))


def sideways(upright: Path, path: Path) -> Path:
    """Copy a video and note "turn by 90 degrees anticlockwise" in its container, as a phone does."""
    with av.open(str(upright)) as before, av.open(str(path), "w") as after:
        stream = after.add_stream_from_template(before.streams.video[0])
        stream.set_display_rotation(90)
        for packet in before.demux(video=0):
            if packet.size:
                packet.stream = stream
                after.mux(packet)
    return path


def test_a_phones_sideways_video_is_turned_upright(short: Path, tmp_path: Path):
    bgr = next(video.frames(sideways(short / "short.mp4", tmp_path / "phone.mp4")))
    assert bgr.shape == (320, 180, 3)
    assert np.abs(bgr.astype(int) - np.rot90(scene(0))).mean() < 6


def without_pictures(whole: bytes) -> bytes:
    """Wipe the pictures of an MP4 and leave its index."""
    start = whole.index(b"mdat") + 4
    end = whole.index(b"moov") - 4
    return whole[:start] + bytes(end - start) + whole[end:]


def make_sound(path: Path) -> None:
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(8000))


def spoilt(tmp_path: Path, what: str) -> Path:
    """Make one of the files that are no video."""
    path = tmp_path / "broken.mp4"
    whole = make_video(tmp_path / "whole.mp4", seconds=0.5).read_bytes()
    contents = {
        "text": b"Dear diary, today I stood at the door.\n" * 500,
        "empty": b"",
        "cut off": whole[: len(whole) // 2],  # the index of an MP4 stands at its end
        "wiped": without_pictures(whole),
        "noise": np.random.default_rng(1).bytes(50_000),
        "playlist": b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n#EXT-X-ENDLIST\n",
        "concat": b"ffconcat version 1.0\nfile /etc/passwd\n",
    }
    if what == "folder":
        path.mkdir()
    elif what == "sound":
        make_sound(path)
    elif what != "missing":
        path.write_bytes(contents[what])
    return path


@pytest.mark.parametrize(
    "what", ["text", "empty", "cut off", "wiped", "noise", "playlist", "concat", "folder", "sound", "missing"]
)
@pytest.mark.parametrize("kind", ["file", "loop"])
def test_what_is_no_video_is_refused_with_a_remedy(tmp_path: Path, what: str, kind: str, camera_at: MakeCamera):
    path = spoilt(tmp_path, what)
    with pytest.raises(CameraUnsupported) as caught:
        open_source(camera_at(f"{kind}:{path}"))
    assert "Door" in caught.value.what
    assert "broken.mp4" in caught.value.what
    assert caught.value.remedy


def test_a_cut_off_avi_plays_what_is_there(short: Path, tmp_path: Path, camera_at: MakeCamera):
    whole = (short / "short.avi").read_bytes()
    path = tmp_path / "cut.avi"
    path.write_bytes(whole[: len(whole) // 2])
    assert 4 <= len(played(camera_at(f"file:{path}"))) <= 11


def test_damage_in_the_middle_is_passed_over(short: Path, tmp_path: Path):
    data = bytearray((short / "short.mp4").read_bytes())
    middle = len(data) // 2
    data[middle : middle + 600] = np.random.default_rng(2).bytes(600)
    path = tmp_path / "scratched.mp4"
    path.write_bytes(data)
    assert 10 <= len(list(video.frames(path))) <= 25


def test_a_looped_file_that_is_taken_away_is_an_error_and_not_an_end(
    short: Path, tmp_path: Path, camera_at: MakeCamera
):
    path = tmp_path / "here.mp4"
    path.write_bytes((short / "short.mp4").read_bytes())
    source = open_source(camera_at(f"loop:{path}"))
    path.unlink()
    with pytest.raises(CameraUnsupported, match="does not exist"):
        list(iter(source.read, None))
    source.close()


def test_a_looped_file_that_is_spoilt_meanwhile_is_an_error(short: Path, tmp_path: Path, camera_at: MakeCamera):
    path = tmp_path / "here.mp4"
    whole = (short / "short.mp4").read_bytes()
    path.write_bytes(whole)
    source = open_source(camera_at(f"loop:{path}"))
    path.unlink()
    path.write_bytes(without_pictures(whole))
    with pytest.raises(CameraUnsupported, match="no picture"):
        list(iter(source.read, None))
    source.close()


def with_time_stamps(path: Path, stamps: list[int]) -> Path:
    """Write pictures with these time stamps, in hundredths of a second."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=100)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for index, stamp in enumerate(stamps):
            frame = av.VideoFrame.from_ndarray(scene(index), format="bgr24")
            frame.pts = stamp
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def test_a_leap_in_the_time_stamps_does_not_freeze_it(tmp_path: Path, camera_at: MakeCamera):
    path = with_time_stamps(tmp_path / "leap.mkv", [0, 10, 20, 360_000, 360_010, 360_020])
    began = time.monotonic()
    assert len(played(camera_at(f"file:{path}"))) >= 4
    assert time.monotonic() - began < 2


def test_an_uneven_video_keeps_its_own_time(tmp_path: Path, camera_at: MakeCamera):
    frames = played(camera_at(f"file:{with_time_stamps(tmp_path / 'slow.mkv', [0, 10, 60, 70])}"))
    gaps = [(b.captured_at - a.captured_at).total_seconds() for a, b in itertools.pairwise(frames)]
    assert gaps == pytest.approx([0.1, 0.5, 0.1], abs=0.06)


def test_unpaced_frames_are_all_there(videos: Path):
    assert sum(1 for _ in video.frames(videos / "door.mp4")) == 250
    with pytest.raises(CameraUnsupported):
        next(video.frames(videos / "none.mp4"))


def test_playing_stays_within_its_memory(videos: Path):
    program = (
        "import resource, itertools, sys\n"
        "from pathlib import Path\n"
        "from faceattend.cameras import video\n"
        "path = Path(sys.argv[1])\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "for _ in video.frames(path): pass\n"
        "before = peak()\n"
        "for _ in range(8):\n"
        "    for _ in video.frames(path): pass\n"
        "print(peak() - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(videos / "door.mp4")], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 8_000, "kilobytes more after eight rounds"


@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "pictures", "size"),
    [("classroom.avi", 45, (270, 480, 3)), ("street-crowd-1080p.mp4", 105, (1080, 1920, 3))],
)
def test_real_clips_are_decoded_whole(shared_data: Path, name: str, pictures: int, size: tuple[int, ...]):
    frames = [frame.shape for frame in video.frames(shared_data / "video" / name)]
    assert len(frames) == pictures
    assert set(frames) == {size}
