"""XMRig's own benchmark: it computes made-up work, without a pool and without the network."""

import json
import re
from collections.abc import Sequence

from mining.domain import algorithm
from mining.domain.adapter import Launch, LaunchContext
from mining.domain.config import Config
from mining.miners.xmrig.configuration import written

SIZE = "10M"  # hashes, the most it takes; it is ended before, unless the machine is so fast
_FINISHED = re.compile(r".*\bbenchmark finished in [0-9.]+ seconds \(([0-9.]{1,20}) h/s\).*")


class XMRigBenchmark:
    """Fulfils `mining.domain.benchmark.OwnBenchmark`. Of any other algorithm it would silently measure rx/0."""

    def __init__(self, algorithms: Sequence[str]) -> None:
        self.algorithms = tuple(each for each in algorithms if each.startswith("rx/") or each == "ghostrider")

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        """The file of a miner, with a benchmark in place of pools; nothing is sent, for `submit` is not said."""
        file = written(config, context)
        del file["pools"]
        file["benchmark"] = {"size": SIZE, "algo": algorithm.canonical(config.algo or "rx/0")}
        files = {"config.json": json.dumps(file, indent=1).encode()}
        return Launch((str(context.program), f"--config={context.directory / 'config.json'}"), files)

    def result(self, line: str) -> float | None:
        """What it says when it has computed all of it; afterwards it waits for a key."""
        match = _FINISHED.match(line)
        return float(match[1]) if match else None
