"""What the operator decides; values come from flags and MINING_… variables."""

from pathlib import Path

from pydantic import Field

from mining.domain.value import Value

APP = "lethean-desktop"  # the folder name that the specification's paths use


class Settings(Value):
    """How one daemon runs."""

    data_dir: Path
    host: str | None = Field(None, description="Address to bind; absent: 127.0.0.1 and ::1")
    port: int = 8080
    namespace: str = "/api/v1/mining"
    cors_origin: tuple[str, ...] = ()
    allowed_host: tuple[str, ...] = ()
    public_url: str | None = None
    log_level: str = "info"
    stop_miners_on_exit: bool = False
    poll_interval: float = Field(10.0, description="Seconds between polls while nobody watches")
    live_poll_interval: float = Field(2.0, description="Seconds between polls while a WebSocket listens")
