"""The dashboard of Grafana and the alerts ask for what the daemon measures, and Prometheus understands them."""

import json
import re
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from tests.daemons import Daemon, daemon, wait_for
from tests.demo.processes import free_port
from tests.packaging.prometheus import prometheus_program
from tests.systems import LINUX

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
DASHBOARD = json.loads((PACKAGING / "grafana/dashboards/mining.json").read_text())
ALERTS = yaml.safe_load((PACKAGING / "prometheus/alerts.yml").read_text())["groups"]
PROMETHEUS_OWN = {"up"}  # made by Prometheus itself
NAMES = re.compile(r"\b(?:mining_|process_)\w+|\bup\b")
SELECTED = re.compile(r"\b(\w+)\{([^}]*)\}")


def shown() -> list[str]:
    """Every expression of the dashboard, as Grafana sends it."""
    panels = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
    notes = [each["expr"] for each in DASHBOARD["annotations"]["list"]]
    values = {"$instance": ".*", "$miner": ".*", "$__rate_interval": "1m"}
    return [filled(each, values) for each in panels + notes]


def filled(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def alarming() -> list[str]:
    return [rule["expr"] for group in ALERTS for rule in group["rules"]]


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    """A daemon that asks everybody for a key, with a miner on the processor and one on cards."""
    with daemon(tmp_path_factory.mktemp("rig"), settings={"auth": "always"}) as running:
        running.simulate("attic", hashrate=4500, gpus=1)
        running.simulate("cellar", refuseLogin=True)
        yield running


@pytest.fixture(scope="module")
def page(rig: Daemon) -> str:
    """/metrics, once the first figures are there."""
    wait_for(lambda: "mining_gpu_hashrate{" in metrics(rig), 20, "the first figures of a card")
    return metrics(rig)


def metrics(rig: Daemon) -> str:
    key = (rig.data / "admin.token").read_text().strip()
    request = urllib.request.Request(f"http://127.0.0.1:{rig.port}/metrics", headers={"Authorization": f"Bearer {key}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return str(answer.read().decode())


@LINUX
@pytest.mark.slow
def test_every_expression_uses_only_metrics_and_labels_that_the_daemon_has(page: str) -> None:
    families = {line.split()[2] for line in page.splitlines() if line.startswith("# TYPE ")}
    labels: dict[str, set[str]] = {}
    for family in text_string_to_metric_families(page):
        for sample in family.samples:
            labels.setdefault(sample.name, set()).update(sample.labels)
    assert "mining_miner_shares_total" in families
    for expression in shown() + alarming():
        names = set(NAMES.findall(re.sub(r"\{[^}]*\}|\([^)]*\)(?= \(| *mining)|\"[^\"]*\"", "", expression)))
        assert names, expression
        assert names - families <= PROMETHEUS_OWN, expression
        for name, selectors in SELECTED.findall(expression):
            used = set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", selectors)) - {"instance", "job"}
            assert used <= labels.get(name, used), expression


@LINUX
@pytest.mark.slow
def test_a_metric_that_the_daemon_lost_is_noticed(page: str) -> None:
    families = {line.split()[2] for line in page.splitlines() if line.startswith("# TYPE ")}
    assert set(NAMES.findall("sum(mining_miner_hash)")) - families == {"mining_miner_hash"}


@pytest.mark.slow
def test_promtool_understands_every_expression(tmp_path: Path) -> None:
    rules = [{"record": f"panel:{number}", "expr": each} for number, each in enumerate(shown())]
    (tmp_path / "panels.yml").write_text(yaml.safe_dump({"groups": [{"name": "panels", "rules": rules}]}))
    checked(prometheus_program("promtool"), "check", "rules", str(tmp_path / "panels.yml"))
    checked(prometheus_program("promtool"), "check", "rules", str(PACKAGING / "prometheus/alerts.yml"))


@pytest.mark.slow
def test_each_alert_fires_at_what_it_is_for_and_at_nothing_else(tmp_path: Path) -> None:
    for file in (PACKAGING / "prometheus/alerts.yml", Path(__file__).with_name("alerts_test.yml")):
        (tmp_path / file.name).write_text(file.read_text())
    checked(prometheus_program("promtool"), "test", "rules", str(tmp_path / "alerts_test.yml"))


def checked(program: Path, *arguments: str) -> None:
    ended = subprocess.run([str(program), *arguments], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@LINUX
@pytest.mark.slow
def test_prometheus_reads_the_rig_with_a_viewers_key_and_answers_the_dashboard(rig: Daemon, tmp_path: Path) -> None:
    status, made = rig.call("POST", "/keys", {"name": "prometheus", "role": "viewer"})
    assert status == 201
    (tmp_path / "key").write_text(made["data"]["key"])
    config = yaml.safe_load((PACKAGING / "prometheus/prometheus.yml").read_text())
    config["global"] = {"scrape_interval": "1s", "evaluation_interval": "1s"}
    config["rule_files"] = [str(PACKAGING / "prometheus/alerts.yml")]
    (scrape,) = config["scrape_configs"]
    scrape["authorization"]["credentials_file"] = str(tmp_path / "key")
    scrape["static_configs"] = [{"targets": [f"127.0.0.1:{rig.port}"]}]
    (tmp_path / "prometheus.yml").write_text(yaml.safe_dump(config))
    with running_prometheus(tmp_path) as ask:
        wait_for(lambda: ask("up") == ["1"], 30, "the first scrape")
        wait_for(lambda: ask("sum(rate(mining_miner_shares_total[1m]))") not in ([], ["0"]), 60, "a share")
        silent = {expression for expression in shown() if not ask(expression)}
        assert {name for each in silent for name in NAMES.findall(each)} <= {
            "mining_second_shares_total",  # nobody computes two algorithms here
            "mining_platform_info",  # no other version came
        }
        wait_for(lambda: ask('ALERTS{alertname="MinerUnwell", alertstate="pending"}'), 30, "the alert of the cellar")


@contextmanager
def running_prometheus(folder: Path) -> Iterator[Callable[[str], list[str]]]:
    """Prometheus on a free port of this machine alone; asks one expression for its values."""
    port = free_port()
    argv = [
        str(prometheus_program("prometheus")), f"--config.file={folder}/prometheus.yml",
        f"--storage.tsdb.path={folder}/data", f"--web.listen-address=127.0.0.1:{port}",
    ]  # fmt: skip

    def ask(expression: str) -> list[str]:
        query = urllib.parse.urlencode({"query": expression})
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/query?{query}", timeout=30) as answer:
            return [each["value"][1] for each in json.load(answer)["data"]["result"]]

    def ready() -> bool:
        with suppress(OSError):
            return bool(ask("vector(1)"))
        return False

    with (folder / "prometheus.log").open("wb") as log:
        process = subprocess.Popen(argv, stdout=log, stderr=log)
    try:
        wait_for(ready, 20, "Prometheus")
        yield ask
    finally:
        process.terminate()
        process.wait(60)


def test_the_dashboard_has_a_place_and_a_title_for_each_panel() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert panel["title"]
        assert not cells & taken, panel["title"]
        assert place["x"] + place["w"] <= 24
        taken |= cells
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])


def test_what_grafana_is_given_leads_from_one_file_to_the_next() -> None:
    (source,) = yaml.safe_load((PACKAGING / "grafana/provisioning/datasources/prometheus.yaml").read_text())[
        "datasources"
    ]
    (provider,) = yaml.safe_load((PACKAGING / "grafana/provisioning/dashboards/mining.yaml").read_text())["providers"]
    services = yaml.safe_load((PACKAGING / "compose.yaml").read_text())["services"]
    assert source["url"] == "http://prometheus:9090"
    assert any(provider["options"]["path"] in volume for volume in services["grafana"]["volumes"])
    scraped = yaml.safe_load((PACKAGING / "prometheus/prometheus.yml").read_text())["scrape_configs"][0]
    assert scraped["static_configs"] == [{"targets": ["mining:8080"]}]
    assert scraped["authorization"]["credentials_file"] == f"/run/secrets/{services['prometheus']['secrets'][0]}"
