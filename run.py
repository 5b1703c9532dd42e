#!/usr/bin/env python3
"""Sets up .venv and runs what this repository can do: `python3 run.py [VERB]`; `--help` lists the verbs.

Needs Python 3.11 or newer, and uv or pip; everything else comes with hashes from requirements*.lock into .venv.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "set-up.json"
PRODUCT, TESTS = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
PROJECT = (ROOT / "pyproject.toml", ROOT / "src/mining/__init__.py")  # what the installed metadata is made of
NOT_OURS = ("PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV")
PIP_STRAYS = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV")  # lead out of .venv


SLOWEST = ("--durations", "15")  # which are named at the end
ABREAST = ("-n", str(min(6, 2 * (os.cpu_count() or 2))), "--dist", "worksteal")  # they wait more than they compute
FEW = 3  # tests that fail beside others have a second try by themselves; more than that have not
QUICK = ("-n", str(min(4, 2 * (os.cpu_count() or 2))), "--dist", "worksteal")  # some wait
PLATFORMS = ("linux", "win32", "darwin")  # as mypy calls Linux, Windows and macOS
FEWER_EXAMPLES = ("--hypothesis-profile", "check")
# that tests need, and Debian packages
PROGRAMS = (
    "Xvfb", "age", "chromium", "curl", "fish", "groff", "monerod", "osslsigncode", "systemd-analyze", "wine64", "zsh",
)  # fmt: skip
LIBRARIES = "from mining.desktop.requirements import loadable, missing_packages; print(*missing_packages(loadable))"
MISSING = f"from tests.needs import find; print(*(name for name in {PROGRAMS} if find(name) is None)); {LIBRARIES}"

# Of Debian, where a program has another name than its package.
PACKAGES = {"Xvfb": "xvfb", "monerod": "monero", "systemd-analyze": "systemd"}


class Failed(Exception):
    """Something that had to work did not; the text says what to do."""


def main(arguments: list[str]) -> int:
    """Run one verb."""
    show_all_signs()
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("demo", [])
    verbs = {verb.__name__: verb for verb in (demo, setup, test, check, types, bench, docs, dashboard, package)}
    if verb in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    if verb not in verbs:
        print(f"run.py knows no {verb!r}.\n{USAGE}", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    try:
        return verbs[verb](rest)
    except Failed as failure:
        print(f"error: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


CALLED = "python" if WINDOWS else "python3"
USAGE = """usage: python3 run.py [demo]                  mine for real on this machine alone, to see it all work
       python3 run.py setup                   only set up .venv, for the product and its tests
       python3 run.py test [--long] [ARGS]    every test (ARGS go to pytest); --quick: those that are
       python3 run.py check                   format, lint, types, import contracts, quick tests
       python3 run.py types                   the types, as on Linux, Windows and macOS
       python3 run.py bench                   measure, against the limits
       python3 run.py docs                    make the documents' site, and check its links
       python3 run.py dashboard               build the dashboard's bundle anew, after a change below dashboard/
       python3 run.py package                 build the wheel and the sdist, below dist/"""
USAGE = USAGE.replace("python3 run.py", f"{CALLED} run.py")


# ——— verbs


def demo(arguments: list[str]) -> int:
    """Pool, daemon and miner in the foreground."""
    prepare(PRODUCT)
    data = ["--data-dir", str(ROOT / ".cache/demo")] if "--data-dir" not in arguments else []
    command = [str(PYTHON), "-m", "mining.cli.main", "demo", *data, *arguments]
    sys.stdout.flush()
    if not WINDOWS:
        os.execve(command[0], command, environment())
    return become(command)


def setup(arguments: list[str]) -> int:
    """Everything that the other verbs need."""
    prepare(TESTS)
    print(f"Ready. The command line is {(SCRIPTS / 'miner-ctrl').relative_to(ROOT)}")
    return 0


def test(arguments: list[str]) -> int:
    """Every test that can run here; the others are listed by name at the end of their part."""
    long, quick = "--long" in arguments, "--quick" in arguments
    arguments = [argument for argument in arguments if argument not in ("--long", "--quick")]
    left_out = [*([] if long else ["not long"]), *([] if os.environ.get("MINING_XMRIG") else ["not live"])]
    left_out += ["not slow"] if quick else []
    prepare(TESTS)
    get_tools()
    get_packages()
    pytest = ("-m", "pytest", "-p", "tests.needs")
    if arguments or quick:
        return run(*pytest, "-m", " and ".join(left_out), *arguments)
    abreast = ("-q", *SLOWEST, *ABREAST, "--cache-clear", "-m", "not alone and not long and not live")
    steps = {
        "tests that run abreast": (*pytest, *abreast),
        "tests that run alone": (*pytest, *SLOWEST, "-m", " and ".join(["(alone or long or live)", *left_out])),
    }
    return run_all(steps, {"tests that run abreast": (*pytest, "--last-failed")})


def check(arguments: list[str]) -> int:
    """What must hold before a change is handed in, quickest first; all of it runs, whatever fails."""
    prepare(TESTS)
    quick = "not slow and not live and not long"
    steps = {
        "format": ("-m", "ruff", "format", "--check", "."),
        "lint": ("-m", "ruff", "check", "."),
        "types": (str(ROOT / "run.py"), "types"),
        "imports": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
        "documents": (str(ROOT / "run.py"), "docs"),
        "dashboard": (str(ROOT / "dashboard/build.py"), "check"),
        "tests": ("-m", "pytest", "-p", "tests.needs", "-q", *QUICK, *FEWER_EXAMPLES, "-m", quick, *arguments),
    }
    return run_all(steps)


def types(arguments: list[str]) -> int:
    """Whether the types are right on each system, all at once; each has a cache that another would spoil."""
    prepare(TESTS)
    every = {}
    for platform in PLATFORMS:
        command = [str(PYTHON), "-m", "mypy", "--platform", platform, "--cache-dir", f".mypy_cache/{platform}"]
        every[platform] = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True)
    wrong = 0
    for platform, process in every.items():
        text, _ = process.communicate()
        wrong += process.returncode != 0
        print(f"{platform}: {text.strip()}", flush=True)
    return 1 if wrong else 0


def run_all(steps: dict[str, tuple[str, ...]], again: dict[str, tuple[str, ...]] | None = None) -> int:
    """Run commands of our Python one after the other, whatever fails, and say in the end what did.

    Where a few tests of a step fail for which there is `again`, that decides, and those tests are named as unsteady.
    """
    failed, unsteady = [], []
    for name, command in steps.items():
        print(f"— {name}", flush=True)
        begun = time.monotonic()
        code = run(*command)
        if code == 1 and again and name in again and 0 < len(few := last_failed()) <= FEW:
            print(f"— what failed among {name}, by itself", flush=True)
            code = run(*again[name])
            unsteady += [] if code else few
        print(f"  {name}: {'ok' if code == 0 else 'FAILED'} after {time.monotonic() - begun:.1f} s", flush=True)
        failed += [name] if code else []
    if unsteady:
        print(
            "Unsteady: failed beside other tests and passed alone. That is a fault too, of the test or of the product:"
        )
        print("\n".join(f"  {test}" for test in unsteady))
    print(f"Failed: {', '.join(failed)}" if failed else "All is well.")
    return 1 if failed else 0


def last_failed() -> list[str]:
    """The tests that failed when pytest ran last."""
    path = ROOT / ".pytest_cache/v/cache/lastfailed"
    return sorted(json.loads(path.read_text("utf-8"))) if path.exists() else []


def bench(arguments: list[str]) -> int:
    """Every measurement; each prints its figures, and fails when one is beyond its limit."""
    prepare(TESTS)
    found = sorted(path for path in (ROOT / "tests/bench").glob("bench_*.py") if all(a in path.stem for a in arguments))
    failed = []
    for path in found:
        print(f"— {path.stem.removeprefix('bench_')}", flush=True)
        failed += [path.stem] if run("-m", f"tests.bench.{path.stem}") else []
    print(f"Failed: {', '.join(failed)}" if failed else f"{len(found)} measured.")
    return 1 if failed or not found else 0


def docs(arguments: list[str]) -> int:
    """The site of the documents, below site/, without a dead link; those of the root are read in the repository too."""
    prepare(TESTS)
    pages = sorted(ROOT.glob("*.md"))
    broken = [f"{page.relative_to(ROOT)}: {link}" for page in pages for link in broken_links(page)]
    for line in broken:
        print(f"broken link in {line}", file=sys.stderr)
    print(f"{len(pages)} documents of the root, {len(broken)} broken links.", flush=True)
    return 1 if broken else run(str(ROOT / "docs/site/build.py"))


def dashboard(arguments: list[str]) -> int:
    """Build the bundle that is committed below src/mining/."""
    prepare(TESTS)
    return run(str(ROOT / "dashboard/build.py"), "write")


def package(arguments: list[str]) -> int:
    """The wheel and the sdist, of which one alone is in dist/ afterwards."""
    prepare(TESTS)
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    return run("-m", "hatchling", "build", "-d", str(ROOT / "dist"))


def broken_links(page: Path) -> list[str]:
    """The relative links of a Markdown page that lead nowhere."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.S)
    links = re.findall(r"\]\(\s*<?([^)\s>]+)", text)
    local = [link for link in links if not re.match(r"[a-z][a-z0-9+.-]*:|#", link)]
    return [link for link in local if not (page.parent / link.partition("#")[0]).exists()]


