"""NVIDIA's cards as NVIDIA's own library tells of them, where the package nvidia-ml-py is installed."""

from importlib import import_module
from typing import Any

from mining.domain.hardware import GraphicsCard


def library() -> Any:
    """NVIDIA's library; None when the optional package `mining-platform[nvidia]` is not installed."""
    try:
        return import_module("pynvml")
    except ImportError:
        return None


def nvidia_cards(nvml: Any) -> tuple[GraphicsCard, ...]:
    """Its cards; none when there is no library, no driver, or no card."""
    if nvml is None:
        return ()
    try:
        nvml.nvmlInit()
    except nvml.NVMLError:
        return ()
    try:
        driver = _text(nvml.nvmlSystemGetDriverVersion())
        return tuple(_card(nvml, number, driver) for number in range(nvml.nvmlDeviceGetCount()))
    except nvml.NVMLError:
        return ()
    finally:
        nvml.nvmlShutdown()


def _card(nvml: Any, number: int, driver: str) -> GraphicsCard:
    handle = nvml.nvmlDeviceGetHandleByIndex(number)
    return GraphicsCard(
        id=bus_place(_text(nvml.nvmlDeviceGetPciInfo(handle).busId)),
        vendor="NVIDIA",
        name=_text(nvml.nvmlDeviceGetName(handle)),
        backend="cuda",
        memory=int(nvml.nvmlDeviceGetMemoryInfo(handle).total),
        driver=f"nvidia {driver}",
    )


def bus_place(text: str) -> str:
    """`00000000:01:00.0` as Linux writes it: `0000:01:00.0`."""
    domain, _, rest = text.lower().partition(":")
    return f"{domain[-4:]}:{rest}"


def _text(raw: Any) -> str:
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
