"""One mining program, from its first file to its tests: `python -m tests.miners.one NAME`, as often as you like.

It looks at the three files in the order of docs/add-a-miner.md, says of the first fault where it is and what belongs
there, writes what is made of adapters and their sentences, and runs the tests that know this program. `--play FOLDER`
writes its stand-in there instead, and says by which commands a daemon starts it.
"""

import argparse
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from mining.domain.adapter import TYPE_NAME

ROOT = Path(__file__).parents[2]
GUIDE = "docs/add-a-miner.md"
TESTS = ("tests/miners", "tests/domain/test_sentences.py", "tests/domain/test_message.py")
QUICK = "not slow and not live and not long"
LIFE = "tests/engine/test_every_program.py"
SENTENCES = ("facts", "adapters")  # the parts of the catalogue in which adapters find what they say
MESSAGES = ROOT / "docs" / "reference" / "messages.json"


def module_of(name: str) -> str:
    """The module in `mining.miners` of a miner type."""
    return name.replace("-", "_")


def files_of(name: str, root: Path = ROOT) -> tuple[Path, Path, Path]:
    """Flags, recording and adapter, whether they are there or not."""
    tests, adapter = root / "tests" / "miners", root / "src" / "mining" / "miners" / module_of(name)
    return (
        tests / "flags" / name,
        tests / "recordings" / f"{name}.contract.json",
        adapter / "__init__.py" if adapter.is_dir() else adapter.with_suffix(".py"),
    )


def missing(name: str, root: Path = ROOT) -> str | None:
    """The first of its files that is not there, and where it is told what goes into it; or why it can have none."""
    if not TYPE_NAME.fullmatch(name):
        return f"{name!r} is no name of a miner type: small letters, digits and -"
    for step, file in enumerate(files_of(name, root), 1):
        if not file.is_file():
            return f"{file.relative_to(root)} is missing; step {step} of {GUIDE} says what it holds"
    return None


def misnamed(module: ModuleType, name: str) -> str | None:
    """Why what an adapter's module holds is not the adapter of this program."""
    file = f"src/mining/miners/{module_of(name)}.py"
    if not hasattr(module, "MINER"):
        return f"{file} holds no MINER, by which it is found"
    called = str(module.MINER.name)
    return None if called == name else f"MINER of {file} has the name {called!r}; it must be {name!r}, as its files are"


def untranslated(root: Path = ROOT) -> str | None:
    """The first sentence of adapters that is not said in German yet."""
    for part in SENTENCES:
        file = root / "dashboard" / "src" / "text" / "de" / "messages" / f"{part}.ts"
        german = file.read_text("utf-8")
        for code in import_module(f"mining.domain.catalogue.{part}").TEMPLATES:
            if f"'{code}':" not in german:
                return f"{file.relative_to(root)} lacks {code}, which src/mining/domain/catalogue/{part}.py has"
    return None


def look(name: str) -> str:
    """What its three files hold; SystemExit with their first fault, or the fault of the adapter as Python has it."""
    if fault := missing(name):
        sys.exit(fault)
    from tests.standins.flags import FaultyFlags, Flags  # only now: a faulty file would not let it be imported
    from tests.standins.recordings import FaultyRecording, recording

    try:
        flags, record = Flags.of(name), recording(name)
    except (FaultyFlags, FaultyRecording) as faulty:
        sys.exit(str(faulty))
    module = import_module(f"mining.miners.{module_of(name)}")
    if fault := misnamed(module, name):
        sys.exit(fault)
    holds = {
        "flags": len(flags.sources) - len(flags.examples),
        "command lines of others": len(flags.examples),
        "replies": len(record["replies"]),
        "algorithms": len(module.MINER.facts.algorithms),
    }
    return f"{module.MINER.facts.title}: {', '.join(f'{what} {many}' for what, many in holds.items())}"


def play(name: str, folder: Path) -> str:
    """Write its stand-in into a folder; the commands by which a daemon starts it."""
    from tests.standins.program_standin import install_program

    folder.mkdir(parents=True, exist_ok=True)
    program, kind = install_program(folder.resolve(), name), import_module(f"mining.miners.{module_of(name)}").MINER
    lines = [
        f"{program} plays {name}. With a daemon (miner-ctrl serve) in another terminal:",
        f"  miner-ctrl register {name} {program}",
        "  python -m http.server 3333 --bind 127.0.0.1 &  # whatever takes connections will do as a pool",
        f"  miner-ctrl start {name} --pool 127.0.0.1:3333 --wallet somebody --algo {kind.facts.algorithms[0]}",
        f"  miner-ctrl status {name}  # its figures, its pid",
        *(f"  miner-ctrl {verb} {name}" for verb in kind.supports.verbs),
        "  kill -9 PID  # the daemon starts it again",
        f"  miner-ctrl stop {name}; miner-ctrl events",
    ]
    return "\n".join(lines)


def knowing(name: str) -> str:
    """Which tests to run, as pytest is told: those of this program, and those of none, which speak of all together."""
    from mining.miners import all_types

    others = sorted({*all_types(), "twin"} - {name})
    return f"{name} or not ({' or '.join(others)})"


def main(arguments: list[str]) -> int:
    """Look at it, and run its tests."""
    parser = argparse.ArgumentParser(prog="python -m tests.miners.one", description=str(__doc__).splitlines()[0])
    parser.add_argument("name", help="the miner type, such as tt-miner")
    parser.add_argument("--quick", action="store_true", help="leave out its life under the real supervisor")
    parser.add_argument("--play", metavar="FOLDER", type=Path, help="write its stand-in there, to try it with a daemon")
    asked = parser.parse_args(arguments)
    print(look(asked.name), flush=True)
    if asked.play is not None:
        print(play(asked.name, asked.play))
        return 0
    if fault := untranslated():
        sys.exit(fault)
    before = MESSAGES.read_bytes()
    steps = [["mining.cli.reference", "miners", "messages", "--write"]]
    steps.append(["pytest", "-q", "--tb=short", "--maxfail=5", "-m", QUICK, *TESTS, "-k", knowing(asked.name)])
    if not asked.quick:
        steps.append(["pytest", "-q", "--tb=short", "-m", "slow", LIFE, "-k", asked.name])
    for step in steps:
        if code := subprocess.run([sys.executable, "-m", *step], cwd=ROOT).returncode:
            return code
    if MESSAGES.read_bytes() != before:
        print("There is a new sentence, so build the dashboard anew: python3 run.py dashboard")
    print("Before you commit: python3 run.py check, and a line in CHANGELOG.md.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
