"""The real app on a screen that nobody sees: its window, its tray, what it starts, and what it leaves alone."""

import http.server
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.daemons import Daemon, wait_for
from tests.desktop.app_process import App
from tests.desktop.qt import ROOT

pytestmark = pytest.mark.slow
Start = Callable[..., App]


def save(running: Daemon, name: str) -> str:
    """A profile; its id."""
    config = {"pool": "pool.example:3333", "wallet": "anybody"}
    status, answer = running.call("POST", "/profiles", {"name": name, "minerType": "simulated", "config": config})
    assert status == 201, answer
    return str(answer["data"]["id"])


def test_the_window_shows_the_dashboard_and_the_tray_says_how_the_rig_is(
    running: Daemon, start: Start, tmp_path: Path
) -> None:
    running.simulate("rig-one", hashrate=12_400)
    app = start(running.data)
    app.shows("rig-one")
    app.until("app.tray.state == 'mining'")
    app.until("app.tray.icon.toolTip().startswith('Mining Platform\\n1 miner, 12')")
    first, *rest = app.ask("lines()")
    assert first[0].startswith("1 miner")
    assert not first[1]
    assert ["Pause all", True, False] in rest
    assert ["Quit; mining goes on", True, False] in rest
    assert app.ask(f"grab({str(tmp_path / 'window.png')!r})")
    assert (tmp_path / "window.png").stat().st_size > 20_000, "the picture is of one colour"


def test_the_tray_pauses_resumes_and_stops_all_and_asks_before_it_stops(running: Daemon, start: Start) -> None:
    running.simulate("rig-one")
    app = start(running.data, minimized=True)
    app.choose("Pause all")
    app.until("app.tray.state == 'paused'")
    app.choose("Resume all")
    app.until("app.tray.state == 'mining'")
    app.ask("setattr(app, 'confirm', lambda question: messages.append(question))")
    app.choose("Stop all …")
    app.until("messages == ['Stop all miners? Stopped miners stay stopped.']")
    assert running.miner("rig-one")["status"] == "running", "it was not confirmed"
    app.ask("setattr(app, 'confirm', lambda question: True)")
    app.choose("Stop all …")
    app.until("app.tray.state == 'stopped'")
    assert running.miner("rig-one")["status"] == "stopped"


def test_a_profile_is_started_from_the_tray(running: Daemon, start: Start) -> None:
    save(running, "night & day")
    app = start(running.data, minimized=True)
    app.until("['  night && day', True, False] in lines()", "the profile to be in the menu")
    app.do("app.tray.menu.actions()[3].menu().actions()[0].trigger()")
    app.until("app.tray.state == 'mining'")


def test_a_profile_that_is_named_starts_its_miner_once_the_daemon_answers(running: Daemon, start: Start) -> None:
    profile_id = save(running, "night")
    app = start(running.data, profile="night", auto_start=True)
    app.until("app.tray.state == 'mining'")
    app.until(f"app.window.view.url().toString().endswith('#/profiles/{profile_id}')")
    (miner,) = running.call("GET", "/miners")[1]["data"]["items"]
    assert miner["profileId"] == profile_id
    (event,) = [each for each in running.events() if each["event"] == "start"]
    assert event["who"]


def test_a_profile_that_is_not_there_is_named(running: Daemon, start: Start) -> None:
    app = start(running.data, profile="nihgt", auto_start=True)
    app.until("any(\"There is no profile 'nihgt'\" in each for each in texts())")


def test_a_start_without_a_daemon_starts_one_that_outlives_the_app(idle: Path, start: Start) -> None:
    app = start(idle)
    app.shows("Nothing is mining yet")
    app.do("app.quit()")
    assert app.ended() == 0
    pid = json.loads((idle / "daemon.json").read_text())["pid"]
    assert Path(f"/proc/{pid}").exists()
    second = start(idle)
    second.shows("Nothing is mining yet")
    assert json.loads((idle / "daemon.json").read_text())["pid"] == pid, "the one that runs is used"


def test_a_daemon_that_cannot_start_says_why_and_can_be_tried_again(idle: Path, running: Daemon, start: Start) -> None:
    running.end()
    (idle / "daemon.json").unlink()
    (idle / "settings.yaml").write_text("prot: 0\n")
    app = start(idle)
    app.until("'prot' in app.window.text.text()")
    assert app.ask("app.window.text.isVisible() and app.window.retry.isVisible()")
    (idle / "settings.yaml").write_text("port: 0\n")
    app.do("app.window.retry.click()")
    app.shows("Nothing is mining yet")


