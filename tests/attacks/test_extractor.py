"""B3: atheris looks for bytes that make the extractor crash, write outside of its folder, or take 256 MiB more."""

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.locked import fetched
from tests.programs.test_extract import BAD, GOOD

pytestmark = [pytest.mark.slow, pytest.mark.long]
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SECONDS = int(os.environ.get("MINING_FUZZ_SECONDS", "60"))


def seeds(folder: Path) -> Path:
    """Archives of honest vendors and of others: as they are, and unpacked by gzip where that is their packing."""
    folder.mkdir()
    for number, made in enumerate([*GOOD.values(), *(make() for make in BAD.values())]):
        if len(made) > 100_000:
            continue
        (folder / f"{number}").write_bytes(b"0" + made)
        if made.startswith(b"\x1f\x8b"):
            try:
                tar = gzip.decompress(made)
            except (OSError, EOFError):
                continue
            if len(tar) < 100_000:
                (folder / f"{number}-tar").write_bytes(b"1" + tar)
                (folder / f"{number}-summed").write_bytes(b"2" + tar)
    return folder


def test_no_bytes_crash_the_extractor_or_lead_it_out_of_its_folder(tmp_path: Path) -> None:
    corpus = seeds(tmp_path / "corpus")
    command = [
        sys.executable, str(HERE / "fuzz_extract.py"), str(corpus), f"-max_total_time={SECONDS}", "-rss_limit_mb=1024",
        "-max_len=100000", "-timeout=25", f"-artifact_prefix={tmp_path}/", "-print_final_stats=1",
    ]  # fmt: skip
    path = os.pathsep.join(map(str, (fetched(HERE / "atheris" / "requirements.lock"), ROOT / "src")))
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, timeout=SECONDS + 600
    )
    assert done.returncode == 0, done.stderr[-4000:]
    tried = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    assert tried is not None
    print(f"{tried[1]} archives in {SECONDS} s")
    assert int(tried[1]) > 1000
