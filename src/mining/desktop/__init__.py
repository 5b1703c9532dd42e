"""The desktop app: the dashboard in a window of its own, with a sign in the tray. It talks HTTP to the daemon."""
