"""What fills the terminal or holds it: the page of `miner-ctrl top`, the prompt of `miner-ctrl shell`."""