def become(command: list[str]) -> int:
    """Run a command in our place, where a process cannot become another: Ctrl-C is the command's to obey."""
    process = subprocess.Popen(command, env=environment())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def run(*arguments: str) -> int:
    """Run our Python in the repository; its exit code."""
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, env=environment(), check=False).returncode


# ——— setting up


def prepare(lock: Path) -> None:
    """Make .venv hold what a lock says, and this project; nothing to do when it already does."""
    if sys.version_info < (3, 11):  # noqa: UP036 - who runs this file may have an older one
        newer = "py -3.12 run.py" if WINDOWS else "python3.12 run.py"
        raise Failed(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}; call a newer one: {newer}")
    if is_prepared(lock):
        return
    begun = time.monotonic()
    uv = shutil.which("uv")
    if not works(PYTHON):
        make_venv(uv)
    STAMP.unlink(missing_ok=True)
    install(uv, lock)
    wanted = {name.name: digest(name) for name in ((PRODUCT, TESTS) if lock == TESTS else (PRODUCT,))}
    STAMP.write_text(json.dumps(wanted), "utf-8")
    print(f"  set up in {time.monotonic() - begun:.0f} s", flush=True)


def is_prepared(lock: Path) -> bool:
    """Whether the last set-up was for this lock and this project, and still stands."""
    try:
        done = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(done.get(lock.name) == digest(lock)) and works(PYTHON)


