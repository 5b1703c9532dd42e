"""The real daemon with short waits: `python tests/quick_daemon.py DATA_DIR PORT [POLICY_JSON]`."""

import json
import sys
from pathlib import Path

from mining.daemon import serve
from mining.domain.restart import RestartPolicy
from mining.installs.web import Vendor
from mining.settings import Settings

if __name__ == "__main__":
    policy = RestartPolicy(**json.loads(sys.argv[3] if len(sys.argv) > 3 else "{}"))
    settings = Settings(
        data_dir=Path(sys.argv[1]),
        port=int(sys.argv[2]),
        poll_interval=1.0,
        live_poll_interval=0.5,
        log_level="warning",
    )
    nowhere = Vendor("http://127.0.0.1:9", "http://127.0.0.1:9", ())  # no test asks the internet
    sys.exit(serve(settings, policy, vendor=nowhere))
