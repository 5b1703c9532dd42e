"""The mining programs of our own, as processes: the demo miner, its loopback pool, and the simulator."""
