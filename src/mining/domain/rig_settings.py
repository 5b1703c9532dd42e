"""Orders, what the operator decides of a rig; it is asked for them each time anew, since they may change."""

from dataclasses import dataclass, field

from mining.domain.autostart import Autostart
from mining.domain.retention import Retention


@dataclass(frozen=True)
class RigSettings:
    """As of now."""

    interval: float = 10.0  # s between polls while nobody watches
    live_interval: float = 2.0  # s between polls while somebody does
    stop_on_exit: bool = False  # whether miners end with the daemon
    autostart: Autostart = field(default_factory=Autostart)
    retention: Retention = field(default_factory=Retention)
    wallet_lock: bool = False  # whether somebody new is paid only when that is confirmed
    hot: float = 85.0  # °C from which on a device needs attention
