"""What the page and the shell take of the client of the command line; they meet it here alone, and in the session."""

from mining.cli.client import FAILED, Refusal, miner_path

__all__ = ["FAILED", "Refusal", "miner_path"]
