"""Installs in a process of its own that ends itself by SIGKILL before its n-th step; says how many steps there were."""

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from mining.miners.xmrig import XMRig
from mining.programs.installer import Installer
from mining.programs.version import without_network
from mining.programs.web import Vendor

STEPS = ("open", "socket.connect", "subprocess.Popen")  # and everything that changes names, os.*


def main(programs: str, api: str, downloads: str, objects: str, fingerprint: str, kill_at: str) -> None:
    kind = XMRig()
    kind.releases = replace(XMRig.releases, key_fingerprint=fingerprint, pins={})
    without_network()
    count = 0

    def step(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if str(arguments[:1]).startswith("('/proc"):
            return  # a look at other processes, of which there are now more and now fewer
        if event in STEPS or event.startswith("os."):
            count += 1
            if count == int(kill_at):
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(step)
    Installer(Path(programs), ("linux", "amd64"), Vendor(api, downloads, (objects,))).install(kind, lambda _: None)
    print(count)


if __name__ == "__main__":
    main(*sys.argv[1:])
