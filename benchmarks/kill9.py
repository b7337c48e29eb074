"""Kill the agent in mid-recording, again and again: is each punch that it showed in the database, and only once?

Run: ``python benchmarks/kill9.py [ROUNDS]``. The people are the demo's, in a data folder of their own. A round starts
the real ``faceattend agent``, waits until it has shown some punches, and kills it (SIGKILL) a moment later. Then a last
agent stores what still waits on disk. Prints one JSON object: {rounds, shown, stored, lost, twice}.
"""

import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.services.demo import open_demo
from faceattend.services.station import Station

LAST_RUN_S = 5
_PUNCH = re.compile(r"^(\d\d:\d\d:\d\d)  (in|out) ?  (.{24}) (.*)  match ")

Shown = tuple[str, str, str, str]
"""A punch as it is shown: the time, the direction, the name and the camera."""


def killed_agent(home: Home, punches: int, moment_s: float) -> list[Shown]:
    """Run an agent until it has shown so many punches and a moment more; return all that it has shown."""
    command = [sys.executable, "-m", "faceattend", "agent", "--home", str(home.root)]
    shown: list[Shown] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as agent:  # noqa: S603 - our own program
        while len(shown) < punches:
            line = agent.stdout.readline() if agent.stdout else ""
            if not line:
                sys.exit("The agent ended by itself.")
            shown += punch_in(line)
        time.sleep(moment_s)
        agent.send_signal(signal.SIGKILL)
        rest = agent.stdout.read() if agent.stdout else ""
    return shown + [punch for line in rest.splitlines(keepends=True) if line.endswith("\n") for punch in punch_in(line)]


def last_agent(home: Home) -> list[Shown]:
    """Run an agent that ends by itself; return what it has shown."""
    command = [sys.executable, "-m", "faceattend", "agent", "--home", str(home.root), "--seconds", str(LAST_RUN_S)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - as above
    return [punch for line in output.splitlines() for punch in punch_in(line)]


def punch_in(line: str) -> list[Shown]:
    """Return the punch that a line shows, if it shows one."""
    found = _PUNCH.match(line)
    return [(found[1], found[2], found[3].strip(), found[4].strip())] if found else []


def figures(station: Station, rounds: int, shown: list[Shown]) -> dict[str, int]:
    """Compare what was shown with what is stored."""
    names = {person.id: person.name for person in station.people.list(LOCAL_ADMINISTRATOR)}
    cameras = {camera.id: camera.name for camera in station.cameras.list(LOCAL_ADMINISTRATOR)}
    now = datetime.now(UTC)
    punches = station.attendance.punches(LOCAL_ADMINISTRATOR, now - timedelta(days=1), now + timedelta(days=1))
    stored = Counter(
        (f"{each.local:%H:%M:%S}", each.direction.value, names[each.person_id], cameras[each.camera_id])
        for each in punches
        if each.camera_id is not None
    )
    facts = {(each.person_id, each.direction, each.at) for each in punches}
    sightings = {each.sighting_id for each in punches}
    return {
        "rounds": rounds,
        "shown": len(shown),
        "stored": len(punches),
        "lost": (Counter(shown) - stored).total(),
        "twice": 2 * len(punches) - len(facts) - len(sightings),
        "waiting": station.spool.count(),
    }


def main() -> None:
    """Run as many rounds as asked for, 20 else."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    chance = random.Random(0)  # noqa: S311 - when to kill, no secret
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home", demo=True)
        open_demo(home).close()
        shown: list[Shown] = []
        for number in range(1, rounds + 1):
            shown += killed_agent(home, chance.randint(1, 9), chance.uniform(0, 0.3))
            print(f"round {number}: {len(shown)} punches shown so far", file=sys.stderr)
        shown += last_agent(home)
        with closing(open_demo(home)) as station:
            print(json.dumps(figures(station, rounds, shown)))


if __name__ == "__main__":
    main()
