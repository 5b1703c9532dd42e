"""Tells the owner, wherever they are, what happens to the miners; without a target it does nothing at all."""
