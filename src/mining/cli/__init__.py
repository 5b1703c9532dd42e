"""miner-ctrl, the command line: asks the daemon over HTTP and never touches a miner's process itself."""
