"""What several mining programs have in common: how they are told what to do, and how they tell what they do. Pure."""
