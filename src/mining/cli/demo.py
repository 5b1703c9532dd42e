"""The demo: a pool, a daemon and a small real miner on this machine alone, shown at work until Ctrl-C."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import click

from mining.cli import tables
from mining.cli.children import Child, free_port, lines_of, lock_of
from mining.cli.client import FAILED, Api, Refusal
from mining.cli.columns import card
from mining.cli.session import WholeNumber
from mining.client.address import DaemonAddress
from mining.domain.shell import command, pasted
from mining.foundation.command_line import APP, usual_folder
from mining.foundation.platform import END_SIGNALS, arguments, ask_to_end, born, private_folder

FIRST_PORT = 8080
READY = 60.0  # seconds a child may take to answer: the first start compiles, and an antivirus looks at each file
LOOK = 0.5  # seconds between looks
NAMESPACE = "/api/v1/mining"


@click.command()
@click.option("--data-dir", type=click.Path(file_okay=False, path_type=Path), help="The demo's own data folder.")
@click.option(
    "--port",
    type=WholeNumber(1, 65535),
    default=FIRST_PORT,
    show_default=True,
    help="The API's port, or the next free one.",
)
@click.option("--threads", type=WholeNumber(1, 64), default=1, show_default=True, help="Threads of the miner.")
def demo(data_dir: Path | None, port: int, threads: int) -> None:
    """Mine for real on this machine alone, to try everything.

    Nothing is downloaded and nothing leaves this machine: the pool runs here too, and its coins are worth nothing.
    """
    if data_dir is None:
        from platformdirs import user_data_path

        data_dir = user_data_path(f"{APP}-demo", appauthor=False)
    data = data_dir.expanduser().absolute()
    private_folder(data, parents=True)
    with lock_of(data / "demo.json") as notice:
        if notice is None:
            say_what_runs(data)
            return
        end_leftovers(data)
        show(data, port, threads, notice)


def show(data: Path, port: int, threads: int, notice: Callable[[Any], None]) -> None:
    """Start all three, show shares until told to stop, end all three."""
    pool = Child("pool", [*_python("mining.demo.demo_pool"), "--host", "127.0.0.1", "--port", "0"], data / "pool.log")
    port = free_port(port)
    daemon = Child("daemon", daemon_argv(data, port), data / "daemon.log")
    api = Api(DaemonAddress(f"http://127.0.0.1:{port}{NAMESPACE}"), timeout=30)

    def tell() -> None:
        notice({"pid": os.getpid(), "url": api.url, "poolPid": pool.pid})

    with stopped_by_signal():
        try:
            pool.start()
            tell()  # at once, so that the next demo finds this pool even if we are cut off now
            address = pool_address(pool)
            pool.argv[-1] = address.rpartition(":")[2]  # started again, it must be where the miner looks for it
            daemon.start()
            version = answering(api, daemon)["platformVersion"]
            start_miner(api, address, threads)
            click.echo(banner(version, api.url, address, data, daemon.pid or 0))
            watch(api, [pool, daemon], tell)
        except KeyboardInterrupt:
            click.echo("\nEnding the miner, the daemon and the pool …")
        finally:
            end_all(api, daemon, pool)
        click.echo("All three have ended.")


def daemon_argv(data: Path, port: int) -> list[str]:
    """The daemon as a child: looks every second, and takes its miner with it."""
    flags = ("--data-dir", str(data), "--port", str(port), "--namespace", NAMESPACE, "--poll-interval", "1")
    own = ("--stop-miners-on-exit", "--autostart-delay", "0")
    return [*_python("mining.cli.main"), "serve", "--host", "127.0.0.1", *flags, *own]


def _python(module: str) -> tuple[str, str, str]:
    return sys.executable, "-m", module


def pool_address(pool: Child) -> str:
    """host:port, as the pool prints it once it listens."""
    end = time.monotonic() + READY
    while time.monotonic() < end and pool.alive():
        for line in lines_of(pool.log):
            if line.startswith("listening on "):
                return line.removeprefix("listening on ").strip()
        time.sleep(0.02)
    raise Refusal(f"the pool did not start:\n{pool.last_words()}", FAILED)


def answering(api: Api, daemon: Child) -> Any:
    """What the daemon says of its machine, once it answers."""
    end = time.monotonic() + READY
    while daemon.alive():
        try:
            return api.get("/info")
        except Refusal:
            if time.monotonic() > end:
                break
            time.sleep(0.05)
    raise Refusal(f"the daemon did not start:\n{daemon.last_words()}", FAILED)


def start_miner(api: Api, pool: str, threads: int) -> None:
    """Start the miner; one that came back with the daemon is told of the new pool."""
    body = {"pool": pool, "wallet": "demo", "threads": threads}
    try:
        api.post("/miners/demo", body)
    except Refusal as refusal:
        if refusal.code != "MINER_ALREADY_RUNNING":
            raise
        api.post("/miners/demo/restart", body)


def banner(version: str, url: str, pool: str, data: Path, pid: int) -> str:
    """What runs, where to look, how to stop."""
    from mining.storage.folder import daemon_of

    plain = f":{FIRST_PORT}/" in url and daemon_of(usual_folder()) is None  # else a command would ask another daemon
    elsewhere = [] if plain else ["--url", url]
    ask = command([str(Path(sys.executable).with_name("miner-ctrl")), *elsewhere, "status"])
    facts = card(
        (
            ("  Dashboard", dashboard_of(url)),
            ("  Miner", "demo, a small real SHA-256d miner"),
            ("  Pool", f"{pool}, which checks every share; nothing leaves this machine"),
            ("  Daemon", f"pid {pid}, version {version}"),
            ("  API", url),
            ("  Swagger", f"{url}/swagger/index.html"),
            ("  Data", str(data)),
        )
    )
    show = f"Show its status from another shell: {ask}"
    return f"Mining for real, without earnings:\n{facts}\n{show}\nCtrl-C ends everything.\n"


def dashboard_of(url: str) -> str:
    """Where the dashboard is, by the address of the API."""
    return f"{url.removesuffix(NAMESPACE)}/"


def watch(api: Api, children: Sequence[Child], changed: Callable[[], None]) -> None:
    """Show shares as they are accepted; start again what dies; only a signal ends this."""
    live = sys.stdout.isatty()
    new_line = "\n" if live else ""
    seen = 0
    while True:
        for child in children:
            if not child.alive():
                click.echo(f"{new_line}The {child.name} has ended; it is started again.")
                child.start_again()
                changed()
        with suppress(Refusal):  # while the daemon comes back
            miner = api.get("/miners/demo")
            accepted = miner["stats"]["shares"]["accepted"] or 0
            if live:
                click.echo(f"\r\x1b[2K{progress(miner)}", nl=False)
            elif accepted > seen:
                click.echo(progress(miner))
            seen = accepted
        time.sleep(LOOK)


def progress(miner: dict[str, Any]) -> str:
    """One line: shares so far, and how fast."""
    stats = miner["stats"]
    accepted, rejected = (stats["shares"][kind] or 0 for kind in ("accepted", "rejected"))
    if not accepted:
        return f"{tables.status(miner)}, {tables.hashrate(miner['hashrate'])}; the first share takes some seconds"
    counted = f"{accepted} {'share' if accepted == 1 else 'shares'} accepted, {rejected} rejected"
    return (
        f"{tables.status(miner)}  {counted}  {tables.hashrate(miner['hashrate'])}  up {tables.lasting(stats['uptime'])}"
    )


def end_all(api: Api, daemon: Child, pool: Child) -> None:
    """Miner first, so that it stays stopped; then the daemon, then the pool."""
    if daemon.alive():
        with suppress(Refusal):
            api.delete("/miners/demo")
    daemon.end()
    pool.end()


def say_what_runs(data: Path) -> None:
    """What a second run tells."""
    other = read_notice(data / "demo.json")
    url = str(other.get("url", ""))
    click.echo(f"The demo already runs (pid {other.get('pid', '?')}).")
    if url:
        where = (("  Dashboard", dashboard_of(url)), ("  API", url), ("  Swagger", f"{url}/swagger/index.html"))
        click.echo(card((*where, ("  Data", str(data)))))
        with suppress(Refusal):
            click.echo(tables.miners(Api(DaemonAddress(url), timeout=5).all("/miners")["items"]))
    other_way = pasted(f", or with: kill {other.get('pid', 'PID')}", ".")
    click.echo(f"End it with Ctrl-C where it runs{other_way}")


def end_leftovers(data: Path) -> None:
    """End the daemon and the pool of a demo that was cut off; its miner ends with its daemon."""
    with lock_of(data / "daemon.json") as free:
        daemon = None if free else read_notice(data / "daemon.json").get("pid")
    if isinstance(daemon, int):
        click.echo(f"An earlier demo was cut off; ending its daemon (pid {daemon}) …")
        _end_stranger(daemon, "mining.cli.main")
    pool = read_notice(data / "demo.json").get("poolPid")
    if isinstance(pool, int):
        _end_stranger(pool, "mining.demo.demo_pool")


def _end_stranger(pid: int, module: str) -> None:
    """End a process that is not our child, if it still is what it was."""
    if module not in (arguments(pid) or ()):
        return
    ask_to_end(pid)
    end = time.monotonic() + READY
    while born(pid) is not None and time.monotonic() < end:
        time.sleep(0.05)


def read_notice(path: Path) -> dict[str, Any]:
    """What a process wrote down about itself; empty when that is unreadable."""
    try:
        read = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


@contextmanager
def stopped_by_signal() -> Iterator[None]:
    """SIGTERM and a closed terminal are a Ctrl-C too."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in before:
            signal.signal(each, signal.SIG_IGN)  # the end is already on its way
        raise KeyboardInterrupt

    before = {each: signal.signal(each, stop) for each in END_SIGNALS}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


COMMANDS = {"demo": demo}
