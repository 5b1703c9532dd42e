"""Does it here: starts, supervises, asks and stops the mining processes of this machine."""
