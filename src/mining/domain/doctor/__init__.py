"""What the doctor examines, its checks and their advice."""
