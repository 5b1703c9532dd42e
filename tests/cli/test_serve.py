"""What the operator says to `serve` and `register`, by file, variable and flag."""

import gc
import hashlib
import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from mining.cli.main import cli
from mining.cli.xmrig.importer import import_config
from mining.domain.alerts.notification import USUAL
from mining.domain.autostart import Autostart
from mining.settings import Settings
from tests.systems import POSIX


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """What the daemon was given, instead of a daemon."""
    given: list[Settings] = []
    monkeypatch.setattr("mining.daemon.serve", lambda resolved: given.append(resolved.settings) or 0)
    monkeypatch.setattr(gc, "freeze", lambda: None)  # this process goes on
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/nonexistent")
    return given


def test_what_is_loaded_is_left_out_of_collections_before_the_daemon_runs(
    served: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(gc, "freeze", lambda: done.append("freeze"))
    monkeypatch.setattr("mining.daemon.serve", lambda _: done.append("serve") or 0)
    assert CliRunner().invoke(cli, ["serve"]).exit_code == 0
    assert (done, served) == (["freeze", "serve"], [])


def test_ctrl_c_before_the_daemon_answers_ends_it_quietly_with_the_code_of_an_interruption(
    served: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("mining.daemon.serve", interrupted)
    done = CliRunner().invoke(cli, ["serve"])
    assert (done.exit_code, done.output, served) == (130, "", [])


def test_flags_win_over_the_file_and_the_file_over_defaults(served: list[Settings], tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(f"port: 9000\nlog-level: debug\ncors_origin: [https://a.example]\ndata_dir: {tmp_path}/x\n")
    done = CliRunner().invoke(cli, ["serve", "--settings", str(file), "--port", "9001"])
    assert done.exit_code == 0, done.output
    assert (served[0].port, served[0].log_level, served[0].data_dir) == (9001, "debug", tmp_path / "x")
    assert served[0].cors_origin == ("https://a.example",)
    assert served[0].namespace == "/api/v1/mining"


def test_variables_say_folder_level_and_file(served: list[Settings], tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("port: 9000")
    said = {"MINING_DATA_DIR": str(tmp_path), "MINING_LOG_LEVEL": "error", "MINING_CONFIG": str(file)}
    CliRunner().invoke(cli, ["serve"], env=said)
    assert (served[0].data_dir, served[0].log_level, served[0].port) == (tmp_path, "error", 9000)


def test_every_setting_can_be_a_variable_that_wins_over_the_file_and_yields_to_a_flag(
    served: list[Settings], tmp_path: Path
) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("port: 9000\nhost: 127.0.0.9\npollInterval: 60\n")
    said = {
        "MINING_CONFIG": str(file), "MINING_DATA_DIR": str(tmp_path), "MINING_PORT": "9001", "MINING_HOST": "127.0.0.1",
        "MINING_NAMESPACE": "/n", "MINING_CORS_ORIGIN": "https://a.example, https://b.example",
        "MINING_ALLOWED_HOST": "rig.example", "MINING_PUBLIC_URL": "https://rig.example", "MINING_LOG_LEVEL": "error",
        "MINING_STOP_MINERS_ON_EXIT": "1", "MINING_LIVE_POLL_INTERVAL": "1.5",
    }  # fmt: skip
    done = CliRunner().invoke(cli, ["serve", "--log-level", "debug"], env=said)
    assert done.exit_code == 0, done.output
    assert served[0] == Settings(
        data_dir=tmp_path,
        host="127.0.0.1",
        port=9001,
        namespace="/n",
        cors_origin=("https://a.example", "https://b.example"),
        allowed_host=("rig.example",),
        public_url="https://rig.example",
        log_level="debug",
        stop_miners_on_exit=True,
        poll_interval=60,
        live_poll_interval=1.5,
    )


def test_a_wrong_variable_and_a_wrong_line_are_named_together(served: list[Settings], tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("prot: 9000")
    said = {"MINING_CONFIG": str(file), "MINING_PORT": "many", "MINING_STOP_MINERS_ON_EXIT": "perhaps"}
    done = CliRunner().invoke(cli, ["serve"], env=said)
    assert (done.exit_code, served) == (2, [])
    for words in ("MINING_PORT", "MINING_STOP_MINERS_ON_EXIT", "prot (file)"):
        assert words in done.stderr


def test_config_show_says_where_each_value_comes_from(served: list[Settings], tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("port: 9000\nlogLevel: debug\nlive-poll-interval: 3\n")
    said = {"MINING_CONFIG": str(file), "MINING_PORT": "9001", "MINING_DATA_DIR": str(tmp_path)}
    told = json.loads(CliRunner().invoke(cli, ["settings", "show", "--json"], env=said).stdout)
    found = {each["name"]: (each["value"], each["source"]) for each in told["settings"]}
    assert found.keys() == Settings.model_fields.keys()
    assert found["port"] == (9001, "variable")
    assert found["data_dir"] == (str(tmp_path), "variable")
    assert found["log_level"] == ("debug", "file")
    assert found["live_poll_interval"] == (3.0, "file")
    assert found["namespace"] == ("/api/v1/mining", "default")
    shown = CliRunner().invoke(cli, ["settings", "show"], env=said).stdout
    assert any(line.split() == ["port", "variable", "9001"] for line in shown.splitlines())


def test_targets_of_notifications_are_read_from_a_variable_and_never_shown(
    served: list[Settings], tmp_path: Path
) -> None:
    urls = ["mailto://me:s3cret@mail.example?to=a@b.example,c@d.example", "tgram://123456:s3cret/42", "ntfy://s3cret"]
    said = {
        "MINING_NOTIFY": ", ".join(urls), "MINING_NOTIFY_ABOUT": "trouble,payout", "MINING_QUIET_HOURS": "22:00-07:00",
        "MINING_DATA_DIR": str(tmp_path),
    }  # fmt: skip
    CliRunner().invoke(cli, ["serve"], env=said)
    assert list(served[0].notify) == urls
    assert (served[0].notify_about, served[0].quiet_hours) == (("trouble", "payout"), "22:00-07:00")
    assert "s3cret" not in repr(served[0])
    for arguments in (["settings", "show"], ["settings", "show", "--json"]):
        shown = CliRunner().invoke(cli, arguments, env=said).stdout
        assert "tgram://…" in shown
        assert "s3cret" not in shown


def test_one_target_needs_no_list_and_without_any_the_usual_things_are_told_at_all_hours(
    served: list[Settings], tmp_path: Path
) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("notify: ntfy://s3cret\nquiet-hours: none\n")
    CliRunner().invoke(cli, ["serve", "--settings", str(file)])
    assert served[0].notify == ("ntfy://s3cret",)
    assert (served[0].notify_about, served[0].quiet_hours) == (USUAL, None)
    assert Settings(data_dir=tmp_path).notify == ()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("notify: [tgram://s3cret, 5]", "notify (file)"),
        ("notify: {a: tgram://s3cret}", "notify (file)"),
        ("notify: [tgram://s3cret]\nnotify-about: [troubles]", "notify_about (file)"),
        ("notify: [tgram://s3cret]\nquiet-hours: at night", "22:00-07:00"),
        ("notify: [tgram://s3cret]\nquiet-hours: 22", "quiet_hours (file)"),
    ],
)
def test_a_wrong_line_about_notifications_is_named_without_any_target(
    served: list[Settings], tmp_path: Path, content: str, named: str
) -> None:
    file = tmp_path / "c.yaml"
    file.write_text(content)
    done = CliRunner().invoke(cli, ["serve", "--settings", str(file)])
    assert (done.exit_code, served) == (2, [])
    assert named in done.stderr
    assert "s3cret" not in done.output


def test_repeated_flags_are_gathered(served: list[Settings], tmp_path: Path) -> None:
    flags = ["--cors-origin", "https://a.example", "--cors-origin", "https://b.example", "--stop-miners-on-exit"]
    CliRunner().invoke(cli, ["serve", "--data-dir", str(tmp_path), *flags])
    assert served[0].cors_origin == ("https://a.example", "https://b.example")
    assert served[0].stop_miners_on_exit


@pytest.mark.parametrize(
    "content",
    [
        "port: [",
        "- a",
        "prot: 1",
        "port: many",
        "poll-interval: 0",
        "log-level: loud",
        "keep-minutes-days: 1",
        "keep-hours-days: 29",
    ],
)
def test_a_file_that_cannot_be_used_is_wrong_usage(served: list[Settings], tmp_path: Path, content: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(content)
    done = CliRunner().invoke(cli, ["serve", "--data-dir", str(tmp_path), "--settings", str(file)])
    assert (done.exit_code, served) == (2, [])


def test_a_program_that_is_none_is_refused_with_the_reason(tmp_path: Path) -> None:
    arguments = ["register", "xmrig", str(tmp_path / "gone"), "--data-dir", str(tmp_path / "data")]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 5
    assert "gone" in done.stderr


def test_an_unknown_type_is_refused_with_those_there_are(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["register", "xmirg", str(tmp_path / "x"), "--data-dir", str(tmp_path)])
    assert done.exit_code == 5
    assert "xmrig" in done.stderr


@POSIX
@pytest.mark.parametrize("command", ["register", "adopt-binary"])
def test_registering_tells_version_path_and_hash_under_the_old_name_of_the_command_too(
    tmp_path: Path, command: str
) -> None:
    program = tmp_path / "xmrig"
    program.write_text("#!/bin/sh\necho 'XMRig 6.26.0'\n")
    program.chmod(0o755)
    done = CliRunner().invoke(cli, [command, "xmrig", str(program), "--data-dir", str(tmp_path / "data")])
    assert done.exit_code == 0, done.output
    assert f"xmrig 6.26.0 is registered: {program}" in done.stdout
    assert hashlib.sha256(program.read_bytes()).hexdigest() in done.stdout


@POSIX
def test_a_cuda_plugin_is_registered_with_the_command_that_import_names(tmp_path: Path) -> None:
    program, plugin, data = tmp_path / "xmrig", tmp_path / "my plugin.so", str(tmp_path / "data")
    program.write_text("#!/bin/sh\necho 'XMRig 6.26.0'\n")
    program.chmod(0o755)
    plugin.write_bytes(b"\x7fELF" + bytes(16))
    _, notes = import_config(
        json.dumps({"pools": [{"url": "a:1", "user": "w"}], "cuda": {"enabled": True, "loader": str(plugin)}})
    )
    command = next(note.partition("miner-ctrl ")[2].partition(" (")[0] for note in notes if "cuda.loader" in note)
    arguments = [*shlex.split(command), "--data-dir", data]
    early = CliRunner().invoke(cli, arguments)
    assert (early.exit_code, "XMRig is not here yet" in early.stderr) == (5, True), early.output
    assert CliRunner().invoke(cli, ["register", "xmrig", str(program), "--data-dir", data]).exit_code == 0
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.output
    assert f"Its CUDA plugin, unproven: {plugin}" in done.stdout
    assert hashlib.sha256(plugin.read_bytes()).hexdigest() in done.stdout
    assert CliRunner().invoke(cli, ["register", "xmrig", "--data-dir", data]).exit_code == 2


def test_autostart_is_a_file_s_a_variable_s_or_a_flag_s(served: list[Settings], tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("autostart-except: [one]\nautostart-delay: 60\n")
    said = {"MINING_CONFIG": str(file), "MINING_AUTOSTART": "1", "MINING_KEEP_HOURS_DAYS": "400"}
    done = CliRunner().invoke(cli, ["serve", "--no-autostart", "--autostart-delay", "1.5"], env=said)
    assert done.exit_code == 0, done.output
    assert served[0].rig_settings.autostart == Autostart(False, 1.5, ("one",))
    assert served[0].rig_settings.retention.hours == 400 * 86400
    CliRunner().invoke(cli, ["serve"], env=said | {"MINING_AUTOSTART_EXCEPT": "two,three"})
    assert (served[1].autostart, served[1].autostart_except) == (True, ("two", "three"))


def test_a_file_that_was_named_and_is_not_there_is_wrong_usage(served: list[Settings], tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["serve", "--settings", str(tmp_path / "gone.yaml")])
    assert (done.exit_code, served) == (2, [])
    assert "gone.yaml" in done.stderr
