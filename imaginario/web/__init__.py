"""The web face: our own FastAPI with the Gradio page mounted on it."""
