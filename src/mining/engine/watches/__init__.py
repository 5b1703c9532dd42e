"""What is watched while the daemon runs: the clock, the store, records that a full disk would not take."""
