"""The web face without a browser: its routes, its guard, and the words and HTML it makes."""
