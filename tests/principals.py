"""Who asks in tests that stand behind the gate."""

from mining.domain.principal import Principal

ME = Principal("me", "local", role="admin")
STRANGER = Principal("API 127.0.0.1", "origin:foreign")
