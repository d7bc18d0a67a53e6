"""What the OpenAI engine and the OpenAI assistant share: the way there, and what can go wrong on it."""
