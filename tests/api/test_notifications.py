"""A test of the notifications over HTTP: what became of each target, and who may ask."""

from tests.api.paper_notifications import FAILED, TAKEN
from tests.api.serving import Served, data_of, error_of


def test_each_target_is_told_of_without_its_url(here: Served) -> None:
    here.rig.deliveries = [TAKEN, FAILED]
    answer = here.ask("/notifications/test", "POST")
    assert answer.status_code == 200
    late = "It did not answer in time."
    wording = {"text": late, "message": "delivery.late", "params": {}, "parts": {}, "more": []}
    assert data_of(answer) == {
        "results": [
            {"target": "tgram://…9x", "ok": True, "issue": None, "wording": None},
            {"target": "json://…80", "ok": False, "issue": late, "wording": wording},
        ]
    }


def test_without_a_target_there_is_nothing_to_test(here: Served) -> None:
    assert error_of(here.ask("/notifications/test", "POST")) == (409, "NOT_SUPPORTED")


def test_a_foreign_page_sends_nothing(here: Served) -> None:
    refused = here.ask("/notifications/test", "POST", headers={"Origin": "https://elsewhere.example"})
    assert error_of(refused) == (403, "ORIGIN_NOT_ALLOWED")
    assert here.rig.calls == []
