"""The parts of the Hugging Face engine."""
