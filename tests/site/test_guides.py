"""What guides show beside commands, held against what the code takes: settings, configurations, the dashboard's labels.

The commands are run by tests/journeys/test_docs.py.
"""

import json
import re
from pathlib import Path

import click
import pytest
import yaml

from mining.cli.main import cli
from mining.domain.config import read_config
from mining.domain.config_check import config_errors
from mining.domain.pools import catalogue
from mining.miners import all_types
from mining.settings import SettingInputs, resolve
from mining.settings.text import read

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs/guides"
ENGLISH = ROOT / "dashboard/src/text/en"
WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"


def blocks(page: str, language: str) -> list[str]:
    """The examples of a guide in that language."""
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", (GUIDES / page).read_text("utf-8"))


@pytest.mark.parametrize("page", ["notifications.md", "settings.md"])
def test_settings_that_a_guide_shows_are_taken(page: str, tmp_path: Path) -> None:
    shown = blocks(page, "yaml")
    assert shown
    for each in shown:
        settings = resolve(SettingInputs(path=tmp_path / "settings.yaml", data_dir=tmp_path, file=read(each), flags={}))
        taken = {name for name, value in settings.sources.items() if value == "file"}
        assert taken == {name.replace("-", "_") for name in yaml.safe_load(each)}, each


def test_configurations_that_the_guide_to_pools_shows_are_taken() -> None:
    shown = blocks("pools.md", "json")
    assert len(shown) == 2
    for each in shown:
        kind = all_types()["gminer" if "second" in json.loads(each) else "xmrig"]
        text = each.replace('"ADDRESS"', f'"{WALLET}"') if kind.name == "xmrig" else each
        config = read_config(text, lambda config: (), check_wallet=kind.name == "xmrig")
        assert config_errors(kind, config) == [], each


def test_the_guide_to_the_command_line_names_every_command_and_the_options_of_the_main_ones() -> None:
    text = (GUIDES / "cli.md").read_text("utf-8")
    shown = " ".join(re.findall(r"(?s)```.*?```|`[^`]+`", text))
    context = click.Context(cli)
    commands = {name: command for name in cli.list_commands(context) if (command := cli.get_command(context, name))}
    absent = {name for name, command in commands.items() if not re.search(rf"(?<![\w-]){name}(?![\w-])", shown)}
    for name in ("serve", "start", "restart", "check"):
        options = {option for each in commands[name].params for option in (*each.opts, *each.secondary_opts)}
        absent |= {f"{name} {option}" for option in options if option.startswith("--") and option not in shown}
    assert not {each for each in absent if "-second-" not in each}
    assert "`--second-pool` …" in text


def test_the_catalogue_of_pools_is_as_large_as_the_guide_says() -> None:
    text = (GUIDES / "pools.md").read_text("utf-8")
    addresses, names = re.findall(r"more than (\d+) addresses of (\d+) pools", text)[0]
    pools = catalogue(None)
    assert int(addresses) < len(pools) < int(addresses) + 100
    assert int(names) == len({pool.name for pool in pools})


def test_labels_that_the_guide_to_the_dashboard_quotes_are_the_dashboards() -> None:
    text = re.sub(r"(?s)```.*?```", "", (GUIDES / "dashboard.md").read_text("utf-8"))
    named = re.findall(r'"([A-Z][^"\n]+)"', text) + re.findall(r"\*(Test|Undo|Use another key)\*", text)
    quoted = {re.sub(r"\d+", "N", label) for label in named if not re.search(r"[.,→—]", label)}
    sources = "\n".join(path.read_text("utf-8") for path in sorted(ENGLISH.rglob("*.ts")))
    known = re.sub(r"\$\{[^}]*\}|\d+", "N", sources).replace("’", "'")
    assert len(quoted) > 12
    assert {label for label in quoted if label.lower() not in known.lower()} == set()
