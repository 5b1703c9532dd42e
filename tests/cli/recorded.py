"""Answers of the daemon, shortened to one of each kind."""

from typing import Any

STATS: dict[str, Any] = {
    "hashrate": 4520.5,
    "hashrateAvg": 4485.2,
    "shares": {"accepted": 42, "rejected": 1, "invalid": None},
    "sharesRecent": {"seconds": 600, "accepted": 21, "rejected": 1},
    "donating": False,
    "uptime": 8215,
    "connection": {
        "pool": "pool.example:3333",
        "uptime": 8215,
        "ping": 45,
        "failures": 0,
        "connected": True,
        "lastError": None,
        "tls": False,
    },
    "cpu": {"usage": 95.5, "temperature": 65.2},
    "gpu": [
        {
            "id": 0,
            "busId": "0000:01:00.0",
            "name": "GeForce RTX 3080",
            "hashrate": 95234567.5,
            "temperature": 68.5,
            "fanSpeed": 75,
            "powerUsage": 220,
        }
    ],
    "work": [{"algorithm": "rx/0", "hashrate": 4520.5, "shares": None, "pool": None}],
    "algorithm": "rx/0",
    "difficulty": 120001.0,
    "paused": False,
    "lastShareAt": "2025-12-31T23:59:59Z",
    "expectedShareSeconds": 26.5,
    "version": "6.26.0",
    "sampledAt": "2025-12-31T23:59:59Z",
    "quality": "valid",
    "simulated": False,
}

MINER: dict[str, Any] = {
    "name": "xmrig",
    "type": "xmrig",
    "status": "running",
    "health": "ok",
    "reason": None,
    "wanted": "running",
    "pid": 4711,
    "startedAt": "2025-12-31T21:43:04Z",
    "stoppedAt": None,
    "uptime": 8215,
    "hashrate": 4520.5,
    "version": "6.26.0",
    "nextVersion": None,
    "programIssue": None,
    "poolPage": None,
    "path": "/usr/local/bin/xmrig",
    "profileId": None,
    "config": {"pool": "pool.example:3333", "wallet": "anybody"},
    "restarts": 0,
    "nextRestartAt": None,
    "lastExit": None,
    "stats": STATS,
    "simulated": False,
}

USUAL: dict[str, Any] = {
    "name": "xmrig",
    "algorithm": STATS["algorithm"],
    "cards": [{"card": "0000:01:00.0", "median": 110e6}, {"card": "0", "median": 1.0}],
}

AVAILABLE: dict[str, Any] = {
    "type": "xmrig",
    "title": "XMRig",
    "installed": True,
    "installedVersion": "6.25.0",
    "latestVersion": "6.26.0",
    "installable": True,
    "origin": "installed",
    "verification": {"how": "signature", "text": "The program's author signed it."},
    "verified": {"how": "signature", "text": "The program's author signed it."},
    "advisories": [],
    "cpu": True,
    "gpu": ["cuda", "opencl"],
    "devFee": "1 %",
    "algorithms": ["rx/0"],
    "licence": "GPL-3.0-or-later",
    "homepage": "https://xmrig.com",
    "apiExposure": "127.0.0.1 only",
    "openApi": False,
    "secrets": "In a file that only its owner can read.",
    "secretsExposed": False,
    "getting": "Get it from its author, then register it.",
    "tried": "Tried with 6.26.0.",
    "evidence": "driven",
    "unconfirmed": [],
    "secondOpinions": [],
    "watched": False,
}

STARTED: dict[str, Any] = {
    "name": "xmrig",
    "type": "xmrig",
    "status": "running",
    "pid": 4711,
    "message": "xmrig has started.",
    "warnings": ["TLS without a fingerprint hides but does not authenticate."],
}


def miner(**changes: Any) -> dict[str, Any]:
    """A miner that differs from the usual one."""
    return MINER | changes


def page(*items: Any, page: int = 1, pages: int = 1, total: int | None = None) -> dict[str, Any]:
    """One page of a list."""
    count = len(items) if total is None else total
    return {"items": list(items), "pagination": {"page": page, "limit": 1000, "total": count, "pages": pages}}
