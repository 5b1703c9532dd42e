"""Processes of ours that drive what the engine cannot ask by itself, and serve the engine a small API of their own."""