def digest(lock: Path) -> str:
    """What a set-up depends on: the lock, the project's metadata, and where it is."""
    whole = hashlib.sha256(str(ROOT).encode())
    for path in (lock, *PROJECT):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def works(python: Path) -> bool:
    """Whether an interpreter is there, runs, and is new enough."""
    probe = "import sys; sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)"
    try:
        return subprocess.run([str(python), "-c", probe], env=environment(), capture_output=True).returncode == 0
    except OSError:
        return False


def make_venv(uv: str | None) -> None:
    """A fresh .venv: by uv, or by venv, or by venv without pip where the system's Python lacks ensurepip."""
    ways = [[sys.executable, "-m", "venv", "--clear", str(VENV)]]
    ways += [[sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]]
    if uv:
        ways.insert(0, [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)])
    said = ""
    for way in ways:
        code, said = shown("making .venv", way, quiet=True)
        if code == 0 and works(PYTHON):
            return
    raise Failed(f"no virtual environment could be made:\n{said}")


def install(uv: str | None, lock: Path) -> None:
    """Install what the lock says and then the project itself; with uv, or when that fails, with pip."""
    count = sum("==" in line for line in lock.read_text("utf-8").splitlines())
    what = f"installing {count} packages of {lock.name}"
    locked = ["--require-hashes", "-r", str(lock)]
    project = ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    ways: list[tuple[str, list[str], list[str]]] = []
    if uv:
        ways.append(("uv", [uv, "pip", "install", "--python", str(PYTHON)], ["--compile-bytecode"]))
    pip = pip_command()
    if pip:
        ways.append(("pip", [*pip, "install", "--no-input"], []))
    said = "there is neither uv nor pip; on Debian and Ubuntu: apt install python3-pip"
    if WINDOWS:
        said = "there is neither uv nor pip; install Python from python.org, whose installer brings pip"
    for name, command, extra in ways:
        code, said = shown(f"{what} with {name}", [*command, *extra, *locked])
        if code == 0:
            code, said = shown("installing the project", [*command, *project], quiet=True)
        if code == 0:
            run("-m", "compileall", "-q", "src/mining")
            return
    raise Failed(f"the packages could not be installed:\n{said}")


