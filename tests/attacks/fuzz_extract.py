"""What atheris runs against the extractor: bytes that nobody packed, led by which lines of it they reach.

The first byte says how the rest becomes an archive, so that the fuzzer comes through packing and checksums:
as it is; as a tar, packed by gzip; the same, with each header's own checksum put right.
"""

import gzip
import resource
import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["mining.programs"]):
    from mining.domain.errors import VerificationFailed
    from mining.programs.extract import extract
    from mining.programs.tree import Bounds
    from mining.programs.unseven import unseven  # noqa: F401 - so that it is looked into too

BOUNDS = Bounds(members=50, size=1 << 20)
PLACE = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
MOST = 256 * 1024  # KiB of memory that an archive may take, beside the fuzzer's own
_BLOCK = 512
_MOST = 64  # blocks of which the checksums are put right


def peak() -> int:
    """The most memory that this process has had, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def summed(tar: bytes) -> bytes:
    """A tar whose headers have the checksums that belong to them."""
    whole = bytearray(tar)
    for start in range(0, min(len(whole) - _BLOCK + 1, _MOST * _BLOCK), _BLOCK):
        if whole[start + 257 : start + 262] == b"ustar":
            whole[start + 148 : start + 156] = b" " * 8
            whole[start + 148 : start + 156] = b"%06o\0 " % sum(whole[start : start + _BLOCK])
    return bytes(whole)


def try_one(data: bytes) -> None:
    """One archive: refused in words or unpacked, and nothing outside of its folder."""
    way, content = data[:1], data[1:]
    if way == b"1":
        content = gzip.compress(content, 1)
    elif way == b"2":
        content = gzip.compress(summed(content), 1)
    archive, into, before = PLACE / "archive", PLACE / "into", peak()
    archive.write_bytes(content)
    into.mkdir()
    try:
        extract(archive, into, ("xmrig",), BOUNDS)
    except VerificationFailed:
        pass
    finally:
        assert sorted(path.name for path in PLACE.iterdir()) == ["archive", "into"]
        inside = list(into.rglob("*"))
        assert not any(path.is_symlink() or not (path.is_file() or path.is_dir()) for path in inside)
        assert sum(path.stat().st_size for path in inside if path.is_file()) <= BOUNDS.size
        shutil.rmtree(into)
        assert peak() - before <= MOST, "one archive took too much memory"


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_one)
    try:
        atheris.Fuzz()
    finally:
        shutil.rmtree(PLACE, ignore_errors=True)
