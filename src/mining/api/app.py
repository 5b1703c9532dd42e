"""The application: the framework's routes behind the front, every fault of theirs in the envelope."""

from typing import cast

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from mining.api.envelope import InternalError, MethodNotAllowed, NotFound, failure
from mining.api.front import Front, crash_of
from mining.api.openapi import document
from mining.api.routes import documents, events, health, installs, miners, pools, profiles, system
from mining.api.routes import notifications as notification_routes
from mining.api.routes import settings as settings_routes
from mining.api.settings import ApiSettings
from mining.domain.alerts.notification import Notifications
from mining.domain.errors import MiningError
from mining.domain.programs.jobs import Installations
from mining.domain.rig import Rig
from mining.domain.settings import OperatorSettings

_QUIET = {"tracing": False, "metrics": False, "logs": False, "operation_spans": False}


def create_app(
    rig: Rig, settings: ApiSettings, jobs: Installations, operator: OperatorSettings, notifications: Notifications
) -> ASGIApp:
    """Everything that is served, as one ASGI application."""
    routed = FastAPI(
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=_QUIET,  # type: ignore[arg-type]  # a plain dictionary of its switches
    )
    routed.state.rig = rig
    routed.state.installs = jobs
    routed.state.operator = operator
    routed.state.notifications = notifications
    routed.state.settings = settings
    routed.state.documents = documents.Documents(lambda: document(settings), settings.namespace)
    routers = (system, miners, installs, profiles, pools, settings_routes, events, notification_routes, documents)
    for routes in (each.router for each in routers):
        routed.include_router(routes, prefix=settings.namespace)
    routed.include_router(health.router)
    routed.include_router(documents.at_root)
    routed.add_exception_handler(MiningError, _told)
    routed.add_exception_handler(HTTPException, _unrouted)
    routed.add_exception_handler(Exception, _crashed)
    return Front(routed, rig, settings)


async def _told(request: Request, error: Exception) -> Response:
    status, body = failure(cast(MiningError, error))
    return Response(body, status, media_type="application/json")


async def _unrouted(request: Request, error: Exception) -> Response:
    met = cast(HTTPException, error)
    if met.status_code == 405:
        refusal: MiningError = MethodNotAllowed(
            f"{request.method} is not possible here.", method=request.method, path=request.url.path
        )
    elif met.status_code == 404:
        namespace = request.app.state.settings.namespace
        refusal = NotFound(
            f"There is nothing here; what there is, is told at {namespace}/swagger.", path=request.url.path
        )
    else:
        raise error
    status, body = failure(refusal)
    return Response(body, status, media_type="application/json", headers=dict(met.headers or {}))


async def _crashed(request: Request, error: Exception) -> Response:
    status, body = failure(cast(InternalError, crash_of(request.scope["mining.request_id"])))
    return Response(body, status, media_type="application/json")
