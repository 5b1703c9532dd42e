"""A client of the daemon's API for Python programs: `Client`, `AsyncClient`, and `ApiError` for what went wrong."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # each is imported when it is used, for the command line is a client too, and quick
    from mining.client.async_client import AsyncClient
    from mining.client.client import Client
    from mining.client.error import ApiError

__all__ = ["ApiError", "AsyncClient", "Client"]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    modules = {"ApiError": "error", "AsyncClient": "async_client", "Client": "client"}
    if name not in modules:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{modules[name]}"), name)
