"""What the gallery shows, and how its sheets are laid out; `python -m imaginario.engines.builtin.gallery`."""
