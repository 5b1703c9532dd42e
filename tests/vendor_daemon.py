"""The real daemon, whose XMRig comes from a vendor on loopback: `python vendor_daemon.py DATA_DIR PORT VENDOR_JSON`."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from mining.daemon import serve
from mining.installs.web import Vendor
from mining.miners import all_types
from mining.miners.xmrig import XMRig
from mining.settings import Said, resolve

if __name__ == "__main__":
    said = json.loads(sys.argv[3])

    class Published(XMRig):
        """XMRig whose author is the stand-in."""

        releases = replace(XMRig.releases, key_fingerprint=said["fingerprint"], pins={})

    vendor = Vendor(said["api"], said["downloads"], tuple(said["redirects"]))
    data = Path(sys.argv[1])
    flags = {"port": int(sys.argv[2]), "log_level": "warning", "autostart_delay": 0}
    settings = resolve(Said(path=data / "config.yaml", data_dir=data, flags=flags))
    sys.exit(serve(settings, types=all_types() | {"xmrig": Published()}, vendor=vendor))
