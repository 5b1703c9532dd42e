"""Packages that bring an adapter, laid out as an installer would: a module, and the metadata that names it."""

from pathlib import Path

GOOD = """
from mining.miners.simulated import Simulated


class Another(Simulated):
    name = "{name}"
    contract = 1


MINER = Another()
"""


def install(site: Path, name: str, source: str | None = None, module: str | None = None) -> None:
    """Put a package of this name into a folder of packages; its adapter is `MINER` in the module's `source`."""
    module = module or f"{name}_miner".replace("-", "_")
    site.mkdir(parents=True, exist_ok=True)
    (site / f"{module}.py").write_text((GOOD if source is None else source).replace("{name}", name))
    metadata = site / f"{module}-1.2.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.2\n")
    (metadata / "entry_points.txt").write_text(f"[mining.miners]\n{name} = {module}:MINER\n")
