"""The real daemon with short waits: `python tests/quick_daemon.py DATA_DIR PORT [POLICY_JSON]`."""

import json
import sys
from pathlib import Path

from mining.daemon import serve
from mining.domain.restart import RestartPolicy
from mining.installs.web import Vendor
from mining.settings import Resolved, Said, resolve
from mining.settings.text import read

QUICK = "poll-interval: 1\nlive-poll-interval: 0.5\nlog-level: warning\nautostart-delay: 0\n"
NOWHERE = Vendor("http://127.0.0.1:9", "http://127.0.0.1:9", ())  # no test asks the internet


def quick(data: Path, port: int) -> Resolved:
    """Settings from a file in the data folder, which begins with short waits."""
    file = data / "config.yaml"
    if not file.exists():
        file.write_text(QUICK)
    return resolve(Said(path=file, data_dir=data, file=read(file.read_text()), flags={"port": port}))


if __name__ == "__main__":
    policy = RestartPolicy(**json.loads(sys.argv[3] if len(sys.argv) > 3 else "{}"))
    sys.exit(serve(quick(Path(sys.argv[1]), int(sys.argv[2])), policy, vendor=NOWHERE))
