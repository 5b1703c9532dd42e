"""Every command that the guides show is run, in order, and prints what they say.

In ```console blocks, lines that begin with `$ curl` or `$ miner-ctrl` are run by a shell; a line that ends with a
backslash goes on. The lines below a command must be found in what it prints, in that order; `…` stands for anything.
Without such lines it must end well. A command that only looks is given again until what it waits for has come.
Commands that never end by themselves are left out. Tables are as wide as a terminal of 80 columns. XMRig's author is
a stand-in.
`<!-- not run: reason -->` before a block leaves it out. The daemon's address, the data folder, wallets, pools and
`/path/to/…` and the target of notifications are replaced as the guides tell their readers to.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.daemons import Daemon
from tests.demo.processes import free_port
from tests.needs import need
from tests.nodes import a_node
from tests.pool_threads import PoolThread, a_pool
from tests.standins import vendor as standin
from tests.standins.xmrig_standin import install_standin
from tests.targets import an_inbox
from tests.vendors import publish, vendor_daemon

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "docs/getting-started.md", *sorted((ROOT / "docs" / "guides").glob("*.md"))]
WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
POOLS = re.compile(r"\b(?:pool\.supportxmr\.com:\d+|POOL_HOST:PORT|HOST:PORT)")
LOOKING = re.compile(r"miner-ctrl (?:events|logs|stats|status)\b")
PATIENCE_S = 20.0
ENDLESS = re.compile(r"miner-ctrl (?:serve|demo)\b|miner-ctrl .* (?:-f|--follow)\b")
BLOCK = re.compile(
    r"(?ms)^(?:<!-- not run: (?P<why>[^\n]+?) -->\n+)?(?P<margin> *)```console\n(?P<text>.*?)^ *```$",
)


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it, and what it says that it prints."""

    line: int
    command: str
    output: tuple[str, ...]


def commands_in(block: str, line: int) -> Iterator[Shown]:
    """The commands of a block, each with the lines below it."""
    lines = block.splitlines()
    at = 0
    while at < len(lines):
        begun, said = at, lines[at]
        at += 1
        if not said.startswith("$ "):
            continue
        while said.endswith("\\") and at < len(lines):
            said += "\n" + lines[at]
            at += 1
        output = []
        while at < len(lines) and not lines[at].startswith("$ "):
            output.append(lines[at])
            at += 1
        yield Shown(line + begun, said[2:].removeprefix(".venv/bin/"), tuple(row for row in output if row.strip()))


def read_page(page: Path) -> tuple[list[Shown], list[str], int]:
    """The commands to run, why blocks are left out, and how many blocks there are."""
    text = page.read_text("utf-8")
    shown: list[Shown] = []
    left_out: list[str] = []
    blocks = list(BLOCK.finditer(text))
    for block in blocks:
        if block["why"]:
            left_out.append(block["why"])
            continue
        margin = len(block["margin"])
        dedented = "\n".join(row[margin:] for row in block["text"].splitlines())
        shown += commands_in(dedented, text[: block.start("text")].count("\n") + 1)
    ours = [each for each in shown if re.match(r"(curl|miner-ctrl) ", each.command)]
    left_out += [f"never ends: {each.command}" for each in ours if ENDLESS.match(each.command)]
    return [each for each in ours if not ENDLESS.match(each.command)], left_out, len(blocks)


def missing_from(printed: str, expected: Sequence[str]) -> str | None:
    """The first expected line that does not come in what was printed after those before it."""
    place = 0
    for row in expected:
        pattern = ".*?".join(re.escape(part) for part in row.strip().split("…"))
        found = re.compile(pattern).search(printed, place)
        if found is None:
            return row
        place = found.end()
    return None


