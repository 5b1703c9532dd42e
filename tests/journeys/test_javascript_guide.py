"""Every example of the guide of JavaScript is run in front of a daemon, and compiled with the types of the client."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dashboard.build import BUNDLE, HERE, get_packages
from tests.daemons import Daemon, daemon
from tests.journeys.test_seed_examples import SEED, said
from tests.needs import need

pytestmark = pytest.mark.slow
GUIDE = (Path(__file__).parents[2] / "docs/guides/javascript.md").read_text("utf-8")
CONFIG = '{"pool": "pool.example:3333", "wallet": "anybody"}'
STRICT = ("--strict", "--noUncheckedIndexedAccess", "--module", "nodenext", "--target", "es2022", "--types", "node-env")


def blocks(language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", GUIDE)


def suited(program: str, running: Daemon) -> str:
    """A program for a daemon on another port, with a miner that every machine has."""
    program = program.replace("localhost:8080", f"127.0.0.1:{running.port}").replace(
        "/miners/xmrig", "/miners/simulated"
    )
    return program.replace("miner: 'xmrig'", "miner: 'simulated'").replace("60_000", "3_000")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of Node with the package in it, as `npm pack` would fill it."""
    package = tmp_path / "node_modules" / "mining-dashboard"
    package.mkdir(parents=True)
    shutil.copy(HERE / "package.json", package)
    shutil.copytree(BUNDLE, package / "dist")
    (tmp_path / "package.json").write_text('{"type": "module"}')
    return tmp_path


def test_the_examples_are_those_of_the_specification() -> None:
    without_lines = [re.sub(r"\s+", " ", text).strip() for text in blocks("js")]
    seeds = [re.sub(r"\s+", " ", (SEED / name).read_text()).strip() for name in ("client.js", "websocket.js")]
    assert without_lines == seeds


def test_the_program_in_javascript_runs_as_it_stands(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        use = f"(async () => console.log((await startMiner({CONFIG})).data.name, (await getMiners()).success))()"
        assert said(str(need("node")), "-e", suited(blocks("js")[0], running) + use) == "simulated true\n"


def test_the_typed_programs_run_as_they_stand(data_dir: Path, project: Path) -> None:
    requests, _, live = blocks("ts")
    with daemon(data_dir) as running:
        for name, program in (("requests.ts", requests), ("live.ts", live)):
            (project / name).write_text(suited(program, running))
        first = said(str(need("node")), "requests.ts", cwd=project)
        assert "simulated" in first.splitlines()[0], first
        assert re.search(r"^simulated (starting|running) ", first, re.MULTILINE), first
        again = said(str(need("node")), "requests.ts", cwd=project)
        assert again.startswith("MINER_ALREADY_RUNNING 409 "), again
        figures = said(str(need("node")), "live.ts", cwd=project)
    assert "live\n" in figures
    assert re.search(r"^simulated [\d.]+$", figures, re.MULTILINE), figures


def test_the_served_file_is_the_client_and_needs_no_other(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        program = f"""
            const file = await (await fetch('http://127.0.0.1:{running.port}/dashboard/mining-client.js')).text();
            const {{ asked, connect }} = await import('data:text/javascript,' + encodeURIComponent(file));
            const rig = connect({{ baseUrl: 'http://127.0.0.1:{running.port}/api/v1/mining' }});
            console.log((await asked(rig.GET('/miners'))).pagination.total);"""
        assert said(str(need("node")), "--input-type=module", "-e", program) == "0\n"


def test_what_is_not_answered_is_an_error_with_its_code(project: Path) -> None:
    program = """
        import { asked, connect } from 'mining-dashboard/client';
        const rig = connect({ baseUrl: 'http://127.0.0.1:9/api/v1/mining' });
        await asked(rig.GET('/miners')).catch((error) => console.log(error.code, error.status));"""
    (project / "nobody.js").write_text(program)
    assert said(str(need("node")), "nobody.js", cwd=project) == "NO_ANSWER 0\n"


def test_the_programs_compile_with_the_clients_types_and_a_wrong_one_does_not(project: Path) -> None:
    get_packages(HERE)
    package = project / "node_modules" / "mining-dashboard"
    tsc = (str(need("node")), str(HERE / "node_modules/typescript/bin/tsc"))
    said(*tsc, "--project", str(HERE / "tsconfig.client.json"), "--outDir", str(package / "dist/types"))
    for name in ("openapi-fetch", "openapi-typescript-helpers"):  # npm brings them with the package
        shutil.copytree(HERE / "node_modules" / name, project / "node_modules" / name)
    types = project / "node_modules/@types/node-env"  # in place of @types/node
    types.mkdir(parents=True)
    (types / "index.d.ts").write_text("declare const process: { env: Record<string, string | undefined> };\n")
    names = [f"{number}.ts" for number, _ in enumerate(blocks("ts"))]
    for name, program in zip(names, blocks("ts"), strict=True):
        (project / name).write_text(program)
    said(*tsc, "--noEmit", *STRICT, *names, cwd=project)
    (project / "wrong.ts").write_text(blocks("ts")[0].replace("miner.stats.hashrate", "miner.stats.hashRate"))
    wrong = subprocess.run([*tsc, "--noEmit", *STRICT, "wrong.ts"], cwd=project, capture_output=True, text=True)
    assert "Property 'hashRate' does not exist" in wrong.stdout, wrong.stdout


def test_the_package_names_files_that_its_build_makes() -> None:
    package = json.loads((HERE / "package.json").read_text())
    exports = package["exports"]
    assert (BUNDLE / Path(exports["."]).name).exists()
    assert (BUNDLE / Path(exports["./client"]["default"]).name).exists()
    assert "tsc --project tsconfig.client.json" in package["scripts"]["build"]
