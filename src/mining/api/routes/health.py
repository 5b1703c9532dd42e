"""Liveness and figures, at the root where monitoring looks for them, and below the namespace."""

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.metrics import CONTENT_TYPE, prometheus_text
from mining.api.models import HealthReport, Problem
from mining.api.operation import Routes

routes = Routes("monitoring")


@routes.get("/healthz", id="getHealth", summary="Alive", returns=HealthReport, everywhere=True)
async def healthz(call: Call) -> Answer:
    problems = tuple(Problem.model_validate(each) for each in call.rig.problems())
    version = call.rooms.settings.version
    return call.show(HealthReport(status="degraded" if problems else "ok", version=version, problems=problems))


@routes.get("/metrics", id="getMetrics", summary="Every figure in Prometheus' format", everywhere=True)
async def metrics(call: Call) -> Answer:
    text = prometheus_text(call.rig, call.rooms.settings.version)
    return Answer(text, headers=((b"content-type", CONTENT_TYPE.encode()),))
