"""Refuses files that must never come into git: secrets, faces, weights, large files, traces of one machine.

Looks at everything git tracks, or is about to, in the current folder's repository. Exits with 1 and a line for each
offence.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

LARGEST_BYTES = 1_000_000

_KINDS = {
    "a picture or video, which may show a face": "jpg jpeg jp2 webp heic tif tiff bmp mp4 mkv avi mov webm",
    "a model's weights or templates": "onnx pt pth params caffemodel tflite engine npy npz faiss bin",
    "a database": "db sqlite sqlite3",
    "a key": "key pem p12 pfx",
    "an exported report": "xlsx xls",
}
_FORBIDDEN = {suffix: what for what, suffixes in _KINDS.items() for suffix in suffixes.split()}

_TRACES = {
    "a package registry's host": re.compile(
        r"python(?:hosted)\.org|(?:pypi)\.org|registry\.(?:npmjs)|deb\.(?:debian)\.org"
    ),
    "a path of one machine": re.compile(r"(?<![\w.$}~-])/(?:work|root|home|Users)/[\w.-]+"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
}


def tracked() -> list[Path]:
    """Return the files git tracks or has staged."""
    listed = subprocess.run(["git", "ls-files", "-z"], check=True, capture_output=True, text=True)  # noqa: S607
    return [path for name in listed.stdout.split("\0") if name and (path := Path(name)).is_file()]


def offences(path: Path) -> Iterator[str]:
    """Say what speaks against a file."""
    if (what := _FORBIDDEN.get(path.suffix.lower().removeprefix("."))) is not None:
        yield f"{path}: is {what}"
    if path.stat().st_size > LARGEST_BYTES:
        yield f"{path}: is larger than {LARGEST_BYTES:,} bytes"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        for what, pattern in _TRACES.items():
            if pattern.search(line):
                yield f"{path}:{number}: holds {what}"


def main() -> int:
    """Print all offences; return the exit code."""
    found = [offence for path in tracked() for offence in offences(path)]
    for offence in found:
        print(offence)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
