"""Liveness and figures, at the root where monitoring looks for them, and below the namespace."""

import asyncio
from collections.abc import Sequence
from typing import Any

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.metrics import OPEN_METRICS, PLAIN, prometheus_text, wants_open_metrics
from mining.api.models import HealthReport, Problem
from mining.api.operation import Routes
from mining.api.settings import ApiSettings
from mining.domain.audit import Audit

routes = Routes("monitoring")


def daemon_problems(settings: ApiSettings, audit: Audit) -> Sequence[dict[str, Any]]:
    """What is wrong with the ways in, and with what is written down of who came."""
    open_to_all = [{"code": "OPEN_TO_ALL", "text": text} for text in settings.notices]
    return [*open_to_all, *([{"code": "AUDIT", "text": audit.problem}] if audit.problem else [])]


@routes.get("/healthz", id="getHealth", summary="Alive", returns=HealthReport, everywhere=True)
async def healthz(call: Call) -> Answer:
    version = call.rooms.settings.version
    every = (*daemon_problems(call.rooms.settings, call.rooms.access.audit), *call.rig.problems())
    problems = tuple(map(Problem.of, every))
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
    miners, problems = call.rig.miners(), len(call.rig.problems())
    text = await asyncio.to_thread(prometheus_text, miners, problems, call.rooms.settings.version, openly)
    return Answer(text, headers=((b"content-type", OPEN_METRICS if openly else PLAIN), (b"vary", b"Accept")))
