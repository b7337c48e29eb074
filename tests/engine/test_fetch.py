import errno
import hashlib
import io
import json
import os
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.engine import onnx_graphs

from faceattend.config.paths import Home
from faceattend.domain.errors import (
    LicenceNotAccepted,
    ModelAltered,
    ModelMissing,
    StorageError,
    StorageFull,
    StorageReadOnly,
)
from faceattend.engine import fetch, insightface_packs, packs
from faceattend.engine.models import resolve
from faceattend.engine.packs import PACKS, Manifest

FILES = {"detector.onnx": b"detector", "embedder.onnx": b"embedder"}


class Publisher(ThreadingHTTPServer):
    """Serves what a test puts into ``files``; counts the requests."""

    files: dict[str, bytes]
    requests: list[str]
    garbled = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Publisher

    def do_GET(self) -> None:
        self.server.requests.append(self.path)
        if self.server.garbled:
            self.wfile.write(b"this is no HTTP\r\n\r\n")
            return
        content = self.server.files.get(self.path.removeprefix("/"))
        self.send_response(200 if content is not None else 404)
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with Publisher(("127.0.0.1", 0), _Handler) as server:
        server.files, server.requests = {}, []
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def everything_in(home: Home) -> list[str]:
    return sorted(str(path.relative_to(home.root)) for path in home.root.rglob("*") if path.is_file())


