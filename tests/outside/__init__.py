"""Keeps the tests, and every Python process they start, away from the outside world."""
