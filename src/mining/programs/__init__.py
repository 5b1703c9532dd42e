"""Mining programs on this machine: fetched, verified, unpacked, switched, rolled back; or registered by their owner."""
