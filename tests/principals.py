"""Who asks in tests that stand behind the gate."""

from mining.domain.principal import Principal

ME = Principal("me", "local")
