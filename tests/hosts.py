"""Two hosts on a network of their own: network namespaces of this machine, of whose own network nothing changes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.daemons import wait_for
from tests.needs import lack, need

CLIENT = Path(__file__).with_name("host_client.py")


@dataclass(frozen=True)
class Host:
    """One of the two."""

    pid: int  # of a process that lives there
    address: str

    def argv(self, *command: str) -> list[str]:
        """A command, there."""
        return ["nsenter", f"--target={self.pid}", "--user", "--net", "--preserve-credentials", *command]

    def run(self, *command: str, text: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command there to its end."""
        return subprocess.run(
            self.argv(*command), input=text, capture_output=True, text=True, timeout=300, env=os.environ | variables
        )

    def ask(self, *requests: dict[str, Any]) -> list[dict[str, Any]]:
        """Send requests from there, in order: `url`, and perhaps `method`, `headers`, `body`, `websocket`."""
        ran = self.run(sys.executable, str(CLIENT), text=json.dumps(requests))
        assert ran.returncode == 0, ran.stderr
        answers: list[dict[str, Any]] = json.loads(ran.stdout)
        return answers


@contextmanager
def two_hosts() -> Iterator[tuple[Host, Host]]:
    """Two hosts that reach each other alone."""
    for program in ("unshare", "nsenter", "ip"):
        need(program)
    with ExitStack() as stack:
        one = Host(_living(stack, ["unshare", "--user", "--map-root-user", "--net", "sleep", "600"]), "10.99.0.1")
        other = Host(_living(stack, one.argv("unshare", "--net", "sleep", "600"), one.pid), "10.99.0.2")
        steps: Sequence[tuple[Host, str]] = (
            (one, "ip link set lo up"),
            (other, "ip link set lo up"),
            (one, f"ip link add wire0 type veth peer name wire1 netns {other.pid}"),
            (one, f"ip address add {one.address}/24 dev wire0"),
            (other, f"ip address add {other.address}/24 dev wire1"),
            (one, "ip link set wire0 up"),
            (other, "ip link set wire1 up"),
        )
        for host, command in steps:
            done = host.run(*command.split())
            if done.returncode != 0:
                lack("a network namespace", done.stderr)
        yield one, other


def _living(stack: ExitStack, argv: list[str], beside: int | None = None) -> int:
    """A process in a network of its own, for as long as the stack lives."""
    process = stack.enter_context(subprocess.Popen(argv, stderr=subprocess.PIPE))
    stack.callback(process.wait)
    stack.callback(process.terminate)
    others = {_network(os.getpid()), _network(beside or os.getpid())}

    def apart() -> bool:
        if process.poll() is not None:
            lack("a network namespace", str(process.stderr and process.stderr.read()))
        return _network(process.pid) not in others and _name(process.pid) == "sleep"

    wait_for(apart, 10, "a network of its own")
    return process.pid


def _network(pid: int) -> str:
    return os.readlink(f"/proc/{pid}/ns/net")  # noqa: PTH115 - what it links to is no path


def _name(pid: int) -> str:
    return Path(f"/proc/{pid}/comm").read_text().strip()
