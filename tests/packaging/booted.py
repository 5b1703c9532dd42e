"""The service under a systemd that boots, by hand: `python -m tests.packaging.booted FOLDER`, as root, with mmdebstrap.

Makes a tree of Debian 12 in that folder (some minutes; left there for the next time), boots it in namespaces with the
systemd-nspawn of the tree, installs the wheel in it as a user would, and walks through docs/guides/service.md.
Nothing of this machine's own systemd is touched. The machine within has no network but its own loopback.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
SUITE, PYTHON = "bookworm", "3.11"
PACKAGES = (
    "systemd", "systemd-sysv", "systemd-container", "dbus", "dbus-user-session", "libpam-systemd", "sudo", "procps",
    "python3", "python3-venv", "ca-certificates",
)  # fmt: skip
CLI = "/home/alice/.venv/bin/miner-ctrl"
PATIENCE = 90.0  # s
# In a control group of its own, and with a /run of its own to write to.
BOOT = """\
for hierarchy in /sys/fs/cgroup/systemd /sys/fs/cgroup/unified /sys/fs/cgroup; do
    test -w $hierarchy/cgroup.procs && mkdir -p $hierarchy/rig && echo $$ > $hierarchy/rig/cgroup.procs
done
mount -t tmpfs tmpfs /run && exec "$@"
"""


class BootedMachine:
    """A tree that systemd runs, as far as it was booted."""

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        self._nspawn: subprocess.Popen[bytes] | None = None

    def boot(self) -> None:
        libraries = [self.tree / "usr/lib/x86_64-linux-gnu/systemd", self.tree / "usr/lib/x86_64-linux-gnu"]
        nspawn = [
            f"{self.tree}/usr/bin/systemd-nspawn", "--quiet", "-D", f"{self.tree}", "-M", "rig", "--register=no",
            "--keep-unit", "--private-network", "--resolv-conf=off", "--timezone=off", "--console=pipe", "--boot",
        ]  # fmt: skip
        self._nspawn = subprocess.Popen(
            ["unshare", "-m", "--propagation", "private", "sh", "-c", BOOT, "sh", *nspawn],
            env=os.environ | {"LD_LIBRARY_PATH": ":".join(map(str, libraries))},
            stdin=subprocess.DEVNULL,
        )
        wait_for(lambda: self.ask("systemctl is-active multi-user.target; true", "root") == "active\n", "a boot")

    def ask(self, command: str, user: str = "alice") -> str:
        """What a command prints, in a login session of that user; an empty text where nothing can be asked."""
        assert self._nspawn is not None
        children = Path(f"/proc/{self._nspawn.pid}/task/{self._nspawn.pid}/children").read_text().split()
        if not children:
            return ""
        login = ["-p", "PAMName=login", "-p", f"User={user}", "-p", f"WorkingDirectory=/home/{user}"]
        done = subprocess.run(
            ["nsenter", "-t", children[0], "-m", "-u", "-i", "-p", "-n", "-C", "env", "-i", "PATH=/usr/bin:/usr/sbin",
             "systemd-run", "-q", "--pipe", "--wait", *(login if user != "root" else ()), "bash", "-lc", command],
            capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout + done.stderr

    def reboot(self) -> None:
        self.off("reboot")
        self.boot()

    def off(self, how: str = "poweroff") -> None:
        assert self._nspawn is not None
        self.ask(f"systemctl {how}", "root")
        try:
            self._nspawn.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._nspawn.kill()
            self._nspawn.wait()


def wait_for(holds: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"{what} did not come"
        time.sleep(0.5)


def made(tree: Path) -> None:
    """The tree, with a user alice who may use sudo, and this wheel in her home."""
    if not (tree / "home/alice").exists():
        run("mmdebstrap", "--variant=minbase", f"--include={','.join(PACKAGES)}", SUITE, tree)
        run("chroot", tree, "useradd", "-m", "-s", "/bin/bash", "alice")
        (tree / "etc/sudoers.d/alice").write_text("alice ALL=(ALL) NOPASSWD: ALL\n")
        (tree / "etc/hosts").write_text("127.0.0.1 localhost rig\n")
        (tree / "etc/hostname").write_text("rig\n")
    wheels = tree / "opt/wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    lock = ["--require-hashes", "-r", ROOT / "requirements.lock", "--python-version", PYTHON, "--only-binary=:all:"]
    run(sys.executable, "-m", "pip", "download", "-q", *lock, "-d", wheels)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels)
    install = ".venv/bin/pip install -q --no-index --find-links /opt/wheels --force-reinstall mining-platform"
    run("chroot", tree, "runuser", "-l", "alice", "-c", f"python3 -m venv .venv && {install}")


def run(*words: object) -> None:
    subprocess.run([str(word) for word in words], cwd=ROOT, check=True)


def differs(value: Callable[[], int], before: int) -> Callable[[], bool]:
    return lambda: value() not in (0, before)


def same(value: Callable[[], int | None], before: int | None) -> Callable[[], bool]:
    return lambda: value() == before


def walk(machine: BootedMachine, own: bool) -> None:
    """A unit of alice's own, or one of the machine, from its installation to its removal."""
    kind, sudo = ("", "") if own else (" --system", "sudo ")
    systemctl = "systemctl --user" if own else "sudo systemctl"

    def pid() -> int:
        return int(machine.ask(f"{systemctl} show -p MainPID --value mining-platform").strip() or 0)

    def miner() -> int | None:
        answer = machine.ask(f"{CLI} --json status m 2>/dev/null")
        state = json.loads(answer) if answer.startswith("{") else {}
        return state.get("pid") if state.get("status") == "running" else None

    def step(name: str, change: str, ready: Callable[[], object]) -> None:
        words = machine.ask(change)
        wait_for(ready, f"{name}, after {words!r},")
        print(f"ok  {'own' if own else 'system'}: {name}", flush=True)

    if own:
        machine.ask("sudo loginctl enable-linger alice")
    step("installed and running", f"{sudo}{CLI} service install{kind} --yes", pid)
    assert "Running: the daemon has pid" in machine.ask(f"{sudo}{CLI} service status{kind}")
    step("a miner", f"{CLI} start simulated --name m --pool 127.0.0.1:3333 --wallet w", miner)
    for name, change in {
        "kill -9 of the daemon": "kill -9",
        "a daemon that hangs": "kill -STOP",
        "a restart": f"{systemctl} restart mining-platform #",
    }.items():
        daemon, before = pid(), miner()
        step(f"{name}: another daemon", f"{change} {daemon}", differs(pid, daemon))
        step(f"{name}: the same miner", "true", same(miner, before))
    machine.reboot()
    step("a boot: the miner is back, and nobody logged in before", "true", miner)
    if not own:
        print("    " + machine.ask("systemd-analyze security mining-platform --no-pager").strip().splitlines()[-1])
    before = miner()
    step("removed", f"{sudo}{CLI} service uninstall{kind} --yes", lambda: not pid())
    assert str(before) in machine.ask("pgrep -f mining.demo.simulator"), "the miner goes on"
    step("all is gone", f"{CLI} --start stop m; {CLI} uninstall --everything --yes", lambda: not miner())


def main(tree: Path) -> None:
    made(tree)
    machine = BootedMachine(tree)
    machine.boot()
    try:
        for of_before in (f"sudo {CLI} service uninstall --system --yes", f"{CLI} uninstall --everything --yes"):
            machine.ask(of_before)  # of a walk that came to no end
        for own in (True, False):
            walk(machine, own)
    finally:
        machine.off()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).absolute())