class TestAPackOfFiles:
    @pytest.fixture
    def pack(self, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> Manifest:
        """A pack "plugged-in" whose two files the publisher serves."""
        publisher.files |= FILES
        zoo = packs.opencv_zoo()
        detector, embedder = (
            replace(old, name=name, sha256=hashlib.sha256(content).hexdigest(), url=f"{publisher.url}/{name}")
            for old, (name, content) in zip(zoo.model_files, FILES.items(), strict=True)
        )
        manifest = replace(
            zoo, name="plugged-in", licence="its own words", detector=detector, embedder=embedder, package=None
        )
        monkeypatch.setattr(PACKS, "names", lambda: ["plugged-in"])
        monkeypatch.setattr(PACKS, "get", lambda _: lambda: manifest)
        return manifest

    def test_it_is_fetched_with_a_note_of_who_accepted_what(self, pack: Manifest, home: Home):
        assert fetch.fetch("plugged-in", home, accepted_by="Ada") == pack
        for file in pack.model_files:
            assert packs.load(pack, file, home.models).content == FILES[file.name]
        note = json.loads((home.models / "plugged-in" / "licence-accepted.json").read_text())
        assert (note["licence"], note["accepted_by"]) == ("its own words", "Ada")
        assert note["accepted_at"].endswith("+00:00")
        assert len(everything_in(home)) == 3

    def test_without_acceptance_nobody_is_asked_for_anything(self, pack: Manifest, home: Home, publisher: Publisher):
        with pytest.raises(LicenceNotAccepted) as refused:
            fetch.fetch(pack.name, home, accepted_by=None)
        assert refused.value.remedy
        assert publisher.requests == []
        assert not home.root.exists()

    def test_another_file_than_the_published_one_is_thrown_away(self, pack: Manifest, home: Home, publisher: Publisher):
        publisher.files["detector.onnx"] = b"exchanged"
        with pytest.raises(ModelAltered, match="not the published file"):
            fetch.fetch(pack.name, home, accepted_by="Ada")
        assert everything_in(home) == []

    @pytest.mark.parametrize("trouble", ["not there", "garbled", "refused"])
    def test_a_publisher_that_cannot_be_reached_is_told_plainly(
        self, pack: Manifest, home: Home, publisher: Publisher, trouble: str
    ):
        match trouble:
            case "not there":
                publisher.files.clear()
            case "garbled":
                publisher.garbled = True
            case _:
                publisher.socket.close()
        with pytest.raises(ModelMissing, match="cannot be fetched from its publisher") as missing:
            fetch.fetch(pack.name, home, accepted_by="Ada")
        assert "network" in missing.value.remedy
        assert everything_in(home) == []

    @pytest.mark.parametrize(
        ("code", "expected"),
        [(errno.ENOSPC, StorageFull), (errno.EROFS, StorageReadOnly), (errno.EIO, StorageReadOnly)],
    )
    def test_a_disk_that_does_not_take_it_is_told_and_nothing_is_left_half_written(
        self, pack: Manifest, home: Home, monkeypatch: pytest.MonkeyPatch, code: int, expected: type[StorageError]
    ):
        def half(self: Path, data: bytes) -> int:
            with self.open("wb") as file:
                file.write(data[:3])
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(Path, "write_bytes", half)
        with pytest.raises(expected, match=os.strerror(code)) as refused:
            fetch.fetch(pack.name, home, accepted_by="Ada")
        assert str(home.models) in refused.value.what
        assert refused.value.remedy
        assert everything_in(home) == []

    def test_a_home_that_cannot_be_written_is_told(self, pack: Manifest, tmp_path: Path):
        (tmp_path / "file").write_text("no folder")
        with pytest.raises(StorageReadOnly) as refused:
            fetch.fetch(pack.name, Home(tmp_path / "file"), accepted_by="Ada")
        assert refused.value.remedy

    def test_a_file_that_nobody_publishes_cannot_be_fetched(
        self, pack: Manifest, home: Home, monkeypatch: pytest.MonkeyPatch
    ):
        unpublished = replace(pack, detector=replace(pack.detector, url=None))
        monkeypatch.setattr(PACKS, "get", lambda _: lambda: unpublished)
        with pytest.raises(ModelMissing, match=r"detector\.onnx cannot be fetched"):
            fetch.fetch(pack.name, home, accepted_by="Ada")


def archive(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as writer:
        for name, content in files.items():
            writer.writestr(name, content)
    return target.getvalue()


WHOLE = {
    "det_own.onnx": b"detector",
    "glintr100.onnx": onnx_graphs.recogniser(512),
    "genderage.onnx": onnx_graphs.landmarker(96),
}


class TestInsightFacesPacks:
    """InsightFace's own downloader, led to a server on loopback."""

    @pytest.fixture(autouse=True)
    def led_astray(self, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
        import tqdm
        from insightface.utils import storage

        monkeypatch.setattr(storage, "MODEL_ZOO_RELEASE_DOWNLOAD_URL", f"{publisher.url}/")
        monkeypatch.setattr(tqdm.tqdm, "monitor_interval", 0)  # else its thread outlives the test

    @pytest.mark.parametrize("within", ["", "antelopev2/"])
    def test_it_is_unpacked_to_where_it_is_looked_for(
        self, home: Home, publisher: Publisher, within: str, capsys: pytest.CaptureFixture[str]
    ):
        publisher.files["antelopev2.zip"] = archive({f"{within}{name}": each for name, each in WHOLE.items()})
        manifest = fetch.fetch("antelopev2", home, accepted_by="Ada")
        assert manifest == resolve("antelopev2", home)
        assert manifest.non_commercial
        assert manifest.folder == home.models / "antelopev2"
        assert packs.load(manifest, manifest.embedder, home.models).content == WHOLE["glintr100.onnx"]
        note = json.loads((home.models / "antelopev2" / "licence-accepted.json").read_text())
        assert note["licence"] == insightface_packs.LICENCE
        assert {path.name for path in home.models.iterdir()} == {"antelopev2"}  # no archive, no leftovers
        assert capsys.readouterr().out == ""

    def test_a_pack_that_is_whole_is_not_fetched_again(self, home: Home, publisher: Publisher):
        publisher.files["buffalo_l.zip"] = archive(WHOLE)
        first = fetch.fetch("buffalo_l", home, accepted_by="Ada")
        assert fetch.fetch("buffalo_l", home, accepted_by="Ada") == first
        assert len(publisher.requests) == 1

    def test_a_pack_of_which_a_file_was_removed_is_fetched_again(self, home: Home, publisher: Publisher):
        publisher.files["buffalo_l.zip"] = archive(WHOLE)
        fetch.fetch("buffalo_l", home, accepted_by="Ada")
        (home.models / "buffalo_l" / "glintr100.onnx").unlink()
        manifest = fetch.fetch("buffalo_l", home, accepted_by="Ada")
        assert packs.load(manifest, manifest.embedder, home.models).content == WHOLE["glintr100.onnx"]

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            (None, ModelMissing),
            (b"no archive", ModelAltered),
            (archive(WHOLE)[:-200], ModelAltered),
            (archive({"readme.txt": b"nothing of use"}), ModelMissing),
            (archive(WHOLE | {"det_10g.onnx": b"exchanged"}), ModelAltered),
        ],
        ids=["not there", "no archive", "cut off", "no models", "exchanged"],
    )
    def test_what_goes_wrong_leaves_nothing_that_stands_in_the_way_of_the_next_try(
        self, home: Home, publisher: Publisher, content: bytes | None, expected: type[Exception]
    ):
        publisher.files = {"buffalo_s.zip": content} if content is not None else {}
        with pytest.raises(expected):
            fetch.fetch("buffalo_s", home, accepted_by="Ada")
        assert list(home.models.iterdir()) == []
        publisher.files["buffalo_s.zip"] = archive(WHOLE)
        assert fetch.fetch("buffalo_s", home, accepted_by="Ada").name == "buffalo_s"

    def test_a_server_that_is_down_is_told_plainly(self, home: Home, publisher: Publisher):
        publisher.socket.close()
        with pytest.raises(ModelMissing, match="buffalo_l cannot be fetched from its publisher"):
            fetch.fetch("buffalo_l", home, accepted_by="Ada")

    def test_without_acceptance_nobody_is_asked_for_anything(self, home: Home, publisher: Publisher):
        with pytest.raises(LicenceNotAccepted):
            fetch.fetch("buffalo_l", home, accepted_by=None)
        assert publisher.requests == []


class TestLicences:
    @pytest.mark.parametrize("name", insightface_packs.NAMES)
    def test_insightfaces_says_what_it_forbids(self, name: str):
        assert "NON-COMMERCIAL RESEARCH PURPOSES ONLY" in fetch.licence_of(name)

    def test_the_default_packs_is_that_of_its_manifest(self):
        assert fetch.licence_of("opencv-zoo") == packs.opencv_zoo().licence

    def test_an_unknown_pack_is_an_error_that_names_the_known_ones(self):
        with pytest.raises(ModelMissing, match="'nonesuch'") as unknown:
            fetch.licence_of("nonesuch")
        assert "opencv-zoo" in unknown.value.remedy
        assert "buffalo_l" in unknown.value.remedy
