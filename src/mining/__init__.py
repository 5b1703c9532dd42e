"""Mining Platform: a rig is one machine that mines; everything asks the rig; miners only answer questions."""

__version__ = "0.2.0.dev0"
