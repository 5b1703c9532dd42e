"""The daemon's own log over HTTP."""

from tests.api.serving import Served, data_of, error_of


def test_it_is_asked_for_by_number_level_and_cursor(here: Served) -> None:
    page = data_of(here.ask("/daemon/logs?lines=5&level=warning&cursor=17"))
    assert here.log.asked[-1] == (5, "17", "warning")
    assert page["cursor"] == "42"
    assert page["items"][0].keys() == {"time", "level", "text"}
    data_of(here.ask("/daemon/logs"))
    assert here.log.asked[-1] == (200, None, "debug")


def test_what_is_no_level_or_cursor_is_named(here: Served) -> None:
    answer = here.ask("/daemon/logs?lines=0&level=loud&cursor=-1")
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert {each["field"] for each in answer.json()["error"]["details"]["fields"]} == {"lines", "level", "cursor"}


def test_a_foreign_page_sees_no_path(here: Served) -> None:
    own = data_of(here.ask("/daemon/logs"))["items"][0]["text"]
    foreign = data_of(here.ask("/daemon/logs", headers={"Origin": "https://elsewhere.example"}))["items"][0]["text"]
    assert "/p/x" in own
    assert "/p/x" not in foreign
