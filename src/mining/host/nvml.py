"""NVIDIA's cards, and how they do just now, as NVIDIA's own library says."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from typing import Any

from mining.domain.hardware import CardReading, GraphicsCard, bus_place


class NvidiaLibrary:
    """Holds the library open between two looks, for opening it can take a second. Looks block: in a thread."""

    def __init__(self, library: Any = None) -> None:
        self._library = library
        self._open = False

    @property
    def _nvml(self) -> Any:
        if self._library is None:  # it is large, and most machines have no card of NVIDIA
            self._library = import_module("pynvml")
        return self._library

    def cards(self, at: datetime) -> tuple[GraphicsCard, ...]:
        """Its cards as they are now, `at`; none when there is no driver, or no card."""
        nvml = self._nvml
        try:
            if not self._open:
                nvml.nvmlInit()
                self._open = True
            driver = _text(nvml.nvmlSystemGetDriverVersion())
            return tuple(self._card(number, driver, at) for number in range(nvml.nvmlDeviceGetCount()))
        except nvml.NVMLError:
            self.close()  # a driver that was replaced is seen by a library that was opened after that
            return ()

    def close(self) -> None:
        """Let go of the driver."""
        if self._open:
            self._open = False
            with suppress(self._nvml.NVMLError):
                self._nvml.nvmlShutdown()

    def _card(self, number: int, driver: str, at: datetime) -> GraphicsCard:
        nvml = self._nvml
        handle = nvml.nvmlDeviceGetHandleByIndex(number)
        memory = nvml.nvmlDeviceGetMemoryInfo(handle)
        power = self._ask(nvml.nvmlDeviceGetPowerUsage, handle)
        usage = self._ask(nvml.nvmlDeviceGetUtilizationRates, handle)
        return GraphicsCard(
            id=bus_place(_text(nvml.nvmlDeviceGetPciInfo(handle).busId)),
            vendor="NVIDIA",
            name=_text(nvml.nvmlDeviceGetName(handle)),
            backend="cuda",
            memory=int(memory.total),
            driver=f"nvidia {driver}",
            reading=CardReading(
                temperature=self._ask(nvml.nvmlDeviceGetTemperature, handle, 0),
                power_usage=None if power is None else round(power / 1000),
                fan_speed=self._ask(nvml.nvmlDeviceGetFanSpeed, handle),
                usage=None if usage is None else usage.gpu,
                memory_used=int(memory.used),
                ecc=self._is_on(nvml.nvmlDeviceGetEccMode, handle),
                mig=self._is_on(nvml.nvmlDeviceGetMigMode, handle),
                sampled_at=at,
            ),
        )

    def _is_on(self, question: Callable[..., Any], handle: Any) -> bool | None:
        """A mode as it is now; beside it the library answers the one after the next boot."""
        modes = self._ask(question, handle)
        return None if modes is None else bool(modes[0])

    def _ask(self, question: Callable[..., Any], *about: Any) -> Any:
        """An answer that not every card has; None: this one has it not."""
        try:
            return question(*about)
        except self._nvml.NVMLError_NotSupported:
            return None


def _text(raw: Any) -> str:
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
