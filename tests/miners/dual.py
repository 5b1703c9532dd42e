"""Dual, our own miner's adapter as if its program computed a second algorithm: for the rules, not to be run."""

import json
from dataclasses import replace

from mining.domain.adapter import Launch, LaunchContext
from mining.domain.config import Config
from mining.domain.payout.credentials import credentials
from mining.miners.demo import Demo


class Dual(Demo):
    """It passes a second work on in its file."""

    supports = Demo.supports.but(
        fields=(*Demo.supports.fields, "coin", "second"), second_algorithms=("kheavyhash", "blake3")
    )

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        """As our own miner, with the second work beside its pools."""
        launch = super().launch(config, context)
        if config.second is None:
            return launch
        pool = config.second.settled
        body = json.loads(launch.files["config.json"])
        body["second"] = [pool.address.endpoint, pool.algo, *credentials(pool)]
        return replace(launch, files={"config.json": json.dumps(body).encode()})


class FreeDual(Dual):
    """The same, for pools that need not be there."""

    facts = replace(Demo.facts, checks_pool=False)
