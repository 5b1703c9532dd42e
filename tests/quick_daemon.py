"""The real daemon with short waits: `python tests/quick_daemon.py DATA_DIR PORT [POLICY_JSON]`."""

import json
import sys
from pathlib import Path

from mining.daemon import serve
from mining.domain.restart import RestartPolicy
from mining.settings import Said, resolve
from mining.settings.text import read

QUICK = "poll-interval: 1\nlive-poll-interval: 0.5\nlog-level: warning\nautostart-delay: 0\n"

if __name__ == "__main__":
    policy = RestartPolicy(**json.loads(sys.argv[3] if len(sys.argv) > 3 else "{}"))
    data = Path(sys.argv[1])
    file = data / "config.yaml"
    if not file.exists():
        file.write_text(QUICK)
    said = Said(path=file, data_dir=data, file=read(file.read_text()), flags={"port": int(sys.argv[2])})
    sys.exit(serve(resolve(said), policy))
