"""The real daemon with short waits: `python tests/quick_daemon.py DATA_DIR PORT [POLICY_JSON]`.

Beside the policy, the JSON may hold `settings` for its file, and `timing` for what is told to the owner.
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from mining.daemon import serve
from mining.domain.alerts.notification import NotificationTiming
from mining.domain.restart import RestartPolicy
from mining.notifications import sender
from mining.programs.web import Vendor
from mining.settings import ResolvedSettings, SettingInputs, resolve
from mining.settings.text import read

QUICK = {"poll_interval": 1, "live_poll_interval": 0.5, "log_level": "warning", "autostart_delay": 0}
NOWHERE = Vendor("http://127.0.0.1:9", "http://127.0.0.1:9", ())  # no test asks the internet


def quick(data: Path, port: int, more: dict[str, Any]) -> ResolvedSettings:
    """Settings from a file in the data folder, which begins with short waits."""
    file = data / "config.yaml"
    if not file.exists():
        file.write_text(yaml.safe_dump(QUICK | more))
    return resolve(SettingInputs(path=file, data_dir=data, file=read(file.read_text()), flags={"port": port}))


def run(said: dict[str, Any], **how: Any) -> int:
    """Be the daemon that the command line asks for."""
    sender._LOOK = 200.0  # s; a busy machine takes long to look at targets, and must not leave that out
    timing = NotificationTiming(**said.pop("timing", {}))
    settings = quick(Path(sys.argv[1]), int(sys.argv[2]), said.pop("settings", {}))
    return serve(settings, RestartPolicy(**said), timing=timing, **how)


if __name__ == "__main__":
    sys.exit(run(json.loads(sys.argv[3] if len(sys.argv) > 3 else "{}"), vendor=NOWHERE))