def test_a_daemon_that_cannot_even_be_called_says_why(idle: Path, start: Start) -> None:
    (idle / "desktop-daemon.log").mkdir()
    app = start(idle)
    app.until("'desktop-daemon.log' in app.window.text.text() and 'did not start' in app.window.text.text()")
    (idle / "desktop-daemon.log").rmdir()
    app.do("app.window.retry.click()")
    app.shows("Nothing is mining yet")


def test_a_session_that_ends_ends_the_app_alone(running: Daemon, screen: dict[str, str]) -> None:
    command = [sys.executable, "-m", "mining.desktop.main", "--data-dir", str(running.data)]
    with subprocess.Popen(command, env=screen, cwd=ROOT, stderr=subprocess.DEVNULL) as app:
        wait_for((running.data / "desktop/app.sock").exists, 20, "the app")
        app.terminate()
        assert app.wait(180) == 0
    assert running.process is not None
    assert running.process.poll() is None


def test_a_second_start_shows_the_window_of_the_first(running: Daemon, start: Start, screen: dict[str, str]) -> None:
    first = start(running.data, minimized=True, tray=True)
    first.until("app.reading.page")
    assert not first.ask("app.window.isVisible()")
    command = [sys.executable, "-m", "mining.desktop.main", "--data-dir", str(running.data)]
    second = subprocess.run(command, env=screen, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert (second.returncode, second.stdout) == (0, "The app already runs; its window is shown.\n")
    first.until("app.window.isVisible()")


def test_an_app_that_was_killed_leaves_the_next_one_its_folder(running: Daemon, start: Start) -> None:
    first = start(running.data, minimized=True)
    first.until("app.reading.page")
    first.process.kill()
    first.ended()
    start(running.data, minimized=True).until("app.reading.page")


def test_closing_the_window_leaves_the_app_in_the_tray_and_says_so_once(running: Daemon, start: Start) -> None:
    app = start(running.data, tray=True)
    app.until("app.reading.page")
    for _ in range(2):
        app.ask("app.window.close()")
        assert not app.ask("app.window.isVisible()")
        app.do("app.tray.icon.activated.emit(app.tray.icon.ActivationReason.Trigger)")
        app.until("app.window.isVisible()")
    (message,) = app.ask("messages")
    assert "Mining goes on" in message[1]
    assert "stays in the tray" in message[1]


def test_without_a_tray_closing_says_that_the_app_ends_and_mining_goes_on(running: Daemon, start: Start) -> None:
    running.simulate("rig-one")
    app = start(running.data)
    app.until("app.reading.page")
    app.do("app.window.close()")
    app.until("any('This desktop shows no tray icons, so the app ends now' in each for each in texts())")
    app.do("(boxes()[0].checkBox().setChecked(True), boxes()[0].accept())")
    assert app.ended() == 0
    assert running.miner("rig-one")["status"] == "running"
    assert running.process is not None
    assert running.process.poll() is None
    again = start(running.data)
    again.until("app.reading.page")
    again.do("app.window.close()")
    assert again.ended() == 0, "it was not to be said again"


def test_what_needs_attention_is_told_once_and_shown_as_a_problem(running: Daemon, start: Start) -> None:
    app = start(running.data, minimized=True, tray=True)
    app.until("app.reading.page")
    running.simulate("rig-bad", mode="crash", after=1)
    app.until("app.tray.state == 'problem'")
    app.until("[each for each in messages if each[0] == 'rig-bad']")
    ids = [item["id"] for item in running.call("GET", "/attention")[1]["data"]["items"]]
    app.ask("app.look()")
    assert len(app.ask("messages")) <= len(ids)
    app.until("lines()[0][0].endswith('attention')")  # between two crashes it mines


def test_a_daemon_that_is_gone_is_unreachable_until_the_tray_starts_one(idle: Path, start: Start) -> None:
    app = start(idle, tray=True)
    app.shows("Nothing is mining yet")
    pid = json.loads((idle / "daemon.json").read_text())["pid"]
    subprocess.run(["kill", str(pid)], check=True)
    app.until("app.tray.state == 'unreachable'")
    assert app.ask("lines()[0][0]") == "The daemon does not answer; miners go on by themselves"
    app.choose("Start the daemon")
    app.until("app.tray.state == 'stopped'")
    app.shows("Nothing is mining yet")


def test_the_tray_speaks_the_language_that_is_chosen_in_the_dashboard(running: Daemon, start: Start) -> None:
    app = start(running.data, tray=True)
    app.shows("Nothing is mining yet")
    app.until("'Open the dashboard' in [each[0].strip() for each in lines()]")
    chosen = "localStorage.setItem('mining-dashboard', JSON.stringify({language: 'de'}))"
    app.do(f"js({chosen!r})")
    app.do("app.window.view.reload()")
    app.until("'Dashboard öffnen' in [each[0].strip() for each in lines()]")
    running.simulate("rig-bad", mode="crash", after=1)
    app.until("[each for each in messages if each[0] == 'rig-bad']")
    items = wait_for(lambda: running.call("GET", "/attention")[1]["data"]["items"], 20, "what needs attention")
    english = items[0]["text"]
    ((_, german),) = app.ask("messages")
    assert german != english
    app.do("app.quit()")
    assert app.ended() == 0
    again = start(running.data, tray=True)
    again.until("messages")
    assert again.ask("messages[0][1]").split(".")[0] == german.split(".")[0]


def test_nobody_but_the_daemon_is_asked_and_links_go_to_the_systems_browser(running: Daemon, start: Start) -> None:
    asked: list[str] = []

    class Stranger(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stranger) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        app = start(running.data)
        app.shows("Nothing is mining yet")
        page = app.ask("app.window.view.url().toString()")
        app.ask(f"js('''document.body.append(Object.assign(new Image(), {{src: \"{address}/image\"}}))''')")
        app.ask(f"js('''location.href = \"{address}/elsewhere\"''')")
        for target in ("", "_blank"):
            link = f"Object.assign(document.createElement('a'), {{href: '{address}/link{target}', target: '{target}'}})"
            app.ask(f"js({f'var link = {link}; document.body.append(link); link.click()'!r})")
            app.until(f"'{address}/link{target}' in outside")
        app.ask("js('''var link = document.createElement(\"a\"); link.href = \"file:///etc/passwd\"; link.click()''')")
        assert app.ask("app.window.view.url().toString()") == page
        assert asked == []
        server.shutdown()


def test_a_file_of_the_page_is_saved_where_the_person_says(running: Daemon, start: Start, tmp_path: Path) -> None:
    app = start(running.data)
    app.shows("Nothing is mining yet")
    path = tmp_path / "mine.csv"
    app.ask(f"save_as({str(path)!r})")
    made = "URL.createObjectURL(new Blob(['a,b\\n']))"
    link = f"Object.assign(document.createElement('a'), {{href: {made}, download: 'history.csv'}}).click()"
    app.ask(f"js({link!r})")
    wait_for(lambda: path.exists() and path.read_text() == "a,b\n", 10, "the file")


def test_a_page_is_loaded_anew_by_its_key(running: Daemon, start: Start) -> None:
    app = start(running.data)
    app.shows("Nothing is mining yet")
    app.ask("js('window.old = 1')")
    app.ask("press('R')")
    app.until("js('window.old === undefined')")
    app.shows("Nothing is mining yet")


def test_the_size_of_the_window_is_kept_when_a_key_ends_the_app(running: Daemon, start: Start) -> None:
    first = start(running.data, tray=True)
    first.until("app.reading.page")
    first.ask("app.window.resize(900, 640)")
    first.ask("press('Q')")
    assert first.ended() == 0
    assert start(running.data, tray=True).ask("[app.window.width(), app.window.height()]") == [900, 640]


def test_a_daemon_that_wants_keys_gets_the_admins(idle: Path, start: Start) -> None:
    (idle / "settings.yaml").write_text("port: 0\nauth: always\n")
    app = start(idle)
    app.shows("Nothing is mining yet")
    app.until("app.tray.state == 'stopped'")
    assert (idle / "admin.token").exists()


def test_the_app_is_added_to_the_menu_with_its_icons_and_removed(screen: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mining.desktop.main", "--data-dir", str(tmp_path / "a folder")]
    variables = screen | {"XDG_DATA_HOME": str(tmp_path / "share")}
    subprocess.run([*command, "--add-to-menu"], env=variables, cwd=ROOT, check=True, timeout=300)
    files = {path.relative_to(tmp_path / "share") for path in (tmp_path / "share").rglob("*") if path.is_file()}
    assert {path.suffix for path in files} == {".desktop", ".xml", ".svg", ".png"}
    large = tmp_path / "share/icons/hicolor/256x256/apps/org.mining_platform.dashboard.png"
    assert int.from_bytes(large.read_bytes()[16:20]) == 256
    entry = (tmp_path / "share/applications/org.mining_platform.dashboard.desktop").read_text()
    assert f'"--data-dir" "{tmp_path / "a folder"}"' in entry
    subprocess.run([*command, "--remove-from-menu"], env=variables, cwd=ROOT, check=True, timeout=300)
    assert not [path for path in (tmp_path / "share").rglob("*") if path.is_file()]
