"""Loopback servers that answer as the real services do, and refuse what they refuse."""
