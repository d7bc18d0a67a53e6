"""What English says in its own way, put as the reader knows it."""
