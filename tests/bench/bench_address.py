"""What the check of an address costs, for the coins whose check is the most work."""

import sys
import time

from mining.domain.payout.coins import COINS, account

LIMIT = 1.0  # ms
ADDRESSES = {
    "XMR": "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD",
    "DCR": "Dcur2mcGjmENx4DhNqDctW5wJCVyT3Qeqkx",
    "BTC": "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "NANO": "nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr3",
}


def main() -> int:
    """Print each coin's figure; 1 when one is beyond the limit."""
    worst = 0.0
    for ticker, address in ADDRESSES.items():
        cost = min(milliseconds(ticker, address) for _ in range(50))
        worst = max(worst, cost)
        print(f"address.{ticker}: {cost:.3f} ms (limit {LIMIT:.0f})")
    return int(worst > LIMIT)


def milliseconds(ticker: str, address: str) -> float:
    """One check."""
    begun = time.perf_counter()
    account(COINS[ticker], address)
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    sys.exit(main())
