"""Imaginário: a chat that turns an idea into a picture."""

__version__ = "0.1.0"
