"""What Spanish and Portuguese say in their own way, put as the reader knows it."""
