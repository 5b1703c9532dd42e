"""What the tray shows of a rig: a shape, a sentence, a menu, and what is new that needs attention."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mining.desktop
from mining.desktop.attachment import Step, next_step
from mining.desktop.rig_state import SEPARATOR, RigReading, RigState, TrayEntry, Verb, menu, notices, sentence, state_of
from mining.desktop.signs import sign
from mining.desktop.texts import GERMAN, Speech

ENGLISH, DEUTSCH = Speech(), Speech("de-AT")
SOURCE = Path(mining.desktop.__file__).parent
PICTURES = Path(__file__).parents[2] / "docs/images/desktop"


def item(name: str, severity: str = "warning", miner: str | None = None) -> dict[str, Any]:
    return {"id": name, "severity": severity, "miner": miner, "text": f"{name}."}


def total(algorithm: str | None, rate: float | None, simulated: bool = False) -> dict[str, Any]:
    return {"algorithm": algorithm, "hashrate": rate, "simulated": simulated}


def reading(*attention: dict[str, Any], totals: tuple[dict[str, Any], ...] = (), **statuses: int) -> RigReading:
    summary = {"miners": sum(statuses.values()), "statuses": statuses, "algorithms": totals}
    return RigReading("http://127.0.0.1:8080/", summary, attention, ({"id": "7", "name": "night"},))


@pytest.mark.parametrize(
    ("state", "how"),
    [
        (RigState.UNREACHABLE, RigReading()),
        (RigState.STOPPED, reading()),
        (RigState.STOPPED, reading(stopped=2)),
        (RigState.PAUSED, reading(stopped=1, paused=1)),
        (RigState.MINING, reading(running=1, paused=1)),
        (RigState.MINING, reading(starting=1)),
        (RigState.MINING, reading(item("pages", "hint"), running=1)),
        (RigState.PROBLEM, reading(item("slow"), running=3)),
        (RigState.PROBLEM, reading(item("disk", "error"))),
    ],
)
def test_one_state_stands_for_all_miners_and_what_needs_attention_wins(state: RigState, how: RigReading) -> None:
    assert state_of(how) == state


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The daemon does not answer; miners go on by themselves", RigReading()),
        ("No miner yet", reading()),
        ("Nothing mines", reading(stopped=2)),
        ("All miners are paused", reading(paused=2)),
        ("1 miner, 500 H/s rx/0", reading(totals=(total("rx/0", 500.0),), running=1)),
        (
            "3 miners, 12.40 kH/s rx/0, 118.30 MH/s kawpow; one thing needs attention",
            reading(item("slow"), totals=(total("rx/0", 12_400.0), total("kawpow", 118.3e6)), running=3),
        ),
        ("1 of 2 miners, 1.00 kH/s rx/0 (simulated)", reading(totals=(total("rx/0", 1e3, True),), running=1, paused=1)),
        (
            "2 miners; 2 things need attention",
            reading(item("a"), item("b", "error"), totals=(total(None, 5.0), total("rx/0", None)), starting=2),
        ),
    ],
)
def test_a_sentence_tells_how_many_mine_how_fast_and_what_needs_attention(text: str, how: RigReading) -> None:
    assert sentence(how, ENGLISH) == text


def choices(entries: tuple[TrayEntry, ...]) -> dict[Verb, bool]:
    return {entry.verb: entry.enabled for entry in entries if entry.verb is not None}


def test_the_menu_offers_what_can_be_done_now() -> None:
    text = "1 miner"
    entries = menu(reading(running=1), text, login_start=False, speak=ENGLISH)
    assert entries[0] == TrayEntry(text, enabled=False)
    assert TrayEntry("Start a profile", entries=(TrayEntry("night", Verb.START_PROFILE, "7"),)) in entries
    can = choices(entries)
    assert (can[Verb.PAUSE_ALL], can[Verb.RESUME_ALL], can[Verb.STOP_ALL]) == (True, False, True)
    can = choices(menu(reading(paused=1), text, login_start=False, speak=ENGLISH))
    assert (can[Verb.PAUSE_ALL], can[Verb.RESUME_ALL], can[Verb.STOP_ALL]) == (False, True, True)
    can = choices(menu(reading(stopped=1), text, login_start=True, speak=ENGLISH))
    assert not can[Verb.STOP_ALL]
    assert can[Verb.QUIT]


def test_the_menu_of_a_daemon_that_is_gone_starts_one_and_changes_nothing_else() -> None:
    entries = menu(RigReading(), "gone", login_start=True, speak=ENGLISH)
    assert set(choices(entries)) == {Verb.SHOW, Verb.START_DAEMON, Verb.LOGIN_START, Verb.QUIT}
    assert SEPARATOR in entries
    assert [entry.checked for entry in entries if entry.verb is Verb.LOGIN_START] == [True]


def test_each_thing_that_needs_attention_is_told_once_a_hint_never_and_many_in_one() -> None:
    first = reading(item("slow", miner="rig-one"), item("pages", "hint"))
    assert notices(RigReading(), first, ENGLISH) == [("rig-one", item("slow", miner="rig-one"))]
    assert notices(first, first, ENGLISH) == []
    assert notices(first, reading(item("slow"), item("disk", "error")), ENGLISH) == [
        ("Mining Platform", item("disk", "error"))
    ]
    many = notices(first, reading(*(item(str(number)) for number in range(5))), ENGLISH)
    assert [each["text"] for _, each in many] == ["0.", "1.", "2.", "2 more need attention. Open the dashboard."]


def test_every_state_has_a_shape_of_its_own_without_its_colour() -> None:
    bare = {"".join(part for part in sign(state).split('"') if not part.startswith("#")) for state in RigState}
    assert len(bare) == len(RigState)


def test_the_signs_of_the_guide_are_those_of_the_tray() -> None:
    for state in RigState:
        assert (PICTURES / f"{state}.svg").read_text() == sign(state) + "\n", "python -m tests.desktop.screenshots"


@pytest.mark.parametrize(
    ("step", "runs", "started", "code"),
    [
        (Step.WAIT, True, False, None),
        (Step.START, False, False, None),
        (Step.WAIT, False, True, None),
        (Step.FAIL, False, True, 1),
        (Step.WAIT, True, True, 1),  # somebody else's was quicker
    ],
)
def test_a_daemon_that_runs_is_waited_for_and_one_is_started_once(
    step: Step, runs: bool, started: bool, code: int | None
) -> None:
    assert next_step(runs, started, code) is step


def test_a_german_dashboard_has_a_german_tray() -> None:
    how = reading(item("slow"), totals=(total("rx/0", 12_400.0, True),), running=2, paused=1)
    text = sentence(how, DEUTSCH)
    assert text == "2 von 3 Minern, 12,40 kH/s rx/0 (simuliert); eine Sache braucht Aufmerksamkeit"
    entries = menu(how, text, login_start=False, speak=DEUTSCH)
    assert {"Alle pausieren", "Dashboard öffnen"} <= {entry.text for entry in entries}
    many = notices(RigReading(), reading(*(item(str(number)) for number in range(5))), DEUTSCH)
    assert many[-1][1]["text"] == "2 weitere brauchen Aufmerksamkeit. Öffnen Sie das Dashboard."


def nodes() -> Iterator[ast.AST]:
    """Everything in the app's sources but its German."""
    for path in SOURCE.glob("*.py"):
        if path.name != "texts.py":
            yield from ast.walk(ast.parse(path.read_text()))


def texts(node: ast.AST) -> set[str]:
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def test_every_sentence_of_the_app_has_its_german_and_no_german_is_left_over() -> None:
    calls = [node for node in nodes() if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("speak")]
    spoken = set[str]().union(*(texts(call.args[0]) for call in calls if call.args))
    assert len(spoken) > 15
    assert spoken - {"simulated"} <= GERMAN.keys()
    assert GERMAN.keys() <= set[str]().union(*map(texts, nodes()))


def test_a_german_sentence_has_the_values_of_the_english_one() -> None:
    for english, german in GERMAN.items():
        assert set(re.findall(r"{\w+", english)) == set(re.findall(r"{\w+", german)), english
