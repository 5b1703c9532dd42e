"""The real daemon, whose XMRig comes from a vendor on loopback: `python vendor_daemon.py DATA_DIR PORT SAID_JSON`."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from quick_daemon import quick  # beside this script

from mining.daemon import serve
from mining.domain.restart import RestartPolicy
from mining.installs.web import Vendor
from mining.miners import all_types
from mining.miners.xmrig import XMRig

if __name__ == "__main__":
    said = json.loads(sys.argv[3])
    place = said.pop("vendor")

    class Published(XMRig):
        """XMRig whose author is the stand-in."""

        releases = replace(XMRig.releases, key_fingerprint=place["fingerprint"], pins={})

    vendor = Vendor(place["api"], place["downloads"], tuple(place["redirects"]))
    settings = quick(Path(sys.argv[1]), int(sys.argv[2]))
    sys.exit(serve(settings, RestartPolicy(**said), types=all_types() | {"xmrig": Published()}, vendor=vendor))
