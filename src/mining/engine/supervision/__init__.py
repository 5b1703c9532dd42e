"""One miner: its controller, the loop that keeps it alive, its process, its figures."""
