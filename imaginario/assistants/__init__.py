"""Prompt assistants: each module knows one chat provider and nothing about the rest of the house."""
