"""The real daemon with short waits: `python tests/quick_daemon.py DATA_DIR PORT [POLICY_JSON]`.

Beside the policy, the JSON may hold `settings`, and `patience` for what is told to the owner.
"""

import json
import sys

from mining.daemon import serve
from mining.domain.notice import Patience
from mining.domain.restart import RestartPolicy
from mining.settings import Settings

if __name__ == "__main__":
    said = json.loads(sys.argv[3] if len(sys.argv) > 3 else "{}")
    patience = Patience(**said.pop("patience", {}))
    usual = {"poll_interval": 1.0, "live_poll_interval": 0.5, "log_level": "warning"}
    whole = {"data_dir": sys.argv[1], "port": int(sys.argv[2])} | usual | said.pop("settings", {})
    settings = Settings.model_validate_json(json.dumps(whole))
    sys.exit(serve(settings, RestartPolicy(**said), patience=patience))
