"""Liveness and figures, at the root where monitoring looks for them, and below the namespace."""

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.metrics import OPEN_METRICS, PLAIN, prometheus_text, wants_open_metrics
from mining.api.models import HealthReport, Problem
from mining.api.operation import Routes

routes = Routes("monitoring")


@routes.get("/healthz", id="getHealth", summary="Alive", returns=HealthReport, everywhere=True)
async def healthz(call: Call) -> Answer:
    version, audit = call.rooms.settings.version, call.rooms.access.audit.problem
    problems = (
        *(Problem(code="OPEN_TO_ALL", text=text) for text in call.rooms.settings.notices),
        *((Problem(code="AUDIT", text=audit),) if audit else ()),
        *(Problem.model_validate(each) for each in call.rig.problems()),
    )
    return call.show(HealthReport(status="degraded" if problems else "ok", version=version, problems=problems))


@routes.get(
    "/metrics",
    id="getMetrics",
    summary="Every figure in Prometheus' format",
    description="As OpenMetrics to those whose `Accept` prefers `application/openmetrics-text`.",
    also={"application/openmetrics-text": "mining_problems 0.0\n# EOF\n"},
    everywhere=True,
)
async def metrics(call: Call) -> Answer:
    openly = wants_open_metrics(call.accept)
    text = prometheus_text(call.rig, call.rooms.settings.version, openly)
    return Answer(text, headers=((b"content-type", OPEN_METRICS if openly else PLAIN), (b"vary", b"Accept")))
