"""Whether a pool is there: reachability, login, certificate; and the directory of pools to choose from."""
