"""XMRig's adapter, for pools that need not be there."""

from dataclasses import replace

from mining.miners.xmrig import XMRig


class FreeXMRig(XMRig):
    """It differs in nothing else."""

    facts = replace(XMRig.facts, checks_pool=False)
