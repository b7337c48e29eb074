"""How soon a camera that goes away is told, and how soon it is back: the real agent beside a real RTSP server.

Run from the repository's root: ``uv run python -m benchmarks.rtsp_return [ROUNDS]``. Prints JSON: per round the seconds
from the server's end until the agent says so (``noticed_s``) and from its return until "Live" (``back_s``), and at what
rate the other camera, a looped file, was analysed meanwhile, every ten seconds (``other_analysed_per_s``).
"""

import json
import os
import queue
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.servers import RtspServer, make_video

AGENT = [sys.executable, "-m", "faceattend"]
PATIENCE_S = 30.0


def listen(agent: "subprocess.Popen[str]", lines: "queue.Queue[tuple[float, str]]", told: list[str]) -> None:
    """Note each line the agent prints, and when."""
    for line in agent.stdout or ():
        lines.put((time.monotonic(), line))
        told.append(line)


def wait_for(lines: "queue.Queue[tuple[float, str]]", text: str) -> float:
    """Return the moment of the next line that holds the text."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        moment, line = lines.get(timeout=deadline - time.monotonic())
        if text in line:
            return moment


def measure(rounds: int, folder: Path) -> dict[str, object]:
    """Stop and start the server under a running agent."""
    make_video(folder / "door.mp4")
    server = RtspServer(folder).start()
    environment = {
        **os.environ,
        "FACEATTEND_KEY_FILE": str(folder / "key"),
        "FACEATTEND_HOME": str(folder / "home"),
        "PYTHONUNBUFFERED": "1",
    }
    for name, source in (("Gate", server.url("door.mp4")), ("Yard", f"loop:{folder / 'door.mp4'}")):
        add = [*AGENT, "cameras", "add", name, source, "--role", "both"]
        subprocess.run(add, env=environment, check=True, capture_output=True)  # noqa: S603 - our own program
    agent = subprocess.Popen(  # noqa: S603 - our own program
        [*AGENT, "agent"], env=environment, stdout=subprocess.PIPE, text=True
    )
    lines: queue.Queue[tuple[float, str]] = queue.Queue()
    told: list[str] = []
    reader = threading.Thread(target=listen, args=(agent, lines, told))
    reader.start()
    noticed: list[float] = []
    back: list[float] = []
    try:
        wait_for(lines, "Gate: Live")
        for _ in range(rounds):
            time.sleep(2)
            server.kill()
            gone = time.monotonic()
            noticed.append(round(wait_for(lines, "Gate: ") - gone, 2))
            time.sleep(6)
            server.start()
            returned = time.monotonic()
            back.append(round(wait_for(lines, "Gate: Live") - returned, 2))
        wait_for(lines, "Yard: live")
    finally:
        agent.terminate()
        agent.wait()
        reader.join()
        server.close()
    rates = [float(rate) for rate in re.findall(r"Yard: live, .*?([\d.]+) analysed/s", "".join(told))]
    return {"rounds": rounds, "noticed_s": noticed, "back_s": back, "other_analysed_per_s": rates}


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(rounds, Path(folder))))


if __name__ == "__main__":
    main()
