"""Makes a Monero node mine: one that runs already, which is only told to start and stop mining, or one of its own."""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any

from mining.domain.payout.login import mask
from mining.drivers.driver_options import DriverOptions, read_options, unfit_folder
from mining.drivers.node_rpc import NodeRefusal, NodeRpc, NodeSilent, NodeState
from mining.drivers.node_stand import Stand, stand
from mining.foundation.apart import apart
from mining.foundation.loopback_api import Answer, answer_json, serve_loopback
from mining.foundation.platform import ask_to_end, on_end
from mining.foundation.program_log import log
from mining.foundation.tasks import TaskGroup, end, guarded, owned

BAD_CONFIG, PORT_TAKEN, NODE_ENDED, NO_FOLDER = 2, 3, 4, 5
_PACE = 2.0  # s between two looks at the node
_PATIENCE = 1.5  # s that whoever pauses or resumes waits for the node to obey
_AGAIN = 15.0  # s until a node that would not mine is asked once more
_ALGORITHMS = {"RandomX": "rx/0"}


class MonerodDriver:
    """Looks at its node again and again, and tells it to mine or to rest; it starts a node at most once."""

    def __init__(self, options: DriverOptions) -> None:
        self._options = options
        self._endpoint = options.pool
        self._rpc = NodeRpc(options.host, options.rpc_port, options.login)
        self._own: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._turns = TaskGroup()
        self._resting = False
        self._begun: int | None = None  # the life of the node in which it mines by our word
        self._touched: int | None = None  # the same, also where it has not answered to that word yet
        self._node: NodeState | None = None
        self._stand: Stand | None = None
        self._issue: str | None = None  # why it cannot be used
        self._told = ""  # the last line about it
        self._again = 0.0  # when a node that refused to mine is asked next
        self._since: float | None = None  # when it last began to answer
        self._failures = 0

    async def run(self) -> int:
        """Drive the node until told to end; the exit code."""
        ended = asyncio.Event()
        on_end(asyncio.get_running_loop(), ended.set)
        try:
            server = await serve_loopback(self._options.port, self._options.token, self._answer)
        except OSError:
            log("api", f"port {self._options.port} is taken, ending")
            return PORT_TAKEN
        if (failure := await self._start_node()) is not None:
            return failure
        duties = [owned("ended", ended.wait()), guarded("node", self._attend())]
        if self._own is not None:
            duties.append(guarded("own node", self._own_ends(self._own)))
        await asyncio.wait(duties, return_when=asyncio.FIRST_COMPLETED)
        if ended.is_set():
            log("miner", "told to end")
        async with AsyncExitStack() as stack:
            if self._own is None:  # what it is being told must have its effect before that is taken back
                await stack.enter_async_context(self._turn)
            await end(*duties)
            await self._turns.end()
        await self._finish()
        server.close()
        return 0 if ended.is_set() else NODE_ENDED

    # ——— the node

    async def _start_node(self) -> int | None:
        """Start a node where that is asked for, unless one answers at its place; the exit code where that fails."""
        options = self._options
        if not options.data_dir:
            return None
        try:
            with suppress(NodeRefusal):
                await apart(self._rpc.state)
            log("node", f"one runs at {self._endpoint} already, so none is started")
        except NodeSilent:
            if issue := await apart(unfit_folder, Path(options.data_dir)):
                log("node", f"dataDir {options.data_dir} {issue}")
                return NO_FOLDER
            self._rpc = NodeRpc(options.host, options.rpc_port, options.own_login)
            try:  # it inherits the lock of our run folder, by which it is seen should we end before it
                self._own = await asyncio.create_subprocess_exec(
                    *options.argv, env={**os.environ, **options.env}, stdin=asyncio.subprocess.DEVNULL, close_fds=False
                )
            except OSError as error:
                log("node", f"{options.argv[0]} cannot be started: {error.strerror}")
                return NODE_ENDED
            log("node", f"started, pid {self._own.pid}")
        return None

    async def _own_ends(self, node: asyncio.subprocess.Process) -> None:
        code = await node.wait()
        log("node", f"ended by signal {-code}" if code < 0 else f"ended with code {code}")

    async def _attend(self) -> None:
        while True:
            await self._look()
            await asyncio.sleep(_PACE)

    async def _look(self) -> None:
        """One look at the node, and what follows from it."""
        async with self._turn:
            try:
                node = await self._state()
                self._stand = stand(node, self._options.wallet, self._begun, self._resting)
                await self._act(node, self._stand)
            except NodeSilent as silent:
                self._silent(str(silent))
            except NodeRefusal as refusal:
                self._tell(f"{self._endpoint} refuses: {refusal}", issue=str(refusal))

    async def _state(self) -> NodeState:
        """What the node says now; once it speaks to us no more, what it has said before is no longer true."""
        try:
            node = await apart(self._rpc.state)
        except NodeRefusal:
            self._node = self._stand = self._since = None
            raise
        if self._node is None:
            self._since, self._told = time.monotonic(), ""
            log("node", f"connected to {self._endpoint}, monerod {node.version or 'of unknown version'}")
        elif node.life != self._node.life:
            log("node", f"{self._endpoint} was restarted")
        self._node = node
        return node

    @property
    def _starting(self) -> bool:
        """Whether the node that we started has not answered yet."""
        return self._own is not None and self._since is None and not self._failures

    def _silent(self, why: str) -> None:
        if self._starting:
            return
        self._again = 0.0
        if self._node is not None:
            self._failures += 1
            self._node = self._stand = self._since = None
            self._tell(f"lost {self._endpoint}: {why}", issue=why)
        else:
            self._tell(f"{self._endpoint} cannot be used: {why}", issue=why)

    async def _act(self, node: NodeState, place: Stand) -> None:
        self._issue = None
        if place == "begin":
            if time.monotonic() < self._again:
                self._issue = self._told
                return
            self._again = time.monotonic() + _AGAIN
            self._touched = node.life
            await apart(self._rpc.start_mining, self._options.wallet, self._options.threads)
            self._begun, self._again = node.life, 0.0
            self._stand = "preparing"
        elif place == "end":
            await apart(self._rpc.stop_mining)
            self._begun = self._touched = None
            self._stand = "resting"
        elif place in ("mining", "preparing", "syncing") and node.active:
            self._begun = self._touched = node.life
        self._tell_of(node, self._stand or place)

    def _tell_of(self, node: NodeState, place: Stand) -> None:
        """Each change of where the mining stands, in a line."""
        if place == "taken":
            whose = mask(node.address)
            self._tell(f"{self._endpoint} refuses: it mines for another wallet, {whose}; stop that there first", whose)
        elif place == "mining":
            self._tell(f"mining with {node.threads} threads", part="miner")
        elif place == "syncing":
            self._tell("waiting for the node, which is not in step with its network yet", part="miner")
        elif place == "resting":
            self._tell("paused", part="miner")
        elif place == "stopped":
            self._tell("paused, as somebody told the node to stop mining; resume to go on", part="miner")

    def _tell(self, line: str, issue: str | None = None, part: str = "node") -> None:
        if issue is not None:
            self._issue = issue
        if line != self._told:
            self._told = line
            log(part, line)

    async def _finish(self) -> None:
        """End the node that we started; let one that was there before stop what we told it to do, and nothing else."""
        if self._own is not None:
            if self._own.returncode is None:  # by force it could damage its chain
                await apart(ask_to_end, self._own.pid)
            await self._own.wait()
            return
        try:
            node = await apart(self._rpc.state)
            if node.active and self._touched == node.life:
                await apart(self._rpc.stop_mining)
                log("miner", f"stopped mining at {self._endpoint}, which runs on")
        except (NodeSilent, NodeRefusal) as error:
            log("node", f"{self._endpoint} could not be told to stop mining: {error}")

    # ——— our own API

    async def _answer(self, method: str, path: str) -> Answer:
        routes = {"/summary": "GET", "/payees": "GET", "/pause": "POST", "/resume": "POST"}
        if path not in routes:
            return answer_json({}, 404)
        if method != routes[path]:
            return answer_json({}, 405)
        if path == "/payees":
            return self._payees()
        if path != "/summary":
            self._resting = path == "/pause"
            self._begun, self._again = (self._begun if self._resting else None), 0.0
            await asyncio.wait({self._turns.begin("obey", self._look())}, timeout=_PATIENCE)
        return answer_json(self._summary())

    def _payees(self) -> Answer:
        """For whom we make the node mine, and for whom it does where it mines by our word."""
        node = self._node
        if node is None:
            return answer_json({}, 503)
        live = [node.address] if node.active and self._begun == node.life else []
        return answer_json({"pool": self._endpoint, "wallets": [self._options.wallet, *live]})

    def _summary(self) -> dict[str, Any]:
        node, place = self._node, self._stand
        rests = place in ("resting", "stopped")
        usable = None if self._starting else node is not None and self._issue is None
        waits = "starting" if self._starting else _waits(node) if place == "syncing" else None
        rate = {"mining": node.speed, "resting": 0, "stopped": 0}.get(place or "") if node is not None else None
        return {
            "id": self._options.id,
            "version": node.version if node else None,
            "algo": _ALGORITHMS.get(node.algorithm or "", node.algorithm) if node else None,
            "hashrate": rate,
            "threads": node.threads if node and node.active else None,
            "difficulty": node.difficulty if node else None,
            "height": node.height if node else None,
            "own": self._own is not None,
            "connection": {
                "pool": self._endpoint,
                "connected": usable,
                "uptime": int(time.monotonic() - self._since) if usable and self._since is not None else 0,
                "failures": self._failures,
            },
            "paused": rests,
            "preparing": self._starting or (usable and place in ("begin", "preparing", "syncing")),
            "waitsFor": _words(node, waits) if waits else None,
            "waits": waits,
            "targetHeight": node.target_height if node else None,
        }


def _waits(node: NodeState | None) -> str:
    """What it waits for, as a word of its adapter."""
    return "silent" if node is None else "behind" if node.target_height > node.height else "not_in_step"


def _words(node: NodeState | None, waits: str) -> str:
    """The same as the adapters of 0.2.0 show it."""
    if waits == "behind" and node is not None:
        return f"the node is not in step with its network yet: block {node.height} of {node.target_height}"
    return {"starting": "the node is starting", "silent": "the node does not answer"}.get(
        waits, "the node is not in step with its network yet"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Drive a node; the exit code."""
    parser = argparse.ArgumentParser(prog="monerod-driver", description=__doc__)
    parser.add_argument("program", help="what it drives, for whoever looks at the list of processes")
    parser.add_argument("--config", type=Path, required=True)
    try:
        options = read_options(parser.parse_args(argv).config.read_bytes())
    except (OSError, TypeError, ValueError, RecursionError) as error:
        log("config", f"unusable configuration: {error}")
        return BAD_CONFIG
    return asyncio.run(MonerodDriver(options).run())


if __name__ == "__main__":
    sys.exit(main())
