"""Builds the dashboard: `build.py write` makes the committed bundle, `build.py check` demands that it is identical.

`packages` only gets what both need, before tests that need some of it run abreast.

`check` compares only where a source differs from the stamp in the bundle; `check --always` builds in any case. Its
programs are those of the tests: Node from the lock of the tests, its packages from the two `package-lock.json` here.
"""

from __future__ import annotations

import filecmp
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from tests.needs import find  # noqa: E402 - the path above leads to it

BUNDLE = ROOT / "src/mining/api/dashboard"
STAMP = "stamp.json"
DOCUMENTS = [ROOT / "docs/reference" / name for name in ("openapi.json", "asyncapi.json", "messages.json")]
OTHERS = [*DOCUMENTS, ROOT / "src/mining/__init__.py"]  # the types and the version are made of them
GENERATED = ("src/api/openapi.ts", "src/api/frames.ts")


class Failed(Exception):
    """A step that had to work did not; the text says what to do."""


def main(arguments: list[str]) -> int:
    """Write or check the bundle."""
    try:
        if arguments == ["write"]:
            write()
        elif arguments == ["packages"]:
            get_packages(HERE, HERE / "tooling")
        elif arguments in (["check"], ["check", "--always"]):
            check(always="--always" in arguments)
        else:
            raise Failed("usage: build.py write | packages | check [--always]")
    except Failed as failure:
        print(f"error: {failure}", file=sys.stderr)
        return 1
    return 0


def write() -> None:
    """Types, types checked, bundle."""
    get_packages(HERE, HERE / "tooling")
    node("tooling/generate.mjs")
    node("node_modules/typescript/bin/tsc")
    with tempfile.TemporaryDirectory() as folder:
        built = bundle(Path(folder))
        shutil.rmtree(BUNDLE, ignore_errors=True)
        shutil.copytree(built, BUNDLE)
    print(f"{BUNDLE.relative_to(ROOT)}: {size(BUNDLE):,} bytes gzip in all")


def check(always: bool) -> None:
    """Whether the bundle is what its sources make, and the types what the documents say."""
    stamp = BUNDLE / STAMP
    if not always and stamp.exists() and json.loads(stamp.read_text()) == {"sources": digest()}:
        print("The bundle has the stamp of its sources.")
        return
    get_packages(HERE, HERE / "tooling")
    before = {name: (HERE / name).read_bytes() for name in GENERATED}
    node("tooling/generate.mjs")
    stale = [name for name in GENERATED if (HERE / name).read_bytes() != before[name]]
    node("node_modules/typescript/bin/tsc")
    node("node_modules/vitest/vitest.mjs", "run")
    with tempfile.TemporaryDirectory() as folder:
        differing = [*stale, *differences(bundle(Path(folder)), BUNDLE)]
    if differing:
        raise Failed(f"not what the sources make: {', '.join(differing)}. Make them anew: python3 run.py dashboard")
    print("The bundle is identical to what its sources make.")


def sources() -> Iterator[Path]:
    """All that the bundle is made of."""
    for path in sorted(HERE.rglob("*")):
        inside = path.relative_to(HERE).parts
        if path.is_file() and not {"node_modules", "__pycache__", "dist"} & set(inside):
            yield path
    yield from OTHERS


def digest() -> str:
    """One sum over all sources."""
    whole = hashlib.sha256()
    for path in sources():
        whole.update(f"{path.relative_to(ROOT)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def bundle(folder: Path) -> Path:
    """Build into a folder, with the stamp."""
    vite = ("node_modules/vite/bin/vite.js", "build", "--outDir", str(folder / "built"), "--logLevel", "warn")
    node(*vite, "--emptyOutDir")
    node(*vite, "--config", "vite.client.config.ts")
    (folder / "built" / STAMP).write_text(json.dumps({"sources": digest()}) + "\n")
    return folder / "built"


def differences(built: Path, committed: Path) -> list[str]:
    """The files that are not the same in both."""
    names = {str(path.relative_to(root)) for root in (built, committed) for path in root.rglob("*") if path.is_file()}
    _, mismatched, missing = filecmp.cmpfiles(built, committed, names, shallow=False)
    return sorted([*mismatched, *missing])


def size(folder: Path) -> int:
    """Bytes of all files, each packed."""
    return sum(len(gzip.compress(path.read_bytes())) for path in folder.rglob("*") if path.is_file())


def get_packages(*folders: Path) -> None:
    """npm's packages as the locks of these folders say, once for each lock."""
    for folder in folders:
        lock, stamp = folder / "package-lock.json", folder / "node_modules/.lock"
        if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
            continue
        print(f"  getting the packages of {lock.relative_to(ROOT)} …", flush=True)
        run(*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=folder)
        stamp.write_bytes(lock.read_bytes())


def npm() -> tuple[str, ...]:
    """The npm that came with node, else this machine's."""
    program = find("node")
    own = program.parents[1] / "lib/node_modules/npm/bin/npm-cli.js" if program else None
    if own is not None and own.exists():
        return str(program), str(own)
    other = find("npm")
    if other is None:
        raise Failed("Node and npm are missing: python3 run.py setup brings them")
    return (str(other),)


def node(*arguments: str) -> None:
    """Run one of Node's programs in the dashboard's folder."""
    program = find("node")
    if program is None:
        raise Failed("Node is missing: python3 run.py setup brings it")
    run(str(program), *arguments, folder=HERE)


def run(*command: str, folder: Path) -> None:
    """Run a command that must succeed."""
    program = find("node")
    path = f"{program.parent if program else ''}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(command, cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"{' '.join(command[1:3])} failed:\n{done.stdout[-6000:]}{done.stderr[-3000:]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