def pip_command() -> list[str] | None:
    """A pip that installs into .venv: its own, or the system's, which then touches nothing else."""
    for command in ([str(PYTHON), "-m", "pip"], [sys.executable, "-m", "pip", "--python", str(PYTHON)]):
        if subprocess.run([*command, "--version"], env=environment(), capture_output=True).returncode == 0:
            return command
    return None


def get_tools() -> None:
    """The programs that tests need beside .venv: from Debian where we may be root; else Playwright's own Chromium."""
    found = subprocess.run([str(PYTHON), "-c", MISSING], cwd=ROOT, env=environment(), capture_output=True, text=True)
    missing = [PACKAGES.get(name, name) for name in found.stdout.split()]
    sudo = ["sudo", "-n"] if in_ci() and shutil.which("sudo") else None  # such a machine is thrown away afterwards
    root, apt = [] if not WINDOWS and os.geteuid() == 0 else sudo, shutil.which("apt-get")
    if apt is not None and root is not None and missing:
        steps = [[*root, apt, "update"], [*root, apt, "install", "-y", "--no-install-recommends", *missing]]
    elif "chromium" in missing:
        steps = [[str(PYTHON), "-m", "playwright", "install", "chromium"]]
    else:
        return
    print(f"  getting {' and '.join(missing)} for the tests …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    for step in steps:
        try:
            subprocess.run(step, timeout=600, env=environment() | {"DEBIAN_FRONTEND": "noninteractive"}, **quiet)
        except subprocess.TimeoutExpired:
            print("  that took too long; the tests that need it are listed at the end", flush=True)


def get_packages() -> None:
    """npm's packages and Qt, before tests that need them run abreast; where that fails, those tests say so."""
    run(str(ROOT / "dashboard/build.py"), "packages")
    run("-m", "tests.desktop.qt")


def show_all_signs() -> None:
    """Let a terminal without some signs show question marks, and a console of Windows know how to clear a line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if WINDOWS:
        os.system("")  # which switches its escape sequences on


def in_ci() -> bool:
    """Whether this is a machine of a build service, where every test has to run."""
    return os.environ.get("CI", "").lower() in ("1", "true")


def environment() -> dict[str, str]:
    """The caller's environment, without what would lead Python or pip out of .venv."""
    kept = {key: value for key, value in os.environ.items() if key not in NOT_OURS + PIP_STRAYS}
    return {**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}


def shown(what: str, command: list[str], quiet: bool = False) -> tuple[int, str]:
    """Run a command and show that it gets on; its exit code and the end of what it said."""
    print(f"  {what} …", flush=True)
    live, said, last = sys.stdout.isatty() and not quiet, [], time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line.rstrip())
        if live:
            print(f"\r\x1b[2K    {said[-1].strip()[:100]}", end="", flush=True)
        elif not quiet and time.monotonic() - last > 5:
            last = time.monotonic()
            print(f"    {said[-1].strip()[:100]}", flush=True)
    if live:
        print("\r\x1b[2K", end="", flush=True)
    return process.wait(), "\n".join(said[-15:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
