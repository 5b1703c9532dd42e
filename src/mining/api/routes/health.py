"""Liveness and figures, at the root where monitoring looks for them."""

from fastapi import APIRouter, Response

from mining.api.masking import view
from mining.api.metrics import CONTENT_TYPE, prometheus_text
from mining.api.routes.described import HealthReport, Success
from mining.api.routes.request import Ask, answer

router = APIRouter(tags=["monitoring"])


@router.get("/healthz", operation_id="getHealth", summary="Alive", response_model=Success[HealthReport])
async def healthz(ask: Ask) -> Response:
    problems = tuple(ask.rig.problems())
    report = HealthReport(status="degraded" if problems else "ok", version=ask.settings.version, problems=problems)
    return answer(view(report, ask.who))


@router.get(
    "/metrics",
    operation_id="getMetrics",
    summary="Every figure in Prometheus' format",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def metrics(ask: Ask) -> Response:
    return Response(prometheus_text(ask.rig, ask.settings.version), headers={"content-type": CONTENT_TYPE})
