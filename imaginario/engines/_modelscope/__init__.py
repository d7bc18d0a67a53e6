"""What the ModelScope engine is made of: its models, its way there, and what can go wrong on it."""
