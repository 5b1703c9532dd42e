"""The application: every operation that is declared, behind the front."""

from mining.api.call import AccessRooms, Rooms
from mining.api.front import Front
from mining.api.openapi import document
from mining.api.operation import Operation
from mining.api.routes import access as access_routes
from mining.api.routes import (
    attention,
    benchmarks,
    events,
    health,
    history,
    installs,
    miners,
    payouts,
    pools,
    profiles,
    system,
    whole_rig,
)
from mining.api.routes import notifications as notification_routes
from mining.api.routes import settings as settings_routes
from mining.api.routes.dashboard import dashboard
from mining.api.routes.documents import documents
from mining.api.settings import ApiSettings
from mining.domain.alerts.notification import Notifications
from mining.domain.daemon_log import DaemonLog
from mining.domain.programs.jobs import Installations
from mining.domain.rig import Rig
from mining.domain.settings import OperatorSettings

ROOMS = (
    system, miners, attention, history, whole_rig, installs, benchmarks, profiles, pools, payouts, settings_routes,
    events, notification_routes, access_routes, health,
)  # fmt: skip
DECLARED: tuple[Operation, ...] = tuple(operation for room in ROOMS for operation in room.routes.operations)


def create_app(
    rig: Rig,
    settings: ApiSettings,
    installs: Installations,
    operator: OperatorSettings,
    notifications: Notifications,
    log: DaemonLog,
    access: AccessRooms,
) -> Front:
    """Everything that is served, as one ASGI application."""
    served = documents(lambda: document(settings.namespace, DECLARED, operator.form), settings.namespace)
    every = (*DECLARED, *served, *dashboard(settings.namespace))
    return Front(Rooms(rig, settings, installs, operator, notifications, log, access), every)
