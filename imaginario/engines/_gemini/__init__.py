"""What the Gemini engine and the Gemini assistant share: the way to Google, and what can go wrong on it."""
