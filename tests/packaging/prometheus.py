"""Prometheus' own programs: of this machine, or unpacked from Debian's package, of which nothing is installed."""

import shutil
import subprocess
from pathlib import Path

from tests.needs import find, lack

FOLDER = Path(__file__).parents[2] / ".cache" / "prometheus"


def prometheus_program(name: str) -> Path:
    """`prometheus` or `promtool`."""
    program = find(name) or FOLDER / "usr" / "bin" / name
    if not program.exists() and shutil.which("apt-get") and shutil.which("dpkg"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        quiet = {"cwd": FOLDER, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "timeout": 300}
        subprocess.run(["apt-get", "download", "prometheus"], **quiet)
        for package in FOLDER.glob("prometheus_*.deb"):
            subprocess.run(["dpkg", "--extract", str(package), str(FOLDER)], **quiet)
    return program if program.exists() else lack(name, "Debian and Ubuntu have it in the package prometheus.")
