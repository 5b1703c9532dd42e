"""Work as the login-style stratum speaks of it: jobs, targets, shares; pure, and the same for pool and miner."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

NONCE_AT = 39  # where the four bytes of the nonce lie in a blob
BLOB_SIZE = 76
LINE_LIMIT = 16 * 1024  # bytes; no honest line comes near it
_ALL = 2**64 - 1


@dataclass(frozen=True)
class Job:
    """One piece of work, as a pool hands it out."""

    id: str
    blob: bytes
    target: int  # a share's last 8 bytes, read little-endian, must lie below it
    algo: str
    height: int
    seed_hash: str | None = None

    @property
    def difficulty(self) -> int:
        """Hashes it takes to find a share, on average."""
        return max(1, round(_ALL / max(1, self.target)))

    def to_wire(self) -> dict[str, Any]:
        """The job as JSON."""
        wire: dict[str, Any] = {
            "blob": self.blob.hex(),
            "job_id": self.id,
            "target": self.target.to_bytes(8, "little").hex(),
            "algo": self.algo,
            "height": self.height,
        }
        return wire | ({"seed_hash": self.seed_hash} if self.seed_hash else {})


def read_job(wire: object) -> Job | None:
    """A job from a pool's JSON; None when it is not one."""
    if not isinstance(wire, dict):
        return None
    try:
        blob, job_id, height = bytes.fromhex(wire["blob"]), wire["job_id"], wire.get("height", 0)
        target = read_target(wire["target"])
    except (KeyError, TypeError, ValueError):
        return None
    if len(blob) != BLOB_SIZE or not isinstance(job_id, str) or type(height) is not int or not 0 < len(job_id) <= 64:
        return None
    return Job(job_id, blob, target, str(wire.get("algo", ""))[:32], height)


def target_of(difficulty: float) -> int:
    """The target that takes `difficulty` hashes on average."""
    return min(_ALL, int(_ALL / max(1.0, difficulty)))


def read_target(text: str) -> int:
    """A target of 8 bytes, or of the 4 highest ones alone, in little-endian hex; ValueError when it is not that."""
    raw = bytes.fromhex(text)
    if len(raw) == 8:
        return int.from_bytes(raw, "little")
    if len(raw) == 4:
        short = int.from_bytes(raw, "little")
        return _ALL // (0xFFFFFFFF // short) if short else 0
    raise ValueError("a target has 4 or 8 bytes")


def hash_of(blob: bytes, nonce: bytes) -> bytes:
    """SHA-256 twice over the blob with that nonce in its place."""
    return sha256(sha256(blob[:NONCE_AT] + nonce + blob[NONCE_AT + 4 :]).digest()).digest()


def meets(result: bytes, target: int) -> bool:
    """Whether a hash is a share."""
    return int.from_bytes(result[24:], "little") < target


def next_difficulty(current: float, work: float, seconds: float, share_seconds: float) -> float:
    """The difficulty at which a client that did `work` hashes in `seconds` finds a share every `share_seconds`."""
    wanted = work / seconds * share_seconds
    return max(1.0, min(current * 4, max(current / 4, wanted)))


def encode(message: object) -> bytes:
    """A message as one line."""
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> dict[str, Any] | None:
    """The JSON object in a line; None when there is none, whatever else it holds."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None