class Reader:
    """Somebody who tries what a page shows."""

    def __init__(self, running: Daemon, pool: PoolThread, xmrig: Path, solo: Mapping[str, str]) -> None:
        self.running = running
        self.solo = solo
        self.pool = pool
        self.xmrig = xmrig

    def suited(self, command: str) -> str:
        """A command with the reader's own values in it."""
        command = re.sub(r"localhost:8080|127\.0\.0\.1:8080", f"127.0.0.1:{self.running.port}", command)
        for shown, own in self.solo.items():
            command = command.replace(shown, own)
        if (
            self.solo or (self.running.data / "programs" / "xmrig.json").exists()
        ):  # before that, only the refusal is shown
            command = re.sub(r"YOUR_WALLET(_ADDRESS)?", WALLET, command)
        command = POOLS.sub(self.pool.address, command)
        command = command.replace("/path/to/libxmrig-cuda.so", str(self.xmrig.with_name("libxmrig-cuda.so")))
        return command.replace("/path/to/xmrig", str(self.xmrig))

    def run(self, command: str) -> tuple[int, str]:
        """How a command ends, and everything it prints."""
        env = os.environ | {
            "MINING_URL": f"http://127.0.0.1:{self.running.port}/api/v1/mining",
            "MINING_DATA_DIR": str(self.running.data),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "COLUMNS": "80",
            **dict.fromkeys(("HTTPS_PROXY", "https_proxy"), "http://127.0.0.1:9"),  # nothing here leaves this machine
            **dict.fromkeys(("NO_PROXY", "no_proxy"), ""),
        }
        quiet = re.sub(r"^curl ", "curl --silent --show-error ", self.suited(command))
        ended = subprocess.run(
            ["sh", "-c", quiet], cwd=self.running.data.parent, env=env, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, timeout=60,
        )  # fmt: skip
        return ended.returncode, ended.stdout

    def reads(self, shown: Shown) -> tuple[int, str, str | None]:
        """How a command ends, what it prints, and the first line that the page shows and it does not print."""
        code, printed = self.run(shown.command)
        return code, printed, missing_from(printed, [self.suited(row) for row in shown.output])


@contextmanager
def solo_values(folder: Path) -> Iterator[Mapping[str, str]]:
    """The real monerod, a node of the reader's own that runs already, and a folder for another chain."""
    (folder / "chain").mkdir()
    (folder / "login.txt").write_text("user:password\n")
    with a_node(folder / "node", login="user:password") as node:
        yield {
            "$(command -v monerod)": str(need("monerod")),
            "127.0.0.1:18081": node.endpoint,
            "127.0.0.1:28081": f"127.0.0.1:{free_port()}",
            "$HOME/regtest": str(folder / "chain"),
        }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_shown_prints_what_is_shown(page: Path, data_dir: Path, tmp_path: Path) -> None:
    shown, left_out, blocks = read_page(page)
    print(f"{page.name}: {blocks} blocks, {len(shown)} commands run, {len(left_out)} left out:")
    print("\n".join(f"  {why}" for why in left_out))
    if not shown:
        return
    need("curl")
    (tmp_path / "bin").mkdir()
    with ExitStack() as stack:
        pool = stack.enter_context(a_pool(unverified_rx0=True, rx0_difficulty=50, share_seconds=2.0))
        inbox = stack.enter_context(an_inbox())
        vendor = stack.enter_context(standin.running())
        for version in ("6.25.0", "6.26.0"):
            (tmp_path / "bin" / standin.asset_name(version)).write_bytes(publish(vendor, version))
        (tmp_path / "bin" / "libxmrig-cuda.so").write_bytes(b"\x7fELF" + bytes(16))
        told: dict[str, Any] = {}
        if page.name == "notifications.md":
            told = {"settings": {"notify": [inbox.url]}, "timing": {"test_limit": 60.0}}
        running = stack.enter_context(vendor_daemon(data_dir, vendor, **told))
        solo = stack.enter_context(solo_values(tmp_path)) if page.name == "solo.md" else {}
        reader = Reader(running, pool, install_standin(tmp_path / "bin"), solo)
        (tmp_path / "xmrig.json").write_text(json.dumps({"pool": pool.address, "wallet": WALLET, "algo": "rx/0"}))
        (tmp_path / "passphrase.txt").write_text("correct horse battery staple\n")
        (tmp_path / "passphrase.txt").chmod(0o600)
        if page.name == "backup.md":
            running.simulate("cpu")
        for each in shown:
            patience = time.monotonic() + PATIENCE_S
            code, printed, lacking = reader.reads(each)
            while lacking is not None and LOOKING.match(each.command) and time.monotonic() < patience:
                time.sleep(0.5)  # what a program does has not come about yet: a reader looks again
                code, printed, lacking = reader.reads(each)
            where = f"{page.name}:{each.line}: {each.command}"
            assert each.output or code == 0, f"{where}\nends with {code}:\n{printed}"
            assert lacking is None, f"{where}\nshould print {lacking!r}, but:\n{printed}"


def test_a_wrong_page_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Page\n\n```console\n$ curl a \\\n  b\nfirst … line\n$ ls\n$ miner-ctrl c\n```\n\n"
        "<!-- not run: it never ends -->\n\n```console\n$ miner-ctrl serve\n```\n"
    )
    shown, left_out, blocks = read_page(page)
    assert shown == [Shown(4, "curl a \\\n  b", ("first … line",)), Shown(8, "miner-ctrl c", ())]
    assert (left_out, blocks) == (["it never ends"], 2)
    assert missing_from("the first long line\nlast", ["first … line", "last"]) is None
    assert missing_from("last\nfirst line", ["first … line", "last"]) == "first … line"
