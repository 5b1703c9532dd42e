"""POST /doctor and what GET /info tells of the hardware, to friends and to strangers."""

from mining.api.masking import public_report
from tests.api.serving import Served, data_of

FOREIGN = {"Origin": "https://evil.com"}


def test_the_report_has_its_four_parts(here: Served) -> None:
    answer = here.ask("/doctor", "POST")
    assert answer.status_code == 200
    report = data_of(answer)
    assert report.keys() == {"miners", "gpu", "checks", "recommendations"}
    assert report["checks"][0] == {
        "id": "programs",
        "status": "problem",
        "title": "xmrig",
        "meaning": "/p/xmrig has vanished.",
        "gain": None,
        "fix": "ls /p/xmrig",
        "titleWording": None,
        "meaningWording": None,
        "gainWording": None,
    }
    assert report["miners"][0]["usable"] is False
    assert here.rig.calls == [("examine",)]


def test_a_stranger_cannot_have_the_machine_examined(here: Served) -> None:
    answer = here.ask("/doctor", "POST", headers=FOREIGN)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "ORIGIN_NOT_ALLOWED")
    assert here.ask("/doctor").status_code == 405
    assert here.rig.calls == []


async def test_a_masked_report_holds_no_path(here: Served) -> None:
    report = await here.rig.examine()
    assert "/p/xmrig" in str(report.to_json())
    shown = public_report(report).to_json()
    assert "/p/xmrig" not in str(shown)
    assert [each["status"] for each in shown["checks"]] == ["problem"]


def test_folders_are_for_friends_alone(reading: Served) -> None:
    assert data_of(reading.ask("/info"))["folders"]["data"] == "/p/xmrig"
    shown = reading.ask("/info", headers=FOREIGN)
    assert data_of(shown)["folders"] is None
    assert "/p/xmrig" not in shown.text


def test_what_is_absent_is_null_or_empty(reading: Served) -> None:
    info = data_of(reading.ask("/info"))
    assert (info["cpu"], info["memory"], info["gpus"]) == (None, None, [])
